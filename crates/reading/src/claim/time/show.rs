//! Times as a reader would write them.

use std::fmt;

use jiff::civil::{Date, Weekday};

use super::{When, reach};

impl When {
    /// A day that is known.
    pub fn on(day: Date) -> When {
        When {
            days: Some((day, day)),
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            weekday: Some(day.weekday()),
            ..When::default()
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        match self.days {
            Some((first, last)) if first == last => parts.push(first.to_string()),
            Some(days) => parts.push(whole(days).unwrap_or_else(|| format!("{} to {}", days.0, days.1))),
            None => {
                parts.extend(self.weekday.map(|day| weekday(day).to_owned()));
                let month = self.month.and_then(|m| MONTHS.get(usize::try_from(m).ok()?.checked_sub(1)?));
                parts.extend(self.day.map(|d| d.to_string()));
                parts.extend(month.map(|m| (*m).to_owned()));
                parts.extend(self.year.map(|y| y.to_string()));
                if parts.is_empty() {
                    parts.extend(self.offset.map(relative));
                }
            }
        }
        if let Some((first, last)) = self.minutes {
            let clock = |m: u16| format!("{}:{:02}", m / 60, m % 60);
            parts.push(match reach::said((first, last), self.vague) {
                _ if first == last => clock(first),
                Some(said) if self.vague => format!("about {}", clock(said)),
                Some(said) => clock(said),
                None => format!("between {} and {}", clock(first), clock(last)),
            });
        }
        if parts.is_empty() { f.write_str("an unknown time") } else { f.write_str(&parts.join(" ")) }
    }
}

/// A year or a month, if the days are all of it: "1961", "2025-03".
fn whole((first, last): (Date, Date)) -> Option<String> {
    let (year, month) = (first.year(), first.month());
    if first == first.first_of_year() && last == first.last_of_year() {
        return Some(format!("{year:04}"));
    }
    (first == first.first_of_month() && last == first.last_of_month())
        .then(|| format!("{year:04}-{month:02}"))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// How far from the day of publication: "1 to 7 days before publication".
fn relative((first, last): (i32, i32)) -> String {
    match (first, last) {
        (0, 0) => "the day of publication".to_owned(),
        (a, b) if b <= 0 && a == b => format!("{} days before publication", -a),
        (a, b) if b <= 0 => format!("{} to {} days before publication", -b, -a),
        (a, b) if a >= 0 => format!("{a} to {b} days after publication"),
        (a, b) => format!("from {} days before to {b} days after publication", -a),
    }
}
