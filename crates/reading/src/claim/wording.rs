//! The words of a quotation as they are compared: in one house style, with short forms as one, and with what was cut.

use std::borrow::Cow;

use super::Quote;
use crate::article::fold::fold;
use crate::article::spelling::folded;
use crate::article::{Article, Tag, Token, Tokens};
use crate::lexicon::spelling::{conventional, currency, is_manner, is_small_verb};
use crate::lexicon::{Lexicon, Sense, Senses};
use crate::symbol::Sym;

mod figure;

/// So many words of one quotation are compared.
const LONGEST: usize = 200;

/// What a word of a quotation weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Weight {
    /// It has a meaning of its own.
    Content,
    /// It belongs to a closed class.
    Small,
    /// It stands for what was left out or put in: "...", "[the mayor]".
    Cut,
    /// It stands for somebody or something: "he", "my".
    Pronoun,
    /// It points: "the", "this", "any".
    Pointer,
}

/// A word of a quotation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Word {
    /// As it is compared.
    pub text: Sym,
    /// Its dictionary form.
    pub lemma: Sym,
    /// What it weighs.
    pub weight: Weight,
    /// Is it written with a capital?
    pub capital: bool,
    /// The token that it belongs to.
    pub token: u32,
    /// The sentence that it belongs to.
    pub sentence: u32,
}

/// The words of each quotation. One that its paragraph leaves open goes on in the next.
pub fn wordings(article: &Article, quotes: &[Quote], lexicon: &Lexicon) -> Vec<Vec<Word>> {
    let mut found: Vec<Vec<Word>> = Vec::new();
    let mut open = false;
    for quote in quotes {
        let words = words(article, quote.tokens, lexicon);
        match found.last_mut().filter(|last| open && last.len() < LONGEST) {
            Some(last) => last.extend(words),
            None => found.push(words),
        }
        let behind = article.tokens.get(quote.tokens.end as usize);
        open = behind.is_some_and(|token| token.tag == Tag::OpenQuote);
    }
    found.extend(unmarked(article, quotes).into_iter().map(|tokens| words(article, tokens, lexicon)));
    found.iter_mut().for_each(|words| words.truncate(LONGEST));
    found
}

/// What is read, written or told in somebody's own words, and stands below the paragraph that says so.
const LEADING: [&str; 8] =
    ["statement", "transcript", "letter", "note", "message", "email", "speech", "address"];

/// Paragraphs that belong to no quotation and in which somebody says "I" or "we", behind a colon or "issued a statement.":
/// transcripts and statements are often set apart, not quoted. One that opens a quotation and never closes it is taken from there on.
fn unmarked(article: &Article, quotes: &[Quote]) -> Vec<Tokens> {
    let tokens = |tokens: Tokens| article.tokens.get(tokens.range()).unwrap_or_default();
    let is_marked = |paragraph: &Tokens| {
        let behind = quotes.partition_point(|q| q.tokens.end <= paragraph.start);
        quotes.get(behind).is_some_and(|q| q.tokens.overlaps(*paragraph))
    };
    let opened = |paragraph: Tokens| {
        let mark = tokens(paragraph).iter().rposition(|token| token.tag == Tag::OpenQuote);
        Tokens { start: paragraph.start + mark.map_or(0, |at| at as u32 + 1), ..paragraph }
    };
    let says_i = |words: &Tokens| tokens(*words).iter().any(is_of_speaker);
    let paragraphs = article.sentences.chunk_by(|a, b| a.block == b.block);
    let all = paragraphs.filter_map(|sentences| Some(sentences.first()?.tokens.to(sentences.last()?.tokens)));
    let mut found = Vec::new();
    // What is led in goes on for as long as somebody says "I"; a columnist says it everywhere.
    let mut led_in = false;
    for paragraph in all {
        let words = tokens(paragraph);
        let leads = words.last().is_some_and(|token| article.word(token) == ":")
            || words.iter().any(|token| LEADING.contains(&token.lemma.as_str()));
        let own = !is_marked(&paragraph) && says_i(&opened(paragraph));
        if own && (led_in || opened(paragraph) != paragraph) {
            found.push(opened(paragraph));
        }
        led_in = leads || own && led_in;
    }
    found
}

/// "I", "our", "you": does a word mean whoever speaks, or is spoken to?
fn is_of_speaker(token: &Token) -> bool {
    matches!(token.tag, Tag::Prp | Tag::PRPS)
        && matches!(&*token.lemma, "i" | "we" | "my" | "our" | "you" | "your")
}

/// The words of some tokens.
fn words(article: &Article, tokens: Tokens, lexicon: &Lexicon) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut depth = 0usize;
    let mut sentence = article.sentence_at(tokens.start) as usize;
    for at in tokens.start..tokens.end {
        let Some(token) = article.tokens.get(at as usize) else { break };
        while article.sentences.get(sentence).is_some_and(|s| s.tokens.end <= at) {
            sentence += 1;
        }
        let place = (at, sentence as u32);
        let written = article.word(token);
        depth += usize::from(token.tag == Tag::Open);
        let cut_off = |found: &mut Vec<Word>| {
            if found.last().is_none_or(|w| w.weight != Weight::Cut) {
                found.push(cut(place));
            }
        };
        if is_masked(article, tokens, at) {
            // "sh*t", "Mr R—": part of the word is left out, and so is the rest of it.
            if found.last().is_some_and(|w| w.token + 1 == at && w.weight != Weight::Cut) {
                found.pop();
            }
            cut_off(&mut found);
        } else if token.tag == Tag::Close || is_ellipsis(written) {
            depth = depth.saturating_sub(usize::from(token.tag == Tag::Close));
            cut_off(&mut found);
        } else if depth == 0 && token.tag == Tag::Currency && is_sign(written) {
            found.push(sign(written, place));
        } else if depth == 0 && is_spoken(written) {
            parts(written, token, lexicon, |text, lemma| {
                let weight = weight(&text, &lemma, token.tag, lexicon);
                let capital = written.starts_with(char::is_uppercase);
                found.push(Word { text, lemma, weight, capital, token: place.0, sentence: place.1 });
            });
        }
    }
    figure::unify(&mut found);
    found
}

/// Is it a word? Nobody says addresses of pages.
fn is_spoken(written: &str) -> bool {
    written.contains(|c: char| c.is_alphanumeric() || matches!(c, '%' | '&')) && !written.contains("://")
}

/// Does a token belong to a word of which letters are masked, behind the first of them: the signs, or what follows them?
fn is_masked(article: &Article, within: Tokens, at: u32) -> bool {
    let token = |at: u32| article.tokens.get(at as usize).filter(|_| at >= within.start && at < within.end);
    let touches = |a: u32, b: u32| token(a).zip(token(b)).is_some_and(|(a, b)| a.span.end == b.span.start);
    let written = |at: u32| token(at).map_or("", |t| article.word(t));
    let is_mask = |at: u32| {
        let signs = written(at);
        let before = at.checked_sub(1).filter(|before| touches(*before, at)).map_or("", written);
        let all = |of: &[char]| !signs.is_empty() && signs.chars().all(|c| of.contains(&c));
        let letters = before.chars().count();
        all(&['*']) && letters > 0
            // "I—" and "a—" are words that break off.
            || all(&['-', '—', '–', '_']) && letters == 1 && before.starts_with(char::is_alphabetic)
                && !matches!(before, "I" | "a" | "A")
    };
    is_mask(at) || at.checked_sub(1).is_some_and(|before| is_mask(before) && touches(before, at))
}

fn is_ellipsis(written: &str) -> bool {
    let dots = || written.bytes().filter(|b| *b == b'.').count();
    written == "…" || (dots() > 1 && written.bytes().all(|b| matches!(b, b'.' | b' ')))
}

fn cut((token, sentence): (u32, u32)) -> Word {
    let nothing = Sym::new_static("");
    Word { text: nothing.clone(), lemma: nothing, weight: Weight::Cut, capital: false, token, sentence }
}

/// Is it the sign of a currency, and no word: "$", "US$"?
fn is_sign(written: &str) -> bool {
    currency(written).is_some() && !written.chars().all(char::is_alphanumeric)
}

/// "$", which is read behind its amount.
fn sign(written: &str, (token, sentence): (u32, u32)) -> Word {
    let text = Sym::from(written);
    Word { text: text.clone(), lemma: text, weight: Weight::Content, capital: false, token, sentence }
}

/// The words that a token is compared as: the parts between its hyphens.
fn parts(written: &str, token: &Token, lexicon: &Lexicon, mut part: impl FnMut(Sym, Sym)) {
    if token.tag == Tag::Md {
        return part(Sym::from(conventional(&token.lemma)), token.lemma.clone());
    }
    // Texts from archives have blanks behind apostrophes ("’ s").
    let plain = match written.contains(['’', '‘', '`', ' ']) {
        true => Cow::Owned(written.replace(['’', '‘', '`'], "'").replace(' ', "")),
        false => Cow::Borrowed(written),
    };
    let lower = fold(&plain, |lower| folded(lower).into_owned());
    let lower = lower.strip_suffix(DOMAIN).filter(|name| !name.contains('.')).unwrap_or(&lower);
    let whole = conventional(lower);
    if lower.contains('\'') && whole != lower || lower.starts_with('\'') {
        return part(Sym::from(whole), token.lemma.clone());
    }
    let several = lower.contains(HYPHENS);
    for piece in lower.split(HYPHENS) {
        let letters = letters(piece);
        if letters.is_empty() {
            continue;
        }
        let usual = conventional(&letters);
        let text = number(&letters, lexicon).unwrap_or_else(|| Sym::from(&*usual));
        let lemma = if several { Sym::from(&*usual) } else { token.lemma.clone() };
        part(text, lemma);
    }
}

/// What is said of a piece of a word: its letters, or a figure with its point ("1,500.5" is "1500.5", "6:30" is "6.30").
fn letters(piece: &str) -> String {
    let figure = piece.replace(',', "").replace(':', ".");
    if figure.starts_with(|c: char| c.is_ascii_digit()) && figure.parse::<f64>().is_ok() {
        return figure;
    }
    piece.chars().filter(|c| c.is_alphanumeric() || matches!(c, '%' | '&')).collect()
}

/// Companies are written with it and without ("Acme.com").
const DOMAIN: &str = ".com";
const HYPHENS: [char; 4] = ['-', '‐', '–', '/'];

/// A number in words, in figures ("five": "5", "third": "3rd").
fn number(word: &str, lexicon: &Lexicon) -> Option<Sym> {
    let entry = lexicon.entry(word)?;
    if entry.number.fract() != 0.0 {
        return None;
    }
    if entry.has(Sense::Cardinal) || entry.has(Sense::Scale) {
        return Some(Sym::from(format!("{}", entry.number)));
    }
    if !entry.has(Sense::Ordinal) || entry.number < 1.0 {
        return None;
    }
    let ending = match (entry.number as u64 % 10, entry.number as u64 % 100) {
        (1, of) if of != 11 => "st",
        (2, of) if of != 12 => "nd",
        (3, of) if of != 13 => "rd",
        _ => "th",
    };
    Some(Sym::from(format!("{}{ending}", entry.number)))
}

fn weight(text: &str, lemma: &str, tag: Tag, lexicon: &Lexicon) -> Weight {
    if matches!(tag, Tag::Prp | Tag::PRPS) {
        return Weight::Pronoun;
    }
    if tag == Tag::Dt && is_pointer(text) {
        return Weight::Pointer;
    }
    // Whoever leaves out a "not" or a "no" does not tidy up.
    if lexicon.has(text, Sense::Negator) || lexicon.has(text, Sense::NegativeDeterminer) {
        return Weight::Content;
    }
    let closed =
        matches!(tag, Tag::Dt | Tag::In | Tag::To | Tag::Cc | Tag::Md | Tag::Wdt | Tag::Wp | Tag::WPS)
            || matches!(tag, Tag::Wrb | Tag::Ex | Tag::Pos | Tag::Rp | Tag::Uh | Tag::Pdt);
    let adverb = matches!(tag, Tag::Rb | Tag::Rbr | Tag::Rbs) && !is_manner(text);
    let small = closed || adverb || is_small_verb(lemma) || text.starts_with('\'');
    if small { Weight::Small } else { Weight::Content }
}

/// Does a determiner say which, and neither how many nor none?
fn is_pointer(determiner: &str) -> bool {
    matches!(determiner, "the" | "a" | "an" | "this" | "that" | "these" | "those" | "any" | "some")
}

/// Can the one be a place and the other what is of it: "Valdoria", "Valdorian"?
pub fn is_of_place(place: &str, word: &str) -> bool {
    place.ends_with('a') && word.strip_prefix(place) == Some("n")
}

/// Does a noun with this behind it stand for several?
pub fn is_plural_ending(ending: &str) -> bool {
    matches!(ending, "s" | "es")
}

/// Has a word a meaning of its own that tells of what a sentence is: a noun, a name, a number, most verbs, adjectives and
/// adverbs, but none that says that somebody says so?
pub fn tells_of(token: &Token, lexicon: &Lexicon) -> bool {
    let tag = token.tag;
    let open = tag.is_noun()
        || tag.is_verb()
        || tag.is_name()
        || matches!(tag, Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Rb | Tag::Cd);
    // "The suspect" is somebody, whatever "to suspect" is.
    let senses = || lexicon.look_up(&token.lemma).senses;
    let reports =
        |senses: Senses| senses.has(Sense::Reporting) && !(tag.is_noun() && senses.has(Sense::Person));
    open && !matches!(&*token.lemma, "be" | "have" | "do") && !reports(senses())
}

#[cfg(test)]
mod tests;
