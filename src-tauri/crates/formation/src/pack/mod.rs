//! The pack: the papers of one route to registration, as block trees.
//!
//! Which papers there are and what they say is the library's; this module gives them the formation's
//! facts and puts the constitution in its place.

mod explained;
mod facts;
mod in_short;
mod languages;
mod marked;
mod model;
mod people;
mod sheet;
mod summary;
mod weights;

use document::{Audience, Block, Furniture, Labels, Language, Paper, Text, Unresolved, resolve};
use minijinja::Value as Name;

use crate::checks::Case;
use crate::constitution::Rule;
use crate::decision::{Date, Decision};
use crate::library::{Clause, PaperText};
use crate::text::{Directive, Engine, Piece, blocks, inline, long_date};

pub use explained::{TakenDown, explained};
pub use languages::foreign;
pub use marked::{Against, marked, reasons, with_usual_answers};
pub use sheet::{sheet_answers, sheets};
pub use summary::summary;

/// Which version of the papers is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Short name of this version of the formation's answers.
    pub version: String,
    /// The pack's date.
    pub date: Date,
    /// Whether it is a draft.
    pub draft: bool,
}

/// One paper of a pack, with what the cover sheet says about it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackPaper {
    /// The paper.
    pub paper: Paper,
    /// Who signs it; none when nobody does.
    pub signers: Option<String>,
    /// What to do with it; none when that goes without saying.
    pub next: Option<String>,
    /// Whether it holds private data.
    pub private: bool,
    /// What could not be written as the library has it.
    pub problems: Vec<String>,
}

/// Returns the papers of the pack, in order.
pub fn papers(case: &Case<'_>, edition: &Edition) -> Vec<PackPaper> {
    let writing = Writing::new(case, edition);
    writing.texts.iter().map(|text| writing.paper(text)).collect()
}

/// Returns one paper of the pack with its number in it, from 1; or none when the pack has not got it.
pub fn paper(case: &Case<'_>, edition: &Edition, slug: &str) -> Option<(usize, PackPaper)> {
    let writing = Writing::new(case, edition);
    let place = writing.texts.iter().position(|text| text.slug == slug)?;
    Some((place + 1, writing.paper(writing.texts.get(place)?)))
}

struct Writing<'a> {
    case: &'a Case<'a>,
    edition: &'a Edition,
    texts: Vec<&'a PaperText>,
    names: Name,
}

impl<'a> Writing<'a> {
    fn new(case: &'a Case<'a>, edition: &'a Edition) -> Self {
        Self::with(case, edition, facts::accepted(case))
    }

    /// For papers that say nothing of what the checks find.
    fn without_findings(case: &'a Case<'a>, edition: &'a Edition) -> Self {
        Self::with(case, edition, Name::UNDEFINED)
    }

    fn with(case: &'a Case<'a>, edition: &'a Edition, accepted: Name) -> Self {
        let context = case.answers.context();
        let texts: Vec<&PaperText> = case
            .library
            .pack(case.formation.form)
            .iter()
            .filter_map(|slug| case.library.paper(slug))
            .filter(|paper| case.library.holds(paper.when.as_deref(), context).unwrap_or(false))
            .collect();
        let mut names = case.answers.names().clone();
        facts::put(&mut names, case, edition);
        names.insert("accepted".to_owned(), accepted);
        people::put(&mut names, case);
        // Titles may use what stands above; the list of papers needs the titles.
        let so_far = Engine::names(&names);
        let listed: Vec<facts::Listed> = texts
            .iter()
            .map(|text| facts::Listed {
                title: title(case, text, &so_far),
                audience: audience(case, text),
                signers: signers(case, text, &so_far),
                next: next(case, text, &so_far),
            })
            .collect();
        names.insert("pack".to_owned(), facts::pack_list(&listed));
        Self { case, edition, texts, names: Engine::names(&names) }
    }

    /// A paper's text as the library has it, and what is wrong with it.
    fn drafted(&self, text: &PaperText) -> (Vec<Block>, Vec<String>) {
        let mut problems = Vec::new();
        let filled = self.case.library.engine.fill(&text.body_text(), &self.names).unwrap_or_else(|error| {
            problems.push(format!("{}:{}: {}", text.file, text.body_line + error.line - 1, error.message));
            String::new()
        });
        let marked = blocks(&filled, "");
        problems.extend(marked.problems.into_iter().map(|problem| format!("{}: {problem}", text.file)));
        let mut out: Vec<Block> = Vec::new();
        for piece in marked.pieces {
            match piece {
                Piece::Block(block) => out.push(block),
                Piece::Directive(Directive::Constitution) => out.extend(self.case.constitution.blocks()),
                Piece::Directive(Directive::WordsUsed) => {}
            }
        }
        (out, problems)
    }

    fn paper(&self, text: &PaperText) -> PackPaper {
        let (mut out, mut problems) = self.drafted(text);
        join_under_title(&mut out);
        if text.answers {
            sheet::put_in(self.case, &text.slug, &mut out);
        }
        let labels: &Labels = self.case.constitution.labels();
        let missing = resolve(&mut out, labels, self.case.constitution.rule_word());
        // A draft shows the gap. A final pack is stopped by the check of rules that point nowhere.
        if !self.edition.draft {
            let gap = |Unresolved(to)| format!("{}: there is no rule {}", text.file, to.0);
            problems.extend(missing.into_iter().map(gap));
        }
        let title = title(self.case, text, &self.names);
        PackPaper {
            signers: signers(self.case, text, &self.names),
            next: next(self.case, text, &self.names),
            private: text.private.is_some(),
            problems,
            paper: Paper {
                slug: text.slug.clone(),
                language: Language::ENGLISH,
                foreign: languages::foreign(self.case),
                audience: audience(self.case, text),
                furniture: self.furniture(text, &title),
                title,
                blocks: out,
            },
        }
    }

    fn furniture(&self, text: &PaperText, title: &str) -> Furniture {
        let name = self.case.name().unwrap_or("A co-op without a name yet");
        // The prescribed form of memorandum holds nothing else.
        let bare = text.slug == "memorandum";
        Furniture {
            header: if bare { String::new() } else { format!("{name} \u{b7} {title}") },
            footer: if bare {
                String::new()
            } else {
                format!("Version {}, {}", self.edition.version, long_date(self.edition.date))
            },
            draft: self.edition.draft,
            private: text.private.clone(),
            stamp_space: text.stamp_space,
            border: text.border,
        }
    }
}

fn title(case: &Case<'_>, text: &PaperText, names: &Name) -> String {
    line(case, &text.title_text(), names, &text.slug)
}

fn signers(case: &Case<'_>, text: &PaperText, names: &Name) -> Option<String> {
    text.signers.as_ref().map(|signers| line(case, &text.signers_text(), names, signers))
}

fn next(case: &Case<'_>, text: &PaperText, names: &Name) -> Option<String> {
    text.next.as_ref().map(|next| line(case, &text.next_text(), names, next))
}

/// Returns one of the lines about a paper; `otherwise` when the library's text is faulty.
fn line(case: &Case<'_>, text: &str, names: &Name, otherwise: &str) -> String {
    let filled = case.library.engine.fill(text, names);
    filled.map_or_else(|_| otherwise.to_owned(), |line| inline(line.trim()).plain())
}

/// Returns who a paper is for: a constitution that no register keeps is signed and kept.
fn audience(case: &Case<'_>, text: &PaperText) -> Audience {
    let context = case.answers.context();
    let holds = |when: &str| case.library.holds(Some(when), context).unwrap_or(false);
    let found = text.audience_when.iter().find(|(when, _)| holds(when));
    found.map_or(text.audience, |(_, audience)| *audience)
}

/// Returns who a paper is for, in words.
pub fn audience_words(audience: Audience) -> &'static str {
    match audience {
        Audience::Registrar => "For the registrar",
        Audience::Signing => "To sign",
        Audience::Keep => "To keep",
    }
}

/// A strong line right under the title belongs to it, and so does a name that stands there alone.
fn join_under_title(blocks: &mut Vec<Block>) {
    use document::Span;
    let [Block::Title { under, .. }, Block::Paragraph { text, .. }, ..] = blocks.as_mut_slice() else {
        return;
    };
    let joined = match text.0.as_slice() {
        [Span::Strong(strong)] => strong.clone(),
        // The co-op's name alone.
        [Span::Value(_)] => text.clone(),
        _ => return,
    };
    *under = Some(joined);
    blocks.remove(1);
}

/// How a paper begins that is made of the constitution and is not itself it.
fn opening(case: &Case<'_>, title: &str) -> Vec<Block> {
    let under = case.name().map(|name| Text::value(name.to_owned()));
    vec![Block::Title { text: Text::words(title), under }]
}

/// A paper made of the constitution, to be kept.
fn derived(case: &Case<'_>, edition: &Edition, slug: &str, title: &str, blocks: Vec<Block>) -> Paper {
    let name = case.name().unwrap_or("A co-op without a name yet");
    Paper {
        slug: slug.to_owned(),
        title: title.to_owned(),
        language: Language::ENGLISH,
        foreign: languages::foreign(case),
        audience: Audience::Keep,
        furniture: Furniture {
            header: format!("{name} \u{b7} {title}"),
            footer: format!("Version {}, {}", edition.version, long_date(edition.date)),
            draft: edition.draft,
            ..Furniture::default()
        },
        blocks,
    }
}

/// The questions that a rule turns on.
fn decisions_of<'a>(case: &Case<'a>, rule: &'a Rule) -> impl Iterator<Item = &'a Decision> {
    decisions_behind(case, case.library.clause(&rule.clause).into_iter().collect())
}

/// The questions asked of which the text of some clauses is made, or on which it turns whether they are there.
fn decisions_behind<'a>(case: &Case<'a>, clauses: Vec<&'a Clause>) -> impl Iterator<Item = &'a Decision> {
    let (answers, library) = (case.answers, case.library);
    library.decisions_of(case.model).filter(move |decision| {
        let variable = decision.variable();
        let asks = |clause: &&Clause| {
            library.asked_by_text(clause).contains(&variable)
                || library.asked_by_condition(clause).contains(&variable)
        };
        clauses.iter().any(asks) && answers.is_asked(&decision.slug)
    })
}
