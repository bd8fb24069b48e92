use std::io::Cursor;

use super::*;

fn framed(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// What is read, in words.
fn heard(input: &[u8]) -> Vec<String> {
    let mut input = Cursor::new(input);
    let mut all = Vec::new();
    while let Some(frame) = read(&mut input).unwrap() {
        all.push(match frame {
            Frame::Message(Message::Request(request)) => format!("request {}", request.method),
            Frame::Message(Message::Notification(told)) => format!("told {}", told.method),
            Frame::Message(Message::Response(response)) => format!("answer {}", response.id),
            Frame::Broken(broken) => format!("broken {} {}", broken.code as i32, broken.id),
        });
    }
    all
}

#[test]
fn messages_are_told_apart() {
    let all = [
        framed(r#"{"jsonrpc":"2.0","id":1,"method":"initialize"}"#),
        framed(r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#),
        framed(r#"{"jsonrpc":"2.0","id":"x","result":null}"#),
    ];
    assert_eq!(heard(all.concat().as_bytes()), ["request initialize", "told initialized", "answer \"x\""]);
}

#[test]
fn other_fields_of_a_head_do_not_matter() {
    let body = r#"{"method":"a"}"#;
    let input = format!("content-type: x\ncontent-length:{}\n\n{body}", body.len());
    assert_eq!(heard(input.as_bytes()), ["told a"]);
}

#[test]
fn what_is_no_message_is_told_and_passed_over() {
    let good = framed(r#"{"method":"a"}"#);
    for (broken, code) in [
        (framed("no JSON"), "broken -32700 null"),
        (framed("[]"), "broken -32600 null"),
        (framed(r#"{"id":7}"#), "broken -32600 7"),
        (framed(r#"{"id":1.5,"method":"a"}"#), "broken -32600 1.5"),
        (framed(r#"{"id":true,"method":"a"}"#), "broken -32600 null"),
        ("Content-Length: many\r\n\r\n".to_owned(), "broken -32700 null"),
        ("Content-Length: 99999999999999999\r\n\r\n".to_owned(), "broken -32700 null"),
    ] {
        assert_eq!(heard(format!("{broken}{good}").as_bytes()), [code, "told a"], "{broken}");
    }
    assert_eq!(heard(&[b"Content-Length: 2\r\n\r\n\xff\xfe", good.as_bytes()].concat()).len(), 2);
}

#[test]
fn the_next_head_is_found_behind_whatever_stands_before_it() {
    let good = framed(r#"{"method":"a"}"#);
    for noise in
        ["", "\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "a message that was longer than it said}"]
    {
        assert_eq!(heard(format!("{noise}{good}").as_bytes()), ["told a"], "{noise:?}");
    }
    let long = "x".repeat(3 * MAX_LINE as usize);
    assert_eq!(heard(format!("{long}\n{good}").as_bytes()), ["told a"]);
}

#[test]
fn an_end_in_the_middle_is_the_end() {
    assert_eq!(heard(b"Content-Length: 50\r\n\r\n{"), [""; 0]);
    assert_eq!(heard(b"Content-Len"), [""; 0]);
}

#[test]
fn what_was_no_message_is_answered() {
    let mut input = Cursor::new(framed("{").into_bytes());
    let Some(Frame::Broken(broken)) = read(&mut input).unwrap() else { panic!("it is broken") };
    let mut out = Vec::new();
    write(&Sent::Refusal(broken), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let body = out.split_once("\r\n\r\n").unwrap().1;
    let value: Value = serde_json::from_str(body).unwrap();
    assert_eq!((&value["id"], &value["error"]["code"]), (&Value::Null, &json!(-32700)));
    assert!(out.starts_with(&format!("Content-Length: {}\r\n", body.len())));
}
