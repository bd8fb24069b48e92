//! The tables and keys of a project's lexicon file.

use crate::lexicon::Place;
use crate::rules::file::{Key, Shape, VERDICTS, optional, required};

/// The keys of the file itself.
pub const LEXICON: [Key; 8] = [
    optional("event", Shape::Table, "kinds of events with the words that name them, one table a class"),
    optional("opposites", Shape::Pairs, "words of which both cannot hold of one thing at one time"),
    optional("title", Shape::Table, "words for what somebody is"),
    optional("ladder", Shape::Tables, "ranks of which one person has one at a time, from the lowest up"),
    optional("place", Shape::Tables, "places and what they lie in"),
    optional("alias", Shape::Tables, "other names of somebody or something"),
    optional("fact", Shape::Tables, "what the house knows for certain: articles are held against it"),
    optional("test", Shape::Tables, "sentences with what must be read in them"),
];

/// The keys of `[event.CLASS]`.
pub const EVENT: [Key; 14] = [
    optional(
        "verbs",
        Shape::Words,
        "who did it is the subject, to whom the object (\"police arrested a man\")",
    ),
    optional("undergo", Shape::Words, "verbs whose subject is the one it happens to (\"a man died\")"),
    optional("nouns", Shape::Words, "nouns that name the event (\"the arrest\")"),
    optional("adjectives", Shape::Words, "states that it leaves behind (\"dead\")"),
    optional(
        "whom",
        Shape::Words,
        "what the one is called to whom it happened, if it happened to one alone (\"the victim\")",
    ),
    optional("counts", Shape::Text, "the role that a number of those it happens to fills (`killed`)"),
    optional("symmetric", Shape::Flag, "all who take part stand on one footing (\"A met B\")"),
    optional("once", Shape::Flag, "it happens at most once to the same one"),
    optional(
        "repeats",
        Shape::Flag,
        "it happens to the same ones again and again: another day is another event",
    ),
    optional("sole", Shape::Flag, "one alone does it, and to one alone (who won, who was appointed)"),
    optional("follows", Shape::Flag, "it comes after what \"in\" behind it names (\"charged in the death\")"),
    optional("is", Shape::Text, "the class that this one is a kind of"),
    optional("opposite", Shape::Text, "the class that undoes or excludes this one"),
    optional(
        "with",
        Shape::Tables,
        "words that name it only with certain words around them; tried first, in order",
    ),
];

/// The keys of an entry of `with`.
pub const WITH: [Key; 5] = [
    optional("verbs", Shape::Words, "verbs"),
    optional("nouns", Shape::Words, "nouns"),
    optional("undergo", Shape::Flag, "is the subject of the verbs the one it happens to?"),
    optional("passive", Shape::Flag, "must the verb be in the passive, or must it not?"),
    optional(
        "when",
        Shape::Table,
        "what fills a place (`agent`, `patient`, or a preposition): one of these words, none of those with a `!`; \
         `@person`, `@group`, `@place`, `@name`, `@pronoun`, `@amount`, `@nothing`, or `@` and an event class",
    ),
];

/// The keys of `[title]`.
pub const TITLE: [Key; 3] = [
    optional("office", Shape::Words, "offices, or the nouns that offices end in (\"harbour master\")"),
    optional("rank", Shape::Words, "ranks that stand on no ladder"),
    optional("shade", Shape::Words, "words that make another title of a title (\"former\")"),
];

/// The keys of `[[ladder]]`.
pub const LADDER: [Key; 2] = [
    required("name", Shape::Text, "what the ladder is called"),
    required("rungs", Shape::Tables, "the ranks, from the lowest to the highest"),
];

/// The keys of a rung.
pub const RUNG: [Key; 2] = [
    required("rank", Shape::Words, "its spellings, the plain form first"),
    optional("short", Shape::Words, "forms of address that may stand for it"),
];

/// The keys of `[[place]]`.
pub const PLACE: [Key; 7] = [
    required("name", Shape::Text, "its usual name"),
    required("kind", Shape::OneOf(&Place::KINDS), "what kind of place it is"),
    optional(
        "in",
        Shape::Text,
        "what it lies in (\"Georgia, United States\" where the name alone is not enough)",
    ),
    optional("also_in", Shape::Words, "what else it lies in"),
    optional("alias", Shape::Words, "other names"),
    optional("demonym", Shape::Words, "what its people and things are called (\"Greek\")"),
    optional("capital", Shape::Text, "its capital"),
];

/// The keys of `[[alias]]`.
pub const ALIAS: [Key; 2] = [
    required("name", Shape::Text, "the full name"),
    required("also", Shape::Words, "what else it is called"),
];

/// The keys of `[[fact]]`.
pub const FACT: [Key; 7] = [
    optional("name", Shape::Text, "a name in its right spelling"),
    optional("not", Shape::Words, "wrong spellings of it; slips of a letter need not be listed"),
    optional("title", Shape::Texts, "the office or rank of the one of that name, or each that may stand"),
    optional("office", Shape::Text, "an office, with what it is of (\"foreign minister of Norway\")"),
    optional("holder", Shape::Text, "who holds the office"),
    optional("from", Shape::Day, "the first day of the holder in the office, or of the title"),
    optional("until", Shape::Day, "the last day of the holder in the office, or of the title"),
];

/// The keys of `[[test]]`.
pub const TEST: [Key; 6] = [
    required("text", Shape::Text, "a sentence, or several"),
    optional("event", Shape::Text, "the event class that must be read in it"),
    optional("not", Shape::Text, "an event class that must not be read in it"),
    optional("facts", Shape::OneOf(&VERDICTS), "does it conflict with the facts of this file?"),
    optional("published", Shape::Day, "the day on which it was published"),
    optional("name", Shape::Text, "what the test shows"),
];
