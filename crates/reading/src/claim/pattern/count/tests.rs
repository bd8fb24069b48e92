use crate::article::Article;
use crate::claim;
use crate::claim::attribute::{AttributeKind, AttributeValue};
use crate::claim::quantity::Bound;
use crate::lexicon::Lexicon;

/// What the counts of a text come to, with the words and how far these commit themselves.
fn counts(text: &str) -> Vec<(f64, Bound, String)> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let counts = reading.attributes.iter().filter(|a| matches!(a.kind, AttributeKind::Count(_)));
    let told = counts.filter_map(|a| match &a.value {
        AttributeValue::Quantity(q) => Some((q.amount, q.bound, article.phrase(a.tokens).to_owned())),
        _ => None,
    });
    told.collect()
}

#[test]
fn others_are_counted_with_those_beside_them() {
    for (text, whole) in [
        ("His mother and 10 other people drowned.", 11.0),
        ("The wreck killed his mother and ten others.", 11.0),
        ("His mother perished along with 10 others.", 11.0),
        ("His mother, stepfather and eight other people drowned.", 10.0),
        ("Vera Holm was arrested together with three others.", 4.0),
        ("Vera Holm, 34, a driver, and two other men were killed.", 3.0),
        ("A 42-year-old man and two other men were killed.", 3.0),
    ] {
        let told = counts(text);
        assert_eq!(
            told.iter().map(|(amount, _, _)| *amount).collect::<Vec<_>>(),
            [whole],
            "{text}: {told:?}"
        );
    }
    let [(whole, _, words), (part, ..)] = &counts("Two officers and three other people were killed.")[..]
    else {
        panic!()
    };
    assert_eq!(
        (*whole, words.as_str(), *part),
        (5.0, "Two officers and three other people were killed", 2.0)
    );
}

#[test]
fn those_beside_others_may_be_more_than_one() {
    let told = counts("His parents and 10 other people were killed.");
    assert_eq!(told.iter().map(|(n, bound, _)| (*n, *bound)).collect::<Vec<_>>(), [(11.0, Bound::MoreThan)]);
    let told = counts("Vera Holm and about 10 other people were killed.");
    assert_eq!(told.iter().map(|(n, bound, _)| (*n, *bound)).collect::<Vec<_>>(), [(11.0, Bound::About)]);
}

#[test]
fn others_alone_are_counted_as_told() {
    assert_eq!(counts("A bomb killed Vera Holm and wounded two others.").len(), 1);
    assert_eq!(counts("Some 200 others were hurt.")[0].0, 200.0);
    assert_eq!(counts("Vera Holm was arrested by two other officers."), []);
}

#[test]
fn more_are_on_top_of_those_of_another_sentence() {
    assert_eq!(counts("Police arrested two more men over the theft."), []);
    assert_eq!(counts("Two people died, and five more people were hurt.").len(), 2);
}

#[test]
fn a_count_of_more_than_one_deed_or_place_reaches_further() {
    for (text, bound) in [
        ("Six people were killed in Lyon.", Bound::Exactly),
        ("Six people have been killed in Lyon since Friday.", Bound::AtMost),
        ("Six people, including the gunman, died in Lyon.", Bound::Range(5.0, 6.0)),
        ("Six people were killed in Lyon, including the suspected gunman.", Bound::Range(5.0, 6.0)),
        ("Six people were killed in Lyon, including a child.", Bound::Exactly),
        ("The storm killed 12 people in France and 30 in Spain.", Bound::AtLeast),
        ("The storm killed 12 people in France and hurt 30 in Spain.", Bound::Exactly),
        ("The storm killed nine people in Lyon alone.", Bound::AtLeast),
        ("The storm killed nine people in Lyon, who were alone.", Bound::Exactly),
        ("Two other people were killed.", Bound::AtLeast),
        ("Some 1,500 houses were destroyed or damaged in Lyon.", Bound::AtMost),
        ("The storm destroyed or damaged 40 houses in Lyon.", Bound::AtMost),
        ("The storm destroyed 40 houses in Lyon or Nice.", Bound::Exactly),
    ] {
        let told = counts(text);
        assert_eq!(told.first().map(|(_, bound, _)| *bound), Some(bound), "{text}: {told:?}");
    }
}

#[test]
fn where_there_are_no_deaths_or_injuries_nobody_is_counted() {
    for text in [
        "There were no injuries.",
        "No injuries were reported in Arvik.",
        "There were no reports of injuries.",
        "There were no survivors of the crash.",
        "The crash had no survivors.",
        "Police reported no deaths.",
    ] {
        let told = counts(text);
        assert!(!told.is_empty() && told.iter().all(|(amount, ..)| *amount == 0.0), "{text}: {told:?}");
    }
    let both = counts("There were no deaths or injuries.");
    assert_eq!(both.iter().map(|(amount, ..)| *amount).collect::<Vec<_>>(), [0.0, 0.0]);
    for text in [
        "There were no serious injuries.",
        "No injuries to passengers were reported.",
        "No injury was reported.",
        "There were no arrests.",
    ] {
        assert_eq!(counts(text), [], "{text}");
    }
}

#[test]
fn those_who_live_are_counted() {
    for text in
        ["Nine people survived the crash.", "There were nine survivors of the crash.", "Nine survived."]
    {
        let told = counts(text);
        assert_eq!(told.iter().map(|(amount, ..)| *amount).collect::<Vec<_>>(), [9.0], "{text}: {told:?}");
    }
    assert_eq!(counts("She is survived by two sons."), []);
}
