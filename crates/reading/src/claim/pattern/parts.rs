//! A whole and its parts in one sentence: "of the 34 injured, 12 were taken to Lyon, 15 to Oslo, and nine were treated at
//! home", "£2 million, of which £1.5 million comes from the state and £750,000 from the town".

use super::Patterns;
use crate::article::{Tag, Tokens};
use crate::claim::PhraseId;
use crate::claim::attribute::{Attribute, AttributeKind, Holder};
use crate::claim::quantity::{Amount, Bound, Quantity, Unit};
use crate::lexicon::Sense;
use crate::lexicon::wordnet::{PEOPLE, Part, WordNet};
use crate::symbol::Sym;

/// A whole has at least so many parts.
const LEAST: usize = 2;

/// An amount with the phrase that it belongs to.
type Given<'a> = (PhraseId, &'a Amount);

/// A whole with its parts.
struct Listing<'a> {
    whole: Given<'a>,
    parts: Vec<Given<'a>>,
    /// Are these all parts that it has?
    all: bool,
}

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
        let Listing { whole, parts, all } = self
            .divided(sentence, given)
            .or_else(|| self.enumerated(sentence, given))
            .or_else(|| self.added_up(given))?;
        let own = &whole.1.quantity;
        let exact = |q: &Quantity| q.bound == Bound::Exactly;
        let less = |part: &Given<'_>| exact(&part.1.quantity) && part.1.quantity.amount < own.amount;
        if !exact(own) || parts.len() < LEAST || !parts.iter().all(less) {
            return None;
        }
        let sum = parts.iter().map(|(_, a)| a.quantity.amount).sum();
        let bound = if all { Bound::Exactly } else { Bound::AtLeast };
        let sum = Quantity { amount: sum, bound, unit: own.unit.clone() };
        let side = |quantity: &Quantity, tokens| {
            let value = Attribute::beside(whole.0, AttributeKind::Parts, quantity, tokens);
            Attribute { holder: Holder::Passage(whole.0), ..value }
        };
        let tokens = parts.first()?.1.tokens.to(parts.last()?.1.tokens);
        Some([side(own, whole.1.tokens), side(&sum, tokens)])
    }

    /// What is divided, and what is told of its parts: "*of the 34* injured, ...", "34, *of whom* ...". Some may go
    /// unmentioned.
    fn divided<'g>(&self, sentence: Tokens, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let (at, behind) = self.division(sentence, given)?;
        let whole = *given.get(at)?;
        let listed =
            |(_, a): &&Given<'_>| a.tokens.start >= behind && comparable(&whole.1.quantity, &a.quantity);
        let parts: Vec<Given<'g>> = given.get(at + 1..)?.iter().filter(listed).copied().collect();
        self.are_apart(&parts, sentence).then_some(Listing { whole, parts, all: false })
    }

    /// Which amount is divided, and from which token on its parts are listed.
    fn division(&self, sentence: Tokens, given: &[Given<'_>]) -> Option<(usize, u32)> {
        let (_, first) = given.first()?;
        if self.is(sentence.start, &["of"]) && first.tokens.start <= sentence.start + 2 {
            return Some((0, first.tokens.end));
        }
        let links = |at: &u32| self.is(*at, &["of"]) && self.is(at + 1, &["which", "whom", "them", "those"]);
        let link = (sentence.start..sentence.end).find(links)?;
        let before = given.iter().take_while(|(_, a)| a.tokens.end <= link).count();
        Some((before.checked_sub(1)?, link))
    }

    /// "killed 17 people: nine women, five men and three children", "£86m, made up of £61m from investors and £25m from the
    /// state": behind the sign or the words all parts are listed, the last behind "and".
    fn enumerated<'g>(&self, sentence: Tokens, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let opens = |at: &u32| {
            self.word(*at).is_some_and(|word| word.tag() == Tag::Colon)
                || (self.is(*at, &["of"]) && self.is(at.saturating_sub(1), &["up", "consisting", "composed"]))
        };
        (sentence.start..sentence.end).filter(opens).find_map(|sign| self.listed_behind(sign, given))
    }

    /// The whole before a token and the parts that are listed right behind it.
    fn listed_behind<'g>(&self, sign: u32, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let before = given.iter().take_while(|(_, a)| a.tokens.end <= sign).count();
        let whole = *given.get(before.checked_sub(1)?)?;
        let begins = |(id, amount): &Given<'_>| {
            self.reading.phrase(*id).tokens.start.min(amount.tokens.start) == sign + 1
        };
        let of_whole = |part: &&Given<'_>| alike(&whole.1.quantity, &part.1.quantity);
        let goes_on = |part: &&Given<'_>| begins(part) || self.follows_in_list(part);
        let behind = given.get(before..)?.iter().filter(of_whole);
        let parts: Vec<Given<'g>> = behind.take_while(goes_on).copied().collect();
        parts.first().filter(|first| begins(first))?;
        let of_parts = parts.iter().any(|(_, part)| self.is(part.tokens.end, &["of"]));
        let last = parts.last()?;
        let joined = (sign..last.1.tokens.start).rev().take(2).any(|at| self.is(at, &["and"]));
        let ends = !self.goes_on_behind(last.1.tokens.end);
        let counted = parts.iter().all(|(_, part)| self.counts_same(&whole.1.quantity, &part.quantity));
        (joined && !of_parts && ends && counted).then_some(Listing { whole, parts, all: true })
    }

    /// "The state called 49 witnesses and the defence called nine, *making 58 in all*."
    fn added_up<'g>(&self, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let (whole, parts) = given.split_last()?;
        // "2. The state called 49 witnesses": the first number is that of a paragraph.
        let counts = |(_, amount): &&Given<'_>| !self.is(amount.tokens.end, &["."]);
        let parts: Vec<Given<'g>> = parts.iter().filter(counts).copied().collect();
        let (start, end) = (whole.1.tokens.start, whole.1.tokens.end);
        let makes = self.is(start.checked_sub(1)?, &["making", "makes", "made"]);
        let in_all =
            self.is(end, &["in"]) && self.is(end + 1, &["all", "total"]) || self.is(end, &["altogether"]);
        let like = parts.iter().all(|(_, part)| alike(&whole.1.quantity, &part.quantity));
        // "making 12 in all since May": with those of before.
        let behind = if self.is(end, &["in"]) { end + 2 } else { end + 1 };
        let last =
            self.word(behind).is_none_or(|word| matches!(word.tag(), Tag::Stop | Tag::Comma | Tag::Colon));
        (makes && in_all && like && last).then_some(Listing { whole: *whole, parts, all: true })
    }

    /// Does more follow behind a list: "..., among others", "...; the rest went home", "... The rest ...", "some of them twice"?
    fn goes_on_behind(&self, end: u32) -> bool {
        const MORE: [&str; 16] = [
            "rest",
            "others",
            "other",
            "another",
            "remaining",
            "remainder",
            "among",
            "example",
            "including",
            "plus",
            "some",
            "twice",
            "both",
            "also",
            "besides",
            ";",
        ];
        let next = self.article.sentences.partition_point(|sentence| sentence.tokens.end <= end);
        let sentences = self.article.sentences.iter().skip(next);
        let own = sentences.clone().next().map_or(end, |sentence| sentence.tokens.end);
        // What opens the next sentence.
        let opens =
            sentences.skip(1).next().map_or(own..own, |next| next.tokens.start..next.tokens.start + 3);
        (end..own).chain(opens).any(|at| self.is(at, &MORE))
    }

    /// Are the parts of what the whole is: people, or what has its name or none? "31 points: six threes" are not.
    fn counts_same(&self, whole: &Quantity, part: &Quantity) -> bool {
        let person = |noun: &Sym| {
            self.lexicon.has(noun, Sense::Person)
                || WordNet::built_in().meaning(noun, Part::Noun).main_kind() == Some(PEOPLE)
        };
        part.unit.counted().is_none_or(|part| whole.unit.counted() == Some(part) || person(part))
    }

    fn is(&self, at: u32, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| word.is_any(words))
    }

    /// Is nothing in two parts? All have the verb of the first, the last of several perhaps one of its own, and no time or
    /// word tells that one follows the other or that some are in both.
    fn are_apart(&self, parts: &[Given<'_>], sentence: Tokens) -> bool {
        let Some(((_, first), further)) = parts.split_first() else { return false };
        let lack_verb = further.get(..further.len().saturating_sub(1).max(1)).unwrap_or_default();
        let rest = Tokens { start: first.tokens.start, end: sentence.end };
        let dated = || self.reading.times.iter().any(|time| rest.contains(time.tokens));
        let twice = |at: u32| self.is(at, &["both", "also"]);
        !lack_verb.is_empty()
            && lack_verb.iter().all(|part| self.shares_verb(part))
            && further.iter().all(|part| self.follows(part))
            && !dated()
            && !(rest.start..rest.end).any(twice)
    }

    /// "15 *to* Oslo", "£750,000 *from* the town": the verb is that of the part before, so nothing is in both.
    fn shares_verb(&self, (id, amount): &Given<'_>) -> bool {
        let end = self.reading.phrase(*id).tokens.end.max(amount.tokens.end);
        self.is(end, &["to", "from"])
    }

    /// Does it stand behind a comma or "and", and not behind "including", "up from", "of the"?
    fn follows(&self, (_, amount): &Given<'_>) -> bool {
        let before = amount.tokens.start.checked_sub(1).and_then(|at| self.article.tokens.get(at as usize));
        before.is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Cc))
    }

    /// The same of a phrase with a determiner: ", *the* three watchmen".
    fn follows_in_list(&self, (id, amount): &Given<'_>) -> bool {
        let start = self.reading.phrase(*id).tokens.start.min(amount.tokens.start);
        let before = start.checked_sub(1).and_then(|at| self.word(at));
        before.is_some_and(|word| matches!(word.tag(), Tag::Comma | Tag::Cc))
    }
}

/// Can the one be a part of the other?
fn comparable(whole: &Quantity, part: &Quantity) -> bool {
    match (&whole.unit, &part.unit) {
        (Unit::None | Unit::Count(_), Unit::None) => true,
        (a, b) => a == b,
    }
}

/// Can the one be a part of the other where the text lists parts: are both counts, whatever is counted, or of one unit,
/// which the part may leave out ("14 million euros, made up of nine million from ...")?
fn alike(whole: &Quantity, part: &Quantity) -> bool {
    let counts = |q: &Quantity| matches!(q.unit, Unit::None | Unit::Count(_));
    (counts(whole) && counts(part)) || whole.unit == part.unit || part.unit == Unit::None
}
