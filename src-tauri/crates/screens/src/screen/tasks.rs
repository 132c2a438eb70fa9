//! What is done and what is next.

use askama::Template;
use desk::view::{TaskState, TasksView};
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/tasks.html")]
struct Tasks<'a> {
    view: &'a TasksView,
    id: &'a str,
}

impl Tasks<'_> {
    /// A state as a word: never colour alone.
    fn word(state: &TaskState) -> (&'static str, &'static str) {
        match state {
            TaskState::ToDo => ("To do", "todo"),
            TaskState::Begun => ("Begun", "begun"),
            TaskState::Done => ("Done", "done"),
            TaskState::Stopped => ("Needs mending", "stopped"),
        }
    }
}

/// The task list.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let view = desk.tasks_view(id)?;
    let main = html(&Tasks { view: &view, id });
    Ok(Page::new(Route::In(id.to_owned(), Inner::Tasks), "Tasks", main).framed(view.frame.clone()))
}
