//! What the tagger gets wrong and a look at both sides mends, in the manner of Brill's transformations
//! (Brill 1995): the tagger decides from left to right and does not know the tags that follow.

use super::word::Word;
use super::{Line, Tag, Tags};

mod content;
mod finite;
mod headline;
mod name;
mod noun;
mod plural;
mod verbless;

/// What opens a noun phrase in front of its adjectives.
const OPENERS: Tags = Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Pos]);
/// What a transitive verb may stand before.
const OBJECTS: Tags = Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Cd, Tag::Prp, Tag::Currency]);
/// What goes on with a phrase, or is the object of a participle in it.
const GOES_ON: Tags = {
    use Tag::{Cd, Currency, Dt, Jj, Jjr, Jjs, Nn, Nnp, Nnps, Nns, OpenQuote, PRPS, Pdt, Prp, Vbg, Vbn};
    Tags::of(&[Nn, Nns, Nnp, Nnps, Jj, Jjr, Jjs, Cd, Vbn, Vbg, Dt, Prp, PRPS, Pdt, Currency, OpenQuote])
};
/// Verbs that show tense.
const FINITE: Tags = Tags::of(&[Tag::Vbd, Tag::Vbz, Tag::Vbp, Tag::Md]);
const NOUNS: Tags = Tags::of(&[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps]);
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Forms of "be" and "have", which wait for a participle.
const AUXILIARIES: [&str; 12] =
    ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'ve", "’ve"];
const NOT: [&str; 3] = ["not", "n't", "n’t"];
/// No more adjectives are looked for in front of a noun.
const MOST_ADJECTIVES: usize = 3;

/// A sentence whose tags are being mended.
struct Mending<'a> {
    words: &'a [Word],
    tags: &'a mut [Tag],
    /// Do capitals tell names from other words?
    prose: bool,
    /// Has it a verb that shows tense?
    finite: bool,
}

/// Mends the tags of a sentence.
pub(super) fn repair(words: &[Word], tags: &mut [Tag], line: Line) {
    let mut sentence =
        Mending { words, finite: tags.iter().any(|tag| FINITE.has(*tag)), tags, prose: line.prose };
    for at in 0..words.len() {
        if let (Some(tag), Some(slot)) = (sentence.mended(at), sentence.tags.get_mut(at)) {
            let was_finite = FINITE.has(*slot);
            *slot = tag;
            sentence.finite |= FINITE.has(tag);
            if was_finite && !FINITE.has(tag) {
                sentence.finite = sentence.tags.iter().any(|tag| FINITE.has(*tag));
            }
        }
    }
    sentence.verbless();
    sentence.headline();
}

impl Mending<'_> {
    /// Does a form of "be" or "have" stand so many places before a word?
    fn waits(&self, at: usize, back: usize) -> bool {
        at.checked_sub(back).is_some_and(|at| AUXILIARIES.iter().any(|word| self.word(at, word)))
    }

    /// Has a word one of these tags?
    fn is(&self, at: usize, tags: Tags) -> bool {
        self.tags.get(at).is_some_and(|tag| tags.has(*tag))
    }

    /// The same of a word so many places before another.
    fn before(&self, at: usize, back: usize, tags: Tags) -> bool {
        at.checked_sub(back).is_some_and(|at| self.is(at, tags))
    }

    fn word(&self, at: usize, text: &str) -> bool {
        self.words.get(at).is_some_and(|word| word.is(text))
    }

    /// "Did police *arrest* the mayor?", "Why did the bridge *collapse*?": the base form that "did" waits for.
    fn is_asked(&self, at: usize) -> bool {
        /// The subject has no more words.
        const LONGEST: usize = 6;
        let base = self.words.get(at).is_some_and(|w| w.may_be(Tag::Vb) || w.may_be(Tag::Vbp));
        let behind = self.before(at, 1, Tags::of(&[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps, Tag::Prp]));
        if !base || !behind {
            return false;
        }
        let asks = |at: usize| ["did", "does", "do"].iter().any(|word| self.word(at, word));
        let Some(auxiliary) = (1..=LONGEST).filter_map(|back| at.checked_sub(back)).find(|at| asks(*at))
        else {
            return false;
        };
        const PLAIN: Tags =
            Tags::of(&[Tag::Nn, Tag::Nns, Tag::Nnp, Tag::Nnps, Tag::Dt, Tag::Prp, Tag::PRPS, Tag::Jj]);
        let opens = auxiliary < 2 && !self.before(auxiliary, 1, NOUNS);
        let subject = (auxiliary + 1..at).all(|i| self.is(i, PLAIN));
        let goes_on =
            !self.is(at + 1, NOUNS) && !self.is(at + 1, FINITE) && !self.is(at + 1, Tags::of(&[Tag::Vb]));
        opens && subject && goes_on
    }

    /// "did not *captain* the side", "does not *own* it", "did not yet *name* him": behind the denial of "do" stands a
    /// base form.
    fn is_denied(&self, at: usize) -> bool {
        let word = |back: usize, words: &[&str]| {
            at.checked_sub(back).is_some_and(|at| words.iter().any(|word| self.word(at, word)))
        };
        let not = 1 + usize::from(self.before(at, 1, Tags::of(&[Tag::Rb])) && !word(1, &NOT));
        let denied = word(not, &NOT) && word(not + 1, &["do", "does", "did"]);
        let rare = self.words.get(at).is_some_and(|word| word.rare);
        // "did not *found* the bank"
        let verb =
            self.is(at, Tags::of(&[Tag::Vbn])) || self.may_be(at, Tag::Vb) || self.may_be(at, Tag::Vbp);
        let base = rare || verb || self.is(at + 1, OBJECTS);
        denied && base && !self.is(at + 1, Tags::of(&[Tag::Vb, Tag::Vbp])) && !self.word(at, "last")
    }

    /// "is *no longer* a member": an adverb of two words.
    fn is_no_longer(&self, at: usize) -> bool {
        let pair = |first: usize| {
            self.word(first, "no") && self.word(first + 1, "longer") && !self.word(first + 2, "than")
        };
        let verb = FINITE.or(Tags::of(&[Tag::Vb, Tag::Vbn, Tag::Nn, Tag::Prp]));
        (pair(at) && self.before(at, 1, verb))
            || at.checked_sub(1).is_some_and(|no| pair(no) && self.is(no, Tags::of(&[Tag::Rb])))
    }

    /// "5'11"": the marks of feet and inches.
    fn is_measure_mark(&self, at: usize) -> bool {
        let number = |at: Option<usize>| at.is_some_and(|at| self.is(at, Tags::of(&[Tag::Cd])));
        let foot = |at: usize| {
            number(at.checked_sub(1))
                && number(Some(at + 1))
                && ["'", "’", "′"].iter().any(|m| self.word(at, m))
        };
        let inch = |at: usize| ["\"", "”", "″"].iter().any(|m| self.word(at, m));
        (foot(at) && inch(at + 2)) || (inch(at) && at.checked_sub(2).is_some_and(foot))
    }

    /// The tag that a word should have, if that is another one.
    fn mended(&self, at: usize) -> Option<Tag> {
        match self.tags.get(at)? {
            Tag::Nn | Tag::Nns | Tag::Jj | Tag::Fw | Tag::Rb | Tag::Vb | Tag::Vbp if self.is_named(at) => {
                Some(Tag::Nnp)
            }
            Tag::Nn | Tag::Nns | Tag::Jj | Tag::Vbz | Tag::Vbp | Tag::Vbd | Tag::Vbn
                if self.is_denied(at) =>
            {
                Some(Tag::Vb)
            }
            Tag::Dt | Tag::Jjr | Tag::Rbr | Tag::Jj if self.is_no_longer(at) => Some(Tag::Rb),
            Tag::Dt | Tag::Cc | Tag::In if self.is_correlative(at) => Some(Tag::Rb),
            Tag::Dt | Tag::Wdt if self.is_judged(at) || self.opens_content(at) => Some(Tag::In),
            Tag::Jj | Tag::Nn | Tag::Vbn if self.is_speaking(at) => Some(Tag::Vbd),
            Tag::OpenQuote | Tag::CloseQuote => self.is_measure_mark(at).then_some(Tag::Sym),
            Tag::Nn | Tag::Vbd | Tag::Vbp if self.is_asked(at) => Some(Tag::Vb),
            // "*Fighting* resumed"
            Tag::Vbg if self.is_going_on(at) => Some(Tag::Nn),
            Tag::Vbn | Tag::Vbd | Tag::Vbg if self.stands_for_people(at) => Some(Tag::Nns),
            Tag::Vbg => self.is_action(at).then_some(Tag::Nn),
            Tag::Wdt if self.is_told(at) => Some(Tag::In),
            Tag::Vb if self.is_thing(at) || self.is_named_by_article(at) || self.is_source(at) => {
                Some(Tag::Nn)
            }
            Tag::Vbd if self.word(at, "dead") => Some(Tag::Jj),
            Tag::Vb | Tag::Vbd | Tag::Vbp if self.is_owned(at) => Some(Tag::Nn),
            Tag::Vbd if self.is_attribute(at) || self.is_named_or_ended(at) => Some(Tag::Vbn),
            // "another 2,000 *are* waiting"
            Tag::Vbp if self.word(at, "are") || self.word(at, "have") => None,
            Tag::Vbp if self.lacks_agreement(at) || self.is_named_by_article(at) => Some(Tag::Nn),
            Tag::Vb if self.is_present(at) => Some(Tag::Vbp),
            Tag::Vb | Tag::Vbp if self.lacks_main_verb(at) => Some(Tag::Vbd),
            Tag::Vb | Tag::Vbp => (self.is_paid(at) || self.is_bail(at)).then_some(Tag::Nn),
            Tag::Jj | Tag::Vbd | Tag::Vbn if self.is_body(at) => Some(Tag::Nn),
            Tag::Nns if self.is_first_of_two(at) => Some(Tag::Vbz),
            Tag::Vbz if self.is_linking(at) || self.is_group(at) => Some(Tag::Nnp),
            Tag::Vbz if self.is_owned_plural(at) => Some(Tag::Nns),
            Tag::Vbz if self.is_dated(at) => None,
            Tag::Vbz if self.is_plural(at) => Some(Tag::Nns),
            Tag::Vbd | Tag::Vbz => self.is_surname(at).then_some(Tag::Nnp),
            Tag::Jj | Tag::Nnps if self.is_model(at) => Some(Tag::Nnp),
            Tag::Nnp | Tag::Nnps => self.is_crowd(at).then_some(Tag::Nns),
            Tag::Jj if self.is_listed_name(at) || self.is_subject(at) => Some(Tag::Nnp),
            Tag::Jj if self.is_past(at) || self.is_plea(at) => Some(Tag::Vbd),
            Tag::Nn if self.is_extent(at) => Some(Tag::Jj),
            Tag::Nn if self.is_undergone(at) || self.has_done(at) => Some(Tag::Vbn),
            Tag::In if self.is_particle(at) => Some(Tag::Rp),
            // "is a *hit* with critics"
            Tag::Vbn if self.is_hit(at) => Some(Tag::Nn),
            Tag::Vbn => {
                let past = self.takes_object(at)
                    || self.is_plea(at)
                    || self.is_telling(at)
                    || self.is_listed_past(at)
                    || self.is_transitive(at)
                    || self.is_said_of(at)
                    || self.lacks_main_verb(at)
                    || self.is_only_verb(at)
                    || self.is_reported(at)
                    || self.is_parted(at)
                    || self.is_of_relative(at);
                past.then_some(Tag::Vbd)
            }
            Tag::Jj | Tag::Nn if self.is_gerund(at) => Some(Tag::Vbg),
            Tag::Jj if self.is_late(at) => Some(Tag::Rb),
            Tag::Nn if self.is_joined_past(at) || self.is_bare_past(at) => Some(Tag::Vbd),
            Tag::Nn if self.is_relative(at, Tag::Vbp) => Some(Tag::Vbp),
            Tag::Nn if self.is_possible(at) => Some(Tag::Vb),
            Tag::Nn | Tag::Jj if self.is_infinitive(at) => Some(Tag::Vb),
            Tag::Nn if self.lacks_main_verb(at) || self.is_second_past(at) => Some(Tag::Vbd),

            Tag::Nn if self.is_of_plural_pronoun(at) || self.shows(at) => Some(Tag::Vbp),
            Tag::Jj if self.is_described(at) => Some(Tag::Nn),
            Tag::Jj if self.lacks_main_verb(at) => Some(Tag::Vbd),
            Tag::Jj if self.is_likely(at) => Some(Tag::Rb),
            Tag::In if self.is_since_then(at) => Some(Tag::Rb),
            Tag::Md if self.is_testament(at) => Some(Tag::Nn),
            Tag::Nns
                if self.is_relative(at, Tag::Vbz)
                    || self.is_intent(at)
                    || self.is_dated(at)
                    || self.is_living(at)
                    || self.is_of_pronoun(at)
                    || self.is_of_that(at)
                    || self.is_reporting(at)
                    || self.is_only_present(at)
                    || self.is_in_content(at) =>
            {
                Some(Tag::Vbz)
            }
            Tag::Rb if self.word(at, "ally") => Some(Tag::Nn),
            Tag::Rb if self.is_between(at) || self.is_rare_state(at) => Some(Tag::Jj),
            Tag::Jj | Tag::Nn | Tag::Rb | Tag::Rp => {
                (self.is_place(at) || self.is_distance(at)).then_some(Tag::In)
            }
            _ => None,
        }
    }

    /// "The minister *neither* resigned nor apologised", "was *neither* shot": in front of the first of two verbs.
    fn is_correlative(&self, at: usize) -> bool {
        let listed = ["neither", "either", "both"].iter().any(|word| self.word(at, word));
        let verb = FINITE.or(Tags::of(&[Tag::Vbn, Tag::Vb]));
        let waits = self.waits(at, 1);
        let subject = self.before(at, 1, NOUNS.or(Tags::of(&[Tag::Prp, Tag::Wp, Tag::Wdt])));
        listed && (waits || subject) && self.is(at + 1, verb)
    }

    /// "will *likely* survive"
    fn is_likely(&self, at: usize) -> bool {
        let modal = self.before(at, 1, Tags::of(&[Tag::Md]));
        self.word(at, "likely") && modal && self.is(at + 1, Tags::of(&[Tag::Vb, Tag::Vbp, Tag::Nn]))
    }

    /// "was *unhurt* when the train left the rails": a rare word behind "be" is no adverb by its looks.
    fn is_rare_state(&self, at: usize) -> bool {
        let rare = self.words.get(at).is_some_and(|word| word.rare && !word.is_manner());
        rare && self.waits(at, 1)
    }

    /// "have *since* been freed"
    fn is_since_then(&self, at: usize) -> bool {
        let auxiliary = self.waits(at, 1);
        self.word(at, "since") && auxiliary && self.is(at + 1, Tags::of(&[Tag::Vbn, Tag::Vbd]))
    }

    /// "asked the court to *jail* Berg", "to *free* the men", but "to captain Ann Lee", "to school Monday".
    fn is_infinitive(&self, at: usize) -> bool {
        const PERSONS: [&str; 8] = ["captain", "coach", "guard", "pilot", "boss", "head", "host", "chair"];
        let name = self.is(at + 1, Tags::of(&[Tag::Nnp]))
            && !DAYS.iter().any(|day| self.word(at + 1, day))
            && !PERSONS.iter().any(|person| self.word(at, person));
        let object = name || self.is(at + 1, Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Prp]));
        let verb = self.words.get(at).is_some_and(|word| word.allows(Tag::Vb) && !word.is_capital());
        verb && object && self.before(at, 1, Tags::of(&[Tag::To]))
    }

    /// "10 metres (33 feet) *high*"
    fn is_extent(&self, at: usize) -> bool {
        let listed = ["high", "long", "wide", "deep", "tall", "thick"].iter().any(|word| self.word(at, word));
        listed && self.before(at, 1, Tags::of(&[Tag::Close]))
    }

    /// "has been *cut* off"
    fn is_undergone(&self, at: usize) -> bool {
        let been = at.checked_sub(1).is_some_and(|before| self.word(before, "been"));
        been && self.may_be(at, Tag::Vbn) && self.is(at + 1, Tags::of(&[Tag::In, Tag::Rp, Tag::Rb]))
    }

    /// "had *spread*": what may be a participle, right behind "have" and with nothing behind it that could be its noun.
    fn has_done(&self, at: usize) -> bool {
        let have =
            at.checked_sub(1).is_some_and(|at| ["has", "have", "had"].iter().any(|word| self.word(at, word)));
        let ends = self.is(at + 1, Tags::of(&[Tag::Stop, Tag::Comma, Tag::To, Tag::Dt, Tag::PRPS]));
        have && ends && self.may_be(at, Tag::Vbn)
    }

    /// "was cut *off* since": what stands before another preposition is a particle.
    fn is_particle(&self, at: usize) -> bool {
        let listed = ["off", "up", "down"].iter().any(|word| self.word(at, word));
        let ends = Tags::of(&[Tag::In, Tag::Comma, Tag::Stop, Tag::Cc]);
        listed && self.before(at, 1, Tags::of(&[Tag::Vbn, Tag::Vbd])) && self.is(at + 1, ends)
    }

    /// "the coast guard *patrolling* the strait", "after *striking* and injuring a girl", "had been *drinking*"
    fn is_gerund(&self, at: usize) -> bool {
        let object = Tags::of(&[Tag::Dt, Tag::PRPS, Tag::Prp]);
        let joined = self.is(at + 1, Tags::of(&[Tag::Cc]))
            && (self.is(at + 2, Tags::of(&[Tag::Vbg])) || self.is(at + 3, Tags::of(&[Tag::Vbg])));
        let been = at.checked_sub(1).is_some_and(|before| self.word(before, "been"));
        let behind = |tags| self.before(at, 1, tags) && self.is(at + 1, object);
        // "Tuesday evening the town ..."
        let time = self.word(at, "evening") || self.word(at, "morning");
        self.words.get(at).is_some_and(Word::is_progressive)
            && (been || behind(NOUNS) && !time || self.before(at, 1, Tags::of(&[Tag::In])) && joined)
    }

    /// "erupted *outside* Selby", "walked *along* parked cars"
    fn is_place(&self, at: usize) -> bool {
        let object = NOUNS.or(OPENERS).or(Tags::of(&[Tag::Vbn, Tag::Jj, Tag::Cd]));
        let listed = ["outside", "inside", "along", "beneath"].iter().any(|word| self.word(at, word));
        listed && !self.before(at, 1, OPENERS) && self.is(at + 1, object)
    }

    /// "hijacked on Monday *off* Yemen", "was seen *off* the coast", "sank *off* Yemen": behind a noun and behind what happens
    /// to ships it is no particle, unless a day follows ("turned the power *off* Monday").
    fn is_distance(&self, at: usize) -> bool {
        const AT_SEA: [&str; 10] = [
            "sank", "sunk", "sinks", "capsized", "crashed", "drowned", "died", "collided", "anchored",
            "occurred",
        ];
        let object = Tags::of(&[Tag::Nnp, Tag::Nnps, Tag::Dt]);
        let day = DAYS.iter().any(|day| self.word(at + 1, day));
        let adrift = || at.checked_sub(1).is_some_and(|at| AT_SEA.iter().any(|verb| self.word(at, verb)));
        self.word(at, "off") && (self.before(at, 1, NOUNS) || adrift()) && self.is(at + 1, object) && !day
    }

    /// "could not *steer*"
    fn is_possible(&self, at: usize) -> bool {
        let modal = Tags::of(&[Tag::Md]);
        self.before(at, 1, modal) || self.before(at, 1, Tags::of(&[Tag::Rb])) && self.before(at, 2, modal)
    }

    /// "the two ministers *last* met in June"
    fn is_late(&self, at: usize) -> bool {
        let listed = self.word(at, "last") || self.word(at, "first");
        let met = self.before(at, 1, NOUNS) && self.is(at + 1, Tags::of(&[Tag::Vbd, Tag::Vbn]));
        // "had *last* been seen", "was *last* seen"
        let helped = self.before(at, 1, FINITE) && self.is(at + 1, Tags::of(&[Tag::Vbn]));
        listed && (met || helped)
    }

    fn may_be(&self, at: usize, tag: Tag) -> bool {
        self.words.get(at).is_some_and(|word| word.may_be(tag))
    }

    /// "The Aland Islands *belong* to Finland": behind a plural no base form stands, unless something waits for it ("let the
    /// islands belong").
    fn is_present(&self, at: usize) -> bool {
        const WAITING: [&str; 12] =
            ["let", "lets", "make", "makes", "made", "help", "helped", "saw", "see", "do", "does", "did"];
        let plural = Tags::of(&[Tag::Nns, Tag::Nnps]);
        let before = at.checked_sub(1).and_then(|at| self.words.get(at));
        let in_s = before.is_some_and(|word| word.suffix(1) == u64::from(b's'));
        let name = in_s && self.before(at, 1, Tags::of(&[Tag::Nnp]));
        if !name && !self.before(at, 1, plural) {
            return false;
        }
        let boundary = Tags::of(&[Tag::Comma, Tag::Cc, Tag::In, Tag::OpenQuote, Tag::Wp, Tag::Wdt, Tag::Wrb]);
        let waits = |at: usize| {
            self.is(at, Tags::of(&[Tag::Md, Tag::To])) || WAITING.iter().any(|word| self.word(at, word))
        };
        !(0..at).rev().take_while(|at| !self.is(*at, boundary)).any(waits)
    }

    /// "three *prior* convictions"
    fn is_between(&self, at: usize) -> bool {
        let before = OPENERS.or(Tags::of(&[Tag::Cd]));
        // "the country's *foremost* elder statesman"
        let more = NOUNS.or(Tags::of(&[Tag::Jj]));
        let noun = self.is(at + 1, NOUNS) || self.is(at + 1, more) && self.is(at + 2, NOUNS);
        self.before(at, 1, before) && noun && self.words.get(at).is_some_and(|word| word.allows(Tag::Jj))
    }
}

#[cfg(test)]
mod tests;
