//! Numbers of what a report has one number of: "with 86 people on board", "fired 11 shots", "a crowd of 8,000".

use super::figure::Figure;
use super::{Attribute, Patterns};
use crate::claim::attribute::{AttributeKind, Qualifier};
use crate::claim::input::Word;
use crate::claim::quantity::{Quantity, Unit};
use crate::lexicon::Sense;
use crate::symbol::Sym;

/// Forms of what says how many a ship, a plane, a bus has on board.
const CARRYING: [&str; 3] = ["carrying", "carried", "transporting"];
const PEOPLE: &str = "people";
/// Those who sail or fly it, one by one.
const CREW: &str = "crew";
const MEMBER: &str = "member";
/// Seamen count them.
const SOUL: &str = "soul";
/// What is fired, and the verb for it.
const SHOTS: [&str; 3] = ["shot", "round", "bullet"];
const FIRE: &str = "fire";
/// What is done to somebody so many times.
const HITTING: [&str; 4] = ["shoot", "stab", "hit", "punch"];
const TIME: &str = "time";
/// Who has no power, and what that is called.
const HOMES: [&str; 4] = ["home", "household", "house", "property"];
const CUSTOMERS: [&str; 2] = ["customer", "consumer"];
const POWER: [&str; 2] = ["power", "electricity"];
const CUT: [&str; 3] = ["cut", "fail", "out"];
/// Those who watch, what they do, and what there is of them on television.
const CROWDS: [&str; 2] = ["crowd", "attendance"];
const WATCHING: [&str; 2] = ["watch", "attend"];
const SPECTATORS: [&str; 3] = ["spectator", "fan", "onlooker"];
const TELEVISION: [&str; 5] = ["television", "tv", "viewer", "screen", "online"];
/// Fewer are no crowd.
const CROWD: f64 = 100.0;
/// The strongest that blew; the wind itself rises and falls.
const GUSTS: [&str; 4] = ["gust", "gusts", "gusting", "gusted"];
/// What burns.
const BURNING: [&str; 5] = ["burn", "scorch", "char", "blacken", "consume"];
const AREA: &str = "area";
const SPEED: &str = "speed";
/// So far from a number stands what says of what it is, in words: before it, and behind it.
const BEFORE: u32 = 4;
const BEHIND: u32 = 5;
/// Of a sentence with more figures only the first so many are looked at: a bound keeps the work on hostile text linear.
const MOST: usize = 64;

impl Patterns<'_> {
    /// How many are on board, how many shots were fired, how many watched, unless it was another time. `figures` are those of
    /// the article.
    pub(super) fn number(&self, figure: &Figure, figures: &[Figure]) -> Option<Attribute> {
        if self.reading.background_of(figure.sentence).is_some() {
            return None;
        }
        let (what, quantity) = match &figure.quantity.unit {
            Unit::Measure(unit) => {
                (self.of_storm_or_fire(figure, self.lexicon.dimension(unit))?, figure.quantity.clone())
            }
            Unit::Count(_) | Unit::None => {
                let of = [Self::on_board, Self::fired, Self::without_power, Self::watching];
                let what = of.into_iter().find_map(|of| of(self, figure))?;
                (what, Quantity { unit: Unit::None, ..figure.quantity.clone() })
            }
            _ => return None,
        };
        let number =
            Attribute::of_theme(AttributeKind::Measure, Qualifier::word(what), &quantity, figure.words);
        // Looked for last: few figures are such a number.
        (!self.is_part(figure, figures)).then_some(number)
    }

    /// "86 people *were on board*", "86 *aboard*", "*carrying* 86 passengers": of passengers and of people each.
    fn on_board(&self, figure: &Figure) -> Option<Sym> {
        let head = self.word(figure.head).filter(|_| !figure.bare);
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let before = figure.tokens.start.checked_sub(1);
        let carried =
            head.is_some_and(|head| self.is_somebody(head)) && before.is_some_and(|at| is(at, &CARRYING));
        let end = figure.words.end + u32::from(is(figure.words.end, &["were", "was", "are"]));
        let aboard = is(end, &["aboard"]) || is(end, &["on"]) && is(end + 1, &["board"]);
        let anybody = |w: &Word<'_>| self.lexicon.has(w.lemma(), Sense::Anyone) || w.lemma() == SOUL;
        let of_crew = || figure.head.checked_sub(1).is_some_and(|at| is(at, &[CREW]));
        let crew = |w: &Word<'_>| w.lemma() == MEMBER && of_crew();
        let who = match head.filter(|head| !anybody(head)) {
            None => PEOPLE.to_owned(),
            Some(head) if crew(&head) => CREW.to_owned(),
            Some(head) => head.lower().to_string(),
        };
        (carried || aboard).then(|| Sym::from(format!("number of {who} on board")))
    }

    /// "*fired* 11 shots", "11 shots *were fired*", "was *shot* seven times".
    fn fired(&self, figure: &Figure) -> Option<Sym> {
        let verb = self.words_before(figure).rev().find(|w| w.tag().is_verb());
        let hit = verb.filter(|w| HITTING.contains(&w.lemma().as_str()));
        if let Some(verb) = hit.filter(|_| self.is_of(figure, &[TIME])) {
            return Some(Sym::from(format!("number of times {}", verb.lower())));
        }
        let fire = |w: Word<'_>| w.tag().is_verb() && w.lemma() == FIRE;
        let fired = self.is_of(figure, &SHOTS) && (self.before(figure, fire) || self.behind(figure, fire));
        fired.then(|| Sym::new_static("number of shots fired"))
    }

    /// "4,000 homes *without power*", "*Power was cut* to 4,000 homes".
    fn without_power(&self, figure: &Figure) -> Option<Sym> {
        let who = match () {
            () if self.is_of(figure, &HOMES) => "homes",
            () if self.is_of(figure, &CUSTOMERS) => "customers",
            () => return None,
        };
        let power = |w: Word<'_>| POWER.contains(&w.lemma().as_str());
        let none = |w: Word<'_>| w.is_any(&["without", "no"]) || w.lemma() == "lose";
        let cut = |w: Word<'_>| CUT.contains(&w.lemma().as_str());
        let lacks = self.behind(figure, power) && self.behind(figure, none);
        let is_cut = self.before(figure, power) && self.before(figure, cut);
        (lacks || is_cut).then(|| Sym::from(format!("number of {who} without power")))
    }

    /// "*a crowd of* 8,000", "8,000 people *attended*", "was *watched by* 8,000 fans": on the spot, or on television.
    fn watching(&self, figure: &Figure) -> Option<Sym> {
        let back = |back: u32| figure.tokens.start.checked_sub(back).and_then(|at| self.word(at));
        let before = |word: &str| back(1).is_some_and(|w| w.is(word));
        let crowd = before("of") && back(2).is_some_and(|noun| CROWDS.contains(&noun.lemma().as_str()));
        let verb = |w: Word<'_>| w.tag().is_verb() && WATCHING.contains(&w.lemma().as_str());
        let next = self.word(figure.words.end).is_some_and(verb);
        let watched = before("by") && back(2).is_some_and(verb);
        let people = !figure.bare && self.word(figure.head).is_some_and(|head| self.is_somebody(head));
        let seen = before("before") && self.is_of(figure, &SPECTATORS);
        let told = crowd || people && (next || watched || seen);
        let television = |w: Word<'_>| TELEVISION.contains(&w.lemma().as_str());
        let remote = self.before(figure, television) || self.behind(figure, television);
        let large = figure.quantity.amount >= CROWD;
        (told && large).then(|| Sym::new_static(if remote { "television audience" } else { "attendance" }))
    }

    /// "gusts of 131 km/h", "The fire burned 200 hectares".
    fn of_storm_or_fire(&self, figure: &Figure, dimension: &str) -> Option<Sym> {
        let gust = |w: Word<'_>| w.is_any(&GUSTS);
        let burning = |w: Word<'_>| w.tag().is_verb() && BURNING.contains(&w.lemma().as_str());
        let next = self.word(figure.words.end);
        match dimension {
            SPEED if self.before(figure, gust) || next.is_some_and(gust) => {
                Some(Sym::new_static("speed of gusts"))
            }
            AREA if self.before(figure, burning) || self.behind(figure, burning) => {
                Some(Sym::new_static("area burned"))
            }
            _ => None,
        }
    }

    /// "140,000 homes in Brittany and *60,000* in Normandy", "fired three shots and her partner *two*": does a further number of
    /// the same stand in its sentence, and is it no share of this one ("86 people, among them *nine* children")?
    fn is_part(&self, figure: &Figure, figures: &[Figure]) -> bool {
        let noun = |of: &Figure| self.word(of.head).map(|w| w.lemma().clone());
        let share = |other: &Figure| {
            let before = other.tokens.start.saturating_sub(2)..other.tokens.start;
            let among = before.filter_map(|at| self.word(at)).any(|w| w.is_any(&["among", "including"]));
            among || self.word(other.words.end).is_some_and(|w| w.is("of"))
        };
        let like = |other: &Figure| {
            let same_unit = other.quantity.unit == figure.quantity.unit;
            let bare = other.bare && other.quantity.unit == Unit::None;
            !share(other) && (bare || same_unit && (figure.bare || noun(other) == noun(figure)))
        };
        let from = figures.partition_point(|other| other.sentence < figure.sentence);
        let beside = figures.get(from..).unwrap_or_default().iter();
        let mut beside = beside.take(MOST).take_while(|other| other.sentence == figure.sentence);
        beside.any(|other| {
            other.tokens != figure.tokens && other.quantity.amount != figure.quantity.amount && like(other)
        })
    }

    /// Is it a number of several of these?
    fn is_of(&self, figure: &Figure, nouns: &[&str]) -> bool {
        !figure.bare && self.word(figure.head).is_some_and(|w| nouns.contains(&w.lemma().as_str()))
    }

    fn is_somebody(&self, noun: Word<'_>) -> bool {
        self.lexicon.has(noun.lemma(), Sense::Person) || self.lexicon.has(noun.lemma(), Sense::Anyone)
    }

    /// The words near before a figure, in its sentence.
    fn words_before(&self, figure: &Figure) -> impl DoubleEndedIterator<Item = Word<'_>> {
        let sentence = self.article.sentences.get(figure.sentence as usize).map_or(0, |s| s.tokens.start);
        let start = figure.tokens.start;
        (sentence.max(start.saturating_sub(BEFORE))..start).filter_map(|at| self.word(at))
    }

    /// Does such a word stand near before a figure?
    fn before(&self, figure: &Figure, is: impl Fn(Word<'_>) -> bool) -> bool {
        self.words_before(figure).any(is)
    }

    /// And behind it, in its sentence?
    fn behind(&self, figure: &Figure, is: impl Fn(Word<'_>) -> bool) -> bool {
        let sentence = self.article.sentences.get(figure.sentence as usize).map_or(0, |s| s.tokens.end);
        let end = figure.words.end;
        (end..sentence.min(end + BEHIND)).filter_map(|at| self.word(at)).any(is)
    }
}
