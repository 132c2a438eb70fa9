//! The facts that papers may use: see `documents/README.md` in the library.

use document::Audience;
use minijinja::Value as Name;

use super::{Edition, audience_words};
use crate::answers::Standing;
use crate::checks::Case;
use crate::control::Control;
use crate::crosswalk::{Crosswalk, rule_list};
use crate::decision::Status;
use crate::fee_meter::FeeMeter;
use crate::law::{Figures, Topic};
use crate::provides::{Criterion, PRINCIPLES};
use crate::text::{Given, Names, long_date, money};

pub(super) fn put(names: &mut Names, case: &Case<'_>, edition: &Edition) {
    let mut set = |name: &str, value: Name| {
        names.insert(name.to_owned(), value);
    };
    set("today", Name::from(long_date(edition.date)));
    set("version", Name::from(edition.version.as_str()));
    set("draft", Name::from(edition.draft));
    set("rules_title", Name::from(case.formation.form.constitution_title()));
    set("entrenched", Name::from(entrenched(case)));
    set("fees", fees(case, edition));
    set("figures", figures(case, edition));
    set("model", super::model::facts(case, edition));
    set("deadlines", deadlines(case));
    set("limit", Figures::of(case.law, edition.date).function());
    set("control", control(case));
    set("decided", decided(case));
    set("vote_weights", super::weights::facts(case));
    let crosswalk = Crosswalk::of(case.library, &case.formation.edits, case.constitution);
    set("crosswalk", form_lines(&crosswalk));
    set("criteria", criteria(&crosswalk));
    set("principles", principles(&crosswalk));
    let slugs: Vec<String> = case.constitution.rules().map(|rule| rule.slug.clone()).collect();
    set("in_short", super::in_short::function(case));
    set("has", Name::from_function(move |slug: &str| slugs.iter().any(|one| one == slug)));
}

pub(super) fn row<const N: usize>(fields: [(&'static str, Name); N]) -> Name {
    Name::from_pairs(fields)
}

/// Whether some rule asks for more than the law's three-quarters of the votes to change it: it is locked, or a class
/// of members must agree.
pub(crate) fn entrenched(case: &Case<'_>) -> bool {
    let locked = case.answers.value("locked-rules");
    let locks = matches!(locked, Some(crate::decision::Value::Choices(rules)) if !rules.is_empty());
    locks || case.classes().is_some()
}

fn fees(case: &Case<'_>, edition: &Edition) -> Name {
    let metered = FeeMeter::of(&Case { today: edition.date, ..*case });
    let metered = metered.map(|meter| meter.fee);
    case.law
        .fees(case.formation.form, edition.date)
        .into_iter()
        .map(|fee| {
            row([
                ("what", Name::from(fee.what.as_str())),
                ("amount", Name::from(money(fee.pence))),
                (
                    "chosen",
                    Name::from(metered.map_or(fee.is_usual(), |chosen| chosen.route() == fee.route())),
                ),
                ("from", Name::from(long_date(fee.from))),
                ("source", Name::from(fee.source.as_str())),
                ("confirm", Name::from(fee.confirm.as_str())),
                ("checked", Name::from(long_date(fee.checked))),
                ("doubt", Name::from(fee.confidence.doubt().unwrap_or_default())),
            ])
        })
        .collect()
}

/// Where every figure of the law that is in force comes from, by its slug.
fn figures(case: &Case<'_>, edition: &Edition) -> Name {
    let figures = case.law.limits(edition.date).map(|limit| {
        let fields = row([
            ("what", Name::from(limit.what.as_str())),
            ("law", Name::from(limit.law.as_str())),
            ("checked", Name::from(long_date(limit.checked))),
        ]);
        (limit.slug.replace('-', "_"), fields)
    });
    Name::from_pairs(figures)
}

fn deadlines(case: &Case<'_>) -> Name {
    case.law
        .deadlines(case.formation.form)
        .map(|deadline| {
            row([
                ("what", Name::from(deadline.what.as_str())),
                ("due", Name::from(deadline.due.as_str())),
                ("topic", Name::from(deadline.topic.map_or("", Topic::slug))),
                ("who", Name::from(deadline.who.as_str())),
                ("law", Name::from(deadline.law.as_str())),
                ("checked", Name::from(long_date(deadline.checked))),
                ("doubt", Name::from(deadline.confidence.doubt().unwrap_or_default())),
            ])
        })
        .collect()
}

fn control(case: &Case<'_>) -> Name {
    let control = Control::of(case.formation);
    let people: Name = case
        .formation
        .founders()
        .filter(|_| control.band.is_some())
        .map(|founder| row([("full_name", Given::name(&founder.name()))]))
        .collect();
    let shares = if case.formation.form.has_shares() { " and of the shares" } else { "" };
    let reason = match (control.band, control.share()) {
        (Some(_), Some(share)) => {
            format!("Each founding member has {share} of the votes{shares}, which is more than 25%.")
        }
        (None, Some(share)) => {
            format!("Each founding member has {share} of the votes{shares}, which is not more than 25%.")
        }
        (_, None) => "No founding member is entered yet.".to_owned(),
    };
    row([
        ("anyone", Name::from(control.band.is_some())),
        ("votes", Name::from(control.share().unwrap_or_else(|| "not known yet".to_owned()))),
        ("people", people),
        ("band", Name::from(control.band.map_or_else(String::new, |band| band.of("voting rights")))),
        ("share_band", Name::from(control.band.map_or_else(String::new, |band| band.of("shares")))),
        ("reason", Name::from(reason)),
    ])
}

/// The warnings the group accepted, as far as they stand. Runs the checks, where any was accepted.
pub(super) fn accepted(case: &Case<'_>) -> Name {
    let findings = if case.formation.accepted.is_empty() { Vec::new() } else { crate::checks::check(case) };
    case.formation
        .accepted
        .iter()
        .filter_map(|accepted| {
            let finding = findings.iter().find(|finding| {
                finding.check == accepted.check && finding.about.to_string() == accepted.about
            })?;
            Some(row([
                ("message", Given::name(&finding.message)),
                ("by", Given::name(&accepted.by)),
                ("reason", Given::name(&accepted.reason)),
            ]))
        })
        .collect()
}

fn decided(case: &Case<'_>) -> Name {
    let parts = case.library.parts_of(case.model);
    parts
        .flat_map(|part| part.decisions.iter().map(move |slug| (part, slug)))
        .filter_map(|(part, slug)| {
            let decision = case.library.decision_as(case.formation.form, slug)?;
            let value = case.answers.value(slug);
            let standing = case.answers.standing(case.formation, slug);
            let status = match standing {
                Standing::NotAsked => return None,
                Standing::Open => "open",
                Standing::Usual => "usual answer, not agreed yet",
                Standing::Taken(Status::Open) => "open",
                Standing::Taken(Status::Proposed) => "proposed",
                Standing::Taken(Status::Agreed) => "agreed",
                Standing::Taken(Status::Parked) => "parked",
            };
            Some(row([
                ("part", Name::from(part.heading.as_str())),
                ("question", Name::from(decision.question.as_str())),
                ("answer", value.map_or(Name::from(""), |value| Given::name(&decision.in_words(value)))),
                ("status", Name::from(status)),
                ("usual", Name::from(case.formation.given(slug).is_none())),
            ]))
        })
        .collect()
}

fn form_lines(crosswalk: &Crosswalk) -> Name {
    let lines = crosswalk.form_lines().into_iter().map(|line| {
        let missing: Vec<&str> = line.missing.iter().map(|matter| matter.title()).collect();
        row([
            ("matter", Name::from(line.title)),
            ("number", Name::from(line.number)),
            ("rules", Name::from(rule_list(&line.rules))),
            ("missing", Name::from(missing.join("; "))),
        ])
    });
    lines.collect()
}

fn criteria(crosswalk: &Crosswalk) -> Name {
    crosswalk
        .criteria
        .iter()
        .map(|(criterion, rules)| {
            row([
                ("criterion", Name::from(criterion.title())),
                ("expects", Name::from(expects(*criterion))),
                ("rules", Name::from(rule_list(rules))),
            ])
        })
        .collect()
}

/// What Companies House looks for, in our words.
fn expects(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::OwnedAndControlled => {
            "The members, and nobody else, own it and decide, with one vote each."
        }
        Criterion::VoluntaryAndOpen => {
            "Nobody must join, and membership is not kept small to make it worth more."
        }
        Criterion::TakingPart => {
            "Members take part in the business: they work in it, buy from it or sell through it."
        }
        Criterion::FairSharing => {
            "Profit is shared equally, or by how much each member takes part. Capital earns no share."
        }
        Criterion::PrinciplesStated => "What the members adopted says so itself.",
    }
}

fn principles(crosswalk: &Crosswalk) -> Name {
    crosswalk
        .principles
        .iter()
        .zip(PRINCIPLES)
        .map(|((number, rules), principle)| {
            row([
                ("number", Name::from(*number)),
                ("principle", Name::from(principle)),
                ("rules", Name::from(rule_list(rules))),
            ])
        })
        .collect()
}

/// What the cover sheet says of one paper.
pub(super) struct Listed {
    pub title: String,
    pub audience: Audience,
    pub signers: Option<String>,
    pub next: Option<String>,
}

pub(super) fn pack_list(papers: &[Listed]) -> Name {
    papers
        .iter()
        .enumerate()
        .map(|(index, paper)| {
            row([
                ("number", Name::from(index + 1)),
                ("title", Name::from(paper.title.as_str())),
                ("audience", Name::from(audience_words(paper.audience))),
                ("signers", Name::from(paper.signers.as_deref().unwrap_or_default())),
                ("next", Name::from(paper.next.as_deref().unwrap_or_default())),
            ])
        })
        .collect()
}
