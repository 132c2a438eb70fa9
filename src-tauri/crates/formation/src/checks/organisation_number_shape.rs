//! A founding organisation's number has not the shape that its register gives.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};
use crate::organisation::{BodyForm, Organisation, RegisteredForm};

pub(super) const CHECK: Check = Check {
    id: "organisation-number-shape",
    severity: Severity::Warning,
    law: "Practice: the registrar looks the number up",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .organisations
        .iter()
        .filter_map(|organisation| {
            let expected = expected(organisation)?;
            Some(Found::new(
                About::Organisation(organisation.id.clone()),
                format!(
                    "\u{201c}{}\u{201d} does not look like the number of {}.",
                    organisation.number.trim(),
                    organisation_called(organisation)
                ),
                format!("Copy it from the register. {expected}"),
            ))
        })
        .collect()
}

/// Returns what the number would look like; none when it may be right, or is not there.
fn expected(organisation: &Organisation) -> Option<&'static str> {
    let number: String = organisation.number.split_whitespace().collect::<String>().to_uppercase();
    let Some(BodyForm::Registered(form)) = &organisation.form else { return None };
    if number.is_empty() {
        return None;
    }
    let digits = number.trim_matches(|c: char| c.is_ascii_uppercase());
    let (before, after) = number.split_once(digits).unwrap_or_default();
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (fits, expected) = match form {
        RegisteredForm::Company => (
            all_digits
                && after.is_empty()
                && before.len() + digits.len() == 8
                && matches!(before.len(), 0 | 2),
            "A company number has 8 digits, with the noughts before it, or 2 letters and 6 digits.",
        ),
        RegisteredForm::Partnership => (
            all_digits && after.is_empty() && digits.len() == 6 && matches!(before, "OC" | "SO" | "NC"),
            "A partnership\u{2019}s number is OC, SO or NC and 6 digits.",
        ),
        // Old numbers have letters before or behind, and new ones none.
        RegisteredForm::Society => (
            all_digits && digits.len() <= 6 && before.len() <= 2 && after.len() <= 2,
            "A society\u{2019}s number has up to 6 digits, often with letters, such as 29412R or 7834.",
        ),
        RegisteredForm::Charity => (
            all_digits
                && after.is_empty()
                && matches!((before, digits.len()), ("" | "NIC", 6 | 7) | ("SC", 6)),
            "A charity\u{2019}s number has 6 or 7 digits, or is SC and 6 digits.",
        ),
    };
    (!fits).then_some(expected)
}

#[cfg(test)]
mod tests {
    use super::super::tried::SECONDARY;
    use super::*;

    #[test]
    fn a_number_has_the_shape_of_its_register() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "organisation:calder", |formation| {
            formation.organisation("calder").number = "1234-5678".to_owned();
        });
        let fits = |form, number: &str| {
            let organisation = Organisation {
                form: Some(BodyForm::Registered(form)),
                number: number.to_owned(),
                ..Organisation::default()
            };
            expected(&organisation).is_none()
        };
        use RegisteredForm::{Charity, Company, Partnership, Society};
        let good = [
            (Company, "09876543"),
            (Company, "SC123456"),
            (Company, "0987 6543"),
            (Partnership, "OC301234"),
            (Partnership, "so301234"),
            (Society, "29412R"),
            (Society, "IP29412R"),
            (Society, "7834"),
            (Society, "SP1830RS"),
            (Charity, "1123456"),
            (Charity, "SC012345"),
        ];
        for (form, number) in good {
            assert!(fits(form, number), "{number}");
        }
        let wrong = [
            (Company, "9876543"),
            (Company, "098765432"),
            (Company, "C9876543"),
            (Company, "number"),
            (Company, "09-876543"),
            (Partnership, "01234567"),
            (Society, "1234567"),
            (Society, "none"),
            (Charity, "12345"),
            (Charity, "SC1234567"),
        ];
        for (form, number) in wrong {
            assert!(!fits(form, number), "{number}");
        }
    }
}
