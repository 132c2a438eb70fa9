//! Encryption with words: an age file, which other programs open as well. Must not know what is inside.

use std::io::{Read, Write};
use std::iter;

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};

use super::error::CoopError;
use super::passphrase::tidy;

/// What every such file begins with.
const MAGIC: &[u8] = b"age-encryption.org/";
/// Work for whoever tries words: 2 to the power of this, about 128 MB of memory and a second.
const WORK: u8 = 17;
/// More than this is refused: a file could otherwise keep the computer busy for hours.
const MOST_WORK: u8 = 18;

/// Whether these bytes are an encrypted file.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Encrypts.
///
/// # Errors
/// When the system gives no randomness.
pub fn seal(bytes: &[u8], words: &str) -> std::io::Result<Vec<u8>> {
    seal_with(bytes, &tidy(words), WORK)
}

/// Encrypts with a passphrase as it is, and so much work.
pub(crate) fn seal_with(bytes: &[u8], words: &str, work: u8) -> std::io::Result<Vec<u8>> {
    let mut recipient = Recipient::new(SecretString::from(words.to_owned()));
    // The default would measure this machine, at this moment.
    recipient.set_work_factor(work);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
        .map_err(std::io::Error::other)?;
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(sealed)
}

/// Decrypts; no more than `most` bytes come out.
///
/// # Errors
/// When the words are not the right ones, or the file was altered.
pub fn open(sealed: &[u8], words: &str, most: u64) -> Result<Vec<u8>, CoopError> {
    open_with(sealed, tidy(words), most)
}

/// Decrypts with a passphrase as it is.
pub(crate) fn open_with(sealed: &[u8], words: String, most: u64) -> Result<Vec<u8>, CoopError> {
    let mut identity = Identity::new(SecretString::from(words));
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = Decryptor::new(sealed).map_err(told)?;
    if !decryptor.is_scrypt() {
        return Err(CoopError::NotOurs);
    }
    let reader = decryptor.decrypt(iter::once(&identity as &dyn age::Identity)).map_err(told)?;
    let mut bytes = Vec::new();
    reader.take(most + 1).read_to_end(&mut bytes).map_err(|_| CoopError::Altered)?;
    if bytes.len() as u64 > most { Err(CoopError::TooLarge) } else { Ok(bytes) }
}

fn told(error: DecryptError) -> CoopError {
    match error {
        DecryptError::ExcessiveWork { .. } => CoopError::TooMuchWork,
        DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed => {
            CoopError::WrongWords
        }
        DecryptError::UnknownFormat => CoopError::NotOurs,
        _ => CoopError::Altered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As little work as there is: what is tested is not the work.
    fn sealed(bytes: &[u8]) -> Vec<u8> {
        seal_with(bytes, "correct horse battery staple yo-yo", 2).unwrap()
    }

    #[test]
    fn what_was_sealed_is_opened_by_its_words_alone() {
        let file = sealed(b"home: 12 Well Lane");
        assert!(is_sealed(&file));
        assert!(!file.windows(4).any(|window| window == b"Well"));
        let words = " Correct  horse battery\nstaple YO-YO ";
        assert_eq!(open(&file, words, 100).unwrap(), b"home: 12 Well Lane");
        let wrong = open(&file, "correct horse battery staple", 100);
        assert!(matches!(wrong, Err(CoopError::WrongWords)), "{wrong:?}");
        assert!(matches!(open(&file, words, 5), Err(CoopError::TooLarge)));
    }

    #[test]
    fn an_altered_or_cut_file_is_never_opened() {
        let file = sealed(&[7; 70_000]);
        for at in (0..file.len()).step_by(file.len() / 300) {
            let mut altered = file.clone();
            altered[at] ^= 1;
            let opened = open(&altered, "correct horse battery staple yo-yo", 100_000);
            assert!(opened.is_err(), "byte {at} altered");
            let opened = open(&file[..at], "correct horse battery staple yo-yo", 100_000);
            assert!(opened.is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
        let file = seal_with(b"x", "words", 2).unwrap();
        let at = file.windows(3).position(|window| window == b" 2\n").unwrap();
        for work in ["25", "63", "19"] {
            let hostile = [&file[..=at], work.as_bytes(), &file[at + 2..]].concat();
            assert!(matches!(open(&hostile, "words", 100), Err(CoopError::TooMuchWork)), "work {work}");
        }
    }
}
