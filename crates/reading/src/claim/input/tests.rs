//! Each parser of single tokens with an example, and nom's combinators on top of them.

use std::sync::Arc;

use nom::combinator::{eof, opt};
use nom::multi::many0;
use nom::sequence::{pair, preceded};
use nom::{Input as _, Parser};
use proptest::{prop_assert_eq, proptest};

use super::*;
use crate::article::{Article, Meta, Token};
use crate::lexicon::{Sense, Senses};
use crate::source::{SourceId, Span};

/// An article of one run of tokens, written "word/TAG word/TAG"; the lemma is the word in lower case.
pub(crate) fn article(tagged: &str) -> Article {
    let (mut text, mut tokens) = (String::new(), Vec::new());
    for item in tagged.split_whitespace() {
        let (word, tag) = item.rsplit_once('/').expect("word/TAG");
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        tokens.push(Token {
            span: Span::new(start, text.len()),
            start: start as u32,
            end: text.len() as u32,
            tag: Tag::parse(tag).expect("a Penn tag"),
            lemma: Sym::from(&word.to_lowercase()),
        });
    }
    Article {
        source: SourceId(0),
        meta: Meta::default(),
        text: Arc::from(text),
        tokens,
        sentences: Vec::new(),
        dateline: None,
    }
}

fn all<'a>(annotated: &'a Annotated<'a>) -> Input<'a> {
    Input::new(annotated, annotated.tokens())
}

const DOGS: &str = "The/DT old/JJ dog/NN barked/VBD twice/RB ./.";

#[test]
fn one_token_by_text_lemma_tag_and_table() {
    let article = article(DOGS);
    let annotated = Annotated::new(&article, Lexicon::built_in());
    let input = all(&annotated);
    let (rest, the) = text("the")(input).expect("case does not matter");
    assert_eq!((the.text(), rest.at()), ("The", 1));
    assert_eq!(text_in(&["a", "the"])(input).expect("one of them").1.text(), "The");
    assert_eq!(lemma("the")(input).expect("lemma").1.tag(), Tag::Dt);
    assert_eq!(tagged(Tag::Dt)(input).expect("tag").1.text(), "The");
    assert_eq!(tag_of(Tag::is_adjective)(rest).expect("class").1.text(), "old");
    assert_eq!(word(|w| w.text().len() == 3)(rest).expect("test").1.text(), "old");
    assert_eq!(value_of(|w| w.is("old").then_some(7))(rest).expect("table").1, 7);
    assert_eq!(any(input).expect("any").1.text(), "The");
    assert!(text("a")(input).is_err());
    assert!(value_of(|_| None::<u8>)(input).is_err());
}

#[test]
fn an_annotation_knows_the_word_as_written_and_its_dictionary_form() {
    let mut article = article("Dozens/NNS Xyzzying/VBG");
    article.tokens[0].lemma = Sym::from("dozen");
    let annotated = Annotated::new(&article, Lexicon::built_in());
    let (rest, dozens) = any(all(&annotated)).expect("a word");
    assert!(dozens.written().has(Sense::Vague) && !dozens.known().has(Sense::Vague));
    assert!(dozens.known().has(Sense::Scale));
    assert_eq!(dozens.lower().as_str(), "dozens");
    let unknown = rest.next().expect("a word");
    assert_eq!(unknown.written().senses, Senses::NONE);
    assert_eq!(unknown.lower().as_str(), "xyzzying");
}

#[test]
fn noms_own_combinators_read_tokens() {
    let article = article(DOGS);
    let annotated = Annotated::new(&article, Lexicon::built_in());
    let mut noun =
        preceded(opt(tagged(Tag::Dt)), pair(many0(tag_of(Tag::is_adjective)), tag_of(Tag::is_noun)));
    let (rest, (adjectives, head)) = noun.parse(all(&annotated)).expect("a noun phrase");
    assert_eq!((adjectives.len(), head.text()), (1, "dog"));
    let (rest, (span, _)) = spanned(many0(any)).parse(rest).expect("the rest");
    assert_eq!(article.phrase(span), "barked twice .");
    assert!(eof::<_, NoMatch>(rest).is_ok());
}

#[test]
fn looking_around_stays_in_the_run() {
    let article = article(DOGS);
    let annotated = Annotated::new(&article, Lexicon::built_in());
    let input = Input::new(&annotated, Tokens::new(1, 4));
    assert!(input.before(1).is_none(), "the determiner is outside");
    assert!(input.before(0).is_none());
    let (rest, _) = any(input).expect("old");
    assert_eq!(rest.before(1).expect("just read").text(), "old");
    assert_eq!(rest.next().expect("next").text(), "dog");
    assert_eq!(rest.peek(1).expect("after that").text(), "barked");
    assert!(rest.peek(2).is_none(), "the adverb is outside");
    assert_eq!(input.until(&rest), Tokens::new(1, 2));
    assert_eq!(rest.word(0).expect("outside the run").text(), "The");
}

#[test]
fn a_run_that_is_too_long_is_cut() {
    let article = article("a/DT b/NN");
    let annotated = Annotated::new(&article, Lexicon::built_in());
    assert_eq!(Input::new(&annotated, Tokens::new(1, 9)).len(), 1);
    assert_eq!(Input::new(&annotated, Tokens::new(5, 9)).len(), 0);
}

proptest! {
    #[test]
    fn slicing_never_loses_or_makes_tokens(len in 0usize..9, from in 0usize..9, at in 0usize..12) {
        let article = article(&"x/NN ".repeat(len));
        let annotated = Annotated::new(&article, Lexicon::built_in());
        let input = Input::new(&annotated, Tokens::new(from, len));
        let (rest, taken) = input.take_split(at);
        prop_assert_eq!(taken.input_len() + rest.input_len(), input.input_len());
        prop_assert_eq!(rest.at(), input.at() + taken.input_len() as u32);
        prop_assert_eq!(input.slice_index(at).is_ok(), at <= input.input_len());
        prop_assert_eq!(input.iter_indices().count(), input.input_len());
    }
}
