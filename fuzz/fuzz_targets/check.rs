//! Any two texts are drafts: they are checked against each other, and what is found can be shown.
#![no_main]

use std::cell::RefCell;
use std::io::sink;

use gainsay::session::Session;
use gainsay::view::html::{self, Contents};
use gainsay::view::human::{self, Look};
use gainsay::view::{github, json, markdown, sarif};
use libfuzzer_sys::fuzz_target;

thread_local! {
    /// One session for all runs: to read the rules takes longer than to check.
    static SESSION: RefCell<Session> = RefCell::default();
}

fuzz_target!(|bytes: &[u8]| {
    let half = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len() / 2);
    let (one, other) = bytes.split_at(half);
    SESSION.with_borrow_mut(|session| {
        session.set_text("a.md", one);
        session.set_text("b.html", other);
        let (report, sources) = (session.check(), session.sources());
        let look = Look { color: false, width: 80, links: false };
        human::write_problems(&report.problems, sources, look, &mut sink()).unwrap();
        human::write_findings(report, sources, look, &mut sink()).unwrap();
        json::write_report(report, sources, &mut sink()).unwrap();
        sarif::write_report(report, sources, None, &mut sink()).unwrap();
        github::write_report(report, sources, &mut sink()).unwrap();
        markdown::write_report(report, sources, &mut sink()).unwrap();
        let contents = Contents { report, sources, documents: session.documents(), graph: session.graph() };
        html::write_report(&contents, &mut sink()).unwrap();
    });
});
