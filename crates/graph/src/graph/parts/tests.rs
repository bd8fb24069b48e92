use super::*;
use crate::article::{Article, Tokens};
use crate::claim;
use crate::diagnostic;
use crate::graph::coref::Known;
use crate::graph::{Parsed, build};
use crate::lexicon::Lexicon;
use crate::source::SourceId;
use crate::symbol::Sym;

/// How the parts of two reports agree, asked for the words `a` of the first and `b` of the second.
fn agreements([first, a]: [&str; 2], [second, b]: [&str; 2]) -> Vec<(&'static str, Agreement)> {
    let lexicon = Lexicon::built_in();
    let parsed = (0..).zip([first, second]).map(|(number, text)| {
        let article = Article { source: SourceId(number), ..Article::from_text(text, lexicon) };
        let reading = claim::read(&article, lexicon);
        let name = Sym::from(format!("{number}.txt"));
        Parsed { article, reading, part: diagnostic::Part::Draft, outlet: name.clone(), name }
    });
    let parsed: Vec<Parsed> = parsed.collect();
    let graph = build(&parsed, lexicon);
    let known = Known::of(&graph);
    let described = Descriptions::of(&parsed, &known);
    let parts = |at: usize, words: &str| {
        let article = &parsed[at].article;
        let start = article.text.find(words).expect("the words") as u32;
        let end = start + words.len() as u32;
        let inside = |t: &crate::article::Token| start <= t.start && t.end <= end;
        let first = article.tokens.iter().position(inside).expect("a token");
        let count = article.tokens.iter().filter(|t| inside(t)).count();
        let words = Tokens::new(first, first + count);
        Reader::new(at as u32, &parsed[at], &known[at], &graph).parts(words, words)
    };
    let (x, y) = (parts(0, a), parts(1, b));
    let of = Context { graph: &graph, described: &described };
    let agreement = |part: ClaimPart| Some((part.name(), x.compare(&y, part, of)?));
    ClaimPart::ALL.into_iter().filter_map(agreement).collect()
}

fn agreement(part: ClaimPart, a: [&str; 2], b: [&str; 2]) -> Option<Agreement> {
    let all = agreements(a, b);
    all.into_iter().find(|(name, _)| *name == part.name()).map(|(_, agreement)| agreement)
}

#[test]
fn what_is_said_counts_and_not_who_says_it() {
    let a = ["Police said Ann Lind bought 12 boats in Lyon on Monday.", "12"];
    let b = ["Ann Lind bought 14 boats in Lyon on Monday, her brother said.", "14"];
    let found = agreements(a, b);
    for part in ["subject", "place", "noun", "predicate", "time"] {
        assert!(found.contains(&(part, Agreement::Equal)), "{part}: {found:?}");
    }
}

#[test]
fn the_passive_has_its_subject_as_what_it_was_done_to() {
    let a = ["Police arrested Ann Lind on Monday.", "Monday"];
    let b = ["Ann Lind was arrested by police on Tuesday.", "Tuesday"];
    assert_eq!(agreement(ClaimPart::Object, a, b), Some(Agreement::Equal));
    assert_eq!(agreement(ClaimPart::Subject, a, b), Some(Agreement::Equal));
    assert_eq!(agreement(ClaimPart::Time, a, b), Some(Agreement::Different));
}

#[test]
fn names_tell_two_apart_and_nouns_do_not() {
    let lind = ["Ann Lind bought a mill on Monday.", "Monday"];
    let berg = ["Olaf Berg bought a mill on Tuesday.", "Tuesday"];
    let chair = ["The chairwoman bought a mill on Tuesday.", "Tuesday"];
    let called = ["Chairwoman Ann Lind spoke. The chairwoman bought a mill on Tuesday.", "Tuesday"];
    assert_eq!(agreement(ClaimPart::Subject, lind, berg), Some(Agreement::Different));
    assert_eq!(agreement(ClaimPart::Subject, lind, chair), Some(Agreement::Unknown));
    assert_eq!(agreement(ClaimPart::Subject, lind, called), Some(Agreement::Equal));
}

#[test]
fn a_town_goes_with_its_country() {
    let lyon = ["Ann Lind met Olaf Berg in Lyon on Monday.", "Monday"];
    let france = ["Ann Lind met Olaf Berg in France on Tuesday.", "Tuesday"];
    let spain = ["Ann Lind met Olaf Berg in Spain on Tuesday.", "Tuesday"];
    assert_eq!(agreement(ClaimPart::Place, lyon, france), Some(Agreement::Compatible));
    assert_eq!(agreement(ClaimPart::Place, lyon, spain), Some(Agreement::Different));
}

#[test]
fn whose_an_age_is_needs_no_verb() {
    let a = ["Ann Lind, 36, lives in Lyon.", "36"];
    let b = ["Ann Lind, 37, moved to Lyon.", "37"];
    assert_eq!(agreement(ClaimPart::Subject, a, b), Some(Agreement::Equal));
}

#[test]
fn a_pronoun_stands_for_the_subject_before_it() {
    let boat = ["The boat left Lyon on Friday. It sank on Monday.", "Monday"];
    let other = ["The boat sank in the Saone on Tuesday.", "Tuesday"];
    let crew = ["The sailors left Lyon. They sank the boat on Monday.", "Monday"];
    let sailors = ["The sailors sank the boat on Tuesday.", "Tuesday"];
    assert_eq!(agreement(ClaimPart::Subject, crew, sailors), Some(Agreement::Equal));
    assert!(
        [ClaimPart::Subject, ClaimPart::Object]
            .iter()
            .any(|part| agreement(*part, boat, other) == Some(Agreement::Equal))
    );
}

#[test]
fn nouns_agree_and_tell_nothing_apart() {
    let noun = |a: &str, b: &str| {
        let [a, b] = [("12", a), ("14", b)].map(|(n, noun)| format!("The Navy seized {n} {noun} on Monday."));
        agreement(ClaimPart::Noun, [&a, "12"], [&b, "14"])
    };
    assert_eq!(noun("boats", "boats"), Some(Agreement::Equal));
    assert_eq!(noun("fast boats", "fast dinghies"), Some(Agreement::Compatible));
    assert_eq!(noun("boats", "rifles"), Some(Agreement::Unknown));
}

#[test]
fn the_day_counts_where_one_of_two_says_no_hour() {
    let night = ["Ann Lind resigned on Monday night.", "Ann Lind resigned"];
    let monday = ["Ann Lind resigned on Monday.", "Ann Lind resigned"];
    assert_eq!(agreement(ClaimPart::Time, night, monday), Some(Agreement::Equal));
}

#[test]
fn what_stands_beside_a_claim_tells_nothing_apart() {
    let monday = ["Ann Lind, who came on Monday, bought a mill.", "bought a mill"];
    let friday = ["Ann Lind bought a mill on Friday.", "bought a mill"];
    let sunday = ["Ann Lind bought a mill on Sunday.", "bought a mill"];
    assert_ne!(agreement(ClaimPart::Time, monday, friday), Some(Agreement::Different));
    assert_eq!(agreement(ClaimPart::Time, friday, sunday), Some(Agreement::Different));
}
