//! What can be asked for, and how.

use hyper::Method;

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Route {
    /// What contradicts a draft.
    Check,
    /// The rules that are in force.
    Rules,
    /// Is the server alive?
    Health,
    /// Is the archive read?
    Ready,
    /// Figures for Prometheus.
    Metrics,
    /// This list, for programs.
    OpenApi,
}

impl Route {
    /// All of them.
    pub(super) const ALL: [Route; 6] =
        [Route::Check, Route::Rules, Route::Health, Route::Ready, Route::Metrics, Route::OpenApi];

    /// Where it is.
    pub(super) fn path(self) -> &'static str {
        match self {
            Route::Check => "/v1/check",
            Route::Rules => "/v1/rules",
            Route::Health => "/healthz",
            Route::Ready => "/readyz",
            Route::Metrics => "/metrics",
            Route::OpenApi => "/openapi.json",
        }
    }

    /// What is at a path.
    pub(super) fn at(path: &str) -> Option<Route> {
        Route::ALL.into_iter().find(|route| route.path() == path)
    }

    /// The methods that it knows, as a header has them.
    pub(super) fn methods(self) -> &'static str {
        if self == Route::Check { "POST" } else { "GET, HEAD" }
    }

    /// Does it know a method?
    pub(super) fn allows(self, method: &Method) -> bool {
        self.methods().split(", ").any(|known| known == method.as_str())
    }
}

/// Is a path one of those that a token guards?
pub(super) fn is_guarded(path: &str) -> bool {
    path.starts_with("/v1/")
}
