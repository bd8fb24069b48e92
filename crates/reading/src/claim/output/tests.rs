use super::*;

/// The claims of a sentence: "subject | predicate | argument | ...".
fn told(text: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = crate::claim::read(&article, lexicon);
    let line = |t: Tuple| [vec![t.subject, t.predicate], t.arguments].concat().join(" | ");
    tuples(&article, lexicon, &reading, 0).into_iter().map(line).collect()
}

#[test]
fn what_is_tried_and_what_is_done_are_told_in_one() {
    let cases = [
        ("The baker tried to sell the oven in May.", "The baker | tried to sell | the oven | in May"),
        ("The baker was able to sell the oven.", "The baker | was able to sell | the oven"),
        ("The baker began selling ovens.", "The baker | began selling | ovens"),
        ("The baker had to quickly sell the oven.", "The baker | had to quickly sell | the oven"),
    ];
    for (text, claim) in cases {
        assert_eq!(told(text), [claim]);
    }
}

#[test]
fn adverbs_go_with_their_verb() {
    assert_eq!(told("The baker often praises his oven."), ["The baker | often praises | his oven"]);
}
