//! Benchmarks per stage.
fn main() {
    divan::main();
}
