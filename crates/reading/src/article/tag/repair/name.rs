//! Names that look like other words, and the other way round.

use super::{FINITE, Mending};
use crate::article::tag::word::Word;
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// "Omar *al-Halabi*", "Marcos De *La* Torre": a particle of names, joined to one or between two.
    pub(super) fn is_named(&self, at: usize) -> bool {
        const NAMES: Tags = Tags::of(&[Tag::Nnp, Tag::Nnps]);
        let between =
            self.is(at, Tags::of(&[Tag::Fw])) && self.before(at, 1, NAMES) && self.is(at + 1, NAMES);
        self.words.get(at).is_some_and(|w| w.is_particled() || (between && w.is_capital()))
    }

    /// "an *AK-47* rifle", "two *F-16* fighters"
    pub(super) fn is_model(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::is_model)
    }

    /// "in *Kesh*, Balloran and Dunmore"
    pub(super) fn is_listed_name(&self, at: usize) -> bool {
        let capital = self.prose && self.words.get(at).is_some_and(Word::is_capital);
        capital
            && self.before(at, 1, Tags::of(&[Tag::In]))
            && self.is(at + 1, Tags::of(&[Tag::Comma]))
            && self.is(at + 2, Tags::of(&[Tag::Nnp]))
    }

    /// "said *Elvian* wants", "Ann *Gray* was shot", "*Gray* was shot": what stands before a verb is no adjective, but
    /// "Missing was the mayor".
    pub(super) fn is_subject(&self, at: usize) -> bool {
        let capital = self.prose && self.words.get(at).is_some_and(Word::is_capital);
        let behind = {
            use Tag::{Cc, Comma, In, Nnp, Vb, Vbd, Vbg, Vbz};
            Tags::of(&[Vbd, Vbz, In, Vb, Vbg, Comma, Cc, Nnp])
        };
        let is = ["is", "was", "are", "were"].iter().any(|word| self.word(at + 1, word));
        let undergone = self.is(at + 2, Tags::of(&[Tag::Vbn, Tag::Vbg]));
        let opens = at == 0 && (!is || undergone);
        capital && (opens || self.before(at, 1, behind)) && self.is(at + 1, FINITE)
    }

    /// "seized by *IS* during the war", "*IS* uploaded a video"
    pub(super) fn is_group(&self, at: usize) -> bool {
        let capital = self.prose && self.words.get(at).is_some_and(Word::is_initials);
        let behind = Tags::of(&[Tag::In, Tag::Vbg, Tag::Vbd, Tag::Vb, Tag::Vbn, Tag::To, Tag::Dt, Tag::Cc]);
        let opens = at == 0 && self.is(1, Tags::of(&[Tag::Vbd, Tag::Md, Tag::Vbz]));
        capital && (opens || self.before(at, 1, behind))
    }

    /// "Dar *es* Salaam"
    pub(super) fn is_linking(&self, at: usize) -> bool {
        const NAMES: Tags = Tags::of(&[Tag::Nnp, Tag::Nnps]);
        let short = self.words.get(at).is_some_and(|word| word.rare && !word.is_capital() && !word.is_long());
        short && self.before(at, 1, NAMES) && self.is(at + 1, NAMES)
    }

    /// "Warren *Fell*, 52, is"
    pub(super) fn is_surname(&self, at: usize) -> bool {
        let name = Tags::of(&[Tag::Nnp]);
        let behind = Tags::of(&[Tag::Comma, Tag::Pos, Tag::Vbd, Tag::Vbz, Tag::Md, Tag::Stop]);
        let capital = self.prose && self.words.get(at).is_some_and(Word::is_capital);
        capital && self.before(at, 1, name) && self.is(at + 1, behind)
    }

    /// "*Robbers* stole a painting": the capital is that of the sentence.
    pub(super) fn is_crowd(&self, at: usize) -> bool {
        let first = at == 0 || (at == 1 && self.is(0, Tags::of(&[Tag::OpenQuote])));
        let behind = FINITE.or(Tags::of(&[Tag::Vbn, Tag::Vbg, Tag::In, Tag::Rb, Tag::Cc]));
        first && self.words.get(at).is_some_and(|word| word.people) && self.is(at + 1, behind)
    }
}
