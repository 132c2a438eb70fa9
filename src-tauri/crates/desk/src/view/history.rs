//! What was done to a formation, moment by moment; and the bin.

use super::{AnswersPart, FrameView, Html};

/// One thing that differs between two states of a formation, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// What it is: a question, a person's particular.
    pub what: String,
    /// What it was; "nothing" for what was not there.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The history of a formation, latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryView {
    /// The frame.
    pub frame: FrameView,
    /// What can be undone next, in a few words; none when nothing can.
    pub undo: Option<String>,
    /// What can be done again next.
    pub redo: Option<String>,
    /// What was done, latest first.
    pub acts: Vec<ActRow>,
    /// What was taken out and can be brought back, latest first.
    pub removed: Vec<TakenOutRow>,
    /// On what copies disagree, until somebody settles it.
    pub conflicts: Vec<ConflictView>,
}

/// What somebody did at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// The moment right after it, by which acts name it.
    pub moment: i64,
    /// "24 November 2026, 14:02".
    pub when: String,
    /// Who.
    pub who: String,
    /// What kind of act it was.
    pub kind: ActKind,
    /// What it changed; nothing where that was not asked for.
    pub lines: Vec<LineView>,
    /// How many answers the group agreed to in it.
    pub agreed: usize,
}

impl ActRow {
    /// The day on which it was done: "24 November 2026".
    pub fn day(&self) -> &str {
        self.when.rsplit_once(", ").map_or(&self.when, |(day, _)| day)
    }
}

/// Returns the moments that a list offers, latest first, of a history that begins with the latest: the last `most`, of
/// the days before them the last one each, the first of all, and those that were `chosen`.
pub fn offered<'a>(acts: &'a [ActRow], most: usize, chosen: &[i64]) -> Vec<&'a ActRow> {
    let mut day = "";
    let mut out = Vec::new();
    for (index, act) in acts.iter().enumerate() {
        let is_last_of_day = act.day() != std::mem::replace(&mut day, act.day());
        let is_first = index + 1 == acts.len();
        if index < most || is_last_of_day || is_first || chosen.contains(&act.moment) {
            out.push(act);
        }
    }
    out
}

/// What undoing, and doing again, would do next, in a few words; none when there is nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reversible {
    /// What would be undone.
    pub undo: Option<String>,
    /// What would be done again.
    pub redo: Option<String>,
}

/// A formation as it was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentView {
    /// The frame, as it is now.
    pub frame: FrameView,
    /// The moment, by which acts name it.
    pub moment: i64,
    /// "24 November 2026, 14:02".
    pub when: String,
    /// Parts of the questions by heading, with the answers as they stood.
    pub parts: Vec<AnswersPart>,
    /// The names of the people who were entered.
    pub people: Vec<String>,
    /// What became different since.
    pub since: ComparisonView,
}

/// Kinds of acts that a history tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// Done here.
    Done,
    /// Took an earlier act back, or did one again.
    Reverted,
    /// Came in with another copy.
    CameIn,
}

/// What can be taken out of a co-op and brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenOutKind {
    /// A person.
    Person,
    /// A founding organisation.
    Organisation,
    /// A rule of the group's own.
    Rule,
}

impl TakenOutKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Rule];

    /// Its name in forms.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Rule => "rule",
        }
    }
}

/// Something that was taken out of a co-op.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOutRow {
    /// What it is.
    pub kind: TakenOutKind,
    /// Its id.
    pub id: String,
    /// Its name; a rule's heading.
    pub name: String,
    /// When it was taken out.
    pub removed: String,
    /// How many days it can still be brought back; 0 when it may go at any opening.
    pub days_left: i64,
}

/// One thing on which copies disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictView {
    /// The field, by which acts name it.
    pub field: String,
    /// What it is.
    pub what: String,
    /// What each copy says.
    pub sides: Vec<SideView>,
}

/// What one copy says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideView {
    /// The change, by which acts name it.
    pub change: String,
    /// Who says it.
    pub who: String,
    /// When they said it.
    pub when: String,
    /// What they say; "nothing" when they took it out.
    pub value: String,
    /// Whether this is what the app shows until it is settled.
    pub shown: bool,
}

/// How two moments of a formation differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparisonView {
    /// Answers, people and the rest.
    pub lines: Vec<LineView>,
    /// Rules that are there, gone or worded otherwise.
    pub rules: Vec<RuleDifference>,
}

/// A rule that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleDifference {
    /// Its heading.
    pub heading: String,
    /// Its words before; none when it was not there.
    pub before: Option<Html>,
    /// Its words after; none when it is gone.
    pub after: Option<Html>,
}

/// Formations that were taken off the desk, and what was taken out of those that are on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinView {
    /// The formations, latest removed first.
    pub formations: Vec<BinRow>,
    /// What was taken out of the co-ops that were changed last.
    pub taken_out: Vec<BinTakenOut>,
}

/// Something that was taken out of a co-op, as the bin lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinTakenOut {
    /// The formation.
    pub formation: String,
    /// Its name.
    pub co_op: String,
    /// What was taken out.
    pub row: TakenOutRow,
}

/// A formation in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinRow {
    /// Its id.
    pub formation: String,
    /// Its name.
    pub name: String,
    /// When it was removed.
    pub removed: String,
    /// How many days it can still be brought back; 0 when it may go at any opening.
    pub days_left: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A history that begins with the latest: so many acts on each day, the latest day first.
    fn history(days: &[usize]) -> Vec<ActRow> {
        let all: usize = days.iter().sum();
        let dated = days.iter().enumerate().flat_map(|(day, acts)| vec![days.len() - day; *acts]);
        dated
            .enumerate()
            .map(|(index, day)| ActRow {
                moment: i64::try_from(all - index).unwrap(),
                when: format!("{day} November 2026, 14:02"),
                who: String::new(),
                kind: ActKind::Done,
                lines: Vec::new(),
                agreed: 0,
            })
            .collect()
    }

    #[test]
    fn a_long_history_offers_its_first_and_last_moments_and_one_of_each_day() {
        for (days, chosen, expected) in [
            (&[3][..], &[][..], &[3, 2, 1][..]),
            (&[9], &[], &[9, 8, 7, 1]),
            (&[9], &[4], &[9, 8, 7, 4, 1]),
            (&[2, 4, 3], &[], &[9, 8, 7, 3, 1]),
            (&[1, 1, 1, 1, 1], &[], &[5, 4, 3, 2, 1]),
            (&[4, 1], &[], &[5, 4, 3, 1]),
            (&[], &[7], &[]),
        ] {
            let acts = history(days);
            let moments: Vec<i64> = offered(&acts, 3, chosen).iter().map(|act| act.moment).collect();
            assert_eq!(moments, expected, "{days:?} {chosen:?}");
        }
    }

    #[test]
    fn beyond_two_hundred_acts_the_first_is_offered() {
        let acts = history(&[150, 150, 2]);
        let moments: Vec<i64> = offered(&acts, 200, &[]).iter().map(|act| act.moment).collect();
        assert_eq!(moments.len(), 200 + 2, "the last of the first day, and the first of all");
        assert_eq!((moments[0], moments[200], moments[201]), (302, 2, 1));
    }
}
