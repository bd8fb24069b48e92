use super::super::tests::{fixture, memory, origin, paragraphs, paths, problems};

#[test]
fn a_message_holds_items_with_nitf_or_plain_text() {
    let (bytes, loaded) = fixture("newsml.xml");
    assert_eq!(paths(&loaded), ["newsml.xml#1", "newsml.xml#2"]);
    let [first, second] = &loaded.documents[..] else { panic!() };
    assert_eq!(first.meta.outlet.as_deref(), Some("Northern Wire"));
    assert_eq!(first.meta.language.as_deref(), Some("en-GB"));
    assert_eq!(first.meta.note.as_deref(), Some("Adds the owner's statement"));
    assert_eq!(
        origin(&bytes, first, "bought the ship in 1998 & rebuilt it"),
        "bought the ship in 1998 & rebuilt it"
    );
    assert_eq!(origin(&bytes, first, "Smith & Roe"), "Smith &amp; Roe");
    assert_eq!(paragraphs(second), ["The bridge in Lowell was closed on Tuesday. It is 90 years old."]);
    assert_eq!(second.meta.title.as_deref(), Some("Bridge in Lowell closed"));
}

#[test]
fn xhtml_stands_inside_an_item_by_itself() {
    let item = |status: &str| {
        format!(
            "<newsItem guid='g' xml:lang='en'><itemMeta><pubStatus qcode='{status}'/></itemMeta><contentSet>\
             <inlineXML contenttype='application/xhtml+xml'><html><body><p>A ferry sank.</p></body></html></inlineXML>\
             </contentSet></newsItem>"
        )
    };
    let loaded = memory("a.newsml.xml", &item("stat:usable"));
    assert_eq!(
        (paths(&loaded), paragraphs(&loaded.documents[0])),
        (vec!["a.newsml.xml"], vec!["A ferry sank.".to_owned()])
    );
    let loaded = memory("a.newsml.xml", &item("stat:canceled"));
    assert!(problems(&loaded)[0].contains("its publisher marks it as “canceled”"));
}

#[test]
fn what_only_refers_to_contents_is_told() {
    let file = "<packageItem guid='g'><groupSet><group><itemRef href='x'/></group></groupSet></packageItem>";
    assert!(problems(&memory("a.xml", file))[0].contains("holds no news item with text"));
}
