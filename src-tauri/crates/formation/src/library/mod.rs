//! The library: decisions, rules, models, papers and words, read from text.
//!
//! Reading collects every fault, each with file and line, so that an author can mend them all. The
//! library holds texts; what they say for one formation is `assemble`'s work.

mod clause;
mod decisions;
mod error;
mod front_matter;
mod line_breaks;
mod model;
pub mod package;
mod paper;
mod reading;
mod toml_json;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use minijinja::Value as Name;

use clause::Asked;
pub use clause::Clause;
pub(crate) use clause::ClauseText;
pub use decisions::DecisionPart;
pub(crate) use error::line_at;
pub use error::{LibraryError, LibraryFault};
pub use model::{Model, ModelPart};
pub use paper::PaperText;
pub(crate) use toml_json::to_json;
pub(crate) use words::{Source as WordSource, Words};

use crate::answers::Answers;
use crate::beginning::{Advice, Fact, Finder, FinderAnswers, FormFacts, Starter, TypeFact};
use crate::constitution::Term;
use crate::decision::Decision;
use crate::legal::{CoopType, LegalForm, Nation};
use crate::text::{Engine, TextError, inline};

/// The form whose words questions have where no form is named: those of most forms.
const USUAL_FORM: LegalForm = LegalForm::GuaranteeCompany;

/// One file of the library: its path below the library's folder, and its text.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// Path with `/`, such as `clauses/2-members/age.md`.
    pub path: &'a str,
    /// The whole text.
    pub text: &'a str,
}

impl SourceFile<'_> {
    /// Returns the line, from 1, on which a name first stands between quotation marks; the first when it does nowhere.
    pub(crate) fn line_of_name(&self, name: &str) -> usize {
        self.text.find(&format!("\"{name}\"")).map_or(1, |at| line_at(self.text, at))
    }
}

/// Everything the library holds, ready for use.
#[derive(Debug)]
pub struct Library {
    parts: Vec<DecisionPart>,
    decisions: BTreeMap<String, Decision>,
    /// Those that say how directors are called, in the words of forms where they are called something else.
    reworded: BTreeMap<LegalForm, BTreeMap<String, Decision>>,
    clauses: BTreeMap<String, Clause>,
    /// What they ask for, by their names: found out when somebody first wants to know.
    asked: OnceLock<BTreeMap<String, Asked>>,
    models: Vec<Model>,
    papers: BTreeMap<String, PaperText>,
    packs: BTreeMap<LegalForm, Vec<String>>,
    finder: Finder,
    form_facts: FormFacts,
    type_facts: BTreeMap<CoopType, TypeFact>,
    nation_facts: BTreeMap<Nation, Fact>,
    starters: Vec<Starter>,
    pub(crate) terms: Words,
    screen_terms: Words,
    pub(crate) words: Words,
    pub(crate) engine: Engine,
}

impl Library {
    /// Returns the questions that lead to a type and a form.
    pub fn finder(&self) -> &Finder {
        &self.finder
    }

    /// Returns where answers to the finder's questions lead, among what the model `id` is made for.
    pub fn advise(&self, id: &str, answers: &FinderAnswers) -> Option<Advice<'_>> {
        self.finder.advise(&self.engine, answers, |coop_type, form| self.model(id, coop_type, form).is_some())
    }

    /// Returns what a form means, in the order of [`beginning::Aspect::ALL`].
    pub fn form_facts(&self, form: LegalForm) -> &[Fact] {
        self.form_facts.get(&form).map_or(&[], Vec::as_slice)
    }

    /// Returns whom a type is for.
    pub fn type_fact(&self, coop_type: CoopType) -> Option<&TypeFact> {
        self.type_facts.get(&coop_type)
    }

    /// Returns what follows from having the office in a nation.
    pub fn nation_fact(&self, nation: Nation) -> Option<&Fact> {
        self.nation_facts.get(&nation)
    }

    /// Returns the starters in their order.
    pub fn starters(&self) -> &[Starter] {
        &self.starters
    }

    /// Returns every file of questions, in the order of their names.
    pub fn parts(&self) -> &[DecisionPart] {
        &self.parts
    }

    /// Returns the models, in the order of their files.
    pub fn models(&self) -> &[Model] {
        &self.models
    }

    /// Returns the model for a type and form: the one with `id`, if it fits.
    pub fn model(&self, id: &str, coop_type: CoopType, form: LegalForm) -> Option<&Model> {
        self.models
            .iter()
            .find(|model| model.id == id && model.types.contains(&coop_type) && model.forms.contains(&form))
    }

    /// Returns the parts in which a model asks its questions.
    pub fn parts_of<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = &'a DecisionPart> {
        model.decisions.iter().filter_map(|file| self.parts.iter().find(|part| part.file == *file))
    }

    /// Returns every question of a model, in the order asked and in the words of its form.
    pub fn decisions_of<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = &'a Decision> {
        let form = model.forms.first().copied().unwrap_or(USUAL_FORM);
        self.parts_of(model)
            .flat_map(|part| &part.decisions)
            .filter_map(move |slug| self.decision_as(form, slug))
    }

    /// Returns the decision with this slug, in the words of a form.
    pub fn decision_as(&self, form: LegalForm, slug: &str) -> Option<&Decision> {
        let reworded = self.reworded.get(&form).and_then(|decisions| decisions.get(slug));
        reworded.or_else(|| self.decisions.get(slug))
    }

    /// Returns the decision with this slug, in the words that most forms have; see [`Self::decision_as`].
    pub fn decision(&self, slug: &str) -> Option<&Decision> {
        self.decisions.get(slug)
    }

    /// Returns the rule that models call `name`.
    pub fn clause(&self, name: &str) -> Option<&Clause> {
        self.clauses.get(name)
    }

    /// Returns every rule, by name.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.values()
    }

    /// Returns the names of the answers that a rule's text is made of.
    pub fn asked_by_text(&self, clause: &Clause) -> &BTreeSet<String> {
        self.asked(clause).map_or(const { &BTreeSet::new() }, |asked| &asked.by_text)
    }

    /// Returns the names of the answers that decide whether a rule is there at all.
    pub fn asked_by_condition(&self, clause: &Clause) -> &BTreeSet<String> {
        self.asked(clause).map_or(const { &BTreeSet::new() }, |asked| &asked.by_condition)
    }

    fn asked(&self, clause: &Clause) -> Option<&Asked> {
        let of_all = || self.clauses.values().map(|clause| (clause.name.clone(), clause.asked(&self.engine)));
        self.asked.get_or_init(|| of_all().collect()).get(&clause.name)
    }

    /// Returns the paper with this slug.
    pub fn paper(&self, slug: &str) -> Option<&PaperText> {
        self.papers.get(slug)
    }

    /// Returns the papers of a route, in order.
    pub fn pack(&self, form: LegalForm) -> &[String] {
        self.packs.get(&form).map_or(&[], Vec::as_slice)
    }

    /// Returns how a term is printed and what it means, in the case that holds.
    pub(crate) fn explain(&self, word: &words::Word, names: &Name) -> Result<(String, String), TextError> {
        for case in &word.cases {
            if self.engine.holds(&case.when, names)? {
                let term = case.term.as_ref().unwrap_or(&word.term);
                return Ok((term.clone(), self.fill_source(&case.source, names)?));
            }
        }
        Ok((word.term.clone(), self.fill_source(&word.otherwise, names)?))
    }

    /// Returns the words that are explained on the screen alone, wherever a rule or a question says them. One that
    /// cannot be written is left out: nothing on paper depends on it.
    pub fn screen_terms(&self, answers: &Answers) -> Vec<Term> {
        let names = Engine::names(answers.names());
        let term = |(slug, word): (&String, &words::Word)| {
            let (term, means) = self.explain(word, &names).ok()?;
            Some(Term { slug: slug.clone(), term, means: inline(means.trim()) })
        };
        self.screen_terms.0.iter().filter_map(term).collect()
    }

    fn fill_source(&self, source: &WordSource, names: &Name) -> Result<String, TextError> {
        match source {
            WordSource::Text(name) => self.engine.fill(name, names),
            WordSource::Answer(variable) => Ok(names.get_attr(variable).unwrap_or_default().to_string()),
        }
    }

    /// Returns whether `condition` holds; no condition always does.
    pub(crate) fn holds(&self, condition: Option<&str>, names: &Name) -> Result<bool, TextError> {
        condition.map_or(Ok(true), |condition| self.engine.holds(condition, names))
    }
}

#[cfg(test)]
mod tests;
