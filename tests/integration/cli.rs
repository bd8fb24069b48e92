//! The program end to end: what is typed, what is printed, how it exits.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

fn gainsay() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
}

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = gainsay()
        .args(["inspect", "-", "--layer", "tokens"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all("The ferry sank. ".repeat(20_000).as_bytes()).unwrap();
    drop(stdin);
    stdout.read_exact(&mut [0; 16]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = gainsay().args(["completions", shell]).output().unwrap();
        assert!(output.status.success(), "{shell}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("fail-on"), "{shell}");
    }
}
