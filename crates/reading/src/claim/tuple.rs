//! From the tree of clauses to claims: each verb with its own subject, arguments, polarity and modality.

use smallvec::SmallVec;

use super::annotation::Annotated;
use super::chunk::{Chunks, Fuel, chunks};
use super::clause::{Clause, Complement, Item, Nominal, Relation, sentence};
use super::{
    Argument, ArgumentRole, Claim, Origin, Polarity, Predicate, Reading, TimeId, VerbGroup, factuality,
    pattern, quote, time,
};
use crate::article::{Article, BlockKind, Tag, Tokens};
use crate::lexicon::spelling::is_manner;
use crate::lexicon::{Lexicon, Sense, Senses};

mod context;
mod event;
mod extent;
mod nominal;
mod shared;
mod speaker;
mod subordinate;
mod toll;
mod untrue;
mod when;

use context::Context;
use event::Around;
use extent::{extent, words_of};
use when::ends_denial;

/// Reads an article: its times, noun phrases, quotations and claims.
pub fn read(article: &Article, lexicon: &Lexicon) -> Reading {
    let text = Annotated::new(article, lexicon);
    let mut reading = Reading {
        times: time::read(article, &text),
        phrases: Vec::with_capacity(article.tokens.len() / 3),
        claims: Vec::with_capacity(article.tokens.len() / 10),
        ..Reading::default()
    };
    for (number, sentence_at) in article.sentences.iter().enumerate() {
        if sentence_at.kind == BlockKind::Furniture {
            continue;
        }
        let chunks = chunks(&text, sentence_at, &mut reading);
        let fuel = Fuel::of(chunks.len());
        let last = article.tokens.get(sentence_at.tokens.end.saturating_sub(1) as usize);
        let stop = last.is_some_and(|token| article.word(token).ends_with('.'));
        let items = sentence(Chunks::new(&chunks, &reading.phrases, lexicon, &fuel).with_stop(stop));
        let from = reading.claims.len();
        let mut lowering = Lowering { article, lexicon, reading: &mut reading, sentence: number as u32 };
        lowering.items(&items);
        lowering.share(from);
        lowering.share_with_circumstances(from);
        lowering.share_with_nouns(from);
        factuality::weaken(article, lexicon, sentence_at, reading.claims.get_mut(from..).unwrap_or(&mut []));
    }
    quote::attribute(article, lexicon, &mut reading);
    pattern::read(article, &text, &mut reading);
    reading
}

/// Turns the items of one sentence into claims.
struct Lowering<'a> {
    article: &'a Article,
    lexicon: &'a Lexicon,
    reading: &'a mut Reading,
    sentence: u32,
}

impl Lowering<'_> {
    fn items(&mut self, items: &[Item]) {
        let mut first = self.reading.claims.len();
        let mut said = 0;
        let mut waiting = None;
        for (at, item) in items.iter().enumerate() {
            match item {
                Item::Fragment(nominal) => {
                    waiting = None;
                    self.nominal(nominal, &Context::default());
                }
                Item::Clause(clause) => {
                    let from = self.reading.claims.len();
                    self.clause(clause, &clause.verb, None, None, &Context::default());
                    if let Some(speaker) = self.speaker_at_end(clause) {
                        self.attribute(from, self.reading.claims.len(), speaker);
                    }
                    // "On Monday, police said, two men were killed", "said two men were hurt and a car was stolen"
                    if let Some(speaker) = waiting.take() {
                        self.attribute(from, self.reading.claims.len(), speaker);
                    }
                    let joined = items.get(at + 1).is_some_and(|next| self.is_joined(item, next));
                    let parted = items.get(at + 1).is_some_and(|next| self.is_comma_between(item, next));
                    waiting =
                        self.speaker_ahead(clause, joined).filter(|_| joined || parted && from == first);
                    if let Some(speaker) = self.trailing_speaker(clause) {
                        self.attribute(first, from, speaker);
                        let content =
                            items.get(said..at).and_then(|said| Some((said.first()?, said.last()?)));
                        if let Some((start, end)) = content {
                            self.says(from, words_of(start).to(words_of(end)));
                        }
                        (first, said) = (from, at + 1);
                    }
                }
            }
        }
    }

    /// A clause, then what hangs on it. `verb` is its verb, with the auxiliaries that it shares.
    fn clause(
        &mut self,
        clause: &Clause,
        verb: &VerbGroup,
        subject: Option<&Nominal>,
        object: Option<&Nominal>,
        context: &Context,
    ) {
        let own = clause.subject.as_ref();
        let subject = match &clause.relation {
            Relation::RelativeObject | Relation::RelativeOblique(_) => own,
            _ => own.or(subject),
        };
        // "was not arrested until Monday": on Monday she was.
        let verb = &VerbGroup { negated: verb.negated && !ends_denial(clause), ..verb.clone() };
        let context = context
            .with_verb(verb, self.lexicon)
            .with_adverbs(self.adverbs(clause))
            .under_condition(self.is_conditional(clause))
            .with_speaker(self.speaker_of(clause));
        self.claim(clause, verb, subject, object, &context);
        self.toll(clause, subject, &context);
        if let Some(own) = own {
            // "The report of her arrest was a hoax."
            let untrue = verb.senses.has(Sense::Copula) && self.is_untrue(clause);
            self.nominal(own, &if untrue { context.untrue() } else { context });
        }
        let object = clause.complements.iter().find_map(|c| match c {
            Complement::Object(n) => Some(n),
            _ => None,
        });
        for (at, complement) in clause.complements.iter().enumerate() {
            match complement {
                Complement::Object(n) | Complement::Oblique(_, _, n) => {
                    let held = matches!(complement, Complement::Object(_)) && !verb.passive;
                    let speaker = || Some((*subject?.phrases.first()?, subject?.tokens.to(verb.tokens)));
                    let context = if held { context.object_of(verb, speaker()) } else { context };
                    self.nominal_beside(n, clause.complements.get(at + 1..).unwrap_or(&[]), &context);
                }
                Complement::Clause(inner) if inner.relation == Relation::Relative => {
                    let noun = self.event_before(clause.complements.get(..at).unwrap_or(&[]));
                    self.clause(inner, &inner.verb, noun, None, &context.plain());
                }
                // "It is false that she was arrested."
                Complement::Clause(inner)
                    if inner.relation == Relation::Content && self.calls_untrue(clause) =>
                {
                    self.clause(inner, &inner.verb, None, None, &context.plain().untrue());
                }
                Complement::Clause(inner) => {
                    let above = self
                        .with_predicative(verb, at.checked_sub(1).and_then(|i| clause.complements.get(i)));
                    self.subordinate(&above, inner, subject, object, &context);
                }
                Complement::Time(..) | Complement::Adjective(_) | Complement::Adverb(_) => {}
            }
        }
    }

    /// Does a condition stand beside the verb: "if no buyer is found", but not "even if"?
    fn is_conditional(&self, clause: &Clause) -> bool {
        const CONDITIONS: [&str; 3] = ["if", "unless", "provided"];
        clause.complements.iter().any(|complement| {
            let Complement::Clause(inner) = complement else { return false };
            let Relation::Adverbial(word) = &inner.relation else { return false };
            let start = extent(inner).start;
            let before =
                (start.saturating_sub(2)..=start).filter_map(|at| self.article.tokens.get(at as usize));
            CONDITIONS.contains(&word.as_str()) && !before.into_iter().any(|token| token.lemma == "even")
        })
    }

    /// What the adverbs beside the verb say of certainty ("perhaps").
    fn adverbs(&self, clause: &Clause) -> Senses {
        let adverbs = clause.complements.iter().filter_map(|c| match c {
            Complement::Adverb(tokens) => self.article.tokens.get(tokens.start as usize),
            _ => None,
        });
        adverbs.map(|t| self.lexicon.look_up(&t.lemma).senses).fold(Senses::NONE, Senses::and)
    }

    /// The tuple of the clause itself.
    fn claim(
        &mut self,
        clause: &Clause,
        verb: &VerbGroup,
        subject: Option<&Nominal>,
        object: Option<&Nominal>,
        context: &Context,
    ) {
        let mut arguments: SmallVec<[Argument; 2]> = SmallVec::new();
        match (&clause.relation, object) {
            (Relation::RelativeObject, Some(object)) => {
                arguments.push(argument(ArgumentRole::Object, object));
            }
            (Relation::RelativeOblique(preposition), Some(object)) => {
                arguments.push(argument(ArgumentRole::Oblique(preposition.clone()), object));
            }
            _ => {}
        }
        let time_between = self.time_between(clause);
        // "shot and killed *Carl Lund*": the object of both.
        let shared = self.shared_object(clause, verb);
        arguments.extend(shared.map(|object| argument(ArgumentRole::Object, object)));
        arguments.extend(time_between.iter().map(|time| self.time_argument(*time)));
        arguments.extend(clause.complements.iter().filter_map(|c| self.argument(c, verb)));
        arguments.retain(|a| keep_clear(&mut a.tokens, verb.tokens));
        let mut subject = subject.map(|s| argument(ArgumentRole::Subject, s));
        subject.take_if(|s| !keep_clear(&mut s.tokens, verb.tokens));
        let negative = |a: &Argument| self.is_negative(a);
        let held = |a: &&Argument| matches!(a.role, ArgumentRole::Object | ArgumentRole::Complement);
        let denied = subject.as_ref().is_some_and(|s| negative(s) || self.is_not_one(s))
            || arguments.iter().filter(held).any(negative);
        let origin = match &clause.relation {
            _ if verb.senses.has(Sense::Copula) && !verb.passive => Origin::Copula,
            Relation::Main
            | Relation::Content
            | Relation::Conjoined
            | Relation::Adverbial(_)
            | Relation::Speaking => Origin::Clause,
            Relation::Relative | Relation::RelativeObject | Relation::RelativeOblique(_) => Origin::Relative,
            Relation::Infinitive | Relation::ObjectInfinitive | Relation::Participle => Origin::Participle,
        };
        let polarity = if context.negated ^ denied { Polarity::Negated } else { Polarity::Affirmed };
        let graded = polarity == Polarity::Negated && self.is_graded(verb);
        let corrected = verb.negated && self.is_corrected(verb.tokens.end);
        let around = Around {
            subject: subject.as_ref(),
            arguments: &arguments,
            passive: verb.passive,
            noun: false,
            words: verb.tokens,
        };
        let (class, frame) = self.event_of(verb, &around);
        let came_about = |_: &TimeId| !self.only_finds(verb, &around) && !self.only_leads_to(&around);
        // "A court *on Monday* jailed him for 12 years": a day before a length.
        let dated = self.time(clause).filter(|time| self.is_dated(*time));
        let time = dated.or(time_between).or_else(|| self.time(clause)).filter(came_about);
        let predicate = Predicate {
            tokens: verb.tokens,
            head: verb.head,
            lemma: verb.lemma.clone(),
            class,
            frame,
            tense: verb.tense,
            passive: verb.passive,
        };
        let confidence = context::confidence(origin, subject.is_some(), arguments.len(), verb);
        self.reading.claims.push(Claim {
            sentence: self.sentence,
            origin,
            subject,
            predicate,
            arguments,
            time,
            polarity,
            modality: if corrected || graded {
                context.modality.max(super::Modality::May)
            } else {
                context.modality
            },
            attribution: context.attribution,
            confidence,
        });
    }

    fn argument(&self, complement: &Complement, verb: &VerbGroup) -> Option<Argument> {
        let bare = |role, tokens| Argument { role, tokens, phrases: SmallVec::new() };
        Some(match complement {
            Complement::Object(n) if verb.senses.has(Sense::Copula) => argument(ArgumentRole::Complement, n),
            Complement::Object(n) => argument(ArgumentRole::Object, n),
            Complement::Oblique(preposition, _, n) => argument(ArgumentRole::Oblique(preposition.clone()), n),
            Complement::Time(Some(preposition), _, tokens) => {
                bare(ArgumentRole::Oblique(preposition.clone()), *tokens)
            }
            Complement::Time(None, _, tokens) => bare(ArgumentRole::Time, *tokens),
            Complement::Adjective(tokens) => bare(ArgumentRole::Complement, *tokens),
            Complement::Adverb(tokens) => bare(ArgumentRole::Manner, *tokens),
            Complement::Clause(inner) => match &inner.relation {
                Relation::Content | Relation::Infinitive | Relation::ObjectInfinitive => {
                    bare(ArgumentRole::Clause, extent(inner))
                }
                // "when the police arrived", "before passing out"
                Relation::Adverbial(word) => bare(ArgumentRole::Oblique(word.clone()), extent(inner)),
                _ => return None,
            },
        })
    }

    /// "*Not* a single vote", "*not* one of them"
    fn is_not_one(&self, subject: &Argument) -> bool {
        let before = subject.tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        let first = self.article.tokens.get(subject.tokens.start as usize);
        before.is_some_and(|token| token.lemma == "not" && token.tag == Tag::Rb)
            && first.is_some_and(|token| matches!(token.lemma.as_str(), "a" | "one"))
    }

    /// "Nobody was *seriously* hurt": somebody may have been hurt less. "Did not actually fall" is a plain denial.
    fn is_graded(&self, verb: &VerbGroup) -> bool {
        const PLAIN: [&str; 14] = [
            "actually",
            "really",
            "definitely",
            "certainly",
            "clearly",
            "truly",
            "obviously",
            "absolutely",
            "previously",
            "recently",
            "finally",
            "personally",
            "only",
            "reportedly",
        ];
        let words = self.article.tokens.get(verb.tokens.range()).unwrap_or_default();
        words.iter().any(|token| {
            token.tag == Tag::Rb && is_manner(&token.lemma) && !PLAIN.contains(&token.lemma.as_str())
        })
    }

    fn is_negative(&self, argument: &Argument) -> bool {
        argument.phrases.iter().any(|p| {
            let phrase = self.reading.phrase(*p);
            let has = |at: u32, sense| {
                let token = self.article.tokens.get(at as usize);
                token.is_some_and(|t| self.lexicon.has(&t.lemma, sense))
            };
            let negative = phrase.determiner == super::Determiner::Negative
                || has(phrase.head, Sense::NegativeDeterminer)
                || self.counts_none(phrase);
            // "no one but Ann Lee", "nothing except a chair": of the exception it holds.
            negative && !has(phrase.tokens.end, Sense::Excepting)
        })
    }
}

fn argument(role: ArgumentRole, nominal: &Nominal) -> Argument {
    Argument { role, tokens: nominal.tokens, phrases: SmallVec::from_slice(&nominal.phrases) }
}

/// Cuts words that go around the verb, as in "A, killed on Monday, and B", to those on one side of it. Is any left?
fn keep_clear(words: &mut Tokens, verb: Tokens) -> bool {
    if words.overlaps(verb) {
        *words = if words.start < verb.start {
            Tokens { end: verb.start, ..*words }
        } else {
            Tokens { start: verb.end.min(words.end), ..*words }
        };
    }
    !words.is_empty()
}

#[cfg(test)]
mod tests;
