//! `gainsay config`: which settings are in force, and where they stand.

use std::io;
use std::path::Path;

use serde::Serialize;

use super::args::ShowConfig;
use super::check::FAIL_ON;
use super::outcome::Outcome;
use super::table;
use super::terminal::Terminal;
use crate::config::{Config, FailOn, schema};
use crate::diagnostic::Report;
use crate::session::Project;
use crate::source::{SourceMap, Span};
use crate::view::json;
use crate::view::table::Row;

/// A setting in a line.
#[derive(Serialize)]
struct Setting {
    setting: String,
    value: String,
    from: String,
}

impl Row for Setting {
    const HEAD: &'static [&'static str] = &["setting", "value", "from"];

    fn cells(&self) -> Vec<String> {
        vec![self.setting.clone(), self.value.clone(), self.from.clone()]
    }
}

/// Prints the settings that hold for a path.
///
/// # Errors
/// Those of writing.
pub(super) fn run(args: &ShowConfig, terminal: &Terminal) -> io::Result<Outcome> {
    let near = args.path.as_deref().unwrap_or(Path::new("."));
    let project = Project::load(args.config.as_deref(), near, &[]);
    let config = project.config();
    let mut sources = SourceMap::default();
    let set = config.rule_set(&mut sources, project.lexicon());
    if args.schema {
        terminal.print(|out| json::write(&schema::settings(&set), out))?;
        return Ok(Outcome::Clean);
    }
    let report = Report { problems: set.problems, ..Report::default() };
    table::print("settings", &rows(config), args.format, terminal)?;
    terminal.problems(&report.problems, &sources)?;
    Ok(Outcome::of(&report, FailOn::Never))
}

/// Every setting that has a value.
fn rows(config: &Config) -> Vec<Setting> {
    let mut rows = Rows { config, rows: Vec::new() };
    match config.fail_on {
        Some(set) => rows.add("check.fail-on", &set.value.name(), set.place),
        None => rows.default("check.fail-on", FAIL_ON.name()),
    }
    match &config.min_confidence {
        Some(set) => rows.add("check.min-confidence", &set.value.share(), set.place),
        None => rows.default("check.min-confidence", "0"),
    }
    for path in &config.against {
        rows.add("check.against", &path.value.display(), path.place);
    }
    for pattern in &config.exclude {
        rows.add("check.exclude", &pattern.value.text(), pattern.place);
    }
    for path in &config.packs {
        rows.add("packs.paths", &path.value.display(), path.place);
    }
    for pack in config.built_in.iter().flat_map(|chosen| &chosen.value) {
        rows.add("packs.built-in", &pack.value, pack.place);
    }
    for pack in &config.packs_off {
        rows.add("packs.off", &pack.value, pack.place);
    }
    for path in &config.lexicon {
        rows.add("lexicon.paths", &path.value.display(), path.place);
    }
    for (id, level) in &config.rules {
        rows.add(&format!("rules.{id}"), &level.value.name(), level.place);
    }
    for scope in &config.scopes {
        let articles: Vec<&str> = scope.articles.iter().map(|pattern| pattern.value.text()).collect();
        for (kind, levels) in [("rules", &scope.rules), ("packs", &scope.packs)] {
            for (id, level) in levels {
                let setting = format!("{kind}.{id} for {}", articles.join(", "));
                rows.add(&setting, &level.value.name(), level.place);
            }
        }
    }
    for (pattern, meta) in &config.articles {
        let published = meta.published.map(|day| format!("published {day}"));
        let source = meta.outlet.as_ref().map(|outlet| format!("source {outlet}"));
        let title = meta.title.as_ref().map(|title| format!("title {title}"));
        let known: Vec<String> = [published, source, title].into_iter().flatten().collect();
        rows.add(&format!("articles.{}", pattern.value.text()), &known.join(", "), pattern.place);
    }
    for ignore in &config.ignores {
        let until = ignore.until.map(|until| format!(" until {}", until.value)).unwrap_or_default();
        let fingerprint = &ignore.fingerprint;
        rows.add("ignore", &format!("{}{until}: {}", fingerprint.value, ignore.reason), fingerprint.place);
    }
    rows.rows
}

/// The rows so far.
struct Rows<'c> {
    config: &'c Config,
    rows: Vec<Setting>,
}

impl Rows<'_> {
    fn add(&mut self, setting: &str, value: &dyn std::fmt::Display, place: Span) {
        let file = self.config.file.as_ref().map_or("", |file| file.path.as_str());
        let from = format!("{file}:{}", self.config.line(place));
        self.rows.push(Setting { setting: setting.to_owned(), value: value.to_string(), from });
    }

    fn default(&mut self, setting: &str, value: &str) {
        let (setting, value, from) = (setting.to_owned(), value.to_owned(), "default".to_owned());
        self.rows.push(Setting { setting, value, from });
    }
}
