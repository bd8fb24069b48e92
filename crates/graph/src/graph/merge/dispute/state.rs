//! States values that may answer one question, and says how likely that is of those that met in one slot.

use std::sync::Arc;

use petgraph::graph::NodeIndex;
use petgraph::unionfind::UnionFind;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Corpus, Features, Name, Pair, Pairs, Which, pairs};
use crate::graph::extract::{Extraction, Lemma, Locus, Passage, Signature};
use crate::graph::merge::Likeness;
use crate::graph::merge::build::{Builder, InSlot, SlotOwner};
use crate::graph::merge::drafts::Drafts;
use crate::graph::merge::gathered::Gathered;
use crate::graph::merge::people::{People, Person};
use crate::graph::merge::statements::{Context, of_words};
use crate::graph::merge::story::{Stories, members};
use crate::graph::merge::times::Times;
use crate::graph::merge::wording::written;
use crate::graph::weights::OF_DISPUTE;
use crate::graph::{About, Extent, Value, role};
use crate::lexicon::{ClassId, Lexicon};
use crate::source::Span;
use crate::symbol::Sym;

/// So many themes are weighed side by side.
const SIDE_BY_SIDE: usize = 16;

/// The values of all articles with what surrounds them.
#[derive(Default)]
pub(in crate::graph::merge) struct Disputes {
    passages: Gathered<Passage>,
    /// The names in each article, ascending.
    names: Vec<Box<[Name]>>,
}

impl Disputes {
    /// Adds those of the next article.
    pub(in crate::graph::merge) fn add(&mut self, extraction: &Extraction) {
        self.passages.add(&extraction.passages);
        let names = extraction.topic.names.iter();
        let mut names: Vec<Name> =
            names.map(|name| Name { word: Lemma::of(&name.word), main: name.main }).collect();
        names.sort_unstable();
        self.names.push(names.into());
    }

    /// What is known of all articles beside their passages.
    fn corpus<'a>(&'a self, stories: &'a Stories, lexicon: &'a Lexicon) -> Corpus<'a> {
        let classes = (0..).map(ClassId).zip(lexicon.classes());
        let repeated =
            classes.filter(|(id, _)| lexicon.repeats(*id)).map(|(_, class)| Lemma::of(&class.name));
        let opposites = lexicon.opposite_pairs().map(|(a, b)| [Lemma::of(a), Lemma::of(b)]);
        Corpus {
            stories: &stories.stories,
            names: &self.names,
            repeated: repeated.collect(),
            opposites: opposites.collect(),
            lexicon,
        }
    }

    /// The passages of each theme of so many articles, each with its article.
    fn themes<'a>(
        &'a self,
        people: &'a People,
        stories: &Stories,
        least: usize,
        drafts: &'a Drafts,
    ) -> impl Iterator<Item = Vec<(u32, Passage<Person>)>> + use<'a> {
        let told = move |all: &Vec<u32>| all.len() >= least && drafts.any(all.iter().copied());
        let themes = members(&stories.themes).into_iter().filter(told);
        let passages = move |article: u32| {
            self.passages
                .of(article)
                .into_iter()
                .map(move |passage| (article, passage.with(people.of(article))))
        };
        themes.map(move |articles| articles.into_iter().flat_map(passages).collect())
    }

    /// All pairs of values that exclude each other, of one article as well.
    pub(in crate::graph::merge) fn pairs(
        &self,
        people: &People,
        texts: &[Arc<str>],
        stories: &Stories,
        lexicon: &Lexicon,
    ) -> Vec<Likeness> {
        let mut found = Vec::new();
        let mut first = 0;
        let corpus = &self.corpus(stories, lexicon);
        for passages in self.themes(people, stories, 1, &Drafts::ALL) {
            let values: Vec<(u32, Extent)> =
                values(&passages).map(|(article, s)| (article, s.locus.extent)).collect();
            let likeness = |(pair, features): (Pair, Option<Features>)| {
                let features = features?.to_vec();
                let [a, b] = pair.members.map(|at| values.get(at as usize).copied());
                let sides = [a?, b?];
                let words = sides.map(|(article, extent)| Sym::from(written(texts, article, extent)));
                let places = sides.map(|(article, extent)| vec![(article, extent.span)]);
                Some(Likeness {
                    features,
                    members: pair.members.map(|at| first + at as usize),
                    words,
                    places,
                })
            };
            let Pairs { all, features } = pairs(&passages, corpus, Which::All);
            found.extend(all.into_iter().zip(features).filter_map(likeness));
            first += values.len();
        }
        found
    }

    /// Weighs all pairs, and lets go of what surrounds the values.
    pub(in crate::graph::merge) fn weigh(
        self,
        people: &People,
        stories: &Stories,
        drafts: &Drafts,
        lexicon: &Lexicon,
    ) -> Weighed {
        let (mut weighed, mut times) = (Weighed::default(), Times::default());
        let corpus = &self.corpus(stories, lexicon);
        // One article has nobody to dispute with.
        let mut themes = self.themes(people, stories, 2, drafts);
        loop {
            // The passages of all themes at a time would be too much.
            let some: Vec<_> = themes.by_ref().take(SIDE_BY_SIDE).collect();
            if some.is_empty() {
                return weighed;
            }
            let found: Vec<Vec<Pair>> =
                some.par_iter().map(|passages| pairs(passages, corpus, Which::Across(drafts)).all).collect();
            some.iter().zip(found).for_each(|(passages, found)| weighed.add(passages, found, &mut times));
        }
    }
}

/// The values of some passages, each with its article.
fn values(passages: &[(u32, Passage<Person>)]) -> impl Iterator<Item = (u32, &Signature<Person>)> {
    passages.iter().flat_map(|(article, passage)| passage.values.iter().map(|s| (*article, s)))
}

/// A value and where it stands.
struct Given {
    article: u32,
    locus: Locus<Person>,
    value: Value,
}

impl Given {
    fn place(&self) -> (u32, Span) {
        (self.article, self.locus.extent.span)
    }
}

/// Pairs of values that exclude each other, weighed.
#[derive(Default)]
pub(in crate::graph::merge) struct Weighed {
    /// Their members are indexes into the values.
    pairs: Vec<Pair>,
    /// The values of which there are pairs, passage by passage.
    values: Vec<Given>,
}

impl Weighed {
    /// Adds the pairs of one theme, whose members are indexes into the values of its passages.
    fn add(&mut self, passages: &[(u32, Passage<Person>)], mut found: Vec<Pair>, times: &mut Times) {
        let mut met: Vec<u32> = found.iter().flat_map(|pair| pair.members).collect();
        met.sort_unstable();
        met.dedup();
        let first = self.values.len();
        let number = |at: u32| (first + met.partition_point(|other| *other < at)) as u32;
        found.iter_mut().for_each(|pair| pair.members = pair.members.map(number));
        let mut met = met.into_iter().peekable();
        let met = (0..).zip(values(passages)).filter(|(at, _)| met.next_if_eq(at).is_some());
        let given = |(article, s): (u32, &Signature<Person>)| {
            let value = times.shared_in(s.value.clone());
            Given { article, locus: s.locus, value }
        };
        self.values.extend(met.map(|(_, value)| value).map(given));
        self.pairs.extend(found);
    }

    /// One statement for each value beside which another answers the same question, unless the two stand in one slot
    /// already. There the statements are told how likely the likeliest pair is.
    pub(in crate::graph::merge) fn state(self, context: Context<'_>, builder: &mut Builder) {
        let slots = builder.slots_at(self.values.iter().map(Given::place).collect());
        let slots: Vec<&[NodeIndex]> =
            self.values.iter().map(|given| slots.get(&given.place()).map_or(&[][..], |all| all)).collect();
        let of = |at: u32| slots.get(at as usize).copied().unwrap_or_default();
        let held = builder.values_in(&slots.iter().copied().flatten().copied().collect());
        // Where a slot of the one has the other's value too, the fact is disputed there.
        let has = |a: u32, b: u32| {
            let value = self.values.get(b as usize).map(|given| &given.value);
            let known = || of(a).iter().filter_map(|slot| held.get(slot)).flatten();
            value.is_some_and(|value| known().any(|known| say_the_same(known, value)))
        };
        let mut best: FxHashMap<InSlot, f32> = FxHashMap::default();
        let (mut apart, mut acts): (Vec<&Pair>, Vec<&Pair>) = (Vec::new(), Vec::new());
        for pair in &self.pairs {
            let [a, b] = pair.members;
            let common: Vec<NodeIndex> = of(a).iter().filter(|slot| of(b).contains(slot)).copied().collect();
            for (slot, at) in common.iter().flat_map(|slot| pair.members.map(|at| (*slot, at))) {
                let Some((article, span)) = self.values.get(at as usize).map(Given::place) else { continue };
                let known = best.entry(InSlot { article, span, slot }).or_default();
                *known = known.max(pair.probability);
            }
            if pair.one_act {
                acts.push(pair);
            }
            let of_two = || of(a).iter().any(|x| of(b).iter().any(|y| builder.are_of_two(*x, *y)));
            if common.is_empty()
                && !of_two()
                && !has(a, b)
                && !has(b, a)
                && pair.near
                && f64::from(pair.probability) >= OF_DISPUTE.note
            {
                apart.push(pair);
            }
        }
        builder.weigh_all(best);
        let (certain, others): (Vec<&Pair>, Vec<&Pair>) =
            apart.into_iter().partition(|pair| f64::from(pair.probability) >= OF_DISPUTE.cut);
        state(&self.values, &acts, Verdict::Dated, context, builder);
        state(&self.values, &certain, Verdict::Certain, context, builder);
        let settled: FxHashSet<u32> = certain.iter().flat_map(|pair| pair.members).collect();
        let leads = others.into_iter().filter(|pair| !pair.members.iter().all(|at| settled.contains(at)));
        state(&self.values, &leads.collect::<Vec<_>>(), Verdict::Doubtful, context, builder);
    }
}

/// Is one the other, whatever is counted?
fn say_the_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => a.amount == b.amount,
        _ => a == b,
    }
}

/// What is stated of values that may answer one question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// That they do.
    Certain,
    /// That they may.
    Doubtful,
    /// That they are times of one act.
    Dated,
}

/// Values that hang together share a slot.
fn state(values: &[Given], pairs: &[&Pair], verdict: Verdict, context: Context<'_>, builder: &mut Builder) {
    let mut members: Vec<(u32, &'static str, f32)> = Vec::new();
    for pair in pairs {
        let role = if verdict == Verdict::Dated { role::DATED } else { pair.kind.role() };
        members.extend(pair.members.map(|at| (at, role, pair.probability)));
    }
    members.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(b.2.total_cmp(&a.2)));
    members.dedup_by_key(|(at, ..)| *at);
    let number = |at: u32| members.partition_point(|(other, ..)| *other < at);
    let mut groups = UnionFind::<usize>::new(members.len());
    for [a, b] in pairs.iter().map(|pair| pair.members) {
        groups.union(number(a), number(b));
    }
    for (at, kind, likelihood) in &members {
        let Some(Given { article, locus, value }) = values.get(*at as usize) else { continue };
        let what = (verdict == Verdict::Doubtful).then(|| Sym::new_static(role::DOUBTFUL));
        let owner = SlotOwner::Dispute(groups.find(number(*at)) as u32);
        let provenance = of_words(*article, context.locus(*article, *locus), About::Else);
        let kind = builder.kind(Sym::new_static(kind), what);
        let edge = builder.state(owner, kind, value.clone(), provenance);
        builder.weigh(edge, Some(*likelihood).filter(|_| verdict != Verdict::Dated));
    }
}
