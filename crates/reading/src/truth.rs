//! Three-valued logic (Kleene 1952): what is not known is neither true nor false.

use std::ops::Not;

/// True, false or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// The articles do not say.
    Unknown,
}

impl Truth {
    /// Both hold.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        }
    }

    /// At least one holds.
    pub fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }

    /// Is it known to hold?
    pub fn is_true(self) -> bool {
        self == Truth::True
    }
}

impl Not for Truth {
    type Output = Truth;
    fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(b: bool) -> Truth {
        if b { Truth::True } else { Truth::False }
    }
}

/// A verdict, and whether it rests on publication dates that are not known.
///
/// Undated articles are compared as if they had appeared together; what follows from that alone is `assumed`,
/// and a finding that rests on it is reported one step milder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Judged {
    /// The verdict.
    pub truth: Truth,
    /// Would publication dates be needed to be sure?
    pub assumed: bool,
}

impl Judged {
    /// Known to hold.
    pub const TRUE: Judged = Judged { truth: Truth::True, assumed: false };
    /// Known not to hold.
    pub const FALSE: Judged = Judged { truth: Truth::False, assumed: false };
    /// Not known, and dates would not help.
    pub const UNKNOWN: Judged = Judged { truth: Truth::Unknown, assumed: false };

    /// The verdict, resting on dates that are not known.
    pub fn assuming(truth: impl Into<Truth>) -> Judged {
        Judged { truth: truth.into(), assumed: true }
    }

    /// Both hold. A side that settles the matter alone settles what it rests on.
    pub fn and(self, other: Judged) -> Judged {
        let truth = self.truth.and(other.truth);
        let assumed = match truth {
            Truth::False => {
                let firm = |j: Judged| j.truth == Truth::False && !j.assumed;
                !(firm(self) || firm(other))
            }
            _ => self.assumed || other.assumed,
        };
        Judged { truth, assumed }
    }

    /// At least one holds.
    pub fn or(self, other: Judged) -> Judged {
        !(!self).and(!other)
    }

    /// True unless it is known for certain to be false; what hangs on missing dates stays marked as assumed.
    pub fn possible(self) -> Judged {
        match self.truth {
            Truth::False if !self.assumed => self,
            _ => Judged { truth: Truth::True, assumed: self.assumed },
        }
    }
}

impl Not for Judged {
    type Output = Judged;
    fn not(self) -> Judged {
        Judged { truth: !self.truth, assumed: self.assumed }
    }
}

impl From<bool> for Judged {
    fn from(b: bool) -> Judged {
        Judged { truth: b.into(), assumed: false }
    }
}

impl From<Truth> for Judged {
    fn from(truth: Truth) -> Judged {
        Judged { truth, assumed: false }
    }
}
