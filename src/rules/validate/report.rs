//! `[report]` and `[[outcome]]`: what a rule tells the reader.

use super::super::file::{self, Placed, Section, in_order, located};
use super::super::message::Template;
use super::super::mistake::Mistake;
use super::super::{Outcome, ReportText};
use super::{Reader, severity};
use crate::symbol::Sym;

impl<'t> Reader<'_, 't> {
    pub(super) fn report(&mut self, table: Option<Placed<'t, '_>>) -> ReportText {
        let Some(table) = table else { return ReportText::default() };
        let section = Section::open(table, "`[report]`", &file::REPORT, self.problems);
        ReportText {
            message: self.template(&section, "message").unwrap_or_default(),
            labels: self.labels(section.table("label")),
            help: self.template(&section, "help"),
        }
    }

    fn labels(&mut self, table: Option<Placed<'t, '_>>) -> Vec<Option<Template>> {
        let mut labels = vec![None; self.variables.len()];
        for (key, value) in table.map(|(table, _)| in_order(table)).into_iter().flatten() {
            let name = key.get_ref().as_ref();
            let known = self.variables.iter().position(|v| v.as_str() == name);
            let Some(label) = known.and_then(|at| labels.get_mut(at)) else {
                let mistake = Mistake::UnknownVariable;
                self.problems.unknown_variable(mistake, name, key.span(), &self.variables);
                continue;
            };
            if let Some(text) = located(value, self.problems.text()) {
                *label = Some(Template::read(&text, &self.variables, self.problems));
            } else {
                let message = format!("`label.{name}` must be a string");
                self.problems.add(Mistake::Shape, value.span(), message, "not a string");
            }
        }
        labels
    }

    pub(super) fn outcome(&mut self, table: Placed<'t, '_>) -> Option<Outcome> {
        let section = Section::open(table, "`[[outcome]]`", &file::OUTCOME, self.problems);
        let severity = severity(&section, self.problems);
        let message = self.template(&section, "message");
        let help = self.template(&section, "help");
        let when = section.text("when").and_then(|text| self.checker().condition(&text))?;
        let name = section.text("name").map(|name| Sym::from(name.text));
        Some(Outcome { name, enabled: true, when, severity, message, help })
    }

    fn template(&mut self, section: &Section<'t, '_>, key: &str) -> Option<Template> {
        Some(Template::read(&section.text(key)?, &self.variables, self.problems))
    }
}
