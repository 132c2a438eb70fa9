//! Where copies disagree: fields with more than one newest value. Must not settle anything.

use std::collections::BTreeMap;

use crate::change::Change;
use crate::error::StoreError;
use crate::id::{FieldPath, FormationId};
use crate::open::Store;
use crate::row::{self, LogRow};
use crate::value;

impl Store {
    /// Returns the fields of a formation on which copies disagree, each with its newest changes by id. Copies
    /// that say the same do not disagree. Setting such a field settles it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn conflicts(&self, formation: &FormationId) -> Result<BTreeMap<FieldPath, Vec<Change>>, StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(BTreeMap::new()) };
        let sql = format!(
            "{} WHERE change.id IN (
                 SELECT change FROM field WHERE formation = ?1 AND path IN (
                     SELECT path FROM field WHERE formation = ?1 GROUP BY path HAVING count(*) > 1))
             ORDER BY change.id",
            row::SELECT
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([key])?;
        let mut fields: BTreeMap<FieldPath, Vec<Change>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let change = LogRow::read(row)?.into_change()?;
            fields.entry(change.field.clone()).or_default().push(change);
        }
        fields.retain(|_, changes| {
            let text = |change: &Change| change.value.as_ref().and_then(value::to_text);
            changes.iter().any(|change| text(change) != text(&changes[0]))
        });
        Ok(fields)
    }
}
