//! One test for every mistake that users met, named after it.
