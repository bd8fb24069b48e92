//! Reports and graphs made by hand for the tests of the views.

use std::sync::Arc;

use crate::article::Article;
use crate::claim;
use crate::diagnostic::{ArticleLine, Diagnostic, Label, Part, Report, Severity};
use crate::graph::{Graph, Parsed, build};
use crate::lexicon::Lexicon;
use crate::source::{OffsetMap, SourceFile, SourceId, SourceMap, Span};

/// Articles and what is found in them.
#[derive(Default)]
pub(super) struct Sample {
    pub(super) sources: SourceMap,
    pub(super) report: Report,
}

impl Sample {
    /// Adds an article.
    pub(super) fn article(&mut self, path: &str, outlet: &str, text: &str) -> SourceId {
        let source = self.sources.add(SourceFile::new(path.into(), Arc::from(text), OffsetMap::identity()));
        let words = text.split_whitespace().count();
        self.report.articles.push(ArticleLine {
            updated: None,
            byline: None,
            language: None,
            note: None,
            source,
            part: Part::Draft,
            outlet: outlet.into(),
            title: None,
            published: None,
            words,
        });
        self.report.claims += 1;
        source
    }

    /// The first place of `phrase` in an article, as a label.
    pub(super) fn label(&self, source: SourceId, phrase: &str, value: &str, message: &str) -> Label {
        let start = self.sources.get(source).text.find(phrase).expect(phrase);
        let span = Span::new(start, start + phrase.len());
        Label {
            source,
            span,
            message: message.into(),
            value: Some(value.into()).filter(|v: &String| !v.is_empty()),
        }
    }

    /// Adds a finding.
    pub(super) fn find(
        &mut self,
        rule: &str,
        severity: Severity,
        message: &str,
        labels: Vec<Label>,
    ) -> &mut Diagnostic {
        let mut finding = Diagnostic::new(rule, severity, message);
        finding.labels = labels;
        finding.fingerprint = "c0ffee".into();
        self.report.findings.push(finding);
        self.report.findings.last_mut().expect("just pushed")
    }
}

/// Two outlets on one ferry: another number of injured, and a visit whose order hangs on a date.
pub(super) fn ferry() -> Sample {
    let mut sample = Sample::default();
    let a = sample.article(
        "wire/ferry-a.txt",
        "Harbour Post",
        "Ferry runs aground\n\nSELBY (HP) – A ferry ran aground off Selby on Monday, injuring nine people, the coast guard said.\n",
    );
    let b = sample.article(
        "wire/ferry-b.txt",
        "Ünion Daily",
        "Dozens rescued from the “Alma”\n\nTwelve people were injured when a ferry struck rocks near Selby.\nIt was the first accident on the line.\n",
    );
    let labels = vec![
        sample.label(a, "nine people", "nine", "injured"),
        sample.label(b, "Twelve people", "twelve", "injured"),
    ];
    let finding =
        sample.find("count-mismatch", Severity::Error, "The reports count the injured differently", labels);
    finding.help = Some("is one of the reports older than the other?".into());
    let labels = vec![
        sample.label(b, "the first accident", "", "called the first"),
        sample.label(a, "ran aground", "", "an accident on Monday"),
    ];
    let finding =
        sample.find("first-time", Severity::Warning, "Called the first, yet there was one before", labels);
    finding.decided = false;
    finding.missing = vec!["published date of ferry-b.txt".into()];
    sample
}

/// The graph of some articles, each with its outlet. They are undated; their files are numbered.
pub(super) fn graph_of(articles: &[(&str, &str)]) -> Graph {
    let lexicon = Lexicon::built_in();
    let parsed = (0..).zip(articles).map(|(number, (outlet, text))| {
        let article = Article { source: SourceId(number), ..Article::from_text(text, lexicon) };
        let reading = claim::read(&article, lexicon);
        let (outlet, name) = ((*outlet).into(), format!("{number}.txt").into());
        Parsed { article, reading, part: Part::Draft, outlet, name }
    });
    build(&parsed.collect::<Vec<_>>(), lexicon)
}
