//! Where in an article its news stand: the lead, and sentences that tell of another year or month.

use crate::article::{Article, BlockKind, Sentence, Tag, Token};
use crate::claim::time::When;
use crate::claim::{Claim, Origin, Reading, TimeMention};

/// What happened more days ago than this is not what a report is about.
const RECENT: i32 = 10;
/// How many sentences of body text make an article's lead.
const LEAD: usize = 3;

/// The sentence behind the headline and the first sentences of the text.
pub fn lead_end(article: &Article) -> u32 {
    let body = article.sentences.iter().enumerate().filter(|(_, s)| s.kind == BlockKind::Paragraph);
    body.map(|(i, _)| i as u32).nth(LEAD).unwrap_or(article.sentences.len() as u32)
}

/// The sentences of an article that tell of another year or month than that of the report, and of which: what they say
/// happened then. "It killed 600 people" goes on with what the sentence before it tells.
pub(super) fn background(article: &Article, reading: &Reading) -> Vec<(u32, When)> {
    let mut found = Vec::new();
    let mut before = None;
    for (number, sentence) in (0..).zip(&article.sentences) {
        let own = past_of(article, reading, number, sentence);
        let goes_on = || before.filter(|_| goes_on(article, sentence));
        found.extend(own.or_else(goes_on).map(|when| (number, when)));
        before = own;
    }
    found
}

/// Does a sentence go on with what the one before it tells: "It killed ten", "Ten people were hurt on that occasion"?
fn goes_on(article: &Article, sentence: &Sentence) -> bool {
    const OF_THEN: [&str; 6] = ["occasion", "time", "year", "accident", "incident", "disaster"];
    let tokens = article.tokens.get(sentence.tokens.range()).unwrap_or_default();
    let refers = |pair: &[Token]| {
        let [that, noun] = pair else { return false };
        that.lemma == "that" && OF_THEN.contains(&noun.lemma.as_str())
    };
    tokens.first().is_some_and(|token| article.word(token) == "It") || tokens.windows(2).any(refers)
}

/// The first date in a sentence that lies in another year or month, unless a relative clause says it: "police arrested a
/// man *who worked there until August*".
fn past_of(article: &Article, reading: &Reading, number: u32, sentence: &Sentence) -> Option<When> {
    let times = &reading.times;
    let from = times.partition_point(|t| t.tokens.start < sentence.tokens.start);
    let within = times[from..].iter().take_while(|t| t.tokens.start < sentence.tokens.end);
    let pronoun = |claim: &Claim| {
        let before =
            claim.predicate.tokens.start.checked_sub(1).and_then(|at| article.tokens.get(at as usize));
        before.is_some_and(|token| matches!(token.tag, Tag::Wp | Tag::Wdt))
    };
    let relative = |claim: &&Claim| claim.origin == Origin::Relative || pronoun(claim);
    let aside = |time: &TimeMention| {
        let claims = reading.in_sentence(number).iter().filter(relative);
        let told = |claim: &Claim| {
            let own = claim.time.is_some_and(|id| reading.time(id).tokens == time.tokens);
            own || claim.arguments.iter().any(|a| a.tokens.overlaps(time.tokens))
        };
        claims.into_iter().any(told)
    };
    let past = |t: &&TimeMention| t.kind.is_dated() && is_past(article, &t.when);
    within.filter(past).find(|t| !aside(t)).map(|t| t.when)
}

/// Does a time lie so far back that it is not what the report is about? Without a day of publication, a year, a month or "ten
/// years ago" tells.
pub fn is_past(article: &Article, when: &When) -> bool {
    match (when.days, article.meta.published) {
        (Some((_, last)), Some(published)) => published.since(last).is_ok_and(|s| s.get_days() > RECENT),
        _ => {
            let dated = when.year.is_some() || when.month.is_some();
            let ago = when.offset.is_some_and(|(_, last)| last < -RECENT);
            ago || dated && when.weekday.is_none() && when.day.is_none()
        }
    }
}

/// "He *had won* it last time": told by the narrator in the past perfect, something is of a time before the story's.
pub fn is_earlier(article: &Article, claim: &Claim) -> bool {
    let verb = claim.predicate.tokens;
    let first = article.tokens.get(verb.start as usize);
    let had = first.is_some_and(|token| token.tag == Tag::Vbd && token.lemma == "have");
    had && verb.len() > 1 && claim.attribution.is_none()
}

impl Reading {
    /// The other year or month of which a sentence tells, if it does.
    pub fn background_of(&self, sentence: u32) -> Option<When> {
        let at = self.background.binary_search_by_key(&sentence, |(number, _)| *number).ok()?;
        self.background.get(at).map(|(_, when)| *when)
    }
}
