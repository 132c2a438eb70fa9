//! Founding organisations: what is typed about one, saved and taken out.

use formation::answers_file::read_organisation;
use serde_json::{Map, Value as Json, json};

use crate::act::OrganisationFields;
use crate::desk::{Desk, next_order};
use crate::failure::Failure;
use crate::view::OrganisationView;
use crate::{person, record};

/// What a form is called here that has no register of its own.
pub const OTHER_FORM: &str = "other";

impl Desk {
    /// Returns an organisation's particulars, or empty ones for a new one.
    ///
    /// # Errors
    /// When there is no such organisation, or the store cannot be read.
    pub fn organisation_view(
        &self,
        id: &str,
        organisation: Option<&str>,
    ) -> Result<OrganisationView, Failure> {
        let worked_out = self.worked_out(id)?;
        let found = organisation
            .map(|organisation| {
                let mut all = worked_out.formation.organisations.iter();
                all.find(|one| one.id == organisation).ok_or_else(not_found)
            })
            .transpose()?;
        Ok(OrganisationView::of(&worked_out, id, self.saved.clone(), found))
    }

    /// Saves an organisation's particulars; a new one gets an id, which is returned.
    ///
    /// # Errors
    /// When there is no such organisation, a particular does not fit, or it cannot be saved.
    pub fn save_organisation(
        &mut self,
        id: &str,
        organisation: Option<&str>,
        typed: &OrganisationFields,
    ) -> Result<String, Failure> {
        let fields = self.ledger.fields(id)?;
        let next = || next_order(&fields, "organisation/");
        let (organisation, order) = match organisation {
            Some(known) => {
                let field = fields.get(&record::organisation_path(known)).ok_or_else(not_found)?;
                let order = field.get("order").and_then(Json::as_u64);
                (known.to_owned(), order.and_then(|order| usize::try_from(order).ok()).unwrap_or_else(next))
            }
            None => (self.host.new_id(), next()),
        };
        let read = read_organisation(&to_json(&organisation, typed));
        let read = read.map_err(|error| Failure::founder(&error))?;
        let field = record::organisation_field(&read, order);
        self.change(id, vec![(record::organisation_path(&organisation), Some(field))])?;
        Ok(organisation)
    }

    /// Takes an organisation out of the formation. The people who act for it stay.
    ///
    /// # Errors
    /// When there is no such organisation, or it cannot be saved.
    pub fn remove_organisation(&mut self, id: &str, organisation: &str) -> Result<(), Failure> {
        let path = record::organisation_path(organisation);
        if !self.ledger.fields(id)?.contains_key(&path) {
            return Err(not_found());
        }
        self.change(id, vec![(path, None)])
    }
}

fn not_found() -> Failure {
    Failure::not_found("That organisation")
}

/// Returns what was typed in the shape of the store; empty parts are left out.
fn to_json(id: &str, typed: &OrganisationFields) -> Json {
    let mut fields = Map::from_iter([("id".to_owned(), json!(id))]);
    for (field, words) in [("name", &typed.name), ("number", &typed.number), ("email", &typed.email)] {
        fields.insert(field.to_owned(), json!(words.trim()));
    }
    match typed.form.as_str() {
        "" => {}
        OTHER_FORM => {
            let form = json!({ "other": typed.other_form.trim(), "register": typed.register.trim() });
            fields.insert("form".to_owned(), form);
        }
        slug => {
            fields.insert("form".to_owned(), json!(slug));
        }
    }
    if let Some(office) = person::address(&typed.office) {
        fields.insert("office".to_owned(), office);
    }
    Json::Object(fields)
}
