//! Any bytes are a file: the first byte chooses what its name says it is.
#![no_main]

use gainsay::article::load::{Overrides, document_from_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let names =
        ["a.txt", "a.md", "a.html", "a", "a.json", "a.jsonl", "a.xml", "a.nitf", "a.rss", "a.atom", "a.docx", "a.ninjs"];
    let path = names[usize::from(*kind) % names.len()];
    let loaded = document_from_bytes(path, bytes.to_vec(), &Overrides::default());
    for label in loaded.problems.iter().flat_map(|problem| &problem.labels) {
        loaded.sources.get(label.source).slice(label.span);
    }
    for document in &loaded.documents {
        let file = loaded.sources.get(document.source);
        let most = if file.extracted { file.text.len() } else { bytes.len() };
        for block in &document.blocks {
            assert!(document.text.get(block.range.clone()).is_some(), "a block is cut at a character");
            assert!(document.map.to_disk(block.range.clone()).end as usize <= most, "a block is in its file");
        }
    }
});
