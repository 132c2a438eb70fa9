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
mod toml_json;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value as Name;

pub use clause::Clause;
pub(crate) use clause::ClauseText;
pub use decisions::DecisionPart;
pub(crate) use error::line_at;
pub use error::{LibraryError, LibraryFault};
pub use model::{Model, ModelPart};
pub use paper::PaperText;
pub(crate) use toml_json::to_json;
pub(crate) use words::{Source as WordSource, Words};

use crate::beginning::{self, Advice, Fact, Finder, FinderAnswers, FormFacts, Starter, TypeFact};
use crate::decision::Decision;
use crate::legal::{CoopType, LegalForm, Nation};
use crate::text::{Engine, TextError};

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

/// Everything the library holds, ready for use.
#[derive(Debug)]
pub struct Library {
    parts: Vec<DecisionPart>,
    decisions: BTreeMap<String, Decision>,
    /// The same questions in the words of forms whose directors are called something else.
    reworded: BTreeMap<LegalForm, BTreeMap<String, Decision>>,
    clauses: BTreeMap<String, Clause>,
    models: Vec<Model>,
    papers: BTreeMap<String, PaperText>,
    packs: BTreeMap<LegalForm, Vec<String>>,
    finder: Finder,
    form_facts: FormFacts,
    type_facts: BTreeMap<CoopType, TypeFact>,
    nation_facts: BTreeMap<Nation, Fact>,
    starters: Vec<Starter>,
    pub(crate) terms: Words,
    pub(crate) words: Words,
    pub(crate) engine: Engine,
}

impl Library {
    /// Reads the library.
    ///
    /// # Errors
    /// Every fault found, with file and line.
    pub fn read(files: &[SourceFile<'_>]) -> Result<Self, LibraryError> {
        let mut library = Self {
            parts: Vec::new(),
            decisions: BTreeMap::new(),
            reworded: BTreeMap::new(),
            clauses: BTreeMap::new(),
            models: Vec::new(),
            papers: BTreeMap::new(),
            packs: BTreeMap::new(),
            finder: Finder::default(),
            form_facts: FormFacts::new(),
            type_facts: BTreeMap::new(),
            nation_facts: BTreeMap::new(),
            starters: Vec::new(),
            terms: Words::default(),
            words: Words::default(),
            engine: Engine::new(),
        };
        let mut faults = Vec::new();
        for file in files {
            if let Err(fault) = library.add(file) {
                faults.extend(fault);
            }
            faults.extend(swallowed_breaks(file));
        }
        library.parts.sort_by(|a, b| a.file.cmp(&b.file));
        faults.extend(library.check_models());
        faults.extend(library.add_starters(files));
        if faults.is_empty() { Ok(library) } else { Err(LibraryError { faults }) }
    }

    fn add(&mut self, file: &SourceFile<'_>) -> Result<(), Vec<LibraryFault>> {
        let stem = file.path.rsplit('/').next().unwrap_or(file.path);
        match file.path.split('/').next() {
            _ if stem == "README.md" => Ok(()),
            Some("decisions") => self.add_decisions(file),
            Some("clauses") => {
                let clause = clause::read(file, &mut self.engine).map_err(|fault| vec![fault])?;
                self.clauses.insert(clause.name.clone(), clause);
                Ok(())
            }
            Some("models") => {
                self.models.push(model::read(file).map_err(|fault| vec![fault])?);
                Ok(())
            }
            Some("documents") if stem == "packs.toml" => self.add_packs(file),
            Some("packs.toml") => self.add_packs(file),
            Some("documents") => {
                let paper = paper::read(file, &mut self.engine).map_err(|fault| vec![fault])?;
                self.papers.insert(paper.slug.clone(), paper);
                Ok(())
            }
            Some("passages") => {
                let name = format!("passage/{}", front_matter::slug(file.path));
                let fault = |error: TextError| LibraryFault {
                    file: file.path.to_owned(),
                    line: error.line,
                    message: error.message,
                };
                self.engine.add_text(&name, file.text).map_err(|error| vec![fault(error)])
            }
            Some("terms.toml") => {
                self.terms = words::read(file, "term", &mut self.engine).map_err(|fault| vec![fault])?;
                Ok(())
            }
            Some("beginning") => self.add_beginning(file, stem).map_err(|fault| vec![fault]),
            Some("words.toml") => {
                self.words = words::read(file, "word", &mut self.engine).map_err(|fault| vec![fault])?;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn add_beginning(&mut self, file: &SourceFile<'_>, stem: &str) -> Result<(), LibraryFault> {
        match stem {
            "finder.toml" => self.finder = beginning::read_finder(file, &mut self.engine)?,
            "forms.toml" => self.form_facts = beginning::read_forms(file)?,
            "types.toml" => self.type_facts = beginning::read_types(file)?,
            "nations.toml" => self.nation_facts = beginning::read_nations(file)?,
            _ => {}
        }
        Ok(())
    }

    fn add_decisions(&mut self, file: &SourceFile<'_>) -> Result<(), Vec<LibraryFault>> {
        let (part, decisions) = decisions::read(file, &mut self.engine)?;
        self.parts.push(part);
        let mut twice = Vec::new();
        for decision in decisions {
            let otherwise =
                LegalForm::ALL.iter().filter(|form| form.director_word() != USUAL_FORM.director_word());
            for form in otherwise {
                let worded = decisions::worded(&decision, *form);
                self.reworded.entry(*form).or_default().insert(decision.slug.clone(), worded);
            }
            let usual = decisions::worded(&decision, USUAL_FORM);
            if let Some(before) = self.decisions.insert(decision.slug.clone(), usual) {
                twice.push(LibraryFault {
                    file: file.path.to_owned(),
                    line: 1,
                    message: format!("the question \u{201c}{}\u{201d} stands there twice", before.slug),
                });
            }
        }
        if twice.is_empty() { Ok(()) } else { Err(twice) }
    }

    fn add_packs(&mut self, file: &SourceFile<'_>) -> Result<(), Vec<LibraryFault>> {
        self.packs = paper::read_packs(file).map_err(|fault| vec![fault])?;
        Ok(())
    }

    /// Starters answer questions, so they are read when all questions are there.
    fn add_starters(&mut self, files: &[SourceFile<'_>]) -> Vec<LibraryFault> {
        let mut faults = Vec::new();
        for file in files.iter().filter(|file| file.path.starts_with("beginning/starters/")) {
            match beginning::read_starter(file, self) {
                Ok(starter) => self.starters.push(starter),
                Err(fault) => faults.push(fault),
            }
        }
        self.starters.sort_by_key(|starter| starter.order);
        faults
    }

    /// A model may only name what there is.
    fn check_models(&self) -> Vec<LibraryFault> {
        let mut faults = Vec::new();
        for model in &self.models {
            let missing_rules = model
                .parts
                .iter()
                .flat_map(|part| &part.clauses)
                .filter(|slug| !self.clauses.contains_key(*slug))
                .map(|slug| format!("there is no rule \u{201c}{slug}\u{201d}"));
            let missing_questions = model
                .decisions
                .iter()
                .filter(|file| !self.parts.iter().any(|part| part.file == **file))
                .map(|file| format!("there is no file of questions \u{201c}{file}\u{201d}"));
            let twice = self.said_twice(model);
            faults.extend(missing_rules.chain(missing_questions).chain(twice).map(|message| LibraryFault {
                file: model.file.clone(),
                line: 1,
                message,
            }));
        }
        for (form, papers) in &self.packs {
            faults.extend(papers.iter().filter(|slug| !self.papers.contains_key(*slug)).map(|slug| {
                LibraryFault {
                    file: "packs.toml".to_owned(),
                    line: 1,
                    message: format!("the pack of {} names a paper that is not there: {slug}", form.slug()),
                }
            }));
        }
        faults
    }

    /// Two rules of a model may only go by one slug if their conditions part them.
    fn said_twice(&self, model: &Model) -> Vec<String> {
        let mut unconditional = BTreeSet::new();
        model
            .parts
            .iter()
            .flat_map(|part| &part.clauses)
            .filter_map(|name| self.clauses.get(name))
            .filter(|clause| clause.when.is_none() && !unconditional.insert(&clause.slug))
            .map(|clause| format!("two rules go by \u{201c}{}\u{201d}", clause.slug))
            .collect()
    }

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
        self.reworded.get(&form).unwrap_or(&self.decisions).get(slug)
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

/// Lines of rules and papers that run into the next, because a tag swallows their break.
fn swallowed_breaks(file: &SourceFile<'_>) -> Vec<LibraryFault> {
    match file.path.split('/').next() {
        _ if !file.path.ends_with(".md") || file.path.ends_with("README.md") => Vec::new(),
        Some("clauses" | "documents") => match front_matter::part(file) {
            Ok(parted) => line_breaks::faults(file.path, parted.body, parted.body_line),
            Err(_) => Vec::new(),
        },
        Some("passages") => line_breaks::faults(file.path, file.text, 1),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legal::{CoopType, LegalForm, Nation};
    use crate::text::Names;
    use crate::{Answers, Constitution, Formation};

    fn library(files: &[(&str, &str)]) -> Result<Library, LibraryError> {
        let files: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
        Library::read(&files)
    }

    const MODEL: &str = "id = 'x'\ntitle = 'X'\nedition = '1'\nsponsor = 'X'\nlicence = 'X'\ntypes = []\n\
        forms = []\nnations = []\ndecisions = []\n[[part]]\nheading = 'One'\nclauses = ['a', 'b']\n";
    const RULE: &str = "+++\nslot = 'A1'\nheading = 'A'\n+++\nWords.\n";

    #[test]
    fn two_rules_of_a_model_cannot_go_by_one_slug() {
        let other = RULE.replace("slot", "as = 'a'\nslot");
        let files = [("clauses/a.md", RULE), ("clauses/b.md", &other), ("models/x.toml", MODEL)];
        let error = library(&files).unwrap_err().to_string();
        assert!(error.contains("two rules go by"), "{error}");
        let apart = other.replace("slot", "when = 'true'\nslot");
        library(&[("clauses/a.md", RULE), ("clauses/b.md", &apart), ("models/x.toml", MODEL)]).unwrap();
    }

    #[test]
    fn a_text_finds_answers_and_their_fields_by_name() {
        let rule = "+++\nslot = 'A1'\nheading = 'A'\nwhen = \"form == 'clg'\"\n+++\n\
            {{ w.act }}.{% for one in seats %} {{ one.group }} {{ one.seats }}.{% endfor %}\n";
        let words = "[act]\nelse = 'Rules'\ncases = [{ when = \"form == 'clg'\", words = 'Articles' }]\n";
        let decisions = "part = 'p'\nheading = 'P'\nintro = 'P'\n[[decision]]\nslug = 'seats'\nslot = 'E3'\n\
            question = 'Seats?'\nkind = 'seats'\ndefault = [{ group = 'Oven', seats = 2 }]\n";
        let model = MODEL
            .replace("types = []\nforms = []", "types = ['worker']\nforms = ['clg']")
            .replace("decisions = []", "decisions = ['d']")
            .replace("'a', 'b'", "'a'");
        let library = library(&[
            ("clauses/a.md", rule),
            ("decisions/d.toml", decisions),
            ("models/x.toml", &model),
            ("words.toml", words),
        ])
        .unwrap();
        let model = library.model("x", CoopType::Worker, LegalForm::GuaranteeCompany).unwrap();
        let formation = Formation::new(CoopType::Worker, LegalForm::GuaranteeCompany, Nation::England, "x");
        let answers = Answers::of(&library, model, &formation);
        let constitution = Constitution::assemble(&library, model, &formation, &answers);
        assert_eq!(constitution.problems, []);
        let rule = constitution.rule("a").unwrap();
        let words: Vec<String> =
            rule.blocks.iter().flat_map(|block| block.texts()).map(|text| text.plain()).collect();
        assert_eq!(words, ["Articles. Oven 2."]);
    }

    #[test]
    fn a_question_speaks_of_directors_as_its_form_does() {
        let question = |text: &str| {
            format!(
                "part = 'p'\nheading = 'P'\nintro = 'P'\n[[decision]]\nslug = 'size'\nslot = 'E2'\n\
                 question = '{text}'\nkind = 'yes-no'\ndefault = true\n"
            )
        };
        let text = question("May a {{ w.director }} choose {{ w.directors }}?");
        let library = library(&[("decisions/d.toml", &text)]).unwrap();
        let asked = |form| library.decision_as(form, "size").unwrap().question.as_str();
        assert_eq!(asked(LegalForm::GuaranteeCompany), "May a director choose directors?");
        assert_eq!(
            asked(LegalForm::LimitedLiabilityPartnership),
            "May a designated member choose designated members?"
        );
        assert_eq!(
            asked(LegalForm::UnincorporatedAssociation),
            "May a committee member choose committee members?"
        );
        let text = question("Where is {{ w.court }}?");
        let error =
            super::Library::read(&[SourceFile { path: "decisions/d.toml", text: &text }]).unwrap_err();
        assert!(
            error.to_string().starts_with("decisions/d.toml:5: size: questions take no blanks"),
            "{error}"
        );
    }

    #[test]
    fn every_term_has_its_word_and_a_plain_explanation() {
        for (text, wanted) in [
            ("[quorum]\nmeans = 'enough members'\n", "terms.toml:1: says what a term means"),
            ("[a]\nterm = 'a'\nmeans = 'b'\n[quorum]\nterm = 'quorum'\n", "terms.toml:4: needs its words"),
            ("[quorum]\nterm = 'quorum'\nmeans = ' '\n", "terms.toml:1: needs its words"),
        ] {
            let error = library(&[("terms.toml", text)]).unwrap_err().to_string();
            assert!(error.starts_with(wanted), "{error}");
        }
    }

    #[test]
    fn a_swallowed_line_break_is_a_fault_with_file_and_line() {
        let rule = RULE.replace("Words.\n", "1. One{% if society %} more{% endif %}\n1. Two\n");
        let error = library(&[("clauses/a.md", &rule)]).unwrap_err().to_string();
        assert!(error.starts_with("clauses/a.md:5: the tag at the end"), "{error}");
    }

    #[test]
    fn a_paper_takes_in_a_passage_and_a_fault_in_it_names_its_file_and_line() {
        let paper = "+++\ntitle = 'P'\nfor = 'keep'\n+++\nOne. {% include 'passage/two' %}\n";
        let filled = |passage: &str| {
            let library = library(&[("documents/p.md", paper), ("passages/two.md", passage)]).unwrap();
            library.engine.fill("paper/p/body", &Engine::names(&Names::new()))
        };
        assert_eq!(filled("Two.").unwrap(), "One. Two.");
        let error = filled("Two.\n{{ nobody }}").unwrap_err();
        assert!(error.message.starts_with("passages/two.md:2: "), "{error}");
    }
}
