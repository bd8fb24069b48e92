//! Sentences and tokens with their spans on disk.
