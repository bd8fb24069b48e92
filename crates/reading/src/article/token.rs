//! Sentences and tokens with their spans on disk.
//!
//! Tokens follow the Penn Treebank ("do|n't", "Pakistan|'s", "$|5"), with hyphenated words, decimals, clock
//! times and abbreviations whole. Units written onto a number are cut off ("200|ft", "3|pm"). In text that
//! was taken apart and put together badly a token may hold spaces: "6 . 1", "1: 30", "p. m.", "U. S.".

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use super::tag::{self, Tag, Tagger};
use super::{Article, Block, BlockKind, Document, Meta, Sentence, Token, Tokens, lemma};
use crate::lexicon::Lexicon;
use crate::source::{OffsetMap, SourceId};

mod dateline;
mod lexicon;
mod scan;
mod sentence;
mod word;

use scan::{Class, Piece};

/// A dateline stands in one of the first so many paragraphs.
const DATELINE_WITHIN: usize = 3;

/// A first line of at most so many bytes may be a headline.
const HEADLINE: usize = 160;

/// Cuts a document into sentences and tokens, tags them and finds their lemmas.
pub fn read(document: Document, lexicon: &Lexicon) -> Article {
    let reader = Reader::of(&document, lexicon);
    let tokens = reader.tokens(&document);
    let Document { source, text, meta, .. } = document;
    Article { source, meta, text, tokens, sentences: reader.sentences, dateline: reader.dateline }
}

/// Where the sentences of a document stand, by the numbers of their blocks: bytes in its text.
pub fn sentences(document: &Document, lexicon: &Lexicon) -> Vec<(usize, Range<usize>)> {
    let reader = Reader::of(document, lexicon);
    let place = |sentence: &Sentence| {
        let pieces = reader.pieces.get(sentence.tokens.range())?;
        Some((sentence.block as usize, pieces.first()?.start..pieces.last()?.end))
    };
    reader.sentences.iter().filter_map(place).collect()
}

/// What has been cut so far.
struct Reader<'a> {
    lexicon: &'a Lexicon,
    pieces: Vec<Piece>,
    sentences: Vec<Sentence>,
    dateline: Option<Tokens>,
    paragraphs: usize,
}

impl<'a> Reader<'a> {
    /// Cuts all blocks of a document.
    fn of(document: &Document, lexicon: &'a Lexicon) -> Reader<'a> {
        let mut reader =
            Reader { lexicon, pieces: Vec::new(), sentences: Vec::new(), dateline: None, paragraphs: 0 };
        for (number, block) in document.blocks.iter().enumerate() {
            reader.block(&document.text, block, number);
        }
        reader
    }

    fn block(&mut self, text: &str, block: &Block, number: usize) {
        let first = self.pieces.len();
        scan::scan(text, block.range.start, block.range.end, &mut self.pieces);
        let pieces = self.pieces.get(first..).unwrap_or_default();
        let mut body = 0;
        if block.kind == BlockKind::Paragraph {
            self.paragraphs += 1;
            let early = self.paragraphs <= DATELINE_WITHIN && self.dateline.is_none();
            if let Some(found) = dateline::dateline(text, pieces).filter(|_| early) {
                body = found.len;
                let place = found.place;
                self.dateline =
                    (!place.is_empty()).then(|| Tokens::new(first + place.start, first + place.end));
            }
        }
        self.sentences.extend(sentence::Borders::new(text, pieces, body).map(|range| Sentence {
            tokens: Tokens::new(first + range.start, first + range.end),
            kind: block.kind,
            block: u32::try_from(number).unwrap_or(u32::MAX),
        }));
    }

    /// Gives every piece its span, tag and lemma.
    fn tokens(&self, document: &Document) -> Vec<Token> {
        let text: &str = &document.text;
        let token = |(piece, tag): (&Piece, Tag)| Token {
            span: document.map.to_disk(piece.start..piece.end),
            start: u32::try_from(piece.start).unwrap_or(u32::MAX),
            end: u32::try_from(piece.end).unwrap_or(u32::MAX),
            tag,
            lemma: lemma::lemma(piece.text(text), tag),
        };
        self.pieces.iter().zip(self.tags(text)).map(token).collect()
    }

    /// The tag of every piece.
    fn tags(&self, text: &str) -> Vec<Tag> {
        let known: Vec<Option<Tag>> = self.pieces.iter().map(|piece| known_tag(piece, text)).collect();
        // What stands outside sentences is a dateline: names and signs.
        let mut tags: Vec<Tag> = known.iter().map(|tag| tag.unwrap_or(Tag::Nnp)).collect();
        thread_local! { static TAGGER: RefCell<Tagger<'static>> = RefCell::new(Tagger::embedded()) }
        TAGGER.with_borrow_mut(|tagger| self.tag(text, &known, &mut tags, tagger));
        tags
    }

    /// Tags the sentences.
    fn tag(&self, text: &str, known: &[Option<Tag>], tags: &mut [Tag], tagger: &mut Tagger<'_>) {
        for sentence in &self.sentences {
            let range = sentence.tokens.range();
            let pieces = self.pieces.get(range.clone()).unwrap_or_default().iter();
            let known = known.get(range.clone()).unwrap_or_default();
            let tags = tags.get_mut(range).unwrap_or_default();
            let words = pieces.map(|piece| piece.text(text)).zip(known.iter().copied());
            tagger.tag(self.lexicon, words, |at, tag| {
                if let Some(slot) = tags.get_mut(at) {
                    *slot = tag;
                }
            });
        }
    }
}

/// The tag of a piece that needs no context.
fn known_tag(piece: &Piece, text: &str) -> Option<Tag> {
    Some(match piece.class {
        Class::OpenQuote => Tag::OpenQuote,
        Class::CloseQuote => Tag::CloseQuote,
        Class::Currency => Tag::Currency,
        Class::Number => Tag::Cd,
        Class::Stop => Tag::Stop,
        Class::Comma => Tag::Comma,
        Class::Ellipsis | Class::Colon | Class::Dash => Tag::Colon,
        Class::Open => Tag::Open,
        Class::Close => Tag::Close,
        Class::Hash => Tag::Hash,
        Class::Possessive if matches!(piece.text(text), "'" | "’") => Tag::Pos,
        _ => return tag::tag_of_sign(piece.text(text)),
    })
}

impl Article {
    /// Reads plain text: a block for each line. The first line is the headline if it is short, lacks a full
    /// stop and other lines follow. For tests and examples; files go through `markup`.
    pub fn from_text(text: &str, lexicon: &Lexicon) -> Article {
        let text: Arc<str> = Arc::from(text);
        let mut blocks: Vec<Block> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            if !range.is_empty() {
                blocks.push(Block { kind: BlockKind::Paragraph, range });
            }
        }
        if let [first, _, ..] = blocks.as_mut_slice() {
            let line = text.get(first.range.clone()).unwrap_or("");
            if line.len() <= HEADLINE && !line.ends_with(['.', '!', '?', '"', '”']) {
                first.kind = BlockKind::Headline;
            }
        }
        let map = OffsetMap::identity();
        read(Document { source: SourceId(0), text, map, meta: Meta::default(), blocks }, lexicon)
    }
}

#[cfg(test)]
mod tests;
