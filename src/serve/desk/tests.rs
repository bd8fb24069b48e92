use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use super::*;

/// A folder with an archive of one report; gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("gainsay-desk-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("archive")).unwrap();
        fs::write(
            path.join("archive/wire.md"),
            format!("---\npublished: 2025-08-12\n---\n\n{}", report("nine")),
        )
        .unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn desk(&self, today: fn() -> Date) -> Desk {
        let archive = Archive::Paths(vec![self.path("archive")]);
        Desk::new(&Arc::new(Newsroom::new(Project::default(), archive, today)))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn report(killed: &str) -> String {
    format!(
        "A fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.\n"
    )
}

fn day() -> Date {
    jiff::civil::date(2025, 8, 12)
}

fn ask(name: &str) -> Ask {
    Ask { name: name.to_owned(), published: None, min_confidence: None }
}

fn findings(desk: &mut Desk, ask: &Ask, text: &str) -> usize {
    desk.check(ask, text.into()).unwrap().findings
}

#[test]
fn a_draft_leaves_nothing_behind() {
    let folder = Folder::new("behind");
    let mut desk = folder.desk(day);
    let first = desk.check(&ask("draft.txt"), report("ten").into()).unwrap();
    assert_eq!((first.articles, first.findings), (1, 1));
    assert_eq!(findings(&mut desk, &ask("other.txt"), &report("nine")), 0);
    assert!(desk.check(&ask("draft.txt"), b"\x00\x01\x02".to_vec()).is_err());
    let dated = Ask { published: Some(day()), ..ask("draft.txt") };
    assert_eq!(findings(&mut desk, &dated, &report("ten")), 1);
    assert_eq!(desk.check(&ask("draft.txt"), report("ten").into()), Ok(first));
    // What is kept is the archive's and the last draft's.
    assert_eq!(desk.session.kept().len(), 2);
}

#[test]
fn a_name_of_the_archive_stands_for_its_article() {
    let folder = Folder::new("stands");
    let mut desk = folder.desk(day);
    assert_eq!(findings(&mut desk, &ask(&folder.path("archive/wire.md")), &report("ten")), 0);
    assert_eq!(findings(&mut desk, &ask("wire.md"), &report("ten")), 1);
}

#[test]
fn a_name_leads_to_no_folder_and_to_no_other_place() {
    let folder = Folder::new("names");
    let mut desk = folder.desk(day);
    let (folder, file) = (folder.path("archive"), folder.path("new.md"));
    for name in ["src", "/", ".", "..", "../a.md", "a/../b.md", "/etc", "/etc/a.md", &folder, &file] {
        let refused = desk.check(&ask(name), report("ten").into());
        assert_eq!(refused.map_err(|problem| problem.status.as_u16()), Err(400), "{name}");
    }
    let dated = Ask { published: Some(day()), ..ask("wire.md") };
    let refused = desk.check(&dated, report("ten").into());
    assert_eq!(refused.map_err(|problem| problem.status.as_u16()), Err(400));
}

#[test]
fn a_desk_is_made_anew_on_the_next_day() {
    static NEXT: AtomicBool = AtomicBool::new(false);
    let today = || if NEXT.load(Ordering::Relaxed) { jiff::civil::date(2025, 8, 13) } else { day() };
    let folder = Folder::new("next");
    let mut desk = folder.desk(today);
    NEXT.store(true, Ordering::Relaxed);
    assert_eq!(findings(&mut desk, &ask("draft.txt"), &report("ten")), 1);
    assert_eq!(desk.today, jiff::civil::date(2025, 8, 13));
}

#[test]
fn a_second_desk_reads_nothing_that_the_first_has_read() {
    let folder = Folder::new("second");
    let first = folder.desk(day);
    let kept = first.newsroom.kept.lock().unwrap().clone();
    assert_eq!(kept.len(), 1);
    let second = Desk::new(&first.newsroom);
    let (_, own) = &second.session.kept()[0];
    assert!(Arc::ptr_eq(own, &kept[0].1));
}

#[test]
fn confidence_is_asked_for_by_each_request() {
    let folder = Folder::new("confidence");
    let mut desk = folder.desk(day);
    let sure = |share| Ask { min_confidence: Percent::of(share), ..ask("draft.txt") };
    assert_eq!(findings(&mut desk, &sure(1.0), &report("ten")), 0);
    let answer = desk.check(&sure(0.0), report("ten").into()).unwrap();
    let json: Value = serde_json::from_slice(&answer.json).unwrap();
    assert_eq!(json["findings"][0]["rule"], "toll");
    assert_eq!(findings(&mut desk, &sure(1.0), &report("ten")), 0);
}

#[test]
fn what_is_no_article_is_refused_with_its_reason() {
    let folder = Folder::new("reason");
    let mut desk = folder.desk(day);
    let mut refused = |name: &str, text: &str| {
        let problem = desk.check(&ask(name), text.into()).unwrap_err();
        let json: Value = serde_json::from_str(&problem.json()).unwrap();
        (
            json["status"].as_u64().unwrap(),
            json["problems"][0]["code"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let french = "Le maire de la ville a dit que le feu avait été éteint dans la nuit par les pompiers et que les \
                  habitants pouvaient rentrer chez eux, mais que la route du port serait fermée jusqu’à la fin de la \
                  semaine pour des travaux qui ne peuvent pas attendre.";
    assert_eq!(refused("draft.txt", french), (422, "input/passed-over".to_owned()));
    assert_eq!(refused("draft.txt", "\u{0}\u{1}\u{2}\u{3}"), (422, "input/binary".to_owned()));
    assert_eq!(refused("draft.txt", " \n "), (422, "input/empty".to_owned()));
    assert_eq!(refused("draft.json", "{\"a\": "), (400, "input/broken".to_owned()));
    assert_eq!(refused("draft.xml", "<a>b</a>"), (400, "input/broken".to_owned()));
}
