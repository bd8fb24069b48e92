use super::*;

fn blocks(text: &str) -> Vec<(BlockKind, &str)> {
    let mut blocks = paragraphs(text, 0);
    headings(text, &mut blocks, true);
    blocks.into_iter().map(|b| (b.kind, &text[b.range])).collect()
}

use BlockKind::{Heading, Headline, Paragraph};

#[test]
fn long_lines_are_paragraphs() {
    let text = "Ferry sinks off Bergen\r\nA ferry with 40 people on board sank off Bergen on Monday, police said.\r\n\r\nSearch goes on\r\n  • Divers found the wreck at a depth of 90 metres.\r\n* * *\r\nMore is expected.\r\n";
    assert_eq!(
        blocks(text),
        [
            (Headline, "Ferry sinks off Bergen"),
            (Paragraph, "A ferry with 40 people on board sank off Bergen on Monday, police said."),
            (Heading, "Search goes on"),
            (Paragraph, "Divers found the wreck at a depth of 90 metres."),
            (Paragraph, "More is expected."),
        ]
    );
}

#[test]
fn broken_lines_are_joined() {
    let text = "Ferry sinks off Bergen

A ferry with forty people on board sank off the
harbour of Bergen on Monday morning, police of the
town said. It had left the quay an hour before in
heavy weather.
Divers found the wreck at a depth of ninety metres
and said that its bow door was open when they saw
it first.

   The owner said nothing about that on Tuesday or
on the day after it.
";
    assert_eq!(
        blocks(text).iter().map(|(kind, text)| (*kind, text.get(..8).unwrap_or(""))).collect::<Vec<_>>(),
        [(Headline, "Ferry si"), (Paragraph, "A ferry "), (Paragraph, "Divers f"), (Paragraph, "The owne")]
    );
}

#[test]
fn one_sentence_a_line_is_not_broken_at_a_width() {
    let text = "A ferry sank off Bergen on Monday.\nPolice said 40 were on board.\nDivers found the wreck on Tuesday.\nIts bow door was open, they said.\n";
    assert_eq!(blocks(text).len(), 4);
}

#[test]
fn headlines_are_no_sentences() {
    let body = "\nA ferry sank off Bergen on Monday, police said on Tuesday.";
    for (line, kind) in [
        ("Ferry Sinks", Headline),
        ("Ferry sinks: what we know", Headline),
        ("Envoys Resume Talks After Three Years With Focus on Trade:", Headline),
        ("Is the ferry safe?", Headline),
        ("Talks Resume in the U.S.", Headline),
        ("The ferry sank on Monday.", Paragraph),
        ("“We were lucky,”", Paragraph),
    ] {
        let text = format!("{line}{body}");
        assert_eq!(blocks(&text)[0], (kind, line));
    }
    assert_eq!(blocks("Ferry sinks")[0].0, Paragraph, "nothing follows");
}

#[test]
fn lines_that_lead_to_a_quotation_are_no_headings() {
    let text =
        "A ferry sank.\nThe captain said:\n“It was dark”\nto which they nodded\nLooking Ahead\nIt is over.";
    let kinds: Vec<_> = blocks(text).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Paragraph, Paragraph, Paragraph, Paragraph, Heading, Paragraph]);
}

#[test]
fn a_brief_of_two_or_three_lines_is_one_paragraph() {
    for text in [
        "A fire on the ferry Brava killed nine people off\nthe coast of Valdoria on Monday, police said.",
        "A fire on the ferry Brava killed nine people off\nValdoria on Monday, police said. The ship was\ntowed to the port.",
        "Two bridges in the north of the country were closed on\nTuesday after inspectors had found cracks in both of\nthem.",
    ] {
        assert_eq!(paragraphs(text, 0).len(), 1, "{text}");
    }
    for text in [
        "A ferry sank off Valdoria on Monday, the police said.\nDivers found it on Tuesday, the navy said.",
        "Ferry sinks off Valdoria\nDivers find the wreck\nMayor asks for help",
        "Results\nreno 3, lowell 2",
    ] {
        assert!(paragraphs(text, 0).len() > 1, "{text}");
    }
}

#[test]
fn a_name_stands_on_the_line_below_its_title() {
    let text = "Police asked Mr.\nLund on Monday. He wept.\nThe ferry sank.";
    assert_eq!(
        blocks(text),
        [(Paragraph, "Police asked Mr.\nLund on Monday. He wept."), (Paragraph, "The ferry sank.")]
    );
}
