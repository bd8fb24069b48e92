//! Broken and hostile settings, arguments and inputs: each fails with a message that names the place, and none of
//! them costs a finding.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use rayon::prelude::*;
use serde_json::Value;

/// Settings with something wrong: the text, the code of the problem, and the line that it is on.
const SETTINGS: &[(&str, &str, u64)] = &[
    ("[", "config/toml", 1),
    ("[check\nfail-on = \"error\"", "config/toml", 1),
    ("\n\n]]", "config/toml", 3),
    ("[check]\nfail-on = ", "config/toml", 2),
    ("[check]\nfail-on = error", "config/toml", 2),
    ("[check]\nfail-on = \"error", "config/toml", 2),
    ("[articles]\n\"a.md\" = 2025-02-30", "config/toml", 2),
    ("[articles]\n\"x\" = 2025-01-01\n\"x\" = 2025-01-02", "config/toml", 3),
    ("[check]\n[check]", "config/toml", 2),
    ("\u{0}", "config/toml", 1),
    ("a = \"\u{7}\"", "config/toml", 1),
    ("a = \"\\q\"", "config/toml", 1),
    ("fail-on = \"error\"", "config/unknown-key", 1),
    ("\n\"a.md\" = 2025-01-01", "config/unknown-key", 2),
    ("[chek]", "config/unknown-key", 1),
    ("[check]\nfail-om = \"error\"", "config/unknown-key", 2),
    ("[check]\n\"\\u001b[2J\" = 1", "config/unknown-key", 2),
    ("[check]\n\"\\u202e\" = 1", "config/unknown-key", 2),
    ("[packs]\npath = [\"x\"]", "config/unknown-key", 2),
    ("[articles]\nx = { date = 2025-01-01 }", "config/unknown-key", 2),
    ("[[ignore]]\nfinger = \"x\"", "config/unknown-key", 2),
    ("check = 5", "config/wrong-type", 1),
    ("check = []", "config/wrong-type", 1),
    ("[[check]]", "config/wrong-type", 1),
    ("articles = \"x\"", "config/wrong-type", 1),
    ("rules = true", "config/wrong-type", 1),
    ("packs = 1.5", "config/wrong-type", 1),
    ("ignore = \"all\"", "config/wrong-type", 1),
    ("[ignore]\nfingerprint = \"0123456789abcdef\"", "config/wrong-type", 1),
    ("[check]\nfail-on = 2", "config/wrong-type", 2),
    ("[check]\nfail-on = [\"error\"]", "config/wrong-type", 2),
    ("[check]\nagainst = \"archive\"", "config/wrong-type", 2),
    ("[check]\nagainst = [\n  1,\n]", "config/wrong-type", 3),
    ("[check]\nexclude = {}", "config/wrong-type", 2),
    ("[packs]\npaths = [[\"x\"]]", "config/wrong-type", 2),
    ("[articles]\nx = \"2025-01-01\"", "config/wrong-type", 2),
    ("[articles]\nx = 20250101", "config/wrong-type", 2),
    ("[articles]\nx = 12:00:00", "config/wrong-type", 2),
    ("[articles]\nx = 2025-01-01T12:00:00Z", "config/wrong-type", 2),
    ("[articles]\nx = { source = 5 }", "config/wrong-type", 2),
    ("[rules]\ntoll = false", "config/wrong-type", 2),
    ("[[ignore]]\nfingerprint = 12", "config/wrong-type", 2),
    ("[check]\nfail-on = \"eror\"", "config/bad-value", 2),
    ("[check]\nfail-on = \"\"", "config/bad-value", 2),
    ("[check]\nfail-on = \"ERROR\"", "config/bad-value", 2),
    ("[check]\nagainst = [\"\"]", "config/bad-value", 2),
    ("[check]\nexclude = [\"a[\"]", "config/bad-value", 2),
    ("[check]\nexclude = [\"{a,b\"]", "config/bad-value", 2),
    ("[articles]\n\"\" = 2025-01-01", "config/bad-value", 2),
    ("[articles]\n\"[z-a].md\" = 2025-01-01", "config/bad-value", 2),
    ("[rules]\ntoll = \"fatal\"", "config/bad-value", 2),
    ("[[ignore]]\nfingerprint = \"xyz\"\nreason = \"x\"", "config/bad-value", 2),
    ("[[ignore]]\nfingerprint = \"0123456789abcdef\"\nreason = \" \"", "config/bad-value", 3),
    ("\n[[ignore]]\nfingerprint = \"0123456789abcdef\"", "config/missing-key", 2),
    ("[[ignore]]\nreason = \"x\"", "config/missing-key", 1),
    ("[rules]\ntole = \"note\"", "config/unknown-rule", 2),
    ("\u{feff}[check]\nfail-on = 2", "config/wrong-type", 2),
    ("[check]\r\n\r\nfail-on = \"eror\"\r\n", "config/bad-value", 3),
    ("[check]\rfail-on = \"error\"", "config/toml", 1),
    ("[articles]\n\"a.md\" = 10000-01-01", "config/toml", 2),
    ("[check]\nfail-on = 99999999999999999999999999", "config/wrong-type", 2),
    ("[check]\nfail-on = nan", "config/wrong-type", 2),
    ("rules = { age = \"note\" }\n[rules]\nage = \"off\"", "config/toml", 2),
    ("rules.toll.x = \"off\"", "config/wrong-type", 1),
    ("[[for]]\narticles = [\"a\"]\nrules = {}\n[for]\nrules = {}", "config/wrong-type", 4),
    ("[[for]]\narticles = [\"[a\"]\nrules = { toll = \"off\" }", "config/bad-value", 2),
    ("[[for]]\narticles = [\"a.md\"]\npacks = { number = \"off\" }", "config/unknown-pack", 3),
    ("[[for]]\narticles = [\"a.md\"]\npacks = [\"numbers\"]", "config/wrong-type", 3),
    ("\n[[for]]\npacks = { numbers = \"off\" }", "config/missing-key", 2),
    ("[lexicon]\npaths = [\"nowhere\"]", "config/unreadable", 2),
];

/// Arguments with something wrong, and what the message must name.
const ARGUMENTS: &[(&str, &str)] = &[
    ("--config latin1.toml", "latin1.toml:2:6"),
    ("--baseline latin1.toml", "latin1.toml"),
    ("--baseline empty", "empty"),
    ("--against binary.md", "binary.md"),
    ("--against a.md --output sarif=empty", "empty"),
    ("loop.md", "loop.md"),
    ("--baseline empty/../latin1.toml", "latin1.toml"),
    ("--output json=a.md/x.json", "a.md/x.json"),
    ("--date-of a.md=99999-01-01", "a.md=99999-01-01"),
    ("--threads 99999999999999999999", "--threads"),
    ("--fail-on eror", "--fail-on"),
    ("--format xml", "--format"),
    ("--output out.sarif", "--output"),
    ("--output sarf=out.sarif", "sarf"),
    ("--output sarif=", "sarif="),
    ("--date-of 2025-01-01", "--date-of"),
    ("--date-of =2025-01-01", "--date-of"),
    ("--date-of a.md=2025-13-01", "a.md=2025-13-01"),
    ("--date-of [=2025-01-01", "--date-of"),
    ("--date-of x.md=2025-01-01", "x.md"),
    ("--threads 0", "--threads"),
    ("--threads many", "--threads"),
    ("--quiet --summary", "--summary"),
    ("--against nowhere", "nowhere"),
    ("--against", "--against"),
    ("--baseline nowhere.json", "nowhere.json"),
    ("--write-baseline no/where.json", "no/where.json"),
    ("--output json=no/where.json", "no/where.json"),
    ("--config nowhere.toml", "nowhere.toml"),
    ("--config .", "."),
    ("nowhere.md", "nowhere.md"),
    ("binary.md", "binary.md"),
    ("empty", "empty"),
    ("--unknown", "--unknown"),
];

/// A folder with two reports that contradict each other, gone when the test ends.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-hostile-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("empty")).unwrap();
        let report = |killed: &str| {
            format!(
                "---\npublished: 2025-08-12\n---\n\nA fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday.\n"
            )
        };
        fs::write(path.join("a.md"), report("nine")).unwrap();
        fs::write(path.join("b.md"), report("ten")).unwrap();
        fs::write(path.join("latin1.toml"), b"[check]\n# caf\xe9\n").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("loop.md", path.join("loop.md")).unwrap();
        fs::write(path.join("binary.md"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
        Desk(path)
    }

    pub(crate) fn check(&self, args: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&self.0).args("check a.md b.md".split(' '));
        command.args(args.split(' ').filter(|arg| !arg.is_empty())).output().unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Nothing that acts on a terminal instead of being seen.
fn is_harmless(text: &str) -> bool {
    !text.chars().any(|c| c != '\n' && gainsay::view::clean::is_hidden(c))
}

#[test]
fn every_mistake_in_settings_is_located_and_costs_no_finding() {
    let desk = Desk::new("settings");
    assert!(SETTINGS.len() >= 50);
    let wrong: Vec<String> = SETTINGS
        .par_iter()
        .enumerate()
        .filter_map(|(number, (text, code, line))| {
            let name = format!("{number}.toml");
            fs::write(desk.0.join(&name), text).unwrap();
            let output = desk.check(&format!("--format json --config {name}"));
            let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            let mut problems = report["problems"].as_array().into_iter().flatten();
            let problem = problems.find(|problem| problem["code"] == *code);
            let located = problem.is_some_and(|p| p["path"] == name.as_str() && p["line"] == *line);
            let found = report["findings"][0]["rule"] == "toll";
            let right = located && found && output.status.code() == Some(2) && is_harmless(&told);
            (!right).then(|| format!("{text:?}: {} {found} {told}", report["problems"]))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_wrong_argument_is_named() {
    let desk = Desk::new("arguments");
    let wrong: Vec<String> = ARGUMENTS
        .par_iter()
        .filter_map(|(args, named)| {
            let output = desk.check(args);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            let right = output.status.code() == Some(2) && told.contains(named) && is_harmless(&told);
            (!right).then(|| format!("{args}: {:?} {told}", output.status.code()))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_bad_input_costs_no_finding() {
    let desk = Desk::new("inputs");
    for bad in [
        "nowhere.md",
        "binary.md",
        "empty",
        "--baseline nowhere.json",
        "--config nowhere.toml",
        "--config latin1.toml",
        "--output json=empty",
    ] {
        let output = desk.check(bad);
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("error[toll]"), "{bad}");
    }
}

/// What `mkfifo` makes would be waited for.
#[test]
#[cfg(unix)]
fn a_pipe_in_a_folder_is_passed_over() {
    let desk = Desk::new("pipe");
    let made = Command::new("mkfifo").arg(desk.0.join("empty/pipe.md")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let output = desk.check("empty");
    assert!(String::from_utf8_lossy(&output.stderr).contains("empty holds no articles"));
}

#[test]
fn an_archive_may_come_in_through_standard_input() {
    let desk = Desk::new("stdin");
    let archive = fs::File::open(desk.0.join("b.md")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(&desk.0).args(["check", "a.md", "--against", "-"]).stdin(archive);
    let output = command.output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 error in 1 article against 1"));
}
