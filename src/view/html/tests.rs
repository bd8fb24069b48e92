use std::sync::Arc;

use super::*;
use crate::article::{Block, BlockKind, Meta};
use crate::diagnostic::{Percent, Severity};
use crate::source::OffsetMap;
use crate::view::sample::{Sample, ferry, graph_of};

/// The articles of a sample, a paragraph for each line.
fn documents(sample: &Sample) -> Vec<Document> {
    let document = |(source, file): (_, &crate::source::SourceFile)| {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            if !range.is_empty() {
                blocks.push(Block { kind: BlockKind::Paragraph, range });
            }
        }
        let (text, map, meta) = (Arc::clone(&file.text), OffsetMap::identity(), Meta::default());
        Document { source, text, map, meta, blocks }
    };
    sample.sources.iter().map(document).collect()
}

fn show_with(sample: &Sample, graph: &Graph) -> String {
    let documents = documents(sample);
    let Sample { report, sources } = sample;
    let mut out = Vec::new();
    write_report(&Contents { report, sources, documents: &documents, graph }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn show(sample: &Sample) -> String {
    show_with(sample, &Graph::default())
}

/// The page without the style and the script that it brings along.
fn markup(page: &str) -> String {
    page.replace(STYLE, "").replace(SCRIPT, "")
}

#[test]
fn a_finding_is_told_with_its_sides_and_articles() {
    let page = markup(&show(&ferry())).replace("><", ">\n<");
    let changing =
        [(env!("CARGO_PKG_VERSION"), "VERSION"), (SCRIPT_HASH, "OF-SCRIPT"), (STYLE_HASH, "OF-STYLE")];
    insta::assert_snapshot!(changing.iter().fold(page, |page, (what, name)| page.replace(what, name)));
}

#[test]
fn the_policy_allows_this_script_and_this_style_only() {
    let page = show(&ferry());
    let digest = |text: &str| {
        use base64::Engine;
        use sha2::Digest;
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text))
    };
    assert_eq!((digest(SCRIPT), digest(STYLE)), (SCRIPT_HASH.to_owned(), STYLE_HASH.to_owned()));
    // A browser hashes what stands between the tags.
    assert!(page.contains(&format!("<script>{SCRIPT}</script>")));
    assert!(page.contains(&format!("<style>{STYLE}</style>")));
    let policy =
        r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-"#;
    let (head, _) = page.split_once("<style>").unwrap();
    assert!(head.contains(policy), "{head}");
    assert!(!head.contains("unsafe"), "{head}");
}

#[test]
fn nothing_is_loaded_and_no_style_or_handler_stands_in_the_markup() {
    let page =
        show_with(&ferry(), &graph_of(&[("Post", "A ferry ran aground off Selby, injuring nine people.")]));
    let markup = markup(&page).replace(r#"xmlns="http://www.w3.org/2000/svg""#, "");
    for forbidden in ["http:", "https:", "//", " src=", " style=", " onclick=", "<link", "@import", "url("] {
        assert!(!markup.contains(forbidden), "{forbidden} in {markup}");
        assert!(forbidden == "//" || !STYLE.contains(forbidden), "{forbidden} in the style");
    }
    for reaching in ["fetch(", "XMLHttpRequest", "innerHTML", "eval(", "import("] {
        assert!(!SCRIPT.contains(reaching), "{reaching} in the script");
    }
}

#[test]
fn articles_cannot_mark_anything_up() {
    let evil =
        "</script><script>alert(1)</script> \" onmouseover=\"x' <!-- ]]> &lt; <b>\u{202e}\u{1b}[2J\u{0}";
    let mut sample = Sample::default();
    let a = sample.article("a\"<b>.txt", evil, &format!("One {evil} two.\nThree {evil} four.\n"));
    sample.report.articles[0].title = Some(evil.into());
    sample.report.articles[0].byline = Some(evil.into());
    sample.report.articles[0].note = Some(evil.into());
    let labels = vec![sample.label(a, "One", evil, evil), sample.label(a, evil, "four", evil)];
    let finding = sample.find(evil, Severity::Error, evil, labels);
    finding.help = Some(evil.into());
    finding.missing = vec![evil.into()];
    finding.fingerprint = evil.into();
    let problem = sample.report.findings[0].clone();
    sample.report.problems.push(problem);
    let page = show(&sample);
    let markup = markup(&page);
    assert_eq!(markup.matches("<script>").count(), 1, "{markup}");
    assert_eq!(markup.matches("</script>").count(), 1, "{markup}");
    assert!(
        !markup.contains("<b>") && !markup.contains("<!--") && !markup.contains("\" onmouseover"),
        "{markup}"
    );
    let hidden: Vec<char> = page.chars().filter(|c| *c != '\n' && clean::is_hidden(*c)).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
    assert!(markup.matches("&lt;/script&gt;").count() > 8, "{markup}");
}

#[test]
fn findings_keep_their_order_and_say_how_sure_they_are() {
    let mut sample = ferry();
    sample.report.findings[0].confidence = Percent::of(0.88);
    let page = show(&sample);
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} in {page}"));
    assert!(
        at("The reports count the injured differently") < at("Called the first, yet there was one before")
    );
    assert!(at("confidence 88 %") < at(r#"id="finding-2""#));
    assert!(at(r#"id="finding-2""#) < at("undecided"));
    assert!(at("undecided") < at("published date of ferry-b.txt"));
}

#[test]
fn a_passage_leads_to_its_place_in_the_article_and_back() {
    let page = show(&ferry());
    let (_, after) = page.split_once(r##"<a href="#passage-1-"##).unwrap();
    let anchor = format!("passage-1-{}", after.split('"').next().unwrap());
    let (_, article) = page.split_once(r#"<article class="text" id="article-1""#).unwrap();
    let marked = format!(r##"<span id="{anchor}"></span><mark>nine people</mark><sup><a href="#finding-1""##);
    assert!(article.contains(&marked), "{article}");
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let texts = [
        ("Post", "A ferry ran aground off Selby on 3 March 2025, killing nine people."),
        ("Star", "Twelve people were killed."),
    ];
    let page = markup(&show_with(&ferry(), &graph_of(&texts)));
    let links: Vec<&str> =
        page.split(r##"href="#"##).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 10);
    for link in links {
        assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link} in {page}");
    }
}

#[test]
fn marks_that_overlap_keep_the_text_whole() {
    let mut sample = Sample::default();
    let a = sample.article("a.txt", "Post", "The ferry Alma sank off Selby on Monday.\n");
    for (one, other) in [("ferry Alma sank", "Selby"), ("Alma sank off Selby", "Monday"), ("Alma", "sank")] {
        let labels = vec![sample.label(a, one, one, ""), sample.label(a, other, other, "")];
        sample.find("toll", Severity::Note, "what", labels);
    }
    let page = show(&sample);
    let (_, article) = page.split_once(r#"<article class="text""#).unwrap();
    let (_, body) = article.split_once("</header>").unwrap();
    let (body, _) = body.split_once("</p>").unwrap();
    let mut text = String::new();
    let mut number = false;
    for part in body.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        number = tag.starts_with("a ") || (number && tag != "/a");
        if !number {
            text.push_str(words);
        }
    }
    assert_eq!(text, "The ferry Alma sank off Selby on Monday.");
    assert_eq!(body.matches("id=\"passage-").count(), 6, "{body}");
}

#[test]
fn a_long_paragraph_is_cut_around_its_marks() {
    let mut sample = Sample::default();
    let long = format!("{} nine people – and ünd {}.\n", "före ".repeat(2000), "after ".repeat(2000));
    let a = sample.article("a.txt", "Post", &long);
    let b = sample.article("b.txt", "Star", "Ten people died.\n");
    let labels = vec![sample.label(a, "nine people", "9", ""), sample.label(b, "Ten people", "10", "")];
    sample.find("toll", Severity::Error, "9 or 10?", labels);
    let page = show(&sample);
    let (_, quoted) = page.split_once("<blockquote>").unwrap();
    let (quoted, _) = quoted.split_once("</blockquote>").unwrap();
    assert!(quoted.len() < 2500 && quoted.contains("<mark>nine people</mark>"), "{quoted}");
    assert!(quoted.starts_with("<p>…") && quoted.ends_with("…</p>"), "{quoted}");
}

#[test]
fn marks_that_overlap_are_one_in_a_passage() {
    let mut sample = Sample::default();
    let a = sample.article("a.txt", "Post", "Police met army chief Field Marshal Ana Dahl on Monday.\n");
    let labels = vec![
        sample.label(a, "army chief Field Marshal Ana Dahl", "marshal", ""),
        sample.label(a, "Field Marshal", "marshal", ""),
    ];
    sample.find("rank", Severity::Note, "what", labels);
    let page = show(&sample);
    assert!(
        page.contains("<p>Police met <mark>army chief Field Marshal Ana Dahl</mark> on Monday.</p>"),
        "{page}"
    );
}
