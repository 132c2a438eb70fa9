//! Views: what a screen shows, worked out from a formation. Plain data; nothing of them is kept.

mod backup;
mod checks;
mod desk;
mod fee_meter;
mod frame;
mod glossary;
mod history;
mod input;
mod marked;
mod notes;
mod organisation;
mod pack;
mod people;
mod printed;
mod privacy;
mod question;
mod rule_edit;
mod rules;
mod search;
mod sheets;
mod shelf;
mod signing;
mod start;
mod tasks;
mod written;

pub use backup::{BackupRow, BackupView, CoOpLines, RecoveryView};
pub use checks::{ChecksView, FindingView};
pub use desk::{DeskPage, DeskQuery, DeskRow, DeskView, ExampleRow};
pub use fee_meter::{CountedRule, FeeMeterView};
pub use frame::{DayView, FeeView, FrameView, Html, PartLink, Saved};
pub(crate) use frame::{NAMELESS, kind, kind_of};
pub use history::{
    ActKind, ActRow, BinRow, BinTakenOut, BinView, ComparisonView, ConflictView, HistoryView, LineView,
    MomentView, Reversible, RuleDifference, SideView, TakenOutKind, TakenOutRow, offered,
};
pub use input::{ClassView, InputView, OptionView, TestView};
pub use marked::{ChangeRow, MarkedAgainst, MarkedView};
pub use notes::{NoteView, NotesView};
pub use organisation::OrganisationView;
pub(crate) use pack::shown_edition;
pub use pack::{PackView, PaperPageView, PaperRow, PaperState};
pub use people::{AddressView, Joining, OrganisationRow, PeopleView, PersonRow, PersonView, RoleChoice};
pub use printed::{EditionPageView, PrintedPage};
pub(crate) use privacy::private_words;
pub use privacy::{DatumView, PersonPrivacy, PrivacyView};
pub use question::{
    AnswerRow, AnswersPart, AnswersView, ExplainedQuestion, QuestionLink, QuestionView, RuleView,
};
pub use rule_edit::{ProvisionChoice, RuleEditView};
pub use rules::{ByHand, CommentView, RemovedRow, RuleRow, RulesPart, RulesView};
pub use search::{Hit, HitKind, SearchView};
pub use sheets::{SheetAnswerView, SheetRow, SheetView, SheetsView};
pub use shelf::{FollowerRow, MoveView, ShelfModel, ShelfRow, ShelfView};
pub use signing::{Back, SigningPaper, SigningPlace, SigningView};
pub use start::{
    AdviceView, FinderOption, FinderQuestion, FinderView, FormChoice, FormColumn, FormRow, NationChoice,
    RulesChoice, StartView, StarterRow, StarterView, TrapView,
};
pub(crate) use tasks::next_part;
pub use tasks::{Task, TaskKind, TaskState, TasksView};
pub use written::{RuleChange, WrittenRule};
