//! The second half of the first paper, set on another core before its turn comes.
//!
//! What is set here is thrown away. The words that it shaped and the lines that it broke are remembered with the faces,
//! and whoever lays the whole paper out finds them there: the pages are the same without it. Later papers find most of
//! their words shaped already, so they need none of it. Must not know what the paper is laid out for.

use document::Paper;

use crate::compose::Composer;
use crate::fonts::Fonts;
use crate::style::Look;

/// A paper of fewer blocks is set before another thread has begun.
const FEWEST_BLOCKS: usize = 40;

/// Does `work`, the laying out of a paper; meanwhile, where no word has been shaped yet, the end of it is set.
pub(crate) fn set<R>(paper: &Paper, fonts: &Fonts, look: &'static Look, work: impl FnOnce() -> R) -> R {
    if paper.blocks.len() < FEWEST_BLOCKS || !fonts.shaped.is_empty() {
        return work();
    }
    std::thread::scope(|scope| {
        scope.spawn(|| Composer::new(paper, fonts, look).rest(paper, paper.blocks.len() / 2));
        work()
    })
}
