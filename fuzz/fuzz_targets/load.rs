//! Any bytes are a file: the first byte chooses what its name says it is.
#![no_main]

use gainsay::article::load::{Overrides, document_from_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let path = ["a.txt", "a.md", "a.html", "a"][usize::from(kind % 4)];
    let loaded = document_from_bytes(path, bytes.to_vec(), &Overrides::default());
    for document in &loaded.documents {
        for block in &document.blocks {
            assert!(document.text.get(block.range.clone()).is_some(), "a block is cut at a character");
        }
    }
});
