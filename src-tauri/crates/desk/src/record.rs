//! A formation as fields of the store, and back.
//!
//! Each answer, each person, each organisation, each edited rule and each answer for the registrar is one field: two people's copies can then join field by field.

use std::collections::BTreeMap;

use formation::answers_file::{read_organisation, read_person, write_organisation, write_person};
use formation::decision::{Status, Taken, Value, read as read_value, write as write_value};
use formation::edit::{read_edit, read_place, write_edit, write_place};
use formation::legal::{CoopType, LegalForm, Nation};
use formation::library::Library;
use formation::organisation::Organisation;
use formation::person::Person;
use formation::sheet::{OwnAnswer, SheetQuestion};
use formation::{Accepted, Formation};
use serde_json::{Value as Json, json};

use crate::package::Package;

/// A field's path.
pub type Path = String;

/// Names of the fields that are not answers or people.
pub const TYPE: &str = "type";
/// The legal form.
pub const FORM: &str = "form";
/// The nation.
pub const NATION: &str = "nation";
/// The model.
pub const MODEL: &str = "model";
/// The texts of a sponsor's package, where the formation follows one of its models. They are those of the edition that
/// was adopted: a later one changes nothing here.
pub const TEXTS: &str = "texts";
/// Whether the usual answers are agreed.
pub const USUAL_AGREED: &str = "usual-agreed";

/// What the field of every answer for the registrar begins with that a group gave in its own words.
pub const SHEET: &str = "sheet/";

/// Set while the formation is in the bin.
pub const REMOVED: &str = "removed";

/// What every field begins with that is an adviser's own: programme, stage, next step, notes. It is no part of the
/// co-op, prints nowhere, and is in no file that is handed on.
pub const ADVISER: &str = "adviser/";

/// The programme that an adviser keeps the formation under.
pub const PROGRAMME: &str = "adviser/programme";
/// How far the formation is, in the adviser's words.
pub const STAGE: &str = "adviser/stage";
/// What the adviser does next.
pub const NEXT_STEP: &str = "adviser/next-step";
/// What the field of every note begins with.
pub const NOTE: &str = "adviser/note/";

/// What the field of every comment on a rule begins with.
pub const COMMENT: &str = "comment/";

/// What the field of every place to sign begins with that is signed, on a sheet that came back to this desk. The sheet
/// lies here and nowhere else, and stays signed when the answers are put back to an earlier moment.
pub const SIGNED: &str = "signed/";

/// Whether a field is part of the co-op, and not of how somebody keeps it on their desk.
pub fn is_of_the_co_op(path: &str) -> bool {
    path != REMOVED && !path.starts_with(ADVISER) && !path.starts_with(SIGNED)
}

/// Returns the model that a formation follows, in words: as the package names it, or else as the formation does.
pub fn model_in_words(package: &Package, fields: &BTreeMap<Path, Json>) -> String {
    let id = fields.get(MODEL).and_then(Json::as_str).unwrap_or_default();
    let models = package.models();
    let model = models.iter().find(|model| model.id == id).or_else(|| models.first());
    model.map_or_else(|| id.to_owned(), |model| format!("{}, edition {}", model.title, model.edition))
}

/// Returns the field of an answer.
pub fn decision_path(slug: &str) -> Path {
    format!("decision/{slug}")
}

/// Returns the field of a person.
pub fn person_path(id: &str) -> Path {
    format!("person/{id}")
}

/// Returns the field of a founding organisation.
pub fn organisation_path(id: &str) -> Path {
    format!("organisation/{id}")
}

/// Returns the field of an accepted warning.
pub fn accepted_path(check: &str, about: &str) -> Path {
    format!("accepted/{check}/{about}")
}

/// Returns the field of what was done by hand to a rule.
pub fn edit_path(rule: &str) -> Path {
    format!("edit/{rule}")
}

/// Returns the field of where a rule was put.
pub fn place_path(rule: &str) -> Path {
    format!("place/{rule}")
}

/// Returns the field of a comment on a rule.
pub fn comment_path(rule: &str, comment: &str) -> Path {
    format!("{COMMENT}{rule}/{comment}")
}

/// Returns the field of an answer for the registrar in the group's own words.
pub fn sheet_path(question: &SheetQuestion) -> Path {
    format!("{SHEET}{question}")
}

/// Returns the fields of a formation.
pub fn write(formation: &Formation) -> BTreeMap<Path, Json> {
    let mut fields = BTreeMap::from([
        (TYPE.to_owned(), json!(formation.coop_type.slug())),
        (FORM.to_owned(), json!(formation.form.slug())),
        (NATION.to_owned(), json!(formation.nation.slug())),
        (MODEL.to_owned(), json!(formation.model)),
    ]);
    if formation.usual_agreed {
        fields.insert(USUAL_AGREED.to_owned(), json!(true));
    }
    for (slug, taken) in &formation.decisions {
        fields.insert(decision_path(slug), write_taken(taken));
    }
    for (order, person) in formation.people.iter().enumerate() {
        fields.insert(person_path(&person.id), person_field(person, order));
    }
    for (order, organisation) in formation.organisations.iter().enumerate() {
        fields.insert(organisation_path(&organisation.id), organisation_field(organisation, order));
    }
    for accepted in &formation.accepted {
        fields.insert(
            accepted_path(&accepted.check, &accepted.about),
            json!({ "by": accepted.by, "reason": accepted.reason }),
        );
    }
    for (rule, edit) in &formation.edits.rules {
        fields.insert(edit_path(rule), write_edit(edit));
    }
    for (rule, place) in &formation.edits.places {
        fields.insert(place_path(rule), write_place(place));
    }
    for (question, own) in &formation.own_answers {
        fields.insert(sheet_path(question), own.write());
    }
    fields
}

/// Returns an answer as a field.
pub fn write_taken(taken: &Taken) -> Json {
    json!({
        "value": taken.value.as_ref().map(write_value),
        "status": taken.status.slug(),
        "reason": taken.reason,
    })
}

/// Returns a person as a field; `order` is their place in the list.
pub fn person_field(person: &Person, order: usize) -> Json {
    json!({ "order": order, "person": write_person(person) })
}

/// Returns a founding organisation as a field; `order` is its place in the list.
pub fn organisation_field(organisation: &Organisation, order: usize) -> Json {
    json!({ "order": order, "organisation": write_organisation(organisation) })
}

/// Why fields are no formation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the field {field} cannot be read: {message}")]
pub struct RecordError {
    /// The field.
    pub field: Path,
    /// What is wrong.
    pub message: String,
}

/// Reads a formation from its fields.
///
/// # Errors
/// When a field that every formation has is missing or cannot be read. An answer that no longer fits the
/// library is left out, so that its question is open again; nothing in the store is changed by that.
pub fn read(library: &Library, fields: &BTreeMap<Path, Json>) -> Result<Formation, RecordError> {
    let slug = |field: &str| fields.get(field).and_then(Json::as_str).unwrap_or_default();
    let wrong = |field: &str| RecordError {
        field: field.to_owned(),
        message: format!("\u{201c}{}\u{201d} is not known", slug(field)),
    };
    let mut formation = Formation::new(
        CoopType::from_slug(slug(TYPE)).ok_or_else(|| wrong(TYPE))?,
        LegalForm::from_slug(slug(FORM)).ok_or_else(|| wrong(FORM))?,
        Nation::from_slug(slug(NATION)).ok_or_else(|| wrong(NATION))?,
        slug(MODEL),
    );
    formation.usual_agreed = fields.get(USUAL_AGREED).and_then(Json::as_bool).unwrap_or(false);
    let mut people = Vec::new();
    let mut organisations = Vec::new();
    let order = |json: &Json| json.get("order").and_then(Json::as_u64).unwrap_or(u64::MAX);
    for (path, json) in fields {
        if let Some(slug) = path.strip_prefix("decision/") {
            if let Some(taken) = read_taken(library, slug, json) {
                formation.decisions.insert(slug.to_owned(), taken);
            }
        } else if path.starts_with("person/") {
            let person = read_person(json.get("person").unwrap_or(&Json::Null))
                .map_err(|error| RecordError { field: path.clone(), message: error.error.to_string() })?;
            people.push((order(json), person));
        } else if path.starts_with("organisation/") {
            let organisation = read_organisation(json.get("organisation").unwrap_or(&Json::Null))
                .map_err(|error| RecordError { field: path.clone(), message: error.error.to_string() })?;
            organisations.push((order(json), organisation));
        } else if let Some(rule) = path.strip_prefix("edit/") {
            formation.edits.rules.insert(rule.to_owned(), read_edit(json).map_err(unread(path))?);
        } else if let Some(rule) = path.strip_prefix("place/") {
            formation.edits.places.insert(rule.to_owned(), read_place(json).map_err(unread(path))?);
        } else if let Some((paper, question)) = path.strip_prefix(SHEET).and_then(|rest| rest.split_once('/'))
        {
            let question = SheetQuestion { paper: paper.to_owned(), question: question.to_owned() };
            formation.own_answers.insert(question, OwnAnswer::read(json).map_err(unread(path))?);
        } else if let Some((check, about)) =
            path.strip_prefix("accepted/").and_then(|rest| rest.split_once('/'))
        {
            let text = |field: &str| json.get(field).and_then(Json::as_str).unwrap_or_default().to_owned();
            formation.accepted.push(Accepted {
                check: check.to_owned(),
                about: about.to_owned(),
                by: text("by"),
                reason: text("reason"),
            });
        }
    }
    people.sort_by(|(a, person_a), (b, person_b)| (a, &person_a.id).cmp(&(b, &person_b.id)));
    formation.people = people.into_iter().map(|(_, person)| person).collect();
    organisations.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
    formation.organisations = organisations.into_iter().map(|(_, organisation)| organisation).collect();
    Ok(formation)
}

fn unread<E: ToString>(path: &str) -> impl Fn(E) -> RecordError {
    move |error| RecordError { field: path.to_owned(), message: error.to_string() }
}

fn read_taken(library: &Library, slug: &str, json: &Json) -> Option<Taken> {
    let decision = library.decision(slug)?;
    let value: Option<Value> = match json.get("value") {
        None | Some(Json::Null) => None,
        Some(value) => Some(read_value(&decision.kind, &decision.choices, decision.other, value).ok()?),
    };
    let status =
        json.get("status").and_then(Json::as_str).and_then(Status::from_slug).unwrap_or(Status::Open);
    let reason = json.get("reason").and_then(Json::as_str).map(str::to_owned);
    Some(Taken { value, status, reason })
}
