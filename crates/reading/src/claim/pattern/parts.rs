//! A whole and its parts in one sentence: "of the 34 injured, 12 were taken to Lyon, 15 to Oslo, and nine were treated at
//! home", "£2 million, of which £1.5 million comes from the state and £750,000 from the town".

use super::Patterns;
use crate::article::{Tag, Tokens};
use crate::claim::PhraseId;
use crate::claim::attribute::{Attribute, AttributeKind, Holder};
use crate::claim::quantity::{Amount, Bound, Quantity, Unit};

/// A whole has at least so many parts.
const LEAST: usize = 2;

/// An amount with the phrase that it belongs to.
type Given<'a> = (PhraseId, &'a Amount);

impl Patterns<'_> {
    /// The wholes whose parts are listed: what each is said to be, and what its parts make at least, for some may go
    /// unmentioned.
    pub(super) fn wholes(&self, found: &mut Vec<Attribute>) {
        let mut phrases = self.reading.phrases.iter().zip(0..).peekable();
        for sentence in &self.article.sentences {
            let mut given: Vec<Given<'_>> = Vec::new();
            while let Some((phrase, id)) = phrases.next_if(|(p, _)| p.tokens.start < sentence.tokens.end) {
                given.extend(phrase.amount.as_ref().map(|amount| (PhraseId(id), amount)));
            }
            if given.len() > LEAST {
                found.extend(self.whole(sentence.tokens, &given).into_iter().flatten());
            }
        }
    }

    fn whole(&self, sentence: Tokens, given: &[Given<'_>]) -> Option<[Attribute; 2]> {
        let (at, behind) = self.divided(sentence, given)?;
        let (whole, rest) = (given.get(at)?, given.get(at + 1..)?);
        let own = &whole.1.quantity;
        let listed = |(_, a): &&Given<'_>| a.tokens.start >= behind && comparable(own, &a.quantity);
        let parts: Vec<&Given<'_>> = rest.iter().filter(listed).collect();
        let exact = |q: &Quantity| q.bound == Bound::Exactly;
        let less = |part: &&Given<'_>| exact(&part.1.quantity) && part.1.quantity.amount < own.amount;
        if !exact(own) || !parts.iter().all(less) || !self.are_apart(&parts, sentence) {
            return None;
        }
        let sum = parts.iter().map(|(_, a)| a.quantity.amount).sum();
        let sum = Quantity { amount: sum, bound: Bound::AtLeast, unit: own.unit.clone() };
        let side = |quantity: &Quantity, tokens| {
            let value = Attribute::beside(whole.0, AttributeKind::Parts, quantity, tokens);
            Attribute { holder: Holder::Passage(whole.0), ..value }
        };
        let all = parts.first()?.1.tokens.to(parts.last()?.1.tokens);
        Some([side(own, whole.1.tokens), side(&sum, all)])
    }

    /// Is nothing in two parts? All have the verb of the first, the last of several perhaps one of its own, and no time or
    /// word tells that one follows the other or that some are in both.
    fn are_apart(&self, parts: &[&Given<'_>], sentence: Tokens) -> bool {
        let Some(((_, first), further)) = parts.split_first() else { return false };
        let lack_verb = further.get(..further.len().saturating_sub(1).max(1)).unwrap_or_default();
        let rest = Tokens { start: first.tokens.start, end: sentence.end };
        let dated = || self.reading.times.iter().any(|time| rest.contains(time.tokens));
        let twice = |at: u32| self.word(at).is_some_and(|word| word.is_any(&["both", "also"]));
        !lack_verb.is_empty()
            && lack_verb.iter().all(|part| self.shares_verb(part))
            && further.iter().all(|part| self.follows(part))
            && !dated()
            && !(rest.start..rest.end).any(twice)
    }

    /// Which amount is divided, and from which token on its parts are listed: "*of the 34* injured, ...", "34, *of whom*
    /// ...".
    fn divided(&self, sentence: Tokens, given: &[Given<'_>]) -> Option<(usize, u32)> {
        let is = |at: u32, words: &[&str]| self.word(at).is_some_and(|w| w.is_any(words));
        let (_, first) = given.first()?;
        if is(sentence.start, &["of"]) && first.tokens.start <= sentence.start + 2 {
            return Some((0, first.tokens.end));
        }
        let links = |at: &u32| is(*at, &["of"]) && is(at + 1, &["which", "whom", "them", "those"]);
        let link = (sentence.start..sentence.end).find(links)?;
        let before = given.iter().take_while(|(_, a)| a.tokens.end <= link).count();
        Some((before.checked_sub(1)?, link))
    }

    /// "15 *to* Oslo", "£750,000 *from* the town": the verb is that of the part before, so nothing is in both.
    fn shares_verb(&self, (id, amount): &Given<'_>) -> bool {
        let end = self.reading.phrase(*id).tokens.end.max(amount.tokens.end);
        self.word(end).is_some_and(|word| word.is_any(&["to", "from"]))
    }

    /// Does it stand behind a comma or "and", and not behind "including", "up from", "of the"?
    fn follows(&self, (_, amount): &Given<'_>) -> bool {
        let before = amount.tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        before.is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Cc))
    }
}

/// Can the one be a part of the other?
fn comparable(whole: &Quantity, part: &Quantity) -> bool {
    match (&whole.unit, &part.unit) {
        (Unit::None | Unit::Count(_), Unit::None) => true,
        (a, b) => a == b,
    }
}
