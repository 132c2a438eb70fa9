//! One rule being written by hand.

use document::{Block, compare};
use formation::checks::About;
use formation::edit::{EditKind, Former, Provision};
use formation::{Crosswalk, Origin, Rule, provisions};

use super::rules::{cost, origin_slug};
use super::{FindingView, FrameView, Html, RuleView, Saved};
use crate::act::RuleWords;
use crate::worked_out::WorkedOut;

/// A rule being written, or a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleEditView {
    /// The frame.
    pub frame: FrameView,
    /// What one of its rules is called: "rule", "article".
    pub word: &'static str,
    /// The rule as it is printed; for a new one, the rule that it comes after.
    pub shown: RuleView,
    /// "model" as long as nobody changed it, "edited", "added"; "new" for one that is not there yet.
    pub origin: &'static str,
    /// The words that stand.
    pub words: RuleWords,
    /// What it can provide for.
    pub provides: Vec<ProvisionChoice>,
    /// What changed against the model's words, marked; none when nothing did.
    pub marked: Option<Html>,
    /// What the checks say of it.
    pub findings: Vec<FindingView>,
    /// What changing rules by hand does to the registrar's fee.
    pub cost: String,
    /// Whether a statute prescribes the words.
    pub prescribed: bool,
    /// Who asks for what a rule can provide for, a sentence; empty when nobody does.
    pub asked_by: &'static str,
    /// The other rules, as references name them: "12. Quorum", and the slug.
    pub others: Vec<(String, String)>,
}

/// Something that a rule can provide for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionChoice {
    /// Its slug: "s14:meetings.conduct".
    pub slug: String,
    /// What it is.
    pub title: &'static str,
}

impl RuleEditView {
    /// Returns the view of a rule; none when there is no such rule, or the app works it out.
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, slug: &str) -> Option<Self> {
        let rule = worked_out.constitution.rule(slug)?;
        let edit = worked_out.formation.edits.rules.get(slug);
        let words = match edit.map(|edit| &edit.kind) {
            Some(EditKind::Replaced { words, provides, .. } | EditKind::Added { words, provides }) => {
                RuleWords {
                    heading: words.heading().to_owned(),
                    text: words.text().to_owned(),
                    provides: provides.iter().map(|provision| provision.slug()).collect(),
                    why: edit.map(|edit| edit.why.clone()).unwrap_or_default(),
                }
            }
            _ => RuleWords { heading: rule.heading.plain(), text: rule.source()?, ..RuleWords::default() },
        };
        Some(Self {
            frame: FrameView::of(worked_out, id, saved),
            word: worked_out.constitution.rule_word(),
            origin: origin_slug(&rule.origin),
            provides: choices(worked_out, Some(rule)),
            words,
            marked: marked(worked_out, rule),
            shown: RuleView::of(worked_out, rule),
            findings: FindingView::about(worked_out, &About::Rule(slug.to_owned())),
            cost: cost(worked_out),
            prescribed: rule.clause.starts_with("prescribed-"),
            asked_by: asked_by(worked_out),
            others: others(worked_out, slug),
        })
    }

    /// Returns the view of a rule that is not there yet, after another.
    pub(crate) fn new_rule(worked_out: &WorkedOut<'_>, id: &str, saved: Saved, after: &str) -> Option<Self> {
        Some(Self {
            frame: FrameView::of(worked_out, id, saved),
            word: worked_out.constitution.rule_word(),
            shown: RuleView::of(worked_out, worked_out.constitution.rule(after)?),
            origin: "new",
            words: RuleWords::default(),
            provides: choices(worked_out, None),
            marked: None,
            findings: Vec::new(),
            cost: cost(worked_out),
            prescribed: false,
            asked_by: asked_by(worked_out),
            others: others(worked_out, ""),
        })
    }

    /// Returns what nobody says that the words provide for.
    pub fn unconfirmed(&self) -> Vec<&'static str> {
        let open = self.provides.iter().filter(|choice| !self.words.provides.contains(&choice.slug));
        open.map(|choice| choice.title).collect()
    }
}

fn asked_by(worked_out: &WorkedOut<'_>) -> &'static str {
    match worked_out.formation.form {
        form if form.is_society() => {
            "The law says that a society\u{2019}s rules must provide for these (Co-operative and Community Benefit \
             Societies Act 2014, section 14)."
        }
        form if form.is_company() => {
            "Companies House looks for these in the articles before it allows \u{201c}Co-operative\u{201d} in a name."
        }
        _ => "",
    }
}

fn others(worked_out: &WorkedOut<'_>, own: &str) -> Vec<(String, String)> {
    let others = worked_out.constitution.rules().filter(|rule| rule.slug != own);
    others.map(|rule| (format!("{}. {}", rule.number, rule.heading.plain()), rule.slug.clone())).collect()
}

/// Whether a registrar asks this form for a provision.
pub(super) fn is_asked(worked_out: &WorkedOut<'_>, provision: &Provision) -> bool {
    match provision {
        Provision::Matter(_) => worked_out.formation.form.is_society(),
        Provision::Criterion(_) => worked_out.formation.form.is_company(),
    }
}

/// What a rule of the model provides for; for a rule of the group's own, what it was said to and what no rule does.
fn choices(worked_out: &WorkedOut<'_>, rule: Option<&Rule>) -> Vec<ProvisionChoice> {
    let library = &worked_out.assets.library;
    let edits = &worked_out.formation.edits;
    let mut all = rule.map(|rule| provisions(library, edits, rule)).unwrap_or_default();
    if rule.is_none_or(|rule| rule.origin == Origin::Added) {
        let crosswalk = Crosswalk::of(library, edits, &worked_out.constitution);
        let matters = crosswalk.matters.into_iter().filter(|(_, rules)| rules.is_empty());
        all.extend(matters.map(|(matter, _)| Provision::Matter(matter)));
        let criteria = crosswalk.criteria.into_iter().filter(|(_, rules)| rules.is_empty());
        all.extend(criteria.map(|(criterion, _)| Provision::Criterion(criterion)));
    }
    all.into_iter()
        .filter(|provision| is_asked(worked_out, provision))
        .map(|provision| ProvisionChoice { slug: provision.slug(), title: provision.title() })
        .collect()
}

/// The rule with what changed against the model's words.
fn marked(worked_out: &WorkedOut<'_>, rule: &Rule) -> Option<Html> {
    let Origin::Edited { model } = &rule.origin else { return None };
    let Former { heading, text } = &model.words;
    let mut before = vec![Block::heading(3, heading.as_str())];
    before.extend(worked_out.constitution.read_typed(text, rule.number));
    let mut after = vec![Block::heading(3, rule.heading.clone())];
    after.extend(rule.blocks.iter().cloned());
    // One heading, whatever its words: a section is known by its anchor.
    for block in [before.first_mut(), after.first_mut()].into_iter().flatten() {
        if let Block::Heading(heading) = block {
            heading.anchor = Some(document::Anchor("marked".to_owned()));
        }
    }
    let comparison = compare(&before, &after);
    (!comparison.changes.is_empty()).then(|| Html(typeset::html_blocks(&comparison.blocks)))
}
