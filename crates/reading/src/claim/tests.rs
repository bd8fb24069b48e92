//! What holds for every text: spans, and work in proportion to the length.

use proptest::prelude::*;

use super::input::tests::article as tagged;
use super::work::looks_of;
use super::*;
use crate::article::{Article, BlockKind, Sentence};
use crate::lexicon::Lexicon;

/// Looks at words and chunks that reading may make for each token.
const WORK: u64 = 1_000;

/// An article of one sentence, written "word/TAG word/TAG".
fn sentence(text: &str) -> Article {
    let mut article = tagged(text);
    let tokens = Tokens::new(0, article.tokens.len());
    article.sentences = vec![Sentence { tokens, kind: BlockKind::Paragraph, block: 0 }];
    article
}

fn read(article: &Article) -> Reading {
    super::read(article, Lexicon::built_in())
}

/// Reads a sentence that repeats some words; its work must stay in proportion to its length.
fn repeated(words: &str, times: usize) -> u64 {
    let article = sentence(&words.repeat(times));
    let looks = looks_of(|| drop(read(&article)));
    let most = WORK * article.tokens.len() as u64;
    assert!(looks <= most, "{words}: {looks} looks at {} tokens", article.tokens.len());
    looks
}

#[test]
fn work_grows_with_the_length_of_a_sentence() {
    for words in [
        "that/IN men/NNS said/VBD ",
        "that/IN who/WP which/WDT ",
        "men/NNS who/WP saw/VBD ",
        "man/NN and/CC ",
        "and/CC ",
        ",/, ",
        "man/NN ,/, ",
        "man/NN ,/, who/WP ran/VBD ,/, ",
        "he/PRP said/VBD ,/, ",
        "said/VBD that/IN ",
        "man/NN of/IN ",
        "after/IN men/NNS ",
        "seen/VBN by/IN men/NNS ,/, ",
        "running/VBG ,/, ",
        "to/TO run/VB ",
        "very/RB ",
        "not/RB very/RB ",
        "big/JJ ",
        "$/$ ",
        "million/CD ",
        "million/CD 's/POS ",
        "about/RB ",
        "at/IN least/JJS ",
        "between/IN two/CD ",
        "two/CD of/IN ",
        "last/JJ ",
        "the/DT ",
        "two/CD or/CC ",
        "man/NN 's/POS ",
        "Minister/NNP of/IN ",
        "prime/JJ minister/NN and/CC ",
        "\"/`` men/NNS said/VBD \"/'' ",
        "\"/`` ",
        "(/-LRB- ",
        "man/NN (/-LRB- ",
        "man/NN )/-RRB- ",
    ] {
        let (short, long) = (repeated(words, 300), repeated(words, 3_000));
        assert!(long <= short * 12, "{words}: {short} looks, ten times the words take {long}");
    }
}

#[test]
fn a_sentence_of_a_hundred_thousand_words_is_read() {
    repeated("the/DT old/JJ man/NN who/WP met/VBD her/PRP on/IN Friday/NNP said/VBD that/IN ", 10_000);
}

#[test]
fn deep_brackets_are_read() {
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(10_000), close.repeat(10_000));
    for text in [nested("(/-LRB- ", ")/-RRB- "), nested("man/NN (/-LRB- ", "man/NN )/-RRB- ")] {
        let article = sentence(&text);
        let looks = looks_of(|| drop(read(&article)));
        assert!(looks <= WORK * article.tokens.len() as u64, "{looks} looks");
    }
}

#[test]
fn a_megabyte_of_digits_is_read() {
    let article = sentence(&format!("It/PRP cost/VBD {}/CD ./.", "7".repeat(1 << 20)));
    let looks = looks_of(|| drop(read(&article)));
    assert!(looks <= WORK * article.tokens.len() as u64, "{looks} looks");
}

/// Every claim keeps to its sentence and its verb.
fn check(article: &Article) -> Result<(), TestCaseError> {
    let reading = read(article);
    let all = Tokens::new(0, article.tokens.len());
    let inside = |tokens: Tokens| tokens.start <= tokens.end && all.contains(tokens);
    for phrase in &reading.phrases {
        prop_assert!(inside(phrase.tokens) && inside(phrase.titles) && inside(phrase.name), "{phrase:?}");
        prop_assert!(
            phrase.tokens.contains(Tokens { start: phrase.head, end: phrase.head + 1 }),
            "{phrase:?}"
        );
    }
    for time in &reading.times {
        prop_assert!(inside(time.tokens) && !time.tokens.is_empty(), "{time:?}");
    }
    for claim in &reading.claims {
        let sentence = article.sentences[claim.sentence as usize].tokens;
        let said = claim.predicate.tokens;
        prop_assert!(
            sentence.contains(said)
                && sentence.contains(Tokens { start: claim.predicate.head, end: claim.predicate.head + 1 }),
            "{claim:?}"
        );
        for argument in claim.subject.iter().chain(&claim.arguments) {
            prop_assert!(sentence.contains(argument.tokens) && !argument.tokens.is_empty(), "{claim:?}");
            // In "14 missing" one phrase says what happened and to whom.
            let apart = claim.origin == Origin::Nominal || !argument.tokens.overlaps(said);
            prop_assert!(said.is_empty() || apart, "{claim:?}");
            let span = article.phrase(argument.tokens);
            prop_assert!(!span.is_empty(), "{claim:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn claims_of_any_text_keep_to_their_sentences(text in ".{0,400}") {
        check(&Article::from_text(&text, Lexicon::built_in()))?;
    }

    #[test]
    fn claims_of_any_words_keep_to_their_sentences(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        check(&Article::from_text(&words.join(" "), Lexicon::built_in()))?;
    }

    #[test]
    fn claims_of_any_tags_keep_to_their_sentences(tags in prop::collection::vec(prop::sample::select(TAGGED), 0..40)) {
        check(&sentence(&tags.join(" ")))?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&Article::from_text(&String::from_utf8_lossy(&bytes), Lexicon::built_in()))?;
    }
}

/// Words on which the grammar turns.
const WORDS: &[&str] = &[
    "the",
    "a",
    "his",
    "no",
    "this",
    "that",
    "who",
    "which",
    "what",
    "and",
    "or",
    "but",
    ",",
    ".",
    ":",
    "–",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "'s",
    "of",
    "in",
    "on",
    "to",
    "after",
    "before",
    "if",
    "because",
    "according",
    "including",
    "with",
    "by",
    "at",
    "least",
    "more",
    "than",
    "between",
    "from",
    "about",
    "dozens",
    "two",
    "23",
    "1,200",
    "$",
    "4.2",
    "million",
    "per",
    "cent",
    "%",
    "6.1-magnitude",
    "45-year-old",
    "3-1",
    "first",
    "last",
    "next",
    "Friday",
    "May",
    "3",
    "1998",
    "3:10",
    "p.m.",
    "week",
    "weeks",
    "ago",
    "yesterday",
    "morning",
    "year",
    "quarter",
    "every",
    "twice",
    "early",
    "end",
    "man",
    "men",
    "police",
    "minister",
    "Minister",
    "Foreign",
    "Prime",
    "Ann",
    "Lee",
    "Oslo",
    "Norway",
    "Mr.",
    "Secretary",
    "State",
    "he",
    "they",
    "there",
    "it",
    "said",
    "says",
    "denied",
    "told",
    "was",
    "is",
    "were",
    "been",
    "has",
    "will",
    "may",
    "not",
    "never",
    "killed",
    "arrested",
    "meeting",
    "met",
    "killing",
    "to",
    "meet",
    "plans",
    "failed",
    "held",
    "talks",
    "blast",
    "death",
    "dead",
    "guilty",
    "quickly",
    "reportedly",
    "é",
    "日本",
    "\n\n",
];

/// The same with tags, where any may stand beside any.
const TAGGED: &[&str] = &[
    "the/DT",
    "a/DT",
    "that/DT",
    "that/IN",
    "who/WP",
    "which/WDT",
    "whose/WP$",
    "when/WRB",
    "and/CC",
    "&/CC",
    ",/,",
    "./.",
    ":/:",
    "\"/``",
    "\"/''",
    "(/-LRB-",
    ")/-RRB-",
    "'s/POS",
    "of/IN",
    "in/IN",
    "to/TO",
    "after/IN",
    "by/IN",
    "including/VBG",
    "two/CD",
    "23/CD",
    "million/CD",
    "dozens/NNS",
    "$/$",
    "first/JJ",
    "last/JJ",
    "Friday/NNP",
    "May/NNP",
    "1998/CD",
    "weeks/NNS",
    "ago/RB",
    "men/NNS",
    "Minister/NNP",
    "Ann/NNP",
    "Lee/NNP",
    "he/PRP",
    "his/PRP$",
    "there/EX",
    "said/VBD",
    "was/VBD",
    "is/VBZ",
    "be/VB",
    "has/VBZ",
    "will/MD",
    "not/RB",
    "killed/VBN",
    "killing/VBG",
    "meet/VB",
    "met/VBD",
    "talks/NNS",
    "dead/JJ",
    "bigger/JJR",
    "quickly/RB",
    "up/RP",
    "uh/UH",
    "x/FW",
    "-/HYPH",
    "#/#",
    "all/PDT",
    "both/DT",
    "*/SYM",
    "1/LS",
];
