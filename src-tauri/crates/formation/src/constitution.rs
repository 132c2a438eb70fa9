//! The constitution: what a model and a formation's answers assemble into.

mod assembly;
mod reading;

use document::{Anchor, Block, Heading, Labels, Text};

use crate::answers::Answers;
use crate::edit::{self, Edits, Former, Place, Slot, Step};
use crate::formation::Formation;
use crate::library::{Library, Model};
use assembly::Assembly;
pub(crate) use reading::is_prescribed;

/// Rules, articles, or whatever the form calls them.
#[derive(Debug, Clone, PartialEq)]
pub struct Constitution {
    /// Its parts, in printed order; none without rules.
    pub parts: Vec<Part>,
    /// The words it explains.
    pub terms: Vec<Term>,
    /// Rules that the group took out.
    pub removed: Vec<RemovedRule>,
    /// Edits that change nothing now.
    pub waiting: Vec<Waiting>,
    /// What could not be written as the library has it.
    pub problems: Vec<Problem>,
    labels: Labels,
    rule_word: &'static str,
    /// Every rule of the model, in its order.
    order: Vec<Slot<String>>,
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
    /// The library's name of the text it was written from; empty for a rule the group added.
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
    /// Who worded it.
    pub origin: Origin,
    /// Whether it stands elsewhere than in the model.
    pub moved: bool,
    /// Whether the app works its text out, as it does the table of words: nobody types that.
    pub computed: bool,
    /// Slugs of the terms that its text marks, in order of use; a term may stand there twice.
    pub terms: Vec<String>,
}

/// Who worded a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The model.
    Model,
    /// The group, in the place of the model's words.
    Edited {
        /// What the model says now.
        model: ModelWords,
    },
    /// The group: a rule that the model has not got.
    Added,
}

/// What the model says, had nobody edited the rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelWords {
    /// Heading and text, in the signs of edits.
    pub words: Former,
    /// What answers put into it: "14 clear days", "\u{a3}5".
    pub figures: Vec<String>,
}

/// A rule that the group took out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedRule {
    /// Its slug.
    pub slug: String,
    /// The library's name of its text.
    pub clause: String,
    /// The heading of the part it stood in.
    pub part: String,
    /// What the model says now.
    pub model: ModelWords,
}

/// An edit that changes nothing now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// The rule is not among those that the answers bring in.
    RuleLeftOut(String),
    /// The model has no such rule.
    NoSuchRule(String),
    /// The rule beside which it was put is not the model's.
    NoSuchPlace(String),
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

    /// Returns the places that change when a rule takes a step; nothing changes when it cannot. `rule` may be new.
    pub fn moved(&self, edits: &Edits, rule: &str, step: Step<'_>) -> Vec<(String, Option<Place>)> {
        edit::moved(edits, &self.order, rule, step)
    }

    /// Returns the labels of its rules and named items.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Reads words in the signs of edits, as the text of the rule with this number. Its references are named by the
    /// rules that are in.
    pub fn read_typed(&self, text: &str, number: usize) -> Vec<Block> {
        let mut blocks = edit::read(text, &number.to_string()).blocks;
        // What points nowhere stays as it is: this is for showing.
        let _ = document::resolve(&mut blocks, &self.labels, self.rule_word);
        blocks
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
}

impl Rule {
    /// Returns its text in the signs of edits, as somebody can go on writing it; none for one that the app
    /// works out.
    pub fn source(&self) -> Option<String> {
        edit::write(&self.blocks).filter(|_| !self.computed)
    }

    fn heading_block(&self) -> Heading {
        Heading {
            level: 3,
            label: Some(self.number.to_string()),
            anchor: Some(Anchor(self.slug.clone())),
            text: self.heading.clone(),
        }
    }
}
