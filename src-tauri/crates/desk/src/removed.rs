//! What was taken out of a co-op and can be brought back for 30 days: people, organisations, and rules of the group's
//! own.
//!
//! It is read off the store, which keeps a line for each field that was cleared; no list of it is kept. A rule of the model that was taken out is no such thing: it
//! stands among the rules that are out as long as the co-op follows the model.

use std::collections::BTreeMap;

use formation::edit::{EditKind, MOST_ADDED, read_edit};
use serde_json::Value as Json;
use store::{
    Backup, BackupReason, Cleared, Erasing, FieldPath, FormationId, KEPT_FOR, StoreError, said_before,
};

use crate::desk::Desk;
use crate::erasing::not_erased;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::view::{BinTakenOut, NAMELESS, TakenOutKind, TakenOutRow};
use crate::wording;

const DAY: i64 = 24 * 60 * 60 * 1_000;
/// What the paths of fields begin with that may come back.
const KINDS: [(&str, TakenOutKind); 3] = [
    ("person/", TakenOutKind::Person),
    ("organisation/", TakenOutKind::Organisation),
    ("edit/", TakenOutKind::Rule),
];

/// Something that the history knows and the co-op no longer has.
struct TakenOut {
    field: Cleared,
    kind: TakenOutKind,
}

/// How many days are left of those for which what was removed can be brought back.
pub(crate) fn days_left(removed: i64, now: i64) -> i64 {
    ((removed + KEPT_FOR - now).max(0) + DAY - 1) / DAY
}

fn is_own_rule(value: &Json) -> bool {
    matches!(read_edit(value), Ok(edit) if matches!(edit.kind, EditKind::Added { .. }))
}

impl TakenOut {
    fn name(&self) -> String {
        let value = self.field.last.value.as_ref().unwrap_or(&Json::Null);
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
    /// What was taken out of a co-op, or of all of them.
    fn taken_out(&self, id: Option<&str>) -> Result<Vec<TakenOut>, Failure> {
        let formation = id.map(FormationId::new).transpose().map_err(StoreError::from)?;
        let mut found = Vec::new();
        for (beginning, kind) in KINDS {
            let cleared = self.ledger.store.cleared(formation.as_ref(), beginning)?.into_iter();
            // A rule of the model that was taken out stands among the rules that are out.
            let is_one = |one: &Cleared| {
                kind != TakenOutKind::Rule || one.last.value.as_ref().is_some_and(is_own_rule)
            };
            found.extend(cleared.filter(is_one).map(|field| TakenOut { field, kind }));
        }
        Ok(found)
    }

    fn taken_out_row(&self, one: &TakenOut, now: i64) -> TakenOutRow {
        TakenOutRow {
            kind: one.kind,
            id: one.field.last.field.as_str().split_once('/').map_or("", |(_, id)| id).to_owned(),
            name: one.name(),
            removed: self.host.date_and_time(one.field.at),
            days_left: days_left(one.field.at, now),
        }
    }

    /// Returns what was taken out of a co-op as a list shows it, latest first.
    pub(crate) fn taken_out_rows(&self, id: &str) -> Result<Vec<TakenOutRow>, Failure> {
        let now = self.host.now_ms();
        let mut found = self.taken_out(Some(id))?;
        found.sort_by_key(|one| std::cmp::Reverse((one.field.at, one.field.last.seq)));
        Ok(found.iter().map(|one| self.taken_out_row(one, now)).collect())
    }

    /// Returns what was taken out of the co-ops that are on the desk: those that were changed last come first.
    pub(crate) fn bin_of_co_ops(&self) -> Result<Vec<BinTakenOut>, Failure> {
        let mut found = self.taken_out(None)?;
        if found.is_empty() {
            return Ok(Vec::new());
        }
        found.sort_by_key(|one| std::cmp::Reverse((one.field.at, one.field.last.seq)));
        let (now, names) = (self.host.now_ms(), self.names()?);
        let mut of_co_op: BTreeMap<&str, Vec<&TakenOut>> = BTreeMap::new();
        for one in &found {
            of_co_op.entry(one.field.last.formation.as_str()).or_default().push(one);
        }
        let mut formations = self.ledger.formations()?;
        formations.sort_by_key(|(_, changed)| std::cmp::Reverse(*changed));
        let mut rows = Vec::new();
        for (id, _) in &formations {
            let co_op = names.get(id).map_or(NAMELESS, String::as_str);
            rows.extend(of_co_op.get(id.as_str()).into_iter().flatten().map(|one| BinTakenOut {
                formation: id.clone(),
                co_op: co_op.to_owned(),
                row: self.taken_out_row(one, now),
            }));
        }
        Ok(rows)
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
        let mut found = self.taken_out(Some(id))?.into_iter();
        let found = found.find(|one| one.field.last.field.as_str() == path && one.kind == kind);
        let found = found.ok_or_else(|| Failure::not_found("What was taken out"))?;
        let mut changes = vec![(path, found.field.last.value)];
        if kind == TakenOutKind::Rule {
            if self.formation(id)?.edits.added() >= MOST_ADDED {
                return Err(Failure::too_many_rules(MOST_ADDED));
            }
            changes.extend(self.last_place(id, which)?);
        }
        self.change(id, changes)
    }

    /// Erases for good what was taken out of co-ops more than 30 days ago, and returns how much that was.
    pub(crate) fn erase_taken_out(&mut self) -> Result<usize, Failure> {
        // What was cut short is not found among what was taken out any more.
        self.ledger.store.finish_erasing().map_err(not_erased)?;
        let now = self.host.now_ms();
        let backups = self.ledger.backups()?;
        let mut due: Vec<(FormationId, FieldPath)> = Vec::new();
        for one in self.taken_out(None)? {
            let (formation, path) = (one.field.last.formation, one.field.last.field);
            if self.is_over(&formation, &path, one.field.at, &backups, now)? {
                due.push((formation, path));
            }
        }
        if !due.is_empty() {
            self.ledger.back_up(BackupReason::Erase, now).map_err(not_erased)?;
        }
        for (formation, path) in &due {
            self.ledger.store.erase(formation, Erasing::Field(path)).map_err(not_erased)?;
        }
        Ok(due.len())
    }

    /// Whether the 30 days are over for something that was removed, or taken out, by the newest changes of a field;
    /// `removed` is the time that they say.
    ///
    /// The clock may be wrong now, so it must have said so on an earlier day too: the backups remember when they were
    /// made, and one that holds the removal must already have been made 30 days after it. The clock may also have been
    /// behind when it was removed: so it counts as removed no earlier than what was done to the co-op before, and than
    /// the backups that do not hold it.
    pub(crate) fn is_over(
        &self,
        formation: &FormationId,
        path: &FieldPath,
        removed: i64,
        backups: &[Backup],
        now: i64,
    ) -> Result<bool, Failure> {
        // Most of the time this says no, and neither backups nor histories are read.
        if now.saturating_sub(removed) <= KEPT_FOR {
            return Ok(false);
        }
        let newest = self.ledger.store.newest(formation, path)?;
        let Some(first) = newest.iter().map(|change| change.seq).min() else { return Ok(false) };
        let (since, before): (Vec<Backup>, Vec<Backup>) =
            backups.iter().cloned().partition(|backup| self.ledger.holds(backup, &newest));
        // What lies ahead of the clock says nothing: one of the two is wrong.
        let known = before.iter().map(|backup| backup.at).filter(|at| *at <= now).max();
        let mut removed = known.map_or(removed, |at| at.max(removed));
        self.ledger.store.each_change(formation, Some(first), &mut |change| {
            if change.at <= now {
                removed = removed.max(change.at);
            }
            true
        })?;
        let says = |clock: i64| clock.saturating_sub(removed) > KEPT_FOR;
        Ok(says(now) && said_before(&since, now, says))
    }

    /// Where a rule last stood; none where it still has a place.
    fn last_place(&self, id: &str, rule: &str) -> Result<Option<(Path, Option<Json>)>, Failure> {
        let (formation, path) = (FormationId::new(id).map_err(StoreError::from)?, record::place_path(rule));
        let cleared = self.ledger.store.cleared(Some(&formation), &path)?;
        let last = cleared.into_iter().find(|one| one.last.field.as_str() == path);
        Ok(last.map(|one| (path, one.last.value)))
    }
}
