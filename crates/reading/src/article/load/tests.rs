use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date as day};
use proptest::prelude::*;

use super::*;
use crate::article::{Block, BlockKind, Meta};
use crate::source::Span;

/// A folder of its own for a test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("gainsay-load-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
        fs::write(&path, content).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    /// The paths that were read, below this folder.
    fn names(&self, loaded: &Loaded) -> Vec<String> {
        let root = format!("{}/", self.0.display());
        loaded
            .sources
            .iter()
            .map(|(_, f)| f.path.strip_prefix(&root).unwrap_or(&f.path).to_string())
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn codes(loaded: &Loaded) -> Vec<(&str, Severity)> {
    loaded.problems.iter().map(|p| (p.code.as_str(), p.severity)).collect()
}

fn memory(path: &str, content: impl AsRef<[u8]>) -> Loaded {
    document_from_bytes(path, content.as_ref().to_vec(), &Overrides::default())
}

fn read(paths: &[String], stdin: Option<&[u8]>) -> Loaded {
    load(&Wanted { drafts: paths, stdin, ..Wanted::default() }, &Overrides::default())
}

fn texts(document: &Document, kind: BlockKind) -> Vec<&str> {
    document.blocks.iter().filter(|b| b.kind == kind).map(|b| &document.text[b.range.clone()]).collect()
}

const STORY: &str = "A ferry sank off Bergen on Monday, police said.\n";

#[test]
fn folders_are_walked_and_sorted() {
    let folder = Folder::new("walk");
    for name in
        ["b/two.md", "a.txt", "b/one.HTML", "b.text", "notes.csv", ".hidden.txt", "draft/x.txt", "b/no.log"]
    {
        folder.write(name, STORY);
    }
    folder.write(".gitignore", "draft/\n");
    let named = folder.path("notes.csv");
    let root = folder.0.to_string_lossy().into_owned();
    let arguments = [root.clone(), named.clone(), folder.path("a.txt"), folder.path("./a.txt")];
    let loaded = read(&arguments, None);
    assert_eq!(folder.names(&loaded).len(), 5);
    assert_eq!(folder.names(&loaded)[1..], ["b.text", "b/one.HTML", "b/two.md", "notes.csv"]);
    assert_eq!(codes(&loaded), []);
    let mut turned = arguments;
    turned.reverse();
    assert_eq!(folder.names(&read(&turned, None)), folder.names(&loaded));
    let loaded = read(&[format!("{root}/")], None);
    assert_eq!(folder.names(&loaded), ["a.txt", "b.text", "b/one.HTML", "b/two.md"]);
}

#[test]
fn trouble_with_one_input_leaves_the_others() {
    let folder = Folder::new("trouble");
    let good = folder.write("good.txt", STORY);
    let paths = [
        folder.path("missing.txt"),
        good,
        folder.write("image.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        folder.write("empty.txt", " \n"),
        {
            folder.write("folder/x.log", "");
            folder.path("folder")
        },
    ];
    let loaded = read(&paths, None);
    assert_eq!(folder.names(&loaded), ["empty.txt", "good.txt"]);
    let expected = [
        ("input/no-articles", Severity::Error),
        ("input/missing", Severity::Error),
        ("input/binary", Severity::Error),
        ("input/empty", Severity::Warning),
    ];
    assert_eq!(codes(&loaded), expected);
    for (problem, name) in loaded.problems.iter().zip(["folder", "missing.txt", "image.txt", "empty.txt"]) {
        assert!(problem.message.contains(name), "{}", problem.message);
        assert!(problem.labels.is_empty());
    }
}

#[test]
fn standard_input_is_an_article() {
    let loaded = read(&["-".to_string(), "-".to_string()], Some(STORY.as_bytes()));
    assert_eq!(loaded.sources.iter().map(|(_, f)| f.path.as_str()).collect::<Vec<_>>(), ["-"]);
    assert_eq!(loaded.documents.len(), 1);
    let page = memory("-", "<!DOCTYPE html><title>x</title><p>A ferry sank.");
    assert_eq!(texts(&page.documents[0], BlockKind::Paragraph), ["A ferry sank."]);
    assert_eq!(codes(&read(&["-".to_string()], None)), [("input/unreadable", Severity::Error)]);
}

#[test]
fn plain_text_is_not_copied() {
    let loaded = memory("a.txt", STORY);
    let (_, file) = loaded.sources.iter().next().unwrap();
    assert!(Arc::ptr_eq(&file.text, &loaded.documents[0].text));
    assert!(loaded.documents[0].map.is_identity());
}

#[test]
fn overrides_match_the_end_of_a_path() {
    for (name, path, matches) in [
        ("a.txt", "wire/a.txt", true),
        ("wire/a.txt", "wire/a.txt", true),
        ("./wire/a.txt", "wire/a.txt", true),
        ("a.txt", "wire/ba.txt", false),
        ("other/a.txt", "wire/a.txt", false),
        ("", "wire/a.txt", false),
        ("*.txt", "wire/a.txt", true),
        ("wire/*.txt", "wire/old/a.txt", false),
        ("wire/**/*.txt", "x/wire/old/a.txt", true),
        ("{a,b}.txt", "wire/b.txt", true),
        ("*.txt", "wire/a.md", false),
    ] {
        assert_eq!(PathPattern::new(name).unwrap().matches(path), matches, "{name} {path}");
    }
    let said = |name: &str, published, outlet: Option<&str>, origin| {
        let meta = Meta { published, outlet: outlet.map(str::to_owned), ..Meta::default() };
        Known { pattern: PathPattern::new(name).unwrap(), meta, origin }
    };
    use Origin::{CommandLine, Settings};
    let known = vec![
        said("*.txt", Some(day(2012, 1, 1)), Some("Wire"), Settings),
        said("a.txt", Some(day(2013, 1, 1)), Some("Evening Post"), Settings),
        said("b/a.txt", Some(day(2014, 1, 1)), None, Settings),
        said("d.txt", Some(day(2015, 1, 1)), None, CommandLine),
        said("x/b/d.txt", Some(day(2016, 1, 1)), None, Settings),
    ];
    let overrides = Overrides::new(known, Vec::new());
    let text = "---\ndate: 2020-02-02\nsource: Other\n---\nA ferry sank.";
    let meta = |path: &str| document_from_bytes(path, text.into(), &overrides).documents.remove(0).meta;
    assert_eq!(meta("x/b/a.txt").published, Some(day(2014, 1, 1)));
    assert_eq!(meta("x/a.txt").published, Some(day(2013, 1, 1)));
    assert_eq!(meta("x/a.txt").outlet.as_deref(), Some("Evening Post"));
    assert_eq!(meta("x/c.txt").published, Some(day(2012, 1, 1)));
    assert_eq!(meta("x/c.txt").outlet.as_deref(), Some("Wire"));
    assert_eq!(meta("x/b/d.txt").published, Some(day(2015, 1, 1)), "the command line counts for more");
    assert_eq!(meta("x/c.text").published, Some(day(2020, 2, 2)));
    let unused = overrides.known_elsewhere(["a.txt", "e.txt"].into_iter());
    let unused: Vec<&str> = unused.iter().map(|known| known.pattern.text()).collect();
    assert_eq!(unused, ["b/a.txt", "d.txt", "x/b/d.txt"]);
}

#[test]
fn a_wire_story_in_plain_text() {
    let text = "Ferry Sinks Off Bergen\nBy Jane Doe\nPUBLISHED: THURSDAY, MARCH 7, 2019, 2:47 PM\n\nBERGEN – A ferry sank on Thursday, police said.\nSearch Goes On\nDivers found the wreck.\nRead More: Ferries That Sank\nThe owner did not comment.\nJane Doe is a reporter at the Evening Post.\n";
    let loaded = memory("a.txt", text);
    let document = &loaded.documents[0];
    assert_eq!(document.meta.published, Some(day(2019, 3, 7)));
    assert_eq!(document.meta.title.as_deref(), Some("Ferry Sinks Off Bergen"));
    assert_eq!(texts(document, BlockKind::Headline), ["Ferry Sinks Off Bergen"]);
    assert_eq!(texts(document, BlockKind::Heading), ["Search Goes On"]);
    assert_eq!(texts(document, BlockKind::Furniture).len(), 4);
    assert_eq!(
        texts(document, BlockKind::Paragraph),
        [
            "BERGEN – A ferry sank on Thursday, police said.",
            "Divers found the wreck.",
            "The owner did not comment."
        ]
    );
    assert_eq!(codes(&loaded), []);
}

#[test]
fn front_matter_gives_a_headline_once() {
    for (name, body) in [
        ("a.md", "# Ferry sinks\n\nA ferry sank."),
        ("a.txt", "Ferry sinks\n\nA ferry sank."),
        ("a.md", "A ferry sank."),
    ] {
        let text =
            format!("---\ntitle: Ferry sinks\npublisher: Evening Post\ndate: 7 March 2019\n---\n{body}");
        let loaded = memory(name, &text);
        let document = &loaded.documents[0];
        let expected = Meta {
            outlet: Some("Evening Post".into()),
            title: Some("Ferry sinks".into()),
            published: Some(day(2019, 3, 7)),
            ..Meta::default()
        };
        assert_eq!(document.meta, expected);
        assert_eq!(texts(document, BlockKind::Headline), ["Ferry sinks"], "{text}");
        assert_eq!(texts(document, BlockKind::Paragraph), ["A ferry sank."]);
        let headline = document.map.to_disk(document.blocks[0].range.clone());
        assert_eq!(&text[headline.range()], "Ferry sinks");
    }
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_not_used() {
    let text = "Ferry sinks\nPosted: 03/07/2019 9:00 PM\nA ferry sank.";
    let loaded = memory("a.txt", text);
    assert_eq!(loaded.documents[0].meta.published, None);
    assert_eq!(codes(&loaded), [("input/ambiguous-date", Severity::Warning)]);
    assert_eq!(loaded.problems[0].labels[0].message, "2019-03-07 or 2019-07-03?");
    for tag in ["<meta name=date content='03/07/2019'>", "<p><time datetime='03/07/2019'>Today</time>"] {
        let page = format!("<html>{tag}<p>A ferry sank.<p>Divers found it.");
        let loaded = memory("a.html", &page);
        assert_eq!(loaded.documents[0].meta.published, None);
        assert_eq!(codes(&loaded), [("input/ambiguous-date", Severity::Warning)]);
        assert!(page[loaded.problems[0].labels[0].span.range()].contains("03/07/2019"), "{tag}");
    }
    let meta = Meta { published: Some(day(2019, 3, 7)), ..Meta::default() };
    let known = Known { pattern: PathPattern::new("a.txt").unwrap(), meta, origin: Origin::CommandLine };
    let told = document_from_bytes("a.txt", text.into(), &Overrides::new(vec![known], Vec::new()));
    assert_eq!(codes(&told), []);
}

#[test]
fn odd_files_are_read_with_a_warning() {
    let loaded = memory("a.txt", b"Caf\xE9 burns\nA caf\xE9 burned.\n");
    assert_eq!(codes(&loaded), [("input/encoding", Severity::Warning)]);
    assert!(
        loaded.problems[0].message.contains("a.txt") && loaded.problems[0].message.contains("windows-1252")
    );
    assert_eq!(texts(&loaded.documents[0], BlockKind::Paragraph), ["A café burned."]);

    let text = "A cafe burned.\nThe cafeโs owner said: â€œIt burned.â€\u{9d}\n";
    let loaded = memory("a.txt", text);
    assert_eq!(codes(&loaded), [("input/mojibake", Severity::Warning)]);
    assert!(loaded.problems[0].message.contains("a.txt") && loaded.problems[0].message.contains("“cafe’s”"));
    let document = &loaded.documents[0];
    assert_eq!(texts(document, BlockKind::Paragraph)[1], "The cafe's owner said: “It burned.”");
    let at = document.text.find("cafe's").unwrap();
    assert_eq!(&text[document.map.to_disk(at..at + "cafe's".len()).range()], "cafeโs");

    let utf16: Vec<u8> =
        "\u{feff}<p>A caf&eacute; burned in Gül.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let loaded = memory("a.html", &utf16);
    let document = &loaded.documents[0];
    let at = document.text.find("café").unwrap();
    assert_eq!(document.map.to_disk(at..at + 5), Span::new(12, 34));
    assert_eq!(codes(&loaded), [("input/encoding", Severity::Warning)]);
}

#[test]
fn a_very_long_line_is_read() {
    let text = "A ferry sank off Bergen. ".repeat(1 << 19);
    let loaded = memory("a.txt", &text);
    assert_eq!(loaded.documents[0].blocks.len(), 1);
    assert_eq!(codes(&loaded), []);
}

#[test]
fn a_text_that_no_article_has_is_refused() {
    let text = "A ferry sank off Bergen. ".repeat(1 << 20);
    for name in ["a.txt", "a.md", "a.html"] {
        assert_eq!(codes(&memory(name, &text)), [("input/too-long", Severity::Error)]);
    }
    // A file of many articles may be longer.
    let line = format!("{{\"text\": \"{}\"}}\n", "A ferry sank off Bergen. ".repeat(1 << 15));
    let loaded = memory("a.jsonl", line.repeat(25));
    assert_eq!((loaded.documents.len(), codes(&loaded)), (25, vec![]));
}

#[test]
fn an_encoding_in_an_xml_declaration_is_honoured() {
    for (declared, bytes) in
        [("ISO-8859-2", &b"Kova\xe8"[..]), ("windows-1250", b"Kova\xe8"), ("iso-8859-15", b"100 \xa4")]
    {
        let mut file = format!("<?xml version=\"1.0\" encoding='{declared}'?><nitf><body><body.content><p>")
            .into_bytes();
        file.extend(bytes);
        file.extend(b" sank.</p></body.content></body></nitf>");
        let text = &memory("a.xml", &file).documents[0].text;
        assert!(text.contains("Kovač") || text.contains("100 €"), "{declared}: {text}");
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_that_says_nothing_is_not_waited_for() {
    let folder = std::env::temp_dir().join(format!("gainsay-pipe-{}", std::process::id()));
    let made = std::process::Command::new("mkfifo").arg(&folder).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let short = std::time::Duration::from_millis(50);
    assert!(matches!(inputs::read_pipe(&folder, short, short), Err(Trouble::Silent)));
    // Who waited for the first is still there, and would take what is written.
    std::fs::remove_file(&folder).unwrap();
    std::process::Command::new("mkfifo").arg(&folder).status().unwrap();
    let writer = folder.clone();
    let writing = std::thread::spawn(move || std::fs::write(writer, "A ferry sank.").unwrap());
    let long = std::time::Duration::from_secs(20);
    assert_eq!(inputs::read_pipe(&folder, long, long).unwrap(), b"A ferry sank.");
    writing.join().unwrap();
    std::fs::remove_file(folder).unwrap();
}

#[test]
fn a_folder_is_excluded_by_its_name() {
    let exclude =
        ["notes", "b/*.txt", "drafts/**", "old/"].map(|pattern| PathPattern::new(pattern).unwrap()).to_vec();
    let overrides = Overrides::new(Vec::new(), exclude);
    let excludes = |path: &str| overrides.excludes(path, Path::new(path));
    for path in ["old/a.txt", "notes/a.txt", "wire/notes/old/a.txt", "a/b/c.txt", "drafts/x/y.md", "notes"] {
        assert!(excludes(path), "{path}");
    }
    for path in ["my notes/a.txt", "notes.txt", "b/c/d.txt", "wire/a.txt"] {
        assert!(!excludes(path), "{path}");
    }
    // From the settings' folder, whatever the paths are called on the command line and what stands above it.
    let overrides = overrides.within(Path::new("/notes/desk"));
    assert!(!overrides.excludes("/notes/desk/a.txt", Path::new("/notes/desk/a.txt")));
    assert!(overrides.excludes("a.txt", Path::new("/notes/desk/notes/a.txt")));
}

#[test]
fn what_is_said_of_a_file_is_said_of_its_articles() {
    let known = |pattern: &str, date: Date| {
        let meta = Meta { published: Some(date), ..Meta::default() };
        Known { pattern: PathPattern::new(pattern).unwrap(), meta, origin: Origin::CommandLine }
    };
    let overrides = Overrides::new(
        vec![known("a.jsonl", day(2019, 3, 7)), known("a.jsonl#2", day(2019, 3, 8))],
        Vec::new(),
    );
    let lines = "{\"text\":\"A ferry sank.\"}\n{\"text\":\"Two ferries sank.\"}";
    let loaded = document_from_bytes("wire/a.jsonl", lines.into(), &overrides);
    let days: Vec<_> = loaded.documents.iter().map(|document| document.meta.published).collect();
    assert_eq!(days, [Some(day(2019, 3, 7)), Some(day(2019, 3, 8))]);
    assert!(overrides.unmatched(&loaded.sources).is_empty());
}

/// Blocks ascend, lie on character borders and lead to bytes in the file.
fn check(loaded: &Loaded, bytes: &[u8]) -> Result<(), TestCaseError> {
    for document in &loaded.documents {
        let mut before = 0;
        for Block { range, .. } in &document.blocks {
            prop_assert!(range.start >= before && range.start < range.end);
            before = range.end;
            let words = document.text.get(range.clone());
            prop_assert!(words.is_some(), "not on character borders");
            for (at, char) in words.unwrap_or("").char_indices() {
                let at = range.start + at;
                let span = document.map.to_disk(at..at + char.len_utf8());
                let disk = bytes.get(span.range());
                prop_assert!(disk.is_some(), "outside the file");
                if let Ok(text) = std::str::from_utf8(bytes) {
                    prop_assert!(text.get(span.range()).is_some(), "{char:?} at {span:?} in {text:?}");
                }
            }
            let span = document.map.to_disk(range.clone());
            prop_assert!(!span.is_empty() && span.end as usize <= bytes.len());
        }
    }
    for label in loaded.problems.iter().flat_map(|p| &p.labels) {
        prop_assert!(label.span.end as usize <= bytes.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), name in "a\\.(txt|md|html)") {
        check(&memory(&name, &bytes), &bytes)?;
    }

    #[test]
    fn any_items(
        parts in prop::collection::vec(prop::sample::select(vec![
            "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<content:encoded>",
            "<![CDATA[", "]]>", "&lt;p&gt;", "&amp;eacute;", "&#x2019;", "&x;", "<feed>", "<entry>", "<content type='xhtml'>", "<div>",
            "</content>", "<nitf>", "<body>", "<body.content>", "<p>", "</p>", "<hl2>", "<media>", "<media-caption>", "<newsItem>",
            "<contentSet>", "<inlineXML contenttype='x'>", "<inlineData>", "{\"body_text\":", "\"body_xhtml\":", "\"text\":", "{", "}",
            "[", "]", ",", ":", "\"", "\"A ferry sank.\"", "\\u00e9", "\\ud83d", "\\n", "é", "’", "A ferry sank.", "\n", " ", "&", "<", ">",
        ]), 0..40),
        name in "a\\.(xml|rss|atom|nitf|json|jsonl)",
    ) {
        let text = parts.concat();
        check(&memory(&name, &text), text.as_bytes())?;
    }

    #[test]
    fn any_markup(
        parts in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<br>", "<b>", "</b>", "<article>", "</article>", "<h1>", "</h1>", "<script>", "</script>", "<!--",
            "-->", "&amp;", "&", "&#8217;", "&acE;", "<a href=x>", "</a>", "<title>", "<svg/>", "<", ">", "é", "’", "â€™", "โ",
            "\r\n", "\n", "\n\n", "\r", " ", "# ", "> ", "- ", "    ", "*", "`", "```", "[", "](x)", "---\n", "+++\n", "title: ", "date: ",
            "7 March 2019", "By Jane Doe", "A ferry sank.", "Ferry", "\u{feff}", "\u{a0}", "|", "\u{2028}", "“", "\t", "\0", "~~", "\\", "![",
        ]), 0..40),
        name in "a\\.(txt|md|html)",
    ) {
        let text = parts.concat();
        check(&memory(&name, &text), text.as_bytes())?;
    }
}
