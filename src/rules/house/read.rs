//! Reads a lexicon file: everything that is wrong with it at once, its facts and its tests. Its words are read as
//! [`Additions`](crate::lexicon::Additions), for classes and places of one file may be named in another.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys;
use super::{Expected, WordTest, Words};
use crate::article::{Tag, lemma};
use crate::graph::role;
use crate::hint::nearest;
use crate::lexicon::fact::{Fact, Known};
use crate::lexicon::{Kind, Lexicon, Place};
use crate::rules::TestArticle;
use crate::rules::file::verdict;
use crate::rules::file::{Placed, Section, VERDICTS, head, in_order, located, placed};
use crate::rules::located::Located;
use crate::rules::mistake::{Mistake, Problems};
use crate::symbol::Sym;

/// The forms of verbs and nouns that are none of a dictionary.
const VERBS: &[Tag] = &[Tag::Vbd, Tag::Vbz, Tag::Vbg];
const NOUNS: &[Tag] = &[Tag::Nns];

/// Reads one file.
pub(super) struct Reader<'p, 't> {
    pub(super) problems: &'p mut Problems<'t>,
    /// The vocabulary in which the file's names must mean something: the program's and the project's.
    pub(super) lexicon: &'p Lexicon,
    /// The classes that the project's files declare, whatever is wrong with them.
    pub(super) declared: &'p BTreeSet<String>,
}

impl<'t> Reader<'_, 't> {
    /// Reads a whole file.
    pub(super) fn file(&mut self, root: Placed<'t, '_>) -> Words {
        let top = Section::open(root, "the lexicon", &keys::LEXICON, self.problems);
        for (name, value) in top.table("event").map(|(table, _)| in_order(table)).unwrap_or_default() {
            self.event(name.get_ref(), value);
        }
        if let Some(title) = top.table("title") {
            let section = Section::open(title, "`[title]`", &keys::TITLE, self.problems);
            for key in ["office", "rank", "shade"] {
                section.texts(key).iter().for_each(|word| self.lower(word));
            }
        }
        top.tables("ladder").into_iter().for_each(|ladder| self.ladder(ladder));
        top.tables("place").into_iter().for_each(|place| self.place(place));
        for alias in top.tables("alias") {
            Section::open(alias, "`[[alias]]`", &keys::ALIAS, self.problems);
        }
        let facts = top.tables("fact").into_iter().flat_map(|table| fact(table, self.problems)).collect();
        let tests = top.tables("test").into_iter().filter_map(|table| self.test(table)).collect();
        Words { facts, tests }
    }

    fn event(&mut self, name: &str, value: &'t Spanned<DeValue<'_>>) {
        let title = format!("`[event.{name}]`");
        let Some(table) = placed(value) else {
            let message = format!("{title} must be a table");
            return self.problems.add(Mistake::Shape, value.span(), message, "not a table");
        };
        if table.0.is_empty() {
            let at = head(&table.1, self.problems.text());
            let message = format!("no word names the class `{name}`");
            self.problems.add(Mistake::MissingKey, at, message, "without words");
            self.problems.help("list `verbs`, `undergo`, `nouns` or `adjectives`");
        }
        let section = Section::open(table, &title, &keys::EVENT, self.problems);
        for (key, inflected) in [("verbs", VERBS), ("undergo", VERBS), ("nouns", NOUNS)] {
            section.texts(key).iter().for_each(|word| self.dictionary_form(word, inflected));
        }
        section.texts("adjectives").iter().for_each(|word| self.lower(word));
        for (key, class) in ["is", "opposite"].into_iter().filter_map(|key| Some((key, section.text(key)?))) {
            self.class(class.text, &class);
            if class.text == name {
                let message = format!("`{name}` cannot be its own `{key}`");
                self.problems.add(Mistake::Value, class.whole(), message, "this is the class itself");
            }
        }
        let taken = |counts: &Located<'_>| role::ROLES.iter().any(|(role, _)| *role == counts.text);
        if let Some(counts) = section.text("counts").filter(taken) {
            let message = format!("`{}` is a role of another kind", counts.text);
            self.problems.add(Mistake::Value, counts.whole(), message, "taken");
            self.problems.help("a role that counts is named after what was done, as `killed` or `rescued`");
        }
        section.tables("with").into_iter().for_each(|with| self.with(with));
    }

    /// A reading of words by what stands around them.
    fn with(&mut self, table: Placed<'t, '_>) {
        let at = table.1.clone();
        let section = Section::open(table, "the entry of `with`", &keys::WITH, self.problems);
        let (verbs, nouns) = (section.texts("verbs"), section.texts("nouns"));
        verbs.iter().for_each(|word| self.dictionary_form(word, VERBS));
        nouns.iter().for_each(|word| self.dictionary_form(word, NOUNS));
        if verbs.is_empty() && nouns.is_empty() {
            let at = head(&at, self.problems.text());
            self.problems.add(Mistake::MissingKey, at, "no word is read so".to_string(), "without words");
            self.problems.help("list `verbs` or `nouns`");
        }
        let Some((when, _)) = section.table("when") else { return };
        for (_, value) in in_order(when) {
            match value.get_ref().as_array() {
                Some(words) => words.iter().for_each(|word| self.kind(word)),
                None => {
                    let message = "what may stand in a place is an array of strings".to_string();
                    self.problems.add(Mistake::Shape, value.span(), message, "not an array");
                }
            }
        }
    }

    /// "demand", "!demand", "@person", "@quake".
    fn kind(&mut self, value: &'t Spanned<DeValue<'_>>) {
        let Some(text) = located(value, self.problems.text()) else {
            let message = "what may stand in a place is an array of strings".to_string();
            return self.problems.add(Mistake::Shape, value.span(), message, "not a string");
        };
        let word = text.text.strip_prefix('!').unwrap_or(text.text);
        match word.strip_prefix('@') {
            Some(kind) if Kind::NAMES.contains(&kind) => {}
            Some(class) => self.class(class, &text),
            None => self.lower(&text),
        }
    }

    fn ladder(&mut self, table: Placed<'t, '_>) {
        let section = Section::open(table, "`[[ladder]]`", &keys::LADDER, self.problems);
        for rung in section.tables("rungs") {
            let rung = Section::open(rung, "the rung", &keys::RUNG, self.problems);
            rung.texts("rank").iter().chain(&rung.texts("short")).for_each(|word| self.lower(word));
        }
    }

    fn place(&mut self, table: Placed<'t, '_>) {
        let section = Section::open(table, "`[[place]]`", &keys::PLACE, self.problems);
        section.choice(
            "kind",
            &Place::KINDS,
            |kind| Place::KINDS.contains(&kind).then_some(()),
            self.problems,
        );
        let outer: Vec<Located<'t>> =
            section.text("in").into_iter().chain(section.texts("also_in")).collect();
        for place in outer {
            let name = place.text.split_once(", ").map_or(place.text, |(name, _)| name);
            if self.lexicon.places_named(name).is_empty() {
                let message = format!("unknown place `{name}`");
                self.problems.add(Mistake::UnknownWord, place.whole(), message, "on no map");
                self.problems.help("add a `[[place]]` of this name, or name what is known around it");
            }
        }
    }

    fn test(&mut self, table: Placed<'t, '_>) -> Option<WordTest> {
        let at = table.1.clone();
        let section = Section::open(table, "`[[test]]`", &keys::TEST, self.problems);
        let event = section.text("event");
        let not = section.text("not");
        let facts = section.choice("facts", &VERDICTS, verdict, self.problems);
        for class in event.iter().chain(&not) {
            self.class(class.text, class);
        }
        let class = |text: &Located<'_>| Sym::from(text.text);
        let expects: Vec<(Expected, std::ops::Range<usize>)> = [
            event.map(|text| (Expected::Event(class(&text)), text.whole())),
            not.map(|text| (Expected::NoEvent(class(&text)), text.whole())),
            facts.and_then(|verdict| Some((Expected::Facts(verdict), section.text("facts")?.whole()))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let [(expected, place)] = expects.as_slice() else {
            // A verdict that could not be read was told already.
            if section.text("facts").is_none() || !expects.is_empty() {
                let at = head(&at, self.problems.text());
                let message = "a test expects one of `event`, `not` and `facts`".to_string();
                self.problems.add(Mistake::MissingKey, at, message, "not one of the three");
            }
            return None;
        };
        Some(WordTest {
            name: section.text("name").map(|t| t.text.to_string()),
            article: TestArticle {
                source: None,
                title: None,
                published: section.day("published"),
                text: section.text("text")?.text.to_string(),
            },
            expected: expected.clone(),
            span: self.problems.span(place.clone()),
        })
    }

    /// Notes a class that does not exist.
    fn class(&mut self, class: &str, at: &Located<'_>) {
        if self.lexicon.class_named(class).is_some() || self.declared.contains(class) {
            return;
        }
        let message = format!("unknown event class `{class}`");
        self.problems.add(Mistake::UnknownWord, at.whole(), message, "there is no such class");
        let known = self.lexicon.classes().iter().map(|c| c.name.as_str());
        let known = self.declared.iter().map(String::as_str).chain(known);
        self.problems.help(match nearest(class, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`gainsay rules schema` lists them all".to_string(),
        });
    }

    /// Notes a word that is in no dictionary form: it would never be found. Of a phrase only the verb, its first word,
    /// can be told.
    fn dictionary_form(&mut self, word: &Located<'_>, inflected: &[Tag]) {
        self.lower(word);
        let own = word.text.split(' ').next().unwrap_or_default();
        let noun = inflected.contains(&Tag::Nns);
        // Endings alone prove nothing ("exceed"): only the form of a known word is told.
        let known = |form: &Sym| *form != own && self.lexicon.entry(form).is_some();
        let form = inflected.iter().map(|tag| lemma::lemma(own, *tag)).find(known);
        let Some(form) = form.filter(|_| !noun || own == word.text) else { return };
        if own.chars().all(char::is_lowercase) {
            let message = format!("`{own}` is hardly a dictionary form");
            self.problems.add(Mistake::Unreachable, word.whole(), message, "not found in this form");
            self.problems.help(format!("did you mean `{form}`?"));
        }
    }

    /// Notes a word that is not in lower case: words are compared in lower case.
    fn lower(&mut self, word: &Located<'_>) {
        if word.text.trim().is_empty() || word.text.chars().any(char::is_uppercase) {
            let message = format!("`{}` is not a word in lower case", word.text);
            self.problems.add(Mistake::Value, word.whole(), message, "never found in this form");
            if !word.text.trim().is_empty() {
                self.problems.help(format!("did you mean `{}`?", word.text.to_lowercase()));
            }
        }
    }
}

/// Reads a `[[fact]]`.
pub(in crate::rules) fn fact<'t>(table: Placed<'t, '_>, problems: &mut Problems<'t>) -> Vec<Fact> {
    read_fact(table, problems).unwrap_or_default()
}

fn read_fact<'t>(table: Placed<'t, '_>, problems: &mut Problems<'t>) -> Option<Vec<Fact>> {
    let at = head(&table.1, problems.text());
    let section = Section::open(table, "`[[fact]]`", &keys::FACT, problems);
    let (name, office) = (section.text("name"), section.text("office"));
    let (holder, not) = (section.text("holder"), section.texts("not"));
    let (titles, dated) =
        (section.texts("title"), section.day("from").is_some() || section.day("until").is_some());
    let (from, until) = (section.day("from"), section.day("until"));
    let missing = match (&name, &office) {
        (Some(_), None) if holder.is_none() && (!titles.is_empty() || !dated) => None,
        (None, Some(_)) if holder.is_some() && not.is_empty() && titles.is_empty() => None,
        (None, Some(_)) if holder.is_none() => Some("a fact about an office has a `holder`"),
        _ => Some(
            "a fact is a `name`, with `not` or `title`, or an `office` with its `holder`, `from` and `until`",
        ),
    };
    if let Some(message) = missing {
        problems.add(Mistake::MissingKey, at, message.to_string(), "not a whole fact");
        return None;
    }
    let mut names = name.iter().chain(&office).chain(&holder).chain(&not).chain(&titles);
    if let Some(empty) = names.find(|text| text.text.trim().is_empty()) {
        problems.add(Mistake::Value, empty.whole(), "an empty name names nobody".to_string(), "empty");
        return None;
    }
    if let Some((from, until)) = from.zip(until).filter(|(from, until)| until < from) {
        let at = section.place("until").unwrap_or(at);
        problems.add(
            Mistake::Contradiction,
            at,
            format!("{until} is before {from}"),
            "ends before it begins",
        );
        return None;
    }
    if let (Some(name), Some(wrong)) =
        (&name, not.iter().find(|n| Some(n.text) == name.as_ref().map(|n| n.text)))
    {
        let message = format!("`{}` is right and wrong at once", name.text);
        problems.add(Mistake::Contradiction, wrong.whole(), message, "this is the right spelling");
        return None;
    }
    let word = |text: &Located<'_>| Sym::from(text.text);
    let mut known = Vec::new();
    match (name, office, holder) {
        (Some(name), ..) => {
            known
                .push((Known::Name { name: word(&name), not: not.iter().map(word).collect() }, name.whole()));
            if let Some(first) = titles.first() {
                let titles = titles.iter().map(word).collect();
                known.push((Known::Titles { name: word(&name), titles, from, until }, first.whole()));
            }
        }
        (None, Some(office), Some(holder)) => {
            let (office, whole) = (word(&office), holder.whole());
            known.push((Known::Office { office, holder: word(&holder), from, until }, whole));
        }
        _ => {}
    }
    let fact = |(known, place)| Fact { known, source: super::HERE, span: problems.span(place) };
    Some(known.into_iter().map(fact).collect())
}

/// The event classes that a file declares.
pub(super) fn declared(text: &str) -> Vec<String> {
    let (root, _) = DeTable::parse_recoverable(text);
    let events = root.get_ref().get("event").and_then(|event| event.get_ref().as_table());
    events.into_iter().flat_map(|table| table.keys()).map(|key| key.get_ref().to_string()).collect()
}

/// A fact of a file that was read before, and where it stands.
pub(super) struct Earlier {
    pub(super) fact: Fact,
    /// "lexicon/harbour.toml:3"
    pub(super) place: String,
}

/// Notes facts that cannot both be: two holders of one office at one time, of one file or of two.
pub(super) fn check_facts(facts: &[Fact], before: &[Earlier], problems: &mut Problems<'_>) {
    for (at, fact) in facts.iter().enumerate() {
        let elsewhere = || before.iter().find(|earlier| earlier.fact.clashes(fact));
        let label = match facts[..at].iter().any(|earlier| earlier.clashes(fact)) {
            true => "the second one".to_owned(),
            false => match elsewhere() {
                Some(earlier) => format!("the first one is {}", earlier.place),
                None => continue,
            },
        };
        let (message, help) = match &fact.known {
            Known::Office { office, .. } => (
                format!("two holders of one office at one time: {office}"),
                "say with `from` and `until` who held it when",
            ),
            Known::Titles { name, .. } => (
                format!("two facts give {name} titles at one time"),
                "list both titles in one fact, or say with `from` and `until` when it was which",
            ),
            Known::Name { name, .. } => (
                format!("one fact calls a name right that another calls wrong: {name}"),
                "if there are two of these names, leave the one out of `not`",
            ),
        };
        problems.add_at(Mistake::Contradiction, fact.span, message, &label);
        problems.help(help);
    }
}
