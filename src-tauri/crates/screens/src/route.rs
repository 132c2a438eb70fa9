//! Where a person is: the address of a screen, read from what the page names and written back.

use std::fmt;

use desk::ReadersEdition;
use desk::view::MarkedAgainst;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// All formations.
    Desk,
    /// Beginning a formation.
    Start,
    /// Beginning a formation of a type and a form that were found, by their slugs.
    StartAs(String, String),
    /// The questions that lead to a type and a form.
    Find,
    /// The sectors' starters.
    Starters,
    /// A sector's starter, by its slug.
    Starter(String),
    /// What the app is.
    About,
    /// Who wrote what of it, under which licence.
    Notices,
    /// Co-ops that were removed.
    Bin,
    /// Copies of everything.
    Backups,
    /// Taking in a file.
    TakeIn,
    /// Rules of sponsoring bodies.
    Models,
    /// Newer figures of the law.
    Law,
    /// What somebody sets for themselves.
    Settings,
    /// The passphrase that locks the desk.
    Passphrase(PassphraseStep),
    /// A screen of a formation.
    In(String, Inner),
    /// Nothing that we know.
    Unknown,
}

/// What somebody does about the passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PassphraseStep {
    /// Sets one; or looks at what can be done about it.
    Overview,
    /// Sets another.
    Change,
    /// Makes a new recovery code.
    Code,
    /// Takes it off.
    Off,
}

/// Which answers are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// All.
    All,
    /// Those that nobody has settled.
    Open,
}

/// A screen of a formation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inner {
    /// What is done and what is next.
    Tasks,
    /// One question, by its slug; and the list of answers it was opened from, to which agreeing leads back.
    Question(String, Option<Listed>),
    /// All answers on one screen.
    Answers(Listed),
    /// Everyone entered.
    People,
    /// One person by id; none for somebody new.
    Person(Option<String>),
    /// One founding organisation by id; none for a new one.
    Organisation(Option<String>),
    /// The constitution, opened at a rule.
    Rules(Option<String>),
    /// One rule, written by hand, by its slug.
    Rule(String),
    /// A rule of the group's own, after another.
    NewRule(String),
    /// The constitution with changes marked.
    Marked(MarkedAgainst),
    /// Moving to another edition of the model that it follows, by the package's key.
    Move(String),
    /// What the checks found.
    Checks,
    /// The registrar's questions.
    Registrar,
    /// One question of the registrar, by its address.
    RegistrarAnswer(String),
    /// The pack.
    Pack,
    /// A page of a paper of the pack, by the paper's slug and the page's number from 1.
    Paper(String, usize),
    /// A page of an edition for readers, by the page's number from 1.
    Edition(ReadersEdition, usize),
    /// What was done; or the formation as it was at a moment.
    History(Option<i64>),
    /// A file for others, and what copies disagree on.
    HandOn,
    /// Whose data is where.
    Privacy,
    /// An adviser's notes and where it stands.
    Notes,
}

impl Route {
    /// Reads an address; whatever it is, there is a screen for it.
    pub(crate) fn read(at: &str) -> Self {
        let parts: Vec<&str> = at.split('/').collect();
        match parts.as_slice() {
            ["" | "desk"] => Self::Desk,
            ["start"] => Self::Start,
            ["start", coop_type, form] => Self::StartAs((*coop_type).to_owned(), (*form).to_owned()),
            ["find"] => Self::Find,
            ["starters"] => Self::Starters,
            ["starter", slug] if !slug.is_empty() => Self::Starter((*slug).to_owned()),
            ["about"] => Self::About,
            ["notices"] => Self::Notices,
            ["bin"] => Self::Bin,
            ["backups"] => Self::Backups,
            ["take-in"] => Self::TakeIn,
            ["models"] => Self::Models,
            ["law"] => Self::Law,
            ["settings"] => Self::Settings,
            ["passphrase"] => Self::Passphrase(PassphraseStep::Overview),
            ["passphrase", "change"] => Self::Passphrase(PassphraseStep::Change),
            ["passphrase", "code"] => Self::Passphrase(PassphraseStep::Code),
            ["passphrase", "off"] => Self::Passphrase(PassphraseStep::Off),
            ["f", id, rest @ ..] if !id.is_empty() => match Inner::read(rest) {
                Some(inner) => Self::In((*id).to_owned(), inner),
                None => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }
}

impl Listed {
    /// Its word in addresses of questions.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
        }
    }

    fn read(slug: &str) -> Option<Self> {
        [Self::All, Self::Open].into_iter().find(|one| one.slug() == slug)
    }
}

impl Inner {
    fn read(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["tasks"] => Self::Tasks,
            ["question", slug] if !slug.is_empty() => Self::Question((*slug).to_owned(), None),
            ["question", slug, from] if !slug.is_empty() => {
                Self::Question((*slug).to_owned(), Some(Listed::read(from)?))
            }
            ["answers"] => Self::Answers(Listed::All),
            ["answers", "open"] => Self::Answers(Listed::Open),
            ["people"] => Self::People,
            ["person", "new"] => Self::Person(None),
            ["person", id] if !id.is_empty() => Self::Person(Some((*id).to_owned())),
            ["organisation", "new"] => Self::Organisation(None),
            ["organisation", id] if !id.is_empty() => Self::Organisation(Some((*id).to_owned())),
            ["rules"] => Self::Rules(None),
            ["rules", slug] if !slug.is_empty() => Self::Rules(Some((*slug).to_owned())),
            ["rule", slug] if !slug.is_empty() => Self::Rule((*slug).to_owned()),
            ["rule-after", slug] if !slug.is_empty() => Self::NewRule((*slug).to_owned()),
            ["marked"] => Self::Marked(MarkedAgainst::Model),
            ["marked", "usual"] => Self::Marked(MarkedAgainst::Usual),
            ["marked", moment] => Self::Marked(MarkedAgainst::Moment(read_moment(moment)?)),
            ["edition", key] if !key.is_empty() => Self::Move((*key).to_owned()),
            ["checks"] => Self::Checks,
            ["registrar"] => Self::Registrar,
            ["registrar", paper, question] if !paper.is_empty() && !question.is_empty() => {
                Self::RegistrarAnswer(format!("{paper}/{question}"))
            }
            ["pack"] => Self::Pack,
            ["pack", slug, page] if !slug.is_empty() => Self::Paper((*slug).to_owned(), read_page(page)?),
            ["read", edition @ .., page] => Self::Edition(read_edition(edition)?, read_page(page)?),
            ["history"] => Self::History(None),
            ["history", moment] => Self::History(Some(read_moment(moment)?)),
            ["hand-on"] => Self::HandOn,
            ["privacy"] => Self::Privacy,
            ["notes"] => Self::Notes,
            _ => return None,
        })
    }
}

fn read_page(text: &str) -> Option<usize> {
    text.parse().ok().filter(|page| *page > 0)
}

fn read_edition(parts: &[&str]) -> Option<ReadersEdition> {
    Some(match parts {
        ["explained"] => ReadersEdition::Explained,
        ["summary"] => ReadersEdition::Summary,
        ["large-print"] => ReadersEdition::LargePrint,
        ["marked", "model"] => ReadersEdition::Marked(MarkedAgainst::Model),
        ["marked", "usual"] => ReadersEdition::Marked(MarkedAgainst::Usual),
        ["marked", moment] => ReadersEdition::Marked(MarkedAgainst::Moment(read_moment(moment)?)),
        ["to-share"] => ReadersEdition::Shared,
        _ => return None,
    })
}

fn edition_address(edition: ReadersEdition) -> String {
    match edition {
        ReadersEdition::Explained => "explained".to_owned(),
        ReadersEdition::Summary => "summary".to_owned(),
        ReadersEdition::LargePrint => "large-print".to_owned(),
        ReadersEdition::Marked(MarkedAgainst::Model) => "marked/model".to_owned(),
        ReadersEdition::Marked(MarkedAgainst::Usual) => "marked/usual".to_owned(),
        ReadersEdition::Marked(MarkedAgainst::Moment(moment)) => format!("marked/{moment}"),
        ReadersEdition::Shared => "to-share".to_owned(),
    }
}

fn read_moment(text: &str) -> Option<i64> {
    text.parse().ok().filter(|moment| *moment > 0)
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Desk | Self::Unknown => out.write_str("desk"),
            Self::Start => out.write_str("start"),
            Self::StartAs(coop_type, form) => write!(out, "start/{coop_type}/{form}"),
            Self::Find => out.write_str("find"),
            Self::Starters => out.write_str("starters"),
            Self::Starter(slug) => write!(out, "starter/{slug}"),
            Self::About => out.write_str("about"),
            Self::Notices => out.write_str("notices"),
            Self::Bin => out.write_str("bin"),
            Self::Backups => out.write_str("backups"),
            Self::TakeIn => out.write_str("take-in"),
            Self::Models => out.write_str("models"),
            Self::Law => out.write_str("law"),
            Self::Settings => out.write_str("settings"),
            Self::Passphrase(PassphraseStep::Overview) => out.write_str("passphrase"),
            Self::Passphrase(PassphraseStep::Change) => out.write_str("passphrase/change"),
            Self::Passphrase(PassphraseStep::Code) => out.write_str("passphrase/code"),
            Self::Passphrase(PassphraseStep::Off) => out.write_str("passphrase/off"),
            Self::In(id, inner) => write!(out, "f/{id}/{inner}"),
        }
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tasks => out.write_str("tasks"),
            Self::Question(slug, None) => write!(out, "question/{slug}"),
            Self::Question(slug, Some(from)) => write!(out, "question/{slug}/{}", from.slug()),
            Self::Answers(Listed::All) => out.write_str("answers"),
            Self::Answers(Listed::Open) => out.write_str("answers/open"),
            Self::People => out.write_str("people"),
            Self::Person(None) => out.write_str("person/new"),
            Self::Person(Some(id)) => write!(out, "person/{id}"),
            Self::Organisation(None) => out.write_str("organisation/new"),
            Self::Organisation(Some(id)) => write!(out, "organisation/{id}"),
            Self::Rules(None) => out.write_str("rules"),
            Self::Rules(Some(slug)) => write!(out, "rules/{slug}"),
            Self::Rule(slug) => write!(out, "rule/{slug}"),
            Self::NewRule(after) => write!(out, "rule-after/{after}"),
            Self::Marked(MarkedAgainst::Model) => out.write_str("marked"),
            Self::Marked(MarkedAgainst::Usual) => out.write_str("marked/usual"),
            Self::Marked(MarkedAgainst::Moment(moment)) => write!(out, "marked/{moment}"),
            Self::Move(key) => write!(out, "edition/{key}"),
            Self::Checks => out.write_str("checks"),
            Self::Registrar => out.write_str("registrar"),
            Self::RegistrarAnswer(question) => write!(out, "registrar/{question}"),
            Self::Pack => out.write_str("pack"),
            Self::Paper(slug, page) => write!(out, "pack/{slug}/{page}"),
            Self::Edition(edition, page) => write!(out, "read/{}/{page}", edition_address(*edition)),
            Self::History(None) => out.write_str("history"),
            Self::History(Some(moment)) => write!(out, "history/{moment}"),
            Self::HandOn => out.write_str("hand-on"),
            Self::Privacy => out.write_str("privacy"),
            Self::Notes => out.write_str("notes"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back_as_what_was_written() {
        for at in [
            "desk",
            "start",
            "start/worker/clg",
            "find",
            "starters",
            "starter/bakery",
            "about",
            "notices",
            "f/1/tasks",
            "f/1/question/name",
            "f/1/question/name/all",
            "f/1/question/name/open",
            "f/1/answers",
            "f/1/answers/open",
            "f/1/people",
            "f/1/person/new",
            "f/1/person/asha",
            "f/1/organisation/new",
            "f/1/organisation/calder",
            "f/1/rules",
            "f/1/rules/quorum",
            "f/1/rule/quorum",
            "f/1/rule-after/quorum",
            "f/1/marked",
            "f/1/marked/usual",
            "f/1/marked/12",
            "f/1/edition/4",
            "f/1/checks",
            "f/1/registrar",
            "f/1/registrar/fca-answers/what-happens-to-a-surplus",
            "f/1/pack",
            "f/1/pack/constitution/3",
            "f/1/read/explained/3",
            "f/1/read/summary/1",
            "f/1/read/large-print/2",
            "f/1/read/marked/model/1",
            "f/1/read/marked/usual/1",
            "f/1/read/marked/12/4",
            "f/1/read/to-share/1",
            "f/1/history",
            "f/1/history/12",
            "f/1/hand-on",
            "f/1/privacy",
            "f/1/notes",
            "bin",
            "backups",
            "take-in",
            "models",
            "law",
            "settings",
        ] {
            assert_eq!(Route::read(at).to_string(), at);
        }
    }

    #[test]
    fn what_is_no_address_is_unknown() {
        for at in [
            "f",
            "f/",
            "f//tasks",
            "f/1",
            "f/1/",
            "f/1/question/",
            "f/1/question//all",
            "f/1/question/name/some",
            "f/1/answers/all",
            "f/1/x",
            "desk/1",
            "f/1/history/x",
            "f/1/pack/constitution",
            "f/1/pack/constitution/0",
            "f/1/pack/constitution/x",
            "f/1/pack//1",
            "f/1/read/1",
            "f/1/read/explained",
            "f/1/read/explained/0",
            "f/1/read/marked/1",
            "f/1/read/marked/0/1",
            "f/1/read/signed/1",
            "f/1/registrar/fca-answers",
            "f/1/registrar//what",
            "f/1/rule",
            "f/1/rule/",
            "f/1/rule-after/",
            "f/1/edition/",
            "f/1/marked/0",
            "f/1/marked/x",
            "f/1/history/0",
            "f/1/history/-3",
            "../etc",
            "f/1/tasks/2",
        ] {
            assert_eq!(Route::read(at), Route::Unknown, "{at}");
        }
    }
}
