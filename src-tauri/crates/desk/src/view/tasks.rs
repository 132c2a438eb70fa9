//! What is done and what is next.

use super::checks::usual_count;
use super::{PartLink, Saved};
use crate::worked_out::WorkedOut;

use super::FrameView;

/// The task list of a formation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TasksView {
    /// The frame.
    pub frame: FrameView,
    /// The tasks in the order people do them.
    pub tasks: Vec<Task>,
    /// The address of the next step: same form as [`Task::to`].
    pub next: Option<Task>,
    /// How many questions still have the usual answer, which nobody has agreed to.
    pub usual: usize,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What to do: "Decide about members".
    pub title: String,
    /// How far it is: "7 of 9 agreed".
    pub detail: String,
    /// Its state.
    pub state: TaskState,
    /// The screen: "question/quorum", "people", "checks", "pack".
    pub to: String,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Nothing done.
    ToDo,
    /// Begun.
    Begun,
    /// Done.
    Done,
    /// Something stops it.
    Stopped,
}

impl TasksView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let frame = FrameView::of(worked_out, id, saved);
        let mut tasks: Vec<Task> = frame.parts.iter().filter_map(part_task).collect();
        tasks.push(people_task(worked_out));
        tasks.push(checks_task(&frame));
        tasks.push(Task {
            title: "Read the rules together".to_owned(),
            detail: format!("{} words", worked_out.constitution.word_count()),
            state: TaskState::ToDo,
            to: "rules".to_owned(),
        });
        tasks.push(pack_task(&frame));
        let unfinished = |task: &&Task| matches!(task.state, TaskState::ToDo | TaskState::Begun);
        let stopped = |task: &&Task| task.state == TaskState::Stopped;
        let next = tasks.iter().find(unfinished).or_else(|| tasks.iter().find(stopped)).cloned();
        Self { usual: usual_count(worked_out), frame, tasks, next }
    }
}

fn part_task(part: &PartLink) -> Option<Task> {
    let state = match part.agreed {
        agreed if agreed == part.asked => TaskState::Done,
        0 => TaskState::ToDo,
        _ => TaskState::Begun,
    };
    Some(Task {
        title: part.heading.clone(),
        detail: format!("{} of {} agreed", part.agreed, part.asked),
        state,
        to: format!("question/{}", part.first.as_ref()?),
    })
}

fn people_task(worked_out: &WorkedOut<'_>) -> Task {
    use formation::checks::{About, Severity};
    let people = worked_out.formation.people.len();
    let stopped = worked_out.findings.iter().any(|finding| {
        finding.severity == Severity::Blocker && matches!(finding.about, About::Person(_) | About::People)
    });
    Task {
        title: "People".to_owned(),
        detail: match people {
            0 => "Nobody entered yet".to_owned(),
            1 => "1 person".to_owned(),
            people => format!("{people} people"),
        },
        state: match (people, stopped) {
            (0, _) => TaskState::ToDo,
            (_, true) => TaskState::Begun,
            (_, false) => TaskState::Done,
        },
        to: "people".to_owned(),
    }
}

fn checks_task(frame: &FrameView) -> Task {
    let (state, detail) = match (frame.blockers, frame.warnings) {
        (0, 0) => (TaskState::Done, "Nothing stops the pack".to_owned()),
        (0, warnings) => (TaskState::Begun, format!("{warnings} to mend or accept")),
        (1, _) => (TaskState::Stopped, "1 thing stops the pack".to_owned()),
        (blockers, _) => (TaskState::Stopped, format!("{blockers} things stop the pack")),
    };
    Task { title: "Checks".to_owned(), detail, state, to: "checks".to_owned() }
}

fn pack_task(frame: &FrameView) -> Task {
    let (state, detail) = match frame.blockers {
        0 => (TaskState::ToDo, "Ready to make"),
        _ => (TaskState::Stopped, "A draft can be made at any time"),
    };
    Task { title: "Make the pack".to_owned(), detail: detail.to_owned(), state, to: "pack".to_owned() }
}
