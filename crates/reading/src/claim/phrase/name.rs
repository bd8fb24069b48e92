//! Names and titles inside a noun phrase: which words are the person's name, which say what she is.

use super::{Determiner, Phrase, PhraseKind, Surroundings};
use crate::article::lemma::lemma;
use crate::article::{Tag, Tokens};
use crate::claim::TimeId;
use crate::claim::input::{Input, Parsed, Word, text};
use crate::claim::quantity::{Amount, Unit};
use crate::lexicon::{Lexicon, Sense, Senses};

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

    /// Has anything been read behind the determiner?
    pub(super) fn opened_by_word(&self) -> bool {
        self.has_word || self.amount.is_some()
    }

    /// Is there enough for a phrase: a noun, a number, or a determined adjective ("the injured")?
    pub(super) fn is_nominal(&self) -> bool {
        let determined = self.determiner != Determiner::None && self.has_word;
        self.has_noun || self.amount.is_some() || determined
    }

    pub(super) fn take_amount(&mut self, amount: Amount, at: u32) {
        self.core = self.core.min(at);
        // "10 miles", "$4 billion": the unit is the head until a noun follows.
        self.head = amount.tokens.end.checked_sub(1);
        self.amount = Some(amount);
    }

    /// An amount inside a word: "a 6.1-magnitude quake", "a 23-year-old".
    pub(super) fn take_joined(&mut self, amount: Amount) {
        if self.amount.as_ref().is_none_or(|a| a.quantity.unit == Unit::None) {
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

    /// The phrase; `input` is where it was read from.
    pub(super) fn finish(&self, input: &Input<'_>) -> Phrase {
        let head = self.head.unwrap_or(self.end.saturating_sub(1));
        let (titles, name) = self.split(input);
        let kind = if !name.is_empty() {
            PhraseKind::Name
        } else if self.has_noun {
            PhraseKind::Common
        } else {
            PhraseKind::Elliptic
        };
        let tag = input.word(head).map(|w| w.tag());
        let counted =
            self.amount.as_ref().is_some_and(|a| a.quantity.amount > 1.0 && a.quantity.unit == Unit::None);
        let amount = self.amount.as_ref().map(|a| self.counting(a.clone(), input.word(head)));
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
    fn counting(&self, mut amount: Amount, head: Option<Word<'_>>) -> Amount {
        if amount.quantity.unit == Unit::None
            && self.has_noun
            && let Some(noun) = head.filter(|w| w.tag().is_noun())
        {
            // In a headline's "Two Men" the noun is written as a name is.
            let counted =
                if noun.tag().is_name() { lemma(noun.text(), Tag::Nns) } else { noun.lemma().clone() };
            amount.quantity.unit = Unit::Count(counted);
        }
        amount
    }

    /// Cuts the words behind determiner and possessor into titles and a name; both may be empty.
    fn split(&self, input: &Input<'_>) -> (Tokens, Tokens) {
        let none = (Tokens::default(), Tokens::default());
        let core = Tokens { start: self.core.min(self.end), end: self.end };
        let word = |at: u32| input.word(at).filter(|_| at < core.end);
        let named =
            core.range().rev().take_while(|at| word(*at as u32).is_some_and(name_word)).count() as u32;
        if named == 0 {
            return none;
        }
        // "Police said": a common noun that only its place at the head of a sentence writes with a capital.
        if core.len() == 1 && opens_sentence(input, core.start) && word(core.start).is_some_and(is_common) {
            return none;
        }
        let run = core.end - named;
        const TITLE: Senses = Senses::of(&[Sense::Office, Sense::Rank, Sense::Address]);
        // "Judges Ana Kovac and Lena Holm": what both are.
        let plural = |w: Word<'_>| {
            let one = || lemma(w.text(), Tag::Nns);
            w.text().ends_with(['s', 'n']) && input.lexicon().look_up(&one()).senses.meets(TITLE)
        };
        let heads_title = |at: u32| {
            let several = at == run && at + 1 < core.end;
            word(at).is_some_and(|w| w.written().senses.meets(TITLE) || (several && plural(w)))
        };
        // The name starts behind the last title word of the run: "State Department Spokesperson | Ingrid Hill".
        let behind_title = (run..core.end).rev().find(|at| heads_title(*at)).map_or(run, |at| at + 1);
        let cut = behind_title.max(title_phrase_end(core, word, input.lexicon()));
        if cut >= core.end {
            // "Prime Minister" alone is a title, not a name; "Ministry" alone or "the Senate" is a name.
            return if heads_title(core.end - 1) {
                (core, Tokens::default())
            } else {
                (Tokens::default(), core)
            };
        }
        let modified_by_noun = (core.start..run).any(|at| word(at).is_some_and(|w| w.tag().is_noun()));
        let titles = if cut > run || modified_by_noun {
            Tokens { start: core.start, end: cut }
        } else {
            Tokens::default()
        };
        (titles, Tokens { start: cut, end: core.end })
    }
}

/// Does a sentence (or a quotation) begin with this token?
fn opens_sentence(input: &Input<'_>, at: u32) -> bool {
    let before = at.checked_sub(1).and_then(|at| input.word(at));
    before.is_none_or(|w| matches!(w.tag(), Tag::Stop | Tag::OpenQuote | Tag::Colon))
}

/// A noun for persons, groups or places.
fn is_common(w: Word<'_>) -> bool {
    w.written().senses.meets(Senses::of(&[Sense::Person, Sense::Group, Sense::Place]))
}

/// The end of a listed title of several words inside the run of capitalised words: "Secretary of State".
fn title_phrase_end<'a>(core: Tokens, word: impl Fn(u32) -> Option<Word<'a>>, lexicon: &Lexicon) -> u32 {
    let title_at = |at: u32| {
        let first = word(at).filter(|w| w.written().has(Sense::OpensPhrase))?;
        let (more, key) = lexicon.phrase(first.lower(), |k| word(at + 1 + k as u32).map(|w| w.lower()))?;
        let entry = lexicon.look_up(&key);
        (entry.has(Sense::Office) || entry.has(Sense::Rank)).then_some(at + 1 + more as u32)
    };
    (core.start..core.end).filter_map(title_at).max().unwrap_or(core.start)
}

/// A word that may stand in a name: a proper noun, an initial, a number in it ("Boeing 747" is read elsewhere),
/// or a particle between proper nouns ("van", "de", "al").
fn name_word(w: Word<'_>) -> bool {
    w.tag().is_name() || is_particle(w.text()) || w.is("&")
}

/// A word inside names that is none by itself: "van", "de", "al".
pub(super) fn is_particle(text: &str) -> bool {
    matches!(
        text,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "la"
            | "del"
            | "da"
            | "di"
            | "el"
            | "ibn"
            | "bint"
            | "du"
            | "dos"
            | "das"
            | "los"
            | "las"
            | "ter"
            | "ten"
            | "zu"
    )
}

/// "Inés *de* la Roca": does a name stand before a particle, and go on behind it?
pub(super) fn goes_on(input: Input<'_>) -> bool {
    let name = |w: Word| w.tag().is_name();
    let behind = |i| input.peek(i).is_some_and(name);
    let particle = |i| input.peek(i).is_some_and(|w| is_particle(w.text()));
    input.before(1).is_some_and(|w| name(w) || is_particle(w.text()))
        && (behind(1) || particle(1) && behind(2))
}

/// "Deputy Prime Minister *and Foreign Minister Jan Novak*": a title joined with a titled name is one phrase.
pub(super) fn joined_titles<'a>(
    around: &Surroundings,
    input: Input<'a>,
    parts: &mut Parts,
) -> Parsed<'a, ()> {
    let untouched = Ok((input, ()));
    let Some(joint) = input.next().filter(|w| w.is_any(&["of", "and"])) else { return untouched };
    let so_far = parts.finish(&input);
    if joint.is("of") && so_far.name.is_empty() && ends_in_office(input) {
        // "Secretary of State Ann Lee": listed titles of several words go on through "of".
        return of_title(around, input, parts);
    }
    let title_only = so_far.name.is_empty() && !so_far.titles.is_empty();
    if !title_only || parts.joined {
        return untouched;
    }
    let Ok((rest, _)) = text("and")(input) else { return untouched };
    let Ok((rest, second)) = super::base(around, rest) else { return untouched };
    let found = second.finish(&input);
    if found.name.is_empty() || found.titles.is_empty() || second.determiner != Determiner::None {
        return untouched;
    }
    parts.end = second.end;
    parts.head = second.head;
    parts.joined = true;
    Ok((rest, ()))
}

fn ends_in_office(input: Input<'_>) -> bool {
    input.before(1).is_some_and(|w| w.written().has(Sense::Office))
}

fn of_title<'a>(around: &Surroundings, input: Input<'a>, parts: &mut Parts) -> Parsed<'a, ()> {
    let lexicon = input.lexicon();
    let listed = input.before(1).filter(|w| w.written().has(Sense::OpensPhrase)).and_then(|first| {
        let (more, key) = lexicon.phrase(first.lower(), |i| input.peek(i).map(|w| w.lower()))?;
        lexicon.has(&key, Sense::Office).then_some(more)
    });
    let Some(more) = listed else { return Ok((input, ())) };
    let after = input.skip(more);
    parts.end = after.at();
    parts.head = Some(after.at() - 1);
    // What follows may be the name.
    match super::base(around, after) {
        Ok((rest, name))
            if name.determiner == Determiner::None && name.finish(&input).kind == PhraseKind::Name =>
        {
            parts.end = name.end;
            parts.head = name.head;
            Ok((rest, ()))
        }
        _ => Ok((after, ())),
    }
}
