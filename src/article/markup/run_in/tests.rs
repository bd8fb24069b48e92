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
        "May 5, 2010",
        "on Jul 7 2012, 5: 55p",
        "Wed May 5, 2010 7: 12pm BST",
        "First Posted 23: 37: 00 05 / 05 / 2010",
        "Updated Thu 6 May 2010, 9: 03am AEST",
        "7: 00pm UK, Wednesday 05 May 2010",
        "Posted: Jul 07, 2012 7: 40 PM ET Last Updated: Jul 07, 2012 8: 44 PM ET",
        "POSTED: 04 / 02 / 07, 9: 00 PM PDT |",
        "UPDATED 05/03/2013 at 11:00 AM EDT Originally published 05/03/2013 at 10:20 AM",
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
    let text = format!("May 2, 2013, 1: 12 PM {headline} Updated 4: 08 p. m. ET {sentence}");
    assert_eq!(parts(&text), ["May 2, 2013, 1: 12 PM", headline, "Updated 4: 08 p. m. ET", sentence]);
}

#[test]
fn a_date_in_a_sentence_parts_nothing() {
    for text in [
        "The ferry sank on May 5, 2010 Bergen time.",
        "First Published: June 13, 2013 4: 59 PM EDT",
        "PUBLISHED: 22: 07 GMT, 7 July 2012",
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
