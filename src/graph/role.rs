//! The roles that statements can have.

use crate::lexicon::Lexicon;

/// Roles that the graph gives, with what a statement in them says. Event classes add the names that the lexicon
/// gives as `counts`.
pub const ROLES: [(&str, &str); 23] = [
    ("event", "that the event happened"),
    ("when", "when the event happened"),
    ("where", "where the event happened"),
    ("ordinal", "which of its kind the event was (\"the first\")"),
    ("measure", "a measure of the event (\"fell 60 feet\")"),
    ("age", "a person's age"),
    ("title", "a person's rank"),
    ("home", "where a person is from (\"of Lyon\")"),
    ("record", "a person's or a team's record (\"31-2\")"),
    ("name", "a name, beside others that look alike"),
    ("attribute", "a measure of what the articles are about (\"a depth of 10 miles\")"),
    ("distance", "how far from somewhere it was (\"20 miles north of Lyon\")"),
    ("direction", "in which direction from somewhere it was"),
    ("exchange", "a sum and what it is in other money (\"40 million euros ($44 million)\")"),
    ("series", "how many there were of one kind of thing (\"three explosions\")"),
    ("model", "how many there were of one model (\"seven AK-47s\")"),
    ("block", "which block of a street it was"),
    ("sum", "how much money a robbery, a purchase or a fine was about"),
    ("figure", "a figure, beside others with the same words around them"),
    ("quote", "what stands between quotation marks"),
    ("spelling", "how a name is written of which the house knows the spelling"),
    ("holder", "who holds an office of which the house knows the holder"),
    ("conversion", "one of two figures for the same (\"10 metres (33 feet)\")"),
];

/// Every role: those of the graph, then those that count whom an event happened to.
pub fn roles(lexicon: &Lexicon) -> Vec<&str> {
    let mut all: Vec<&str> = ROLES.iter().map(|(name, _)| *name).collect();
    all.extend(counted(lexicon));
    all
}

/// The roles that count whom an event happened to, in the order of the event classes.
pub fn counted(lexicon: &Lexicon) -> Vec<&str> {
    let mut counted = Vec::new();
    for role in lexicon.classes().iter().filter_map(|class| class.counts.as_ref()) {
        if !counted.contains(&role.as_str()) {
            counted.push(role.as_str());
        }
    }
    counted
}
