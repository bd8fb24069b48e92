//! All values of a theme with all that meet: what a pair of them is held against.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::apart::are_apart;
use super::features::{BESIDE, alignment, clauses, grammar, is, owners, ratio, times, values};
use super::{Corpus, Features, Given, Kind, Meeting, Pair, Pairs, Relation, Which, Word};
use crate::graph::Value;
use crate::graph::extract::Lemma;
use crate::graph::weights::{self, OF_DISPUTE};

/// Amounts further apart seldom answer one question: the logarithm of how many times the larger is the smaller.
const FURTHEST: f64 = 2.0;
/// Articles on one thing share so much of their names, rare ones weighing more: fewer than that join two events of a kind.
const NAMES: f64 = 0.2;

/// Sentences that have less in common tell of two things.
const ALIGNED: f32 = 0.1;

pub(super) struct Scene<'a, P> {
    given: &'a [Given<'a, P>],
    met: &'a [((u32, u32), Meeting)],
    /// For each value: those that it meets.
    beside: Vec<Vec<(u32, f32, Relation)>>,
    /// For each value: of each article the one that is best aligned with it, if any is.
    aligned: Vec<Vec<(u32, u32)>>,
    /// How many values of a kind each article gives.
    crowds: FxHashMap<(u32, Kind), u32>,
    /// Which articles give each value, ascending.
    articles: FxHashMap<(Kind, u64), Vec<u32>>,
    /// The names in each article's passages, with how seldom they are.
    names: FxHashMap<u32, Vec<(Lemma, f32)>>,
    /// The rarity of the rarest word.
    rarest: f64,
    corpus: &'a Corpus<'a>,
}

impl<'a, P> Scene<'a, P> {
    pub(super) fn new(
        given: &'a [Given<'a, P>],
        met: &'a [((u32, u32), Meeting)],
        names: FxHashMap<u32, Vec<(Lemma, f32)>>,
        corpus: &'a Corpus<'a>,
    ) -> Scene<'a, P> {
        let mut beside: Vec<Vec<(u32, f32, Relation)>> = vec![Vec::new(); given.len()];
        for ((a, b), meeting) in met {
            beside[*a as usize].push((*b, meeting.similarity, meeting.relation));
            beside[*b as usize].push((*a, meeting.similarity, meeting.relation));
        }
        let mut articles: FxHashMap<(Kind, u64), Vec<u32>> = FxHashMap::default();
        // They come article by article.
        for value in given {
            for key in keys(value) {
                let giving = articles.entry((value.kind, key)).or_default();
                if giving.last() != Some(&value.article) {
                    giving.push(value.article);
                }
            }
        }
        let aligned = beside.iter().map(|others| best_aligned(given, others)).collect();
        let mut crowds: FxHashMap<(u32, Kind), u32> = FxHashMap::default();
        given.iter().for_each(|value| *crowds.entry((value.article, value.kind)).or_default() += 1);
        let rarest = given.iter().flat_map(|value| &value.around).map(Word::rarity).fold(0.0, f64::max);
        Scene { given, met, beside, aligned, crowds, articles, names, rarest, corpus }
    }

    /// The pairs that exclude each other.
    pub(super) fn pairs(&self, which: Which<'_>) -> Pairs {
        let mut pairs = Pairs::default();
        for ((a, b), meeting) in self.met {
            let (x, y) = (&self.given[*a as usize], &self.given[*b as usize]);
            let across = x.article != y.article;
            let told = match which {
                Which::Across(drafts) => across && drafts.any([x.article, y.article]),
                Which::All => true,
            };
            // When something was meant to be excludes no time at which it came about.
            let plan =
                x.kind == Kind::Time && x.signature.modality.has_come() != y.signature.modality.has_come();
            if meeting.relation != Relation::Excluded || !told || plan {
                continue;
            }
            let gives = |article: u32, value| u8::from(across && self.gives(article, value));
            let there = gives(y.article, x) + gives(x.article, y);
            // What is far apart is weighed where it stands in one slot: a digit may be missing. It is no pair to learn from.
            let features = (there < 2).then(|| self.features(*a, *b, meeting, there));
            let probability = features.map_or(0.0, |features| OF_DISPUTE.probability(&features)) as f32;
            let close = ratio(x, y) < FURTHEST;
            if let Which::All = which {
                pairs.features.push(features.filter(|_| close));
            }
            let near = close
                && self.tell_one_story(x.article, y.article)
                && !are_apart(x, y, self.corpus)
                && !self.are_about_others(x.article, y.article)
                && self.names_in_common(x.article, y.article) >= NAMES;
            pairs.all.push(Pair { members: [*a, *b], kind: x.kind, near, one_act: false, probability });
        }
        pairs
    }

    fn features(&self, a: u32, b: u32, meeting: &Meeting, there: u8) -> Features {
        let (x, y) = (&self.given[a as usize], &self.given[b as usize]);
        let mut all = [0.0; weights::DISPUTE.len()];
        let parts = alignment(x, y)
            .into_iter()
            .chain(grammar(x.signature, y.signature))
            .chain(owners(x, y))
            .chain([clauses(x, y)])
            .chain(times(x, y, self.corpus.lexicon))
            .chain(self.elsewhere(a, b, f64::from(meeting.similarity), there))
            .chain(self.votes(a, b))
            .chain([self.others(x, y)])
            .chain(self.lists(x, y))
            .chain(values(x, y))
            .chain([is(self.tell_one_story(x.article, y.article))]);
        all.iter_mut().zip(parts).for_each(|(feature, part)| *feature = part);
        all
    }

    fn tell_one_story(&self, a: u32, b: u32) -> bool {
        self.corpus.stories.get(a as usize) == self.corpus.stories.get(b as usize)
    }

    /// Is each of two articles about somebody of whom the other says nothing?
    fn are_about_others(&self, a: u32, b: u32) -> bool {
        let unknown = |a: u32, b: u32| {
            let mut main = self.corpus.names_of(a).iter().filter(|name| name.main).peekable();
            main.peek().is_some() && main.all(|name| !self.corpus.is_named(name.word, b))
        };
        unknown(a, b) && unknown(b, a)
    }

    /// Which share of their names two articles have in common, rare ones weighing more.
    fn names_in_common(&self, a: u32, b: u32) -> f64 {
        let of = |article: u32| self.names.get(&article).map_or(&[][..], Vec::as_slice);
        let total = |names: &[(Lemma, f32)]| names.iter().map(|(_, rarity)| f64::from(*rarity)).sum::<f64>();
        let (x, y) = (of(a), of(b));
        let shared = x.iter().filter(|(word, _)| y.binary_search_by_key(word, |(other, _)| *other).is_ok());
        let common: f64 = shared.map(|(_, rarity)| f64::from(*rarity)).sum();
        let least = total(x).min(total(y));
        if least > 0.0 { common / least } else { 0.0 }
    }

    /// All values of an article.
    pub(super) fn of_article(&self, article: u32) -> impl Iterator<Item = &'a Given<'a, P>> {
        // They come article by article.
        let from = self.given.partition_point(|value| value.article < article);
        self.given[from..].iter().take_while(move |value| value.article == article)
    }

    /// How seldom a word is in the theme, from 0 to 1.
    pub(super) fn rarity_of(&self, word: &Word) -> f64 {
        if self.rarest > 0.0 { word.rarity() / self.rarest } else { 0.0 }
    }

    /// How many names stand in the claim of one of two values that the other article does not have.
    pub(super) fn strange_names(&self, x: &Given<'_, P>, y: &Given<'_, P>) -> usize {
        let strange = |own: &Given<'_, P>, other: u32| {
            let beside = self.names.get(&other).map_or(&[][..], Vec::as_slice);
            let names = own.around.iter().filter(|w| w.name && w.distance <= BESIDE);
            let has = |word: &Lemma| {
                self.corpus.is_named(*word, other)
                    || beside.binary_search_by_key(word, |(word, _)| *word).is_ok()
            };
            names.filter(|w| !has(&w.word)).count()
        };
        strange(x, y.article) + strange(y, x.article)
    }

    /// Which articles give a value, by what is equal in those that are the same.
    fn giving(&self, kind: Kind, key: u64) -> &[u32] {
        self.articles.get(&(kind, key)).map_or(&[], Vec::as_slice)
    }

    /// Does an article give this value anywhere?
    fn gives(&self, article: u32, value: &Given<'_, P>) -> bool {
        let given = |key| self.giving(value.kind, key).binary_search(&article).is_ok();
        keys(value).into_iter().any(given)
    }

    /// Do the two articles give the same value elsewhere, and better aligned? By how much are the two the best match of
    /// each other? Does some third article give both?
    fn elsewhere(&self, a: u32, b: u32, similarity: f64, there: u8) -> [f64; 4] {
        let (x, y) = (&self.given[a as usize], &self.given[b as usize]);
        let one = x.article == y.article;
        let best = |from: u32, article: u32, but: u32, fits: fn(Relation) -> bool| {
            let others = self.beside[from as usize].iter().filter(|(other, _, relation)| {
                *other != but && self.given[*other as usize].article == article && fits(*relation)
            });
            others.map(|(_, similarity, _)| f64::from(*similarity)).fold(0.0, f64::max)
        };
        let fits = |relation| relation != Relation::Excluded;
        let fit = if one { 0.0 } else { f64::max(best(a, y.article, b, fits), best(b, x.article, a, fits)) };
        let second = f64::max(best(a, y.article, b, |_| true), best(b, x.article, a, |_| true));
        [f64::from(there), is(fit >= similarity), similarity - second, is(self.third(x, y))]
    }

    /// How many articles side with the one value, asked from where the other stands: at most, and which share of those
    /// that tell anything alike, at least and at most.
    fn votes(&self, a: u32, b: u32) -> [f64; 3] {
        let votes = |from: u32, value: u32| {
            let (own, value) = (self.given[from as usize].article, &self.given[value as usize]);
            let others = || self.aligned[from as usize].iter().filter(|(article, _)| *article != own);
            let with = others().filter(|(_, at)| is_same(&self.given[*at as usize], value)).count() as f64;
            (with, with / (others().count().max(1) as f64))
        };
        let (of_b, of_a) = (votes(a, b), votes(b, a));
        [of_a.0.max(of_b.0).ln_1p(), of_a.1.min(of_b.1), of_a.1.max(of_b.1)]
    }

    /// How many values stand in the two sentences, and how many of the kind in the article that has fewer: a report full
    /// of figures has many that are alike.
    fn lists(&self, x: &Given<'_, P>, y: &Given<'_, P>) -> [f64; 2] {
        let listed = x.passage.values.len() + y.passage.values.len();
        let crowd = |g: &Given<'_, P>| self.crowds.get(&(g.article, g.kind)).copied().unwrap_or(1);
        [(listed as f64).ln(), f64::from(crowd(x).min(crowd(y))).ln()]
    }

    /// Does some third article give both?
    fn third(&self, x: &Given<'_, P>, y: &Given<'_, P>) -> bool {
        let of = |value: &Given<'_, P>| keys(value).map(|key| self.giving(value.kind, key));
        let others = of(y);
        let gives_other = |article: &u32| others.iter().any(|all| all.binary_search(article).is_ok());
        let third = |article: &&u32| **article != x.article && **article != y.article;
        of(x).into_iter().flatten().filter(third).any(gives_other)
    }

    /// In how many other values of the two sentences the same is counted and the figures agree.
    fn others(&self, x: &Given<'a, P>, y: &Given<'a, P>) -> f64 {
        let others = |g: &Given<'a, P>| {
            let own = g.signature.words;
            g.passage.values.iter().filter(move |s| s.words != own && !matches!(s.value, Value::Time(_)))
        };
        let (x, y): (Vec<_>, Vec<_>) = (others(x).collect(), others(y).collect());
        let pairs = x.iter().flat_map(|a| y.iter().map(move |b| (a, b)));
        let same = pairs.filter(|(a, b)| {
            a.noun == b.noun && Relation::of(a, b, self.corpus.lexicon) == Some(Relation::Same)
        });
        (same.count() as f64).ln_1p()
    }
}

/// Of each article the value that is best aligned, if any is.
fn best_aligned<P>(given: &[Given<'_, P>], others: &[(u32, f32, Relation)]) -> Vec<(u32, u32)> {
    let near = others.iter().filter(|(_, similarity, _)| *similarity > ALIGNED);
    let mut all: Vec<(u32, f32, u32)> =
        near.map(|(at, similarity, _)| (given[*at as usize].article, *similarity, *at)).collect();
    all.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then(x.2.cmp(&y.2)));
    all.dedup_by_key(|(article, ..)| *article);
    all.into_iter().map(|(article, _, at)| (article, at)).collect()
}

fn is_same<P>(a: &Given<'_, P>, b: &Given<'_, P>) -> bool {
    let theirs = keys(b);
    keys(a).iter().any(|key| theirs.contains(key))
}

/// What is equal in two values that are the same: what they mean, or how they are written.
fn keys<P>(value: &Given<'_, P>) -> [u64; 2] {
    let mut hasher = FxHasher::default();
    match &value.signature.value {
        Value::Time(when) => when.hash(&mut hasher),
        other => other.digest(&mut hasher),
    }
    [hasher.finish(), u64::from(value.signature.written.number())]
}
