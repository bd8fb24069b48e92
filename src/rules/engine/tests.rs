use std::sync::atomic::Ordering;

use super::{MAX_GROUPS, check, check_one, select};
use crate::diagnostic::{Diagnostic, Severity};
use crate::graph::Field;
use crate::rules::testing::{Board, day, days_from_publication, number, people, rule, word};
use crate::source::{SourceId, Span};

/// Two statements of how many were killed.
const TOLLS: &str = "[find.a]\nrole = 'killed'\n[find.b]\nrole = 'killed'";
/// Two statements that an event happened.
const EVENTS: &str = "[find.a]\n[find.b]";
const SAME_SLOT: &str = "all = ['a.slot = b.slot', 'a.value conflicts b.value']";

/// A finding in a line: severity, message, and the files and places of its labels.
fn line(finding: &Diagnostic) -> String {
    let labels: Vec<String> = finding
        .labels
        .iter()
        .map(|l| format!("{}:{}={}", l.source.0, l.span.start, l.value.as_deref().unwrap_or("-")))
        .collect();
    format!("{} {} [{}]", finding.severity.name(), finding.message, labels.join(" "))
}

fn lines(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(line).collect()
}

#[test]
fn all_mentions_of_one_fact_make_one_finding() {
    let mut board = Board::default();
    for (outlet, toll) in [("A", 5.0), ("B", 9.0), ("C", 5.0), ("A", 9.0), ("D", 7.0)] {
        let article = board.article(outlet, None);
        board.say(article, 10, 1, "killed", number(toll));
        board.say(article, 40, 2, "killed", number(3.0));
        board.say(article, 60, 1, "injured", number(toll));
    }
    let found = check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board);
    assert_eq!(
        lines(&found),
        ["error A 5 (2 sources), B 9 (2 sources) [0:10=5 1:10=9 2:10=5 3:10=9 4:10=7]"]
    );
    assert_eq!(found[0].labels[0].message, "here 5");
    assert_eq!(found[0].labels[4].message, "there 7");
    assert!(found[0].decided && found[0].missing.is_empty());
}

#[test]
fn statements_of_different_slots_are_never_compared() {
    let mut board = Board::default();
    for at in 0..100 {
        let (article, slot) = (board.article("A", None), at % 50);
        board.say(article, 10, slot, "killed", number(f64::from(slot)));
    }
    board.say(0, 40, 50, "killed", number(3.0));
    assert!(check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board).is_empty());
    // Each slot is compared with itself alone, and a slot with a single statement not at all.
    assert_eq!(board.asked.load(Ordering::Relaxed), 50 * 2);
}

#[test]
fn repeated_mentions_cost_nothing() {
    let asked = |mentions: u32| {
        let mut board = Board::default();
        for at in 0..mentions {
            let article = board.article(&format!("outlet {at}"), None);
            board.say(article, 10, 1, "killed", number(f64::from(at % 3)));
        }
        let conditions = "all = ['a.slot = b.slot', 'a.article != b.article', 'a.value conflicts b.value']";
        let found = check_one(&rule("toll", TOLLS, conditions, ""), &board);
        assert_eq!(found[0].labels.len(), mentions as usize);
        board.asked.load(Ordering::Relaxed)
    };
    assert_eq!(asked(10_000), asked(10));
}

#[test]
fn distinct_values_beyond_the_bound_are_left_out() {
    let mut board = Board::default();
    let article = board.article("A", None);
    for at in 0..MAX_GROUPS as u32 * 2 {
        board.say(article, at * 20, 1, "killed", number(f64::from(at)));
    }
    let found = check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board);
    assert_eq!((found.len(), found[0].labels.len()), (1, MAX_GROUPS));
    assert!(board.asked.load(Ordering::Relaxed) <= 2 * MAX_GROUPS * MAX_GROUPS);
}

/// Two reports of one event at times that only publication dates could order.
fn undated() -> Board {
    let mut board = Board::default();
    for days in [-1, -30] {
        let article = board.article("A", None);
        let said = board.say(article, 10, 1, "killed", number(f64::from(-days)));
        board.give(said, Field::Time, days_from_publication(days));
    }
    board
}

#[test]
fn what_rests_on_missing_dates_is_milder_and_says_so() {
    let earlier = "all = ['a.slot = b.slot', 'a.time < b.time']";
    let found = check_one(&rule("order", TOLLS, earlier, ""), &undated());
    assert_eq!(lines(&found), ["warning A 30 (1 source), A 1 (1 source) [1:10=30 0:10=1]"]);
    assert!(!found[0].decided);
    // So is what rests on them through one statement alone.
    let alone = rule(
        "alone",
        TOLLS,
        "all = ['a.slot = b.slot', 'a.value = 1', 'a.time < b.published or possible(a.time < 2025-01-01)']",
        "",
    );
    assert_eq!(check_one(&alone, &undated())[0].severity, Severity::Warning);
    assert_eq!(found[0].missing, ["published date of 1.txt", "published date of 0.txt"]);
}

#[test]
fn unless_silences_when_true_and_softens_when_dates_are_missing() {
    let silenced = |unless: &str| {
        let conditions = format!("{SAME_SLOT}\nunless = [\"{unless}\"]");
        lines(&check_one(&rule("toll", TOLLS, &conditions, ""), &undated()))
    };
    let toll = "A 1 (1 source), A 30 (1 source) [0:10=1 1:10=30]";
    assert_eq!(silenced("a.value < 2"), [""; 0]);
    assert_eq!(silenced("a.value > 50"), [format!("error {toll}")]);
    assert_eq!(silenced("a.time < b.time"), [format!("warning {toll}")]);
    assert_eq!(silenced("a.speaker = b.speaker"), [format!("error {toll}")]);
    assert_eq!(silenced("a.time before 2025-01-01"), [format!("warning {toll}")]);
}

#[test]
fn any_needs_one_of_its_conditions() {
    let found = |any: &str| {
        let conditions = format!("{SAME_SLOT}\nany = ['{any}', 'a.value = 1 and b.value = 2']");
        check_one(&rule("toll", TOLLS, &conditions, ""), &undated()).len()
    };
    assert_eq!((found("b.value = 30"), found("b.value = 31"), found("known(b.speaker)")), (1, 0, 0));
}

#[test]
fn the_first_outcome_that_holds_counts() {
    let outcomes = "
        [[outcome]]\nwhen = 'a.source = \"Z\"'\nseverity = 'note'
        [[outcome]]\nwhen = 'a.published < b.published and a.value < b.value'\nseverity = 'note'\nmessage = 'rose to {b.value}'\nhelp = 'an update'
        [[outcome]]\nwhen = 'a.source = \"A\"'\nseverity = 'warning'";
    let rule = rule("toll", TOLLS, SAME_SLOT, outcomes);
    let judge = |first: (&str, f64), second: (&str, f64)| {
        let mut board = Board::default();
        for (published, toll) in [first, second] {
            let article = board.article("A", Some(published));
            board.say(article, 10, 1, "killed", number(toll));
        }
        let found = check_one(&rule, &board);
        (line(&found[0]), found[0].help.clone())
    };
    let rose = "note rose to 9 [0:10=5 1:10=9]".to_string();
    assert_eq!(judge(("2025-05-01", 5.0), ("2025-05-02", 9.0)), (rose, Some("an update".into())));
    // The rule reads the same both ways round, so `a` is what was published first.
    let (read_later, _) = judge(("2025-05-02", 9.0), ("2025-05-01", 5.0));
    assert_eq!(read_later, "note rose to 9 [1:10=5 0:10=9]");
    let (fell, _) = judge(("2025-05-01", 9.0), ("2025-05-02", 5.0));
    assert!(fell.starts_with("warning A 9"), "{fell}");
}

#[test]
fn what_only_publication_dates_could_tell_is_assumed_between_articles() {
    let outcomes = "[[outcome]]\nwhen = 'a.published < b.published and a.value < b.value'\nseverity = 'note'";
    let rule = rule("toll", TOLLS, SAME_SLOT, outcomes);
    let found = |articles: [u32; 2], tolls: [f64; 2]| {
        let mut board = Board::default();
        board.article("A", None);
        board.article("B", None);
        for (place, (article, toll)) in (10..).step_by(20).zip(articles.into_iter().zip(tolls)) {
            board.say(article, place, 1, "killed", number(toll));
        }
        let finding = check_one(&rule, &board).remove(0);
        (finding.severity, finding.missing.len())
    };
    assert_eq!(found([0, 1], [5.0, 9.0]), (Severity::Warning, 2));
    assert_eq!(found([0, 1], [9.0, 5.0]), (Severity::Error, 0), "no date makes this a rise");
    assert_eq!(found([0, 0], [5.0, 9.0]), (Severity::Error, 0), "one article has one date");
}

#[test]
fn the_most_severe_and_certain_pair_leads() {
    let outcomes = "[[outcome]]\nwhen = 'a.published < b.published and a.value < b.value'\nseverity = 'note'";
    let rule = rule("toll", TOLLS, SAME_SLOT, outcomes);
    let mut board = Board::default();
    for (published, toll) in [("2025-05-01", 5.0), ("2025-05-02", 7.0), ("2025-05-02", 9.0)] {
        let article = board.article("A", Some(published));
        board.say(article, 10, 1, "killed", number(toll));
    }
    let found = check_one(&rule, &board);
    assert_eq!(lines(&found), ["error A 7 (1 source), A 9 (1 source) [1:10=7 2:10=9 0:10=5]"]);
}

/// Meetings: an event, who took part, when.
fn meetings(list: &[(u32, &[u32], &str)]) -> Board {
    let mut board = Board::default();
    for (event, who, when) in list {
        let article = board.article("A", Some("2025-08-01"));
        let said = board.say(article, 10, *event, "event", number(f64::from(*event)));
        board.give(said, Field::Event, number(f64::from(*event)));
        board.give(said, Field::Class, word("meet"));
        board.give(said, Field::Participants, people(who));
        board.give(said, Field::Time, day(when));
    }
    board
}

#[test]
fn sets_that_share_a_member_join() {
    let earlier = rule(
        "first",
        EVENTS,
        "all = ['a.event != b.event', 'a.participants overlaps b.participants', 'b.time < a.time']",
        "",
    );
    assert!(!earlier.plan.symmetric);
    let list: [(u32, &[u32], &str); 5] = [
        (1, &[1, 2], "2025-07-25"),
        (2, &[1, 2], "2025-06-01"),
        (3, &[3, 4], "2025-05-01"),
        (4, &[2, 3], "2025-07-25"),
        (5, &[9], "2025-01-01"),
    ];
    let board = meetings(&list);
    let found = check_one(&earlier, &board);
    // 1 after 2, 4 after 2 and 4 after 3 hang together.
    assert_eq!(lines(&found), ["error A 1 (1 source), A 2 (1 source) [0:10=1 1:10=2 2:10=3 3:10=4]"]);
    // Each ordered pair is judged once, though 1 and 2 share two members; what stands for itself fails at once.
    assert_eq!(board.asked.load(Ordering::Relaxed), 8 * 3 + 5);
}

#[test]
fn participants_join_by_class_of_event_too() {
    let find = "[find.a]\nevent = 'meet'\n[find.b]\nevent = 'arrest'";
    let conditions = "all = ['a.participants overlaps b.participants', 'a.slot != b.slot']";
    let board = meetings(&[(1, &[1], "2025-07-25"), (2, &[1], "2025-07-26")]);
    assert!(check_one(&rule("r", find, conditions, ""), &board).is_empty());
}

#[test]
fn statements_can_be_asked_to_come_from_different_articles() {
    let apart = |field: &str| {
        let mut board = Board::default();
        let (first, second) = (board.article("A", None), board.article("A", None));
        board.say(first, 10, 1, "killed", number(5.0));
        board.say(first, 30, 1, "killed", number(6.0));
        board.say(second, 10, 2, "killed", number(5.0));
        board.say(second, 30, 1, "killed", number(5.0));
        let conditions = format!("all = ['a.slot = b.slot', 'a.value != b.value', 'a.{field} != b.{field}']");
        lines(&check_one(&rule("toll", TOLLS, &conditions, ""), &board))
    };
    // The pair that leads is from two articles, though the same values stand in one as well.
    assert_eq!(apart("article"), ["error A 5 (1 source), A 6 (1 source) [1:30=5 0:30=6 0:10=5]"]);
    assert_eq!(apart("source"), [""; 0]);
}

#[test]
fn one_phrase_alone_is_no_conflict() {
    let mut board = Board::default();
    let article = board.article("A", None);
    board.say(article, 10, 1, "killed", number(5.0));
    board.say(article, 10, 1, "killed", number(6.0));
    assert!(check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board).is_empty());
}

#[test]
fn three_variables_join_in_a_chain() {
    let find = "[find.a]\nrole='age'\n[find.b]\nrole='title'\n[find.c]\nrole='name'";
    let conditions = "all = ['a.slot = b.slot', 'b.who = c.who', 'a.value < c.value']";
    let mut board = Board::default();
    for (slot, role, value) in
        [(1, "age", 1.0), (1, "title", 2.0), (2, "name", 3.0), (3, "name", 0.0), (4, "age", 0.0)]
    {
        let article = board.article("A", None);
        let said = board.say(article, 10, slot, role, number(value));
        board.give(said, Field::Who, word("w"));
    }
    let found = check_one(&rule("chain", find, conditions, ""), &board);
    assert_eq!(lines(&found), ["error A 1 (1 source), A 2 (1 source) [0:10=1 1:10=2 2:10=3]"]);
}

#[test]
fn findings_of_several_rules_come_in_one_order_and_once_a_fact() {
    let severe = |id: &str, severity: &str, more: &str| {
        let mut made = rule(id, TOLLS, SAME_SLOT, "");
        made.severity = severity.parse().unwrap();
        made.over =
            more.split_whitespace().map(|id| (crate::symbol::Sym::from(id), Span::default())).collect();
        made
    };
    let mut board = Board::default();
    for (slot, toll) in [(1, 5.0), (1, 6.0), (2, 1.0), (2, 2.0)] {
        let article = board.article("A", None);
        board.say(article, 10, slot, "killed", number(toll));
    }
    let codes = |rules: &[crate::rules::Rule]| -> Vec<String> {
        check(rules, &board).iter().map(|f| format!("{} {}", f.code, f.labels[0].source.0)).collect()
    };
    let (general, special, off) =
        (severe("general", "error", ""), severe("special", "note", "general"), severe("off", "error", ""));
    assert_eq!(codes(&[general.clone(), severe("mild", "warning", "")]), ["general 0", "general 2"]);
    assert_eq!(codes(&[general.clone(), special.clone()]), ["special 0", "special 2"]);
    assert_eq!(codes(&[special, general.clone()]), ["special 0", "special 2"]);
    let mut off = off;
    off.enabled = false;
    assert_eq!(codes(&[off]), [""; 0]);
}

#[test]
fn a_finding_that_is_not_told_silences_none() {
    let finding = |code: &str, start: u32, files: std::ops::Range<u32>| {
        let span = Span { start, end: 30 };
        files.fold(Diagnostic::new(code, Severity::Error, ""), |f, file| {
            f.with_label(SourceId(file), span, "")
        })
    };
    let selected = select::select(
        &[],
        vec![finding("toll", 10, 0..2), finding("words", 12, 0..4), finding("toll", 10, 2..4)],
    );
    let told: Vec<_> = selected.iter().map(|f| (f.code.as_str(), f.labels[0].source.0)).collect();
    assert_eq!(told, [("toll", 0), ("toll", 2)]);
}

#[test]
fn decided_findings_come_first_then_severe_ones() {
    let mut board = undated();
    let article = board.article("A", None);
    board.say(article, 10, 7, "injured", number(1.0));
    board.say(article, 30, 7, "injured", number(2.0));
    let order = rule("order", TOLLS, "all = ['a.slot = b.slot', 'a.time < b.time']", "");
    let mut hurt = rule("injured", "[find.a]\nrole='injured'\n[find.b]\nrole='injured'", SAME_SLOT, "");
    hurt.severity = Severity::Note;
    let found = check(&[order, hurt], &board);
    let codes: Vec<&str> = found.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["injured", "order"]);
}

#[test]
fn fingerprints_stay_when_the_article_changes_elsewhere() {
    let fingerprint = |place: u32, words: &str, article_before: bool, mentions: u32, toll: f64| {
        let mut board = Board::default();
        if article_before {
            board.article("Z", None);
        }
        let article = board.article("A", None);
        for at in 0..mentions {
            let said = board.say(article, place + at * 50, 1, "killed", number(5.0));
            board.give(said, Field::Text, word(words));
        }
        board.say(article, place + 999, 1, "killed", number(toll));
        check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board).remove(0).fingerprint
    };
    let before = fingerprint(10, "Five people  died", false, 1, 6.0);
    assert_eq!(before.len(), 16);
    assert_eq!(before, fingerprint(170, "five were killed", true, 3, 6.0));
    assert_ne!(before, fingerprint(10, "Five people  died", false, 1, 7.0));
    // Users keep fingerprints: the hash must not change with a version.
    assert_eq!(before, "105aac418fc7e54c");
}

#[test]
fn the_archive_is_not_checked_against_itself() {
    let tolls = [5.0, 6.0, 7.0, 7.0];
    let found = |archived: &[u32]| {
        let mut board = Board::default();
        for toll in tolls {
            let article = board.article("A", None);
            board.say(article, 10, 1, "killed", number(toll));
        }
        archived.iter().for_each(|article| board.archive(*article));
        let found = check_one(&rule("toll", TOLLS, SAME_SLOT, ""), &board);
        let places = found.iter().flat_map(|f| &f.labels).map(|l| l.source.0).collect::<Vec<_>>();
        (found.len(), places)
    };
    assert_eq!(found(&[]).1.len(), 4);
    assert_eq!(found(&[0, 1, 2, 3]), (0, vec![]), "nobody asked");
    // All values that the draft contradicts are told, and all who support it.
    assert_eq!(found(&[1, 2, 3]), (1, vec![0, 1, 2, 3]));
    // The draft speaks for its side, though the archive said it first.
    assert_eq!(found(&[0, 1, 2]), (1, vec![3, 0, 2, 1]));
}

#[test]
fn symmetry_is_told_from_meaning() {
    let symmetric = |conditions: &str| rule("r", EVENTS, conditions, "").plan.symmetric;
    assert!(symmetric(
        "all = ['a.slot = b.slot', 'a.time < b.time or b.time < a.time', 'a.main and b.main']"
    ));
    assert!(symmetric("all = ['b.slot = a.slot', 'a.time < b.time or a.time > b.time']"));
    assert!(!symmetric("all = ['a.slot = b.slot', 'a.time < b.time']"));
    assert!(!symmetric("all = ['a.slot = b.slot', 'a.main']"));
    let unlike = rule("r", "[find.a]\nordinal=1\n[find.b]", "all = ['a.slot = b.slot']", "");
    assert!(!unlike.plan.symmetric);
}
