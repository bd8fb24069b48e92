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
            .or_else(|| self.made_up(sentence, given))
            .or_else(|| self.added_up(given))?;
        let own = &whole.1.quantity;
        let exact = |q: &Quantity| q.bound == Bound::Exactly;
        let less = |part: &Given<'_>| exact(&part.1.quantity) && part.1.quantity.amount < own.amount;
        if !exact(own) || parts.len() < LEAST || !parts.iter().all(less) {
            return None;
        }
        let sum = parts.iter().map(|(_, a)| a.quantity.amount).sum();
        let bound = match (all, &own.unit) {
            (true, Unit::Money(_)) => Bound::About,
            (true, _) => Bound::Exactly,
            (false, _) => Bound::AtLeast,
        };
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

    /// "killed 17 people: nine women, five men and three children": behind the sign stand all, if nothing but people of
    /// some number is listed and nothing follows. Of other things news lists the notable ones.
    fn enumerated<'g>(&self, sentence: Tokens, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let sign = |at: &u32| self.word(*at).is_some_and(|word| word.tag() == Tag::Colon);
        let listed = |sign| {
            let (whole, parts) = self.listed_behind(sign, given)?;
            let people =
                parts.iter().all(|(_, part)| part.quantity.unit.counted().is_some_and(|n| self.is_person(n)));
            let of_them =
                || self.is(whole.1.tokens.end, &["of"]) && self.is(whole.1.tokens.end + 1, &["them"]);
            let counts = matches!(whole.1.quantity.unit, Unit::Count(_)) || of_them();
            let last = parts.last()?;
            let end = self.reading.phrase(last.0).tokens.end.max(last.1.tokens.end);
            let whole_list = self.lists_numbers_alone(sign, &parts) && !self.goes_on_behind(end, sentence);
            (people && counts && whole_list).then_some(Listing { whole, parts, all: true })
        };
        (sentence.start..sentence.end).filter(sign).find_map(listed)
    }

    /// "£86m, made up of £61m from investors and £25m from the state": about, for each may be rounded.
    fn made_up<'g>(&self, sentence: Tokens, given: &[Given<'g>]) -> Option<Listing<'g>> {
        let words = |at: &u32| {
            self.is(*at, &["of"]) && self.is(at.saturating_sub(1), &["up", "consisting", "composed"])
        };
        let of = (sentence.start..sentence.end).find(words)?;
        let (whole, parts) = self.listed_behind(of, given)?;
        let money = matches!(whole.1.quantity.unit, Unit::Money(_));
        let end = parts.last()?.1.tokens.end;
        (money && !self.goes_on_behind(end, sentence)).then_some(Listing { whole, parts, all: true })
    }

    /// The last amount before a token, and the amounts that are listed right behind it, the last behind "and".
    fn listed_behind<'g>(&self, sign: u32, given: &[Given<'g>]) -> Option<(Given<'g>, Vec<Given<'g>>)> {
        let before = given.iter().take_while(|(_, a)| a.tokens.end <= sign).count();
        let whole = *given.get(before.checked_sub(1)?)?;
        let of_whole = |part: &&Given<'_>| alike(&whole.1.quantity, &part.1.quantity);
        let goes_on = |part: &&Given<'_>| self.start(part) == sign + 1 || self.is_joined_at(self.start(part));
        let behind = given.get(before..)?.iter().filter(of_whole);
        let parts: Vec<Given<'g>> = behind.take_while(goes_on).copied().collect();
        parts.first().filter(|first| self.start(first) == sign + 1)?;
        let last = self.start(parts.last()?);
        let of_parts = parts.iter().any(|(_, part)| self.is(part.tokens.end, &["of"]));
        (self.is(last.checked_sub(1)?, &["and"]) && !of_parts).then_some((whole, parts))
    }

    /// Has every member of a list a number: not "12 pistols, a machine gun and six rifles"?
    fn lists_numbers_alone(&self, sign: u32, parts: &[Given<'_>]) -> bool {
        let Some(last) = parts.last().map(|last| self.start(last)) else { return false };
        let divides = |at: &u32| self.is(*at, &[","]) && !self.is(at + 1, &["and"]) || self.is(*at, &["and"]);
        let vague = |at: u32| self.is(at, &["each", "both", "couple", "couples", "pair", "pairs"]);
        (sign..last).filter(divides).count() + 1 == parts.len() && !(sign..last + 2).any(vague)
    }

    /// "The state called 49 witnesses and the defence called 19, *making 58 in all*": no less, for there may be those of
    /// before.
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
        (makes && in_all && like).then_some(Listing { whole: *whole, parts, all: false })
    }

    /// Does more follow behind a list: a verb, "among others", "...; the rest went home", "... The rest ..."?
    fn goes_on_behind(&self, end: u32, sentence: Tokens) -> bool {
        const MORE: &[&str] = &[
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
            "along",
            "well",
            "more",
            "alone",
            ";",
        ];
        // Behind a comma or dash another clause may begin.
        let closes = |at: &u32| self.word(*at).is_some_and(|w| matches!(w.tag(), Tag::Comma | Tag::Colon));
        let clause = (end..sentence.end).find(closes).unwrap_or(sentence.end);
        let verb = |at: u32| self.word(at).is_some_and(|word| word.tag().is_verb());
        // What opens the next sentence.
        let next = self.article.sentences.partition_point(|s| s.tokens.start < sentence.end);
        let opens =
            self.article.sentences.get(next).map_or(0..0, |next| next.tokens.start..next.tokens.start + 3);
        (end..clause).any(verb) || (end..sentence.end).chain(opens).any(|at| self.is(at, MORE))
    }

    fn is_person(&self, noun: &Sym) -> bool {
        self.lexicon.has(noun, Sense::Person)
            || WordNet::built_in().meaning(noun, Part::Noun).main_kind() == Some(PEOPLE)
    }

    /// Where an amount begins, its determiner included.
    fn start(&self, (id, amount): &Given<'_>) -> u32 {
        self.reading.phrase(*id).tokens.start.min(amount.tokens.start)
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
            && further.iter().all(|(_, part)| self.is_joined_at(part.tokens.start))
            && !dated()
            && !(rest.start..rest.end).any(twice)
    }

    /// "15 *to* Oslo", "£750,000 *from* the town": the verb is that of the part before, so nothing is in both.
    fn shares_verb(&self, (id, amount): &Given<'_>) -> bool {
        let end = self.reading.phrase(*id).tokens.end.max(amount.tokens.end);
        self.is(end, &["to", "from"])
    }

    /// Does a member of a list begin at a token: behind a comma or "and", and not behind "including", "up from", "of the"?
    fn is_joined_at(&self, at: u32) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.word(at));
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
