use hyper::header::HeaderValue;

use super::*;

fn ask(query: &str, media: &str) -> Result<Ask, Problem> {
    let header = (!media.is_empty()).then(|| (header::CONTENT_TYPE, HeaderValue::from_str(media).unwrap()));
    Ask::of(query, &header.into_iter().collect())
}

fn name(query: &str, media: &str) -> String {
    ask(query, media).map_or_else(|problem| problem.status.as_str().to_owned(), |ask| ask.name)
}

#[test]
fn the_name_ends_as_the_format_does() {
    for (query, media, expected) in [
        ("", "", "draft"),
        ("", "application/octet-stream", "draft"),
        ("", "text/plain", "draft.txt"),
        ("", "Text/Markdown; charset=UTF-8", "draft.md"),
        ("", "text/html", "draft.html"),
        ("", "application/xhtml+xml", "draft.html"),
        ("", "application/json", "draft.json"),
        ("", "application/vnd.iptc.ninjs+json", "draft.json"),
        ("", "application/x-ndjson", "draft.jsonl"),
        ("", "application/rss+xml", "draft.xml"),
        ("", DOCX, "draft.docx"),
        ("name=town/Fire%20v1.2", "text/html", "town/Fire v1.2.html"),
        ("name=a.markdown", "text/markdown", "a.markdown"),
        ("name=a.md", "text/plain", "a.md"),
        ("name=a.MD", "", "a.MD"),
        ("name=wire.ninjs", "application/json", "wire.ninjs"),
        ("name=wire.jsonl", "application/json", "wire.jsonl"),
        ("name=page.html", "application/xml", "page.html"),
    ] {
        assert_eq!(name(query, media), expected, "{query} {media}");
    }
}

#[test]
fn what_is_no_article_is_no_media_type() {
    for media in [
        "image/png",
        "application/pdf",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ] {
        assert_eq!(name("", media), "415", "{media}");
    }
    let coded = HeaderMap::from_iter([(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))]);
    assert_eq!(Ask::of("", &coded).map_err(|problem| problem.status.as_u16()), Err(415));
}

#[test]
fn a_query_is_understood_or_refused() {
    let ask = ask("published=2025-05-29&min_confidence=0.8&name=a.md", "text/markdown").unwrap();
    assert_eq!(ask.published, Some(jiff::civil::date(2025, 5, 29)));
    assert_eq!(ask.min_confidence.map(Percent::share), Some(0.8));
    for query in [
        "naem=a.md",
        "name=a.md&name=b.md",
        "name=",
        "name=%ff.md",
        "name=.",
        "name=..",
        "name=town/",
        "name=town/..",
        "name=%20",
        "name=a%00.md",
        "name=a%0a.md",
        "name=..%5Ca.md",
        "name=a%E2%80%AEb.md",
        "published=29-05-2025",
        "published=2025-02-30",
        "published=0001-01-01",
        "min_confidence=2",
        "min_confidence=NaN",
        "name=a.html",
    ] {
        assert_eq!(name(query, "text/markdown"), "400", "{query}");
    }
    assert_eq!(name(&format!("name={}", "a".repeat(256)), "text/markdown"), "400");
}
