//! Fields and their values in words, for history, comparison, joins and what is held about a person.

use std::collections::{BTreeMap, BTreeSet};

use formation::decision::{Status, read as read_value};
use formation::legal::{CoopType, LegalForm, Nation};
use formation::library::Library;
use formation::organisation::{Organisation, RegisteredForm};
use formation::person::{Capacity, Role};
use serde_json::Value as Json;

use crate::package::Package;
use crate::record::{self, Path};
use crate::shelf;
use crate::view::LineView;

/// What a field that holds nothing is shown as.
const NOTHING: &str = "nothing";

/// Somebody whose name nobody entered.
pub(crate) const NAMELESS_PERSON: &str = "Somebody without a name yet";
/// An organisation whose name nobody entered.
pub(crate) const NAMELESS_ORGANISATION: &str = "An organisation without a name yet";

/// Returns how two states differ, a line for each thing a person would name.
pub(crate) fn differences(
    library: &Library,
    before: &BTreeMap<Path, Json>,
    after: &BTreeMap<Path, Json>,
) -> Vec<LineView> {
    let paths: BTreeSet<&Path> = before.keys().chain(after.keys()).collect();
    paths
        .into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .flat_map(|path| lines(library, path, before.get(path), after.get(path)))
        .collect()
}

/// Returns what a change of one field comes to.
pub(crate) fn lines(
    library: &Library,
    path: &str,
    before: Option<&Json>,
    after: Option<&Json>,
) -> Vec<LineView> {
    if is_founder(path) {
        return person_lines(before, after);
    }
    let line = LineView {
        what: what(library, path),
        before: value(library, path, before),
        after: value(library, path, after),
    };
    vec![line]
}

/// Returns what a field is about.
pub(crate) fn what(library: &Library, path: &str) -> String {
    if let Some(slug) = path.strip_prefix("decision/") {
        return library.decision(slug).map_or_else(|| slug.to_owned(), |decision| decision.question.clone());
    }
    if let Some((check, about)) = path.strip_prefix("accepted/").and_then(|rest| rest.split_once('/')) {
        return format!("Warning accepted: {check} ({about})");
    }
    if let Some(rule) = path.strip_prefix("edit/") {
        return format!("Rule edited by hand: {}", heading(library, rule));
    }
    if path.starts_with(record::SHEET) {
        return "Answer for the registrar".to_owned();
    }
    if let Some(rule) = path.strip_prefix("place/") {
        return format!("Where the rule stands: {}", heading(library, rule));
    }
    if let Some((rule, _)) = path.strip_prefix(record::COMMENT).and_then(|rest| rest.split_once('/')) {
        return format!("Comment on the rule: {}", heading(library, rule));
    }
    if let Some((paper, _)) = path.strip_prefix(record::SIGNED).and_then(|rest| rest.split_once('/')) {
        // The paper's title turns on answers; its slug is made of it.
        return format!("{}: signed and back", formation::edit::heading_like(paper));
    }
    match path {
        record::TYPE => "Who the co-op is for",
        record::FORM => "Legal form",
        record::NATION => "Nation",
        record::MODEL => "Model of rules",
        record::TEXTS => "Texts of the model",
        shelf::LAW => "Newer figures of the law",
        path if path.starts_with(shelf::PACKAGE) => "A sponsoring body\u{2019}s model",
        record::USUAL_AGREED => "Usual answers agreed",
        record::REMOVED => "In the bin",
        "erased" => "Something that was erased",
        path if path.starts_with("person/") => "A person",
        path if path.starts_with("organisation/") => "An organisation",
        record::PROGRAMME => "Programme",
        record::STAGE => "Stage",
        record::NEXT_STEP => "Next step",
        path if path.starts_with(record::NOTE) => "A private note",
        other => other,
    }
    .to_owned()
}

/// Returns a rule's heading. A rule that the group added, or whose heading turns on answers, is called after its slug,
/// which is made of the heading: no field but the rule's own holds that, and the rule may be long gone.
fn heading(library: &Library, slug: &str) -> String {
    let clause = library.clauses().find(|clause| clause.slug == slug && !clause.heading.contains('{'));
    clause.map_or_else(|| formation::edit::heading_like(slug), |clause| clause.heading.clone())
}

/// Returns what a field holds.
pub(crate) fn value(library: &Library, path: &str, json: Option<&Json>) -> String {
    let Some(json) = json else {
        let nothing = if path.starts_with(record::SIGNED) { "not yet" } else { NOTHING };
        return nothing.to_owned();
    };
    if let Some(slug) = path.strip_prefix("decision/") {
        return answer(library, slug, json);
    }
    if is_founder(path) {
        return person_name(json);
    }
    if path.starts_with("edit/") {
        return edited(json);
    }
    if path.starts_with(record::SHEET) {
        return format!("{} {}", text(json, "question"), text(json, "text"));
    }
    if path.starts_with("place/") {
        return match (text(json, "after"), text(json, "before")) {
            ("", before) => format!("before \u{201c}{}\u{201d}", heading(library, before)),
            (after, _) => format!("after \u{201c}{}\u{201d}", heading(library, after)),
        };
    }
    if path.starts_with(record::COMMENT) {
        let settled = json.get("settled").and_then(Json::as_bool).unwrap_or(false);
        let settled = if settled { " (settled)" } else { "" };
        return format!("{}: {}{settled}", text(json, "by"), text(json, "text"));
    }
    if path.starts_with(record::NOTE) {
        return text(json, "text").to_owned();
    }
    if path.starts_with(record::SIGNED) {
        return "yes".to_owned();
    }
    if shelf::is_package(path) {
        return package(json);
    }
    if path.starts_with("accepted/") {
        return format!("by {}: {}", text(json, "by"), text(json, "reason"));
    }
    let slug = json.as_str().unwrap_or_default();
    let title = match path {
        record::TYPE => CoopType::from_slug(slug).map(|one| one.title()),
        record::FORM => LegalForm::from_slug(slug).map(|one| one.title()),
        record::NATION => Nation::from_slug(slug).map(|one| one.title()),
        _ => None,
    };
    match (title, json) {
        (Some(title), _) => title.to_owned(),
        (None, Json::Bool(true)) => "yes".to_owned(),
        (None, Json::Bool(false)) => "no".to_owned(),
        (None, Json::String(words)) => words.clone(),
        (None, other) => other.to_string(),
    }
}

/// The models of a package, with their editions: its texts are for reading as rules, not here.
fn package(json: &Json) -> String {
    let models = Package::from_json(json).map(|package| package.models()).unwrap_or_default();
    let models = models.iter().map(|model| format!("{}, edition {}", model.title, model.edition));
    models.collect::<Vec<_>>().join("; ")
}

/// What was done to a rule, with its words: nobody settles a disagreement over words they cannot see.
fn edited(json: &Json) -> String {
    let mut out = match text(json, "do") {
        "remove" => "taken out".to_owned(),
        "add" => format!("added: {}. {}", text(json, "heading"), text(json, "text")),
        _ => format!("{}. {}", text(json, "heading"), text(json, "text")),
    };
    if !text(json, "why").is_empty() {
        out.push_str(&format!(" (because: {})", text(json, "why")));
    }
    out
}

fn answer(library: &Library, slug: &str, json: &Json) -> String {
    let given = json.get("value").filter(|value| !value.is_null());
    let words = given.map(|value| {
        library
            .decision(slug)
            .and_then(|decision| {
                let read = read_value(&decision.kind, &decision.choices, decision.other, value).ok()?;
                Some(decision.in_words(&read))
            })
            .unwrap_or_else(|| value.to_string())
    });
    let status = Status::from_slug(text(json, "status")).map_or("", |status| status.slug());
    let reason = text(json, "reason");
    let mut out = format!("{} ({status})", words.unwrap_or_else(|| "the usual answer".to_owned()));
    if !reason.is_empty() {
        out.push_str(&format!(", because: {reason}"));
    }
    out
}

fn text<'a>(json: &'a Json, field: &str) -> &'a str {
    json.get(field).and_then(Json::as_str).unwrap_or_default()
}

/// Whether a field is a person's or a founding organisation's.
pub(crate) fn is_founder(path: &str) -> bool {
    path.starts_with("person/") || path.starts_with("organisation/")
}

/// Returns an organisation's name, or who is meant while there is none.
pub(crate) fn organisation_called(organisation: &Organisation) -> String {
    match organisation.name.trim() {
        "" => NAMELESS_ORGANISATION.to_owned(),
        name => name.to_owned(),
    }
}

/// Returns the name in the field of a person or an organisation.
pub(crate) fn person_name(json: &Json) -> String {
    if let Some(organisation) = json.get("organisation") {
        let name = text(organisation, "name");
        return if name.is_empty() { NAMELESS_ORGANISATION.to_owned() } else { name.to_owned() };
    }
    let name = json.get("person").and_then(|person| person.get("name"));
    let parts = ["first", "middle", "last"].map(|part| name.map_or("", |name| text(name, part)));
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { NAMELESS_PERSON.to_owned() } else { name }
}

fn person_lines(before: Option<&Json>, after: Option<&Json>) -> Vec<LineView> {
    let name = after.or(before).map(person_name).unwrap_or_default();
    let whole = |what: &str, before: &str, after: &str| {
        vec![LineView { what: what.to_owned(), before: before.to_owned(), after: after.to_owned() }]
    };
    match (before, after) {
        (None, None) => Vec::new(),
        (None, Some(_)) => whole(&name, NOTHING, "entered"),
        (Some(_), None) => whole(&name, "entered", "taken out"),
        (Some(before), Some(after)) => {
            let (before, after) = (particulars(before), particulars(after));
            let fields: BTreeSet<&&str> = before.keys().chain(after.keys()).collect();
            let shown = |held: &BTreeMap<&'static str, String>, field: &str| {
                held.get(field).cloned().unwrap_or_else(|| NOTHING.to_owned())
            };
            fields
                .into_iter()
                .filter(|field| before.get(**field) != after.get(**field))
                .map(|field| LineView {
                    what: format!("{name}: {field}"),
                    before: shown(&before, field),
                    after: shown(&after, field),
                })
                .collect()
        }
    }
}

/// Returns everything that the field of a person or an organisation holds, by what it is.
pub(crate) fn particulars(json: &Json) -> BTreeMap<&'static str, String> {
    const FIELDS: [(&str, &str); 14] = [
        ("id", "reference"),
        ("name", "name"),
        ("born", "date of birth"),
        ("nationality", "nationality"),
        ("occupation", "occupation"),
        ("home", "home address"),
        ("service", "address for letters"),
        ("email", "e-mail"),
        ("phone", "telephone"),
        ("roles", "what they do"),
        ("acts-for", "acts for an organisation"),
        ("form", "legal form"),
        ("number", "registered number"),
        ("office", "registered office"),
    ];
    let mut held = BTreeMap::new();
    let Some(person) = json.get("person").or_else(|| json.get("organisation")) else { return held };
    for (field, words) in FIELDS {
        let Some(value) = person.get(field) else { continue };
        let said = match (field, value) {
            ("name", Json::Object(_)) => name_in_full(value),
            ("home" | "service" | "office", _) => address(value),
            ("acts-for", _) => {
                let capacity = Capacity::from_slug(text(value, "as")).map_or("", |capacity| capacity.title());
                format!("{capacity} (reference {})", text(value, "organisation"))
            }
            ("form", Json::String(slug)) => {
                RegisteredForm::from_slug(slug).map_or(slug.as_str(), |form| form.title()).to_owned()
            }
            ("form", _) => joined(["other", "register"].map(|part| text(value, part).to_owned()).into_iter()),
            ("roles", Json::Array(roles)) => joined(roles.iter().map(|role| {
                let slug = role.as_str().unwrap_or_default();
                Role::from_slug(slug).map_or(slug, |role| role.title()).to_owned()
            })),
            (_, Json::Array(items)) => {
                joined(items.iter().map(|item| item.as_str().unwrap_or_default().to_owned()))
            }
            (_, Json::String(words)) => words.clone(),
            (_, other) => other.to_string(),
        };
        if !said.is_empty() {
            held.insert(words, said);
        }
    }
    held
}

fn name_in_full(name: &Json) -> String {
    let parts = ["title", "first", "middle", "last"].map(|part| text(name, part).to_owned());
    let mut words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if !text(name, "former").is_empty() {
        words.push_str(&format!(" (before: {})", text(name, "former")));
    }
    words
}

fn address(json: &Json) -> String {
    let lines = json.get("lines").and_then(Json::as_array).into_iter().flatten();
    let lines = lines.map(|line| line.as_str().unwrap_or_default().to_owned());
    let rest = ["town", "postcode", "country"].map(|part| text(json, part).to_owned());
    joined(lines.chain(rest))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
