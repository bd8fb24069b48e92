//! Claims that noun phrases make: appositions, titles in front of names, events named by nouns.

use std::borrow::Cow;

use smallvec::{SmallVec, smallvec};

use super::context::Context;
use super::event::Around;
use super::{Lowering, argument};
use crate::article::fold::fold;
use crate::article::lemma::lemma;
use crate::article::{Tag, Token, Tokens};
use crate::claim::clause::{Apposition, Clause, Complement, Nominal, Relation};
use crate::claim::{
    Argument, ArgumentRole, Claim, Determiner, Modality, Origin, PhraseId, PhraseKind, Polarity, Predicate,
    Tense,
};
use crate::lexicon::{ClassId, Frame, Sense};
use crate::symbol::Sym;

impl Lowering<'_> {
    /// What a nominal claims by itself, and what hangs on it.
    pub(super) fn nominal(&mut self, nominal: &Nominal, context: &Context) {
        self.nominal_beside(nominal, &[], context);
    }

    /// The same for a nominal behind a verb, with the complements that follow: the first of them may tell with
    /// whom the event was that the nominal names ("at a meeting | with Ann Lee").
    pub(super) fn nominal_beside(&mut self, nominal: &Nominal, following: &[Complement], context: &Context) {
        let mut shared = None;
        for id in &nominal.phrases {
            self.title(*id, &mut shared, context);
            self.event(nominal, *id, following, context);
        }
        self.toll_of(nominal, context);
        for apposition in &nominal.appositions {
            self.apposition(nominal, apposition, context);
            self.nominal(&apposition.nominal, context);
        }
        // "the report *of her arrest* is false", but "avoided arrest after the murder".
        for (preposition, attribute) in &nominal.attributes {
            let negated = context.negated && matches!(preposition.as_str(), "of" | "about");
            self.nominal(attribute, &context.with_polarity(negated));
        }
        for clause in &nominal.clauses {
            let clause = &*self.as_relative(nominal, clause);
            if clause.relation == Relation::Infinitive {
                // "plans to widen the road": the noun does not say who widens it.
                self.clause(clause, &clause.verb, None, None, &context.plain().purpose());
                continue;
            }
            let context = match clause.relation {
                // "the claim that he was arrested is false"
                Relation::Content if context.negated => context.plain().untrue(),
                Relation::Content => context.plain().hearsay(),
                // "will be led by Ann Lee, who was elected in May": that is past.
                Relation::Relative | Relation::RelativeObject | Relation::RelativeOblique(_)
                    if clause.verb.tense == Tense::Past =>
                {
                    context.plain().settled()
                }
                // "if they attack, they said in a film *released in May*"
                Relation::Participle if clause.verb.tense == Tense::Participle => context.plain().settled(),
                _ => context.plain(),
            };
            self.clause(clause, &clause.verb, Some(nominal), Some(nominal), &context);
        }
    }

    /// "the gap *that traders use*": behind a noun that says nothing, a clause that lacks its object is a relative one.
    fn as_relative<'c>(&self, nominal: &Nominal, clause: &'c Clause) -> Cow<'c, Clause> {
        let held = |c: &Complement| match c {
            Complement::Object(_) | Complement::Adjective(_) => true,
            Complement::Clause(inner) => matches!(inner.relation, Relation::Content | Relation::Infinitive),
            _ => false,
        };
        let verb = &clause.verb;
        let senses = |lemma: &Sym| self.lexicon.look_up(lemma).senses;
        let head = nominal.phrases.last().map(|id| self.reading.phrase(*id).head);
        let says = head
            .and_then(|at| self.article.tokens.get(at as usize))
            .is_some_and(|t| senses(&t.lemma).has(Sense::Content) || senses(&t.lemma).has(Sense::Reporting));
        let whole = says
            || verb.passive
            || verb.senses.has(Sense::Copula)
            || clause.complements.iter().any(held)
            || matches!(self.lexicon.look_up(&verb.lemma).verb, Some((_, Frame::Undergoes | Frame::Shares)));
        match clause.relation {
            Relation::Content if !whole => {
                Cow::Owned(Clause { relation: Relation::RelativeObject, ..clause.clone() })
            }
            _ => Cow::Borrowed(clause),
        }
    }

    /// "Foreign Minister Ann Lee": Ann Lee is foreign minister. "Judges Ann Lee and Bob Roe": `shared` is what both
    /// are.
    fn title(&mut self, id: PhraseId, shared: &mut Option<Tokens>, context: &Context) {
        let phrase = self.reading.phrase(id);
        let name = phrase.name;
        if !phrase.titles.is_empty() {
            let last = self.article.tokens.get(phrase.titles.end.saturating_sub(1) as usize);
            // Names have no plural to the tagger ("Presidents").
            let plural = last
                .map(|token| self.article.word(token))
                .is_some_and(|word| fold(word, |lower| lemma(word, Tag::Nns) != *lower));
            *shared = plural.then_some(phrase.titles);
        }
        let own = (!phrase.titles.is_empty()).then_some(phrase.titles);
        let Some(titles) = own.or(*shared).filter(|_| !name.is_empty()) else { return };
        // "Mr." says nothing of anybody.
        let address = |t: &Token| fold(self.article.word(t), |lower| self.lexicon.has(lower, Sense::Address));
        if self.article.tokens.get(titles.range()).is_some_and(|words| words.iter().all(address)) {
            return;
        }
        let subject = Argument { role: ArgumentRole::Subject, tokens: name, phrases: smallvec![id] };
        let title = Argument { role: ArgumentRole::Complement, tokens: titles, phrases: SmallVec::new() };
        self.is(subject, title, context);
    }

    /// "Ann Lee, a teacher, of Kent": Ann Lee is a teacher; she is of Kent.
    fn apposition(&mut self, nominal: &Nominal, apposition: &Apposition, context: &Context) {
        let id = apposition.described;
        let phrase = self.reading.phrase(id);
        // "The mayor *of Lyon*, Ann Lee": what hangs on the noun tells which is meant.
        let own = |tokens: &Tokens| {
            phrase.tokens.end <= tokens.start && tokens.end <= apposition.nominal.tokens.start
        };
        let attributes = nominal.attributes.iter().map(|(_, attribute)| attribute.tokens).filter(own);
        let tokens = attributes.fold(phrase.tokens, Tokens::to);
        let subject = Argument { role: ArgumentRole::Subject, tokens, phrases: smallvec![id] };
        let role = apposition.preposition.clone().map_or(ArgumentRole::Complement, ArgumentRole::Oblique);
        self.is(subject, argument(role, &apposition.nominal), context);
    }

    fn is(&mut self, subject: Argument, complement: Argument, context: &Context) {
        let at = complement.tokens.start;
        self.reading.claims.push(Claim {
            sentence: self.sentence,
            origin: Origin::Apposition,
            subject: Some(subject),
            predicate: Predicate {
                tokens: Tokens { start: at, end: at },
                head: at,
                lemma: Sym::new_static("be"),
                class: None,
                frame: Frame::Acts,
                tense: Tense::Present,
                passive: false,
            },
            arguments: smallvec![complement],
            time: None,
            polarity: Polarity::Affirmed,
            modality: Modality::Did,
            attribution: context.attribution,
            confidence: 0.6,
        });
    }

    /// "the arrest of two men", "Friday's meeting between A and B", "14 missing".
    fn event(&mut self, nominal: &Nominal, id: PhraseId, following: &[Complement], context: &Context) {
        let phrase = self.reading.phrase(id);
        let head = phrase.head;
        let time = phrase.time.or(nominal.times.first().copied());
        let (subject, arguments, class) = match phrase.kind {
            PhraseKind::Common => {
                let class = self.noun_class(head);
                let (subject, arguments) = self.roles_of_noun(nominal, phrase.possessor, class, following);
                let around = Around {
                    subject: subject.as_ref(),
                    arguments: &arguments,
                    passive: false,
                    noun: true,
                    words: phrase.tokens,
                };
                let ruled =
                    self.article.tokens.get(head as usize).and_then(|t| self.reading_of(&t.lemma, &around));
                let Some(class) = ruled.map(|(class, _)| class).or(class) else { return };
                (subject, arguments, class)
            }
            PhraseKind::Elliptic if phrase.amount.as_ref().is_some_and(|a| a.tokens.end <= head) => {
                let Some(class) = self.state_at(head) else { return };
                let counted =
                    Argument { role: ArgumentRole::Object, tokens: phrase.tokens, phrases: smallvec![id] };
                (None, smallvec![counted], class)
            }
            _ => return,
        };
        let lemma = self.article.tokens.get(head as usize).map(|t| t.lemma.clone()).unwrap_or_default();
        let denied = context.negated ^ (phrase.determiner == Determiner::Negative);
        self.reading.claims.push(Claim {
            sentence: self.sentence,
            origin: Origin::Nominal,
            subject,
            predicate: Predicate {
                tokens: Tokens { start: head, end: head + 1 },
                head,
                lemma,
                class: Some(class),
                frame: Frame::Acts,
                tense: Tense::Present,
                passive: false,
            },
            arguments,
            time,
            polarity: if denied { Polarity::Negated } else { Polarity::Affirmed },
            modality: context.modality,
            attribution: context.attribution,
            confidence: 0.3,
        });
    }

    /// Who did it and to whom, as the attributes of an event's noun tell: "of", "by", the possessor, and "with"
    /// behind the phrase.
    fn roles_of_noun(
        &self,
        nominal: &Nominal,
        owner: Option<PhraseId>,
        class: Option<ClassId>,
        following: &[Complement],
    ) -> (Option<Argument>, SmallVec<[Argument; 2]>) {
        let mut arguments: SmallVec<[Argument; 2]> = SmallVec::new();
        let mut subject = None;
        let has_object = nominal.attributes.iter().any(|(p, _)| *p == "of");
        if let Some(owner) = owner {
            let tokens = self.reading.phrase(owner).tokens;
            let phrases = smallvec![owner];
            // "his arrest", "the founder's murder": what is done to persons is done to the owner.
            let done_to = class.is_some_and(|class| self.lexicon.class(class).counts.is_some());
            if done_to && !has_object {
                arguments.push(Argument { role: ArgumentRole::Object, tokens, phrases });
            } else {
                subject = Some(Argument { role: ArgumentRole::Subject, tokens, phrases });
            }
        }
        for (preposition, attribute) in &nominal.attributes {
            match preposition.as_str() {
                "of" => arguments.push(argument(ArgumentRole::Object, attribute)),
                "by" if subject.is_none() => subject = Some(argument(ArgumentRole::Subject, attribute)),
                _ => arguments.push(argument(ArgumentRole::Oblique(preposition.clone()), attribute)),
            }
        }
        if let Some(Complement::Oblique(preposition, at, partner)) = following.first() {
            let adjacent = *at == nominal.tokens.end;
            if adjacent
                && matches!(
                    preposition.as_str(),
                    "with" | "between" | "against" | "near" | "in" | "at" | "on"
                )
            {
                arguments.push(argument(ArgumentRole::Oblique(preposition.clone()), partner));
            }
        }
        (subject, arguments)
    }

    /// "charged *in the blast* on Monday that killed nine": of what a relative clause tells that stands away from it.
    pub(super) fn event_before<'c>(&self, complements: &'c [Complement]) -> Option<&'c Nominal> {
        let event = |nominal: &&Nominal| {
            let mut heads = nominal.phrases.iter().map(|id| self.reading.phrase(*id).head);
            heads.any(|head| self.noun_class(head).is_some())
        };
        let mut nominals = complements.iter().rev().filter_map(|complement| match complement {
            Complement::Object(n) | Complement::Oblique(_, _, n) => Some(n),
            _ => None,
        });
        nominals.find(event)
    }

    pub(super) fn noun_class(&self, head: u32) -> Option<ClassId> {
        let token = self.article.tokens.get(head as usize)?;
        self.lexicon.look_up(&token.lemma).noun
    }
}
