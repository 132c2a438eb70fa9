//! Checks: what the law, the registrar's practice and good sense say about a formation.
//!
//! Checking never fails: it returns findings, each with its law and its mend. One check a file, named for
//! the flaw it finds; each file holds a case that passes and one that fails. A new check is a file, a line
//! here and a line in `all.rs`; one that is left out of the list is an error of the compiler.

// What checks share.
mod addresses;
mod all;
mod case;
mod figures;
mod finding;
mod kept_for_the_community;
mod majorities;
mod name_words;
mod own_words;
#[cfg(test)]
mod read_aloud;
mod rule_text;
mod spelling;
mod their_rules;
#[cfg(test)]
pub(crate) mod tried;
mod wording;

// The checks.
mod acts_for_nobody;
mod address_too_long;
mod adjourned_needs_more;
mod age_below_law;
mod annual_meeting_late;
mod answer_names_no_users;
mod answer_not_offered;
mod asset_lock_not_locked;
mod asset_locked_body_is_not_locked;
mod asset_locked_body_not_named;
mod association_outgrown;
mod association_signs_alone;
mod audit_always;
mod benefit_unexplained;
mod birth_date_missing;
mod birth_date_wrong;
mod board_changes_rules;
mod board_least_over_most;
mod board_quorum_impossible;
mod board_quorum_of_one;
mod board_stays_in_office;
mod borrowing_unlimited;
mod business_outside_objects;
mod buy_back_needs_profits;
mod ceilings_without_seats;
mod charity_with_other_rules;
mod child_could_be_a_member;
mod class_empty;
mod class_of_a_stranger;
mod class_over_half;
mod class_quorum_over_ceiling;
mod class_seats_over_board_size;
mod class_seats_over_half;
mod class_seats_over_votes;
mod class_veto_on_everything;
mod class_without_test;
mod class_without_voice;
mod classes_too_many;
mod closing_majority_below_law;
mod closing_needs_everyone;
mod co_ownership;
mod collective_leaves_someone_out;
mod committee_rule_small;
mod common_ownership_against_own_words;
mod common_ownership_not_locked;
mod community_benefit_own_gain;
mod community_benefit_to_members;
mod consensus_only;
mod criterion_without_rule;
mod debts_not_understood;
mod deposits_not_ruled_out;
mod designated_members_few;
mod director_not_a_member;
mod director_too_young;
mod edit_changes_nothing;
mod edited_rule_figure_differs;
mod edited_rule_stale;
mod edited_rule_unconfirmed;
mod edited_rule_unfinished;
mod email_is_a_home_mailbox;
mod email_shape;
mod expulsion_notice_short;
mod expulsion_too_easy;
mod fallback_needs_consensus;
mod few_members_control;
mod first_board_size;
mod founder_too_young;
mod founder_without_class;
mod founders_class_for_ever;
mod guarantee_high;
mod guarantee_nothing;
mod holding_above_law;
mod holding_below_minimum;
mod holding_missing;
mod home_address_missing;
mod home_address_wrong;
mod interest_company_charity;
mod interest_company_for_members_alone;
mod interest_company_political;
mod interest_company_to_members;
mod interest_declaration_contradicted;
mod interest_on_one_share;
mod interest_statement_missing;
mod interest_statement_short;
mod interest_without_limit;
mod investors_above_usual;
mod investors_over_limit;
mod investors_seats;
mod investors_without_a_way_in;
mod joining_fee_high;
mod kept_for_members_taxed;
mod kind_of_member_unreachable;
mod law_stale;
mod law_unsure;
mod lock_needs_everyone;
mod lock_opened_by_few;
mod majority_below_law;
mod majority_low;
mod matter_without_rule;
mod meeting_notice_below_law;
mod meeting_notice_short;
mod member_without_address;
mod members_judge_themselves;
mod minimum_holding_high;
mod minimum_not_whole_shares;
mod more_members_than_there_are;
mod most_of_it_kept;
mod name_barred_word;
mod name_characters;
mod name_charity_word;
mod name_ending;
mod name_ending_twice;
mod name_first_sign;
mod name_form_before_ending;
mod name_limited_inside;
mod name_look_alike;
mod name_missing;
mod name_says_little;
mod name_sensitive_word;
mod name_spelled_otherwise;
mod name_too_long;
mod nationality_missing;
mod nationality_too_many;
mod never_shared_until_closing;
mod no_contact;
mod no_director;
mod no_reserve;
mod no_signatory;
mod nobody_to_hold_shares;
mod nominations_close_before_notice;
mod non_members_many;
mod objects_hold_investments;
mod objects_say_nothing;
mod office_in_other_nation;
mod office_incomplete;
mod office_is_a_box;
mod office_is_a_home;
mod office_postcode_elsewhere;
mod office_postcode_shape;
mod officer_too_young;
mod one_founder;
mod one_member_over_a_quarter;
mod one_share_is_not_enough;
mod open_question;
mod organisation_cannot_join;
mod organisation_incomplete;
mod organisation_number_shape;
mod organisation_twice;
mod organisation_without_name;
mod organisation_without_signer;
mod other_organisation;
mod outsiders_outvote_members;
mod own_answer_figure_differs;
mod own_answer_long;
mod own_answer_pays_out;
mod own_answer_stale;
mod own_answer_without_question;
mod own_words_bar_proxies;
mod own_words_charity;
mod own_words_fifty_one_percent;
mod own_words_mental_health;
mod own_words_old_law;
mod own_words_regulator_judges;
mod own_words_shall;
mod own_words_unfinished;
mod partners_as_employees;
mod partners_many;
mod partnership_by_another_name;
mod partnership_without_profit;
mod people_found_a_secondary;
mod person_name_letters;
mod person_name_too_long;
mod person_twice;
mod person_without_name;
mod person_without_role;
mod prescribed_words_edited;
mod prescribed_words_unconfirmed;
mod principle_without_rule;
mod quorum_by_attendance;
mod quorum_high_for_many;
mod quorum_impossible;
mod quorum_of_everyone;
mod quorum_of_one;
mod refusal_without_appeal;
mod requisition_above_law;
mod requisition_high;
mod revenue_pledged;
mod rotation_replaces_everyone;
mod rule_denies_a_matter;
mod rule_empty;
mod rule_points_nowhere;
mod rule_text_broken;
mod rule_turns_off_another;
mod rule_word_unexplained;
mod rules_both_come_first;
mod seats_over_board_size;
mod secondary_rules_win;
mod secretary_alone;
mod secretary_missing;
mod secretary_signs_as_member;
mod sentence_long;
mod sentences_long_on_average;
mod service_address_wrong;
mod several_secretaries;
mod shall_in_rules;
mod share_price_high;
mod shares_for_the_public;
mod silence_is_yes;
mod small_committee;
mod society_member_signs_short;
mod statutory_lock_for_another;
mod surplus_answers_disagree;
mod surplus_by_capital;
mod surplus_over_all;
mod tenancy_against_mutuality;
mod test_wholly_in_policy;
mod too_few_founders;
mod too_few_signatures;
mod too_young_to_be_paid;
mod trade_code_says_no_trade;
mod trade_code_unfamiliar;
mod trade_code_wrong;
mod trade_codes_too_many;
mod treasurer_missing;
mod trial_long;
mod trial_stages_missing;
mod votes_weighed_without_ground;
mod warning_accepted_without_reason;
mod withdrawable_shares_and_deposits;
mod withdrawals_hard_to_refuse;
mod withdrawals_without_pause;
mod word_explained_twice;
mod work_test_missing;
mod younger_than_own_rules;

pub use case::Case;
pub use figures::contradicted;
pub use finding::{About, Finding, Severity};
pub(crate) use finding::{Check, Found};
pub use own_words::old_word;

/// Returns how many checks there are.
pub fn count() -> usize {
    all::ALL.len()
}

/// Runs every check. Blockers come first, then warnings, then advice; each kind in the order of the checks.
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = all::ALL.iter().flat_map(|check| check.run(case)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// Reads every rule as if it were somebody else's, and returns what checks of wording would say of it. For tests of our
/// own rules: they should have no flaw that others are told of.
pub fn flaws_of_every_rule(case: &Case<'_>) -> Vec<(About, String)> {
    let rules = their_rules::every_rule(case.constitution);
    let checks = [
        board_changes_rules::find_in,
        lock_opened_by_few::find_in,
        rule_denies_a_matter::find_in,
        rule_turns_off_another::find_in,
        rules_both_come_first::find_in,
        secondary_rules_win::find_in,
    ];
    let found = checks.iter().flat_map(|find_in| find_in(case, &rules));
    found.map(|found| (found.about, found.message)).collect()
}
