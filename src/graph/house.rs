//! What articles say of things that a house knows for certain.
//!
//! A fact and what an article says of the same thing go into one slot, each as a statement with its own place: the
//! fact's is a line of a TOML file. Rules then compare the two like any others.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::gather::Gathering;
use super::name::Name;
use super::slip::{self, Slip};
use super::statement::{Owner, Slots};
use super::story::StoryId;
use super::value::Value;
use super::{ArticleNode, Graph, Statement};
use crate::Sym;
use crate::article::{Article, BlockKind, Tokens};
use crate::claim::time::When;
use crate::claim::{Argument, ArgumentRole, Claim, Modality, Origin, PhraseId, Polarity, Tense};
use crate::diagnostic::Part;
use crate::lexicon::fact::{Fact, Known};
use crate::source::Span;

mod office;

use office::Office;

/// The role of how a name is spelled.
const SPELLING: &str = "spelling";
/// The role of who holds an office.
const HOLDER: &str = "holder";
/// What rules and messages call the house as a source.
const OUTLET: &str = "house facts";

/// The facts of a house, ready to be looked up by the words of articles.
pub(super) struct House<'f> {
    facts: &'f [Fact],
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
    /// Facts that some article speaks of.
    spoken: FxHashSet<usize>,
    /// When it was, of what articles say of office holders: by article and place.
    times: FxHashMap<(u32, Span), When>,
}

impl<'f> House<'f> {
    pub(super) fn new(facts: &'f [Fact]) -> House<'f> {
        let mut house = House {
            facts,
            names: Vec::new(),
            wrong: FxHashMap::default(),
            near: FxHashMap::default(),
            offices: Vec::new(),
            by_head: FxHashMap::default(),
            spoken: FxHashSet::default(),
            times: FxHashMap::default(),
        };
        for (at, fact) in facts.iter().enumerate() {
            let name = match &fact.known {
                Known::Name { name, not } => {
                    not.iter().for_each(|wrong| house.add_wrong(wrong, at));
                    Name::told(*name)
                }
                Known::Office { office, holder, .. } => {
                    house.add_office(Office::read(office), at);
                    Name::told(*holder)
                }
            };
            // A surname alone may be anybody's.
            if matches!(fact.known, Known::Name { .. }) && name.words.len() > 1 {
                slip::keys(&name).into_iter().for_each(|key| house.near.entry(key).or_default().push(at));
            }
            house.names.push(name);
        }
        house
    }

    fn add_wrong(&mut self, wrong: &str, fact: usize) {
        let words: Vec<Sym> = wrong.split(' ').map(Sym::from).collect();
        if let Some(first) = words.first() {
            self.wrong.entry(*first).or_default().push((words, fact));
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

    /// What an article says of the facts.
    pub(super) fn state(
        &mut self,
        article: &Gathering<'_>,
        slots: &mut Slots,
        statements: &mut Vec<Statement>,
    ) {
        if self.facts.is_empty() {
            return;
        }
        let mut told = Told { number: article.number, article: article.article, slots, statements };
        self.wrong_names(&mut told);
        self.slips(article, &mut told);
        for claim in &article.reading.claims {
            self.holder(article, claim, &mut told);
        }
    }

    /// Names in a spelling that a fact calls wrong.
    fn wrong_names(&mut self, told: &mut Told<'_>) {
        let article = told.article;
        for sentence in article.sentences.iter().filter(|s| s.kind != BlockKind::Furniture) {
            for at in sentence.tokens.start..sentence.tokens.end {
                let word = article.tokens.get(at as usize).and_then(|t| Sym::from_existing(article.word(t)));
                let Some(wrong) = word.and_then(|word| self.wrong.get(&word)) else { continue };
                let fits = |(words, fact): &&(Vec<Sym>, usize)| {
                    stands_at(article, at, words) && !self.is_right(article, at, words, *fact)
                };
                if let Some((words, fact)) = wrong.iter().filter(fits).max_by_key(|(words, _)| words.len()) {
                    let tokens = Tokens { start: at, end: at + words.len() as u32 };
                    told.say(*fact, SPELLING, Sym::from(article.phrase(tokens)), tokens);
                    self.spoken.insert(*fact);
                }
            }
        }
    }

    /// Do the words of a wrong name stand inside the right one ("Port Selby" in "Port Selby Head")?
    fn is_right(&self, article: &Article, at: u32, wrong: &[Sym], fact: usize) -> bool {
        let Some(Known::Name { name, .. }) = self.facts.get(fact).map(|fact| &fact.known) else {
            return false;
        };
        let right: Vec<Sym> = name.split(' ').map(Sym::from).collect();
        let inside = right.windows(wrong.len()).position(|words| words == wrong);
        inside
            .and_then(|before| at.checked_sub(before as u32))
            .is_some_and(|at| stands_at(article, at, &right))
    }

    /// Names that are those of facts with a letter wrong.
    fn slips(&mut self, article: &Gathering<'_>, told: &mut Told<'_>) {
        if self.near.is_empty() {
            return;
        }
        for phrase in article.reading.phrases.iter().filter(|p| p.name.len() > 1) {
            let Some(name) = Name::of(article.article, phrase) else { continue };
            let keys = slip::keys(&name);
            let known = keys.iter().filter_map(|key| self.near.get(key)).flatten();
            let known = known.filter_map(|fact| Some((*fact, self.names.get(*fact)?)));
            let slipped = known.filter(|(_, right)| slip::between(right, &name) == Some(Slip::Last));
            let Some((fact, right)) = slipped.min_by_key(|(fact, _)| *fact) else { continue };
            // A name that another fact has is right.
            if self.names.iter().any(|right| right.words == name.words) {
                continue;
            }
            // Titles may have got into the phrase ("Selby Harbour Master Ylva Sandmrak").
            let words = (right.words.len() as u32).min(phrase.name.len() as u32);
            let tokens = Tokens { start: phrase.name.end - words, end: phrase.name.end };
            told.say(fact, SPELLING, Sym::from(article.article.phrase(tokens)), tokens);
            self.spoken.insert(fact);
        }
    }

    /// "Ylva Holm, the foreign minister of Norland": who holds an office.
    fn holder(&mut self, article: &Gathering<'_>, claim: &Claim, told: &mut Told<'_>) {
        let Some((person, title)) = person_and_title(article, claim) else { return };
        let Some(slot) = self.office(article, title) else { return };
        let (Some(name), Some(time)) = (article.name_of(person), time_of(article, claim)) else { return };
        let Some((_, facts)) = self.offices.get(slot) else { return };
        let known = facts.iter().filter_map(|fact| self.names.get(*fact)).find(|known| known.agrees(name));
        let tokens = article.reading.phrase(person).name;
        let owner = facts.first().copied().unwrap_or_default();
        told.say(owner, HOLDER, known.map_or(name.written, |known| known.written), tokens);
        if let Some(time) = time {
            self.times.insert((told.number, told.article.span(tokens)), time);
        }
        self.spoken.extend(facts);
    }

    /// The office that some words name.
    fn office(&self, article: &Gathering<'_>, title: Tokens) -> Option<usize> {
        let words = article.article.tokens.get(title.range())?;
        let offices =
            words.iter().filter_map(|t| self.by_head.get(&office::lower(article.article, t))).flatten();
        offices
            .copied()
            .find(|at| self.offices.get(*at).is_some_and(|(office, _)| office.is_named(article, title)))
    }

    /// Adds the facts that articles speak of behind everything that articles say; their files come behind the
    /// articles.
    pub(super) fn conclude(self, slots: &mut Slots, graph: &mut Graph) {
        let mut spoken: Vec<(&Fact, usize)> =
            self.spoken.iter().filter_map(|at| Some((self.facts.get(*at)?, *at))).collect();
        spoken.sort_unstable_by_key(|(fact, at)| (fact.source, fact.span, *at));
        graph.times = self.times;
        for (fact, at) in spoken {
            if graph.articles.last().is_none_or(|last| last.source != fact.source) {
                graph.articles.push(file_of(fact));
            }
            let article = (graph.articles.len() - 1) as u32;
            let (role, value, owner) = match &fact.known {
                Known::Name { name, .. } => (SPELLING, *name, at),
                Known::Office { holder, from, until, .. } => {
                    graph.times.insert((article, fact.span), period(*from, *until));
                    let office = self.offices.iter().find(|(_, facts)| facts.contains(&at));
                    (HOLDER, *holder, office.and_then(|(_, facts)| facts.first().copied()).unwrap_or(at))
                }
            };
            graph.statements.push(statement(article, owner, role, value, fact.span, slots));
            graph.words.push((0, 0));
        }
    }
}

/// Takes down what an article says.
struct Told<'a> {
    number: u32,
    article: &'a Article,
    slots: &'a mut Slots,
    statements: &'a mut Vec<Statement>,
}

impl Told<'_> {
    fn say(&mut self, fact: usize, role: &str, value: Sym, tokens: Tokens) {
        let span = self.article.span(tokens);
        self.statements.push(statement(self.number, fact, role, value, span, self.slots));
    }
}

fn statement(article: u32, fact: usize, role: &str, value: Sym, span: Span, slots: &mut Slots) -> Statement {
    let role = Sym::from(role);
    Statement {
        article,
        claim: None,
        slot: slots.of(Owner::Fact(fact as u32), role, None),
        role,
        what: None,
        value: Value::Text(value),
        span,
        event: None,
        mention: None,
        entity: None,
    }
}

/// The file of a fact in the place of an article. It is never what is checked.
fn file_of(fact: &Fact) -> ArticleNode {
    let (outlet, story) = (Sym::from(OUTLET), StoryId(u32::MAX));
    let (source, part, text) = (fact.source, Part::Archive, "".into());
    let (name, published, country, house) = (outlet, None, None, true);
    ArticleNode { source, part, outlet, name, published, story, country, text, house }
}

fn period(from: Option<Date>, until: Option<Date>) -> When {
    When { days: Some((from.unwrap_or(Date::MIN), until.unwrap_or(Date::MAX))), ..When::default() }
}

/// Do these words stand at a token, as they are written?
fn stands_at(article: &Article, at: u32, words: &[Sym]) -> bool {
    let tokens = article.tokens.get(at as usize..at as usize + words.len()).unwrap_or_default();
    tokens.len() == words.len() && tokens.iter().zip(words).all(|(t, word)| article.word(t) == word.as_str())
}

/// Who is called what, of a claim that calls somebody something at the time of the report.
fn person_and_title(article: &Gathering<'_>, claim: &Claim) -> Option<(PhraseId, Tokens)> {
    let present = match claim.origin {
        Origin::Apposition => true,
        // "was the minister": once.
        Origin::Copula => claim.predicate.lemma != "be" || claim.predicate.tense != Tense::Past,
        _ => false,
    };
    let holds = present && claim.polarity == Polarity::Affirmed && claim.modality == Modality::Did;
    let subject = claim.subject.as_ref().filter(|_| holds)?;
    let said = claim.arguments.first().filter(|a| a.role == ArgumentRole::Complement)?;
    let named = |argument: &Argument| match argument.phrases.as_slice() {
        [id] => Some(*id).filter(|id| !article.reading.phrase(*id).name.is_empty()),
        _ => None,
    };
    match (named(subject), named(said)) {
        (Some(person), _) => Some((person, said.tokens)),
        (None, Some(person)) => Some((person, subject.tokens)),
        (None, None) => None,
    }
}

/// When a claim holds: at its own time, else at the time of its sentence, else on the day of publication, if that is
/// known. None: in a past of which nobody knows where it lies.
fn time_of(article: &Gathering<'_>, claim: &Claim) -> Option<Option<When>> {
    let own = claim.time.map(|time| article.reading.time(time).when).filter(|when| when.days.is_some());
    match own.or_else(|| article.past(claim.sentence)) {
        Some(when) => when.days.map(|_| Some(when)),
        None => Some(article.article.meta.published.map(When::on)),
    }
}
