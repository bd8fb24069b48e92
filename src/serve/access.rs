//! Who may ask: whoever knows the token, or without one whoever sits at this machine.

use std::net::{IpAddr, SocketAddr};

use hyper::header::{self, HeaderMap};
use hyper::{StatusCode, Uri};
use subtle::ConstantTimeEq;

use super::problem::Problem;

/// A secret that whoever asks has to know.
pub(crate) struct Token(Vec<u8>);

impl Token {
    /// Reads a token; a line break behind it is none of it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn new(text: &str) -> Result<Token, &'static str> {
        let text = text.trim_end_matches(['\r', '\n']);
        match text {
            "" => Err("the token is empty"),
            text if text.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(Token(text.as_bytes().to_vec())),
            _ => Err("a token is one word of ASCII letters, digits and signs"),
        }
    }

    /// Is it what a request brings? The time that this takes tells nothing of the token but its length.
    fn is(&self, brought: &[u8]) -> bool {
        self.0.ct_eq(brought).into()
    }
}

/// Who may ask.
pub(crate) enum Access {
    /// Everybody on this machine.
    Local,
    /// Whoever knows the token.
    Token(Token),
}

impl Access {
    /// Who may ask at an address.
    ///
    /// # Errors
    /// The address can be reached from elsewhere, and there is no token.
    pub(crate) fn new(listen: SocketAddr, token: Option<Token>) -> Result<Access, String> {
        match token {
            Some(token) => Ok(Access::Token(token)),
            None if listen.ip().is_loopback() => Ok(Access::Local),
            None => Err(format!(
                "{listen} can be reached from other machines: set a token with --token-file or GAINSAY_TOKEN"
            )),
        }
    }

    /// Lets a request in.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn admit(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
        match self {
            Access::Token(token) => bearer(token, headers),
            Access::Local => local(uri, headers),
        }
    }
}

/// RFC 6750.
fn bearer(token: &Token, headers: &HeaderMap) -> Result<(), Problem> {
    let refuse = |detail: &str| {
        let challenge = "Bearer realm=\"gainsay\"";
        Err(Problem::new(StatusCode::UNAUTHORIZED, detail).with_header(header::WWW_AUTHENTICATE, challenge))
    };
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return refuse("a token is needed: Authorization: Bearer TOKEN");
    };
    let brought = value.as_bytes().split_at_checked(7);
    match brought.filter(|(scheme, _)| scheme.eq_ignore_ascii_case(b"bearer ")) {
        Some((_, brought)) if token.is(brought.trim_ascii()) => Ok(()),
        Some(_) => refuse("this is not the token"),
        None => refuse("the token has to be brought as Authorization: Bearer TOKEN"),
    }
}

/// A page of the web can make its own name mean this machine, and so have the reader's browser ask in its place. It
/// cannot hide that name.
fn local(uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
    let named = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let host = uri.host().or_else(|| named.map(without_port));
    match host {
        None => Ok(()),
        Some(host) if is_local(host) => Ok(()),
        Some(_) => {
            let detail =
                "without a token only requests to localhost are answered; behind a proxy, set a token";
            Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, detail))
        }
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// An address cannot be made to mean another machine.
fn is_local(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host.eq_ignore_ascii_case("localhost")
        || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests;
