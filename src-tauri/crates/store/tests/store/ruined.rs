//! A store's file ruined in every way a disk, a stick or a person can: it is told, or nothing is amiss; and a backup
//! brings everything back.

use std::fs;
use std::sync::OnceLock;

use proptest::prelude::*;
use store::{BackupReason, ChainState, Salt, Store, StoreError, restore, salvage};

use crate::support::{Place, act, fill, formation, set};

const PAGE: usize = 4096;
/// Changes in the store, and how many of them the backup holds.
const CHANGES: i64 = 66;
const IN_BACKUP: i64 = 46;

struct Whole {
    file: Vec<u8>,
    backup: Vec<u8>,
    /// Every change, by its id and value.
    history: Vec<String>,
}

fn whole() -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let place = Place::new();
        let mut store = place.open();
        fill(&mut store);
        let mut backup = None;
        for number in 0..CHANGES - 6 {
            if number == IN_BACKUP - 6 {
                backup = store.back_up(BackupReason::Day, 1).unwrap();
            }
            let id = format!("n{number}");
            let text = format!("{number} {}", "cake ".repeat(number as usize * 13 % 200));
            store.append(&formation("baker"), &act(&id, number), &[set(&id, &id, text.as_str())]).unwrap();
        }
        let history = told(&store);
        store.close().unwrap();
        let backup = fs::read(backup.unwrap().path).unwrap();
        Whole { file: fs::read(place.path()).unwrap(), backup, history }
    })
}

fn told(store: &Store) -> Vec<String> {
    let changes = ["baker", "carer"].map(|id| store.history(&formation(id), None, usize::MAX).unwrap());
    changes.into_iter().flatten().map(|change| format!("{} {:?}", change.id, change.value)).collect()
}

#[derive(Debug, Clone)]
enum Ruin {
    /// A page of bytes from elsewhere.
    Page(usize, u8),
    HeaderGone,
    Cut(usize),
    Empty,
    Gone,
    Picture,
    Folder,
    Bits(Vec<(usize, u8)>),
}

fn ruins() -> impl Strategy<Value = Ruin> {
    prop_oneof![
        8 => (any::<prop::sample::Index>(), any::<u8>())
            .prop_map(|(page, seed)| Ruin::Page(page.index(whole().file.len() / PAGE), seed)),
        1 => Just(Ruin::HeaderGone),
        4 => any::<prop::sample::Index>()
            .prop_map(|pages| Ruin::Cut(1 + pages.index(whole().file.len() / PAGE - 1))),
        1 => Just(Ruin::Empty),
        1 => Just(Ruin::Gone),
        1 => Just(Ruin::Picture),
        1 => Just(Ruin::Folder),
        6 => prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 1..20).prop_map(|bits| {
            Ruin::Bits(bits.into_iter().map(|(at, bit)| (at.index(whole().file.len()), bit)).collect())
        }),
    ]
}

fn ruin(place: &Place, how: &Ruin) {
    let mut bytes = whole().file.clone();
    match how {
        Ruin::Page(page, seed) => {
            for (at, byte) in bytes[page * PAGE..(page + 1) * PAGE].iter_mut().enumerate() {
                *byte = (at as u8).wrapping_mul(57) ^ seed;
            }
        }
        Ruin::HeaderGone => bytes[..100].fill(0),
        Ruin::Cut(pages) => bytes.truncate(pages * PAGE),
        Ruin::Empty => bytes.clear(),
        Ruin::Picture => bytes = [b"\xff\xd8\xff\xe0\0\x10JFIF".as_slice(), &[0x5a; 9_000]].concat(),
        Ruin::Bits(bits) => bits.iter().for_each(|(at, bit)| bytes[*at] ^= 1 << bit),
        Ruin::Gone => return,
        Ruin::Folder => {
            fs::create_dir(place.path()).unwrap();
            return;
        }
    }
    fs::write(place.path(), bytes).unwrap();
}

fn cases() -> u32 {
    if std::env::var_os("SOAK").is_some() { 500 } else { 100 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_ruined_store_is_told_and_brought_back(how in ruins()) {
        let place = Place::new();
        ruin(&place, &how);
        let backup = place.folder().join("backup.store");
        fs::write(&backup, &whole().backup).unwrap();
        match Store::open(&place.path(), None) {
            // A bit in bytes that nothing reads.
            Ok(store) if !matches!(how, Ruin::Gone | Ruin::Empty) => {
                prop_assert!(told(&store) == whole().history, "a wrong answer, given in silence");
            }
            Ok(store) => prop_assert_eq!(told(&store).len(), 0),
            Err(StoreError::Damaged(_) | StoreError::NotAStore) => {}
            Err(other) => prop_assert!(false, "{:?}", other),
        }
        if !matches!(how, Ruin::Folder) {
            let copy = Place::new();
            ruin(&copy, &how);
            salvage(&copy.path(), Some(&backup), &Salt::new("s"), None).unwrap();
            let ChainState::Whole { changes } = copy.open().verify_chain().unwrap() else { panic!("not whole") };
            prop_assert!((IN_BACKUP..=CHANGES).contains(&changes), "{}", changes);
        }
        restore(&place.path(), &backup, None, None).unwrap();
        prop_assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: IN_BACKUP });
    }
}

/// What is empty or gone is not begun over as if there had never been anything.
#[test]
fn a_store_that_is_gone_is_told_where_there_are_backups() {
    for how in [Ruin::Empty, Ruin::Gone] {
        let place = Place::new();
        let mut store = place.open();
        fill(&mut store);
        let backup = store.back_up(BackupReason::Day, 1).unwrap().unwrap();
        store.close().unwrap();
        fs::remove_file(place.path()).unwrap();
        ruin(&place, &how);
        assert!(matches!(place.try_open(), Err(StoreError::Damaged(_))), "{how:?}");
        restore(&place.path(), &backup.path, None, None).unwrap();
        assert_eq!(place.open().verify_chain().unwrap(), ChainState::Whole { changes: 6 }, "{how:?}");
    }
}
