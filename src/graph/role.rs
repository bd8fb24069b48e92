//! The roles that statements can have.

use crate::lexicon::Lexicon;

/// Roles that the graph gives, with what a statement in them says. Event classes add the names that the lexicon
/// gives as `counts`.
pub const ROLES: [(&str, &str); 10] = [
    ("event", "that the event happened"),
    ("when", "when the event happened"),
    ("where", "where the event happened"),
    ("ordinal", "which of its kind the event was (\"the first\")"),
    ("measure", "a measure of the event (\"6.1-magnitude\")"),
    ("age", "a person's age"),
    ("title", "a person's rank"),
    ("name", "a name, beside others that look alike"),
    ("quote", "what stands between quotation marks"),
    ("conversion", "one of two figures for the same (\"10 metres (33 feet)\")"),
];

/// Every role: those of the graph, then those that count whom an event happened to.
pub fn roles(lexicon: &Lexicon) -> Vec<&'static str> {
    let counts = lexicon.classes().iter().filter_map(|class| class.counts).map(|role| role.as_str());
    let mut all: Vec<&str> = ROLES.iter().map(|(name, _)| *name).collect();
    for role in counts {
        if !all.contains(&role) {
            all.push(role);
        }
    }
    all
}
