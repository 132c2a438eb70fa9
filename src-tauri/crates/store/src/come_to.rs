//! What changes come to, worked out without a store: for a file that is looked at and not yet taken in. Must not know
//! where the changes come from.
//!
//! It is the same that [`crate::Store::receive`] would come to in an empty store, and refuses what that would refuse; a
//! test holds the two together over random histories. A store in memory would hold every change once more.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value as Json;

use crate::append;
use crate::change::Change;
use crate::error::{ChangeFault, StoreError};
use crate::id::FieldPath;

/// Returns what the fields of a formation hold after its changes, oldest first; erased ones are passed over.
///
/// # Errors
/// When a change is of another formation than the first, has the id of another that says something else, replaces one of
/// another field, or holds a value that is nested too deeply.
pub fn come_to(changes: &[Change]) -> Result<BTreeMap<&FieldPath, &Json>, StoreError> {
    let mut known: HashMap<&str, &Change> = HashMap::new();
    let mut replaced: HashSet<&str> = HashSet::new();
    let mut changes = changes.iter().filter(|change| !change.erased).peekable();
    let formation = changes.peek().map(|first| &first.formation);
    for change in changes {
        let bad = |fault| StoreError::BadChange { change: change.id.clone(), fault };
        if Some(&change.formation) != formation {
            return Err(bad(ChangeFault::OtherFormation));
        }
        append::fits(&change.id, change.value.as_ref())?;
        if let Some(known) = known.get(change.id.as_str()) {
            if says_the_same(known, change) {
                continue;
            }
            return Err(bad(ChangeFault::Differs));
        }
        for one in &change.replaces {
            if known.get(one.as_str()).is_some_and(|known| known.field != change.field) {
                return Err(bad(ChangeFault::ReplacesOther(one.clone())));
            }
            replaced.insert(one.as_str());
        }
        known.insert(change.id.as_str(), change);
    }
    let mut shown: BTreeMap<&FieldPath, (&str, &Json)> = BTreeMap::new();
    for (id, change) in known {
        let Some(value) = change.value.as_ref().filter(|_| !replaced.contains(id)) else { continue };
        // Where copies disagree, the change with the greater id, as in a store.
        let shown = shown.entry(&change.field).or_insert((id, value));
        if shown.0 < id {
            *shown = (id, value);
        }
    }
    Ok(shown.into_iter().map(|(field, (_, value))| (field, value)).collect())
}

/// Whether two changes of one id are the same, wherever they stand in a log.
fn says_the_same(one: &Change, other: &Change) -> bool {
    let replaces =
        |change: &Change| change.replaces.iter().cloned().collect::<std::collections::BTreeSet<_>>();
    (&one.act, &one.field, &one.author, one.at) == (&other.act, &other.field, &other.author, other.at)
        && one.reverts == other.reverts
        && replaces(one) == replaces(other)
        && one.value == other.value
}
