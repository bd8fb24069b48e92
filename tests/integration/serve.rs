//! Checking over HTTP: a server of the program, spoken to byte by byte.

mod broken;
mod checks;
mod client;
mod guard;
mod many;
