//! A formation as it was at a moment. Must not know what a field means.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::current::{Gathered, Newest};
use crate::error::StoreError;
use crate::id::{FieldPath, FormationId};
use crate::open::Store;
use crate::replaced::Replaced;
use crate::row::{self, LogRow};
use crate::value;
use crate::verify::{Damage, Fault};

impl Store {
    /// Returns what the fields of a formation held right after the change in the place `seq` of this log. A
    /// moment is a place, not a time: a clock that was set back hides nothing.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn fields_at(
        &self,
        formation: &FormationId,
        seq: i64,
    ) -> Result<BTreeMap<FieldPath, Json>, StoreError> {
        let mut unreplaced = BTreeMap::new();
        let mut early = Replaced::default();
        self.each_row(formation, seq, &mut |row| {
            for replaced in &row.replaces {
                if unreplaced.remove(replaced).is_none() {
                    early.note(replaced);
                }
            }
            if !row.erased && !early.has(&row.id) {
                unreplaced.insert(row.id, (row.field, row.value));
            }
        })?;
        let mut gathered = Gathered::new();
        for (change, (field, value)) in unreplaced {
            gathered.add(field, Newest { change: change.into_string(), value });
        }
        gathered
            .shown()
            .map(|(field, text)| {
                let damaged = StoreError::Damaged(Damage { fault: Fault::Unreadable, place: None });
                Ok((field, value::from_text(&text).ok_or(damaged)?))
            })
            .collect()
    }

    /// Reads a formation's rows up to a place in the log, in its order; each is gone before the next comes.
    fn each_row(
        &self,
        formation: &FormationId,
        until: i64,
        each: &mut dyn FnMut(LogRow),
    ) -> Result<(), StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(()) };
        let sql =
            format!("{} WHERE change.formation = ?1 AND change.seq <= ?2 ORDER BY change.seq", row::SELECT);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([key, until])?;
        while let Some(row) = rows.next()? {
            each(LogRow::read(row)?);
        }
        Ok(())
    }
}
