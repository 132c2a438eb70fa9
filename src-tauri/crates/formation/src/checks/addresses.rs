//! What checks ask of addresses.

use super::spelling::letters;
use crate::decision::Address;

/// Returns whether a text has the shape of a postcode of the United Kingdom, with or without its space.
pub(super) fn is_postcode(text: &str) -> bool {
    let compact: Vec<char> = text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
    let Some(split) = compact.len().checked_sub(3) else { return false };
    let (outward, inward) = compact.split_at(split);
    let inward_fits = matches!(inward, [digit, one, two]
        if digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase());
    let letters = outward.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let rest = &outward[letters..];
    let outward_fits = (1..=2).contains(&letters)
        && match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, more] => digit.is_ascii_digit() && more.is_ascii_alphanumeric(),
            _ => false,
        };
    inward_fits && outward_fits
}

/// Returns what an address lacks and what to do about it; none for one that an envelope can bear.
pub(super) fn not_whole(address: &Address) -> Option<(String, &'static str)> {
    let british = ["england", "scotland", "wales", "northern ireland", "united kingdom"]
        .contains(&address.country.trim().to_lowercase().as_str());
    if british && !is_postcode(address.postcode.trim()) {
        return Some((
            format!("\u{201c}{}\u{201d} is not a postcode", address.postcode),
            "Write it like HX1 1AA.",
        ));
    }
    let is_missing =
        address.town.trim().is_empty() || address.lines.iter().all(|line| line.trim().is_empty());
    is_missing.then(|| {
        ("a part is missing".to_owned(), "Write the whole address, as it would stand on an envelope.")
    })
}

/// Returns the line of an address that names a PO box or the like.
pub(super) fn box_in(address: &Address) -> Option<&str> {
    address.lines.iter().map(String::as_str).find(|line| {
        let line = line.to_lowercase().replace('.', "");
        let mut words = line.split_whitespace();
        match (words.next(), words.next()) {
            (Some("po"), Some("box")) | (Some("pobox"), _) => true,
            (Some("dx" | "lp"), Some(number)) => number.starts_with(|c: char| c.is_ascii_digit()),
            _ => line.contains(" po box "),
        }
    })
}

/// Returns whether two addresses are the same place, however they are typed.
pub(super) fn same_place(one: &Address, other: &Address) -> bool {
    let key = |address: &Address| (letters(&address.lines.concat()), letters(&address.postcode));
    let (first, second) = (key(one), key(other));
    !first.0.is_empty() && first == second
}
