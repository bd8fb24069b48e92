//! What each claim puts into which slot.

use rustc_hash::FxHashMap;

use super::figure::dimension;
use super::gather::Gathering;
use super::story::StoryId;
use super::value::Value;
use super::{EntityId, EventId, SlotId, Statement};
use crate::Sym;
use crate::article::{Token, Tokens};
use crate::claim::quantity::{Amount, Unit};
use crate::claim::{ArgumentRole, Claim, Origin, Phrase, PhraseId, PhraseKind};
use crate::lexicon::{Frame, Lexicon, Sense};

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Event(EventId),
    Entity(EntityId),
    /// Names that look alike, in one theme.
    Likeness(u32),
    /// Words before nouns that look alike, in one theme.
    Modifier(u32),
    /// Wordings of one quotation.
    Quote(u32),
    /// The one of which articles of one theme give a figure.
    Theme(StoryId),
    /// Figures with the same words around them.
    Echo(u32),
    /// What a fact of the house is about.
    Fact(u32),
    /// A passage of an article that must agree with itself: article and phrase.
    Passage(u32, u32),
}

/// Gives slots their numbers.
#[derive(Default)]
pub(super) struct Slots {
    known: FxHashMap<(Owner, Sym, Option<Sym>), SlotId>,
}

impl Slots {
    /// The slot of an owner's role; `what` tells apart slots of one role (which noun is counted).
    pub(super) fn of(&mut self, owner: Owner, role: Sym, what: Option<Sym>) -> SlotId {
        let next = SlotId(self.known.len() as u32);
        *self.known.entry((owner, role, what)).or_insert(next)
    }
}

/// Collects the statements of one article.
pub(super) struct Stating<'g, 'a> {
    pub(super) gathering: &'g Gathering<'a>,
    pub(super) slots: &'g mut Slots,
    pub(super) statements: &'g mut Vec<Statement>,
}

impl Stating<'_, '_> {
    /// Everything a claim states. `event` and `mention` are those of the claim, if it has any.
    pub(super) fn claim(&mut self, number: usize, claim: &Claim, event: Option<(EventId, u32, Tokens)>) {
        if let Some((event, mention, words)) = event {
            let value = Value::Event(event);
            self.add(Owner::Event(event), "event", None, value, words, Some(number), Some((event, mention)));
            self.counts(number, claim, (event, mention));
            self.time(number, claim, (event, mention));
            self.place(number, claim, (event, mention));
            self.ordinals(number, claim, (event, mention));
            self.measures(number, claim, (event, mention));
        }
        self.conversion(number, claim);
        if matches!(claim.origin, Origin::Apposition | Origin::Copula) {
            self.description(number, claim);
        }
    }

    #[allow(clippy::too_many_arguments)]
    pub(super) fn add(
        &mut self,
        owner: Owner,
        role: &str,
        what: Option<Sym>,
        value: Value,
        tokens: Tokens,
        claim: Option<usize>,
        event: Option<(EventId, u32)>,
    ) {
        let role = Sym::from(role);
        let slot = self.slots.of(owner, role, what);
        let entity = match owner {
            Owner::Entity(e) => Some(e),
            _ => None,
        };
        self.statements.push(Statement {
            article: self.gathering.number,
            claim: claim.map(|number| number as u32),
            slot,
            role,
            what,
            value,
            span: self.gathering.article.span(tokens),
            event: event.map(|(e, _)| e),
            mention: event.map(|(_, m)| m),
            entity,
        });
    }

    /// "five people were killed": how many it happened to.
    fn counts(&mut self, number: usize, claim: &Claim, event: (EventId, u32)) {
        let lexicon = Lexicon::current();
        let Some(class) = claim.predicate.class else { return };
        let Some(role) = lexicon.class(class).counts else { return };
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
            let Some(amount) = phrase.amount.filter(counts) else { continue };
            // "two brothers, 17 and 22, were arrested": bare numbers beside a noun are ages.
            if phrase.kind == PhraseKind::Elliptic && (patients.len() > 1 || self.is_partitive(phrase)) {
                continue;
            }
            if self.runs_on(phrase, &amount) {
                continue;
            }
            let what = self.counted(phrase);
            let tokens = amount.tokens.to(Tokens { start: phrase.head, end: phrase.head + 1 });
            let words = near(tokens, claim.predicate.tokens);
            let value = Value::Quantity(amount.quantity);
            self.add(Owner::Event(event.0), &role, Some(what), value, words, Some(number), Some(event));
        }
    }

    /// "three workers-two women": a dash without spaces joins two phrases.
    fn runs_on(&self, phrase: &Phrase, amount: &Amount) -> bool {
        let article = self.gathering.article;
        let cardinal = |w: &str| {
            let word = Sym::from_existing(&w.to_lowercase());
            word.is_some_and(|w| Lexicon::current().has(w, Sense::Cardinal))
        };
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
        let head = token(phrase.head).filter(|_| phrase.kind != PhraseKind::Elliptic).map(|t| t.lemma);
        let Some(head) = head.filter(|head| !Lexicon::current().has(*head, Sense::Anyone)) else {
            return Sym::from("person");
        };
        let from = phrase.amount.map_or(phrase.head, |amount| amount.tokens.end);
        let kind = phrase.head.checked_sub(1).filter(|at| *at >= from).and_then(token);
        match kind.filter(|t| t.tag.is_noun() && !Lexicon::current().has(head, Sense::Person)) {
            Some(kind) => Sym::from(&format!("{} {head}", kind.lemma)),
            None => head,
        }
    }

    fn time(&mut self, number: usize, claim: &Claim, event: (EventId, u32)) {
        let Some(time) = claim.time.map(|t| self.gathering.reading.time(t)) else { return };
        let words = near(claim.predicate.tokens, time.tokens);
        self.add(
            Owner::Event(event.0),
            "when",
            None,
            Value::Time(time.when),
            words,
            Some(number),
            Some(event),
        );
    }

    fn place(&mut self, number: usize, claim: &Claim, event: (EventId, u32)) {
        for argument in &claim.arguments {
            let ArgumentRole::Oblique(preposition) = argument.role else { continue };
            if !matches!(preposition.as_str(), "in" | "at" | "near") {
                continue;
            }
            for phrase in &argument.phrases {
                for place in self.gathering.entities_of(*phrase) {
                    let words = near(claim.predicate.tokens, argument.tokens);
                    let value = Value::Entity(place);
                    self.add(Owner::Event(event.0), "where", None, value, words, Some(number), Some(event));
                }
            }
        }
    }

    /// "their first meeting", "the meeting, the first between the two". What restricts it ("first official
    /// meeting", "first in years") tells the slot apart.
    fn ordinals(&mut self, number: usize, claim: &Claim, event: (EventId, u32)) {
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
            self.add(Owner::Event(event.0), "ordinal", restricted, value, tokens, Some(number), Some(event));
        }
    }

    /// The words that narrow an ordinal: those between it and its noun, or a period behind it.
    fn restriction(&self, phrase: &Phrase, at: u32, tokens: Tokens) -> Option<Sym> {
        let article = self.gathering.article;
        let last = phrase.tokens.end.saturating_sub(1);
        let between = Tokens { start: at + 1, end: last.max(at + 1) };
        let behind = Tokens { start: last + 1, end: last + 3 };
        let next = article.tokens.get(behind.start as usize);
        let narrows = |t: &&Token| Lexicon::current().has(t.lemma, Sense::Narrowing);
        let narrowed = next.filter(narrows).filter(|_| !tokens.is_empty()).map(|_| article.phrase(behind));
        let words = if between.is_empty() { narrowed } else { Some(article.phrase(between)) };
        words.map(|w| Sym::from(&w.to_lowercase()))
    }

    /// How far, how much: "fell 200 feet", "stole jewels worth $5 million".
    fn measures(&mut self, number: usize, claim: &Claim, event: (EventId, u32)) {
        // Where the subject names the event ("the quake struck 20 miles away"), the verb measures something else.
        if claim.predicate.class.is_none() {
            return;
        }
        let Some(amount) = self.measured(claim) else { return };
        let what = match amount.quantity.unit {
            Unit::Measure(unit) => dimension(unit),
            _ => Sym::from("money"),
        };
        let words = near(amount.tokens, claim.predicate.tokens);
        let value = Value::Quantity(amount.quantity);
        self.add(Owner::Event(event.0), "measure", Some(what), value, words, Some(number), Some(event));
    }

    /// The first amount of its object that a claim states; a second one in brackets converts it.
    fn measured(&self, claim: &Claim) -> Option<Amount> {
        let mut objects = claim.arguments.iter().filter(|a| match a.role {
            ArgumentRole::Object => true,
            ArgumentRole::Oblique(preposition) => preposition == "with",
            _ => false,
        });
        let reading = self.gathering.reading;
        objects.find_map(|object| {
            let from = reading.phrases.partition_point(|p| p.tokens.start < object.tokens.start);
            let within = reading.phrases[from..].iter().take_while(|p| p.tokens.end <= object.tokens.end);
            within
                .filter_map(|p| p.amount)
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
        let amount = |id: Option<&PhraseId>| id.and_then(|p| reading.phrase(*p).amount);
        let (Some(first), Some(second)) = (amount(subject.phrases.first()), amount(said.phrases.first()))
        else {
            return;
        };
        let measured = |a: &Amount| matches!(a.quantity.unit, Unit::Measure(_));
        if first.quantity.unit == second.quantity.unit {
            return;
        }
        if let (Unit::Money(own), Unit::Money(foreign)) = (first.quantity.unit, second.quantity.unit) {
            let what = Sym::from(&format!("{own} {} in {foreign}", first.quantity.amount));
            let owner = Owner::Theme(self.gathering.theme);
            let words = first.tokens.to(second.tokens);
            self.add(
                owner,
                "exchange",
                Some(what),
                Value::Quantity(second.quantity),
                words,
                Some(number),
                None,
            );
        }
        if !measured(&first) || !measured(&second) {
            return;
        }
        let at = subject.phrases.first().map_or(0, |p| p.0);
        for amount in [first, second] {
            let owner = Owner::Passage(self.gathering.number, at);
            self.add(
                owner,
                "conversion",
                None,
                Value::Quantity(amount.quantity),
                amount.tokens,
                Some(number),
                None,
            );
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
