//! What an editor does every day: accept findings, check what changed, watch a folder.

use std::fs;

use crate::draft::{Desk, article, codes};

/// The output of a run as text: standard output, standard error, exit code.
fn told(desk: &Desk, args: &str) -> (String, String, Option<i32>) {
    let output = desk.run(args);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// The fingerprint of the first finding of a check.
fn fingerprint(desk: &Desk, args: &str) -> String {
    desk.check(args).0["findings"][0]["fingerprint"].as_str().unwrap().to_owned()
}

#[test]
fn an_accepted_finding_does_not_count_any_more() {
    let desk = Desk::new("accept");
    desk.write("draft.md", &article("Desk", "twelve"));
    let fingerprint = fingerprint(&desk, "draft.md --against archive");
    let (said, _, code) = told(&desk, &format!("accept {fingerprint} --reason counted\u{a0}apart"));
    assert_eq!((said, code), (format!("gainsay.toml ignores {fingerprint} now\n"), Some(0)));
    let entry = format!("[[ignore]]\nfingerprint = \"{fingerprint}\"\nreason = \"counted apart\"\n");
    assert_eq!(desk.read("gainsay.toml"), entry);
    let (report, code) = desk.check("draft.md --against archive");
    assert_eq!((codes(&report, "set_aside", "by"), code), (vec!["settings".to_owned()], Some(0)));
    // Once is enough.
    let (said, _, code) = told(&desk, &format!("accept {fingerprint} --reason again"));
    assert_eq!(
        (said, code),
        (format!("{fingerprint} is ignored already (gainsay.toml:2): counted apart\n"), Some(0))
    );
    assert_eq!(desk.read("gainsay.toml"), entry);
    assert_eq!(fs::read_dir(&desk.path("")).unwrap().count(), 3, "nothing is left beside the file");
}

#[test]
fn what_stands_in_the_settings_stays_as_it_is() {
    let desk = Desk::new("layout");
    let before = "# Ours\r\n[check]   # hm\r\nfail-on = 'never'\r\n\r\n# [[ignore]]\r\n# the end";
    desk.write("other.toml", before);
    let args = "accept 0123456789abcdef fedcba9876543210 0123456789abcdef --reason a\"b\\ --until 2199-12-31 --in drafts/*.md --in \"x\".md --config other.toml";
    assert_eq!(told(&desk, args).2, Some(0));
    let entry = |fingerprint: &str| {
        format!(
            "\r\n\r\n[[ignore]]\r\nfingerprint = \"{fingerprint}\"\r\nreason = 'a\"b\\'\r\nuntil = 2199-12-31\r\narticles = [\"drafts/*.md\", '\"x\".md']"
        )
    };
    let after = format!("{before}{}{}\r\n", entry("0123456789abcdef"), entry("fedcba9876543210"));
    assert_eq!(desk.read("other.toml"), after);
    assert!(told(&desk, "config --config other.toml").0.contains("until 2199-12-31: a\"b\\"));
}

#[test]
fn nothing_is_written_that_would_not_hold() {
    let desk = Desk::new("refused");
    let refused = |args: &str, why: &str| {
        let (_, said, code) = told(&desk, &format!("accept {args}"));
        assert!(code == Some(2) && said.contains(why), "{args}: {said}");
    };
    refused("0123456789abcde --reason x", "16 digits");
    refused("0123456789ABCDEF --reason x", "16 digits");
    refused("0123456789abcdef", "--reason");
    refused("0123456789abcdef --reason \t", "an empty reason is none");
    refused("0123456789abcdef --reason x --until 2001-01-01", "is over already");
    assert!(!desk.path("gainsay.toml").exists());
    for (settings, why) in [
        ("[check\nfail-on = 1\n", "config/toml"),
        ("ignore = []\n", "accept/other-form"),
        (
            "[[ignore]]\nfingerprint = \"0123456789abcdef\"\nreason = \"x\"\nuntil = 2001-01-01\n",
            "a later day",
        ),
    ] {
        desk.write("gainsay.toml", settings);
        refused("0123456789abcdef --reason x", why);
        assert_eq!(desk.read("gainsay.toml"), settings);
    }
    // Other mistakes keep nobody from writing.
    desk.write("gainsay.toml", "[chek]\n");
    assert_eq!(told(&desk, "accept 0123456789abcdef --reason x").2, Some(0));
}

#[test]
fn an_exception_for_an_article_that_was_not_read_is_not_called_unused() {
    let desk = Desk::new("unread");
    desk.write("draft.md", &article("Desk", "nine"));
    desk.write("other.md", &article("Other", "nine"));
    let unused = |args: &str, settings: &str| {
        let head = "[[ignore]]\nfingerprint = \"0123456789abcdef\"\nreason = \"x\"\n";
        desk.write("gainsay.toml", &format!("{head}{settings}"));
        codes(&desk.check(args).0, "problems", "code") == ["ignore/unused"]
    };
    assert!(!unused("draft.md", ""));
    assert!(!unused("draft.md --against archive", ""), "other.md was not read");
    assert!(unused("draft.md other.md --against archive", ""));
    assert!(unused(".", "") && unused("./archive draft.md other.md", ""));
    assert!(unused("draft.md --against archive", "[check]\nexclude = [\"other.md\"]\n"));
    let other = "articles = [\"other.md\"]\n";
    assert!(!unused("draft.md --against archive", other) && unused("other.md", other));
    let both = "articles = [\"draft.md\", \"archive/*\"]\n";
    assert!(!unused("draft.md", both) && unused("draft.md --against archive", both));
    let old = "articles = [\"archive/a.md\"]\n";
    assert!(!unused("draft.md --against archive", old), "what an archive says against itself is not told");
}

#[test]
fn writing_a_baseline_takes_a_line() {
    let desk = Desk::new("line");
    let (said, _, code) = told(&desk, "check archive --write-baseline known.json --output short=all.txt");
    assert_eq!((said.as_str(), code), ("wrote known.json: 1 finding\n", Some(0)));
    assert!(desk.read("all.txt").contains("[toll]"));
    assert_eq!(told(&desk, "check archive --quiet --write-baseline known.json").0, "");
    let (report, _) = desk.check("archive --write-baseline known.json");
    assert_eq!(codes(&report, "findings", "rule"), ["toll"], "programs get what they asked for");
}
