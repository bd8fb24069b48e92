//! Ages: "36-year-old Ann Lee", "Ann Lee, 36,", "Ann Lee is 36 years old", "Ann Lee, aged 36,", "a 36-year-old named Ann Lee".

use std::ops::Range;

use jiff::civil::Date;

use super::{Patterns, near};
use crate::article::{Tag, Tokens};
use crate::claim::attribute::{Attribute, AttributeKind};
use crate::claim::input::text_in;
use crate::claim::quantity::{Amount, Bound, Quantity, Unit, amount};
use crate::claim::{
    Argument, ArgumentRole, Claim, Determiner, Modality, Origin, Phrase, PhraseId, PhraseKind, Polarity,
    Tense,
};
use crate::lexicon::{Frame, Sense};

/// What a bare number may be, if it is an age.
const PLAUSIBLE: Range<f64> = 1.0..120.0;

/// What it may be behind a mere "at", which stands before the hours of the clock as well.
const NO_HOUR: Range<f64> = 13.0..120.0;

/// Events of matches.
const MATCHES: [&str; 5] = ["score", "win", "lose", "draw", "play"];

/// What stands behind an age of another time ("18 when it happened", "28 in 1989", "65 next week"), and behind what is none
/// ("36 under par").
const OF_ANOTHER_TIME: &[&str] = &[
    "when", "at", "then", "in", "on", "that", "this", "next", "last", "until", "till", "by", "before",
    "during", "for", "under", "over",
];

impl Patterns<'_> {
    /// "36-year-old Ann Lee".
    pub(super) fn age_before(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let amount = phrase.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age)?;
        if self.has_year_beside(phrase.tokens) || self.says_then(amount.tokens.start) {
            return None;
        }
        Some(Attribute::beside(id, AttributeKind::Age, &amount.quantity, amount.tokens.to(phrase.name)))
    }

    /// "a 36-year-old man *named* Ann Lee", "a 36-year-old identified as Ann Lee", "the 36-year-old, Ann Lee, ...".
    pub(super) fn age_of_named(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let is =
            |at: Option<u32>, words: &[&str]| at.filter(|at| self.word(*at).is_some_and(|w| w.is_any(words)));
        let before = |at: u32| at.checked_sub(1);
        let naming = is(before(phrase.tokens.start), &["named", "called"]);
        let identified = || {
            let r#as = is(before(phrase.tokens.start), &["as"])?;
            is(before(r#as), &["identified", "named", "known"])
        };
        // "A teacher of 47, his wife Ann Lee, 45": another.
        let same = phrase.determiner != Determiner::Possessive;
        let beside = || {
            let comma = is(before(phrase.tokens.start), &[","])?;
            is(Some(phrase.tokens.end), &[","]).map(|_| comma)
        };
        let end = naming.or_else(identified).or_else(|| beside().filter(|_| same))?;
        let behind = self.reading.phrases.partition_point(|other| other.tokens.start < end);
        let own = self.reading.phrases.get(..behind)?.last().filter(|own| own.tokens.end == end)?;
        own.years_of_nameless()?;
        let amount = own.amount.as_ref()?;
        let words = near(amount.tokens, phrase.name);
        Some(Attribute::beside(id, AttributeKind::Age, &amount.quantity, words))
    }

    /// "Ann Lee (aged 36)".
    pub(super) fn age_in_brackets(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let end = phrase.tokens.end;
        let opens = self.word(end).is_some_and(|w| w.tag() == Tag::Open);
        if !opens || !self.word(end + 1).is_some_and(|w| w.is_any(&["aged", "age"])) {
            return None;
        }
        let amount = self.number_of_years(end + 2, &PLAUSIBLE)?;
        let closes = self.word(amount.tokens.end).is_some_and(|w| w.tag() == Tag::Close);
        let words = phrase.name.to(amount.tokens);
        closes.then(|| Attribute::beside(id, AttributeKind::Age, &amount.quantity, words))
    }

    /// "Ann Lee, at 36, won", "Ann Lee, at 36 the oldest"
    pub(super) fn age_between_commas(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let end = phrase.tokens.end;
        let is = |at: u32, word: &str| self.word(at).is_some_and(|w| w.is(word));
        if !is(end, ",") || !is(end + 1, "at") {
            return None;
        }
        let amount = self.number_of_years(end + 2, &NO_HOUR)?;
        let words = phrase.name.to(amount.tokens);
        let closed = is(amount.tokens.end, ",") || is(amount.tokens.end, "the");
        closed.then(|| Attribute::beside(id, AttributeKind::Age, &amount.quantity, words))
    }

    /// "*At 36*, Ann Lee is the oldest."
    pub(super) fn age_in_front(&self, id: PhraseId, phrase: &Phrase) -> Option<Attribute> {
        let opening = phrase.name.start.checked_sub(3)?;
        let sentence = self.article.sentences.get(self.article.sentence_at(opening) as usize)?;
        let is = |at: u32, word: &str| self.word(at).is_some_and(|w| w.is(word));
        if sentence.tokens.start != opening || !is(opening, "at") || !is(opening + 2, ",") {
            return None;
        }
        let amount = self.number_of_years(opening + 1, &NO_HOUR)?;
        let words = amount.tokens.to(phrase.name);
        let alone = amount.tokens.end == opening + 2;
        alone.then(|| Attribute::beside(id, AttributeKind::Age, &amount.quantity, words))
    }

    /// A bare number from a token on, as an age within these bounds.
    fn number_of_years(&self, from: u32, bounds: &Range<f64>) -> Option<Amount> {
        let (_, mut amount) = amount(self.from(from)).ok()?;
        let bare = amount.quantity.unit == Unit::None && bounds.contains(&amount.quantity.amount);
        amount.quantity.unit = Unit::Age;
        bare.then_some(amount)
    }

    /// "Ann Lee *turned 36* in March"
    pub(super) fn age_turned(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let told = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        let turned = told && claim.predicate.tense == Tense::Past && claim.predicate.lemma == "turn";
        let who = claim.subject.as_ref().filter(|_| turned)?;
        let [id] = who.phrases.as_slice() else { return None };
        let object = claim.arguments.iter().find(|a| a.role == ArgumentRole::Object)?;
        let (mut amount, end) = self.bare_age(object)?;
        amount.quantity.unit = Unit::Age;
        let year = claim.time.is_some_and(|time| self.reading.time(time).when.year.is_some());
        let whole = end == object.tokens.end && !year;
        let words = near(who.tokens, amount.tokens);
        whole.then(|| Attribute::beside(*id, AttributeKind::Age, &amount.quantity, words).by(number))
    }

    /// "Ann Lee died *at the age of 36*", "died *at 36*", "died in hospital, *aged 36*".
    pub(super) fn age_at_death(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let class = claim.predicate.class.map(|class| self.lexicon.class(class))?;
        let dies = class.once && claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        let who = claim.subject.as_ref().filter(|_| dies && claim.predicate.frame == Frame::Undergoes)?;
        let [id] = who.phrases.as_slice() else { return None };
        let end = claim.arguments.iter().map(|a| a.tokens.end).max().unwrap_or(claim.predicate.tokens.end);
        let told = |a: &&Argument| a.role.is_behind("at the age of") || a.role.is_behind("aged");
        let inside = claim.arguments.iter().find(told).and_then(|a| self.bare_age(a));
        let at = |a: &&Argument| a.role.is_behind("at");
        let mere = || {
            let no_hour = |(amount, _): &(Amount, u32)| NO_HOUR.contains(&amount.quantity.amount);
            claim.arguments.iter().filter(at).find_map(|a| self.bare_age(a)).filter(no_hour)
        };
        let behind = || {
            let aged =
                self.word(end).is_some_and(|w| w.is(",")) && self.word(end + 1).is_some_and(|w| w.is("aged"));
            let (_, amount) = aged.then(|| amount(self.from(end + 2)).ok()).flatten()?;
            let end = amount.tokens.end;
            Some((amount, end))
        };
        let (mut amount, _) = inside.or_else(mere).or_else(behind)?;
        if !PLAUSIBLE.contains(&amount.quantity.amount) {
            return None;
        }
        amount.quantity.unit = Unit::Age;
        let words = near(amount.tokens, who.tokens);
        Some(Attribute::beside(*id, AttributeKind::Age, &amount.quantity, words).by(number))
    }

    /// "Ann Lee was born in 1984": how old she is on the day of publication, if nothing is told of a death.
    pub(super) fn age_by_birth(&self, number: u32, claim: &Claim) -> Option<Attribute> {
        let class =
            |claim: &Claim| claim.predicate.class.map(|class| self.lexicon.class(class).name.as_str());
        let told = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
        let who = claim.subject.as_ref().filter(|_| told && class(claim) == Some("birth"))?;
        let [id] = who.phrases.as_slice() else { return None };
        let dies = self.reading.claims.iter().any(|claim| class(claim) == Some("death"));
        let when = claim.time.map(|time| self.reading.time(time).when).filter(|when| !when.vague)?;
        let ((first, last), published) = when.days.zip(self.article.meta.published)?;
        let years = |birth: Date| {
            birth.until((jiff::Unit::Year, published)).ok().map(|span| f64::from(span.get_years()))
        };
        let (least, most) = years(last).zip(years(first))?;
        if dies || !claim.predicate.passive || when.year.is_none() || !PLAUSIBLE.contains(&least) {
            return None;
        }
        let bound = if least == most { Bound::Exactly } else { Bound::Range(least, most) };
        let quantity = Quantity { amount: f64::midpoint(least, most), bound, unit: Unit::Age };
        let words = near(who.tokens, claim.predicate.tokens);
        Some(Attribute::beside(*id, AttributeKind::AgeByBirth, &quantity, words).by(number))
    }

    /// "Ann Lee, 36,", "Ann Lee is 36", "Ann Lee, aged 36,", "Ann Lee is 36 years old".
    pub(super) fn age_behind(
        &self,
        id: PhraseId,
        subject: &Argument,
        said: &Argument,
        claim: u32,
    ) -> Option<Attribute> {
        let bare = || self.bare_age(said).or_else(|| self.age_in_words(id, said));
        let (amount, end) =
            self.years_old(said).or_else(|| bare().filter(|(_, end)| !self.is_listed(*end)))?;
        // "Explorer 6" has no age.
        if self.article.phrase(subject.tokens).contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let start = amount.tokens.start;
        let (id, who) = match self.named_before(id, start) {
            None => (id, subject.tokens),
            Some(named) if self.is_who(id, subject, named) => (named, self.reading.phrase(named).tokens),
            Some(_) => return None,
        };
        if self.is_of_a_match(start, claim) || self.stands_in_clause_of_time(subject.tokens, claim) {
            return None;
        }
        let words = near(who, amount.tokens);
        let age = Attribute::beside(id, AttributeKind::Age, &amount.quantity, words);
        (self.is_of_now(end) && !self.has_year_beside(subject.tokens)).then(|| age.by(claim))
    }

    /// "the *then* 15-year-old Ann Lee"
    fn says_then(&self, age: u32) -> bool {
        let is = |back: u32, word: &str| {
            age.checked_sub(back).and_then(|at| self.word(at)).is_some_and(|w| w.is(word))
        };
        is(1, "then") || is(1, "then-") || is(1, "-") && is(2, "then")
    }

    /// "a son, Karl, 8, *daughter Ava*, 3": another who is named right before an age. "Ann Lee of Kent, 36" is not Kent's.
    fn named_before(&self, id: PhraseId, age: u32) -> Option<PhraseId> {
        let comma = age.checked_sub(1).filter(|at| self.word(*at).is_some_and(|w| w.is(",")))?;
        let before = self.reading.phrases.partition_point(|phrase| phrase.tokens.start < comma);
        let at = before.checked_sub(1)?;
        let phrase = self.reading.phrases.get(at)?;
        let place = phrase.tokens.start.checked_sub(1).and_then(|at| self.word(at));
        let named = phrase.tokens.end == comma
            && at != id.0 as usize
            && !phrase.name.is_empty()
            && !self.is_suffix(phrase.tokens)
            && (place.is_none_or(|w| w.tag() != Tag::In) || self.is_kin_of(phrase.tokens.start));
        named.then_some(PhraseId(at as u32))
    }

    /// "*The captain of the ferry, Ann Lee*, 36, was arrested": is somebody without a name the one who is named right behind?
    fn is_who(&self, nameless: PhraseId, told: &Argument, named: PhraseId) -> bool {
        let (one, other) = (self.reading.phrase(nameless), self.reading.phrase(named));
        let comma = told.tokens.end;
        one.name.is_empty()
            && !one.plural
            && comma + 1 == other.tokens.start
            && self.word(comma).is_some_and(|w| w.is(","))
    }

    /// "Jr.", "M.D.", "PhD" behind a name.
    fn is_suffix(&self, tokens: Tokens) -> bool {
        let word = self.article.phrase(tokens);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        tokens.len() == 1
            && (word.contains('.') || capitals > 1 || self.lexicon.is_generation(&word.to_lowercase()))
    }

    /// "mother *of Karl*": is the one named here told of as somebody's?
    fn is_kin_of(&self, name: u32) -> bool {
        let before = |back: u32| name.checked_sub(back).and_then(|at| self.word(at));
        let whose = before(2).filter(|w| !w.tag().is_name());
        before(1).is_some_and(|w| w.is("of"))
            && whose.is_some_and(|w| self.lexicon.has(w.lemma(), Sense::Person))
    }

    /// "*When* Ann Lee was 18", "*since* she was 31": of another time.
    fn stands_in_clause_of_time(&self, subject: Tokens, claim: u32) -> bool {
        const THEN: &[&str] = &["when", "since", "until", "before", "after", "while", "till"];
        let was = self.reading.claims.get(claim as usize).is_some_and(|claim| claim.origin == Origin::Copula);
        was && subject.start.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|w| w.is_any(THEN))
    }

    /// "Ann Lee, 27, shot the officer in 2005": it may be her age then or now.
    pub(super) fn is_age_of_another_year(&self, attribute: &Attribute) -> bool {
        if attribute.kind != AttributeKind::Age {
            return false;
        }
        let published = self.article.meta.published.map(Date::year);
        let sentence = self.article.sentence_at(attribute.tokens.start);
        let acts = |claim: &&Claim| {
            let subject = claim.subject.as_ref().is_some_and(|s| s.tokens.overlaps(attribute.tokens));
            let born = claim.predicate.class.is_some_and(|class| self.lexicon.class(class).name == "birth");
            claim.origin == Origin::Clause && subject && !born
        };
        let claims = self.reading.in_sentence(sentence).iter().filter(acts);
        let mut years = claims.filter_map(|claim| self.reading.time(claim.time?).when.year);
        years.any(|year| Some(year) != published)
    }

    /// A report gives all ages in one way: where some stand between commas, numbers in brackets are points, minutes or seeds
    /// ("Ann Lee (31) led the scoring. Lee, 26, ...").
    pub(super) fn drop_numbers_in_brackets(&self, found: &mut Vec<Attribute>) {
        let opens = |at: u32| self.word(at).is_some_and(|w| w.tag() == Tag::Open);
        let bracketed = |age: &Attribute| {
            age.kind == AttributeKind::Age && age.tokens.end.checked_sub(2).is_some_and(opens)
        };
        if found.iter().any(|other| other.kind == AttributeKind::Age && !bracketed(other)) {
            found.retain(|attribute| !bracketed(attribute));
        }
    }

    /// "Vera Holm (67) scored", "Vera Holm (4) beat": minutes, goals and seeds in brackets, where a match is told.
    fn is_of_a_match(&self, number: u32, claim: u32) -> bool {
        let opens = number.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|w| w.tag() == Tag::Open);
        let Some(told) = self.reading.claims.get(claim as usize).filter(|_| opens) else { return false };
        let class =
            |claim: &Claim| claim.predicate.class.map(|class| self.lexicon.class(class).name.as_str());
        let claims = self.reading.in_sentence(told.sentence);
        claims.iter().filter_map(class).any(|class| MATCHES.contains(&class))
    }

    /// "36 years old", "36 years of age", and the token behind it.
    fn years_old(&self, said: &Argument) -> Option<(Amount, u32)> {
        let (_, mut amount) = amount(self.from(said.tokens.start)).ok()?;
        let is_year = |at: u32| self.word(at).is_some_and(|w| w.lemma() == "year");
        let behind = amount.tokens.end;
        let old = if is_year(behind) { behind + 1 } else { behind };
        let is = |at: u32, word: &str| self.word(at).is_some_and(|w| w.is(word));
        let years = is_year(old.checked_sub(1)?);
        let end = match () {
            () if is(old, "old") => old + 1,
            () if is(old, "of") && is(old + 1, "age") => old + 2,
            () => return None,
        };
        amount.quantity.unit = Unit::Age;
        years.then_some((amount, end))
    }

    /// "36" in digits, "thirty-six-year-old", and the token behind it.
    fn bare_age(&self, said: &Argument) -> Option<(Amount, u32)> {
        let phrase = self.reading.phrase(*said.phrases.first()?);
        let amount = phrase.amount.clone().filter(|amount| is_age(amount, phrase))?;
        let first = self.word(amount.tokens.start).map_or("", |w| w.text());
        let written = first.starts_with(|c: char| c.is_ascii_digit()) || amount.quantity.unit == Unit::Age;
        let end = amount.tokens.end;
        written.then_some((amount, end))
    }

    /// "Ann Lee, *eight*, was hurt": a number in words between commas behind a name of two words, and the token behind it.
    fn age_in_words(&self, id: PhraseId, said: &Argument) -> Option<(Amount, u32)> {
        let who = self.reading.phrase(id);
        let phrase = self.reading.phrase(*said.phrases.first()?);
        let amount = phrase.amount.clone().filter(|amount| is_age(amount, phrase))?;
        let is_comma = |at: u32| self.word(at).is_some_and(|w| w.is(","));
        let between = who.tokens.end + 1 == amount.tokens.start
            && is_comma(who.tokens.end)
            && is_comma(amount.tokens.end);
        let end = amount.tokens.end;
        (between && who.name.len() > 1).then_some((amount, end))
    }

    /// Do more bare numbers follow one that ends before a token: "versions *6*, 7 and 8"?
    fn is_listed(&self, end: u32) -> bool {
        let next = self.word(end).is_some_and(|w| w.is_any(&[",", "and", "or"]));
        let number = self.word(end + 1).is_some_and(|w| w.tag() == Tag::Cd);
        let counts = self.word(end + 2).is_some_and(|w| w.tag().is_noun());
        next && number && !counts
    }

    /// Does nothing behind an age, which ends before a token, say that it was that of another time: "18 at the time"?
    fn is_of_now(&self, end: u32) -> bool {
        text_in(OF_ANOTHER_TIME)(self.from(end)).is_err()
    }

    /// Does a year stand right beside a name: "the murder of 15-year-old Ann Lee *in 1998*", "*In 2001* Ann Lee, 23, ..."?
    fn has_year_beside(&self, name: Tokens) -> bool {
        let year = |at: u32| {
            self.word(at).is_some_and(|w| w.text().len() == 4 && w.text().bytes().all(|b| b.is_ascii_digit()))
        };
        let of = |at: u32| self.word(at).is_some_and(|w| w.is_any(&["in", "of"]));
        let before = |back: u32| name.start.checked_sub(back);
        (of(name.end) && year(name.end + 1)) || (before(1).is_some_and(year) && before(2).is_some_and(of))
    }
}

fn is_age(amount: &Amount, phrase: &Phrase) -> bool {
    let bare = phrase.kind == PhraseKind::Elliptic && amount.quantity.unit == Unit::None;
    amount.quantity.unit == Unit::Age || (bare && PLAUSIBLE.contains(&amount.quantity.amount))
}

impl Phrase {
    /// How old somebody without a name is: "the 36-year-old", "a 36-year-old climber".
    pub fn years_of_nameless(&self) -> Option<u32> {
        let age = self.amount.as_ref().filter(|a| a.quantity.unit == Unit::Age)?;
        (self.name.is_empty() && !self.plural).then_some(age.quantity.amount as u32)
    }
}
