//! Editing rules by hand: reworded, added, taken out, moved, and put back.

use std::collections::{BTreeMap, BTreeSet};

use formation::edit::{
    Edit, EditKind, Edits, Former, LONGEST_WHY, MOST_ADDED, Place, Provision, Step, Wording, WordingError,
    slug_for, write_edit, write_place,
};
use formation::{Origin, Rule};
use serde_json::Value as Json;
use store::{FieldPath, FormationId};

use crate::act::RuleWords;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::view::RuleEditView;
use crate::worked_out::WorkedOut;

/// By field: who, and when.
pub(crate) type Hands = BTreeMap<Path, (String, String)>;

impl Desk {
    /// Returns a rule as it is written by hand.
    ///
    /// # Errors
    /// When there is no such formation or rule, or the app works the rule out.
    pub fn rule_view(&self, id: &str, rule: &str) -> Result<RuleEditView, Failure> {
        let worked_out = self.worked_out(id)?;
        shown(&worked_out, rule)?;
        RuleEditView::of(&worked_out, id, self.saved.clone(), rule).ok_or_else(Failure::computed_rule)
    }

    /// Returns an empty rule to be written, after another.
    ///
    /// # Errors
    /// When there is no such formation or rule.
    pub fn new_rule_view(&self, id: &str, after: &str) -> Result<RuleEditView, Failure> {
        RuleEditView::new_rule(&self.worked_out(id)?, id, self.saved.clone(), after)
            .ok_or_else(|| Failure::not_found("That rule"))
    }

    /// Returns who last changed each field of what was done by hand, and when.
    pub(crate) fn hands(&self, id: &str, edits: &Edits) -> Result<Hands, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let paths = edits.rules.keys().map(|rule| record::edit_path(rule));
        let paths = paths.chain(edits.places.keys().map(|rule| record::place_path(rule)));
        let mut hands = Hands::new();
        for path in paths {
            let field = FieldPath::new(&path).map_err(store::StoreError::from)?;
            let newest = self.ledger.store.newest(&formation, &field)?;
            if let Some(change) = newest.into_iter().max_by_key(|change| change.seq) {
                hands.insert(path, (change.author, self.host.date_and_time(change.at)));
            }
        }
        Ok(hands)
    }

    /// Rewords a rule, or goes on with one that was reworded or added. Words that are the model's own take the edit
    /// back.
    ///
    /// # Errors
    /// When there is no such formation or rule, the words do not fit, or it cannot be saved; so with every act below.
    pub fn reword(&mut self, id: &str, rule: &str, typed: &RuleWords) -> Result<(), Failure> {
        let words = wording(typed)?;
        let provides = provides(typed);
        let why = why(&typed.why)?;
        let worked_out = self.worked_out(id)?;
        let shown = shown(&worked_out, rule)?;
        let field = match (&shown.origin, model_words(shown)) {
            (Origin::Added, _) => Some(EditKind::Added { words, provides }),
            (_, None) => return Err(Failure::computed_rule()),
            (_, Some(model)) if words.says_the_same(&model) => None,
            (_, Some(was)) => Some(EditKind::Replaced { words, was, provides }),
        };
        let field = field.map(|kind| write_edit(&Edit { kind, why }));
        let unchanged = self.ledger.fields(id)?.get(&record::edit_path(rule)) == field.as_ref();
        if unchanged {
            return Ok(());
        }
        self.change(id, vec![(record::edit_path(rule), field)])
    }

    /// Adds a rule after another and returns its slug.
    pub fn add_rule(&mut self, id: &str, after: &str, typed: &RuleWords) -> Result<String, Failure> {
        let words = wording(typed)?;
        let edit = Edit { kind: EditKind::Added { words, provides: provides(typed) }, why: why(&typed.why)? };
        let new_id = self.host.new_id();
        let worked_out = self.worked_out(id)?;
        if worked_out.formation.edits.added() >= MOST_ADDED {
            return Err(Failure::too_many_rules(MOST_ADDED));
        }
        shown(&worked_out, after)?;
        let slug = slug_for(typed.heading.trim(), &new_id);
        let mut edits = worked_out.formation.edits.clone();
        edits.rules.insert(slug.clone(), edit.clone());
        let places = worked_out.constitution.moved(&edits, &slug, Step::After(after));
        let mut changes = vec![(record::edit_path(&slug), Some(write_edit(&edit)))];
        changes.extend(places.into_iter().map(place_change));
        self.change(id, changes)?;
        Ok(slug)
    }

    /// Takes a rule out; one that the group added is gone with that.
    pub fn remove_rule(&mut self, id: &str, rule: &str, reason: &str) -> Result<(), Failure> {
        let why = why(reason)?;
        let worked_out = self.worked_out(id)?;
        let shown = shown(&worked_out, rule)?;
        let changes = match (&shown.origin, model_words(shown)) {
            (Origin::Added, _) => vec![(record::edit_path(rule), None), (record::place_path(rule), None)],
            (_, was) => {
                let was = was.unwrap_or_default();
                let edit = Edit { kind: EditKind::Removed { was }, why };
                vec![(record::edit_path(rule), Some(write_edit(&edit)))]
            }
        };
        self.change(id, changes)
    }

    /// Moves a rule one place up, or down. Returns whether it could go further.
    pub fn move_rule(&mut self, id: &str, rule: &str, up: bool) -> Result<bool, Failure> {
        let worked_out = self.worked_out(id)?;
        shown(&worked_out, rule)?;
        let step = if up { Step::Up } else { Step::Down };
        let places = worked_out.constitution.moved(&worked_out.formation.edits, rule, step);
        if places.is_empty() {
            return Ok(false);
        }
        let changes = places.into_iter().map(place_change).collect();
        self.change(id, changes)?;
        Ok(true)
    }

    /// Puts the model's wording of a rule back, or a rule that was taken out.
    pub fn put_back(&mut self, id: &str, rule: &str) -> Result<(), Failure> {
        let formation = self.formation(id)?;
        match formation.edits.rules.get(rule).map(|edit| &edit.kind) {
            Some(EditKind::Replaced { .. } | EditKind::Removed { .. }) => {
                self.change(id, vec![(record::edit_path(rule), None)])
            }
            _ => Err(Failure::not_found("That edit")),
        }
    }

    /// Puts a rule back to where the model has it.
    pub fn move_back(&mut self, id: &str, rule: &str) -> Result<(), Failure> {
        let edits = self.formation(id)?.edits;
        let is_added = matches!(edits.rules.get(rule).map(|edit| &edit.kind), Some(EditKind::Added { .. }));
        if is_added || !edits.places.contains_key(rule) {
            return Err(Failure::not_found("That move"));
        }
        self.change(id, vec![(record::place_path(rule), None)])
    }
}

fn place_change((rule, place): (String, Option<Place>)) -> (Path, Option<Json>) {
    (record::place_path(&rule), place.as_ref().map(write_place))
}

fn shown<'a>(worked_out: &'a WorkedOut<'_>, rule: &str) -> Result<&'a Rule, Failure> {
    worked_out.constitution.rule(rule).ok_or_else(|| Failure::not_found("That rule"))
}

/// What the model says in a rule; none for a rule that it works out or has not got.
pub(crate) fn model_words(rule: &Rule) -> Option<Former> {
    match &rule.origin {
        Origin::Model => Some(Former { heading: rule.heading.plain(), text: rule.source()? }),
        Origin::Edited { model } => Some(model.words.clone()),
        Origin::Added => None,
    }
}

/// Reads what was typed.
pub(crate) fn wording(typed: &RuleWords) -> Result<Wording, Failure> {
    Wording::new(&typed.heading, &typed.text).map_err(|error| {
        let field = match error {
            WordingError::NoHeading | WordingError::LongHeading(_) => "rule-heading",
            WordingError::NoText | WordingError::LongText(_) | WordingError::Hidden(_) => "rule-text",
        };
        let what_to_do = match error {
            WordingError::NoHeading => "Give the rule a heading of a few words.",
            WordingError::NoText => "Write what the rule says, or take the rule out.",
            WordingError::LongHeading(_) => "Make the heading shorter.",
            WordingError::LongText(_) => "Make two rules of it.",
            WordingError::Hidden(_) => "Delete the text and type it again, instead of pasting it.",
        };
        Failure::input(field, format!("The rule does not fit: {error}."), what_to_do)
    })
}

fn provides(typed: &RuleWords) -> BTreeSet<Provision> {
    typed.provides.iter().filter_map(|slug| Provision::from_slug(slug)).collect()
}

fn why(reason: &str) -> Result<String, Failure> {
    let reason = reason.trim();
    let count = reason.chars().count();
    if count > LONGEST_WHY {
        let sentence = format!("The reason has {count} characters; {LONGEST_WHY} is the most.");
        return Err(Failure::input("rule-why", sentence, "Make it shorter."));
    }
    Ok(reason.to_owned())
}
