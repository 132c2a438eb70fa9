//! Checks: what the law, the registrar's practice and good sense say about a formation.
//!
//! Checking never fails: it returns findings, each with its law and its mend. One check a file, named for
//! the flaw it finds; each file holds a case that passes and one that fails.

mod addresses;
mod case;
mod finding;
mod majorities;
mod name_words;
mod own_words;
mod rule_text;
mod spelling;
#[cfg(test)]
mod tried;
mod wording;

pub use case::Case;
pub use finding::{About, Finding, Severity};
pub(crate) use finding::{Check, Found};

/// Declares the checks: a module and its place in the list, once.
macro_rules! checks {
    ($($module:ident,)+) => {
        $(mod $module;)+

        /// Every check, in the order of the file names.
        const ALL: &[Check] = &[$($module::CHECK,)+];
    };
}

checks! {
    address_too_long,
    age_below_law,
    annual_meeting_late,
    audit_always,
    birth_date_missing,
    birth_date_wrong,
    board_least_over_most,
    board_quorum_impossible,
    board_quorum_of_one,
    borrowing_unlimited,
    closing_majority_below_law,
    closing_needs_everyone,
    co_ownership,
    collective_leaves_someone_out,
    common_ownership_against_own_words,
    common_ownership_not_locked,
    consensus_only,
    criterion_without_rule,
    deposits_not_ruled_out,
    director_not_a_member,
    director_too_young,
    email_is_a_home_mailbox,
    email_shape,
    expulsion_notice_short,
    expulsion_too_easy,
    fallback_needs_consensus,
    few_members_control,
    first_board_size,
    guarantee_high,
    guarantee_nothing,
    holding_above_law,
    holding_below_minimum,
    holding_missing,
    home_address_missing,
    home_address_wrong,
    interest_on_one_share,
    joining_fee_high,
    law_stale,
    law_unsure,
    lock_needs_everyone,
    majority_below_law,
    majority_low,
    matter_without_rule,
    meeting_notice_below_law,
    meeting_notice_short,
    member_without_address,
    members_judge_themselves,
    minimum_holding_high,
    minimum_not_whole_shares,
    more_members_than_there_are,
    name_barred_word,
    name_characters,
    name_charity_word,
    name_ending,
    name_first_sign,
    name_missing,
    name_says_little,
    name_sensitive_word,
    name_spelled_otherwise,
    name_too_long,
    nationality_missing,
    nationality_not_listed,
    no_contact,
    no_director,
    no_reserve,
    no_signatory,
    nominations_close_before_notice,
    non_members_many,
    objects_hold_investments,
    objects_say_nothing,
    office_in_other_nation,
    office_incomplete,
    office_is_a_box,
    office_is_a_home,
    office_postcode_elsewhere,
    office_postcode_shape,
    officer_too_young,
    one_founder,
    one_share_is_not_enough,
    open_question,
    other_organisation,
    outsiders_outvote_members,
    own_words_bar_proxies,
    own_words_charity,
    own_words_fifty_one_percent,
    own_words_mental_health,
    own_words_old_law,
    own_words_regulator_judges,
    own_words_shall,
    own_words_unfinished,
    person_name_letters,
    person_name_too_long,
    person_twice,
    person_without_name,
    person_without_role,
    principle_without_rule,
    quorum_by_attendance,
    quorum_high_for_many,
    quorum_impossible,
    quorum_of_everyone,
    quorum_of_one,
    refusal_without_appeal,
    requisition_above_law,
    requisition_high,
    rotation_replaces_everyone,
    rule_empty,
    rule_points_nowhere,
    rule_text_broken,
    rule_word_unexplained,
    seats_over_board_size,
    secretary_missing,
    secretary_signs_as_member,
    sentence_long,
    sentences_long_on_average,
    several_secretaries,
    shall_in_rules,
    silence_is_yes,
    small_committee,
    surplus_answers_disagree,
    surplus_by_capital,
    surplus_over_all,
    too_few_founders,
    too_few_signatures,
    too_young_to_be_paid,
    trade_code_says_no_trade,
    trade_code_unknown,
    trade_codes_too_many,
    treasurer_missing,
    trial_long,
    trial_stages_missing,
    warning_accepted_without_reason,
    withdrawable_shares_and_deposits,
    withdrawals_hard_to_refuse,
    withdrawals_without_pause,
    word_explained_twice,
    work_test_missing,
    younger_than_own_rules,
}

/// Returns how many checks there are.
pub fn count() -> usize {
    ALL.len()
}

/// Runs every check. Blockers come first, then warnings, then advice; each kind in the order of the checks.
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|check| check.run(case)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

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
            let grave: Vec<_> =
                findings.iter().filter(|finding| finding.severity != Severity::Advice).collect();
            assert!(grave.is_empty(), "{example}: {grave:#?}");
        }
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
}
