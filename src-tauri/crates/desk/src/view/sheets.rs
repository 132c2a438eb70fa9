//! The registrar's questions that are answered in words.

use formation::checks::About;
use formation::pack::sheets;
use formation::sheet::SheetAnswer;

use super::{FindingView, FrameView, Html, Saved};
use crate::worked_out::WorkedOut;

/// All sheets of answers that the registrar of this form wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetsView {
    /// The frame.
    pub frame: FrameView,
    /// The sheets; none where nobody registers the co-op.
    pub sheets: Vec<SheetView>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetView {
    /// The paper's slug.
    pub paper: String,
    /// Its title.
    pub title: String,
    /// The questions that are answered in words; none where the form asks for facts alone.
    pub answers: Vec<SheetRow>,
}

/// One question with its answer, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its address: "fca-answers/what-happens-to-a-surplus".
    pub question: String,
    /// Its words.
    pub heading: String,
    /// The answer.
    pub html: Html,
    /// Whether the group wrote it.
    pub is_own: bool,
    /// How many words it has.
    pub words: usize,
    /// What the checks say of it.
    pub findings: Vec<FindingView>,
}

/// One question, to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswerView {
    /// The frame.
    pub frame: FrameView,
    /// The question, with the answer that is printed.
    pub row: SheetRow,
    /// The answer as somebody can go on writing it.
    pub text: String,
    /// What we would answer.
    pub draft: Html,
}

impl SheetsView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let sheets = sheets(&worked_out.case()).into_iter();
        Self {
            frame: FrameView::of(worked_out, id, saved),
            sheets: sheets
                .map(|sheet| SheetView {
                    paper: sheet.paper,
                    title: sheet.title,
                    answers: sheet.answers.iter().map(|drafted| SheetRow::of(worked_out, drafted)).collect(),
                })
                .collect(),
        }
    }
}

impl SheetRow {
    fn of(worked_out: &WorkedOut<'_>, drafted: &SheetAnswer) -> Self {
        let own = worked_out.formation.own_answers.get(&drafted.question);
        let text = own.map_or(drafted.source.as_str(), |own| own.words.text());
        let html = match own {
            Some(own) => typeset::html_blocks(&worked_out.constitution.read_typed(own.words.text(), 0)),
            None => typeset::html_blocks(&drafted.draft),
        };
        Self {
            question: drafted.question.to_string(),
            heading: drafted.heading.plain(),
            html: Html(html),
            is_own: own.is_some(),
            words: text.split_whitespace().count(),
            findings: FindingView::about(worked_out, &About::Sheet(drafted.question.clone())),
        }
    }
}

impl SheetAnswerView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, drafted: &SheetAnswer) -> Self {
        let own = worked_out.formation.own_answers.get(&drafted.question);
        Self {
            frame: FrameView::of(worked_out, id, saved),
            row: SheetRow::of(worked_out, drafted),
            text: own.map_or_else(|| drafted.source.clone(), |own| own.words.text().to_owned()),
            draft: Html(typeset::html_blocks(&drafted.draft)),
        }
    }
}
