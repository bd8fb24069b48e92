//! The days that articles give, in order: when they were published, and what they say happened.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use maud::{Markup, html};

use super::book::{Book, Entry, anchor_of};
use super::touched::{Touched, noun, who_and_where};
use crate::claim::time::When;
use crate::graph::{EventId, Graph};

/// So many events are told, those that findings are about first.
const MOST_EVENTS: usize = 80;
/// What is no more exact than this many days is left out.
const LONGEST: i32 = 31;

/// What is said of one day, or of several that one expression means.
#[derive(Default)]
struct Day<'a> {
    published: Vec<&'a Entry<'a>>,
    /// By the importance of the event.
    events: BTreeMap<usize, Told<'a>>,
}

/// An event that articles put on a day.
struct Told<'a> {
    event: EventId,
    /// Who puts it there, by number, and at which hours.
    by: BTreeMap<usize, (&'a Entry<'a>, BTreeSet<String>)>,
}

type Days<'a> = BTreeMap<(Date, Date), Day<'a>>;

/// The timeline.
pub(super) fn section(book: &Book<'_>, graph: &Graph, touched: &Touched) -> Markup {
    let days = days(book, graph, touched);
    html! {
        section #timeline aria-labelledby="timeline-title" tabindex="-1" {
            h2 #timeline-title { "Timeline" }
            @if days.is_empty() {
                p.none { "No article gives a day that can be found in a calendar." }
            } @else {
                ol.days {
                    @for ((first, last), day) in &days {
                        li {
                            h3 { (name(*first, *last)) }
                            ul {
                                @for told in day.events.values() { (event(told, graph, touched)) }
                                @for entry in &day.published {
                                    li.published { "Published: " (link(entry)) ", " (entry.line.outlet) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn days<'a>(book: &'a Book<'a>, graph: &Graph, touched: &Touched) -> Days<'a> {
    let mut days = Days::new();
    for entry in &book.entries {
        if let Some(day) = entry.line.published {
            days.entry((day, day)).or_default().published.push(entry);
        }
    }
    let mut told = 0;
    for (rank, event) in touched.ranked.iter().enumerate() {
        if told == MOST_EVENTS {
            break;
        }
        told += usize::from(add(&mut days, book, graph, rank, *event));
    }
    days
}

/// Puts an event on the days that articles give it, and tells whether any does.
fn add<'a>(days: &mut Days<'a>, book: &'a Book<'a>, graph: &Graph, rank: usize, event: EventId) -> bool {
    let mut found = false;
    for mention in graph.mentions_of(event) {
        let article = graph.article_of(mention).and_then(|article| graph.articles.get(article as usize));
        let entry = article.and_then(|article| book.entry(article.source));
        let when = graph.mention(mention).and_then(|mention| mention.time.as_deref());
        let Some(((days_of, hour), entry)) = when.and_then(exact).zip(entry) else { continue };
        let told = days.entry(days_of).or_default().events.entry(rank);
        let told = told.or_insert_with(|| Told { event, by: BTreeMap::new() });
        told.by.entry(entry.number).or_insert((entry, BTreeSet::new())).1.extend(hour);
        found = true;
    }
    found
}

/// The days of a time that is exact enough, and the hour if it has one.
fn exact(when: &When) -> Option<((Date, Date), Option<String>)> {
    let (first, last) = when.days?;
    let length = (last - first).get_days();
    let hour = When { minutes: when.minutes, vague: when.vague, zone: when.zone, ..When::default() };
    (length < LONGEST).then(|| ((first, last), when.minutes.map(|_| hour.to_string())))
}

fn name(first: Date, last: Date) -> Markup {
    let day = |day: Date| html! { time datetime=(day) { (day.strftime("%A, %-d %B %Y").to_string()) } };
    html! { (day(first)) @if last != first { " to " (day(last)) } }
}

fn event(told: &Told<'_>, graph: &Graph, touched: &Touched) -> Markup {
    let findings = touched.findings(told.event);
    let details = who_and_where(graph, told.event);
    html! {
        li.disputed[!findings.is_empty()] {
            strong { (noun(graph, told.event)) }
            @if !details.is_empty() { ": " (details) }
            span.by {
                " – "
                @for (at, (entry, hours)) in told.by.values().enumerate() {
                    @if at > 0 { "; " }
                    (link(entry))
                    @for hour in hours { ", " (hour) }
                }
            }
            @for finding in findings {
                " " a.finding href=(format!("#{}", anchor_of(*finding))) { "finding " (finding) }
            }
        }
    }
}

fn link(entry: &Entry<'_>) -> Markup {
    html! { a href=(format!("#{}", entry.anchor())) { (entry.title()) } }
}
