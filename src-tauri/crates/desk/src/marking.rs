//! Marking the constitution on the screen: against the model, and against any earlier moment.

use formation::Formation;
use formation::edit::Edits;
use formation::pack::with_usual_answers;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::view::{MarkedAgainst, MarkedView, offered};
use crate::worked_out::WorkedOut;

/// Moments offered for choosing, the latest; and one of each day before them.
const MOMENTS_OFFERED: usize = 100;

impl Desk {
    /// Returns the constitution as it is now, marked against another.
    ///
    /// # Errors
    /// When there is no such formation or moment.
    pub fn marked_view(&self, id: &str, against: MarkedAgainst) -> Result<MarkedView, Failure> {
        let now = self.worked_out(id)?;
        let then = self.marked_from(id, &now, against)?;
        let chosen = match against {
            MarkedAgainst::Moment(moment) => vec![moment],
            MarkedAgainst::Model | MarkedAgainst::Usual => Vec::new(),
        };
        let acts = self.history_telling(id, MOMENTS_OFFERED, &chosen)?.acts;
        let moments = offered(&acts, MOMENTS_OFFERED, &chosen).into_iter().map(|act| {
            let what = act.lines.first().map(|line| line.what.clone()).unwrap_or_default();
            (act.moment, format!("{}: {what}", act.when))
        });
        Ok(MarkedView::of(&now, &then, id, self.saved.clone(), against, moments.collect()))
    }

    /// Returns what the constitution of `now` is marked against.
    pub(crate) fn marked_from<'a>(
        &'a self,
        id: &str,
        now: &WorkedOut<'a>,
        against: MarkedAgainst,
    ) -> Result<WorkedOut<'a>, Failure> {
        let of_now = |before| WorkedOut::new(now.assets, before, self.host.today());
        match against {
            MarkedAgainst::Model => of_now(Formation { edits: Edits::default(), ..now.formation.clone() }),
            MarkedAgainst::Usual => of_now(with_usual_answers(&now.case())),
            MarkedAgainst::Moment(moment) => self.worked_out_at(id, moment),
        }
    }
}
