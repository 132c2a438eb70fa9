//! What a check says.

use std::fmt;

use super::Case;
use crate::sheet::SheetQuestion;

/// How grave a finding is. A blocker sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops a final pack.
    Blocker,
    /// Must be mended, or accepted with a name and a reason.
    Warning,
    /// Worth knowing.
    Advice,
}

impl Severity {
    /// Returns the slug used in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// What a finding is about: where it is mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// An answer, by the decision's slug.
    Decision(String),
    /// A person, by id.
    Person(String),
    /// A founding organisation, by id.
    Organisation(String),
    /// The people as a whole.
    People,
    /// A rule, by slug.
    Rule(String),
    /// An answer for the registrar.
    Sheet(SheetQuestion),
    /// The formation as a whole.
    Formation,
}

impl About {
    /// Returns what is about the answer to `slug`.
    pub fn decision(slug: &str) -> Self {
        Self::Decision(slug.to_owned())
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decision(slug) => write!(f, "decision:{slug}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Organisation(id) => write!(f, "organisation:{id}"),
            Self::People => write!(f, "people"),
            Self::Rule(slug) => write!(f, "rule:{slug}"),
            Self::Sheet(question) => write!(f, "answer:{question}"),
            Self::Formation => write!(f, "formation"),
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check's id: "society-name-ending".
    pub check: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub about: About,
    /// What was found, a finished sentence.
    pub message: String,
    /// The law, or the practice it rests on.
    pub law: String,
    /// How to mend it, a finished sentence.
    pub fix: String,
}

/// A check.
pub(crate) struct Check {
    /// Stable id: the file's name with `-`.
    pub id: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// The law, or the practice it rests on.
    pub law: &'static str,
    /// Looks for the flaw.
    pub find: fn(&Case<'_>) -> Vec<Found>,
}

/// One place where a check found its flaw.
#[derive(Debug)]
pub(crate) struct Found {
    pub about: About,
    pub message: String,
    pub fix: String,
}

impl Found {
    /// Returns what was found about `about`, and how to mend it.
    pub(crate) fn new(about: About, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { about, message: message.into(), fix: fix.into() }
    }
}

impl Check {
    /// Runs the check.
    pub(crate) fn run(&self, case: &Case<'_>) -> Vec<Finding> {
        (self.find)(case)
            .into_iter()
            .map(|found| Finding {
                check: self.id,
                severity: self.severity,
                about: found.about,
                message: found.message,
                law: self.law.to_owned(),
                fix: found.fix,
            })
            .collect()
    }
}
