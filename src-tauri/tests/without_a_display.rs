//! Where there is nothing to draw on, the program says one sentence and ends, and has touched nothing.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

use std::process::Command;

#[test]
fn it_says_so_and_ends() {
    for display in [None, Some(":64000")] {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let mut command = Command::new(env!("CARGO_BIN_EXE_toadlane"));
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.env("HOME", folder.path()).env("TOADLANE_DATA_DIR", &store);
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("needs a desktop"), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        assert!(!store.exists(), "it touched the store");
    }
}
