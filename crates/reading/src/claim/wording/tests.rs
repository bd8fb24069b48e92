use super::*;

fn compared(text: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = crate::claim::read(&article, lexicon);
    let words = wordings(&article, &reading.quotes, lexicon);
    words.iter().map(|q| q.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn what_is_only_style_is_the_same() {
    let a = compared("\"It's the third colour, and we won't do without e-mail,\" Ana Kovac said.");
    let b = compared("\"It is the 3rd color, and we will not do without e-mail,\" Ana Kovac said.");
    assert_eq!(a, b);
}

#[test]
fn figures_have_one_form_and_order() {
    let one =
        |figure: &str| compared(&format!("Ana Kovac said: \"We build it for {figure} again.\"")).concat();
    let same = [
        ["$2 million", "two million dollars"],
        ["US$1.5bn", "1.5 billion dollars"],
        ["£300,000", "300,000 pounds"],
        ["two hundred and six", "206"],
        ["twenty-five", "25"],
        ["fifteen hundred", "1,500"],
        ["one and a half million", "1.5 million"],
        ["half a million", "500,000"],
        ["September 5th", "5 September"],
        ["Sept. 5, 2014", "5 September 2014"],
        ["6.30 p.m.", "6:30 pm"],
        ["'90s", "nineties"],
        ["1990s", "90s"],
    ];
    same.iter().for_each(|[a, b]| assert_eq!(one(a), one(b)));
    let others = [
        ["$2 million", "$3 million"],
        ["$2 million", "£2 million"],
        ["1.5 million", "15 million"],
        ["September 5", "September 6"],
        ["twenty five or", "twenty or five"],
        ["1990s", "1980s"],
        ["1890s", "90s"],
    ];
    others.iter().for_each(|[a, b]| assert_ne!(one(a), one(b)));
}

#[test]
fn what_is_left_out_or_put_in_is_a_cut() {
    let words = compared("Ana Kovac said: \"We build ... the house [on the hill] (sic) again.\"");
    assert_eq!(words, ["we build  the house  again"]);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    let words = compared("Ana Kovac said: \"We build the house.\n\n\"Then we build the bridge.\"");
    assert_eq!(words, ["we build the house then we build the bridge"]);
}

#[test]
fn a_quotation_ends_in_a_later_paragraph() {
    let words = compared("Ana Kovac said: \"We build the house.\nThen we build the bridge. \"\nShe left.");
    assert_eq!(words, ["we build the house then we build the bridge"]);
}

#[test]
fn a_mark_that_is_never_closed_opens_nothing() {
    let words = compared("Ana Kovac said: \"They build the house.\n\nThe town calls it \"a big house\" now.");
    assert_eq!(words, ["a big house"]);
}

#[test]
fn a_mark_that_was_never_opened_ends_what_began_with_its_paragraph() {
    let words =
        compared("It was a big house, \" she said. Ana Kovac left. \"We build the bridge, \" he said.");
    assert_eq!(words, ["it was a big house", "we build the bridge"]);
    // Behind a quotation of its own paragraph a stray mark ends nothing.
    let words = compared("\"We build the bridge,\" he said. She left the house\" early.");
    assert_eq!(words, ["we build the bridge"]);
}

#[test]
fn what_is_set_apart_is_said_by_whoever_says_i() {
    let words = compared("Below is the statement:\n\nI build the house.\n\nThe town is old.");
    assert_eq!(words, ["i build the house"]);
    let words = compared("Ana Kovac said: \"We build the house.\n\nThe town is old.");
    assert_eq!(words, ["we build the house"]);
}

#[test]
fn masked_words_and_spaced_dots_are_cuts() {
    for text in [
        "\"We built this sh*t . . . house for Mr R—, too,\" he said.",
        "\"We built this s**t ... house for Mr X—, too,\" he said.",
    ] {
        assert_eq!(compared(text), ["we built this  house for mr  too"], "{text}");
    }
    // Words that break off are whole.
    assert_eq!(compared("\"Where do I—your builder—go?\" he said."), ["where do i your builder go"]);
    let a = compared("\"They don't build,\" he said.").concat();
    let b = compared("\"They dont build,\" he said.").concat();
    assert_eq!(a.replace(' ', ""), b.replace(' ', ""));
}

#[test]
fn a_quotation_in_a_quotation_belongs_to_it() {
    let words = compared("Ana Kovac said: “They call it ‘the big house’ in town.”");
    assert_eq!(words, ["they call it the big house in town"]);
    // An apostrophe that looks like a mark hides none.
    let words = compared("The ' was odd. Ana Kovac said: \"We build the bridge.\"");
    assert_eq!(words, ["we build the bridge"]);
}

#[test]
fn names_of_one_company_and_of_one_group_are_the_same() {
    let a = compared("\"We sold Acme.com to a hundred friends of ISIL,\" Ana Kovac said.");
    let b = compared("\"We sold Acme to a 100 friends of ISIS,\" Ana Kovac said.");
    assert_eq!(a, b);
}

#[test]
fn small_words_are_told_from_others() {
    let lexicon = Lexicon::built_in();
    let article =
        Article::from_text("\"We really have built the big house there,\" Ana Kovac said.", lexicon);
    let reading = crate::claim::read(&article, lexicon);
    let words = wordings(&article, &reading.quotes, lexicon).concat();
    let content: Vec<&str> =
        words.iter().filter(|w| w.weight == Weight::Content).map(|w| w.text.as_str()).collect();
    assert_eq!(content, ["really", "built", "big", "house"]);
}
