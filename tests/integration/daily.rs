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
    assert_eq!(fs::read_dir(desk.path("")).unwrap().count(), 3, "nothing is left beside the file");
}

#[test]
fn findings_that_are_accepted_at_once_are_all_kept() {
    let desk = Desk::new("at-once");
    let said: Vec<_> = std::thread::scope(|scope| {
        let run = |n: u32| told(&desk, &format!("accept {n:016x} --reason {n}"));
        let runs: Vec<_> = (1..=20).map(|n| scope.spawn(move || run(n))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert!(said.iter().all(|(_, _, code)| *code == Some(0)), "{said:?}");
    let settings = desk.read("gainsay.toml");
    let kept = |n: u32| settings.contains(&format!("fingerprint = \"{n:016x}\"\nreason = \"{n}\"\n"));
    assert!((1..=20).all(kept), "{settings}");
    assert_eq!(fs::read_dir(desk.path("")).unwrap().count(), 2, "nothing is left beside the file");
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

#[test]
fn an_archive_may_be_empty_or_checked_by_itself() {
    let desk = Desk::new("empty");
    fs::create_dir(desk.path("none")).unwrap();
    desk.write("draft.md", &article("Desk", "nine"));
    let (said, problems, code) = told(&desk, "check draft.md --against none");
    assert!(said.starts_with("no conflicts in 1 article ("), "{said}");
    assert!(code == Some(0) && problems.starts_with("note[input/no-articles]"), "{problems}");
    desk.write("gainsay.toml", "[check]\nagainst = [\"archive\"]\n");
    let (said, _, _) = told(&desk, "check archive");
    assert!(said.contains("1 error in 3 articles (") && !said.contains("the draft"), "{said}");
    let (_, problems, code) = told(&desk, "check --against archive draft.md");
    assert!(code == Some(2) && problems.contains("gainsay check draft.md --against archive"), "{problems}");
    assert!(!told(&desk, "check").1.contains("--against archive"));
}

#[test]
fn an_excluded_folder_is_not_read_wherever_the_program_is_run() {
    let desk = Desk::new("exclude");
    fs::create_dir(desk.path("notes")).unwrap();
    desk.write("notes/x.md", &article("Desk", "twelve"));
    for exclude in ["notes", "notes/", "./notes", "notes/**"] {
        desk.write("gainsay.toml", &format!("[check]\nexclude = [\"{exclude}\"]\n"));
        for args in [".".to_owned(), desk.path("").display().to_string()] {
            assert_eq!(desk.check(&args).0["summary"]["articles"], 3, "{exclude} {args}");
        }
    }
    let inside = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "."])
        .current_dir(desk.path("notes"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&inside.stderr).contains("all articles in . are excluded"));
    assert_eq!(desk.check("notes/x.md").0["summary"]["articles"], 1, "what is named is read");
}

/// Runs git in a desk, with nobody's settings.
fn git(desk: &Desk, args: &[&str]) {
    let done = std::process::Command::new("git")
        .args(["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"])
        .args(args)
        .current_dir(desk.path(""))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("GIT_DIR")
        .env_remove("GIT_INDEX_FILE")
        .output()
        .unwrap();
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// The drafts of a check, and how many articles it held them against.
fn drafts(desk: &Desk, args: &str) -> (Vec<String>, u64) {
    let report = desk.check(args).0;
    let articles = report["articles"].as_array().unwrap().iter();
    let drafts = articles.filter(|article| article["part"] == "draft");
    let names = drafts.map(|article| article["path"].as_str().unwrap().to_owned()).collect();
    (names, report["summary"]["archive"].as_u64().unwrap_or(0))
}

#[test]
fn what_changed_is_checked_against_all_that_did_not() {
    let desk = Desk::new("changed");
    git(&desk, &["init", "-q", "-b", "main"]);
    let all = ["archive/a.md", "archive/b.md", "archive/c.md"].map(str::to_owned).to_vec();
    assert_eq!(drafts(&desk, "--changed"), (all.clone(), 0), "before the first commit all is new");
    desk.write(".gitignore", "ignored.md\n");
    git(&desk, &["add", "."]);
    assert_eq!(drafts(&desk, "--staged"), (all, 0));
    git(&desk, &["commit", "-qm", "first"]);
    let (said, _, code) = told(&desk, "check --changed --fail-on note");
    assert_eq!((said.as_str(), code), ("no article has changed since HEAD\n", Some(0)));
    assert_eq!(told(&desk, "check --staged").0, "no article is staged that differs from HEAD\n");
    assert_eq!(drafts(&desk, "--changed"), (vec![], 0), "programs get a report");
    // New, odd, ignored, deleted, renamed, changed.
    let odd = "d\u{e9}j\u{e0} \"vu\" 'x'\u{a0}#2.md";
    desk.write(odd, &article("Desk", "twelve"));
    desk.write("ignored.md", &article("Desk", "forty"));
    fs::remove_file(desk.path("archive/b.md")).unwrap();
    let (report, code) = desk.check("--changed");
    assert_eq!(drafts(&desk, "--changed"), (vec![odd.to_owned()], 2));
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(1)));
    fs::rename(desk.path("archive/c.md"), desk.path("archive/z.md")).unwrap();
    desk.write("archive/a.md", &article("Post", "eleven"));
    let changed = |dir: &str| vec![format!("{dir}a.md"), format!("{dir}z.md")];
    assert_eq!(drafts(&desk, "archive --changed").0, changed("archive/"));
    // From a folder below: the repository is the project; with settings what lies beside them is.
    let below = |args: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let command = command.args(args.split(' ')).current_dir(desk.path("archive"));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(below("check --changed --summary").contains("in 3 articles ("));
    desk.write("archive/gainsay.toml", "");
    assert!(below("check --changed --summary").contains("in 2 articles ("));
    fs::remove_file(desk.path("archive/gainsay.toml")).unwrap();
    desk.write("gainsay.toml", "");
    assert!(below("check --changed --summary").contains("in 3 articles ("));
    git(&desk, &["add", "archive"]);
    git(&desk, &["commit", "-qm", "second"]);
    assert_eq!(drafts(&desk, "archive --changed").0, [""; 0]);
    assert_eq!(drafts(&desk, "archive --changed=HEAD~1").0, changed("archive/"));
    // Both: what is staged that differs from a commit.
    desk.write("archive/z.md", &article("Wire", "eight"));
    assert_eq!(drafts(&desk, "archive --staged").0, [""; 0]);
    assert_eq!(drafts(&desk, "archive --staged --changed=HEAD~1").0, changed("archive/"));
    let (report, _) = desk.check("archive --staged --changed=HEAD~1");
    assert!(!report.to_string().contains("eight"), "what lies in the folder is not read");
}

#[test]
fn a_hook_checks_what_is_staged_and_not_what_lies_in_the_folder() {
    let desk = Desk::new("staged");
    git(&desk, &["init", "-q", "-b", "main"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "first"]);
    desk.write("draft.md", &article("Desk", "twelve"));
    git(&desk, &["add", "draft.md"]);
    desk.write("draft.md", &article("Desk", "thirteen"));
    let message = |args: &str| desk.check(args).0["findings"][0]["message"].as_str().unwrap().to_owned();
    assert!(message("--staged").contains("12") && message("--changed").contains("13"));
    // As git runs it.
    fs::write(
        desk.path(".git/hooks/pre-commit"),
        format!("#!/bin/sh\nexec '{}' check --staged --quiet\n", env!("CARGO_BIN_EXE_gainsay")),
    )
    .unwrap();
    let hook = desk.path(".git/hooks/pre-commit");
    assert!(std::process::Command::new("chmod").arg("+x").arg(hook).status().unwrap().success());
    let commit = || {
        let mut git = std::process::Command::new("git");
        git.args(["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-qm", "x"]);
        git.current_dir(desk.path("")).env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap()
    };
    let refused = commit();
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&[refused.stdout, refused.stderr].concat()).into_owned();
    assert!(said.contains("error[toll]: ") && said.contains("killed: 12"), "{said}");
    desk.write("draft.md", "---\npublished: 2025-08-12\n---\n\nRain fell.\n");
    git(&desk, &["add", "draft.md"]);
    desk.write("draft.md", &article("Desk", "thirteen"));
    assert!(commit().status.success());
}

#[test]
fn without_a_repository_git_decides_nothing() {
    let desk = Desk::new("nogit");
    let failed = |args: &str, why: &str| {
        let (_, said, code) = told(&desk, args);
        assert!(code == Some(2) && said.contains(why), "{args}: {said}");
    };
    failed("check --changed", "not a git repository");
    failed("check - --changed", "standard input");
    git(&desk, &["init", "-q"]);
    failed("check --changed=nowhere", "git knows no commit `nowhere`");
    failed("check --changed=--all", "git knows no commit `--all`");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let output =
        command.args(["check", "--changed"]).current_dir(desk.path("")).env("PATH", "").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("cannot run git"), "{said}");
}

#[test]
fn watching_checks_again_when_an_article_or_a_setting_changes() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    let desk = Desk::new("watch");
    desk.write("draft.md", &article("Desk", "nine"));
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "draft.md", "archive", "--watch", "--summary"])
        .current_dir(desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (send, lines) = std::sync::mpsc::channel();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || stdout.lines().map_while(Result::ok).all(|line| send.send(line).is_ok()));
    let wait = |wanted: &str| {
        let mut said = String::new();
        while !said.contains(wanted) {
            match lines.recv_timeout(std::time::Duration::from_secs(60)) {
                Ok(line) => said = line,
                Err(_) => panic!("{wanted:?} does not come; last came {said:?}"),
            }
        }
    };
    wait("1 error in 4 articles");
    desk.write("archive/c.md", &article("Wire", "nine"));
    wait("archive/c.md");
    wait("no conflicts in 4 articles");
    desk.write("archive/d.md", &article("Other", "forty"));
    wait("1 error in 5 articles");
    desk.write("gainsay.toml", "[rules]\ntoll = \"note\"\n");
    wait("gainsay.toml");
    wait("1 note in 5 articles");
    fs::remove_file(desk.path("archive/d.md")).unwrap();
    wait("no conflicts in 4 articles");
    child.kill().unwrap();
    child.wait().unwrap();
    let (_, said, code) = told(&desk, "check - --watch");
    assert!(code == Some(2) && said.contains("cannot be watched"), "{said}");
}

/// A page that is written into the folder that it tells of is no article of it, and no file that was read is written over.
#[test]
fn reports_are_neither_read_nor_written_over_articles() {
    let desk = Desk::new("reports");
    let first = desk.check("archive --output html=archive/report.html");
    let (second, code) = desk.check("archive --output html=archive/report.html");
    assert_eq!((&second["findings"], code), (&first.0["findings"], first.1));
    assert!(codes(&second, "problems", "code").contains(&"input/passed-over".to_owned()));
    desk.write("gainsay.toml", "");
    let before = desk.read("archive/a.md");
    for output in ["html=archive/a.md", "json=./archive/../archive/a.md", "json=gainsay.toml"] {
        let (_, wrong, code) = told(&desk, &format!("check archive --output {output}"));
        assert!(wrong.contains("write elsewhere") && code == Some(2), "{output}: {wrong}");
    }
    let (_, wrong, code) = told(&desk, "check archive --write-baseline archive/a.md");
    assert!(wrong.contains("write elsewhere") && code == Some(2), "{wrong}");
    assert_eq!((desk.read("archive/a.md"), desk.read("gainsay.toml")), (before, String::new()));
}

/// Whoever asks for longer than an entry holds is told so.
#[test]
fn an_entry_that_ends_earlier_is_named() {
    let desk = Desk::new("shorter");
    assert_eq!(told(&desk, "accept 0123456789abcdef --reason one --until 2199-01-01").2, Some(0));
    let (_, wrong, code) = told(&desk, "accept 0123456789abcdef --reason two");
    assert!(wrong.contains("accept/shorter") && code == Some(2), "{wrong}");
    assert_eq!(told(&desk, "accept 0123456789abcdef --reason two --until 2198-01-01").2, Some(0));
}

/// A hook with a slip in it must not let everything pass.
#[test]
fn a_path_that_is_not_there_is_no_change() {
    let desk = Desk::new("slip");
    git(&desk, &["init", "-q"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "all"]);
    for args in ["check archiv --staged", "check archiv --changed"] {
        let (_, wrong, code) = told(&desk, args);
        assert!(wrong.contains("there is no file or folder archiv") && code == Some(2), "{args}: {wrong}");
    }
}

#[test]
fn the_file_of_a_pack_is_no_rule() {
    let desk = Desk::new("manifest");
    let (_, wrong, code) = told(&desk, "rules new pack --pack house");
    assert!(wrong.contains("`pack` is no id of a rule") && code == Some(2), "{wrong}");
    assert!(!desk.path("house").exists());
}

/// `rules new` without a pack writes into the folder of the settings, and says to name that.
#[test]
fn a_pack_may_lie_beside_the_settings() {
    let desk = Desk::new("beside");
    told(&desk, "rules new ferry-toll");
    desk.write("gainsay.toml", "[packs]\npaths = [\".\"]\n");
    desk.write("a.md", &article("Desk", "nine"));
    let (_, wrong, code) = told(&desk, "check a.md");
    assert_eq!((wrong.as_str(), code), ("", Some(0)));
    let (tested, wrong, code) = told(&desk, "rules test");
    assert!(tested.contains("all passed") && code == Some(0), "{tested}{wrong}");
}

/// Whoever stands in a folder of the repository has the whole of it checked against.
#[test]
fn without_settings_the_repository_is_the_project() {
    let desk = Desk::new("subfolder");
    fs::create_dir_all(desk.path("drafts")).unwrap();
    desk.write("drafts/new.md", &article("Desk", "nine"));
    git(&desk, &["init", "-q"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-qm", "all"]);
    desk.write("drafts/new.md", &article("Desk", "twelve"));
    let command = |folder: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let output = command.current_dir(desk.path(folder)).args(["check", "--changed", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_slice(&output.output().unwrap().stdout).unwrap();
        (report["findings"].as_array().unwrap().len(), report["summary"]["archive"].clone())
    };
    assert_eq!(command("drafts"), command(""));
    assert_eq!(command("drafts").1, 3);
}

/// What nobody is to write is not replaced, and what leads nowhere is not made a file.
#[test]
#[cfg(unix)]
fn settings_that_cannot_be_written_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new("unwritable");
    let accept = || told(&desk, "accept 0123456789abcdef --reason one");
    desk.write("gainsay.toml", "");
    fs::set_permissions(desk.path("gainsay.toml"), fs::Permissions::from_mode(0o444)).unwrap();
    let (_, wrong, code) = accept();
    assert!(wrong.contains("accept/unwritable") && code == Some(2), "{wrong}");
    fs::remove_file(desk.path("gainsay.toml")).unwrap();
    symlink("nowhere.toml", desk.path("gainsay.toml")).unwrap();
    assert_eq!(accept().2, Some(2));
    assert!(desk.path("gainsay.toml").is_symlink() && !desk.path("nowhere.toml").exists());
    fs::remove_file(desk.path("gainsay.toml")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(desk.path("pipe.toml")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let (_, wrong, code) = told(&desk, "accept 0123456789abcdef --reason one --config pipe.toml");
    assert!(wrong.contains("is no file") && code == Some(2), "{wrong}");
    fs::create_dir(desk.path(".gainsay.toml.lock")).unwrap();
    let (_, wrong, code) = accept();
    assert!(wrong.contains(".gainsay.toml.lock: ") && code == Some(2), "{wrong}");
}
