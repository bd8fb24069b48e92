//! From a request to its answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::{Request, Response, StatusCode};
use tokio::time::timeout;

use super::access::Access;
use super::ask::Ask;
use super::desk::Newsroom;
use super::limits::Limits;
use super::metrics::Metrics;
use super::pool::Pool;
use super::problem::Problem;
use super::route::{self, Route};

/// What programs read to know what can be asked for.
pub(super) const OPENAPI: &str = include_str!("openapi.json");

const JSON: &str = "application/json";

/// A request that was answered, for the log.
#[derive(Debug)]
pub(crate) struct Answered {
    /// Who asked.
    pub(crate) peer: SocketAddr,
    /// How; "-" if it was no request.
    pub(crate) method: String,
    /// For what, with its query. It is the client's, and may hold anything that a URI can.
    pub(crate) target: String,
    /// The status of the answer.
    pub(crate) status: u16,
    /// How long it took.
    pub(crate) took: Duration,
    /// Of a check: how many drafts there were, and how many findings.
    pub(crate) checked: Option<(usize, usize)>,
}

/// Takes down what was answered.
pub(crate) type Log = Box<dyn Fn(&Answered) + Send + Sync>;

/// All that an answer needs.
pub(super) struct Server {
    pub(super) access: Access,
    pub(super) limits: Limits,
    pub(super) metrics: Metrics,
    pub(super) pool: Pool,
    pub(super) newsroom: Arc<Newsroom>,
    pub(super) log: Log,
}

/// An answer, and how many drafts and findings it tells of.
type Told = (Response<Full<Bytes>>, Option<(usize, usize)>);

impl Server {
    /// Answers a request, counts it and takes it down.
    pub(super) async fn answer(&self, peer: SocketAddr, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let _in_flight = self.metrics.begin();
        let begun = Instant::now();
        let (method, target) = (request.method().to_string(), request.uri().to_string());
        let route = Route::at(request.uri().path());
        let (response, checked) = match self.told(route, request).await {
            Ok(told) => told,
            Err(problem) => (problem.response(), None),
        };
        let (status, took) = (response.status().as_u16(), begun.elapsed());
        self.metrics.answered(route, status, took);
        (self.log)(&Answered { peer, method, target, status, took, checked });
        response
    }

    /// Counts a connection on which nothing was asked, and takes it down.
    pub(super) fn refused(&self, peer: SocketAddr, problem: &Problem) {
        let status = problem.status.as_u16();
        self.metrics.answered(None, status, Duration::ZERO);
        let (method, target) = ("-".to_owned(), "-".to_owned());
        (self.log)(&Answered { peer, method, target, status, took: Duration::ZERO, checked: None });
    }

    async fn told(&self, route: Option<Route>, request: Request<Incoming>) -> Result<Told, Problem> {
        let (uri, headers) = (request.uri(), request.headers());
        if route::is_guarded(uri.path()) {
            self.access.admit(uri, headers)?;
        }
        let Some(route) = route else {
            return Err(Problem::new(StatusCode::NOT_FOUND, "there is nothing here; see /openapi.json"));
        };
        if !route.allows(request.method()) {
            let detail = format!("{} is asked for with {}", route.path(), route.methods());
            let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail);
            return Err(problem.with_header(header::ALLOW, route.methods()));
        }
        match route {
            Route::Check => self.check(request).await,
            Route::Rules => Ok((body(JSON, self.newsroom.rules()), None)),
            Route::Health => Ok((body("text/plain", "alive\n"), None)),
            Route::Ready if self.pool.is_ready() => Ok((body("text/plain", "ready\n"), None)),
            Route::Ready => Err(Problem::busy("the archive is being read")),
            Route::Metrics => {
                let text = self.metrics.text(self.pool.is_ready());
                Ok((body("text/plain; version=0.0.4; charset=utf-8", text), None))
            }
            Route::OpenApi => Ok((body(JSON, OPENAPI), None)),
        }
    }

    async fn check(&self, request: Request<Incoming>) -> Result<Told, Problem> {
        let ask = Ask::of(request.uri().query().unwrap_or_default(), request.headers())?;
        let held = self.limits.read(request.into_body()).await?;
        if held.bytes.is_empty() {
            return Err(Problem::bad("the body is empty"));
        }
        let patience = self.limits.timeout();
        let late = |_| Problem::busy(format!("the check was not done within {} seconds", patience.as_secs()));
        let checked = timeout(patience, self.pool.check(ask, held)).await.map_err(late)??;
        self.metrics.checked(checked.articles, checked.findings);
        Ok((body(JSON, checked.json), Some((checked.articles, checked.findings))))
    }
}

fn body(media: &'static str, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body.into()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests;
