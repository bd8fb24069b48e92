//! Plural nouns that look like verbs in the present.

use super::{FINITE, MOST_ADJECTIVES, Mending, NOUNS, OBJECTS, OPENERS};
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// Is a verb in the present a plural noun?
    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.is_counted(at)
            || self.is_determined(at)
            || self.opens(at)
            || self.is_taken(at)
            || self.is_plant(at)
    }

    /// "two *counts* of fraud", but "Flight 93 crashes in a field" and "Ann Lee, 26, plans".
    fn is_counted(&self, at: usize) -> bool {
        let described = self.before(at, 2, NOUNS.or(Tags::of(&[Tag::Comma])));
        // "destroyed two *barns*"
        let opens = Tags::of(&[Tag::Vbd, Tag::Vbn, Tag::Vbg, Tag::Vb, Tag::Dt, Tag::Pdt, Tag::PRPS]);
        let object = self.before(at, 2, opens);
        // "guilty on three *counts*"
        let behind = self.before(at, 2, Tags::of(&[Tag::In]));
        let counted = object || behind || self.is(at + 1, Tags::of(&[Tag::In])) && !described;
        self.before(at, 1, Tags::of(&[Tag::Cd])) && counted
    }

    /// "the *suspects*, two brothers"
    fn is_determined(&self, at: usize) -> bool {
        let adjective = |back: &usize| self.before(at, *back, Tags::of(&[Tag::Jj]));
        let back = 1 + (1..=MOST_ADJECTIVES).take_while(adjective).count();
        let the = at.checked_sub(back).is_some_and(|at| self.word(at, "the"));
        let determined = the || self.before(at, back, Tags::of(&[Tag::PRPS]));
        // "the dead *includes* a child"
        determined && (back == 1 || !self.is(at + 1, OBJECTS))
    }

    /// "*Fires* burned 300 homes"
    fn opens(&self, at: usize) -> bool {
        at == 0 && self.is(1, Tags::of(&[Tag::Vbd]))
    }

    /// "had accepted *bribes*": no verb in the present follows one in the past.
    fn is_taken(&self, at: usize) -> bool {
        // "the accused *denies* it"
        let noun = self.before(at, 2, OPENERS);
        let plural = self.words.get(at).is_some_and(|word| word.allows(Tag::Nns));
        !noun && self.before(at, 1, Tags::of(&[Tag::Vbd, Tag::Vbn])) && plural
    }

    /// "destroyed part of the Arvik steel *works*", "the blast at the Arvik steel *works* injured ten": the one noun that
    /// is a verb as well and is written so of a single thing. Two nouns or more stand between it and a determiner, and no
    /// joint between it and another verb; what somebody said is a clause of its own.
    fn is_plant(&self, at: usize) -> bool {
        const JOINTS: Tags =
            Tags::of(&[Tag::Cc, Tag::Comma, Tag::Wdt, Tag::Wp, Tag::OpenQuote, Tag::CloseQuote, Tag::Colon]);
        if !self.word(at, "works") {
            return false;
        }
        let nouns = (1..=at).take_while(|back| self.before(at, *back, NOUNS)).count();
        let opened = nouns > 1 && self.before(at, nouns + 1, OPENERS);
        let says = |at: usize| ["said", "says", "say"].iter().any(|word| self.word(at, word));
        let verb = |at: usize| self.is(at, FINITE.or(Tags::of(&[Tag::Vbn])));
        let unjoined = |at: &usize| !self.is(*at, JOINTS) && !self.word(*at, "that");
        let before = (0..at).rev().take_while(unjoined).any(|at| verb(at) && !says(at));
        let behind = (at + 1..self.words.len()).take_while(unjoined).any(verb);
        opened && (before || behind)
    }
}
