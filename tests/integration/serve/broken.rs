//! What is wrong with a request is told, and does no harm.

use std::io::{Read, Write};
use std::net::Shutdown;

use super::client::{Answer, Server, draft, report};

#[test]
fn every_mistake_has_its_status() {
    let server = Server::start("mistakes", "");
    let text = report("ten");
    let check = |query: &str, media: &str, body: &str| server.check(query, media, body.as_bytes());
    let french = "Le maire de la ville a dit que le feu avait été éteint dans la nuit par les pompiers et que les \
                  habitants pouvaient rentrer chez eux, mais que la route du port serait fermée jusqu’à la fin de la \
                  semaine pour des travaux qui ne peuvent pas attendre.";
    let withdrawn =
        "{\"pubstatus\": \"canceled\", \"headline\": \"Fire\", \"body_text\": \"Nothing burned in Split.\"}";
    for (answer, status, says) in [
        (check("?naem=a", "text/plain", &text), 400, "no parameter “naem”"),
        (check("?published=today", "text/plain", &text), 400, "published"),
        (check("?name=../a.md", "text/markdown", &text), 400, "name"),
        (check("?name=archive", "", &text), 400, "name"),
        (check("?name=a.md", "text/html", &text), 400, "one format"),
        (check("", "text/plain", ""), 400, "empty"),
        (check("", "application/json", "{\"headline\": "), 400, "draft.json"),
        (check("", "application/xml", "<catalog/>"), 400, "begins no format"),
        (check("", "image/png", "\u{89}PNG"), 415, "image/png"),
        (check("", "application/x-www-form-urlencoded", &text), 415, "Content-Type"),
        (check("", "text/plain", french), 422, "in French"),
        (check("", "text/plain", "\u{0}\u{1}\u{2}"), 422, "not an article"),
        (check("", "text/plain", "  \n "), 422, "no text"),
        (check("", "application/json", withdrawn), 422, "canceled"),
        (server.get("/v1/chekc"), 404, "/openapi.json"),
        (server.get("/"), 404, ""),
    ] {
        assert_eq!(answer.status, status, "{answer:?}");
        assert!(answer.problem().contains(says), "{}", answer.problem());
    }
    let answer = server.get("/v1/check");
    assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")));
    let answer = server.send(b"DELETE /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")));
    let coded = draft("", &[("content-type", "text/plain"), ("content-encoding", "gzip")], text.as_bytes());
    assert_eq!(server.send(&coded).status, 415);
}

#[test]
fn broken_frames_end_their_own_connection_only() {
    let server = Server::start("frames", "");
    let chunked = |chunks: &str| {
        let head = "POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\n";
        format!("{head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n{chunks}").into_bytes()
    };
    let long = "a".repeat(20_000);
    let many: String = (0..100).map(|number| format!("x-{number}: 1\r\n")).collect();
    for (bytes, status) in [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n".to_vec(), 400),
        (b"GET\r\n\r\n".to_vec(), 400),
        (b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n".to_vec(), 400),
        (b"POST /v1/check HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab".to_vec(), 400),
        (chunked("zz\r\nabc\r\n0\r\n\r\n"), 400),
        (chunked("ffffffffffffffffff\r\nabc"), 400),
        (format!("GET /healthz HTTP/1.1\r\nx: {long}\r\n\r\n").into_bytes(), 431),
        (format!("GET /healthz HTTP/1.1\r\n{many}\r\n").into_bytes(), 431),
    ] {
        let answer = server.send(&bytes);
        assert_eq!(answer.status, status, "{}", String::from_utf8_lossy(&bytes));
    }
    let text = report("ten");
    // Cut off in the middle: nobody is there to be answered.
    let whole = draft("", &[("content-type", "text/plain")], text.as_bytes());
    for length in [1, 20, whole.len() - 1] {
        let mut client = server.connect();
        client.write_all(&whole[..length]).unwrap();
        client.shutdown(Shutdown::Both).unwrap();
    }
    let halves =
        format!("{:x}\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", 10, &text[..10], text.len() - 10, &text[10..]);
    let answer = server.send(&chunked(&halves));
    assert_eq!(answer.found("draft.txt", text.as_bytes()).len(), 1);
}

#[test]
fn one_connection_serves_one_request_after_another() {
    let server = Server::start("pipeline", "");
    let get = "GET /healthz HTTP/1.1\r\nhost: localhost\r\n";
    let mut client = server.connect();
    client.write_all(format!("{get}\r\n{get}\r\n{get}connection: close\r\n\r\n").as_bytes()).unwrap();
    let answer = Answer::read(&mut client);
    let rest = String::from_utf8(answer.body).unwrap();
    assert_eq!(rest.matches("HTTP/1.1 200 OK").count(), 2);
}

/// Whoever has said all may close its half.
#[test]
fn a_client_that_has_said_all_gets_its_answer() {
    let server = Server::start("half", "");
    let mut client = server.connect();
    client.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    client.shutdown(Shutdown::Write).unwrap();
    assert_eq!(Answer::read(&mut client).status, 200);
}

#[test]
fn a_body_that_is_too_long_is_refused_before_and_while_it_comes() {
    let server = Server::start("long", "--max-body 1000");
    let text = report("ten");
    let exact = format!("{text}{}", " ".repeat(1000 - text.len()));
    assert_eq!(server.check("", "text/plain", exact.as_bytes()).status, 200);
    let long = vec![b'a'; 1_000_000];
    let answer = server.check("", "text/plain", &long);
    assert_eq!((answer.status, answer.problem().contains("1000 bytes")), (413, true));
    let mut chunked =
        b"POST /v1/check HTTP/1.1\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    chunked.extend(b"7d0\r\n");
    chunked.extend(&long[..2000]);
    // It never ends, and is answered all the same.
    let answer = server.send(&chunked);
    assert_eq!(answer.status, 413);
}

#[test]
fn clients_that_are_slow_do_not_hold_others_up() {
    let server = Server::start("slow", "--timeout 1 --workers 1");
    let whole = draft("", &[("content-type", "text/plain")], report("ten").as_bytes());
    let head = whole.windows(4).position(|at| at == b"\r\n\r\n").unwrap() + 4;
    let mut slow: Vec<_> = (0..20).map(|_| server.connect()).collect();
    for (number, client) in slow.iter_mut().enumerate() {
        // Some stop in the headers, some in the body, some never begin.
        let length = [0, 10, head + 5][number % 3];
        client.write_all(&whole[..length]).unwrap();
    }
    assert_eq!(server.get("/healthz").status, 200);
    for mut client in slow {
        assert_eq!(Answer::read(&mut client).status, 408);
    }
}

#[test]
fn a_client_that_takes_no_answers_is_let_go() {
    let server = Server::start("deaf", "--timeout 1 --max-connections 1");
    let mut deaf = server.connect();
    // What answers this is more than any buffer holds.
    let asks = "GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(1000);
    deaf.write_all(asks.as_bytes()).unwrap();
    while server.get("/healthz").status != 200 {
        std::thread::yield_now();
    }
}

#[test]
fn requests_with_bytes_changed_do_no_harm() {
    let server = Server::start("changed", "");
    let whole = draft("?name=a.md", &[("content-type", "text/markdown")], report("ten").as_bytes());
    // The same numbers each time: xorshift by Marsaglia.
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            bytes[at] = u8::try_from(next(256)).unwrap();
        }
        bytes.truncate(bytes.len() - next(2) * next(50));
        let mut client = server.connect();
        // It may close before all is sent, and without an answer.
        let _ = client.write_all(&bytes).and_then(|()| client.shutdown(Shutdown::Write));
        let _ = client.read_to_end(&mut Vec::new());
    }
    let answer = server.send(&whole);
    assert_eq!(answer.found("a.md", report("ten").as_bytes()).len(), 1);
}
