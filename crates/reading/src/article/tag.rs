//! Part-of-speech tags by an averaged perceptron (Collins 2002, with the greedy left-to-right decoding and
//! most of the features of Honnibal 2013), trained by `examples/train_tagger.rs` on MASC.
//!
//! Frequent words keep to the tags that they have in the training text; where that is one tag, no feature is
//! looked at. Numbers and punctuation have their tags from the tokenizer.

pub mod features;
pub mod model;
mod normal;
mod repair;
mod shape;
mod word;

use super::memo::Memo;
pub use super::penn::Tag;
pub use super::tags::Tags;
use crate::lexicon::Lexicon;
use features::Before;
use model::{Model, Scores};
pub use word::Word;

/// Lays the weights so that a bucket of the table is a cache line.
#[repr(C, align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("tag/weights.bin"));

/// Marks a word whose tag is still to be found; no tag has the number.
const UNTAGGED: u8 = u8::MAX - 1;

/// Tags sentences one after the other; keeps its buffer between them, and what it knows of the words of late.
#[derive(Debug)]
pub struct Tagger<'m> {
    model: Model<'m>,
    words: Vec<Word>,
    tags: Vec<Tag>,
    memo: Memo<Word, 4096>,
}

impl Tagger<'static> {
    /// A tagger with the embedded weights.
    pub fn embedded() -> Tagger<'static> {
        Tagger::new(Model::read(&WEIGHTS.0))
    }
}

impl<'m> Tagger<'m> {
    /// A tagger with other weights.
    pub fn new(model: Model<'m>) -> Tagger<'m> {
        Tagger { model, words: Vec::new(), tags: Vec::new(), memo: Memo::new() }
    }

    /// Tags one sentence, given each word with its tag where that is known beforehand.
    /// Calls `assign` with each word's place in the sentence and its tag.
    pub fn tag<'t>(
        &mut self,
        lexicon: &Lexicon,
        sentence: impl Iterator<Item = (&'t str, Option<Tag>)>,
        mut assign: impl FnMut(usize, Tag),
    ) {
        let Tagger { model, words, tags, memo } = self;
        words.clear();
        tags.clear();
        words.extend(sentence.map(|(text, known)| {
            let mark = known.map_or(UNTAGGED, |tag| tag as u8);
            let mut word = memo.of(text, mark, || Word::new(text, known, model));
            // Not remembered: the next article may have another lexicon.
            word.people = known.is_none() && word.names_people(text, lexicon);
            word
        }));
        let line = Line::of(words);
        let mut before = Before::first(line.loud);
        let edge = Word::default();
        let after = words.iter().skip(1).chain([&edge]);
        for (word, next) in words.iter().zip(after) {
            let allowed = line.allowed(word, before);
            let tag = allowed.only().unwrap_or_else(|| {
                let mut scores = Scores::default();
                features::each(word, next, before, |feature| model.add(feature, &mut scores));
                best(allowed, |tag| scores[tag as usize % scores.len()])
            });
            tags.push(tag);
            before = before.then(tag);
        }
        repair::repair(words, tags, line);
        tags.iter().enumerate().for_each(|(at, tag)| assign(at, *tag));
    }
}

/// Does the dictionary of the tagger have a word?
pub(crate) fn is_known(word: &str) -> bool {
    Model::read(&WEIGHTS.0).usage(Word::of(word).entry()).is_some()
}

/// How a line is written.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Capitals say nothing of names: a headline.
    pub loud: bool,
    /// A capital inside the line says that a name begins.
    pub prose: bool,
}

impl Line {
    /// How a line of these words is written.
    pub fn of(words: &[Word]) -> Line {
        let loud = features::is_loud(words);
        // A headline has no full stop; a short sentence of names that has one is none.
        let stopped = words.last().is_some_and(|word| word.allowed(false).only() == Some(Tag::Stop));
        Line { loud, prose: !loud || stopped }
    }

    /// The tags that a word of the line may have.
    #[inline]
    pub fn allowed(self, word: &Word, before: Before) -> Tags {
        word.allowed(self.prose && !before.starts())
    }
}

/// The tag with the best score; the first of equals.
#[inline]
pub fn best<Score: Ord>(allowed: Tags, score: impl Fn(Tag) -> Score) -> Tag {
    let mut best: Option<(Score, Tag)> = None;
    for tag in allowed.iter() {
        let score = score(tag);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, tag));
        }
    }
    best.map_or(Tag::Nn, |(_, tag)| tag)
}

/// The tag of a number or punctuation mark, which needs no context. Quotation marks that can stand on either
/// side have none, nor has the apostrophe.
pub fn tag_of_sign(text: &str) -> Option<Tag> {
    let first = text.chars().next().filter(|c| !c.is_alphabetic())?;
    let all = |ok: fn(char) -> bool| text.chars().all(ok);
    Some(match first {
        '.' | '…' if text.len() > 1 && all(|c| matches!(c, '.' | '…' | ' ')) => Tag::Colon,
        '.' | '?' | '!' if all(|c| matches!(c, '.' | '?' | '!')) => Tag::Stop,
        '。' | '？' | '！' | '؟' | '।' => Tag::Stop,
        ',' | '،' | '、' | '，' => Tag::Comma,
        ':' | ';' | '：' | '；' | '؛' => Tag::Colon,
        '-' | '–' | '—' | '―' | '‒' | '−' if all(|c| !c.is_alphanumeric()) => Tag::Colon,
        // The dash of the wires: "Ann Lee _ and others _ left".
        '_' if all(|c| c == '_') => Tag::Colon,
        '(' | '[' | '{' => Tag::Open,
        ')' | ']' | '}' => Tag::Close,
        '“' | '„' | '«' | '‘' | '‚' | '‹' | '`' => Tag::OpenQuote,
        '”' | '»' | '›' => Tag::CloseQuote,
        '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₪' | '₨' if text.chars().count() == 1 => {
            Tag::Currency
        }
        '#' if text.len() == 1 => Tag::Hash,
        '%' => Tag::Nn,
        '&' => Tag::Cc,
        _ if all(|c| !c.is_alphabetic()) && text.contains(|c: char| c.is_ascii_digit()) => Tag::Cd,
        '\'' | '’' | '"' => return None,
        _ if first.is_alphanumeric() || text.contains(char::is_alphanumeric) => return None,
        _ => Tag::Sym,
    })
}
