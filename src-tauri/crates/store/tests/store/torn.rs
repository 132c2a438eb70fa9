//! A write-ahead log that power or a bad disk tore: what reached it before the damage is there, and nothing else.

use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use store::{ChainState, Store};

use crate::support::{Place, act, fill, formation, set};

/// Acts that are in the log alone, each of two changes.
const ACTS: usize = 40;
/// Changes that are in the file already.
const IN_FILE: usize = 6;

/// A store as it lies on the disk while it is open.
struct Open {
    file: Vec<u8>,
    log: Vec<u8>,
    /// How long the log was after each act.
    ends: Vec<usize>,
}

fn open_store() -> &'static Open {
    static OPEN: OnceLock<Open> = OnceLock::new();
    OPEN.get_or_init(|| {
        let place = Place::new();
        let mut store = place.open();
        fill(&mut store);
        store.close().unwrap();
        let mut store = place.open();
        let length = || fs::read(place.beside("-wal")).unwrap().len();
        let mut ends = Vec::new();
        for number in 0..ACTS {
            let (one, other) = (format!("t{number}-a"), format!("t{number}-b"));
            let text = format!("{number} {}", "bread ".repeat(number * 7 % 90));
            let changes = [
                set(&one, &format!("field/{}", number % 5), text.as_str()),
                set(&other, "last", one.as_str()),
            ];
            store.append(&formation("baker"), &act(&one, number as i64), &changes).unwrap();
            ends.push(length());
        }
        Open { file: fs::read(place.path()).unwrap(), log: fs::read(place.beside("-wal")).unwrap(), ends }
    })
}

#[derive(Debug, Clone, Copy)]
enum Tear {
    Cut,
    Garbage(u8),
    Zeros,
    /// A sector that the disk never wrote.
    Sector,
}

/// Tears the log at a place, for some length, and returns where the damage begins.
fn torn(log: &mut Vec<u8>, tear: Tear, at: usize, length: usize) -> usize {
    let end = (at + length).min(log.len());
    match tear {
        Tear::Cut => log.truncate(at),
        Tear::Garbage(seed) => {
            let bytes = (at..end).map(|place| (place as u8).wrapping_mul(31) ^ seed).collect::<Vec<_>>();
            log[at..end].copy_from_slice(&bytes);
        }
        Tear::Zeros => log[at..end].fill(0),
        Tear::Sector => {
            let begin = at / 512 * 512;
            let end = (begin + 512).min(log.len());
            log[begin..end].fill(0);
            return begin;
        }
    }
    at
}

fn cases() -> u32 {
    if std::env::var_os("SOAK").is_some() { 1_000 } else { 200 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_torn_log_opens_to_what_came_before_the_tear(
        tear in prop_oneof![
            Just(Tear::Cut),
            any::<u8>().prop_map(Tear::Garbage),
            Just(Tear::Zeros),
            Just(Tear::Sector),
        ],
        place in 0.0..1.0_f64,
        length in 1..5_000_usize,
    ) {
        let whole = open_store();
        let mut log = whole.log.clone();
        let at = (place * log.len() as f64) as usize;
        let begins = torn(&mut log, tear, at, length);
        let before = whole.ends.iter().filter(|end| **end <= begins).count();

        let folder = Place::new();
        fs::write(folder.path(), &whole.file).unwrap();
        fs::write(folder.beside("-wal"), &log).unwrap();
        let store = Store::open(&folder.path(), None).unwrap();
        let history = store.history(&formation("baker"), None, usize::MAX).unwrap();
        let found: Vec<String> =
            history.iter().rev().map(|change| change.id.to_string()).filter(|id| id.starts_with('t')).collect();
        let said: Vec<String> =
            (0..found.len() / 2).flat_map(|number| [format!("t{number}-a"), format!("t{number}-b")]).collect();
        prop_assert_eq!(&found, &said, "whole acts, in their order, without a gap");
        prop_assert!(found.len() / 2 >= before, "{} of {} acts", found.len() / 2, before);
        let changes = (IN_FILE + found.len()) as i64;
        prop_assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes });
    }
}

#[test]
fn the_tears_reach_what_was_saved() {
    let whole = open_store();
    assert_eq!(whole.ends.len(), ACTS);
    assert!(
        whole.ends.windows(2).all(|pair| pair[0] < pair[1]),
        "each act makes the log longer: {:?}",
        whole.ends
    );
    assert_eq!(whole.ends.last(), Some(&whole.log.len()));
    // Half of the log is lost: so are acts.
    let place = Place::new();
    fs::write(place.path(), &whole.file).unwrap();
    fs::write(place.beside("-wal"), &whole.log[..whole.log.len() / 2]).unwrap();
    let ChainState::Whole { changes } = place.open().verify_chain().unwrap() else {
        panic!("it is not whole")
    };
    assert!((IN_FILE as i64..(IN_FILE + 2 * ACTS) as i64).contains(&changes), "{changes}");
}
