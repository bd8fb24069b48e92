//! The page that `--output html=FILE` writes, of whole stories.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is written of a story.
fn page(story: &str, more: &[&str]) -> String {
    // Several tests write a page of one story at a time.
    static PAGES: AtomicUsize = AtomicUsize::new(0);
    let number = PAGES.fetch_add(1, Ordering::Relaxed);
    let name = format!("gainsay-html-{}-{story}-{number}", std::process::id());
    let file: PathBuf = std::env::temp_dir().join(name.replace('/', "-"));
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["check", &format!("fixtures/{story}"), "--quiet", "--output"])
        .arg(format!("html={}", file.display()))
        .args(more)
        .output()
        .unwrap();
    let page = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{output:?}"));
    fs::remove_file(file).unwrap();
    page
}

/// The values of an attribute.
fn all<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let begin = format!(" {attribute}=\"");
    page.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_page_has_the_findings_the_graph_the_days_and_the_articles() {
    let page = page("quake", &[]);
    for part in ["findings", "graph", "timeline", "articles"] {
        assert!(page.contains(&format!("<section id=\"{part}\"")), "{part}");
    }
    assert_eq!(page.matches("<article class=\"card ").count(), 5);
    assert!(page.contains("<time datetime=\"2025-06-03\">Tuesday, 3 June 2025</time>"));
    assert!(page.contains("<mark>magnitude 6.4</mark>") && page.contains("<mark>magnitude 6.9</mark>"));
    let (_, graph) = page.split_once("<svg").unwrap();
    let (graph, _) = graph.split_once("</svg>").unwrap();
    assert!(graph.contains(">6.9</text>") && graph.contains(">Harbour Courier</text>"), "{graph}");
}

#[test]
fn names_on_a_page_are_unique_and_every_link_leads_to_one() {
    for (story, more) in [
        ("quake", &[][..]),
        ("diplomacy", &[]),
        ("formats/feed.xml", &[]),
        ("newsroom/drafts", &["--against", "fixtures/newsroom/archive"]),
    ] {
        let page = page(story, more);
        let names = all(&page, "id");
        let known: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), known.len(), "{story}");
        let links = all(&page, "href");
        assert!(links.len() > 20, "{story}");
        for link in links {
            assert!(link.strip_prefix('#').is_some_and(|name| known.contains(name)), "{link} in {story}");
        }
    }
}

#[test]
fn threads_change_nothing_on_a_page() {
    let one = page("court", &["--threads", "1"]);
    assert_eq!(one, page("court", &["--threads", "4"]));
    assert_eq!(one, page("court", &["--threads", "1", "--color", "always"]));
}

#[test]
fn a_page_without_findings_says_so() {
    let page = page("quake/1-first-hours.md", &[]);
    assert!(page.contains("No contradictions were found.") && !page.contains("<article"));
    assert!(page.contains("<li id=\"article-1\">Strong earthquake"));
}
