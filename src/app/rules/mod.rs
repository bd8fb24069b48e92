//! `gainsay rules`: write, explain, test and measure rules.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Rules, RulesAction};
use super::outcome::Outcome;
use super::settings;
use super::terminal::Terminal;
use crate::config::{Config, FailOn};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::hint::hint;
use crate::lexicon::Lexicon;
use crate::rules::{Rule, RuleSet, house, reference, schema};
use crate::source::SourceMap;

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
    let mut sources = SourceMap::default();
    let beside = lexicon_beside(&args.action);
    let (config, lexicon) = settings::load_with(args.config.as_deref(), Path::new("."), &beside);
    let report = act(&args.action, config, &lexicon, &mut sources, terminal)?;
    terminal.problems(&report.problems, &sources)?;
    Ok(Outcome::of(&report, FailOn::At(Severity::Error)))
}

fn act(
    action: &RulesAction,
    config: Config,
    lexicon: &Arc<Lexicon>,
    sources: &mut SourceMap,
    terminal: &Terminal,
) -> io::Result<Report> {
    match action {
        RulesAction::List { format } => list::run(config.rule_set(sources, lexicon), *format, terminal),
        RulesAction::Explain { id } => {
            let set = config.rule_set(sources, lexicon);
            named(set, id, |rule| terminal.print(|out| explain::write(rule, lexicon, out)))
        }
        RulesAction::Show { id } => named(config.rule_set(sources, lexicon), id, |rule| {
            terminal.print(|out| out.write_all(sources.get(rule.source).text.as_bytes()))
        }),
        RulesAction::New { id, pack, lexicon: words } => {
            let kind = if *words { &new::LEXICON } else { &new::RULE };
            new::run(kind, id, pack.as_deref(), &config, lexicon, terminal)
        }
        RulesAction::Test { paths, format } => {
            let within = (!paths.is_empty()).then_some(paths.as_slice());
            let set = match within {
                None => config.rule_set(sources, lexicon),
                Some(paths) => test::only(paths, &config, lexicon, sources),
            };
            let words = config.house.tests(sources, within);
            test::run(set, &words, lexicon, sources, *format, terminal)
        }
        RulesAction::Try { rule, paths, near } => {
            trial::run(rule, paths, *near, &config, lexicon, sources, terminal)
        }
        RulesAction::Measure { gold, articles, format } => {
            measure::run(gold, articles.as_deref(), config, lexicon, *format, terminal)
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
fn named(set: RuleSet, id: &str, act: impl FnOnce(&Rule) -> io::Result<()>) -> io::Result<Report> {
    match set.get(id) {
        Some(rule) => {
            act(rule)?;
            Ok(Report::default())
        }
        None => {
            let mut problems = set.problems;
            problems.push(unknown(id, &set.rules));
            Ok(Report { problems, ..Report::default() })
        }
    }
}

fn unknown(id: &str, rules: &[Rule]) -> Diagnostic {
    let known: Vec<_> = rules.iter().map(|rule| rule.id.as_str()).collect();
    Diagnostic::new("rule/unknown", Severity::Error, format!("there is no rule `{id}`"))
        .with_help(hint(id, &known))
}
