//! The roles that statements can have.

use crate::lexicon::Lexicon;

/// That an event happened.
pub const EVENT: &str = "event";
/// When it happened.
pub const WHEN: &str = "when";
/// Where it happened.
pub const WHERE: &str = "where";
/// Which of its kind it was.
pub const ORDINAL: &str = "ordinal";
/// Which of its kind was what a story tells.
pub const NTH: &str = "nth";
/// How far or how much it was about.
pub const MEASURE: &str = "measure";
/// How old somebody is.
pub const AGE: &str = "age";
/// How old somebody is by the year of birth.
pub const AGE_BY_BIRTH: &str = "age-by-birth";
/// Somebody's rank or office.
pub const TITLE: &str = "title";
/// Somebody's rank, as it stands before the name in full.
pub const RANK_IN_FULL: &str = "rank-in-full";
/// Where somebody is from.
pub const HOME: &str = "home";
/// How somebody or something is called.
pub const NAME: &str = "name";
/// What somebody or something measures, by name.
pub const ATTRIBUTE: &str = "attribute";
/// A sum in other money.
pub const EXCHANGE: &str = "exchange";
/// The money that an event is about.
pub const SUM: &str = "sum";
/// What somebody said.
pub const QUOTE: &str = "quote";
/// How a quotation runs.
pub const WORDING: &str = "wording";
/// How a name is written of which the house knows the spelling.
pub const SPELLING: &str = "spelling";
/// Who holds an office of which the house knows the holder.
pub const HOLDER: &str = "holder";

/// The office or rank that somebody is given of whom the house knows it.
pub const OFFICE: &str = "office";
/// One of two figures for one thing.
pub const CONVERSION: &str = "conversion";
/// The day of the week of a date that names it.
pub const WEEKDAY: &str = "weekday";
/// A whole, or what its parts make.
pub const PARTS: &str = "parts";

/// How many, how old, which share: one answer among others to what may be one question.
pub const FIGURE: &str = "figure";
/// How much money, likewise.
pub const MONEY: &str = "money";
/// How large or how far, likewise.
pub const SIZE: &str = "size";
/// How long, likewise.
pub const DURATION: &str = "duration";
/// When, likewise.
pub const MOMENT: &str = "moment";

/// When something was done, beside another time of the same act.
pub const DATED: &str = "dated";

/// That something is so, beside a report that it is not.
pub const TRUTH: &str = "truth";

/// Who or what takes part in an act, or where it was, beside a report that tells the same of another.
pub const FILLER: &str = "filler";

/// Whether a story holds: told as it is, or called untrue.
pub const STORY: &str = "story";

/// What tells the slots of those apart that hardly speak of one thing.
pub const DOUBTFUL: &str = "doubtful";

/// Roles that the graph gives, with what a statement in them says. Event classes add the names that the lexicon
/// gives as `counts`.
pub const ROLES: [(&str, &str); 32] = [
    (EVENT, "that the event happened"),
    (WHEN, "when the event happened"),
    (WHERE, "where the event happened"),
    (ORDINAL, "which of its kind the event was (\"the first\")"),
    (NTH, "which of its kind was what the story tells (\"It was the second fatal accident at the plant\")"),
    (MEASURE, "a measure of the event (\"fell 60 feet\")"),
    (AGE, "a person's age"),
    (
        AGE_BY_BIRTH,
        "how old a person is on the day of publication, by the year or day of birth (\"was born in 1984\")",
    ),
    (TITLE, "a person's rank"),
    (RANK_IN_FULL, "a person's rank where it stands before the name in full (\"Superintendent Ann Lee\")"),
    (HOME, "where a person is from (\"of Lyon\")"),
    (NAME, "a word of a name, beside another that may be a slip of it"),
    (
        ATTRIBUTE,
        "a measure of anything, by name (\"a depth of 10 miles\", \"20 miles north of Lyon\", \"Falk, 31-2,\")",
    ),
    (EXCHANGE, "a sum and what it is in other money (\"40 million euros ($44 million)\")"),
    (SUM, "how much money a robbery, a purchase or a fine was about"),
    (QUOTE, "what stands between quotation marks"),
    (WORDING, "how a quotation runs, beside others of the same words that run otherwise"),
    (SPELLING, "how a name is written of which the house knows the spelling"),
    (HOLDER, "who holds an office of which the house knows the holder"),
    (OFFICE, "the office or rank that somebody is given of whom the house knows it"),
    (FIGURE, "a number, an age or a share, beside another that answers the same question"),
    (MONEY, "a sum of money, beside another that answers the same question"),
    (SIZE, "a measure, beside another that answers the same question"),
    (DURATION, "a length of time, beside another that answers the same question"),
    (MOMENT, "a time, beside another that answers the same question"),
    (DATED, "when something was done, beside another time of the same act"),
    (
        TRUTH,
        "that something is so (\"affirmed\") or not (\"negated\"), beside a report that says the opposite of it",
    ),
    (
        FILLER,
        "who or what takes part in an act, or where it was, beside a report that tells the same of another",
    ),
    (STORY, "that a story is told as it is (\"told\"), beside a report that calls it untrue (\"untrue\")"),
    (CONVERSION, "one of two figures for the same (\"10 metres (33 feet)\")"),
    (PARTS, "a whole, or what its parts make (\"of the 34, 12 ..., 15 ... and nine ...\")"),
    (
        WEEKDAY,
        "the day of the week that stands beside a date, or that of the date (\"Tuesday, 10 September 2025\")",
    ),
];

/// Every role: those of the graph, then those that count whom an event happened to.
pub fn roles(lexicon: &Lexicon) -> Vec<&str> {
    let mut all: Vec<&str> = ROLES.iter().map(|(name, _)| *name).collect();
    all.extend(counted(lexicon));
    all
}

/// The roles that count whom an event happened to, in the order of the event classes.
pub fn counted(lexicon: &Lexicon) -> Vec<&str> {
    let mut counted = Vec::new();
    for role in lexicon.classes().iter().filter_map(|class| class.counts.as_ref()) {
        if !counted.contains(&role.as_str()) {
            counted.push(role.as_str());
        }
    }
    counted
}
