//! Which of a page's blocks are the report.

use super::metadata::Candidates;
use super::{Html, PageBlock};
use crate::article::markup::builder::Builder;
use crate::article::markup::one_line;
use crate::article::{Block, BlockKind};

/// The part of the page that holds the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    Article(usize),
    Main,
    Body,
    /// The sidebars: there is nothing to speak of beside them.
    Aside,
    /// Everything, for want of a report.
    All,
}

/// Chooses the report's blocks and what the page says of itself.
pub(super) fn choose(page: &[PageBlock], candidates: Candidates, builder: &Builder) -> Html {
    let part = part(page);
    let inside = |b: &PageBlock| match part {
        Region::Article(n) => b.article == Some(n) && !b.beside && !b.aside,
        Region::Main => b.main && !b.beside && !b.aside,
        Region::Body => !b.beside && !b.aside,
        Region::Aside => !b.beside,
        Region::All => true,
    };
    let headline = headline(page, inside, builder);
    // A class that would make furniture of most of the report names something else on this site.
    let weigh = |classed: bool| size(page.iter().filter(|b| inside(b) && (b.classed || !classed)));
    let heed_classes = weigh(true) * 2 < weigh(false);
    let mut blocks: Vec<Block> = Vec::new();
    for (i, b) in page.iter().enumerate().filter(|(i, b)| inside(b) || Some(*i) == headline) {
        let kind = match b.block.kind {
            _ if Some(i) == headline => BlockKind::Headline,
            BlockKind::Paragraph if heed_classes && b.classed => BlockKind::Furniture,
            kind => kind,
        };
        blocks.push(Block { kind, range: b.block.range.clone() });
    }
    let title = headline.and_then(|i| page.get(i)).map(|b| text_of(b, builder));
    let article = if let Region::Article(n) = part { Some(n) } else { None };
    let mut paragraphs = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph);
    let end = blocks.last().map_or(usize::MAX, |b| b.range.end);
    let until = paragraphs.nth(1).map_or(end, |b| b.range.start);
    let (meta, ambiguous) = candidates.choose(title, article, until);
    Html { blocks, meta, ambiguous }
}

/// The article, if one holds a third of the page's text; else the main part, if it does; else all of the body.
fn part(page: &[PageBlock]) -> Region {
    let read = |b: &&PageBlock| !b.beside && !b.aside;
    let all = size(page.iter().filter(read));
    let aside = size(page.iter().filter(|b| !b.beside && b.aside && !b.classed));
    let stands_out = |b: &PageBlock| b.article.is_some() || b.main;
    // A page's sidebars are longer than a brief, but then the brief has an element of its own.
    if aside > all * 2 && !page.iter().any(|b| read(&b) && stands_out(b)) {
        return Region::Aside;
    }
    if all == 0 {
        return Region::All;
    }
    let mut articles = vec![0; page.iter().filter_map(|b| b.article).max().map_or(0, |n| n + 1)];
    for b in page.iter().filter(read) {
        if let Some(sum) = b.article.and_then(|n| articles.get_mut(n)) {
            *sum += size(std::iter::once(b));
        }
    }
    let best = articles.iter().enumerate().max_by_key(|(i, sum)| (**sum, std::cmp::Reverse(*i)));
    if let Some((n, _)) = best.filter(|(_, sum)| **sum * 3 >= all) {
        return Region::Article(n);
    }
    let main = size(page.iter().filter(|b| b.main && read(b)));
    if main * 3 >= all { Region::Main } else { Region::Body }
}

/// How many bytes of paragraphs some blocks have.
fn size<'a>(blocks: impl Iterator<Item = &'a PageBlock>) -> usize {
    blocks.filter(|b| b.block.kind == BlockKind::Paragraph).map(|b| b.block.range.len()).sum()
}

/// The first h1 of the report, or else the last one above it (or the only one).
fn headline(page: &[PageBlock], inside: impl Fn(&PageBlock) -> bool, builder: &Builder) -> Option<usize> {
    let first = page.iter().position(&inside)?;
    let h1 = |b: &PageBlock| b.level == Some(1) && !text_of(b, builder).is_empty();
    let within = page.iter().position(|b| h1(b) && inside(b));
    within.or_else(|| page.get(..first)?.iter().rposition(h1))
}

fn text_of(block: &PageBlock, builder: &Builder) -> String {
    let bytes = builder.since(block.block.range.start).get(..block.block.range.len()).unwrap_or_default();
    one_line(&String::from_utf8_lossy(bytes))
}
