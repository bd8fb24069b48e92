//! From the tables to the look-ups of a [`Lexicon`].

use std::collections::BTreeMap;

use serde_json::from_str;
use smallvec::SmallVec;

use super::packed::table;
use super::{
    ClassId, EventClass, Frame, Gender, Ladder, Lexicon, Measure, Place, PlaceId, Rung, Sense, UnitId,
};
use crate::symbol::Sym;

pub(super) mod raw;

use raw::{
    RawClass, RawLadder, RawNames, RawNumbers, RawOpposites, RawPlace, RawPlaces, RawTitles, RawUnits, Words,
};

impl Lexicon {
    /// The vocabulary that comes with the program.
    ///
    /// # Errors
    /// The first embedded table that is not of its form.
    pub(super) fn embedded() -> Result<Lexicon, serde_json::Error> {
        let mut lexicon = Lexicon::default();
        lexicon.add_events(&from_str(table!("events"))?);
        lexicon.add_speech(from_str(table!("speech"))?);
        lexicon.add_numbers(from_str(table!("numbers"))?);
        lexicon.add_titles(&from_str(table!("titles"))?);
        lexicon.add_nouns(&from_str(table!("nouns"))?);
        let RawPlaces { place, also_words, also_people } = from_str(table!("places"))?;
        lexicon.add_places(&place);
        lexicon.ambiguous_places = also_words.into_iter().chain(also_people).collect();
        lexicon.add_units(from_str(table!("units"))?);
        lexicon.add_names(from_str(table!("names"))?);
        let RawOpposites { opposites, converses } = from_str(table!("opposites"))?;
        lexicon.add_opposites(&opposites);
        lexicon.converses = converses.into_iter().collect();
        Ok(lexicon)
    }

    pub(super) fn add_opposites(&mut self, pairs: &[(Sym, Sym)]) {
        for (a, b) in pairs {
            self.opposites.entry(a.clone()).or_default().push(b.clone());
            self.opposites.entry(b.clone()).or_default().push(a.clone());
        }
    }

    /// The entry of a word or phrase, made if need be. A phrase is also listed under its first word.
    pub(super) fn word(&mut self, word: &str) -> &mut super::Entry {
        let mut parts = word.split(' ');
        let first = parts.next().unwrap_or("");
        let rest: Vec<Sym> = parts.map(Sym::from).collect();
        if !rest.is_empty() {
            let listed = self.phrases.entry(Sym::from(first)).or_default();
            if !listed.contains(&rest) {
                listed.push(rest);
            }
        }
        self.entries.entry(Sym::from(word)).or_default()
    }

    pub(super) fn mark(&mut self, words: &[String], sense: Sense) {
        for word in words {
            self.word(word).senses.insert(sense);
        }
    }

    /// Adds event classes with their words. A word keeps what it named before.
    pub(super) fn add_events(&mut self, raw: &BTreeMap<Sym, RawClass>) {
        let ids: Vec<ClassId> = raw.keys().map(|name| self.class_or_new(name)).collect();
        for (id, class) in ids.iter().zip(raw.values()) {
            let parent = class.is.as_ref().and_then(|name| self.class_named(name));
            let opposite = class.opposite.as_ref().and_then(|name| self.class_named(name));
            if let Some(known) = self.classes.get_mut(id.0 as usize) {
                known.describe(class, parent, opposite);
            }
        }
        for (id, class) in ids.into_iter().zip(raw.values()) {
            let acts = if self.class(id).symmetric { Frame::Shares } else { Frame::Acts };
            for verb in &class.verbs {
                self.word(verb).verb.get_or_insert((id, acts));
            }
            for verb in &class.undergo {
                self.word(verb).verb.get_or_insert((id, Frame::Undergoes));
            }
            for noun in &class.nouns {
                self.word(noun).noun.get_or_insert(id);
            }
            for adjective in &class.adjectives {
                self.word(adjective).state.get_or_insert(id);
            }
            self.add_readings(id, &class.with);
        }
    }

    fn class_or_new(&mut self, name: &Sym) -> ClassId {
        self.class_named(name).unwrap_or_else(|| {
            let id = ClassId(self.classes.len() as u16);
            self.classes.push(EventClass::named(name.clone()));
            self.classes_by_name.insert(name.clone(), id);
            id
        })
    }

    fn add_speech(&mut self, raw: BTreeMap<String, Words>) {
        for (class, words) in raw {
            let sense = match class.as_str() {
                "reporting" => Sense::Reporting,
                "telling" => Sense::Telling,
                "factive" => Sense::Factive,
                "denying" => Sense::Denying,
                "negators" => Sense::Negator,
                "negative_determiners" => Sense::NegativeDeterminer,
                "failing" => Sense::Failing,
                "intending" => Sense::Intending,
                "achieving" => Sense::Achieving,
                "causing" => Sense::Causing,
                "seeming" => Sense::Seeming,
                "hearsay" => Sense::Hearsay,
                "doubt" => Sense::Doubt,
                "future_modals" => Sense::FutureModal,
                "doubt_modals" => Sense::DoubtModal,
                "conditional_modals" => Sense::ConditionalModal,
                "conditional" => Sense::Conditional,
                "light" => Sense::Light,
                "according" => Sense::According,
                "prepositions" => Sense::Preposition,
                "subordinators" => Sense::Subordinator,
                "copulas" => Sense::Copula,
                "role_verbs" => Sense::RoleVerb,
                "phrasal" => Sense::Phrasal,
                "averting" => Sense::Averting,
                "probable" => Sense::Probable,
                "partly" => Sense::Partly,
                "untrue" => Sense::Untrue,
                "excepting" => Sense::Excepting,
                "narrowing" => Sense::Narrowing,
                "residing" => Sense::Residing,
                "locating" => Sense::Locating,
                "serving" => Sense::Serving,
                "employing" => Sense::Employing,
                "belonging" => Sense::Belonging,
                "naming" => Sense::Naming,
                "occurring" => Sense::Occurring,
                "ever" => Sense::Ever,
                "content" => Sense::Content,
                "lasting" => Sense::Lasting,
                "observing" => Sense::Observing,
                "taken" => Sense::Taken,
                _ => continue,
            };
            self.mark(&words, sense);
        }
    }

    fn add_numbers(&mut self, raw: RawNumbers) {
        let groups = [
            (raw.cardinals, Sense::Cardinal),
            (raw.scales, Sense::Scale),
            (raw.ordinals, Sense::Ordinal),
            (raw.fractions, Sense::Fraction),
        ];
        for (words, sense) in groups {
            for (word, number) in words {
                let entry = self.word(&word);
                if !entry.senses.has(Sense::Ordinal) {
                    entry.number = number;
                }
                entry.senses.insert(sense);
            }
        }
        for (word, range) in raw.vague {
            let entry = self.word(&word);
            entry.vague = Some(range);
            entry.senses.insert(Sense::Vague);
        }
        for (hedge, phrases) in raw.hedges {
            for phrase in phrases {
                let mut words = phrase.split(' ').map(Sym::from);
                if let Some(first) = words.next() {
                    self.hedges.entry(first).or_default().push((words.collect(), hedge));
                }
            }
        }
        for listed in self.hedges.values_mut() {
            listed.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    fn add_titles(&mut self, raw: &RawTitles) {
        for (gender, words) in &raw.address {
            for word in words {
                let entry = self.word(word);
                entry.senses.insert(Sense::Address);
                entry.gender = gender_named(gender);
            }
        }
        for words in raw.heads.values() {
            self.mark(words, Sense::Office);
        }
        self.mark(&raw.phrases, Sense::Office);
        for words in raw.shades.values() {
            self.mark(words, Sense::Shade);
        }
        self.add_ladders(&raw.ladder);
    }

    pub(super) fn add_ladders(&mut self, ladders: &[RawLadder]) {
        for ladder in ladders {
            let rungs = ladder.rungs.iter().map(|rung| {
                self.mark(&rung.rank, Sense::Rank);
                Rung { rank: symbols(&rung.rank), short: symbols(&rung.short) }
            });
            let rungs = rungs.collect();
            self.ladders.push(Ladder { name: Sym::from(ladder.name.as_str()), rungs });
        }
    }

    fn add_nouns(&mut self, raw: &BTreeMap<String, BTreeMap<String, Words>>) {
        for (table, lists) in raw {
            for (list, words) in lists {
                let same = words.iter().map(|word| (Sym::from(word.as_str()), Sym::from(list.as_str())));
                match table.as_str() {
                    "street_forms" => self.street_forms.extend(same),
                    "same_things" => self.same_things.extend(same),
                    _ => {}
                }
                let sense = match (table.as_str(), list.as_str()) {
                    ("person", _) => Sense::Person,
                    ("parent", _) => Sense::Parent,
                    ("anyone", _) => Sense::Anyone,
                    ("compass", _) => Sense::Compass,
                    ("group", _) => Sense::Group,
                    ("place", _) => Sense::Place,
                    ("tally", _) => Sense::Tally,
                    ("name_heads", "place") => Sense::PlaceName,
                    ("name_heads", _) => Sense::OrganizationName,
                    _ => continue,
                };
                self.mark(words, sense);
                if let Some(gender) = gender_named(list) {
                    for word in words {
                        self.word(word).gender = Some(gender);
                    }
                }
            }
        }
    }

    /// Adds places. Of those that share a name, the ones added first count for more.
    pub(super) fn add_places(&mut self, raw: &[RawPlace]) {
        let first = self.places.len();
        for (place, number) in raw.iter().zip(first..) {
            let id = PlaceId(number as u32);
            self.places.push(Place {
                name: place.name.clone(),
                kind: place.kind.clone(),
                within: SmallVec::new(),
                capital: place.capital.clone(),
            });
            for name in std::iter::once(&place.name).chain(&place.alias) {
                let ids = self.place_names.entry(name.clone()).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            for demonym in &place.demonym {
                self.demonyms.entry(demonym.clone()).or_insert(id);
            }
        }
        for (place, number) in raw.iter().zip(first..) {
            let outer =
                place.within.iter().chain(&place.also_in).filter_map(|name| self.outer_place(name, number));
            self.places[number].within = outer.collect();
        }
    }

    /// The place that another lies in: "Georgia" is the first of that name, "Georgia, United States" the one there.
    fn outer_place(&self, name: &str, inner: usize) -> Option<PlaceId> {
        let (name, outer) = name.split_once(", ").map_or((name, None), |(n, o)| (n, Some(o)));
        let other = |id: &&PlaceId| id.0 as usize != inner && self.place(**id).name == name;
        let mut named = self.places_named(name).iter().filter(other);
        match outer {
            None => named.next().copied(),
            Some(outer) => {
                let inside =
                    |id: &&PlaceId| self.place(**id).within.iter().any(|w| self.place(*w).name == outer);
                named.clone().find(inside).or(named.next()).copied()
            }
        }
    }

    fn add_units(&mut self, raw: RawUnits) {
        for unit in raw.unit {
            let id = UnitId(self.units.len() as u16);
            self.units.push(Measure {
                name: Sym::from(unit.name.as_str()),
                many: Sym::from(unit.many()),
                dimension: Sym::from(unit.dimension.as_str()),
                factor: unit.factor,
                offset: unit.offset,
                ambiguous: unit.ambiguous,
            });
            for word in &unit.words {
                let mut listed = vec![word.clone()];
                // Lemmas are in lower case, but "C" is no "c".
                if word.len() > 3 {
                    listed.push(word.to_lowercase());
                }
                for word in listed {
                    let entry = self.word(&word);
                    entry.unit.get_or_insert(id);
                    entry.senses.insert(Sense::Unit);
                }
            }
        }
        for currency in raw.currency {
            let id = self.money(&currency.code, &currency.code);
            for word in currency.words.iter().chain(&currency.signs) {
                self.currency(word, id);
            }
        }
        for plain in raw.plain {
            let named = plain.default.as_deref().and_then(|code| self.unit_named(code));
            let id = match (named, plain.words.as_slice()) {
                (Some(id), _) => id,
                // Rupees are compared with rupees, whosever they are.
                (None, [one, many]) => {
                    self.shared_money.insert(Sym::from(one.as_str()), Sym::from(many.as_str()));
                    self.money(one, many)
                }
                (None, _) => continue,
            };
            for word in plain.words.iter().chain(&plain.sign) {
                self.currency(word, id);
            }
        }
    }

    /// A new unit of money.
    fn money(&mut self, name: &str, many: &str) -> UnitId {
        let id = UnitId(self.units.len() as u16);
        self.units.push(Measure {
            name: Sym::from(name),
            many: Sym::from(many),
            dimension: Sym::from("money"),
            factor: 1.0,
            offset: 0.0,
            ambiguous: false,
        });
        id
    }

    fn currency(&mut self, word: &str, id: UnitId) {
        let entry = self.word(&word.to_lowercase());
        entry.unit.get_or_insert(id);
        entry.senses.insert(Sense::Currency);
    }

    fn add_names(&mut self, raw: RawNames) {
        let ambiguous: Vec<String> = raw.also_words.into_values().flatten().collect();
        for (names, gender) in
            [(&raw.male, Some(Gender::Male)), (&raw.female, Some(Gender::Female)), (&raw.either, None)]
        {
            for name in names {
                let entry = self.word(name);
                entry.senses.insert(Sense::GivenName);
                entry.gender = entry.gender.or(gender);
            }
        }
        self.mark(&ambiguous, Sense::GivenName);
        let symbol = |word: &String| Sym::from(word.as_str());
        self.nicknames = raw.nick.iter().map(|(nick, full)| (symbol(nick), symbol(full))).collect();
        self.name_articles = raw.articles.iter().map(symbol).collect();
        self.generations = raw.generations.iter().map(symbol).collect();
    }
}

fn gender_named(name: &str) -> Option<Gender> {
    match name {
        "male" => Some(Gender::Male),
        "female" => Some(Gender::Female),
        _ => None,
    }
}

fn symbols(words: &[String]) -> Vec<Sym> {
    words.iter().map(|w| Sym::from(w.as_str())).collect()
}

impl EventClass {
    /// Adds what a table says of the class; what it leaves out stays.
    fn describe(&mut self, raw: &RawClass, parent: Option<ClassId>, opposite: Option<ClassId>) {
        if let Some(noun) = raw.called.as_ref().or(raw.nouns.first()).filter(|_| self.noun == self.name) {
            self.noun = Sym::from(noun.as_str());
        }
        self.parent = parent.or(self.parent);
        self.opposite = opposite.or(self.opposite);
        self.counts = raw.counts.clone().or_else(|| self.counts.take());
        self.whom.extend(raw.whom.iter().map(Sym::from));
        self.each.extend(raw.each.iter().map(Sym::from));
        self.symmetric |= raw.symmetric;
        self.once |= raw.once;
        self.repeats |= raw.repeats;
        self.sole |= raw.sole;
        self.follows |= raw.follows;
    }
}
