//! Where and when the fact of a statement took place, told so roughly that reports which join do not change it.

use super::{EntityId, EventId, Graph, Role, Statement};
use crate::claim::time::When;
use crate::symbol::Sym;

/// Where and when a fact took place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// The country: a report that gives the town changes nothing about it.
    pub country: Option<Sym>,
    /// The day of the calendar, or else the day of the week.
    pub day: Option<Sym>,
}

impl Graph {
    /// The setting of a statement: that of its event, and where that has no place on the map, its article's country.
    pub fn setting(&self, statement: &Statement<'_>) -> Setting {
        let event = statement.about.event();
        let article = self.articles.get(statement.article as usize);
        let country = event.and_then(|event| self.country(event));
        Setting {
            country: country.or(article.and_then(|article| article.country.as_ref())).cloned(),
            day: event
                .and_then(|id| self.events.get(id.0 as usize)?.time.as_ref())
                .and_then(|time| day(time)),
        }
    }

    /// Of several countries the first by name, so that the order of articles does not matter.
    fn country(&self, event: EventId) -> Option<&Sym> {
        let country = |id: &EntityId| {
            let place = self.entities.get(id.0 as usize)?.name.place?;
            Some(&self.lexicon.place(self.lexicon.country(place)?).name)
        };
        self.in_role(event, &[Role::Place]).iter().filter_map(country).min()
    }
}

fn day(time: &When) -> Option<Sym> {
    let known = match time.days {
        Some((first, last)) if first == last => When { days: time.days, ..When::default() },
        _ => When { weekday: Some(time.weekday?), ..When::default() },
    };
    Some(Sym::from(known.to_string()))
}

#[cfg(test)]
mod tests;
