//! Ranks and offices: "Ann Lee, the general,", "Ann Lee is the prime minister".

use super::{Patterns, near};
use crate::article::fold::fold;
use crate::article::{Tag, Tokens};
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::{Argument, Claim, Origin, PhraseId, Tense};
use crate::lexicon::Sense;
use crate::symbol::Sym;

/// The longest name of an office, in words.
const LONGEST_OFFICE: u32 = 3;

impl Patterns<'_> {
    /// The titles that a claim gives its subject.
    pub(super) fn titles(
        &self,
        id: PhraseId,
        subject: &Argument,
        said: &Argument,
        (number, claim): (u32, &Claim),
        found: &mut Vec<Attribute>,
    ) {
        let phrase = said.phrases.first().map(|p| self.reading.phrase(*p));
        let words = match phrase {
            None if claim.origin == Origin::Apposition => said.tokens,
            None => return,
            // "Sgt. Lee became Capt. Roe's driver": the captain is another.
            Some(phrase) if claim.origin == Origin::Copula && !phrase.name.is_empty() => return,
            Some(phrase) if phrase.titles.is_empty() => phrase.tokens,
            Some(phrase) => phrase.titles,
        };
        // "Foreign Minister Ann Lee's predecessor": what stands in front of the possessive is another's.
        let possessive = |at: &u32| self.word(*at).is_some_and(|w| w.tag() == Tag::Pos);
        let start = (words.start..words.end).rev().find(possessive).map_or(words.start, |at| at + 1);
        let words = Tokens { start, ..words };
        if self.is_of_next(subject, words, claim) || self.is_of_then(words, claim) {
            return;
        }
        // Where the name stands in full the rank does too: "Gen. Lee" may be a lieutenant general, "Gen. Ann Lee" is none.
        let in_full = phrase.is_none() && subject.tokens.len() > 1;
        for (title, tokens) in self.ranks(words) {
            let words = near(tokens, subject.tokens);
            if let Some(rank) = self.lexicon.rank(&title).filter(|_| in_full) {
                let rank = Attribute::beside(id, AttributeKind::RankInFull, rank.clone(), words);
                found.push(rank.by(number));
            }
            found.push(Attribute::beside(id, AttributeKind::Title, title, words).by(number));
        }
    }

    /// Does a title belong to a name that stands behind it: "his son Ola, 8, *daughter* Ida", "the editor, Ann Lee, *the
    /// deputy editor*, Bob Roe"?
    fn is_of_next(&self, subject: &Argument, words: Tokens, claim: &Claim) -> bool {
        let name = |at: u32| self.word(at).is_some_and(|w| w.tag().is_name());
        let comma = |at: Option<u32>| at.and_then(|at| self.word(at)).is_some_and(|w| w.is(","));
        let listed =
            || comma(Some(words.end)) && name(words.end + 1) && comma(subject.tokens.start.checked_sub(1));
        claim.origin == Origin::Apposition
            && words.start > subject.tokens.start
            && (name(words.end) || listed())
    }

    /// Is a title one of another time, or one that somebody only comes to: "was a lawyer before ...", "became head coach",
    /// "CFO until March", "Defence Minister Ann Lee signed it in 2012"?
    fn is_of_then(&self, words: Tokens, claim: &Claim) -> bool {
        const LIMITS: &[&str] = &["when", "before", "from", "in", "at", "during", "then"];
        let copula = claim.origin == Origin::Copula;
        let comes_to = copula && claim.predicate.lemma != "be";
        let past = copula && claim.predicate.tense == Tense::Past;
        let is = |at: u32, word: &[&str]| self.word(at).is_some_and(|w| w.is_any(word));
        let at_the_time =
            is(words.end, &["at"]) && is(words.end + 1, &["the"]) && is(words.end + 2, &["time"]);
        let until = is(words.end, &["until", "till"]) || at_the_time;
        comes_to
            || until
            || (past && is(words.end, LIMITS))
            || self.reading.background_of(claim.sentence).is_some()
    }

    /// The ranks and offices named in some words: "Field Marshal, Army Chief" gives both.
    fn ranks(&self, tokens: Tokens) -> Vec<(Sym, Tokens)> {
        let lexicon = self.lexicon;
        let lower = |at: u32| self.word(at).filter(|_| at < tokens.end).map(|w| w.lower().clone());
        let titled = |key: &Sym| lexicon.has(key, Sense::Rank) || lexicon.has(key, Sense::Office);
        let mut found = Vec::new();
        let mut at = tokens.start;
        while let Some(word) = lower(at) {
            let long = lexicon.phrase(&word, |i| lower(at + 1 + i as u32)).filter(|(_, key)| titled(key));
            // "former general", "deputy prime minister" are other titles.
            let shaded = self.is_shaded(at);
            let (length, key) = long.map_or((1, word), |(more, key)| (more as u32 + 1, key));
            // "the minister's wife", "the sheriff's office"
            let another = self
                .word(at + length)
                .filter(|_| at + length < tokens.end)
                .is_some_and(|w| w.tag() == Tag::Pos);
            if lexicon.has(&key, Sense::Rank) && !shaded && !another {
                found.push((key, Tokens { start: at, end: at + length }));
            }
            found.extend(self.office(tokens.start, at + length - 1).filter(|_| !another));
            at += length;
        }
        found.dedup();
        found
    }

    /// Makes what stands before a title another of it: "*former* general", "*foreign and* defence minister"?
    fn is_shaded(&self, title: u32) -> bool {
        let before = |back: u32| title.checked_sub(back).and_then(|at| self.word(at));
        let shade = before(1).is_some_and(|w| self.lexicon.has(w.lower(), Sense::Shade));
        let joined = before(1).is_some_and(|w| w.is("and"))
            && before(2).is_some_and(|w| !self.lexicon.has(w.lower(), Sense::Office));
        shade || joined
    }

    /// The office whose name ends at a token, if a list tells what it excludes ("assistant district attorney").
    fn office(&self, first: u32, last: u32) -> Option<(Sym, Tokens)> {
        self.word(last).filter(|w| w.tag().is_noun() || w.tag().is_name())?;
        let longest = first.max(last.saturating_sub(LONGEST_OFFICE - 1));
        let (name, tokens) = (longest..=last).find_map(|start| {
            let tokens = Tokens { start, end: last + 1 };
            let name = fold(self.article.phrase(tokens), |lower| Sym::from(lower));
            (!self.lexicon.opposites(&name).is_empty()).then_some((name, tokens))
        })?;
        (!self.is_shaded(tokens.start)).then_some((name, tokens))
    }
}
