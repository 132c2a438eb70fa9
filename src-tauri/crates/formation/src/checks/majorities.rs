//! Majorities that change the rules or take the biggest decisions.

use super::Case;
use crate::text::phrase::majority;

/// Returns which of those answers ask for less than `least` hundredths of a percent, and what they ask for.
pub(super) fn too_small<'a>(case: &Case<'a>, least: u32) -> impl Iterator<Item = (&'static str, String)> {
    let asked = ["rule-change-majority", "special-majority"].map(|slug| (slug, case.majority(slug)));
    asked.into_iter().filter_map(move |(slug, asked)| {
        let asked = asked.filter(|asked| asked.share.floor() < least)?;
        Some((slug, majority(&asked)))
    })
}
