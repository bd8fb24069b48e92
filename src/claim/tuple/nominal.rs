//! Claims that noun phrases make: appositions, titles in front of names, events named by nouns.

use smallvec::{SmallVec, smallvec};

use super::context::Context;
use super::{Lowering, argument};
use crate::Sym;
use crate::article::Tokens;
use crate::claim::clause::{Complement, Nominal};
use crate::claim::{
    Argument, ArgumentRole, Claim, Modality, Origin, PhraseId, PhraseKind, Polarity, Predicate, Tense,
};
use crate::lexicon::{ClassId, Lexicon};

impl Lowering<'_> {
    /// What a nominal claims by itself, and what hangs on it.
    pub(super) fn nominal(&mut self, nominal: &Nominal, context: &Context) {
        self.nominal_beside(nominal, &[], context);
    }

    /// The same for a nominal behind a verb, with the complements that follow: the first of them may tell with
    /// whom the event was that the nominal names ("at a meeting | with Ann Lee").
    pub(super) fn nominal_beside(&mut self, nominal: &Nominal, following: &[Complement], context: &Context) {
        for id in &nominal.phrases {
            self.title(*id, context);
            self.event(nominal, *id, following, context);
        }
        for (id, described) in &nominal.appositions {
            self.apposition(*id, described, context);
            self.nominal(described, context);
        }
        for (_, attribute) in &nominal.attributes {
            self.nominal(attribute, context);
        }
        for clause in &nominal.clauses {
            self.clause(clause, &clause.verb, Some(nominal), Some(nominal), &context.plain());
        }
    }

    /// "Foreign Minister Ann Lee": Ann Lee is foreign minister.
    fn title(&mut self, id: PhraseId, context: &Context) {
        let phrase = self.reading.phrase(id);
        if phrase.titles.is_empty() || phrase.name.is_empty() {
            return;
        }
        let (name, titles) = (phrase.name, phrase.titles);
        let subject = Argument { role: ArgumentRole::Subject, tokens: name, phrases: smallvec![id] };
        let title = Argument { role: ArgumentRole::Complement, tokens: titles, phrases: SmallVec::new() };
        self.is(subject, title, context);
    }

    /// "Ann Lee, a teacher": Ann Lee is a teacher.
    fn apposition(&mut self, id: PhraseId, described: &Nominal, context: &Context) {
        let phrase = self.reading.phrase(id);
        let subject = Argument { role: ArgumentRole::Subject, tokens: phrase.tokens, phrases: smallvec![id] };
        self.is(subject, argument(ArgumentRole::Complement, described), context);
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
                lemma: Sym::from("be"),
                class: None,
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

    /// "the arrest of two men", "Friday's meeting between A and B".
    fn event(&mut self, nominal: &Nominal, id: PhraseId, following: &[Complement], context: &Context) {
        let phrase = self.reading.phrase(id);
        if phrase.kind != PhraseKind::Common {
            return;
        }
        let Some(class) = self.noun_class(phrase.head) else { return };
        let mut arguments: SmallVec<[Argument; 4]> = SmallVec::new();
        let mut subject = None;
        if let Some(owner) = phrase.possessor {
            let tokens = self.reading.phrase(owner).tokens;
            subject = Some(Argument { role: ArgumentRole::Subject, tokens, phrases: smallvec![owner] });
        }
        for (preposition, attribute) in &nominal.attributes {
            match preposition.as_str() {
                "of" => arguments.push(argument(ArgumentRole::Object, attribute)),
                "by" if subject.is_none() => subject = Some(argument(ArgumentRole::Subject, attribute)),
                _ => arguments.push(argument(ArgumentRole::Oblique(*preposition), attribute)),
            }
        }
        if let Some(Complement::Oblique(preposition, at, partner)) = following.first() {
            let adjacent = *at == nominal.tokens.end;
            if adjacent && matches!(preposition.as_str(), "with" | "between" | "against") {
                arguments.push(argument(ArgumentRole::Oblique(*preposition), partner));
            }
        }
        let head = phrase.head;
        let time = phrase.time.or(nominal.times.first().copied());
        self.reading.claims.push(Claim {
            sentence: self.sentence,
            origin: Origin::Nominal,
            subject,
            predicate: Predicate {
                tokens: Tokens { start: head, end: head + 1 },
                head,
                lemma: self.article.tokens[head as usize].lemma,
                class: Some(class),
                tense: Tense::Present,
                passive: false,
            },
            arguments,
            time,
            polarity: Polarity::Affirmed,
            modality: context.modality,
            attribution: context.attribution,
            confidence: 0.3,
        });
    }

    fn noun_class(&self, head: u32) -> Option<ClassId> {
        let token = self.article.tokens.get(head as usize)?;
        Lexicon::builtin().entry(token.lemma)?.noun
    }
}
