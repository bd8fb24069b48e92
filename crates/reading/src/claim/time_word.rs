//! The words that tell time: `lexicon/times.toml`, parsed once and keyed by dictionary form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use smallvec::SmallVec;

use crate::article::Tag;
use crate::lexicon::packed::table;

mod first;
mod role;

pub(in crate::claim) use first::First;
pub(in crate::claim) use role::Role;

/// A unit of time, fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::claim) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::claim) enum Season {
    Winter,
    Spring,
    Summer,
    Fall,
}

/// What a word can mean in a time expression. "second" and "fall" mean more than one thing.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::claim) enum Sense {
    Month(i8),
    Weekday(Weekday),
    Season(Season),
    Unit(Unit),
    /// "morning", "night".
    Part(DayPart),
    /// "noon": minutes after midnight.
    Clock(u16),
    Number(u32),
    /// "couple", "dozen".
    Group(u32),
    /// "nineties".
    Decade(i16),
    Ordinal(u8),
    Direction(Direction),
    /// "yesterday": days from the day of publication.
    Day(i32),
    TimeReference(TimeReference),
    /// "daily": the period as TIMEX3 writes it.
    Every(String),
    /// Minutes east of Greenwich.
    Zone(i16),
    /// The first word of a day with a name.
    Holiday(u16),
    Role(Role),
}

/// Which one of its kind: "last week", "the same day".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::claim) enum Direction {
    /// The one before the day of publication.
    Last,
    /// The one with the day of publication.
    This,
    /// The one after the day of publication.
    Next,
    /// The one before the text's last time.
    Before,
    /// The one after the text's last time.
    After,
    /// The text's last one.
    Same,
}

/// Times without borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::claim) enum TimeReference {
    Past,
    Present,
    Future,
}

/// A part of the day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(in crate::claim) struct DayPart {
    /// TIMEX3's code ("MO").
    pub(in crate::claim) code: String,
    /// First and last minute of the day that it may mean; the last may lie after midnight.
    pub(in crate::claim) minutes: (u16, u16),
}

/// A day with a name, as the lexicon has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub(in crate::claim) enum Rule {
    /// Always on this day.
    Fixed { month: i8, day: i8 },
    /// The `nth` such weekday of the month (-1: the last), counted after day `after`.
    Nth {
        month: i8,
        weekday: i8,
        nth: i8,
        #[serde(default)]
        after: i8,
    },
    /// Days from Easter Sunday.
    Easter { easter: i32 },
}

/// A day with a name: its words in lower case, and when it is.
#[derive(Debug)]
pub(in crate::claim) struct Holiday {
    pub(in crate::claim) words: Vec<String>,
    pub(in crate::claim) rule: Rule,
}

/// The lexicon, ready to look up.
#[derive(Default)]
pub(in crate::claim) struct Vocabulary {
    entries: FxHashMap<String, Entry>,
    /// Longest first.
    pub(in crate::claim) holidays: Vec<Holiday>,
}

/// What the lexicon knows of a word.
#[derive(Default)]
struct Entry {
    senses: SmallVec<[Sense; 2]>,
    first: First,
}

impl Vocabulary {
    #[inline]
    fn entry(&self, word: &str) -> Option<&Entry> {
        self.entries.get(word)
    }
}

/// The lexicon as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    month: BTreeMap<String, i8>,
    weekday: BTreeMap<String, i8>,
    season: BTreeMap<String, Season>,
    unit: BTreeMap<String, Unit>,
    part: BTreeMap<String, DayPart>,
    clock: BTreeMap<String, u16>,
    number: BTreeMap<String, u32>,
    group: BTreeMap<String, u32>,
    decade: BTreeMap<String, i16>,
    ordinal: BTreeMap<String, u8>,
    direction: BTreeMap<String, Direction>,
    day: BTreeMap<String, i32>,
    reference: BTreeMap<String, TimeReference>,
    every: BTreeMap<String, String>,
    list: BTreeMap<Role, Vec<String>>,
    zone: BTreeMap<String, i16>,
    holiday: BTreeMap<String, Rule>,
}

/// The vocabulary. Empty if the embedded file were broken, which a test rules out.
pub(in crate::claim) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
        serde_json::from_str::<File>(table!("times")).map_or_else(|_| Vocabulary::default(), Vocabulary::from)
    });
    &VOCABULARY
}

/// Something that the lexicon may know: a word of the text, or a piece of a compound word.
pub(in crate::claim) trait Known: Copy {
    /// All that it can mean.
    fn senses(self) -> &'static [Sense];
}

/// In lower case: "two" of "two-year".
impl Known for &str {
    fn senses(self) -> &'static [Sense] {
        vocabulary().entry(self).map_or(&[], |entry| entry.senses.as_slice())
    }
}

/// What a word tells of time.
#[derive(Debug, Clone, Copy)]
pub(in crate::claim) struct Clue {
    /// All that it can mean.
    pub(in crate::claim) senses: &'static [Sense],
    /// What may begin with it.
    pub(in crate::claim) first: First,
}

impl Vocabulary {
    /// Looks a word up; `lower` is the word as it is written, in lower case.
    pub(in crate::claim) fn clue(&'static self, text: &str, tag: Tag, lemma: &str, lower: &str) -> Clue {
        let entry = self.entry_as_written(tag, lemma, lower);
        let senses = entry.map_or(&[][..], |entry| entry.senses.as_slice());
        let first = First::of_form(text).unwrap_or(entry.map_or(First::NOTHING, |entry| entry.first));
        Clue { senses, first }
    }

    /// The entry of a word as it is written. The dictionary form leads there quickly, but is not the word: "later"
    /// is not "late" here, nor "lasted" "last". For participles it does not lead there at all ("coming",
    /// "scheduled").
    fn entry_as_written(&self, tag: Tag, lemma: &str, lower: &str) -> Option<&Entry> {
        if !matches!(tag, Tag::Vbg | Tag::Vbn) {
            let found = self.entry(lemma)?;
            if lower == lemma {
                return Some(found);
            }
        }
        self.entry(lower)
    }
}

/// Does the word play this part?
pub(in crate::claim) fn plays(word: impl Known, role: Role) -> bool {
    word.senses().contains(&Sense::Role(role))
}

/// Defines the look-up of one kind of sense.
macro_rules! look_ups {
    ($($(#[$doc:meta])* $name:ident, $sense:ident, $value:ty;)*) => {$(
        $(#[$doc])*
        pub(in crate::claim) fn $name(word: impl Known) -> Option<$value> {
            word.senses().iter().find_map(|s| if let Sense::$sense(value) = s { Some(*value) } else { None })
        }
    )*};
}

look_ups! {
    /// A month's number.
    month, Month, i8;
    /// A day of the week.
    weekday, Weekday, Weekday;
    /// A season.
    season, Season, Season;
    /// A unit of time.
    unit, Unit, Unit;
    /// An hour with a name, in minutes after midnight.
    clock, Clock, u16;
    /// A number word.
    number, Number, u32;
    /// "couple", "dozen".
    group, Group, u32;
    /// A decade's digit.
    decade, Decade, i16;
    /// An ordinal's number.
    ordinal, Ordinal, u8;
    /// "last", "next".
    direction, Direction, Direction;
    /// "yesterday", in days from the day of publication.
    deictic, Day, i32;
    /// "now", "recently".
    reference, TimeReference, TimeReference;
    /// A time zone, in minutes east of Greenwich.
    zone, Zone, i16;
    /// The number of a day with a name in [`Vocabulary::holidays`], whose first word this is. Of several, the
    /// longest name.
    holiday, Holiday, u16;
}

/// A part of the day.
pub(in crate::claim) fn part(word: impl Known) -> Option<&'static DayPart> {
    word.senses().iter().find_map(|s| if let Sense::Part(part) = s { Some(part) } else { None })
}

/// "daily", as TIMEX3 writes the period.
pub(in crate::claim) fn every(word: impl Known) -> Option<&'static str> {
    word.senses().iter().find_map(|s| if let Sense::Every(period) = s { Some(period.as_str()) } else { None })
}

impl From<File> for Vocabulary {
    fn from(file: File) -> Vocabulary {
        let mut senses = Senses::default();
        senses.add(file.month, Sense::Month, &[]);
        senses.add(file.weekday, |n| Sense::Weekday(weekday_of(n)), &["s"]);
        senses.add(file.season, Sense::Season, &["s"]);
        senses.add(file.unit, Sense::Unit, &["s"]);
        senses.add(file.part, Sense::Part, &["s"]);
        senses.add(file.clock, Sense::Clock, &[]);
        senses.add(file.number, Sense::Number, &[]);
        senses.add(file.group, Sense::Group, &[]);
        senses.add(file.decade, Sense::Decade, &[]);
        senses.add(file.ordinal, Sense::Ordinal, &[]);
        senses.add(file.direction, Sense::Direction, &[]);
        senses.add(file.day, Sense::Day, &[]);
        senses.add(file.reference, Sense::TimeReference, &[]);
        senses.add(file.every, Sense::Every, &[]);
        senses.add(file.zone, Sense::Zone, &[]);
        for (role, words) in file.list {
            senses.add(words.into_iter().map(|word| (word, ())), |()| Sense::Role(role), &[]);
        }
        let mut holidays: Vec<Holiday> = Vec::new();
        for (name, rule) in file.holiday {
            holidays.push(Holiday { words: name.split(' ').map(str::to_owned).collect(), rule });
        }
        holidays.sort_by_key(|holiday| std::cmp::Reverse(holiday.words.len()));
        for (index, holiday) in holidays.iter().enumerate() {
            let first = holiday.words.first().cloned().unwrap_or_default();
            senses.add([(first, index as u16)], Sense::Holiday, &[]);
        }
        Vocabulary { holidays, ..senses.0 }
    }
}

/// The table while it is made.
#[derive(Default)]
struct Senses(Vocabulary);

impl Senses {
    /// Adds words with one sense each, also with these endings.
    fn add<T>(
        &mut self,
        words: impl IntoIterator<Item = (String, T)>,
        sense: impl Fn(T) -> Sense,
        endings: &[&str],
    ) {
        for (word, value) in words {
            let sense = sense(value);
            for ending in [""].iter().chain(endings) {
                let entry = self.0.entries.entry(format!("{word}{ending}")).or_default();
                entry.first = entry.first | First::of_sense(&sense);
                entry.senses.push(sense.clone());
            }
        }
    }
}

fn weekday_of(number: i8) -> Weekday {
    Weekday::from_monday_one_offset(number).unwrap_or(Weekday::Monday)
}
