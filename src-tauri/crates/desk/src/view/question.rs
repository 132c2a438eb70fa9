//! One question, and all of them.

use formation::checks::About;
use formation::decision::{Decision, Status, Value};
use formation::{Rule, Standing};

use super::frame::standing_slug;
use super::glossary::{Explained, Glossary};
use super::written::{WrittenRule, written};
use super::{InputView, Saved};
use crate::worked_out::WorkedOut;

use super::{FindingView, FrameView, Html};

/// One question, with what its answer writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The frame.
    pub frame: FrameView,
    /// The decision's slug.
    pub slug: String,
    /// The part it belongs to: its slug and heading.
    pub part: String,
    /// The part's heading.
    pub part_heading: String,
    /// Its place among the questions asked in its part, from 1.
    pub index: usize,
    /// How many questions are asked in its part.
    pub count: usize,
    /// Other questions of the part, for the list on the left.
    pub siblings: Vec<QuestionLink>,
    /// The question.
    pub question: String,
    /// What is meant.
    pub explain: String,
    /// Why it matters.
    pub why: String,
    /// What most groups choose.
    pub usual: String,
    /// An example of an answer.
    pub example: Option<String>,
    /// The law that guards it.
    pub law: Option<String>,
    /// What may be answered, with the answer that stands.
    pub input: InputView,
    /// The status slug: open, proposed, agreed, parked.
    pub status: &'static str,
    /// Whether the answer that stands is the usual one, which nobody has taken up by itself.
    pub is_usual: bool,
    /// The group's reason.
    pub reason: String,
    /// Slug of the question before, in this or an earlier part.
    pub previous: Option<String>,
    /// Slug of the next question, in this or a later part.
    pub next: Option<String>,
    /// The rules it writes, and what the answer changes in them against the usual one.
    pub rules: Vec<WrittenRule>,
    /// What is meant, why it matters and what most choose, with the words explained that its rules mark.
    pub explained: ExplainedQuestion,
    /// What the checks say about it.
    pub findings: Vec<FindingView>,
    /// Whether copies disagree on it, and nobody has settled that yet.
    pub disputed: bool,
    /// How many must take part, for 5, 12, 20 and 50 members; for a quorum only.
    pub quorum_table: Vec<(u32, u32)>,
}

/// The texts of a question as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedQuestion {
    /// What is meant.
    pub explain: Html,
    /// Why it matters.
    pub why: Html,
    /// What most groups choose.
    pub usual: Html,
}

/// A link to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionLink {
    /// Its slug.
    pub slug: String,
    /// The question.
    pub question: String,
    /// How it stands: open, usual, proposed, agreed, parked.
    pub standing: &'static str,
}

/// A rule as shown beside a question or when reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// Its slug.
    pub slug: String,
    /// Its number.
    pub number: usize,
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub html: Html,
    /// What it says in plain words.
    pub plain: Option<String>,
    /// A remark that is no part of it.
    pub note: Option<String>,
    /// The law behind it.
    pub law: Option<String>,
    /// The questions that write it, by slug and question.
    pub decisions: Vec<(String, String)>,
}

/// All answers on one screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersView {
    /// The frame.
    pub frame: FrameView,
    /// The parts of the questions.
    pub parts: Vec<AnswersPart>,
}

/// A part of the questions, with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersPart {
    /// Its slug.
    pub slug: String,
    /// Its heading.
    pub heading: String,
    /// The answers; none where nothing of it is asked.
    pub rows: Vec<AnswerRow>,
}

/// One answer in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The decision's slug.
    pub slug: String,
    /// The question.
    pub question: String,
    /// The answer in words; empty while open.
    pub answer: String,
    /// How it stands: open, usual, proposed, agreed, parked.
    pub standing: &'static str,
}

impl AnswerRow {
    /// Whether there is nothing to do about it: the group agrees, or left the usual answer.
    pub fn is_settled(&self) -> bool {
        matches!(self.standing, "agreed" | "usual")
    }
}

/// Numbers of members for which a quorum is shown.
const SHOWN_MEMBERS: [u32; 4] = [5, 12, 20, 50];

impl QuestionView {
    /// Returns the view of a question; none when the model does not ask it.
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, slug: &str) -> Option<Self> {
        let library = &worked_out.assets.library;
        let decision = library.decision_as(worked_out.formation.form, slug)?;
        let part = library.parts_of(worked_out.model).find(|part| part.slug == decision.part)?;
        let siblings: Vec<QuestionLink> =
            part.decisions.iter().filter_map(|slug| link(worked_out, slug)).collect();
        let asked: Vec<&str> = library
            .decisions_of(worked_out.model)
            .map(|decision| decision.slug.as_str())
            .filter(|slug| worked_out.answers.is_asked(slug))
            .collect();
        let at = asked.iter().position(|one| *one == slug);
        let neighbour = |step: isize| {
            let index = at?.checked_add_signed(step)?;
            asked.get(index).map(|slug| (*slug).to_owned())
        };
        let formation = &worked_out.formation;
        let standing = worked_out.answers.standing(formation, slug);
        let rules = rules_of(worked_out, decision);
        let all = Explained::of(worked_out);
        let mut glossary = Glossary::new(&all, "asked");
        let words: Vec<&String> = rules.iter().flat_map(|rule| &rule.terms).collect();
        let explained = ExplainedQuestion {
            explain: glossary.words(&decision.explain, &words),
            why: glossary.words(&decision.why, &words),
            usual: glossary.words(&decision.usual, &words),
        };
        Some(Self {
            frame: FrameView::of(worked_out, id, saved),
            slug: slug.to_owned(),
            part: part.slug.clone(),
            part_heading: part.heading.clone(),
            index: siblings.iter().position(|link| link.slug == slug).map_or(0, |index| index + 1),
            count: siblings.len(),
            siblings,
            question: decision.question.clone(),
            explain: decision.explain.clone(),
            why: decision.why.clone(),
            usual: decision.usual.clone(),
            example: decision.example.clone(),
            law: decision.law.clone(),
            // The log knows that, and not what was worked out.
            disputed: false,
            input: InputView::of(library, decision, &worked_out.answers, formation),
            status: match standing {
                Standing::Taken(status) => status.slug(),
                _ => Status::Open.slug(),
            },
            is_usual: formation.given(slug).is_none() && worked_out.answers.value(slug).is_some(),
            reason: formation.decisions.get(slug).and_then(|taken| taken.reason.clone()).unwrap_or_default(),
            previous: neighbour(-1),
            next: neighbour(1),
            rules: written(worked_out, decision, &rules),
            explained,
            findings: FindingView::about(worked_out, &About::Decision(slug.to_owned())),
            quorum_table: quorum_table(worked_out.answers.value(slug)),
        })
    }
}

fn link(worked_out: &WorkedOut<'_>, slug: &str) -> Option<QuestionLink> {
    let standing = worked_out.answers.standing(&worked_out.formation, slug);
    if standing == Standing::NotAsked {
        return None;
    }
    let decision = worked_out.assets.library.decision_as(worked_out.formation.form, slug)?;
    Some(QuestionLink {
        slug: slug.to_owned(),
        question: decision.question.clone(),
        standing: standing_slug(standing),
    })
}

/// The rules whose text turns on a decision, in printed order.
fn rules_of<'a>(worked_out: &'a WorkedOut<'_>, decision: &Decision) -> Vec<&'a Rule> {
    let variable = decision.variable();
    let library = &worked_out.assets.library;
    let turns_on = |rule: &&Rule| {
        library.clause(&rule.clause).is_some_and(|clause| {
            library.asked_by_text(clause).contains(&variable) || clause.slot == decision.slot
        })
    };
    worked_out.constitution.rules().filter(turns_on).collect()
}

impl RuleView {
    /// The same with words explained that were not explained before.
    pub(crate) fn explained(worked_out: &WorkedOut<'_>, rule: &Rule, glossary: &mut Glossary<'_>) -> Self {
        Self { html: glossary.rule(rule), ..Self::of(worked_out, rule) }
    }

    pub(crate) fn of(worked_out: &WorkedOut<'_>, rule: &Rule) -> Self {
        let library = &worked_out.assets.library;
        let clause = library.clause(&rule.clause);
        let is_asked =
            |variable: &String| clause.is_some_and(|clause| library.asked_by_text(clause).contains(variable));
        Self {
            slug: rule.slug.clone(),
            number: rule.number,
            heading: rule.heading.plain(),
            html: Html(typeset::html_blocks(&rule.blocks)),
            plain: rule.plain.as_ref().map(document::Text::plain),
            note: rule.note.as_ref().map(document::Text::plain),
            law: clause.and_then(|clause| clause.law.clone()),
            decisions: library
                .decisions_of(worked_out.model)
                .filter(|decision| is_asked(&decision.variable()))
                .map(|decision| (decision.slug.clone(), decision.question.clone()))
                .collect(),
        }
    }
}

fn quorum_table(value: Option<&Value>) -> Vec<(u32, u32)> {
    match value {
        Some(Value::Quorum(quorum)) => {
            SHOWN_MEMBERS.into_iter().map(|members| (members, quorum.of(members))).collect()
        }
        _ => Vec::new(),
    }
}

impl AnswersView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let library = &worked_out.assets.library;
        let row = |slug: &String| {
            let decision = library.decision_as(worked_out.formation.form, slug)?;
            let standing = worked_out.answers.standing(&worked_out.formation, slug);
            (standing != Standing::NotAsked).then(|| AnswerRow {
                slug: slug.clone(),
                question: decision.question.clone(),
                answer: worked_out
                    .answers
                    .value(slug)
                    .map(|value| decision.in_words(value))
                    .unwrap_or_default(),
                standing: standing_slug(standing),
            })
        };
        Self {
            frame: FrameView::of(worked_out, id, saved),
            parts: library
                .parts_of(worked_out.model)
                .map(|part| AnswersPart {
                    slug: part.slug.clone(),
                    heading: part.heading.clone(),
                    rows: part.decisions.iter().filter_map(row).collect(),
                })
                .collect(),
        }
    }
}
