//! People, and the organisations that found a co-op with them.

use formation::Formation;
use formation::checks::{About, Severity};
use formation::decision::Address;
use formation::legal::CoopType;
use formation::organisation::Organisation;
use formation::person::{Capacity, Person, Role};

use super::Saved;
use crate::wording;
use crate::worked_out::WorkedOut;

use super::{FindingView, FrameView};

/// Everyone entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleView {
    /// The frame.
    pub frame: FrameView,
    /// The people, in the order entered.
    pub people: Vec<PersonRow>,
    /// The founding organisations, in the order entered.
    pub organisations: Vec<OrganisationRow>,
    /// How many founder members a co-op of this form begins with at least. The law lets a company have one: that is no co-op.
    pub members_needed: usize,
    /// Who may be a member here.
    pub joining: Joining,
}

/// Who may be a member, as far as that turns on people and organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// People alone.
    People,
    /// People, and organisations where the rules let them.
    Both,
    /// Organisations alone.
    Organisations,
}

impl Joining {
    fn of(formation: &Formation) -> Self {
        match formation.coop_type {
            CoopType::Secondary => Self::Organisations,
            // Whoever entered one must be able to get at it.
            CoopType::Worker | CoopType::Housing if formation.organisations.is_empty() => Self::People,
            _ => Self::Both,
        }
    }
}

/// One founding organisation in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Its id.
    pub id: String,
    /// Its name, or "An organisation without a name yet".
    pub name: String,
    /// Its form and number in words: "Registered society, 29412R".
    pub form: String,
    /// What is still missing, in words; empty when nothing is.
    pub missing: String,
}

/// One person in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Their id.
    pub id: String,
    /// Their name, or "Somebody without a name yet".
    pub name: String,
    /// What they do, in words: "Member, director, secretary".
    pub roles: String,
    /// What is still missing for the registrar, in words; empty when nothing is.
    pub missing: String,
}

/// One person's particulars. Field names of the form are the names of the fields here, with `-` for `_`
/// (`born-day`, `home-lines` …); `nationality` is a text with commas; `role` comes once for each role ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// The frame.
    pub frame: FrameView,
    /// Their id; none for somebody new.
    pub id: Option<String>,
    /// Title.
    pub title: String,
    /// First name.
    pub first: String,
    /// Middle names.
    pub middle: String,
    /// Last name.
    pub last: String,
    /// Former names.
    pub former: String,
    /// Date of birth.
    pub born_day: String,
    /// Month, 1 to 12.
    pub born_month: String,
    /// Year.
    pub born_year: String,
    /// Nationalities, with commas.
    pub nationality: String,
    /// Occupation.
    pub occupation: String,
    /// Home address.
    pub home: AddressView,
    /// Address for the registrar's letters; empty for the registered office.
    pub service: AddressView,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Roles.
    pub roles: Vec<RoleChoice>,
    /// The founding organisation they act for, by id; empty for none.
    pub acts_for: String,
    /// In which capacity they do.
    pub capacities: Vec<RoleChoice>,
    /// The founding organisations: id and name.
    pub organisations: Vec<(String, String)>,
    /// Who may be a member here.
    pub joining: Joining,
    /// What the checks say about them.
    pub findings: Vec<FindingView>,
}

/// An address as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AddressView {
    /// House and street, a line each, joined by line breaks.
    pub lines: String,
    /// Town.
    pub town: String,
    /// Postcode.
    pub postcode: String,
    /// Country.
    pub country: String,
}

/// A role to tick, or one of a few things to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleChoice {
    /// Slug.
    pub slug: &'static str,
    /// In words.
    pub title: &'static str,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl PeopleView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        Self {
            frame: FrameView::of(worked_out, id, saved),
            people: worked_out.formation.people.iter().map(|person| row(worked_out, person)).collect(),
            organisations: worked_out
                .formation
                .organisations
                .iter()
                .map(|organisation| organisation_row(worked_out, organisation))
                .collect(),
            members_needed: match &worked_out.formation {
                formation if formation.form.is_society() && !formation.founders_are_societies() => 3,
                _ => 2,
            },
            joining: Joining::of(&worked_out.formation),
        }
    }
}

fn row(worked_out: &WorkedOut<'_>, person: &Person) -> PersonRow {
    let name = person.name.full();
    PersonRow {
        id: person.id.clone(),
        name: if name.is_empty() { "Somebody without a name yet".to_owned() } else { name },
        roles: roles(worked_out, person),
        missing: missing(worked_out, &About::Person(person.id.clone())),
    }
}

fn organisation_row(worked_out: &WorkedOut<'_>, organisation: &Organisation) -> OrganisationRow {
    let parts = [organisation.form_in_words(), organisation.number.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    OrganisationRow {
        id: organisation.id.clone(),
        name: wording::organisation_called(organisation),
        form: parts.join(", "),
        missing: missing(worked_out, &About::Organisation(organisation.id.clone())),
    }
}

/// What stops the pack about somebody, in words.
fn missing(worked_out: &WorkedOut<'_>, about: &About) -> String {
    let missing: Vec<&str> = worked_out
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Blocker && finding.about == *about)
        .map(|finding| finding.message.as_str())
        .collect();
    missing.join(" ")
}

fn roles(worked_out: &WorkedOut<'_>, person: &Person) -> String {
    let titles = person.roles.iter().map(|role| role.title().to_owned());
    let acts_for = worked_out.formation.represented_by(person);
    let acts_for = acts_for.map(|one| format!("Acts for {}", wording::organisation_called(one)));
    titles.chain(acts_for).collect::<Vec<_>>().join(", ")
}

impl PersonView {
    /// Returns the view of a person, or of somebody new.
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, person: Option<&Person>) -> Self {
        let blank = Person::default();
        let shown = person.unwrap_or(&blank);
        let born = |part: fn(&formation::decision::Date) -> i16| {
            shown.born.as_ref().map(|date| part(date).to_string()).unwrap_or_default()
        };
        let roles = Role::ALL.iter().map(|role| RoleChoice {
            slug: role.slug(),
            title: role.title(),
            chosen: shown.is(*role),
        });
        Self {
            frame: FrameView::of(worked_out, id, saved),
            id: person.map(|person| person.id.clone()),
            title: shown.name.title.clone(),
            first: shown.name.first.clone(),
            middle: shown.name.middle.clone(),
            last: shown.name.last.clone(),
            former: shown.name.former.clone(),
            born_day: born(|date| date.day().into()),
            born_month: born(|date| date.month().into()),
            born_year: born(|date| date.year()),
            nationality: shown.nationality.join(", "),
            occupation: shown.occupation.clone(),
            home: shown.home.as_ref().map(AddressView::of).unwrap_or_default(),
            service: shown.service.as_ref().map(AddressView::of).unwrap_or_default(),
            email: shown.email.clone(),
            phone: shown.phone.clone(),
            roles: roles.collect(),
            acts_for: worked_out
                .formation
                .represented_by(shown)
                .map(|one| one.id.clone())
                .unwrap_or_default(),
            capacities: Capacity::ALL
                .iter()
                .map(|capacity| RoleChoice {
                    slug: capacity.slug(),
                    title: capacity.title(),
                    chosen: shown.acts_for.as_ref().is_some_and(|one| one.capacity == *capacity),
                })
                .collect(),
            organisations: worked_out
                .formation
                .organisations
                .iter()
                .map(|one| (one.id.clone(), wording::organisation_called(one)))
                .collect(),
            joining: Joining::of(&worked_out.formation),
            findings: person.map_or_else(Vec::new, |person| {
                FindingView::about(worked_out, &About::Person(person.id.clone()))
            }),
        }
    }
}

impl AddressView {
    pub(crate) fn of(address: &Address) -> Self {
        Self {
            lines: address.lines.join("\n"),
            town: address.town.clone(),
            postcode: address.postcode.clone(),
            country: address.country.clone(),
        }
    }
}
