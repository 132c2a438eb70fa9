//! Two block trees compared: both can be read back from the marks, and a tree against itself has none.

#![no_main]

use document::{Block, compare};
use libfuzzer_sys::fuzz_target;
use toadlane_fuzz::AnyBlocks;

fuzz_target!(|both: (AnyBlocks, AnyBlocks)| {
    let (before, after) = (both.0.0, both.1.0);
    let comparison = compare(&before, &after);
    let is: Vec<String> = words(&comparison.blocks, |text| text.after().plain());
    assert_eq!(is, words(&after, document::Text::plain), "what it says now");
    assert!(compare(&after, &after).changes.is_empty(), "a tree has changed against itself");
});

/// The words of all texts that say something, in order, without the spaces between them.
fn words(blocks: &[Block], plain: impl Fn(&document::Text) -> String) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        block.visit(&mut |block| out.extend(block.texts().into_iter().map(&plain)));
    }
    out.retain(|text| !text.trim().is_empty());
    out
}
