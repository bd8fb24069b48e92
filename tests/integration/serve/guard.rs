//! Who may ask.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use super::client::{Server, command, draft, folder, report};

const TOKEN: &str = "s3cret-token";

fn bearer(authorization: &str) -> Vec<(&str, &str)> {
    vec![("content-type", "text/plain"), ("authorization", authorization)]
}

fn guarded(server: &Server) {
    let text = report("ten");
    let status = |headers: &[(&str, &str)]| server.send(&draft("", headers, text.as_bytes())).status;
    assert_eq!(status(&bearer(&format!("Bearer {TOKEN}"))), 200);
    for wrong in ["Bearer", "Bearer s3cret-toke", "Bearer s3cret-token2", "Basic s3cret-token"] {
        assert_eq!(status(&bearer(wrong)), 401, "{wrong}");
    }
    let answer = server.check("", "text/plain", text.as_bytes());
    assert_eq!((answer.status, answer.header("www-authenticate")), (401, Some("Bearer realm=\"gainsay\"")));
    assert!(!answer.problem().contains(TOKEN));
    assert_eq!([server.get("/v1/rules").status, server.get("/v1/none").status], [401, 401]);
    assert_eq!([server.get("/healthz").status, server.get("/metrics").status], [200, 200]);
}

#[test]
fn a_token_guards_what_is_under_v1() {
    guarded(&Server::with("token", "--token-file token", |command| {
        let folder = command.get_current_dir().unwrap().to_owned();
        fs::write(folder.join("token"), format!("{TOKEN}\n")).unwrap();
    }));
    guarded(&Server::with("env", "--quiet", |command| {
        command.env("GAINSAY_TOKEN", TOKEN);
    }));
}

#[test]
fn without_a_token_only_this_machine_is_served() {
    let server = Server::start("near", "");
    let text = report("ten");
    let request = String::from_utf8(draft("", &[("content-type", "text/plain")], text.as_bytes())).unwrap();
    let elsewhere = request.replace("host: localhost", "host: news.example");
    assert_eq!(server.send(elsewhere.as_bytes()).status, 421);
    let own = request.replace("host: localhost", &format!("host: {}", server.address));
    assert_eq!(server.send(own.as_bytes()).status, 200);
}

/// How the program ends that cannot serve, and what it says.
fn refused(name: &str, args: &str, change: impl FnOnce(&mut Command)) -> (Option<i32>, String) {
    let folder = folder(name);
    let mut command = command(&folder);
    command.arg("serve").args(args.split_whitespace()).stdout(Stdio::null()).stderr(Stdio::piped());
    change(&mut command);
    let mut child = command.spawn().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    let code = child.wait().unwrap().code();
    let _ = fs::remove_dir_all(folder);
    (code, said)
}

#[test]
fn what_would_not_do_is_not_served() {
    let nothing = |_: &mut Command| {};
    for (name, args, says) in [
        ("far", "archive --listen 0.0.0.0:0", "set a token"),
        ("address", "archive --listen nowhere:80", "--listen"),
        ("missing", "arhcive --listen 127.0.0.1:0", "there is no file or folder arhcive"),
        ("file", "archive --token-file none --listen 127.0.0.1:0", "cannot read none"),
        ("zero", "archive --max-body 0", "--max-body"),
    ] {
        let (code, said) = refused(name, args, nothing);
        assert_eq!(code, Some(2), "{args}");
        assert!(said.contains(says), "{said}");
    }
    let empty = |command: &mut Command| {
        command.env("GAINSAY_TOKEN", "");
    };
    let (code, said) = refused("empty", "archive --listen 127.0.0.1:0", empty);
    assert!(code == Some(2) && said.contains("GAINSAY_TOKEN: the token is empty"), "{said}");
    let settings = |command: &mut Command| {
        let folder = command.get_current_dir().unwrap().to_owned();
        fs::write(folder.join("gainsay.toml"), "[rules]\nno-such-rule = \"off\"\n[chekc]\n").unwrap();
    };
    let (code, said) = refused("settings", "archive --listen 127.0.0.1:0", settings);
    assert!(code == Some(2) && said.contains("chekc"), "{said}");
    let taken = Server::start("taken", "");
    let (code, said) = refused("again", &format!("archive --listen {}", taken.address), nothing);
    assert!(code == Some(2) && said.contains("cannot listen on"), "{said}");
}
