use super::Value;
use crate::claim::quantity::{Bound, Quantity, Unit};
use crate::graph::{Entity, EntityId, EntityKind, Graph, Name};
use crate::symbol::Sym;
use crate::truth::Truth;

#[test]
fn a_text_is_the_entity_that_it_names() {
    let words = ["ana", "j", "kovac"].map(Sym::from).into_iter().collect();
    let written = Sym::from("Ana J. Kovac");
    let name = Name { words, written, kind: EntityKind::Person, place: None, gender: None };
    let graph = Graph { entities: vec![Entity { name }], ..Graph::default() };
    let same = |text: &str| {
        let text = Value::Text(Sym::from(text));
        let entity = Value::Entity(EntityId(0));
        assert_eq!(entity.same(&text, &graph), text.same(&entity, &graph));
        entity.same(&text, &graph).truth
    };
    assert_eq!(same("Ana J. Kovac"), Truth::True);
    assert_eq!(same("ana j kovac"), Truth::True);
    assert_eq!(same("Kovac"), Truth::Unknown, "it may be another Kovac");
    assert_eq!(same("Petra Horvat"), Truth::False);
}

#[test]
fn amounts_are_told_in_english() {
    let text = |amount: f64, bound: Bound, unit: Unit| {
        Value::from(Quantity { amount, bound, unit }).text(&Graph::default())
    };
    let miles = Unit::Measure(Sym::from("mile"));
    assert_eq!(text(1.0, Bound::Exactly, miles.clone()), "1 mile");
    assert_eq!(text(1.2, Bound::About, miles), "about 1.2 miles");
    assert_eq!(text(200.0, Bound::Exactly, Unit::Measure(Sym::from("foot"))), "200 feet");
    assert_eq!(text(200.0, Bound::Exactly, Unit::Measure(Sym::from("km"))), "200 km");
    assert_eq!(text(6.4, Bound::Exactly, Unit::Measure(Sym::from("magnitude"))), "6.4");
    assert_eq!(text(160e6, Bound::MoreThan, Unit::Money(Sym::from("USD"))), "more than USD 160,000,000");
}
