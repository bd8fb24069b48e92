use crate::article::Article;
use crate::claim::{self, Modality, Polarity};
use crate::lexicon::Lexicon;

/// Does a text hold that somebody was arrested, or that nobody was? Nothing where it leaves it open.
fn arrested(text: &str) -> Option<Polarity> {
    let article = Article::from_text(text, Lexicon::built_in());
    let reading = claim::read(&article, Lexicon::built_in());
    let claim = reading.claims.iter().find(|c| c.predicate.lemma == "arrest").expect(text);
    (claim.modality == Modality::Did).then_some(claim.polarity)
}

#[test]
fn what_is_called_untrue_did_not_happen() {
    for text in [
        "It is false that guards arrested Ann Lee in May.",
        "It is not true that guards arrested Ann Lee in May.",
        "It was untrue that guards had arrested Ann Lee.",
        "Reports that guards arrested Ann Lee in May are false.",
    ] {
        assert_eq!(arrested(text), Some(Polarity::Negated), "{text}");
    }
    for text in
        ["It is true that guards arrested Ann Lee.", "It is not surprising that guards arrested Ann Lee."]
    {
        assert_eq!(arrested(text), Some(Polarity::Affirmed), "{text}");
    }
}

#[test]
fn who_could_not_did_not() {
    for text in [
        "Guards could not arrest Ann Lee in May.",
        "Guards were unable to arrest Ann Lee in May.",
        "Guards were not able to arrest Ann Lee in May.",
    ] {
        assert_eq!(arrested(text), Some(Polarity::Negated), "{text}");
    }
    assert_eq!(arrested("Guards were able to arrest Ann Lee in May."), Some(Polarity::Affirmed));
    assert_eq!(arrested("Guards could not have arrested Ann Lee in May."), None);
}

#[test]
fn a_correction_denies_nothing_by_itself() {
    for text in [
        "Guards did not arrest Ann Lee but her brother.",
        "Guards did not arrest Ann Lee in May but in June.",
    ] {
        assert_eq!(arrested(text), None, "{text}");
    }
    let text = "Guards did not arrest Ann Lee, but they took her brother.";
    assert_eq!(arrested(text), Some(Polarity::Negated));
}

#[test]
fn zero_is_nobody() {
    assert_eq!(arrested("Guards arrested zero people in May."), Some(Polarity::Negated));
    assert_eq!(arrested("Guards arrested ten people in May."), Some(Polarity::Affirmed));
}
