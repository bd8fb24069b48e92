use super::*;
use crate::diagnostic::Label;
use crate::source::Span;
use crate::view::sample::{Sample, ferry};
use crate::view::summary;

const PLAIN: Look = Look { color: false, width: 100, links: false };

fn show(sample: &Sample, look: Look) -> String {
    let mut out = Vec::new();
    write_findings(&sample.report, &sample.sources, look, &mut out).unwrap();
    String::from_utf8(out).unwrap() + &summary::line(&sample.report) + "\n"
}

#[test]
fn both_articles_are_shown_with_values_and_outlets() {
    insta::assert_snapshot!(show(&ferry(), PLAIN));
}

#[test]
fn long_lines_show_what_surrounds_the_labels() {
    let mut sample = Sample::default();
    let words = "The council met again and again without a word about the bridge. ".repeat(20);
    let a = sample.article(
        "a.txt",
        "A",
        &format!("First line.\n{words}The bridge cost 4 million euros. {words}"),
    );
    let b = sample.article(
        "b.txt",
        "B",
        &format!("{words}It cost €6 million, he said, {words} and took nine years.\n"),
    );
    let labels = vec![
        sample.label(a, "4 million euros", "€4 million", "cost of the bridge"),
        sample.label(b, "€6 million", "€6 million", "cost of the bridge"),
        sample.label(b, "nine years", "nine years", "time it took"),
    ];
    sample.find("money-mismatch", Severity::Error, "Two prices for one bridge", labels);
    let shown = show(&sample, PLAIN);
    assert!(shown.lines().all(|line| line.chars().count() <= 140), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn labels_that_span_lines_or_overlap_are_drawn() {
    let mut sample = Sample::default();
    let a = sample.article(
        "a.txt",
        "A",
        "\n\nOfficials said that at least\nfive people died in the\nfire at the mill.\n",
    );
    let labels = vec![
        sample.label(a, "at least\nfive people", "at least 5", "killed"),
        sample.label(a, "five people died in the\nfire at the mill", "the mill", "place of the fire"),
        sample.label(a, "five", "5", "counted"),
        sample.label(a, "five", "five", "counted again"),
    ];
    sample.find("test", Severity::Note, "Labels in each other's way", labels);
    insta::assert_snapshot!(show(&sample, PLAIN));
}

#[test]
fn the_many_mentions_of_one_value_are_counted() {
    let mut sample = Sample::default();
    let mut labels = Vec::new();
    for i in 0..20 {
        let source = sample.article(&format!("{i:02}.txt"), &format!("Outlet {i}"), "Seven ships sank.\n");
        labels.push(sample.label(source, "Seven ships", "seven", "sunk"));
    }
    let odd = sample.article("odd.txt", "Odd", "Eight ships sank.\n");
    labels.push(sample.label(odd, "Eight ships", "eight", "sunk"));
    sample.find("count-mismatch", Severity::Error, "Seven or eight ships", labels);
    insta::assert_snapshot!(show(&sample, PLAIN));
}

#[test]
fn against_an_archive_the_sides_are_named() {
    let mut sample = Sample::default();
    let draft = sample.article("draft.md", "draft.md", "Nine ships sank.\n");
    let mut labels = vec![sample.label(draft, "Nine ships", "nine", "sunk")];
    for (path, outlet, count) in [("a.md", "Post", "Ten"), ("b.md", "Star", "Ten"), ("c.md", "Wire", "Nine")]
    {
        let source = sample.article(path, outlet, &format!("{count} ships sank.\n"));
        sample.report.articles.last_mut().unwrap().part = crate::diagnostic::Part::Archive;
        labels.push(sample.label(source, count, &count.to_lowercase(), "sunk"));
    }
    sample.report.archive = Some(3);
    sample.find("toll", Severity::Error, "Nine or ten?", labels);
    let shown = show(&sample, PLAIN);
    let note = "Note: “nine” (the draft and 1 source: Wire) / “ten” (2 sources: Post, Star)";
    assert!(shown.contains(note), "{shown}");
}

#[test]
fn colors_are_used_when_asked_for_only() {
    assert!(show(&ferry(), Look { color: true, width: 100, links: false }).contains("\x1b["));
    assert!(!show(&ferry(), PLAIN).contains('\x1b'));
}

#[test]
fn hostile_text_is_shown_harmless() {
    let mut sample = Sample::default();
    let text = "\u{202e}Five\x1b[2J dead\r\nSix\u{2028} dead\u{200b}.\r\n";
    let a = sample.article("a\x1b]0;x\x07.txt", "Out\u{9b}let\u{2066}", text);
    let labels = vec![
        sample.label(a, "Five\x1b[2J dead", "fi\x1bve", "kil\u{202e}led"),
        sample.label(a, "Six\u{2028} dead", "si\u{2029}x", "\x08killed"),
    ];
    let finding = sample.find("co\x1bde", Severity::Error, "two\nlines \x1b[31m and red", labels);
    finding.help = Some("he\u{200d}lp".into());
    finding.missing = vec!["date of \x1b[0m".into()];
    let shown = show(&sample, PLAIN);
    assert_eq!(shown.chars().filter(|c| *c != '\n' && clean::is_hidden(*c)).collect::<String>(), "");
    insta::assert_snapshot!(shown);
}

#[test]
fn a_huge_line_is_cut_quickly() {
    let mut sample = Sample::default();
    let a = sample.article("a.txt", "A", &"ab é ".repeat(1_000_000));
    let middle = 2_400_000;
    let spans = [Span::new(middle, middle + 2), Span::new(middle + 600, middle + 1_000_000)];
    let labels =
        spans.map(|span| Label { source: a, span, message: String::new(), value: Some("ab".into()) });
    sample.find("test", Severity::Error, "A line of 6 MB", labels.to_vec());
    let shown = show(&sample, PLAIN);
    assert!(shown.contains("a.txt:1:2000001 ]"), "{shown}");
    assert!(shown.len() < 2_000, "{shown}");
}

#[test]
fn places_are_those_of_the_file() {
    let mut sample = Sample::default();
    let a =
        sample.article("a.txt", "A", &format!("{}\n{} Nine died. É\n", "x\n".repeat(40), "né ".repeat(500)));
    let b = sample.article(
        "b.txt",
        "B",
        &format!("Çà et là\n{}\n{}Ten died.\n", "é".repeat(300), "né ".repeat(700)),
    );
    let labels = vec![sample.label(a, "Nine", "9", ""), sample.label(b, "Ten", "10", "")];
    sample.find("test", Severity::Error, "Places", labels);
    let shown = show(&sample, PLAIN);
    for place in ["[ a.txt:42:1502 ]", "[ b.txt:3:2101 ]", " 42 │ ", " 3 │ "] {
        assert!(shown.contains(place), "{place} in {shown}");
    }
}

#[test]
fn problems_without_a_place_have_help() {
    let problems =
        [Diagnostic::new("input/unreadable", Severity::Error, "cannot read “x.txt”").with_help("look again")];
    let mut out = Vec::new();
    write_problems(&problems, &SourceMap::default(), PLAIN, &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "error[input/unreadable]: cannot read “x.txt”\n  help: look again\n"
    );
}

#[test]
fn places_far_down_are_true_where_the_margin_stops_counting() {
    let mut sample = Sample::default();
    let a = sample.article("a.txt", "A", &format!("{}Nine died.\nTen died.\n", "\n".repeat(1_000_004)));
    let labels = vec![sample.label(a, "Nine", "9", ""), sample.label(a, "Ten", "10", "")];
    sample.find("test", Severity::Error, "A long way down", labels);
    let shown = show(&sample, PLAIN);
    assert!(shown.contains("[ a.txt:1000005:1 ]") && shown.contains("Ten died."), "{shown}");
}

/// Two reports with long words about who was there.
fn crowded() -> Sample {
    let mut sample = Sample::default();
    let line = "On Monday the deputy governor of the northern province, Alexander Konstantinov, met the envoy of the southern league, Maria Papadopoulou, who had come by train.\n";
    let a = sample.article("a.txt", "The Provincial Advertiser", line);
    let b = sample.article("b.txt", "The Other Provincial Advertiser", line);
    let label = |sample: &Sample, file, word: &str| {
        sample.label(file, word, "Alexander Konstantinov and Maria Papadopoulou", "on Monday")
    };
    let words = ["deputy governor of the northern province", "Alexander Konstantinov", "Maria Papadopoulou"];
    let labels = [a, b].into_iter().flat_map(|file| words.map(|word| (file, word)));
    let labels = labels.map(|(file, word)| label(&sample, file, word)).collect();
    sample.find(
        "test",
        Severity::Error,
        "two reports name different people of one meeting on Monday",
        labels,
    );
    sample
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for width in [40, 60, 80, 100] {
        for color in [false, true] {
            let shown = show(&crowded(), Look { color, width, links: false });
            let shown = wrap::plain(&shown);
            let wide = shown.lines().filter(|line| line.chars().count() > width);
            assert_eq!(wide.collect::<Vec<_>>(), [""; 0], "{width} {shown}");
            let words = shown.split_whitespace().filter(|word| word.contains("Papadopoulou")).count();
            assert!(words >= 2, "what is said of a phrase is said: {shown}");
        }
    }
}

#[test]
fn paths_lead_to_files_where_that_is_wanted() {
    let plain = show(&ferry(), PLAIN);
    let linked = show(&ferry(), Look { links: true, ..PLAIN });
    assert!(!plain.contains('\u{1b}'));
    let (before, after) = linked.split_once("\u{1b}]8;;file:///").unwrap();
    let (path, after) = after.split_once("\u{1b}\\").unwrap();
    assert!(path.ends_with(".txt") || path.ends_with(".md"), "{path}");
    let (told, after) = after.split_once("\u{1b}]8;;\u{1b}\\").unwrap();
    assert!(plain.starts_with(&format!("{before}{told}")), "{told} {after}");
}

proptest::proptest! {
    #[test]
    fn any_text_and_labels_are_drawn_harmless(
        text in "([a-zé日🦀 ]{0,30}[\u{1b}\u{202e}\r\n \t]?){0,20}",
        labels in proptest::collection::vec((0usize..700, 0usize..200, "[a-c\u{1b}]{0,2}"), 0..12),
        width in 0usize..150,
    ) {
        let mut sample = Sample::default();
        let a = sample.article("a.txt", "A", &text);
        let b = sample.article("b.txt", "B", &text);
        let label = |(i, (start, length, value)): (usize, (usize, usize, String))| Label {
            source: [a, b][i % 2],
            span: Span::new(start, start + length),
            message: value.clone(),
            value: Some(value),
        };
        let labels = labels.into_iter().enumerate().map(label).collect();
        sample.find("test", Severity::Error, &text, labels);
        let shown = show(&sample, Look { color: false, width, links: false });
        assert!(!shown.chars().any(|c| c != '\n' && clean::is_hidden(c)), "{shown}");
    }
}
