//! Ladders of ranks: of each, one person stands on one rung at a time.

use super::Lexicon;
use crate::symbol::Sym;

/// A ladder of ranks or offices ("army").
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    /// Its name.
    pub name: Sym,
    /// From the lowest to the highest.
    pub rungs: Vec<Rung>,
}

/// A rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Its spellings, the plain form first.
    pub rank: Vec<Sym>,
    /// Forms of address that may stand for it.
    pub short: Vec<Sym>,
}

impl Rung {
    fn is_called(&self, title: &str) -> bool {
        self.rank.iter().chain(&self.short).any(|written| written == title)
    }
}

impl Lexicon {
    /// All ladders.
    pub fn ladders(&self) -> &[Ladder] {
        &self.ladders
    }

    /// The plain form of a rank, if some ladder has it: "superintendent" of "supt.".
    pub fn rank(&self, title: &str) -> Option<&Sym> {
        let mut rungs = self.ladders.iter().flat_map(|ladder| &ladder.rungs);
        rungs.find(|rung| rung.rank.iter().any(|written| written == title))?.rank.first()
    }

    /// Can one person not bear both titles at one time? None: the ladders do not speak of both.
    pub fn ranks_conflict(&self, a: &str, b: &str) -> Option<bool> {
        self.ladders.iter().find_map(|ladder| {
            let on = |t| ladder.rungs.iter().filter(move |rung| rung.is_called(t));
            let (mut of_a, mut of_b) = (on(a).peekable(), on(b).peekable());
            of_a.peek()?;
            of_b.peek()?;
            let meet = of_a.any(|ra| on(b).any(|rb| std::ptr::eq(ra, rb)));
            Some(!meet)
        })
    }
}
