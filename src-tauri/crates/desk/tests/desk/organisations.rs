//! Founding organisations on the desk: entered, changed, acted for, taken out and brought back.

use desk::exchange::{Coop, ExportKind};
use desk::view::TakenOutKind;
use desk::{FailureCode, OrganisationFields};
use formation::organisation::{BodyForm, RegisteredForm};

use crate::support::{Computer, begin, organisation, person};

#[test]
fn an_organisation_is_entered_changed_and_acted_for() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Pennine");
    let calder = desk.save_organisation(&id, None, &organisation("Calder Wholefoods")).unwrap();
    let hebble = desk.save_organisation(&id, None, &organisation("Hebble Bakers")).unwrap();
    let named = OrganisationFields { name: "Calder Wholefoods Limited".to_owned(), ..organisation("") };
    assert_eq!(desk.save_organisation(&id, Some(&calder), &named).unwrap(), calder);
    let mut asha = person("Asha", "Patel");
    (asha.acts_for, asha.acts_as) = (calder.clone(), "secretary".to_owned());
    let asha_id = desk.save_person(&id, None, &asha).unwrap();

    drop(desk);
    let mut desk = computer.open();
    let formation = desk.formation(&id).unwrap();
    let names: Vec<&str> = formation.organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Calder Wholefoods Limited", "Hebble Bakers"], "in the order entered");
    assert_eq!(formation.organisations[0].form, Some(BodyForm::Registered(RegisteredForm::Society)));
    assert_eq!(formation.represented_by(&formation.people[0]).unwrap().id, calder);
    let view = desk.organisation_view(&id, Some(&calder)).unwrap();
    assert_eq!(view.people, [(asha_id, "Asha Patel".to_owned(), "Its secretary")]);

    desk.remove_organisation(&id, &calder).unwrap();
    let formation = desk.formation(&id).unwrap();
    assert_eq!(formation.organisations.len(), 1);
    assert!(formation.represented_by(&formation.people[0]).is_none());
    let removed = desk.history_view(&id).unwrap().removed;
    assert_eq!(removed[0].name, "Calder Wholefoods Limited");
    desk.bring_back_taken_out(&id, TakenOutKind::Organisation, &calder).unwrap();
    assert_eq!(desk.formation(&id).unwrap().organisations[0].id, calder, "in its old place");

    let missing = desk.remove_organisation(&id, "nobody").unwrap_err();
    assert_eq!(missing.code, FailureCode::NotFound);
    let wrong = OrganisationFields { form: "club".to_owned(), ..organisation("Club") };
    let refused = desk.save_organisation(&id, Some(&hebble), &wrong).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (FailureCode::Input, Some("form")));
}

#[test]
fn the_history_says_what_became_of_an_organisation() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Pennine");
    let calder = desk.save_organisation(&id, None, &organisation("Calder")).unwrap();
    let other = OrganisationFields {
        form: "other".to_owned(),
        other_form: "Parish council".to_owned(),
        ..organisation("Calder")
    };
    desk.save_organisation(&id, Some(&calder), &other).unwrap();
    let history = desk.history_view(&id).unwrap();
    let newest = &history.acts[0].lines[0];
    assert_eq!(
        (newest.what.as_str(), newest.before.as_str(), newest.after.as_str()),
        ("Calder: legal form", "Registered society", "Parish council")
    );
    assert_eq!(history.acts[1].lines[0].after, "entered");
}

#[test]
fn organisations_go_along_in_a_full_file_and_in_no_other() {
    let (one, two) = (Computer::new("a"), Computer::new("b"));
    let folder = tempfile::tempdir().unwrap();
    let mut desk = one.open();
    let id = begin(&mut desk, "Pennine");
    desk.save_organisation(&id, None, &organisation("Calder Needlewomen")).unwrap();
    let full = desk.export(&id, &folder.path().join("full.coop"), ExportKind::Full).unwrap();
    let mut other = two.open();
    other.import(&full.file, full.words.as_deref()).unwrap();
    assert_eq!(other.formation(&id).unwrap(), desk.formation(&id).unwrap());
    let text = desk.export(&id, &folder.path().join("text.coop"), ExportKind::Text).unwrap();
    let text = Coop::from_file(&text.file, None).unwrap();
    assert!(!text.fields().keys().any(|path| path.starts_with("organisation/")));
    let copy = desk.copy(&id).unwrap();
    assert!(desk.formation(&copy).unwrap().organisations.is_empty());
}
