//! The report of a session: what the rules find in its graph, and what of it counts.

use super::material::Material;
use super::{Session, coverage};
use crate::diagnostic::{Diagnostic, Part, Report, RuleLine};
use crate::rules::{self, Rule};
use crate::suppress::{Applied, Comment, Suppressions, comment};

/// Runs the rules, and sets aside what is not to count.
pub(super) fn report(session: &Session) -> Report {
    let (material, merged, config) = (session.material(), session.merged(), session.project.config());
    let (comments, wrong) = comments(material, &merged.articles);
    let scoping = config.scoping(&material.rules);
    let keep = |found| scoping.apply(found, &material.sources);
    let findings = rules::check_with(&material.rules.rules, &merged.graph, keep);
    let rules: Vec<&str> = material.rules.rules.iter().map(|rule| rule.id.as_str()).collect();
    let suppressions = Suppressions {
        comments: &comments,
        ignores: &config.ignores,
        settings: material.settings,
        baseline: material.baseline.as_ref(),
        today: session.options.today,
        rules: &rules,
    };
    let Applied { mut findings, set_aside, problems: without_effect, unused } = suppressions.apply(findings);
    let least = session.options.min_confidence.or(config.min_confidence.as_ref().map(|set| set.value));
    findings.retain(|finding| finding.confidence >= least || finding.confidence.is_none());
    let before = &material.problems;
    let mut problems = [&before.inputs[..], &before.unmatched, &wrong, &material.rules.problems].concat();
    problems.extend(before.baseline.clone());
    problems.extend(without_effect);
    problems.extend(coverage::unused(session, &unused));
    let archive = material.has_archive.then(|| material.documents.len() - material.drafts);
    let rules = material.rules.rules.iter().filter(|rule| rule.enabled).map(rule_line).collect();
    let (articles, claims) = (merged.lines.clone(), merged.claims);
    let mut report = Report { articles, archive, rules, findings, set_aside, problems, claims };
    report.forget_silent();
    report
}

/// The comments in articles that set findings aside, and what is wrong with them. Of an archive nothing of it is told.
fn comments(material: &Material, articles: &[usize]) -> (Vec<Comment>, Vec<Diagnostic>) {
    let (mut comments, mut problems) = (Vec::new(), Vec::new());
    for at in articles {
        let Some(document) = material.documents.get(*at) else { continue };
        let told = material.part(*at) == Part::Draft;
        let (mut own, mut wrong) = comment::read(material.sources.get(document.source), document);
        own.iter_mut().for_each(|comment| comment.told = told);
        wrong.retain(|_| told);
        comments.append(&mut own);
        problems.append(&mut wrong);
    }
    (comments, problems)
}

fn rule_line(rule: &Rule) -> RuleLine {
    let (summary, why) = (rule.summary.clone(), rule.why.clone());
    RuleLine { id: rule.id.clone(), summary, why, severity: rule.severity }
}
