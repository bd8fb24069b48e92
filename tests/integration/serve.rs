//! Checking over HTTP: a server of the program, spoken to byte by byte.

mod client;
mod broken;
mod checks;
mod guard;
mod many;
