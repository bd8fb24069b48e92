use super::*;

/// The kind that `line` gets as one of twenty paragraphs.
fn kind(line: &str, index: usize) -> BlockKind {
    let filler = "Officials said the bridge would stay closed until the inspection on Friday.";
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for i in 0..20 {
        let start = text.len();
        text.push_str(if i == index { line } else { filler });
        blocks.push(Block { kind: BlockKind::Paragraph, range: start..text.len() });
        text.push('\n');
    }
    mark(&text, &mut blocks, Cues::builtin());
    assert!(blocks.iter().enumerate().all(|(i, b)| i == index || b.kind == BlockKind::Paragraph));
    blocks[index].kind
}

const FIRST: usize = 1;
const MIDDLE: usize = 10;
const LAST: usize = 19;

#[test]
fn teasers_notices_and_buttons_are_furniture_anywhere() {
    for line in [
        "Read More: Envoys Meet Again as Talks Drag On",
        "Read: Ferry Firm Fined Over Sinking",
        "READ ALSO | Bridge closed for repairs",
        "• Related: Ferry sinks off Norway",
        "Related stories",
        "MUST SEE: Crews lift the ferry",
        "Follow us on Instagram, YouTube and X for the latest",
        "Click here for the full list.",
        "Sign up for our newsletter",
        "Don’t miss: Ten pictures of the quake",
        "Share",
        "Facebook | Twitter | Email",
        "Share Tweet Email",
        "Advertisement",
        "Copyright 2013 Evening Post. All rights reserved.",
        "© 2013 Evening Post",
        "This site uses cookies to give you the best experience.",
        "Divers near the wreck of the ferry off Bergen on Monday. (AP Photo/Jane Doe)",
        "Rescuers at work in Selby (Photo: Evening Post)",
        "The ferry in 2009 (John Roe/Getty Images)",
        "Published: March 7, 2019 2:47 PM",
        "Updated 3:10 pm",
        "https://example.org/story",
        "Write to the desk: news@example.org",
        "Editor’s note: The name of the ship was misspelled.",
    ] {
        assert_eq!(kind(line, MIDDLE), BlockKind::Furniture, "{line}");
    }
}

#[test]
fn bylines_and_author_boxes_are_known_by_their_place() {
    for line in [
        "By Jane Doe",
        "BY JANE DOE AND JOHN ROE",
        "By Jane Doe, staff writer",
        "By Jane van Doe of the Evening Post",
    ] {
        assert_eq!(kind(line, FIRST), BlockKind::Furniture, "{line}");
    }
    for line in [
        "Jane Doe is an Associate Editor at The Evening Post.",
        "Jane Doe is a freelance journalist based in Oslo.",
        "Jane Doe covers courts for the Evening Post.",
        "Reporting by Jane Doe; editing by John Roe",
        "Associated Press writer Jane Doe in Oslo contributed to this report.",
    ] {
        assert_eq!(kind(line, LAST), BlockKind::Furniture, "{line}");
    }
    assert_eq!(kind("March 7, 2019", FIRST), BlockKind::Furniture);
    assert_eq!(kind("March 7, 2019", MIDDLE), BlockKind::Paragraph, "a heading of a timeline");
}

#[test]
fn reporting_is_never_furniture() {
    for line in [
        "By Friday evening the fire had spread to three villages.",
        "By 2020 the firm had 300 ships",
        "By the time Doe arrived, the ferry had sunk.",
        "Readers of the letter said it was forged.",
        "Copyright law was changed in May, the minister said.",
        "Share prices fell 3 percent on Monday.",
        "More than 100 people were hurt.",
        "Most popular among voters was the tax on sugar.",
        "Related charges against two officers were dropped.",
        "Police posted a photo of the suspect on March 7, 2019.",
        "Follow-up quakes shook the town, officials said.",
        "“Read: it says so in the contract,” Doe said.",
        "\"Click here\" was all the message said, according to Doe.",
        "Reporting by witnesses was inconsistent, the judge said.",
        "Video of the crash was shown to jurors.",
        "Doe is the mayor of Selby.",
        "Jane Doe is a mother of two in Selby.",
        "Jane Doe was an editor at the Post when she was shot.",
        "The message was sent from the ship's address, news@example.org, and reached the coast guard at 9 p.m.",
        "He told The Associated Press (AP) that he was safe.",
        "Mail was found in the car.",
        "Watch officers on the bridge saw nothing.",
        "Twitter suspended the account on Monday.",
        "Photographs taken by Doe were shown in court.",
        "The town sued Getty Images.",
        "Contact with the ship was lost at noon.",
        "Email sent by Doe proves it, the prosecutor said.",
        "Poll results are due on Friday.",
        "Tags were found on the birds.",
        "Comments by the minister angered the union.",
        "Doe, a reporter for the Post, was arrested.",
    ] {
        for index in [FIRST, MIDDLE, LAST] {
            let closing = line.starts_with("Reporting by") && index == LAST;
            assert!(closing || kind(line, index) == BlockKind::Paragraph, "{index}: {line}");
        }
    }
}
