//! The parts that words play in time expressions without telling time by themselves.

use serde::Deserialize;

/// The parts that words of the lexicon's `[list]` play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::claim) enum Role {
    /// May stand before a word of time.
    Opening,
    /// May stand between other words of an expression.
    Between,
    /// May begin an expression, and means nothing by itself.
    Starter,
    /// May be an expression, or the end of one.
    Whole,
    Some,
    Edge,
    Stretch,
    Hedge,
    Filler,
    Ago,
    Earlier,
    Later,
    Every,
    YearBefore,
    ComingCue,
    Money,
    Ranking,
    Recent,
    Near,
    Pressing,
    Comparing,
    Business,
    Lasting,
    Placing,
    Amount,
    /// Puts something on a day to come.
    Setting,
    /// Does so before "for" and "until".
    Putting,
    /// What somebody has who means to do something.
    Intention,
    /// Stands between an amount and that of another time: "rose to $5 *from* last year's $4".
    Against,
    /// Says that something comes again and again.
    Habit,
    /// Says how long a time was, and not in what unit: "a *fairly lengthy* period".
    Span,
    /// "B.C.", "A.D."
    Era,
    /// Follows a weekday in the name of a newspaper or a programme.
    Paper,
    /// Stands before a weekday that is a name: "Bloody Sunday".
    Epithet,
    /// Stands before "on Sunday" in the name of a newspaper.
    PaperOn,
}
