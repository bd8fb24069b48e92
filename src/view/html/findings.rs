//! The findings, a card each: what is wrong, and what each side says, with the sentences around.

use maud::{Markup, html};

use super::book::{Book, Entry, Told};
use super::filters::{self, Outlets};
use super::passage::{Passage, Sentences};
use crate::diagnostic::{Diagnostic, Percent};
use crate::lexicon::Lexicon;
use crate::view::sides::Side;
use crate::view::summary::counted;

/// So many passages of a side are shown at once, and so many when they are unfolded.
const OPEN: usize = 2;
const MOST: usize = 24;
/// So many outlets of a side are named.
const MOST_OUTLETS: usize = 8;
/// So many sides are shown.
const MOST_SIDES: usize = 12;

/// All findings.
pub(super) fn section(book: &Book<'_>, lexicon: &Lexicon) -> Markup {
    let (sentences, outlets) = (Sentences::of(book, lexicon), Outlets::of(book));
    html! {
        section #findings aria-labelledby="findings-title" tabindex="-1" {
            h2 #findings-title { "Findings" }
            @if book.findings.is_empty() {
                p.none { "No contradictions were found." }
            } @else {
                (filters::bar(book, &outlets))
                @for told in &book.findings {
                    (card(told, book, &sentences, &outlets.numbers(told, book)))
                }
                p #none-shown .none hidden { "No finding fits the filters." }
            }
            @if book.left_out() > 0 {
                p.none { "And " (counted(book.left_out(), "more finding")) ", which are not on this page." }
            }
        }
    }
}

fn card(told: &Told<'_>, book: &Book<'_>, sentences: &Sentences<'_>, outlets: &str) -> Markup {
    let finding = told.finding;
    let severity = finding.severity.name();
    let title = format!("{}-title", told.anchor());
    html! {
        article.card.(severity) id=(told.anchor()) tabindex="-1" aria-labelledby=(title)
            data-severity=(severity) data-rule=(finding.code) data-outlets=(outlets) {
            header {
                p.tags {
                    a.number href=(format!("#{}", told.anchor())) aria-label=(format!("Finding {}", told.number)) { (told.number) }
                    span.severity { (severity) }
                    code { (finding.code) }
                    @if let Some(confidence) = finding.confidence { (self::confidence(confidence)) }
                    @if !finding.decided { span.open { "undecided" } }
                }
                h3 id=(title) { (finding.message) }
            }
            div.sides {
                @for (number, side) in told.sides.iter().take(MOST_SIDES).enumerate() {
                    (self::side(side, number, sentences))
                }
            }
            @if told.sides.len() > MOST_SIDES {
                p.more { "And " (counted(told.sides.len() - MOST_SIDES, "more value")) "." }
            }
            (advice(finding, book))
        }
    }
}

/// How often such findings are right.
fn confidence(confidence: Percent) -> Markup {
    let share = confidence.number();
    html! {
        span.confidence title="So many findings of this kind were right on annotated articles" {
            "confidence " (share) " %"
        }
    }
}

/// A value, who gives it, and where.
fn side(side: &Side<'_>, number: usize, sentences: &Sentences<'_>) -> Markup {
    let passages = sentences.passages(side);
    let (open, more) = passages.split_at(passages.len().min(OPEN));
    let folded = more.get(..more.len().min(MOST)).unwrap_or_default();
    let mentions = |passages: &[Passage<'_>]| passages.iter().map(|passage| passage.labels).sum::<usize>();
    let hidden = side.labels.len() - mentions(open);
    let left_out = hidden - mentions(folded);
    html! {
        div.side.(format!("side-{}", number % 4)) {
            h4 { (side.value) }
            p.who { (who(side)) }
            @for passage in open { (figure(passage, sentences)) }
            @if !folded.is_empty() {
                details {
                    summary { (counted(hidden, "more mention")) }
                    @for passage in folded { (figure(passage, sentences)) }
                    @if left_out > 0 { p.more { "And " (left_out) " more." } }
                }
            }
        }
    }
}

/// "the draft and 2 sources: Harbour Post, Evening Star"
fn who(side: &Side<'_>) -> String {
    let named: Vec<&str> = side.outlets.iter().take(MOST_OUTLETS).copied().collect();
    let more = side.outlets.len() - named.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let sources = || format!("{}: {}{more}", counted(side.outlets.len(), "source"), named.join(", "));
    match (side.draft, named.is_empty()) {
        (true, true) => "the draft".to_owned(),
        (true, false) => format!("the draft and {}", sources()),
        (false, _) => sources(),
    }
}

/// A passage within its sentences, and which article it is from.
fn figure(passage: &Passage<'_>, sentences: &Sentences<'_>) -> Markup {
    html! {
        figure {
            figcaption {
                @if let Some(entry) = passage.entry {
                    a href=(format!("#{}", entry.mark_anchor(passage.label.span))) { (entry.title()) }
                    " " (from(entry)) " "
                }
                code.path { (sentences.place(passage)) }
            }
            blockquote { (sentences.words(passage)) }
        }
    }
}

/// Which outlet an article is from, and of which day.
pub(super) fn from(entry: &Entry<'_>) -> Markup {
    html! {
        span.outlet { (entry.line.outlet) }
        ", "
        @match entry.line.published {
            Some(day) => time datetime=(day) { (day.strftime("%-d %B %Y").to_string()) },
            None => span.undated { "undated" },
        }
    }
}

/// What to do about a finding, what would decide it, why the rule is there.
fn advice(finding: &Diagnostic, book: &Book<'_>) -> Markup {
    let rule = book.report.rules.iter().find(|rule| rule.id == finding.code);
    html! {
        footer {
            @if !finding.missing.is_empty() {
                p { strong { "Would be decided by: " } (finding.missing.join(", ")) }
            }
            @if let Some(help) = &finding.help { p { strong { "What to do: " } (help) } }
            @if let Some(rule) = rule {
                details {
                    summary { "Why this is told" }
                    p { (rule.summary) }
                    @if !rule.why.is_empty() { p { (rule.why) } }
                    p.fingerprint { "Fingerprint " code { (finding.fingerprint) } }
                }
            } @else if !finding.fingerprint.is_empty() {
                p.fingerprint { "Fingerprint " code { (finding.fingerprint) } }
            }
        }
    }
}
