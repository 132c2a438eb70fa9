//! What papers may say of the model that the rules follow: see `documents/README.md` in the library.

use minijinja::Value as Name;

use super::Edition;
use super::facts::row;
use crate::answers_file::BUILT_IN_MODEL;
use crate::checks::Case;
use crate::edit::{Amendment, Edit, EditKind};
use crate::fee_meter::FeeMeter;
use crate::text::{Given, long_date, money};

/// The model, which rules the group changed in it, and what the registrar's fee makes of that.
pub(super) fn facts(case: &Case<'_>, edition: &Edition) -> Name {
    let meter = FeeMeter::of(&Case { today: edition.date, ..*case });
    let counted: &[Amendment] = meter.as_ref().map_or(&[], |meter| &meter.counted);
    let amended: Name =
        counted.iter().map(|one| Given::name(&format!("{} {}", one.number, one.heading))).collect();
    row([
        ("title", Name::from(case.model.title.as_str())),
        ("edition", Name::from(case.model.edition.as_str())),
        ("sponsor", Name::from(case.model.sponsor.as_str())),
        ("is_sponsored", Name::from(case.model.id != BUILT_IN_MODEL)),
        ("amended", amended),
        ("changed", changed(case, counted)),
        ("fee", meter.as_ref().map_or_else(|| Name::from(""), fee)),
    ])
}

fn fee(meter: &FeeMeter<'_>) -> Name {
    row([
        ("what", Name::from(meter.fee.what.as_str())),
        ("amount", Name::from(money(meter.fee.pence))),
        ("otherwise", Name::from(money(meter.otherwise.pence))),
        ("from", Name::from(long_date(meter.fee.from))),
        ("source", Name::from(meter.fee.source.as_str())),
        ("checked", Name::from(long_date(meter.fee.checked))),
    ])
}

/// Every rule that was changed by hand, in the order of the rules; those taken out come last.
fn changed(case: &Case<'_>, counted: &[Amendment]) -> Name {
    let edits = &case.formation.edits.rules;
    let standing = case.constitution.rules().filter_map(|rule| {
        let edit = edits.get(&rule.slug)?;
        let done = match edit.kind {
            EditKind::Replaced { .. } => "reworded",
            EditKind::Added { .. } => "added",
            EditKind::Removed { .. } => return None,
        };
        let counts = match counted.iter().find(|one| one.rule == rule.slug) {
            Some(one) if one.by_our_reading => "yes, as this app reads the guidance",
            Some(_) => "yes",
            None => "no",
        };
        Some(one(&rule.number.to_string(), &rule.heading.plain(), done, counts, edit))
    });
    let gone = case.constitution.removed.iter().filter_map(|rule| {
        Some(one("", &rule.model.words.heading, "left out", "no", edits.get(&rule.slug)?))
    });
    standing.chain(gone).collect()
}

fn one(number: &str, heading: &str, done: &'static str, counts: &'static str, edit: &Edit) -> Name {
    row([
        ("number", Name::from(number)),
        ("heading", Given::name(heading)),
        ("done", Name::from(done)),
        ("counts", Name::from(counts)),
        ("why", Given::name(edit.why.trim())),
    ])
}
