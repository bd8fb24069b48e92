//! Names and quotations of several articles that are nearly alike.

use std::collections::BTreeSet;
use std::sync::Arc;

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;

use super::build::{Builder, SlotOwner};
use super::drafts::Drafts;
use super::gathered::Gathered;
use super::likeness::group_quotes;
use super::passage::Kind;
use super::people::{People, Person};
use super::statements::{Context, of_words};
use super::story::{Stories, StoryId};
use super::{quotation, spelling};
use crate::graph::extract::{Extraction, Locus, Quotation, Spelled};
use crate::graph::weights::{OF_SPELLING, OF_WORDING};
use crate::graph::{About, Extent, Value, role};
use crate::lexicon::Lexicon;
use crate::source::Span;
use crate::symbol::Sym;

/// The words of all articles that are compared as words.
#[derive(Default)]
pub(super) struct Wordings {
    names: Gathered<Spelled>,
    quotes: Gathered<Quotation>,
}

/// What is to be stated of the words that are alike, in order.
pub(super) struct Alike {
    /// Of names, and of quotations that may be another wording of a second one.
    stated: Vec<Stated>,
    /// All quotations.
    quotes: Vec<(u32, Quotation<Person>)>,
}

/// A statement on words.
struct Stated {
    article: u32,
    locus: Locus<Person>,
    owner: SlotOwner,
    role: &'static str,
    what: Option<Sym>,
    words: Sym,
}

/// Names, each with its article.
type Names = [(u32, Spelled<Person>)];

/// Quotations, each with its article.
type Quotes = [(u32, Quotation<Person>)];

/// Two names or quotations that may be one, as the models see them: what they are fitted on.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// What is known of the pair, in the order of [`SPELLING`](crate::graph::weights::SPELLING) or
    /// [`WORDING`](crate::graph::weights::WORDING).
    pub features: Vec<f64>,
    /// The two: equal numbers are one name or quotation.
    pub members: [usize; 2],
    /// As they are written.
    pub words: [Sym; 2],
    /// Where each of the two stands: articles, by their indexes, and bytes of their files.
    pub places: [Vec<(u32, Span)>; 2],
}

/// One pair of members, and how probable it is that they are one.
struct Pair<'a> {
    members: (usize, usize),
    probability: f64,
    extents: Option<&'a [Extent; 2]>,
}

impl Wordings {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, extraction: &Extraction) {
        self.names.add(&extraction.spelled);
        self.quotes.add(&extraction.quotations);
    }

    /// Finds what is alike, and lets go of all other words.
    pub(super) fn alike(
        self,
        people: &People,
        texts: &[Arc<str>],
        stories: &Stories,
        drafts: &Drafts,
        lexicon: &Lexicon,
    ) -> Alike {
        let Wordings { names, quotes } = self;
        let names = names.into_all(|article, spelled| spelled.with(people.of(article)));
        let mut stated = spelled(&names, stories, drafts, lexicon);
        drop(names);
        let quotes = quotes.into_all(|article, quote| quote.with(people.of(article)));
        stated.extend(reworded(&quotes, texts, &stories.circles(), drafts));
        Alike { stated, quotes }
    }

    /// All pairs that may be alike: names, and quotations.
    pub(super) fn pairs(
        self,
        people: &People,
        texts: &[Arc<str>],
        themes: &[StoryId],
        lexicon: &Lexicon,
    ) -> [Vec<Likeness>; 2] {
        let names = self.names.into_all(|article, spelled| spelled.with(people.of(article)));
        let quotes = self.quotes.into_all(|article, quote| quote.with(people.of(article)));
        let place = |at: &usize| names.get(*at).map(|(article, s)| (*article, s.locus.extent.span));
        let first = |members: &[usize]| members.first().copied().unwrap_or_default();
        let word = |at: usize| names.get(at).map(|(_, s)| s.word.clone()).unwrap_or_default();
        let alike = spelling::pairs(&names, themes, &Drafts::ALL, lexicon).into_iter().map(|pair| {
            let members = [0, 1].map(|side: usize| first(&pair.members[side]));
            let places = pair.members.map(|members| members.iter().filter_map(place).collect());
            Likeness { features: pair.features.to_vec(), members, words: members.map(word), places }
        });
        let within = |pair: &quotation::Pair| {
            let [a, b] = pair.members.map(|at| quotes.get(at).map(|(article, _)| *article));
            a == b
        };
        let telling = |pair: &quotation::Pair| pair.kind == Kind::Sense && !within(pair);
        let reworded =
            quotation::pairs(&quotes, texts, &Drafts::ALL).into_iter().filter(telling).map(|pair| {
                let article = |at: usize| quotes.get(at).map_or(0, |(article, _)| *article);
                let sides = [0, 1].map(|side: usize| (article(pair.members[side]), pair.extents[side]));
                let words = sides.map(|(article, extent)| Sym::from(written(texts, article, extent)));
                let places = sides.map(|(article, extent)| vec![(article, extent.span)]);
                Likeness { features: pair.features.to_vec(), members: pair.members, words, places }
            });
        [alike.collect(), reworded.collect()]
    }
}

impl Alike {
    /// States it.
    pub(super) fn state(self, context: Context<'_>, builder: &mut Builder) {
        let Alike { stated, quotes } = self;
        // Of all quotations there are very many: none is copied before it is stated.
        for Stated { article, locus, owner, role, what, words } in stated.into_iter().chain(quoted(&quotes)) {
            let provenance = of_words(article, context.locus(article, locus), About::Else);
            let kind = builder.kind(Sym::new_static(role), what);
            builder.state(owner, kind, Value::Text(words), provenance);
        }
    }
}

/// One statement for each article and name of which another name may be a slip.
fn spelled(names: &Names, stories: &Stories, drafts: &Drafts, lexicon: &Lexicon) -> Vec<Stated> {
    let mut found = spelling::pairs(names, &stories.themes, drafts, lexicon);
    found.iter_mut().for_each(|pair| keep_beside(&mut pair.members, names, &stories.stories));
    let pairs = found.iter().flat_map(|pair| {
        let probability = pair.probability();
        // All mentions of the two words hang together through the first of them.
        let first = pair.members[0].first().copied().unwrap_or_default();
        let all = pair.members.iter().flatten();
        all.map(move |at| Pair { members: (first, *at), probability, extents: None })
    });
    let pairs: Vec<Pair<'_>> = pairs.collect();
    let stated = |(at, group, what, _): (usize, _, _, _)| {
        let (article, spelled) = names.get(at)?;
        let (locus, words) = (spelled.locus, spelled.written.clone());
        let owner = SlotOwner::Likeness(group);
        Some(Stated { article: *article, locus, owner, role: role::NAME, what, words })
    };
    groups(&pairs, names.len(), OF_SPELLING.cut, OF_SPELLING.note).into_iter().filter_map(stated).collect()
}

/// Of the name that is written more often keeps what stands in the stories in which the other stands, if it stands there:
/// how other stories spell it is no news.
fn keep_beside(members: &mut [Vec<usize>; 2], names: &Names, stories: &[StoryId]) {
    let story = |at: &usize| stories.get(names.get(*at)?.0 as usize).copied();
    let count =
        |members: &[usize]| members.iter().filter_map(|at| Some(names.get(*at)?.1.count)).sum::<u32>();
    let [a, b] = members;
    let (often, seldom) = if count(a) < count(b) { (b, a) } else { (a, b) };
    let there: BTreeSet<StoryId> = seldom.iter().filter_map(story).collect();
    let is_there = |at: &usize| story(at).is_some_and(|story| there.contains(&story));
    if often.iter().any(is_there) {
        often.retain(is_there);
    }
}

/// One statement for each passage of a quotation that may be another wording of a second one.
fn reworded(quotes: &Quotes, texts: &[Arc<str>], circles: &[StoryId], drafts: &Drafts) -> Vec<Stated> {
    let article = |at: usize| quotes.get(at).map(|(article, _)| *article);
    let probability = |pair: &quotation::Pair| {
        let probability = OF_WORDING.probability(&pair.features);
        // One article that says a thing twice rather quotes two people, or one who said it twice.
        let within = article(pair.members[0]) == article(pair.members[1]);
        let minor = within || pair.kind == Kind::Style;
        if minor { probability.min(OF_WORDING.note) } else { probability }
    };
    let circle = |at: usize| article(at).and_then(|article| circles.get(article as usize));
    // Short sentences are said in many stories.
    let one_circle = |pair: &quotation::Pair| circle(pair.members[0]) == circle(pair.members[1]);
    let found: Vec<(quotation::Pair, f64)> = quotation::pairs(quotes, texts, drafts)
        .into_iter()
        .filter(one_circle)
        .map(|pair| {
            let probability = probability(&pair);
            (pair, probability)
        })
        .filter(|(_, probability)| *probability >= OF_WORDING.note)
        .collect();
    let (places, quotation) = places(&found);
    let pairs: Vec<Pair<'_>> = found
        .iter()
        .zip(&places)
        .map(|((pair, probability), [a, b])| Pair {
            members: (*a, *b),
            probability: *probability,
            extents: Some(&pair.extents),
        })
        .collect();
    let stated = |(at, group, what, extent): (usize, _, _, _)| {
        let (article, quote) = quotes.get(*quotation.get(at)?)?;
        let (locus, owner) = (Locus { extent, ..quote.locus }, SlotOwner::Quote(group));
        let words = Sym::from(written(texts, *article, extent));
        Some(Stated { article: *article, locus, owner, role: role::WORDING, what, words })
    };
    let found = groups(&pairs, quotation.len(), OF_WORDING.cut, OF_WORDING.note);
    found.into_iter().filter_map(stated).collect()
}

/// The places in quotations at which pairs differ: those of each pair, and the quotation of each place. What overlaps is
/// one place.
fn places(pairs: &[(quotation::Pair, f64)]) -> (Vec<[usize; 2]>, Vec<usize>) {
    let ends = pairs.iter().enumerate().flat_map(|(at, (pair, _))| {
        [0, 1].map(|side: usize| (pair.members[side], pair.extents[side].words, at, side))
    });
    let mut ends: Vec<(usize, (u32, u32), usize, usize)> = ends.collect();
    ends.sort_unstable();
    let (mut places, mut quotations) = (vec![[0; 2]; pairs.len()], Vec::new());
    let mut reached = 0;
    for (quotation, (start, end), at, side) in ends {
        if quotations.last() != Some(&quotation) || start >= reached {
            quotations.push(quotation);
            reached = 0;
        }
        reached = reached.max(end);
        if let Some(of_pair) = places.get_mut(at) {
            of_pair[side] = quotations.len() - 1;
        }
    }
    (places, quotations)
}

/// One statement for each quotation of some length. Those that share a run of words share a slot.
fn quoted(quotes: &Quotes) -> impl Iterator<Item = Stated> {
    let words = |quote: &'_ Quotation<Person>| -> Vec<Sym> {
        quote.words.iter().filter(|(w, _)| !w.text.is_empty()).map(|(w, _)| w.text.clone()).collect()
    };
    let all: Vec<Vec<Sym>> = quotes.iter().map(|(_, quote)| words(quote)).collect();
    let groups = group_quotes(&all);
    let quoted = quotes.iter().zip(all).zip(groups);
    quoted.map(|(((article, quote), words), group)| {
        let words = Sym::from(words.iter().map(Sym::as_str).collect::<Vec<_>>().join(" "));
        let owner = SlotOwner::Quote(group as u32);
        Stated { article: *article, locus: quote.locus, owner, role: role::QUOTE, what: None, words }
    })
}

/// Words as an article has them.
pub(super) fn written(texts: &[Arc<str>], article: u32, extent: Extent) -> &str {
    let text = texts.get(article as usize).map_or("", |text| text);
    text.get(extent.words.0 as usize..extent.words.1 as usize).unwrap_or_default()
}

/// Who belongs to a group of those that are alike: the member, the group, whether it is doubtful, and from where to where
/// the member differs from others.
fn groups(pairs: &[Pair<'_>], count: usize, cut: f64, note: f64) -> Vec<(usize, u32, Option<Sym>, Extent)> {
    let certain = |p: &&Pair<'_>| p.probability >= cut;
    let mut groups = UnionFind::<usize>::new(count);
    pairs.iter().filter(certain).for_each(|p| {
        groups.union(p.members.0, p.members.1);
    });
    let settled = |p: &&Pair<'_>| groups.find(p.members.0) == groups.find(p.members.1);
    let doubtful: Vec<&Pair<'_>> =
        pairs.iter().filter(|p| p.probability >= note && !certain(p) && !settled(p)).collect();
    let mut found = members(pairs.iter().filter(certain), count, None);
    found.extend(members(doubtful.into_iter(), count, Some(&Sym::new_static(role::DOUBTFUL))));
    found
}

fn members<'a>(
    pairs: impl Iterator<Item = &'a Pair<'a>>,
    count: usize,
    what: Option<&Sym>,
) -> Vec<(usize, u32, Option<Sym>, Extent)> {
    let mut groups = UnionFind::<usize>::new(count);
    let mut extents: FxHashMap<usize, Extent> = FxHashMap::default();
    for pair in pairs {
        groups.union(pair.members.0, pair.members.1);
        for (side, at) in [pair.members.0, pair.members.1].into_iter().enumerate() {
            let extent = pair.extents.map(|e| e[side]).unwrap_or_default();
            extents.entry(at).and_modify(|known| *known = known.to(extent)).or_insert(extent);
        }
    }
    let mut found: Vec<(usize, Extent)> = extents.into_iter().collect();
    found.sort_unstable_by_key(|(at, _)| *at);
    let member = |(at, extent)| (at, groups.find(at) as u32, what.cloned(), extent);
    found.into_iter().map(member).collect()
}
