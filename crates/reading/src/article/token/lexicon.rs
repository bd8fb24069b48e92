//! What the tokenizer knows of words: `lexicon/abbreviations.toml`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::article::fold::fold;
use crate::lexicon::packed::{table, unpack};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| unpack(table!("abbreviations")));

/// The word lists; the file says what each is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    titles: FxHashSet<String>,
    never: FxHashSet<String>,
    sometimes: FxHashSet<String>,
    capitalised: FxHashSet<String>,
    mostly: FxHashSet<String>,
    particles: FxHashSet<String>,
    before_numbers: FxHashSet<String>,
    starters: FxHashSet<String>,
    reporting: FxHashSet<String>,
    calendar: FxHashSet<String>,
    units: FxHashSet<String>,
    clipped: FxHashSet<String>,
    behind_dash: FxHashSet<String>,
    counts_behind_dash: FxHashSet<String>,
    zones: FxHashSet<String>,
    companies: FxHashSet<String>,
    money: FxHashSet<String>,
}

impl Lexicon {
    /// The embedded lexicon. Parsed once.
    pub(super) fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// Stands before a name, as "Mr", or before something else, as "vs": no sentence ends there.
    pub(super) fn is_title(&self, word: &str) -> bool {
        has(&self.titles, word) || has(&self.never, word)
    }

    /// Is written with a full stop, as "Inc".
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        has(&self.sometimes, word)
            || self.is_mostly_last(word)
            || word.starts_with(char::is_uppercase) && has(&self.capitalised, word)
    }

    /// Is an abbreviation that ends sentences oftener than not, as "p.m".
    pub(super) fn is_mostly_last(&self, word: &str) -> bool {
        has(&self.mostly, word)
    }

    /// Is a part of names that is written small, as "de".
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Is written with a full stop before a number, as "No".
    pub(super) fn is_before_numbers(&self, word: &str) -> bool {
        has(&self.before_numbers, word)
    }

    /// Starts sentences and no names, as "The".
    pub(super) fn is_starter(&self, word: &str) -> bool {
        has(&self.starters, word)
    }

    /// Reports speech, as "said".
    pub(super) fn is_reporting(&self, word: &str) -> bool {
        has(&self.reporting, word)
    }

    /// Goes on behind a dash, and is the last part of no compound, as "who".
    pub(super) fn is_behind_dash(&self, word: &str) -> bool {
        has(&self.behind_dash, word)
    }

    /// Counts something behind a dash, as "two".
    pub(super) fn counts_behind_dash(&self, word: &str) -> bool {
        has(&self.counts_behind_dash, word)
    }

    /// A month or a day of the week.
    pub(super) fn is_calendar(&self, word: &str) -> bool {
        has(&self.calendar, word)
    }

    /// A unit as it is written onto numbers, as "km".
    pub(super) fn is_unit(&self, word: &str) -> bool {
        has(&self.units, word)
    }

    /// A zone before the word "time", as "Eastern".
    pub(super) fn is_zone(&self, word: &str) -> bool {
        has(&self.zones, word)
    }

    /// Says what kind of company a name is of, as "Inc".
    pub(super) fn is_company(&self, word: &str) -> bool {
        has(&self.companies, word)
    }

    /// A sign of a currency in letters, as "EUR".
    pub(super) fn is_money_code(&self, word: &str) -> bool {
        self.money.contains(word)
    }

    /// A word that stands behind an apostrophe, as "em".
    pub(super) fn is_clipped(&self, word: &str) -> bool {
        has(&self.clipped, word)
    }
}

fn has(list: &FxHashSet<String>, word: &str) -> bool {
    fold(word, |lower| list.contains(lower))
}
