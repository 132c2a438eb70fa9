//! What was made before, so that the same need not be made twice.
//!
//! What is found here is compared in full with what is asked for, never by a digest alone: a file's bytes must not
//! hang on what was written before it. Only so much is kept; what nobody asked for longest goes first. Must not know
//! what is kept.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Values by what they were made of.
#[derive(Debug)]
pub(crate) struct Remembered<K, V> {
    most: usize,
    kept: Mutex<Kept<K, V>>,
}

#[derive(Debug)]
struct Kept<K, V> {
    /// By a mark that equal keys share and others seldom do.
    entries: HashMap<u64, Vec<Entry<K, V>>, BuildHasherDefault<DefaultHasher>>,
    count: usize,
    /// Counts questions and answers.
    moment: u64,
}

#[derive(Debug)]
struct Entry<K, V> {
    key: K,
    value: V,
    asked: u64,
}

impl<K, V: Clone> Remembered<K, V> {
    /// Keeps at most so many values.
    pub fn new(most: usize) -> Self {
        Self { most, kept: Mutex::new(Kept { entries: HashMap::default(), count: 0, moment: 0 }) }
    }

    /// Returns the value whose key is `same`, among those with the mark.
    pub fn get(&self, mark: u64, same: impl Fn(&K) -> bool) -> Option<V> {
        let mut kept = self.kept();
        kept.moment += 1;
        let moment = kept.moment;
        let entry = kept.entries.get_mut(&mark)?.iter_mut().find(|entry| same(&entry.key))?;
        entry.asked = moment;
        Some(entry.value.clone())
    }

    /// Keeps a value, in place of the one that nobody asked for longest when there are too many.
    pub fn keep(&self, mark: u64, key: K, value: V) {
        let mut kept = self.kept();
        kept.moment += 1;
        let asked = kept.moment;
        if kept.count >= self.most {
            kept.forget_half();
        }
        kept.count += 1;
        kept.entries.entry(mark).or_default().push(Entry { key, value, asked });
    }

    fn kept(&self) -> MutexGuard<'_, Kept<K, V>> {
        // Whoever panicked while holding it left entries that are whole.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V> Kept<K, V> {
    /// Forgets the half that was asked for least lately: all at once, so that keeping stays cheap.
    fn forget_half(&mut self) {
        let mut moments: Vec<u64> = self.entries.values().flatten().map(|entry| entry.asked).collect();
        moments.sort_unstable();
        let middle = moments.get(moments.len() / 2).copied().unwrap_or(0);
        self.entries.retain(|_, entries| {
            entries.retain(|entry| entry.asked > middle);
            !entries.is_empty()
        });
        self.count = self.entries.values().map(Vec::len).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_compared_and_what_nobody_asks_for_goes_first() {
        let kept = Remembered::new(4);
        let ask = |key: u32| kept.get(1, |other| *other == key);
        for key in 0..4 {
            // All have one mark: the key alone tells them apart.
            kept.keep(1, key, key * 10);
        }
        assert_eq!(ask(3), Some(30));
        assert_eq!(ask(0), Some(0));
        kept.keep(1, 4, 40);
        assert_eq!([0, 1, 2, 3, 4].map(ask), [Some(0), None, None, None, Some(40)]);
        assert_eq!(kept.get(2, |_| true), None);
    }
}
