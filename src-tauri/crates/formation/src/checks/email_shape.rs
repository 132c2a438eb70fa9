//! The registered e-mail address cannot be one.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check =
    Check { id: "email-shape", severity: Severity::Blocker, law: "Companies Act 2006, ss.9 and 88A", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Text(email)) = case.answer("registered-email") else { return Vec::new() };
    let email = email.trim();
    let good = email.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && host.contains('.')
            && host.split('.').all(|part| !part.is_empty())
            && email.chars().all(|c| c.is_ascii_graphic() && !"(),:;<>[]\\\"".contains(c))
            && !host.contains('@')
    });
    if good {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("registered-email"),
        format!("\u{201c}{email}\u{201d} is not an e-mail address."),
        "Write one like office@northgatebakers.example.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn an_e_mail_address_has_its_shape() {
        CHECK.passes(COMPANY, |_| {});
        for wrong in
            ["post", "post@bakers", "post@@bakers.example", "po st@bakers.example", "@bakers.example"]
        {
            CHECK.fails(COMPANY, "decision:registered-email", |formation| {
                formation.say("registered-email", wrong)
            });
        }
    }
}
