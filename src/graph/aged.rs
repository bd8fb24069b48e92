//! "The 36-year-old": who of a story is that old.

use rustc_hash::FxHashMap;

use super::build::Parsed;
use super::local::Local;
use super::name::EntityKind;
use super::story::StoryId;
use super::{EntityId, entity::Entity, slip};
use crate::claim::quantity::Unit;
use crate::claim::{Origin, Phrase, PhraseKind};

/// Whose age is given: by theme and years; nobody where two people are equally old.
#[derive(Default)]
pub(super) struct Aged {
    known: FxHashMap<(StoryId, u32), Option<EntityId>>,
}

impl Aged {
    /// Takes note of the ages that an article gives to people with names: "36-year-old Ann Lee", "Ann Lee, 36,".
    pub(super) fn note(
        &mut self,
        parsed: &Parsed,
        local: &Local,
        ids: &[EntityId],
        entities: &[Entity],
        theme: StoryId,
    ) {
        let reading = &parsed.reading;
        let who = |phrase: crate::claim::PhraseId| match local.of(phrase) {
            [only] => {
                Some(ids[*only as usize]).filter(|e| entities[e.0 as usize].name.kind != EntityKind::Place)
            }
            _ => None,
        };
        for (i, phrase) in reading.phrases.iter().enumerate().filter(|(_, p)| !p.name.is_empty()) {
            if let (Some(years), Some(entity)) = (years(phrase), who(crate::claim::PhraseId(i as u32))) {
                self.add(theme, years, entity, entities);
            }
        }
        for claim in reading.claims.iter().filter(|c| c.origin == Origin::Apposition) {
            let subject = claim.subject.as_ref().and_then(|s| s.phrases.first().copied());
            let said = claim.arguments.first().and_then(|a| a.phrases.first()).map(|p| reading.phrase(*p));
            if let (Some(entity), Some(years)) = (subject.and_then(who), said.and_then(bare_years)) {
                self.add(theme, years, entity, entities);
            }
        }
    }

    fn add(&mut self, theme: StoryId, years: u32, entity: EntityId, entities: &[Entity]) {
        let known = self.known.entry((theme, years)).or_insert(Some(entity));
        // One whose name is misspelled in one place is still one.
        let name = |e: EntityId| &entities[e.0 as usize].name;
        if known.is_some_and(|k| k != entity && slip::between(name(k), name(entity)).is_none()) {
            *known = None;
        }
    }

    /// The one of a theme whom "the 36-year-old" or "a 36-year-old climber" means.
    pub(super) fn bearer(&self, phrase: &Phrase, theme: StoryId) -> Option<EntityId> {
        let nameless = phrase.name.is_empty() && !phrase.plural;
        let years = years(phrase).filter(|_| nameless)?;
        self.known.get(&(theme, years)).copied().flatten()
    }
}

/// How old, if the phrase says so.
fn years(phrase: &Phrase) -> Option<u32> {
    phrase.amount.filter(|a| a.quantity.unit == Unit::Age).map(|a| a.quantity.amount as u32)
}

/// The bare number of an apposition: "Ann Lee, 36,".
fn bare_years(phrase: &Phrase) -> Option<u32> {
    let number =
        phrase.amount.filter(|a| a.quantity.unit == Unit::None && phrase.kind == PhraseKind::Elliptic);
    let plausible =
        number.map(|a| a.quantity.amount).filter(|n| (1.0..120.0).contains(n) && n.fract() == 0.0);
    plausible.map(|n| n as u32).or_else(|| years(phrase))
}
