//! Writes into `gainsay.toml`: appends to what stands there, and touches nothing of it.

use jiff::civil::Date;
use toml::Value;

use super::read;

/// A finding that somebody has looked at, and that is not to count.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// Which finding.
    pub fingerprint: String,
    /// Why.
    pub reason: String,
    /// The last day on which it is ignored.
    pub until: Option<Date>,
    /// The articles that it stands in; none: nothing is said of them.
    pub articles: Vec<String>,
}

/// Why a finding cannot be appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritable {
    /// What the file calls `ignore` is not a row of `[[ignore]]`.
    OtherForm,
}

/// The text of a settings file with findings to ignore at its end. A table that is opened there can follow on anything, so
/// that comments and layout stay as they are, byte for byte.
///
/// # Errors
/// The file already has `ignore` in another form, one that no `[[ignore]]` may follow.
pub fn with_ignores(text: &str, accepted: &[Accepted]) -> Result<String, Unwritable> {
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut longer = text.to_owned();
    for accepted in accepted {
        let blank = line_break.repeat(2);
        while !(longer.is_empty() || longer.ends_with(&blank)) {
            longer.push_str(line_break);
        }
        for line in lines(accepted) {
            longer.push_str(&line);
            longer.push_str(line_break);
        }
    }
    let (before, after) = (read::read(text), read::read(&longer));
    let sound = after.ignores.len() == before.ignores.len() + accepted.len();
    if sound && after.mistakes.len() == before.mistakes.len() {
        Ok(longer)
    } else {
        Err(Unwritable::OtherForm)
    }
}

/// An entry as it is written.
fn lines(accepted: &Accepted) -> Vec<String> {
    let string = |text: &str| Value::String(text.to_owned()).to_string();
    let mut lines = vec![
        "[[ignore]]".to_owned(),
        format!("fingerprint = {}", string(&accepted.fingerprint)),
        format!("reason = {}", string(&accepted.reason)),
    ];
    lines.extend(accepted.until.map(|until| format!("until = {until}")));
    if !accepted.articles.is_empty() {
        let articles: Vec<String> = accepted.articles.iter().map(|name| string(name)).collect();
        lines.push(format!("articles = [{}]", articles.join(", ")));
    }
    lines
}
