//! Who is meant inside one article: names and their short forms, and what stands in apposition to them.

use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

use super::referent::{LocalId, Referent};
use crate::article::Article;
use crate::claim::{
    ArgumentRole, Attribute, AttributeKind, AttributeValue, Claim, Holder, Origin, PhraseId, Reading,
};
use crate::graph::name::{EntityKind, Name};
use crate::lexicon::{Lexicon, PlaceId};
use crate::symbol::Sym;

/// The entities of one article and which phrases mention them.
#[derive(Debug)]
pub(super) struct Local<'a> {
    pub(super) lexicon: &'a Lexicon,
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

/// How many persons before a pronoun, and how many entities with a word in common, are looked at. No report comes
/// near it; it keeps the time in proportion to the length of any text.
pub(super) const MOST: usize = 64;

/// Finds the entities of an article.
pub(super) fn resolve<'a>(article: &Article, reading: &Reading, lexicon: &'a Lexicon) -> Local<'a> {
    let of_phrase = vec![SmallVec::new(); reading.phrases.len()];
    let mut local = Local { lexicon, entities: Vec::new(), of_phrase };
    local.names(article, reading);
    local.appositions(reading);
    local.references(article, reading);
    local
}

impl Local<'_> {
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
    pub(super) fn name(&self, who: Referent) -> Option<&Name> {
        match who {
            Referent::Named(id) => self.entities.get(id as usize).map(|entity| &entity.name),
            Referent::Aged(_) => None,
        }
    }

    /// The ages in years that the article gives to people with names.
    pub(super) fn ages(&self, reading: &Reading) -> Vec<(LocalId, u32)> {
        let age = |attribute: &Attribute| {
            let (Holder::Phrase(id), AttributeValue::Quantity(years)) = (attribute.holder, &attribute.value)
            else {
                return None;
            };
            let [who] = self.of(id) else { return None };
            let name = self.name(Referent::Named(*who))?;
            (name.kind != EntityKind::Place).then_some((*who, years.amount as u32))
        };
        reading.attributes.iter().filter(|a| a.kind == AttributeKind::Age).filter_map(age).collect()
    }

    /// The country in which most places lie that the article names; the one named first where several are equal.
    pub(super) fn country(&self) -> Option<PlaceId> {
        let mut named: Vec<(PlaceId, usize)> = Vec::new();
        for id in self.of_phrase.iter().flatten() {
            let place = self.entities[*id as usize].name.place;
            let Some(country) = place.and_then(|p| self.lexicon.country(p)) else { continue };
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
            named.filter_map(|(i, p)| Some((i, Name::of(article, p, self.lexicon)?))).collect();
        names.sort_by_key(|(i, name)| (std::cmp::Reverse(name.words.len().min(3)), *i));
        let mut index = Index::default();
        for (i, name) in names {
            let phrase = PhraseId(i as u32);
            let keys = keys(&name, self.lexicon);
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
        let agrees = |id: LocalId| self.entities[id as usize].name.agrees(name, self.lexicon);
        let agreeing = index.under(keys).filter(|id| agrees(*id));
        agreeing.min_by_key(|id| nearness(first(*id)))
    }

    fn refine(&mut self, id: LocalId, name: &Name) {
        self.entities[id as usize].name.learn(name);
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
}

/// All under which a name may agree with another of its article: names that agree share one of them. Here a given
/// name alone may be enough, unlike between articles.
fn keys(name: &Name, lexicon: &Lexicon) -> SmallVec<[Sym; 4]> {
    let mut keys: SmallVec<[Sym; 4]> = smallvec![name.written.clone()];
    let ends = [name.words.last(), name.words.first()].into_iter().flatten().cloned();
    for key in ends.chain(name.keys(lexicon)) {
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

fn ends(claim: &Claim) -> Option<(PhraseId, PhraseId)> {
    let subject = claim.subject.as_ref()?.phrases.first()?;
    let complement =
        claim.arguments.first().filter(|a| a.role == ArgumentRole::Complement)?.phrases.first()?;
    (subject != complement).then_some((*subject, *complement))
}
