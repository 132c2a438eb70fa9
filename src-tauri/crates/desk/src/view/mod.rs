//! Views: what a screen shows, worked out from a formation. Plain data; nothing of them is kept.

mod backup;
mod checks;
mod desk;
mod frame;
mod history;
mod input;
mod pack;
mod people;
mod question;
mod rules;
mod start;
mod tasks;

pub use backup::{BackupRow, RecoveryView};
pub use checks::{ChecksView, FindingView};
pub use desk::{DeskRow, DeskView, ExampleRow};
pub use frame::{FrameView, Html, PartLink, Saved};
pub(crate) use frame::{NAMELESS, kind, kind_of};
pub use history::{
    ActKind, ActRow, BinRow, BinView, ComparisonView, ConflictView, HistoryView, LineView, RemovedPerson,
    RuleDifference, SideView,
};
pub use input::{InputView, OptionView, TestView};
pub use pack::{PackView, PaperPageView, PaperRow};
pub use people::{AddressView, PeopleView, PersonRow, PersonView, RoleChoice};
pub use question::{AnswerRow, AnswersView, QuestionLink, QuestionView, RuleView};
pub use rules::{RulesPart, RulesView};
pub use start::{
    AdviceView, FinderOption, FinderQuestion, FinderView, FormChoice, FormColumn, FormRow, NationChoice,
    StartView, StarterRow, StarterView, TrapView,
};
pub use tasks::{Task, TaskState, TasksView};
