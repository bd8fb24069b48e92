//! The program end to end: what is typed, what is printed, how it exits.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

fn gainsay() -> Command {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
}

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd");
}

/// What the program prints when it is fed an article.
fn fed(article: &str, args: &[&str]) -> Output {
    let mut child = gainsay()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(article.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn hostile_articles_cannot_reach_the_terminal() {
    let article =
        "\x1b]0;owned\x07 The \u{202e}ferry\u{2066} sank\u{9b}2J on Mon\u{200b}day.\r\nIt did\x08 not.\n";
    for command in ["check - --fail-on note", "inspect - --layer sentences", "inspect - --layer tokens"] {
        for format in ["human", "json"] {
            let args: Vec<_> = command.split(' ').chain(["--format", format]).collect();
            let output = fed(article, &args);
            let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            let hidden: Vec<_> =
                printed.chars().filter(|c| *c != '\n' && gainsay::view::clean::is_hidden(*c)).collect();
            assert!(hidden.is_empty() && printed.len() > 20, "{command} {format}: {hidden:?} in {printed}");
        }
    }
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
fn a_new_rule_works_as_it_stands_and_is_never_overwritten() {
    let folder = std::env::temp_dir().join(format!("gainsay-new-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let run = |args: &[&str]| {
        let output = gainsay().args(args).current_dir(&folder).output().unwrap();
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (code, told) = run(&["rules", "new", "ferry-toll", "--pack", "house"]);
    assert!(code == Some(0) && told.contains("paths = [\"house\"]"), "{told}");
    assert_eq!(run(&["rules", "test", "house"]).1, "1 rule, 2 tests: all passed (1 fired, 1 silent)\n");
    let schema = std::fs::read_to_string(folder.join("house/rule.schema.json")).unwrap();
    assert_eq!(schema, run(&["rules", "schema"]).1);
    std::fs::write(folder.join("gainsay.toml"), "[packs]\npaths = [\"house\"]\n").unwrap();
    let (code, told) = run(&["rules", "new", "ferry-toll"]);
    assert!(code == Some(2) && told.contains("`ferry-toll` already, in the pack `house`"), "{told}");
    let (code, told) = run(&["rules", "new", "toll"]);
    assert!(code == Some(2) && told.contains("`toll` already, in the pack `numbers`"), "{told}");
    assert!(!folder.join("house/toll.toml").exists());
    let (code, told) = run(&["rules", "new", "other-toll"]);
    assert!(code == Some(0) && !told.contains("[packs]"), "{told}");
    assert_eq!(run(&["rules", "new", "../toll"]).0, Some(2));
    std::fs::write(folder.join("elsewhere.toml"), "mine").unwrap();
    let (code, told) = run(&["rules", "new", "elsewhere", "--pack", "."]);
    assert!(code == Some(2) && told.contains("is there already"), "{told}");
    assert_eq!(std::fs::read_to_string(folder.join("elsewhere.toml")).unwrap(), "mine");
    let (code, told) = run(&["rules", "new", "words", "--pack", "desk", "--lexicon"]);
    assert!(code == Some(0) && told.contains("paths = [\"desk\"]"), "{told}");
    assert_eq!(run(&["rules", "test", "desk"]).1, "0 rules, 4 tests: all passed (2 fired, 2 silent)\n");
    let schema = std::fs::read_to_string(folder.join("desk/lexicon/lexicon.schema.json")).unwrap();
    assert_eq!(schema, run(&["rules", "schema", "--lexicon"]).1);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = gainsay().args(["completions", shell]).output().unwrap();
        assert!(output.status.success(), "{shell}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("fail-on"), "{shell}");
    }
}

#[test]
fn threads_and_the_order_of_arguments_change_nothing() {
    let folder = std::env::temp_dir().join(format!("gainsay-order-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let counts = ["Four", "Five", "At least five", "Seven", "Dozens of", "Nine"];
    let write = |(i, count): (usize, &&str)| {
        let path = folder.join(format!("{i}.txt"));
        let text =
            format!("{count} people were killed when a ferry sank off Selby on Monday, police said.\n");
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let paths: Vec<String> = counts.iter().enumerate().map(write).collect();
    let check = |threads: &str, paths: &[String]| {
        let output =
            gainsay().args(["check", "--format", "json", "--threads", threads]).args(paths).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let plain = check("1", &paths);
    assert!(plain.contains("\"articles\": 6"), "{plain}");
    let turned: Vec<String> = paths.iter().rev().cloned().collect();
    assert_eq!(check("4", &paths), plain);
    assert_eq!(check("4", &turned), plain);
    std::fs::remove_dir_all(folder).unwrap();
}
