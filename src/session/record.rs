//! What is taken down of an article, and how it is written to bytes and read back.
//!
//! Nothing of it depends on the article's file, number, side or outlet, so it holds as long as the content does. Classes
//! and places are numbers of one vocabulary, what an article says is what one grammar reads: the head of the bytes names
//! both, and bytes of others are refused.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use crate::graph::{self, Extraction, Facts, Parsed};
use crate::lexicon::Lexicon;
use crate::symbol::Sym;

/// Counts the forms that the bytes have had.
const FORM: u32 = 4;
/// What the bytes begin with.
const MAGIC: &[u8; 8] = b"gainsay\0";
/// How long the head is: the magic, the form, the vocabulary and the sum of all that follows.
const HEAD: usize = MAGIC.len() + 4 + 16 + 16;

/// What is taken down of an article.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record {
    /// What it says.
    pub(super) extraction: Extraction,
    /// The words under which those are looked up whom it names.
    pub(super) names: Vec<Sym>,
    /// How many words it has.
    pub(super) words: usize,
    /// How many claims it makes.
    pub(super) claims: usize,
}

/// Why bytes cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// They are not what an article says.
    Foreign,
    /// They have another form: another version of the program wrote them.
    Form(u32),
    /// They were written by another version of the grammar, or with other words and facts.
    Vocabulary,
    /// They were damaged.
    Damaged,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::Foreign => write!(f, "these bytes are not what an article says"),
            Refused::Form(form) => write!(f, "the bytes are of form {form}, not {FORM}"),
            Refused::Vocabulary => write!(f, "the bytes were written with another vocabulary"),
            Refused::Damaged => write!(f, "the bytes are damaged"),
        }
    }
}

impl std::error::Error for Refused {}

impl Record {
    /// Takes down an article.
    pub(super) fn of(parsed: &Parsed, facts: &Facts<'_>, lexicon: &Lexicon) -> Record {
        Record {
            extraction: graph::extract(parsed, facts, lexicon),
            names: graph::names(parsed, lexicon),
            words: parsed.article.tokens.iter().filter(|t| !t.tag.is_punctuation()).count(),
            claims: parsed.reading.claims.len(),
        }
    }

    /// Writes it. None if it cannot be written, which no record brings about.
    pub(super) fn to_bytes(&self, vocabulary: Digest) -> Option<Box<[u8]>> {
        let mut bytes = vec![0; HEAD];
        bytes = postcard::to_extend(self, bytes).ok()?;
        let sum = Digest::of(bytes.get(HEAD..)?);
        let head = [MAGIC, &FORM.to_le_bytes()[..], &vocabulary.bytes(), &sum.bytes()].concat();
        bytes.get_mut(..HEAD)?.copy_from_slice(&head);
        Some(bytes.into())
    }

    /// Reads it back out of bytes whose head and sum are known to be right.
    pub(super) fn from_kept(bytes: &[u8]) -> Option<Record> {
        postcard::from_bytes(bytes.get(HEAD..)?).ok()
    }
}

/// What stands behind the head, if the head is right.
///
/// # Errors
/// What is wrong with it.
pub(super) fn body(bytes: &[u8], vocabulary: Digest) -> Result<&[u8], Refused> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(Refused::Foreign)?;
    let (form, rest) = rest.split_first_chunk().ok_or(Refused::Damaged)?;
    match u32::from_le_bytes(*form) {
        FORM => {}
        other => return Err(Refused::Form(other)),
    }
    let (written, rest) = rest.split_first_chunk().ok_or(Refused::Damaged)?;
    if *written != vocabulary.bytes() {
        return Err(Refused::Vocabulary);
    }
    let (sum, body) = rest.split_first_chunk().ok_or(Refused::Damaged)?;
    if *sum == Digest::of(body).bytes() { Ok(body) } else { Err(Refused::Damaged) }
}
