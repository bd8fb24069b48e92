use super::*;
use crate::graph::Extent;
use crate::graph::extract::Locus;
use crate::graph::testing::graph_of;

/// The words of which the graph takes one for a slip of another.
fn slips(articles: &[&str]) -> Vec<String> {
    let named: Vec<(&str, &str)> = ["Morning Post", "Evening Star", "Daily News", "Weekly Mail"]
        .into_iter()
        .zip(articles.iter().copied())
        .collect();
    let graph = graph_of(&named);
    let of_role = graph.statements().filter(|(_, s)| s.role == "name");
    of_role.map(|(_, s)| s.value.text(&graph)).collect()
}

const KOVACEVIC: &str =
    "Judge Ana Kovacevic closed the case in Zagreb on Monday. Lawyers of the harbour thanked Ana Kovacevic.";

#[test]
fn a_letter_that_is_missing_is_a_slip() {
    let found = slips(&[
        KOVACEVIC,
        "Judge Ana Kovacevc closed the case in Zagreb on Monday, lawyers of the harbour said.",
    ]);
    assert_eq!(found, ["Kovacevic", "Kovacevc"]);
}

#[test]
fn how_another_story_spells_the_name_is_no_news() {
    let court = "Judge Ana Kovacevic closed the case of Zoran Dedijer and Ivo Vuletin in Zagreb on Monday. Lawyers \
                 of the harbour thanked Kovacevic. The verdict on the stolen cranes is expected in May.";
    let slip = "Judge Ana Kovacevc closed the case of Zoran Dedijer and Ivo Vuletin in Zagreb on Monday, lawyers of \
                the harbour said. The verdict on the stolen cranes is expected in May.";
    let choir = "Kovacevic sang Schubert songs at a concert in Lima, Peru. Dedijer played the piano, and Vuletin the \
                 flute. Children danced in the garden of the museum until it rained. Tickets had cost nothing, and \
                 cake was sold. The orchestra travels on to Quito, where spring has come early this year.";
    let again = "Children danced in the garden of the museum in Lima, Peru, at a concert of Schubert songs. Kovacevic \
                 sang, Dedijer played the piano and Vuletin the flute, until it rained. Cake was sold. The orchestra \
                 travels on to Quito, where spring has come early.";
    assert_eq!(slips(&[court, slip, choir, again]), ["Kovacevic", "Kovacevc"]);
    assert_eq!(slips(&[slip, choir]), ["Kovacevc", "Kovacevic"]);
}

#[test]
fn two_people_of_one_article_are_none() {
    let both =
        "Petra Holman and Ana Holmar won the race in Zagreb on Monday. Ana Holmar thanked Petra Holman.";
    assert!(slips(&[both, "Petra Holman and Ana Holmar won the race in Zagreb on Monday."]).is_empty());
}

#[test]
fn given_names_of_two_people_are_none() {
    let found = slips(&[
        "Harbour spokesman Zoran Dedijer said in Zagreb on Monday that the bridge is closed.",
        "Harbour spokesman Zorin Vuletin said in Zagreb on Monday that the bridge is closed.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn plurals_and_words_that_everybody_knows_are_none() {
    let found = slips(&[
        "The Harbour Office of Zagreb closed the case on Monday.",
        "The Harbour Offices of Zagreb closed the case on Monday.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_place_and_what_is_of_it_are_two_words() {
    let found = slips(&[
        "A storm hit the coast of Valdorenia on Monday, officials of Valdorenia said in Zagreb.",
        "A storm hit the Valdorenian coast on Monday, officials of Valdorenia said in Zagreb.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_letter_wrong_or_exchanged_shares_a_key() {
    for (a, b) in [
        ("kovacevic", "kovacevc"),
        ("hadaddi", "haddadi"),
        ("kovac", "kovak"),
        ("olmanovski", "olmonowski"),
        ("almenara", "elmentara"),
        ("haddadi", "addadio"),
        ("kovacevicova", "kvacevcova"),
    ] {
        let shared = keys(a).iter().any(|key| keys(b).contains(key));
        assert!(shared, "{a} {b}");
    }
}

/// Articles by their names, none of them of one theme.
fn apart(articles: &[&str]) -> (Vec<(u32, Spelled<()>)>, Vec<StoryId>) {
    let spelled = |word: &str| Spelled {
        word: Sym::from(word),
        written: Sym::from(word),
        locus: Locus { extent: Extent::default(), speaker: None },
        count: 1,
        before: Default::default(),
        given: Default::default(),
        behind: Default::default(),
        around: Default::default(),
        capitals: false,
        known: false,
    };
    let names = (0..).zip(articles).flat_map(|(number, names)| names.split(' ').map(move |n| (number, n)));
    let found = names.map(|(number, name)| (number, spelled(name))).collect();
    (found, (0..articles.len() as u32).map(StoryId).collect())
}

#[test]
fn articles_that_share_three_rare_names_are_of_one_circle() {
    let (found, themes) =
        apart(&["dedijer vuletin kovacevic", "olmanov dedijer", "dedijer vuletin kovacevic"]);
    let circles = circles(&found, &themes);
    assert_ne!(circles[0], circles[1]);
    // Only the next article that has a name is looked at.
    assert_ne!(circles[0], circles[2]);
    let (found, themes) = apart(&["dedijer vuletin kovacevic", "vuletin kovacevic dedijer", "olmanov"]);
    let circles = super::circles(&found, &themes);
    assert_eq!(circles[0], circles[1]);
    assert_ne!(circles[0], circles[2]);
}

#[test]
fn circles_do_not_grow_without_end() {
    // Each article shares three names with the next.
    let chain: Vec<String> =
        (0..2 * LARGEST).map(|n| format!("a{n} b{n} c{n} a{0} b{0} c{0}", n + 1)).collect();
    let (found, themes) = apart(&chain.iter().map(String::as_str).collect::<Vec<_>>());
    let circles = circles(&found, &themes);
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    circles.iter().for_each(|circle| *sizes.entry(*circle).or_default() += 1);
    assert_eq!(sizes.values().max(), Some(&LARGEST));
}

#[test]
fn a_short_form_of_a_given_name_is_no_other_one() {
    let names = |names: &[&str]| -> Vec<Sym> { names.iter().map(|n| Sym::from(*n)).collect() };
    let others = |a: &[&str], b: &[&str]| {
        let (a, b) = (names(a), names(b));
        are_others(&a.iter().collect(), &b.iter().collect())
    };
    assert!(others(&["petra"], &["boris"]));
    assert!(!others(&["dan"], &["daniel"]));
    assert!(!others(&["lisbeth"], &["lizbeth"]));
    assert!(!others(&["petra", "ana"], &["ana"]));
    assert!(!others(&[], &["ana"]));
}

#[test]
fn among_very_many_words_two_are_alike_by_chance() {
    let pair = |among| Pair { members: [vec![], vec![]], features: [0.0; weights::SPELLING.len()], among };
    let few = pair(2).probability();
    assert_eq!(few, pair(250).probability());
    let odds = |p: f64| p / (1.0 - p);
    let twice = odds(pair(500).probability());
    assert!((twice * 2.0 - odds(few)).abs() < 1e-9, "{twice}");
}
