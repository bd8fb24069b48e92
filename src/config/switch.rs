//! Which setting turned a rule off.

use super::{Config, Level, Placed};
use crate::rules::{Rule, RuleSet};
use crate::source::Span;

/// A table of the settings that can turn rules off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// `[rules]`
    Rules,
    /// `[[for]]`
    For,
    /// `[packs]`
    Packs,
}

impl Config {
    /// What turned a rule off for all articles, and where that stands; none if its own file did.
    pub fn turned_off(&self, rule: &Rule) -> Option<(Table, Span)> {
        let pack = || self.pack_off(rule.pack.as_str(), &RuleSet::built_in_packs());
        self.level_off(rule.id.as_str()).or_else(|| Some((Table::Packs, pack()?)))
    }

    /// The same of one of its outcomes.
    pub fn outcome_turned_off(&self, rule: &Rule, outcome: &str) -> Option<(Table, Span)> {
        self.level_off(&format!("{}/{outcome}", rule.id))
    }

    /// Where it says that this rule, or this outcome, is off.
    pub(super) fn level_off(&self, id: &str) -> Option<(Table, Span)> {
        let off = |level: &&Placed<Level>| level.value == Level::Off;
        Some((Table::Rules, self.rules.get(id).filter(off)?.place))
    }

    /// Where it says that a pack is not used.
    pub(super) fn pack_off(&self, pack: &str, built_in: &[&str]) -> Option<Span> {
        let named = |packs: &[Placed<String>]| packs.iter().find(|p| p.value == pack).map(|p| p.place);
        let left_out = || {
            let chosen = self.built_in.as_ref().filter(|_| built_in.contains(&pack))?;
            named(&chosen.value).is_none().then_some(chosen.place)
        };
        named(&self.packs_off).or_else(left_out)
    }
}
