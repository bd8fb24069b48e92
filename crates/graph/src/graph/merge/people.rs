//! Whom articles mean, among all whom they name.

use crate::graph::EntityId;
use crate::graph::extract::Referent;

/// Somebody or something, before it is known whose age is given where.
pub(super) type Person = Referent<EntityId>;

/// Whom the numbers of each article mean.
#[derive(Default)]
pub(super) struct People(Vec<Box<[EntityId]>>);

impl People {
    /// Adds those of the next article.
    pub(super) fn add(&mut self, people: &[EntityId]) {
        self.0.push(people.into());
    }

    /// Whom an article means.
    pub(super) fn of(&self, article: u32) -> impl Fn(Referent) -> Option<Person> + Copy {
        let people = self.0.get(article as usize).map_or(&[][..], |people| people);
        move |who| match who {
            Referent::Named(id) => people.get(id as usize).copied().map(Referent::Named),
            Referent::Aged(years) => Some(Referent::Aged(years)),
        }
    }
}
