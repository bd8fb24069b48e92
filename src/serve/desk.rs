//! A desk: a session that checks one draft after another against the archive.

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::StatusCode;
use hyper::body::Bytes;
use jiff::civil::Date;
use serde_json::json;

use super::ask::Ask;
use super::pool::{Check, Checked};
use super::problem::Problem;
use crate::article::Meta;
use crate::article::load::{Known, Origin, PathPattern};
use crate::diagnostic::{Diagnostic, Part, Percent, Report};
use crate::rules::Listed;
use crate::session::{Archive, Digest, Inputs, Options, Project, Session};
use crate::source::SourceMap;
use crate::symbol::Sym;
use crate::view::json;

/// What all desks work with.
pub(crate) struct Newsroom {
    edition: Mutex<Edition>,
    archive: Archive,
    /// What day it is.
    today: fn() -> Date,
    /// What the archive's articles say: the first desk reads them, the others take it from here.
    kept: Mutex<Vec<(Digest, Arc<[u8]>)>>,
}

/// What counts until somebody wants all to be read again.
#[derive(Clone)]
struct Edition {
    number: u64,
    project: Project,
    /// The rules, in JSON.
    rules: Bytes,
}

impl Newsroom {
    /// With a project's rules and words, and what was published before.
    pub(crate) fn new(project: Project, archive: Archive, today: fn() -> Date) -> Newsroom {
        let edition = Mutex::new(Edition { number: 0, rules: rules(&project), project });
        Newsroom { edition, archive, today, kept: Mutex::default() }
    }

    /// From here on another project counts, and the archive as it is now.
    pub(super) fn renew(&self, project: Project) {
        let rules = rules(&project);
        let mut edition = self.edition();
        *edition = Edition { number: edition.number + 1, rules, project };
    }

    /// The rules, as `gainsay rules list --format json` has them.
    pub(super) fn rules(&self) -> Bytes {
        self.edition().rules.clone()
    }

    fn edition(&self) -> MutexGuard<'_, Edition> {
        self.edition.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn session(&self, project: Project, today: Date, known: Vec<Known>) -> Session {
        let inputs = Inputs { archive: self.archive.clone(), known, ..Inputs::default() };
        // A request may want to see what the settings leave out.
        let options = Options { today: Some(today), min_confidence: Percent::of(0.0), ..Options::default() };
        Session::new(project, inputs, options).keeping()
    }
}

fn rules(project: &Project) -> Bytes {
    let session = Session::new(project.clone(), Inputs::default(), Options::default());
    let rules: Vec<Listed<'_>> = session.rules().rules.iter().map(Listed::new).collect();
    let mut out = Vec::new();
    // A list in memory can be written.
    let _ = json::write(&json!({ "rules": rules }), &mut out);
    out.into()
}

/// A session, and what there is to know of it while it has no draft.
pub(super) struct Desk {
    newsroom: Arc<Newsroom>,
    session: Session,
    /// The draft that was last checked here. It stays until there is another one: where that has the same name, a session
    /// need not look at the archive again.
    last: Option<String>,
    /// The number of the edition that it works with.
    edition: u64,
    /// The day from which it looks at exceptions.
    today: Date,
    /// What the archive's articles and their files are called.
    archive: BTreeSet<String>,
    /// What is wrong without any draft.
    problems: BTreeSet<(Sym, String)>,
}

impl Desk {
    /// A desk with the archive read.
    pub(super) fn new(newsroom: &Arc<Newsroom>) -> Desk {
        let (today, Edition { number: edition, project, .. }) =
            ((newsroom.today)(), newsroom.edition().clone());
        let mut session = newsroom.session(project, today, Vec::new());
        let mut kept = newsroom.kept.lock().unwrap_or_else(PoisonError::into_inner);
        session.keep_all(&kept);
        let read = session.read();
        *kept = session.kept();
        drop(kept);
        let sources = session.sources();
        let names = session.articles().flat_map(|article| sources.get(article).names());
        let archive = names.map(str::to_owned).collect();
        let problems = read.problems.into_iter().map(|problem| (problem.code, problem.message)).collect();
        Desk { newsroom: Arc::clone(newsroom), session, last: None, edition, today, archive, problems }
    }

    /// Is it a name for a draft? One of the archive's says that the draft is to stand in its place; no other leads out
    /// of the folder in which the server works, or to a folder, which would be read.
    fn admit(&self, ask: &Ask) -> Result<(), Problem> {
        let (name, known) = (&ask.name, self.archive.contains(&ask.name));
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !known && (!inside || Path::new(name).is_dir()) {
            return Err(Problem::bad(
                "name: neither that of an article of the archive nor one for a new file",
            ));
        }
        let ends = |path: &&String| path.strip_suffix(name).is_some_and(|folder| folder.ends_with('/'));
        match self.archive.iter().find(ends) {
            Some(other) if ask.published.is_some() => Err(Problem::bad(format!(
                "published: it would be the day of {other} too; give the draft another name"
            ))),
            _ => Ok(()),
        }
    }

    /// A session in which the draft was published on a day.
    fn dated(&self, name: &str, day: Date) -> Session {
        let meta = Meta { published: Some(day), ..Meta::default() };
        let known = Known { pattern: PathPattern::exact(name), meta, origin: Origin::CommandLine };
        let mut session = self.newsroom.session(self.session.project().clone(), self.today, vec![known]);
        session.keep_all(&self.session.kept());
        session
    }

    /// What a session that has the draft says.
    fn answer(&self, session: &Session, ask: &Ask) -> Result<Checked, Problem> {
        let mut report = session.check().clone();
        let drafts = report.articles.iter().filter(|article| article.part == Part::Draft);
        let (articles, words) = drafts.fold((0, 0), |(n, words), draft| (n + 1, words + draft.words));
        if words == 0 {
            return Err(self.refuse(&report, session.sources()));
        }
        let settings = session.project().config().min_confidence.as_ref().map(|set| set.value);
        let least = ask.min_confidence.or(settings);
        report.findings.retain(|finding| finding.confidence >= least || finding.confidence.is_none());
        report.forget_silent();
        let mut json = Vec::new();
        // A report in memory can be written.
        let _ = json::write_report(&report, session.sources(), &mut json);
        Ok(Checked { json, articles, findings: report.findings.len() })
    }

    /// Why there is nothing to check.
    fn refuse(&self, report: &Report, sources: &SourceMap) -> Problem {
        let own =
            |problem: &&Diagnostic| !self.problems.contains(&(problem.code.clone(), problem.message.clone()));
        let own: Vec<Diagnostic> = report.problems.iter().filter(own).cloned().collect();
        let (broken, detail) = match own.first() {
            Some(first) => (first.code.as_str() == "input/broken", first.message.clone()),
            None => (false, "the body holds no article".to_owned()),
        };
        let status = if broken { StatusCode::BAD_REQUEST } else { StatusCode::UNPROCESSABLE_ENTITY };
        Problem::new(status, detail).with_problems(json!(json::problems(&own, sources)))
    }
}

impl Check for Desk {
    fn check(&mut self, ask: &Ask, body: Vec<u8>) -> Result<Checked, Problem> {
        if (self.newsroom.today)() != self.today || self.newsroom.edition().number != self.edition {
            *self = Desk::new(&Arc::clone(&self.newsroom));
        }
        self.admit(ask)?;
        if let Some(day) = ask.published {
            let mut session = self.dated(&ask.name, day);
            session.set_text(&ask.name, body);
            return self.answer(&session, ask);
        }
        if let Some(last) = self.last.replace(ask.name.clone()).filter(|last| *last != ask.name) {
            self.session.remove_text(&last);
        }
        self.session.set_text(&ask.name, body);
        self.answer(&self.session, ask)
    }
}

#[cfg(test)]
mod tests;
