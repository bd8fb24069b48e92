use pulldown_cmark::{Event, Parser, Tag};

use super::*;
use crate::diagnostic::{Part, Severity};
use crate::view::sample::{Sample, ferry};

fn show(sample: &Sample) -> String {
    let mut out = Vec::new();
    write_report(&sample.report, &sample.sources, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn sides_are_told_with_their_sources() {
    let mut sample = ferry();
    sample.report.archive = Some(12);
    sample.report.articles[1].part = Part::Archive;
    insta::assert_snapshot!(show(&sample));
}

#[test]
fn articles_cannot_mark_anything_up() {
    let evil =
        "`` `<script>` **bold** [x](http://e.example) @someone #12 https://e.example www.e.example ![i](j)";
    let mut sample = Sample::default();
    let a = sample.article("a`b<b>.txt", evil, &format!("x {evil}\n# heading\n"));
    let labels = vec![sample.label(a, evil, evil, ""), sample.label(a, "heading", "# heading\n- list", "")];
    let finding = sample.find("toll", Severity::Error, evil, labels);
    finding.help = Some(evil.into());
    finding.missing = vec![evil.into()];
    let shown = show(&sample);
    let mut text = String::new();
    for event in Parser::new(&shown) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("{shown}"),
            Event::InlineHtml(html) | Event::Html(html) => {
                assert!(["<sub>", "</sub>", "<!-- -->"].contains(&html.trim()), "{html} in {shown}");
                text.push('\0');
            }
            Event::Text(words) => text.push_str(&words),
            _ => {}
        }
    }
    for called in ["@someone", "#12", "https://", "www."] {
        assert!(!text.contains(called), "{called} in {text}");
    }
}

#[test]
fn a_comment_has_an_end() {
    let mut sample = ferry();
    let finding = sample.report.findings[0].clone();
    sample.report.findings = vec![finding; 500];
    let shown = show(&sample);
    assert!(shown.contains("And 460 more findings."), "{shown}");
    assert!(shown.len() < 65_536);
}
