//! Reading the library's files, and what must hold among them. Every fault is collected, with file and line.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use super::{
    Library, LibraryError, LibraryFault, Model, SourceFile, USUAL_FORM, Words, clause, decisions,
    front_matter, line_breaks, model, paper, words,
};
use crate::beginning::{self, Finder, FormFacts};
use crate::legal::LegalForm;
use crate::text::{Engine, Origin, TextError};

impl Library {
    /// Reads a library that is being written.
    ///
    /// # Errors
    /// Every fault found, with file and line.
    pub fn read(files: &[SourceFile<'_>]) -> Result<Self, LibraryError> {
        Self::read_in_order(&[(Origin::Drafts, files)])
    }

    /// Reads the library that the app carries and that its tests have [`read`](Self::read): sooner, because the texts in
    /// it are compiled when they are first wanted.
    ///
    /// # Errors
    /// Faults of the files that are not texts, with file and line. A faulty text is told by whoever fills it in.
    pub fn read_own(files: &[SourceFile<'_>]) -> Result<Self, LibraryError> {
        Self::read_in_order(&[(Origin::Own, files)])
    }

    /// Reads files, those of one origin after those of another.
    pub(super) fn read_in_order(origins: &[(Origin, &[SourceFile<'_>])]) -> Result<Self, LibraryError> {
        let mut library = Self {
            parts: Vec::new(),
            decisions: BTreeMap::new(),
            reworded: BTreeMap::new(),
            clauses: BTreeMap::new(),
            asked: OnceLock::new(),
            models: Vec::new(),
            papers: BTreeMap::new(),
            packs: BTreeMap::new(),
            finder: Finder::default(),
            form_facts: FormFacts::new(),
            type_facts: BTreeMap::new(),
            nation_facts: BTreeMap::new(),
            starters: Vec::new(),
            terms: Words::default(),
            screen_terms: Words::default(),
            words: Words::default(),
            engine: Engine::new(Origin::Drafts),
        };
        let mut faults = Vec::new();
        for (origin, files) in origins {
            library.engine.turn_to(*origin);
            let mut found = library.add_all(files);
            if *origin != Origin::Own {
                found.extend(files.iter().flat_map(swallowed_breaks));
            }
            found.sort_by(|a, b| a.file.cmp(&b.file));
            faults.extend(found);
        }
        library.parts.sort_by(|a, b| a.file.cmp(&b.file));
        let files: Vec<SourceFile<'_>> =
            origins.iter().flat_map(|(_, files)| files.iter()).copied().collect();
        faults.extend(library.check_models(&files));
        faults.extend(library.add_starters(&files));
        if faults.is_empty() { Ok(library) } else { Err(LibraryError { faults }) }
    }

    /// Adds files, and returns what is wrong with them. Questions are the longest by far: what is written in them is read
    /// on another core, and made into questions when all else is there.
    fn add_all(&mut self, files: &[SourceFile<'_>]) -> Vec<LibraryFault> {
        let (questions, others): (Vec<&SourceFile<'_>>, Vec<_>) =
            files.iter().partition(|file| file.path.starts_with("decisions/") && !is_readme(file));
        let read = || questions.iter().map(|file| decisions::written(file)).collect::<Vec<_>>();
        let (mut faults, written) = thread::scope(|scope| {
            let reading = scope.spawn(read);
            let faults = others.into_iter().flat_map(|file| self.add(file).err().unwrap_or_default());
            (faults.collect::<Vec<_>>(), reading.join())
        });
        let written = written.unwrap_or_else(|panic| resume_unwind(panic));
        for (file, written) in questions.iter().zip(written) {
            let added = written.map_err(|fault| vec![fault]).and_then(|it| self.add_decisions(file, it));
            faults.extend(added.err().unwrap_or_default());
        }
        faults
    }

    fn add(&mut self, file: &SourceFile<'_>) -> Result<(), Vec<LibraryFault>> {
        let stem = file.path.rsplit('/').next().unwrap_or(file.path);
        match file.path.split('/').next() {
            _ if is_readme(file) => Ok(()),
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
            Some("screen-terms.toml") => {
                self.screen_terms =
                    words::read(file, "screen-term", &mut self.engine).map_err(|fault| vec![fault])?;
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
            "forms.toml" => self.form_facts = beginning::read_forms(file, &mut self.engine)?,
            "types.toml" => self.type_facts = beginning::read_types(file)?,
            "nations.toml" => self.nation_facts = beginning::read_nations(file, &mut self.engine)?,
            _ => {}
        }
        Ok(())
    }

    fn add_decisions(
        &mut self,
        file: &SourceFile<'_>,
        written: decisions::File,
    ) -> Result<(), Vec<LibraryFault>> {
        let (part, decisions) = decisions::read(file, written, &mut self.engine)?;
        self.parts.push(part);
        let mut twice = Vec::new();
        for mut decision in decisions {
            let has_blanks = decisions::has_blanks(&mut decision);
            let otherwise =
                LegalForm::ALL.iter().filter(|form| form.director_word() != USUAL_FORM.director_word());
            for form in otherwise.filter(|_| has_blanks) {
                let worded = decisions::worded(decision.clone(), *form);
                self.reworded.entry(*form).or_default().insert(decision.slug.clone(), worded);
            }
            let usual = decisions::worded(decision, USUAL_FORM);
            if let Some(before) = self.decisions.insert(usual.slug.clone(), usual) {
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
    fn check_models(&self, files: &[SourceFile<'_>]) -> Vec<LibraryFault> {
        let mut faults = Vec::new();
        for model in &self.models {
            let line = |name: &str| {
                let file = files.iter().find(|file| file.path == model.file);
                file.map_or(1, |file| file.line_of_name(name))
            };
            let missing_rules = model
                .parts
                .iter()
                .flat_map(|part| &part.clauses)
                .filter(|name| !self.clauses.contains_key(*name))
                .map(|name| (line(name), format!("there is no rule \u{201c}{name}\u{201d}")));
            let missing_questions =
                model.decisions.iter().filter(|file| !self.parts.iter().any(|part| part.file == **file)).map(
                    |file| (line(file), format!("there is no file of questions \u{201c}{file}\u{201d}")),
                );
            let twice = self.said_twice(model);
            let twice = twice
                .into_iter()
                .map(|(name, slug)| (line(&name), format!("two rules go by \u{201c}{slug}\u{201d}")));
            faults.extend(
                missing_rules.chain(missing_questions).chain(twice).map(|(line, message)| LibraryFault {
                    file: model.file.clone(),
                    line,
                    message,
                }),
            );
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

    /// Two rules of a model may only go by one slug if their conditions part them. Returns how the model calls the
    /// second, and the slug.
    fn said_twice(&self, model: &Model) -> Vec<(String, String)> {
        let mut unconditional = BTreeSet::new();
        model
            .parts
            .iter()
            .flat_map(|part| &part.clauses)
            .filter_map(|name| self.clauses.get(name))
            .filter(|clause| clause.when.is_none() && !unconditional.insert(&clause.slug))
            .map(|clause| (clause.name.clone(), clause.slug.clone()))
            .collect()
    }
}

fn is_readme(file: &SourceFile<'_>) -> bool {
    file.path.rsplit('/').next() == Some("README.md")
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
