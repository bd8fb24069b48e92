//! Places, what they lie in and what their people are called.

use super::Lexicon;
use crate::Sym;

/// A place, as an index into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(pub u32);

/// A place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its usual name.
    pub name: Sym,
    /// "country", "city", ...
    pub kind: Sym,
    /// What it lies in.
    pub within: Option<PlaceId>,
    /// Its capital, if it is a country or state.
    pub capital: Option<Sym>,
}

impl Lexicon {
    /// A place by its number.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// The places of a name, in whatever case the list gives it; several share some names.
    pub fn places_named(&self, name: &str) -> &[PlaceId] {
        // Looked up only if some article or list has used the word: no new symbol is made.
        Sym::from_existing(name).and_then(|n| self.place_names.get(&n)).map_or(&[], Vec::as_slice)
    }

    /// The place that a demonym names ("Greek": Greece).
    pub fn demonym(&self, word: &str) -> Option<PlaceId> {
        Sym::from_existing(word).and_then(|w| self.demonyms.get(&w)).copied()
    }

    /// Is `inner` the place `outer`, or does it lie in it?
    pub fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> bool {
        let mut at = Some(inner);
        for _ in 0..12 {
            match at {
                Some(id) if id == outer => return true,
                Some(id) => at = self.place(id).within,
                None => return false,
            }
        }
        false
    }

    /// The country that a place is or lies in.
    pub fn country(&self, place: PlaceId) -> Option<PlaceId> {
        let mut at = Some(place);
        for _ in 0..12 {
            let id = at?;
            if self.place(id).kind == "country" {
                return Some(id);
            }
            at = self.place(id).within;
        }
        None
    }
}
