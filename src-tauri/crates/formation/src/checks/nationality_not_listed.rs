//! A nationality is not on the registrar's list, is given twice, or there are too many.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Person;

pub(super) const CHECK: Check = Check {
    id: "nationality-not-listed",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.163; Companies House\u{2019}s list of nationalities",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("nationalities") else { return Vec::new() };
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    let wrong = |person: &Person| {
        let all = &person.nationality;
        let twice = all.iter().enumerate().find(|(index, one)| all[..*index].contains(one));
        if all.len() > most as usize {
            Some((
                format!("has {} nationalities here", all.len()),
                format!("Companies House takes at most {most}."),
            ))
        } else if let Some((_, one)) = twice {
            Some((
                format!("has the nationality \u{201c}{one}\u{201d} twice"),
                "Take one of them out.".to_owned(),
            ))
        } else {
            let unknown = all.iter().find(|one| !case.law.lists().has_nationality(one))?;
            let fix = "Use the word on its list: British, Polish, Citizen of \u{2026} and so on.".to_owned();
            Some((
                format!("has the nationality \u{201c}{unknown}\u{201d}, which Companies House does not list"),
                fix,
            ))
        }
    };
    case.directors()
        .into_iter()
        .filter_map(|person| {
            let (said, fix) = wrong(person)?;
            Some(Found::new(About::Person(person.id.clone()), format!("{} {said}.", called(person)), fix))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_nationality_is_on_the_list() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").nationality = vec!["Yorkshire".to_owned()];
        });
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").nationality = vec!["British".to_owned(), "British".to_owned()];
        });
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").nationality =
                ["British", "Irish", "Polish", "Greek"].map(str::to_owned).to_vec();
        });
    }
}
