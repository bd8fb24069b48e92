//! Many clients, and the end.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::sync::Barrier;
use std::thread;

use super::client::{Answer, Server, draft, report};

#[test]
fn two_hundred_clients_at_once_get_their_own_answers() {
    let server = Server::start("many", "");
    let together = Barrier::new(200);
    let ask = |number: usize| {
        let body = report(&(10 + number).to_string());
        let mut client = server.connect();
        together.wait();
        client
            .write_all(&draft("?name=same.txt", &[("content-type", "text/plain")], body.as_bytes()))
            .unwrap();
        let answer = Answer::read(&mut client);
        let passage = format!("killed {} people", 10 + number);
        assert_eq!(answer.found("same.txt", body.as_bytes()), [("toll".to_owned(), vec![passage])]);
        answer.body
    };
    let bodies: BTreeSet<Vec<u8>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..200).map(|number| scope.spawn(move || ask(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(bodies.len(), 200);
    let metrics = String::from_utf8(server.get("/metrics").body).unwrap();
    assert!(metrics.contains("gainsay_requests_total{path=\"/v1/check\",status=\"200\"} 200\n"), "{metrics}");
}

#[test]
fn connections_beyond_the_most_are_told_to_come_again() {
    let server = Server::start("full", "--max-connections 2");
    let (mut first, second) = (server.connect(), server.connect());
    let answer = Answer::read(&mut server.connect());
    assert_eq!((answer.status, answer.header("retry-after")), (503, Some("1")));
    assert!(answer.problem().contains("connections"));
    first.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").unwrap();
    assert_eq!(Answer::read(&mut first).status, 200);
    drop((first, second));
}

#[test]
#[cfg(unix)]
fn what_runs_is_finished_before_the_end() {
    let mut server = Server::start("end", "");
    let body = report("ten");
    let whole = draft("", &[("content-type", "text/plain"), ("expect", "100-continue")], body.as_bytes());
    let head = whole.len() - body.len();
    let (mut client, mut idle) = (server.connect(), server.connect());
    client.write_all(&whole[..head]).unwrap();
    // From here on it is a request that runs.
    let mut told = [0; 25];
    client.read_exact(&mut told).unwrap();
    assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
    server.signal("TERM");
    // Where nothing was asked, it closes at once: now it knows.
    let closed = idle.read(&mut [0; 1]).map_err(|error| error.kind());
    assert!(matches!(closed, Ok(0) | Err(ErrorKind::ConnectionReset)), "{closed:?}");
    client.write_all(&whole[head..]).unwrap();
    assert_eq!(Answer::read(&mut client).found("draft.txt", body.as_bytes()).len(), 1);
    assert_eq!(server.child().wait().unwrap().code(), Some(0));
}

#[test]
#[cfg(unix)]
fn each_request_is_a_line_of_the_log() {
    let mut server = Server::with("log", "", |command| {
        let folder = command.get_current_dir().unwrap().to_owned();
        command.stderr(fs::File::create(folder.join("log")).unwrap());
    });
    assert_eq!(server.check("?name=a.md", "", report("ten").as_bytes()).status, 200);
    assert_eq!(server.get("/nothing%1b").status, 404);
    server.signal("TERM");
    server.child().wait().unwrap();
    let log = fs::read_to_string(server.folder().join("log")).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert!(
        lines[0].contains(" POST /v1/check?name=a.md 200 ") && lines[0].ends_with(" articles=1 findings=1")
    );
    assert!(lines[1].contains(" GET /nothing%1b 404 "));
}
