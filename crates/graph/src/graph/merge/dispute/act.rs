//! Two times of one act: what happened is told in related words, with the same names and things around it, but on days or
//! in months that exclude each other.
//!
//! Days that lie near each other exclude each other far more often than distant ones, and hardly ever where the other
//! article has the same day somewhere. A list of conditions decides that (`weights/act.toml`).

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::scene::Scene;
use super::{Given, Word, shared};
use crate::claim::Modality;
use crate::claim::time::When;
use crate::graph::Value;

/// What is asked of two acts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "trained_on")]
    _trained_on: String,
    days: u16,
    months: u16,
    strange: usize,
    near: Least,
    far: Least,
}

/// What two acts have in common at least.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Least {
    shared: f64,
    cover: f64,
}

/// A test holds that the table can be read.
static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    toml::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/act.toml"))).ok()
});

/// What two times differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Day,
    Month,
}

/// In what two times differ by their words, and by how many of it. Days of the week and years alone are left out: what
/// happens on one of them happens on others too.
fn apart(a: &When, b: &When) -> Option<(Grain, u16)> {
    // Of two years by the words, or by the days of publication: what happens each year.
    let years = |when: &When| when.year.or_else(|| when.days.map(|(first, _)| first.year()));
    if years(a).zip(years(b)).is_some_and(|(a, b)| a != b) {
        return None;
    }
    if let (Some(x), Some(y)) = (day_of_year(a), day_of_year(b)) {
        let days = x.abs_diff(y);
        return (days > 0).then(|| (Grain::Day, days.min(DAYS - days)));
    }
    let months = u16::from(a.month?.abs_diff(b.month?));
    (months > 0).then(|| (Grain::Month, months.min(MONTHS - months)))
}

const MONTHS: u16 = 12;
const DAYS: u16 = 365;

/// Which day of a year that is no leap year, where the words tell month and day.
fn day_of_year(when: &When) -> Option<u16> {
    let date = Date::new(2001, when.month?, when.day?).ok()?;
    u16::try_from(date.day_of_year()).ok()
}

/// Does a time tell the same as far as this is asked?
fn agrees(a: &When, b: &When, grain: Grain) -> bool {
    match grain {
        Grain::Month => a.month.is_some() && a.month == b.month,
        Grain::Day => day_of_year(a).is_some() && day_of_year(a) == day_of_year(b),
    }
}

fn time<'a, P>(given: &Given<'a, P>) -> Option<&'a When> {
    match &given.signature.value {
        Value::Time(when) => Some(when),
        _ => None,
    }
}

/// Are these two times, which exclude each other, told of one act?
pub(super) fn is_one<P>(scene: &Scene<'_, P>, x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let Some((a, b)) = time(x).zip(time(y)) else { return false };
    let Some((grain, distance)) = apart(a, b) else { return false };
    let Some(table) = &*TABLE else { return false };
    let furthest = match grain {
        Grain::Day => table.days,
        Grain::Month => table.months,
    };
    let least = if distance <= NEAR { &table.near } else { &table.far };
    let (shared, cover) = likeness(scene, x, y);
    distance <= furthest
        && !is_stamp(x)
        && !is_stamp(y)
        && related(x, y)
        && !planned_and_done(x, y)
        && !of_two_things(x, y)
        && shared >= least.shared
        && cover >= least.cover
        && scene.strange_names(x, y) <= table.strange
        && !gives(scene, x, y.article, grain)
        && !gives(scene, y, x.article, grain)
        && !has_another(scene, x, grain)
        && !has_another(scene, y, grain)
}

/// Are both told in words of one meaning, or of one class?
fn related<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let (a, b) = (x.signature, y.signature);
    let meaning = a.act.iter().any(|meaning| b.act.binary_search(meaning).is_ok());
    meaning || a.class.is_some() && a.class == b.class
}

/// Does hardly a word stand beside a time: is it the day on which a page was set?
fn is_stamp<P>(given: &Given<'_, P>) -> bool {
    given.around.len() <= STAMP
}

const STAMP: usize = 3;

fn planned_and_done<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let (a, b) = (x.signature.modality, y.signature.modality);
    (a == Modality::Will) != (b == Modality::Will)
}

/// Is it done to two things, or to so many and so many others: "charged with fraud", "charged with theft"?
fn of_two_things<P>(x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
    let objects = x.signature.object.zip(y.signature.object);
    objects
        .is_some_and(|((a, so_many), (b, others))| a != b || so_many.zip(others).is_some_and(|(a, b)| a != b))
}

/// Does an article have the same time as this one somewhere?
fn gives<P>(scene: &Scene<'_, P>, x: &Given<'_, P>, article: u32, grain: Grain) -> bool {
    let Some(own) = time(x) else { return false };
    scene.of_article(article).filter_map(time).any(|other| agrees(own, other, grain))
}

/// Does the article of the first tell of the act at a third time?
fn has_another<P>(scene: &Scene<'_, P>, x: &Given<'_, P>, grain: Grain) -> bool {
    let Some(own) = time(x) else { return false };
    scene.of_article(x.article).any(|other| {
        let apart = time(other).and_then(|when| apart(own, when)).is_some_and(|(of, _)| of == grain);
        apart && related(x, other)
    })
}

/// The weight of the words around both times, but for those that tell what happened, and which part that is of all.
fn likeness<P>(scene: &Scene<'_, P>, x: &Given<'_, P>, y: &Given<'_, P>) -> (f64, f64) {
    let told = |w: &Word| Some(w.word) == x.signature.predicate || Some(w.word) == y.signature.predicate;
    let near = |w: &Word, g: &Given<'_, P>| {
        let (from, to) = g.signature.clause;
        let beside = if from <= w.at && w.at < to { 1.0 } else { OUTSIDE };
        NEARER.powi(i32::from(w.distance)) * beside
    };
    let rarity = |w: &Word| scene.rarity_of(w) * (1.0 - COMMON + COMMON * unusual(w));
    let both = shared(x, y).filter(|(a, _)| !told(a));
    let common: f64 = both.map(|(a, b)| (near(a, x) * near(b, y)).sqrt() * rarity(a)).sum();
    let all = |g: &Given<'_, P>| -> f64 {
        g.around.iter().filter(|w| !told(w)).map(|w| near(w, g) * rarity(w)).sum()
    };
    let norm = (all(x) * all(y)).sqrt();
    (common, if norm > 0.0 { common / norm } else { 0.0 })
}

/// Dates at most so far apart lie near each other, in days or months.
const NEAR: u16 = 3;
/// What a word keeps of its weight for each word that it stands further away, and outside of the clause.
const NEARER: f64 = 0.97;
const OUTSIDE: f64 = 0.8;
/// So much of a word's weight hangs on how seldom the language has it, from so many bits to so many.
const COMMON: f64 = 0.6;
const BITS: (f64, f64) = (7.0, 17.0);

/// How seldom the language has a word, from 0 to 1.
fn unusual(word: &Word) -> f64 {
    ((f64::from(word.information) - BITS.0) / (BITS.1 - BITS.0)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests;
