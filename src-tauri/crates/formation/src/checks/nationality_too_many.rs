//! A nationality is given twice, or there are too many.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Person;

pub(super) const CHECK: Check = Check {
    id: "nationality-too-many",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.163; Companies House practice",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("nationalities") else { return Vec::new() };
    if !case.formation.form.at_companies_house() {
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
        } else {
            let (_, one) = twice?;
            Some((
                format!("has the nationality \u{201c}{one}\u{201d} twice"),
                "Take one of them out.".to_owned(),
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
    fn a_few_nationalities_once_each() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").nationality = vec!["British".to_owned(), "British".to_owned()];
        });
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").nationality =
                ["British", "Irish", "Polish", "Greek"].map(str::to_owned).to_vec();
        });
    }
}
