//! What one report affirms and another denies.
//!
//! A denial meets what is affirmed with the same predicate through an index of the words beside it, theme by theme. The two
//! contradict each other where all that is denied is among what is affirmed: whoever did not die in Lyon may have died
//! elsewhere, but whoever did not die did not die in Lyon.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::unionfind::UnionFind;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::build::{Builder, SlotOwner};
use super::differing::{Comparison, Differing};
use super::drafts::Drafts;
use super::gathered::Gathered;
use super::held::{Held, Key, held, is_subset, keys};
use super::people::{People, Person};
use super::predicates::AllPredicates;
use super::statements::{Context, of_words};
use super::story::{StoryId, members};
use crate::claim::Polarity;
use crate::claim::time::When;
use crate::graph::extract::{Extraction, Filler, Lemma, Locus, Position, Proposition, Utterance};
use crate::graph::{About, Entity, Value, role};
use crate::lexicon::Lexicon;
use crate::source::Span;
use crate::symbol::Sym;
use crate::truth::Truth;

/// So many propositions with one predicate and one word are compared with a denial, those read first.
const COMMON: usize = 64;

/// How much a denial and what it denies have in common beside the predicate, for one thing to be meant.
const ENOUGH: usize = 2;

/// What all articles hold.
#[derive(Default)]
pub(super) struct Polarities {
    utterances: Gathered<Utterance>,
    /// By which predicates, by article.
    predicates: AllPredicates,
}

impl Polarities {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, extraction: &Extraction) {
        self.utterances.add(&extraction.utterances);
        self.predicates.add(&extraction.predicates);
    }

    /// Finds the propositions beside which another says the opposite, and those that are told alike but for one thing;
    /// lets go of all others.
    pub(super) fn compare(
        self,
        people: &People,
        texts: &[Arc<str>],
        circles: &[StoryId],
        drafts: &Drafts,
        entities: &[Entity],
        lexicon: &Lexicon,
    ) -> (Opposed, Differing) {
        let comparison = Comparison::new(entities, drafts, lexicon);
        let of_circle = |articles: &Vec<u32>| {
            let meant = |article: u32| {
                self.utterances.of(article).into_iter().map(move |u| u.with(people.of(article)))
            };
            let all: Vec<(u32, Vec<Utterance<Person>>)> =
                articles.iter().map(|article| (*article, meant(*article).collect())).collect();
            let held: Vec<Held<'_>> = all.iter().flat_map(|(article, all)| held(*article, all)).collect();
            let disputed: Vec<Disputed> = disputed(&held, texts).collect();
            (disputed, held.len() as u32, comparison.differing(&held))
        };
        let compared: Vec<_> = self.circles(circles, drafts).par_iter().map(of_circle).collect();
        let (mut opposed, mut differing, mut first) = (Vec::new(), Differing::default(), 0);
        for (disputed, held, apart) in compared {
            opposed.extend(disputed.into_iter().map(|one| Disputed { group: first + one.group, ..one }));
            differing.add(apart);
            first += held;
        }
        (Opposed(opposed), differing)
    }

    /// Those articles of each circle that deny anything, affirm what is denied there, or tell of what another tells.
    fn circles(&self, circles: &[StoryId], drafts: &Drafts) -> Vec<Vec<u32>> {
        let told = |all: &Vec<u32>| all.len() > 1 && drafts.any(all.iter().copied());
        let needed = |articles: Vec<u32>| {
            let all = || articles.iter().map(|article| self.predicates.of(*article));
            let denied: FxHashSet<Lemma> = all().flat_map(|of| of.denied).copied().collect();
            let mut full: FxHashMap<Lemma, u32> = FxHashMap::default();
            all().flat_map(|of| of.full).for_each(|predicate| *full.entry(*predicate).or_default() += 1);
            let meets = |article: &u32| {
                let of = self.predicates.of(*article);
                !of.denied.is_empty()
                    || of.affirmed.iter().any(|predicate| denied.contains(predicate))
                    || of.full.iter().any(|predicate| full.get(predicate).is_some_and(|n| *n > 1))
            };
            articles.iter().copied().filter(meets).collect()
        };
        members(circles).into_iter().filter(told).map(needed).collect()
    }
}

/// The propositions of one circle that are denied or deny. Those that hang together are a group.
fn disputed<'a>(held: &'a [Held<'_>], texts: &'a [Arc<str>]) -> impl Iterator<Item = Disputed> + 'a {
    let mut groups = UnionFind::<usize>::new(held.len());
    // What one clause holds in several forms ("acquitted": not convicted, not guilty) is one member, on one side.
    let mut first: FxHashMap<(u32, Span), usize> = FxHashMap::default();
    let mut sides: FxHashMap<usize, Polarity> = FxHashMap::default();
    // Of whoever is told apart by little in all that speaks against it, it is doubtful whether one thing is meant.
    let mut members: BTreeMap<usize, bool> = BTreeMap::new();
    // What two reports have in the same words contradicts nothing: both may be misread alike.
    let differ = |(a, b): &(usize, usize)| held[*a].text(texts) != held[*b].text(texts);
    for (denial, affirmed) in opposed(held).into_iter().filter(differ) {
        let doubtful = shared(held[denial].proposition, &held[affirmed]) < ENOUGH;
        let [a, b] = [denial, affirmed].map(|at| *first.entry(held[at].place()).or_insert(at));
        groups.union(a, b);
        let turned = sides.get(&a) == Some(&Polarity::Affirmed) || sides.get(&b) == Some(&Polarity::Negated);
        let (of_a, of_b) = match turned {
            true => (Polarity::Affirmed, Polarity::Negated),
            false => (Polarity::Negated, Polarity::Affirmed),
        };
        sides.entry(a).or_insert(of_a);
        sides.entry(b).or_insert(of_b);
        [a, b].into_iter().for_each(|at| *members.entry(at).or_insert(true) &= doubtful);
    }
    // A fact is told from others by the words in which it is first denied.
    let mut what: FxHashMap<usize, Sym> = FxHashMap::default();
    for at in members.keys().filter(|at| sides.get(at) == Some(&Polarity::Negated)) {
        what.entry(groups.find(*at)).or_insert_with(|| Sym::from(held[*at].text(texts)));
    }
    members.into_iter().map(move |(at, doubtful)| {
        let (Held { article, proposition, .. }, group) = (&held[at], groups.find(at));
        Disputed {
            article: *article,
            locus: proposition.locus,
            polarity: sides.get(&at).copied().unwrap_or(proposition.polarity),
            time: proposition.time.clone(),
            group: group as u32,
            what: what.get(&group).cloned(),
            doubtful,
        }
    })
}

/// What is affirmed here and denied there.
pub(super) struct Opposed(Vec<Disputed>);

/// A proposition beside which another says the opposite.
struct Disputed {
    article: u32,
    locus: Locus<Person>,
    polarity: Polarity,
    time: Option<Arc<When>>,
    /// With which others it hangs together.
    group: u32,
    /// In which words the fact is denied.
    what: Option<Sym>,
    doubtful: bool,
}

impl Opposed {
    /// One statement for each proposition. Those that hang together share a slot.
    pub(super) fn state(self, context: Context<'_>, builder: &mut Builder) {
        for Disputed { article, locus, polarity, time, group, what, doubtful } in self.0 {
            // No model weighs it: what is told apart by little counts as unlikely.
            let likelihood = doubtful.then_some(0.0);
            let of_words = of_words(article, context.locus(article, locus), About::Else);
            let kind = builder.kind(Sym::new_static(role::TRUTH), what);
            let value = Value::Text(Sym::new_static(polarity.name()));
            let edge = builder.state(SlotOwner::Truth(group), kind, value, of_words);
            builder.holds(edge, time);
            builder.weigh(edge, likelihood);
        }
    }
}

/// The pairs of propositions of which one denies what the other affirms, in order.
fn opposed(held: &[Held<'_>]) -> Vec<(usize, usize)> {
    let of = |polarity| (0..).zip(held).filter(move |(_, h): &(usize, _)| h.proposition.polarity == polarity);
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    let denials: Vec<(usize, &Held<'_>)> = of(Polarity::Negated).collect();
    if denials.is_empty() {
        return Vec::new();
    }
    let denied: FxHashSet<Lemma> =
        denials.iter().flat_map(|(_, h)| h.proposition.predicates.iter().copied()).collect();
    for (at, affirmed) in of(Polarity::Affirmed) {
        for predicate in affirmed.proposition.predicates.iter().filter(|p| denied.contains(p)) {
            index.entry(Key::Alone(*predicate)).or_default().push(at);
            for filler in &affirmed.proposition.fillers {
                keys(filler, *predicate).for_each(|key| index.entry(key).or_default().push(at));
            }
        }
    }
    let mut found = Vec::new();
    for (at, denial) in denials {
        for predicate in &denial.proposition.predicates {
            // Whatever was not is told of in many ways, with or without what stands beside.
            let event = denial.proposition.fillers.iter().any(|f| f.position == Position::Event);
            let named = denial.proposition.fillers.iter().find(|f| !f.nobody && !event);
            let keys: Vec<Key> = named
                .map_or_else(|| vec![Key::Alone(*predicate)], |filler| filler.heads(*predicate).collect());
            let met = keys.iter().filter_map(|key| index.get(key)).flat_map(|met| met.iter().take(COMMON));
            let opposite = |other: &&usize| {
                let affirmed = &held[**other];
                affirmed.article != denial.article && denies(denial.proposition, affirmed)
            };
            found.extend(met.filter(opposite).map(|other| (at, *other)));
        }
    }
    found.sort_unstable();
    found.dedup();
    // "Acquitted" denies "convicted", and the other way round: one dispute, told by what the two have most in common.
    found.sort_by_key(|(a, b)| Reverse(shared(held[*a].proposition, &held[*b])));
    let mut told = FxHashSet::default();
    found.retain(|(a, b)| {
        let (a, b) = (held[*a].place(), held[*b].place());
        told.insert((a.min(b), a.max(b)))
    });
    found.sort_unstable();
    found
}

impl Filler<Person> {
    /// Under what those are looked for that may be meant as well: its noun, or any of its words ("none of the paintings").
    fn heads(&self, predicate: Lemma) -> impl Iterator<Item = Key> + '_ {
        let words = self.head.is_none().then_some(&self.words).into_iter().flatten();
        let heads = self.head.iter().chain(words).map(move |word| Key::Word(predicate, *word));
        heads.chain(self.who.map(|who| Key::Who(predicate, who)))
    }
}

/// How much a denial and what it denies have in common: words, and whoever is named or speaks. "Nobody" of a kind of event
/// is all that there are.
fn shared(denial: &Proposition<Person>, affirmed: &Held<'_>) -> usize {
    let Held { proposition: affirmed, words: around, .. } = affirmed;
    let words =
        |p: &Proposition<Person>| p.fillers.iter().flat_map(|f| f.words.to_vec()).collect::<FxHashSet<_>>();
    let (denied, told) = (words(denial), words(affirmed));
    let common = denied.iter().filter(|word| told.contains(word) || around.binary_search(word).is_ok());
    // "Nobody died" may be said of anything.
    let several = denial.fillers.len() > 1;
    let who = |filler: &&Filler<Person>| {
        (filler.nobody && several)
            || (filler.who.is_some() && affirmed.fillers.iter().any(|other| other.who == filler.who))
    };
    let named = denial.fillers.iter().filter(who).count() + usize::from(denial.said);
    ENOUGH * named + common.count()
}

/// Does a proposition deny what another affirms?
fn denies(denial: &Proposition<Person>, affirmed: &Held<'_>) -> bool {
    let other = affirmed.proposition;
    let one_form = denial.modality == other.modality && denial.clausal == other.clausal;
    // What a report quotes as somebody's view is held against the view of the same one only.
    let one_view =
        !denial.said || (denial.locus.speaker.is_some() && denial.locus.speaker == other.locus.speaker);
    let times = denial.time.as_ref().zip(other.time.as_ref());
    let one_day = times.is_none_or(|(a, b)| a.same(b).truth != Truth::False);
    let one_time = one_day && (denial.background || !other.background);
    let covered = |turned: bool| {
        let among = |filler: &Filler<Person>| is_among(filler, denial, affirmed, turned);
        denial.fillers.iter().all(among)
    };
    one_form && one_view && one_time && (covered(false) || (denial.copular && other.copular && covered(true)))
}

/// Is what fills a place of a denial among what is affirmed? What somebody is may be said either way round (`turned`).
fn is_among(
    filler: &Filler<Person>,
    denial: &Proposition<Person>,
    affirmed: &Held<'_>,
    turned: bool,
) -> bool {
    if filler.position == Position::Event {
        return is_subset(&filler.words, affirmed.words);
    }
    let position = if turned { filler.position.turned() } else { filler.position };
    let joined = denial.copular && position.is_beside();
    // "is not the envoy *for trade*": "the envoy for trade is Ann Lee".
    let behind = turned && !matches!(filler.position, Position::Agent | Position::Complement);
    let beside = |other: &&Filler<Person>| {
        // "Norland has banned bags": in Norland they are banned.
        let acts = filler.position == Position::Location && other.position == Position::Agent;
        acts && filler.who.is_some() && filler.who == other.who && !denial.copular
            || other.position.is_like(position)
            || (joined && affirmed.proposition.copular && (behind || other.position.is_beside()))
    };
    if !denial.copular && is_around(filler, affirmed) {
        return true;
    }
    let ranked = denial.copular && denial.fillers.iter().any(|filler| filler.ranked);
    affirmed.proposition.fillers.iter().filter(beside).any(|other| {
        let meant = filler.who.is_some() && filler.who == other.who;
        let coloured = |word: &Lemma| !denial.copular && filler.light.contains(word);
        let among = |word: &Lemma| other.words.binary_search(word).is_ok();
        let some = filler.words.iter().any(|word| among(word) && !coloured(word));
        let all = filler.words.iter().all(|word| among(word) || (some && coloured(word)));
        let all = all && !filler.words.is_empty();
        // "A friend of the mayor" is no mayor.
        let hangs = filler.head.is_some_and(|head| other.hanging.contains(&head));
        let told = matches!(filler.position, Position::Complement | Position::Agent | Position::Patient);
        // "The budget amendment" is no budget.
        let compound = !denial.copular
            && filler.who.is_none()
            && other.who.is_none()
            && other.head.is_some_and(|head| !filler.words.contains(&head))
            && filler.head.is_some_and(|head| other.words.binary_search(&head).is_ok());
        let all = all && !compound && !(told && hangs);
        let narrower = ranked && other.ranked && filler.words.len() < other.words.len();
        // "the president of Norland": "President Ann Lee" in a sentence that names Norland.
        let spread = !ranked
            && filler.head.is_some()
            && filler.head == other.head
            && (other.position != Position::Agent || (filler.who.is_none() && other.who.is_none()))
            && is_subset(&filler.words, affirmed.words);
        filler.nobody || meant || ((!other.shaded || filler.shaded) && ((all && !narrower) || spread))
    })
}

/// Does the sentence that affirms tell beside what where, for whom or by whom it was? "No ransom was paid *for the boy*": "the
/// boy's family paid a ransom"; "*the club* has not ended his contract": "his contract with the club has been ended".
fn is_around(filler: &Filler<Person>, affirmed: &Held<'_>) -> bool {
    let told = |test: fn(&Filler<Person>) -> bool| affirmed.proposition.fillers.iter().any(test);
    let aside = match filler.position {
        Position::Behind(_) | Position::Location => true,
        Position::Agent => !told(|other| other.position == Position::Agent),
        _ => false,
    };
    // "The *former* wife of Bob Roe" is not married to him.
    let all = !told(|other| other.shaded) && !filler.words.is_empty();
    aside && all && is_subset(&filler.words, affirmed.words)
}

impl Position {
    /// Can what fills the one fill the other? Prepositions tell places apart, but a time needs none.
    fn is_like(self, other: Position) -> bool {
        let bare = self == Position::Circumstance || other == Position::Circumstance;
        self == other || (bare && self.is_beside() && other.is_beside())
    }

    /// "Ann Lee is not the mayor": "The mayor is Ann Lee".
    fn turned(self) -> Position {
        match self {
            Position::Agent => Position::Complement,
            Position::Complement => Position::Agent,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests;
