//! Who says so: speakers behind, inside and in front of what they say.

use smallvec::SmallVec;

use super::Lowering;
use super::extent::{extent, words_of};
use crate::article::{Tag, Tokens};
use crate::claim::clause::{Clause, Complement, Item, Relation, reports};
use crate::claim::{Argument, ArgumentRole, Attribution};
use crate::lexicon::Sense;

/// How sure the grammar is of who said what stands in front.
const SAID: f32 = 0.8;

impl Lowering<'_> {
    /// ", he said" or ", said Ann Lee" behind what she said.
    pub(super) fn trailing_speaker(&self, clause: &Clause) -> Option<Attribution> {
        // "..., and that it expects *to close it*": what is expected.
        let told = [Relation::Content, Relation::Infinitive, Relation::ObjectInfinitive];
        let content = |c: &Complement| matches!(c, Complement::Clause(c) if told.contains(&c.relation));
        let bare = !clause.complements.iter().any(content) && self.is_parted(clause);
        let object = clause.complements.iter().find_map(|c| match c {
            Complement::Object(n) => Some(n),
            _ => None,
        });
        let speaker = match (&clause.subject, object) {
            (Some(subject), None) => subject,
            (Some(subject), Some(_)) if clause.verb.senses.has(Sense::Telling) => subject,
            (None, Some(object)) => object,
            _ => return None,
        };
        // "nor have they said when": what is asked, they did not say.
        let asked = |c: &Complement| matches!(c, Complement::Clause(c) if matches!(c.relation, Relation::Adverbial(_)));
        let unsaid = clause.verb.negated && clause.complements.iter().any(asked);
        let says = bare && !unsaid && reports(&clause.verb) && !clause.verb.passive;
        says.then(|| Attribution {
            speaker: speaker.phrases.first().copied(),
            tokens: speaker.tokens.to(clause.verb.tokens),
            quoted: false,
            denied: clause.verb.senses.has(Sense::Denying) || clause.verb.negated,
        })
    }

    /// Does a comma, a quotation mark or a dash stand in front of a clause, or between what opens it and its subject:
    /// "..., *he said*", "... at once, *he said*"?
    fn is_parted(&self, clause: &Clause) -> bool {
        let subject = clause.subject.as_ref().map_or(clause.verb.tokens, |subject| subject.tokens);
        let (start, end) = (extent(clause).start, subject.start.min(clause.verb.tokens.start));
        let Some(start) = start.checked_sub(1) else { return true };
        let parts = |tag: Tag| {
            matches!(tag, Tag::Comma | Tag::CloseQuote | Tag::OpenQuote | Tag::Stop | Tag::Colon | Tag::Close)
        };
        let before = self.article.tokens.get(start as usize..end as usize).unwrap_or_default();
        before.iter().any(|token| parts(token.tag))
    }

    /// Who says the clause that follows: "police said," with nothing behind, or what is joined to what they said.
    pub(super) fn speaker_ahead(&self, clause: &Clause, joined: bool) -> Option<Attribution> {
        let content = clause
            .complements
            .iter()
            .any(|c| matches!(c, Complement::Clause(c) if c.relation == Relation::Content));
        if !reports(&clause.verb) || clause.verb.passive || content != joined {
            return None;
        }
        let subject = clause.subject.as_ref()?;
        let object = clause.complements.iter().any(|c| matches!(c, Complement::Object(_)));
        let denied = clause.verb.senses.has(Sense::Denying) || clause.verb.negated;
        (!object && !denied).then(|| Attribution {
            speaker: subject.phrases.first().copied(),
            tokens: subject.tokens.to(clause.verb.tokens),
            quoted: false,
            denied: false,
        })
    }

    /// "wants to sell the bank, *according to Ann Lee*": behind all else, it is of the whole.
    pub(super) fn speaker_at_end(&self, clause: &Clause) -> Option<Attribution> {
        match clause.complements.last()? {
            Complement::Clause(inner)
                if matches!(
                    inner.relation,
                    Relation::Infinitive
                        | Relation::ObjectInfinitive
                        | Relation::Participle
                        | Relation::Adverbial(_)
                        | Relation::Conjoined
                ) =>
            {
                self.speaker_at_end(inner)
            }
            Complement::Oblique(preposition, ..) if self.lexicon.has(preposition, Sense::According) => {
                self.speaker_of(clause)
            }
            _ => None,
        }
    }

    /// Does a comma alone part two clauses?
    pub(super) fn is_comma_between(&self, one: &Item, next: &Item) -> bool {
        let (end, start) = (words_of(one).end, words_of(next).start);
        let between = self.article.tokens.get(end as usize..start as usize).unwrap_or_default();
        matches!(between, [only] if only.tag == Tag::Comma)
    }

    /// Does "and" alone part two clauses, without a comma?
    pub(super) fn is_joined(&self, one: &Item, next: &Item) -> bool {
        let (end, start) = (words_of(one).end, words_of(next).start);
        let between = self.article.tokens.get(end as usize..start as usize).unwrap_or_default();
        matches!(between, [only] if only.tag == Tag::Cc && only.lemma == "and")
    }

    /// Gives the claims of a range that nobody else makes to this speaker.
    pub(super) fn attribute(&mut self, from: usize, to: usize, attribution: Attribution) {
        for claim in &mut self.reading.claims[from..to] {
            claim.attribution.get_or_insert(attribution);
        }
    }

    /// ", said Ann Lee": the claim that she said what stands in front.
    pub(super) fn says(&mut self, claim: usize, content: Tokens) {
        let Some(claim) = self.reading.claims.get_mut(claim) else { return };
        if claim.subject.is_none()
            && let Some(at) = claim.arguments.iter().position(|a| a.role == ArgumentRole::Object)
        {
            claim.subject = Some(Argument { role: ArgumentRole::Subject, ..claim.arguments.remove(at) });
        }
        claim.arguments.push(Argument {
            role: ArgumentRole::Clause,
            tokens: content,
            phrases: SmallVec::new(),
        });
        claim.confidence = SAID;
    }

    /// "according to police": the object of such a preposition is the speaker.
    pub(super) fn speaker_of(&self, clause: &Clause) -> Option<Attribution> {
        clause.complements.iter().find_map(|c| match c {
            Complement::Oblique(preposition, at, n) if self.lexicon.has(preposition, Sense::According) => {
                let tokens = Tokens { start: *at, end: n.tokens.end };
                let speaker = n.phrases.first().copied();
                Some(Attribution { speaker, tokens, quoted: false, denied: false })
            }
            Complement::Clause(inner) if inner.relation == Relation::Speaking => {
                let speaker = inner.subject.as_ref()?;
                let tokens = speaker.tokens.to(inner.verb.tokens);
                let denied = inner.verb.senses.has(Sense::Denying);
                Some(Attribution { speaker: speaker.phrases.first().copied(), tokens, quoted: false, denied })
            }
            _ => None,
        })
    }
}
