//! Which of the old things became which of the new: by anchor, then by the words they share, in order.
//!
//! Must not know what the things are.

use std::cell::OnceCell;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::Anchor;

/// What a thing is known by.
pub(super) struct Features<'a> {
    /// Only things of one kind become each other.
    pub kind: u8,
    pub anchor: Option<&'a Anchor>,
    pub plain: String,
    /// Its words, sorted. Most things stand as they stood, and are never asked for them.
    words: OnceCell<Vec<Box<str>>>,
}

impl<'a> Features<'a> {
    pub fn new(kind: u8, anchor: Option<&'a Anchor>, plain: String) -> Self {
        Self { kind, anchor, plain, words: OnceCell::new() }
    }

    fn words(&self) -> &[Box<str>] {
        self.words.get_or_init(|| {
            let mut words: Vec<Box<str>> = self.plain.split_whitespace().map(Into::into).collect();
            words.sort_unstable();
            words
        })
    }
}

/// What became of one or two things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    Both(usize, usize),
    Old(usize),
    New(usize),
}

/// Things that share fewer of their words than this, in thousandths, are not one thing changed.
const ALIKE: u32 = 400;
/// What a thing found again counts: more than any number of changed ones nearby.
const SAME: u32 = 4_000;
/// More pairs than this are not all weighed.
const MANY: usize = 20_000;
/// More pairs than this are not searched for what stands unchanged either: of two lists that share nothing, or are each
/// other's reverse, every thing would be looked at once for every other.
pub(super) const TOO_MANY: usize = 25_000_000;

/// Aligns old with new things; both keep their order.
pub(super) fn align(old: &[Features<'_>], new: &[Features<'_>]) -> Vec<Pair> {
    let same = |a: &Features<'_>, b: &Features<'_>| {
        a.kind == b.kind
            && a.plain == b.plain
            && (a.anchor == b.anchor || a.anchor.is_none() || b.anchor.is_none())
    };
    let front = old.iter().zip(new).take_while(|(a, b)| same(a, b)).count();
    let (rest_old, rest_new) = (&old[front..], &new[front..]);
    let back = rest_old.iter().rev().zip(rest_new.iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (middle_old, middle_new) = (&rest_old[..rest_old.len() - back], &rest_new[..rest_new.len() - back]);
    let mut pairs: Vec<Pair> = (0..front).map(|index| Pair::Both(index, index)).collect();
    let middle = match middle_old.len().saturating_mul(middle_new.len()) {
        pairs if pairs > TOO_MANY => apart(middle_old, middle_new),
        pairs if pairs > MANY => by_equality(middle_old, middle_new),
        _ => by_weight(middle_old, middle_new),
    };
    pairs.extend(middle.into_iter().map(|pair| pair.later(front, front)));
    let (end_old, end_new) = (old.len() - back, new.len() - back);
    pairs.extend((0..back).map(|index| Pair::Both(end_old + index, end_new + index)));
    pairs
}

impl Pair {
    fn later(self, old: usize, new: usize) -> Self {
        match self {
            Self::Both(a, b) => Self::Both(a + old, b + new),
            Self::Old(a) => Self::Old(a + old),
            Self::New(b) => Self::New(b + new),
        }
    }
}

/// How much two things speak for being one thing changed; none when they are not.
fn weight(old: &Features<'_>, new: &Features<'_>) -> Option<u32> {
    if old.kind != new.kind {
        return None;
    }
    if let (Some(a), Some(b)) = (old.anchor, new.anchor) {
        return (a == b).then_some(SAME);
    }
    if old.plain == new.plain {
        return Some(SAME);
    }
    // Even if the shorter had no word of its own: one long text beside thousands of short ones is not gone through for
    // each of them.
    let (ours, theirs) = (old.words(), new.words());
    let (few, all) = (ours.len().min(theirs.len()), ours.len() + theirs.len());
    if few * 2_000 / all.max(1) < ALIKE as usize {
        return None;
    }
    Some(alike(ours, theirs)).filter(|alike| *alike >= ALIKE)
}

/// The share of words that two sorted lists have in common, in thousandths.
pub(super) fn alike<T: Ord>(a: &[T], b: &[T]) -> u32 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let all = (a.len() + b.len()).max(1);
    u32::try_from(common * 2_000 / all).unwrap_or(u32::MAX)
}

/// The pairing with the greatest weight.
fn by_weight(old: &[Features<'_>], new: &[Features<'_>]) -> Vec<Pair> {
    let width = new.len() + 1;
    let mut best = vec![0u32; (old.len() + 1) * width];
    let mut weights = vec![None; old.len() * new.len()];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let weight = weight(&old[i], &new[j]);
            weights[i * new.len() + j] = weight;
            let apart = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let together = weight.map_or(0, |weight| weight + best[(i + 1) * width + j + 1]);
            best[i * width + j] = apart.max(together);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        match weights[i * new.len() + j] {
            Some(weight) if here == weight + best[(i + 1) * width + j + 1] => {
                pairs.push(Pair::Both(i, j));
                i += 1;
                j += 1;
            }
            _ if here == best[(i + 1) * width + j] => {
                pairs.push(Pair::Old(i));
                i += 1;
            }
            _ => {
                pairs.push(Pair::New(j));
                j += 1;
            }
        }
    }
    pairs.extend((i..old.len()).map(Pair::Old));
    pairs.extend((j..new.len()).map(Pair::New));
    pairs
}

/// For lists longer than anybody writes: the old is gone, and the new has come.
fn apart(old: &[Features<'_>], new: &[Features<'_>]) -> Vec<Pair> {
    (0..old.len()).map(Pair::Old).chain((0..new.len()).map(Pair::New)).collect()
}

/// For very long lists: what stands unchanged is found, and what stands between is paired in order.
fn by_equality(old: &[Features<'_>], new: &[Features<'_>]) -> Vec<Pair> {
    let plain = |features: &[Features<'_>]| -> Vec<String> {
        features.iter().map(|one| format!("{}{}", one.kind, one.plain)).collect()
    };
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &plain(old), &plain(new)) {
        let (olds, news) = (op.old_range(), op.new_range());
        let both = if matches!(op, DiffOp::Equal { .. } | DiffOp::Replace { .. }) {
            let shared = olds.len().min(news.len());
            let kinds = olds.clone().zip(news.clone()).take(shared);
            kinds.take_while(|(a, b)| weight(&old[*a], &new[*b]).is_some()).count()
        } else {
            0
        };
        pairs.extend(olds.clone().zip(news.clone()).take(both).map(|(a, b)| Pair::Both(a, b)));
        pairs.extend(olds.skip(both).map(Pair::Old));
        pairs.extend(news.skip(both).map(Pair::New));
    }
    pairs
}
