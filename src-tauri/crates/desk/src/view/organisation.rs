//! One founding organisation.

use formation::checks::About;
use formation::organisation::{BodyForm, Organisation, RegisteredForm};

use super::{AddressView, FindingView, FrameView, RoleChoice, Saved};
use crate::organisations::OTHER_FORM;
use crate::worked_out::WorkedOut;

/// An organisation's particulars. Field names of the form are the names of the fields here, with `-` for `_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationView {
    /// The frame.
    pub frame: FrameView,
    /// Its id; none for a new one.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Slug of its legal form; "other" for one in words, empty while nobody has said it.
    pub form: String,
    /// The forms that have a register of their own.
    pub forms: Vec<RoleChoice>,
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
    /// Who acts for it: id, name, and as what.
    pub people: Vec<(String, String, &'static str)>,
    /// What the checks say about it.
    pub findings: Vec<FindingView>,
}

impl OrganisationView {
    /// Returns the view of an organisation, or of a new one.
    pub(crate) fn of(
        worked_out: &WorkedOut<'_>,
        id: &str,
        saved: Saved,
        organisation: Option<&Organisation>,
    ) -> Self {
        let blank = Organisation::default();
        let shown = organisation.unwrap_or(&blank);
        let (other_form, register) = match &shown.form {
            Some(BodyForm::Other { words, register }) => (words.clone(), register.clone()),
            _ => Default::default(),
        };
        let people = organisation.map_or_else(Vec::new, |organisation| {
            let acting = worked_out.formation.acting_for(organisation);
            acting
                .map(|person| {
                    let capacity = person.acts_for.as_ref().map_or("", |one| one.capacity.title());
                    (person.id.clone(), person.name.full(), capacity)
                })
                .collect()
        });
        Self {
            frame: FrameView::of(worked_out, id, saved),
            id: organisation.map(|one| one.id.clone()),
            name: shown.name.clone(),
            form: match &shown.form {
                None => String::new(),
                Some(BodyForm::Registered(form)) => form.slug().to_owned(),
                Some(BodyForm::Other { .. }) => OTHER_FORM.to_owned(),
            },
            forms: RegisteredForm::ALL
                .iter()
                .map(|form| RoleChoice { slug: form.slug(), title: form.title(), chosen: shown.is(*form) })
                .collect(),
            other_form,
            register,
            number: shown.number.clone(),
            office: shown.office.as_ref().map(AddressView::of).unwrap_or_default(),
            email: shown.email.clone(),
            people,
            findings: organisation.map_or_else(Vec::new, |one| {
                FindingView::about(worked_out, &About::Organisation(one.id.clone()))
            }),
        }
    }
}
