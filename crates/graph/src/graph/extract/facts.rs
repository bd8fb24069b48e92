//! What articles say of things that a house knows for certain.
//!
//! A fact and what an article says of the same thing go into one slot, each as a statement with its own place: the
//! fact's is a line of a TOML file. Rules then compare the two like any others.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::assertion::Owner;
use super::extractor::Extractor;
use super::statement::Assertions;
use crate::article::{Article, BlockKind, Tokens};
use crate::claim::Claim;
use crate::claim::pattern::office::{self, Office};
use crate::claim::time::When;
use crate::graph::Value;
use crate::graph::misspelling::{self, Misspelling};
use crate::graph::name::Name;
use crate::graph::role::{HOLDER, OFFICE, SPELLING};
use crate::lexicon::Lexicon;
use crate::lexicon::fact::{Fact, Known};
use crate::symbol::Sym;

/// The facts of a house, ready to be looked up by the words of articles.
#[derive(Debug)]
pub struct Facts<'f> {
    pub(in crate::graph) facts: &'f [Fact],
    /// The names in the facts.
    names: Vec<Name>,
    /// Wrong names by their first word: all their words, and the fact.
    wrong: FxHashMap<Sym, Vec<(Vec<Sym>, usize)>>,
    /// Where to look for slips of names.
    near: FxHashMap<u64, Vec<usize>>,
    /// The offices, each with its facts.
    offices: Vec<(Office, Vec<usize>)>,
    /// Offices by the last word of their title.
    by_head: FxHashMap<Sym, Vec<usize>>,
    /// Those whose titles are known: the facts of each, and the titles in them.
    titled: Vec<Vec<Titled>>,
}

/// A fact about titles.
#[derive(Debug)]
struct Titled {
    fact: usize,
    titles: Vec<Office>,
}

impl<'f> Facts<'f> {
    /// Makes facts ready, for articles that are read in a vocabulary.
    pub fn new(facts: &'f [Fact], lexicon: &Lexicon) -> Facts<'f> {
        let mut ready = Facts {
            facts,
            names: Vec::new(),
            wrong: FxHashMap::default(),
            near: FxHashMap::default(),
            offices: Vec::new(),
            by_head: FxHashMap::default(),
            titled: Vec::new(),
        };
        for (at, fact) in facts.iter().enumerate() {
            let name = match &fact.known {
                Known::Name { name, not } => {
                    not.iter().for_each(|wrong| ready.add_wrong(wrong, at));
                    Name::stated(name.clone(), lexicon)
                }
                Known::Office { office, holder, .. } => {
                    ready.add_office(Office::read(office, lexicon), at);
                    Name::stated(holder.clone(), lexicon)
                }
                Known::Titles { name, titles, .. } => {
                    let name = Name::stated(name.clone(), lexicon);
                    let titles = titles.iter().map(|title| Office::read(title, lexicon)).collect();
                    ready.add_titles(&name, Titled { fact: at, titles });
                    name
                }
            };
            // A surname alone may be anybody's.
            if matches!(fact.known, Known::Name { .. }) && name.words.len() > 1 {
                misspelling::keys(&name)
                    .into_iter()
                    .for_each(|key| ready.near.entry(key).or_default().push(at));
            }
            ready.names.push(name);
        }
        ready
    }

    fn add_wrong(&mut self, wrong: &str, fact: usize) {
        let words: Vec<Sym> = wrong.split(' ').map(Sym::from).collect();
        if let Some(first) = words.first() {
            self.wrong.entry(first.clone()).or_default().push((words, fact));
        }
    }

    fn add_office(&mut self, office: Office, fact: usize) {
        match self.offices.iter_mut().find(|(known, _)| *known == office) {
            Some((_, facts)) => facts.push(fact),
            None => {
                self.by_head.entry(office.head()).or_default().push(self.offices.len());
                self.offices.push((office, vec![fact]));
            }
        }
    }

    fn add_titles(&mut self, name: &Name, titled: Titled) {
        let of = |known: &Titled| self.names.get(known.fact).is_some_and(|n| n.words == name.words);
        match self.titled.iter().position(|known| known.first().is_some_and(of)) {
            Some(at) => self.titled[at].push(titled),
            None => self.titled.push(vec![titled]),
        }
    }

    /// What an article says of the facts.
    pub(super) fn state(&self, assertions: &mut Assertions<'_, '_>) {
        if self.facts.is_empty() {
            return;
        }
        self.wrong_names(assertions);
        self.slips(assertions);
        for claim in &assertions.extractor.reading.claims {
            self.holder(claim, assertions);
            self.title(claim, assertions);
        }
    }

    /// All facts that stand in a slot with this one, the first of which gives it its number: those of an office are
    /// about one thing, and so are those of one person's titles.
    pub(in crate::graph) fn beside(&self, fact: usize) -> Vec<usize> {
        let office = self.offices.iter().map(|(_, facts)| facts).find(|facts| facts.contains(&fact));
        let titles = self.titled.iter().map(|titled| titled.iter().map(|t| t.fact).collect::<Vec<_>>());
        let titles = || titles.clone().find(|facts| facts.contains(&fact));
        office.cloned().or_else(titles).unwrap_or_default()
    }

    /// Names in a spelling that a fact calls wrong.
    fn wrong_names(&self, assertions: &mut Assertions<'_, '_>) {
        let article = assertions.extractor.article;
        for sentence in article.sentences.iter().filter(|s| s.kind != BlockKind::Furniture) {
            for at in sentence.tokens.start..sentence.tokens.end {
                let word = article.tokens.get(at as usize).map(|t| article.word(t));
                let Some(wrong) = word.and_then(|word| self.wrong.get(word)) else { continue };
                let fits = |(words, fact): &&(Vec<Sym>, usize)| {
                    stands_at(article, at, words) && !self.is_right(article, at, words, *fact)
                };
                if let Some((words, fact)) = wrong.iter().filter(fits).max_by_key(|(words, _)| words.len()) {
                    let tokens = Tokens { start: at, end: at + words.len() as u32 };
                    say(assertions, *fact, SPELLING, Sym::from(article.phrase(tokens)), tokens);
                }
            }
        }
    }

    /// Do the words of a wrong name stand inside the right one ("Port Selby" in "Port Selby Head")?
    fn is_right(&self, article: &Article, at: u32, wrong: &[Sym], fact: usize) -> bool {
        let Some(Known::Name { name, .. }) = self.facts.get(fact).map(|fact| &fact.known) else {
            return false;
        };
        let right: Vec<&str> = name.split(' ').collect();
        let inside = right.windows(wrong.len()).position(|words| words == wrong);
        inside
            .and_then(|before| at.checked_sub(before as u32))
            .is_some_and(|at| stands_at(article, at, &right))
    }

    /// Names that are those of facts with a letter wrong.
    fn slips(&self, assertions: &mut Assertions<'_, '_>) {
        let article = assertions.extractor;
        if self.near.is_empty() {
            return;
        }
        for phrase in article.reading.phrases.iter().filter(|p| p.name.len() > 1) {
            let Some(name) = Name::of(article.article, phrase, article.lexicon) else { continue };
            let keys = misspelling::keys(&name);
            let known = keys.iter().filter_map(|key| self.near.get(key)).flatten();
            let known = known.filter_map(|fact| Some((*fact, self.names.get(*fact)?)));
            let slipped = known.filter(|(_, right)| {
                misspelling::between(right, &name, article.lexicon) == Some(Misspelling::Last)
            });
            let Some((fact, right)) = slipped.min_by_key(|(fact, _)| *fact) else { continue };
            // A name that another fact has is right.
            if self.names.iter().any(|right| right.words == name.words) {
                continue;
            }
            // Titles may have got into the phrase ("Selby Harbour Master Ylva Sandmrak").
            let words = (right.words.len() as u32).min(phrase.name.len() as u32);
            let tokens = Tokens { start: phrase.name.end - words, end: phrase.name.end };
            say(assertions, fact, SPELLING, Sym::from(article.article.phrase(tokens)), tokens);
        }
    }

    /// "Ylva Holm, the foreign minister of Norland": who holds an office.
    fn holder(&self, claim: &Claim, assertions: &mut Assertions<'_, '_>) {
        let article = assertions.extractor;
        let Some((person, title)) = office::holder(article.reading, claim) else { return };
        let Some(slot) = self.office(article, title) else { return };
        let (Some(name), Some(time)) = (article.name_of(person), time_of(article, claim)) else { return };
        let Some((_, facts)) = self.offices.get(slot) else { return };
        let mut holders = facts.iter().filter_map(|fact| self.names.get(*fact));
        let known = holders.find(|known| known.agrees(name, article.lexicon));
        let tokens = article.reading.phrase(person).name;
        let owner = facts.first().copied().unwrap_or_default();
        say(assertions, owner, HOLDER, known.unwrap_or(name).written.clone(), tokens);
        assertions.times.extend(time.map(|time| (article.article.span(tokens), time)));
    }

    /// "Ylva Holm, the port director": which title somebody has whose title is known.
    fn title(&self, claim: &Claim, assertions: &mut Assertions<'_, '_>) {
        let article = assertions.extractor;
        if self.titled.is_empty() {
            return;
        }
        let Some((person, words)) = office::holder(article.reading, claim) else { return };
        let (Some(name), Some(time)) = (article.name_of(person), time_of(article, claim)) else { return };
        // A surname alone may be anybody's.
        let of = |titled: &&Vec<Titled>| {
            let known = titled.first().and_then(|t| self.names.get(t.fact));
            name.words.len() > 1 && known.is_some_and(|known| known.agrees(name, article.lexicon))
        };
        let Some(titled) = self.titled.iter().find(of) else { return };
        let Some(title) = office::title(article.scene(), words) else { return };
        let right = |office: &Office| {
            let of_another = office.says_of_what() && !office.is_named(article.scene(), words);
            office.ends_alike(&title) && !(of_another && office::says_of(article.article, words))
        };
        let known = titled.iter().find(|t| t.titles.iter().any(right)).and_then(|t| self.facts.get(t.fact));
        // What other facts say of offices is as right as her titles.
        let held = |(office, facts): &(Office, Vec<usize>)| {
            right(office) && facts.iter().any(|fact| self.is_held(*fact, name, time, article.lexicon))
        };
        if known.is_none() && self.offices.iter().any(held) {
            return;
        }
        let right = known.and_then(|fact| match &fact.known {
            Known::Titles { titles, .. } => titles.first().cloned(),
            _ => None,
        });
        let said = right.unwrap_or_else(|| Sym::from(title.join(" ")));
        let owner = titled.first().map(|t| t.fact).unwrap_or_default();
        say(assertions, owner, OFFICE, said, words);
        assertions.times.extend(time.map(|time| (article.article.span(words), time)));
    }

    /// Does somebody hold an office by a fact about it, at some time or on any day?
    fn is_held(&self, fact: usize, name: &Name, time: Option<When>, lexicon: &Lexicon) -> bool {
        let (Some(fact), Some(holder)) = (self.facts.get(fact), self.names.get(fact)) else { return false };
        let (from, until) = fact.period();
        let meets = |(first, last): (Date, Date)| {
            from.is_none_or(|from| from <= last) && until.is_none_or(|until| first <= until)
        };
        holder.agrees(name, lexicon) && time.and_then(|time| time.days).is_none_or(meets)
    }

    /// The office that some words name.
    fn office(&self, article: &Extractor<'_>, title: Tokens) -> Option<usize> {
        let words = article.article.tokens.get(title.range())?;
        let offices =
            words.iter().filter_map(|t| self.by_head.get(&office::lower(article.article, t))).flatten();
        offices.copied().find(|at| {
            self.offices.get(*at).is_some_and(|(office, _)| office.is_named(article.scene(), title))
        })
    }
}

/// Takes down what an article says of a fact.
fn say(assertions: &mut Assertions<'_, '_>, fact: usize, role: &str, value: Sym, tokens: Tokens) {
    assertions.add(Owner::Fact(fact as u32), role, None, Value::Text(value), tokens, None);
}

/// Do these words stand at a token, as they are written?
fn stands_at(article: &Article, at: u32, words: &[impl AsRef<str>]) -> bool {
    let tokens = article.tokens.get(at as usize..at as usize + words.len()).unwrap_or_default();
    tokens.len() == words.len() && tokens.iter().zip(words).all(|(t, word)| article.word(t) == word.as_ref())
}

/// When a claim holds: at its own time, else at the time of its sentence, else on the day of publication, if that is
/// known. None: in a past of which nobody knows where it lies.
fn time_of(article: &Extractor<'_>, claim: &Claim) -> Option<Option<When>> {
    let own = claim.time.map(|time| article.reading.time(time).when).filter(|when| when.days.is_some());
    match own.or_else(|| article.reading.background_of(claim.sentence)) {
        Some(when) => when.days.map(|_| Some(when)),
        None => Some(article.article.meta.published.map(When::on)),
    }
}
