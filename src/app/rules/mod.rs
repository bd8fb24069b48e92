//! `gainsay rules`: write, explain, test and measure rules.

use std::io;
use std::path::{Path, PathBuf};

use super::args::{Rules, RulesAction};
use super::outcome::Outcome;
use super::stdin;
use super::terminal::Terminal;
use crate::config::FailOn;
use crate::diagnostic::{Report, Severity};
use crate::rules::{Rule, house, reference, schema};
use crate::session::{Chosen, Inputs, Options, Project, Session, unknown_rule};

mod explain;
mod list;
mod measure;
mod new;
mod test;
mod trial;

/// Does what is asked with the rules.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &Rules, terminal: &Terminal) -> io::Result<Outcome> {
    let beside = lexicon_beside(&args.action);
    let project = Project::load(args.config.as_deref(), Path::new("."), &beside);
    let session = session(&args.action, project)?;
    let report = act(&args.action, &session, terminal)?;
    terminal.problems(&report.problems, session.sources())?;
    Ok(Outcome::of(&report, FailOn::At(Severity::Error)))
}

/// What the action asks: of rules, and of articles where it names some.
fn session(action: &RulesAction, project: Project) -> io::Result<Session> {
    let (mut inputs, mut rules) = (Inputs::default(), Chosen::Settings);
    match action {
        RulesAction::Test { paths, .. } if !paths.is_empty() => rules = Chosen::Files(paths.clone()),
        RulesAction::Try { rule, paths, .. } => {
            rules = Chosen::One(rule.clone());
            inputs = Inputs { paths: paths.clone(), stdin: stdin::read_if_named(paths)?, ..inputs };
        }
        _ => {}
    }
    Ok(Session::new(project, inputs, Options { rules, ..Options::default() }))
}

fn act(action: &RulesAction, session: &Session, terminal: &Terminal) -> io::Result<Report> {
    let lexicon = session.lexicon();
    match action {
        RulesAction::List { format } => list::run(session.rules(), *format, terminal),
        RulesAction::Explain { id } => {
            named(session, id, |rule| terminal.print(|out| explain::write(rule, lexicon, out)))
        }
        RulesAction::Show { id } => named(session, id, |rule| {
            terminal.print(|out| out.write_all(session.sources().get(rule.source).text.as_bytes()))
        }),
        RulesAction::New { id, pack, lexicon: words } => {
            let kind = if *words { &new::LEXICON } else { &new::RULE };
            let config = session.project().config();
            new::run(kind, id, pack.as_deref(), config, session.rules(), lexicon, terminal)
        }
        RulesAction::Test { format, .. } => test::run(session, *format, terminal),
        RulesAction::Try { near, .. } => trial::run(session, *near, terminal),
        RulesAction::Measure { gold, articles, format } => {
            measure::run(gold, articles.as_deref(), session.project(), *format, terminal)
        }
        RulesAction::Schema { lexicon: words } => {
            let schema = if *words { schema::lexicon_file(lexicon) } else { schema::rule_file(lexicon) };
            terminal.print(|out| crate::view::json::write(&schema, out))?;
            Ok(Report::default())
        }
        RulesAction::Reference => {
            terminal.print(|out| out.write_all(reference::page(lexicon).as_bytes()))?;
            Ok(Report::default())
        }
    }
}

/// The lexicon files that belong to the packs or rules of a command, whether or not the settings name them.
fn lexicon_beside(action: &RulesAction) -> Vec<PathBuf> {
    let named: Vec<&Path> = match action {
        RulesAction::Test { paths, .. } => paths.iter().map(PathBuf::as_path).collect(),
        RulesAction::Try { rule, .. } => vec![rule],
        _ => Vec::new(),
    };
    let beside = |path: &Path| match (house::is_lexicon(path), path.is_dir()) {
        (true, _) => path.to_owned(),
        (false, true) => path.join(house::FOLDER),
        (false, false) => path.with_file_name(house::FOLDER),
    };
    named.into_iter().map(beside).filter(|path| path.exists()).collect()
}

/// Does something with the rule of a name; if there is none, that is the report's problem.
fn named(session: &Session, id: &str, act: impl FnOnce(&Rule) -> io::Result<()>) -> io::Result<Report> {
    let set = session.rules();
    let Some(rule) = set.get(id) else {
        let mut problems = set.problems.clone();
        problems.push(unknown_rule(id, set));
        return Ok(Report { problems, ..Report::default() });
    };
    act(rule)?;
    Ok(Report::default())
}
