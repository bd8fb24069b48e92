use super::*;

fn parts(text: &str) -> Vec<&str> {
    let mut blocks = vec![Block { kind: BlockKind::Paragraph, range: 0..text.len() }];
    split(text, &mut blocks, Cues::builtin());
    blocks.into_iter().map(|b| &text[b.range]).collect()
}

#[test]
fn a_date_between_headline_and_sentence_parts_them() {
    let (headline, sentence) = ("Ferry sinks off Bergen", "A ferry sank off Bergen on Monday, police said.");
    for date in [
        "March 9, 2021",
        "on Sep 3 2019, 4: 20p",
        "Tue Mar 9, 2021 6: 31pm BST",
        "First Posted 21: 14: 00 09 / 03 / 2021",
        "Updated Wed 10 Mar 2021, 8: 47am AEST",
        "6: 30pm UK, Tuesday 09 March 2021",
        "Posted: Sep 03, 2019 6: 15 PM ET Last Updated: Sep 03, 2019 9: 21 PM ET",
        "POSTED: 03 / 11 / 16, 8: 30 PM PDT |",
        "UPDATED 08/14/2018 at 12:40 PM EDT Originally published 08/14/2018 at 09:50 AM",
    ] {
        let text = format!("{headline} {date} {sentence}");
        let parts = parts(&text);
        assert_eq!(
            (parts[0], parts[parts.len() - 1].trim_start_matches("| ")),
            (headline, sentence),
            "{date}"
        );
        assert_eq!(parts.len(), 3, "{parts:?}");
    }
    let text = format!("April 8, 2018, 2: 27 PM {headline} Updated 5: 19 p. m. ET {sentence}");
    assert_eq!(parts(&text), ["April 8, 2018, 2: 27 PM", headline, "Updated 5: 19 p. m. ET", sentence]);
}

#[test]
fn a_date_in_a_sentence_parts_nothing() {
    for text in [
        "The ferry sank on May 5, 2010 Bergen time.",
        "First Published: August 14, 2018 3: 41 PM EDT",
        "PUBLISHED: 20: 52 GMT, 3 September 2019",
        "Officials put the magnitude at 6.1. The wave was high.",
        "On May 5, 2010, the ferry sank.",
        "The firm said in May 2010 Doe had left.",
        "Divers found 23 Bergen sailors on 5 May 2010.",
        "He was born on 5 May 1970 In Bergen he was known.",
        "May 5, 2010 Bergen",
        "The minister posted 12 Letters to Parliament.",
        "They met at 9:30 PM Tuesday off Bergen.",
    ] {
        assert_eq!(parts(text), [text]);
    }
}
