//! The kinds of addresses there are, for whoever must miss none: what draws every screen asks here what there is to draw.
//!
//! The list and the match are written once, by one macro. A screen that is not in it does not compile.

use crate::route::{Inner, Listed, PassphraseStep, Route};
use desk::ReadersEdition;
use desk::view::MarkedAgainst;

macro_rules! kinds {
    ($($pattern:pat => $kind:literal),* $(,)?) => {
        /// Every kind of address, with a star for what differs from one to the next.
        pub const KINDS: &[&str] = &[$($kind),*];

        fn kind(route: &Route) -> &'static str {
            match route {
                $($pattern => $kind),*
            }
        }
    };
}

kinds! {
    // What is no address leads to the desk.
    Route::Desk | Route::Unknown => "desk",
    Route::Start => "start",
    Route::StartAs(..) => "start/*/*",
    Route::Find => "find",
    Route::Starters => "starters",
    Route::Starter(_) => "starter/*",
    Route::About => "about",
    Route::Notices => "notices",
    Route::Bin => "bin",
    Route::Backups => "backups",
    Route::TakeIn => "take-in",
    Route::Models => "models",
    Route::Law => "law",
    Route::Settings => "settings",
    Route::Passphrase(PassphraseStep::Overview) => "passphrase",
    Route::Passphrase(PassphraseStep::Change) => "passphrase/change",
    Route::Passphrase(PassphraseStep::Code) => "passphrase/code",
    Route::Passphrase(PassphraseStep::Off) => "passphrase/off",
    Route::In(_, Inner::Tasks) => "f/*/tasks",
    Route::In(_, Inner::Question(_, None)) => "f/*/question/*",
    Route::In(_, Inner::Question(_, Some(Listed::All))) => "f/*/question/*/all",
    Route::In(_, Inner::Question(_, Some(Listed::Open))) => "f/*/question/*/open",
    Route::In(_, Inner::Answers(Listed::All)) => "f/*/answers",
    Route::In(_, Inner::Answers(Listed::Open)) => "f/*/answers/open",
    Route::In(_, Inner::People) => "f/*/people",
    Route::In(_, Inner::Person(None)) => "f/*/person/new",
    Route::In(_, Inner::Person(Some(_))) => "f/*/person/*",
    Route::In(_, Inner::Organisation(None)) => "f/*/organisation/new",
    Route::In(_, Inner::Organisation(Some(_))) => "f/*/organisation/*",
    Route::In(_, Inner::Rules(None)) => "f/*/rules",
    Route::In(_, Inner::Rules(Some(_))) => "f/*/rules/*",
    Route::In(_, Inner::Rule(_)) => "f/*/rule/*",
    Route::In(_, Inner::NewRule(_)) => "f/*/rule-after/*",
    Route::In(_, Inner::Marked(MarkedAgainst::Model)) => "f/*/marked",
    Route::In(_, Inner::Marked(MarkedAgainst::Usual)) => "f/*/marked/usual",
    Route::In(_, Inner::Marked(MarkedAgainst::Moment(_))) => "f/*/marked/*",
    Route::In(_, Inner::Move(_)) => "f/*/edition/*",
    Route::In(_, Inner::Checks) => "f/*/checks",
    Route::In(_, Inner::Registrar) => "f/*/registrar",
    Route::In(_, Inner::RegistrarAnswer(_)) => "f/*/registrar/*/*",
    Route::In(_, Inner::Pack) => "f/*/pack",
    Route::In(_, Inner::Paper(..)) => "f/*/pack/*/*",
    Route::In(_, Inner::Edition(ReadersEdition::Explained, _)) => "f/*/read/explained/*",
    Route::In(_, Inner::Edition(ReadersEdition::Summary, _)) => "f/*/read/summary/*",
    Route::In(_, Inner::Edition(ReadersEdition::LargePrint, _)) => "f/*/read/large-print/*",
    Route::In(_, Inner::Edition(ReadersEdition::Marked(MarkedAgainst::Model), _)) => "f/*/read/marked/model/*",
    Route::In(_, Inner::Edition(ReadersEdition::Marked(MarkedAgainst::Usual), _)) => "f/*/read/marked/usual/*",
    Route::In(_, Inner::Edition(ReadersEdition::Marked(MarkedAgainst::Moment(_)), _)) => "f/*/read/marked/*/*",
    Route::In(_, Inner::Edition(ReadersEdition::Shared, _)) => "f/*/read/to-share/*",
    Route::In(_, Inner::History(None)) => "f/*/history",
    Route::In(_, Inner::History(Some(_))) => "f/*/history/*",
    Route::In(_, Inner::HandOn) => "f/*/hand-on",
    Route::In(_, Inner::Privacy) => "f/*/privacy",
    Route::In(_, Inner::Notes) => "f/*/notes",
}

/// Returns of which of the [`KINDS`] an address is.
pub fn kind_of(at: &str) -> &'static str {
    kind(&Route::read(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_the_kind_of_its_addresses() {
        for one in KINDS {
            assert_eq!(kind_of(&one.replace('*', "7")), *one);
        }
    }
}
