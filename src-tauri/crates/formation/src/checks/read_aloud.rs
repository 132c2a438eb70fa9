//! All checks together: on the examples, and on two co-ops that are broken in many places.

use std::collections::BTreeSet;

use super::all::ALL;
use super::tried::{COMPANY, SOCIETY, examples, with_case};
use super::*;
use crate::decision::{Share, Value};
use crate::formation::Formation;
use crate::person::Role;

/// Says the findings as a founder reads them.
fn read_aloud(example: &str, break_it: impl FnOnce(&mut Formation)) -> String {
    let findings = with_case(example, break_it, check);
    let said = findings.iter().map(|finding| {
        let Finding { check, severity, about, message, fix, .. } = finding;
        format!("{} {check} ({about})\n  {message}\n  {fix}\n", severity.slug())
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_thoroughly_broken_company() {
    let said = read_aloud(COMPANY, |formation| {
        formation.say("name", "The #Royal Bakers – Cooperative Society");
        formation.say("purpose", "The members shall decide by 51% of votes what [TBC] means.");
        formation.list("objects", &["Baking for Skye Wood Ltd"]);
        formation.office(|office| {
            office.lines = vec!["PO Box 3".to_owned()];
            office.postcode = "EH1 1AA".to_owned();
            office.country = "Scotland".to_owned();
        });
        formation.agree("sic-codes", Value::Codes(vec!["10711".to_owned(), "99999".to_owned()]));
        formation.say("registered-email", "post");
        formation.pounds("guarantee-amount", 500);
        formation.taking_part("general-meeting-quorum", None, 9);
        formation.taking_part("meeting-requisition", Some(10), 2);
        formation.number("general-meeting-notice", 7);
        formation.choose("decision-method", "consensus-only");
        formation.votes("rule-change-majority", Share::TwoThirds);
        formation.votes("closing-majority", Share::TwoThirds);
        formation.votes("expulsion-majority", Share::MoreThanHalf);
        formation.number("expulsion-notice", 7);
        formation.number("trial-period", 18);
        formation.pick("surplus", &["members"]);
        formation.choose("borrowing-limit", "no-limit");
        formation.pick("limits", &[]);
        formation.people.truncate(2);
        formation.person("asha").born = Some(jiff::civil::date(2011, 4, 12));
        formation.person("asha").nationality.clear();
        formation.person("owen").home = None;
        formation.nobody_is(Role::Signatory);
    });
    insta::assert_snapshot!(said);
}

#[test]
fn a_thoroughly_broken_society() {
    let said = read_aloud(SOCIETY, |formation| {
        formation.say("name", "Scottish Menders Company Ltd");
        formation.say("purpose", "We mend. If we close, what is left is shared among the members.");
        formation.between("board-size", 5, Some(2));
        formation.taking_part("board-quorum", None, 6);
        formation.number("outside-directors", 3);
        formation.choose("rotation", "yearly");
        formation.number("nominations-close", 21);
        formation.yes("shares-withdrawable", true);
        formation.pounds("maximum-holding", 150_000);
        formation.pounds("minimum-holding", 250);
        formation.choose("withdrawal-pause", "solvency-only");
        formation.pick("limits", &["ethical"]);
        formation.pick("locked-rules", &[]);
        formation.choose("joining-age", "none");
        formation.choose("silence", "yes");
        formation.number("annual-meeting-months", 11);
        formation.share("reserve-share", 80);
        formation.share("causes-share", 40);
        formation.nobody_is(Role::Secretary);
        formation.nobody_is(Role::Contact);
        formation.person("iain").roles = vec![Role::Director];
        formation.person("noam").home = None;
    });
    insta::assert_snapshot!(said);
}

/// An example is there to be learned from: nothing in it stops a pack or must be accepted.
#[test]
fn the_examples_are_sound() {
    let examples = examples();
    assert!(examples.len() > 1);
    for example in &examples {
        let findings = with_case(example, |_| {}, check);
        let grave: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Advice).collect();
        assert!(grave.is_empty(), "{example}: {grave:#?}");
    }
}

/// What others are told of their wording does not hold of our own.
#[test]
fn our_own_rules_have_no_flaw_of_wording() {
    for example in examples() {
        let flaws = with_case(&example, |_| {}, flaws_of_every_rule);
        assert!(flaws.is_empty(), "{example}: {flaws:#?}");
    }
    let flaws = with_case(
        COMPANY,
        |formation| formation.add_rule("dogs", "The board may change these rules.", "quorum"),
        flaws_of_every_rule,
    );
    assert_eq!(flaws.len(), 1, "{flaws:#?}");
}

#[test]
fn a_check_is_named_for_its_file_and_says_what_it_rests_on() {
    let ids: BTreeSet<&str> = ALL.iter().map(|check| check.id).collect();
    assert_eq!(ids.len(), ALL.len());
    for check in ALL {
        assert!(check.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", check.id);
        assert!(!check.law.is_empty(), "{}", check.id);
    }
}
