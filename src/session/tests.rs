use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::explain::Position;
use super::explain::judge::Made;
use super::*;
use crate::config::Config;
use crate::diagnostic::Label;

/// A folder of a test's own, gone when the test ends.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("gainsay-session-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Desk(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Writes an article about a fire.
    fn write(&self, name: &str, killed: &str) -> String {
        fs::write(self.path(name), fire(killed)).unwrap();
        self.path(name)
    }

    /// A session on all that is in the folder.
    fn session(&self) -> Session {
        let paths = vec![self.0.display().to_string()];
        session(Project::default(), Inputs { paths, ..Inputs::default() })
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn fire(killed: &str) -> String {
    format!(
        "A fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.\n"
    )
}

fn session(project: Project, inputs: Inputs) -> Session {
    Session::new(project, inputs, Options::default())
}

/// How many articles a session has read so far.
fn read(session: &Session) -> usize {
    session.options.progress.read.load(Ordering::Relaxed)
}

/// Everything that a check tells.
fn told(session: &Session) -> String {
    let report = session.check();
    format!("{:#?}{:#?}{:#?}", report.findings, report.set_aside, report.problems)
}

/// The fixtures that hold articles.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.join("expected.md").is_file());
    folders.sort();
    assert!(folders.len() >= 5);
    folders
}

/// Two labels of a finding that give different values, in articles.
fn two_sides<'f>(finding: &'f Diagnostic, articles: &BTreeSet<SourceId>) -> Option<[&'f Label; 2]> {
    let labels = || finding.labels.iter().filter(|label| articles.contains(&label.source));
    let first = labels().next()?;
    let opposed = |label: &&Label| *label != first && (label.value.is_none() || label.value != first.value);
    Some([first, labels().find(opposed)?])
}

/// What is explained of a label's rule at two labels.
fn explained(session: &Session, sources: &SourceMap, code: &str, labels: [&Label; 2]) -> Made {
    let positions = labels.map(|label| {
        let file = sources.get(label.source);
        let at = file.position(label.span);
        format!("{}:{}:{}", file.path, at.line, at.column).parse::<Position>().unwrap()
    });
    let question = session.explain(&positions);
    let answer = question.answer().unwrap();
    let both = answer.both.unwrap();
    both.rules.iter().find(|verdict| verdict.rule == code).unwrap().made
}

/// Asks about every finding of a check in another session, to which the same articles are given as the command line
/// gives them: those that are asked about are open.
fn explains_what_it_checks(project: &Project, inputs: Inputs) -> usize {
    let checked = session(project.clone(), inputs.clone());
    let articles: BTreeSet<SourceId> = checked.articles().collect();
    let open = articles.iter().map(|source| checked.sources().get(*source).path.clone()).collect();
    let asked = session(project.clone(), Inputs { open, ..inputs });
    let report = checked.check();
    let counted = report.findings.iter().map(|finding| (finding, Made::Finding));
    let aside = report.set_aside.iter().map(|(finding, _)| (finding, Made::SetAside));
    let mut told = 0;
    for (finding, made) in counted.chain(aside) {
        let Some(labels) = two_sides(finding, &articles) else { continue };
        assert_eq!(explained(&asked, checked.sources(), &finding.code, labels), made, "{finding:#?}");
        told += 1;
    }
    told
}

#[test]
fn what_a_check_finds_is_explained_so() {
    let (mut alone, mut against) = (0, 0);
    for folder in folders() {
        let project = Project::load(None, &folder, &[]);
        let folder = vec![folder.display().to_string()];
        let inputs = Inputs { paths: folder.clone(), archive: Archive::Settings, ..Inputs::default() };
        let all = session(project.clone(), inputs.clone());
        let draft = all.sources().get(all.articles().last().unwrap()).path.clone();
        alone += explains_what_it_checks(&project, inputs);
        let archive = Archive::Paths(folder);
        against +=
            explains_what_it_checks(&project, Inputs { paths: vec![draft], archive, ..Inputs::default() });
    }
    assert!(alone >= 12 && against >= 3, "{alone} and {against} findings were explained");
}

#[test]
fn what_is_set_aside_is_explained_so() {
    let desk = Desk::new("aside");
    desk.write("a.md", "nine");
    let ignored = format!("{}<!-- gainsay-ignore toll: counted apart -->\n", fire("ten").trim_end());
    fs::write(desk.path("b.md"), ignored).unwrap();
    let inputs = Inputs { paths: vec![desk.path("a.md"), desk.path("b.md")], ..Inputs::default() };
    let project = Project::default();
    let before = session(project.clone(), inputs.clone());
    assert_eq!(before.check().set_aside.len(), 1);
    assert!(explains_what_it_checks(&project, inputs) >= 1);
}

#[test]
fn two_vocabularies_live_side_by_side() {
    let with = |verb: &str| {
        let mut config = Config::default();
        let words = format!("[event.regatta]\nverbs = [\"{verb}\"]\ncounts = \"sailed\"\n");
        config.house.add_text("words.toml".into(), words.into());
        let mut session = session(Project::new(config), Inputs::default());
        session.set_text("a.txt", "Nine crews glorped in Split on Monday, police said.");
        session
    };
    let (one, other) = (with("glorp"), with("snarf"));
    let regattas = |session: &Session| {
        let graph = session.graph();
        graph.events.iter().filter(|event| graph.lexicon.class(event.class).name == "regatta").count()
    };
    std::thread::scope(|scope| {
        let found = [&one, &other].map(|session| scope.spawn(move || regattas(session)));
        assert_eq!(found.map(|thread| thread.join().unwrap()), [1, 0]);
    });
    assert_ne!(one.vocabulary, other.vocabulary);
}

#[test]
fn what_articles_say_is_kept_in_bytes() {
    for folder in folders() {
        let inputs = Inputs { paths: vec![folder.display().to_string()], ..Inputs::default() };
        let first = session(Project::default(), inputs.clone()).keeping();
        let mut second = session(Project::default(), inputs);
        let expected = told(&first);
        for (content, record) in first.kept() {
            assert_eq!(second.keep(content, record), Ok(()));
        }
        assert_eq!(told(&second), expected);
        assert_eq!((read(&first), read(&second)), (first.articles().count(), 0));
    }
}

#[test]
fn bytes_of_others_are_refused() {
    let desk = Desk::new("refused");
    desk.write("a.txt", "nine");
    let first = desk.session().keeping();
    first.check();
    let (content, record) = first.kept().remove(0);
    let refused = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = record.to_vec();
        change(&mut bytes);
        desk.session().keep(content, bytes.into())
    };
    assert_eq!(refused(&|_| {}), Ok(()));
    assert_eq!(refused(&|bytes| bytes[8] += 1), Err(Refused::Form(5)));
    assert_eq!(refused(&|bytes| bytes[12] ^= 1), Err(Refused::Vocabulary));
    assert_eq!(refused(&|bytes| *bytes.last_mut().unwrap() ^= 1), Err(Refused::Damaged));
    assert_eq!(refused(&|bytes| bytes.truncate(20)), Err(Refused::Damaged));
    assert_eq!(refused(&|bytes| bytes.clear()), Err(Refused::Foreign));
    let mut config = Config::default();
    config.house.add_text("words.toml".into(), "[[fact]]\nname = \"Ylva Sandmark\"\n".into());
    let mut other = session(Project::new(config), Inputs::default());
    assert_eq!(other.keep(content, record.clone()), Err(Refused::Vocabulary));
}

#[test]
fn a_draft_in_memory_is_read_like_one_on_the_disk() {
    let (saved, unsaved) = (Desk::new("saved"), Desk::new("unsaved"));
    for desk in [&saved, &unsaved] {
        desk.write("b.txt", "nine");
    }
    saved.write("a.txt", "ten");
    saved.write("c.txt", "eleven");
    unsaved.write("c.txt", "nine");
    let mut session = unsaved.session();
    assert_eq!(session.check().findings.len(), 0);
    // One that is not there yet, and one in the place of a file, under another name.
    session.set_text(&unsaved.path("a.txt"), fire("ten"));
    session.set_text(&unsaved.path("./c.txt"), fire("eleven"));
    assert_eq!(told(&session), told(&saved.session()));
    assert_ne!(session.check().findings, []);
    session.remove_text(&unsaved.path("a.txt"));
    session.remove_text(&unsaved.path("c.txt"));
    assert_eq!(session.check().findings, []);
    assert_eq!(session.articles().count(), 2);
}

#[test]
fn an_unsaved_article_of_the_archive_stays_there() {
    let desk = Desk::new("archive");
    let (draft, old) = (desk.write("draft.txt", "nine"), desk.write("old.txt", "nine"));
    let archive = Archive::Paths(vec![old.clone()]);
    let mut session =
        session(Project::default(), Inputs { paths: vec![draft], archive, ..Inputs::default() });
    session.set_text(&old, fire("ten"));
    let report = session.check();
    assert_eq!((report.findings.len(), report.archive), (1, Some(1)));
}

#[test]
fn after_a_change_only_what_changed_is_read() {
    for archive in [false, true] {
        let desk = Desk::new(if archive { "changed-against" } else { "changed" });
        let paths: Vec<String> =
            ["a.txt", "b.txt", "c.txt"].into_iter().map(|name| desk.write(name, "nine")).collect();
        desk.write("d.txt", "eleven");
        let inputs = match archive {
            false => Inputs { paths: vec![desk.path(".")], ..Inputs::default() },
            true => {
                let archive = Archive::Paths(vec![desk.path(".")]);
                Inputs { paths, archive, ..Inputs::default() }
            }
        };
        let mut kept = session(Project::default(), inputs.clone()).keeping();
        kept.check();
        // Three articles have one content, and may be read side by side.
        let before = read(&kept);
        assert!((2..=4).contains(&before));
        kept.set_text(&desk.path("b.txt"), fire("ten"));
        let mut anew = session(Project::default(), inputs);
        anew.set_text(&desk.path("b.txt"), fire("ten"));
        assert_eq!(told(&kept), told(&anew));
        assert_eq!(read(&kept), before + 1);
        kept.remove_text(&desk.path("b.txt"));
        kept.check();
        assert_eq!((read(&kept), kept.kept().len()), (before + 1, 2), "what nobody says is forgotten");
    }
}

#[test]
fn an_article_that_is_asked_about_stays_in_the_archive() {
    let desk = Desk::new("open");
    let (draft, old) = (desk.write("draft.txt", "nine"), desk.write("old.txt", "ten"));
    let parts = |paths: &[&String], open: &[&String]| {
        let owned = |paths: &[&String]| paths.iter().map(|path| (*path).clone()).collect();
        let archive = Archive::Paths(vec![old.clone()]);
        let inputs = Inputs { paths: owned(paths), open: owned(open), archive, ..Inputs::default() };
        let session = session(Project::default(), inputs);
        session.articles().map(|source| session.parsed(source).unwrap().part).collect::<Vec<_>>()
    };
    assert_eq!(parts(&[], &[&draft, &old]), [Part::Draft, Part::Archive]);
    assert_eq!(parts(&[&draft], &[&old]), [Part::Draft, Part::Archive]);
    assert_eq!(parts(&[], &[&old]), [Part::Draft], "there is no other draft");
}

/// Edits of a draft are taken in without a look at the disk; nothing may depend on how a text came about.
#[test]
fn a_draft_that_is_edited_says_what_it_would_say_at_once() {
    let desk = Desk::new("edited");
    (0..3).for_each(|at| drop(desk.write(&format!("old-{at}.txt"), ["nine", "ten", "nine"][at])));
    for ending in ["txt", "md", "html", "ninjs", "jsonl"] {
        let draft = desk.path(&format!("draft.{ending}"));
        let archive = Archive::Paths(vec![desk.path(".")]);
        let inputs = Inputs { paths: vec![draft.clone()], archive, ..Inputs::default() };
        let mut edited = session(Project::default(), inputs.clone()).keeping();
        let item = |text: &str| format!("{{\"type\":\"text\",\"body_text\":\"{}\"}}", text.trim());
        let texts = [
            fire("nine"),
            fire("eleven"),
            // Nothing, what is garbled, two articles, what is no article: each is told as it would be.
            String::new(),
            fire("eleven"),
            fire("eleven").replace("Split", "Å plit Ã©"),
            item(&fire("twelve")),
            format!("{}\n{}", item(&fire("ten")), item(&fire("twelve"))),
            "Un incendie a fait neuf morts hier soir dans le port de la ville, selon la police.".to_owned(),
            "\0\0\0".to_owned(),
            fire("nine"),
        ];
        for text in &texts {
            edited.set_text(&draft, text.as_str());
            let mut at_once = session(Project::default(), inputs.clone());
            at_once.set_text(&draft, text.as_str());
            assert_eq!(told(&edited), told(&at_once), "{ending}: {text}");
        }
    }
}

/// What an archive has against itself is nobody's business, and is not looked for.
#[test]
fn an_archive_has_nothing_to_say_of_itself() {
    let desk = Desk::new("itself");
    let (one, other) = (desk.write("one.txt", "nine"), desk.write("other.txt", "ten"));
    let draft = desk.path("draft.txt");
    fs::write(
        &draft,
        "A fire on the ferry Jadran off Split in Croatia killed people on Monday, police said.",
    )
    .unwrap();
    let archive = Archive::Paths(vec![one, other]);
    let inputs = Inputs { paths: vec![draft], archive, ..Inputs::default() };
    let session = session(Project::default(), inputs);
    assert_eq!(session.check().findings, []);
    assert_eq!(session.graph().articles.len(), 3, "but the articles are there");
}
