//! Assembling: a model's rules written for one formation, with what was changed by hand put in.

use std::collections::BTreeSet;

use document::{Align, Anchor, Block, Column, Labels, Span, Table, Text, Unresolved, resolve, resolve_text};
use minijinja::Value as Name;

use super::{Constitution, ModelWords, Origin, Part, Problem, ProblemKind, RemovedRule, Rule, Term, Waiting};
use crate::answers::Answers;
use crate::edit::{self, EditKind, Former, Slot, Wording};
use crate::formation::Formation;
use crate::library::{Clause, ClauseText, Library, Model};
use crate::text::{Directive, Engine, Piece, Stretch, Whose, blocks, decode, inline};

/// The most bytes that all rules together may have, values as marks. The longest of ours have 200,000.
const LONGEST: usize = 4_000_000;

/// A rule being written: its pieces, before the words explained are put in their place.
struct Draft {
    part: usize,
    rule: Rule,
    pieces: Vec<Piece>,
}

impl Draft {
    fn empty<T>(slot: &Slot<T>, number: usize) -> Self {
        let rule = Rule {
            slug: slot.slug.clone(),
            clause: String::new(),
            number,
            heading: Text::default(),
            note: None,
            plain: None,
            blocks: Vec::new(),
            origin: Origin::Model,
            moved: false,
            computed: false,
            terms: Vec::new(),
        };
        Self { part: slot.part, rule, pieces: Vec::new() }
    }
}

pub(super) struct Assembly<'a> {
    library: &'a Library,
    formation: &'a Formation,
    answers: &'a Answers,
    terms: Vec<String>,
    /// How many bytes of text may still be written: a sponsor's rules could be without end.
    left: usize,
    removed: Vec<RemovedRule>,
    waiting: Vec<Waiting>,
    problems: Vec<Problem>,
}

impl<'a> Assembly<'a> {
    pub(super) fn new(library: &'a Library, formation: &'a Formation, answers: &'a Answers) -> Self {
        let problems = answers
            .faults
            .iter()
            .map(|fault| Problem { rule: String::new(), kind: ProblemKind::Text(fault.clone()) })
            .collect();
        Self {
            library,
            formation,
            answers,
            terms: Vec::new(),
            left: LONGEST,
            removed: Vec::new(),
            waiting: Vec::new(),
            problems,
        }
    }

    pub(super) fn run(mut self, model: &Model) -> Constitution {
        let edits = &self.formation.edits;
        let order = self.order(model);
        let kept = order.iter().map(named).collect();
        let (arranged, lost) = edit::arrange(order.clone(), edits.added_slugs(), edits);
        self.waiting(&order, lost);
        let (included, removed): (Vec<_>, Vec<_>) =
            arranged.into_iter().filter(|slot| slot.is_in).partition(|slot| !edits.removes(&slot.slug));
        let names = self.names(&included);
        let mut drafts = Vec::new();
        for (index, slot) in included.iter().enumerate() {
            drafts.push(self.draft(slot, index + 1, &names));
        }
        for slot in removed {
            let Some(clause) = slot.clause else { continue };
            let part = model.parts.get(slot.part).map(|part| part.heading.clone()).unwrap_or_default();
            let model = self.model_words(clause, &names);
            self.removed.push(RemovedRule { slug: slot.slug, clause: clause.name.clone(), part, model });
        }
        own_anchors(&mut drafts);
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
            if let Some(part) = parts.get_mut(part) {
                part.rules.push(rule);
            }
        }
        parts.retain(|part| !part.rules.is_empty());
        self.finish(parts, terms, kept)
    }

    /// Returns every rule of the model in its order, with the index of its part, and whether it is in.
    fn order(&mut self, model: &Model) -> Vec<Slot<&'a Clause>> {
        let mut order = Vec::new();
        for (part, one) in model.parts.iter().enumerate() {
            for name in &one.clauses {
                let Some(clause) = self.library.clause(name) else { continue };
                let is_in = match self.library.holds(clause.when.as_deref(), self.answers.context()) {
                    Ok(holds) => holds,
                    Err(error) => {
                        self.problem(name, ProblemKind::Text(error.to_string()));
                        false
                    }
                };
                order.push(Slot { slug: clause.slug.clone(), part, clause: Some(clause), is_in });
            }
        }
        order
    }

    /// Takes down which edits change nothing now.
    fn waiting(&mut self, order: &[Slot<&Clause>], lost: Vec<String>) {
        let edits = &self.formation.edits;
        let of_the_model =
            edits.rules.iter().filter(|(_, edit)| !matches!(edit.kind, EditKind::Added { .. }));
        let slugs: BTreeSet<&String> =
            of_the_model.map(|(slug, _)| slug).chain(edits.places.keys()).collect();
        for slug in slugs {
            let mut there = order.iter().filter(|slot| slot.slug == *slug).peekable();
            let is_added =
                edits.rules.get(slug).is_some_and(|edit| matches!(edit.kind, EditKind::Added { .. }));
            if is_added {
                continue;
            }
            if there.peek().is_none() {
                self.waiting.push(Waiting::NoSuchRule(slug.clone()));
            } else if !there.any(|slot| slot.is_in) {
                self.waiting.push(Waiting::RuleLeftOut(slug.clone()));
            }
        }
        self.waiting.extend(lost.into_iter().map(Waiting::NoSuchPlace));
    }

    /// Returns the names of the answers, and `has`.
    fn names(&self, included: &[Slot<&Clause>]) -> Name {
        let slugs: BTreeSet<String> = included.iter().map(|slot| slot.slug.clone()).collect();
        let mut names = self.answers.names().clone();
        names.insert("has".to_owned(), Name::from_function(move |slug: &str| slugs.contains(slug)));
        Engine::names(&names)
    }

    fn draft(&mut self, slot: &Slot<&Clause>, number: usize, names: &Name) -> Draft {
        let formation = self.formation;
        let edit = formation.edits.rules.get(&slot.slug).map(|edit| &edit.kind);
        let (clause, mut draft) = match (slot.clause, edit) {
            (Some(clause), Some(EditKind::Replaced { words, .. })) => {
                let model = self.model_words(clause, names);
                (Some(clause), self.typed(words, slot, number, Origin::Edited { model }))
            }
            (Some(clause), _) => return self.of_the_model(clause, slot, number, names),
            (None, Some(EditKind::Added { words, .. })) => {
                (None, self.typed(words, slot, number, Origin::Added))
            }
            (None, _) => (None, Draft::empty(slot, number)),
        };
        draft.rule.clause = clause.map(|clause| clause.name.clone()).unwrap_or_default();
        draft
    }

    /// Writes a rule as the model has it.
    fn of_the_model(&mut self, clause: &Clause, slot: &Slot<&Clause>, number: usize, names: &Name) -> Draft {
        let heading = self.line(clause, ClauseText::Heading, names).unwrap_or_default();
        let note = clause.has_note.then(|| self.line(clause, ClauseText::Note, names)).flatten();
        let plain = clause.has_plain.then(|| self.line(clause, ClauseText::Plain, names)).flatten();
        let filled = self.fill(clause, ClauseText::Body, names).unwrap_or_default();
        let marked = blocks(&filled, &number.to_string());
        for problem in marked.problems {
            self.problem(&clause.slug, ProblemKind::Text(problem));
        }
        let terms = marked.terms;
        self.mark_terms(&clause.slug, &terms);
        let clause = clause.name.clone();
        let rule = Rule { clause, heading, note, plain, terms, ..Draft::empty(slot, number).rule };
        let moved = self.formation.edits.places.contains_key(&slot.slug);
        let computed = marked.pieces.iter().any(|piece| matches!(piece, Piece::Directive(_)));
        Draft { part: slot.part, rule: Rule { moved, computed, ..rule }, pieces: marked.pieces }
    }

    /// Writes a rule as somebody typed it.
    fn typed(&mut self, words: &Wording, slot: &Slot<&Clause>, number: usize, origin: Origin) -> Draft {
        let edit::Read { blocks, mut terms } = edit::read(words.text(), &number.to_string());
        terms.extend(self.terms_in(&blocks));
        self.mark_terms(&slot.slug, &terms);
        let is_new = origin == Origin::Added;
        let rule = Rule {
            heading: Text::words(words.heading()),
            moved: !is_new && self.formation.edits.places.contains_key(&slot.slug),
            origin,
            terms,
            ..Draft::empty(slot, number).rule
        };
        Draft { part: slot.part, rule, pieces: blocks.into_iter().map(Piece::Block).collect() }
    }

    /// Returns the terms whose words stand in a typed text: nobody who types a rule marks them.
    fn terms_in(&self, blocks: &[Block]) -> Vec<String> {
        let mut said = String::from(" ");
        for block in blocks {
            block.visit(&mut |block| {
                for text in block.texts() {
                    for c in text.plain().to_lowercase().chars() {
                        said.push(if c.is_alphanumeric() || matches!(c, '\'' | '-') { c } else { ' ' });
                        if c == '\u{2019}' {
                            said.pop();
                            said.push('\'');
                        }
                    }
                    said.push(' ');
                }
            });
        }
        let is_said = |term: &str| {
            let term = term.to_lowercase();
            said.contains(&format!(" {term} ")) || said.contains(&format!(" {term}s "))
        };
        let terms = self.library.terms.0.iter().filter(|(_, word)| is_said(&word.term));
        terms.map(|(slug, _)| slug.clone()).collect()
    }

    fn mark_terms(&mut self, rule: &str, terms: &[String]) {
        for term in terms {
            if !self.library.terms.0.contains_key(term) {
                self.problem(rule, ProblemKind::UnknownTerm(term.clone()));
            } else if !self.terms.contains(term) {
                self.terms.push(term.clone());
            }
        }
    }

    /// Returns what the model says in a rule that was edited. Its faults are nobody's while it is not in.
    fn model_words(&mut self, clause: &Clause, names: &Name) -> ModelWords {
        let fill = |which| self.library.engine.fill(&clause.text(which), names).unwrap_or_default();
        let body = fill(ClauseText::Body);
        let heading = inline(fill(ClauseText::Heading).trim()).plain();
        let marked = blocks(&body, "");
        let text = edit::write(&marked.blocks()).unwrap_or_default();
        let figure = |stretch| match stretch {
            Stretch::Mark(Whose::Ours, words) if words.contains(|c: char| c.is_ascii_digit()) => Some(words),
            _ => None,
        };
        let figures = decode(&body).into_iter().filter_map(figure).collect();
        ModelWords { words: Former { heading, text }, figures }
    }

    fn line(&mut self, clause: &Clause, which: ClauseText, names: &Name) -> Option<Text> {
        let filled = self.fill(clause, which, names)?;
        let text = inline(filled.trim());
        (!text.is_empty()).then_some(text)
    }

    fn fill(&mut self, clause: &Clause, which: ClauseText, names: &Name) -> Option<String> {
        match self.library.engine.fill(&clause.text(which), names) {
            Ok(filled) if filled.len() > self.left => {
                let message = format!("{}: with this the rules are longer than rules may be", clause.file);
                self.problem(&clause.slug, ProblemKind::Text(message));
                None
            }
            Ok(filled) => {
                self.left -= filled.len();
                Some(filled)
            }
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
                Ok((term, means)) => {
                    // A line of Markdown: it may refer to rules.
                    let means = blocks(&means, "").blocks().into_iter().find_map(|block| match block {
                        Block::Paragraph { text, .. } => Some(text),
                        _ => None,
                    });
                    terms.push(Term { slug, term, means: means.unwrap_or_default() });
                }
                Err(error) => self.problem("words-used", ProblemKind::Text(format!("{slug}: {error}"))),
            }
        }
        terms.sort_by_key(|term| term.term.to_lowercase());
        terms
    }

    /// Resolves the references, which need every number.
    fn finish(mut self, parts: Vec<Part>, terms: Vec<Term>, order: Vec<Slot<String>>) -> Constitution {
        let mut constitution = Constitution {
            parts,
            terms,
            removed: std::mem::take(&mut self.removed),
            waiting: std::mem::take(&mut self.waiting),
            problems: Vec::new(),
            order,
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

/// Returns a slot with the name of its text in place of the text.
fn named(slot: &Slot<&Clause>) -> Slot<String> {
    Slot {
        slug: slot.slug.clone(),
        part: slot.part,
        clause: slot.clause.map(|clause| clause.name.clone()),
        is_in: slot.is_in,
    }
}

/// Takes the names off typed items that are another's already: a reference leads where it led before the edit.
fn own_anchors(drafts: &mut [Draft]) {
    let mut taken: BTreeSet<Anchor> = drafts.iter().map(|draft| Anchor(draft.rule.slug.clone())).collect();
    // The model's names come first, whatever the order of the rules.
    let (of_the_model, by_hand): (Vec<&mut Draft>, Vec<&mut Draft>) =
        drafts.iter_mut().partition(|draft| draft.rule.origin == Origin::Model);
    for draft in of_the_model {
        each_anchor(&mut draft.pieces, &mut |anchor| taken.extend(anchor.clone()));
    }
    for draft in by_hand {
        each_anchor(&mut draft.pieces, &mut |anchor| {
            if anchor.as_ref().is_some_and(|anchor| !taken.insert(anchor.clone())) {
                *anchor = None;
            }
        });
    }
}

fn each_anchor(pieces: &mut [Piece], look: &mut impl FnMut(&mut Option<Anchor>)) {
    fn inside(block: &mut Block, look: &mut impl FnMut(&mut Option<Anchor>)) {
        if let Block::Items(items) = block {
            for item in items {
                look(&mut item.anchor);
                item.blocks.iter_mut().for_each(|block| inside(block, look));
            }
        }
    }
    for piece in pieces {
        if let Piece::Block(block) = piece {
            inside(block, look);
        }
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

fn words_table(terms: &[Term]) -> Block {
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
