//! What the command line says when it cannot do something.

use std::process::ExitCode;

use desk::FailureCode;

use crate::output::to_stderr;

/// A failure with the exit code it gives.
pub struct Failure {
    code: u8,
    message: String,
}

impl Failure {
    /// The call or a file cannot be read.
    pub fn unreadable(message: impl Into<String>) -> Self {
        Self { code: 2, message: message.into() }
    }

    /// Says it and returns the exit code.
    pub fn report(self) -> ExitCode {
        to_stderr(&self.message);
        ExitCode::from(self.code)
    }
}

impl From<desk::Failure> for Failure {
    fn from(failure: desk::Failure) -> Self {
        let code = match failure.code {
            FailureCode::Blocked => 1,
            _ => 2,
        };
        Self { code, message: format!("{} {}", failure.sentence, failure.what_to_do) }
    }
}
