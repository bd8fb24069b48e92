//! Amounts as values: what "at least five", "about 20" and "dozens" leave room for.

use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::lexicon::Lexicon;
use crate::truth::Judged;

/// "About 20" is anything within this share of it.
const ABOUT: f64 = 0.15;
/// "Nearly 300" is no less than this share of it.
const NEARLY: f64 = 0.85;

/// The amounts that the words leave room for, in the unit's base: lowest and highest, both included.
fn room(q: &Quantity) -> (f64, f64) {
    let (factor, offset) = match q.unit {
        Unit::Measure(name) => {
            let lexicon = Lexicon::builtin();
            lexicon
                .unit_named(name)
                .map_or((1.0, 0.0), |id| (lexicon.unit(id).factor, lexicon.unit(id).offset))
        }
        _ => (1.0, 0.0),
    };
    let (low, high) = match q.bound {
        Bound::Exactly => (q.amount, q.amount),
        Bound::About => (q.amount * (1.0 - ABOUT), q.amount * (1.0 + ABOUT)),
        Bound::Nearly => (q.amount * NEARLY, q.amount),
        Bound::AtLeast => (q.amount, f64::INFINITY),
        Bound::MoreThan => (next_above(q.amount), f64::INFINITY),
        Bound::AtMost => (0.0, q.amount),
        Bound::Range(low, high) => (low, high),
    };
    (low * factor + offset, high * factor + offset)
}

/// The least that is more than an amount: one more of what is counted, a little more of what is measured.
fn next_above(amount: f64) -> f64 {
    if amount.fract() == 0.0 && amount < 1000.0 { amount + 1.0 } else { amount * 1.0001 }
}

/// By how much a figure may be off for having been rounded: half of its last digit that is not zero. Counts
/// below a hundred are exact.
fn rounding(q: &Quantity) -> f64 {
    let amount = q.amount.abs();
    let counted = matches!(q.unit, Unit::Count(_) | Unit::None | Unit::Age | Unit::Pair(_));
    if amount == 0.0 || (counted && amount < 100.0) || !matches!(q.bound, Bound::Exactly) {
        return 0.0;
    }
    if counted {
        // 300 for 297 is rounded; 312 is counted.
        let mut step = 1.0;
        while step < amount && amount % (step * 10.0) == 0.0 {
            step *= 10.0;
        }
        return if step > 1.0 { step / 2.0 } else { 0.0 };
    }
    let mut step = 1.0;
    while (amount / step).fract().abs() > 1e-6 && step > 1e-3 {
        step /= 10.0;
    }
    while step < amount && (amount / (step * 10.0)).fract().abs() < 1e-9 {
        step *= 10.0;
    }
    step / 2.0
}

/// Can the two be compared at all?
fn comparable(a: &Quantity, b: &Quantity) -> bool {
    let lexicon = Lexicon::builtin();
    let dimension = |name| {
        lexicon.unit_named(name).map(|id| lexicon.unit(id)).filter(|u| !u.ambiguous).map(|u| u.dimension)
    };
    match (a.unit, b.unit) {
        (Unit::Measure(a), Unit::Measure(b)) => {
            a == b || (dimension(a).is_some() && dimension(a) == dimension(b))
        }
        (Unit::Money(a), Unit::Money(b)) => a == b,
        (Unit::Count(_) | Unit::None, Unit::Count(_) | Unit::None) => true,
        (Unit::Age | Unit::None, Unit::Age | Unit::None) => true,
        (Unit::Pair(_), Unit::Pair(_)) => true,
        (a, b) => a == b,
    }
}

/// The same figure in the same unit with the same bound?
pub(super) fn same(a: &Quantity, b: &Quantity) -> Judged {
    if !comparable(a, b) {
        return Judged::UNKNOWN;
    }
    Judged::from(room(a) == room(b) && second(a) == second(b))
}

fn second(q: &Quantity) -> Option<u32> {
    match q.unit {
        Unit::Pair(second) => Some(second),
        _ => None,
    }
}

/// Is there no amount that both leave room for?
pub(super) fn conflict(a: &Quantity, b: &Quantity) -> Judged {
    if !comparable(a, b) {
        return Judged::UNKNOWN;
    }
    if let (Some(x), Some(y)) = (second(a), second(b)) {
        return Judged::from(a.amount != b.amount || x != y);
    }
    let ((low_a, high_a), (low_b, high_b)) = (room(a), room(b));
    // Who says a round figure may have rounded; the finer of two figures is held to its own rounding.
    let converted = a.unit != b.unit;
    let slack = rounding(a).max(rounding(b)) * if converted { 2.0 } else { 1.0 };
    let slack = if converted { slack.max(high_a.min(high_b).abs() * 0.03) } else { slack };
    Judged::from(low_a > high_b + slack || low_b > high_a + slack)
}

/// Is the one certainly less than the other?
pub(super) fn less(a: &Quantity, b: &Quantity) -> Judged {
    if !comparable(a, b) {
        return Judged::UNKNOWN;
    }
    let ((low_a, high_a), (low_b, high_b)) = (room(a), room(b));
    if high_a < low_b {
        Judged::TRUE
    } else if low_a >= high_b {
        Judged::FALSE
    } else {
        Judged::UNKNOWN
    }
}

/// "at least 5", "about 20", "$4.2 billion", "6 to 8".
pub(super) fn text(q: &Quantity) -> String {
    let figure = |n: f64| grouped(n);
    let amount = match q.bound {
        Bound::Exactly => figure(q.amount),
        Bound::About => format!("about {}", figure(q.amount)),
        Bound::Nearly => format!("nearly {}", figure(q.amount)),
        Bound::AtLeast => format!("at least {}", figure(q.amount)),
        Bound::MoreThan => format!("more than {}", figure(q.amount)),
        Bound::AtMost => format!("at most {}", figure(q.amount)),
        Bound::Range(low, high) => format!("{} to {}", figure(low), figure(high)),
    };
    match q.unit {
        Unit::Count(_) | Unit::None => amount,
        Unit::Measure(unit) => format!("{amount} {unit}"),
        Unit::Money(code) => format!("{code} {amount}"),
        Unit::Percent => format!("{amount}%"),
        Unit::Age => format!("{amount} years old"),
        Unit::Pair(second) => format!("{amount}-{second}"),
    }
}

/// A number with thousands set off by commas.
fn grouped(n: f64) -> String {
    let plain = format!("{n}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = whole.len();
    let mut out = String::with_capacity(digits + digits / 3 + fraction.len() + 1);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (digits - i) % 3 == 0 && digits > 4 {
            out.push(',');
        }
        out.push(c);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
