use crate::article::Article;
use crate::article::tag::Tag;
use crate::lexicon::Lexicon;

/// The tag of the first word of that form.
fn tag_of(text: &str, word: &str) -> Tag {
    let article = Article::from_text(text, Lexicon::built_in());
    let token = article.tokens.iter().find(|token| article.word(token) == word);
    token.unwrap_or_else(|| panic!("{word} in {text}")).tag
}

#[test]
fn what_stands_on_both_sides_decides() {
    let cases = [
        ("The fatal shooting took place near the harbour.", "shooting", Tag::Nn),
        ("The airline cut 900 jobs last year.", "cut", Tag::Vbd),
        ("The tanker sent out a distress call at noon.", "distress", Tag::Nn),
        ("Three prior convictions were read out.", "prior", Tag::Jj),
        ("A blast destroyed part of the Arvik steel works in May.", "works", Tag::Nns),
        ("The blast at the Arvik steel works injured ten.", "works", Tag::Nns),
        ("The retired baker joined a think tank in May.", "think", Tag::Nn),
        ("They found Vera Holm, a 71-year-old retired baker.", "retired", Tag::Vbn),
        ("The wave was 10 metres (33 feet) high.", "high", Tag::Jj),
        ("Jan Dahl, Norland's foremost elder statesman, has left.", "foremost", Tag::Jj),
        ("The Marek Islands belong to Norland.", "belong", Tag::Vbp),
        ("Jan Dahl did not found Arvik Tours.", "found", Tag::Vb),
        ("The inquiry led by Arvik magistrates Jan Dahl and Vera Holm ended.", "magistrates", Tag::Nns),
        ("An officer loyal to the mayor left.", "loyal", Tag::Jj),
        ("The villages have been cut off since May.", "off", Tag::Rp),
        ("Pirates seized the freighter on Monday off Yemen.", "off", Tag::In),
        ("The freighter ran aground on Monday off the coast.", "off", Tag::In),
        ("The freighter sank off Yemen on Monday.", "off", Tag::In),
        ("The mayor, 52, pleaded guilty.", "pleaded", Tag::Vbd),
        ("Police seized seven AK-47 assault rifles.", "AK-47", Tag::Nnp),
        ("He sold two F-16 fighters to Iraq.", "F-16", Tag::Nnp),
        ("A T-72 tank stood at the gate.", "T-72", Tag::Nnp),
        ("Vera Holm, 45, shot himself in Arvik, police said.", "shot", Tag::Vbd),
        ("Vera Holm, a nurse, shot a man in Arvik.", "shot", Tag::Vbd),
    ];
    for (text, word, tag) in cases {
        assert_eq!(tag_of(text, word), tag, "{word} in {text}");
    }
}

#[test]
fn verbs_remain_verbs() {
    let cases = [
        ("The contract signed in 2019 runs until 2025.", "runs"),
        ("Police said the dead includes a child.", "includes"),
        ("The accused denies the charge.", "denies"),
        ("The factory inspector works in Arvik and lives there.", "works"),
        ("Police said the factory inspector works in Arvik.", "works"),
    ];
    for (text, word) in cases {
        assert_eq!(tag_of(text, word), Tag::Vbz, "{word} in {text}");
    }
}

#[test]
fn a_kind_of_people_at_the_beginning_is_no_name() {
    for (text, word) in [
        ("Robbers stole 12 watches.", "Robbers"),
        ("Villagers in the north fled.", "Villagers"),
        ("Gunmen are holding two drivers.", "Gunmen"),
    ] {
        assert_eq!(tag_of(text, word), Tag::Nns, "{text}");
    }
    assert_eq!(tag_of("Lions are in the final.", "Lions"), Tag::Nnp);
    assert_eq!(tag_of("The band Robbers played.", "Robbers"), Tag::Nnp);
}

#[test]
fn behind_the_denial_of_do_stands_a_base_form() {
    for (text, word) in [
        ("Orlik does not captain the side.", "captain"),
        ("The bank does not own Brenner.", "own"),
        ("Growth did not slow in August.", "slow"),
        ("Police did not immediately name the victims.", "name"),
        ("The mayor does not usually address the crowd.", "address"),
        ("The owners did not even answer the letter.", "answer"),
    ] {
        assert_eq!(tag_of(text, word), Tag::Vb, "{word} in {text}");
    }
}

#[test]
fn no_longer_is_an_adverb() {
    assert_eq!(tag_of("Orlik is no longer required to pay.", "no"), Tag::Rb);
    assert_eq!(tag_of("The bridge is no longer than the pier.", "no"), Tag::Dt);
}

#[test]
fn a_sentence_that_ends_has_a_verb() {
    for (text, word, tag) in [
        ("The new phone features a built-in camera and radio.", "features", Tag::Vbz),
        ("In December 2008, three men emptied almost all of the safe.", "emptied", Tag::Vbd),
        ("In all 27 people perished in the blast on Tuesday night.", "perished", Tag::Vbd),
        ("The office rates a 4.6 as a light quake.", "rates", Tag::Vbz),
        ("Photo: a bridge damaged by floods.", "damaged", Tag::Vbn),
    ] {
        assert_eq!(tag_of(text, word), tag, "{word} in {text}");
    }
}

#[test]
fn clauses_that_are_judged_and_verbs_of_speaking() {
    let cases = [
        ("It is false that guards hit the man.", "that", Tag::In),
        ("Claims that guards arrested Vera Holm are false.", "that", Tag::In),
        ("Claims that guards arrested Vera Holm are false.", "arrested", Tag::Vbd),
        ("\"It broke,\" exclaimed Vera Holm.", "exclaimed", Tag::Vbd),
        ("Vera Holm, guards say, fled on Monday.", "fled", Tag::Vbd),
        ("A blast killed ten people off Arvik in May.", "off", Tag::In),
        ("The firm turned the power off Monday.", "off", Tag::Rp),
    ];
    for (text, word, tag) in cases {
        assert_eq!(tag_of(text, word), tag, "{word} in {text}");
    }
}
