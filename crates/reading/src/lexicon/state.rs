//! States that exclude each other, and how news tells of them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::packed::{table, unpack};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    states: Vec<Row>,
    suffering: FxHashSet<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Row {
    state: String,
    excludes: Vec<String>,
    undergone: Vec<String>,
    verbs: Vec<String>,
    words: Vec<String>,
    harms: Vec<String>,
    now: Vec<String>,
}

/// In which state somebody or something is: "dead", "held".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State(u8);

struct States {
    table: Table,
    classes: FxHashMap<String, State>,
    verbs: FxHashMap<String, State>,
    /// And whether only the present tells of it.
    words: FxHashMap<String, (State, bool)>,
    harms: FxHashMap<String, State>,
    /// By state: those that it excludes.
    excluded: Vec<Vec<State>>,
}

/// They do not vary with a project's vocabulary.
static STATES: LazyLock<States> = LazyLock::new(|| {
    let table: Table = unpack(table!("states"));
    let numbered = || (0..).map(State).zip(&table.states);
    let mut excluded = vec![Vec::new(); table.states.len()];
    let (mut classes, mut verbs) = (FxHashMap::default(), FxHashMap::default());
    let (mut words, mut harms) = (FxHashMap::default(), FxHashMap::default());
    for (state, row) in numbered() {
        classes.extend(row.undergone.iter().map(|class| (class.clone(), state)));
        verbs.extend(row.verbs.iter().map(|verb| (verb.clone(), state)));
        words.extend(row.words.iter().map(|word| (word.clone(), (state, false))));
        harms.extend(row.harms.iter().map(|harm| (harm.clone(), state)));
        words.extend(row.now.iter().map(|word| (word.clone(), (state, true))));
        for (other, _) in numbered().filter(|(_, other)| row.excludes.contains(&other.state)) {
            excluded[usize::from(state.0)].push(other);
            excluded[usize::from(other.0)].push(state);
        }
    }
    States { table, classes, verbs, words, harms, excluded }
});

impl State {
    /// The state to which an event of a class brings those to whom it happens.
    pub fn after(class: &str) -> Option<State> {
        STATES.classes.get(class).copied()
    }

    /// The state of the subject of a verb, in its base form.
    pub fn of_subject(verb: &str) -> Option<State> {
        STATES.verbs.get(verb).copied()
    }

    /// The state of those who suffer what a word in lower case is or describes: "burn", "broken".
    pub fn of_harm(word: &str) -> Option<State> {
        STATES.harms.get(word).copied()
    }

    /// The state that words in lower case tell of: "alive". Does only the present tell of it?
    pub fn said(words: &str) -> Option<(State, bool)> {
        STATES.words.get(words).copied()
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        STATES.table.states.get(usize::from(self.0)).map_or("", |row| &row.state)
    }

    /// The states that nobody is in at the same time.
    pub fn excluded(self) -> &'static [State] {
        STATES.excluded.get(usize::from(self.0)).map_or(&[], Vec::as_slice)
    }
}

/// Does the subject of a verb undergo what its object names: "suffered injuries"?
pub fn is_suffering(verb: &str) -> bool {
    STATES.table.suffering.contains(verb)
}

#[cfg(test)]
mod tests;
