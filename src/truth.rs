//! Three-valued truth (Kleene 1952, strong logic): what is not known stays unknown until it no longer matters.

use std::ops::Not;

/// True, false, or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It is so.
    True,
    /// It is not so.
    False,
    /// Too little is known to tell.
    Unknown,
}

impl Truth {
    /// False if either is false, whatever the other.
    ///
    /// ```
    /// use gainsay::truth::Truth::{False, True, Unknown};
    /// assert_eq!(Unknown.and(False), False);
    /// assert_eq!(Unknown.and(True), Unknown);
    /// ```
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        }
    }

    /// True if either is true, whatever the other.
    ///
    /// ```
    /// use gainsay::truth::Truth::{False, True, Unknown};
    /// assert_eq!(Unknown.or(True), True);
    /// assert_eq!(Unknown.or(False), Unknown);
    /// ```
    pub fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }
}

/// What is unknown stays unknown.
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
    fn from(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Unknown};

    const ALL: [super::Truth; 3] = [True, False, Unknown];

    #[test]
    fn and_or_not_keep_the_laws_of_logic() {
        for a in ALL {
            assert_eq!(!!a, a);
            assert_eq!(a.and(True), a);
            assert_eq!(a.or(False), a);
            assert_eq!(a.and(False), False);
            assert_eq!(a.or(True), True);
            for b in ALL {
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(a.or(b), b.or(a));
                assert_eq!(!(a.and(b)), (!a).or(!b), "De Morgan");
                for c in ALL {
                    assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)), "distribution");
                }
            }
        }
    }

    #[test]
    fn where_all_is_known_it_is_ordinary_logic() {
        for (a, b) in [(true, true), (true, false), (false, true), (false, false)] {
            assert_eq!(super::Truth::from(a).and(b.into()), (a && b).into());
            assert_eq!(super::Truth::from(a).or(b.into()), (a || b).into());
        }
    }
}
