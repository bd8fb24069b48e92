//! An explanation for people.

use std::io::{self, Write};

use super::Explanation;
use super::both::{Both, Condition, EventPair, Verdict};
use super::coreference::{MentionPair, Weighed, Without};
use super::given::{EntityGiven, EventGiven, Given, SlotGiven, Spot};
use super::judge::Made;
use crate::view::clean;
use crate::view::inspect::claims::ClaimRow;
use crate::view::summary::counted;
use crate::view::table::Row;

/// So many other places are named; the rest is counted.
const MOST_SPOTS: usize = 3;
/// Conditions wider than this (in characters) push what stands behind them.
const WIDEST: usize = 52;

/// Writes an explanation.
///
/// # Errors
/// Those of `out`.
pub fn write(explanation: &Explanation<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (at, given) in explanation.places.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        write_given(given, out)?;
    }
    explanation.both.as_ref().map_or(Ok(()), |both| write_both(both, out))
}

fn line(out: &mut dyn Write, depth: usize, text: &str) -> io::Result<()> {
    writeln!(out, "{:indent$}{}", "", clean::line(text).trim_end(), indent = 2 * depth)
}

fn write_given(given: &Given<'_>, out: &mut dyn Write) -> io::Result<()> {
    let published =
        given.published.as_ref().map_or("day unknown".to_owned(), |day| format!("published {day}"));
    line(out, 0, &format!("{} ({}, {published})", given.position, given.source))?;
    for sentence in &given.sentences {
        line(out, 1, &format!("“{}”", sentence.text))?;
    }
    list("claims", given.claims.iter().map(claim), out)?;
    list("names", given.entities.iter().map(entity), out)?;
    list("events", given.events.iter().map(event), out)?;
    list("slots", given.slots.iter().map(slot), out)
}

fn list(title: &str, items: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return line(out, 1, &format!("{title}: none"));
    }
    line(out, 1, title)?;
    items.iter().try_for_each(|item| line(out, 2, item))
}

/// How sure, and then what there is of the claim.
fn claim(claim: &ClaimRow<'_>) -> String {
    let cells = claim.cells();
    let said: Vec<&str> = cells.iter().skip(1).map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    format!("{}  {}", cells.first().map_or("", String::as_str), said.join(" | "))
}

fn entity(entity: &EntityGiven<'_>) -> String {
    let kind = format!("{:?}", entity.kind).to_lowercase();
    let here: Vec<String> =
        entity.here.iter().filter(|words| **words != entity.name).map(|words| format!("“{words}”")).collect();
    let here = if here.is_empty() { String::new() } else { format!(", here {}", here.join(", ")) };
    format!("{} ({kind}{here}), in {}", entity.name, counted(entity.articles, "article"))
}

fn event(event: &EventGiven<'_>) -> String {
    let about = [&event.participants, &event.time, &event.place].into_iter().flatten().cloned();
    let kind = event.background.then(|| "background".to_owned());
    let about: Vec<String> = about.chain(kind).collect();
    let about = if about.is_empty() { String::new() } else { format!(": {}", about.join("; ")) };
    format!("#{} {} “{}”{about}{}", event.event, event.class, event.words, spots(&event.elsewhere))
}

fn slot(slot: &SlotGiven<'_>) -> String {
    let what = slot.what.map(|what| format!(" ({what})")).unwrap_or_default();
    let of = slot.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
    format!("#{} {}{what}{of}: {}{}", slot.slot, slot.role, slot.value, spots(&slot.elsewhere))
}

/// "; also at b.txt:1:28 (12)"
fn spots(spots: &[Spot<'_>]) -> String {
    if spots.is_empty() {
        return String::new();
    }
    let told = spots.iter().take(MOST_SPOTS).map(|spot| match &spot.value {
        Some(value) => format!("{} ({value})", spot.at()),
        None => spot.at(),
    });
    let more = spots.len().saturating_sub(MOST_SPOTS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("; also at {}{more}", told.collect::<Vec<_>>().join(", "))
}

fn write_both(both: &Both<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    line(out, 0, "together")?;
    match both.stories_apart {
        None => line(out, 1, "story: one")?,
        Some(why) => line(out, 1, &format!("story: not one, for {why}"))?,
    }
    let pair = |pair: &EventPair<'_>| {
        let [a, b] = pair.events;
        match pair.apart.is_empty() {
            true => format!("#{a} {}: one event", pair.class),
            false => format!("#{a} and #{b} {}: not one, for {}", pair.class, pair.apart.join("; ")),
        }
    };
    list("events of one kind", both.events.iter().map(pair), out)?;
    write_mentions(&both.mentions, out)?;
    let slots = both.slots.iter().map(|pair| {
        let values = pair.values.each_ref().map(|spot| spot.value.clone().unwrap_or_default());
        let why = pair.may_be_one.as_ref().map(|why| format!("; may be one value: {why}"));
        format!("#{} {}: {}{}", pair.slot, pair.role, values.join(" / "), why.unwrap_or_default())
    });
    list("slots that both fill", slots, out)?;
    writeln!(out)?;
    line(out, 0, "rules (> marks what keeps one silent)")?;
    both.rules
        .iter()
        .filter(|v| v.made != Made::Nothing)
        .try_for_each(|verdict| write_verdict(verdict, out))?;
    let rest = both.rules.iter().filter(|v| v.made == Made::Nothing).map(|v| v.rule);
    match rest.collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => Ok(()),
        rest => line(out, 1, &format!("neither place gives what these compare: {rest}")),
    }
}

/// Words that may tell of one event, with what speaks for it and against it.
fn write_mentions(pairs: &[MentionPair<'_>], out: &mut dyn Write) -> io::Result<()> {
    if pairs.is_empty() {
        return line(out, 1, "words that may tell of one event: none");
    }
    line(out, 1, "words that may tell of one event")?;
    for pair in pairs {
        let [a, b] = pair.mentions.each_ref().map(|spot| spot.value.clone().unwrap_or_default());
        let are = if pair.one { "one event" } else { "not one" };
        let sure = match pair.probability {
            Some(probability) => format!("{probability:.2}"),
            None => "they are a week or more apart".to_owned(),
        };
        line(out, 2, &format!("“{a}” and “{b}” ({}): {are}, {sure}", pair.tie))?;
        let adds = |weighed: &Weighed| format!("{} {:+.2}", weighed.name.replace('_', " "), weighed.adds);
        line(out, 3, &pair.features.iter().map(adds).collect::<Vec<_>>().join(", "))?;
        let without = |without: &Without| format!("{} {:.2}", without.role, without.probability);
        line(
            out,
            3,
            &format!("without: {}", pair.without.iter().map(without).collect::<Vec<_>>().join(", ")),
        )?;
    }
    Ok(())
}

fn write_verdict(verdict: &Verdict<'_>, out: &mut dyn Write) -> io::Result<()> {
    let off = if verdict.enabled || verdict.made == Made::Withheld { "" } else { " (switched off)" };
    let verb = match verdict.made {
        Made::Finding => "finds",
        Made::SetAside => "finds, but it is set aside",
        _ => "is silent",
    };
    line(out, 1, &format!("{}{off} {verb}: {}", verdict.rule, verdict.why))?;
    if let Some(by) = &verdict.set_aside {
        line(out, 2, &by.text())?;
    }
    for (name, spot) in &verdict.statements {
        let value = spot.value.as_deref().unwrap_or_default();
        line(out, 2, &format!("{name}: {value}, at {}", spot.at()))?;
    }
    let width = |c: &Condition| c.condition.chars().count();
    let width = verdict.conditions.iter().map(width).filter(|n| *n <= WIDEST).max().unwrap_or(0);
    verdict.conditions.iter().try_for_each(|condition| {
        let assumed = if condition.assumed { " (taking both as of one day)" } else { "" };
        let mark = if condition.speaks_against { ">" } else { " " };
        let text = format!(
            "{mark} {:<7}  {:<width$}  {}{assumed}",
            condition.verdict, condition.condition, condition.values
        );
        line(out, 2, &text)
    })
}
