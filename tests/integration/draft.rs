//! A draft before publishing: against an archive, with exceptions and baselines, in every form of output.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of a test's own, gone when the test ends.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-draft-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("archive")).unwrap();
        let desk = Desk(path);
        for (name, outlet, killed) in [("a", "Post", "nine"), ("b", "Star", "nine"), ("c", "Wire", "ten")] {
            desk.write(&format!("archive/{name}.md"), &article(outlet, killed));
        }
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn run(&self, args: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&self.0).args(args.split(' ').filter(|arg| !arg.is_empty())).output().unwrap()
    }

    /// The report of a check for programs, and the exit code.
    pub(crate) fn check(&self, args: &str) -> (Value, Option<i32>) {
        let output = self.run(&format!("check {args} --format json"));
        let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{error}: {}", String::from_utf8_lossy(&output.stderr));
        });
        (report, output.status.code())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn article(outlet: &str, killed: &str) -> String {
    format!(
        "---\nsource: {outlet}\npublished: 2025-08-12\n---\n\nA fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.\n"
    )
}

/// The codes of a report's findings or problems.
pub(crate) fn codes(report: &Value, list: &str, key: &str) -> Vec<String> {
    let all = report[list].as_array().unwrap();
    all.iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn only_what_touches_the_draft_is_told() {
    let desk = Desk::new("against");
    desk.write("draft.md", &article("Desk", "twelve"));
    assert_eq!(
        desk.check("archive").0["findings"].as_array().unwrap().len(),
        1,
        "the archive disagrees with itself"
    );
    let (report, code) = desk.check("draft.md --against archive");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(1)));
    let finding = &report["findings"][0];
    assert_eq!(finding["labels"][0]["path"], "draft.md", "the draft leads");
    let sides: Vec<(&str, bool, usize)> = finding["sides"]
        .as_array()
        .unwrap()
        .iter()
        .map(|side| {
            let sources = side["sources"].as_array().unwrap().len();
            (side["value"].as_str().unwrap(), side["draft"].as_bool().unwrap(), sources)
        })
        .collect();
    assert_eq!(sides, [("12", true, 0), ("9", false, 2), ("10", false, 1)]);
    desk.write(
        "draft.md",
        "---\npublished: 2025-08-12\n---\n\nThe mayor of Lima opened a bridge on Monday.\n",
    );
    let (report, code) = desk.check("draft.md --against archive");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec![], Some(0)));
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_draft_and_archive_is_draft() {
    let desk = Desk::new("both");
    let (report, _) = desk.check("./archive/a.md --against archive");
    assert_eq!((&report["summary"]["articles"], &report["summary"]["archive"]), (&1.into(), &2.into()));
    assert_eq!(report["findings"][0]["sides"][0]["draft"], true);
}

#[test]
fn an_ignored_finding_stays_ignored_until_the_fact_is_corrected() {
    let desk = Desk::new("life");
    desk.write("draft.md", &article("Desk", "twelve"));
    let (report, _) = desk.check("draft.md --against archive");
    let fingerprint = report["findings"][0]["fingerprint"].as_str().unwrap().to_owned();
    desk.write(
        "gainsay.toml",
        &format!("[[ignore]]\nfingerprint = \"{fingerprint}\"\nreason = \"the ministry's count\"\n"),
    );
    let settled = |name: &str| {
        let (report, code) = desk.check(&format!("{name} --against archive"));
        (
            codes(&report, "findings", "rule"),
            codes(&report, "set_aside", "by"),
            codes(&report, "problems", "code"),
            code,
        )
    };
    let ignored = (vec![], vec!["settings".to_owned()], vec![], Some(0));
    assert_eq!(settled("draft.md"), ignored);
    // Edited elsewhere: more text before and after, and the same said again in other words.
    let text = article("Desk", "twelve")
        .replace("A fire", "Rain fell on Sunday in Split.\n\nA fire")
        .replace("police said.", "police said.\n\nThe fire killed twelve people, a priest in Split said.");
    desk.write("draft.md", &text);
    assert_eq!(settled("draft.md"), ignored);
    fs::rename(desk.path("draft.md"), desk.path("final version.md")).unwrap();
    fs::rename(desk.path("final version.md"), desk.path("final.md")).unwrap();
    assert_eq!(settled("final.md"), ignored);
    // Another paper repeats what was said before.
    desk.write("archive/0.md", &article("Voice", "nine"));
    assert_eq!(settled("final.md"), ignored);
    // Another wrong number is another finding.
    desk.write("final.md", &text.replace("twelve", "thirteen"));
    let unused = vec!["ignore/unused".to_owned()];
    assert_eq!(settled("final.md"), (vec!["toll".to_owned()], vec![], unused.clone(), Some(1)));
    // Corrected: the archive's own quarrel is nobody's business here.
    desk.write("archive/c.md", &article("Wire", "nine"));
    desk.write("final.md", &text.replace("twelve", "nine"));
    assert_eq!(settled("final.md"), (vec![], vec![], unused, Some(0)));
}

#[test]
fn two_facts_with_the_same_numbers_have_two_fingerprints() {
    let desk = Desk::new("twins");
    let report = |published: &str, text: &str| format!("---\npublished: {published}\n---\n\n{text}\n");
    let fire = |killed: &str, where_to: &str, day: &str| {
        format!(
            "A fire in a hotel killed {killed} people in {where_to} on {day}. Guests fled. Smoke rose over {where_to}."
        )
    };
    let fingerprints = |folder: &str, twins: &[(&str, &str, &str)]| {
        fs::create_dir_all(desk.path(folder)).unwrap();
        for (at, (published, where_to, day)) in twins.iter().enumerate() {
            for killed in ["nine", "ten"] {
                desk.write(
                    &format!("{folder}/{at}-{killed}.md"),
                    &report(published, &fire(killed, where_to, day)),
                );
            }
        }
        codes(&desk.check(folder).0, "findings", "fingerprint")
    };
    let [split, lyon] = [("2025-08-12", "Split", "Monday"), ("2025-08-12", "Lyon", "Monday")];
    let places = fingerprints("places", &[split, lyon]);
    assert!(places.len() == 2 && places[0] != places[1], "{places:?}");
    let later = ("2025-11-18", "Split", "Monday");
    let days = fingerprints("days", &[split, later]);
    assert!(days.len() == 2 && days[0] != days[1], "{days:?}");
    // Each fact keeps its own, whatever it is checked together with and whatever the files are called.
    assert!(places.contains(&days[0]) || places.contains(&days[1]));
}

#[test]
fn names_in_the_settings_that_no_article_has_are_told() {
    let desk = Desk::new("strangers");
    desk.write("draft.md", &article("Desk", "nine"));
    desk.write(
        "gainsay.toml",
        "[articles]\n\"draft.md\" = 2025-08-12\n\"archive/*.md\" = { source = \"Post\" }\n\"darft.md\" = 2025-08-12\n\"wire/*.md\" = 2025-08-12\n",
    );
    let (report, code) = desk.check("draft.md");
    let told: Vec<_> = report["problems"].as_array().unwrap().iter().collect();
    assert_eq!(
        (codes(&report, "problems", "code"), code),
        (vec!["config/no-such-article".to_owned(); 2], Some(0))
    );
    assert_eq!((&told[0]["line"], &told[1]["line"]), (&4.into(), &5.into()));
    assert_eq!(told[0]["help"], "did you mean `draft.md`?");
}

#[test]
fn the_archive_may_follow_an_equals_sign() {
    let desk = Desk::new("equals");
    desk.write("draft.md", &article("Desk", "twelve"));
    let (report, code) = desk.check("--against=archive draft.md");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(1)));
}

#[test]
fn a_fingerprint_can_be_copied_from_what_people_read() {
    let desk = Desk::new("copied");
    desk.write("draft.md", &article("Desk", "twelve"));
    let output = desk.run("check draft.md --against archive");
    let told = String::from_utf8(output.stdout).unwrap();
    let fingerprint =
        told.split("fingerprint ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
    let (report, _) = desk.check("draft.md --against archive");
    assert_eq!(report["findings"][0]["fingerprint"], fingerprint);
}

#[test]
fn a_comment_in_the_article_sets_its_paragraph_aside() {
    let desk = Desk::new("comment");
    let text = article("Desk", "twelve");
    desk.write(
        "draft.md",
        &text.replace("A fire", "<!-- gainsay-ignore toll: counted with the crew -->\nA fire"),
    );
    let (report, code) = desk.check("draft.md --against archive");
    assert_eq!((codes(&report, "set_aside", "by"), code), (vec!["comment".to_owned()], Some(0)));
    assert_eq!(report["set_aside"][0]["reason"], "counted with the crew");
    desk.write("draft.md", &text.replace("said.", "said. <!-- gainsay-ignore age: x -->"));
    let (report, code) = desk.check("draft.md --against archive");
    assert_eq!((codes(&report, "problems", "code"), code), (vec!["ignore/unused".to_owned()], Some(1)));
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let desk = Desk::new("baseline");
    desk.write("draft.md", &article("Desk", "twelve"));
    let output = desk.run("check draft.md --against archive --write-baseline known.json");
    assert_eq!(output.status.code(), Some(0));
    let (report, code) = desk.check("draft.md --against archive --baseline known.json");
    assert_eq!((codes(&report, "set_aside", "by"), code), (vec!["baseline".to_owned()], Some(0)));
    desk.write("draft.md", &article("Desk", "thirteen"));
    let (report, code) = desk.check("draft.md --against archive --baseline known.json");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(1)));
    desk.write("known.json", "{");
    let (report, code) = desk.check("draft.md --against archive --baseline known.json");
    assert_eq!(
        (codes(&report, "findings", "rule"), code),
        (vec!["toll".to_owned()], Some(2)),
        "nothing is lost"
    );
    assert_eq!(
        (&report["problems"][0]["path"], &report["problems"][0]["line"]),
        (&"known.json".into(), &1.into())
    );
}

#[test]
fn one_run_writes_every_form() {
    let desk = Desk::new("forms");
    desk.write("draft.md", &article("Desk", "twelve"));
    let forms = ["human", "short", "json", "sarif", "github", "markdown"];
    let files: Vec<String> = forms.iter().map(|form| format!("--output {form}=out.{form}")).collect();
    let args = format!("check draft.md --against archive --format short {}", files.join(" "));
    let output = desk.run(&args);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), desk.read("out.short"));
    for form in forms {
        let printed = desk.run(&format!("check draft.md --against archive --format {form}")).stdout;
        assert_eq!(String::from_utf8(printed).unwrap(), desk.read(&format!("out.{form}")), "{form}");
    }
    assert!(desk.read("out.short").starts_with("draft.md:6:28: error[toll]: "));
    assert!(desk.read("out.github").starts_with("::error file=draft.md,line=6,endLine=6,col=28,"));
    assert!(desk.read("out.markdown").contains("- **9** – 2 sources: Post, Star\n"));
    let log: Value = serde_json::from_str(&desk.read("out.sarif")).unwrap();
    // One pattern ends in a bracket that not every dialect of regular expressions takes for itself.
    let schema = include_str!("../schema/sarif-2.1.0.json").replace("{2}]?$", r"{2}\\]?$");
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let mistakes: Vec<String> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
    assert_eq!(mistakes, [""; 0]);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 1);
}

#[test]
fn an_output_that_cannot_be_written_takes_nothing_else_away() {
    let desk = Desk::new("unwritable");
    desk.write("draft.md", &article("Desk", "twelve"));
    let output =
        desk.run("check draft.md --against archive --output sarif=no/where.sarif --output json=out.json");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/where.sarif"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[toll]"));
    assert!(desk.read("out.json").contains("\"toll\""));
}

#[test]
fn quiet_and_summary_say_less() {
    let desk = Desk::new("amount");
    desk.write(
        "draft.md",
        &article("Desk", "twelve").replace("said.", "said. <!-- gainsay-ignore age: x -->"),
    );
    let printed = |args: &str| {
        let output = desk.run(&format!("check draft.md --against archive {args}"));
        assert_eq!(output.status.code(), Some(1));
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (all, told) = printed("");
    assert!(all.contains("1 error in 1 article against 3") && told.contains("ignore/unused"));
    let (quiet, told) = printed("--quiet");
    assert!(
        quiet.contains("error[toll]") && !quiet.contains("1 article") && told.is_empty(),
        "{quiet}{told}"
    );
    let (summary, _) = printed("--summary");
    let lines: Vec<&str> = summary.lines().map(str::trim).collect();
    assert_eq!(lines[0], "1 error[toll]");
    assert!(lines.len() == 2 && lines[1].starts_with("1 error in 1 article against 3"), "{summary}");
}

#[test]
fn settings_are_found_upwards_and_hold_for_the_archive_too() {
    let desk = Desk::new("settings");
    fs::create_dir_all(desk.path("drafts/today")).unwrap();
    desk.write("drafts/today/draft.md", &article("Desk", "twelve").replace("published: 2025-08-12\n", ""));
    desk.write(
        "gainsay.toml",
        "[check]\nagainst = [\"archive\"]\nexclude = [\"archive/c.md\"]\nfail-on = \"never\"\n[articles]\n\"drafts/**/*.md\" = { published = 2025-08-12, title = \"The fire\" }\n",
    );
    let (report, code) = desk.check("drafts/today/draft.md");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(0)));
    let article = &report["articles"][0];
    assert_eq!((&article["published"], &article["title"]), (&"2025-08-12".into(), &"The fire".into()));
    assert_eq!(report["summary"]["archive"], 2);
}

#[test]
fn a_mistake_in_the_settings_loses_no_finding() {
    let desk = Desk::new("mistake");
    desk.write("draft.md", &article("Desk", "twelve"));
    desk.write("gainsay.toml", "[check]\nagainst = [\"archive\", 5]\nfail-om = \"never\"\n");
    let (report, code) = desk.check("draft.md nowhere.md");
    assert_eq!((codes(&report, "findings", "rule"), code), (vec!["toll".to_owned()], Some(2)));
    let problems = codes(&report, "problems", "code");
    assert_eq!(problems, ["input/missing", "config/wrong-type", "config/unknown-key"]);
    assert_eq!(
        (&report["problems"][2]["path"], &report["problems"][2]["line"]),
        (&"gainsay.toml".into(), &3.into())
    );
}

#[test]
fn init_writes_settings_once() {
    let desk = Desk::new("init");
    let first = desk.run("init");
    assert_eq!(first.status.code(), Some(0));
    let next = "wrote gainsay.toml; `gainsay check .` goes by it\n";
    assert_eq!(String::from_utf8_lossy(&first.stdout), next, "what to do next");
    let written = desk.read("gainsay.toml");
    assert_eq!(desk.run("config").status.code(), Some(0));
    let again = desk.run("init");
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("gainsay.toml is there already"));
    assert_eq!(desk.read("gainsay.toml"), written);
    assert!(Path::new(&desk.path("gainsay.toml")).is_file());
}

#[test]
fn a_date_for_standard_input_and_one_for_nobody() {
    let desk = Desk::new("dates");
    let output = desk.run("check archive --date-of -=2025-08-12 --date-of nobody.md=2025-08-12");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("--date-of -:") && told.contains("--date-of nobody.md:"), "{told}");
}
