use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;
use crate::rules::testing::told;

/// A house of one file, held against its own words.
fn house(text: &str) -> House {
    let mut house = House::default();
    house.add_text("house.toml".into(), text.into());
    let lexicon = house.lexicon();
    house.check(&lexicon);
    house
}

/// What is wrong with the one file of a house.
fn mistakes(house: &House) -> String {
    house.files.iter().map(|file| told(&file.problems, &file.file)).collect()
}

#[test]
fn every_broken_lexicon_says_what_is_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-lexicons");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 4);
    for path in files {
        let house = house(&std::fs::read_to_string(&path).unwrap());
        assert!(!mistakes(&house).is_empty(), "{}", path.display());
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(format!("broken-{name}"), mistakes(&house));
    }
}

#[test]
fn the_templates_and_the_guide_have_no_mistakes() {
    for text in [
        include_str!("../../app/rules/new/lexicon.toml"),
        include_str!("../../../docs/desk/lexicon/harbour.toml"),
    ] {
        let house = house(text);
        assert_eq!(mistakes(&house), "");
        assert!(!house.files[0].words.facts.is_empty() && !house.files[0].words.tests.is_empty());
    }
}

#[test]
fn what_the_project_says_of_a_word_counts_for_more() {
    let words = r#"
        [event.recall]
        verbs = ["recall"]
        counts = "recalled"
        is = "seizure"
        [event.arrest]
        nouns = ["strike"]
        [event.seizure]
        verbs = ["take"]
        [title]
        office = ["lock keeper"]
        [[ladder]]
        name = "pilots"
        rungs = [{ rank = ["second pilot"] }, { rank = ["first pilot"], short = ["pilot"] }]
        [[place]]
        name = "Paris"
        kind = "city"
        in = "Texas"
        demonym = ["Parisian"]
        [[alias]]
        name = "Harbour Authority of Selby"
        also = ["HAS"]
    "#;
    let lexicon = house(words).lexicon();
    let entry = |word: &str| *lexicon.look_up(word);
    let class = |name: &str| lexicon.class_named(name).unwrap();
    assert_eq!(entry("recall").verb.map(|(class, _)| class), Some(class("recall")));
    assert!(lexicon.is_a(class("recall"), class("seizure")));
    assert_eq!(entry("strike").noun, Some(class("arrest")), "another class had the noun");
    assert_eq!(entry("arrest").noun, Some(class("arrest")), "what the file leaves out stays");
    assert!(lexicon.has("lock keeper", crate::lexicon::Sense::Office));
    let conflict = |a: &str, b: &str| lexicon.ranks_conflict(a, b);
    assert_eq!(conflict("first pilot", "second pilot"), Some(true));
    assert_eq!(conflict("first pilot", "pilot"), Some(false));
    let texas = lexicon.likeliest_place("Texas").unwrap();
    assert!(lexicon.lies_in(lexicon.places_named("Paris")[0], texas));
    assert!(lexicon.lies_in(lexicon.demonym("Parisian").unwrap(), texas));
    assert_eq!(lexicon.full_name_of("HAS").unwrap(), "Harbour Authority of Selby");
    assert_eq!(lexicon.full_name_of("IBM"), None);
    assert_eq!(Lexicon::built_in().class_named("recall"), None);
}

#[test]
fn facts_and_mistakes_stand_in_their_file() {
    let house = house("[[fact]]\nname = \"Ylva Sandmark\"\n[[place]]\nname = 'X'\nkind = 'twon'");
    let mut sources = SourceMap::default();
    sources.add(SourceFile::new("article.txt".into(), "Ylva".into(), OffsetMap::identity()));
    let (facts, problems) = (house.facts(&mut sources), house.problems(&mut sources));
    let slice = |source, span| sources.get(source).slice(span).to_owned();
    assert_eq!(slice(facts[0].source, facts[0].span), "Ylva Sandmark");
    assert_eq!(slice(problems[0].labels[0].source, problems[0].labels[0].span), "twon");
    assert_eq!(problems[0].code.as_str(), "lexicon/bad-value");
}

#[test]
fn facts_of_two_files_may_not_contradict_each_other() {
    let told_of = |first: &str, second: &str| {
        let mut house = House::default();
        house.add_text("a.toml".into(), first.into());
        house.add_text("b.toml".into(), second.into());
        house.check(&house.lexicon());
        mistakes(&house)
    };
    let holder =
        |name: &str, more: &str| format!("[[fact]]\noffice = 'mayor of Selby'\nholder = '{name}'\n{more}");
    let told = told_of(&holder("Ylva Holm", ""), &holder("Omar Holm", ""));
    assert!(
        told.contains("two holders of one office") && told.contains("the first one is a.toml:3"),
        "{told}"
    );
    assert_eq!(
        told_of(&holder("Ylva Holm", "until = 2024-01-01"), &holder("Omar Holm", "from = 2024-01-01")),
        ""
    );
    assert_eq!(told_of(&holder("Ylva Holm", ""), &holder("Ylva Holm", "")), "");
    let told = told_of("[[fact]]\nname = 'Jon Holm'", "[[fact]]\nname = 'John Holm'\nnot = ['Jon Holm']");
    assert!(told.contains("one fact calls a name right"), "{told}");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(\\[\\[?[a-z.]{1,9}\\]\\]?|name|text|not|[a-z]{1,6}| = |\"[A-Za-z' ]{0,9}\"|\\[|\\]|\\{|\\}|2024-01-01|\n){0,30}") {
        let mut house = House::default();
        house.add_text("any.toml".into(), text.as_str().into());
        house.check(Lexicon::built_in());
        for label in house.files[0].problems.iter().flat_map(|p| &p.labels) {
            prop_assert!(label.span.end as usize <= text.len() + 1);
        }
    }
}

#[test]
fn dictionary_forms_are_told_from_others() {
    let told =
        |list: &str, word: &str| !mistakes(&house(&format!("[event.x]\n{list} = ['{word}']"))).is_empty();
    for verb in "exceed proceed embed wed need feed bring ring focus pass process discuss dress undergo shed"
        .split(' ')
    {
        assert!(!told("verbs", verb), "{verb}");
    }
    for noun in "crisis bus gas series talk boss process pass analysis".split(' ') {
        assert!(!told("nouns", noun), "{noun}");
    }
    for verb in ["recalled", "recalls", "recalling", "called out"] {
        assert!(told("verbs", verb), "{verb}");
    }
    assert!(told("nouns", "recalls") && told("nouns", "Recall"));
}
