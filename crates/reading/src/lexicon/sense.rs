//! Classes of words.

/// A class of words that the grammar or the graph asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Sense {
    /// "say": turns a claim into its speaker's.
    Reporting,
    /// "tell": has the one who hears it as its object.
    Telling,
    /// "admit": the reported claim holds.
    Factive,
    /// "deny": the reported claim is said not to hold.
    Denying,
    /// "not", "never".
    Negator,
    /// "no" before a noun.
    NegativeDeterminer,
    /// "fail": its infinitive did not come about.
    Failing,
    /// "plan": its infinitive is still to come.
    Intending,
    /// "manage": its infinitive came about.
    Achieving,
    /// "force": makes its object do what the infinitive says.
    Causing,
    /// "seem".
    Seeming,
    /// "reportedly".
    Hearsay,
    /// "perhaps".
    Doubt,
    /// "will".
    FutureModal,
    /// "may".
    DoubtModal,
    /// "would".
    ConditionalModal,
    /// "if".
    Conditional,
    /// "hold" in "hold talks".
    Light,
    /// "according to": its object is the speaker.
    According,
    /// A preposition of several words, or one that taggers do not know as one.
    Preposition,
    /// "after": opens a clause.
    Subordinator,
    /// "be", "become".
    Copula,
    /// "serve" in "served as mayor".
    RoleVerb,
    /// "Mr.": says at most the gender.
    Address,
    /// "minister": the head of a title.
    Office,
    /// "former": makes another title of a title.
    Shade,
    /// A rank of a ladder, or the first word of one.
    Rank,
    /// "man": a kind of person.
    Person,
    /// "mother": a person of whom one tells how many children she has.
    Parent,
    /// "people", "others": anyone, so that two counts of them are counts of the same.
    Anyone,
    /// "police": a group of persons that acts as one.
    Group,
    /// "city": a kind of place.
    Place,
    /// "toll": a noun that counts.
    Tally,
    /// "set off": a verb with the particle that belongs to it.
    Phrasal,
    /// "Street": the head of a place's name.
    PlaceName,
    /// "Ministry": the head of an organisation's name.
    OrganizationName,
    /// "east": a point of the compass, before the name of a street.
    Compass,
    /// A given name.
    GivenName,
    /// "five".
    Cardinal,
    /// "million".
    Scale,
    /// "first".
    Ordinal,
    /// "live": between a person and a place.
    Residing,
    /// "in", "since": narrows an ordinal from behind ("the first in years").
    Narrowing,
    /// "half".
    Fraction,
    /// "dozens".
    Vague,
    /// A unit of measure.
    Unit,
    /// A unit of money.
    Currency,
    /// "prime": the first word of a listed phrase.
    OpensPhrase,
    /// "at" in "at least": the first word of a hedge, or the only one.
    OpensHedge,
    /// Keeps its object from coming about: "avoided arrest".
    Averting,
    /// More likely than not: "probably".
    Probable,
    /// Behind "not" it denies no more than itself: "not immediately".
    Partly,
    /// What is called so did not happen: "a hoax", "false".
    Untrue,
    /// Names what "no one" and "nothing" leave out: "no one but".
    Excepting,
    /// "is located": between a thing and where it lies.
    Locating,
    /// "works for": between a person and a body of which she is one.
    Serving,
    /// "is employed by": between a person and a body of which she is one.
    Employing,
    /// "member": says no more of a person than to which body she belongs.
    Belonging,
    /// "called the Ram", "identified as Ann Lee": what stands behind it, or behind its "as", is no other.
    Naming,
    /// "took place": says of an event no more than that it was.
    Occurring,
    /// "never": at no time, not just not now.
    Ever,
    /// "officials": who tells of what they saw or looked into, and takes no side.
    Observing,
    /// "took two drivers *hostage*": behind those who are taken, what they become.
    Taken,
    /// A gerund that takes no object and describes the noun behind it: "existing".
    Lasting,
    /// What it names is told by a clause: "the fact that ...".
    Content,
}

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses(u128);

impl Senses {
    /// No class at all.
    pub const NONE: Senses = Senses(0);

    /// The set of these classes.
    pub const fn of(classes: &[Sense]) -> Senses {
        let mut set = 0_u128;
        let mut rest = classes;
        while let [first, more @ ..] = rest {
            set |= 1 << *first as u8;
            rest = more;
        }
        Senses(set)
    }

    /// Is one of the classes of `other` in the set?
    #[inline]
    pub fn meets(self, other: Senses) -> bool {
        self.0 & other.0 != 0
    }

    /// Is the class in the set?
    #[inline]
    pub fn has(self, sense: Sense) -> bool {
        self.0 & (1 << sense as u8) != 0
    }

    /// The classes of both.
    pub fn and(self, other: Senses) -> Senses {
        Senses(self.0 | other.0)
    }

    /// All classes but one.
    pub fn without(self, sense: Sense) -> Senses {
        Senses(self.0 & !(1 << sense as u8))
    }

    /// Adds a class.
    pub fn insert(&mut self, sense: Sense) {
        self.0 |= 1 << sense as u8;
    }
}

/// Grammatical gender of persons, as far as a word shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

/// What a hedge does to the number it goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// "about"
    About,
    /// "nearly"
    Nearly,
    /// "at least"
    AtLeast,
    /// "more than"
    MoreThan,
    /// "up to"
    AtMost,
    /// "exactly", "a total of"
    Exactly,
}
