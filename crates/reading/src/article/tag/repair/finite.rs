//! Verbs that show tense and look like other words.

use super::{FINITE, Mending, NOUNS, OBJECTS};
use crate::article::tag::word::Word;
use crate::article::tag::{Tag, Tags};

impl Mending<'_> {
    /// "police *shot* and killed a boy"
    pub(super) fn is_joined_past(&self, at: usize) -> bool {
        let joined =
            self.is(at + 1, Tags::of(&[Tag::Cc])) && self.is(at + 2, Tags::of(&[Tag::Vbd, Tag::Vbn]));
        joined && self.before(at, 1, NOUNS) && self.may_be(at, Tag::Vbd)
    }

    /// "attacked a truck, *wounded* and killed a guard": of two verbs that share an object, the first.
    pub(super) fn is_listed_past(&self, at: usize) -> bool {
        let joined =
            self.is(at + 1, Tags::of(&[Tag::Cc])) && self.is(at + 2, Tags::of(&[Tag::Vbd, Tag::Vbn]));
        let before = self.tags.iter().take(at).any(|tag| *tag == Tag::Vbd);
        joined
            && before
            && self.before(at, 1, Tags::of(&[Tag::Comma]))
            && self.is(at + 3, OBJECTS)
            && (self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past))
    }

    /// "hit a tree and *burst* into flames"
    pub(super) fn is_second_past(&self, at: usize) -> bool {
        const INVARIANT: [&str; 9] = ["burst", "hit", "shot", "cut", "put", "set", "split", "spread", "shut"];
        let listed = INVARIANT.iter().any(|word| self.word(at, word));
        let goes_on = self.is(at + 1, OBJECTS.or(Tags::of(&[Tag::In, Tag::Rp, Tag::To])));
        let first = self.tags.iter().take(at).any(|tag| *tag == Tag::Vbd);
        listed && goes_on && first && self.before(at, 1, Tags::of(&[Tag::Cc]))
    }

    /// "*They pose* a threat"
    pub(super) fn is_of_plural_pronoun(&self, at: usize) -> bool {
        let pronoun = at
            .checked_sub(1)
            .is_some_and(|at| ["they", "we", "you", "i"].iter().any(|word| self.word(at, word)));
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbp) || word.allows(Tag::Vb));
        pronoun && verb && self.is(at + 1, Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Prp]))
    }

    /// "The man, 45, *denies* rape.", "The law *bans* smoking in bars.": where no verb shows tense, the first that may.
    pub(super) fn is_only_present(&self, at: usize) -> bool {
        let object = OBJECTS.or(NOUNS).or(Tags::of(&[Tag::Vbg, Tag::Jj, Tag::Cd]));
        let subject = Tags::of(&[Tag::Nn, Tag::Nnp, Tag::Vbg]);
        // "On Monday, rebels": behind the second of two commas.
        let commas = self.tags.iter().take(at).filter(|tag| **tag == Tag::Comma).count();
        let opened = self.is(0, NOUNS.or(Tags::of(&[Tag::Dt]))) && commas > 1;
        let counted = self.before(at, 2, Tags::of(&[Tag::Cd])) || self.before(at, 3, Tags::of(&[Tag::Cd]));
        let behind =
            !counted && self.before(at, 1, subject) || opened && self.before(at, 1, Tags::of(&[Tag::Comma]));
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        // "Two killed, officials said": a headline has none, and no full stop.
        let sentence = self.prose && self.tags.last().is_some_and(|tag| *tag == Tag::Stop);
        let first = !self.tags.iter().take(at).any(|tag| *tag == Tag::Vbn)
            || self.before(at, 1, Tags::of(&[Tag::Comma]));
        // "ZOAA *deals* with fish."
        let lone = self.before(at, 1, Tags::of(&[Tag::Nn, Tag::Nnp]))
            && self.is(at + 1, Tags::of(&[Tag::In, Tag::Rp, Tag::Rb, Tag::Jjr, Tag::Rbr, Tag::To]));
        sentence && !self.finite && at > 0 && first && verb && (self.is(at + 1, object) || lone) && behind
    }

    /// "that rebels *killed* the nurse": a participle has no object, but "given the prize", "held the week before".
    pub(super) fn is_transitive(&self, at: usize) -> bool {
        const OF_TWO: [&str; 32] = [
            "given",
            "awarded",
            "granted",
            "offered",
            "paid",
            "sent",
            "told",
            "asked",
            "shown",
            "handed",
            "taught",
            "denied",
            "named",
            "called",
            "elected",
            "appointed",
            "considered",
            "made",
            "fined",
            "charged",
            "owed",
            "allowed",
            "promised",
            "dubbed",
            "declared",
            "crowned",
            "deemed",
            "left",
            "assigned",
            "sold",
            "lent",
            "dressed",
        ];
        const LENGTHS: [&str; 20] = [
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "hour",
            "hours",
            "minutes",
            "morning",
            "night",
            "evening",
            "afternoon",
            "same",
            "next",
            "previous",
            "mile",
            "following",
        ];
        let object = self.is(at + 1, Tags::of(&[Tag::Dt, Tag::PRPS]));
        let length = (2..4).any(|ahead| LENGTHS.iter().any(|word| self.word(at + ahead, word)));
        // "has the nurse shocked the town?"
        // "had killed the nurse *shocked* the town": it waits for the first participle.
        let waits = (1..5)
            .take_while(|back| !self.before(at, *back, Tags::of(&[Tag::Vbn])))
            .any(|back| self.waits(at, back));
        let past = self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past);
        past && object
            && !length
            && !waits
            && self.before(at, 1, NOUNS.or(Tags::of(&[Tag::Prp])))
            && !OF_TWO.iter().any(|word| self.word(at, word))
    }

    /// "The company, which employs 4,000 people, *cut* 300 jobs", "The airline, based in Oslo, *cut* costs": behind a comma,
    /// where no other verb shows tense than those of relative clauses.
    pub(super) fn lacks_main_verb(&self, at: usize) -> bool {
        const RELATIVE: Tags = Tags::of(&[Tag::Wdt, Tag::Wp, Tag::WPS]);
        let object = OBJECTS.or(NOUNS);
        let past = self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past);
        if !self.before(at, 1, Tags::of(&[Tag::Comma])) || !self.is(at + 1, object) || !past {
            return false;
        }
        let before = self.tags.get(..at).unwrap_or_default();
        let opened = before.iter().filter(|tag| **tag == Tag::Comma).count() > 1;
        let relatives = before.iter().filter(|tag| RELATIVE.has(**tag)).count();
        let finite = self.tags.iter().filter(|tag| FINITE.has(**tag)).count();
        opened && finite == relatives && before.iter().filter(|tag| FINITE.has(**tag)).count() == relatives
    }

    /// "Mr Moss, speaking in Oslo, *called* for calm": behind what stands between commas, where no verb shows tense.
    pub(super) fn is_only_verb(&self, at: usize) -> bool {
        let before = self.tags.get(..at).unwrap_or_default();
        let commas = before.iter().filter(|tag| **tag == Tag::Comma).count();
        let named = self.is(0, NOUNS.or(Tags::of(&[Tag::Dt])));
        let goes_on = self.is(at + 1, OBJECTS.or(Tags::of(&[Tag::In, Tag::Nnp])));
        let past = self.may_be(at, Tag::Vbd) || self.words.get(at).is_some_and(Word::is_past);
        let by = self.word(at + 1, "by") || self.word(at + 1, "as");
        self.prose
            && !self.finite
            && named
            && commas > 1
            && past
            && goes_on
            && !by
            && self.before(at, 1, Tags::of(&[Tag::Comma]))
            && self.tags.last().is_some_and(|tag| *tag == Tag::Stop)
    }

    /// "The airline *cut* 900 jobs", "A storm *cut* power to homes.": past tenses that look like base forms and nouns.
    pub(super) fn is_bare_past(&self, at: usize) -> bool {
        let object = self.is(at + 1, OBJECTS) || !self.finite && self.is(at + 1, NOUNS);
        // "Ann Lee, 45, *shot* a man", "Ann Lee, a nurse, *shot* him": what stands between commas has no verb.
        let described = self.before(at, 1, Tags::of(&[Tag::Comma]))
            && self.before(at, 2, NOUNS.or(Tags::of(&[Tag::Cd])))
            && self.is(at + 1, OBJECTS)
            && !self.tags.iter().take(at).any(|tag| FINITE.has(*tag));
        // "rebels *shot* down a helicopter", "gunmen *shot* dead two men"
        let shot =
            self.word(at, "shot") && (self.is(at + 1, Tags::of(&[Tag::Rp])) || self.word(at + 1, "dead"));
        (described || (object || shot) && self.before(at, 1, NOUNS)) && self.may_be(at, Tag::Vbd)
    }

    /// "the company *plans* to cut jobs"
    pub(super) fn is_intent(&self, at: usize) -> bool {
        const INTENTS: [&str; 7] = ["plans", "hopes", "aims", "vows", "seeks", "wants", "needs"];
        let infinitive = self.is(at + 1, Tags::of(&[Tag::To])) && self.is(at + 2, Tags::of(&[Tag::Vb]));
        let subject = Tags::of(&[Tag::Nn, Tag::Nnp]);
        // "Ann Lee, 26, plans to leave"
        let described =
            self.before(at, 1, Tags::of(&[Tag::Comma])) && self.before(at, 2, Tags::of(&[Tag::Nnp, Tag::Cd]));
        infinitive
            && (described || self.before(at, 1, subject))
            && INTENTS.iter().any(|word| self.word(at, word))
    }

    /// "U.S. *military* tried", "the *accused* denied": what stands before a verb and is no name is a noun.
    pub(super) fn is_body(&self, at: usize) -> bool {
        let verb = Tags::of(&[Tag::Vbd, Tag::Vbz, Tag::Md]);
        let lower = !self.words.get(at).is_some_and(Word::is_capital);
        let capital = at.checked_sub(1).and_then(|at| self.words.get(at)).is_some_and(Word::is_capital);
        let behind = self.before(at, 1, Tags::of(&[Tag::Nnp, Tag::Jj]));
        let named = capital && behind && self.is(at, Tags::of(&[Tag::Jj]));
        let the = at.checked_sub(1).is_some_and(|at| self.word(at, "the"));
        lower && self.is(at + 1, verb) && (named || the)
    }

    /// "The group *murders* a man and threatens another": the first of two verbs.
    pub(super) fn is_first_of_two(&self, at: usize) -> bool {
        /// The second stands no further away, in words.
        const NEAR: usize = 10;
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        let subject = self.before(at, 1, Tags::of(&[Tag::Nn, Tag::Nnp]));
        let object = self.is(at + 1, OBJECTS.or(Tags::of(&[Tag::Nnp])));
        let first = !self.tags.iter().take(at).any(|tag| FINITE.has(*tag));
        let second = |at: usize| self.is(at, Tags::of(&[Tag::Cc])) && self.is(at + 1, Tags::of(&[Tag::Vbz]));
        verb && subject && object && first && (at + 2..at + NEAR).any(second)
    }

    /// "if it *abandons* the plan", "because he *trades* in gold": behind a pronoun that opens a clause stands its verb.
    pub(super) fn is_of_pronoun(&self, at: usize) -> bool {
        const PRONOUNS: [&str; 3] = ["it", "he", "she"];
        const OPENING: [&str; 15] = [
            "if", "unless", "when", "because", "that", "as", "while", "before", "after", "until", "since",
            "although", "though", "whether", "where",
        ];
        let back = |back: usize, words: &[&str]| {
            at.checked_sub(back).is_some_and(|at| words.iter().any(|word| self.word(at, word)))
        };
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        verb && back(1, &PRONOUNS) && (at == 1 || back(2, &OPENING)) && !self.is(at + 1, FINITE)
    }

    /// "the boy's father *lives* in Cuba", "Ann Lee, a nurse, *lives* with him"
    pub(super) fn is_living(&self, at: usize) -> bool {
        let one = NOUNS.or(Tags::of(&[Tag::Comma, Tag::Rb]));
        self.word(at, "lives")
            && self.before(at, 1, one)
            && self.is(at + 1, Tags::of(&[Tag::In, Tag::Rb, Tag::Jj]))
    }

    /// "the deal signed in 2019 *expires* in June": no year is a number of things.
    pub(super) fn is_dated(&self, at: usize) -> bool {
        let behind = self.is(at + 1, Tags::of(&[Tag::In, Tag::To, Tag::Dt, Tag::PRPS]));
        let listed = self.words.get(at).is_some_and(|word| word.allows(Tag::Vbz));
        let year = at.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(Word::is_year);
        behind && listed && year && self.before(at, 2, Tags::of(&[Tag::In])) && !self.finite
    }

    /// "and *nabbed* 23 men", "allegedly *poisoned* three of them": an object follows.
    pub(super) fn is_past(&self, at: usize) -> bool {
        let subject = NOUNS.or(Tags::of(&[Tag::Prp, Tag::Rb, Tag::Cc, Tag::Comma]));
        // ", aged 23,"
        let past = self.words.get(at).is_some_and(Word::is_past) && !self.word(at, "aged");
        // "the car allegedly *mowed* into her"
        let behind_adverb = || {
            let adverb = self.before(at, 1, Tags::of(&[Tag::Rb])) && self.is(at + 1, Tags::of(&[Tag::In]));
            adverb && self.before(at, 2, NOUNS.or(Tags::of(&[Tag::Prp, Tag::Comma])))
        };
        // "who *freelanced* for a magazine"
        let relative = self.before(at, 1, Tags::of(&[Tag::Wp, Tag::Wdt]));
        past && (relative || self.before(at, 1, subject) && self.is(at + 1, OBJECTS) || behind_adverb())
    }

    /// ", *overpowered* two guards", but ", called the Ram,": a seldom verb.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        let object = Tags::of(&[Tag::Cd, Tag::PRPS, Tag::Prp]);
        let rare = self.words.get(at).is_some_and(|word| word.rare);
        let rare = rare && !self.word(at, "aged");
        rare && self.before(at, 1, NOUNS.or(Tags::of(&[Tag::Comma, Tag::Prp]))) && self.is(at + 1, object)
    }

    /// "the mayor, 52, *pleaded* guilty": has no passive.
    pub(super) fn is_plea(&self, at: usize) -> bool {
        let plea = ["guilty", "innocent", "not"].iter().any(|word| self.word(at + 1, word));
        self.word(at, "pleaded") && plea && self.before(at, 1, NOUNS.or(Tags::of(&[Tag::Comma])))
    }
}
