//! Answering a registrar's questions in the group's own words.

use formation::edit::{Wording, WordingError};
use formation::pack::sheet_answers;
use formation::sheet::{OwnAnswer, SheetAnswer};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record;
use crate::view::{SheetAnswerView, SheetsView};
use crate::worked_out::WorkedOut;

impl Desk {
    /// Returns all questions of the registrar that are answered in words, with their answers.
    ///
    /// # Errors
    /// When there is no such formation.
    pub fn sheets_view(&self, id: &str) -> Result<SheetsView, Failure> {
        Ok(SheetsView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns one question of the registrar, by its address: "fca-answers/what-happens-to-a-surplus".
    ///
    /// # Errors
    /// When there is no such formation or question; so with both acts below.
    pub fn sheet_answer_view(&self, id: &str, question: &str) -> Result<SheetAnswerView, Failure> {
        let worked_out = self.worked_out(id)?;
        let drafted = drafted(&worked_out, question)?;
        Ok(SheetAnswerView::of(&worked_out, id, self.saved.clone(), &drafted))
    }

    /// Answers a question of the registrar in the group's own words. Words that are our draft take them back.
    ///
    /// # Errors
    /// When the words do not fit.
    pub fn answer_registrar(&mut self, id: &str, question: &str, text: &str) -> Result<(), Failure> {
        let worked_out = self.worked_out(id)?;
        let drafted = drafted(&worked_out, question)?;
        let words = Wording::new(&drafted.heading.plain(), text).map_err(|error| unfit(&error))?;
        let own = worked_out.formation.own_answers.get(&drafted.question);
        let field = record::sheet_path(&drafted.question);
        let answer = OwnAnswer { words, was: drafted.source };
        if own.is_some_and(|own| *own == answer) {
            return Ok(());
        }
        let is_draft = answer.replaced(answer.words.text());
        if is_draft && own.is_none() {
            return Ok(());
        }
        let written = (!is_draft).then(|| answer.write());
        self.change(id, vec![(field, written)])
    }

    /// Goes back to what we would answer.
    pub fn take_draft(&mut self, id: &str, question: &str) -> Result<(), Failure> {
        let own = self.formation(id)?.own_answers.into_keys().find(|own| own.to_string() == question);
        match own {
            Some(own) => self.change(id, vec![(record::sheet_path(&own), None)]),
            None => Err(Failure::not_found("An answer of your own")),
        }
    }
}

fn drafted(worked_out: &WorkedOut<'_>, question: &str) -> Result<SheetAnswer, Failure> {
    sheet_answers(&worked_out.case())
        .into_iter()
        .find(|drafted| drafted.question.to_string() == question)
        .ok_or_else(|| Failure::not_found("That question of the registrar"))
}

fn unfit(error: &WordingError) -> Failure {
    let what_to_do = match error {
        WordingError::Hidden(_) => "Delete the text and type it again, instead of pasting it.",
        WordingError::LongText(_) => "Make it shorter: about 100 words are plenty.",
        _ => "Write your answer, or go back to ours.",
    };
    Failure::input("sheet-text", format!("The answer does not fit: {error}."), what_to_do)
}
