//! Reading the constitution.

use askama::Template;
use desk::view::RulesView;
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/rules.html")]
struct Rules<'a> {
    view: &'a RulesView,
    id: &'a str,
}

/// The constitution, opened at a rule when one is named.
pub(crate) fn page(desk: &Desk, id: &str, rule: Option<&str>) -> Result<Page, Failure> {
    let view = desk.rules_view(id)?;
    let main = html(&Rules { view: &view, id });
    let route = Route::In(id.to_owned(), Inner::Rules(rule.map(str::to_owned)));
    let page = Page::new(route, view.title, main).framed(view.frame.clone());
    Ok(match rule {
        Some(rule) => page.focusing(format!("rule-{rule}")),
        None => page,
    })
}
