//! Part-of-speech tags by an averaged perceptron (Collins 2002, with the greedy left-to-right decoding and
//! most of the features of Honnibal 2013), trained by `examples/train_tagger.rs` on MASC.
//!
//! Frequent words keep to the tags that they have in the training text; where that is one tag, no feature is
//! looked at. Numbers and punctuation have their tags from the tokenizer.

pub mod features;
pub mod model;
mod penn;

use features::Word;
use model::{Model, Scores};
pub use penn::Tag;

/// Lays the weights so that a bucket of the table is a cache line.
#[repr(C, align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("tag/weights.bin"));

/// Tags sentences one after the other; keeps its buffer between them.
#[derive(Debug)]
pub struct Tagger<'m> {
    model: Model<'m>,
    words: Vec<Word>,
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
        Tagger { model, words: Vec::new() }
    }

    /// Tags one sentence, given each word with its tag where that is known beforehand.
    /// Calls `assign` with each word's place in the sentence and its tag.
    pub fn tag<'t>(
        &mut self,
        sentence: impl Iterator<Item = (&'t str, Option<Tag>)>,
        mut assign: impl FnMut(usize, Tag),
    ) {
        self.words.clear();
        self.words.extend(sentence.map(|(text, known)| Word::new(text, known, &self.model)));
        let loud = features::is_loud(&self.words);
        // A headline has no full stop; a short sentence of names that has one is none.
        let prose = !loud || self.words.last().is_some_and(|w| w.only_tag() == Some(Tag::Stop));
        let (mut before, mut last) = (features::EDGE, features::EDGE);
        for at in 0..self.words.len() {
            let tag = self.decide(at, last, before, loud, prose);
            assign(at, tag);
            before = last;
            last = tag as u8;
        }
    }

    fn decide(&self, at: usize, last: u8, before: u8, loud: bool, prose: bool) -> Tag {
        let word = self.words.get(at).copied().unwrap_or_default();
        let first = last == features::EDGE || last == Tag::OpenQuote as u8;
        let word = if prose && !first { word.inside() } else { word };
        if let Some(tag) = word.only_tag() {
            return tag;
        }
        let mut scores: Scores = [0; 64];
        for feature in features::features(&self.words, at, last, before, loud) {
            self.model.add(feature, &mut scores);
        }
        word.best(&scores)
    }
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
