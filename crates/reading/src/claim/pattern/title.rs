//! Ranks and offices: "Ann Lee, the general,", "Ann Lee is the prime minister".

use super::{Patterns, near};
use crate::article::fold::fold;
use crate::article::{Tag, Tokens};
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::{Argument, Claim, Origin, PhraseId};
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
        // "his son Ola, 8, daughter Ida": whose title it is stands behind it.
        let of_next = claim.origin == Origin::Apposition
            && words.start > subject.tokens.start
            && self.word(words.end).is_some_and(|w| w.tag().is_name());
        if of_next {
            return;
        }
        // Where the name stands in full the rank does too: "Gen. Lee" may be a lieutenant general, "Gen. Ann Lee" is none.
        let past = self.reading.background_of(claim.sentence).is_some();
        let in_full = phrase.is_none() && subject.tokens.len() > 1 && !past;
        for (title, tokens) in self.ranks(words) {
            let words = near(tokens, subject.tokens);
            if let Some(rank) = self.lexicon.rank(&title).filter(|_| in_full) {
                let rank = Attribute::beside(id, AttributeKind::RankInFull, rank.clone(), words);
                found.push(rank.by(number));
            }
            found.push(Attribute::beside(id, AttributeKind::Title, title, words).by(number));
        }
    }

    /// The ranks and offices named in some words: "Field Marshal, Army Chief" gives both.
    fn ranks(&self, tokens: Tokens) -> Vec<(Sym, Tokens)> {
        let lexicon = self.lexicon;
        let lower = |at: u32| self.word(at).filter(|_| at < tokens.end).map(|w| w.lower().clone());
        let titled = |key: &Sym| lexicon.has(key, Sense::Rank) || lexicon.has(key, Sense::Office);
        let mut found = Vec::new();
        let mut at = tokens.start;
        let mut shaded = false;
        while let Some(word) = lower(at) {
            let long = lexicon.phrase(&word, |i| lower(at + 1 + i as u32)).filter(|(_, key)| titled(key));
            // "former general", "deputy prime minister" are other titles.
            let shade = lexicon.has(&word, Sense::Shade);
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
            shaded = shade;
            at += length;
        }
        found.dedup();
        found
    }

    /// The office whose name ends at a token, if a list tells what it excludes ("assistant district attorney").
    fn office(&self, first: u32, last: u32) -> Option<(Sym, Tokens)> {
        self.word(last).filter(|w| w.tag().is_noun() || w.tag().is_name())?;
        let longest = first.max(last.saturating_sub(LONGEST_OFFICE - 1));
        (longest..=last).find_map(|start| {
            let tokens = Tokens { start, end: last + 1 };
            let name = fold(self.article.phrase(tokens), |lower| Sym::from(lower));
            (!self.lexicon.opposites(&name).is_empty()).then_some((name, tokens))
        })
    }
}
