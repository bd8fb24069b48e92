//! From a word and its tag to its dictionary form.
