//! Constructions that say something without a verb of their own, or of which a verb tells in part: ages, homes, ranks,
//! counts, measures, distances, sums, dates. Each file below reads one of them; what they find are [`Attribute`]s.
//!
//! The phrases and claims of the article are known by then. What stands beside them is read with the grammar's parsers
//! for words. Who is meant by a phrase is left open.

use rustc_hash::FxHashMap;

use super::annotation::Annotated;
use super::attribute::{Attribute, AttributeKind, AttributeValue, Holder, Qualifier};
use super::input::{Input, Word};
use super::quantity::Quantity;
use super::time::When;
use super::{Argument, ArgumentRole, Claim, Origin, PhraseId, Polarity, Reading};
use crate::article::{Article, Tokens};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

mod age;
pub mod background;
mod conversion;
pub mod count;
mod distance;
mod extent;
pub mod figure;
mod home;
mod measure;
mod number;
pub mod office;
mod ordinal;
mod parts;
mod property;
mod record;
mod reference;
mod sum;
mod title;
mod weekday;

use figure::{Figure, figures};

/// Adds to what was read of an article what the patterns find.
pub(super) fn read(article: &Article, text: &Annotated<'_>, reading: &mut Reading) {
    reading.background = background::background(article, reading);
    let figures = figures(article, reading);
    let patterns = Patterns { article, text, lexicon: text.lexicon(), reading, heads: reading.heads() };
    let mut found = Vec::new();
    for id in (0..reading.phrases.len() as u32).map(PhraseId) {
        patterns.of_name(id, &mut found);
    }
    for (number, claim) in (0..).zip(&reading.claims) {
        patterns.of_claim(number, claim, &mut found);
    }
    found.retain(|attribute| !patterns.is_age_of_another_year(attribute));
    patterns.drop_numbers_in_brackets(&mut found);
    count::drop_nobody_beside_others(&mut found);
    patterns.of_figures(&figures, &mut found);
    sum::drop_bail_of_several(&mut found);
    patterns.weekdays(&mut found);
    patterns.wholes(&mut found);
    let references = patterns.references();
    found.shrink_to_fit();
    (reading.attributes, reading.references) = (found, references);
}

/// An article, its words, and what the grammar has read out of it.
struct Patterns<'a> {
    article: &'a Article,
    text: &'a Annotated<'a>,
    lexicon: &'a Lexicon,
    reading: &'a Reading,
    /// The phrase of each head token.
    heads: FxHashMap<u32, PhraseId>,
}

impl<'a> Patterns<'a> {
    /// What stands beside a name.
    fn of_name(&self, id: PhraseId, found: &mut Vec<Attribute>) {
        let phrase = self.reading.phrase(id);
        let people = self.lexicon.demonym(self.article.phrase(phrase.name)).is_some();
        if phrase.name.is_empty() {
            found.extend(self.length_of(phrase));
            return;
        }
        if !people {
            found.extend(self.age_in_front(id, phrase));
            found.extend(self.age_before(id, phrase));
            found.extend(self.age_of_named(id, phrase));
            found.extend(self.age_in_brackets(id, phrase));
            found.extend(self.age_between_commas(id, phrase));
            found.extend(self.home_behind(id, phrase));
        }
        found.extend(self.record(id, phrase));
    }

    /// What a claim says beside its event, or of it.
    fn of_claim(&self, number: u32, claim: &Claim, found: &mut Vec<Attribute>) {
        self.counts(number, claim, found);
        self.ordinals(number, claim, found);
        found.extend(self.extent(number, claim));
        found.extend(self.lasted(claim));
        found.extend(self.property(claim));
        found.extend(self.residence(number, claim));
        found.extend(self.age_at_death(number, claim));
        found.extend(self.age_turned(number, claim));
        found.extend(self.age_by_birth(number, claim));
        match claim.origin {
            Origin::Apposition => {
                found.extend(self.home_said(number, claim));
                found.extend(self.conversion(number, claim).into_iter().flatten());
                self.description(number, claim, found);
            }
            Origin::Copula => {
                found.extend(self.home_said(number, claim));
                self.description(number, claim, found);
                found.extend(self.nth(claim));
            }
            _ => {}
        }
    }

    /// What somebody or something is: an age, titles.
    fn description(&self, number: u32, claim: &Claim, found: &mut Vec<Attribute>) {
        let Some((subject, said)) = ends(claim) else { return };
        let Some(id) = subject.phrases.first() else { return };
        // "In 2040 he will be 92." "She is not 92."
        if !claim.modality.has_come() || claim.polarity != Polarity::Affirmed {
            return;
        }
        found.extend(self.age_behind(*id, subject, said, number));
        self.titles(*id, subject, said, (number, claim), found);
        // "The defence minister, Ann Lee,": what comes first is what she is.
        let named = |argument: &Argument| match argument.phrases.as_slice() {
            [only] => Some(*only).filter(|id| !self.reading.phrase(*id).name.is_empty()),
            _ => None,
        };
        if let (None, Some(id)) = (named(subject), named(said)) {
            self.titles(id, said, subject, (number, claim), found);
        }
    }

    fn of_figures(&self, figures: &[Figure], found: &mut Vec<Attribute>) {
        let lead_end = background::lead_end(self.article);
        for figure in figures {
            let before = found.len();
            found.extend(self.measure(figure));
            found.extend(self.number(figure, figures));
            found.extend(self.distance(figure).into_iter().flatten());
            if figure.sentence < lead_end {
                self.sums(figure, found);
            }
            // Looked for last: few figures measure anything.
            if found.len() > before && self.is_of_aftershock(figure) {
                found.truncate(before);
            }
        }
        found.extend(figures.windows(2).filter_map(|pair| self.exchange(&pair[0], &pair[1])));
    }

    /// A token of the article.
    fn word(&self, at: u32) -> Option<Word<'a>> {
        Input::new(self.text, self.text.tokens()).word(at)
    }

    /// The article from a token on.
    fn from(&self, at: u32) -> Input<'a> {
        Input::new(self.text, Tokens { start: at, ..self.text.tokens() })
    }

    /// The phrase whose name starts at a token, or one token on ("the Azores").
    fn name_at(&self, token: u32) -> Option<PhraseId> {
        let phrases = &self.reading.phrases;
        let from = phrases.partition_point(|p| p.tokens.start < token);
        let phrase = phrases.get(from).filter(|p| p.tokens.start == token && !p.name.is_empty())?;
        (phrase.name.start <= token + 1).then_some(PhraseId(from as u32))
    }
}

impl Attribute {
    /// What a phrase's words say of the one whom it mentions.
    fn beside(
        id: PhraseId,
        kind: AttributeKind,
        value: impl Into<AttributeValue>,
        tokens: Tokens,
    ) -> Attribute {
        let holder = Holder::Phrase(id);
        Attribute { holder, kind, qualifier: None, value: value.into(), tokens, claim: None }
    }

    /// What a claim says of the event that it tells of.
    fn of_event(
        claim: u32,
        kind: AttributeKind,
        qualifier: Option<Qualifier>,
        value: impl Into<AttributeValue>,
        tokens: Tokens,
    ) -> Attribute {
        let (holder, value, claim) = (Holder::Event, value.into(), Some(claim));
        Attribute { holder, kind, qualifier, value, tokens, claim }
    }

    /// What words say of that which the article is about.
    fn of_theme(
        kind: AttributeKind,
        qualifier: Option<Qualifier>,
        value: impl Into<AttributeValue>,
        tokens: Tokens,
    ) -> Attribute {
        Attribute { holder: Holder::Theme, kind, qualifier, value: value.into(), tokens, claim: None }
    }

    /// So much of what a noun names, of whom a phrase mentions or of what the article is about.
    fn measure(owner: Option<PhraseId>, what: Sym, quantity: &Quantity, tokens: Tokens) -> Attribute {
        let qualifier = Some(Qualifier { words: what, of: owner.map(|id| ("of", id)) });
        let measure = Attribute::of_theme(AttributeKind::Measure, qualifier, quantity, tokens);
        Attribute { holder: owner.map_or(measure.holder, Holder::Phrase), ..measure }
    }

    /// The same, as a claim says it.
    fn by(self, claim: u32) -> Attribute {
        Attribute { claim: Some(claim), ..self }
    }
}

impl From<&Quantity> for AttributeValue {
    fn from(quantity: &Quantity) -> AttributeValue {
        AttributeValue::Quantity(quantity.clone())
    }
}

impl From<Sym> for AttributeValue {
    fn from(word: Sym) -> AttributeValue {
        AttributeValue::Word(word)
    }
}

impl From<PhraseId> for AttributeValue {
    fn from(phrase: PhraseId) -> AttributeValue {
        AttributeValue::Phrase(phrase)
    }
}

impl From<When> for AttributeValue {
    fn from(when: When) -> AttributeValue {
        AttributeValue::Time(when)
    }
}

/// The subject of a claim, and what it is said to be: "is *also a judge*", ", *aged 36*".
fn ends(claim: &Claim) -> Option<(&Argument, &Argument)> {
    let adverb = |a: &&Argument| matches!(a.role, ArgumentRole::Manner | ArgumentRole::Time);
    let said = claim.arguments.iter().find(|a| !adverb(a))?;
    let aged = said.role.is_behind("aged") && said.phrases.len() == 1;
    (said.role == ArgumentRole::Complement || aged).then_some((claim.subject.as_ref()?, said))
}

/// Two stretches as one if they stand near each other, else the first.
fn near(first: Tokens, second: Tokens) -> Tokens {
    let both = first.to(second);
    if both.len() <= 16 { both } else { first }
}

#[cfg(test)]
mod tests;
