//! The constitution: what a model and a formation's answers assemble into.

use document::{
    Align, Anchor, Block, Column, Heading, Labels, Span, Table, Text, Unresolved, resolve, resolve_text,
};
use minijinja::Value as Name;

use crate::answers::Answers;
use crate::formation::Formation;
use crate::library::{Clause, ClauseText, Library, Model};
use crate::text::{Directive, Engine, Piece, blocks, inline};

/// Rules, articles, or whatever the form calls them.
#[derive(Debug, Clone, PartialEq)]
pub struct Constitution {
    /// Its parts, in printed order; none without rules.
    pub parts: Vec<Part>,
    /// The words it explains.
    pub terms: Vec<Term>,
    /// What could not be written as the library has it.
    pub problems: Vec<Problem>,
    labels: Labels,
    rule_word: &'static str,
}

/// A part of a constitution.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its heading.
    pub heading: String,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// A rule as printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Stable name: how rules, findings and edits refer to it.
    pub slug: String,
    /// The library's name of the text it was written from.
    pub clause: String,
    /// Its number, counted through the whole constitution.
    pub number: usize,
    /// Its heading.
    pub heading: Text,
    /// A remark that is no part of it.
    pub note: Option<Text>,
    /// What it says, in plain words.
    pub plain: Option<Text>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A word explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Stable name.
    pub slug: String,
    /// The word.
    pub term: String,
    /// What it means here.
    pub means: Text,
}

/// Why a rule could not be written as it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule; empty when it is no single rule's.
    pub rule: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The library's text is faulty: a name that does not exist, HTML.
    Text(String),
    /// A reference to a rule that is not in.
    Reference(Anchor),
    /// A term nobody explains.
    UnknownTerm(String),
    /// The rule says nothing.
    Empty,
}

impl Constitution {
    /// Assembles the constitution of `formation` by `model`.
    pub fn assemble(library: &Library, model: &Model, formation: &Formation, answers: &Answers) -> Self {
        Assembly::new(library, formation, answers).run(model)
    }

    /// Returns every rule, in order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.parts.iter().flat_map(|part| &part.rules)
    }

    /// Returns the rule with this slug.
    pub fn rule(&self, slug: &str) -> Option<&Rule> {
        self.rules().find(|rule| rule.slug == slug)
    }

    /// Returns the labels of its rules and named items.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Returns what one of its rules is called: "rule", "article".
    pub fn rule_word(&self) -> &'static str {
        self.rule_word
    }

    /// Returns it as blocks: a heading for each part, a numbered heading for each rule.
    pub fn blocks(&self) -> Vec<Block> {
        let mut out = Vec::new();
        for part in &self.parts {
            out.push(Block::heading(2, part.heading.as_str()));
            for rule in &part.rules {
                out.push(Block::Heading(rule.heading_block()));
                out.extend(rule.blocks.iter().cloned());
            }
        }
        out
    }

    /// Returns how many words it has, headings included.
    pub fn word_count(&self) -> usize {
        self.blocks()
            .iter()
            .map(|block| {
                let mut words = 0;
                block.visit(&mut |block| {
                    words += block
                        .texts()
                        .iter()
                        .map(|text| text.plain().split_whitespace().count())
                        .sum::<usize>();
                });
                words
            })
            .sum()
    }
}

impl Rule {
    fn heading_block(&self) -> Heading {
        Heading {
            level: 3,
            label: Some(self.number.to_string()),
            anchor: Some(Anchor(self.slug.clone())),
            text: self.heading.clone(),
        }
    }
}

/// A rule being written: its pieces, before the words explained are put in their place.
struct Draft {
    part: usize,
    rule: Rule,
    pieces: Vec<Piece>,
}

struct Assembly<'a> {
    library: &'a Library,
    formation: &'a Formation,
    answers: &'a Answers,
    terms: Vec<String>,
    problems: Vec<Problem>,
}

impl<'a> Assembly<'a> {
    fn new(library: &'a Library, formation: &'a Formation, answers: &'a Answers) -> Self {
        let problems = answers
            .faults
            .iter()
            .map(|fault| Problem { rule: String::new(), kind: ProblemKind::Text(fault.clone()) })
            .collect();
        Self { library, formation, answers, terms: Vec::new(), problems }
    }

    fn run(mut self, model: &Model) -> Constitution {
        let included = self.included(model);
        let names = self.names(&included);
        let mut drafts = Vec::new();
        for (index, (part, clause)) in included.iter().enumerate() {
            drafts.push(self.draft(*part, clause, index + 1, &names));
        }
        let terms = self.explain(&names);
        let mut parts: Vec<Part> = model
            .parts
            .iter()
            .map(|part| Part { heading: part.heading.clone(), rules: Vec::new() })
            .collect();
        for draft in drafts {
            let Draft { part, mut rule, pieces } = draft;
            rule.blocks = pieces.into_iter().flat_map(|piece| put(piece, &terms)).collect();
            if rule.blocks.is_empty() {
                self.problem(&rule.slug, ProblemKind::Empty);
            }
            parts[part].rules.push(rule);
        }
        parts.retain(|part| !part.rules.is_empty());
        self.finish(parts, terms)
    }

    /// Returns the rules that are in, each with the index of its part.
    fn included(&mut self, model: &Model) -> Vec<(usize, &'a Clause)> {
        let mut included = Vec::new();
        for (index, part) in model.parts.iter().enumerate() {
            for slug in &part.clauses {
                let Some(clause) = self.library.clause(slug) else { continue };
                match self.library.holds(clause.when.as_deref(), self.answers.context()) {
                    Ok(true) => included.push((index, clause)),
                    Ok(false) => {}
                    Err(error) => self.problem(slug, ProblemKind::Text(error.to_string())),
                }
            }
        }
        included
    }

    /// Returns the names of the answers, and `has`.
    fn names(&self, included: &[(usize, &Clause)]) -> Name {
        let slugs: std::collections::BTreeSet<String> =
            included.iter().map(|(_, clause)| clause.slug.clone()).collect();
        let mut names = self.answers.names().clone();
        names.insert("has".to_owned(), Name::from_function(move |slug: &str| slugs.contains(slug)));
        Engine::names(&names)
    }

    fn draft(&mut self, part: usize, clause: &Clause, number: usize, names: &Name) -> Draft {
        let heading = self.line(clause, ClauseText::Heading, names).unwrap_or_default();
        let note = clause.has_note.then(|| self.line(clause, ClauseText::Note, names)).flatten();
        let plain = clause.has_plain.then(|| self.line(clause, ClauseText::Plain, names)).flatten();
        let filled = self.fill(clause, ClauseText::Body, names).unwrap_or_default();
        let marked = blocks(&filled, &number.to_string());
        for problem in marked.problems {
            self.problem(&clause.slug, ProblemKind::Text(problem));
        }
        for term in marked.terms {
            if !self.library.terms.0.contains_key(&term) {
                self.problem(&clause.slug, ProblemKind::UnknownTerm(term));
            } else if !self.terms.contains(&term) {
                self.terms.push(term);
            }
        }
        let rule = Rule {
            slug: clause.slug.clone(),
            clause: clause.name.clone(),
            number,
            heading,
            note,
            plain,
            blocks: Vec::new(),
        };
        Draft { part, rule, pieces: marked.pieces }
    }

    fn line(&mut self, clause: &Clause, which: ClauseText, names: &Name) -> Option<Text> {
        let filled = self.fill(clause, which, names)?;
        let text = inline(filled.trim());
        (!text.is_empty()).then_some(text)
    }

    fn fill(&mut self, clause: &Clause, which: ClauseText, names: &Name) -> Option<String> {
        match self.library.engine.fill(&clause.text(which), names) {
            Ok(filled) => Some(filled),
            Err(error) => {
                let line = clause.body_line + error.line - 1;
                let message = format!("{}:{line}: {}", clause.file, error.message);
                self.problem(&clause.slug, ProblemKind::Text(message));
                None
            }
        }
    }

    /// Returns the words explained, in the order of the alphabet.
    fn explain(&mut self, names: &Name) -> Vec<Term> {
        let mut terms = Vec::new();
        for slug in std::mem::take(&mut self.terms) {
            let Some(word) = self.library.terms.0.get(&slug) else { continue };
            match self.library.explain(word, names) {
                Ok(means) => {
                    // A line of Markdown: it may refer to rules.
                    let means = blocks(&means, "").blocks().into_iter().find_map(|block| match block {
                        Block::Paragraph { text, .. } => Some(text),
                        _ => None,
                    });
                    terms.push(Term { slug, term: word.term.clone(), means: means.unwrap_or_default() });
                }
                Err(error) => self.problem("words-used", ProblemKind::Text(format!("{slug}: {error}"))),
            }
        }
        terms.sort_by_key(|term| term.term.to_lowercase());
        terms
    }

    /// Resolves the references, which need every number.
    fn finish(mut self, parts: Vec<Part>, terms: Vec<Term>) -> Constitution {
        let mut constitution = Constitution {
            parts,
            terms,
            problems: Vec::new(),
            labels: Labels::default(),
            rule_word: self.formation.form.rule_word(),
        };
        constitution.labels = Labels::of(&constitution.blocks());
        let Constitution { parts, labels, rule_word, .. } = &mut constitution;
        for rule in parts.iter_mut().flat_map(|part| &mut part.rules) {
            let missing = resolve(&mut rule.blocks, labels, rule_word);
            for Unresolved(anchor) in missing {
                self.problem(&rule.slug, ProblemKind::Reference(anchor));
            }
        }
        for term in &mut constitution.terms {
            resolve_text(&mut term.means, &constitution.labels, constitution.rule_word);
        }
        constitution.problems = self.problems;
        constitution
    }

    fn problem(&mut self, rule: &str, kind: ProblemKind) {
        self.problems.push(Problem { rule: rule.to_owned(), kind });
    }
}

/// Puts a piece where it belongs.
fn put(piece: Piece, terms: &[Term]) -> Option<Block> {
    match piece {
        Piece::Block(block) => Some(block),
        Piece::Directive(Directive::WordsUsed) if !terms.is_empty() => Some(words_table(terms)),
        Piece::Directive(_) => None,
    }
}

pub(crate) fn words_table(terms: &[Term]) -> Block {
    let column = |share| Column { share, align: Align::Start };
    Block::Table(Table {
        caption: None,
        columns: vec![column(24), column(76)],
        head: Some(vec![vec!["Word".into()], vec!["What it means here".into()]]),
        rows: terms
            .iter()
            .map(|term| vec![vec![Text(vec![Span::Words(term.term.clone())])], vec![term.means.clone()]])
            .collect(),
    })
}
