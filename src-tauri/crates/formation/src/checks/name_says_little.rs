//! What the register compares in the name is nothing, or not what the group thinks.

use super::spelling::{letters, same_key};
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-says-little",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.66; Company, Limited Liability Partnership and Business (Names and \
        Trading Disclosures) Regulations 2015, sch.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(name), Some(longest)) = (case.name(), case.limit_count("same-name-characters")) else {
        return Vec::new();
    };
    if !case.formation.form.at_companies_house() {
        return Vec::new();
    }
    let key = same_key(name, case.law.same_name(), longest as usize);
    let typed = letters(without_form(case, name));
    if key == typed || format!("{key}s") == typed {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("name"),
        format!(
            "When Companies House compares names, only \u{201c}{}\u{201d} of yours counts.",
            key.to_uppercase()
        ),
        "Look on the register for names that are the same without \u{201c}the\u{201d}, \
         \u{201c}UK\u{201d}, \u{201c}company\u{201d}, accents and the like. \
         Such a name would be refused. Then accept this, and say that you looked.",
    )]
}

/// Returns a name without the ending of its form; as it is while it has none.
fn without_form<'a>(case: &Case<'_>, name: &'a str) -> &'a str {
    // An ending may have several words, as "Community Interest Company" has.
    case.law
        .endings(case.formation.form, case.formation.nation)
        .filter_map(|ending| {
            let (before, last) = name.split_at_checked(name.len().checked_sub(ending.words.len())?)?;
            (last.eq_ignore_ascii_case(&ending.words) && before.ends_with(' ')).then(|| before.trim_end())
        })
        .min_by_key(|before| before.len())
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST, SOCIETY};
    use super::*;

    #[test]
    fn little_words_do_not_set_a_name_apart() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.say("name", "The Clyde Menders UK Limited"));
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "The Northgate Bakers Limited")
        });
        CHECK
            .fails(COMPANY, "decision:name", |formation| formation.say("name", "Northgate & Company UK Ltd"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "Four Bakers Limited"));
        // An ending that is not there has its own check.
        CHECK.passes(COMPANY, |formation| formation.say("name", "Northgate Bakers Trust"));
    }
}
