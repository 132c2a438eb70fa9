//! The constitution: reading it, looking for words, moving rules, taking them out and putting them back, comments.

use askama::Template;
use desk::view::{Hit, RulesView};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/rules.html")]
struct Rules<'a> {
    view: &'a RulesView,
    id: &'a str,
    /// The name of whoever works here; empty while they did not say.
    name: &'a str,
    at: At<'a>,
    trouble: &'a Trouble,
}

/// Where somebody is in the constitution.
#[derive(Default)]
struct At<'a> {
    /// The rule whose acts are shown.
    open: &'a str,
    /// The rule that they asked to take out.
    removing: &'a str,
    /// The rule on which they write a comment, and what they wrote.
    commenting: Option<(&'a str, &'a str)>,
    /// What they look for, and where it stands.
    sought: Option<(&'a str, Vec<Hit>)>,
}

/// A comment that somebody writes and has not left yet. It is nobody's business but theirs, so it is not saved.
#[derive(Debug, Clone)]
pub(crate) struct Writing {
    /// The co-op's id.
    formation: String,
    /// The rule's slug.
    rule: String,
    /// What they wrote so far.
    text: String,
}

/// The act by which the page says what somebody wrote so far.
pub(crate) const WRITING: &str = "write-comment";

/// Keeps what somebody wrote so far.
pub(crate) fn written_so_far(writing: &mut Option<Writing>, event: &Event) {
    let form = Form::of(event);
    let is_on = |writing: &&mut Writing| writing.rule == form.text("rule");
    if let Some(writing) = writing.as_mut().filter(is_on) {
        form.text("comment").clone_into(&mut writing.text);
    }
}

impl<'a> At<'a> {
    /// Nowhere, but where they write a comment.
    fn with(writing: Option<&'a Writing>) -> Self {
        At { commenting: writing.map(|one| (one.rule.as_str(), one.text.as_str())), ..At::default() }
    }
}

impl At<'_> {
    fn removes(&self, rule: &str) -> bool {
        self.removing == rule
    }

    fn opens(&self, rule: &str) -> bool {
        self.open == rule || self.written(rule).is_some()
    }

    /// What is written as a comment on a rule; none when nobody writes one.
    fn written(&self, rule: &str) -> Option<&str> {
        self.commenting.filter(|(on, _)| *on == rule).map(|(_, text)| text)
    }

    fn words(&self) -> &str {
        self.sought.as_ref().map_or("", |(words, _)| words)
    }
}

/// Answers an event on the constitution, which may be opened at a rule.
pub(crate) fn answer(
    desk: &mut Desk,
    writing: &mut Option<Writing>,
    id: &str,
    opened: Option<&str>,
    event: &Event,
) -> Result<Page, Failure> {
    let form = Form::of(event);
    let rule = form.text("rule");
    let written = writing.clone().filter(|one| one.formation == id);
    let at = || At::with(written.as_ref());
    let open = || At { open: rule, ..at() };
    match event.act.as_deref() {
        Some("search") => {
            let words = form.text("words").trim();
            let hits = desk.search_in_rules(id, words)?;
            let say = Id("rules-say-found").with("count", hits.len());
            let at = At { sought: (!words.is_empty()).then_some((words, hits)), ..at() };
            Ok(shown(desk, id, opened, at, &Trouble::none())?.focusing("sought").saying(say))
        }
        Some(act @ ("move-up" | "move-down")) => {
            let up = act == "move-up";
            let moved = desk.move_rule(id, rule, up)?;
            let view = desk.rules_view(id)?;
            let page = page(desk, id, &view, opened, open(), &Trouble::none());
            let button = if up { format!("up-{rule}") } else { format!("down-{rule}") };
            Ok(page.focusing(button).saying(match view.row(rule) {
                Some(row) if moved => Id("rules-say-moved").with("number", row.rule.number),
                _ => Id("rules-say-no-further").into(),
            }))
        }
        Some("ask-remove") => {
            let at = At { removing: rule, ..open() };
            Ok(shown(desk, id, opened, at, &Trouble::none())?.focusing("removing"))
        }
        Some("remove") => {
            if let Err(failure) = desk.remove_rule(id, rule, form.text("why")) {
                return shown(desk, id, opened, At { removing: rule, ..open() }, &failure.into());
            }
            let page = shown(desk, id, opened, at(), &Trouble::none())?;
            Ok(page.focusing("contents-heading").saying(Id("rules-say-out")))
        }
        Some("put-back") => {
            desk.put_back(id, rule)?;
            put_back(desk, id, opened, at(), rule, Id("rules-say-back"))
        }
        Some("move-back") => {
            desk.move_back(id, rule)?;
            put_back(desk, id, opened, at(), rule, Id("rules-say-home"))
        }
        Some("ask-comment") => {
            let elsewhere = written.as_ref().filter(|one| one.rule != rule);
            if elsewhere.is_some_and(|one| !one.text.trim().is_empty()) {
                let view = desk.rules_view(id)?;
                if elsewhere.is_some_and(|one| view.row(&one.rule).is_some()) {
                    let first = Failure::input(
                        "comment",
                        "You are still writing this comment.",
                        "Leave it, or leave none. Then comment on another.",
                    );
                    return Ok(page(desk, id, &view, opened, at(), &first.into()).focusing("comment"));
                }
            }
            if written.as_ref().is_none_or(|one| one.rule != rule) {
                *writing =
                    Some(Writing { formation: id.to_owned(), rule: rule.to_owned(), text: String::new() });
            }
            let at = At { open: rule, ..At::with(writing.as_ref()) };
            Ok(shown(desk, id, opened, at, &Trouble::none())?.focusing("comment"))
        }
        Some("comment") => match desk.comment(id, rule, form.text("comment")) {
            Ok(()) => {
                *writing = None;
                let page = shown(desk, id, opened, At { open: rule, ..At::default() }, &Trouble::none())?;
                Ok(page.focusing(format!("ask-comment-{rule}")).saying(Id("comment-say-there")))
            }
            Err(failure) => {
                let at = At { open: rule, commenting: Some((rule, form.text("comment"))), ..At::default() };
                shown(desk, id, opened, at, &failure.into())
            }
        },
        Some("leave-none") => {
            *writing = None;
            let page = shown(desk, id, opened, At { open: rule, ..At::default() }, &Trouble::none())?;
            Ok(page.focusing(format!("ask-comment-{rule}")).saying(Id("comment-say-none")))
        }
        Some(act @ ("settle" | "open-again")) => {
            desk.settle_comment(id, rule, form.text("which"), act == "settle")?;
            let said = if act == "settle" { Id("comment-say-settled") } else { Id("comment-say-open") };
            let page = shown(desk, id, opened, open(), &Trouble::none())?;
            Ok(page.focusing(format!("comments-{rule}")).saying(said))
        }
        Some("remove-comment") => {
            desk.remove_comment(id, rule, form.text("which"))?;
            let page = shown(desk, id, opened, open(), &Trouble::none())?;
            Ok(page.focusing(format!("rule-{rule}")).saying(Id("comment-say-gone")))
        }
        _ => opened_at(desk, written.as_ref(), id, opened),
    }
}

/// The constitution, opened at a rule when one is named.
pub(crate) fn opened_at(
    desk: &Desk,
    writing: Option<&Writing>,
    id: &str,
    rule: Option<&str>,
) -> Result<Page, Failure> {
    let writing = writing.filter(|one| one.formation == id);
    let page = shown(desk, id, rule, At::with(writing), &Trouble::none())?;
    Ok(match rule {
        Some(rule) => page.focusing(format!("rule-{rule}")),
        None => page,
    })
}

/// After something was put back: the focus is on the rule, where that is in.
fn put_back(
    desk: &Desk,
    id: &str,
    opened: Option<&str>,
    at: At<'_>,
    rule: &str,
    said: impl Into<Say>,
) -> Result<Page, Failure> {
    let view = desk.rules_view(id)?;
    let page = page(desk, id, &view, opened, at, &Trouble::none());
    let focus = view.row(rule).map_or_else(|| "contents-heading".to_owned(), |_| format!("rule-{rule}"));
    Ok(page.focusing(focus).saying(said))
}

fn shown(
    desk: &Desk,
    id: &str,
    opened: Option<&str>,
    at: At<'_>,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    Ok(page(desk, id, &desk.rules_view(id)?, opened, at, trouble))
}

fn page(
    desk: &Desk,
    id: &str,
    view: &RulesView,
    opened: Option<&str>,
    at: At<'_>,
    trouble: &Trouble,
) -> Page {
    let main = html(Words::at(desk), &Rules { view, id, name: &desk.preferences().name, at, trouble });
    let route = Route::In(id.to_owned(), Inner::Rules(opened.map(str::to_owned)));
    Page::new(route, Id("rules-title").with("word", view.word), main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
