//! Counts: to how many something happened ("five people were killed").

use smallvec::SmallVec;

use super::{Patterns, near};
use crate::article::fold::fold;
use crate::article::{Tag, Tokens};
use crate::claim::attribute::{Attribute, AttributeKind, AttributeValue, Qualifier};
use crate::claim::input::text;
use crate::claim::quantity::{Amount, Quantity, Unit};
use crate::claim::superseded::is_superseded;
use crate::claim::{ArgumentRole, Claim, Determiner, Origin, Phrase, PhraseId, PhraseKind, Polarity};
use crate::lexicon::{ClassId, Frame, Sense};
use crate::symbol::Sym;

mod reach;
mod together;

use together::Together;

/// They say that there are others.
const BESIDE: &[&str] = &["more", "other", "another", "further", "additional"];
/// Those that only count on.
const MORE: &[&str] = &["more", "further", "additional"];
/// How badly it happened: whoever was "critically hurt" is one of those who were hurt.
const DEGREES: [(&str, &[&str]); 2] = [
    ("badly", &["badly", "critically", "seriously", "severely", "gravely", "grievously"]),
    ("slightly", &["slightly", "lightly", "mildly"]),
];
/// Who is counted where no noun says more.
pub const ANYBODY: &str = "person";

/// Deaths, and injuries.
const KILLED: &str = "killed";
const INJURED: &str = "injured";
/// Those who live.
const SURVIVED: &str = "survived";

impl Patterns<'_> {
    /// Does another clause of the sentence say that the same people were hurt?
    fn were_hurt(&self, claim: &Claim, whom: PhraseId) -> bool {
        let hurt = |other: &Claim| {
            let class = other.predicate.class.map(|class| self.lexicon.class(class));
            let same = other.subject.as_ref().is_some_and(|subject| subject.phrases.contains(&whom));
            same && class.is_some_and(|class| class.counts.as_ref().is_some_and(|role| role == INJURED))
        };
        self.reading.in_sentence(claim.sentence).iter().any(hurt)
    }

    /// "has *thus far* seized *a total of* 31 magazines": on several occasions.
    fn is_sum_of_several(&self, claim: &Claim) -> bool {
        let Some(sentence) = self.article.sentences.get(claim.sentence as usize) else { return false };
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let far = |at: u32| {
            is(at, &["so", "thus"]) && is(at + 1, &["far"]) || is(at, &["to"]) && is(at + 1, &["date"])
        };
        let total = |at: u32| is(at, &["total"]) && is(at + 1, &["of"]);
        let verb = claim.predicate.tokens;
        let before = sentence.tokens.start..verb.end;
        let behind = verb.end..sentence.tokens.end.min(verb.end + 4);
        !claim.predicate.passive && before.into_iter().any(far) && behind.into_iter().any(total)
    }

    /// To how many the event of a claim happened.
    pub(super) fn counts(&self, number: u32, claim: &Claim, found: &mut Vec<Attribute>) {
        let Some(class) = claim.predicate.class else { return };
        let Some(role) = &self.lexicon.class(class).counts else { return };
        if is_superseded(self.article, claim) || self.is_sum_of_several(claim) {
            return;
        }
        let patients = match claim.origin {
            Origin::Nominal if self.is_each(claim) => self.phrases_with(claim),
            _ => patients(claim),
        };
        let degree = self.degree(claim);
        let mut add = |counted: Sym, quantity: &Quantity, tokens: Tokens| {
            let of = Qualifier::word(match degree {
                Some(degree) => Sym::from(format!("{degree} {counted}")),
                None => counted,
            });
            let words = near(tokens, claim.predicate.tokens);
            found.push(Attribute::of_event(number, AttributeKind::Count(role.clone()), of, quantity, words));
        };
        let together = self.together(claim, &patients);
        if let Some(Together { others, quantity, tokens }) = &together {
            add(self.counted(self.reading.phrase(*others), class), quantity, *tokens);
        }
        let counted = together.map(|together| together.others);
        for id in patients.iter().filter(|id| Some(**id) != counted) {
            let own = self.reading.phrase(*id);
            let phrase = self.counted_in(own, class);
            let nobody = claim.polarity == Polarity::Negated && self.is_nobody(phrase)
                || [KILLED, INJURED, SURVIVED].contains(&role.as_str()) && self.is_none(class, own);
            if nobody {
                add(Sym::new_static(ANYBODY), &Quantity::exactly(0.0, Unit::None), own.tokens);
                continue;
            }
            // "Two soldiers who were wounded on Sunday have died": some of those who were counted as wounded.
            if role == KILLED && self.were_hurt(claim, *id) {
                continue;
            }
            let Some(amount) = phrase.amount.as_ref().filter(|amount| counts(amount)) else { continue };
            // "two brothers, 17 and 22, were arrested": bare numbers beside a noun are ages.
            let bare = phrase.kind == PhraseKind::Elliptic;
            // "Two *more* arrests" are beside others.
            let beside = |at: u32| self.word(at).is_some_and(|w| w.is_any(BESIDE));
            let each =
                self.word(phrase.head).is_some_and(|w| self.lexicon.class(class).each.contains(w.lemma()));
            if each && (phrase.tokens.start..phrase.head).any(beside) || self.comes_on_top(claim, phrase) {
                continue;
            }
            if (bare && (patients.len() > 1 || self.is_partitive(phrase))) || self.runs_on(phrase, amount) {
                continue;
            }
            let tokens = amount.tokens.to(Tokens { start: phrase.head, end: phrase.head + 1 });
            let quantity = self.reach(claim, phrase, &amount.quantity);
            add(self.counted(phrase, class), &quantity, tokens);
        }
    }

    /// "Police arrested two more men": on top of those who are counted in another sentence. "Two died, and five more were
    /// hurt" counts all who were hurt.
    fn comes_on_top(&self, claim: &Claim, phrase: &Phrase) -> bool {
        let more = phrase.amount.as_ref().is_some_and(|amount| {
            self.word(amount.tokens.end).is_some_and(|w| w.is_any(MORE)) && amount.tokens.end < phrase.head
        });
        let sentence = self.article.sentences.get(claim.sentence as usize).map_or(0, |s| s.tokens.start);
        let before = self.reading.phrases_in(Tokens { start: sentence, end: phrase.tokens.start });
        more && !before.filter_map(|(_, other)| other.amount.as_ref()).any(counts)
    }

    /// "nobody", "no one", but not "nobody else", nor "no one on the bus", which is some of those concerned.
    fn is_nobody(&self, phrase: &Phrase) -> bool {
        let is = |at: Option<u32>, word: &str| at.and_then(|at| self.word(at)).is_some_and(|w| w.is(word));
        let head = phrase.head;
        let no_one = is(Some(head), "one") && is(head.checked_sub(1), "no");
        let nobody = no_one || is(Some(head), "nobody") || is(Some(head), "no-one");
        let of_some = self.word(head + 1).is_some_and(|w| w.tag() == Tag::In);
        nobody && !of_some && !is(Some(head + 1), "else")
    }

    /// "*no injuries* were reported", "no reports of *deaths*": of what the noun names there is none, of any kind and of anybody.
    fn is_none(&self, class: ClassId, phrase: &Phrase) -> bool {
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let start = phrase.tokens.start;
        // "no reports *of* injuries", "no deaths *or* injuries"
        let of_none = || {
            let no = start.checked_sub(3).is_some_and(|at| is(at, &["no"]));
            let reports = || is(start - 2, &["report", "reports"]) && is(start - 1, &["of"]);
            no && start + 1 == phrase.tokens.end && (reports() || is(start - 1, &["or"]))
        };
        let none = phrase.determiner == Determiner::Negative && phrase.tokens.len() == 2;
        // "No injuries *to passengers*": some of those who might be hurt.
        let of_some = is(phrase.tokens.end, &["to", "among", "on"]);
        let each = self.word(phrase.head).is_some_and(|w| self.lexicon.class(class).each.contains(w.lemma()));
        each && phrase.plural && !of_some && (none || of_none())
    }

    /// How badly it happened to all who are counted: "critically hurt", "hurt critically".
    fn degree(&self, claim: &Claim) -> Option<&'static str> {
        let verb = claim.predicate.tokens;
        let told =
            |words: &[&str]| (verb.start..=verb.end).any(|at| self.word(at).is_some_and(|w| w.is_any(words)));
        DEGREES.iter().find(|(_, words)| told(words)).map(|(degree, _)| *degree)
    }

    /// "nine deaths": is each of what the noun of a claim names one to whom it happened?
    fn is_each(&self, claim: &Claim) -> bool {
        let class = claim.predicate.class.map(|class| self.lexicon.class(class));
        // "Nine survivors *of the crash*": those to whom it happened are not told of behind it.
        let event = |id: &PhraseId| {
            let head = self.word(self.reading.phrase(*id).head);
            head.is_some_and(|head| self.lexicon.look_up(head.lemma()).noun.is_some())
        };
        let of_others =
            claim.arguments.iter().any(|a| a.role == ArgumentRole::Object && !a.phrases.iter().all(event));
        class.is_some_and(|class| class.each.contains(&claim.predicate.lemma)) && !of_others
    }

    /// The phrase that the noun of a claim stands in.
    fn phrases_with(&self, claim: &Claim) -> SmallVec<[PhraseId; 4]> {
        let head = claim.predicate.head;
        let first = self.reading.phrases.partition_point(|phrase| phrase.tokens.end <= head);
        let phrases = (first as u32..).map(PhraseId).zip(self.reading.phrases.iter().skip(first));
        let near = phrases.take_while(|(_, phrase)| phrase.tokens.start <= head);
        near.filter(|(_, phrase)| phrase.head == head).map(|(id, _)| id).take(1).collect()
    }

    /// "the lives *of nine people*": those whom a noun of the class stands for.
    fn counted_in<'p>(&'p self, phrase: &'p Phrase, class: ClassId) -> &'p Phrase {
        let stands_for =
            || self.word(phrase.head).is_some_and(|w| self.lexicon.class(class).each.contains(w.lemma()));
        if phrase.amount.is_some() || !self.is_partitive(phrase) || !stands_for() {
            return phrase;
        }
        let behind = phrase.tokens.end + 1;
        let next = self.reading.phrases.partition_point(|other| other.tokens.start < behind);
        self.reading.phrases.get(next).filter(|other| other.tokens.start == behind).unwrap_or(phrase)
    }

    /// "three workers-two women": a dash without spaces joins two phrases.
    fn runs_on(&self, phrase: &Phrase, amount: &Amount) -> bool {
        let cardinal = |w: &str| fold(w, |lower| self.lexicon.has(lower, Sense::Cardinal));
        let within = amount.tokens.end.min(phrase.head)..phrase.head;
        let mut words = within.filter_map(|at| self.word(at)).map(|w| w.text());
        words.any(|w| w.split_once(['-', '–', '—']).is_some_and(|(_, second)| cardinal(second)))
    }

    /// "five of them", "two of the dead": a part of a number told elsewhere.
    fn is_partitive(&self, phrase: &Phrase) -> bool {
        text("of")(self.from(phrase.tokens.end)).is_ok()
    }

    /// Which kind of thing is counted: people of no special kind are all one, machine guns are no guns of any kind.
    fn counted(&self, phrase: &Phrase, class: ClassId) -> Sym {
        let head = self.word(phrase.head).filter(|_| phrase.kind != PhraseKind::Elliptic).map(|w| w.lemma());
        let anyone = |head: &Sym| {
            self.lexicon.has(head, Sense::Anyone) || self.lexicon.class(class).each.contains(head)
        };
        let Some(head) = head.filter(|head| !anyone(head)) else {
            return Sym::new_static(ANYBODY);
        };
        let head = self.lexicon.usual_word(head);
        if self.lexicon.has(head, Sense::Person) {
            return Sym::from(head);
        }
        let from = phrase.amount.as_ref().map_or(phrase.head, |amount| amount.tokens.end);
        let kinds = (from..phrase.head).filter_map(|at| self.word(at)).filter(|w| w.tag().is_noun());
        let words: SmallVec<[&str; 4]> = kinds.map(|w| w.lemma().as_str()).chain([head]).collect();
        Sym::from(words.join(" "))
    }
}

/// Lets go of a count of nobody where the article has another of the kind: it tells of several events.
pub(super) fn drop_nobody_beside_others(found: &mut Vec<Attribute>) {
    let is_nobody = |a: &Attribute| matches!(&a.value, AttributeValue::Quantity(q) if q.amount == 0.0);
    let counts = found.iter().filter(|a| matches!(a.kind, AttributeKind::Count(_)));
    let mut counted: Vec<AttributeKind> = Vec::new();
    for count in counts.filter(|a| !is_nobody(a)) {
        if !counted.contains(&count.kind) {
            counted.push(count.kind.clone());
        }
    }
    found.retain(|a| !is_nobody(a) || !counted.contains(&a.kind));
}

/// To whom what a claim counts happened.
fn patients(claim: &Claim) -> SmallVec<[PhraseId; 4]> {
    let objects = || claim.arguments.iter().filter(|a| a.role == ArgumentRole::Object);
    // "killed six people, injured almost 50": what looks like a participle has an object.
    let passive = claim.predicate.passive && objects().next().is_none();
    let undergoes = claim.predicate.frame == Frame::Undergoes || passive || claim.origin == Origin::Copula;
    match undergoes {
        true => claim.subject.iter().flat_map(|s| s.phrases.iter().copied()).collect(),
        false => objects().flat_map(|o| o.phrases.iter().copied()).collect(),
    }
}

fn counts(amount: &Amount) -> bool {
    matches!(amount.quantity.unit, Unit::Count(_) | Unit::None)
}

#[cfg(test)]
mod tests;
