//! Words that findings share.

use crate::founders::Founder;
use crate::organisation::Organisation;
use crate::person::Person;

/// Returns words as “a”, “b” or “c”.
pub(super) fn either(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\u{201c}{word}\u{201d}")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// Returns a person's name, or their id while they have none.
pub(super) fn called(person: &Person) -> String {
    let name = person.name.full();
    if name.is_empty() { format!("The person \u{201c}{}\u{201d}", person.id) } else { name }
}

/// Returns an organisation's name, or its id while it has none.
pub(super) fn organisation_called(organisation: &Organisation) -> String {
    let name = organisation.name.trim();
    if name.is_empty() {
        format!("The organisation \u{201c}{}\u{201d}", organisation.id)
    } else {
        name.to_owned()
    }
}

/// Returns a founder's name, or their id while they have none.
pub(super) fn founder_called(founder: Founder<'_>) -> String {
    match founder {
        Founder::Person(person) => called(person),
        Founder::Organisation(organisation) => organisation_called(organisation),
    }
}

/// Returns "is 1", "are 3".
pub(super) fn are(number: u32) -> String {
    if number == 1 { "is 1".to_owned() } else { format!("are {number}") }
}
