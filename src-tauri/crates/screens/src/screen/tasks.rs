//! What is done and what is next.

use askama::Template;
use desk::view::{Task, TaskKind, TaskState, TasksView};
use desk::{Desk, Failure};

use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/tasks.html")]
struct Tasks<'a> {
    view: &'a TasksView,
    id: &'a str,
}

impl Tasks<'_> {
    /// A state as a word: never colour alone.
    fn word(state: &TaskState) -> (Id, &'static str) {
        match state {
            TaskState::ToDo => (Id("tasks-to-do"), "todo"),
            TaskState::Begun => (Id("tasks-begun"), "begun"),
            TaskState::Done => (Id("tasks-done"), "done"),
            TaskState::Stopped => (Id("tasks-stopped"), "stopped"),
        }
    }

    fn detail(task: &Task) -> Say {
        detail(&task.what)
    }
}

/// How far a task is.
pub(crate) fn detail(what: &TaskKind) -> Say {
    match what {
        TaskKind::Part { agreed, asked, .. } => {
            Id("tasks-part-detail").with("agreed", agreed).with("asked", asked)
        }
        TaskKind::People(count) => Id("tasks-people-detail").with("count", count),
        TaskKind::Checks { blockers: 0, warnings } if *warnings > 0 => {
            Id("tasks-checks-warnings").with("count", warnings)
        }
        TaskKind::Checks { blockers, .. } => Id("frame-stops").with("count", blockers),
        TaskKind::Rules(count) => Id("tasks-rules-detail").with("count", count),
        TaskKind::Pack { ready: true } => Id("tasks-pack-ready").into(),
        TaskKind::Pack { ready: false } => Id("tasks-pack-draft").into(),
    }
}

/// The task list.
pub(crate) fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let view = desk.tasks_view(id)?;
    let main = html(Words::at(desk), &Tasks { view: &view, id });
    let route = Route::In(id.to_owned(), Inner::Tasks);
    Ok(Page::new(route, Id("frame-tasks"), main).framed(view.frame.clone()))
}
