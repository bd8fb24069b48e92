//! Which articles give a rule nothing to compare, and what they give instead: for those who write rules.

use super::near::unfitting;
use super::{ByRole, Facts};
use crate::graph::StatementId;
use crate::rules::Rule;

/// So many other statements of an article are told.
const MOST_TOLD: usize = 5;

/// A variable for which an article has no statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// The variable.
    pub variable: usize,
    /// The article.
    pub article: u32,
    /// What no statement of the article has, and what there is instead.
    pub why: String,
}

/// What articles lack: each that has nothing for a variable which nothing fits in any of them, and each that has
/// nothing for any variable. Articles of the house are no articles.
pub fn lacking<F: Facts>(rule: &Rule, facts: &F) -> Vec<Lack> {
    let roles = ByRole::new(facts);
    let article = |id: StatementId| facts.statement(id).map(|s| s.article);
    let fitting = |pattern: &crate::rules::pattern::Pattern| -> Vec<u32> {
        let listed = roles.of(&pattern.roles);
        let fits = listed.iter().copied().filter(|id| pattern.admits(*id, facts));
        fits.filter_map(article).collect()
    };
    let fitted: Vec<Vec<u32>> = rule.variables.iter().map(|v| fitting(&v.pattern)).collect();
    let mut lacks = Vec::new();
    let articles = facts.articles().iter().zip(0..).filter(|(node, _)| !node.house);
    for at in articles.map(|(_, at)| at) {
        let silent = !fitted.iter().any(|fitted| fitted.contains(&at));
        for (variable, (of, fitted)) in rule.variables.iter().zip(&fitted).enumerate() {
            // One article may be meant for one variable: of a silent one, the last stands for all.
            let last = variable + 1 == rule.variables.len();
            if fitted.is_empty() || (silent && last) {
                let own = |id: &StatementId| article(*id) == Some(at);
                let listed: Vec<StatementId> =
                    roles.of(&of.pattern.roles).iter().copied().filter(own).collect();
                let why = match listed.is_empty() {
                    true => format!("{}; {}", unfitting(&of.pattern, &listed, facts), instead(at, facts)),
                    false => unfitting(&of.pattern, &listed, facts),
                };
                lacks.push(Lack { variable, article: at, why });
            }
        }
    }
    lacks
}

/// "there is killed: 12, age: 36 years old"
fn instead<F: Facts>(article: u32, facts: &F) -> String {
    let ids = (0..facts.statement_count() as u32).map(StatementId);
    let own = ids.filter_map(|id| facts.statement(id)).filter(|s| s.article == article);
    let mut told: Vec<String> = own.map(|s| format!("{}: {}", s.role, facts.text(s.value))).collect();
    told.dedup();
    let more = told.len().saturating_sub(MOST_TOLD);
    told.truncate(MOST_TOLD);
    match (told.is_empty(), more) {
        (true, _) => "nothing was read".to_owned(),
        (false, 0) => format!("there is {}", told.join(", ")),
        (false, more) => format!("there is {} and {more} more", told.join(", ")),
    }
}

#[cfg(test)]
mod tests;
