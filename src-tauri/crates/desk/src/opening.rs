//! How the desk comes to be open: where its files are, and who is its host. It outlives a desk, because a backup can
//! be put back only while the desk is closed.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::encryption::{self, Access, Secret};
use crate::failure::Failure;
use crate::host::{Host, Places};
use crate::preferences::Preferences;
use crate::recovery::{self, Looking, Recovered};
use crate::view::RecoveryView;

type MakeHost = Box<dyn Fn() -> Box<dyn Host> + Send>;

/// Opens the desk, and puts things right while it is closed.
pub struct Opening {
    places: Places,
    host: MakeHost,
    /// What opens an encrypted store, once somebody typed it.
    secret: Option<Secret>,
}

impl Opening {
    /// The desk on the store in `places`; `host` makes the host of each desk that is opened.
    pub fn new(places: Places, host: impl Fn() -> Box<dyn Host> + Send + 'static) -> Self {
        Self { places, host: Box::new(host), secret: None }
    }

    /// Opens the desk.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open(&self) -> Result<Desk, Failure> {
        Desk::open_with(&self.places, (self.host)(), &self.access()?)
    }

    /// What somebody set for themselves, which can be read while the desk is locked.
    pub fn preferences(&self) -> Preferences {
        Preferences::read(&self.places.store)
    }

    /// Takes what somebody typed to open an encrypted store, and keeps it until the app ends or locks.
    ///
    /// # Errors
    /// When it is wrong: then what was there before stays.
    pub fn unlock(&mut self, secret: Secret) -> Result<(), Failure> {
        Access::find(&self.places, Some(&secret))?;
        self.secret = Some(secret);
        Ok(())
    }

    /// Forgets what opens the store.
    pub fn lock(&mut self) {
        self.secret = None;
    }

    /// Whether a passphrase locks the store.
    ///
    /// # Errors
    /// When the folder cannot be read; so with every act below, and as the act of the same name in [`encryption`].
    pub fn is_encrypted(&self) -> Result<bool, Failure> {
        encryption::is_on(&self.places)
    }

    /// A passphrase and a recovery code that nobody guesses, to choose from and to write down.
    pub fn suggest(&self) -> (String, String) {
        let host = (self.host)();
        let passphrase = encryption::suggest_passphrase(host.as_ref());
        (passphrase, encryption::suggest_recovery_code(host.as_ref()))
    }

    /// Encrypts the store, and goes on with the passphrase. Returns the files that somebody must delete by hand.
    pub fn encrypt(&mut self, passphrase: &str, recovery_code: &str) -> Result<Vec<PathBuf>, Failure> {
        let left = encryption::turn_on(&self.places, (self.host)().as_ref(), passphrase, recovery_code)?;
        self.secret = Some(Secret::Passphrase(passphrase.to_owned()));
        Ok(left)
    }

    /// Takes the encryption off. Returns the files that only the old passphrase opens.
    pub fn decrypt(&mut self, secret: &Secret) -> Result<Vec<PathBuf>, Failure> {
        let left = encryption::turn_off(&self.places, secret)?;
        self.secret = None;
        Ok(left)
    }

    /// Sets another passphrase, and goes on with it.
    pub fn change_passphrase(&mut self, secret: &Secret, passphrase: &str) -> Result<(), Failure> {
        encryption::change_passphrase(&self.places, secret, passphrase)?;
        self.secret = Some(Secret::Passphrase(passphrase.to_owned()));
        Ok(())
    }

    /// Sets another recovery code.
    pub fn change_recovery_code(&mut self, secret: &Secret, recovery_code: &str) -> Result<(), Failure> {
        encryption::new_recovery_code(&self.places, secret, recovery_code)?;
        // One that opened the store opens it no more.
        if let Some(Secret::RecoveryCode(_)) = self.secret {
            self.secret = Some(match secret {
                Secret::RecoveryCode(_) => Secret::RecoveryCode(recovery_code.to_owned()),
                Secret::Passphrase(_) => secret.clone(),
            });
        }
        Ok(())
    }

    fn access(&self) -> Result<Access, Failure> {
        Access::find(&self.places, self.secret.as_ref())
    }

    /// Begins to look at what can be done about a store that does not open. It must have ended, or be dropped, before
    /// anything of that is done.
    ///
    /// # Errors
    /// When the key of an encrypted store is not there.
    pub fn look(&self) -> Result<Looking, Failure> {
        Looking::begin(&self.places, &self.access()?)
    }

    /// Says what was found by now.
    ///
    /// # Errors
    /// As [`recovery::recovery_view`]; so with everything below.
    pub fn recovery_view(&self, looking: &mut Looking) -> Result<RecoveryView, Failure> {
        looking.view((self.host)().as_ref())
    }

    /// Goes back to a backup: to it alone, as it was.
    pub fn restore_backup(&self, number: u64) -> Result<Recovered, Failure> {
        recovery::restore_backup(&self.places, &self.access()?, number)
    }

    /// Goes back to a backup in a file of its own.
    pub fn restore_file(&self, file: &Path) -> Result<Recovered, Failure> {
        recovery::restore_file(&self.places, &self.access()?, file, self.secret.as_ref())
    }

    /// Goes back to the newest good backup and adds what can still be read; or, when `alone`, keeps that only.
    pub fn salvage(&self, alone: bool) -> Result<Recovered, Failure> {
        recovery::salvage(&self.places, (self.host)().as_ref(), &self.access()?, alone)
    }

    /// Writes what can still be read as a text into a folder, and returns the file and how many changes it holds.
    pub fn export_readable(&self, folder: &Path) -> Result<(PathBuf, usize), Failure> {
        let host = (self.host)();
        let file = free_name(folder, &format!("Toad Lane, what could be read, {}", host.today()), "txt");
        let count = recovery::export_readable(&self.places, host.as_ref(), &self.access()?, &file)?;
        Ok((file, count))
    }
}

/// Returns a file in `folder` that is not there yet: a number is added to the name until there is none.
pub(crate) fn free_name(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let names = (1_u32..).map(|number| match number {
        1 => format!("{name}.{ending}"),
        number => format!("{name} ({number}).{ending}"),
    });
    let free = names.map(|name| folder.join(name)).find(|path| !path.exists());
    free.unwrap_or_else(|| folder.to_owned())
}
