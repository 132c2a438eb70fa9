//! One person's private mailbox is the registered e-mail address.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "email-is-a-home-mailbox",
    severity: Severity::Advice,
    law: "Companies Act 2006, s.88A",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Text(email)) = case.answer("registered-email") else { return Vec::new() };
    case.formation
        .people
        .iter()
        .filter(|person| !person.email.is_empty() && person.email.trim().eq_ignore_ascii_case(email.trim()))
        .map(|person| {
            Found::new(
                About::decision("registered-email"),
                format!("The registered e-mail address is the mailbox of {}.", called(person)),
                "Use a mailbox that several people read. Warnings from the registrar must not wait \
                 for one person.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn several_people_read_the_mail() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:registered-email", |formation| {
            formation.say("registered-email", "asha@example.org");
        });
    }
}
