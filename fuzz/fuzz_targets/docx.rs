//! Any bytes are the document inside a .docx: its blocks are cut at characters, and its labels stand in its text.
#![no_main]

use std::io::{Cursor, Write};

use gainsay::article::load::{Overrides, document_from_bytes};
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|document: &[u8]| {
    let loaded = document_from_bytes("a.docx", packed(document).unwrap(), &Overrides::default());
    for label in loaded.problems.iter().flat_map(|problem| &problem.labels) {
        loaded.sources.get(label.source).slice(label.span);
    }
    for document in &loaded.documents {
        let file = loaded.sources.get(document.source);
        for block in &document.blocks {
            assert!(document.text.get(block.range.clone()).is_some(), "a block is cut at a character");
            let shown = document.map.to_disk(block.range.clone());
            assert!(file.text.get(shown.start as usize..shown.end as usize).is_some(), "a block is in its text");
        }
    }
});

/// The archive around a document, uncompressed.
fn packed(document: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive.start_file("word/document.xml", stored)?;
    archive.write_all(document)?;
    Ok(archive.finish()?.into_inner())
}
