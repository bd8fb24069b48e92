//! What is asked for is answered.

use serde_json::Value;

use super::client::{Server, report};

/// The finding that ten killed contradict the nine of the archive, with the passage of the draft.
fn ten(passage: &str) -> Vec<(String, Vec<String>)> {
    vec![("toll".to_owned(), vec![passage.to_owned()])]
}

#[test]
fn every_format_is_checked_with_offsets_into_what_was_sent() {
    let server = Server::start("formats", "");
    let text = report("ten");
    let rss = format!(
        "<rss version=\"2.0\"><channel><title>Post</title><item><title>Fire</title><description>{text}</description></item></channel></rss>"
    );
    let nitf = format!(
        "<?xml version=\"1.0\"?>\n<nitf><body><body.head><hedline><hl1>Fire at sea</hl1></hedline></body.head><body.content><p>{text}</p></body.content></body></nitf>"
    );
    let ninjs = format!("{{\"uri\": \"urn:1\", \"headline\": \"Fire – at sea\", \"body_text\": \"{text}\"}}");
    let line = format!("{{\"title\": \"Fire at sea\", \"text\": \"{text}\"}}\n");
    for (media, query, path, body) in [
        ("text/plain", "", "draft.txt", text.clone()),
        ("", "", "draft", text.clone()),
        ("text/plain; charset=utf-8", "?name=desk/a.md", "desk/a.md", format!("# Fire – at sea\n\n{text}\n")),
        ("text/markdown", "", "draft.md", format!("# Fire – at sea\n\n{text}\n")),
        ("text/html", "", "draft.html", format!("<!doctype html><title>Fire</title><p>– <p>{text}</p>")),
        ("application/json", "", "draft.json", ninjs.clone()),
        ("application/vnd.iptc.ninjs+json", "?name=a.ninjs", "a.ninjs", ninjs),
        ("application/x-ndjson", "", "draft.jsonl#1", line),
        ("application/xml", "", "draft.xml", nitf),
        ("application/rss+xml", "", "draft.xml#1", rss),
    ] {
        let answer = server.check(query, media, body.as_bytes());
        assert_eq!(answer.found(path, body.as_bytes()), ten("killed ten people"), "{media}");
    }
}

#[test]
fn bytes_that_are_no_utf8_keep_their_places() {
    let server = Server::start("latin", "");
    let body = [b"# Fire \x96 caf\xe9\n\n", report("ten").as_bytes()].concat();
    let answer = server.check("", "text/markdown", &body);
    assert_eq!(answer.found("draft.md", &body), ten("killed ten people"));
    assert_eq!(answer.json()["problems"][0]["code"], "input/encoding");
}

#[test]
fn several_articles_are_held_against_each_other() {
    let server = Server::start("several", "");
    let line = |killed: &str| format!("{{\"text\": \"{}\"}}\n", report(killed));
    let lines = [line("nine"), line("nine"), line("12")].concat();
    let list = format!("[{{\"body_text\": \"{}\"}},{{\"body_text\": \"{}\"}}]", report("nine"), report("12"));
    for (media, body, path, articles) in
        [("application/x-ndjson", lines, "draft.jsonl#3", 3), ("application/json", list, "draft.json#2", 2)]
    {
        let answer = server.check("", media, body.as_bytes());
        assert_eq!(answer.found(path, body.as_bytes()), ten("killed 12 people"), "{media}");
        assert_eq!(answer.json()["summary"]["articles"], articles);
    }
}

#[test]
fn an_answer_is_that_of_a_check() {
    let server = Server::start("same", "");
    let text = report("ten");
    std::fs::write(server.folder().join("draft.md"), &text).unwrap();
    let mut command = super::client::command(server.folder());
    let output =
        command.args(["check", "draft.md", "--against", "archive", "--format", "json"]).output().unwrap();
    let answer = server.check("?name=draft.md", "", text.as_bytes());
    assert_eq!(String::from_utf8(answer.body).unwrap(), String::from_utf8(output.stdout).unwrap());
}

#[test]
fn the_query_says_when_it_appears_and_what_is_told() {
    let server = Server::start("query", "");
    let severity = |query: &str| {
        let answer = server.check(query, "text/plain", report("ten").as_bytes()).json();
        answer["findings"][0]["severity"].as_str().unwrap_or("none").to_owned()
    };
    assert_eq!(severity(""), "warning");
    assert_eq!(severity("?published=2025-08-12"), "error");
    assert_eq!(severity("?published=2025-08-13"), "note");
    assert_eq!(severity("?min_confidence=1"), "none");
    assert_eq!(severity(""), "warning");
}

#[test]
fn settings_and_rules_of_the_project_hold() {
    let quiet = |command: &mut std::process::Command| {
        let folder = command.get_current_dir().unwrap().to_owned();
        std::fs::write(folder.join("house.toml"), "[rules]\ntoll = \"off\"\n").unwrap();
    };
    let server = Server::with("settings", "--config house.toml", quiet);
    assert_eq!(server.check("", "text/plain", report("ten").as_bytes()).found("draft.txt", b""), []);
    let rules = server.get("/v1/rules").json();
    let toll = rules["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == "toll").unwrap().clone();
    assert_eq!(toll["enabled"], false);
}

#[test]
#[cfg(unix)]
fn rules_and_archive_are_read_again_when_asked_for() {
    let mut server = Server::start("again", "--workers 1");
    let ask = |server: &Server| server.check("", "text/plain", report("ten").as_bytes()).json();
    assert_eq!(ask(&server)["summary"]["archive"], 1);
    let settings = |text: &str| std::fs::write(server.folder().join("gainsay.toml"), text).unwrap();
    settings("[rules]\ntoll = \"off\"\n");
    std::fs::write(server.folder().join("archive/more.md"), report("nine")).unwrap();
    server.signal("HUP");
    let off = || {
        server.get("/v1/rules").json()["rules"]
            .as_array()
            .unwrap()
            .iter()
            .any(|rule| rule["enabled"] == false)
    };
    while !off() {
        std::thread::yield_now();
    }
    let answer = ask(&server);
    assert_eq!(
        (&answer["summary"]["archive"], &answer["findings"]),
        (&Value::from(2), &Value::Array(vec![]))
    );
    // With mistakes in the settings the old ones count on: so much is said on standard error, and nothing else happens.
    settings("[chekc]\n");
    server.signal("HUP");
    assert_eq!(ask(&server), answer);
    assert!(off());
    // Nor is an archive given up that is not there for a moment.
    settings("[rules]\ntoll = \"off\"\n");
    std::fs::rename(server.folder().join("archive"), server.folder().join("away")).unwrap();
    server.signal("HUP");
    assert_eq!(ask(&server), answer);
    assert!(server.child().try_wait().unwrap().is_none());
}

#[test]
fn the_rest_is_there_as_well() {
    let server = Server::start("rest", "");
    assert_eq!((server.get("/healthz").status, server.get("/healthz").body), (200, b"alive\n".to_vec()));
    // Once a check was answered the archive is read.
    assert_eq!(server.check("", "text/plain", report("ten").as_bytes()).status, 200);
    assert_eq!(server.get("/readyz").status, 200);
    let metrics = String::from_utf8(server.get("/metrics").body).unwrap();
    assert!(metrics.contains("gainsay_requests_total{path=\"/v1/check\",status=\"200\"} 1\n"), "{metrics}");
    assert!(metrics.contains("gainsay_findings_total 1\n"), "{metrics}");
    let routes: Value = server.get("/openapi.json").json();
    let mut paths: Vec<&String> = routes["paths"].as_object().unwrap().keys().collect();
    paths.sort();
    assert_eq!(paths, ["/healthz", "/metrics", "/openapi.json", "/readyz", "/v1/check", "/v1/rules"]);
    let head = server.send(b"HEAD /openapi.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn an_answer_does_not_hang_on_what_was_asked_before() {
    let server = Server::start("order", "--workers 2");
    let bodies: Vec<String> = ["nine", "ten", "11", "12"].map(report).to_vec();
    let ask = |at: usize| {
        let query = if at.is_multiple_of(2) { "?name=same.txt" } else { "" };
        server.check(query, "text/plain", bodies[at].as_bytes()).body
    };
    let forth: Vec<Vec<u8>> = (0..4).map(ask).collect();
    assert_eq!(server.check("", "text/plain", b"\x00\x01").status, 422);
    let mut back: Vec<Vec<u8>> = (0..4).rev().map(ask).collect();
    back.reverse();
    assert!(forth == back);
    assert_ne!(forth[1], forth[3]);
}
