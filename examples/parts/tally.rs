//! What is counted of parts and of values, and how it is printed.

use std::collections::BTreeMap;
use std::fmt;

use gainsay::graph::parts::{Agreement, ClaimPart};

/// How two mentions lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// Two values of one hard group.
    Disputed,
    /// One value of one hard group.
    OneValue,
    /// Two groups of one kind.
    OtherFact,
}

impl Relation {
    const ALL: [Relation; 3] = [Relation::Disputed, Relation::OneValue, Relation::OtherFact];

    fn name(self) -> &'static str {
        match self {
            Relation::Disputed => "one fact, two values",
            Relation::OneValue => "one fact, one value",
            Relation::OtherFact => "two facts of one kind",
        }
    }
}

/// What an agreement is called.
pub(crate) fn name(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Equal => "equal",
        Agreement::Compatible => "compatible",
        Agreement::Different => "different",
        Agreement::Unknown => "unknown",
    }
}

/// Pairs of mentions, and those of them in which a part is known on both sides, by how it agrees.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Counts {
    pairs: usize,
    agreeing: BTreeMap<Agreement, usize>,
}

impl Counts {
    /// In how many is it known on both sides, and in how many of those is known how it agrees?
    fn typed(&self) -> [usize; 2] {
        let typed: usize = self.agreeing.values().sum();
        [typed, typed - self.agreeing.get(&Agreement::Unknown).unwrap_or(&0)]
    }
}

/// The counts of each part. Shares are of the pairs in which it is decided how the part agrees.
#[derive(Debug, Default)]
pub(crate) struct Table(BTreeMap<(Relation, ClaimPart), Counts>);

impl Table {
    /// Adds a pair, with how a part agrees if it is known on both sides.
    pub(crate) fn add(&mut self, part: ClaimPart, relation: Relation, agreement: Option<Agreement>) {
        let counts = self.0.entry((relation, part)).or_default();
        counts.pairs += 1;
        if let Some(agreement) = agreement {
            *counts.agreeing.entry(agreement).or_default() += 1;
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = Counts::default();
        for relation in Relation::ALL {
            let head = ["pairs", "typed", "decided", "equal", "compatible", "different"];
            let [pairs, typed, decided, equal, compatible, different] = head;
            let name = relation.name();
            writeln!(
                f,
                "{name:<22} {pairs:>6} {typed:>6} {decided:>7} {equal:>8} {compatible:>10} {different:>9}"
            )?;
            for part in ClaimPart::ALL {
                let counts = self.0.get(&(relation, part)).unwrap_or(&none);
                let [typed, decided] = counts.typed();
                let share = |agreement| {
                    percent(counts.agreeing.get(&agreement).copied().unwrap_or_default(), decided)
                };
                let [equal, compatible, different] =
                    [Agreement::Equal, Agreement::Compatible, Agreement::Different].map(share);
                let (name, pairs) = (part.name(), counts.pairs);
                writeln!(
                    f,
                    "  {name:<20} {pairs:>6} {typed:>6} {decided:>7} {equal:>8} {compatible:>10} {different:>9}"
                )?;
            }
        }
        Ok(())
    }
}

/// In how many groups of each kind values were read on both sides, and in how many of those they differ.
#[derive(Debug, Default)]
pub(crate) struct Typed(BTreeMap<&'static str, [usize; 3]>);

impl Typed {
    /// Adds a group: are values read on both sides, and do they differ?
    pub(crate) fn add(&mut self, kind: &'static str, read: bool, differ: bool) {
        let [groups, both, differing] = self.0.entry(kind).or_default();
        *groups += 1;
        *both += usize::from(read);
        *differing += usize::from(differ);
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<22} {:>6} {:>6} {:>9} {:>6}",
            "values of hard groups", "groups", "typed", "differing", ""
        )?;
        let all = self.0.values().fold([0; 3], |sum, row| std::array::from_fn(|at| sum[at] + row[at]));
        let rows = self.0.iter().map(|(name, row)| (*name, *row)).chain([("all of these", all)]);
        for (name, [groups, both, differing]) in rows {
            let share = percent(differing, groups);
            writeln!(f, "  {name:<20} {groups:>6} {both:>6} {differing:>9} {share:>6}")?;
        }
        Ok(())
    }
}

/// A share as a percentage; nothing of nothing.
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "-".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}
