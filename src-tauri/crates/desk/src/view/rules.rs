//! Reading the constitution.

use super::Saved;
use crate::worked_out::WorkedOut;

use super::{FrameView, RuleView};

/// The constitution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesView {
    /// The frame.
    pub frame: FrameView,
    /// "Rules", "Articles of association".
    pub title: &'static str,
    /// How many words it has.
    pub words: usize,
    /// Its parts.
    pub parts: Vec<RulesPart>,
}

/// A part of the constitution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesPart {
    /// Its heading.
    pub heading: String,
    /// Its rules.
    pub rules: Vec<RuleView>,
}

impl RulesView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        Self {
            frame: FrameView::of(worked_out, id, saved),
            title: worked_out.formation.form.constitution_title(),
            words: worked_out.constitution.word_count(),
            parts: worked_out
                .constitution
                .parts
                .iter()
                .map(|part| RulesPart {
                    heading: part.heading.clone(),
                    rules: part.rules.iter().map(|rule| RuleView::of(worked_out, rule)).collect(),
                })
                .collect(),
        }
    }
}
