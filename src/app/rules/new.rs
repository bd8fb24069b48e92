//! `gainsay rules new ID`

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde_json::Value as Json;

use crate::app::terminal::Terminal;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::lexicon::Lexicon;
use crate::rules::{RuleSet, house, schema};
use crate::view::json;

/// A kind of file that can be begun.
pub(super) struct Kind {
    /// A file that works as it stands.
    template: &'static str,
    /// The folder in the pack.
    folder: &'static str,
    /// The schema that the first line of the template names.
    schema: (&'static str, fn(&Lexicon) -> Json),
}

/// A rule.
pub(super) const RULE: Kind = Kind {
    template: include_str!("new/template.toml"),
    folder: "",
    schema: (schema::FILE_NAME, schema::rule_file),
};

/// Words and facts.
pub(super) const LEXICON: Kind = Kind {
    template: include_str!("new/lexicon.toml"),
    folder: house::FOLDER,
    schema: (schema::LEXICON_FILE_NAME, schema::lexicon_file),
};

/// Writes a file into a pack's folder, and beside it the schema that its first line names.
///
/// # Errors
/// Those of writing.
pub(super) fn run(
    kind: &Kind,
    id: &str,
    pack: Option<&Path>,
    config: &Config,
    set: &RuleSet,
    lexicon: &Lexicon,
    terminal: &Terminal,
) -> io::Result<Report> {
    let pack = pack.or(config.packs.first().map(|pack| pack.value.as_path())).unwrap_or(Path::new("."));
    if let Some(taken) = taken(kind, id, set) {
        return Ok(Report { problems: vec![taken], ..Report::default() });
    }
    let folder = if kind.folder.is_empty() { pack.to_owned() } else { pack.join(kind.folder) };
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{id}.toml"));
    let written = fs::File::create_new(&file).and_then(|mut new| new.write_all(kind.template.as_bytes()));
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let message = format!("{} is there already", file.display());
            let problem = Diagnostic::new("rule/exists", Severity::Error, message);
            let problem = problem.with_help("choose another id, or change that file");
            return Ok(Report { problems: vec![problem], ..Report::default() });
        }
        written => written?,
    }
    let (name, schema) = kind.schema;
    let mut text = Vec::new();
    json::write(&schema(lexicon), &mut text)?;
    fs::write(folder.join(name), text)?;
    terminal.print(|out| {
        writeln!(out, "wrote {}\n", file.display())?;
        write_next_steps(kind, &file, out)?;
        if config.packs.iter().all(|known| known.value != pack) {
            write_setting(pack, out)?;
        }
        Ok(())
    })?;
    Ok(Report::default())
}

/// What to say where another rule has the id already, in whatever pack: of two rules of one name one runs.
fn taken(kind: &Kind, id: &str, set: &RuleSet) -> Option<Diagnostic> {
    if !kind.folder.is_empty() {
        return None;
    }
    let own = set.get(id).map(|rule| rule.pack.as_str());
    let built_in = || RuleSet::built_in_pack_of(id);
    let pack = own.or_else(built_in)?;
    let message = format!("there is a rule `{id}` already, in the pack `{pack}`");
    let help = format!("choose another id; `gainsay rules show {id}` prints that rule");
    Some(Diagnostic::new("rule/exists", Severity::Error, message).with_help(help))
}

fn write_next_steps(kind: &Kind, file: &Path, out: &mut dyn Write) -> io::Result<()> {
    let test = format!("gainsay rules test {}", file.display());
    if !kind.folder.is_empty() {
        return writeln!(out, "  {test}   run the tests in it");
    }
    let attempt = format!("gainsay rules try {} ARTICLE...", file.display());
    let width = attempt.chars().count();
    writeln!(out, "  {test:<width$}   run the tests in it\n  {attempt}   see what it finds in articles")
}

fn write_setting(pack: &Path, out: &mut dyn Write) -> io::Result<()> {
    let pack = pack.display().to_string();
    writeln!(out, "\nIt counts in every `gainsay check` once gainsay.toml names the pack:\n")?;
    writeln!(out, "  [packs]\n  paths = [{pack:?}]")
}
