//! What was taken out of a co-op and can be brought back for 30 days: people, organisations, and rules of the group's
//! own.
//!
//! It is read off the co-op's history; no list of it is kept. A rule of the model that was taken out is no such thing: it
//! stands among the rules that are out as long as the co-op follows the model.

use std::collections::BTreeMap;

use formation::edit::{EditKind, MOST_ADDED, read_edit};
use serde_json::Value as Json;
use store::{BackupReason, Change, Erasing, FieldPath, FormationId, KEPT_FOR, StoreError, said_before};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::view::{BinTakenOut, NAMELESS, TakenOutKind, TakenOutRow};
use crate::wording;

const DAY: i64 = 24 * 60 * 60 * 1_000;
/// Of how many co-ops the bin lists what was taken out, those that were changed last: it reads their whole histories.
const LOOKED_AT: usize = 50;

/// Something that the history knows and the co-op no longer has.
pub(crate) struct TakenOut<'a> {
    /// The change that last said what it was.
    last: &'a Change,
    kind: TakenOutKind,
    /// When it was taken out.
    at: i64,
}

/// How many days are left of those for which what was removed can be brought back.
pub(crate) fn days_left(removed: i64, now: i64) -> i64 {
    ((removed + KEPT_FOR - now).max(0) + DAY - 1) / DAY
}

/// Returns what the log knows and the fields no longer have, by path. What was erased is gone for good. `log` begins with
/// the latest.
pub(crate) fn taken_out<'a>(log: &'a [Change], fields: &BTreeMap<Path, Json>) -> Vec<TakenOut<'a>> {
    let mut newest: BTreeMap<&str, i64> = BTreeMap::new();
    let mut last: BTreeMap<&str, &Change> = BTreeMap::new();
    for change in log.iter().filter(|change| !fields.contains_key(change.field.as_str())) {
        let path = change.field.as_str();
        let at = newest.entry(path).or_insert(change.at);
        *at = change.at.max(*at);
        if change.value.is_some() {
            last.entry(path).or_insert(change);
        }
    }
    let kept = last.into_iter().filter_map(|(path, last)| {
        let kind = kind(path, last.value.as_ref()?)?;
        Some(TakenOut { last, kind, at: newest.get(path).copied()? })
    });
    kept.collect()
}

/// What a field is that may come back; none for any other.
fn kind(path: &str, value: &Json) -> Option<TakenOutKind> {
    match path.split_once('/')?.0 {
        "person" => Some(TakenOutKind::Person),
        "organisation" => Some(TakenOutKind::Organisation),
        "edit" => is_own_rule(value).then_some(TakenOutKind::Rule),
        _ => None,
    }
}

fn is_own_rule(value: &Json) -> bool {
    matches!(read_edit(value), Ok(edit) if matches!(edit.kind, EditKind::Added { .. }))
}

impl TakenOut<'_> {
    fn name(&self) -> String {
        let value = self.last.value.as_ref().unwrap_or(&Json::Null);
        match (self.kind, read_edit(value)) {
            (TakenOutKind::Rule, Ok(edit)) => match edit.kind {
                EditKind::Added { words, .. } => words.heading().to_owned(),
                _ => String::new(),
            },
            _ => wording::person_name(value),
        }
    }
}

impl Desk {
    /// Returns what was taken out as a list shows it, latest first.
    pub(crate) fn taken_out_rows(&self, log: &[Change], fields: &BTreeMap<Path, Json>) -> Vec<TakenOutRow> {
        let now = self.host.now_ms();
        let mut found = taken_out(log, fields);
        found.sort_by_key(|one| std::cmp::Reverse((one.at, one.last.seq)));
        let row = |one: &TakenOut<'_>| TakenOutRow {
            kind: one.kind,
            id: one.last.field.as_str().split_once('/').map_or("", |(_, id)| id).to_owned(),
            name: one.name(),
            removed: self.host.date_and_time(one.at),
            days_left: days_left(one.at, now),
        };
        found.iter().map(row).collect()
    }

    /// Returns what was taken out of the co-ops that were changed last, and are on the desk.
    pub(crate) fn bin_of_co_ops(&self) -> Result<Vec<BinTakenOut>, Failure> {
        let mut formations = self.ledger.all_formations()?;
        formations.sort_by_key(|(_, changed)| std::cmp::Reverse(*changed));
        let mut found = Vec::new();
        for (id, _) in formations.into_iter().take(LOOKED_AT) {
            let fields = self.ledger.fields(&id)?;
            if fields.contains_key(record::REMOVED) {
                continue;
            }
            let name = fields.get(&record::decision_path("name"));
            let name = name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS).to_owned();
            let log = self.log_of(&id)?;
            found.extend(self.taken_out_rows(&log, &fields).into_iter().map(|row| BinTakenOut {
                formation: id.clone(),
                co_op: name.clone(),
                row,
            }));
        }
        Ok(found)
    }

    /// Brings a person back who was taken out, or an organisation, or a rule of the group's own.
    ///
    /// # Errors
    /// When there is nothing of that name to bring back, there is no room for another rule, or it cannot be saved.
    pub fn bring_back_taken_out(&mut self, id: &str, kind: TakenOutKind, which: &str) -> Result<(), Failure> {
        let path = match kind {
            TakenOutKind::Person => record::person_path(which),
            TakenOutKind::Organisation => record::organisation_path(which),
            TakenOutKind::Rule => record::edit_path(which),
        };
        let fields = self.ledger.fields(id)?;
        let log = self.log_of(id)?;
        let found = taken_out(&log, &fields);
        let found = found.iter().find(|one| one.last.field.as_str() == path && one.kind == kind);
        let found = found.ok_or_else(|| Failure::not_found("What was taken out"))?;
        let mut changes = vec![(path, found.last.value.clone())];
        if kind == TakenOutKind::Rule {
            if self.formation(id)?.edits.added() >= MOST_ADDED {
                return Err(Failure::too_many_rules(MOST_ADDED));
            }
            changes.extend(last_place(&log, &fields, which));
        }
        self.change(id, changes)
    }

    /// Erases for good what was taken out of co-ops more than 30 days ago, and returns how much that was. The clock must
    /// have said so on an earlier day too, as with co-ops in the bin.
    pub(crate) fn erase_taken_out(&mut self) -> Result<usize, Failure> {
        let now = self.host.now_ms();
        let backups = self.ledger.backups()?;
        let mut due: Vec<(FormationId, FieldPath)> = Vec::new();
        for (id, _) in self.ledger.all_formations()? {
            let (log, fields) = (self.log_of(&id)?, self.ledger.fields(&id)?);
            for one in taken_out(&log, &fields) {
                let is_due = |clock: i64| clock.saturating_sub(one.at) > KEPT_FOR;
                if is_due(now) && said_before(&backups, now, is_due) {
                    due.push((FormationId::new(&id).map_err(StoreError::from)?, one.last.field.clone()));
                }
            }
        }
        if !due.is_empty() {
            self.ledger.back_up(BackupReason::Erase, now)?;
        }
        for (formation, path) in &due {
            self.ledger.store.erase(formation, Erasing::Field(path))?;
        }
        Ok(due.len())
    }

    /// Everything that was done to a co-op, latest first.
    fn log_of(&self, id: &str) -> Result<Vec<Change>, Failure> {
        let formation = FormationId::new(id).map_err(StoreError::from)?;
        Ok(self.ledger.store.history(&formation, None, usize::MAX)?)
    }
}

/// Where a rule last stood.
fn last_place(log: &[Change], fields: &BTreeMap<Path, Json>, rule: &str) -> Option<(Path, Option<Json>)> {
    let path = record::place_path(rule);
    let last = log.iter().find(|change| change.field.as_str() == path && change.value.is_some())?;
    (!fields.contains_key(&path)).then(|| (path, last.value.clone()))
}
