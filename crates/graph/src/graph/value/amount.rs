//! Amounts as values: what "at least five", "about 20" and "dozens" leave room for.

use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::lexicon::Lexicon;
use crate::truth::{Judged, Truth};

/// How far two amounts may lie apart and still count as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// A share of the larger of the two: 0.05 is 5%.
    Share(f64),
    /// So much, in the unit of the first.
    Amount(f64),
}

/// "About 20" is anything within this share of it: what is rounded to the nearest five is off by no more.
const ABOUT: f64 = 0.125;
/// "Nearly 300" is no less than this share of it.
const NEARLY: f64 = 0.85;

/// The amounts that the words leave room for: lowest and highest, both included.
fn room(q: &Quantity) -> (f64, f64) {
    match q.bound {
        Bound::Exactly => (q.amount, q.amount),
        Bound::About => (q.amount * (1.0 - ABOUT), q.amount * (1.0 + ABOUT)),
        Bound::Nearly => (q.amount * NEARLY, q.amount),
        Bound::AtLeast => (q.amount, f64::INFINITY),
        Bound::MoreThan => (next_above(q), f64::INFINITY),
        Bound::AtMost => (0.0, q.amount),
        Bound::Range(low, high) => (low, high),
    }
}

/// The same in the base unit of what is measured, so that miles and kilometres compare.
fn in_base((low, high): (f64, f64), unit: &Unit, lexicon: &Lexicon) -> (f64, f64) {
    let Unit::Measure(name) = unit else { return (low, high) };
    let Some(id) = lexicon.unit_named(name) else { return (low, high) };
    let measure = lexicon.unit(id);
    (low * measure.factor + measure.offset, high * measure.factor + measure.offset)
}

/// The least that is more than an amount: one more of what is counted, a little more of what is measured or paid.
fn next_above(q: &Quantity) -> f64 {
    let counted = matches!(q.unit, Unit::Count(_) | Unit::None | Unit::Age | Unit::Pair(_));
    let one_by_one = counted && q.amount.fract() == 0.0 && q.amount < 1000.0;
    if one_by_one { q.amount + 1.0 } else { q.amount * 1.0001 }
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
    // 3.3 is 33 tenths, or nearly: 32.999 or 33.001.
    let whole = |n: f64| (n - n.round()).abs() < 1e-6;
    let mut step = 1.0;
    while !whole(amount / step) && step > 1e-3 {
        step /= 10.0;
    }
    while step < amount && whole(amount / (step * 10.0)) {
        step *= 10.0;
    }
    step / 2.0
}

/// Fewer days, months or years than this nobody rounds.
const FEW: f64 = 20.0;

/// Are they so few days, or longer times, that nobody rounds them?
fn is_counted_time(q: &Quantity, lexicon: &Lexicon) -> bool {
    let Unit::Measure(name) = &q.unit else { return false };
    let measure = lexicon.unit_named(name).map(|id| lexicon.unit(id));
    q.amount < FEW && measure.is_some_and(|measure| measure.is_of_time() && measure.factor >= 1.0)
}

/// Can the two be compared at all?
fn comparable(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> bool {
    let dimension = |name: &str| {
        lexicon.unit_named(name).map(|id| lexicon.unit(id)).filter(|u| !u.ambiguous).map(|u| &u.dimension)
    };
    match (&a.unit, &b.unit) {
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
pub(super) fn same(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> Judged {
    if !comparable(a, b, lexicon) {
        return Judged::UNKNOWN;
    }
    Judged::from(same_kind(&a.unit, &b.unit) && room(a) == room(b) && second(a) == second(b))
}

/// Counts of one slot are of one kind of thing, whatever noun each report uses.
fn same_kind(a: &Unit, b: &Unit) -> bool {
    let counted = |u: &Unit| matches!(u, Unit::Count(_) | Unit::None);
    a == b || (counted(a) && counted(b))
}

fn second(q: &Quantity) -> Option<u32> {
    match q.unit {
        Unit::Pair(second) => Some(second),
        _ => None,
    }
}

/// Is there no amount that both leave room for?
pub(in crate::graph) fn conflict(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> Judged {
    if !comparable(a, b, lexicon) {
        return Judged::UNKNOWN;
    }
    if let (Some(x), Some(y)) = (second(a), second(b)) {
        return Judged::from(a.amount != b.amount || x != y);
    }
    let (slack_a, slack_b) = slack(a, b, lexicon);
    let widened = |q: &Quantity, by: f64| {
        let (low, high) = room(q);
        in_base((low - by, high + by), &q.unit, lexicon)
    };
    let ((low_a, high_a), (low_b, high_b)) = (widened(a, slack_a), widened(b, slack_b));
    // What lies halfway is rounded up: 135 is no 130.
    let (rounded_a, rounded_b) = (slack_a > 0.0, slack_b > 0.0);
    let above = |low: f64, high: f64, rounded: bool| low > high || rounded && low >= high;
    Judged::from(above(low_a, high_b, rounded_b) || above(low_b, high_a, rounded_a))
}

/// By how much each of two figures may be off for having been rounded. Of two in one unit it is the rounder that may
/// have been, but for a few days or years; of two in different units, both.
fn slack(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> (f64, f64) {
    let (own, other) = (rounding(a), rounding(b));
    match same_kind(&a.unit, &b.unit) {
        true if own == other || is_counted_time(a, lexicon) && is_counted_time(b, lexicon) => (0.0, 0.0),
        true if own < other => (0.0, other),
        true => (own, 0.0),
        false => (own, other),
    }
}

/// Why two figures that are not the same may be one value, in words: "USD 90,000,000 may be 85,000,000 to
/// 95,000,000, rounded". None where they are the same or cannot both be right.
pub(super) fn may_be_one(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> Option<String> {
    let apart = same(a, b, lexicon).truth == Truth::False && conflict(a, b, lexicon).truth == Truth::False;
    let (slack_a, slack_b) = slack(a, b, lexicon);
    let leeway = [(a, slack_a), (b, slack_b)].map(|(q, by)| leeway(q, by, lexicon));
    let told: Vec<String> = leeway.into_iter().flatten().collect();
    (apart && !told.is_empty()).then(|| told.join(", and "))
}

/// What else an amount may be, if anything.
fn leeway(q: &Quantity, rounded_by: f64, lexicon: &Lexicon) -> Option<String> {
    let (low, high) = room(q);
    let (low, high) = (low - rounded_by, high + rounded_by);
    let room = match (low, high) {
        _ if low == high => return None,
        (_, f64::INFINITY) => format!("{} or more", grouped(low)),
        _ if matches!(q.bound, Bound::AtMost) => format!("{} or less", grouped(high)),
        _ => format!("{} to {}", grouped(low), grouped(high)),
    };
    let rounded = if rounded_by > 0.0 { ", rounded" } else { "" };
    Some(format!("{} may be {room}{rounded}", text(q, lexicon)))
}

/// Is the one certainly less than the other?
pub(super) fn less(a: &Quantity, b: &Quantity, lexicon: &Lexicon) -> Judged {
    if !comparable(a, b, lexicon) {
        return Judged::UNKNOWN;
    }
    let in_base = |q: &Quantity| in_base(room(q), &q.unit, lexicon);
    let ((low_a, high_a), (low_b, high_b)) = (in_base(a), in_base(b));
    if high_a < low_b {
        Judged::TRUE
    } else if low_a >= high_b {
        Judged::FALSE
    } else {
        Judged::UNKNOWN
    }
}

/// Is the amount this number, in the amount's own unit? Not known if the words leave room for others.
pub(super) fn is(q: &Quantity, n: f64) -> Judged {
    let (low, high) = room(q);
    match second(q) {
        Some(_) => Judged::UNKNOWN,
        None if n < low - 1e-9 || n > high + 1e-9 => Judged::FALSE,
        None if low == high => Judged::TRUE,
        None => Judged::UNKNOWN,
    }
}

/// A number in the unit of an amount that it is held against.
pub(super) fn beside(n: f64, q: &Quantity) -> Quantity {
    Quantity { amount: n, bound: Bound::Exactly, unit: q.unit.clone() }
}

/// Do the two lie no further apart than this? Not known if that hangs on where in their room they are.
pub(super) fn close(a: &Quantity, b: &Quantity, tolerance: Tolerance, lexicon: &Lexicon) -> Judged {
    if !comparable(a, b, lexicon) || second(a).is_some() {
        return Judged::UNKNOWN;
    }
    let (x, y) = (in_base(room(a), &a.unit, lexicon), in_base(room(b), &b.unit, lexicon));
    let near = |p: f64, q: f64| {
        let (less, more) = if p < q { (p, q) } else { (q, p) };
        match tolerance {
            Tolerance::Share(share) => {
                more - less <= share * less.abs().max(more.abs()) + 1e-9 && more.is_finite()
            }
            Tolerance::Amount(far) => {
                let (nothing, far) = in_base((0.0, far), &a.unit, lexicon);
                more - less <= far - nothing + 1e-9
            }
        }
    };
    let meet = x.0 <= y.1 && y.0 <= x.1;
    if near(x.0, y.1) && near(x.1, y.0) {
        Judged::TRUE
    } else if meet || near(x.1, y.0) || near(x.0, y.1) {
        Judged::UNKNOWN
    } else {
        Judged::FALSE
    }
}

/// "at least 5", "about 20", "$4.2 billion", "6 to 8".
pub(super) fn text(q: &Quantity, lexicon: &Lexicon) -> String {
    let figure = |n: f64| match &q.unit {
        Unit::Money(code) => match lexicon.shared_money(code) {
            Some(many) => format!("{} {many}", with_cents(grouped(n))),
            None => format!("{code} {}", with_cents(grouped(n))),
        },
        _ => grouped(n),
    };
    let amount = match q.bound {
        Bound::Exactly => figure(q.amount),
        Bound::About => format!("about {}", figure(q.amount)),
        Bound::Nearly => format!("nearly {}", figure(q.amount)),
        Bound::AtLeast => format!("at least {}", figure(q.amount)),
        Bound::MoreThan => format!("more than {}", figure(q.amount)),
        Bound::AtMost => format!("at most {}", figure(q.amount)),
        Bound::Range(low, high) => format!("{} to {}", figure(low), figure(high)),
    };
    match &q.unit {
        Unit::Count(_) | Unit::None | Unit::Money(_) => amount,
        Unit::Measure(unit) => measured(&amount, unit, q.amount == 1.0, lexicon),
        Unit::Percent => format!("{amount}%"),
        Unit::Age => format!("{amount} years old"),
        Unit::Pair(second) => format!("{amount}-{second}"),
    }
}

/// "1 mile", "4 miles", "4 km"; what has no unit but its name, a magnitude, is a number.
fn measured(amount: &str, unit: &str, one: bool, lexicon: &Lexicon) -> String {
    match lexicon.unit_named(unit).map(|id| lexicon.unit(id)) {
        Some(measure) if measure.dimension == measure.name => amount.to_owned(),
        Some(measure) if !one => format!("{amount} {}", measure.many),
        _ => format!("{amount} {unit}"),
    }
}

/// "1.5" dollars are told as "1.50".
fn with_cents(mut sum: String) -> String {
    if sum.rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 1) {
        sum.push('0');
    }
    sum
}

/// A number with thousands set off by commas, and no more decimals than a reader needs.
fn grouped(n: f64) -> String {
    let decimals = if n.abs() < 1.0 { 7 } else { 4 };
    let rounded = format!("{n:.decimals$}");
    let plain = rounded.trim_end_matches('0').trim_end_matches('.');
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |plain| ("-", plain));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = whole.len();
    let mut out = String::with_capacity(sign.len() + digits + digits / 3 + fraction.len() + 1);
    out.push_str(sign);
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
