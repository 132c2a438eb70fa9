//! Amendments: how many rules of a model a group changed, as the registrar's fee for societies counts them.
//!
//! Any number of changes to one numbered rule and what stands below it counts as one. A name, an amount or text put
//! into a space that the model has, an option chosen, a rule left out and rules numbered anew count as none (FCA
//! Handbook, FEES App 1 Annex 4, and RFCCBS 3.3). That a rule of the group's own counts as one is our reading: no
//! text says so.

use crate::constitution::{Constitution, Origin};
use crate::decision::Date;
use crate::edit::{EditKind, Edits};
use crate::law::{Fee, Law};
use crate::legal::LegalForm;

/// A rule that counts as an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The rule's slug.
    pub rule: String,
    /// Its number.
    pub number: usize,
    /// Its heading.
    pub heading: String,
    /// Whether it counts by our reading only: a rule of the group's own.
    pub by_our_reading: bool,
}

/// Returns the rules that count, in their order.
pub fn amendments(edits: &Edits, constitution: &Constitution) -> Vec<Amendment> {
    constitution
        .rules()
        .filter(|rule| match (&rule.origin, edits.rules.get(&rule.slug).map(|edit| &edit.kind)) {
            (Origin::Edited { model }, Some(EditKind::Replaced { words, .. })) => {
                !words.says_the_same(&model.words)
            }
            (Origin::Added, _) => true,
            _ => false,
        })
        .map(|rule| Amendment {
            rule: rule.slug.clone(),
            number: rule.number,
            heading: rule.heading.plain(),
            by_our_reading: rule.origin == Origin::Added,
        })
        .collect()
}

/// Returns the fee for a sponsor's model with so many amendments.
pub fn fee_of(law: &Law, form: LegalForm, today: Date, amendments: usize) -> Option<&Fee> {
    let fees = law.fees(form, today);
    let step = fees.iter().find(|fee| fee.route().is_some_and(|route| takes(route, amendments)));
    step.or_else(|| fees.iter().find(|fee| fee.route() == Some("free-draft"))).copied()
}

/// Returns how many pence putting one rule back saves; none when that changes nothing.
pub fn one_fewer_saves(law: &Law, form: LegalForm, today: Date, amendments: usize) -> Option<i64> {
    let now = fee_of(law, form, today, amendments)?.pence;
    let then = fee_of(law, form, today, amendments.checked_sub(1)?)?.pence;
    Some(now - then).filter(|saved| *saved > 0)
}

/// The routes of the law data say how many they take: "model-unamended", "model-1-6". More are a free draft.
fn takes(route: &str, amendments: usize) -> bool {
    let Some(range) = route.strip_prefix("model-") else { return false };
    match range.split_once('-').map(|(least, most)| (least.parse::<usize>(), most.parse::<usize>())) {
        Some((Ok(least), Ok(most))) => (least..=most).contains(&amendments),
        _ => range == "unamended" && amendments == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{SOCIETY, with_assets, with_case};

    const DAY: Date = jiff::civil::date(2026, 11, 24);

    #[test]
    fn one_rule_counts_once_and_blanks_options_deletions_and_order_never() {
        let count = |change: &dyn Fn(&mut crate::Formation)| {
            with_case(
                SOCIETY,
                |formation| change(formation),
                |case| {
                    let found = amendments(&case.formation.edits, case.constitution);
                    found.into_iter().map(|one| one.rule).collect::<Vec<_>>()
                },
            )
        };
        assert!(count(&|_| {}).is_empty());
        assert!(count(&|formation| formation.say("name", "Other Co-operative Limited")).is_empty());
        assert!(count(&|formation| formation.number("general-meeting-notice", 21)).is_empty());
        assert!(count(&|formation| formation.take_rule_out("copies")).is_empty());
        let other = count(&|formation| {
            formation.reword("quorum", "1. One.\n2. Two.\n3. Three.", &[]);
            formation.add_rule("dogs", "Dogs may come in.", "name");
        });
        assert_eq!(other, ["dogs", "quorum"]);
        // The model's own words, typed again.
        let own = count(&|formation| {
            let words = with_case(
                SOCIETY,
                |_| {},
                |case| case.constitution.rule("quorum").unwrap().source().unwrap(),
            );
            formation.reword("quorum", &words.replace(' ', "  "), &[]);
        });
        assert!(own.is_empty(), "{own:?}");
    }

    #[test]
    fn the_fee_follows_the_count_and_says_what_one_fewer_saves() {
        with_assets(|_, law| {
            let fee =
                |count| fee_of(law, LegalForm::CooperativeSociety, DAY, count).map(|fee| fee.pence / 100);
            let fees: Vec<Option<i64>> = [0, 1, 6, 7, 10, 11, 40].into_iter().map(fee).collect();
            assert_eq!(fees, [40, 120, 120, 350, 350, 950, 950].map(Some));
            let saved = |count| one_fewer_saves(law, LegalForm::CooperativeSociety, DAY, count);
            assert_eq!([0, 1, 2, 7, 11].map(saved), [None, Some(8_000), None, Some(23_000), Some(60_000)]);
            assert_eq!(fee_of(law, LegalForm::GuaranteeCompany, DAY, 1), None);
        });
    }
}
