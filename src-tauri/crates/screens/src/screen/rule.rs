//! One rule, written by hand: its heading, its text, what it provides for, and why.

use askama::Template;
use desk::view::RuleEditView;
use desk::{Desk, Failure, RuleWords};

use crate::exchange::Event;
use crate::field::Field;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::screen::rules;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/rule.html")]
struct Writing<'a> {
    view: &'a RuleEditView,
    id: &'a str,
    /// What stands in the fields.
    words: &'a RuleWords,
    /// What nobody says that the words provide for, once they are to be left at that.
    leaving: &'a [&'static str],
    trouble: &'a Trouble,
}

#[derive(Template)]
#[template(path = "screens/rule-beside.html")]
struct Beside<'a> {
    view: &'a RuleEditView,
}

impl Writing<'_> {
    fn is_ticked(&self, provision: &str) -> bool {
        self.words.provides.iter().any(|ticked| ticked == provision)
    }

    fn is_new(&self) -> bool {
        self.view.origin == "new"
    }

    /// How many lines the text takes, more or less.
    fn height(&self) -> usize {
        Field::height(&self.words.text, 8)
    }
}

/// Answers an event on a rule that is there.
pub(crate) fn answer(
    desk: &mut Desk,
    writing: Option<&rules::Writing>,
    id: &str,
    rule: &str,
    event: &Event,
) -> Result<Page, Failure> {
    let typed = typed(event);
    match event.act.as_deref() {
        Some("save") => match desk.reword(id, rule, &typed) {
            Ok(()) => Ok(written(desk, id, rule, Some(&typed), &[], &Trouble::none())?.staying()),
            Err(failure) => Ok(written(desk, id, rule, Some(&typed), &[], &failure.into())?.staying()),
        },
        Some("done") => {
            if let Err(failure) = desk.reword(id, rule, &typed) {
                return written(desk, id, rule, Some(&typed), &[], &failure.into());
            }
            let view = desk.rule_view(id, rule)?;
            let open = if view.origin == "edited" { view.unconfirmed() } else { Vec::new() };
            if open.is_empty() {
                return Ok(rules::opened_at(desk, writing, id, Some(rule))?.saying(Id("say-saved")));
            }
            Ok(written(desk, id, rule, Some(&typed), &open, &Trouble::none())?.focusing("leaving"))
        }
        Some("leave") => rules::opened_at(desk, writing, id, Some(rule)),
        Some("put-back") => {
            desk.put_back(id, rule)?;
            let page = written(desk, id, rule, None, &[], &Trouble::none())?;
            Ok(page.focusing("rule-text").saying(Id("rules-say-back")))
        }
        _ => written(desk, id, rule, None, &[], &Trouble::none()),
    }
}

/// Answers an event on a rule that is not there yet. It is there, and saved, as soon as it has a heading and a text.
pub(crate) fn new_rule(
    desk: &mut Desk,
    writing: Option<&rules::Writing>,
    id: &str,
    after: &str,
    event: &Event,
) -> Result<Page, Failure> {
    let typed = typed(event);
    let saves = event.act.as_deref() == Some("save");
    let is_half = typed.heading.trim().is_empty() || typed.text.trim().is_empty();
    match event.act.as_deref() {
        // Nobody is told off for what they did not come to yet.
        Some("save") if is_half => Ok(beginning(desk, id, after, &typed, &Trouble::none())?.staying()),
        Some("save" | "add") => match desk.add_rule(id, after, &typed) {
            Ok(rule) if saves => {
                let page = written(desk, id, &rule, Some(&typed), &[], &Trouble::none())?;
                Ok(page.staying().saying(Id("rule-say-saved-as-you-go")))
            }
            Ok(rule) => {
                let page = rules::opened_at(desk, writing, id, Some(&rule))?;
                Ok(page.saying(Id("rule-say-in")))
            }
            Err(failure) => {
                let page = beginning(desk, id, after, &typed, &failure.into())?;
                Ok(if saves { page.staying() } else { page })
            }
        },
        _ => beginning(desk, id, after, &typed, &Trouble::none()),
    }
}

fn typed(event: &Event) -> RuleWords {
    let form = Form::of(event);
    RuleWords {
        heading: form.text("heading").to_owned(),
        text: form.text("text").to_owned(),
        provides: form.all("provides").map(str::to_owned).collect(),
        why: form.text("why").to_owned(),
    }
}

fn written(
    desk: &Desk,
    id: &str,
    rule: &str,
    typed: Option<&RuleWords>,
    leaving: &[&'static str],
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let view = desk.rule_view(id, rule)?;
    let route = Route::In(id.to_owned(), Inner::Rule(rule.to_owned()));
    let words = typed.unwrap_or(&view.words);
    let main = html(Words::at(desk), &Writing { view: &view, id, words, leaving, trouble });
    let page = Page::new(route, Id("rule-title"), main).framed(view.frame.clone());
    Ok(page.beside(html(Words::at(desk), &Beside { view: &view })).troubled(trouble))
}

fn beginning(
    desk: &Desk,
    id: &str,
    after: &str,
    typed: &RuleWords,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let view = desk.new_rule_view(id, after)?;
    let route = Route::In(id.to_owned(), Inner::NewRule(after.to_owned()));
    let main = html(Words::at(desk), &Writing { view: &view, id, words: typed, leaving: &[], trouble });
    let page = Page::new(route, Id("rule-title-new"), main).framed(view.frame.clone());
    Ok(page.beside(html(Words::at(desk), &Beside { view: &view })).troubled(trouble))
}
