//! One finding for one fact: all matches of a rule that touch the same slots.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::Facts;
use super::group::{Groups, is_drafted};
use super::join::Match;
use crate::diagnostic::{Diagnostic, Label, Percent, Severity};
use crate::graph::{EntityId, Field, Setting, SlotId, Statement, StatementId, Value};
use crate::rules::Rule;
use crate::rules::message::{Hole, Template};
use crate::symbol::Sym;

/// Makes findings of the matches of one rule.
pub fn findings<F: Facts>(rule: &Rule, facts: &F, groups: &Groups, matches: Vec<Match>) -> Vec<Diagnostic> {
    let tell = Tell { rule, facts, groups };
    connected(facts, matches).into_iter().filter_map(|matches| tell.finding(matches)).collect()
}

/// The matches that touch the same slots, together; in the order of the first of each.
fn connected<F: Facts>(facts: &F, matches: Vec<Match>) -> Vec<Vec<Match>> {
    let slot = |s: &StatementId| facts.statement(*s).map(|s| s.slot);
    let mut union = Union::default();
    for found in &matches {
        let mut slots = found.statements.iter().filter_map(slot);
        let Some(first) = slots.next() else { continue };
        slots.for_each(|other| union.join(first, other));
    }
    let mut place: FxHashMap<Option<SlotId>, usize> = FxHashMap::default();
    let mut facts_told: Vec<Vec<Match>> = Vec::new();
    for found in matches {
        let root = found.statements.first().and_then(slot).map(|s| union.root(s));
        let at = *place.entry(root).or_insert(facts_told.len());
        if at == facts_told.len() {
            facts_told.push(Vec::new());
        }
        if let Some(told) = facts_told.get_mut(at) {
            told.push(found);
        }
    }
    facts_told
}

/// Disjoint sets of slots.
#[derive(Debug, Default)]
struct Union {
    parent: FxHashMap<SlotId, SlotId>,
}

impl Union {
    fn root(&mut self, slot: SlotId) -> SlotId {
        let mut at = slot;
        while let Some(&up) = self.parent.get(&at) {
            // Halve the path on the way.
            if let Some(&above) = self.parent.get(&up) {
                self.parent.insert(at, above);
            }
            at = up;
        }
        at
    }

    fn join(&mut self, a: SlotId, b: SlotId) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parent.insert(a.max(b), a.min(b));
        }
    }
}

/// A mention on its way to being a label.
#[derive(Debug, Clone, Copy)]
struct Mention<'m> {
    statement: StatementId,
    /// The variable that it stands for, in `of`.
    variable: usize,
    of: &'m Match,
    /// Which of the finding's values it gives, by their first appearance.
    side: usize,
}

/// What it takes to tell of matches.
struct Tell<'a, F> {
    rule: &'a Rule,
    facts: &'a F,
    groups: &'a Groups,
}

impl<F: Facts> Tell<'_, F> {
    fn finding(&self, mut matches: Vec<Match>) -> Option<Diagnostic> {
        // The sort is stable: among equals the one read first leads.
        matches.sort_by_key(|m| (std::cmp::Reverse(m.severity), m.assumed));
        let lead = matches.first()?;
        let mentions = self.mentions(&matches);
        // A conflict needs two phrases; a house rule about single statements, one.
        if mentions.len() < self.rule.variables.len().min(2) {
            return None;
        }
        let outcome = lead.outcome.and_then(|at| self.rule.outcomes.get(at));
        let report = &self.rule.report;
        let message = outcome.and_then(|o| o.message.as_ref()).unwrap_or(&report.message);
        let help = outcome.and_then(|o| o.help.as_ref()).or(report.help.as_ref());
        let sources = self.sources(&mentions);
        let fill = |template: &Template| self.fill(template, &lead.statements, &sources);
        let mut finding = Diagnostic::new(self.rule.id.as_str(), lead.severity, fill(message));
        finding.help = help.map(fill);
        finding.decided = !lead.assumed;
        if lead.assumed {
            finding.missing = self.missing(lead);
        }
        finding.likelihood = self.likelihood(&mentions);
        if lead.severity > Severity::Note {
            finding.confidence = self.rule.measured.confidence(finding.likelihood);
            // What is more often wrong than right is no more than a lead.
            if finding.confidence.is_some_and(|confidence| confidence < Percent::HALF) {
                finding.severity = Severity::Note;
            }
        }
        finding.fingerprint = self.fingerprint(&mentions);
        let values = self.values(&mentions);
        finding.labels = mentions.iter().filter_map(|m| self.label(m, &sources, &values)).collect();
        // In a draft the author can do something about it.
        let of_draft = mentions.iter().position(|m| is_drafted(self.facts, m.statement));
        if let Some(labels) = of_draft.and_then(|at| finding.labels.get_mut(..=at)) {
            labels.rotate_right(1);
        }
        Some(finding)
    }

    /// Of the likeliest that took part.
    fn likelihood(&self, mentions: &[Mention<'_>]) -> Option<Percent> {
        let of_each = mentions.iter().filter_map(|mention| self.facts.likelihood(mention.statement));
        of_each.reduce(f32::max).and_then(|likelihood| Percent::of(f64::from(likelihood)))
    }

    /// Every mention that took part, one for each phrase: those of the leading match first, then value by
    /// value, each in order of article and place.
    fn mentions<'m>(&self, matches: &'m [Match]) -> Vec<Mention<'m>> {
        let lead = matches.iter().take(1);
        let mut found: Vec<(StatementId, usize, &Match)> =
            lead.flat_map(|m| m.statements.iter().enumerate().map(move |(v, s)| (*s, v, m))).collect();
        let leading = found.len();
        let mut groups_seen = FxHashSet::default();
        for of in matches {
            for (variable, group) in of.groups.iter().enumerate() {
                if groups_seen.insert((variable, *group)) {
                    let members =
                        self.groups.of(variable).get(*group as usize).map_or(&[][..], |g| &g.members);
                    found.extend(members.iter().map(|s| (*s, variable, of)));
                }
            }
        }
        if let Some(others) = found.get_mut(leading..) {
            others.sort_by_key(|(statement, ..)| *statement);
        }
        let mut mentions = self.by_phrase(found);
        if let Some(others) = mentions.get_mut(leading..) {
            others.sort_by_key(|m| (m.side, m.statement));
        }
        mentions
    }

    /// The first of the statements at each phrase, with the side that it is on.
    fn by_phrase<'m>(&self, found: Vec<(StatementId, usize, &'m Match)>) -> Vec<Mention<'m>> {
        let mut phrases = FxHashSet::default();
        let mut sides: FxHashMap<u64, usize> = FxHashMap::default();
        let mut mentions = Vec::new();
        for (id, variable, of) in found {
            let Some(statement) = self.statement(id) else { continue };
            if phrases.insert((statement.article, statement.span)) {
                let next = sides.len();
                let side = *sides.entry(self.hash_of(statement.value)).or_insert(next);
                mentions.push(Mention { statement: id, variable, of, side });
            }
        }
        mentions
    }

    /// How many outlets give each value.
    fn sources(&self, mentions: &[Mention<'_>]) -> FxHashMap<u64, usize> {
        let mut outlets = FxHashSet::default();
        let mut sources = FxHashMap::default();
        for statement in mentions.iter().filter_map(|m| self.statement(m.statement)) {
            let value = self.hash_of(statement.value);
            let outlet = self.facts.outlet(statement.article);
            if outlets.insert((value, outlet)) {
                *sources.entry(value).or_default() += 1;
            }
        }
        sources
    }

    /// Each value, by its hash, as its first mention has it: labels of one value are told by it.
    fn values(&self, mentions: &[Mention<'_>]) -> FxHashMap<u64, String> {
        let mut values = FxHashMap::default();
        for mention in mentions {
            let Some(statement) = self.statement(mention.statement) else { continue };
            if *statement.value != Value::Unknown {
                values.entry(self.hash_of(statement.value)).or_insert_with(|| self.facts.shown(&statement));
            }
        }
        values
    }

    fn label(
        &self,
        mention: &Mention<'_>,
        sources: &FxHashMap<u64, usize>,
        values: &FxHashMap<u64, String>,
    ) -> Option<Label> {
        let statement = self.statement(mention.statement)?;
        let article = self.facts.articles().get(statement.article as usize)?;
        let mut statements = mention.of.statements.clone();
        if let Some(own) = statements.get_mut(mention.variable) {
            *own = mention.statement;
        }
        let template = self.rule.report.labels.get(mention.variable).and_then(Option::as_ref);
        let message = template.map(|t| self.fill(t, &statements, sources)).unwrap_or_default();
        let value = values.get(&self.hash_of(statement.value)).cloned();
        Some(Label { source: article.source, span: statement.span, message, value })
    }

    fn fill(
        &self,
        template: &Template,
        statements: &[StatementId],
        sources: &FxHashMap<u64, usize>,
    ) -> String {
        template.fill(|variable, hole| {
            let Some(&id) = statements.get(variable) else { return String::new() };
            match hole {
                Hole::Field(Field::Class) => self.noun(id),
                Hole::Field(Field::Value) => self.shown(id),
                Hole::Field(field) => self.facts.text(&self.facts.field(id, field)),
                Hole::Sources => {
                    let value = self.statement(id).map(|s| self.hash_of(s.value));
                    match value.and_then(|v| sources.get(&v)).copied().unwrap_or(1) {
                        1 => "1 source".to_string(),
                        n => format!("{n} sources"),
                    }
                }
            }
        })
    }

    fn shown(&self, id: StatementId) -> String {
        self.statement(id).map(|statement| self.facts.shown(&statement)).unwrap_or_default()
    }

    /// What the event of a statement is called ("meeting").
    fn noun(&self, id: StatementId) -> String {
        let lexicon = self.facts.lexicon();
        match self.facts.field(id, Field::Class) {
            Value::Text(name) => {
                lexicon.class_named(&name).map_or(name.as_str(), |id| &lexicon.class(id).noun).to_string()
            }
            value => self.facts.text(&value),
        }
    }

    /// The articles whose dates would decide.
    fn missing(&self, lead: &Match) -> Vec<String> {
        let articles = lead.statements.iter().filter_map(|s| self.statement(*s)).map(|s| s.article);
        let undated = articles
            .filter_map(|a| self.facts.articles().get(a as usize))
            .filter(|a| a.published.is_none() && !a.house);
        let mut missing: Vec<String> = undated.map(|a| format!("published date of {}", a.name)).collect();
        missing.dedup();
        missing
    }

    /// A hash of the rule, of whose fact it is and of the values in dispute. It does not depend on files, places
    /// or wording, nor on how often or by how many a value is given; a value that joins or leaves the dispute
    /// makes another finding of it.
    fn fingerprint(&self, mentions: &[Mention<'_>]) -> String {
        let mut said = BTreeSet::new();
        for statement in mentions.iter().map(|m| m.statement) {
            self.identify(statement, &mut said);
        }
        let texts = std::iter::once(self.rule.id.as_str()).chain(said.iter().map(String::as_str));
        format!("{:016x}", fnv1a(texts))
    }

    /// Adds what a statement puts where. Names count by their last words, for the first ones come and go with the
    /// article that gives the full name.
    fn identify(&self, id: StatementId, said: &mut BTreeSet<String>) {
        let Some(statement) = self.statement(id) else { return };
        let text = |field| Some(self.facts.field(id, field)).filter(|v| *v != Value::Unknown);
        let text = |field| text(field).map(|value| folded(&self.facts.text(&value)));
        let counted = statement.what.map(Sym::as_str).or(counted(statement.value));
        let slot = [Some(statement.role.to_string()), counted.map(folded), text(Field::Class)];
        let slot: Vec<String> = slot.into_iter().flatten().collect();
        let mut add = |what: &str, value: &str| {
            said.insert(format!("{}: {what} {value}", slot.join(" ")));
        };
        match statement.value {
            Value::Unknown => add("is", &text(Field::Text).unwrap_or_default()),
            Value::Entity(entity) => add("is", &self.surname(*entity)),
            Value::Entities(members) => members.iter().for_each(|e| add("with", &self.surname(*e))),
            Value::Event(_) => match self.facts.field(id, Field::Participants) {
                Value::Entities(members) => {
                    return members.iter().for_each(|e| add("with", &self.surname(*e)));
                }
                _ => add("is", ""),
            },
            value => add("is", &folded(&self.facts.text(value))),
        }
        if let Some(owner) = statement.about.entity() {
            return add("of", &self.surname(owner));
        }
        // Nobody's fact is told from another of its kind by where and when it was, unless that is in dispute.
        let Setting { country, day } = self.facts.setting(id);
        let open = |disputed: &str| statement.role != disputed;
        country.filter(|_| open("where")).iter().for_each(|country| add("in", &folded(country)));
        day.filter(|_| open("when")).iter().for_each(|day| add("on", &folded(day)));
        if let (false, Value::Entity(whom)) = (open("when"), self.facts.field(id, Field::Whom)) {
            add("of", &self.surname(whom));
        }
    }

    fn surname(&self, entity: EntityId) -> String {
        let name = folded(&self.facts.text(&Value::Entity(entity)));
        name.rsplit(' ').next().unwrap_or_default().to_owned()
    }

    fn statement(&self, id: StatementId) -> Option<Statement<'_>> {
        self.facts.statement(id)
    }

    /// Stands for a value: equal values have the same. Times that no date places are told apart by their words.
    fn hash_of(&self, value: &Value) -> u64 {
        let mut hasher = FxHasher::default();
        value.digest(&mut hasher);
        if matches!(value, Value::Time(when) if when.days.is_none()) {
            self.facts.text(value).hash(&mut hasher);
        }
        hasher.finish()
    }
}

/// The noun that is counted.
fn counted(value: &Value) -> Option<&str> {
    match value {
        Value::Quantity(quantity) => quantity.unit.counted().map(|noun| noun.as_str()),
        _ => None,
    }
}

/// Case and spacing folded.
fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The 64-bit FNV-1a hash (Fowler, Noll and Vo) of texts, each closed by a byte that UTF-8 does not have.
/// Fingerprints are kept by users across versions, so it must never change.
fn fnv1a<'t>(texts: impl Iterator<Item = &'t str>) -> u64 {
    let bytes = texts.flat_map(|t| t.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
