use super::*;

fn pairs(all: &[(u32, u32, f64)]) -> Vec<((u32, u32), f64)> {
    all.iter().map(|(a, b, probable)| ((*a, *b), *probable)).collect()
}

#[test]
fn the_most_probable_pairs_join_first() {
    let found = chains(4, &pairs(&[(0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.8)]), 0.4);
    assert_eq!(found, [vec![0, 1], vec![2, 3]]);
}

#[test]
fn a_cluster_joins_by_its_average() {
    let triangle = [(0, 1, 0.9), (0, 2, 0.5), (1, 2, 0.3)];
    assert_eq!(chains(3, &pairs(&triangle), 0.4), [vec![0, 1, 2]]);
    assert_eq!(chains(3, &pairs(&triangle), 0.41), [vec![0, 1], vec![2]]);
    // What is no candidate counts as nought.
    assert_eq!(chains(3, &pairs(&triangle[..2]), 0.3), [vec![0, 1], vec![2]]);
}

#[test]
fn what_cannot_be_one_keeps_its_clusters_apart() {
    let apart = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.8), (0, 2, 0.9), (1, 3, 0.9), (0, 3, f64::NEG_INFINITY)];
    let found = chains(4, &pairs(&apart), 0.1);
    assert!(found.iter().all(|chain| !(chain.contains(&0) && chain.contains(&3))), "{found:?}");
    assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 4);
}

#[test]
fn every_mention_is_in_one_chain_in_any_order_of_pairs() {
    let all: Vec<(u32, u32, f64)> = (0..40u32)
        .flat_map(|a| (a + 1..40).map(move |b| (a, b, f64::from((a * 31 + b * 17) % 97) / 97.0)))
        .collect();
    let found = chains(40, &pairs(&all), 0.45);
    let mut mentions = found.concat();
    mentions.sort_unstable();
    assert_eq!(mentions, (0..40).collect::<Vec<u32>>());
    let backwards: Vec<_> = all.iter().rev().copied().collect();
    assert_eq!(chains(40, &pairs(&backwards), 0.45), found);
}

#[test]
fn the_table_has_a_weight_for_each_feature() {
    let weights = Weights::built_in();
    assert!((0.05..0.95).contains(&weights.cut));
    for model in [&weights.same, &weights.family, &weights.sense] {
        assert!(model.weights.iter().filter(|weight| **weight != 0.0).count() > FEATURES / 3);
    }
}

#[test]
fn participants_and_days_part_what_one_word_ties() {
    let weights = Weights::built_in();
    let probability = |changed: &[(&str, f64)]| {
        let mut features = [0.0; FEATURES];
        for (name, value) in [("rare", 0.5), ("articles", 0.4)].iter().chain(changed) {
            features[NAMES.iter().position(|own| own == name).expect("a feature")] = *value;
        }
        weights.probability(&Candidate { pair: (0, 1), tie: Tie::Same, features, weeks_apart: false })
    };
    assert!(probability(&[("subject_same", 1.0)]) > probability(&[]));
    assert!(probability(&[("subject_other", 1.0)]) < probability(&[]));
    assert!(probability(&[("one_sentence", 1.0)]) < probability(&[]));
}

#[test]
fn one_word_over_and_over_makes_no_more_pairs() {
    let session = |times: usize| {
        let graph = crate::graph::testing::graph_of(&[("Post", &"Police said so. ".repeat(times))]);
        let parsed = {
            let lexicon = crate::lexicon::Lexicon::built_in();
            let article = crate::article::Article::from_text(&"Police said so. ".repeat(times), lexicon);
            let reading = crate::claim::read(&article, lexicon);
            let (outlet, name) = Default::default();
            crate::graph::Parsed { article, reading, part: crate::diagnostic::Part::Draft, outlet, name }
        };
        let known = Known::of(&graph).pop().expect("an article");
        let tells = &crate::claim::trigger::eventive::tells;
        candidates(vec![Told::of(0, &parsed, &known, &graph.lexicon, tells)])
    };
    let (few, many) = (session(40), session(80));
    assert!(few.0.len() < many.0.len());
    assert_eq!(few.1.len(), many.1.len());
}

/// What is left out of a question about a role is what tells of it, and nothing else.
#[test]
fn a_role_is_left_out_by_its_features() {
    let about = |aspect: Aspect| {
        let candidate = |at: usize| {
            let mut features = [0.0; FEATURES];
            features[at] = 1.0;
            Candidate { pair: (0, 1), tie: Tie::Same, features, weeks_apart: false }
        };
        let mut weights = Weights::built_in().clone();
        weights.same.weights = [1.0; FEATURES];
        let unchanged =
            |at: &usize| weights.without(&candidate(*at), aspect) == weights.probability(&candidate(*at));
        (0..FEATURES).filter(|at| !unchanged(at)).map(|at| NAMES[at]).collect::<Vec<_>>()
    };
    assert_eq!(about(Aspect::Subject), ["subject_same", "subject_shared", "subject_other"]);
    assert_eq!(about(Aspect::Object), ["object_same", "object_shared", "object_other"]);
    assert_eq!(about(Aspect::Argument), ["arguments"]);
    assert_eq!(about(Aspect::Graph), ["merged"]);
}
