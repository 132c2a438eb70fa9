//! The words of the window's own page, `ui/static/index.html`: what stands there before anything was shown.

use askama::Template;

use crate::exchange::Patch;
use crate::page::html;
use crate::words::{Words, filters};

/// Names of regions, and what the script says by itself.
#[derive(Template)]
#[template(path = "shell/names.html")]
struct Names;

/// The list of keys.
#[derive(Template)]
#[template(path = "shell/shortcuts.html")]
struct Shortcuts;

#[derive(Template)]
#[template(source = r#"{{ "frame-skip"|say }}"#, ext = "html")]
struct Skip;

#[derive(Template)]
#[template(source = r#"{{ "frame-lost"|say }}"#, ext = "html")]
struct Lost;

#[derive(Template)]
#[template(source = r#"{{ "frame-working"|say }}"#, ext = "html")]
struct Working;

#[derive(Template)]
#[template(source = r#"{{ "frame-stop"|say }}"#, ext = "html")]
struct Stop;

#[derive(Template)]
#[template(source = r#"{{ "palette-label"|say }}"#, ext = "html")]
struct Palette;

/// What the window's page says in these words.
pub(crate) fn patches(words: &'static Words) -> Vec<Patch> {
    [
        ("names", html(words, &Names)),
        ("skip", html(words, &Skip)),
        ("lost-words", html(words, &Lost)),
        ("busy-words", html(words, &Working)),
        ("stop", html(words, &Stop)),
        ("palette-label", html(words, &Palette)),
        ("shortcuts", html(words, &Shortcuts)),
    ]
    .into_iter()
    .map(|(region, html)| Patch { region: region.to_owned(), html })
    .collect()
}
