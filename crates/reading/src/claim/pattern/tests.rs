use crate::article::Article;
use crate::claim::attribute::{Attribute, AttributeKind, AttributeValue, Reference};
use crate::claim::{self, Reading};
use crate::lexicon::{Gender, Lexicon};

fn read(text: &str) -> (Article, Reading) {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    (article, reading)
}

/// The words and the qualifiers of the attributes of one kind.
fn found(text: &str, kind: &AttributeKind) -> Vec<(String, String)> {
    let (article, reading) = read(text);
    let told = |a: &Attribute| {
        let of = a.qualifier.as_ref().map(|q| q.words.to_string()).unwrap_or_default();
        (article.phrase(a.tokens).to_owned(), of)
    };
    reading.attributes.iter().filter(|a| a.kind == *kind).map(told).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(words, of)| (words.to_string(), of.to_string())).collect()
}

#[test]
fn ages_stand_before_and_behind_names() {
    assert_eq!(
        found("Police found 36-year-old Vera Holm.", &AttributeKind::Age),
        pairs(&[("36-year-old Vera Holm", "")])
    );
    assert_eq!(found("Vera Holm, 36, was found.", &AttributeKind::Age).len(), 1);
    assert_eq!(found("Vera Holm was 18 at the time.", &AttributeKind::Age), []);
    for text in [
        "Vera Holm was 18 years old at the time.",
        "Vera Holm was 28 years old in 1989.",
        "Vera Holm is 65 next week.",
        "Vera Holm is not 92.",
        "Vera Holm is 36 under par.",
        "The murder of 15-year-old Vera Holm in 1998 shocked Lyon.",
        "A 47-year-old teacher, his wife Vera, and a son came.",
        "In 2001 Vera Holm, 23, was elected.",
        "Explorer6, 7 and 8 have the flaw.",
        "The flaw is in Explorer, 6, 7 and 8.",
    ] {
        assert_eq!(found(text, &AttributeKind::Age), [], "{text}");
    }
    assert_eq!(found("By then Vera Holm will be 92 years old.", &AttributeKind::Age), []);
    for text in [
        "Vera Holm was also 36 years old.",
        "Vera Holm, 36 years old, was found.",
        "Vera Holm, aged 36, was found.",
        "Vera Holm is now 36.",
    ] {
        assert_eq!(found(text, &AttributeKind::Age).len(), 1, "{text}");
    }
    assert_eq!(found("Vera Holm and Jan Dahl, aged 36 and 41, were found.", &AttributeKind::Age), []);
}

#[test]
fn homes_follow_a_name_or_a_verb_of_living() {
    assert_eq!(
        found("Vera Holm, 36, of Lyon was found.", &AttributeKind::Home),
        pairs(&[("Vera Holm, 36, of Lyon", "")])
    );
    assert_eq!(
        found("Vera Holm, 36, from Lyon, was found.", &AttributeKind::Home),
        pairs(&[("Vera Holm, 36, from Lyon", "from")])
    );
    assert_eq!(found("Police freed Vera Holm from Lyon prison.", &AttributeKind::Home), []);
    assert_eq!(
        found("Vera Holm, who lives in Lyon, was found.", &AttributeKind::Home),
        pairs(&[("lives in Lyon", "")])
    );
}

#[test]
fn numbers_in_brackets_are_no_ages_where_ages_stand_between_commas() {
    assert_eq!(found("Vera Holm (36) was found.", &AttributeKind::Age).len(), 1);
    let both = "Vera Holm (31) led the scoring. Holm, 26, was glad.";
    assert_eq!(found(both, &AttributeKind::Age), pairs(&[("Holm, 26", "")]));
}

#[test]
fn ages_of_people_who_are_named_or_identified_and_at_death() {
    for text in [
        "Police found a 36-year-old woman named Vera Holm.",
        "Police found a 36-year-old identified as Vera Holm.",
        "The 36-year-old, Vera Holm, was found.",
        "Vera Holm (aged 36) was found.",
        "Vera Holm died at the age of 36.",
        "Vera Holm died, aged 36.",
        "Vera Holm, at 36, won the race.",
        "John Hale, M.D., 46, was found.",
        "John Hale, Jr., 46, was found.",
        "It began when Vera Holm, a 49-year-old teacher, was seen.",
        "Vera Holm of Kent, 36, was found.",
        "The captain, Vera Holm, 36, was found.",
        "Police found the captain, Vera Holm, 36.",
        "Vera Holm has died at 36.",
        "Vera Holm, at 36 the oldest member, won.",
        "At 36, Vera Holm is the oldest member.",
        "Vera Holm, who turned 36 in March, won.",
        "Vera Holm, eight, was found.",
        "Vera Holm is 36 years of age.",
        "The last to be found was Vera Holm, a 36-year-old retired nurse.",
    ] {
        assert_eq!(found(text, &AttributeKind::Age).len(), 1, "{text}");
    }
    for text in [
        "Vera Holm turned 36 in 2001.",
        "Vera Holm, who turns 36 in March, won.",
        "Vera Holm died at 6.",
        "Vera Holm died at 36 Mill Street.",
        "The captains, Vera Holm, 9, won.",
        "Vera Holm won at the age of 36.",
        "Vera Holm, at 6, scored.",
        "The then 15-year-old Vera Holm was found.",
        "When Vera Holm was 18, she lost.",
        "Vera Holm, mother of Karl, 9, was found.",
        "Police found then-15-year-old Vera Holm.",
        "Vera Holm did not die at the age of 36.",
        "Police found a 36-year-old woman and Vera Holm.",
        "Vera Holm (36 goals) was found.",
        "Vera Holm (36) scored in Lyon.",
        "Vera Holm (4) beat Ana Lind (11) in Lyon.",
    ] {
        assert_eq!(found(text, &AttributeKind::Age), [], "{text}");
    }
}

#[test]
fn where_people_live_is_not_where_they_are_from() {
    for text in ["Vera Holm, of Lyon, was found.", "Vera Holm, a resident of Lyon, was found."] {
        assert_eq!(found(text, &AttributeKind::Home).len(), 1, "{text}");
    }
    for text in [
        "Vera Holm, formerly of Lyon, was found.",
        "Vera Holm is from Lyon.",
        "Vera Holm, a native of Lyon, sang.",
    ] {
        assert_eq!(found(text, &AttributeKind::Home), [], "{text}");
    }
}

/// How many each count of a role is of, with whom.
fn counted(text: &str, role: &'static str) -> Vec<(String, String)> {
    found(text, &AttributeKind::Count(crate::symbol::Sym::new_static(role)))
}

#[test]
fn deaths_injuries_and_arrests_count_as_those_to_whom_they_happened() {
    for text in [
        "The blast claimed nine lives.",
        "The blast claimed the lives of nine people.",
        "Nine people lost their lives in the blast.",
        "Nine lives were lost.",
        "Nine people were confirmed dead.",
        "Nine deaths were reported.",
        "There were nine deaths in the blast.",
        "The blast claimed nine victims.",
    ] {
        let told: Vec<String> = counted(text, "killed").into_iter().map(|(_, of)| of).collect();
        assert!(!told.is_empty() && told.iter().all(|of| of == "person"), "{text}: {told:?}");
    }
    assert!(!counted("Nine injuries were reported.", "injured").is_empty());
    assert!(!counted("Police made nine arrests.", "arrested").is_empty());
    assert!(!counted("Nine people were taken to hospital.", "hospitalized").is_empty());
    assert!(!counted("The death of nine people was reported.", "killed").is_empty());
    assert!(counted("The firm lost nine contracts.", "killed").is_empty());
    assert!(counted("Nine more deaths were reported.", "killed").is_empty());
    assert!(counted("Police have so far arrested a total of nine people.", "arrested").is_empty());
    assert!(counted("Two soldiers who were wounded by a bomb on Sunday have died.", "killed").is_empty());
    assert!(!counted("Police have so far arrested nine people.", "arrested").is_empty());
}

#[test]
fn punishments_have_a_length() {
    for text in [
        "Vera Holm was sentenced to four years in prison.",
        "Vera Holm was jailed for four years.",
        "A judge gave Vera Holm four years in prison.",
        "Vera Holm received a four-year prison sentence.",
    ] {
        let told: Vec<String> = found(text, &AttributeKind::Extent).into_iter().map(|(_, of)| of).collect();
        assert_eq!(told, ["term"], "{text}");
    }
    assert!(found("Vera Holm was not jailed for four years.", &AttributeKind::Extent).is_empty());
}

#[test]
fn quakes_are_measured() {
    for text in ["The earthquake measured 5.8.", "The quake registered 5.8."] {
        assert_eq!(found(text, &AttributeKind::Measure).len(), 1, "{text}");
    }
    assert!(found("The room measured 5.8.", &AttributeKind::Measure).is_empty());
}

#[test]
fn a_distance_has_a_landmark_and_may_have_a_direction() {
    let text = "The quake struck 20 miles north of Lyon.";
    let words = "20 miles north of Lyon";
    let expected = pairs(&[(words, "distance"), (words, "direction at 20 mile")]);
    assert_eq!(found(text, &AttributeKind::Distance), expected);
    assert_eq!(found("It sank 30 miles from Lyon.", &AttributeKind::Distance).len(), 1);
    assert_eq!(found("The crew laid two miles of cable.", &AttributeKind::Distance), []);
}

#[test]
fn a_noun_names_what_is_measured() {
    let text = "The quake struck at a depth of 10 miles.";
    assert_eq!(found(text, &AttributeKind::Measure), pairs(&[("depth of 10 miles", "depth")]));
}

#[test]
fn what_is_counted_is_told_apart() {
    let counted = found("Police seized seven machine guns.", &AttributeKind::Count("seized".into()));
    assert_eq!(counted.into_iter().map(|(_, of)| of).collect::<Vec<_>>(), ["machine gun"]);
}

#[test]
fn an_office_may_come_first() {
    let office = pairs(&[("defence minister, Ann Lee", "")]);
    assert_eq!(found("The defence minister, Ann Lee, spoke.", &AttributeKind::Title), office);
    for text in
        ["The defence minister's wife, Ann Lee, spoke.", "Ann Lee, the defence minister's wife, spoke."]
    {
        let found = found(text, &AttributeKind::Title);
        assert!(found.iter().all(|(words, _)| !words.contains("minister, Ann")), "{text}: {found:?}");
    }
}

#[test]
fn a_title_of_another_time_or_of_somebody_else_is_none() {
    for text in [
        "Ann Lee, a former prime minister, spoke.",
        "Ann Lee became head coach in May.",
        "Ann Lee, who was prime minister until 2012, spoke.",
        "Ann Lee, defence minister at the time, spoke.",
        "Ann Lee is not the prime minister.",
        "Foreign and Defence Minister Ann Lee spoke.",
        "Foreign Minister Ann Lee's predecessor, Bob Roe, spoke.",
    ] {
        let found = found(text, &AttributeKind::Title);
        let told = |(words, _): &(String, String)| words.contains("Bob") || !text.contains("Bob");
        assert!(!found.iter().any(told), "{text}: {found:?}");
    }
    let listed = found(
        "Those present were the prime minister, Bob Roe, the deputy mayor, Ann Lee, and others.",
        &AttributeKind::Title,
    );
    assert!(listed.iter().all(|(words, _)| !words.contains("Bob Roe, the deputy")), "{listed:?}");
}

#[test]
fn a_record_stands_in_brackets() {
    let (_, reading) = read("Falk (31-2) won again.");
    let record = reading.attributes.iter().find(|a| a.kind == AttributeKind::Measure);
    assert!(matches!(record.map(|a| &a.value), Some(AttributeValue::Quantity(q)) if q.amount == 31.0));
}

#[test]
fn phrases_without_a_name_refer() {
    let kinds = |text: &str| read(text).1.references.into_iter().map(|(_, kind)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("She left."), [Reference::One(Gender::Female)]);
    assert_eq!(kinds("Both leaders left."), [Reference::Pair]);
    assert_eq!(kinds("The minister left."), [Reference::Title("minister".into())]);
    assert_eq!(kinds("The 36-year-old actress left."), [Reference::Described("actress".into(), 36)]);
}

/// The sentences of a text that tell of another year or month.
fn background(text: &str) -> Vec<u32> {
    read(text).1.background.iter().map(|(sentence, _)| *sentence).collect()
}

#[test]
fn what_a_relative_clause_dates_leaves_its_sentence_in_the_present() {
    assert_eq!(background("Three men were arrested in August."), [0]);
    assert_eq!(background("Three men, who worked there until August, were arrested."), [0u32; 0]);
    assert_eq!(
        background("Three men were arrested, including Jan Dahl, who was a driver until August."),
        [0u32; 0]
    );
    assert_eq!(background("In August three men, who worked there, were arrested."), [0]);
}

#[test]
fn a_quake_lies_deep_and_what_is_named_lasts_some_time() {
    let depth = |text: &str| found(text, &AttributeKind::Measure).iter().any(|(_, of)| of == "depth");
    for told in [
        "It was centred 10 kilometres below the surface.",
        "It was 10 km deep.",
        "It struck 10 km underground.",
    ] {
        assert!(depth(&format!("A quake struck Norland on Monday. {told}")), "{told}");
        assert!(!depth(&format!("A well was dug in Norland on Monday. {told}")), "{told}");
    }
    assert_eq!(
        found("The siege lasted three hours.", &AttributeKind::Measure),
        pairs(&[("lasted three hours", "length of the siege")])
    );
    assert_eq!(
        found("Police ended a three-hour siege.", &AttributeKind::Measure),
        pairs(&[("three-hour siege", "length of the siege")])
    );
    assert_eq!(
        found("The meeting of the ministers lasted three hours.", &AttributeKind::Measure),
        pairs(&[("lasted three hours", "length of the meeting")])
    );
    for text in [
        "Vera Holm is a three-year veteran.",
        "Vera Holm wrote of three-hour sieges.",
        "The siege will last three hours.",
        "The siege did not last three hours.",
        "Vera Holm lasted three hours.",
    ] {
        assert_eq!(found(text, &AttributeKind::Measure), [], "{text}");
    }
}

#[test]
fn of_some_things_a_report_has_one_number() {
    for (text, words, of) in [
        ("There were 86 people on board.", "86 people", "number of people on board"),
        ("The ship had 86 souls on board.", "86 souls", "number of people on board"),
        ("The bus was carrying 86 people.", "86 people", "number of people on board"),
        ("The bus was carrying 86 passengers.", "86 passengers", "number of passengers on board"),
        ("Two officers fired 11 shots.", "11 shots", "number of shots fired"),
        ("Police said 11 shots were fired.", "11 shots", "number of shots fired"),
        ("Vera Holm was shot seven times.", "seven times", "number of times shot"),
        ("A robber stabbed him seven times.", "seven times", "number of times stabbed"),
        ("The ship had 12 crew members on board.", "12 crew members", "number of crew on board"),
        ("They played before 8,000 spectators.", "8,000 spectators", "attendance"),
        ("The 86 people on board, among them nine children, died.", "86 people", "number of people on board"),
        ("Two of the 86 people on board died.", "86 people", "number of people on board"),
        (
            "Some 4,000 households had no electricity.",
            "Some 4,000 households",
            "number of homes without power",
        ),
        ("Power was cut to 4,000 homes.", "4,000 homes", "number of homes without power"),
        ("A crowd of 8,000 watched.", "8,000", "attendance"),
        ("The match was watched by 8,000 fans.", "8,000 fans", "attendance"),
        ("Some 8,000 people watched it on television.", "Some 8,000 people", "television audience"),
        ("Gusts of 80 miles an hour were measured.", "80 miles an hour", "speed of gusts"),
        ("The fire burned 200 hectares.", "200 hectares", "area burned"),
    ] {
        assert_eq!(found(text, &AttributeKind::Measure), pairs(&[(words, of)]), "{text}");
    }
    for text in [
        "The ship can load 86 cars.",
        "Power was cut to 4,000 homes in Norland and 3,000 in Sudland.",
        "The bus was carrying 86 boxes.",
        "They fired 11 workers.",
        "Vera Holm won seven times.",
        "4,000 homes have power.",
        "Two people watched.",
        "In 2001 a crowd of 8,000 watched.",
    ] {
        assert_eq!(found(text, &AttributeKind::Measure), [], "{text}");
    }
}

#[test]
fn things_have_so_much_of_something() {
    for (text, words, of) in [
        ("The bridge is 300 metres long.", "is 300 metres long", "length of the bridge"),
        ("The tower is 30 metres high.", "is 30 metres high", "height of the tower"),
        ("Norvik weighs six tonnes.", "weighs six tonnes", "weight"),
        ("The bridge cost $40 million.", "cost $40 million", "price of the bridge"),
        ("Norvik employs 5,000 people.", "employs 5,000 people", "number of employees"),
        ("Norvik has 5,000 employees.", "has 5,000 employees", "number of employees"),
    ] {
        assert_eq!(found(text, &AttributeKind::Measure), pairs(&[(words, of)]), "{text}");
    }
    for text in [
        "A bridge is 300 metres long.",
        "The old bridge is 300 metres long.",
        "The bridge is not 300 metres long.",
        "In 1990 the bridge was 300 metres long.",
        "The bridge may cost $40 million.",
        "Norvik has 5,000 people.",
        "The bridge is 300 metres away.",
    ] {
        assert_eq!(found(text, &AttributeKind::Measure), [], "{text}");
    }
}

#[test]
fn the_strength_of_another_quake_is_not_that_of_the_story() {
    let kind = AttributeKind::Measure;
    assert_eq!(found("Nepal was shaken on Thursday. The earthquake had a magnitude of 5.2.", &kind).len(), 1);
    for text in [
        "Nepal was shaken on Thursday. A second earthquake of magnitude 5.2 followed.",
        "Nepal was shaken by aftershocks after the earthquake. The largest of them had a magnitude of 5.2.",
        "Nepal was shaken on Thursday. Ten years ago an earthquake of magnitude 7.8 killed thousands.",
    ] {
        assert_eq!(found(text, &kind), [], "{text}");
    }
}
