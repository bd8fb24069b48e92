//! A mention of an event, with what surrounds it.

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::super::{EntityId, EventId, Extent, Parsed, Role};
use super::bag::{Bag, Word};
use super::known::Known;
use crate::article::{Article, Tag, Tokens};
use crate::claim::factuality::{Certainty, factuality};
use crate::claim::trigger::{self, Tells, Trigger, eventive};
use crate::claim::{Claim, Polarity, Reading, TimeMention};
use crate::lexicon::wordnet::Part;
use crate::lexicon::{ClassId, Lexicon, Sense};
use crate::symbol::Sym;

/// So many words on either side are what stands near.
const NEAR: usize = 5;

/// Days that two outlets may give one event by mistake, and two events of one kind.
pub(super) const WEEK: i32 = 7;

/// Words that tell of an event or a state.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The article, by its number in the graph.
    pub article: u32,
    /// The predicate.
    pub extent: Extent,
    /// The dictionary form of the word that carries it.
    pub lemma: Sym,
    /// What it means as.
    pub part: Part,
    /// The claim that it is the predicate of, as an index into the article's.
    pub claim: Option<u32>,
    /// The event that the graph has it tell of.
    pub event: Option<EventId>,
    /// Affirmed or negated, how certainly, and by whom if not by the narrator, as its claim holds it; of words that no claim is
    /// made of, nothing is certain.
    pub held: Held,
    /// From which day to which it was, if its claim says so.
    pub days: Option<(Date, Date)>,
    /// The class of events that the vocabulary has it in.
    pub class: Option<ClassId>,
    pub(super) speech: bool,
    pub(super) sentence: Option<u32>,
    pub(super) subject: Option<Filler>,
    pub(super) object: Option<Filler>,
    pub(super) arguments: SmallVec<[Term; 4]>,
    pub(super) near: Bag,
    pub(super) around: Bag,
}

/// What a claim holds of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// That it was, or was not.
    pub polarity: Polarity,
    /// How certainly.
    pub certainty: Certainty,
    /// Who says so, if it is somebody whom the article names.
    pub speaker: Option<EntityId>,
}

/// Who or what fills a role.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Filler {
    /// Nobody knows whom a pronoun means that is not resolved.
    pub(super) who: Option<Term>,
    pub(super) words: Bag,
}

/// What can be compared of a filler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Term {
    Entity(EntityId),
    Word(Word),
}

impl Mention {
    /// Who did it and to whom it was done, as far as they are entities of the graph.
    pub fn roles(&self) -> impl Iterator<Item = (Role, EntityId)> {
        let entity = |filler: &Option<Filler>| match filler.as_ref()?.who? {
            Term::Entity(entity) => Some(entity),
            Term::Word(_) => None,
        };
        let agent = entity(&self.subject).map(|entity| (Role::Agent, entity));
        let patient = entity(&self.object).map(|entity| (Role::Patient, entity));
        agent.into_iter().chain(patient)
    }
}

/// The mentions of one article.
#[derive(Debug)]
pub struct Told {
    pub(super) mentions: Vec<Mention>,
    /// All its words.
    pub(super) words: Bag,
}

impl Told {
    /// What an article tells, given its number in the graph and what the graph knows of it. `tells` decides on nouns and
    /// adjectives by their features ([`eventive`]).
    pub fn of(number: u32, parsed: &Parsed, known: &Known, lexicon: &Lexicon, tells: Tells<'_>) -> Told {
        let Parsed { article, reading, .. } = parsed;
        let reader = Reader { number, article, reading, known, lexicon };
        let triggers = trigger::triggers(article, reading, tells);
        let mut mentions: Vec<Mention> = triggers.iter().map(|trigger| reader.mention(trigger)).collect();
        share_days(&mut mentions);
        Told { mentions, words: reader.bag(Tokens::new(0, article.tokens.len()), None) }
    }
}

/// "The strike" of an article that dates one strike was then.
fn share_days(mentions: &mut [Mention]) {
    let mut dated: FxHashMap<Sym, Option<(Date, Date)>> = FxHashMap::default();
    for mention in mentions.iter().filter(|mention| mention.days.is_some()) {
        let days = dated.entry(mention.lemma.clone()).or_insert(mention.days);
        // Of several days none is more likely than the others.
        *days = days.filter(|days| Some(*days) == mention.days);
    }
    for mention in mentions.iter_mut().filter(|mention| mention.days.is_none()) {
        mention.days = dated.get(&mention.lemma).copied().flatten();
    }
}

struct Reader<'a> {
    number: u32,
    article: &'a Article,
    reading: &'a Reading,
    known: &'a Known,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn mention(&self, trigger: &Trigger) -> Mention {
        let claim = trigger.claim.and_then(|claim| self.reading.claims.get(claim as usize));
        let class = claim.and_then(|claim| claim.predicate.class);
        let at = trigger.token as usize;
        let sentence = trigger.sentence.and_then(|number| self.article.sentences.get(number as usize));
        let sentence = sentence.map_or(Tokens::new(at, at + 1), |sentence| sentence.tokens);
        let near = Tokens::new(at.saturating_sub(NEAR), (at + 1 + NEAR).min(self.article.tokens.len()));
        let start = self.article.tokens.get(at).map_or(0, |token| token.start);
        let filler = |filler: trigger::Filler| Filler {
            who: self.term(filler.head),
            words: self.bag(filler.tokens, None),
        };
        Mention {
            article: self.number,
            extent: Extent::of(self.article, trigger.tokens),
            lemma: trigger.lemma.clone(),
            part: trigger.part,
            claim: trigger.claim,
            event: class.and_then(|_| self.known.told_at(start)),
            held: self.held(claim),
            days: self.days(claim, sentence),
            class,
            speech: self.lexicon.has(&trigger.lemma, Sense::Reporting),
            sentence: trigger.sentence,
            subject: trigger.subject.map(filler),
            object: trigger.object.map(filler),
            arguments: trigger.arguments.iter().filter_map(|head| self.term(*head)).collect(),
            near: self.bag(near, Some(at)),
            around: self.bag(sentence, Some(at)),
        }
    }

    /// From which day to which it was, as exactly as a week: as its claim says, or else the only time in its sentence.
    fn days(&self, claim: Option<&Claim>, sentence: Tokens) -> Option<(Date, Date)> {
        let in_sentence = |time: &&TimeMention| {
            time.kind.is_dated() && sentence.start <= time.tokens.start && time.tokens.end <= sentence.end
        };
        let mut others = self.reading.times.iter().filter(in_sentence);
        let own = claim.and_then(|claim| claim.time).map(|time| self.reading.time(time));
        let time = own.or_else(|| others.next().filter(|_| others.next().is_none()))?;
        let within_a_week =
            |(from, to): &(Date, Date)| from.until(*to).is_ok_and(|span| span.get_days() < WEEK);
        time.when.days.filter(within_a_week)
    }

    fn held(&self, claim: Option<&Claim>) -> Held {
        let Some(claim) = claim else {
            return Held { polarity: Polarity::Affirmed, certainty: Certainty::Unknown, speaker: None };
        };
        let speaker = claim.attribution.as_ref().and_then(|attribution| attribution.speaker);
        let speaker = speaker.and_then(|phrase| self.term(self.reading.phrase(phrase).head));
        Held {
            polarity: claim.polarity,
            certainty: factuality(self.article, self.lexicon, claim).certainty,
            speaker: speaker.and_then(|who| if let Term::Entity(entity) = who { Some(entity) } else { None }),
        }
    }

    /// Whom or what a head means.
    fn term(&self, head: u32) -> Option<Term> {
        let token = self.article.tokens.get(head as usize)?;
        match self.known.named_at(token.start) {
            Some(entity) => Some(Term::Entity(entity)),
            None => eventive::part(token.tag).map(|_| Term::Word(Word::of(&token.lemma))),
        }
    }

    /// The words of some tokens that carry a meaning, but for one.
    fn bag(&self, tokens: Tokens, but: Option<usize>) -> Bag {
        let words = self.article.tokens.get(tokens.range()).unwrap_or_default();
        let words = tokens.range().zip(words).filter(|(at, token)| {
            Some(*at) != but && (eventive::part(token.tag).is_some() || token.tag == Tag::Cd)
        });
        Bag::of(words.map(|(_, token)| token.lemma.as_str()))
    }
}
