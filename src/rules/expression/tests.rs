use super::check::Checker;
use super::parse::{NodeKind, parse};
use super::{Function, Operator};
use crate::graph::{Field, Tolerance, Type};
use crate::lexicon::Lexicon;
use crate::rules::located::Located;
use crate::rules::mistake::Problems;
use crate::rules::testing::told;
use crate::source::{OffsetMap, SourceFile, SourceId};
use crate::symbol::Sym;

/// A node as nested brackets, to see what binds what.
fn shape(kind: &NodeKind<'_>) -> String {
    let several = |word: &str, parts: &[super::parse::Node<'_>]| {
        let parts: Vec<String> = parts.iter().map(|p| shape(&p.kind)).collect();
        format!("[{}]", parts.join(word))
    };
    match kind {
        NodeKind::Text(t) => format!("{t:?}"),
        NodeKind::Number(n) => n.to_string(),
        NodeKind::Date(d) => d.to_string(),
        NodeKind::Truth(b) => b.to_string(),
        NodeKind::Name => "name".to_string(),
        NodeKind::Path(v, f) => format!("{v}.{f}"),
        NodeKind::Call(f, given) => {
            let given: Vec<String> = given.iter().map(|x| shape(&x.kind)).collect();
            format!("{f}<{}>", given.join(", "))
        }
        NodeKind::Not(x) => format!("[not {}]", shape(&x.kind)),
        NodeKind::Compare(op, sides) => {
            format!("[{} {} {}]", shape(&sides[0].kind), op.symbol(), shape(&sides[1].kind))
        }
        NodeKind::Close(op, sides, far) => {
            let far = match far {
                Tolerance::Share(share) => format!("{share} of it"),
                Tolerance::Amount(amount) => amount.to_string(),
            };
            format!("[{} {} {} ~ {far}]", shape(&sides[0].kind), op.symbol(), shape(&sides[1].kind))
        }
        NodeKind::All(parts) => several(" & ", parts),
        NodeKind::Any(parts) => several(" | ", parts),
    }
}

#[test]
fn what_binds_what() {
    let table = [
        ("a.x=b.y", "[a.x = b.y]"),
        (" a.x  !=  b.y ", "[a.x != b.y]"),
        ("a.x = 1 or b.x = 2 and not c.x = 3", "[[a.x = 1] | [[b.x = 2] & [not [c.x = 3]]]]"),
        ("(a.x or b.x) and c.x", "[[a.x | b.x] & c.x]"),
        ("not not a.x", "[not [not a.x]]"),
        ("known(a.x) and possible(a.x before b.x)", "[known<a.x> & possible<[a.x before b.x]>]"),
        ("a.x is a 'meet'", "[a.x is a \"meet\"]"),
        ("a.x is  a \"it's\"", "[a.x is a \"it's\"]"),
        ("a.x <= -1.5", "[a.x <= -1.5]"),
        ("a.x >= 2025-07-25", "[a.x >= 2025-07-25]"),
        ("orders.android = notes.islands", "[orders.android = notes.islands]"),
        ("true or false", "[true | false]"),
        ("a.x = (b.y)", "[a.x = b.y]"),
        ("days( a.x,b.y ) > 3", "[days<a.x, b.y> > 3]"),
        ("a.x != b.y to within 5% and c.z", "[[a.x != b.y ~ 0.05 of it] & c.z]"),
        ("(a.x = b.y to  within 0.5 %)", "[a.x = b.y ~ 0.005 of it]"),
        ("not a.x = 3 to within 12", "[not [a.x = 3 ~ 12]]"),
        ("näher.x within b.x", "[näher.x within b.x]"),
    ];
    for (text, expected) in table {
        assert_eq!(parse(text).map(|n| shape(&n.kind)).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn nodes_know_where_they_stand() {
    let text = "  a.x = 1 and  not ( b.y  before c.z )  ";
    let node = parse(text).unwrap();
    assert_eq!(node.text, text.trim());
    let NodeKind::All(parts) = node.kind else { panic!("{node:?}") };
    assert_eq!(parts[0].text, "a.x = 1");
    assert_eq!(parts[1].text, "not ( b.y  before c.z )");
    let NodeKind::Not(inner) = &parts[1].kind else { panic!("{parts:?}") };
    assert_eq!(inner.text, "b.y  before c.z");
}

#[test]
fn what_cannot_be_read_is_shown_where_it_stands() {
    let table = [
        ("", ""),
        ("a.x =", ""),
        ("a.x = 1 and", ""),
        ("a.x = = 1", "= 1"),
        ("a.x = 1 b.y = 2", "b.y = 2"),
        ("a.x < b.x < c.x", "< c.x"),
        ("(a.x", ""),
        ("a.x)", ")"),
        ("a.", ""),
        ("known()", ")"),
        ("'open", ""),
        ("a.x = 12km", "12km"),
        ("a.x = 2025-02-30", "2025-02-30"),
        ("and = 1", "and = 1"),
        ("days(a.x,)", ")"),
        ("a.x = b.y to", ""),
        ("a.x = b.y to 5%", "5%"),
        ("a.x = b.y to within -5%", "-5%"),
        ("a.x = b.y to within 5km", "km"),
        ("a.x to within 5", "to within 5"),
    ];
    for (text, at) in table {
        assert_eq!(parse(text).map(|n| n.kind).map_err(|e| e.at), Err(at), "{text}");
    }
}

#[test]
fn long_and_deep_expressions_end() {
    let long = vec!["a.x = 1"; 20_000].join(" and ");
    assert!(matches!(parse(&long).unwrap().kind, NodeKind::All(parts) if parts.len() == 20_000));
    for opening in ["(", "not ", "known(", "not("] {
        assert!(parse(&opening.repeat(100_000)).is_err());
    }
}

/// Checks one condition over the variables `a` and `b`; the type errors as text, or nothing.
fn mistakes(text: &str) -> String {
    let quoted = format!("'{text}'");
    let file = SourceFile::new("rule.toml".into(), quoted.as_str().into(), OffsetMap::identity());
    let mut problems = Problems::new(SourceId(0), &file);
    let variables = [Sym::from("a"), Sym::from("b")];
    let sets = [(Sym::from("others"), 1)];
    let located = Located::new(text, 0..quoted.len(), &quoted);
    let lexicon = Lexicon::built_in();
    let mut checker = Checker { variables: &variables, sets: &sets, lexicon, problems: &mut problems };
    let checked = checker.condition(&located);
    let problems = problems.finish();
    assert_eq!(checked.is_none(), !problems.is_empty(), "{text}");
    told(&problems, &file)
}

#[test]
fn types_that_go_together() {
    let table = [
        "a.slot = b.slot",
        "a.value conflicts b.value and a.value agrees 12",
        "a.value before b.time",
        "a.time within b.published",
        "a.who within b.participants",
        "a.place overlaps b.place",
        "a.ordinal < 2 and a.value > 10",
        "count(a.participants) >= 2",
        "known(a.time) = true",
        "possible(a.main) or not known(b.who)",
        "a.class is a \"meet\"",
        "a.who = \"Mara Quist\"",
        "a.text similar b.text",
        "a.published >= 2025-01-01",
        "a.event != b.event",
        "count(others) > 2 or sources(others) = articles(others)",
        "month(a.time) = 5 and quarter(a.day) < quarter(b.day) or year(a.value) != year(2024-05-01)",
        "days(a.time, b.published) > 30 or days(a.value, 2025-01-01) = 3",
        "a.value != b.value to within 5%",
        "a.value = 300 to within 10 or days(a.time, b.time) = 10 to within 2",
    ];
    for text in table {
        assert_eq!(mistakes(text), "");
    }
}

#[test]
fn types_that_do_not() {
    let table = [
        ("a.event < b.event", "a.event"),
        ("a.time < b.ordinal", "b.ordinal"),
        ("a.class before b.time", "a.class"),
        ("a.slot within b.time", "b.time"),
        ("a.main similar b.main", "a.main"),
        ("a.time", "a.time"),
        ("count(a.who) = 1", "a.who"),
        ("possible(a.time)", "a.time"),
        ("a.class is a b.who", "b.who"),
        ("a.place within 'x'", "x"),
        ("12", "12"),
        ("others = 2", "others"),
        ("sources(a.place) = 2", "a.place"),
        ("count(others)", "count(others)"),
        ("others.value = 2", "others"),
        ("a = b.slot", "a"),
        ("known(a.time) and (b.main or a.who)", "a.who"),
        ("month(a.place) = 5", "a.place"),
        ("days(a.time) = 5", "days"),
        ("known(a.time, b.time)", "known"),
        ("days(a.time, b.ordinal) = 5", "b.ordinal"),
        ("a.time = b.time to within 3", "a.time"),
        ("a.value = b.class to within 3", "b.class"),
        ("a.value conflicts b.value to within 5%", "a.value conflicts b.value to within 5%"),
    ];
    for (text, culprit) in table {
        let told = mistakes(&text.replace('\'', "\""));
        assert_eq!(told.matches("rule/type").count(), 1, "{text}: {told}");
        assert!(told.contains(culprit), "{text}: {told}");
        let marked = told.lines().nth(1).unwrap().trim();
        assert!(marked.starts_with(&format!("{culprit:?}")) || culprit == "x", "{text}: {told}");
    }
}

#[test]
fn every_operator_and_function_can_be_written_and_is_documented() {
    let types =
        [Type::Number, Type::Text, Type::Entity, Type::Entities, Type::Time, Type::Quantity, Type::Any];
    for operator in Operator::ALL {
        let text = format!("a.x {} b.y", operator.symbol());
        let NodeKind::Compare(read, _) = parse(&text).unwrap().kind else { panic!("{text}") };
        assert_eq!(read, operator);
        assert!(types.iter().any(|t| operator.admits(*t) && operator.joins(*t, *t)), "{text}");
        assert!(operator.doc().len() > 10 && operator.takes().len() > 8);
        if let Some(mirrored) = operator.mirrored() {
            assert_eq!(mirrored.mirrored(), Some(operator));
        }
    }
    for function in Function::ALL {
        let argument = match function.takes() {
            Some(Type::Truth) => "a.main",
            Some(Type::Entities) => "a.place",
            Some(_) => "a.value",
            None => "others",
        };
        let arguments = vec![argument; function.arity()].join(", ");
        let call = format!("known({}({arguments}))", function.name());
        assert_eq!(mistakes(&call), "");
        assert!(function.doc().len() > 10);
    }
    for field in Field::ALL {
        assert_eq!(mistakes(&format!("known(a.{})", field.name())), "");
    }
}
