//! What a person does: the input of an act, as a host hands it over.

use serde_json::Value as Json;

use crate::view::AddressView;

/// Begins a formation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// Slug of the type: "worker".
    pub coop_type: String,
    /// Slug of the form: "clg".
    pub form: String,
    /// Slug of the nation: "wales".
    pub nation: String,
    /// The co-op's name as far as it is known; may be empty.
    pub name: String,
}

/// Answers a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The answer in the shape of answers files; none to go back to the usual one.
    pub value: Option<Json>,
    /// Slug of the status: open, proposed, agreed, parked.
    pub status: String,
    /// The group's reason; may be empty.
    pub reason: String,
}

/// A person's particulars as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonFields {
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
    /// Date of birth: day, month, year as typed.
    pub born: [String; 3],
    /// Nationalities, with commas.
    pub nationality: String,
    /// Occupation.
    pub occupation: String,
    /// Home address.
    pub home: AddressView,
    /// Address for the registrar's letters; all empty for the registered office.
    pub service: AddressView,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Slugs of the roles.
    pub roles: Vec<String>,
    /// The founding organisation they act for, by id; empty for none.
    pub acts_for: String,
    /// Slug of the capacity in which they do.
    pub acts_as: String,
}

/// A founding organisation's particulars as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganisationFields {
    /// Its name, exactly as registered.
    pub name: String,
    /// Slug of its legal form; "other" for one in words, empty while nobody has said it.
    pub form: String,
    /// Its legal form in words, where it is another.
    pub other_form: String,
    /// The register it stands in, in words, where its form is another.
    pub register: String,
    /// Its number in its register.
    pub number: String,
    /// Its registered office.
    pub office: AddressView,
    /// E-mail.
    pub email: String,
}

/// A rule as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleWords {
    /// Its heading.
    pub heading: String,
    /// Its text, with the few signs that rules by hand have.
    pub text: String,
    /// What it provides for, as the group says: slugs such as "s14:meetings.conduct".
    pub provides: Vec<String>,
    /// Why; may be empty.
    pub why: String,
}

/// Which pack to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackKind {
    /// Ready to sign: refused while blockers stand.
    Final,
    /// Every page marked DRAFT.
    Draft,
}

/// A pack on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The folder it lies in.
    pub folder: std::path::PathBuf,
    /// How many papers it has.
    pub papers: usize,
    /// Its seal, short: the first 12 characters.
    pub seal: String,
}
