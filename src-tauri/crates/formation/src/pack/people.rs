//! People and founding organisations as papers see them.

use minijinja::Value as Name;

use crate::checks::Case;
use crate::decision::{Address, Classes, Value};
use crate::formation::Formation;
use crate::founders::Founder;
use crate::organisation::{Organisation, RegisteredForm};
use crate::person::{Capacity, Person, Role};
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
    let formation = case.formation;
    let telling = Telling { formation, office, classes };
    let person = |one| telling.person(one);
    let founder = |one| telling.founder(one);
    let first = |role: Role| formation.with_role(role).next().map_or(Name::from(""), person);
    let mut put = |name: &str, value: Name| {
        names.insert(name.to_owned(), value);
    };
    put("people", formation.people.iter().map(person).collect());
    put("members", formation.founders().map(founder).collect());
    put("directors", formation.with_role(Role::Director).map(person).collect());
    // Who signs for an organisation alone is named with it.
    let in_person = |person: &&Person| person.is(Role::Member) || formation.represented_by(person).is_none();
    let signing = formation.with_role(Role::Signatory).filter(in_person).map(person);
    let organisations = formation.signing_founders().filter(|one| matches!(one, Founder::Organisation(_)));
    put("signatories", signing.chain(organisations.map(founder)).collect());
    let entered = formation.organisations.iter().map(|one| telling.organisation(one));
    put("founder_organisations", entered.collect());
    put("secretary", first(Role::Secretary));
    put("treasurer", first(Role::Treasurer));
    put("contact", first(Role::Contact));
}

/// What a founder is told of with.
struct Telling<'a> {
    formation: &'a Formation,
    office: Option<&'a Address>,
    classes: Option<&'a Classes>,
}

impl Telling<'_> {
    fn founder(&self, founder: Founder<'_>) -> Name {
        match founder {
            Founder::Person(person) => self.person(person),
            Founder::Organisation(organisation) => self.organisation(organisation),
        }
    }

    /// Returns what the class of a founder is called; nothing where there are no classes or nobody has said it.
    fn class_of(&self, id: &str) -> Name {
        let begins_in = |class: &&crate::decision::Class| class.first_members.iter().any(|one| one == id);
        let class = self.classes.and_then(|classes| classes.list().iter().find(begins_in));
        Given::name(class.map_or("", |class| class.name.trim()))
    }

    fn person(&self, person: &Person) -> Name {
        let acts_for = self.formation.represented_by(person);
        let acts_as = acts_for.zip(person.acts_for.as_ref());
        let acts_as = acts_as.map_or("", |(one, acts_for)| capacity_words(acts_for.capacity, one));
        // They have no office of this co-op, and are no member of it.
        let only_acts = acts_for.is_some() && person.roles.iter().all(|role| matches!(role, Role::Signatory));
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
            ("service", address(person.service.as_ref().or(self.office))),
            ("service_is_office", Name::from(person.service.is_none())),
            ("residence", Given::name(person.home.as_ref().map_or("", |home| home.country.as_str()))),
            ("email", Given::name(&person.email)),
            ("phone", Given::name(&person.phone)),
            ("roles", person.roles.iter().map(|role| Name::from(role.title())).collect()),
            ("class", self.class_of(&person.id)),
            ("is_member", Name::from(person.is(Role::Member))),
            ("is_director", Name::from(person.is(Role::Director))),
            ("is_secretary", Name::from(person.is(Role::Secretary))),
            ("is_treasurer", Name::from(person.is(Role::Treasurer))),
            ("is_signatory", Name::from(person.is(Role::Signatory))),
            ("is_organisation", Name::from(false)),
            ("acts_for", Given::name(acts_for.map_or("", |one| one.name.as_str()))),
            ("acts_as", Name::from(acts_as)),
            ("only_acts", Name::from(only_acts)),
        ];
        Name::from_pairs(fields)
    }

    /// An organisation, with the names of a person's particulars that it has in its own way.
    fn organisation(&self, organisation: &Organisation) -> Name {
        let office = organisation.office.as_ref();
        let signers = self.formation.signers_for(organisation).into_iter().map(|one| {
            let name = one.person.map(|person| person.name.full()).unwrap_or_default();
            Name::from_pairs([
                ("full_name", Given::name(&name)),
                ("capacity", Name::from(capacity_words(one.capacity, organisation))),
            ])
        });
        let representatives = self.formation.acting_for(organisation);
        let representatives = representatives.map(|person| Given::name(&person.name.full())).collect();
        let fields = [
            ("full_name", Given::name(organisation.name.trim())),
            ("home", Name::from("")),
            ("service", address(office)),
            ("service_is_office", Name::from(false)),
            ("email", Given::name(&organisation.email)),
            ("class", self.class_of(&organisation.id)),
            ("is_member", Name::from(true)),
            ("is_director", Name::from(false)),
            ("is_organisation", Name::from(true)),
            ("legal_form", Given::name(organisation.form_in_words())),
            ("register", Given::name(organisation.register())),
            ("number", Given::name(organisation.number.trim())),
            ("country", Given::name(office.map_or("", |office| office.country.as_str()))),
            ("is_society", Name::from(organisation.is(RegisteredForm::Society))),
            ("is_company", Name::from(organisation.is(RegisteredForm::Company))),
            ("has_control_register", Name::from(organisation.has_control_register())),
            ("representatives", representatives),
            ("signers", signers.collect()),
        ];
        Name::from_pairs(fields)
    }
}

fn address(address: Option<&Address>) -> Name {
    match address {
        Some(address) if !address.all_lines().is_empty() => Name::from_object(AddressName(address.clone())),
        _ => Name::from(""),
    }
}

/// As what somebody signs for an organisation, as papers say it beside its name.
fn capacity_words(capacity: Capacity, organisation: &Organisation) -> &'static str {
    match capacity {
        Capacity::Secretary => "secretary",
        Capacity::Director if organisation.is(RegisteredForm::Society) => "committee member",
        Capacity::Director if organisation.is(RegisteredForm::Partnership) => "member",
        Capacity::Director if organisation.is(RegisteredForm::Charity) => "trustee",
        Capacity::Director => "director",
        Capacity::Authorised => "authorised person",
    }
}

#[cfg(test)]
mod tests {
    use document::lines;

    use crate::checks::tried::{
        COMPANY, PARTNERSHIP, SECONDARY, SECONDARY_COMPANY, SHARES, examples, with_case,
    };
    use crate::formation::Formation;
    use crate::organisation::{BodyForm, Organisation, RegisteredForm};
    use crate::pack::{Edition, PackPaper, papers};
    use crate::person::{Capacity, Role};

    /// Every paper of an example after `change`: its slug and its words.
    fn said(example: &str, change: impl FnOnce(&mut Formation)) -> Vec<(String, String)> {
        let words = |paper: PackPaper| {
            assert!(paper.problems.is_empty(), "{example}: {:?}", paper.problems);
            (paper.paper.slug, lines(&paper.paper.blocks))
        };
        with_case(example, change, |case| {
            let edition = Edition { version: String::new(), date: case.today, draft: false };
            papers(case, &edition).into_iter().map(words).collect()
        })
    }

    #[track_caller]
    fn says(papers: &[(String, String)], paper: &str, words: &str) {
        let (_, text) = papers.iter().find(|(slug, _)| slug == paper).unwrap();
        assert!(text.contains(words), "{paper} does not say {words}:\n{text}");
    }

    /// No paper stumbles over a founder that is an organisation, whole or just begun, alone or beside people.
    #[test]
    fn every_paper_of_every_route_takes_organisations() {
        let forms = RegisteredForm::ALL.iter().map(|form| Some(BodyForm::Registered(*form)));
        let other = BodyForm::Other { words: "Parish council".to_owned(), register: String::new() };
        let forms: Vec<_> = forms.chain([Some(other), None]).collect();
        for example in examples() {
            let mut seen = 0;
            for (at, form) in forms.iter().enumerate() {
                let papers = said(&example, |formation| {
                    formation.organisation_enters("calder");
                    formation.organisation("calder").form = form.clone();
                    let first = formation.people[0].id.clone();
                    match at {
                        0 => formation.nobody_is(Role::Member),
                        1 => formation.acts_for(&first, "calder", Capacity::Director),
                        2 => formation.people.clear(),
                        _ => {}
                    }
                });
                seen += papers.iter().filter(|(_, text)| text.contains("calder Limited")).count();
            }
            assert!(seen > 5 * forms.len() / 2, "{example}: only {seen} papers name the organisation");
            said(&example, |formation| {
                formation
                    .organisations
                    .push(Organisation { id: "new".to_owned(), ..Organisation::default() });
            });
        }
    }

    #[test]
    fn the_secretaries_of_two_societies_sign() {
        let papers = said(SECONDARY, |_| {});
        says(
            &papers,
            "constitution",
            "For and on behalf of Calder Wholefoods Co-operative Limited, secretary",
        );
        says(&papers, "fca-answers", "Signs for and on behalf of it, as secretary");
        says(&papers, "founding-minutes", "for and on behalf of Hebble Bakers Limited, secretary");
        says(&papers, "founders-register", "Hebble Bakers Limited (Mutuals Public Register 7834)");
        let (_, rules) = papers.iter().find(|(slug, _)| slug == "constitution").unwrap();
        assert!(!rules.contains("For and on behalf of Rossendale"), "two are enough");
    }

    #[test]
    fn among_others_a_society_signs_by_two_of_its_committee_and_its_secretary() {
        let papers = said(SECONDARY, |formation| {
            formation.organisation("saddleworth").form = Some(BodyForm::Registered(RegisteredForm::Company));
        });
        let signs = "For and on behalf of Calder Wholefoods Co-operative Limited, committee member";
        let (_, rules) = papers.iter().find(|(slug, _)| slug == "constitution").unwrap();
        assert_eq!(rules.matches(signs).count(), 2, "{rules}");
    }

    #[test]
    fn organisations_subscribe_to_a_company_by_a_person() {
        let papers = said(SECONDARY_COMPANY, |_| {});
        says(&papers, "memorandum", "for and on behalf of it: Isla Drummond");
        says(&papers, "companies-house-answers", "Companies House SC412907");
        let few = said(SECONDARY_COMPANY, |formation| formation.organisations.truncate(3));
        says(&few, "companies-house-answers", "A relevant legal entity");
        says(&few, "companies-house-answers", "a registered society is no relevant legal entity");
        let shares = said(SHARES, |formation| formation.organisation_enters("calder"));
        says(&shares, "companies-house-answers", "calder Limited");
        let partners = said(PARTNERSHIP, |formation| formation.organisation_enters("calder"));
        says(&partners, "partnership-answers", "Enter it as a corporate member");
    }

    /// Who named the organisations in an answer, as before there was anything else, has the papers as before.
    #[test]
    fn organisations_that_are_only_named_are_papered_as_before() {
        let papers = said(SECONDARY, |formation| {
            formation.organisations.clear();
            formation.list("founding-organisations", &["Calder Limited", "Hebble Limited"]);
            formation.yes("founders-are-societies", true);
            for person in &mut formation.people {
                person.acts_for = None;
                person.roles.push(Role::Member);
            }
        });
        says(&papers, "constitution", "Secretary of founder member 1");
        says(&papers, "fca-answers", "Calder Limited");
        says(&papers, "founding-minutes", "Hebble Limited");
        let company = said(COMPANY, |_| {});
        let (_, register) = company.iter().find(|(slug, _)| slug == "founders-register").unwrap();
        assert!(!register.contains("()"), "{register}");
    }

    /// Who only signs for an organisation need not tell a company where they live.
    #[test]
    fn who_only_acts_for_an_organisation_is_on_no_private_sheet_of_a_company() {
        let private =
            |papers: Vec<(String, String)>| papers.into_iter().find(|(slug, _)| slug == "private-details");
        let only_acts = |formation: &mut Formation| formation.person("isla").roles = vec![Role::Signatory];
        let (_, sheet) = private(said(SECONDARY_COMPANY, only_acts)).unwrap();
        assert!(!sheet.contains("Isla Drummond") && sheet.contains("Hamish Orr"));
        assert!(private(said(SECONDARY_COMPANY, |_| {})).unwrap().1.contains("Isla Drummond"));
    }
}
