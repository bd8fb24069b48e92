//! Names and titles inside a noun phrase: which words are the person's name, which say what she is.

use super::{Determiner, Phrase, PhraseKind, Surroundings};
use crate::article::{Article, Tag, Tokens};
use crate::claim::TimeId;
use crate::claim::input::{Input, Parsed, Word, text};
use crate::claim::quantity::{Amount, Unit};
use crate::lexicon::{Lexicon, Sense};

/// A phrase while it is being read.
pub(super) struct Parts {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) determiner: Determiner,
    pub(super) amount: Option<Amount>,
    pub(super) ordinal: Option<(i32, u32)>,
    pub(super) time: Option<TimeId>,
    pub(super) has_noun: bool,
    /// The first word behind determiner and possessor.
    core: u32,
    head: Option<u32>,
    has_word: bool,
    /// Where a second title begins: "Deputy Premier *and* Foreign Minister".
    joined: bool,
}

impl Parts {
    pub(super) fn new(start: u32, determiner: Determiner) -> Parts {
        Parts {
            start,
            end: start,
            determiner,
            amount: None,
            ordinal: None,
            time: None,
            has_noun: false,
            core: u32::MAX,
            head: None,
            has_word: false,
            joined: false,
        }
    }

    /// Has the phrase begun, so that a participle may be a modifier in it?
    pub(super) fn opened(&self) -> bool {
        self.determiner != Determiner::None || self.has_word || self.amount.is_some()
    }

    /// Is there enough for a phrase: a noun, a number, or a determined adjective ("the injured")?
    pub(super) fn is_nominal(&self) -> bool {
        let determined = self.determiner != Determiner::None && self.has_word;
        self.has_noun || self.amount.is_some() || determined
    }

    pub(super) fn take_amount(&mut self, amount: Amount, at: u32) {
        self.core = self.core.min(at);
        self.amount = Some(amount);
        // "10 miles", "$4 billion": the unit is the head until a noun follows.
        self.head = amount.tokens.end.checked_sub(1);
    }

    /// An amount inside a word: "a 6.1-magnitude quake", "a 23-year-old".
    pub(super) fn take_joined(&mut self, amount: Amount) {
        if self.amount.is_none_or(|a| a.quantity.unit == Unit::None) {
            self.amount = Some(amount);
        }
    }

    pub(super) fn take_word(&mut self, word: Word<'_>, at: u32) {
        self.core = self.core.min(at);
        self.has_word = true;
        if word.tag().is_noun() || word.tag() == Tag::Fw {
            self.has_noun = true;
            self.head = Some(at);
        } else if !self.has_noun {
            self.head = Some(at);
        }
    }

    pub(super) fn finish(&self, article: &Article) -> Phrase {
        let head = self.head.unwrap_or(self.end.saturating_sub(1));
        let (titles, name) = self.split(article);
        let kind = if !name.is_empty() {
            PhraseKind::Name
        } else if self.has_noun {
            PhraseKind::Common
        } else {
            PhraseKind::Elliptic
        };
        let tag = article.tokens.get(head as usize).map(|t| t.tag);
        let counted = self.amount.is_some_and(|a| a.quantity.amount > 1.0 && a.quantity.unit == Unit::None);
        let amount = self.amount.map(|a| self.counting(a, article, head));
        Phrase {
            tokens: Tokens { start: self.start, end: self.end },
            head,
            kind,
            determiner: self.determiner,
            titles,
            name,
            amount,
            ordinal: self.ordinal,
            possessor: None,
            time: self.time,
            plural: matches!(tag, Some(Tag::Nns | Tag::Nnps)) || counted,
        }
    }

    /// A bare number counts what the head names.
    fn counting(&self, mut amount: Amount, article: &Article, head: u32) -> Amount {
        if amount.quantity.unit == Unit::None
            && self.has_noun
            && let Some(token) = article.tokens.get(head as usize).filter(|t| t.tag.is_noun())
        {
            amount.quantity.unit = Unit::Count(token.lemma);
        }
        amount
    }

    /// Cuts the words behind determiner and possessor into titles and a name; both may be empty.
    fn split(&self, article: &Article) -> (Tokens, Tokens) {
        let none = (Tokens::default(), Tokens::default());
        let core = Tokens { start: self.core.min(self.end), end: self.end };
        let Some(tokens) = article.tokens.get(core.range()).filter(|t| !t.is_empty()) else { return none };
        let named = tokens.iter().rev().take_while(|t| name_word(t.tag, article.word(t))).count();
        if named == 0 {
            return none;
        }
        // "Police said": a common noun that only its place at the head of a sentence writes with a capital.
        if tokens.len() == 1 && opens_sentence(article, core.start) && is_common(lower(article, &tokens[0])) {
            return none;
        }
        let run = tokens.len() - named;
        let sense = |i: usize, s: Sense| {
            Lexicon::builtin().entry(lower(article, &tokens[i])).is_some_and(|e| e.senses.has(s))
        };
        let heads_title =
            |i: usize| sense(i, Sense::Office) || sense(i, Sense::Rank) || sense(i, Sense::Address);
        // The name starts behind the last title word of the run: "State Department Spokesperson | Tammy Hill".
        let mut cut = (run..tokens.len()).rev().find(|i| heads_title(*i)).map_or(run, |i| i + 1);
        cut = cut.max(title_phrase_end(article, tokens));
        if cut >= tokens.len() {
            // "Prime Minister" alone is a title, not a name; "Ministry" alone or "the Senate" is a name.
            return if heads_title(tokens.len() - 1) {
                (core, Tokens::default())
            } else {
                (Tokens::default(), core)
            };
        }
        let at = |i: usize| core.start + i as u32;
        let modified_by_noun = run > 0 && tokens[..run].iter().any(|t| t.tag.is_noun());
        let titles = if cut > run || modified_by_noun {
            Tokens { start: core.start, end: at(cut) }
        } else {
            Tokens::default()
        };
        (titles, Tokens { start: at(cut), end: core.end })
    }
}

/// Does a sentence (or a quotation) begin with this token?
fn opens_sentence(article: &Article, at: u32) -> bool {
    let before = at.checked_sub(1).and_then(|i| article.tokens.get(i as usize));
    before.is_none_or(|t| matches!(t.tag, Tag::Stop | Tag::OpenQuote | Tag::Colon))
}

/// A noun for persons, groups or places.
fn is_common(lemma: crate::Sym) -> bool {
    let lexicon = Lexicon::builtin();
    [Sense::Person, Sense::Group, Sense::Place].into_iter().any(|s| lexicon.has(lemma, s))
}

/// The end of a listed title of several words inside the run of capitalised words: "Secretary of State".
fn title_phrase_end(article: &Article, tokens: &[crate::article::Token]) -> usize {
    let lexicon = Lexicon::builtin();
    let word = |i: usize| tokens.get(i).map(|t| lower(article, t));
    (0..tokens.len())
        .filter_map(|i| {
            let (more, key) = lexicon.phrase(word(i)?, |k| word(i + 1 + k))?;
            let senses = lexicon.entry(key)?.senses;
            (senses.has(Sense::Office) || senses.has(Sense::Rank)).then_some(i + 1 + more)
        })
        .max()
        .unwrap_or(0)
}

fn lower(article: &Article, token: &crate::article::Token) -> crate::Sym {
    let text = article.word(token);
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        crate::Sym::from(text)
    } else {
        crate::Sym::from(&text.to_lowercase())
    }
}

/// A word that may stand in a name: a proper noun, an initial, a number in it ("Boeing 747" is read elsewhere),
/// or a particle between proper nouns ("van", "de", "al").
fn name_word(tag: Tag, text: &str) -> bool {
    tag.is_name()
        || matches!(
            text,
            "de" | "van" | "von" | "der" | "den" | "bin" | "al" | "la" | "del" | "da" | "di" | "&"
        )
}

/// "Deputy Prime Minister *and Foreign Minister Jan Novak*": a title joined with a titled name is one phrase.
pub(super) fn joined_titles<'a>(
    around: &Surroundings,
    input: Input<'a>,
    parts: &mut Parts,
) -> Parsed<'a, ()> {
    let untouched = Ok((input, ()));
    let so_far = parts.finish(input.article());
    let title_only = so_far.name.is_empty() && !so_far.titles.is_empty();
    let of = text("of")(input);
    if let (true, Ok((rest, _))) = (so_far.name.is_empty() && ends_in_office(input), of) {
        // "Secretary of State Ann Lee": listed titles of several words go on through "of".
        return of_title(around, input, rest, parts);
    }
    if !title_only || parts.joined {
        return untouched;
    }
    let Ok((rest, _)) = text("and")(input) else { return untouched };
    let Ok((rest, second)) = super::base(around, rest) else { return untouched };
    let found = second.finish(input.article());
    if found.name.is_empty() || found.titles.is_empty() || second.determiner != Determiner::None {
        return untouched;
    }
    parts.end = second.end;
    parts.head = second.head;
    parts.joined = true;
    Ok((rest, ()))
}

fn ends_in_office(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| Lexicon::builtin().has(w.lower(), Sense::Office))
}

fn of_title<'a>(
    around: &Surroundings,
    input: Input<'a>,
    rest: Input<'a>,
    parts: &mut Parts,
) -> Parsed<'a, ()> {
    let lexicon = Lexicon::builtin();
    let listed = input.before(1).and_then(|first| {
        let (more, key) = lexicon.phrase(first.lower(), |i| input.peek(i).map(|w| w.lower()))?;
        lexicon.has(key, Sense::Office).then_some(more)
    });
    let Some(more) = listed else { return Ok((input, ())) };
    let after = input.skip(more);
    parts.end = after.at();
    parts.head = Some(after.at() - 1);
    let _ = rest;
    // What follows may be the name.
    match super::base(around, after) {
        Ok((rest, name))
            if name.determiner == Determiner::None
                && name.finish(input.article()).kind == PhraseKind::Name =>
        {
            parts.end = name.end;
            parts.head = name.head;
            Ok((rest, ()))
        }
        _ => Ok((after, ())),
    }
}
