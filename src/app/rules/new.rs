//! `gainsay rules new ID`

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::app::terminal::Terminal;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::rules::schema;
use crate::view::json;

/// A rule that works as it stands.
pub(super) const TEMPLATE: &str = include_str!("new/template.toml");

/// Writes a rule into a pack's folder, and beside it the schema that its first line names.
///
/// # Errors
/// Those of writing.
pub(super) fn run(id: &str, pack: Option<&Path>, config: &Config, terminal: &Terminal) -> io::Result<Report> {
    let folder = pack.or(config.packs.first().map(|pack| pack.value.as_path())).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let file = folder.join(format!("{id}.toml"));
    let written = fs::File::create_new(&file).and_then(|mut new| new.write_all(TEMPLATE.as_bytes()));
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let message = format!("{} is there already", file.display());
            let problem = Diagnostic::new("rule/exists", Severity::Error, message);
            let problem = problem.with_help("choose another id, or change that file");
            return Ok(Report { problems: vec![problem], ..Report::default() });
        }
        written => written?,
    }
    let mut schema = Vec::new();
    json::write(&schema::rule_file(), &mut schema)?;
    fs::write(folder.join(schema::FILE_NAME), schema)?;
    let known = config.packs.iter().any(|pack| pack.value == folder);
    terminal.print(|out| {
        let file = file.display().to_string();
        writeln!(out, "wrote {file}\n")?;
        let test = format!("gainsay rules test {file}");
        let attempt = format!("gainsay rules try {file} ARTICLE...");
        let width = attempt.chars().count();
        writeln!(out, "  {test:<width$}   run the tests in it\n  {attempt}   see what it finds in articles")?;
        if !known {
            writeln!(out, "\nIt runs with every `gainsay check` once gainsay.toml names its folder:\n\n  [packs]\n  paths = [{:?}]", folder.display().to_string())?;
        }
        Ok(())
    })?;
    Ok(Report::default())
}
