//! What tells one event from another of its kind, whatever it is: the day, the hour, the strength.
//!
//! Reports of one quake slip in one of these; where two reports, or two groups of them, differ in two and agree in
//! fewer, there were two quakes. An editor's archive is full of such pairs.

use smallvec::SmallVec;

use crate::article::Article;
use crate::claim::pattern::figure::{Figure, figures};
use crate::claim::quantity::Unit;
use crate::claim::time::When;
use crate::claim::{Origin, Reading};
use crate::lexicon::Lexicon;
use crate::lexicon::unit::MAGNITUDE;

/// Times of day that lie no farther apart, in minutes, may be one: "about 9:30", "at 9:27".
const SLACK: i32 = 30;
/// No quake was stronger.
const STRONGEST: f64 = 10.0;
/// Minutes in a day.
const DAY: i32 = 24 * 60;
/// Two events differ in at least so many of their marks.
const DIFFERENT: usize = 2;

/// One mark of the events that some articles tell of.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Trait {
    /// What each article gives first, for its main event.
    first: SmallVec<[i32; 2]>,
    /// Everything that they give.
    all: SmallVec<[i32; 4]>,
}

/// The marks of the events that some articles tell of.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::graph) struct Profile {
    /// Days of the week.
    days: Trait,
    /// Minutes of the day.
    hours: Trait,
    /// Magnitudes, in tenths.
    strengths: Trait,
}

impl Profile {
    /// The marks that an article gives where it tells something, other years and months aside.
    pub(super) fn of(article: &Article, reading: &Reading, lexicon: &Lexicon) -> Profile {
        let mut profile = Profile::default();
        let told = |sentence: u32| is_told(reading, sentence) && reading.background_of(sentence).is_none();
        let sentence = |token: u32| article.sentence_at(token);
        let mut zoned = None;
        for time in reading.times.iter().filter(|t| t.kind.is_dated()) {
            let sentence = sentence(time.tokens.start);
            if told(sentence) {
                weekday(&time.when).into_iter().for_each(|day| profile.days.add(day));
                // "17:06 local time (13:36 GMT)" is one time.
                let converted = time.when.zone.is_some() && zoned == Some(sentence);
                let hour = minute(&time.when).filter(|_| !converted && has_event(reading, sentence));
                hour.into_iter().for_each(|minute| profile.hours.add(minute));
                zoned = time.when.minutes.map(|_| sentence).or(zoned);
            }
        }
        let strength = |f: &&Figure| (0.0..=STRONGEST).contains(&f.quantity.amount);
        for figure in figures(article, reading).iter().filter(strength).filter(|f| told(f.sentence)) {
            if matches!(&figure.quantity.unit, Unit::Measure(unit) if lexicon.dimension(unit) == MAGNITUDE) {
                profile.strengths.add((figure.quantity.amount * 10.0).round() as i32);
            }
        }
        profile
    }

    /// Do they mark another event: differ in several marks, the strength among them, and agree in fewer? Reports of
    /// what has no strength tell of several days and hours: those of the crime, the arrest, the trial.
    pub(in crate::graph) fn differ(&self, other: &Profile) -> bool {
        let compared = self.compared(other);
        let count = |agree: bool| compared.iter().filter(|f| **f == Some(agree)).count();
        compared[2] == Some(false) && count(false) >= DIFFERENT && count(false) > count(true)
    }

    /// Do the days, the hours, the strengths agree? What one of them does not tell is no mark.
    fn compared(&self, other: &Profile) -> [Option<bool>; 3] {
        let hours = |a: i32, b: i32| {
            let apart = (a - b).rem_euclid(DAY);
            apart.min(DAY - apart) <= SLACK
        };
        [
            self.days.agrees(&other.days, |a, b| a == b),
            self.hours.agrees(&other.hours, hours),
            self.strengths.agrees(&other.strengths, |a, b| a == b),
        ]
    }

    /// Takes in the marks of other articles.
    pub(in crate::graph) fn take(&mut self, other: &Profile) {
        self.days.take(&other.days);
        self.hours.take(&other.hours);
        self.strengths.take(&other.strengths);
    }
}

impl Trait {
    /// Adds what an article gives.
    fn add(&mut self, value: i32) {
        if self.first.is_empty() {
            self.first.push(value);
        }
        if !self.all.contains(&value) {
            self.all.push(value);
        }
    }

    fn take(&mut self, other: &Trait) {
        unite(&mut self.first, &other.first);
        unite(&mut self.all, &other.all);
    }

    /// Is what the one gives first told by the other too? Unknown if one of them gives nothing.
    fn agrees(&self, other: &Trait, same: impl Fn(i32, i32) -> bool) -> Option<bool> {
        let told = |first: &[i32], all: &[i32]| first.iter().any(|a| all.iter().any(|b| same(*a, *b)));
        let known = !self.first.is_empty() && !other.first.is_empty();
        known.then(|| told(&self.first, &other.all) || told(&other.first, &self.all))
    }
}

fn unite<const N: usize>(own: &mut SmallVec<[i32; N]>, more: &[i32])
where
    [i32; N]: smallvec::Array<Item = i32>,
{
    for value in more {
        if !own.contains(value) {
            own.push(*value);
        }
    }
}

/// Does the sentence tell something? "Posted: 3:12 p.m., Thursday" does not.
fn is_told(reading: &Reading, sentence: u32) -> bool {
    let from = reading.claims.partition_point(|c| c.sentence < sentence);
    let within = reading.claims[from..].iter().take_while(|c| c.sentence == sentence);
    within.into_iter().any(|c| {
        c.subject.is_some() && matches!(c.origin, Origin::Clause | Origin::Relative | Origin::Copula)
    })
}

/// Does the sentence tell of an event that the vocabulary knows? "They filled four lorries before noon" does not.
fn has_event(reading: &Reading, sentence: u32) -> bool {
    reading.in_sentence(sentence).iter().any(|claim| claim.predicate.class.is_some())
}

/// The day of the week, of a time that names one day.
fn weekday(when: &When) -> Option<i32> {
    let anchored = when.days.filter(|(first, last)| first == last).map(|(day, _)| day.weekday());
    anchored.or(when.weekday).map(|day| i32::from(day.to_monday_zero_offset()))
}

/// The minute of the day, of a time that is known to the hour.
fn minute(when: &When) -> Option<i32> {
    let (first, last) = when.minutes?;
    let (first, last) = (i32::from(first), i32::from(last));
    (first <= last && last - first <= 2 * SLACK).then_some((first + last) / 2)
}

#[cfg(test)]
pub(in crate::graph) mod tests;
