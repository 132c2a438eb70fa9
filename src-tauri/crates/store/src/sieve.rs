//! Which formations may hold some words, so that a search reads few of them. Must not know what fields mean.
//!
//! Of each formation it remembers which two and which three bytes stand together in its values, in small letters: a mark for
//! each, in one of 16,384 places. A formation that lacks a mark of the words does not hold them; one that has them all
//! is read. So a sieve lets through too many, never too few, and what is found is the same without it.
//!
//! It is in memory alone, so there is nothing to encrypt, to bring to a newer version, or to find damaged. A formation's
//! marks stand beside the place of its last change, and are made again where that is another.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use crate::error::StoreError;
use crate::read::text;

/// Places for marks, as a power of two. The app's examples mark a twelfth of them: of such formations that do not hold a word
/// of five letters, few in a thousand pass by chance.
const PLACES: u32 = 14;
const NUMBERS: usize = 1 << (PLACES - 6);

/// The marks of each formation, by what stands for it in the tables; of none before they are needed, or the check of a long
/// store has come by.
#[derive(Debug, Default)]
pub struct Sieve(Mutex<HashMap<i64, Marks>>);

/// The marks of what a formation held after a change.
#[derive(Debug)]
struct Marks {
    /// The place of that change in the log.
    newest: i64,
    numbers: Box<[u64; NUMBERS]>,
}

/// The places that are marked where some words stand.
pub struct Wanted(Vec<u32>);

impl Sieve {
    /// Marks what all formations hold, unless that was done.
    pub fn make_ready(&self, connection: &Connection) -> Result<(), StoreError> {
        if self.marks().is_empty() { self.fill(connection) } else { Ok(()) }
    }

    /// Marks what all formations hold. Values are read in the order in which they lie: to step from each formation to each
    /// of its fields would take five times as long.
    pub fn fill(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut all = HashMap::new();
        let mut formations = connection.prepare("SELECT key, newest FROM formation")?;
        let mut formations = formations.query([])?;
        while let Some(row) = formations.next()? {
            all.insert(row.get("key")?, Marks::after(row.get("newest")?));
        }
        let mut values =
            connection.prepare("SELECT formation, value FROM field NOT INDEXED WHERE value IS NOT NULL")?;
        let mut values = values.query([])?;
        let mut room = String::new();
        while let Some(row) = values.next()? {
            if let Some(marks) = all.get_mut(&row.get("formation")?) {
                marks.add(text(row)?, &mut room);
            }
        }
        *self.marks() = all;
        Ok(())
    }

    /// Whether a formation may hold what is wanted; `newest` is the place of its last change.
    pub fn lets_through(
        &self,
        connection: &Connection,
        formation: i64,
        newest: i64,
        wanted: &Wanted,
    ) -> Result<bool, StoreError> {
        let mut all = self.marks();
        if let Some(marks) = all.get(&formation).filter(|marks| marks.newest == newest) {
            return Ok(marks.have(wanted));
        }
        let marks = Marks::of(connection, formation, newest)?;
        let lets_through = marks.have(wanted);
        all.insert(formation, marks);
        Ok(lets_through)
    }

    /// Forgets what a formation held: something of it was erased.
    pub fn forget(&self, formation: i64) {
        self.marks().remove(&formation);
    }

    fn marks(&self) -> MutexGuard<'_, HashMap<i64, Marks>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Marks {
    fn after(newest: i64) -> Self {
        Self { newest, numbers: Box::new([0; NUMBERS]) }
    }

    fn of(connection: &Connection, formation: i64, newest: i64) -> Result<Self, StoreError> {
        let mut marks = Self::after(newest);
        let mut values = connection
            .prepare_cached("SELECT value FROM field WHERE formation = ?1 AND value IS NOT NULL")?;
        let mut values = values.query([formation])?;
        let mut room = String::new();
        while let Some(row) = values.next()? {
            marks.add(text(row)?, &mut room);
        }
        Ok(marks)
    }

    /// Marks a value as it is written. Its keys are marked along: they let more through, and nothing is parsed.
    fn add(&mut self, value: &str, room: &mut String) {
        fold(value, room);
        each_place(room, |place| {
            if let Some(number) = self.numbers.get_mut(place as usize / 64) {
                *number |= 1 << (place % 64);
            }
        });
    }

    fn have(&self, wanted: &Wanted) -> bool {
        let has = |place: &u32| {
            let number = self.numbers.get(*place as usize / 64);
            number.is_some_and(|number| number & (1 << (place % 64)) != 0)
        };
        wanted.0.iter().all(has)
    }
}

impl Wanted {
    /// The places of some words. JSON writes a few signs in another way than they are: what stands between them is wanted.
    pub fn of(words: &str) -> Self {
        let (mut places, mut room) = (Vec::new(), String::new());
        for part in words.split(|sign: char| sign.is_control() || matches!(sign, '"' | '\\')) {
            fold(part, &mut room);
            each_place(&room, |place| places.push(place));
        }
        Self(places)
    }
}

/// Writes a text in small letters, each by itself: the one whose small letter hangs on its neighbours, the sigma at the end
/// of a Greek word, is written as it is within one.
fn fold(text: &str, into: &mut String) {
    into.clear();
    if text.is_ascii() {
        into.push_str(text);
        into.make_ascii_lowercase();
    } else {
        let small = text.chars().flat_map(char::to_lowercase);
        into.extend(small.map(|letter| if letter == 'ς' { 'σ' } else { letter }));
    }
}

/// Calls `each` with the place of every two and every three bytes that stand together.
fn each_place(text: &str, mut each: impl FnMut(u32)) {
    for length in [2, 3] {
        for bytes in text.as_bytes().windows(length) {
            let number = bytes.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            each(number.wrapping_mul(0x9e37_79b1) >> (u32::BITS - PLACES));
        }
    }
}
