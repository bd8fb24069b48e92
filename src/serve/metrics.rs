//! What the server counts, in the text format of Prometheus.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::route::Route;

/// Upper bounds of the classes of durations, in seconds.
const BOUNDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What is counted.
#[derive(Debug, Default)]
pub(super) struct Metrics {
    /// By path (none: one that is not known) and status.
    requests: Mutex<BTreeMap<(Option<Route>, u16), u64>>,
    times: Mutex<BTreeMap<Option<Route>, Times>>,
    articles: AtomicU64,
    findings: AtomicU64,
    in_flight: AtomicU64,
}

/// How long requests took.
#[derive(Debug, Default, Clone)]
struct Times {
    /// How many took no longer than each bound.
    counts: [u64; BOUNDS.len()],
    all: u64,
    sum: Duration,
}

/// A request that is being answered, until it is dropped.
pub(super) struct InFlight<'m>(&'m Metrics);

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// A request begins.
    pub(super) fn begin(&self) -> InFlight<'_> {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        InFlight(self)
    }

    /// A request was answered.
    pub(super) fn answered(&self, route: Option<Route>, status: u16, took: Duration) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        *requests.entry((route, status)).or_default() += 1;
        drop(requests);
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        let times = times.entry(route).or_default();
        let seconds = took.as_secs_f64();
        times.all += 1;
        times.sum += took;
        let fitting = times.counts.iter_mut().zip(BOUNDS).filter(|(_, bound)| seconds <= *bound);
        fitting.for_each(|(count, _)| *count += 1);
    }

    /// Drafts were checked.
    pub(super) fn checked(&self, articles: usize, findings: usize) {
        self.articles.fetch_add(articles as u64, Ordering::Relaxed);
        self.findings.fetch_add(findings as u64, Ordering::Relaxed);
    }

    /// All of it. What is of no path that is known goes by "other": names of clients' making would never end.
    pub(super) fn text(&self, ready: bool) -> String {
        let mut out = String::new();
        let version = env!("CARGO_PKG_VERSION");
        head(&mut out, "gainsay_build_info", "gauge", "The version of the program.");
        let _ = writeln!(out, "gainsay_build_info{{version=\"{version}\"}} 1");
        single(&mut out, "gainsay_ready", "gauge", "Is the archive read?", u64::from(ready));
        head(&mut out, "gainsay_requests_total", "counter", "Requests answered.");
        for ((route, status), count) in &*self.requests.lock().unwrap_or_else(PoisonError::into_inner) {
            let path = path(*route);
            let _ = writeln!(out, "gainsay_requests_total{{path=\"{path}\",status=\"{status}\"}} {count}");
        }
        let name = "gainsay_request_duration_seconds";
        head(&mut out, name, "histogram", "Time from a request's headers to its answer.");
        for (route, times) in &*self.times.lock().unwrap_or_else(PoisonError::into_inner) {
            times.write(&mut out, name, path(*route));
        }
        let count = |number: &AtomicU64| number.load(Ordering::Relaxed);
        single(&mut out, "gainsay_articles_total", "counter", "Drafts checked.", count(&self.articles));
        single(&mut out, "gainsay_findings_total", "counter", "Findings told.", count(&self.findings));
        let help = "Requests being answered.";
        single(&mut out, "gainsay_requests_in_flight", "gauge", help, count(&self.in_flight));
        out
    }
}

impl Times {
    fn write(&self, out: &mut String, name: &str, path: &str) {
        for (bound, count) in BOUNDS.iter().zip(self.counts) {
            let _ = writeln!(out, "{name}_bucket{{path=\"{path}\",le=\"{bound}\"}} {count}");
        }
        let _ = writeln!(out, "{name}_bucket{{path=\"{path}\",le=\"+Inf\"}} {}", self.all);
        let _ = writeln!(out, "{name}_sum{{path=\"{path}\"}} {}", self.sum.as_secs_f64());
        let _ = writeln!(out, "{name}_count{{path=\"{path}\"}} {}", self.all);
    }
}

fn path(route: Option<Route>) -> &'static str {
    route.map_or("other", Route::path)
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn single(out: &mut String, name: &str, kind: &str, help: &str, value: u64) {
    head(out, name, kind, help);
    let _ = writeln!(out, "{name} {value}");
}

#[cfg(test)]
mod tests;
