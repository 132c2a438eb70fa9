//! What is done and what is next.

use formation::library::Model;
use formation::{Answers, Formation};

use super::checks::usual_count;
use super::{FrameView, PartLink, Saved, frame};
use crate::assets::Assets;
use crate::worked_out::WorkedOut;

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
    /// How many things copies disagree on: they are settled under Hand it on, before the final pack.
    pub conflicts: usize,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What to do, and how far it is.
    pub what: TaskKind,
    /// Its state.
    pub state: TaskState,
    /// The screen: "question/quorum", "people", "checks", "pack".
    pub to: String,
}

/// What there is to do, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskKind {
    /// A part of the questions.
    Part {
        /// Its slug.
        slug: String,
        /// Its heading.
        heading: String,
        /// How many of its questions are agreed.
        agreed: usize,
        /// How many are asked.
        asked: usize,
    },
    /// Entering people; how many there are.
    People(usize),
    /// Mending what the checks found.
    Checks {
        /// What stops the pack.
        blockers: usize,
        /// What is to be mended or accepted.
        warnings: usize,
    },
    /// Reading the rules; how many words they have.
    Rules(usize),
    /// Making the pack; whether nothing stops it, a disagreement of copies among it.
    Pack {
        /// Whether it can be made for good.
        ready: bool,
    },
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
    /// Returns the task list; `conflicts` is how many things copies disagree on.
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, conflicts: usize) -> Self {
        let frame = FrameView::of(worked_out, id, saved);
        let mut tasks: Vec<Task> = frame.parts.iter().filter_map(part_task).collect();
        tasks.push(people_task(worked_out));
        tasks.push(checks_task(&frame));
        tasks.push(Task {
            what: TaskKind::Rules(worked_out.constitution.word_count()),
            state: TaskState::ToDo,
            to: "rules".to_owned(),
        });
        tasks.push(pack_task(&frame, conflicts));
        let next = next_of(&tasks).cloned();
        Self { usual: usual_count(worked_out), frame, tasks, next, conflicts }
    }
}

/// The next step: what can be done, or else what stops the pack. Reading the rules is none, for nobody can tick it off.
fn next_of(tasks: &[Task]) -> Option<&Task> {
    let steps = || tasks.iter().filter(|task| !task.is_reading());
    let stopped = |task: &&Task| task.state == TaskState::Stopped;
    steps().find(|task| task.is_unfinished()).or_else(|| steps().find(stopped))
}

/// The next step, where that is a part of the questions: those come first, and for them nothing but the answers needs to be
/// worked out. None where every part is done.
pub(crate) fn next_part(
    assets: &Assets,
    model: &Model,
    formation: &Formation,
    answers: &Answers,
) -> Option<Task> {
    let parts = frame::parts(assets, model, formation, answers);
    parts.iter().filter_map(part_task).find(Task::is_unfinished)
}

impl Task {
    /// Whether it is reading the rules, which may be done at any time and again.
    pub fn is_reading(&self) -> bool {
        matches!(self.what, TaskKind::Rules(_))
    }

    /// Whether it is making the pack.
    pub fn is_pack(&self) -> bool {
        matches!(self.what, TaskKind::Pack { .. })
    }

    fn is_unfinished(&self) -> bool {
        matches!(self.state, TaskState::ToDo | TaskState::Begun)
    }
}

fn part_task(part: &PartLink) -> Option<Task> {
    let state = match part.agreed {
        agreed if agreed == part.asked => TaskState::Done,
        0 => TaskState::ToDo,
        _ => TaskState::Begun,
    };
    Some(Task {
        what: TaskKind::Part {
            slug: part.slug.clone(),
            heading: part.heading.clone(),
            agreed: part.agreed,
            asked: part.asked,
        },
        state,
        to: format!("question/{}", part.first.as_ref()?),
    })
}

fn people_task(worked_out: &WorkedOut<'_>) -> Task {
    use formation::checks::{About, Severity};
    let people = worked_out.formation.people.len();
    let stopped = worked_out.findings.iter().any(|finding| {
        finding.severity == Severity::Blocker
            && matches!(finding.about, About::Person(_) | About::Organisation(_) | About::People)
    });
    Task {
        what: TaskKind::People(people),
        state: match (people, stopped) {
            (0, _) => TaskState::ToDo,
            (_, true) => TaskState::Begun,
            (_, false) => TaskState::Done,
        },
        to: "people".to_owned(),
    }
}

fn checks_task(frame: &FrameView) -> Task {
    let state = match (frame.blockers, frame.warnings) {
        (0, 0) => TaskState::Done,
        (0, _) => TaskState::Begun,
        _ => TaskState::Stopped,
    };
    let what = TaskKind::Checks { blockers: frame.blockers, warnings: frame.warnings };
    Task { what, state, to: "checks".to_owned() }
}

fn pack_task(frame: &FrameView, conflicts: usize) -> Task {
    let ready = frame.blockers == 0 && conflicts == 0;
    let state = if ready { TaskState::ToDo } else { TaskState::Stopped };
    Task { what: TaskKind::Pack { ready }, state, to: "pack".to_owned() }
}
