//! Any bytes as a co-op file: refused, or read back as the same when it is written again. Joined with itself it stays.
//!
//! A file that was only altered is stopped by its checksum, so each is tried once more with the checksum that a
//! forger would put in. What is inside a locked file is packed: so each is also tried as that, and packed.

#![no_main]

use desk::exchange::{Coop, merge};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    take(bytes);
    if let Ok(coop) = Coop::read_inside(bytes) {
        assert_eq!(coop.write_inside().ok().and_then(|packed| Coop::read_inside(&packed).ok()), Some(coop));
    }
    if let Some(forged) = forged(bytes) {
        take(forged.as_bytes());
    }
});

fn take(bytes: &[u8]) {
    let Ok(coop) = Coop::read(bytes) else { return };
    // Not the bytes: another version of the app may have written it, and says so.
    assert_eq!(Coop::read(&coop.write()).ok().as_ref(), Some(&coop), "written again it is another");
    if matches!(coop, Coop::Full { .. }) {
        let joined = merge(&coop, &coop).expect("a file joins with itself");
        assert_eq!(joined.write(), coop.write(), "joined with itself it changed");
    }
}

fn forged(bytes: &[u8]) -> Option<String> {
    let mut file: Value = serde_json::from_slice(bytes).ok()?;
    file.sort_all_objects();
    let body = file.get("body")?.to_string();
    let checksum: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    file.as_object_mut()?.insert("sha256".to_owned(), checksum.into());
    file.sort_all_objects();
    Some(file.to_string())
}
