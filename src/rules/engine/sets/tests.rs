use std::sync::atomic::Ordering;

use crate::diagnostic::Diagnostic;
use crate::rules::check_one;
use crate::rules::testing::{Board, load, number, told};

/// A finding in a line: message, and the files and places of its labels.
fn lines(findings: &[Diagnostic]) -> Vec<String> {
    let labels =
        |f: &Diagnostic| f.labels.iter().map(|l| l.source.0.to_string()).collect::<Vec<_>>().join(" ");
    findings.iter().map(|f| format!("{} [{}]", f.message, labels(f))).collect()
}

/// Tolls by outlet: (outlet, slot, toll).
fn tolls(list: &[(&str, u32, f64)]) -> Board {
    let mut board = Board::default();
    for (outlet, slot, toll) in list {
        let article = board.article(outlet, None);
        board.say(article, 10, *slot, "killed", number(*toll));
    }
    board
}

/// A rule about single tolls, with a set of those who agree elsewhere.
fn counting(condition: &str) -> crate::rules::Rule {
    let find = "[find.a]\nrole = 'killed'\n[gather.others]\nrole = 'killed'\n\
                where = ['others.slot = a.slot', 'others.value agrees a.value', 'others.source != a.source']";
    let (rule, problems, file) = load(
        "counting",
        &format!(
            "summary = 's'\nseverity = 'error'\nwhy = 'w'\n{find}\n[where]\nall = [\"{condition}\"]\n\
             [report]\nmessage = '{{a.source}} {{a.value}}'\n[[test]]\nexpect = 'conflict'\narticle = []"
        ),
    );
    rule.unwrap_or_else(|| panic!("{}", told(&problems, &file)))
}

#[test]
fn other_sources_can_be_counted() {
    let board = tolls(&[("A", 1, 5.0), ("A", 1, 5.0), ("B", 1, 5.0), ("C", 1, 6.0), ("D", 2, 5.0)]);
    let found = |condition: &str| lines(&check_one(&counting(condition), &board));
    // One finding for one fact, however many outlets give it.
    assert_eq!(found("sources(others) = 0"), ["C 6 [3]", "D 5 [4]"]);
    assert_eq!(found("sources(others) = 1"), ["A 5 [0 1 2]"]);
    assert_eq!(found("articles(others) = 2"), ["B 5 [2]"]);
    assert_eq!(found("count(others) >= 2 and not sources(others) >= 2"), ["B 5 [2]"]);
}

#[test]
fn a_set_is_gathered_once_for_each_value() {
    let asked = |mentions: u32| {
        let outlets: Vec<String> = (0..mentions).map(|at| format!("outlet {}", at % 5)).collect();
        let list: Vec<(&str, u32, f64)> = outlets.iter().map(|o| (o.as_str(), 1, 5.0)).collect();
        let board = tolls(&list);
        assert_eq!(check_one(&counting("sources(others) = 4"), &board)[0].labels.len(), mentions as usize);
        board.asked.load(Ordering::Relaxed)
    };
    assert_eq!(asked(10_000), asked(10));
}
