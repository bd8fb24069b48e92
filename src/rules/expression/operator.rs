//! Every operator and function of the rule language, with what it takes and what it means.
//!
//! These lists are the one source: the parser reads their spelling, the checker their types, the engine
//! their meaning, and the reference page their documentation.

use crate::graph::Type;

/// A comparison of two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operator {
    /// `!=`
    Differs,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `=`
    Same,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `before`
    Before,
    /// `after`
    After,
    /// `within`
    Within,
    /// `overlaps`
    Overlaps,
    /// `conflicts`
    Conflicts,
    /// `agrees`
    Agrees,
    /// `similar`
    Similar,
    /// `is a`
    IsA,
}

impl Operator {
    /// Every operator; one that begins like another stands before it.
    pub const ALL: [Operator; 14] = [
        Operator::Differs,
        Operator::AtMost,
        Operator::AtLeast,
        Operator::Same,
        Operator::Less,
        Operator::Greater,
        Operator::Before,
        Operator::After,
        Operator::Within,
        Operator::Overlaps,
        Operator::Conflicts,
        Operator::Agrees,
        Operator::Similar,
        Operator::IsA,
    ];

    /// As rules write it.
    pub fn symbol(self) -> &'static str {
        match self {
            Operator::Differs => "!=",
            Operator::AtMost => "<=",
            Operator::AtLeast => ">=",
            Operator::Same => "=",
            Operator::Less => "<",
            Operator::Greater => ">",
            Operator::Before => "before",
            Operator::After => "after",
            Operator::Within => "within",
            Operator::Overlaps => "overlaps",
            Operator::Conflicts => "conflicts",
            Operator::Agrees => "agrees",
            Operator::Similar => "similar",
            Operator::IsA => "is a",
        }
    }

    /// What it means, for the reference page.
    pub fn doc(self) -> &'static str {
        match self {
            Operator::Differs => "the two do not say the same",
            Operator::AtMost => "the left is not more, or not later, than the right",
            Operator::AtLeast => "the left is not less, or not earlier, than the right",
            Operator::Same => "the two say the same, each in its own precision",
            Operator::Less => "the left is less, or earlier, than the right",
            Operator::Greater => "the left is more, or later, than the right",
            Operator::Before => "the left time ends before the right one begins",
            Operator::After => "the left time begins after the right one has ended",
            Operator::Within => "the left lies inside the right: a place, a time, a set or a range",
            Operator::Overlaps => "the two share a member, a moment or an amount",
            Operator::Conflicts => "the two cannot both be true of one slot",
            Operator::Agrees => "the two can both be true of one slot",
            Operator::Similar => "alike to the eye without being the same: a letter apart, reworded",
            Operator::IsA => "the class on the left is the one on the right or lies below it",
        }
    }

    /// What it takes, for the reference page and for help.
    pub fn takes(self) -> &'static str {
        match self {
            Operator::Same | Operator::Differs | Operator::Conflicts | Operator::Agrees => {
                "two values of the same type"
            }
            Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast => {
                "two numbers, two amounts or two times"
            }
            Operator::Before | Operator::After => "two times",
            Operator::Within => "an entity or a set of entities on each side, two times, or two amounts",
            Operator::Overlaps => "two sets of entities, two times, or two amounts",
            Operator::Similar => "two texts or two entities",
            Operator::IsA => "a class and the name of a class",
        }
    }

    /// Does a value of this type make sense on either side?
    pub fn admits(self, side: Type) -> bool {
        use Type::{Any, Entities, Entity, Number, Quantity, Text, Time};
        match self {
            Operator::Same | Operator::Differs | Operator::Conflicts | Operator::Agrees => true,
            Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast => {
                matches!(side, Number | Quantity | Time | Any)
            }
            Operator::Before | Operator::After => matches!(side, Time | Any),
            Operator::Within | Operator::Overlaps => {
                matches!(side, Entity | Entities | Time | Quantity | Number | Any)
            }
            Operator::Similar => matches!(side, Text | Entity | Entities | Any),
            Operator::IsA => matches!(side, Text | Any),
        }
    }

    /// Can two values that it [admits](Operator::admits) be compared with each other by it?
    pub fn joins(self, left: Type, right: Type) -> bool {
        use Type::{Any, Entities, Entity, Number, Quantity, Text};
        match (left, right) {
            (Any, _) | (_, Any) => true,
            // An entity is the same as a text that is one of its names.
            (Entity, Text) | (Text, Entity) => !matches!(self, Operator::Within | Operator::Overlaps),
            (Number, Quantity) | (Quantity, Number) => true,
            (Entity, Entities) | (Entities, Entity) => {
                matches!(self, Operator::Within | Operator::Overlaps)
            }
            _ => left == right,
        }
    }

    /// Does it say the same when its sides change places?
    pub fn commutes(self) -> bool {
        use Operator::{Agrees, Conflicts, Differs, Overlaps, Same, Similar};
        matches!(self, Same | Differs | Overlaps | Conflicts | Agrees | Similar)
    }

    /// The operator that says the same with the sides in the other order, where that is another one.
    pub fn mirrored(self) -> Option<Operator> {
        match self {
            Operator::Less => Some(Operator::Greater),
            Operator::Greater => Some(Operator::Less),
            Operator::AtMost => Some(Operator::AtLeast),
            Operator::AtLeast => Some(Operator::AtMost),
            Operator::Before => Some(Operator::After),
            Operator::After => Some(Operator::Before),
            _ => None,
        }
    }
}

/// What of a gathered set is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tallied {
    /// The statements.
    Statements,
    /// The outlets that make them.
    Sources,
    /// The articles that they stand in.
    Articles,
}

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Function {
    /// `possible(x)`
    Possible,
    /// `known(x)`
    Known,
    /// `count(x)`
    Count,
    /// `sources(x)`
    Sources,
    /// `articles(x)`
    Articles,
    /// `year(x)`
    Year,
    /// `quarter(x)`
    Quarter,
    /// `month(x)`
    Month,
    /// `days(x, y)`
    Days,
}

impl Function {
    /// Every function.
    pub const ALL: [Function; 9] = [
        Function::Possible,
        Function::Known,
        Function::Count,
        Function::Sources,
        Function::Articles,
        Function::Year,
        Function::Quarter,
        Function::Month,
        Function::Days,
    ];

    /// As rules write it.
    pub fn name(self) -> &'static str {
        match self {
            Function::Possible => "possible",
            Function::Known => "known",
            Function::Count => "count",
            Function::Sources => "sources",
            Function::Articles => "articles",
            Function::Year => "year",
            Function::Quarter => "quarter",
            Function::Month => "month",
            Function::Days => "days",
        }
    }

    /// A call of it, for the reference page and for help.
    pub fn call(self) -> String {
        let arguments = if self.arity() == 2 { "x, y" } else { "x" };
        format!("{}({arguments})", self.name())
    }

    /// How many values it takes.
    pub fn arity(self) -> usize {
        if self == Function::Days { 2 } else { 1 }
    }

    /// What it means, for the reference page.
    pub fn doc(self) -> &'static str {
        match self {
            Function::Possible => "the condition is true, or cannot be told for want of knowledge",
            Function::Known => "the articles say what it is",
            Function::Count => "how many members the set has, or how many statements were gathered",
            Function::Sources => "how many outlets make the statements that were gathered",
            Function::Articles => "in how many articles the statements stand that were gathered",
            Function::Year => "the year that the time lies in; unknown if it may lie in several",
            Function::Quarter => "the quarter of the year, 1 to 4; unknown if it may lie in several",
            Function::Month => "the month, 1 to 12; unknown if it may lie in several",
            Function::Days => "how many days lie between the two, whichever comes first; 0 on one day",
        }
    }

    /// The type that it takes, any if it takes every type; none if it takes nothing but gathered sets.
    pub fn takes(self) -> Option<Type> {
        match self {
            Function::Possible => Some(Type::Truth),
            Function::Known => Some(Type::Any),
            Function::Count => Some(Type::Entities),
            Function::Year | Function::Quarter | Function::Month | Function::Days => Some(Type::Time),
            Function::Sources | Function::Articles => None,
        }
    }

    /// Does it take a value of this type? What stands in a slot may be a time.
    pub fn admits(self, given: Type) -> bool {
        match self.takes() {
            Some(Type::Any) => true,
            Some(Type::Time) => matches!(given, Type::Time | Type::Any),
            takes => takes == Some(given),
        }
    }

    /// What it counts of a gathered set; none if it takes no such set.
    pub fn tallies(self) -> Option<Tallied> {
        match self {
            Function::Possible | Function::Known => None,
            Function::Year | Function::Quarter | Function::Month | Function::Days => None,
            Function::Count => Some(Tallied::Statements),
            Function::Sources => Some(Tallied::Sources),
            Function::Articles => Some(Tallied::Articles),
        }
    }

    /// What it takes, for the reference page and for help.
    pub fn takes_in_words(self) -> &'static str {
        match self {
            Function::Possible => "a condition",
            Function::Known => "anything",
            Function::Count => "a set of entities, or a gathered set",
            Function::Sources | Function::Articles => "a gathered set",
            Function::Year | Function::Quarter | Function::Month => "a time",
            Function::Days => "two times",
        }
    }

    /// The type that it yields.
    pub fn yields(self) -> Type {
        match self {
            Function::Possible | Function::Known => Type::Truth,
            Function::Count | Function::Sources | Function::Articles => Type::Number,
            Function::Year | Function::Quarter | Function::Month | Function::Days => Type::Number,
        }
    }
}

/// A type in words, for messages ("a time").
pub fn type_name(ty: Type) -> &'static str {
    match ty {
        Type::Truth => "a condition",
        Type::Number => "a number",
        Type::Text => "a text",
        Type::Entity => "an entity",
        Type::Entities => "a set of entities",
        Type::Event => "an event",
        Type::Time => "a time",
        Type::Quantity => "an amount",
        Type::Any => "whatever stands in the slot",
    }
}
