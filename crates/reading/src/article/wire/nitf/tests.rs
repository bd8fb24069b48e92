use super::super::tests::{fixture, memory, origin, paragraphs, texts};
use crate::article::BlockKind;

#[test]
fn nitf_has_its_fields_in_the_head() {
    let (bytes, loaded) = fixture("story.nitf");
    let document = &loaded.documents[0];
    assert_eq!(document.meta.outlet.as_deref(), Some("Northern Wire"));
    assert_eq!(document.meta.byline.as_deref(), Some("René Faul"));
    assert_eq!(document.meta.note.as_deref(), Some("Corrects the age of the captain"));
    assert_eq!(texts(document, BlockKind::Heading), ["Nine died on the ferry", "The captain"]);
    assert_eq!(paragraphs(document).len(), 3, "{:?}", paragraphs(document));
    // The file is in the encoding that its declaration names, where "é" is one byte.
    assert_eq!(origin(&bytes, document, "Tomás Vidal, 44"), "Tom\u{fffd}s Vidal, 44");
}

#[test]
fn captions_are_furniture_and_references_are_letters() {
    let loaded = memory(
        "a.xml",
        "<nitf><body><body.content><p>One &amp; two.</p><media><media-reference>x.jpg</media-reference>\
         <media-caption><p>A caption.</p></media-caption></media><ul><li>Item one.</li><li>Item<br/>two.</li></ul>\
         </body.content></body></nitf>",
    );
    let document = &loaded.documents[0];
    assert_eq!(paragraphs(document), ["One & two.", "Item one.", "Item two."]);
    assert_eq!(texts(document, BlockKind::Furniture), ["A caption."]);
}

#[test]
fn an_empty_document_is_told() {
    let loaded = memory("a.nitf", "<nitf><head/><body/></nitf>");
    assert_eq!(loaded.problems[0].code.as_str(), "input/empty");
}
