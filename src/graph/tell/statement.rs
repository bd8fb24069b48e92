//! What each claim puts into which slot.

use smallvec::SmallVec;

use super::figure::dimension;
use super::gather::Gathering;
use super::said::{Bearer, Content, Passage, Said, What};
use crate::article::token::fold::fold;
use crate::article::{Token, Tokens};
use crate::claim::quantity::{Amount, Unit};
use crate::claim::time::When;
use crate::claim::{ArgumentRole, Claim, Origin, Phrase, PhraseId, PhraseKind};
use crate::graph::Value;
use crate::lexicon::{Frame, Sense};
use crate::source::Span;
use crate::symbol::Sym;

/// Collects what one article states.
pub(super) struct Stating<'g, 'a> {
    pub(super) gathering: &'g Gathering<'a>,
    pub(super) statements: Vec<Said>,
    /// When it was, of statements about no event.
    pub(super) times: Vec<(Span, When)>,
}

/// A claim and the event that it mentions: the claim's number, and the mention's.
type Mentioning = (usize, u32);

impl Stating<'_, '_> {
    /// Everything a claim states. If it mentions an event: the number of the mention, and its words.
    pub(super) fn claim(&mut self, number: usize, claim: &Claim, mention: Option<(u32, Tokens)>) {
        if let Some((mention, words)) = mention {
            let by = (number, mention);
            self.add_to(by, "event", None, Content::Happened, words);
            self.counts(claim, by);
            self.time(claim, by);
            self.place(claim, by);
            self.ordinals(claim, by);
            self.measures(claim, by);
        }
        self.conversion(number, claim);
        self.residence(number, claim);
        if matches!(claim.origin, Origin::Apposition | Origin::Copula) {
            self.description(number, claim);
        }
    }

    /// A statement about somebody or something, by a claim or by words alone.
    pub(super) fn add(
        &mut self,
        bearer: Bearer,
        role: &str,
        what: Option<What>,
        content: impl Into<Content>,
        tokens: Tokens,
        claim: Option<usize>,
    ) {
        let passage = Passage::of(self.gathering, tokens, claim.map(|number| number as u32));
        let (role, content) = (Sym::from(role), content.into());
        self.statements.push(Said { bearer, role, what, content, passage });
    }

    /// A statement about the event that a claim mentions.
    fn add_to(
        &mut self,
        (claim, mention): Mentioning,
        role: &str,
        what: Option<Sym>,
        content: impl Into<Content>,
        tokens: Tokens,
    ) {
        self.add(Bearer::Mention(mention), role, what.map(What::Word), content, tokens, Some(claim));
    }

    /// "five people were killed": how many it happened to.
    fn counts(&mut self, claim: &Claim, by: Mentioning) {
        let Some(class) = claim.predicate.class else { return };
        let Some(role) = &self.gathering.lexicon.class(class).counts else { return };
        let frame = claim.predicate.frame;
        // "killed six people, injured almost 50": what looks like a participle has an object.
        let passive =
            claim.predicate.passive && claim.arguments.iter().all(|a| a.role != ArgumentRole::Object);
        let undergoes = frame == Frame::Undergoes || passive || claim.origin == Origin::Copula;
        let patients: Vec<PhraseId> = if undergoes {
            claim.subject.iter().flat_map(|s| s.phrases.iter().copied()).collect()
        } else {
            let objects = claim.arguments.iter().filter(|a| a.role == ArgumentRole::Object);
            objects.flat_map(|o| o.phrases.iter().copied()).collect()
        };
        for id in &patients {
            let phrase = self.gathering.reading.phrase(*id);
            let Some(amount) = phrase.amount.as_ref().filter(|amount| counts(amount)) else { continue };
            // "two brothers, 17 and 22, were arrested": bare numbers beside a noun are ages.
            if phrase.kind == PhraseKind::Elliptic && (patients.len() > 1 || self.is_partitive(phrase)) {
                continue;
            }
            if self.runs_on(phrase, amount) {
                continue;
            }
            let what = self.counted(phrase);
            let tokens = amount.tokens.to(Tokens { start: phrase.head, end: phrase.head + 1 });
            let words = near(tokens, claim.predicate.tokens);
            let value = Value::from(amount.quantity.clone());
            self.add_to(by, role, Some(what), value, words);
        }
    }

    /// "three workers-two women": a dash without spaces joins two phrases.
    fn runs_on(&self, phrase: &Phrase, amount: &Amount) -> bool {
        let article = self.gathering.article;
        let lexicon = self.gathering.lexicon;
        let cardinal = |w: &str| fold(w, |lower| lexicon.has(lower, Sense::Cardinal));
        let within = amount.tokens.end.min(phrase.head) as usize..phrase.head as usize;
        let mut words = article.tokens.get(within).unwrap_or_default().iter().map(|t| article.word(t));
        words.any(|w| w.split_once(['-', '–', '—']).is_some_and(|(_, second)| cardinal(second)))
    }

    /// "five of them", "two of the dead": a part of a number told elsewhere.
    fn is_partitive(&self, phrase: &Phrase) -> bool {
        let article = self.gathering.article;
        article
            .tokens
            .get(phrase.tokens.end as usize)
            .is_some_and(|t| article.word(t).eq_ignore_ascii_case("of"))
    }

    /// Which kind of thing is counted: people of no special kind are all one, machine guns are no guns of any kind.
    fn counted(&self, phrase: &Phrase) -> Sym {
        let token = |at: u32| self.gathering.article.tokens.get(at as usize);
        let head = token(phrase.head).filter(|_| phrase.kind != PhraseKind::Elliptic).map(|t| &t.lemma);
        let lexicon = self.gathering.lexicon;
        let Some(head) = head.filter(|head| !lexicon.has(head, Sense::Anyone)) else {
            return Sym::new_static("person");
        };
        let head = lexicon.usual_word(head);
        if lexicon.has(head, Sense::Person) {
            return Sym::from(head);
        }
        let from = phrase.amount.as_ref().map_or(phrase.head, |amount| amount.tokens.end);
        let kinds = (from..phrase.head).filter_map(token).filter(|t| t.tag.is_noun());
        let words: SmallVec<[&str; 4]> = kinds.map(|t| t.lemma.as_str()).chain([head]).collect();
        match words.as_slice() {
            [only] => Sym::from(*only),
            several => Sym::from(several.join(" ")),
        }
    }

    fn time(&mut self, claim: &Claim, by: Mentioning) {
        let Some(time) = claim.time.map(|t| self.gathering.reading.time(t)) else { return };
        let words = near(claim.predicate.tokens, time.tokens);
        self.add_to(by, "when", None, Value::from(time.when), words);
    }

    fn place(&mut self, claim: &Claim, by: Mentioning) {
        for argument in &claim.arguments {
            let ArgumentRole::Oblique(preposition) = &argument.role else { continue };
            if !matches!(preposition.as_str(), "in" | "at" | "near") {
                continue;
            }
            for phrase in &argument.phrases {
                for place in self.gathering.entities_of(*phrase) {
                    let words = near(claim.predicate.tokens, argument.tokens);
                    self.add_to(by, "where", None, Content::Who(place), words);
                }
            }
        }
    }

    /// "their first meeting", "the meeting, the first between the two". What restricts it ("first official
    /// meeting", "first in years") tells the slot apart.
    fn ordinals(&mut self, claim: &Claim, by: Mentioning) {
        let reading = self.gathering.reading;
        let head = claim.predicate.head;
        let objects = claim.arguments.iter().filter(|a| a.role == ArgumentRole::Object);
        let in_objects = objects.flat_map(|a| a.phrases.iter()).map(|p| reading.phrase(*p));
        let own = self.gathering.headed_by(head).filter(|_| claim.origin == Origin::Nominal);
        let mut found: Vec<(&Phrase, Tokens)> =
            own.into_iter().chain(in_objects).map(|p| (p, p.tokens)).collect();
        // What is said of the noun: "the meeting, the first between the two", "the meeting was the first".
        if claim.origin == Origin::Nominal {
            let of_noun = |c: &&Claim| {
                let subject = c.subject.iter().flat_map(|s| s.phrases.iter());
                matches!(c.origin, Origin::Apposition | Origin::Copula)
                    && subject.into_iter().any(|p| reading.phrase(*p).head == head)
            };
            let said =
                self.gathering.beside(claim).iter().filter(of_noun).filter_map(|c| c.arguments.first());
            found.extend(said.filter_map(|a| Some((reading.phrase(*a.phrases.first()?), a.tokens))));
        }
        for (phrase, tokens) in found {
            let Some((n, at)) = phrase.ordinal else { continue };
            let restricted = self.restriction(phrase, at, tokens);
            let value = Value::Number(f64::from(n));
            self.add_to(by, "ordinal", restricted, value, tokens);
        }
    }

    /// The words that narrow an ordinal: those between it and its noun, or a period behind it.
    fn restriction(&self, phrase: &Phrase, at: u32, tokens: Tokens) -> Option<Sym> {
        let article = self.gathering.article;
        let last = phrase.tokens.end.saturating_sub(1);
        let between = Tokens { start: at + 1, end: last.max(at + 1) };
        let behind = Tokens { start: last + 1, end: last + 3 };
        let next = article.tokens.get(behind.start as usize);
        let narrows = |t: &&Token| self.gathering.lexicon.has(&t.lemma, Sense::Narrowing);
        let narrowed = next.filter(narrows).filter(|_| !tokens.is_empty()).map(|_| article.phrase(behind));
        let words = if between.is_empty() { narrowed } else { Some(article.phrase(between)) };
        words.map(|w| Sym::from(w.to_lowercase()))
    }

    /// How far, how much: "fell 200 feet", "stole jewels worth $5 million".
    fn measures(&mut self, claim: &Claim, by: Mentioning) {
        // Where the subject names the event ("the quake struck 20 miles away"), the verb measures something else.
        if claim.predicate.class.is_none() {
            return;
        }
        let Some(amount) = self.measured(claim) else { return };
        let what = match &amount.quantity.unit {
            Unit::Measure(unit) => Sym::from(dimension(unit, self.gathering.lexicon)),
            _ => Sym::new_static("money"),
        };
        let words = near(amount.tokens, claim.predicate.tokens);
        let value = Value::from(amount.quantity.clone());
        self.add_to(by, "measure", Some(what), value, words);
    }

    /// The first amount of its object that a claim states; a second one in brackets converts it.
    fn measured(&self, claim: &Claim) -> Option<&Amount> {
        let mut objects = claim.arguments.iter().filter(|a| match &a.role {
            ArgumentRole::Object => true,
            ArgumentRole::Oblique(preposition) => preposition == "with",
            _ => false,
        });
        let reading = self.gathering.reading;
        objects.find_map(|object| {
            let from = reading.phrases.partition_point(|p| p.tokens.start < object.tokens.start);
            let within = reading.phrases[from..].iter().take_while(|p| p.tokens.end <= object.tokens.end);
            within
                .filter_map(|p| p.amount.as_ref())
                .find(|a| matches!(a.quantity.unit, Unit::Measure(_) | Unit::Money(_)))
        })
    }

    /// "10 metres (33 feet)": the same length twice.
    fn conversion(&mut self, number: usize, claim: &Claim) {
        if claim.origin != Origin::Apposition {
            return;
        }
        let (Some(subject), Some(said)) = (&claim.subject, claim.arguments.first()) else { return };
        let reading = self.gathering.reading;
        let amount = |id: Option<&PhraseId>| id.and_then(|p| reading.phrase(*p).amount.as_ref());
        let (Some(first), Some(second)) = (amount(subject.phrases.first()), amount(said.phrases.first()))
        else {
            return;
        };
        let measured = |a: &Amount| matches!(a.quantity.unit, Unit::Measure(_));
        if first.quantity.unit == second.quantity.unit {
            return;
        }
        if !measured(first) || !measured(second) {
            return;
        }
        let at = subject.phrases.first().map_or(0, |p| p.0);
        for amount in [first, second] {
            let value = Value::from(amount.quantity.clone());
            self.add(Bearer::Passage(at), "conversion", None, value, amount.tokens, Some(number));
        }
    }
}

fn counts(amount: &Amount) -> bool {
    matches!(amount.quantity.unit, Unit::Count(_) | Unit::None)
}

/// Two stretches as one if they stand near each other, else the first.
pub(super) fn near(first: Tokens, second: Tokens) -> Tokens {
    let both = first.to(second);
    if both.len() <= 16 { both } else { first }
}
