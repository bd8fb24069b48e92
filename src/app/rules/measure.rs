//! `gainsay rules measure`: how many findings of each rule are right, and how many conflicts it finds.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::app::choice::Format;
use crate::app::table;
use crate::app::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::session::{Inputs, Options, Project, Session};
use crate::view::table::Row;

mod gold;
mod score;

use gold::Gold;
use score::Score;

/// The figures of a rule, or of all of them.
#[derive(Serialize)]
struct Figures {
    rule: String,
    correct: usize,
    wrong: usize,
    notes: usize,
    precision: Option<f64>,
    found: usize,
    conflicts: usize,
    recall: Option<f64>,
}

impl Figures {
    fn new(rule: &str, score: &Score, conflicts: usize) -> Figures {
        let found = score.found.len();
        Figures {
            rule: rule.to_owned(),
            correct: score.correct,
            wrong: score.wrong,
            notes: score.notes,
            precision: ratio(score.correct, score.correct + score.wrong),
            found,
            conflicts,
            recall: ratio(found, conflicts),
        }
    }
}

impl Row for Figures {
    const HEAD: &'static [&'static str] =
        &["rule", "correct", "wrong", "notes", "precision", "found", "recall"];

    fn cells(&self) -> Vec<String> {
        let share = |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{share:.3}"));
        vec![
            self.rule.clone(),
            self.correct.to_string(),
            self.wrong.to_string(),
            self.notes.to_string(),
            share(self.precision),
            format!("{}/{}", self.found, self.conflicts),
            share(self.recall),
        ]
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Checks every folder that has annotations and prints the figures of each rule.
///
/// # Errors
/// Those of reading folders and of writing.
pub(super) fn run(
    gold: &Path,
    articles: Option<&Path>,
    project: &Project,
    format: Format,
    terminal: &Terminal,
) -> io::Result<Report> {
    let beside = || gold.parent().unwrap_or(Path::new("")).join("articles");
    let articles = articles.map_or_else(beside, Path::to_owned);
    let mut problems = Vec::new();
    let mut by_rule: BTreeMap<String, Score> = BTreeMap::new();
    let mut conflicts = 0;
    for file in annotations(gold)? {
        let folder = articles.join(file.file_stem().unwrap_or_default());
        let annotated = match Gold::read(&file, &folder) {
            Ok(annotated) => annotated,
            Err(problem) => {
                problems.push(*problem);
                continue;
            }
        };
        let paths = vec![folder.display().to_string()];
        let inputs = Inputs { paths, ..Inputs::default() };
        let session = Session::new(project.clone(), inputs, Options::default());
        let Report { findings, problems: found, .. } = session.check();
        // Of files that are not shown, places would lead nowhere; the message names the file.
        problems.extend(found.iter().map(|problem| Diagnostic { labels: Vec::new(), ..problem.clone() }));
        conflicts += annotated.conflicts();
        score::add(&annotated, findings, session.sources(), &mut by_rule);
    }
    if conflicts == 0 && by_rule.is_empty() {
        let message = format!("nothing is annotated in {}", gold.display());
        problems.push(Diagnostic::new("gold/empty", Severity::Error, message));
    }
    let all = by_rule.values().fold(Score::default(), Score::and);
    let mut rows: Vec<Figures> =
        by_rule.iter().map(|(rule, score)| Figures::new(rule, score, conflicts)).collect();
    rows.push(Figures::new("all", &all, conflicts));
    table::print("rules", &rows, format, terminal)?;
    Ok(Report { problems, ..Report::default() })
}

/// The files of annotations, in order of their names.
fn annotations(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| {
        io::Error::new(error.kind(), format!("cannot read {}: {error}", folder.display()))
    })?;
    let mut files: Vec<PathBuf> = entries.map(|e| Ok(e?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "json"));
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests;
