//! A text of the group speaks like an old deed.

use super::own_words::{old_word, own_words};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "own-words-shall", severity: Severity::Advice, law: "Practice: plain English", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            // Of “shall” in a rule another check tells.
            let old = old_word(&own.text).filter(|old| !(own.is_rule() && *old == "shall"))?;
            Some(Found::new(
                own.about,
                format!(
                    "This says \u{201c}{old}\u{201d}. Courts and members have quarrelled over \
                         what it means."
                ),
                "Write \u{201c}must\u{201d} for a duty and \u{201c}may\u{201d} for a choice, in \
                 everyday words.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn own_words_are_plain() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("purpose", "We bake for Shallowford."));
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "The co-op shall bake.")
        });
        CHECK.fails(SOCIETY, "decision:objects", |formation| {
            formation.list("objects", &["Mending as aforesaid"])
        });
        CHECK.fails_in_rules(SOCIETY, "Dogs are hereby let in.");
        CHECK.fails_in_an_answer(SOCIETY, "It shall stay in the business.");
        // Another check tells of this one.
        CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", "Dogs shall come in.", "quorum"));
    }
}
