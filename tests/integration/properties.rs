//! What holds of every check, whatever the articles say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Folders of articles that tell a story, most of them with conflicts.
const STORIES: [&str; 5] = ["court", "diplomacy", "first-match", "match", "quake"];

/// A folder of a test's own, gone when the test ends.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-property-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Desk(path)
    }

    /// Copies the articles of a story under other names.
    fn copy(&self, story: &str, into: &str, name: impl Fn(usize, &str) -> String) {
        fs::create_dir_all(self.0.join(into)).unwrap();
        for (at, path) in articles(story).iter().enumerate() {
            let old = path.file_name().unwrap().to_str().unwrap();
            fs::copy(path, self.0.join(into).join(name(at, old))).unwrap();
        }
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.0.join(path).parent().unwrap()).unwrap();
        fs::write(self.0.join(path), text).unwrap();
    }

    fn check(&self, args: &str) -> Value {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.current_dir(&self.0).arg("check").args(args.split(' ')).args(["--format", "json"]);
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The articles of a story, in order.
fn articles(story: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(story);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| !path.ends_with("expected.md")).collect();
    files.retain(|path| path.extension().is_some_and(|e| ["md", "txt", "html"].iter().any(|own| e == *own)));
    files.sort();
    files
}

/// What each finding says, wherever it stands: its rule, its fingerprint and the words that it marks.
fn findings(report: &Value) -> BTreeSet<(String, String, BTreeSet<String>)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let labels =
        |finding: &Value| finding["labels"].as_array().unwrap().iter().map(|l| text(&l["text"])).collect();
    let all = report["findings"].as_array().unwrap().iter();
    all.map(|f| (text(&f["rule"]), text(&f["fingerprint"]), labels(f))).collect()
}

#[test]
fn an_article_that_shares_nothing_changes_no_finding() {
    for story in STORIES {
        let desk = Desk::new(&format!("alone-{story}"));
        desk.copy(story, "wire", |_, name| name.to_owned());
        let alone = findings(&desk.check("wire"));
        let stranger = "Bakers of Ellwick praise a new oven\n\nThe oven of the Ellwick bakery makes rolls crisper. \
                        Baker Tove Brannigan bought it in spring. She sells forty loaves an hour.\n";
        for name in ["wire/0-oven.txt", "wire/zz-oven.txt"] {
            desk.write(name, stranger);
            assert_eq!(findings(&desk.check("wire")), alone, "{story} with {name}");
            fs::remove_file(desk.0.join(name)).unwrap();
        }
    }
}

#[test]
fn what_files_are_called_changes_no_finding() {
    let mut found = 0;
    for story in STORIES {
        let desk = Desk::new(&format!("names-{story}"));
        desk.copy(story, "wire", |_, name| name.to_owned());
        // The order stays: of several who say the same, the first is shown first.
        desk.copy(story, "renamed", |at, name| {
            format!("{at:02}-report.{}", name.rsplit('.').next().unwrap())
        });
        let (own, renamed) = (findings(&desk.check("wire")), findings(&desk.check("renamed")));
        assert_eq!(own, renamed, "{story}");
        found += own.len();
    }
    assert!(found >= 10, "the stories have {found} findings");
}

#[test]
fn an_archive_takes_findings_away_and_adds_none() {
    for story in STORIES {
        let desk = Desk::new(&format!("against-{story}"));
        desk.copy(story, "wire", |_, name| name.to_owned());
        let fingerprints = |report: &Value| -> BTreeSet<String> {
            findings(report).into_iter().map(|(rule, _, _)| rule).collect()
        };
        let all = fingerprints(&desk.check("wire"));
        for draft in articles(story) {
            let name = draft.file_name().unwrap().to_str().unwrap();
            let report = desk.check(&format!("wire/{name} --against wire"));
            let some = fingerprints(&report);
            assert!(some.is_subset(&all), "{story}/{name}: {some:?} of {all:?}");
            for finding in report["findings"].as_array().unwrap() {
                let labels = finding["labels"].as_array().unwrap();
                let touches = labels.iter().any(|l| l["path"].as_str().unwrap().ends_with(name));
                assert!(touches, "{story}/{name}: {finding}");
            }
        }
    }
}

#[test]
fn more_articles_than_are_read_at_a_time_give_the_same_bytes_on_any_threads() {
    let desk = Desk::new("batches");
    // 16 articles for each of four threads are one batch.
    for copy in 0..6 {
        for story in STORIES {
            desk.copy(story, &format!("wire/{copy:02}-{story}"), |_, name| name.to_owned());
        }
    }
    let count = |report: &Value| report["summary"]["articles"].as_u64().unwrap();
    let one = desk.check("wire --threads 1");
    assert!(count(&one) > 128, "{}", count(&one));
    assert_eq!(one, desk.check("wire --threads 4"));
    assert_eq!(one, desk.check("wire --threads 3"));
}
