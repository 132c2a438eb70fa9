//! Fields that hold nothing now and once did: what was taken out. Must not know what a field means.
//!
//! The current values keep a line for a field that was cleared, so nobody has to read a history to find one. What the
//! field last held is found by going back from that line, change by change.

use std::collections::BTreeSet;

use rusqlite::params;

use crate::change::Change;
use crate::error::StoreError;
use crate::id::{ChangeId, FieldPath, FormationId};
use crate::open::Store;
use crate::read::{formation_id, unreadable};

/// A field that was cleared.
#[derive(Debug, Clone, PartialEq)]
pub struct Cleared {
    /// The change that last gave it a value.
    pub last: Change,
    /// When it was cleared, in milliseconds since 1970. Where a clock ran ahead, the latest that any change of the field
    /// says: whoever waits for a time to pass rather waits too long.
    pub at: i64,
}

impl Store {
    /// Returns the fields of a formation, or of all, whose paths begin with `beginning`, that hold nothing and once held
    /// something; by formation and path. What was erased is not among them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn cleared(
        &self,
        formation: Option<&FormationId>,
        beginning: &str,
    ) -> Result<Vec<Cleared>, StoreError> {
        let mut found = Vec::new();
        for (formation, path) in self.empty_fields(formation, beginning)? {
            found.extend(self.look_back(&formation, &path)?);
        }
        Ok(found)
    }

    /// Fields of which no newest change holds a value.
    fn empty_fields(
        &self,
        formation: Option<&FormationId>,
        beginning: &str,
    ) -> Result<Vec<(FormationId, FieldPath)>, StoreError> {
        // The end of the run of paths that begin so: one that comes after them all.
        let end = format!("{beginning}\u{10ffff}");
        let one = if formation.is_some() { "AND formation.id = ?3" } else { "AND ?3 IS NULL" };
        let sql = format!(
            "SELECT DISTINCT formation.id AS id, field.path AS path
             FROM field JOIN formation ON formation.key = field.formation
             WHERE field.path >= ?1 AND field.path < ?2 AND field.value IS NULL {one}
               AND NOT EXISTS (SELECT 1 FROM field AS held
                               WHERE held.path = field.path AND held.formation = field.formation
                                 AND held.value IS NOT NULL)
             ORDER BY formation.id, field.path"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![beginning, end, formation.map(FormationId::as_str)])?;
        let mut fields = Vec::new();
        while let Some(row) = rows.next()? {
            let path = FieldPath::new(row.get::<_, String>("path")?).map_err(|_| unreadable())?;
            fields.push((formation_id(row.get("id")?)?, path));
        }
        Ok(fields)
    }

    /// Goes back through the changes of a field to the last that gave it a value; none where nothing ever did.
    fn look_back(&self, formation: &FormationId, path: &FieldPath) -> Result<Option<Cleared>, StoreError> {
        let mut ahead: Vec<Change> = self.newest(formation, path)?;
        let mut seen: BTreeSet<ChangeId> = ahead.iter().map(|change| change.id.clone()).collect();
        let (mut last, mut at): (Option<Change>, i64) = (None, i64::MIN);
        while let Some(change) = ahead.pop() {
            at = at.max(change.at);
            for replaced in &change.replaces {
                if seen.insert(replaced.clone()) {
                    ahead.extend(self.change(replaced)?.filter(|one| one.field == *path));
                }
            }
            if change.value.is_some() && last.as_ref().is_none_or(|last| last.seq < change.seq) {
                last = Some(change);
            }
        }
        Ok(last.map(|last| Cleared { last, at }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Act, NewChange};
    use crate::erase::Erasing;

    fn put(store: &mut Store, formation: &str, number: i64, at: i64, path: &str, value: Option<&str>) {
        let act = Act::of_asha(format!("a{number}"), at);
        let id = ChangeId::new(format!("c{number}")).unwrap();
        let change = NewChange {
            id,
            field: FieldPath::new(path).unwrap(),
            value: value.map(|text| json!(text)),
            replaces: None,
        };
        store.append(&FormationId::new(formation).unwrap(), &act, &[change]).unwrap();
    }

    #[test]
    fn what_was_taken_out_is_found_with_what_it_last_held() {
        let mut store = Store::in_memory().unwrap();
        let steps = [
            ("baker", 10, "person/asha", Some("Asha")),
            // The clock ran ahead once.
            ("baker", 90, "person/asha", Some("Asha Patel")),
            ("baker", 30, "person/asha", None),
            ("baker", 40, "person/bea", Some("Bea")),
            ("baker", 41, "person/bea", None),
            ("baker", 42, "person/bea", Some("Bea Jones")),
            ("baker", 43, "personal", Some("x")),
            ("baker", 44, "personal", None),
            // It never held anything.
            ("baker", 45, "person/nobody", None),
            ("carer", 50, "person/cai", Some("Cai")),
            ("carer", 51, "person/cai", None),
            ("carer", 52, "name", Some("Gofal")),
        ];
        for (number, (formation, at, path, value)) in steps.iter().enumerate() {
            put(&mut store, formation, number as i64, *at, path, *value);
        }
        let found = |store: &Store, formation: Option<&str>| -> Vec<(String, String, i64)> {
            let formation = formation.map(|id| FormationId::new(id).unwrap());
            let cleared = store.cleared(formation.as_ref(), "person/").unwrap().into_iter();
            let said = |one: &Change| one.value.as_ref().and_then(|value| value.as_str()).unwrap().to_owned();
            cleared.map(|one| (one.last.field.to_string(), said(&one.last), one.at)).collect()
        };
        let asha = ("person/asha".to_owned(), "Asha Patel".to_owned(), 90);
        let cai = ("person/cai".to_owned(), "Cai".to_owned(), 51);
        assert_eq!(found(&store, None), [asha.clone(), cai.clone()]);
        assert_eq!(found(&store, Some("baker")), [asha]);
        assert_eq!(found(&store, Some("nobody")), []);
        // What was erased is gone for good.
        let (baker, path) = (FormationId::new("baker").unwrap(), FieldPath::new("person/asha").unwrap());
        store.erase(&baker, Erasing::Field(&path)).unwrap();
        assert_eq!(found(&store, None), [cai]);
    }
}
