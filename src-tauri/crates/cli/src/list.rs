//! Lists of what there is.

use std::process::ExitCode;

use formation::decision::{Decision, Kind, write as write_value};
use formation::legal::{CoopType, LegalForm};
use serde_json::{Value as Json, json};

use crate::arguments::Texts;
use crate::failure::Failure;
use crate::input::assets;
use crate::output::{self, to_stdout};

/// Lists the models.
pub fn models(texts: &Texts, as_json: bool) -> Result<ExitCode, Failure> {
    let assets = assets(texts)?;
    let slugs = |slugs: Vec<&'static str>| slugs.join(", ");
    let models = assets.library.models();
    if as_json {
        let models: Vec<Json> = models
            .iter()
            .map(|model| {
                json!({
                    "id": model.id, "title": model.title, "edition": model.edition,
                    "sponsor": model.sponsor, "licence": model.licence,
                    "types": model.types.iter().map(|one| one.slug()).collect::<Vec<_>>(),
                    "forms": model.forms.iter().map(|form| form.slug()).collect::<Vec<_>>(),
                })
            })
            .collect();
        output::json(&Json::Array(models));
    } else {
        for model in models {
            let forms = slugs(model.forms.iter().map(|form| form.slug()).collect());
            to_stdout(&format!("{}  {} ({forms}), edition {}", model.id, model.title, model.edition));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Lists types and forms.
pub fn forms(texts: &Texts, as_json: bool) -> Result<ExitCode, Failure> {
    let assets = assets(texts)?;
    let pairs = assets.library.models().iter().flat_map(|model| {
        model.types.iter().flat_map(|one| model.forms.iter().map(move |form| (*one, *form)))
    });
    if as_json {
        let pairs: Vec<Json> = pairs
            .map(|(one, form)| json!({ "type": one.slug(), "form": form.slug(), "title": form.title() }))
            .collect();
        output::json(&Json::Array(pairs));
    } else {
        for (one, form) in pairs {
            to_stdout(&format!("{} {}  {}, {}", one.slug(), form.slug(), one.title(), form.title()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Lists the questions of a type and form.
pub fn decisions(texts: &Texts, coop_type: &str, form: &str, as_json: bool) -> Result<ExitCode, Failure> {
    let assets = assets(texts)?;
    let model = CoopType::from_slug(coop_type)
        .zip(LegalForm::from_slug(form))
        .and_then(|(one, form)| assets.library.model(formation::answers_file::BUILT_IN_MODEL, one, form));
    let Some(model) = model else {
        let message = format!("There are no rules for the type {coop_type} and the form {form}.");
        return Err(Failure::unreadable(format!("{message} See toadlane-cli forms.")));
    };
    let decisions = assets.library.decisions_of(model);
    if as_json {
        output::json(&decisions.map(decision_json).collect());
    } else {
        for decision in decisions {
            to_stdout(&format!("{:28} {}", decision.slug, decision.question));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn decision_json(decision: &Decision) -> Json {
    let choices: Vec<Json> = decision
        .choices
        .iter()
        .map(|choice| json!({ "value": write_value(&choice.value), "label": choice.label, "means": choice.means }))
        .collect();
    json!({
        "slug": decision.slug, "part": decision.part, "question": decision.question,
        "explain": decision.explain, "why": decision.why, "usual": decision.usual,
        "kind": kind(&decision.kind), "choices": choices, "other": decision.other,
        "default": decision.default.as_ref().map(write_value), "law": decision.law,
    })
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Choice => "choice",
        Kind::Choices => "choices",
        Kind::YesNo => "yes-no",
        Kind::Text => "text",
        Kind::Prose => "prose",
        Kind::Lines => "lines",
        Kind::Email => "email",
        Kind::Count { .. } => "count",
        Kind::Money { .. } => "money",
        Kind::Percent => "percent",
        Kind::Quorum => "quorum",
        Kind::Majority => "majority",
        Kind::Range => "range",
        Kind::Address => "address",
        Kind::YearDay => "year-day",
        Kind::Codes => "codes",
        Kind::Tests => "tests",
        Kind::Seats => "seats",
        Kind::Classes => "classes",
    }
}
