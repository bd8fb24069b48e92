//! Frames of the protocol: a head that says how long a message is, and the message.
//!
//! What is no frame, or no message, is told and passed over; the reader finds the next head by itself. So neither a
//! broken client nor a broken pipe in between ends a session with drafts that are not saved.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The most bytes of one message: an article of the greatest length, every byte of it escaped.
const MAX_MESSAGE: u64 = 128 * 1024 * 1024;

/// The most bytes of a line of a head that are looked at in one piece.
const MAX_LINE: u64 = 4096;

/// The one field of a head that matters.
const LENGTH: &[u8] = b"content-length:";

/// What came.
#[derive(Debug)]
pub(super) enum Frame {
    /// A message.
    Message(Message),
    /// Something that cannot be understood: why, and what its sender called it, if that can be made out.
    Broken(Broken),
}

/// Why something is no message.
#[derive(Debug)]
pub(super) struct Broken {
    code: ErrorCode,
    why: String,
    /// JSON's null, unless the message has a number or text for one.
    id: Value,
}

/// What is sent: a message, or the answer to something that was none.
#[derive(Debug)]
pub(super) enum Sent {
    /// A message.
    Message(Message),
    /// The answer to what was no message.
    Refusal(Broken),
}

impl Frame {
    fn broken(code: ErrorCode, why: impl Into<String>) -> Frame {
        Frame::Broken(Broken { code, why: why.into(), id: Value::Null })
    }
}

/// Reads the next frame; none at the end of the input.
///
/// # Errors
/// Those of the input.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Frame>> {
    let length = match head(input)? {
        Some(Ok(length)) => length,
        Some(Err(why)) => return Ok(Some(Frame::broken(ErrorCode::ParseError, why))),
        None => return Ok(None),
    };
    let mut body = Vec::new();
    let got = input.take(length).read_to_end(&mut body)?;
    if (got as u64) < length {
        return Ok(None);
    }
    Ok(Some(message(&body)))
}

/// How long the next message is. Lines that say nothing of it are passed over.
fn head(input: &mut impl BufRead) -> io::Result<Option<Result<u64, String>>> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        match length {
            Some(length) if line.trim_ascii().is_empty() => return Ok(Some(Ok(length))),
            _ => {}
        }
        // Behind a message that was longer than it said, the head does not begin the line.
        let Some(said) = field(&line) else { continue };
        match said.parse::<u64>() {
            Ok(said) if said <= MAX_MESSAGE => length = Some(said),
            Ok(said) => return Ok(Some(Err(format!("a message of {said} bytes is too long")))),
            Err(_) => return Ok(Some(Err(format!("Content-Length is no number: {said:?}")))),
        }
    }
}

/// What a line says of the length.
fn field(line: &[u8]) -> Option<String> {
    let at = line.windows(LENGTH.len()).position(|window| window.eq_ignore_ascii_case(LENGTH))?;
    let said = line.get(at + LENGTH.len()..)?.trim_ascii();
    Some(String::from_utf8_lossy(said).into_owned())
}

fn message(body: &[u8]) -> Frame {
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => {
            return Frame::broken(ErrorCode::ParseError, format!("the message is no JSON: {error}"));
        }
    };
    let id = value.get("id").filter(|id| id.is_number() || id.is_string()).cloned().unwrap_or_default();
    // With an id that is none, a request would pass for a notification and never be answered.
    let numbered = value.get("id").is_some_and(|id| !id.is_null());
    match Message::deserialize(value) {
        Ok(message) if !(numbered && matches!(message, Message::Notification(_))) => Frame::Message(message),
        _ => {
            let why = "this is neither a request nor a notification nor an answer".to_owned();
            Frame::Broken(Broken { code: ErrorCode::InvalidRequest, why, id })
        }
    }
}

/// Writes what is sent.
///
/// # Errors
/// Those of the output.
pub(super) fn write(sent: &Sent, out: &mut impl Write) -> io::Result<()> {
    match sent {
        Sent::Message(message) => message.write(out),
        Sent::Refusal(broken) => write_value(&broken.answer(), out),
    }
}

impl Broken {
    fn answer(&self) -> Value {
        json!({
            "jsonrpc": "2.0",
            "id": self.id,
            "error": { "code": self.code as i32, "message": self.why },
        })
    }
}

fn write_value(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let text = serde_json::to_string(value)?;
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

#[cfg(test)]
mod tests;
