//! Everything a person can do with Toad Lane, for any host: a window, a command line, a test.
//!
//! A [`Desk`] holds the store and the library. A screen shows a [`view`], made from a formation; an act
//! becomes changes in the store; the view is made again. Knows formations, pages and the store; must
//! not know windows, HTML pages or the command line. The clock and new ids come from the host.

mod act;
mod adviser;
mod answering;
mod assets;
mod beginning;
mod bound;
mod calendar;
mod comments;
mod desk;
mod editing;
mod edition;
pub mod encryption;
mod erasing;
pub mod exchange;
mod failure;
mod history;
mod host;
mod keeping;
mod ledger;
mod listing;
mod marking;
mod mentions;
mod moving;
mod newer_law;
pub mod notices;
mod opening;
mod organisations;
pub mod pack;
mod package;
mod package_report;
mod person;
mod place;
mod preferences;
mod reading;
mod record;
pub mod recovery;
mod remembered;
mod removed;
mod saved_edition;
mod search;
mod shared_copy;
mod shelf;
mod signing;
mod stop;
mod texts;
mod typed;
pub mod view;
mod whole_file;
mod wording;
mod worked_out;

pub use act::{Answer, Begin, Exported, OrganisationFields, PackKind, PersonFields, RuleWords};
pub use adviser::Keeping;
pub use assets::{AssetError, Assets, examples, words};
pub use bound::BoundError;
pub use calendar::{CALENDAR_ENDING, CalendarFile, calendar_file};
pub use desk::Desk;
pub use edition::{ConstitutionEdition, EditionFile, edition_file, edition_of, paper_as_word};
pub use erasing::ErasedView;
pub use failure::{Failure, FailureCode};
pub use formation::law::LawChange;
pub use formation::library::LibraryFault as PackageFault;
pub use history::compare_formations;
pub use host::{Host, Places};
pub use newer_law::{LawReport, LawView, NewerLaw};
pub use opening::Opening;
pub use package::{Package, PackageError};
pub use package_report::{ModelReport, PackageReport, SampleReport};
pub use preferences::{Language, Preferences, REST_MINUTES};
pub use reading::ReadersEdition;
pub use saved_edition::SavedEdition;
pub use stop::Stop;
pub use worked_out::{Outcome, WorkedOut};
