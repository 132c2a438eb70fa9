//! What the checks found, and what the group does about it.

use askama::Template;
use desk::view::{ChecksView, FindingView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/checks.html")]
struct Checks<'a> {
    view: &'a ChecksView,
    id: &'a str,
    groups: Vec<Group<'a>>,
    typed: Accepting<'a>,
    trouble: &'a Trouble,
}

impl Checks<'_> {
    /// The fields with which a warning is accepted.
    fn fields() -> [(&'static str, Id); 2] {
        [("by", Id("checks-by")), ("reason", Id("checks-reason"))]
    }
}

/// Findings that are dealt with in the same way.
struct Group<'a> {
    slug: &'static str,
    heading: Id,
    explain: Id,
    /// With the place of each among all findings, which names its form's fields.
    findings: Vec<(usize, &'a FindingView)>,
}

/// What was typed to accept a warning.
#[derive(Clone, Copy, Default)]
struct Accepting<'a> {
    check: &'a str,
    about: &'a str,
    by: &'a str,
    reason: &'a str,
}

impl Accepting<'_> {
    fn is(&self, finding: &FindingView) -> bool {
        self.check == finding.check && self.about == finding.about
    }
}

/// Answers an event on the checks.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    let form = Form::of(event);
    match event.act.as_deref() {
        Some("agree-usual") => {
            desk.agree_usual(id)?;
            let page =
                shown(Words::at(desk), id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none());
            Ok(page.saying(Id("checks-say-usual")))
        }
        Some("accept") => {
            let typed = Accepting {
                check: form.text("check"),
                about: form.text("about"),
                by: form.text("by"),
                reason: form.text("reason"),
            };
            accept(desk, id, typed)
        }
        _ => Ok(shown(Words::at(desk), id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none())),
    }
}

fn accept(desk: &mut Desk, id: &str, typed: Accepting<'_>) -> Result<Page, Failure> {
    match desk.accept(id, typed.check, typed.about, typed.by, typed.reason) {
        Ok(()) => {
            let page =
                shown(Words::at(desk), id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none());
            Ok(page.saying(Id("checks-say-accepted")))
        }
        Err(mut failure) => {
            let view = desk.checks_view(id)?;
            let place = view.findings.iter().position(|finding| typed.is(finding));
            // Every warning has its own pair of fields.
            failure.field = failure.field.zip(place).map(|(field, place)| format!("{field}-{place}"));
            Ok(shown(Words::at(desk), id, &view, typed, &failure.into()))
        }
    }
}

fn shown(
    words: &'static Words,
    id: &str,
    view: &ChecksView,
    typed: Accepting<'_>,
    trouble: &Trouble,
) -> Page {
    let main = html(words, &Checks { view, id, groups: groups(&view.findings), typed, trouble });
    Page::new(Route::In(id.to_owned(), Inner::Checks), Id("screen-checks"), main)
        .framed(view.frame.clone())
        .troubled(trouble)
}

type Belongs = fn(&FindingView) -> bool;

fn groups(findings: &[FindingView]) -> Vec<Group<'_>> {
    let kinds: [(&'static str, Id, Id, Belongs); 4] = [
        ("blocker", Id("checks-blocker"), Id("checks-blocker-means"), |finding| {
            finding.severity == "blocker"
        }),
        ("warning", Id("checks-warning"), Id("checks-warning-means"), |finding| {
            finding.severity == "warning" && finding.accepted.is_none()
        }),
        ("advice", Id("checks-advice"), Id("checks-advice-means"), |finding| finding.severity == "advice"),
        ("accepted", Id("checks-accepted"), Id("checks-accepted-means"), |finding| {
            finding.severity == "warning" && finding.accepted.is_some()
        }),
    ];
    kinds
        .into_iter()
        .map(|(slug, heading, explain, belongs)| Group {
            slug,
            heading,
            explain,
            findings: findings.iter().enumerate().filter(|(_, finding)| belongs(finding)).collect(),
        })
        .filter(|group| !group.findings.is_empty())
        .collect()
}
