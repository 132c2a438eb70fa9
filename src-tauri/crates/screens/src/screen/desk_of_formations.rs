//! The desk: all formations on this computer, by page and programme, and a search over everything in them.

use askama::Template;
use desk::Desk;
use desk::view::{DeskPage, DeskQuery, HitKind, SearchView};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::plain;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/desk.html")]
struct DeskScreen<'a> {
    view: &'a DeskPage,
    query: &'a DeskQuery,
    state: &'a State<'a>,
    /// Whether to say something about the computer's disk.
    advice: bool,
    /// Whether to say that the store is being checked.
    is_being_checked: bool,
    trouble: &'a Trouble,
}

/// What the desk shows beside the list.
#[derive(Default)]
struct State<'a> {
    /// The formation that somebody asked to remove; none for none.
    removing: Option<&'a str>,
    /// The formation that was just removed: it can be brought back at once.
    removed: Option<&'a str>,
    /// What was just done, a finished sentence.
    done: Option<&'a str>,
    /// What a search over everything found.
    found: Option<&'a SearchView>,
}

impl DeskScreen<'_> {
    /// What a hit is, in a word.
    fn kind(kind: HitKind) -> Id {
        match kind {
            HitKind::CoOp => Id("palette-kind-co-op"),
            HitKind::Person => Id("palette-kind-person"),
            HitKind::Answer => Id("desk-kind-answer"),
            HitKind::Note => Id("desk-kind-note"),
            HitKind::Rule => Id("palette-kind-rule"),
        }
    }

    /// Whether the list is long enough to be worth filtering, or is filtered.
    fn is_filtered(&self) -> bool {
        !self.query.words.is_empty() || self.query.programme.is_some()
    }
}

/// Answers an event on the desk.
pub(crate) fn answer(desk: &mut Desk, query: &mut DeskQuery, event: &Event) -> Page {
    let form = Form::of(event);
    let formation = form.text("formation");
    let plainly = |desk: &Desk, query: &DeskQuery| shown(desk, query, &State::default(), &Trouble::none());
    match event.act.as_deref() {
        Some("ask-remove") => {
            let state = State { removing: Some(formation), ..State::default() };
            shown(desk, query, &state, &Trouble::none()).focusing("removing")
        }
        Some("remove") => match desk.remove(formation) {
            Ok(()) => {
                let state = State { removed: Some(formation), ..State::default() };
                let page = shown(desk, query, &state, &Trouble::none());
                page.focusing("removed").saying(Id("desk-say-removed"))
            }
            Err(failure) => shown(desk, query, &State::default(), &failure.into()),
        },
        Some("bring-back") => match desk.bring_back(formation) {
            Ok(()) => plainly(desk, query).saying(Id("desk-say-back")),
            Err(failure) => shown(desk, query, &State::default(), &failure.into()),
        },
        Some("copy") => match desk.copy(formation) {
            Ok(_) => {
                *query = DeskQuery::default();
                let sentence = Words::at(desk).say(Id("desk-say-copied"));
                let state = State { done: Some(&sentence), ..State::default() };
                shown(desk, query, &state, &Trouble::none()).focusing("done").saying(sentence.clone())
            }
            Err(failure) => shown(desk, query, &State::default(), &failure.into()),
        },
        Some("example") => match desk.take_in_example(form.text("example")) {
            Ok(_) => plainly(desk, query).saying(Id("desk-say-example")),
            Err(failure) => shown(desk, query, &State::default(), &failure.into()),
        },
        Some("advice-read") => match desk.put_disk_advice_away() {
            Ok(()) => plainly(desk, query).saying(Id("desk-say-advice-read")),
            Err(failure) => shown(desk, query, &State::default(), &failure.into()),
        },
        Some("filter") => {
            form.text("words").trim().clone_into(&mut query.words);
            query.programme = Some(form.text("programme").to_owned()).filter(|name| !name.is_empty());
            query.page = 0;
            let page = plainly(desk, query).staying();
            page.saying(Id("desk-say-filtered"))
        }
        Some("all") => {
            *query = DeskQuery::default();
            plainly(desk, query)
        }
        Some("page") => {
            query.page = form.text("page").parse().unwrap_or(0);
            plainly(desk, query).beginning("list")
        }
        Some("search") => search(desk, query, form.text("search")),
        _ => plainly(desk, query),
    }
}

/// The desk once it could be opened after all.
pub(crate) fn opened(desk: &Desk, done: Option<&str>) -> Page {
    let page = shown(desk, &DeskQuery::default(), &State { done, ..State::default() }, &Trouble::none());
    if done.is_some() { page.focusing("done") } else { page }
}

fn search(desk: &Desk, query: &DeskQuery, words: &str) -> Page {
    match desk.search(words) {
        Ok(found) => {
            let say = Id("desk-say-found").with("count", found.hits.len());
            let state = State { found: Some(&found), ..State::default() };
            shown(desk, query, &state, &Trouble::none()).focusing("hits").saying(say)
        }
        Err(failure) => shown(desk, query, &State::default(), &failure.into()),
    }
}

fn shown(desk: &Desk, query: &DeskQuery, state: &State<'_>, trouble: &Trouble) -> Page {
    match desk.desk_page(query) {
        Ok(view) => {
            let advice = desk.advises_on_the_disk();
            let is_being_checked = desk.is_being_checked();
            let screen = DeskScreen { view: &view, query, state, advice, is_being_checked, trouble };
            let main = html(Words::at(desk), &screen);
            Page::new(Route::Desk, Id("palette-desk"), main).troubled(trouble)
        }
        // The list itself cannot be read: there is nowhere to go back to.
        Err(failure) => plain::cannot_start(Words::at(desk), &failure),
    }
}
