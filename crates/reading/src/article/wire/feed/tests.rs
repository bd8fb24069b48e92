use super::super::tests::{fixture, memory, origin, paragraphs, paths, texts};
use crate::article::BlockKind;

#[test]
fn rss_gives_its_full_text_or_its_description() {
    let (bytes, loaded) = fixture("feed.xml");
    let [first, second] = &loaded.documents[..] else { panic!() };
    assert_eq!(first.meta.outlet.as_deref(), Some("The Valdoria Post"));
    assert_eq!(first.meta.byline.as_deref(), Some("René Faul"));
    assert_eq!(paragraphs(first).len(), 2, "{:?}", paragraphs(first));
    assert_eq!(paragraphs(second).len(), 2);
    // Escaped twice, marked as it stands.
    assert_eq!(origin(&bytes, second, "O'Dell"), "O&amp;rsquo;Dell");
    assert_eq!(origin(&bytes, second, "killed 12 people"), "killed 12 people");
    assert_eq!(second.meta.published, Some(jiff::civil::date(2014, 8, 13)));
}

#[test]
fn atom_has_html_xhtml_and_text() {
    let (bytes, loaded) = fixture("feed.atom");
    assert_eq!(paths(&loaded), ["feed.atom#1", "feed.atom#2"]);
    let [first, second] = &loaded.documents[..] else { panic!() };
    assert_eq!(texts(first, BlockKind::Furniture), ["The ferry in 2009"]);
    assert_eq!(first.meta.byline.as_deref(), Some("Mara Lind"));
    assert_eq!(first.meta.updated, Some(jiff::civil::date(2014, 8, 14)));
    assert_eq!(
        paragraphs(second),
        ["Ann Roe, 52, the owner of the ferry Brava, was arrested in Port Valdoria on Wednesday."]
    );
    assert_eq!(origin(&bytes, second, "Ann Roe, 52"), "Ann Roe, 52");
}

#[test]
fn rss_1_puts_its_items_beside_the_channel() {
    let feed = "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel><title>Post</title></channel>\
        <item><title>Ferry sinks</title><description>A ferry sank &amp; burned.</description><dc:date>2014-08-12</dc:date></item></rdf:RDF>";
    let loaded = memory("a.rdf", feed);
    let loaded = if loaded.documents.is_empty() { memory("a.xml", feed) } else { loaded };
    assert_eq!(paragraphs(&loaded.documents[0]), ["A ferry sank & burned."]);
    assert_eq!(loaded.documents[0].meta.outlet.as_deref(), Some("Post"));
    assert_eq!(loaded.documents[0].meta.published, Some(jiff::civil::date(2014, 8, 12)));
}

#[test]
fn what_is_escaped_once_too_often_is_read() {
    let body = "Ann Roe, 52, was arrested in Port Valdoria.";
    for description in [
        format!("&lt;![CDATA[{body}]]&gt;"),
        format!("&amp;lt;p&amp;gt;{body}&amp;lt;/p&amp;gt;"),
        format!("&lt;p&gt;{body}&lt;/p&gt;"),
    ] {
        let feed = format!(
            "<rss version=\"2.0\"><channel><title>Post</title><item><title>Arrest</title>\
             <description>{description}</description></item></channel></rss>"
        );
        let loaded = memory("feed.rss", &feed);
        let [only] = &loaded.documents[..] else { panic!("{description}") };
        assert_eq!(paragraphs(only), [body], "{description}");
        assert_eq!(origin(feed.as_bytes(), only, "Ann Roe, 52"), "Ann Roe, 52");
    }
}
