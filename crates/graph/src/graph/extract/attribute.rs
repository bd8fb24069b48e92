//! Puts the attributes that the grammar found into slots: whose they are, and of whom or what they speak.

use rustc_hash::FxHashMap;

use super::assertion::{Assertion, Content, Owner, Qualifier};
use super::statement::Assertions;
use crate::claim::attribute::{self, Attribute, AttributeKind, AttributeValue, Holder};
use crate::claim::{PhraseId, TimeId};
use crate::graph::name::EntityKind;
use crate::graph::{Value, role};
use crate::symbol::Sym;

impl Assertions<'_, '_> {
    /// States the attributes of an article. `mentions` gives the mention of each claim that has one.
    pub(super) fn attributes(&mut self, mentions: &FxHashMap<u32, u32>) {
        let first = self.statements.len();
        for attribute in &self.extractor.reading.attributes {
            self.attribute(attribute, mentions);
        }
        self.keep_first(first);
    }

    fn attribute(&mut self, attribute: &Attribute, mentions: &FxHashMap<u32, u32>) {
        let Some(owner) = self.owner(attribute, mentions) else { return };
        let qualifier = match &attribute.qualifier {
            Some(qualifier) => match self.qualifier(qualifier, &attribute.kind) {
                None => return,
                known => known,
            },
            None => None,
        };
        let Some(content) = self.content(attribute, owner) else { return };
        let role = role_of(&attribute.kind);
        self.add(owner, &role, qualifier, content, attribute.tokens, attribute.claim);
        if role == role::ATTRIBUTE {
            let time = self.extractor.time_of(attribute.tokens);
            self.times.extend(time.map(|time| (self.extractor.article.span(attribute.tokens), time)));
        }
    }

    /// Whose attribute it is, if that is somebody or something known. A measure of something unknown is one of what the
    /// article is about, unless it belongs to something: "the town's largest suburb".
    fn owner(&self, attribute: &Attribute, mentions: &FxHashMap<u32, u32>) -> Option<Owner> {
        match attribute.holder {
            Holder::Phrase(id) => match self.extractor.the_one(id) {
                Some(one) => Some(Owner::Referent(one)),
                None => {
                    let whole = self.extractor.reading.phrase(id).possessor.is_none();
                    (whole && attribute.kind == AttributeKind::Measure).then_some(Owner::Theme)
                }
            },
            Holder::Event => mentions.get(&attribute.claim?).map(|mention| Owner::Mention(*mention)),
            Holder::Theme => Some(Owner::Theme),
            Holder::Passage(PhraseId(id)) | Holder::Time(TimeId(id)) => Some(Owner::Passage(id)),
        }
    }

    /// What tells the slot apart. A distance from somewhere unknown is none.
    fn qualifier(&self, qualifier: &attribute::Qualifier, kind: &AttributeKind) -> Option<Qualifier> {
        let words = &qualifier.words;
        let Some((link, id)) = qualifier.of else { return Some(Qualifier::Word(words.clone())) };
        let known = match kind {
            AttributeKind::Distance => self.extractor.place(id)?,
            _ => match self.extractor.the_one(id) {
                Some(one) => one,
                None => return Some(Qualifier::Word(words.clone())),
            },
        };
        Some(Qualifier::Of(Sym::from(format!("{words} {link} ")), known))
    }

    fn content(&self, attribute: &Attribute, owner: Owner) -> Option<Content> {
        match &attribute.value {
            AttributeValue::Quantity(quantity) => Some(Value::from(quantity.clone()).into()),
            AttributeValue::Number(number) => Some(Value::Number(*number).into()),
            AttributeValue::Time(when) => Some(Value::from(*when).into()),
            AttributeValue::Word(word) => Some(Value::Text(word.clone()).into()),
            AttributeValue::Phrase(id) => {
                let Owner::Referent(who) = owner else { return None };
                let person = self.extractor.kind(who) == EntityKind::Person;
                // Somebody of one country may well live in another.
                let town = self.extractor.place(*id).filter(|place| !self.extractor.is_country(*place));
                town.filter(|_| person).map(Content::Referent)
            }
        }
    }

    /// Of two values for one thing in one article the second is of something else.
    fn keep_first(&mut self, from: usize) {
        let mut given: FxHashMap<(Owner, Sym, Option<Qualifier>), Content> = FxHashMap::default();
        let stated = self.statements.split_off(from);
        let mut is_first = |assertion: &Assertion| {
            let once = [role::ATTRIBUTE, role::SUM].contains(&assertion.role.as_str());
            let slot = (assertion.owner, assertion.role.clone(), assertion.qualifier.clone());
            !once || *given.entry(slot).or_insert_with(|| assertion.content.clone()) == assertion.content
        };
        self.statements.extend(stated.into_iter().filter(|assertion| is_first(assertion)));
    }
}

/// The role of the slot that an attribute belongs to.
fn role_of(kind: &AttributeKind) -> Sym {
    Sym::new_static(match kind {
        AttributeKind::Count(counted) => return counted.clone(),
        AttributeKind::Age => role::AGE,
        AttributeKind::AgeByBirth => role::AGE_BY_BIRTH,
        AttributeKind::Title => role::TITLE,
        AttributeKind::RankInFull => role::RANK_IN_FULL,
        AttributeKind::Home => role::HOME,
        AttributeKind::Ordinal => role::ORDINAL,
        AttributeKind::Nth => role::NTH,
        AttributeKind::Extent => role::MEASURE,
        AttributeKind::Measure | AttributeKind::Distance => role::ATTRIBUTE,
        AttributeKind::Sum => role::SUM,
        AttributeKind::Exchange => role::EXCHANGE,
        AttributeKind::Conversion => role::CONVERSION,
        AttributeKind::Weekday => role::WEEKDAY,
        AttributeKind::Parts => role::PARTS,
    })
}
