//! The order of rules: the model's, with rules put elsewhere and rules added.
//!
//! A rule that was put elsewhere stands beside another rule's place *in the model*, not beside that rule: so that
//! moving one rule never carries another along, and no two moves can wait for each other.

use std::collections::BTreeMap;

use super::{Edits, Place, Side};

/// A rule in its order, before numbering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot<T> {
    /// The rule.
    pub slug: String,
    /// Index of its part.
    pub part: usize,
    /// What it is written from; none for a rule the group added.
    pub clause: Option<T>,
    /// Whether it is in.
    pub is_in: bool,
}

/// Returns the rules in their order, and the slugs of those whose place refers to a rule that the model has not
/// got: a rule of the model then stays where the model has it, an added one comes last.
pub(crate) fn arrange<T: Clone>(
    model: Vec<Slot<T>>,
    added: Vec<String>,
    edits: &Edits,
) -> (Vec<Slot<T>>, Vec<String>) {
    let last_part = model.last().map_or(0, |slot| slot.part);
    let homes = homes(&model);
    let mut lost = Vec::new();
    let mut keyed: Vec<(Key, Slot<T>)> = Vec::new();
    let count = model.len();
    for (index, slot) in model.into_iter().enumerate() {
        // A slug may stand in the model twice, under conditions that part the two: only the one that is in moves.
        let place = edits.places.get(&slot.slug).filter(|_| slot.is_in);
        keyed.push(match place.map(|place| (place, homes.get(&place.beside))) {
            None => (Key::home(index), slot),
            Some((_, None)) => {
                lost.push(slot.slug.clone());
                (Key::home(index), slot)
            }
            Some((place, Some((home, part)))) => {
                let key = Key::beside(*home, place, &slot.slug);
                (key, Slot { part: *part, ..slot })
            }
        });
    }
    for slug in added {
        let place = edits.places.get(&slug);
        let found = place.and_then(|place| Some((place, homes.get(&place.beside)?)));
        let (key, part) = match found {
            Some((place, (home, part))) => (Key::beside(*home, place, &slug), *part),
            None => {
                lost.push(slug.clone());
                let end = Place { beside: String::new(), side: Side::After, rank: u32::MAX };
                (Key::beside(count, &end, &slug), last_part)
            }
        };
        keyed.push((key, Slot { slug, part, clause: None, is_in: true }));
    }
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    (keyed.into_iter().map(|(_, slot)| slot).collect(), lost)
}

/// Where the model has each rule: index and part. Of two with one slug, the one that is in.
fn homes<T>(model: &[Slot<T>]) -> BTreeMap<String, (usize, usize)> {
    let mut homes = BTreeMap::new();
    for (index, slot) in model.iter().enumerate() {
        if slot.is_in || !homes.contains_key(&slot.slug) {
            homes.insert(slot.slug.clone(), (index, slot.part));
        }
    }
    homes
}

/// By what rules are sorted: a place in the model, the side of it, the rank there, and the slug so that equal ranks
/// of two people's copies come out alike everywhere.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    home: usize,
    side: i8,
    rank: u32,
    slug: String,
}

impl Key {
    fn home(index: usize) -> Self {
        Self { home: index, side: 0, rank: 0, slug: String::new() }
    }

    fn beside(home: usize, place: &Place, slug: &str) -> Self {
        let side = match place.side {
            Side::Before => -1,
            Side::After => 1,
        };
        Self { home, side, rank: place.rank, slug: slug.to_owned() }
    }
}

/// Where a rule goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Right after another rule.
    After(&'a str),
}

/// Returns the places that change when `rule` takes `step`: none for a rule that is back where the model has it.
/// Nothing changes when it cannot. `model` is every rule of the model; `rule` may be new.
pub(crate) fn moved<T: Clone>(
    edits: &Edits,
    model: &[Slot<T>],
    rule: &str,
    step: Step<'_>,
) -> Vec<(String, Option<Place>)> {
    let order = shown(edits, model);
    let at = order.iter().position(|(slug, _)| slug == rule);
    let neighbour = match step {
        Step::Up => at.and_then(|at| order.get(at.checked_sub(1)?)),
        Step::Down => at.and_then(|at| order.get(at + 1)),
        Step::After(other) => order.iter().find(|(slug, _)| slug == other && other != rule),
    };
    let Some((other, part)) = neighbour else { return Vec::new() };
    let crosses = at.and_then(|at| order.get(at)).is_some_and(|(_, own)| own != part);
    // Over the edge of a part: first to the near side of the neighbour, then past it.
    let side = match step {
        Step::Up if !crosses => Side::Before,
        Step::Down if crosses => Side::Before,
        _ => Side::After,
    };
    let mut changes = beside(edits, rule, other, side);
    let mut after = edits.clone();
    for (slug, place) in &changes {
        after.places.extend(place.clone().map(|place| (slug.clone(), place)));
    }
    let mut home = after.clone();
    home.places.remove(rule);
    if model.iter().any(|slot| slot.slug == rule) && shown(&home, model) == shown(&after, model) {
        changes.retain(|(slug, _)| slug != rule);
        if edits.places.contains_key(rule) {
            changes.push((rule.to_owned(), None));
        }
    }
    changes
}

/// The rules that are shown, each with its part.
fn shown<T: Clone>(edits: &Edits, model: &[Slot<T>]) -> Vec<(String, usize)> {
    let (order, _) = arrange(model.to_vec(), edits.added_slugs(), edits);
    order
        .into_iter()
        .filter(|slot| slot.is_in && !edits.removes(&slot.slug))
        .map(|slot| (slot.slug, slot.part))
        .collect()
}

/// Puts `rule` right beside `other`, where `other` is shown now.
fn beside(edits: &Edits, rule: &str, other: &str, side: Side) -> Vec<(String, Option<Place>)> {
    let (home, at_side) = match edits.places.get(other) {
        Some(place) => (place.beside.clone(), place.side),
        None => (other.to_owned(), side),
    };
    // Those that stand there already, in order.
    let mut there: Vec<(u32, &str)> = edits
        .places
        .iter()
        .filter(|(slug, place)| place.beside == home && place.side == at_side && slug.as_str() != rule)
        .map(|(slug, place)| (place.rank, slug.as_str()))
        .collect();
    there.sort_unstable();
    let mut row: Vec<&str> = there.into_iter().map(|(_, slug)| slug).collect();
    let position = match (row.iter().position(|slug| *slug == other), side) {
        (Some(at), Side::Before) => at,
        (Some(at), Side::After) => at + 1,
        // Next to the place itself: last of those before it, first of those after it.
        (None, Side::Before) => row.len(),
        (None, Side::After) => 0,
    };
    row.insert(position, rule);
    row.iter()
        .zip(1_u32..)
        .map(|(slug, rank)| ((*slug).to_owned(), Place { beside: home.clone(), side: at_side, rank }))
        .filter(|(slug, place)| edits.places.get(slug) != Some(place))
        .map(|(slug, place)| (slug, Some(place)))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two parts of three rules; `c` is left out.
    fn model() -> Vec<Slot<()>> {
        "abcdef"
            .chars()
            .enumerate()
            .map(|(index, c)| Slot {
                slug: c.to_string(),
                part: index / 3,
                clause: Some(()),
                is_in: c != 'c',
            })
            .collect()
    }

    fn read(edits: &Edits) -> String {
        shown(edits, &model()).into_iter().map(|(slug, part)| format!("{slug}{part} ")).collect()
    }

    fn take(edits: &mut Edits, rule: &str, step: Step<'_>) -> String {
        for (slug, place) in moved(edits, &model(), rule, step) {
            match place {
                Some(place) => edits.places.insert(slug, place),
                None => edits.places.remove(&slug),
            };
        }
        read(edits)
    }

    #[test]
    fn a_rule_moves_one_place_at_a_time_and_home_again() {
        let mut edits = Edits::default();
        assert_eq!(read(&edits), "a0 b0 d1 e1 f1 ");
        assert_eq!(take(&mut edits, "b", Step::Up), "b0 a0 d1 e1 f1 ");
        assert_eq!(take(&mut edits, "b", Step::Up), "b0 a0 d1 e1 f1 ");
        assert_eq!(take(&mut edits, "b", Step::Down), "a0 b0 d1 e1 f1 ");
        assert!(edits.is_empty(), "{edits:?}");
        assert_eq!(take(&mut edits, "b", Step::Down), "a0 b1 d1 e1 f1 ");
        assert_eq!(take(&mut edits, "b", Step::Down), "a0 d1 b1 e1 f1 ");
        assert_eq!(take(&mut edits, "a", Step::After("f")), "d1 b1 e1 f1 a1 ");
        // A rule beside whose place another stands does not carry it along.
        assert_eq!(take(&mut edits, "d", Step::Down), "b1 d1 e1 f1 a1 ");
        assert_eq!(take(&mut edits, "nobody", Step::Up), "b1 d1 e1 f1 a1 ");
    }

    #[test]
    fn a_place_beside_nothing_is_said() {
        let place = Place { beside: "gone".into(), side: Side::After, rank: 1 };
        let edits = Edits { places: BTreeMap::from([("b".to_owned(), place)]), ..Edits::default() };
        let (_, lost) = arrange(model(), vec!["new".to_owned()], &edits);
        assert_eq!(lost, ["b", "new"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_step_moves_its_rule_by_one_and_leaves_the_others_in_their_order(
            steps in prop::collection::vec((0usize..5, any::<bool>()), 1..40)
        ) {
            let mut edits = Edits::default();
            for (rule, up) in steps {
                let rule = ["a", "b", "d", "e", "f"][rule];
                let before = shown(&edits, &model());
                let at = before.iter().position(|(slug, _)| slug == rule).unwrap();
                take(&mut edits, rule, if up { Step::Up } else { Step::Down });
                let after = shown(&edits, &model());
                let rest = |order: &[(String, usize)]| -> Vec<(String, usize)> {
                    order.iter().filter(|(slug, _)| slug != rule).cloned().collect()
                };
                prop_assert_eq!(rest(&before), rest(&after));
                let now = after.iter().position(|(slug, _)| slug == rule).unwrap();
                let expected = match (up, before[at].1, after[now].1) {
                    (true, own, part) if own == part => at.saturating_sub(1),
                    (false, own, part) if own == part => (at + 1).min(before.len() - 1),
                    _ => at,
                };
                prop_assert_eq!(now, expected);
            }
        }
    }
}
