//! What the checks found.

use formation::checks::{About, Finding, count};
use formation::{Origin, Standing};

use super::Saved;
use crate::wording;
use crate::worked_out::WorkedOut;

use super::FrameView;

/// All findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecksView {
    /// The frame.
    pub frame: FrameView,
    /// Blockers first, then warnings, then advice.
    pub findings: Vec<FindingView>,
    /// How many checks were run.
    pub checks_run: usize,
    /// How many questions still have the usual answer, which nobody has agreed to.
    pub usual: usize,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingView {
    /// The check's id.
    pub check: String,
    /// blocker, warning or advice.
    pub severity: &'static str,
    /// What it is about, as the check writes it: "decision:name".
    pub about: String,
    /// What was found.
    pub message: String,
    /// The law.
    pub law: String,
    /// How to mend it.
    pub fix: String,
    /// The screen where it is mended: "question/name", "person/asha".
    pub to: String,
    /// The words of the link: the question, or the person's name.
    pub to_words: String,
    /// Who accepted it and why; none when nobody did.
    pub accepted: Option<(String, String)>,
}

impl FindingView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, finding: &Finding) -> Self {
        let (to, to_words) = mended_at(worked_out, &finding.about);
        Self {
            check: finding.check.to_owned(),
            severity: finding.severity.slug(),
            about: finding.about.to_string(),
            message: finding.message.clone(),
            law: finding.law.clone(),
            fix: finding.fix.clone(),
            to,
            to_words,
            accepted: worked_out
                .accepted(finding)
                .map(|accepted| (accepted.by.clone(), accepted.reason.clone())),
        }
    }

    /// Returns the findings about `about`.
    pub(crate) fn about(worked_out: &WorkedOut<'_>, about: &About) -> Vec<Self> {
        worked_out
            .findings
            .iter()
            .filter(|finding| finding.about == *about)
            .map(|finding| Self::of(worked_out, finding))
            .collect()
    }
}

/// Returns the screen where a finding is mended, and the words of the link to it.
fn mended_at(worked_out: &WorkedOut<'_>, about: &About) -> (String, String) {
    match about {
        About::Decision(slug) => {
            let decision = worked_out.assets.library.decision_as(worked_out.formation.form, slug);
            let question = decision.map(|decision| decision.question.clone());
            (format!("question/{slug}"), question.unwrap_or_else(|| slug.clone()))
        }
        About::Person(id) => {
            let name = worked_out.formation.people.iter().find(|person| person.id == *id);
            (format!("person/{id}"), name.map_or_else(|| "People".to_owned(), |person| person.name.full()))
        }
        About::Organisation(id) => {
            let organisation = worked_out.formation.organisations.iter().find(|one| one.id == *id);
            let name = organisation.map_or_else(|| "People".to_owned(), wording::organisation_called);
            (format!("organisation/{id}"), name)
        }
        About::People => ("people".to_owned(), "People".to_owned()),
        About::Rule(slug) => {
            let rule = worked_out.constitution.rule(slug);
            let heading = rule.map(|rule| rule.heading.plain());
            // Words of the model's are changed by the answers, those of the group's by hand.
            let by_hand = rule.is_some_and(|rule| rule.origin != Origin::Model);
            let screen = if by_hand { "rule" } else { "rules" };
            (format!("{screen}/{slug}"), heading.unwrap_or_else(|| "The rules".to_owned()))
        }
        About::Sheet(question) => {
            let own = worked_out.formation.own_answers.get(question);
            let words = own.map(|own| own.words.heading().to_owned());
            (
                format!("registrar/{question}"),
                words.unwrap_or_else(|| "The registrar\u{2019}s questions".to_owned()),
            )
        }
        About::Formation => ("tasks".to_owned(), "The task list".to_owned()),
    }
}

/// Returns how many questions have the usual answer, which nobody has agreed to.
pub(crate) fn usual_count(worked_out: &WorkedOut<'_>) -> usize {
    worked_out
        .assets
        .library
        .decisions_of(worked_out.model)
        .filter(|decision| {
            worked_out.answers.standing(&worked_out.formation, &decision.slug) == Standing::Usual
        })
        .count()
}

impl ChecksView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        Self {
            frame: FrameView::of(worked_out, id, saved),
            findings: worked_out
                .findings
                .iter()
                .map(|finding| FindingView::of(worked_out, finding))
                .collect(),
            checks_run: count(),
            usual: usual_count(worked_out),
        }
    }
}
