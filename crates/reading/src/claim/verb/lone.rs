//! Verbs of one word that look like nouns, names or adjectives.

use super::{Tense, VerbGroup, is_state};
use crate::article::Tag;
use crate::article::lemma::lemma;
use crate::claim::input::{Input, Parsed, Word, no_match, word};
use crate::lexicon::Senses;
use crate::symbol::Sym;

/// An adjective that looks like a participle: "jailed", "derailed".
pub(in crate::claim) fn like_participle(w: Word<'_>) -> bool {
    let text = w.text();
    w.tag() == Tag::Jj
        && text.len() > 4
        && text.ends_with("ed")
        && !text.starts_with("un")
        && !text.contains('-')
        && !is_state(w)
}

/// "with Minister Brandt *meeting* President Denn": between names, what looks like a noun is a gerund.
pub(in crate::claim) fn noun_for_gerund(input: Input<'_>) -> Parsed<'_, VerbGroup> {
    let name = |w: Option<Word>| w.is_some_and(|w| w.tag().is_name());
    let (rest, w) = word(|w| w.tag() == Tag::Nn && w.text().ends_with("ing"))(input)?;
    if !name(input.before(1)) || !name(rest.next()) {
        return no_match();
    }
    Ok((rest, lone_verb(input, lemma(w.text(), Tag::Vbg), Tense::Gerund)))
}

/// "*Speaking* to reporters, ...", "*Arrested* in May, ...": at the head of a sentence, what is written as a name is.
pub(in crate::claim) fn opening_participle(input: Input<'_>) -> Parsed<'_, VerbGroup> {
    let (rest, w) = word(|w| w.tag().is_name())(input)?;
    let (tag, tense) = if w.text().ends_with("ing") {
        (Tag::Vbg, Tense::Gerund)
    } else if w.text().ends_with("ed") {
        (Tag::Vbn, Tense::Participle)
    } else {
        return no_match();
    };
    let goes_on = |w: Word| matches!(w.tag(), Tag::In | Tag::To | Tag::Dt | Tag::PRPS);
    let verb = lone_verb(input, lemma(w.text(), tag), tense);
    let entry = input.lexicon().look_up(&verb.lemma);
    let known = entry.verb.is_some() || entry.has_readings || verb.senses != Senses::NONE;
    if known && rest.next().is_some_and(goes_on) { Ok((rest, verb)) } else { no_match() }
}

/// Where a verb is missing, an adjective that looks like a participle: "the tram *derailed* outside the station".
pub(in crate::claim) fn adjective_for_verb(input: Input<'_>) -> Parsed<'_, VerbGroup> {
    let (rest, w) = word(like_participle)(input)?;
    Ok((rest, lone_verb(input, lemma(w.text(), Tag::Vbn), Tense::Participle)))
}

/// A verb of one word that is not tagged as a verb.
fn lone_verb(input: Input<'_>, lemma: Sym, tense: Tense) -> VerbGroup {
    let senses = input.lexicon().look_up(&lemma).senses;
    VerbGroup {
        tokens: input.until(&input.skip(1)),
        head: input.at(),
        lemma,
        tense,
        passive: tense == Tense::Participle,
        negated: false,
        modal: None,
        adverbs: Senses::NONE,
        senses,
    }
}
