//! Any text as an answers file: refused with line and field, or taken, worked out and checked.

#![no_main]

use std::sync::LazyLock;

use desk::{Assets, WorkedOut};
use formation::answers_file;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets::embedded().expect("the app's own texts are sound"));

fuzz_target!(|text: &str| {
    match answers_file::read(&ASSETS.library, text) {
        Ok(formation) => {
            // A way without rules is refused in words.
            if let Ok(worked_out) = WorkedOut::new(&ASSETS, formation, date(2026, 11, 29)) {
                assert!(worked_out.constitution.rules().count() > 0);
            }
        }
        Err(error) => {
            assert!(error.line >= 1 && !error.message.is_empty(), "{error:?}");
            assert!(error.line <= text.lines().count().max(1) + 1, "line {} of {text:?}", error.line);
        }
    }
});
