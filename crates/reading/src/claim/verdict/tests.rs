use super::*;

/// Does a text call the story that it tells untrue?
fn calls_untrue(text: &str) -> bool {
    let lexicon = Lexicon::built_in();
    let article = Article::from_text(text, lexicon);
    let reading = crate::claim::read(&article, lexicon);
    (0..article.sentences.len() as u32).any(|at| verdict(&article, &reading, at, lexicon).is_some())
}

#[test]
fn a_report_calls_its_story_untrue() {
    for text in [
        "The whole story was a hoax.",
        "It turns out that it was all a prank.",
        "None of it is true.",
        "There is no truth to the story.",
        "That is not the case.",
        "The incident never happened.",
        "It never happened.",
        "The photograph is not genuine.",
        "The video was staged.",
        "She made up the story.",
        "The claims proved to be false.",
        "The story was later found to be false.",
        "The fish has been exposed as a fake.",
        "Rating: FALSE",
        "Our verdict: misleading.",
        "Is there a crocodile in the lake? No.",
        "The two-headed sturgeon of Tarnholm is a hoax.",
        "The story is simply not true.",
        "Reports that the mayor resigned are wrong.",
        "It was a publicity stunt.",
        "No, there is no crocodile in the lake.",
        "No, it did not.",
        "No, the lake does not hold a crocodile.",
        "Claim: A crocodile lives in the lake.\n\nPROBABLY FALSE",
        "Does a crocodile live in the lake?\n\nFALSE",
        "The fish is alive, contrary to rumours spread by those who claimed to have caught it.",
        "A letter confirms that the whole thing was a hoax.",
    ] {
        assert!(calls_untrue(text), "{text}");
    }
}

#[test]
fn who_else_says_so_or_how_likely_it_is_debunks_nothing() {
    for text in [
        "The minister said the report was false.",
        "The minister called the report a hoax.",
        "The minister dismissed the claims as false.",
        "\"The story is a hoax,\" the minister said.",
        "Some say that it is a playful hoax.",
        "The story may be a hoax.",
        "A crocodile lives in the lake.\n\nFALSE",
        "No, Vera, the lake does not hold a crocodile.",
        "No, this did not feel like a defeat, the minister said.",
        "Is the story a hoax?",
        "If the story is a hoax, it is a good one.",
    ] {
        assert!(!calls_untrue(text), "{text}");
    }
}

#[test]
fn what_is_no_story_is_not_called_untrue() {
    for text in [
        "The story is true.",
        "The photo is real.",
        "The alarm turned out to be false.",
        "He was charged with filing a false report.",
        "Police found a fake passport.",
        "The scene was staged at the Old Vic.",
        "It did not happen overnight.",
        "The accident did not happen on Monday.",
        "It is not true that the mayor resigned.",
        "Rating: not a hoax",
        "The claim that it was a hoax is false.",
        "Another picture of a sturgeon was a hoax.",
        "Ten years ago a picture of a sturgeon went round the world; it was a hoax.",
        "Orlik: Affair story is 'completely false'",
        "Status: the story is disputed, whatever the minister and his false friends may say of it",
        "No, the mayor has resigned.",
        "This is not a drill.",
    ] {
        assert!(!calls_untrue(text), "{text}");
    }
}

#[test]
fn what_points_back_speaks_of_what_was_just_said() {
    let lexicon = Lexicon::built_in();
    let points = |text: &str| {
        let article = Article::from_text(text, lexicon);
        let reading = crate::claim::read(&article, lexicon);
        verdict(&article, &reading, 0, lexicon) == Some(Verdict::OfThis)
    };
    assert!(points("Every one of those statements is untrue."));
    assert!(!points("The whole story is untrue."));
    assert!(!points("The rumour that this fish was sold is false."));
}

#[test]
fn hedges_and_doubts_are_words_of_a_sentence_and_of_a_report() {
    let lexicon = Lexicon::built_in();
    let hedged = |text: &str| {
        let article = Article::from_text(text, lexicon);
        is_hedged(&article, lexicon, Tokens { start: 0, end: article.tokens.len() as u32 })
    };
    assert!(hedged("The fisherman claims to have caught a supposed sturgeon."));
    assert!(!hedged("The fisherman caught a sturgeon."));
    let doubted = |text: &str| is_doubted(&Article::from_text(text, lexicon), lexicon);
    assert!(doubted("A sturgeon was caught. Many call it a hoax."));
    assert!(!doubted("A sturgeon was caught. It lies in the harbour."));
}

#[test]
fn a_no_before_a_verdict_changes_nothing_of_what_it_is_about() {
    let lexicon = Lexicon::built_in();
    for (text, expected) in [
        ("No, the whole story was a hoax.", Verdict::OfStory),
        ("No, the lake does not hold a crocodile.", Verdict::OfItself),
    ] {
        let article = Article::from_text(text, lexicon);
        let reading = crate::claim::read(&article, lexicon);
        assert_eq!(verdict(&article, &reading, 0, lexicon), Some(expected), "{text}");
    }
}
