//! The store's encryption without a window: `encryption`.

use std::path::PathBuf;
use std::process::ExitCode;

use desk::encryption::{self, Secret};

use crate::arguments::EncryptionArguments;
use crate::failure::Failure;
use crate::input;
use crate::machine::Machine;
use crate::output::{to_stderr, to_stdout};
use crate::store;

const KEEP_THE_CODE: &str = "Write these words on paper and keep the paper apart from the computer. They open the \
    store when the passphrase is lost. If both are lost, nobody can open it.";

/// Turns encryption on or off, changes what opens the store, or says how it stands.
pub fn run(arguments: &EncryptionArguments) -> Result<ExitCode, Failure> {
    let places = store::places(arguments.store.store.as_deref())?;
    let given = || -> Result<Secret, Failure> {
        let missing = || Failure::unreadable("Give --passphrase-file or --recovery-code-file as well.");
        store::secret(&arguments.store)?.ok_or_else(missing)
    };
    if let Some(file) = &arguments.on {
        let code = encryption::suggest_recovery_code(&Machine);
        let left = encryption::turn_on(&places, &Machine, &input::passphrase(file)?, &code)?;
        to_stdout(&code);
        to_stderr(KEEP_THE_CODE);
        to_stderr(
            "The files that were readable are overwritten. A disk without moving parts may keep pieces of them out of our reach.",
        );
        name(&left, "This file could not be encrypted and can still be read. Delete it yourself");
    } else if arguments.off {
        let left = encryption::turn_off(&places, &given()?)?;
        to_stdout("The store is not encrypted any more.");
        name(&left, "This file can be read by nobody any more");
    } else if let Some(file) = &arguments.change {
        encryption::change_passphrase(&places, &given()?, &input::passphrase(file)?)?;
        to_stdout("The passphrase was changed. Copies on sticks still take the old one.");
    } else if arguments.new_recovery_code {
        let code = encryption::suggest_recovery_code(&Machine);
        encryption::new_recovery_code(&places, &given()?, &code)?;
        to_stdout(&code);
        to_stderr(KEEP_THE_CODE);
    } else if encryption::is_on(&places)? {
        to_stdout("The store is encrypted.");
    } else {
        to_stdout("The store is not encrypted.");
    }
    Ok(ExitCode::SUCCESS)
}

fn name(files: &[PathBuf], what: &str) {
    files.iter().for_each(|file| to_stderr(&format!("{what}: {}", file.display())));
}
