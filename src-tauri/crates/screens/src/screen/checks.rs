//! What the checks found, and what the group does about it.

use askama::Template;
use desk::view::{ChecksView, FindingView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/checks.html")]
struct Checks<'a> {
    view: &'a ChecksView,
    id: &'a str,
    groups: Vec<Group<'a>>,
    typed: Accepting<'a>,
    trouble: &'a Trouble,
}

/// Findings that are dealt with in the same way.
struct Group<'a> {
    slug: &'static str,
    heading: &'static str,
    explain: &'static str,
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
            let page = shown(id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none());
            Ok(page.saying("Taken down: the group agrees to every usual answer."))
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
        _ => Ok(shown(id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none())),
    }
}

fn accept(desk: &mut Desk, id: &str, typed: Accepting<'_>) -> Result<Page, Failure> {
    match desk.accept(id, typed.check, typed.about, typed.by, typed.reason) {
        Ok(()) => {
            let page = shown(id, &desk.checks_view(id)?, Accepting::default(), &Trouble::none());
            Ok(page.saying("Accepted. It stands in the pack's record."))
        }
        Err(mut failure) => {
            let view = desk.checks_view(id)?;
            let place = view.findings.iter().position(|finding| typed.is(finding));
            // Every warning has its own pair of fields.
            failure.field = failure.field.zip(place).map(|(field, place)| format!("{field}-{place}"));
            Ok(shown(id, &view, typed, &failure.into()))
        }
    }
}

fn shown(id: &str, view: &ChecksView, typed: Accepting<'_>, trouble: &Trouble) -> Page {
    let main = html(&Checks { view, id, groups: groups(&view.findings), typed, trouble });
    Page::new(Route::In(id.to_owned(), Inner::Checks), "Checks", main)
        .framed(view.frame.clone())
        .troubled(trouble)
}

type Belongs = fn(&FindingView) -> bool;

fn groups(findings: &[FindingView]) -> Vec<Group<'_>> {
    let kinds: [(&'static str, &'static str, &'static str, Belongs); 4] = [
        (
            "blocker",
            "To mend",
            "These stop the final pack. A registrar would send it back, or the law does not allow it.",
            |finding| finding.severity == "blocker",
        ),
        (
            "warning",
            "To look at",
            "Mend each of these, or accept it: say who accepts it and why. The pack keeps a record of that.",
            |finding| finding.severity == "warning" && finding.accepted.is_none(),
        ),
        ("advice", "Good to know", "Nothing here stops you.", |finding| finding.severity == "advice"),
        ("accepted", "Accepted", "You looked at these and keep things as they are.", |finding| {
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
