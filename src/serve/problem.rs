//! What is wrong with a request, as RFC 9457 has it.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use serde::Serialize;
use serde_json::Value;

use crate::view::clean;

/// What is wrong with a request, or with the server.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Problem {
    /// The status of the answer.
    pub(super) status: StatusCode,
    detail: String,
    header: Option<(HeaderName, &'static str)>,
    problems: Option<Value>,
}

/// In JSON.
#[derive(Serialize)]
struct Body<'p> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<&'p Value>,
}

/// The seconds after which it is worth trying again.
pub(super) const RETRY_AFTER: &str = "1";

impl Problem {
    /// A problem in one sentence.
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Problem {
        Problem { status, detail: detail.into(), header: None, problems: None }
    }

    /// The request cannot be understood.
    pub(super) fn bad(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, detail)
    }

    /// The server has too much to do.
    pub(super) fn busy(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail).with_header(header::RETRY_AFTER, RETRY_AFTER)
    }

    /// The check fell over. Whatever it fell over stands in the log.
    pub(super) fn internal() -> Problem {
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the check of this article failed; others are not affected",
        )
    }

    /// The problem, with a header that tells more.
    pub(super) fn with_header(mut self, name: HeaderName, value: &'static str) -> Problem {
        self.header = Some((name, value));
        self
    }

    /// The problem, with what the loader says of the articles.
    pub(super) fn with_problems(mut self, problems: Value) -> Problem {
        self.problems = Some(problems);
        self
    }

    /// In bytes.
    pub(super) fn json(&self) -> String {
        let body = Body {
            r#type: "about:blank",
            title: self.status.canonical_reason().unwrap_or_default(),
            status: self.status.as_u16(),
            detail: &self.detail,
            problems: self.problems.as_ref(),
        };
        // Of strings and numbers alone, it can be written.
        let text = serde_json::to_string(&body).unwrap_or_default();
        format!("{}\n", clean::json(&text))
    }

    /// The answer.
    pub(super) fn response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::from(self.json()));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some((name, value)) = self.header {
            headers.insert(name, HeaderValue::from_static(value));
        }
        response
    }
}
