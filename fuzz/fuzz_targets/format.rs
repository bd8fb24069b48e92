//! Any bytes are a file of the format that `FORMAT` names: its blocks are cut at characters and lie in the file.
//!
//! Bytes that have lost what makes them the format are read, but not kept for further runs: all formats of XML would end in
//! one corpus.
#![no_main]

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use gainsay::article::load::{Overrides, document_from_bytes};
use gainsay::source::{SourceFile, Span};
use libfuzzer_sys::{Corpus, fuzz_target};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The formats: what each is called, a file of it, and what every such file has in it.
const FORMATS: [(&str, &str, &str); 10] = [
    ("text", "a.txt", ""),
    ("markdown", "a.md", ""),
    ("html", "a.html", ""),
    ("ninjs", "a.ninjs", ""),
    ("lines", "a.jsonl", ""),
    ("newsml", "a.xml", "<news"),
    ("nitf", "a.nitf", "<nitf"),
    ("rss", "a.rss", "<rss"),
    ("atom", "a.atom", "<feed"),
    ("docx", "a.docx", ""),
];

static FORMAT: LazyLock<(&str, &str, &str)> = LazyLock::new(|| {
    let names = FORMATS.map(|(name, ..)| name);
    let wanted = std::env::var("FORMAT").unwrap_or_default();
    let found = FORMATS.into_iter().find(|(name, ..)| *name == wanted);
    found.unwrap_or_else(|| panic!("FORMAT is one of {names:?}, not {wanted:?}"))
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let (format, path, mark) = *FORMAT;
    let file = if format == "docx" { archive(bytes) } else { bytes.to_vec() };
    let loaded = document_from_bytes(path, file, &Overrides::default());
    for label in loaded.problems.iter().flat_map(|problem| &problem.labels) {
        show(loaded.sources.get(label.source), label.span);
    }
    for document in &loaded.documents {
        let file = loaded.sources.get(document.source);
        for block in &document.blocks {
            assert!(document.text.get(block.range.clone()).is_some(), "a block is cut at a character");
            show(file, document.map.to_disk(block.range.clone()));
        }
    }
    let kept = bytes.windows(mark.len().max(1)).any(|at| mark.is_empty() || at == mark.as_bytes());
    if kept { Corpus::Keep } else { Corpus::Reject }
});

/// Looks a span up as views do.
fn show(file: &SourceFile, span: Span) {
    assert!(file.text.get(file.map.to_text(span)).is_some(), "a span is in its file, and cut at characters");
    file.position(span);
}

/// The archive around the parts of a document, unless the bytes begin as an archive does. All parts are the same, for
/// what is looked for in one is passed over in the other.
fn archive(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in ["word/document.xml", "docProps/core.xml"] {
        archive.start_file(part, stored).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
