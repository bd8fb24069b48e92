//! Stories that some reports tell as they are, and others call untrue.
//!
//! Who debunks a story and who tells it have little more in common than what it is about: a sentence tells the story that
//! another report calls untrue where enough of its words stand near the verdict, rare ones weighing more.

use std::collections::BTreeSet;

use petgraph::unionfind::UnionFind;

use super::build::{Builder, SlotOwner};
use super::drafts::Drafts;
use super::gathered::Gathered;
use super::story::{StoryId, members};
use crate::graph::extract::{Extraction, Holds, Stance, Telling};
use crate::graph::{About, Extent, Provenance, Value, role};
use crate::symbol::Sym;

/// Which share of a sentence, by the information of its words, has to stand near the verdict. Swept on stories of web
/// articles: from 0.25 to 0.4 the same stories are found.
const ENOUGH: f64 = 0.3;

/// And which share of what a sentence itself calls untrue, from whoever tells it.
const MUTUAL: f64 = 0.4;

/// So many verdicts of one circle are compared with what is told there, those read first.
const MOST: usize = 64;

/// What all articles hold of their stories.
#[derive(Default)]
pub(super) struct Stances(Gathered<Stance>);

/// Stories that are told here and called untrue there.
pub(super) struct Debunked(Vec<Side>);

/// A sentence of one.
struct Side {
    article: u32,
    holds: Holds,
    extent: Extent,
    /// With which others it speaks of one story.
    story: u32,
    /// Does nobody tell it as it is?
    doubtful: bool,
}

impl Stances {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, extraction: &Extraction) {
        self.0.add(&extraction.stances);
    }

    /// Finds the stories that are told here and called untrue there.
    pub(super) fn debunked(self, circles: &[StoryId], drafts: &Drafts) -> Debunked {
        let (mut found, mut first) = (Vec::new(), 0);
        let told = |all: &Vec<u32>| all.len() > 1 && drafts.any(all.iter().copied());
        for articles in members(circles).into_iter().filter(told) {
            let of = |article: u32| self.0.of(article).into_iter().map(move |stance| (article, stance));
            let all: Vec<(u32, Stance)> = articles.into_iter().flat_map(of).collect();
            let sides = sides(&all, drafts);
            found.extend(sides.into_iter().map(|side| Side { story: first + side.story, ..side }));
            first += all.len() as u32;
        }
        Debunked(found)
    }
}

/// The sentences of one circle that tell a story which others of them call untrue.
fn sides(all: &[(u32, Stance)], drafts: &Drafts) -> Vec<Side> {
    let of = |untrue| (0..).zip(all).filter(move |(_, (_, s)): &(usize, _)| s.holds.is_untrue() == untrue);
    let mut stories = UnionFind::<usize>::new(all.len());
    let mut sides: BTreeSet<usize> = BTreeSet::new();
    for (verdict, (article, untrue)) in of(true).take(MOST) {
        for (at, (other, told)) in of(false) {
            // "The photo is a fake": what it shows may have been seen all the same.
            let alike = (told.picture || !untrue.picture)
                && covers(&untrue.about, &told.about, ENOUGH)
                && (untrue.holds != Holds::Refuted || covers(&told.about, &untrue.about, MUTUAL));
            if drafts.any([*article, *other]) && alike {
                stories.union(verdict, at);
                sides.extend([verdict, at]);
            }
        }
    }
    let flat: BTreeSet<usize> =
        sides.iter().filter(|at| all[**at].1.holds == Holds::Told).map(|at| stories.find(*at)).collect();
    let side = |at: usize| {
        let ((article, Stance { holds, extent, .. }), story) = (&all[at], stories.find(at));
        let doubtful = !flat.contains(&story);
        Side { article: *article, holds: *holds, extent: *extent, story: story as u32, doubtful }
    };
    sides.iter().map(|at| side(*at)).collect()
}

/// Does enough of what a sentence tells, by information, stand among other words?
fn covers(verdict: &[Telling], told: &[Telling], enough: f64) -> bool {
    let bits =
        |words: &mut dyn Iterator<Item = &Telling>| words.map(|(_, bits)| f64::from(*bits)).sum::<f64>();
    let near = |(word, _): &&Telling| verdict.binary_search_by_key(word, |(word, _)| *word).is_ok();
    let common = bits(&mut told.iter().filter(near));
    common > 0.0 && common >= enough * bits(&mut told.iter())
}

impl Debunked {
    /// One statement for each side. Those that hang together share a slot.
    pub(super) fn state(self, builder: &mut Builder) {
        for Side { article, holds, extent, story, doubtful } in self.0 {
            let kind = builder.kind(Sym::new_static(role::STORY), None);
            let value = Value::Text(Sym::new_static(holds.name()));
            let provenance = Provenance { article, extent, speaker: None, about: About::Else };
            let edge = builder.state(SlotOwner::Story(story), kind, value, provenance);
            // No model weighs it: what nobody tells as it is counts as unlikely.
            builder.weigh(edge, doubtful.then_some(0.0));
        }
    }
}

impl Holds {
    fn is_untrue(self) -> bool {
        matches!(self, Holds::Untrue | Holds::Refuted)
    }

    /// As rules write it. What is passed on is told as well.
    fn name(self) -> &'static str {
        match self {
            Holds::Told | Holds::PassedOn => "told",
            Holds::Untrue | Holds::Refuted => "untrue",
        }
    }
}

#[cfg(test)]
mod tests;
