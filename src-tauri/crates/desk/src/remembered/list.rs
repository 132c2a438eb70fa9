//! The list of all formations, until anything is written.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// What lists of all formations are made from. Each part is read when it is needed first.
pub(crate) struct List {
    /// Each formation's id and when it was last changed, latest first; those in the bin are not there.
    pub formations: Vec<(String, i64)>,
    /// The name of each, by id.
    pub names: OnceLock<BTreeMap<String, String>>,
    /// The programmes by name, with how many formations each has.
    pub programmes: OnceLock<Vec<(String, usize)>>,
    /// What each says of itself and of where it stands for its adviser, by id, in small letters; and its programme.
    pub sayings: OnceLock<BTreeMap<String, Saying>>,
}

/// What the list is narrowed by.
#[derive(Default)]
pub(crate) struct Saying {
    /// Its name, stage, next step and programme, in small letters.
    pub texts: Vec<String>,
    /// Its programme as it is written.
    pub programme: Option<String>,
}

/// The list, and how much had been written when it was read.
#[derive(Default)]
pub(crate) struct Listed(RefCell<Option<(u64, Arc<List>)>>);

impl List {
    /// A list of these formations.
    pub fn of(formations: Vec<(String, i64)>) -> Self {
        let (names, programmes, sayings) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { formations, names, programmes, sayings }
    }
}

impl Listed {
    /// Returns the list, where nothing was written since it was read.
    pub fn of(&self, written: u64) -> Option<Arc<List>> {
        let listed = self.0.borrow();
        listed.as_ref().filter(|(then, _)| *then == written).map(|(_, list)| Arc::clone(list))
    }

    /// Remembers a list.
    pub fn keep(&self, written: u64, list: &Arc<List>) {
        *self.0.borrow_mut() = Some((written, Arc::clone(list)));
    }
}
