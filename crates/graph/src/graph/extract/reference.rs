//! Who is meant by what is no name: pronouns, titles, "the 36-year-old", "the two leaders".

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};

use super::local::{Local, MOST};
use super::referent::LocalId;
use crate::article::Article;
use crate::claim::{ArgumentRole, Claim, Phrase, PhraseId, PhraseKind, Polarity, Reading, Reference};
use crate::graph::name::EntityKind;
use crate::lexicon::{Frame, Gender};
use crate::symbol::Sym;

/// A person, the sentence that mentions her, and whether she is the subject of a clause there.
type Mentioned = (LocalId, u32, bool);

/// How many sentences back a pronoun may reach.
const PRONOUN_REACH: u32 = 2;

impl Local<'_> {
    /// Pronouns, pairs and titles that stand for somebody named before.
    pub(super) fn references(&mut self, article: &Article, reading: &Reading) {
        let sentences = sentences_of(article, &reading.phrases);
        let subjects: FxHashSet<PhraseId> = reading.claims.iter().filter_map(subject).collect();
        let called = self.called(reading);
        let ages = self.ages(reading);
        let mut references = reading.references.iter().peekable();
        let mut known: Vec<LocalId> = Vec::new();
        let mut persons: Vec<Mentioned> = Vec::new();
        let mut holders = Holders::default();
        let mut last: (u32, SmallVec<[LocalId; 2]>) = Default::default();
        for (i, (phrase, sentence)) in reading.phrases.iter().zip(sentences).enumerate() {
            let id = PhraseId(i as u32);
            let reference = references.next_if(|(at, _)| *at == id).map(|(_, reference)| reference);
            if self.of_phrase[i].is_empty() {
                let found = match reference {
                    Some(Reference::One(gender)) => self.person_before(&persons, sentence, *gender),
                    Some(Reference::Pair) => pair_before(&persons, sentence),
                    Some(Reference::Called(name)) => {
                        called.get(name).copied().flatten().into_iter().collect()
                    }
                    Some(Reference::Title(title)) => holders.only(title),
                    Some(Reference::Thing) if subjects.contains(&id) => self.thing_before(&last, sentence),
                    Some(Reference::Thing) => SmallVec::new(),
                    Some(Reference::Described(noun, years)) => {
                        let holder = holders.only(noun);
                        let mut meant =
                            if holder.is_empty() { self.only_person(&known, noun) } else { holder };
                        // Whoever is said to be of another age is not meant.
                        meant.retain(|id| !ages.iter().any(|(who, age)| who == id && age != years));
                        meant
                    }
                    None => SmallVec::new(),
                };
                self.of_phrase[i] = found;
            }
            if subjects.contains(&id) && phrase.kind != PhraseKind::Pronoun {
                last = (sentence, self.of_phrase[i].clone());
            }
            holders.enter(article, phrase, &self.of_phrase[i]);
            for who in self.of_phrase[i].clone() {
                if self.entities[who as usize].name.kind == EntityKind::Person {
                    let subject = subjects.contains(&id);
                    persons.push((who, sentence, subject));
                    if known.len() < MOST && !known.contains(&who) {
                        known.push(who);
                    }
                }
            }
        }
    }

    /// Whom "the suspect", "the victim" mean: the only one named in the article to whom such a thing happened.
    fn called(&self, reading: &Reading) -> FxHashMap<Sym, Option<LocalId>> {
        let mut found: FxHashMap<Sym, Option<LocalId>> = FxHashMap::default();
        for claim in reading.claims.iter().filter(|c| c.polarity == Polarity::Affirmed) {
            let Some(class) = claim.predicate.class.map(|class| self.lexicon.class(class)) else { continue };
            if class.whom.is_empty() {
                continue;
            }
            for id in patients(claim).flat_map(|phrase| self.of(phrase)) {
                let kind = self.entities[*id as usize].name.kind;
                if !matches!(kind, EntityKind::Person | EntityKind::Unknown) {
                    continue;
                }
                for name in &class.whom {
                    let known = found.entry(name.clone()).or_insert(Some(*id));
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
    fn only_person(&self, known: &[LocalId], noun: &str) -> SmallVec<[LocalId; 2]> {
        let gender = self.lexicon.look_up(noun).gender;
        let differs =
            |id: LocalId| gender.zip(self.entities[id as usize].name.gender).is_some_and(|(a, b)| a != b);
        let mut fitting = known.iter().copied().filter(|id| !differs(*id));
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => smallvec![only],
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
            let holders = self.0.entry(title.lemma.clone()).or_default();
            if holders.len() < 2 && !holders.contains(id) {
                holders.push(*id);
            }
        }
    }

    /// The owner of a title, if it has only one.
    fn only(&self, title: &str) -> SmallVec<[LocalId; 2]> {
        self.0.get(title).filter(|h| h.len() == 1).cloned().unwrap_or_default()
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

/// The sentence of each phrase.
fn sentences_of(article: &Article, phrases: &[Phrase]) -> Vec<u32> {
    let of = |p: &Phrase| article.sentence_at(p.tokens.start);
    phrases.iter().map(of).collect()
}
