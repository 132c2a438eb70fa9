//! The constitution: each rule with what was done to it by hand and what readers said.

use std::collections::BTreeMap;

use formation::answers_file::BUILT_IN_MODEL;
use formation::edit::{EditKind, amendments, fee_of};
use formation::{Crosswalk, Origin, Rule, Waiting, money};

use super::glossary::{Explained, Glossary};
use super::rule_edit::is_asked;
use super::{FeeMeterView, FrameView, RuleView, Saved};
use crate::editing::Hands;
use crate::record;
use crate::worked_out::WorkedOut;

/// The constitution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesView {
    /// The frame.
    pub frame: FrameView,
    /// "Rules", "Articles of association".
    pub title: &'static str,
    /// What one of its rules is called: "rule", "article".
    pub word: &'static str,
    /// How many words it has.
    pub words: usize,
    /// Its parts.
    pub parts: Vec<RulesPart>,
    /// Rules that the group took out.
    pub removed: Vec<RemovedRow>,
    /// What was changed by hand and changes nothing now.
    pub waiting: Vec<RemovedRow>,
    /// How many rules say something else than the model does.
    pub changed: usize,
    /// What changing rules by hand does to the registrar's fee.
    pub cost: String,
    /// The sponsor's model that it follows; none for the app's own.
    pub follows: Option<String>,
    /// The fee for a sponsor's model, and what counts towards it; none where none applies.
    pub meter: Option<FeeMeterView>,
    /// Comments on rules that are not in any more, with the slug of each rule.
    pub stray: Vec<(String, CommentView)>,
}

/// A part of the constitution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesPart {
    /// Its heading.
    pub heading: String,
    /// Its rules.
    pub rules: Vec<RuleRow>,
}

/// A rule with what is around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    /// The rule.
    pub rule: RuleView,
    /// Who worded it: "model", "edited", "added".
    pub origin: &'static str,
    /// Whether the app works its text out, so that nobody writes it.
    pub computed: bool,
    /// Who changed its words; none for the model's.
    pub worded: Option<ByHand>,
    /// Who moved it; none where the model has it, and for a rule of the group's own.
    pub moved: Option<ByHand>,
    /// What is asked for and no other rule provides for.
    pub alone_for: Vec<&'static str>,
    /// What readers said.
    pub comments: Vec<CommentView>,
}

/// Who changed something by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByHand {
    /// Who; empty when nobody knows.
    pub who: String,
    /// When: "24 November 2026, 14:02".
    pub when: String,
    /// Why; empty when they did not say.
    pub why: String,
}

/// A rule that is not in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedRow {
    /// Its slug.
    pub slug: String,
    /// Its heading.
    pub heading: String,
    /// Who did it.
    pub by: ByHand,
    /// Whether taking that back is a matter of its words; of its place otherwise.
    pub of_words: bool,
}

/// What a reader said about a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentView {
    /// Its id.
    pub id: String,
    /// Who said it.
    pub by: String,
    /// When.
    pub when: String,
    /// What they said.
    pub text: String,
    /// Whether it is settled.
    pub settled: bool,
}

impl RuleRow {
    /// Returns how many comments on it are not settled.
    pub fn open_comments(&self) -> usize {
        self.comments.iter().filter(|comment| !comment.settled).count()
    }
}

impl RulesView {
    pub(crate) fn of(
        worked_out: &WorkedOut<'_>,
        id: &str,
        saved: Saved,
        hands: &Hands,
        mut comments: BTreeMap<String, Vec<CommentView>>,
    ) -> Self {
        let constitution = &worked_out.constitution;
        let alone = alone(worked_out);
        let all = Explained::of(worked_out);
        let mut row = |rule: &Rule, glossary: &mut Glossary<'_>| RuleRow {
            rule: RuleView::explained(worked_out, rule, glossary),
            origin: origin_slug(&rule.origin),
            computed: rule.computed,
            worded: (rule.origin != Origin::Model).then(|| worded(worked_out, hands, &rule.slug)),
            moved: (rule.moved && rule.origin != Origin::Added)
                .then(|| by_hand(hands, &record::place_path(&rule.slug))),
            alone_for: alone.get(&rule.number).cloned().unwrap_or_default(),
            comments: comments.remove(&rule.slug).unwrap_or_default(),
        };
        let part = |(at, part): (usize, &formation::Part)| {
            // Once in each part is enough: in each rule there would be more to step over than to read.
            let mut glossary = Glossary::new(&all, &format!("part-{}", at + 1));
            let rules = part.rules.iter().map(|rule| row(rule, &mut glossary)).collect();
            RulesPart { heading: part.heading.clone(), rules }
        };
        let parts = constitution.parts.iter().enumerate().map(part).collect();
        let removed = constitution.removed.iter().map(|rule| RemovedRow {
            slug: rule.slug.clone(),
            heading: rule.model.words.heading.clone(),
            by: worded(worked_out, hands, &rule.slug),
            of_words: true,
        });
        let stray = comments
            .into_iter()
            .flat_map(|(rule, list)| list.into_iter().map(move |comment| (rule.clone(), comment)));
        Self {
            frame: FrameView::of(worked_out, id, saved),
            title: worked_out.formation.form.constitution_title(),
            word: constitution.rule_word(),
            words: constitution.word_count(),
            parts,
            removed: removed.collect(),
            waiting: waiting(worked_out, hands),
            changed: amendments(&worked_out.formation.edits, constitution).len(),
            cost: cost(worked_out),
            follows: follows(worked_out),
            meter: FeeMeterView::of(worked_out),
            stray: stray.collect(),
        }
    }

    /// Returns the row of a rule.
    pub fn row(&self, slug: &str) -> Option<&RuleRow> {
        self.parts.iter().flat_map(|part| &part.rules).find(|row| row.rule.slug == slug)
    }

    /// Returns how many comments are not settled.
    pub fn open_comments(&self) -> usize {
        let rows = self.parts.iter().flat_map(|part| &part.rules);
        let stray = self.stray.iter().filter(|(_, comment)| !comment.settled).count();
        rows.map(RuleRow::open_comments).sum::<usize>() + stray
    }
}

/// The sponsor's model that a co-op follows, in words.
fn follows(worked_out: &WorkedOut<'_>) -> Option<String> {
    let model = worked_out.model;
    (model.id != BUILT_IN_MODEL)
        .then(|| format!("{}, edition {}, of {}", model.title, model.edition, model.sponsor))
}

/// What is asked for, by the number of the one rule that provides for it.
fn alone(worked_out: &WorkedOut<'_>) -> BTreeMap<usize, Vec<&'static str>> {
    use formation::edit::Provision;
    let crosswalk =
        Crosswalk::of(&worked_out.assets.library, &worked_out.formation.edits, &worked_out.constitution);
    let matters = crosswalk.matters.into_iter().map(|(matter, rules)| (Provision::Matter(matter), rules));
    let criteria = crosswalk.criteria.into_iter().map(|(one, rules)| (Provision::Criterion(one), rules));
    let mut alone: BTreeMap<usize, Vec<&'static str>> = BTreeMap::new();
    for (provision, rules) in matters.chain(criteria) {
        if let [rule] = rules.as_slice()
            && is_asked(worked_out, &provision)
        {
            alone.entry(*rule).or_default().push(provision.title());
        }
    }
    alone
}

fn by_hand(hands: &Hands, path: &str) -> ByHand {
    let (who, when) = hands.get(path).cloned().unwrap_or_default();
    ByHand { who, when, why: String::new() }
}

fn worded(worked_out: &WorkedOut<'_>, hands: &Hands, rule: &str) -> ByHand {
    let edit = worked_out.formation.edits.rules.get(rule);
    let why = edit.map(|edit| edit.why.clone()).unwrap_or_default();
    ByHand { why, ..by_hand(hands, &record::edit_path(rule)) }
}

/// What waits for a rule that is not in, each with the heading it has in the model or in the group's words.
fn waiting(worked_out: &WorkedOut<'_>, hands: &Hands) -> Vec<RemovedRow> {
    let mut rows: Vec<RemovedRow> = Vec::new();
    for waiting in &worked_out.constitution.waiting {
        let (Waiting::RuleLeftOut(slug) | Waiting::NoSuchRule(slug) | Waiting::NoSuchPlace(slug)) = waiting;
        let edit = worked_out.formation.edits.rules.get(slug).map(|edit| &edit.kind);
        let (heading, of_words) = match edit {
            // Where a rule of the group's own stands is mended by moving it.
            Some(EditKind::Added { .. }) => continue,
            Some(EditKind::Replaced { words, .. }) => (words.heading().to_owned(), true),
            Some(EditKind::Removed { was }) => (was.heading.clone(), true),
            None => (slug.clone(), false),
        };
        if rows.iter().all(|row| row.slug != *slug) {
            rows.push(RemovedRow {
                slug: slug.clone(),
                heading,
                by: worded(worked_out, hands, slug),
                of_words,
            });
        }
    }
    rows
}

/// What changing rules by hand does to the registrar's fee.
pub(crate) fn cost(worked_out: &WorkedOut<'_>) -> String {
    let form = worked_out.formation.form;
    let fees = worked_out.assets.law.fees(form, worked_out.today);
    let Some(usual) = fees.iter().find(|fee| fee.is_usual()).or_else(|| fees.first()) else {
        return "Nothing is registered, so there is no fee, whatever you change.".to_owned();
    };
    let fee = money(usual.pence);
    if !form.is_society() {
        return format!("The fee of {fee} stays the same, however many you change by hand.");
    }
    if let Some(meter) = FeeMeterView::of(worked_out) {
        return meter.in_short();
    }
    let count = amendments(&worked_out.formation.edits, &worked_out.constitution).len();
    let counted = match count {
        0 => "No rule differs from the model\u{2019}s words.".to_owned(),
        1 => "1 rule differs from the model\u{2019}s words.".to_owned(),
        count => format!("{count} rules differ from the model\u{2019}s words."),
    };
    let sponsored = fee_of(&worked_out.assets.law, form, worked_out.today, count)
        .map(|fee| {
            format!(" With a sponsoring body\u{2019}s model, that count would cost {}.", money(fee.pence))
        })
        .unwrap_or_default();
    format!(
        "{counted} Your fee stays {fee}, however many you change: the registrar counts changes only in a sponsoring \
         body\u{2019}s model, and these rules follow none.{sponsored}"
    )
}

/// Returns how a rule came to its words, as screens name it.
pub(crate) fn origin_slug(origin: &Origin) -> &'static str {
    match origin {
        Origin::Model => "model",
        Origin::Edited { .. } => "edited",
        Origin::Added => "added",
    }
}
