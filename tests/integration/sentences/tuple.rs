//! The language of tuples: what a claim must state, as a TOML table.
//!
//! | key | |
//! |---|---|
//! | `verb`, `noun` | lemma of the predicate; `noun` where a noun names the event |
//! | `event` | event class |
//! | `subject`, `object`, `complement`, `clause`, `manner`, a preposition | an argument of that role, or several |
//! | `when` | TIMEX3 value of the claim's time |
//! | `amount` | an amount in the claim, or several: "at least 5 person", "2 to 4 km", "12.5 %", "23 years old", "3-1" |
//! | `ordinal` | an ordinal in the claim: 1 for "first", -1 for "last" |
//! | `certainty` | how certain its source is of it, in FactBank's terms: "certain", "probable", "possible", "unknown" |
//! | `polarity`, `modality`, `passive` | as the output names them; affirmed, did and false where a `must` is silent |
//! | `speaker`, `quoted`, `denied` | who says so ("" for the narrator), whether in quotation marks, whether denied |
//!
//! An argument is named by all its words or by one of its coordinated phrases; what stands in front (determiners,
//! owners, titles, attributes) may be left out. "to leave ..." names an argument that begins so.

use std::collections::BTreeMap;
use std::fmt;

use gainsay::article::Article;
use gainsay::claim::factuality::factuality;
use gainsay::claim::quantity::{Bound, Quantity, Unit};
use gainsay::claim::{Argument, Claim, Modality, Origin, Phrase, PhraseId, Polarity, Reading};
use gainsay::lexicon::Lexicon;
use serde::Deserialize;

/// Words that a table may have as keys besides those of its fields.
const ROLES: &[&str] = &[
    "subject",
    "object",
    "complement",
    "clause",
    "manner",
    "time",
    "about",
    "according to",
    "across",
    "after",
    "against",
    "ahead of",
    "along",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "because of",
    "before",
    "behind",
    "beneath",
    "beside",
    "between",
    "by",
    "despite",
    "due to",
    "during",
    "following",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "near",
    "of",
    "off",
    "on",
    "out of",
    "outside",
    "over",
    "past",
    "since",
    "than",
    "through",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "up to",
    "with",
    "within",
    "without",
    "in connection with",
    "on suspicion of",
    "upon",
    "onto",
];

/// One word or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Several(Vec<String>),
}

impl Words {
    fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            Words::One(word) => std::slice::from_ref(word),
            Words::Several(words) => words.as_slice(),
        }
        .iter()
        .map(String::as_str)
    }
}

/// What a claim must state.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Tuple {
    verb: Option<String>,
    noun: Option<String>,
    event: Option<String>,
    when: Option<String>,
    amount: Option<Words>,
    ordinal: Option<i32>,
    polarity: Option<String>,
    modality: Option<String>,
    certainty: Option<String>,
    passive: Option<bool>,
    speaker: Option<String>,
    quoted: Option<bool>,
    denied: Option<bool>,
    #[serde(flatten, deserialize_with = "roles")]
    roles: BTreeMap<String, Words>,
}

/// Reads the arguments of a tuple; any other key is a mistake.
fn roles<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Words>, D::Error> {
    let found = BTreeMap::<String, Words>::deserialize(from)?;
    match found.keys().find(|key| !ROLES.contains(&key.as_str())) {
        Some(key) => Err(serde::de::Error::custom(format!("no such role: {key}"))),
        None => Ok(found),
    }
}

impl Tuple {
    /// Does the claim state all of it, as a plain fact unless the tuple says otherwise?
    pub(super) fn is_stated_by(&self, given: &Given) -> bool {
        let plain = (self.polarity.is_some() || given.claim.polarity == Polarity::Affirmed)
            && (self.modality.is_some() || self.certainty.is_some() || given.claim.modality == Modality::Did)
            && (self.passive.is_some() || !given.claim.predicate.passive);
        plain && self.is_within(given)
    }

    /// Is everything that the tuple names in the claim, whatever else is?
    pub(super) fn is_within(&self, given: &Given) -> bool {
        let claim = given.claim;
        let is = |wanted: &Option<String>, own: &str| wanted.as_ref().is_none_or(|w| w == own);
        let nominal = claim.origin == Origin::Nominal;
        let attribution = claim.attribution;
        is(if nominal { &self.noun } else { &self.verb }, claim.predicate.lemma.as_str())
            && (if nominal { &self.verb } else { &self.noun }).is_none()
            && is(&self.event, given.event())
            && is(&self.when, given.when())
            && self.amount.iter().flat_map(Words::iter).all(|wanted| given.amounts().any(|a| a == wanted))
            && self.ordinal.is_none_or(|n| given.phrases().any(|p| p.ordinal.is_some_and(|o| o.0 == n)))
            && is(&self.polarity, given.polarity())
            && is(&self.modality, claim.modality.name())
            && is(&self.certainty, factuality(given.article, Lexicon::built_in(), claim).certainty.name())
            && self.passive.is_none_or(|passive| passive == claim.predicate.passive)
            && self.speaker.as_ref().is_none_or(|speaker| given.says(speaker))
            && self.quoted.is_none_or(|quoted| attribution.is_some_and(|a| a.quoted) == quoted)
            && self.denied.is_none_or(|denied| attribution.is_some_and(|a| a.denied) == denied)
            && self.roles.iter().all(|(role, words)| words.iter().all(|w| given.has(role, w)))
    }
}

impl fmt::Display for Tuple {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = |key: &str, value: &Option<String>| value.as_ref().map(|v| format!("{key} = {v:?}"));
        let several = |key: &str, words: &Words| {
            let words: Vec<&str> = words.iter().collect();
            if let [word] = words.as_slice() {
                format!("{key} = {word:?}")
            } else {
                format!("{key} = {words:?}")
            }
        };
        let flag = |key: &str, value: Option<bool>| value.map(|v| format!("{key} = {v}"));
        let mut parts: Vec<Option<String>> =
            vec![one("verb", &self.verb), one("noun", &self.noun), one("event", &self.event)];
        parts.extend(self.roles.iter().map(|(role, words)| Some(several(role, words))));
        parts.push(self.amount.as_ref().map(|words| several("amount", words)));
        parts.push(one("when", &self.when));
        parts.push(self.ordinal.map(|n| format!("ordinal = {n}")));
        parts.extend([one("polarity", &self.polarity), one("modality", &self.modality)]);
        parts.push(one("certainty", &self.certainty));
        parts.extend([flag("passive", self.passive), one("speaker", &self.speaker)]);
        parts.extend([flag("quoted", self.quoted), flag("denied", self.denied)]);
        write!(out, "{{ {} }}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// A claim with the article and the reading that it belongs to.
pub(super) struct Given<'a> {
    pub(super) article: &'a Article,
    pub(super) reading: &'a Reading,
    pub(super) claim: &'a Claim,
}

impl<'a> Given<'a> {
    fn event(&self) -> &'static str {
        self.claim.predicate.class.map_or("", |class| Lexicon::built_in().class(class).name.as_str())
    }

    fn when(&self) -> &'a str {
        self.claim.time.map_or("", |time| self.reading.time(time).value.as_str())
    }

    fn polarity(&self) -> &'static str {
        if self.claim.polarity == Polarity::Negated { "negated" } else { "affirmed" }
    }

    fn arguments(&self) -> impl Iterator<Item = &'a Argument> {
        self.claim.subject.iter().chain(&self.claim.arguments)
    }

    /// The noun phrases in the claim's arguments, and the one that names its event.
    fn phrases(&self) -> impl Iterator<Item = &'a Phrase> {
        let claim = self.claim;
        let own =
            move |phrase: &Phrase| claim.origin == Origin::Nominal && phrase.head == claim.predicate.head;
        let inside = move |phrase: &Phrase| {
            claim.subject.iter().chain(&claim.arguments).any(|a| a.tokens.contains(phrase.tokens))
        };
        self.reading.phrases.iter().filter(move |phrase| own(phrase) || inside(phrase))
    }

    fn amounts(&self) -> impl Iterator<Item = String> {
        self.phrases().filter_map(|phrase| phrase.amount.as_ref()).map(|amount| quantity(&amount.quantity))
    }

    fn has(&self, role: &str, wanted: &str) -> bool {
        self.arguments().filter(|a| a.role.name() == role).any(|a| {
            reads(self.article.phrase(a.tokens), wanted) || a.phrases.iter().any(|p| self.is(*p, wanted))
        })
    }

    fn says(&self, wanted: &str) -> bool {
        match self.claim.attribution.and_then(|a| a.speaker) {
            Some(speaker) => self.is(speaker, wanted),
            None => wanted.is_empty(),
        }
    }

    /// Is the phrase what is wanted, as a whole or from some word on to its head?
    fn is(&self, phrase: PhraseId, wanted: &str) -> bool {
        let phrase = self.reading.phrase(phrase);
        [phrase.tokens, phrase.name].into_iter().any(|t| ends_in(self.article.phrase(t), wanted))
    }
}

/// Are the words those wanted, or do they end in them, as a phrase does in its head ("the jeweller's shop": "shop")?
fn ends_in(words: &str, wanted: &str) -> bool {
    let Some(start) = words.len().checked_sub(wanted.len()).filter(|start| words.is_char_boundary(*start))
    else {
        return false;
    };
    let (before, end) = words.split_at(start);
    !end.is_empty() && end.eq_ignore_ascii_case(wanted) && (before.is_empty() || before.ends_with(' '))
}

/// Is a whole argument what is wanted? "to leave ..." asks for one that begins so.
fn reads(words: &str, wanted: &str) -> bool {
    match wanted.strip_suffix(" ...") {
        Some(start) => words.get(..start.len()).is_some_and(|w| w.eq_ignore_ascii_case(start)),
        None => {
            words.eq_ignore_ascii_case(wanted) || bare(words).is_some_and(|w| w.eq_ignore_ascii_case(wanted))
        }
    }
}

/// The words behind a determiner.
fn bare(words: &str) -> Option<&str> {
    let (first, rest) = words.split_once(' ')?;
    ["the", "a", "an", "his", "her", "its", "their"]
        .iter()
        .any(|d| first.eq_ignore_ascii_case(d))
        .then_some(rest)
}

/// An amount as tuples write it.
fn quantity(quantity: &Quantity) -> String {
    let number = |n: f64| format!("{}", (n * 1000.0).round() / 1000.0);
    let amount = number(quantity.amount);
    let bounded = match quantity.bound {
        Bound::Exactly => amount,
        Bound::About => format!("about {amount}"),
        Bound::Nearly => format!("nearly {amount}"),
        Bound::AtLeast => format!("at least {amount}"),
        Bound::MoreThan => format!("more than {amount}"),
        Bound::AtMost => format!("at most {amount}"),
        Bound::Range(low, high) => format!("{} to {}", number(low), number(high)),
    };
    match &quantity.unit {
        Unit::Count(noun) => format!("{bounded} {noun}"),
        Unit::Measure(unit) | Unit::Money(unit) => format!("{bounded} {unit}"),
        Unit::Percent => format!("{bounded} %"),
        Unit::Age => format!("{bounded} years old"),
        Unit::Pair(second) => format!("{bounded}-{second}"),
        Unit::None => bounded,
    }
}

/// As a tuple would be written that states all of it.
impl fmt::Display for Given<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let claim = self.claim;
        let origin = if claim.origin == Origin::Nominal { "noun" } else { "verb" };
        write!(out, "{{ {origin} = {:?}", claim.predicate.lemma.as_str())?;
        if claim.predicate.class.is_some() {
            write!(out, ", event = {:?}", self.event())?;
        }
        for argument in self.arguments() {
            write!(out, ", {} = {:?}", argument.role.name(), self.article.phrase(argument.tokens))?;
        }
        let amounts: Vec<String> = self.amounts().collect();
        if !amounts.is_empty() {
            write!(out, ", amount = {amounts:?}")?;
        }
        if claim.time.is_some() {
            write!(out, ", when = {:?}", self.when())?;
        }
        for (n, _) in self.phrases().filter_map(|p| p.ordinal) {
            write!(out, ", ordinal = {n}")?;
        }
        if claim.polarity == Polarity::Negated {
            write!(out, ", polarity = \"negated\"")?;
        }
        if claim.modality != Modality::Did {
            write!(out, ", modality = {:?}", claim.modality.name())?;
            write!(
                out,
                ", certainty = {:?}",
                factuality(self.article, Lexicon::built_in(), claim).certainty.name()
            )?;
        }
        if claim.predicate.passive {
            write!(out, ", passive = true")?;
        }
        if let Some(attribution) = claim.attribution {
            let speaker = attribution.speaker.map(|id| self.article.phrase(self.reading.phrase(id).tokens));
            write!(out, ", speaker = {:?}", speaker.unwrap_or(""))?;
            for (key, holds) in [("quoted", attribution.quoted), ("denied", attribution.denied)] {
                if holds {
                    write!(out, ", {key} = true")?;
                }
            }
        }
        write!(out, " }}")
    }
}
