//! The command line: everything is in [`gainsay::app`].

use std::process::ExitCode;

fn main() -> ExitCode {
    gainsay::app::run()
}
