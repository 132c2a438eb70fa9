//! History: undoing, looking back, putting back; and the bin.

use std::collections::{BTreeMap, BTreeSet};

use formation::decision::Status;
use formation::library::Library;
use formation::pack::TakenDown;
use serde_json::Value as Json;
use store::{BackupReason, Change, FieldPath, FormationId};

use crate::assets::Assets;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::preferences::NOBODY;
use crate::record::{self, Path};
use crate::removed::days_left;
use crate::view::{
    ActKind, ActRow, AnswersView, BinRow, BinView, ComparisonView, ConflictView, FrameView, HistoryView,
    Html, LineView, MomentView, NAMELESS, Reversible, RuleDifference, SideView,
};
use crate::wording;
use crate::worked_out::WorkedOut;

type Fields = BTreeMap<Path, Json>;

/// What is never undone or done again: putting a formation into the bin, and bringing it back. Each has its own button,
/// and undoing the second would put a whole formation away that somebody is working on.
const NEVER_UNDONE: &[&str] = &[record::REMOVED];

impl Desk {
    /// Undoes the latest act of a formation, and says in a few words what that was; none when there is nothing to
    /// undo. What another copy did is not undone this way, and neither is what was put into the bin or brought back.
    ///
    /// # Errors
    /// When there is no such formation, or it cannot be saved; so with every act below.
    pub fn undo(&mut self, id: &str) -> Result<Option<String>, Failure> {
        let next = self.next_to_undo(&FormationId::new(id).map_err(store::StoreError::from)?)?;
        self.revert(id, next)
    }

    /// Does the latest undone act again, and says in a few words what that was.
    pub fn redo(&mut self, id: &str) -> Result<Option<String>, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let next = self.ledger.store.redoing(&formation, NEVER_UNDONE)?;
        self.revert(id, next)
    }

    /// Says what undoing, and doing again, would do next.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn reversible(&self, id: &str) -> Result<Reversible, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let words = |next: Option<store::Reverting>| next.map(|next| self.in_short(id, &next)).transpose();
        Ok(Reversible {
            undo: words(self.next_to_undo(&formation)?)?,
            redo: words(self.ledger.store.redoing(&formation, NEVER_UNDONE)?)?,
        })
    }

    /// Beginning a co-op is not undone: it would be gone, and in no bin. It can be removed.
    fn next_to_undo(&self, formation: &FormationId) -> Result<Option<store::Reverting>, Failure> {
        let next = self.ledger.store.undoing(formation, NEVER_UNDONE)?;
        let ends_it = |next: &store::Reverting| {
            next.fields.iter().any(|(path, value)| path.as_str() == record::TYPE && value.is_none())
        };
        Ok(next.filter(|next| !ends_it(next)))
    }

    fn revert(&mut self, id: &str, next: Option<store::Reverting>) -> Result<Option<String>, Failure> {
        let Some(next) = next else { return Ok(None) };
        let words = self.in_short(id, &next)?;
        self.change_reverting(id, plain(next.fields), Some(next.act))?;
        Ok(Some(words))
    }

    /// What undoing or doing again comes to, in a few words.
    fn in_short(&self, id: &str, next: &store::Reverting) -> Result<String, Failure> {
        let fields = self.ledger.fields(id)?;
        let library = self.library_of(&fields);
        let lines: Vec<LineView> = next
            .fields
            .iter()
            .flat_map(|(path, value)| {
                wording::lines(library, path.as_str(), fields.get(path.as_str()), value.as_ref())
            })
            .collect();
        Ok(match lines.as_slice() {
            [line] => line.what.clone(),
            [line, rest @ ..] => format!("{} and {} more", line.what, rest.len()),
            [] => String::new(),
        })
    }

    /// Returns what was done to a formation, latest first, and what can be undone.
    pub fn history_view(&self, id: &str) -> Result<HistoryView, Failure> {
        self.history_telling(id, usize::MAX, &[])
    }

    /// The same, where only some acts say what they changed: the latest `told`, the last of each day, the first of all,
    /// and those of the moments that are `named`. The others say when they were and who did them. So a page does not
    /// put a life of thousands of acts into words to show sixty of them.
    pub fn history_telling(&self, id: &str, told: usize, named: &[i64]) -> Result<HistoryView, Failure> {
        let frame = FrameView::of(&self.worked_out(id)?, id, self.saved.clone());
        let Reversible { undo, redo } = self.reversible(id)?;
        Ok(HistoryView {
            frame,
            undo,
            redo,
            acts: self.acts(id, told, named)?,
            removed: self.taken_out_rows(id)?,
            conflicts: self.conflicts(id)?,
        })
    }

    /// Returns who took down each answer as it stands, and when, where they said their name.
    pub fn taken_down(&self, id: &str) -> Result<TakenDown, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let mut taken_down = TakenDown::new();
        // Where copies disagree, what came in last may be the side that is not shown.
        let fields = self.ledger.store.fields(&formation)?;
        let mut shown: BTreeMap<FieldPath, store::ChangeId> = BTreeMap::new();
        for (field, sides) in self.ledger.store.conflicts(&formation)? {
            let value = fields.get(&field);
            // Of sides that say the same, the one with the greater id is shown: they come by id.
            if let Some(side) = sides.into_iter().rev().find(|side| side.value.as_ref() == value) {
                shown.insert(field, side.id);
            }
        }
        // Latest first.
        self.ledger.store.each_change(&formation, None, &mut |change| {
            if let Some(slug) = change.field.as_str().strip_prefix("decision/")
                && !taken_down.contains_key(slug)
                && shown.get(&change.field).is_none_or(|side| *side == change.id)
            {
                let by = if change.author == NOBODY {
                    String::new()
                } else {
                    format!("{}, {}", change.author, self.host.date_and_time(change.at))
                };
                taken_down.insert(slug.to_owned(), by);
            }
            true
        })?;
        taken_down.retain(|_, by| !by.is_empty());
        Ok(taken_down)
    }

    /// The acts of a formation, latest first. The changes of one act at a time are held.
    fn acts(&self, id: &str, told: usize, named: &[i64]) -> Result<Vec<ActRow>, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let library = self.library_for(id)?;
        let mut acts: Vec<ActRow> = Vec::new();
        // Of the act that is being read, its last change first.
        let mut act: Vec<Change> = Vec::new();
        let mut failed = None;
        self.ledger.store.each_change(&formation, None, &mut |change| {
            if act.first().is_some_and(|one| one.act != change.act) {
                let row = self.act_row(&act);
                let is_last_of_day = acts.last().is_none_or(|later| later.day() != row.day());
                let is_told = acts.len() < told || is_last_of_day || named.contains(&row.moment);
                let lines = if is_told { self.lines_of(library, &act) } else { Ok(Vec::new()) };
                match lines {
                    Ok(lines) => acts.push(ActRow { lines, ..row }),
                    Err(error) => failed = Some(error),
                }
                act.clear();
            }
            act.push(change);
            failed.is_none()
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        if !act.is_empty() {
            acts.push(ActRow { lines: self.lines_of(library, &act)?, ..self.act_row(&act) });
        }
        Ok(acts)
    }

    /// What an act changed, in words; of its changes, the last comes first.
    fn lines_of(&self, library: &Library, act: &[Change]) -> Result<Vec<LineView>, Failure> {
        let mut lines = Vec::new();
        for change in act.iter().rev() {
            let mut before = None;
            for replaced in &change.replaces {
                let value = self.ledger.store.change(replaced)?.and_then(|change| change.value);
                before = value.or(before);
            }
            lines.extend(wording::lines(
                library,
                change.field.as_str(),
                before.as_ref(),
                change.value.as_ref(),
            ));
        }
        Ok(lines)
    }

    /// An act without what it changed; of its changes, the last comes first.
    fn act_row(&self, act: &[Change]) -> ActRow {
        let (last, first) = (&act[0], &act[act.len() - 1]);
        let kind = match (&first.reverts, first.received) {
            (_, true) => ActKind::CameIn,
            (Some(_), false) => ActKind::Reverted,
            (None, false) => ActKind::Done,
        };
        ActRow {
            moment: last.seq,
            when: self.host.date_and_time(first.at),
            who: first.author.clone(),
            kind,
            lines: Vec::new(),
            agreed: act.iter().filter(|change| agrees(change)).count(),
        }
    }

    /// Returns a formation as it was at a moment: its answers, its people, and what became different since.
    ///
    /// # Errors
    /// When nothing was done to it at that moment.
    pub fn moment_view(&self, id: &str, moment: i64) -> Result<MomentView, Failure> {
        let when = self.when(id, moment)?;
        let frame = FrameView::of(&self.worked_out(id)?, id, self.saved.clone());
        let then = self.worked_out_at(id, moment)?;
        let people = then.formation.people.iter().map(|person| match person.name.full() {
            name if name.is_empty() => wording::NAMELESS_PERSON.to_owned(),
            name => name,
        });
        let organisations = then.formation.organisations.iter().map(wording::organisation_called);
        Ok(MomentView {
            frame,
            moment,
            when,
            parts: AnswersView::of(&then, id, self.saved.clone()).parts,
            people: people.chain(organisations).collect(),
            since: self.compare_moments(id, Some(moment), None)?,
        })
    }

    /// Returns when a moment was, in words: "24 November 2026, 14:02".
    pub(crate) fn when(&self, id: &str, moment: i64) -> Result<String, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let act = self.ledger.store.history(&formation, moment.checked_add(1), 1)?.into_iter().next();
        let act =
            act.filter(|change| change.seq == moment).ok_or_else(|| Failure::not_found("That moment"))?;
        Ok(self.host.date_and_time(act.at))
    }

    /// Returns on what copies of a formation disagree.
    pub fn conflicts(&self, id: &str) -> Result<Vec<ConflictView>, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        self.conflicts_in(&self.ledger.store, &formation)
    }

    /// Returns on how many things copies of a formation disagree.
    pub(crate) fn disagreements(&self, id: &str) -> Result<usize, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        Ok(self.ledger.store.conflicts(&formation)?.len())
    }

    /// Whether copies of a formation disagree on an answer.
    pub(crate) fn is_disputed(&self, id: &str, slug: &str) -> Result<bool, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let path = FieldPath::new(record::decision_path(slug)).map_err(store::StoreError::from)?;
        let sides = self.ledger.store.newest(&formation, &path)?;
        Ok(sides.iter().any(|side| side.value != sides[0].value))
    }

    pub(crate) fn conflicts_in(
        &self,
        store: &store::Store,
        formation: &FormationId,
    ) -> Result<Vec<ConflictView>, Failure> {
        let shown = store.fields(formation)?;
        let plain = shown.iter().map(|(path, value)| (path.to_string(), value.clone())).collect();
        let library = self.library_of(&plain);
        let conflicts = store.conflicts(formation)?;
        Ok(conflicts
            .into_iter()
            .map(|(field, changes)| {
                let path = field.as_str();
                let person =
                    changes.iter().find_map(|change| change.value.as_ref()).map(wording::person_name);
                let is_person = wording::is_founder(path);
                let sides = changes.iter().map(|change| SideView {
                    change: change.id.to_string(),
                    who: change.author.clone(),
                    when: self.host.date_and_time(change.at),
                    value: match &change.value {
                        Some(value) if is_person => everything(value),
                        value => wording::value(library, path, value.as_ref()),
                    },
                    shown: change.value.as_ref() == shown.get(&field),
                });
                ConflictView {
                    field: path.to_owned(),
                    what: person.filter(|_| is_person).unwrap_or_else(|| wording::what(library, path)),
                    sides: sides.collect(),
                }
            })
            .collect())
    }

    /// Settles a disagreement: the field says from now on what one of the copies says.
    pub fn settle(&mut self, id: &str, field: &str, change: &str) -> Result<(), Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let path = FieldPath::new(field).map_err(store::StoreError::from)?;
        let newest = self.ledger.store.newest(&formation, &path)?;
        let chosen = newest.into_iter().find(|one| one.id.as_str() == change);
        let chosen = chosen.ok_or_else(|| Failure::not_found("That version"))?;
        self.change(id, vec![(field.to_owned(), chosen.value)])
    }

    /// Returns the fields of a co-op at a moment; none stands for now.
    fn fields_at(&self, id: &str, moment: Option<i64>) -> Result<Fields, Failure> {
        let mut fields: Fields = match moment {
            None => self.ledger.fields(id)?,
            Some(moment) => {
                let formation = FormationId::new(id).map_err(store::StoreError::from)?;
                let fields = self.ledger.store.fields_at(&formation, moment)?;
                fields.into_iter().map(|(path, value)| (path.into_string(), value)).collect()
            }
        };
        // How somebody keeps it on their desk is no part of it: neither compared nor put back.
        fields.retain(|path, _| record::is_of_the_co_op(path));
        Ok(fields)
    }

    /// Returns a formation as it was at a moment.
    pub fn formation_at(&self, id: &str, moment: i64) -> Result<formation::Formation, Failure> {
        Ok(self.worked_out_at(id, moment)?.formation.clone())
    }

    /// Returns a formation as it was at a moment, worked out with the texts that it had then.
    pub(crate) fn worked_out_at(&self, id: &str, moment: i64) -> Result<WorkedOut<'_>, Failure> {
        let fields = self.fields_at(id, Some(moment))?;
        if fields.is_empty() {
            return Err(Failure::not_found("That moment"));
        }
        self.worked_out_of(&fields)
    }

    /// Works out what fields come to, whether they are stored or not.
    pub(crate) fn worked_out_of(&self, fields: &Fields) -> Result<WorkedOut<'_>, Failure> {
        let assets = self.texts_of(fields)?;
        WorkedOut::new(assets, record::read(&assets.library, fields)?, self.host.today())
    }

    /// Returns how a formation at the moment `to` differs from the moment `from`; none stands for now.
    pub fn compare_moments(
        &self,
        id: &str,
        from: Option<i64>,
        to: Option<i64>,
    ) -> Result<ComparisonView, Failure> {
        self.compare_fields(&self.fields_at(id, from)?, &self.fields_at(id, to)?)
    }

    pub(crate) fn compare_fields(&self, from: &Fields, to: &Fields) -> Result<ComparisonView, Failure> {
        let library = self.library_of(if to.is_empty() { from } else { to });
        let lines = wording::differences(library, from, to);
        let before = self.rule_texts(from)?;
        let after = self.rule_texts(to)?;
        Ok(ComparisonView { lines, rules: rule_differences(&before, &after) })
    }

    /// Returns the rules of a state by slug: heading and words. A state from before there was anything has none.
    fn rule_texts(&self, fields: &Fields) -> Result<BTreeMap<String, (String, String)>, Failure> {
        if fields.is_empty() {
            return Ok(BTreeMap::new());
        }
        Ok(rule_texts(&self.worked_out_of(fields)?))
    }

    /// Puts a formation back to a moment, as new changes: what came after stays in the history. Returns how many
    /// fields changed.
    pub fn restore(&mut self, id: &str, moment: i64) -> Result<usize, Failure> {
        let then = self.fields_at(id, Some(moment))?;
        if then.is_empty() {
            return Err(Failure::not_found("That moment"));
        }
        let now = self.fields_at(id, None)?;
        let mut changes: Vec<(Path, Option<Json>)> =
            now.keys().filter(|path| !then.contains_key(*path)).map(|path| (path.clone(), None)).collect();
        changes.extend(
            then.into_iter()
                .filter(|(path, value)| now.get(path) != Some(value))
                .map(|(path, value)| (path, Some(value))),
        );
        let count = changes.len();
        self.change(id, changes)?;
        Ok(count)
    }

    /// Returns what is in the bin, latest removed first.
    pub fn bin_view(&self) -> Result<BinView, Failure> {
        let now = self.host.now_ms();
        let in_bin = self.in_bin()?;
        let mut formations = Vec::new();
        let all = if in_bin.is_empty() { Vec::new() } else { self.ledger.all_formations()? };
        for (id, changed) in all.into_iter().filter(|(id, _)| in_bin.contains(id)) {
            let fields = self.ledger.fields(&id)?;
            let name = fields.get(&record::decision_path("name"));
            let name = name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS).to_owned();
            let removed = self.removed_at(&id)?.unwrap_or(changed);
            let days_left = days_left(removed, now);
            let removed = self.host.date_and_time(removed);
            formations.push(BinRow { formation: id, name, removed, days_left });
        }
        Ok(BinView { formations, taken_out: self.bin_of_co_ops()? })
    }

    /// The formations that are in the bin.
    fn in_bin(&self) -> Result<BTreeSet<String>, Failure> {
        let path = FieldPath::new(record::REMOVED).map_err(store::StoreError::from)?;
        let removed = self.ledger.store.field_of_all(&path)?.into_keys();
        Ok(removed.map(FormationId::into_string).collect())
    }

    fn removed_at(&self, id: &str) -> Result<Option<i64>, Failure> {
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let path = FieldPath::new(record::REMOVED).map_err(store::StoreError::from)?;
        let newest = self.ledger.store.newest(&formation, &path)?;
        Ok(newest.into_iter().map(|change| change.at).max())
    }

    /// Takes a formation out of the bin.
    pub fn bring_back(&mut self, id: &str) -> Result<(), Failure> {
        if !self.ledger.fields(id)?.contains_key(record::REMOVED) {
            return Err(Failure::not_found("That co-op"));
        }
        self.change(id, vec![(record::REMOVED.to_owned(), None)])
    }

    /// Erases for good what has been in the bin for 30 days, and returns how many formations that were.
    pub fn empty_bin(&mut self) -> Result<usize, Failure> {
        let now = self.host.now_ms();
        let backups = self.ledger.backups()?;
        let path = FieldPath::new(record::REMOVED).map_err(store::StoreError::from)?;
        let mut due = Vec::new();
        for id in self.in_bin()? {
            let Some(removed) = self.removed_at(&id)? else { continue };
            let formation = FormationId::new(id).map_err(store::StoreError::from)?;
            if self.is_over(&formation, &path, removed, &backups, now)? {
                due.push(formation);
            }
        }
        // One for all of them: one for each would push out the earlier ones.
        if !due.is_empty() {
            self.ledger.back_up(BackupReason::Erase, now)?;
        }
        for formation in &due {
            self.erase_backed_up(formation)?;
        }
        Ok(due.len())
    }
}

/// Returns how `b` differs from `a`: answers, people and rules, on one day.
///
/// # Errors
/// When there are no rules for one of them.
pub fn compare_formations(
    assets: &Assets,
    a: formation::Formation,
    b: formation::Formation,
    today: jiff::civil::Date,
) -> Result<ComparisonView, Failure> {
    let lines = wording::differences(&assets.library, &record::write(&a), &record::write(&b));
    let before = rule_texts(&WorkedOut::new(assets, a, today)?);
    let after = rule_texts(&WorkedOut::new(assets, b, today)?);
    Ok(ComparisonView { lines, rules: rule_differences(&before, &after) })
}

/// Whether a change takes down that the group agreed to an answer.
fn agrees(change: &Change) -> bool {
    let status = change.value.as_ref().and_then(|value| value.get("status")?.as_str());
    change.field.as_str().starts_with("decision/") && status == Some(Status::Agreed.slug())
}

fn plain(fields: Vec<(FieldPath, Option<Json>)>) -> Vec<(Path, Option<Json>)> {
    fields.into_iter().map(|(path, value)| (path.into_string(), value)).collect()
}

fn everything(person: &Json) -> String {
    let held = wording::particulars(person).into_iter().map(|(what, said)| format!("{what}: {said}"));
    held.collect::<Vec<_>>().join("; ")
}

/// Returns the rules of a constitution by slug: heading and words.
fn rule_texts(worked_out: &WorkedOut<'_>) -> BTreeMap<String, (String, String)> {
    let rules = worked_out.constitution.parts.iter().flat_map(|part| &part.rules);
    rules
        .map(|rule| (rule.slug.clone(), (rule.heading.plain(), typeset::html_blocks(&rule.blocks))))
        .collect()
}

fn rule_differences(
    before: &BTreeMap<String, (String, String)>,
    after: &BTreeMap<String, (String, String)>,
) -> Vec<RuleDifference> {
    let slugs: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    slugs
        .into_iter()
        .filter(|slug| before.get(*slug) != after.get(*slug))
        .map(|slug| {
            let (was, is) = (before.get(slug), after.get(slug));
            RuleDifference {
                heading: is.or(was).map(|(heading, _)| heading.clone()).unwrap_or_default(),
                before: was.map(|(_, words)| Html(words.clone())),
                after: is.map(|(_, words)| Html(words.clone())),
            }
        })
        .collect()
}
