use super::Value;
use crate::Sym;
use crate::graph::{Entity, EntityId, EntityKind, Graph, Name};
use crate::truth::Truth;

#[test]
fn a_text_is_the_entity_that_it_names() {
    let words = ["ana", "j", "kovac"].map(Sym::from).into_iter().collect();
    let written = Sym::from("Ana J. Kovac");
    let name = Name { words, written, kind: EntityKind::Person, place: None, gender: None };
    let graph = Graph { entities: vec![Entity { name, mentions: Vec::new() }], ..Graph::default() };
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
