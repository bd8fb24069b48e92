//! Places, what they lie in and what their people are called.

use smallvec::SmallVec;

use super::Lexicon;
use crate::symbol::Sym;

/// A place, as an index into the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct PlaceId(pub u32);

/// A place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its usual name.
    pub name: Sym,
    /// "country", "city", ...
    pub kind: Sym,
    /// What it lies in, the immediate one first; several where regions overlap.
    pub within: SmallVec<[PlaceId; 2]>,
    /// Its capital, if it is a country or state.
    pub capital: Option<Sym>,
}

impl Place {
    /// Every kind of place, from the largest.
    pub const KINDS: [&str; 10] =
        ["continent", "region", "country", "state", "county", "city", "island", "sea", "river", "mountain"];
}

/// The kind of places that overlap others of their kind.
const REGION: &str = "region";

impl Lexicon {
    /// A place by its number.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// The places of a name, in whatever case the list gives it; several share some names.
    pub fn places_named(&self, name: &str) -> &[PlaceId] {
        self.place_names.get(name).map_or(&[], Vec::as_slice)
    }

    /// The place that a name most likely means: a country, then a capital, then the first listed.
    pub fn likeliest_place(&self, name: &str) -> Option<PlaceId> {
        let named = self.places_named(name);
        let country = |id: &&PlaceId| self.place(**id).kind == "country";
        named
            .iter()
            .find(country)
            .or_else(|| named.iter().find(|id| self.is_capital(**id)))
            .or(named.first())
            .copied()
    }

    /// Is it a state or province of a country?
    pub fn is_state(&self, place: PlaceId) -> bool {
        self.place(place).kind == "state"
    }

    /// Is it a town whose name takes no article? "The Buffalo" is a part of something else: "the Buffalo area".
    pub fn takes_no_article(&self, place: PlaceId) -> bool {
        let place = self.place(place);
        place.kind == "city" && !place.name.starts_with("The ")
    }

    /// Is it a country or the capital of one?
    pub fn is_known_far(&self, place: PlaceId) -> bool {
        self.place(place).kind == "country" || self.is_capital(place)
    }

    /// Is it the capital of the country that it lies in?
    fn is_capital(&self, place: PlaceId) -> bool {
        let name = &self.place(place).name;
        self.country(place).is_some_and(|country| self.place(country).capital.as_ref() == Some(name))
    }

    /// Can what two names mean be one place, or one lie in the other? None: one is on no map, or the map does not tell, as
    /// of a city and a region of its country.
    pub fn names_meet(&self, a: &str, b: &str) -> Option<bool> {
        let (a, b) = (self.places_named(a), self.places_named(b));
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (*x, *y)));
        if pairs().any(|(x, y)| self.lies_in(x, y) || self.lies_in(y, x)) {
            return Some(true);
        }
        let mut apart = pairs().map(|(x, y)| self.lie_apart(x, y)).peekable();
        (apart.peek().is_some() && apart.all(|apart| apart)).then_some(false)
    }

    /// Do two places lie, going up from each, in two different ones of one kind? Regions overlap.
    fn lie_apart(&self, a: PlaceId, b: PlaceId) -> bool {
        let [above_a, above_b] = [a, b].map(|place| self.upwards(place).collect::<SmallVec<[PlaceId; 8]>>());
        let of_kind = |all: &[PlaceId], kind: &str| -> SmallVec<[PlaceId; 4]> {
            all.iter().copied().filter(|id| self.place(*id).kind == kind).collect()
        };
        let kinds = above_a.iter().map(|id| self.place(*id).kind.as_str()).filter(|kind| *kind != REGION);
        kinds
            .map(|kind| (of_kind(&above_a, kind), of_kind(&above_b, kind)))
            .any(|(x, y)| !x.is_empty() && !y.is_empty() && !x.iter().any(|id| y.contains(id)))
    }

    /// The place that a demonym names ("Greek": Greece).
    pub fn demonym(&self, word: &str) -> Option<PlaceId> {
        self.demonyms.get(word).copied()
    }

    /// Is `inner` the place `outer`, or does it lie in it?
    pub fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> bool {
        self.upwards(inner).any(|id| id == outer)
    }

    /// The country that a place is or lies in.
    pub fn country(&self, place: PlaceId) -> Option<PlaceId> {
        self.upwards(place).find(|id| self.place(*id).kind == "country")
    }

    /// Is the name more often a word or a person's name?
    pub fn is_ambiguous_place(&self, name: &str) -> bool {
        self.ambiguous_places.contains(name)
    }

    /// A place with all that it lies in, each once.
    fn upwards(&self, place: PlaceId) -> impl Iterator<Item = PlaceId> {
        let mut seen: SmallVec<[PlaceId; 16]> = SmallVec::new();
        let mut waiting: SmallVec<[PlaceId; 8]> = SmallVec::new();
        waiting.push(place);
        std::iter::from_fn(move || {
            loop {
                let id = waiting.pop()?;
                if !seen.contains(&id) {
                    seen.push(id);
                    waiting.extend(self.place(id).within.iter().copied());
                    return Some(id);
                }
            }
        })
    }
}
