//! Numbers of what there is one number of: "with 86 people on board", "fired 11 shots".

use super::figure::Figure;
use super::{Attribute, Patterns};
use crate::claim::attribute::{AttributeKind, Qualifier};
use crate::claim::input::Word;
use crate::claim::quantity::{Quantity, Unit};
use crate::lexicon::Sense;
use crate::symbol::Sym;

/// Forms of what says how many a ship, a plane, a bus has on board.
const CARRYING: [&str; 3] = ["carrying", "carried", "transporting"];
/// What is fired.
const SHOTS: [&str; 3] = ["shot", "round", "bullet"];
/// What is done to somebody so many times.
const HITTING: [&str; 4] = ["shoot", "stab", "hit", "punch"];
const TIME: &str = "time";
const PEOPLE: &str = "people";
/// Seamen count them.
const SOUL: &str = "soul";
/// The verb for it; so far from the number, in words.
const FIRE: &str = "fire";
const NEAR: u32 = 3;

impl Patterns<'_> {
    /// How many are on board, or how many shots were fired, unless it was another time.
    pub(super) fn number(&self, figure: &Figure) -> Option<Attribute> {
        let counts = matches!(figure.quantity.unit, Unit::Count(_) | Unit::None);
        if !counts || self.reading.background_of(figure.sentence).is_some() {
            return None;
        }
        let what = self.on_board(figure).or_else(|| self.fired(figure))?;
        let quantity = Quantity { unit: Unit::None, ..figure.quantity.clone() };
        Some(Attribute::of_theme(AttributeKind::Measure, Qualifier::word(what), &quantity, figure.words))
    }

    /// "86 people *were on board*", "86 *aboard*", "*carrying* 86 passengers": of passengers and of people each.
    fn on_board(&self, figure: &Figure) -> Option<Sym> {
        let head = self.word(figure.head).filter(|_| !figure.bare);
        let person = |w: &str| self.lexicon.has(w, Sense::Person) || self.lexicon.has(w, Sense::Anyone);
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let before = figure.tokens.start.checked_sub(1);
        let carried =
            head.is_some_and(|head| person(head.lemma())) && before.is_some_and(|at| is(at, &CARRYING));
        let end = figure.words.end + u32::from(is(figure.words.end, &["were", "was", "are"]));
        let aboard = is(end, &["aboard"]) || is(end, &["on"]) && is(end + 1, &["board"]);
        let anybody = |w: &Word<'_>| self.lexicon.has(w.lemma(), Sense::Anyone) || w.lemma() == SOUL;
        let who = head
            .filter(|head| !anybody(head))
            .map_or_else(|| PEOPLE.to_owned(), |head| head.lower().to_string());
        (carried || aboard).then(|| Sym::from(format!("number of {who} on board")))
    }

    /// "*fired* 11 shots", "11 shots *were fired*", "was *shot* seven times".
    fn fired(&self, figure: &Figure) -> Option<Sym> {
        let before = figure.tokens.start.checked_sub(1).and_then(|at| self.word(at));
        let hit = before.filter(|w| w.tag().is_verb() && HITTING.contains(&w.lemma().as_str()));
        if let Some(verb) = hit.filter(|_| self.word(figure.head).is_some_and(|w| w.lemma() == TIME)) {
            return Some(Sym::from(format!("number of times {}", verb.lower())));
        }
        let shots = self.word(figure.head).is_some_and(|w| SHOTS.contains(&w.lemma().as_str()));
        let start = figure.tokens.start;
        let around = (start.saturating_sub(NEAR)..start).chain(figure.words.end..figure.words.end + NEAR);
        let fire = |at: u32| self.word(at).is_some_and(|w| w.tag().is_verb() && w.lemma() == FIRE);
        (shots && !figure.bare && around.into_iter().any(fire))
            .then(|| Sym::new_static("number of shots fired"))
    }
}
