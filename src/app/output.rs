//! The outputs of a check: one to the terminal, any number to files. All tell of one report.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::choice::{Amount, ReportFormat};
use super::terminal::Terminal;
use crate::diagnostic::Severity;
use crate::session::Session;
use crate::view::html::{self, Contents};
use crate::view::human::{self, Look};
use crate::view::{github, json, markdown, sarif, short, summary};

/// Columns of human output in a file.
const FILE_LOOK: Look = Look { color: false, width: 100, links: false };

/// A file to write to, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OutputFile {
    /// How.
    pub(super) format: ReportFormat,
    /// The file.
    pub(super) path: PathBuf,
}

/// Where a report goes.
pub(super) struct Outputs<'a> {
    /// How to print it.
    pub(super) format: ReportFormat,
    /// How much of it.
    pub(super) amount: Amount,
    /// Where else to write it.
    pub(super) files: &'a [OutputFile],
}

impl Outputs<'_> {
    /// Prints a report and writes it to the files. A file that cannot be written keeps nothing from the others.
    ///
    /// # Errors
    /// Those of standard output, and of the files that could not be written.
    pub(super) fn write(&self, session: &Session, terminal: &Terminal) -> io::Result<()> {
        let print = |out: &mut dyn Write| write(self.format, self.amount, session, terminal.out, out);
        self.write_with(session, terminal, print)
    }

    /// The same, but people get a line instead of the findings. Programs get what they asked for.
    ///
    /// # Errors
    /// As those of [`Outputs::write`].
    pub(super) fn write_line(&self, line: &str, session: &Session, terminal: &Terminal) -> io::Result<()> {
        self.write_with(session, terminal, |out| match (self.format, self.amount) {
            (ReportFormat::Human | ReportFormat::Short, Amount::Quiet) => Ok(()),
            (ReportFormat::Human | ReportFormat::Short, _) => writeln!(out, "{line}"),
            _ => write(self.format, self.amount, session, terminal.out, out),
        })
    }

    /// Prints to standard output, and what went wrong to standard error (programs get both); then come the files.
    fn write_with(
        &self,
        session: &Session,
        terminal: &Terminal,
        print: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let printed = self.problems(session, terminal).and_then(|()| terminal.print(print));
        let mut failed = Vec::new();
        for file in self.files {
            let write = |out: &mut dyn Write| write(file.format, Amount::All, session, FILE_LOOK, out);
            if let Err(error) = refuse_inputs(&file.path, session).and_then(|()| to_file(&file.path, write)) {
                failed.push(format!("cannot write {}: {error}", file.path.display()));
            }
        }
        match failed.is_empty() {
            true => printed,
            false => Err(io::Error::other(failed.join("; "))),
        }
    }

    fn problems(&self, session: &Session, terminal: &Terminal) -> io::Result<()> {
        let (report, sources) = (session.check(), session.sources());
        let grave = |severity| severity == Severity::Error || self.amount != Amount::Quiet;
        let told = report.problems.iter().filter(|problem| grave(problem.severity)).cloned();
        let told: Vec<_> = told.collect();
        match self.format {
            ReportFormat::Short => short::write_lines(&told, sources, &mut io::stderr().lock()),
            _ => terminal.problems(&told, sources),
        }
    }
}

/// Nothing is written in the place of what was read.
///
/// # Errors
/// What the file is.
pub(super) fn refuse_inputs(path: &Path, session: &Session) -> io::Result<()> {
    let Ok(own) = path.canonicalize() else { return Ok(()) };
    let is = |name: &str| Path::new(name).canonicalize().is_ok_and(|other| other == own);
    let sources = session.sources();
    if session.articles().any(|article| is(sources.get(article).file())) {
        return Err(io::Error::other("it is one of the articles; write elsewhere"));
    }
    match session.project().config().file.as_ref().is_some_and(|file| is(file.file())) {
        true => Err(io::Error::other("it holds the settings; write elsewhere")),
        false => Ok(()),
    }
}

/// Writes to a file through a buffer.
///
/// # Errors
/// Those of the file.
pub(super) fn to_file(
    path: &std::path::Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    write(&mut out)?;
    out.flush()
}

fn write(
    format: ReportFormat,
    amount: Amount,
    session: &Session,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (report, sources) = (session.check(), session.sources());
    match (format, amount) {
        (ReportFormat::Human | ReportFormat::Short, Amount::Summary) => summary::write(report, out),
        (ReportFormat::Human, _) => {
            human::write_findings(report, sources, look, out)?;
            match amount {
                Amount::Quiet => Ok(()),
                _ => writeln!(out, "{}", summary::line(report)),
            }
        }
        (ReportFormat::Short, _) => short::write_findings(report, sources, out),
        (ReportFormat::Json, _) => json::write_report(report, sources, out),
        (ReportFormat::Sarif, _) => {
            sarif::write_report(report, sources, std::env::current_dir().ok().as_deref(), out)
        }
        (ReportFormat::Github, _) => github::write_report(report, sources, out),
        (ReportFormat::Markdown, _) => markdown::write_report(report, sources, out),
        (ReportFormat::Html, _) => html::write_report(&contents(session), out),
    }
}

/// What a page shows of a session.
fn contents(session: &Session) -> Contents<'_> {
    Contents {
        report: session.check(),
        sources: session.sources(),
        documents: session.documents(),
        graph: session.graph(),
    }
}
