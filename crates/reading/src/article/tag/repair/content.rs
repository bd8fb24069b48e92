//! Words that open a clause, and the verbs in what is said, told or asked.

use super::{FINITE, Mending, NOUNS, OBJECTS, OPENERS};
use crate::article::tag::word::Word;
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// "a law that *bans* smoking": no plural stands behind "that" and before its object.
    pub(super) fn is_of_that(&self, at: usize) -> bool {
        let object = OBJECTS.or(NOUNS).or(Tags::of(&[Tag::Vbg, Tag::Jj]));
        let that = at.checked_sub(1).filter(|that| self.word(*that, "that"));
        let noun = |that: usize| {
            self.before(that, 1, NOUNS) && that.checked_sub(1).is_some_and(|noun| !self.is_report(noun))
        };
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        verb && self.is(at + 1, object) && that.is_some_and(noun)
    }

    /// "studies *show* that", "figures *suggest* that"
    pub(super) fn shows(&self, at: usize) -> bool {
        let listed = ["show", "suggest", "indicate"].iter().any(|word| self.word(at, word));
        listed && self.word(at + 1, "that") && self.before(at, 1, NOUNS)
    }

    /// "ruled that the law *discriminates* against women": the verb of a clause that has no other.
    pub(super) fn is_in_content(&self, at: usize) -> bool {
        let that = at.checked_sub(3).is_some_and(|at| self.word(at, "that"));
        let one = self.before(at, 1, Tags::of(&[Tag::Nn])) && self.before(at, 2, Tags::of(&[Tag::Dt]));
        let later = self.tags.iter().skip(at + 1).any(|tag| FINITE.has(*tag));
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        that && one && verb && !later
    }

    /// "A newspaper *reports* that he has been held": where the clause has the only other verb that shows tense.
    pub(super) fn is_reporting(&self, at: usize) -> bool {
        let clause = self.word(at + 1, "that") && self.is(at + 1, Tags::of(&[Tag::In]));
        let finite = |from: usize, to: usize| {
            self.tags.get(from..to).unwrap_or_default().iter().filter(|tag| FINITE.has(**tag)).count()
        };
        // "reports that he fled *and* that she stayed"
        let joined = self.tags.iter().skip(at).filter(|tag| **tag == Tag::Cc).count();
        let found = finite(at, self.tags.len());
        let only = finite(0, at) == 0 && (1..=1 + joined).contains(&found);
        let one = Tags::of(&[Tag::Nn, Tag::Nnp, Tag::Prp]);
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        clause && only && verb && self.before(at, 1, one)
    }

    /// "a man who police say *killed* three women"
    pub(super) fn is_said_of(&self, at: usize) -> bool {
        const SAYING: [&str; 8] =
            ["say", "says", "said", "believe", "believes", "allege", "think", "suspect"];
        let says = at.checked_sub(1).is_some_and(|at| SAYING.iter().any(|word| self.word(at, word)));
        let who = (3..6).any(|back| self.before(at, back, Tags::of(&[Tag::Wp, Tag::Wdt])));
        says && who && (self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past))
    }

    /// "which *link* Sicily and Egypt", "who *commands* the brigade"
    pub(super) fn is_relative(&self, at: usize, verb: Tag) -> bool {
        let pronoun = Tags::of(&[Tag::Wdt, Tag::Wp]);
        let object = OBJECTS.or(Tags::of(&[Tag::Nnp, Tag::Nnps, Tag::In, Tag::To]));
        let may_be = self.words.get(at).is_some_and(|word| word.allows(verb) || word.allows(Tag::Vb));
        self.before(at, 1, pronoun) && self.is(at + 1, object) && may_be
    }

    /// "who *seized* the town": a pronoun is no auxiliary.
    pub(super) fn is_of_relative(&self, at: usize) -> bool {
        let past = self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past);
        self.before(at, 1, Tags::of(&[Tag::Wp, Tag::Wdt])) && past
    }

    /// "told the reporters *that* none had survived": what somebody is told is a clause of its own.
    pub(super) fn is_told(&self, at: usize) -> bool {
        const TELLING: [&str; 5] = ["told", "tell", "tells", "assured", "warned"];
        /// Whoever is told has no more words.
        const LONGEST: usize = 5;
        let phrase = NOUNS.or(Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Prp, Tag::Jj, Tag::Cd, Tag::Pos]));
        let told = (1..=LONGEST).take_while(|back| self.before(at, *back, phrase)).count();
        if at.checked_sub(1).is_some_and(|noun| self.is_report(noun)) && self.word(at, "that") {
            return self.is(at + 1, phrase);
        }
        let verb = at.checked_sub(told + 1).filter(|_| told > 0);
        let telling = verb.is_some_and(|at| TELLING.iter().any(|word| self.word(at, word)));
        telling && self.word(at, "that") && !self.is(at + 1, FINITE) && !self.is(at + 1, Tags::of(&[Tag::Rb]))
    }

    /// "said *that* everyone had left", "evidence *that* water flowed": behind a verb of saying or what it is called, and
    /// before a noun and its verb.
    pub(super) fn opens_content(&self, at: usize) -> bool {
        const SAYING: [&str; 37] = [
            "said",
            "say",
            "says",
            "told",
            "found",
            "believe",
            "believes",
            "believed",
            "claimed",
            "claims",
            "added",
            "evidence",
            "proof",
            "fear",
            "fears",
            "sign",
            "signs",
            "warned",
            "announced",
            "confirmed",
            "denied",
            "insisted",
            "know",
            "convinced",
            "suggests",
            "suggest",
            "suggested",
            "shows",
            "show",
            "showed",
            "decided",
            "proved",
            "thinks",
            "think",
            "argued",
            "hope",
            "hopes",
        ];
        /// The subject has no more words.
        const LONGEST: usize = 4;
        let said = at.checked_sub(1).is_some_and(|at| SAYING.iter().any(|word| self.word(at, word)));
        let phrase = NOUNS.or(Tags::of(&[Tag::Jj]));
        let words = (1..=LONGEST).take_while(|ahead| self.is(at + ahead, phrase)).count();
        // "the evidence that police found *was* destroyed"
        let relative = self.is(at + words + 2, FINITE);
        said && self.word(at, "that") && words > 0 && self.is(at + words + 1, FINITE) && !relative
    }

    /// "It is false *that* police arrested him": what is judged is a clause.
    pub(super) fn is_judged(&self, at: usize) -> bool {
        /// "is", "is not", "is simply not".
        const NEAR: usize = 4;
        let judging = self.before(at, 1, Tags::of(&[Tag::Jj])) && self.word(at, "that");
        let it = (3..=NEAR + 1).filter_map(|back| at.checked_sub(back)).find(|at| self.word(*at, "it"));
        let copula =
            |at: usize| ["is", "was", "'s", "’s", "isn", "wasn"].iter().any(|w| self.word(at + 1, w));
        judging && it.is_some_and(copula) && !self.is(at + 1, FINITE)
    }

    /// "Ann Lee, police say, *fled*": the verb behind who says so, where no other shows tense.
    pub(super) fn is_parted(&self, at: usize) -> bool {
        /// Who says so has no more words.
        const LONGEST: usize = 4;
        let comma = Tags::of(&[Tag::Comma]);
        let says = at.checked_sub(2).filter(|says| {
            self.before(at, 1, comma) && ["say", "says", "said"].iter().any(|word| self.word(*says, word))
        });
        let subject = NOUNS.or(OPENERS).or(Tags::of(&[Tag::Prp]));
        let inserted = |says: usize| {
            let words = (1..=LONGEST).take_while(|back| self.before(says, *back, subject)).count();
            words > 0 && self.before(says, words + 1, comma) && self.before(says, words + 2, NOUNS)
        };
        says.is_some_and(inserted) && self.tags.iter().filter(|tag| FINITE.has(**tag)).count() == 1
    }

    /// "...", *exclaimed* Ann Lee: behind a quotation and before who said it.
    pub(super) fn is_speaking(&self, at: usize) -> bool {
        let speaker = Tags::of(&[Tag::Nnp, Tag::Dt, Tag::PRPS]);
        let past = self.words.get(at).is_some_and(|word| word.is_past() && !word.is_capital());
        let said = self.before(at, 1, Tags::of(&[Tag::CloseQuote]))
            && self.before(at, 2, Tags::of(&[Tag::Comma, Tag::Stop]));
        past && said && self.is(at + 1, speaker)
    }

    /// "*reports* that police arrested him": is told by a clause.
    fn is_report(&self, at: usize) -> bool {
        const REPORTS: [&str; 10] = [
            "reports",
            "report",
            "claims",
            "claim",
            "rumors",
            "rumours",
            "allegations",
            "allegation",
            "suggestions",
            "accusations",
        ];
        REPORTS.iter().any(|word| self.word(at, word))
    }

    /// "reports that police *arrested* him": the verb of such a clause.
    pub(super) fn is_reported(&self, at: usize) -> bool {
        /// The subject has no more words.
        const LONGEST: usize = 4;
        let object = OBJECTS.or(Tags::of(&[Tag::Nnp]));
        let subject = (1..=LONGEST).take_while(|back| self.before(at, *back, NOUNS.or(OPENERS))).count();
        let that = at.checked_sub(subject + 1).filter(|_| subject > 0);
        let opens = |that: usize| self.word(that, "that") && self.is(that, Tags::of(&[Tag::In]));
        self.is(at + 1, object)
            && that.is_some_and(|that| {
                opens(that) && that.checked_sub(1).is_some_and(|noun| self.is_report(noun))
            })
    }

    /// "this finding *indicated* that": no passive has a clause behind it.
    pub(super) fn is_telling(&self, at: usize) -> bool {
        let subject = NOUNS.or(Tags::of(&[Tag::Vbg, Tag::Prp]));
        self.word(at + 1, "that") && self.before(at, 1, subject) && self.may_be(at, Tag::Vbd)
    }
}
