use proptest::prelude::*;

use super::super::tests::{fixture, paragraphs, texts};
use super::*;

#[test]
fn a_document_is_its_paragraphs_as_they_were_accepted() {
    let (_, loaded) = fixture("draft.docx");
    let document = &loaded.documents[0];
    let file = loaded.sources.get(document.source);
    assert!(file.extracted);
    assert!(file.text.starts_with("Captain of ferry freed\nBy Lena Orsini\n"), "{}", file.text);
    assert_eq!(
        paragraphs(document),
        [
            "The captain of the ferry Brava, Tomás Vidal, 46, was freed in Port Valdoria on Thursday.",
            "A fire on the ship killed nine people on Monday, Smith & Roe Lines said.",
            "Length 98 metres",
        ]
    );
    assert_eq!(texts(document, BlockKind::Furniture), ["By Lena Orsini"]);
    assert_eq!(document.meta.byline.as_deref(), Some("Lena Orsini"));
    let at = document.text.find("46").unwrap();
    assert_eq!(file.slice(document.map.to_disk(at..at + 2)), "46");
}

#[test]
fn what_is_no_document_says_so() {
    assert!(extract(b"PK\x03\x04").unwrap_err().starts_with("is a broken archive"));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("mimetype", zip::write::SimpleFileOptions::default()).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(extract(&bytes).unwrap_err(), "is a ZIP archive or office document, not an article");
}

#[test]
fn a_box_inside_a_paragraph_takes_nothing_from_it() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let boxed = format!("<w:r><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:r>", run("In the box."));
    let body =
        format!("<w:p>{}{boxed}<w:r><w:tab/></w:r>{}</w:p>", run("A ferry sank."), run("Divers found it."));
    let bytes = packed(&format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>"));
    assert_eq!(&*extract(&bytes).unwrap().text, "A ferry sank.\tDivers found it.\nIn the box.\n");
}

/// The archive around a document.
fn packed(document: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(DOCUMENT, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, document.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_document(parts in prop::collection::vec(prop::sample::select(vec![
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:t xml:space='preserve'>", "<w:tab/>", "<w:br/>", "<w:ins>",
        "</w:ins>", "<w:del>", "</w:del>", "<w:delText>", "</w:delText>", "<w:pPr>", "</w:pPr>", "<w:pStyle w:val='Title'/>",
        "<w:pStyle w:val='Heading1'/>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:txbxContent>",
        "</w:txbxContent>", "<w:hyperlink>", "</w:hyperlink>", "<w:sdt>", "</w:sdt>", "<w:body>", "</w:body>", "By Ann Lee",
        "A ferry sank.", "&amp;", "&#x2019;", "&x;", "é", " ", "\n",
    ]), 0..40)) {
        let document = format!("<w:document xmlns:w='w'><w:body>{}</w:body></w:document>", parts.concat());
        if let Ok(Extracted { text, page }) = extract(&packed(&document)) {
            for block in &page.blocks {
                let shown = page.map.to_disk(block.range.clone());
                let shown = text.get(shown.start as usize..shown.end as usize);
                prop_assert!(shown.is_some_and(|words| !words.trim().is_empty()), "a block is cut out of the text");
            }
        }
    }
}
