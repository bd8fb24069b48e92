//! What looks like a verb and is a noun, or describes one.

use super::{FINITE, GOES_ON, MOST_ADJECTIVES, Mending, NOUNS, OBJECTS, OPENERS};
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// "the fatal *shooting* took place", "the June 20 *shooting*": behind a determiner, with no noun behind it, what
    /// looks like a participle is a noun.
    pub(super) fn is_action(&self, at: usize) -> bool {
        if self.is(at + 1, GOES_ON) || self.word(at, "missing") {
            return false;
        }
        const ADJECTIVE: Tags = Tags::of(&[Tag::Jj]);
        const DAY: Tags = Tags::of(&[Tag::Cd]);
        const NAME: Tags = Tags::of(&[Tag::Nnp]);
        const NOUN: Tags = Tags::of(&[Tag::Nn]);
        let back = 1 + (1..=MOST_ADJECTIVES).take_while(|back| self.before(at, *back, ADJECTIVE)).count();
        let follows = |tags: Tags, opener| self.before(at, back, tags) && self.before(at, opener, OPENERS);
        let date = self.before(at, back + 1, NAME) && follows(DAY, back + 2);
        // "the roadside *killing* of": a noun that another one stands before.
        let of = self.word(at + 1, "of") && follows(NOUN, back + 1);
        // "a court *filing* says"
        let closing = Tags::of(&[Tag::Stop, Tag::Comma, Tag::Vbd, Tag::Vbz, Tag::Md]);
        let compound = follows(NOUN, back + 1) && self.is(at + 1, closing) && self.may_be(at, Tag::Nn);
        // "according to a court *filing*"
        let source =
            at.checked_sub(4).is_some_and(|at| self.word(at, "according")) && follows(NOUN, back + 1);
        self.before(at, back, OPENERS) || source || date || of || compound
    }

    /// "fired *tear* gas", "set *bail* at", but "did save lives", "helped build homes": few verbs take another without "to".
    pub(super) fn is_thing(&self, at: usize) -> bool {
        const BARE: [&str; 9] = ["did", "helped", "let", "made", "saw", "heard", "had", "watched", "felt"];
        let before = at.checked_sub(1).filter(|before| !BARE.iter().any(|verb| self.word(*before, verb)));
        before.is_some_and(|before| self.is(before, Tags::of(&[Tag::Vbd, Tag::Vbn])))
            && self.is(at + 1, Tags::of(&[Tag::Nn, Tag::Nns, Tag::In]))
            && self.words.get(at).is_some_and(|word| word.allows(Tag::Nn))
    }

    /// "according to *police*"
    pub(super) fn is_source(&self, at: usize) -> bool {
        let according = at.checked_sub(2).is_some_and(|at| self.word(at, "according"));
        according && self.before(at, 1, Tags::of(&[Tag::To]))
    }

    /// "on *bail*"
    pub(super) fn is_bail(&self, at: usize) -> bool {
        self.word(at, "bail") && self.before(at, 1, Tags::of(&[Tag::In]))
    }

    /// "his neighbour's *shed*", "on the final *bend*": behind an owner, or an article and an adjective, what may be a noun is
    /// one, unless another follows.
    pub(super) fn is_owned(&self, at: usize) -> bool {
        let owner = self.before(at, 1, Tags::of(&[Tag::Pos, Tag::PRPS]));
        let described = self.before(at, 1, Tags::of(&[Tag::Jj])) && self.before(at, 2, Tags::of(&[Tag::Dt]));
        let noun = self.words.get(at).is_some_and(|word| word.allows(Tag::Nn));
        noun && (owner || described) && !self.is(at + 1, NOUNS.or(OBJECTS))
    }

    /// "reach the *wounded*", "the *missing*, a student,": those who are so.
    pub(super) fn stands_for_people(&self, at: usize) -> bool {
        const STATES: [&str; 10] = [
            "wounded",
            "injured",
            "accused",
            "missing",
            "deceased",
            "displaced",
            "disabled",
            "insured",
            "bereaved",
            "condemned",
        ];
        let the = at.checked_sub(1).is_some_and(|at| self.word(at, "the"));
        let goes_on = NOUNS.or(Tags::of(&[Tag::Jj, Tag::Vbn, Tag::Vbg, Tag::Hyph]));
        the && STATES.iter().any(|word| self.word(at, word)) && !self.is(at + 1, goes_on)
    }

    /// "*Fighting* resumed", "said *looting* had spread", "*Fighting* in the valley has killed nine": right in front of a verb
    /// that shows tense, or with nothing but its place between, and no comma.
    pub(super) fn is_going_on(&self, at: usize) -> bool {
        const INSIDE: Tags = Tags::of(&[Tag::In, Tag::Dt, Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Jj, Tag::PRPS]);
        let opens = at == 0
            || self.before(at, 1, Tags::of(&[Tag::Vbd, Tag::In, Tag::Wrb]))
                && !self.before(at, 2, Tags::of(&[Tag::Vbd]));
        let place = (1..8).take_while(|ahead| self.is(at + ahead, INSIDE)).count();
        let placed =
            at == 0 && place > 1 && self.is(1, Tags::of(&[Tag::In])) && self.is(at + place + 1, FINITE);
        let noun = self.words.get(at).is_some_and(|word| word.allows(Tag::Nn));
        let noun = noun && !self.word(at, "being") && !self.word(at, "having");
        let finite = self.is(at + 1, FINITE)
            || self.is(at + 1, Tags::of(&[Tag::Vbn]))
                && self.is(at + 2, Tags::of(&[Tag::In, Tag::Stop, Tag::Comma]));
        noun && (opens && finite || placed)
    }

    /// "changed her *will*"
    pub(super) fn is_testament(&self, at: usize) -> bool {
        self.word(at, "will") && self.before(at, 1, Tags::of(&[Tag::PRPS, Tag::Pos]))
    }

    /// "a *hit* with": behind "a" and before a preposition, what has the form of a noun is one.
    pub(super) fn is_hit(&self, at: usize) -> bool {
        let article = at.checked_sub(1).is_some_and(|at| self.word(at, "a") || self.word(at, "an"));
        article && self.is(at + 1, Tags::of(&[Tag::In])) && self.may_be(at, Tag::Nn)
    }

    /// "dislike its coverage *mandates*."
    pub(super) fn is_owned_plural(&self, at: usize) -> bool {
        let owned = self.before(at, 1, Tags::of(&[Tag::Nn])) && self.before(at, 2, Tags::of(&[Tag::PRPS]));
        let noun = self.words.get(at).is_some_and(|word| word.allows(Tag::Nns));
        owned
            && noun
            && self.is(at + 1, Tags::of(&[Tag::Stop, Tag::Comma]))
            && self.before(at, 3, FINITE.or(Tags::of(&[Tag::In])))
    }

    /// "on $5,000 *bail*"
    pub(super) fn is_paid(&self, at: usize) -> bool {
        self.before(at, 1, Tags::of(&[Tag::Cd])) && self.before(at, 2, Tags::of(&[Tag::Currency]))
    }

    /// "a retired *general*,": where nothing else of the phrase follows, what looks like an adjective is its noun.
    pub(super) fn is_described(&self, at: usize) -> bool {
        let closes = self.is(at + 1, Tags::of(&[Tag::Comma, Tag::Stop]));
        let waits = self.waits(at, 2);
        let opening = Tags::of(&[Tag::Dt, Tag::Vbz, Tag::Vbd, Tag::Vbp, Tag::Vb]);
        let participle = self.before(at, 1, Tags::of(&[Tag::Vbn])) && self.before(at, 2, opening);
        closes && participle && !waits && self.words.get(at).is_some_and(|word| word.allows(Tag::Nn))
    }

    /// "a *retired* general", "his *wounded* brother": behind what opens a phrase and before its noun.
    pub(super) fn is_attribute(&self, at: usize) -> bool {
        const OPENING: [&str; 9] = ["a", "an", "the", "his", "her", "its", "their", "my", "our"];
        let opens = at.checked_sub(1).is_some_and(|at| OPENING.iter().any(|word| self.word(at, word)));
        // "the accused *denied* him": the noun stands in front.
        opens && self.is(at + 1, NOUNS.or(Tags::of(&[Tag::Jj]))) || self.is_attribute_of_aged(at)
    }

    /// "a 71-year-old *retired* seamstress"
    fn is_attribute_of_aged(&self, at: usize) -> bool {
        let article = at.checked_sub(2).is_some_and(|at| ["a", "an"].iter().any(|word| self.word(at, word)));
        let aged =
            at.checked_sub(1).and_then(|at| self.words.get(at)).is_some_and(|word| word.ends_in("year-old"));
        article && aged && self.is(at + 1, Tags::of(&[Tag::Nn]))
    }

    /// "a *think* tank", "their 3-1 *win*": no base form stands behind an article, or a number behind what opens a phrase.
    pub(super) fn is_named_by_article(&self, at: usize) -> bool {
        let article = |at: usize| ["a", "an", "the"].iter().any(|article| self.word(at, article));
        let counted = self.before(at, 1, Tags::of(&[Tag::Cd])) && self.before(at, 2, OPENERS);
        let this = at.checked_sub(1).is_some_and(|at| self.word(at, "this") || self.word(at, "no"));
        // "induced by *repeal* of the tax"
        const PREPOSITIONS: [&str; 9] = ["by", "of", "in", "for", "with", "from", "at", "on", "about"];
        let preposition =
            at.checked_sub(1).is_some_and(|at| PREPOSITIONS.iter().any(|word| self.word(at, word)));
        let governed = preposition
            && self.before(at, 1, Tags::of(&[Tag::In]))
            && self.words.get(at).is_some_and(|word| word.allows(Tag::Nn));
        at.checked_sub(1).is_some_and(article) || this || governed || counted
    }

    /// "met the boy *named* Varo", "in the quarter *ended* Sept. 30"
    pub(super) fn is_named_or_ended(&self, at: usize) -> bool {
        const PERIODS: [&str; 6] = ["quarter", "year", "period", "months", "month", "half"];
        let named = ["named", "called", "dubbed", "nicknamed"].iter().any(|word| self.word(at, word));
        let object = self.before(at, 1, Tags::of(&[Tag::Nn, Tag::Nns]))
            && self.before(at, 2, Tags::of(&[Tag::Dt]))
            && self.before(at, 3, FINITE.or(Tags::of(&[Tag::In, Tag::Vbn])));
        let period = at.checked_sub(1).is_some_and(|at| PERIODS.iter().any(|word| self.word(at, word)));
        named && object && self.is(at + 1, Tags::of(&[Tag::Nnp])) || self.word(at, "ended") && period
    }

    /// "a distress *call*": no verb of that form agrees with one thing.
    pub(super) fn lacks_agreement(&self, at: usize) -> bool {
        let article = at.checked_sub(2).is_some_and(|at| self.word(at, "a") || self.word(at, "an"));
        let joined = self.before(at, 3, Tags::of(&[Tag::Cc]));
        article && !joined && self.before(at, 1, Tags::of(&[Tag::Nn]))
    }
}
