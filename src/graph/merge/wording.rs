//! Names and quotations of several articles that are nearly alike.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::build::{Builder, SlotOwner};
use super::likeness::{group_names, group_quotes};
use super::statements::{Context, Person, state_words};
use super::story::StoryId;
use crate::claim::PhraseId;
use crate::graph::extract::{Extraction, Locus, Referent};
use crate::graph::name::Name;
use crate::graph::{EntityId, Value, role};
use crate::symbol::Sym;

/// The words of all articles that are compared as words: each with its article and its place there.
#[derive(Default)]
pub(super) struct Wordings {
    names: Vec<(EntityId, u32, PhraseId, Locus<Person>)>,
    modifiers: Vec<(u32, Locus<Person>, Sym)>,
    quotes: Vec<(u32, Locus<Person>, Sym)>,
}

impl Wordings {
    /// Adds those of an article.
    pub(super) fn add(
        &mut self,
        number: u32,
        extraction: &Extraction,
        ids: &[EntityId],
        meant: impl Fn(Referent) -> Option<Person> + Copy,
    ) {
        let names = extraction.named.iter().zip(ids);
        self.names.extend(names.map(|(named, id)| (*id, number, named.first, named.locus.with(meant))));
        let placed = |(words, locus): &(Sym, Locus)| (number, locus.with(meant), words.clone());
        self.modifiers.extend(extraction.modifiers.iter().map(placed));
        self.quotes.extend(extraction.quotes.iter().map(placed));
    }

    /// Statements for what is alike.
    pub(super) fn state(self, context: Context<'_>, builder: &mut Builder) {
        names(self.names, context, builder);
        modifiers(self.modifiers, context, builder);
        quotes(self.quotes, context, builder);
    }
}

/// One statement for each article and name that another name of its theme resembles.
fn names(
    mut named: Vec<(EntityId, u32, PhraseId, Locus<Person>)>,
    context: Context<'_>,
    builder: &mut Builder,
) {
    // Where an article names one in two ways, the first counts.
    named.sort_by_key(|(entity, article, phrase, _)| (*entity, *article, *phrase));
    named.dedup_by_key(|(entity, article, ..)| (*entity, *article));
    let found: Vec<_> =
        named.into_iter().map(|(entity, article, _, locus)| (article, locus, entity)).collect();
    let name = |entity: &EntityId| &context.entities[entity.0 as usize].name;
    let groups = alike(&found, context, name);
    state_alike(found.into_iter().zip(groups), SlotOwner::Likeness, Value::Entity, context, builder);
}

/// One statement for each article and word before a noun that another one of its theme resembles.
fn modifiers(found: Vec<(u32, Locus<Person>, Sym)>, context: Context<'_>, builder: &mut Builder) {
    let name = |word: &Sym| (word.clone(), Name::modifier(word.clone()));
    let names: FxHashMap<Sym, Name> = found.iter().map(|(.., word)| name(word)).collect();
    let groups = alike(&found, context, |word| &names[word]);
    state_alike(found.into_iter().zip(groups), SlotOwner::Modifier, Value::Text, context, builder);
}

/// A word or name of an article, and the group of those that it resembles.
type Grouped<T> = ((u32, Locus<Person>, T), Option<u32>);

/// One statement for each that resembles another.
fn state_alike<T>(
    found: impl Iterator<Item = Grouped<T>>,
    owner: fn(u32) -> SlotOwner,
    value: fn(T) -> Value,
    context: Context<'_>,
    builder: &mut Builder,
) {
    for ((article, locus, what), group) in found {
        if let Some(group) = group {
            let locus = context.locus(article, locus);
            state_words(article, locus, owner(group), role::NAME, value(what), builder);
        }
    }
}

/// The group of each of these that another one of its theme resembles.
fn alike<'a, T: Eq + Hash>(
    found: &[(u32, Locus<Person>, T)],
    context: Context<'_>,
    name: impl Fn(&T) -> &'a Name,
) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<(StoryId, &T), usize> = FxHashMap::default();
    let mut names: Vec<(StoryId, &Name)> = Vec::new();
    let mut number_of = |theme: StoryId, what| {
        *numbers.entry((theme, what)).or_insert_with(|| {
            names.push((theme, name(what)));
            names.len() - 1
        })
    };
    let theme = |article: u32| context.themes[article as usize];
    let numbers: Vec<usize> =
        found.iter().map(|(article, _, what)| number_of(theme(*article), what)).collect();
    let groups = group_names(&names, context.lexicon);
    let mut sizes = vec![0; groups.len()];
    groups.iter().for_each(|group| sizes[*group] += 1);
    let group = |n: usize| groups.get(n).filter(|g| sizes[**g] > 1).map(|g| *g as u32);
    numbers.into_iter().map(group).collect()
}

/// One statement for each quotation of some length. Those that share a run of words share a slot.
fn quotes(found: Vec<(u32, Locus<Person>, Sym)>, context: Context<'_>, builder: &mut Builder) {
    let words: Vec<Vec<&str>> = found.iter().map(|(.., words)| words.as_str().split(' ').collect()).collect();
    let groups = group_quotes(&words);
    for ((article, locus, words), group) in found.into_iter().zip(groups) {
        let (locus, owner) = (context.locus(article, locus), SlotOwner::Quote(group as u32));
        state_words(article, locus, owner, role::QUOTE, Value::Text(words), builder);
    }
}
