//! Where people are from: "Ann Lee, 36, of Lyon", "Ann Lee, who lives in Lyon".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::{Patterns, near};
use crate::article::Tokens;
use crate::claim::attribute::{Attribute, AttributeKind, Qualifier};
use crate::claim::input::{Input, Parsed, text, word};
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, Phrase, PhraseId, Polarity, Tense};
use crate::lexicon::Sense;

/// Who lives where the words behind them say.
const RESIDENTS: [&str; 4] = ["resident", "man", "woman", "teenager"];

impl Patterns<'_> {
    /// "Ann Lee, 36, of Lyon", "Ann Lee of Lyon", "Ann Lee, from Lyon".
    pub(super) fn home_behind(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let (rest, origin) = of(self.from(phrase.tokens.end)).ok()?;
        let home = self.name_at(rest.at())?;
        let words = Tokens { start: phrase.name.start, end: rest.at() + 1 };
        let home = Attribute::beside(id, AttributeKind::Home, home, words);
        Some(Attribute { qualifier: origin.and_then(Qualifier::word), ..home })
    }

    /// "Ann Lee, of Lyon,", "Ann Lee, a resident of Lyon". Whoever is from a town may live in another.
    pub(super) fn home_said(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let past = claim.origin == Origin::Copula && claim.predicate.tense != Tense::Present;
        let held = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did && !past;
        let who = claim.subject.as_ref().filter(|_| held)?.phrases.first()?;
        // "formerly of Lyon".
        let at_once = |a: &Argument| {
            let behind = a.tokens.start.checked_sub(2).and_then(|at| self.word(at));
            behind.is_none_or(|w| !w.tag().is_adverb())
        };
        let comes = |a: &&Argument| a.role.is_behind("of") && at_once(a);
        let said = claim.arguments.iter().find(comes).and_then(|a| a.phrases.first().copied());
        let resident = || {
            let said = claim.arguments.iter().find(|a| a.role == ArgumentRole::Complement)?;
            let head = self.reading.phrase(*said.phrases.first()?).head;
            let lives = self.word(head).is_some_and(|w| RESIDENTS.contains(&w.lemma().as_str()));
            let of = self.word(head + 1).is_some_and(|w| w.is("of"));
            self.name_at(head + 2).filter(|_| lives && of)
        };
        // What stands right behind the name is told already.
        if self.home_behind(*who, self.reading.phrase(*who)).is_some() {
            return None;
        }
        let home = said.or_else(resident).filter(|id| !self.reading.phrase(*id).name.is_empty())?;
        let words = near(self.reading.phrase(*who).name, self.reading.phrase(home).tokens);
        Some(Attribute::beside(*who, AttributeKind::Home, home, words).by(number))
    }

    /// "Ann Lee, who lives in Lyon,".
    pub(super) fn residence(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let held = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        if !held || !self.lexicon.has(&claim.predicate.lemma, Sense::Residing) || self.is_former(claim) {
            return None;
        }
        let who = claim.subject.as_ref()?.phrases.first()?;
        let inside = claim.arguments.iter().find(|a| a.role.is_behind("in"))?;
        let named = |id: &&PhraseId| !self.reading.phrase(**id).name.is_empty();
        let home = *inside.phrases.iter().find(named)?;
        let words = near(claim.predicate.tokens, inside.tokens);
        Some(Attribute::beside(*who, AttributeKind::Home, home, words).by(number))
    }

    /// "Used to live in Lyon", "lived in Lyon as a child": who lived somewhere once may live in another place.
    fn is_former(&self, claim: &Claim) -> bool {
        const ONCE: [&str; 6] = ["as", "until", "before", "during", "for", "from"];
        let Tokens { start, end } = claim.predicate.tokens;
        let mut verb = (start.saturating_sub(2)..end).filter_map(|at| self.word(at));
        let used = verb.any(|w| w.lemma() == "use");
        let past = claim.predicate.tense == Tense::Past;
        let once =
            claim.time.is_some() || claim.arguments.iter().any(|a| ONCE.iter().any(|p| a.role.is_behind(p)));
        used || past && once
    }
}

/// "of", behind an age between commas, or "from" behind a comma: "freed Ann Lee from Lyon" says not where she lives. Whoever
/// is "from" a town may live in another: the word tells the two apart.
fn of(input: Input<'_>) -> Parsed<'_, Option<&'static str>> {
    let years = || word(|w| w.text().bytes().all(|b| b.is_ascii_digit()));
    let of = (opt((text(","), years(), text(","))), text("of")).map(|_| None);
    let from = (text(","), opt((years(), text(","))), text("from")).map(|_| Some("from"));
    alt((of, from)).parse(input)
}
