//! Every starter, in each of its forms and nations, becomes a pack without a blocker once people and a name are there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use desk::{Assets, PackKind, Stop, WorkedOut, examples, pack};
use formation::answers_file::{self, BUILT_IN_MODEL};
use formation::beginning::Starter;
use formation::checks::Severity;
use formation::decision::{Class, Classes, Status, Value};
use formation::legal::{LegalForm, Nation};
use formation::person::Role;
use formation::{Answers, Formation};
use jiff::civil::date;

/// Somebody to found it: the people of an example of the same form, or of any where there is none.
fn founders(assets: &Assets, form: LegalForm) -> Formation {
    let all: Vec<Formation> = examples()
        .into_iter()
        .map(|(name, text)| {
            answers_file::read(&assets.library, text).unwrap_or_else(|error| panic!("{name}: {error}"))
        })
        .collect();
    let enough =
        |other: &&Formation| other.form == form && other.people.len() >= 5 && other.organisations.is_empty();
    all.iter().find(enough).or(all.first()).unwrap().clone()
}

/// What a group that takes all that is proposed still has to say.
fn filled(assets: &Assets, starter: &Starter, form: LegalForm, nation: Nation) -> Formation {
    let founders = founders(assets, form);
    let mut formation = starter.begin(form, nation, BUILT_IN_MODEL);
    let model = assets.library.model(BUILT_IN_MODEL, starter.coop_type, form).unwrap();
    let name = match form {
        LegalForm::CommunityBenefitSociety => "Wharfside Together Limited",
        LegalForm::CommunityInterestCompany => "Wharfside Together Community Interest Company",
        LegalForm::LimitedLiabilityPartnership => "Wharfside LLP",
        LegalForm::UnincorporatedAssociation => "Wharfside Together",
        _ => "Wharfside Co-operative Limited",
    };
    formation.agree("name", Value::Text(name.to_owned()));
    for slug in ["registered-office", "registered-email"] {
        if let Some(value) = founders.given(slug) {
            formation.agree(slug, value.clone());
        }
    }
    // Nobody proposes that to a group: it has to say so itself.
    formation.agree("debts-understood", Value::YesNo(true));
    formation.agree("registered-email", Value::Text("post@wharfside.example".to_owned()));
    if form == LegalForm::CommunityInterestCompany {
        let good = "Everybody in the town can use what we do, whether they have money for it or not.";
        let benefits = match formation.given("objects") {
            Some(Value::Lines(objects)) => objects.iter().map(|_| good.to_owned()).collect(),
            _ => Vec::new(),
        };
        formation.agree("benefits", Value::Lines(benefits));
        let differs =
            "We serve everybody alike, one member has one vote, and every surplus stays for the town.";
        formation.agree("company-differs", Value::Text(differs.to_owned()));
        formation.agree("asset-locked-body", Value::Other("The Wharfside Trust, a charity".to_owned()));
    }
    for taken in formation.decisions.values_mut() {
        taken.status = Status::Agreed;
    }
    formation.people = founders.people;
    formation.usual_agreed = true;
    let asked = Answers::of(&assets.library, model, &formation);
    formation.decisions.retain(|slug, _| asked.is_asked(slug));
    // A collective has everyone for a director, and no board of ours begins with more than five.
    let all = asked.choice("governance") == Some("collective");
    let serving = formation.people.iter().filter(|person| person.is(Role::Director)).count();
    let missing = if all { formation.people.len() } else { 5_usize.saturating_sub(serving) };
    let others = formation.people.iter_mut().filter(|person| !person.is(Role::Director));
    others.take(missing).for_each(|person| person.roles.push(Role::Director));
    // Each founder begins in a class, where there are any.
    if let Some(Value::Classes(classes)) = asked.value("classes") {
        let mut classes: Vec<Class> = classes.list().to_vec();
        let count = classes.len();
        for (at, person) in formation.people.iter().enumerate() {
            classes[at % count].first_members.push(person.id.clone());
        }
        formation.agree("classes", Value::Classes(Classes::new(classes).unwrap()));
    }
    // The nation's own office: the same street, where the founders' office is elsewhere.
    if let Some(Value::Address(office)) = formation.given("registered-office").cloned() {
        let (town, postcode, country) = match nation {
            Nation::England => ("Leeds", "LS6 1QX", "England"),
            Nation::Wales => ("Newport", "NP20 1HG", "Wales"),
            Nation::Scotland => ("Glasgow", "G3 8QW", "Scotland"),
        };
        let mut office = office;
        town.clone_into(&mut office.town);
        postcode.clone_into(&mut office.postcode);
        country.clone_into(&mut office.country);
        formation.agree("registered-office", Value::Address(office));
    }
    formation
}

#[test]
fn every_starter_packs_without_blockers() {
    let assets = Assets::embedded().unwrap();
    assert!(assets.library.starters().len() >= 12);
    for starter in assets.library.starters() {
        for form in starter.forms().filter(|form| offered(&assets, starter, *form)) {
            for nation in Nation::ALL {
                let what = format!("{} as {} in {}", starter.slug, form.slug(), nation.slug());
                let formation = filled(&assets, starter, form, *nation);
                let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 25)).unwrap();
                let wrong: Vec<_> = worked_out
                    .findings
                    .iter()
                    .filter(|finding| finding.severity != Severity::Advice)
                    .map(|finding| format!("{} {}: {}", finding.check, finding.about, finding.message))
                    .collect();
                assert!(wrong.is_empty(), "{what}: {wrong:#?}");
                if *nation == Nation::England {
                    pack::make(&worked_out, PackKind::Final, &Stop::default())
                        .unwrap_or_else(|error| panic!("{what}: {error}"));
                }
            }
        }
    }
}

fn offered(assets: &Assets, starter: &Starter, form: LegalForm) -> bool {
    assets.library.model(BUILT_IN_MODEL, starter.coop_type, form).is_some()
}

#[test]
fn every_starter_can_begin_teaches_by_an_example_and_has_an_order_of_its_own() {
    let assets = Assets::embedded().unwrap();
    let names: Vec<&str> = examples().into_iter().map(|(name, _)| name).collect();
    let mut orders = Vec::new();
    for starter in assets.library.starters() {
        assert!(offered(&assets, starter, starter.form), "{} cannot begin", starter.slug);
        assert!(
            names.contains(&starter.example.as_str()),
            "{}: no example {}",
            starter.slug,
            starter.example
        );
        assert!(!starter.others.is_empty() && !starter.see_to.is_empty(), "{} says too little", starter.slug);
        assert!(!orders.contains(&starter.order), "{}: its place is taken", starter.slug);
        orders.push(starter.order);
    }
}
