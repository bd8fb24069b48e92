//! Noun phrases: determiner, modifiers, titles, names and heads.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::pair;

use super::input::{Input, Parsed, Word, no_match, spanned, tagged, word};
use super::quantity::{Amount, Bound, Quantity, Unit, amount, opens_amount};
use super::{PhraseId, TimeId, TimeMention};
use crate::article::{Tag, Tokens};
use crate::lexicon::Sense;

mod label;
mod modifier;
mod name;

pub use label::is_label;
use modifier::modifiers;
use name::Parts;

/// A noun phrase up to its head: "the two injured men", "Foreign Minister Jan Novak", "they".
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// From the determiner to the head.
    pub tokens: Tokens,
    /// The head noun, pronoun or number.
    pub head: u32,
    /// What the head is.
    pub kind: PhraseKind,
    /// What stands in front.
    pub determiner: Determiner,
    /// Titles and descriptions in front of a name ("Foreign Minister", "police chief").
    pub titles: Tokens,
    /// The name proper ("Jan Novak").
    pub name: Tokens,
    /// How many, how much, how old.
    pub amount: Option<Amount>,
    /// "first" is 1, "last" is -1, "only" is 0.
    pub ordinal: Option<(i32, u32)>,
    /// Whose: "Norway" in "Norway's minister".
    pub possessor: Option<PhraseId>,
    /// A time in front of the head: "Friday's meeting".
    pub time: Option<TimeId>,
    /// More than one?
    pub plural: bool,
}

/// What the head of a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhraseKind {
    /// A proper name.
    Name,
    /// A common noun.
    Common,
    /// "he", "they", "who".
    Pronoun,
    /// A number or an adjective that stands for a noun ("five", "the injured").
    Elliptic,
    /// "there" in "there were".
    Expletive,
}

/// What stands in front of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Determiner {
    /// Nothing.
    None,
    /// "the", "both"
    Definite,
    /// "a", "some"
    Indefinite,
    /// "this", "those"
    Demonstrative,
    /// "his", "Norway's"
    Possessive,
    /// "whose"
    Relative,
    /// "no"
    Negative,
    /// "another", "other": not the one before.
    Other,
}

impl Phrase {
    /// How many it tells of by its form alone, where it gives no amount: "a boat", "boats", "no boats".
    pub fn number(&self) -> Option<Quantity> {
        let (amount, bound) = match self.determiner {
            _ if self.amount.is_some() || self.kind != PhraseKind::Common => return None,
            Determiner::Negative => (0.0, Bound::Exactly),
            _ if self.plural => (2.0, Bound::AtLeast),
            Determiner::Indefinite => (1.0, Bound::Exactly),
            _ => return None,
        };
        Some(Quantity { amount, bound, unit: Unit::None })
    }
}

/// What [`noun_phrase`] needs to know besides the words: where the times of the sentence are.
pub(crate) struct Surroundings<'s> {
    times: &'s [TimeMention],
    /// The number of the first of them.
    first: usize,
}

impl<'s> Surroundings<'s> {
    /// The times that begin in a sentence.
    pub(crate) fn of(times: &'s [TimeMention], sentence: Tokens) -> Surroundings<'s> {
        let first = times.partition_point(|t| t.tokens.start < sentence.start);
        let times = times.get(first..).unwrap_or(&[]);
        let count = times.partition_point(|t| t.tokens.start < sentence.end);
        Surroundings { times: times.get(..count).unwrap_or(&[]), first }
    }

    /// The time expression that starts at a token, and the token after it.
    #[inline]
    pub(crate) fn time_at(&self, token: u32) -> Option<(TimeId, u32)> {
        let at = self.times.partition_point(|t| t.tokens.start < token);
        let time = self.times.get(at).filter(|t| t.tokens.start == token && !t.tokens.is_empty())?;
        Some((TimeId((self.first + at) as u32), time.tokens.end))
    }
}

/// A noun phrase as parsed, before its possessors have their numbers.
pub(crate) struct Parsing {
    /// The phrase.
    pub(crate) phrase: Phrase,
    /// The phrases whose owner the next one is, outermost first: "Norway", "minister" in
    /// "Norway's minister's house".
    pub(crate) possessors: Vec<Phrase>,
}

/// Recognises a noun phrase.
pub(crate) fn noun_phrase<'a>(around: &Surroundings, input: Input<'a>) -> Parsed<'a, Parsing> {
    let Some(first) = input.next() else { return no_match() };
    if !(opens_phrase(first) || graded(input) || opens_amount(input) || around.time_at(input.at()).is_some())
    {
        return no_match();
    }
    let lone = |phrase| Parsing { phrase, possessors: Vec::new() };
    if let Ok((rest, phrase)) = alt((pronoun, expletive)).parse(input) {
        return Ok((rest, lone(phrase)));
    }
    let mut possessors = Vec::new();
    let (mut rest, mut parts) = base(around, input)?;
    // "Norway's prime minister's office": each step to the right takes the phrase so far as its owner.
    while let Ok((after, _)) = tagged(Tag::Pos)(rest) {
        match base_after_possessive(around, after) {
            Ok((next, following)) => {
                possessors.push(parts.finish(&input));
                parts = following;
                parts.determiner = Determiner::Possessive;
                parts.start = input.at();
                rest = next;
            }
            Err(_) => {
                // "the minister's" at the end: the mark belongs to the phrase.
                rest = after;
                break;
            }
        }
    }
    let (rest, ()) = name::joined_titles(around, rest, &mut parts)?;
    let mut phrase = parts.finish(&input);
    phrase.tokens.start = input.at();
    Ok((rest, Parsing { phrase, possessors }))
}

/// Can a noun phrase begin with this word? (With an amount or a time it can, too.)
fn opens_phrase(w: Word<'_>) -> bool {
    match w.tag() {
        tag if tag.is_noun() || tag.is_adjective() => true,
        Tag::Prp | Tag::Wp | Tag::Ex | Tag::Dt | Tag::Pdt | Tag::PRPS | Tag::WPS | Tag::Wdt => true,
        Tag::Cd | Tag::Fw | Tag::Hyph | Tag::Currency | Tag::Sym | Tag::Hash => true,
        Tag::Vbd | Tag::Vbn => true,
        Tag::Vbg => w.written().has(Sense::Lasting),
        _ => w.is_any(&["all", "both", "half"]),
    }
}

/// "of *relatively* high quality": an adverb in front of what describes a noun, behind a preposition.
fn graded(input: Input<'_>) -> bool {
    let is = |at: usize, test: fn(Tag) -> bool| input.peek(at).is_some_and(|w| test(w.tag()));
    let describes = |t: Tag| t.is_adjective() || t == Tag::Vbn;
    let goes_on = |t: Tag| t.is_adjective() || t.is_noun();
    let verb = |w: Word| w.tag().is_verb() && !w.known().has(Sense::Copula);
    let behind = behind_preposition(input) || input.before(1).is_some_and(verb) && is(1, Tag::is_adjective);
    behind && is(0, |t| t == Tag::Rb) && is(1, describes) && is(2, goes_on)
}

/// "he", "them", "who", "this" on its own.
fn pronoun(input: Input<'_>) -> Parsed<'_, Phrase> {
    let lone_demonstrative = |w: Word| {
        w.tag() == Tag::Dt && w.is_any(&["this", "that", "these", "those", "both", "neither", "all"])
    };
    let relative = |w: Word| matches!(w.tag(), Tag::Wp);
    // "*some* of the men left", "*most* left"
    let goes_on = input.peek(1).is_some_and(|w| w.is("of") || w.tag().is_finite());
    let some = |w: Word| {
        goes_on && w.is_any(&["some", "most", "each", "any", "either", "many", "few", "several", "much"])
    };
    let (rest, found) =
        word(|w| matches!(w.tag(), Tag::Prp | Tag::PRPS) || relative(w) || lone_demonstrative(w) || some(w))(
            input,
        )?;
    if found.tag() == Tag::Dt && rest.next().is_some_and(|w| starts_nominal(w)) {
        return no_match();
    }
    // "awarded *her* the medal"
    let noun_behind = rest.peek(1).is_some_and(|w| w.tag().is_noun());
    // "found *her* stolen car"
    let owned = |w: Word| {
        starts_nominal(w) && !matches!(w.tag(), Tag::Dt | Tag::PRPS) || w.tag() == Tag::Vbn && noun_behind
    };
    // "a friend of *his* told"
    let of_his = behind_preposition(input) && found.is("his") && !rest.next().is_some_and(starts_nominal);
    let alone = found.is("her") && !rest.next().is_some_and(owned) || of_his;
    if found.tag() == Tag::PRPS && !alone {
        return no_match();
    }
    let plural = found.is_any(&[
        "we",
        "they",
        "us",
        "them",
        "these",
        "those",
        "both",
        "themselves",
        "all",
        "some",
        "most",
    ]);
    let mut phrase = Phrase::bare(input.until(&rest), PhraseKind::Pronoun);
    phrase.plural = plural;
    if some(found) {
        phrase.determiner = Determiner::Indefinite;
    }
    Ok((rest, phrase))
}

fn behind_preposition(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| w.tag() == Tag::In)
}

fn starts_nominal(w: Word<'_>) -> bool {
    let tag = w.tag();
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Cd | Tag::Dt | Tag::Currency | Tag::PRPS)
}

fn expletive(input: Input<'_>) -> Parsed<'_, Phrase> {
    let (rest, tokens) = spanned(tagged(Tag::Ex)).map(|(tokens, _)| tokens).parse(input)?;
    Ok((rest, Phrase::bare(tokens, PhraseKind::Expletive)))
}

impl Phrase {
    /// A phrase of nothing but its head.
    pub(super) fn lone(tokens: Tokens, kind: PhraseKind) -> Phrase {
        Phrase { plural: true, ..Phrase::bare(tokens, kind) }
    }

    fn bare(tokens: Tokens, kind: PhraseKind) -> Phrase {
        Phrase {
            tokens,
            head: tokens.end.saturating_sub(1),
            kind,
            determiner: Determiner::None,
            titles: Tokens::default(),
            name: Tokens::default(),
            amount: None,
            ordinal: None,
            possessor: None,
            time: None,
            plural: false,
        }
    }
}

/// Determiner, modifiers and head, without possessors.
fn base<'a>(around: &Surroundings, input: Input<'a>) -> Parsed<'a, Parts> {
    // "a total of 12", "no fewer than 30", "half a million": the first word belongs to the amount.
    let hedged = |w: Word| (w.written().has(Sense::OpensHedge) || w.is("half")) && amount(input).is_ok();
    let (rest, determiner) =
        if input.next().is_some_and(hedged) { (input, None) } else { opt(determiner).parse(input)? };
    let mut parts = Parts::new(input.at(), determiner.unwrap_or(Determiner::None));
    let (rest, ()) = modifiers(around, rest, &mut parts)?;
    if parts.is_nominal() { Ok((rest, parts)) } else { no_match() }
}

fn base_after_possessive<'a>(around: &Surroundings, input: Input<'a>) -> Parsed<'a, Parts> {
    let mut parts = Parts::new(input.at(), Determiner::Possessive);
    let (rest, ()) = modifiers(around, input, &mut parts)?;
    if parts.is_nominal() { Ok((rest, parts)) } else { no_match() }
}

/// "the", "all the", "his", "no", "another".
fn determiner(input: Input<'_>) -> Parsed<'_, Determiner> {
    let predeterminer =
        word(|w| w.tag() == Tag::Pdt || (w.is_any(&["all", "both", "half", "neither", "either"])));
    let article = word(|w| matches!(w.tag(), Tag::Dt | Tag::PRPS | Tag::WPS | Tag::Wdt) && !w.is("that"));
    let that = word(|w| w.is("that") && w.tag() == Tag::Dt);
    let lone = alt((&article, &that)).map(|found| (None, found));
    let (rest, (before, found)) =
        alt((pair(predeterminer.map(Some), alt((&article, &that))), lone)).parse(input)?;
    // A relative "which" or a question's "what" is no determiner unless a noun follows at once; "a deal in which miners
    // took less": nor behind a noun and its preposition.
    // ", *which critics praised*,": a relative clause.
    let relates = || {
        let inside = |at: &usize| rest.peek(*at).is_some_and(|w| w.tag().is_noun() || w.tag() == Tag::Cc);
        let words = (0..4).take_while(inside).count();
        let verb = rest.peek(words).is_some_and(|w| w.tag().is_verb() || w.tag() == Tag::Md);
        found.is("which") && verb && input.before(1).is_some_and(|w| w.tag() == Tag::Comma)
    };
    if found.tag() == Tag::Wdt && relates() {
        return no_match();
    }
    let of_noun = || behind_preposition(input) && input.before(2).is_some_and(|w| w.tag().is_noun());
    if found.tag() == Tag::Wdt && (!rest.next().is_some_and(|w| w.tag().is_noun()) || of_noun()) {
        return no_match();
    }
    let kind = match found.lower().as_str() {
        _ if before.is_some_and(|w| w.is("neither")) => Determiner::Negative,
        "the" | "both" | "all" => Determiner::Definite,
        "this" | "that" | "these" | "those" => Determiner::Demonstrative,
        "no" | "neither" => Determiner::Negative,
        "another" | "other" => Determiner::Other,
        _ if found.tag() == Tag::WPS => Determiner::Relative,
        _ if found.tag() == Tag::PRPS => Determiner::Possessive,
        _ => Determiner::Indefinite,
    };
    Ok((rest, kind))
}
