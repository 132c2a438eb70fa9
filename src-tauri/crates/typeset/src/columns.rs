//! How a table's width is shared among its columns: as asked, but so that no column tears a word which another
//! has room for.
//!
//! Must not know how wide a word is: pages measure it, a Word file guesses.

use document::Table;

use crate::breaks::breaks;
use crate::length::Length;

/// Shares `width` out by the columns' shares; `least` is what each needs to tear no word.
pub(crate) fn share_out(table: &Table, width: Length, least: &[Length]) -> Vec<Length> {
    let total: i64 = table.columns.iter().map(|c| i64::from(c.share.max(1))).sum();
    let shares = table.columns.iter().map(|c| width.times(i64::from(c.share.max(1)), total.max(1)));
    let mut widths: Vec<Length> = shares.collect();
    let spare: Vec<Length> =
        widths.iter().zip(least).map(|(width, least)| (*width - *least).max(Length::ZERO)).collect();
    let all: Length = spare.iter().copied().sum();
    let wanted: Length =
        widths.iter().zip(least).map(|(width, least)| (*least - *width).max(Length::ZERO)).sum();
    if wanted > Length::ZERO && wanted <= all {
        for ((width, least), spare) in widths.iter_mut().zip(least).zip(&spare) {
            *width = (*width).max(*least) - wanted.times(i64::from(spare.0), i64::from(all.0));
        }
    }
    if wanted > all {
        // Something must be torn: the longest words, so that short ones stay whole.
        let mut order: Vec<usize> = (0..widths.len()).collect();
        order.sort_by_key(|index| least.get(*index).copied());
        let mut rest = width;
        let mut left = i64::try_from(order.len()).unwrap_or(1).max(1);
        for index in order {
            let even = rest.times(1, left);
            if let (Some(width), Some(least)) = (widths.get_mut(index), least.get(index)) {
                *width = even.min(*least);
                rest -= *width;
            }
            left = (left - 1).max(1);
        }
    }
    widths
}

/// Calls `each` with every word of a column that a line cannot end in, and whether it stands in the head.
/// Longer words are torn wherever they stand.
pub(crate) fn words_of_column(table: &Table, index: usize, mut each: impl FnMut(&str, bool)) {
    let rows = table.head.iter().map(|row| (row, true)).chain(table.rows.iter().map(|row| (row, false)));
    for (row, head) in rows {
        for text in row.get(index).into_iter().flatten() {
            let words = text.plain();
            let mut from = 0;
            for end in breaks(&words).iter().map(|b| b.at) {
                let word = words.get(from..end).unwrap_or_default().trim_end();
                from = end;
                if (2..40).contains(&word.chars().count()) {
                    each(word, head);
                }
            }
        }
    }
}
