use super::*;

#[test]
fn the_lexicon_can_be_read() {
    let file: Result<File, _> = serde_json::from_str(table!("lemmas"));
    assert_eq!(file.err().map(|e| e.to_string()), None);
}

#[test]
fn verbs_go_back_to_the_infinitive() {
    for (forms, expected) in [
        ("met meeting meets", "meet"),
        ("stopped stopping stops", "stop"),
        ("killed killing kills", "kill"),
        ("controlled controlling", "control"),
        ("said saying says", "say"),
        ("agreed agreeing agrees", "agree"),
        ("changed changing changes", "change"),
        ("belonged", "belong"),
        ("filed filing", "file"),
        ("failed failing", "fail"),
        ("created creating", "create"),
        ("treated", "treat"),
        ("visited visiting", "visit"),
        ("invited", "invite"),
        ("carried carrying carries", "carry"),
        ("died dying dies", "die"),
        ("denied denies", "deny"),
        ("mentioned", "mention"),
        ("postponed", "postpone"),
        ("declared", "declare"),
        ("appeared", "appear"),
        ("required", "require"),
        ("injured injuring", "injure"),
        ("sued suing sues", "sue"),
        ("issued", "issue"),
        ("passed passes", "pass"),
        ("reached reaches", "reach"),
        ("used uses", "use"),
        ("focused focuses", "focus"),
        ("been was 're", "be"),
        ("needed", "need"),
        ("conceded", "concede"),
        ("voted", "vote"),
        ("shouted", "shout"),
        ("quoted", "quote"),
        ("offered", "offer"),
    ] {
        for form in forms.split(' ') {
            let tag = match form {
                _ if form.ends_with("ing") => Tag::Vbg,
                _ if form.ends_with('s') => Tag::Vbz,
                _ => Tag::Vbd,
            };
            assert_eq!(lemma(form, tag).as_str(), expected, "{form}");
        }
    }
}

#[test]
fn nouns_go_back_to_the_singular() {
    for (form, expected) in [
        ("ministers", "minister"),
        ("countries", "country"),
        ("ties", "tie"),
        ("policemen", "policeman"),
        ("schoolchildren", "schoolchild"),
        ("boxes", "box"),
        ("viruses", "virus"),
        ("houses", "house"),
        ("abuses", "abuse"),
        ("analyses", "analysis"),
        ("lives", "life"),
        ("drives", "drive"),
        ("heroes", "hero"),
        ("people", "person"),
        ("headquarters", "headquarters"),
        ("Republicans", "republican"),
    ] {
        let tag = if form.starts_with(char::is_uppercase) { Tag::Nnps } else { Tag::Nns };
        assert_eq!(lemma(form, tag).as_str(), expected);
    }
}

#[test]
fn other_words_have_their_plain_form() {
    for (form, tag, expected) in [
        ("n’t", Tag::Rb, "not"),
        ("’s", Tag::Pos, "'s"),
        ("’s", Tag::Vbz, "be"),
        ("6 . 1", Tag::Cd, "6.1"),
        ("p. m.", Tag::Rb, "p.m."),
        ("Larger", Tag::Jjr, "large"),
        ("biggest", Tag::Jjs, "big"),
        ("earliest", Tag::Jjs, "early"),
        ("younger", Tag::Jjr, "young"),
        ("Washington", Tag::Nnp, "washington"),
        ("missing", Tag::Jj, "missing"),
        ("them", Tag::Prp, "they"),
        ("ÉCOLES", Tag::Nns, "école"),
        ("ing", Tag::Vbg, "ing"),
        ("s", Tag::Nns, "s"),
    ] {
        assert_eq!(lemma(form, tag).as_str(), expected, "{form}");
    }
}
