//! A mention of an event, with what surrounds it.

use smallvec::SmallVec;

use super::super::{EntityId, EventId, Extent, Parsed};
use super::bag::{Bag, Word};
use super::known::Known;
use crate::article::{Article, Tag, Tokens};
use crate::claim::trigger::{self, Tells, Trigger, eventive};
use crate::lexicon::wordnet::Part;
use crate::lexicon::{ClassId, Lexicon, Sense};
use crate::symbol::Sym;

/// So many words on either side are what stands near.
const NEAR: usize = 5;

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
    pub(super) class: Option<ClassId>,
    pub(super) speech: bool,
    pub(super) sentence: Option<u32>,
    pub(super) subject: Option<Filler>,
    pub(super) object: Option<Filler>,
    pub(super) arguments: SmallVec<[Term; 4]>,
    pub(super) near: Bag,
    pub(super) around: Bag,
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
        let reader = Reader { number, article, known, lexicon };
        let triggers = trigger::triggers(article, reading, tells);
        let classes = triggers.iter().map(|trigger| {
            let claim = trigger.claim.and_then(|claim| reading.claims.get(claim as usize));
            claim.and_then(|claim| claim.predicate.class)
        });
        let mentions = triggers.iter().zip(classes).map(|(trigger, class)| reader.mention(trigger, class));
        Told { mentions: mentions.collect(), words: reader.bag(Tokens::new(0, article.tokens.len()), None) }
    }
}

struct Reader<'a> {
    number: u32,
    article: &'a Article,
    known: &'a Known,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn mention(&self, trigger: &Trigger, class: Option<ClassId>) -> Mention {
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
