//! People as papers see them.

use minijinja::Value as Name;

use crate::checks::Case;
use crate::decision::{Address, Classes, Value};
use crate::person::{Person, Role};
use crate::text::{AddressName, Given, Names, long_date, month_and_year};

pub(super) fn put(names: &mut Names, case: &Case<'_>) {
    let office = match case.answers.value("registered-office") {
        Some(Value::Address(address)) => Some(address),
        _ => None,
    };
    let classes = match case.answer("classes") {
        Some(Value::Classes(classes)) => Some(classes),
        _ => None,
    };
    let person = |one| person(one, office, classes);
    let list = |role: Option<Role>| -> Name {
        case.formation
            .people
            .iter()
            .filter(|person| role.is_none_or(|role| person.is(role)))
            .map(person)
            .collect()
    };
    let first = |role: Role| case.formation.with_role(role).next().map_or(Name::from(""), person);
    names.insert("people".to_owned(), list(None));
    names.insert("members".to_owned(), list(Some(Role::Member)));
    names.insert("directors".to_owned(), list(Some(Role::Director)));
    names.insert("signatories".to_owned(), list(Some(Role::Signatory)));
    names.insert("secretary".to_owned(), first(Role::Secretary));
    names.insert("treasurer".to_owned(), first(Role::Treasurer));
    names.insert("contact".to_owned(), first(Role::Contact));
}

/// Returns what the class of a founder is called; nothing where there are no classes or nobody has said it.
fn class_of<'a>(person: &Person, classes: Option<&'a Classes>) -> &'a str {
    let begins_in = |class: &&crate::decision::Class| class.first_members.contains(&person.id);
    let class = classes.and_then(|classes| classes.list().iter().find(begins_in));
    class.map_or("", |class| class.name.trim())
}

fn person(person: &Person, office: Option<&Address>, classes: Option<&Classes>) -> Name {
    let address = |address: Option<&Address>| match address {
        Some(address) if !address.all_lines().is_empty() => Name::from_object(AddressName(address.clone())),
        _ => Name::from(""),
    };
    let fields = [
        ("full_name", Given::name(&person.name.full())),
        ("title", Given::name(&person.name.title)),
        ("first", Given::name(&person.name.first)),
        ("middle", Given::name(&person.name.middle)),
        ("last", Given::name(&person.name.last)),
        ("former", Given::name(&person.name.former)),
        ("born", person.born.map_or(Name::from(""), |born| Name::from(long_date(born)))),
        ("born_month", person.born.map_or(Name::from(""), |born| Name::from(month_and_year(born)))),
        ("nationality", person.nationality.iter().map(|one| Given::name(one)).collect()),
        ("occupation", Given::name(&person.occupation)),
        ("home", address(person.home.as_ref())),
        ("service", address(person.service.as_ref().or(office))),
        ("service_is_office", Name::from(person.service.is_none())),
        ("residence", Given::name(person.home.as_ref().map_or("", |home| home.country.as_str()))),
        ("email", Given::name(&person.email)),
        ("phone", Given::name(&person.phone)),
        ("roles", person.roles.iter().map(|role| Name::from(role.title())).collect()),
        ("class", Given::name(class_of(person, classes))),
        ("is_member", Name::from(person.is(Role::Member))),
        ("is_director", Name::from(person.is(Role::Director))),
        ("is_secretary", Name::from(person.is(Role::Secretary))),
        ("is_treasurer", Name::from(person.is(Role::Treasurer))),
        ("is_signatory", Name::from(person.is(Role::Signatory))),
    ];
    Name::from_pairs(fields)
}
