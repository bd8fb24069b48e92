use hyper::header::HeaderValue;

use super::*;

fn headers(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap())).collect()
}

fn status(access: &Access, pairs: &[(header::HeaderName, &str)]) -> u16 {
    let admitted = access.admit(&Uri::from_static("/v1/check"), &headers(pairs));
    admitted.map_or_else(|problem| problem.status.as_u16(), |()| 200)
}

#[test]
fn a_token_is_one_word() {
    assert!(Token::new("s3cret\r\n").is_ok_and(|token| token.is(b"s3cret")));
    for wrong in ["", "\n", "two words", "schlüssel", "a\tb"] {
        assert!(Token::new(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn an_address_that_others_reach_needs_a_token() {
    let near = ["127.0.0.1:0", "127.9.9.9:80", "[::1]:8080"];
    let far = ["0.0.0.0:8080", "[::]:8080", "192.0.2.7:80", "[::ffff:192.0.2.7]:80"];
    assert!(near.iter().all(|address| Access::new(address.parse().unwrap(), None).is_ok()));
    assert!(far.iter().all(|address| Access::new(address.parse().unwrap(), None).is_err()));
    let token = || Token::new("s3cret").ok();
    assert!(far.iter().all(|address| Access::new(address.parse().unwrap(), token()).is_ok()));
}

#[test]
fn only_the_whole_token_opens() {
    let access = Access::Token(Token::new("s3cret").unwrap());
    let with = |value: &str| status(&access, &[(header::AUTHORIZATION, value)]);
    assert_eq!([with("Bearer s3cret"), with("bearer s3cret"), with("BEARER  s3cret ")], [200; 3]);
    for wrong in ["", "Bearer", "Bearer ", "Bearer s3cre", "Bearer s3crets", "Basic s3cret", "s3cret"] {
        assert_eq!(with(wrong), 401, "{wrong:?}");
    }
    assert_eq!(status(&access, &[]), 401);
}

#[test]
fn without_a_token_the_host_is_this_machine() {
    let host = |value: &str| status(&Access::Local, &[(header::HOST, value)]);
    for own in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:80", "[::1]"] {
        assert_eq!(host(own), 200, "{own}");
    }
    for other in ["news.example", "localhost.news.example:8080", "127.0.0.1.news.example", "192.0.2.7:80", ""]
    {
        assert_eq!(host(other), 421, "{other}");
    }
    let elsewhere = Access::Local.admit(&Uri::from_static("http://news.example/v1/check"), &HeaderMap::new());
    assert!(elsewhere.is_err());
}
