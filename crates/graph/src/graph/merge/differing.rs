//! What two reports tell alike but for one thing: who did it, to whom it was done, where it was, or a word and its
//! opposite.
//!
//! The place in which two propositions differ is left out: in every other place that both fill they have to agree, they
//! have to share enough there, and neither article may have anywhere what the other has in that place.

use std::cmp::Reverse;
use std::sync::Arc;

use petgraph::unionfind::UnionFind;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::build::{Builder, SlotOwner};
use super::drafts::Drafts;
use super::held::{Held, Key, is_subset, keys};
use super::people::Person;
use super::statements::{Context, of_words};
use crate::claim::time::When;
use crate::graph::extract::{Filler, Lemma, Locus, Position, Proposition, Referent, family_of};
use crate::graph::name::{EntityKind, Name};
use crate::graph::{About, Entity, EntityId, Value, role};
use crate::lexicon::{Lexicon, Sense};
use crate::symbol::Sym;
use crate::truth::Truth;

/// So many propositions with one predicate and one word beside it are compared, those read first.
const COMMON: usize = 64;
/// So many words have to agree beside the place in which two propositions differ.
const ENOUGH: usize = 2;
/// Names whose letters are alike to this share are spellings of one.
const ALIKE: f64 = 0.6;

/// What differs, in all articles so far.
#[derive(Default)]
pub(super) struct Differing {
    found: Vec<Differs>,
    groups: u32,
}

/// What propositions are compared with.
pub(super) struct Comparison<'a> {
    entities: &'a [Entity],
    drafts: &'a Drafts,
    /// The opposites of each word, by its family: those of the opposites, and the word as the lexicon writes it.
    opposites: FxHashMap<Lemma, Vec<(Lemma, Sym)>>,
}

/// One side of such a difference.
pub(super) struct Differs {
    article: u32,
    locus: Locus<Person>,
    time: Option<Arc<When>>,
    position: Position,
    value: Differed,
    /// With which others it hangs together.
    group: u32,
}

/// What stands in the place.
#[derive(Clone)]
enum Differed {
    One(Person),
    Word(Sym),
}

impl Differing {
    /// Adds those of one circle.
    pub(super) fn add(&mut self, found: Vec<Differs>) {
        let first = self.groups;
        self.groups += found.len() as u32;
        self.found.extend(found.into_iter().map(|one| Differs { group: first + one.group, ..one }));
    }

    /// One statement for each side. Those that hang together share a slot.
    pub(super) fn state(self, context: Context<'_>, builder: &mut Builder) {
        for Differs { article, locus, time, position, value, group } in self.found {
            let value = match value {
                Differed::Word(word) => Value::Text(word),
                Differed::One(person) => match context.meant(article, person) {
                    Some(entity) => Value::Entity(entity),
                    None => continue,
                },
            };
            let of_words = of_words(article, context.locus(article, locus), About::Else);
            let what = position.name().map(Sym::new_static);
            let kind = builder.kind(Sym::new_static(role::FILLER), what);
            let edge = builder.state(SlotOwner::Act(group), kind, value, of_words);
            builder.holds(edge, time);
        }
    }
}

impl<'a> Comparison<'a> {
    pub(super) fn new(entities: &'a [Entity], drafts: &'a Drafts, lexicon: &Lexicon) -> Comparison<'a> {
        let mut opposites: FxHashMap<Lemma, Vec<(Lemma, Sym)>> = FxHashMap::default();
        // A road and a street are told apart in names only.
        let of_names = |word: &Sym| lexicon.has(word, Sense::PlaceName);
        let single = |word: &Sym| !word.contains(' ');
        for (word, opposite) in
            lexicon.opposite_pairs().filter(|(a, b)| single(a) && single(b) && !(of_names(a) && of_names(b)))
        {
            opposites.entry(family_of(word)).or_default().push((family_of(opposite), word.clone()));
        }
        // The lexicon lists them in no order.
        opposites.values_mut().for_each(|all| all.sort_unstable_by(|a, b| a.1.cmp(&b.1)));
        Comparison { entities, drafts, opposites }
    }

    /// What differs among the propositions of one circle. Groups are numbered within it, below the number of sides.
    pub(super) fn differing(&self, held: &[Held<'_>]) -> Vec<Differs> {
        let words = words_of_articles(held);
        let mut sides: Vec<Side> = Vec::new();
        let mut numbers: FxHashMap<(usize, Position), usize> = FxHashMap::default();
        let mut pairs = Vec::new();
        for (a, b) in meetings(held) {
            let (x, y) = (&held[a], &held[b]);
            if !self.drafts.any([x.article, y.article]) {
                continue;
            }
            let Some((position, values)) = self.difference(x, y, &words) else { continue };
            let mut number = |at, value| {
                *numbers.entry((at, position)).or_insert_with(|| {
                    sides.push(Side { at, position, value });
                    sides.len() - 1
                })
            };
            let [of_a, of_b] = values;
            pairs.push((number(a, of_a), number(b, of_b)));
        }
        let mut groups = UnionFind::<usize>::new(sides.len());
        pairs.into_iter().for_each(|(a, b)| {
            groups.union(a, b);
        });
        let side = |(number, side): (usize, Side)| {
            let Held { article, proposition, .. } = &held[side.at];
            Differs {
                article: *article,
                locus: proposition.locus,
                time: proposition.time.clone(),
                position: side.position,
                value: side.value,
                group: groups.find(number) as u32,
            }
        };
        sides.into_iter().enumerate().map(side).collect()
    }

    /// The one place in which two propositions differ, and with what, if they agree in all others that both fill.
    fn difference(&self, x: &Held<'_>, y: &Held<'_>, words: &WordsOf) -> Option<(Position, [Differed; 2])> {
        let (p, q) = (x.proposition, y.proposition);
        let times = p.time.as_ref().zip(q.time.as_ref()).map(|(a, b)| a.same(b).truth);
        // What was in another year is the same if it was on the same day.
        let at_once = if p.background || q.background {
            times == Some(Truth::True)
        } else {
            times != Some(Truth::False)
        };
        if p.modality != q.modality || !at_once {
            return None;
        }
        let agreed = self.agreement(p, q);
        let (f, g) = match self.apart(p, q).as_slice() {
            [(f, g)] => (*f, *g),
            // Who did it to whom, the other way round.
            [(f, g), (h, i)]
                if agreed.words >= ENOUGH && p.sole && q.sole && self.agree(f, i) && self.agree(h, g) =>
            {
                return Some((f.position, [Differed::One(f.who?), Differed::One(g.who?)]));
            }
            _ => return None,
        };
        // The other report names it in another place of the clause.
        if p.fillers.iter().any(|other| self.agree(other, g))
            || q.fillers.iter().any(|other| self.agree(f, other))
        {
            return None;
        }
        let of_both = common(f, g);
        let (own, other) = (own_words(f, g), own_words(g, f));
        let elsewhere = |words_there: &[Lemma], article| {
            words.get(&article).is_some_and(|all| words_there.iter().any(|word| all.contains(word)))
        };
        let told = !own.is_empty() && !other.is_empty();
        if agreed.words + of_both < ENOUGH
            || !told
            || elsewhere(&own, y.article)
            || elsewhere(&other, x.article)
        {
            return None;
        }
        // "A man was hurt", "a woman was hurt": two, unless more is told of both.
        let partaking = matches!(f.position, Position::Agent | Position::Patient);
        let opposed = self.opposed(&own, &other).filter(|_| of_both > 0 || !partaking);
        let values = opposed.or_else(|| named([p, q], [f, g], &agreed, self.entities))?;
        Some((f.position, values))
    }

    /// Do two fillers tell of the same, one of them perhaps in fewer words?
    fn agree(&self, f: &Filler<Person>, g: &Filler<Person>) -> bool {
        if f.who.is_some() && f.who == g.who {
            return true;
        }
        // "The final stage of the tour" is not the tour, "chief executive" not "deputy chief executive".
        if f.head != g.head || f.shaded != g.shaded {
            return false;
        }
        let within =
            |a: &Filler<Person>, b: &Filler<Person>| !a.words.is_empty() && is_subset(&a.words, &b.words);
        // "The *new* chief executive", "the chief executive *of the airline*"
        let coloured = |a: &Filler<Person>, own: &[Lemma]| own.iter().all(|word| a.light.contains(word));
        let nearly = || {
            let (own, other) = (own_words(f, g), own_words(g, f));
            let coloured = coloured(f, &own) || coloured(g, &other);
            coloured && common(f, g) >= ENOUGH && self.opposed(&own, &other).is_none()
        };
        within(f, g) || within(g, f) || nearly()
    }

    /// In how much two propositions agree, place by place.
    fn agreement(&self, p: &Proposition<Person>, q: &Proposition<Person>) -> Agreement {
        let mut agreed = Agreement::default();
        for f in &p.fillers {
            let there = q.fillers.iter().find(|g| g.position == f.position && self.agree(f, g));
            let Some(g) = there else { continue };
            let one = f.who.is_some() && f.who == g.who;
            agreed.words += common(f, g).max(usize::from(one));
            agreed.named |= one;
            agreed.to_the_point |= f.position.is_core();
            // "A medal", "a shelter": there may be others.
            agreed.one_of_many |= f.position == Position::Patient && (f.indefinite || g.indefinite);
        }
        agreed
    }

    /// What two propositions have in the same place, that does not agree with anything there: as many pairs for each place
    /// as both have left, those that are most alike first.
    fn apart<'p>(
        &self,
        p: &'p Proposition<Person>,
        q: &'p Proposition<Person>,
    ) -> SmallVec<[(&'p Filler<Person>, &'p Filler<Person>); 2]> {
        let alone = |f: &Filler<Person>, other: &Proposition<Person>| {
            !other.fillers.iter().any(|g| g.position == f.position && self.agree(f, g))
        };
        let mut left: SmallVec<[&Filler<Person>; 3]> = q.fillers.iter().filter(|g| alone(g, p)).collect();
        let mut found: SmallVec<[(&Filler<Person>, &Filler<Person>); 2]> = SmallVec::new();
        for f in p.fillers.iter().filter(|f| alone(f, q)) {
            let likeness = |g: &Filler<Person>| (common(f, g), f.who.is_some() && g.who.is_some());
            let there = left.iter().enumerate().filter(|(_, g)| g.position == f.position);
            // Of those that are as much alike, the first.
            let best = there.max_by_key(|(at, g)| (likeness(g), Reverse(*at))).map(|(at, _)| at);
            found.extend(best.map(|at| (f, left.remove(at))));
        }
        found
    }

    /// A word and its opposite, if two places differ in these alone.
    fn opposed(&self, own: &[Lemma], other: &[Lemma]) -> Option<[Differed; 2]> {
        let ([a], [b]) = (own, other) else { return None };
        let word = |a: &Lemma, b: &Lemma| {
            let opposite = self.opposites.get(a)?.iter().find(|(opposite, _)| opposite == b);
            opposite.map(|(_, word)| Differed::Word(word.clone()))
        };
        Some([word(a, b)?, word(b, a)?])
    }
}

/// One side of a difference within a circle: a proposition, by its index.
struct Side {
    at: usize,
    position: Position,
    value: Differed,
}

/// The words of each article of a circle, as far as its sentences hold anything.
type WordsOf = FxHashMap<u32, FxHashSet<Lemma>>;

fn words_of_articles(held: &[Held<'_>]) -> WordsOf {
    let mut words = WordsOf::default();
    let mut last: Option<&[Lemma]> = None;
    for Held { article, words: sentence, .. } in held {
        if last.is_none_or(|last| !std::ptr::eq(last, *sentence)) {
            words.entry(*article).or_default().extend(sentence.iter().copied());
        }
        last = Some(sentence);
    }
    words
}

/// The pairs of full propositions of two articles that share a predicate and a word or somebody beside it, in order.
fn meetings<'h>(held: &'h [Held<'_>]) -> impl Iterator<Item = (usize, usize)> + 'h {
    let full = move || held.iter().enumerate().filter(|(_, h)| h.proposition.is_full());
    let mut index: FxHashMap<Key, SmallVec<[usize; 2]>> = FxHashMap::default();
    for (at, h) in full() {
        for key in all_keys(h.proposition) {
            let listed = index.entry(key).or_default();
            if listed.len() < COMMON && listed.last() != Some(&at) {
                listed.push(at);
            }
        }
    }
    full().flat_map(move |(a, h)| {
        let mut others: Vec<usize> = Vec::new();
        for listed in all_keys(h.proposition).filter_map(|key| index.get(&key)) {
            // What is not listed was read too late.
            if let Ok(own) = listed.binary_search(&a) {
                others.extend(listed.iter().skip(own + 1).filter(|b| held[**b].article != h.article));
            }
        }
        others.sort_unstable();
        others.dedup();
        others.into_iter().map(move |b| (a, b))
    })
}

/// All keys under which a proposition is found.
fn all_keys(proposition: &Proposition<Person>) -> impl Iterator<Item = Key> + '_ {
    let of = |predicate: &Lemma| {
        let predicate = *predicate;
        proposition.fillers.iter().flat_map(move |filler| keys(filler, predicate))
    };
    proposition.predicates.iter().flat_map(of)
}

/// In how much two propositions agree.
#[derive(Default)]
struct Agreement {
    words: usize,
    /// Is one of those the same whom both name?
    named: bool,
    /// Is it who does it, to whom it is done or what somebody becomes: more than where and why?
    to_the_point: bool,
    /// Is what it is done to one of many?
    one_of_many: bool,
}

/// How many words two fillers share.
fn common(f: &Filler<Person>, g: &Filler<Person>) -> usize {
    f.words.iter().filter(|word| g.words.contains(word)).count()
}

/// The words that one filler has and the other has not.
fn own_words(f: &Filler<Person>, other: &Filler<Person>) -> Vec<Lemma> {
    f.words.iter().filter(|word| !other.words.contains(word)).copied().collect()
}

/// Two that are named, where only one can be meant: the place, or whoever takes part in what one alone does.
fn named(
    propositions: [&Proposition<Person>; 2],
    fillers: [&Filler<Person>; 2],
    agreed: &Agreement,
    entities: &[Entity],
) -> Option<[Differed; 2]> {
    let [f, g] = fillers;
    let ([Some(a), Some(b)], position) = ([f.who, g.who], f.position) else { return None };
    let [x, y] = [name(a, entities)?, name(b, entities)?];
    let places = x.kind == EntityKind::Place && y.kind == EntityKind::Place;
    let one_alone = match position {
        Position::Agent | Position::Patient => agreed.to_the_point && propositions.iter().all(|p| p.sole),
        Position::Location => agreed.named,
        Position::Behind(_) => agreed.named && places,
        _ => false,
    };
    (one_alone && !agreed.one_of_many && are_others(x, y)).then_some([Differed::One(a), Differed::One(b)])
}

/// Do two names have no word in common, and are none two spellings of one?
fn are_others(x: &Name, y: &Name) -> bool {
    let joined = |name: &Name| name.words.iter().map(Sym::as_str).collect::<String>();
    let shared = x.words.iter().any(|word| y.words.contains(word));
    !shared && strsim::normalized_damerau_levenshtein(&joined(x), &joined(y)) < ALIKE
}

fn name(person: Person, entities: &[Entity]) -> Option<&Name> {
    let Referent::Named(EntityId(id)) = person else { return None };
    entities.get(id as usize).map(|entity| &entity.name)
}

impl Position {
    /// Does it say who did it, to whom, or what somebody became?
    fn is_core(self) -> bool {
        matches!(self, Position::Agent | Position::Patient | Position::Participant | Position::Complement)
    }

    /// How rules call it.
    fn name(self) -> Option<&'static str> {
        match self {
            Position::Agent => Some("who"),
            Position::Patient => Some("whom"),
            Position::Location | Position::Behind(_) => Some("where"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
