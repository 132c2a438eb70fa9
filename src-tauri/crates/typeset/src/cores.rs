//! Work shared among the processor's cores.
//!
//! What comes back is in the order of what was given, so that no file hangs on which core was quicker. Must not know
//! what the work is.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

/// More threads than this gain nothing: a paper's work is a few dozen small pieces.
const THREADS: usize = 4;

/// Does each piece of work; `aside` is done on this thread meanwhile, before it helps.
pub(crate) fn share<W: Sync, R: Send, A>(
    work: &[W],
    each: impl Fn(&W) -> R + Sync,
    aside: impl FnOnce() -> A,
) -> (Vec<R>, A) {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(work.len()));
    let help = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = work.get(index) else { return };
            let result = each(piece);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    let others = THREADS.min(work.len()).saturating_sub(1);
    let beside = std::thread::scope(|scope| {
        for _ in 0..others {
            scope.spawn(help);
        }
        let beside = aside();
        help();
        beside
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    (done.into_iter().map(|(_, result)| result).collect(), beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        let work: Vec<u64> = (0..100).collect();
        // The first pieces are the longest.
        let slow = |n: &u64| (0..(100 - n) * 1000).fold(*n, |sum, _| std::hint::black_box(sum));
        assert_eq!(share(&work, slow, || "beside"), (work.clone(), "beside"));
        assert_eq!(share(&[], slow, || 7), (Vec::new(), 7));
    }
}
