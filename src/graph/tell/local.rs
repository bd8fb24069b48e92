//! Who is meant inside one article: names and their short forms, titles, pronouns, "the two leaders".

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

use super::said::Who;
use crate::Sym;
use crate::article::Article;
use crate::claim::quantity::Unit;
use crate::claim::{
    ArgumentRole, Claim, Determiner, Origin, Phrase, PhraseId, PhraseKind, Polarity, Reading,
};
use crate::graph::name::{EntityKind, Name};
use crate::lexicon::{Frame, Gender, Lexicon, PlaceId, Sense};

/// An entity of one article, as an index into [`Local::entities`].
pub(in crate::graph) type LocalId = u32;

/// The entities of one article and which phrases mention them.
#[derive(Debug, Default)]
pub(super) struct Local {
    pub(super) entities: Vec<LocalEntity>,
    /// By phrase; several for "the two leaders".
    pub(super) of_phrase: Vec<SmallVec<[LocalId; 2]>>,
}

/// An entity as one article knows it.
#[derive(Debug)]
pub(super) struct LocalEntity {
    /// Its fullest name.
    pub(super) name: Name,
    /// The phrase in which it first stands.
    pub(super) first: PhraseId,
}

/// A person, the sentence that mentions her, and whether she is the subject of a clause there.
type Mentioned = (LocalId, u32, bool);

/// How many sentences back a pronoun may reach.
const PRONOUN_REACH: u32 = 2;
/// How many persons before a pronoun, and how many entities with a word in common, are looked at. No report comes
/// near it; it keeps the time in proportion to the length of any text.
const MOST: usize = 64;

/// Finds the entities of an article.
pub(super) fn resolve(article: &Article, reading: &Reading) -> Local {
    let mut local = Local { of_phrase: vec![SmallVec::new(); reading.phrases.len()], ..Local::default() };
    local.names(article, reading);
    local.appositions(reading);
    local.references(article, reading);
    local
}

impl Local {
    /// The entities that a phrase mentions.
    pub(super) fn of(&self, phrase: PhraseId) -> &[LocalId] {
        self.of_phrase.get(phrase.0 as usize).map_or(&[], SmallVec::as_slice)
    }

    /// The phrases that mention somebody or something, in reading order.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (PhraseId, LocalId)> {
        let phrases = self.of_phrase.iter().zip((0..).map(PhraseId));
        phrases.flat_map(|(found, phrase)| found.iter().map(move |id| (phrase, *id)))
    }

    /// The name of somebody or something, if the article gives it.
    pub(super) fn name(&self, who: Who) -> Option<&Name> {
        match who {
            Who::Named(id) => self.entities.get(id as usize).map(|entity| &entity.name),
            Who::Aged(_) => None,
        }
    }

    /// The country in which most places lie that the article names; the one named first where several are equal.
    pub(super) fn country(&self) -> Option<PlaceId> {
        let lexicon = Lexicon::current();
        let mut named: Vec<(PlaceId, usize)> = Vec::new();
        for id in self.of_phrase.iter().flatten() {
            let place = self.entities[*id as usize].name.place;
            let Some(country) = place.and_then(|p| lexicon.country(p)) else { continue };
            match named.iter_mut().find(|(c, _)| *c == country) {
                Some((_, count)) => *count += 1,
                None => named.push((country, 1)),
            }
        }
        let most = named.iter().map(|(_, n)| *n).max()?;
        named.iter().find(|(_, n)| *n == most).map(|(country, _)| *country)
    }

    /// Every name is the entity of an agreeing name that stands before it, or a new one. Full names go first, so
    /// that "Smith" in the headline finds the "Ann Smith" of the text.
    fn names(&mut self, article: &Article, reading: &Reading) {
        let named = reading.phrases.iter().enumerate();
        let mut names: Vec<(usize, Name)> =
            named.filter_map(|(i, p)| Some((i, Name::of(article, p)?))).collect();
        names.sort_by_key(|(i, name)| (std::cmp::Reverse(name.words.len().min(3)), *i));
        let mut index = Index::default();
        for (i, name) in names {
            let phrase = PhraseId(i as u32);
            let keys = keys(&name);
            let id = match self.known(&index, &keys, &name, phrase) {
                Some(id) => {
                    self.refine(id, &name);
                    id
                }
                None => {
                    self.entities.push(LocalEntity { name, first: phrase });
                    self.entities.len() as u32 - 1
                }
            };
            index.enter(keys, id);
            let entity = &mut self.entities[id as usize];
            entity.first = entity.first.min(phrase);
            self.of_phrase[i] = smallvec![id];
        }
    }

    /// The entity with an agreeing name; of several, the one mentioned last before this phrase.
    fn known(&self, index: &Index, keys: &[Sym], name: &Name, phrase: PhraseId) -> Option<LocalId> {
        let first = |id: LocalId| self.entities[id as usize].first.0;
        let nearness = |first: u32| phrase.0.checked_sub(first).unwrap_or(u32::MAX / 2 + first);
        let agreeing = index.under(keys).filter(|id| self.entities[*id as usize].name.agrees(name));
        agreeing.min_by_key(|id| nearness(first(*id)))
    }

    fn refine(&mut self, id: LocalId, name: &Name) {
        let known = &mut self.entities[id as usize].name;
        known.gender = known.gender.or(name.gender);
        if known.kind == EntityKind::Unknown {
            known.kind = name.kind;
        }
        if name.fuller_than(known) {
            known.words = name.words.clone();
            known.written = name.written;
        }
    }

    /// "Ann Lee, the minister,": both phrases mention the one who is named.
    fn appositions(&mut self, reading: &Reading) {
        for claim in reading.claims.iter().filter(|c| matches!(c.origin, Origin::Apposition | Origin::Copula))
        {
            let Some((subject, complement)) = ends(claim) else { continue };
            let (of_subject, of_complement) = (self.of(subject).to_vec(), self.of(complement).to_vec());
            let person = |ids: &[LocalId]| matches!(ids, [id] if self.entities[*id as usize].name.kind == EntityKind::Person);
            if claim.origin == Origin::Apposition && of_subject.is_empty() && person(&of_complement) {
                self.of_phrase[subject.0 as usize] = of_complement.into();
            } else if person(&of_subject) && of_complement.is_empty() {
                self.of_phrase[complement.0 as usize] = of_subject.into();
            }
        }
    }

    /// Pronouns, pairs and titles that stand for somebody named before.
    fn references(&mut self, article: &Article, reading: &Reading) {
        let sentences = sentences_of(article, &reading.phrases);
        let subjects: FxHashSet<PhraseId> = reading.claims.iter().filter_map(subject).collect();
        let called = self.called(reading);
        let mut persons: Vec<Mentioned> = Vec::new();
        let mut holders = Holders::default();
        let mut last: (u32, SmallVec<[LocalId; 2]>) = Default::default();
        for (i, (phrase, sentence)) in reading.phrases.iter().zip(sentences).enumerate() {
            if self.of_phrase[i].is_empty() {
                let found = match reference(article, phrase) {
                    Some(Reference::One(gender)) => self.person_before(&persons, sentence, gender),
                    Some(Reference::Pair) => pair_before(&persons, sentence),
                    Some(Reference::Called(name)) => {
                        called.get(&name).copied().flatten().into_iter().collect()
                    }
                    Some(Reference::Title(title)) => holders.only(title),
                    Some(Reference::Thing) if subjects.contains(&PhraseId(i as u32)) => {
                        self.thing_before(&last, sentence)
                    }
                    Some(Reference::Thing) => SmallVec::new(),
                    Some(Reference::Described(gender)) => self.only_person(&persons, gender),
                    None => SmallVec::new(),
                };
                self.of_phrase[i] = found;
            }
            if subjects.contains(&PhraseId(i as u32)) && phrase.kind != PhraseKind::Pronoun {
                last = (sentence, self.of_phrase[i].clone());
            }
            holders.enter(article, phrase, &self.of_phrase[i]);
            for id in self.of_phrase[i].clone() {
                if self.entities[id as usize].name.kind == EntityKind::Person {
                    let subject = subjects.contains(&PhraseId(i as u32));
                    persons.push((id, sentence, subject));
                }
            }
        }
    }

    /// Whom "the suspect", "the victim" mean: the only one named in the article to whom such a thing happened.
    fn called(&self, reading: &Reading) -> FxHashMap<Sym, Option<LocalId>> {
        let lexicon = Lexicon::current();
        let mut found: FxHashMap<Sym, Option<LocalId>> = FxHashMap::default();
        for claim in reading.claims.iter().filter(|c| c.polarity == Polarity::Affirmed) {
            let Some(class) = claim.predicate.class.map(|class| lexicon.class(class)) else { continue };
            if class.whom.is_empty() {
                continue;
            }
            for id in patients(claim).flat_map(|phrase| self.of(phrase)) {
                let kind = self.entities[*id as usize].name.kind;
                if !matches!(kind, EntityKind::Person | EntityKind::Unknown) {
                    continue;
                }
                for name in &class.whom {
                    let known = found.entry(*name).or_insert(Some(*id));
                    *known = known.filter(|k| k == id);
                }
            }
        }
        found
    }

    /// What "it" means as a subject: the subject before, if it has a name and is no person.
    fn thing_before(
        &self,
        (at, subject): &(u32, SmallVec<[LocalId; 2]>),
        sentence: u32,
    ) -> SmallVec<[LocalId; 2]> {
        match subject.as_slice() {
            [only] if at + 1 >= sentence && self.entities[*only as usize].name.kind != EntityKind::Person => {
                smallvec![*only]
            }
            _ => SmallVec::new(),
        }
    }

    /// The only person named so far whom a description fits.
    fn only_person(&self, persons: &[Mentioned], gender: Option<Gender>) -> SmallVec<[LocalId; 2]> {
        let differs =
            |id: LocalId| gender.zip(self.entities[id as usize].name.gender).is_some_and(|(a, b)| a != b);
        let mut fitting = persons.iter().take(MOST).map(|(id, ..)| *id).filter(|id| !differs(*id));
        match fitting.next() {
            Some(first) if fitting.all(|id| id == first) => smallvec![first],
            _ => SmallVec::new(),
        }
    }

    /// The person a pronoun means: the first named in the nearest sentence that has one of that gender.
    fn person_before(&self, persons: &[Mentioned], sentence: u32, gender: Gender) -> SmallVec<[LocalId; 2]> {
        let fits = |id: LocalId| self.entities[id as usize].name.gender.is_none_or(|g| g == gender);
        let near = |s: u32| s + PRONOUN_REACH >= sentence;
        let last = persons.iter().rev().take(MOST);
        let candidates = last.take_while(|(_, s, _)| near(*s)).filter(|(id, ..)| fits(*id));
        let nearest = candidates.clone().map(|(_, s, _)| *s).max();
        let nearest = candidates.filter(|(_, s, _)| Some(*s) == nearest);
        // Of the sentence before, its first one; inside one sentence, the subject of the clause before.
        let chosen = match nearest.clone().next() {
            Some((_, s, _)) if *s == sentence => nearest.clone().find(|c| c.2).or_else(|| nearest.last()),
            _ => nearest.last(),
        };
        chosen.map(|(id, ..)| smallvec![*id]).unwrap_or_default()
    }
}

/// Who bears which title so far.
#[derive(Default)]
struct Holders(FxHashMap<Sym, SmallVec<[LocalId; 2]>>);

impl Holders {
    /// Notes whom a phrase gives a title. Whether there are two or more is all that matters.
    fn enter(&mut self, article: &Article, phrase: &Phrase, mentioned: &[LocalId]) {
        if phrase.titles.is_empty() || phrase.name.is_empty() {
            return;
        }
        let title = article.tokens.get(phrase.titles.range()).and_then(<[_]>::last);
        if let (Some(title), [id]) = (title, mentioned) {
            let holders = self.0.entry(title.lemma).or_default();
            if holders.len() < 2 && !holders.contains(id) {
                holders.push(*id);
            }
        }
    }

    /// The bearer of a title, if it has only one.
    fn only(&self, title: Sym) -> SmallVec<[LocalId; 2]> {
        self.0.get(&title).filter(|h| h.len() == 1).cloned().unwrap_or_default()
    }
}

/// All under which a name may agree with another of its article: names that agree share one of them. Here a given
/// name alone may be enough, unlike between articles.
fn keys(name: &Name) -> SmallVec<[Sym; 4]> {
    let mut keys: SmallVec<[Sym; 4]> = smallvec![name.written];
    let ends = [name.words.last(), name.words.first()].into_iter().flatten().copied();
    for key in ends.chain(name.keys()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The entities of an article by the keys of their names.
#[derive(Default)]
struct Index(FxHashMap<Sym, Vec<LocalId>>);

impl Index {
    fn enter(&mut self, keys: SmallVec<[Sym; 4]>, id: LocalId) {
        for key in keys {
            let known = self.0.entry(key).or_default();
            if !known.iter().rev().take(MOST).any(|k| *k == id) {
                known.push(id);
            }
        }
    }

    /// The entities under any of these keys: of each key those that were entered last.
    fn under(&self, keys: &[Sym]) -> impl Iterator<Item = LocalId> {
        keys.iter().filter_map(|key| self.0.get(key)).flat_map(|ids| ids.iter().rev().take(MOST)).copied()
    }
}

/// To whom what a claim tells happened.
fn patients(claim: &Claim) -> impl Iterator<Item = PhraseId> + '_ {
    let predicate = &claim.predicate;
    let undergoes = predicate.passive || predicate.frame == Frame::Undergoes;
    let objects = claim.arguments.iter().filter(move |a| !undergoes && a.role == ArgumentRole::Object);
    let subject = claim.subject.iter().filter(move |_| undergoes);
    subject.chain(objects).flat_map(|argument| argument.phrases.iter().copied())
}

/// What a phrase without a name may refer to.
enum Reference {
    /// "the suspect", "the victim"
    Called(Sym),
    /// "he", "she"
    One(Gender),
    /// "the two", "both leaders"
    Pair,
    /// "it"
    Thing,
    /// "the minister"
    Title(Sym),
    /// "the 36-year-old", "the 36-year-old actress"
    Described(Option<Gender>),
}

fn reference(article: &Article, phrase: &Phrase) -> Option<Reference> {
    let head = article.tokens.get(phrase.head as usize)?;
    let word = article.word(head);
    if phrase.kind == PhraseKind::Pronoun {
        return match word.to_ascii_lowercase().as_str() {
            "he" | "him" | "himself" => Some(Reference::One(Gender::Male)),
            "she" | "her" | "herself" => Some(Reference::One(Gender::Female)),
            "both" => Some(Reference::Pair),
            "it" => Some(Reference::Thing),
            _ => None,
        };
    }
    let lexicon = Lexicon::current();
    let first =
        article.tokens.get(phrase.tokens.start as usize).map(|t| article.word(t).to_ascii_lowercase())?;
    let two =
        phrase.amount.is_some_and(|a| a.quantity.amount == 2.0) && phrase.determiner == Determiner::Definite;
    let person = lexicon.has(head.lemma, Sense::Person) || lexicon.has(head.lemma, Sense::Office);
    if (two || first == "both") && (person || phrase.kind == PhraseKind::Elliptic) {
        return Some(Reference::Pair);
    }
    let definite = matches!(phrase.determiner, Determiner::Definite | Determiner::Possessive);
    let title = lexicon.has(head.lemma, Sense::Office);
    let one = definite && !phrase.plural;
    let called = || lexicon.classes().iter().any(|class| class.whom.contains(&head.lemma));
    match one {
        true if title => Some(Reference::Title(head.lemma)),
        true if lexicon.has(head.lemma, Sense::Person) && called() => Some(Reference::Called(head.lemma)),
        true if phrase.amount.is_some_and(|a| a.quantity.unit == Unit::Age) => {
            Some(Reference::Described(lexicon.look_up(head.lemma).gender))
        }
        _ => None,
    }
}

/// The last two different persons named, if they stand near.
fn pair_before(persons: &[Mentioned], sentence: u32) -> SmallVec<[LocalId; 2]> {
    let mut pair: SmallVec<[LocalId; 2]> = SmallVec::new();
    for (id, at, _) in persons.iter().rev().take(MOST) {
        if at + PRONOUN_REACH + 1 < sentence || pair.len() == 2 {
            break;
        }
        if !pair.contains(id) {
            pair.push(*id);
        }
    }
    pair.sort_unstable();
    if pair.len() == 2 { pair } else { SmallVec::new() }
}

fn subject(claim: &Claim) -> Option<PhraseId> {
    claim.subject.as_ref()?.phrases.first().copied()
}

fn ends(claim: &Claim) -> Option<(PhraseId, PhraseId)> {
    let subject = claim.subject.as_ref()?.phrases.first()?;
    let complement =
        claim.arguments.first().filter(|a| a.role == ArgumentRole::Complement)?.phrases.first()?;
    (subject != complement).then_some((*subject, *complement))
}

/// The sentence of each phrase.
fn sentences_of(article: &Article, phrases: &[Phrase]) -> Vec<u32> {
    let of = |p: &Phrase| article.sentences.partition_point(|s| s.tokens.end <= p.tokens.start) as u32;
    phrases.iter().map(of).collect()
}
