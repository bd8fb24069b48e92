//! What fills the parts of a claim that some words of an article belong to.

use std::cmp::Reverse;
use std::sync::Arc;

use super::filler::is_person;
use super::{Filler, Moment, Parts, Predicate};
use crate::article::{Article, Tokens};
use crate::claim::quantity::Unit;
use crate::claim::trigger::eventive;
use crate::claim::{
    Argument, ArgumentRole, AttributeKind, Claim, Holder, Origin, Phrase, PhraseId, PhraseKind, Reading,
    Reference, Thematic,
};
use crate::graph::coref::Known;
use crate::graph::{EntityId, EntityKind, EventMention, Graph, Parsed};
use crate::lexicon::Sense;
use crate::lexicon::wordnet::Part;
use crate::symbol::Sym;

/// One article of a graph, to be asked for the parts of what it says.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    number: u32,
    article: &'a Article,
    reading: &'a Reading,
    known: &'a Known,
    graph: &'a Graph,
}

impl<'a> Reader<'a> {
    /// Of an article, by its number in the graph, and what the graph knows of it.
    pub fn new(number: u32, parsed: &'a Parsed, known: &'a Known, graph: &'a Graph) -> Reader<'a> {
        let Parsed { article, reading, .. } = parsed;
        Reader { number, article, reading, known, graph }
    }

    /// The parts of what is claimed with some words. `value` are those of them that are the value in question, an amount
    /// or a time; all of them, where no single value is.
    pub fn parts(&self, value: Tokens, words: Tokens) -> Parts {
        let noun = self.counted(value);
        let owner = self.owner(value);
        let Some((number, claim)) = self.claim(value, words) else {
            return Parts { noun, subject: owner, ..Parts::default() };
        };
        let mention = self.mention(number);
        // What is counted is compared as such, and no subject beside.
        let beside = |a: &&Argument| noun.is_none() || !a.tokens.contains(value);
        let own = || claim.subject.iter().chain(&claim.arguments).filter(beside);
        let with = |role: Thematic| own().find(|a| self.role(claim, a) == Some(role));
        let complement = || own().find(|a| a.role == ArgumentRole::Complement);
        let subject = with(Thematic::Agent).or_else(|| with(Thematic::Participant));
        let object = with(Thematic::Patient).or_else(complement);
        Parts {
            subject: owner.or_else(|| self.filler(subject?)),
            object: object.and_then(|argument| self.filler(argument)),
            place: self.place(claim, mention),
            noun,
            predicate: self.predicate(claim),
            time: self.time(claim, mention),
        }
    }

    /// The noun phrases among some words, with what each means.
    pub fn phrases(&self, words: Tokens) -> Vec<(Tokens, Filler)> {
        let own = (0..).map(PhraseId).zip(&self.reading.phrases).filter(|(_, p)| p.tokens.overlaps(words));
        own.filter_map(|(id, p)| Some((p.tokens, self.filler_of(&[id], p.tokens)?))).collect()
    }

    /// The places among some words: those that are named, and whatever stands where something is.
    pub fn places(&self, words: Tokens) -> Vec<(Tokens, Filler)> {
        let where_it_is = |claim: &'a Claim| {
            let is_place =
                move |a: &&Argument| a.role.is_place() || self.role(claim, a) == Some(Thematic::Location);
            claim.arguments.iter().filter(is_place)
        };
        let arguments = self.reading.claims.iter().flat_map(where_it_is);
        let told = arguments.filter(|a| a.tokens.overlaps(words));
        let mut found: Vec<_> = told.filter_map(|a| Some((a.tokens, self.filler(a)?))).collect();
        let named = self.phrases(words).into_iter();
        found.extend(named.filter(|(_, filler)| filler.meant.iter().any(|id| self.is_place(*id))));
        found
    }

    /// The claim that some words belong to. What somebody says is asked for, not that it is said; a verb among the words
    /// rather than one around them; and of several the one whose narrowest argument holds the value.
    fn claim(&self, value: Tokens, words: Tokens) -> Option<(u32, &'a Claim)> {
        let size = |claim: &Claim| {
            let arguments = claim.subject.iter().chain(&claim.arguments).map(|a| a.tokens);
            let time = claim.time.map(|time| self.reading.time(time).tokens);
            arguments.chain(time).filter(|a| a.contains(value)).map(Tokens::len).min()
        };
        let rank = |(number, claim): (u32, &'a Claim)| {
            let inside = words.range().contains(&(claim.predicate.head as usize));
            let size = size(claim);
            let speech = self.is_speech(claim);
            let noun = claim.origin == Origin::Nominal;
            let rank = (speech, !inside, noun, size.is_none(), size, Reverse(shared(claim, words)), number);
            (inside || size.is_some()).then_some((rank, claim))
        };
        let best = self.beside(words.start).filter_map(rank).min_by_key(|(rank, _)| *rank)?;
        let ((.., number), claim) = best;
        Some((number, claim))
    }

    /// The sentence that a word stands in.
    fn sentence(&self, word: u32) -> u32 {
        self.article.sentence_at(word)
    }

    /// The claims of the sentence that a word stands in.
    fn beside(&self, word: u32) -> impl Iterator<Item = (u32, &'a Claim)> {
        let sentence = self.sentence(word);
        let from = self.reading.claims.partition_point(|claim| claim.sentence < sentence);
        let claims = self.reading.claims.get(from..).unwrap_or_default();
        (from as u32..).zip(claims).take_while(move |(_, claim)| claim.sentence == sentence)
    }

    /// The mention of an event that a claim is.
    fn mention(&self, claim: u32) -> Option<&'a EventMention> {
        let mut told = self.graph.told_in(self.number).into_iter().filter_map(|id| self.graph.mention(id));
        told.find(|mention| mention.claim == claim)
    }

    /// How an argument takes part, as the vocabulary has it of the verb.
    fn role(&self, claim: &Claim, argument: &Argument) -> Option<Thematic> {
        let role = argument.role.thematic(claim.predicate.frame, claim.predicate.passive)?;
        // "entered the clinic": it is what the subject did.
        let acts = argument.role == ArgumentRole::Object && role == Thematic::Location;
        Some(if acts { Thematic::Patient } else { role })
    }

    /// Whose a value is, where words say so without a verb: "Ann Lee, 36,", "Norland's population of 20,000".
    fn owner(&self, value: Tokens) -> Option<Filler> {
        let given = self.reading.attributes.iter().filter(|a| a.tokens.contains(value));
        let given = given.filter(|a| {
            !matches!(a.kind, AttributeKind::Title | AttributeKind::Home | AttributeKind::AgeByBirth)
        });
        let holder = given.filter_map(|a| if let Holder::Phrase(id) = a.holder { Some(id) } else { None });
        let holder = holder.filter(|id| !self.holds(*id, value)).min();
        let around = || {
            let all = (0..).map(PhraseId).zip(&self.reading.phrases);
            all.filter(|(_, p)| p.tokens.contains(value)).min_by_key(|(_, p)| p.tokens.len())
        };
        // "Falk's 27-year-old sister": the sister is so old, and what is counted belongs to Falk.
        let within = || {
            let (id, phrase) = around()?;
            let aged = phrase.amount.as_ref().is_some_and(|amount| amount.quantity.unit == Unit::Age);
            if aged { Some(id) } else { phrase.possessor }
        };
        let id = holder.or_else(within)?;
        self.filler_of(&[id], self.reading.phrase(id).tokens)
    }

    /// Is a value one of a phrase that names nobody: what is counted is not its owner.
    fn holds(&self, id: PhraseId, value: Tokens) -> bool {
        let phrase = self.reading.phrase(id);
        phrase.name.is_empty() && phrase.tokens.contains(value)
    }

    /// The place that a claim names, or the event that it tells of, or else its sentence if that names one only.
    fn place(&self, claim: &Claim, mention: Option<&EventMention>) -> Option<Filler> {
        let within = |tokens: Tokens| {
            let inside = self.reading.phrases.iter().filter(move |p| tokens.contains(p.tokens));
            inside.filter_map(|p| self.meant(p)).filter(|id| self.is_place(*id))
        };
        let own =
            || claim.arguments.iter().filter(|a| a.role.is_place()).flat_map(|a| within(a.tokens)).next();
        let told = || mention?.roles.place().iter().copied().find(|id| self.is_place(*id));
        let only = || {
            let mut all = within(self.article.sentences.get(claim.sentence as usize)?.tokens);
            all.next().filter(|first| all.all(|other| other == *first))
        };
        let named = own().or_else(told);
        let place = named.or_else(only)?;
        let name = &self.graph.entities.get(place.0 as usize)?.name;
        Some(Filler {
            meant: vec![place],
            sure: named.is_some(),
            head: name.written.clone(),
            words: name.words.to_vec(),
        })
    }

    fn is_place(&self, id: EntityId) -> bool {
        let entity = self.graph.entities.get(id.0 as usize);
        entity.is_some_and(|entity| entity.name.kind == EntityKind::Place)
    }

    /// What is counted or measured, if the words are an amount.
    fn counted(&self, words: Tokens) -> Option<Filler> {
        let of = |phrase: &&Phrase| phrase.amount.as_ref().is_some_and(|a| a.tokens == words);
        let phrase = self.reading.phrases.iter().find(of)?;
        let counted = phrase.amount.as_ref()?.quantity.unit.counted();
        let head = self.article.tokens.get(phrase.head as usize)?;
        let unit = words.range().contains(&(phrase.head as usize));
        let noun = phrase.kind == PhraseKind::Common && head.tag.is_noun() && !unit;
        let head = counted.or_else(|| noun.then_some(&head.lemma))?;
        Some(Filler { head: head.clone(), sure: true, words: self.words(phrase.tokens), ..Filler::default() })
    }

    /// That something is, or is said, says nothing of it.
    fn predicate(&self, claim: &Claim) -> Option<Predicate> {
        let head = self.article.tokens.get(claim.predicate.head as usize)?;
        let (lemma, class) = (claim.predicate.lemma.clone(), claim.predicate.class);
        let part = eventive::part(head.tag)?;
        let says = |sense| self.graph.lexicon.has(&lemma, sense);
        let empty = class.is_none() && (says(Sense::Copula) || says(Sense::Light));
        if empty || self.is_speech(claim) {
            return None;
        }
        let beside = self.reading.beside(claim).iter().filter_map(|claim| claim.predicate.class).collect();
        Some(Predicate { lemma, part, class, beside })
    }

    fn is_speech(&self, claim: &Claim) -> bool {
        let report = claim.predicate.class.is_some_and(|class| self.graph.lexicon.class(class).is_report());
        report || self.graph.lexicon.has(&claim.predicate.lemma, Sense::Reporting)
    }

    /// When it was, as the claim says, or the event that it tells of, or else its sentence if that gives one time only.
    fn time(&self, claim: &Claim, mention: Option<&EventMention>) -> Option<Moment> {
        let own = claim.time.map(|time| self.reading.time(time)).filter(|time| time.is_dated());
        let own = own.map(|time| Arc::new(time.when)).or_else(|| mention?.time.clone());
        if let Some(when) = own {
            return Some(Moment { when, sure: true });
        }
        let sentence = self.article.sentences.get(claim.sentence as usize)?.tokens;
        let mut all = self.reading.times.iter().filter(|t| sentence.contains(t.tokens) && t.is_dated());
        let only = all.next().filter(|_| all.next().is_none())?;
        Some(Moment { when: Arc::new(only.when), sure: false })
    }

    fn filler(&self, argument: &Argument) -> Option<Filler> {
        self.filler_of(&argument.phrases, argument.tokens)
    }

    /// Whom or what some phrases mean, that are joined by "and".
    fn filler_of(&self, phrases: &[PhraseId], tokens: Tokens) -> Option<Filler> {
        let all = || phrases.iter().map(|id| self.reading.phrase(*id));
        let id = phrases.first()?;
        let meant: Vec<EntityId> = all().filter_map(|phrase| self.meant(phrase)).collect();
        let first = self.reading.phrase(*id);
        match first.kind {
            PhraseKind::Pronoun if meant.is_empty() => {
                let before = self.antecedent(*id, first)?;
                let words = self.reading.phrase(before).tokens;
                return Some(Filler { sure: false, ..self.filler_of(&[before], words)? });
            }
            PhraseKind::Expletive => return None,
            _ => {}
        }
        let head = self.article.tokens.get(first.head as usize)?;
        let sure = meant.is_empty() || all().all(|phrase| !phrase.name.is_empty());
        let told = !meant.is_empty() || head.tag.is_noun();
        told.then(|| Filler { meant, sure, head: head.lemma.clone(), words: self.words(tokens) })
    }

    /// What a pronoun stands for that refers to nobody with a name: the nearest subject before it that fits, of its
    /// sentence or the one before.
    fn antecedent(&self, id: PhraseId, pronoun: &Phrase) -> Option<PhraseId> {
        let reference = self.reading.references.iter().find(|(of, _)| *of == id).map(|(_, to)| to);
        let sentence = self.sentence(pronoun.tokens.start);
        let fits = |before: &PhraseId| {
            let phrase = self.reading.phrase(*before);
            let Some(head) = self.article.tokens.get(phrase.head as usize) else { return false };
            let noun = phrase.kind == PhraseKind::Common && head.tag.is_noun();
            let person = is_person(&head.lemma, self.graph);
            noun && match reference {
                Some(Reference::One(gender)) => {
                    let own = self.graph.lexicon.look_up(&head.lemma).gender;
                    !phrase.plural && person && own.is_none_or(|own| own == *gender)
                }
                Some(Reference::Thing) => !phrase.plural && !person,
                _ => pronoun.plural && phrase.plural,
            }
        };
        let from = self.reading.claims.partition_point(|claim| claim.sentence + 1 < sentence);
        let claims = self.reading.claims.get(from..).unwrap_or_default().iter();
        let near = claims.take_while(|claim| claim.sentence <= sentence);
        let subjects = near.filter_map(|claim| claim.subject.as_ref()?.phrases.first().copied());
        subjects.filter(|before| *before < id).filter(fits).max()
    }

    /// Whom a phrase names or refers to.
    fn meant(&self, phrase: &Phrase) -> Option<EntityId> {
        let head = self.article.tokens.get(phrase.head as usize)?;
        self.known.named_at(head.start)
    }

    /// The words of some tokens that have a meaning of their own.
    fn words(&self, tokens: Tokens) -> Vec<Sym> {
        let tokens = self.article.tokens.get(tokens.range()).unwrap_or_default();
        let meaning = |part: Option<Part>| matches!(part, Some(Part::Noun | Part::Adjective));
        let own = tokens.iter().filter(|token| meaning(eventive::part(token.tag)));
        let mut words: Vec<Sym> = own.map(|token| token.lemma.clone()).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// How many of some words a claim takes up.
fn shared(claim: &Claim, words: Tokens) -> usize {
    let tokens = claim.subject.iter().chain(&claim.arguments).map(|a| a.tokens);
    let all = tokens.fold(claim.predicate.tokens, Tokens::to);
    let (start, end) = (all.start.max(words.start), all.end.min(words.end));
    end.saturating_sub(start) as usize
}
