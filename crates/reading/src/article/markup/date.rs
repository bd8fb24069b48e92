//! Days as people and programs write them: "2013-05-02T14:00Z", "Thu, 2 May 2013", "May 2, 2013", "05/02/2013".
//!
//! A numeric day whose day and month could be exchanged is [`Written::Either`], unless a weekday or a time zone beside it
//! settles which is meant. Nothing is added that is not written: no year, no date.

use jiff::civil::Date;
use smallvec::SmallVec;

/// Years in which an article can have appeared: from the first newspapers on.
pub const YEARS: std::ops::Range<i16> = 1600..2200;

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// One day.
    Day(Date),
    /// The month first, or the day first: nobody can tell.
    Either(Date, Date),
}

impl Written {
    /// The day, if it is certain.
    pub fn day(self) -> Option<Date> {
        match self {
            Written::Day(date) => Some(date),
            Written::Either(..) => None,
        }
    }
}

/// A word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A run of digits: its value and how many digits it has.
    Number(u32, usize),
    /// A run of letters.
    Word(&'a str),
    /// Anything else that is no white space.
    Mark(char),
}

/// A line's pieces; few lines that matter have more.
pub type Pieces<'a> = SmallVec<[Piece<'a>; 32]>;

/// Cuts a line into pieces.
pub fn pieces(line: &str) -> Pieces<'_> {
    let mut pieces = Pieces::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let same: fn(char) -> bool = match first {
            c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => char::is_alphabetic,
            _ => |_| false,
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (run, after) = rest.split_at(end);
        rest = after;
        match first {
            c if c.is_ascii_digit() => pieces.push(Piece::Number(run.parse().unwrap_or(u32::MAX), run.len())),
            c if c.is_alphabetic() => pieces.push(Piece::Word(run)),
            c if c.is_whitespace() => {}
            c => pieces.push(Piece::Mark(c)),
        }
    }
    pieces
}

/// The day that a metadata value names, wherever in it.
pub fn parse(value: &str) -> Option<Written> {
    let pieces = pieces(value.get(..200).unwrap_or(value));
    let compact = |piece: &Piece| match piece {
        Piece::Number(n, 8) => date(*n / 10_000, *n / 100 % 100, *n % 100).map(Written::Day),
        _ => None,
    };
    find(&pieces).map(|(written, _)| written).or_else(|| pieces.first().and_then(compact))
}

/// The first day in some pieces, and which pieces it is made of.
pub fn find(pieces: &[Piece]) -> Option<(Written, std::ops::Range<usize>)> {
    let beside = Beside {
        weekday: pieces.iter().find_map(|p| weekday(*p)),
        order: pieces.iter().find_map(|p| order(*p)),
    };
    (0..pieces.len()).find_map(|at| {
        let (written, len) = starting(pieces.get(at..)?, beside)?;
        Some((written, at..at + len))
    })
}

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Time zones of countries that write the month first, and of some that write the day first. What several countries call
/// theirs ("GMT", "AST") tells nothing.
const MONTH_FIRST: [&str; 12] =
    ["EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT", "ET", "PT", "AKST", "AKDT", "HST"];
const DAY_FIRST: [&str; 10] = ["BST", "IST", "CET", "CEST", "AEST", "AEDT", "AWST", "NZST", "NZDT", "SAST"];
/// The shortest abbreviation of a month or weekday.
const SHORTEST: usize = 3;

/// The number of a month's name or abbreviation, from 1.
pub fn month(piece: Piece) -> Option<u32> {
    prefix_of(&MONTHS, piece)
}

/// The number of a weekday's name or abbreviation, Monday being 1.
pub fn weekday(piece: Piece) -> Option<u32> {
    prefix_of(&DAYS, piece)
}

/// The number, from 1, of the name that a word of three letters or more begins.
fn prefix_of(names: &[&str], piece: Piece) -> Option<u32> {
    let Piece::Word(word) = piece else { return None };
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word));
    let at = names.iter().position(begins).filter(|_| word.len() >= SHORTEST)?;
    u32::try_from(at + 1).ok()
}

/// The names of months and weekdays and all their abbreviations.
pub fn names() -> impl Iterator<Item = String> {
    let all = MONTHS.into_iter().chain(DAYS);
    all.flat_map(|name| (SHORTEST..=name.len()).filter_map(|len| name.get(..len)).map(String::from))
}

/// Which of two numbers is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    MonthFirst,
    DayFirst,
}

/// What the zone of a clock time tells of how its country writes days.
fn order(piece: Piece) -> Option<Order> {
    let Piece::Word(zone) = piece else { return None };
    match () {
        () if MONTH_FIRST.contains(&zone) => Some(Order::MonthFirst),
        () if DAY_FIRST.contains(&zone) => Some(Order::DayFirst),
        () => None,
    }
}

/// What stands with a day.
#[derive(Clone, Copy)]
struct Beside {
    weekday: Option<u32>,
    order: Option<Order>,
}

/// The day that begins with the first piece, and how many pieces it takes.
fn starting(pieces: &[Piece], beside: Beside) -> Option<(Written, usize)> {
    let mut rest = Cursor { pieces, at: 0 };
    let written = match *pieces.first()? {
        Piece::Number(year, 4) => {
            rest.at = 1;
            let mark = rest.mark("-/.")?;
            let month = rest.number(1..=2)?;
            rest.mark_is(mark)?;
            Written::Day(date(year, month, rest.number(1..=2)?)?)
        }
        Piece::Number(first, 1 | 2) => {
            rest.at = 1;
            rest.ordinal();
            rest.mark("-/");
            rest.word("of");
            if let Some(month) = rest.month() {
                rest.mark(".-,/");
                Written::Day(date(rest.year_before_clock()?, month, first)?)
            } else {
                rest.at = 1;
                let mark = rest.mark("/.-")?;
                let second = rest.number(1..=2)?;
                rest.mark_is(mark)?;
                numeric(first, second, rest.year()?, beside)?
            }
        }
        Piece::Word(_) => {
            let month = rest.month()?;
            rest.mark(".");
            let day = rest.number(1..=2)?;
            rest.ordinal();
            rest.mark(",");
            Written::Day(date(rest.number(4..=4)?, month, day)?)
        }
        _ => return None,
    };
    Some((written, rest.at))
}

/// Two numbers and a year, in either order of day and month.
fn numeric(first: u32, second: u32, year: u32, beside: Beside) -> Option<Written> {
    let (month_first, day_first) = (date(year, first, second), date(year, second, first));
    let (Some(a), Some(b)) = (month_first, day_first) else {
        return month_first.or(day_first).map(Written::Day);
    };
    if a == b {
        return Some(Written::Day(a));
    }
    let falls = |day: Date| beside.weekday == u32::try_from(day.weekday().to_monday_one_offset()).ok();
    Some(match (falls(a), falls(b), beside.order) {
        (true, false, _) => Written::Day(a),
        (false, true, _) => Written::Day(b),
        // Neither is the weekday that is written.
        (false, false, _) if beside.weekday.is_some() => Written::Either(a, b),
        (.., Some(Order::MonthFirst)) => Written::Day(a),
        (.., Some(Order::DayFirst)) => Written::Day(b),
        (.., None) => Written::Either(a, b),
    })
}

/// A day of the calendar in the time of newspapers.
fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|y| YEARS.contains(y))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Reads pieces one by one.
struct Cursor<'a> {
    pieces: &'a [Piece<'a>],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<Piece<'_>> {
        self.pieces.get(self.at).copied()
    }

    fn mark(&mut self, any_of: &str) -> Option<char> {
        let Some(Piece::Mark(mark)) = self.peek() else { return None };
        any_of.contains(mark).then(|| {
            self.at += 1;
            mark
        })
    }

    fn mark_is(&mut self, mark: char) -> Option<char> {
        self.mark(mark.encode_utf8(&mut [0; 4]))
    }

    fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let Some(Piece::Number(value, len)) = self.peek() else { return None };
        digits.contains(&len).then(|| {
            self.at += 1;
            value
        })
    }

    /// A year of four digits, or of two: 70 to 99 lie in the twentieth century.
    fn year(&mut self) -> Option<u32> {
        let short = |n: u32| if n < 70 { 2000 + n } else { 1900 + n };
        self.number(4..=4).or_else(|| self.number(2..=2).map(short))
    }

    /// The same, where a year of two digits stands before the hour, as RFC 822 has it: "13 Aug 14 08:26".
    fn year_before_clock(&mut self) -> Option<u32> {
        let behind = self.pieces.get(self.at + 1..self.at + 3);
        let clock = matches!(behind, Some([Piece::Number(..), Piece::Mark(':')]));
        if clock { self.year() } else { self.number(4..=4) }
    }

    fn month(&mut self) -> Option<u32> {
        let month = month(self.peek()?)?;
        self.at += 1;
        Some(month)
    }

    fn word(&mut self, word: &str) {
        self.at += usize::from(matches!(self.peek(), Some(Piece::Word(w)) if w.eq_ignore_ascii_case(word)));
    }

    /// The "nd" of "2nd".
    fn ordinal(&mut self) {
        ["st", "nd", "rd", "th"].iter().for_each(|suffix| self.word(suffix));
    }
}

#[cfg(test)]
mod tests;
