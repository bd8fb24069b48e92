//! A server of a test's own, and a client that sends any bytes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// So long a test waits for an answer before it fails.
const PATIENCE: Duration = Duration::from_secs(300);

/// A report of how many were killed.
pub(super) fn report(killed: &str) -> String {
    format!("A fire on the ferry Jadran killed {killed} people off Split in Croatia on Monday, police said.")
}

/// A server with an archive in a folder of its own; both are gone when the test ends.
pub(super) struct Server {
    folder: PathBuf,
    child: Child,
    pub(super) address: SocketAddr,
}

impl Server {
    /// A server with these arguments, and a report of nine killed in its archive.
    pub(super) fn start(name: &str, args: &str) -> Server {
        Server::with(name, args, |_| {})
    }

    /// The same, with something done to the command first.
    pub(super) fn with(name: &str, args: &str, change: impl FnOnce(&mut Command)) -> Server {
        let folder = folder(name);
        let mut command = command(&folder);
        command.args(["serve", "archive", "--listen", "127.0.0.1:0"]);
        if !args.contains("--timeout") {
            command.args(["--timeout", "600"]);
        }
        command.args(args.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::null());
        change(&mut command);
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://");
        let address = address.unwrap_or_else(|| panic!("it says {line:?}")).parse().unwrap();
        Server { folder, child, address }
    }

    /// Sends bytes, and reads the answer.
    pub(super) fn send(&self, bytes: &[u8]) -> Answer {
        let mut client = self.connect();
        client.write_all(bytes).unwrap();
        Answer::read(&mut client)
    }

    /// Asks for something without a body.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.send(format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").as_bytes())
    }

    /// Sends a draft.
    pub(super) fn check(&self, query: &str, media: &str, body: &[u8]) -> Answer {
        self.send(&draft(query, &[("content-type", media)], body))
    }

    /// A connection.
    pub(super) fn connect(&self) -> TcpStream {
        let client = TcpStream::connect(self.address).unwrap();
        client.set_read_timeout(Some(PATIENCE)).unwrap();
        client
    }

    /// Sends a signal to the process.
    #[cfg(unix)]
    pub(super) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// The process.
    pub(super) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &PathBuf {
        &self.folder
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder with an archive of one report.
pub(super) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("gainsay-serve-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("archive")).unwrap();
    let wire = format!("---\nsource: Star\npublished: 2025-08-12\n---\n\n{}\n", report("nine"));
    fs::write(folder.join("archive/wire.md"), wire).unwrap();
    folder
}

/// The program in a folder, without a token.
pub(super) fn command(folder: &PathBuf) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.current_dir(folder).env_remove("GAINSAY_TOKEN");
    command
}

/// The bytes of a request that checks a draft.
pub(super) fn draft(query: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("POST /v1/check{query} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    let length = body.len();
    [format!("{head}content-length: {length}\r\n\r\n").as_bytes(), body].concat()
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// Reads until the server closes the connection.
    pub(super) fn read(client: &mut TcpStream) -> Answer {
        let mut bytes = Vec::new();
        client.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }

    fn of(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|at| at == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// A header.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut pairs = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        pairs.find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body, of which it is said that it is JSON.
    pub(super) fn json(&self) -> Value {
        let media = self.header("content-type").unwrap();
        assert!(matches!(media, "application/json" | "application/problem+json"), "{media}");
        serde_json::from_slice(&self.body).unwrap()
    }

    /// What a problem says; its status is that of the answer.
    pub(super) fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let json = self.json();
        assert_eq!(json["status"], self.status);
        assert!(
            json["title"].as_str().is_some_and(|title| !title.is_empty()) && json["type"] == "about:blank"
        );
        json["detail"].as_str().unwrap().to_owned()
    }

    /// The rules of the findings, each with the passages of one file as its offsets have them.
    pub(super) fn found(&self, path: &str, body: &[u8]) -> Vec<(String, Vec<String>)> {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.body));
        let json = self.json();
        assert_eq!(json["schema"], "gainsay/findings/1");
        let offset = |label: &Value, name: &str| usize::try_from(label[name].as_u64().unwrap()).unwrap();
        let passages = |finding: &Value| {
            let labels = finding["labels"].as_array().unwrap().iter().filter(|label| label["path"] == path);
            let text = |label| {
                String::from_utf8_lossy(&body[offset(label, "start")..offset(label, "end")]).into_owned()
            };
            labels.map(text).collect()
        };
        let findings = json["findings"].as_array().unwrap().iter();
        findings.map(|finding| (finding["rule"].as_str().unwrap().to_owned(), passages(finding))).collect()
    }
}
