//! The fee for a society that follows a sponsoring body's model: what it is, why, and what would lower it.

use formation::{FeeMeter, long_date, money};

use crate::worked_out::WorkedOut;

/// The fee, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeMeterView {
    /// "£120".
    pub fee: String,
    /// "£950": where the model does not count as a sponsoring body's.
    pub otherwise: String,
    /// The rules that count.
    pub counted: Vec<CountedRule>,
    /// "£80": what restoring one rule saves; none when that changes nothing.
    pub one_fewer_saves: Option<String>,
    /// Who stands behind the model.
    pub sponsor: String,
    /// Where the fee was read.
    pub source: String,
    /// When: "23 November 2026".
    pub checked: String,
    /// Where to confirm it.
    pub confirm: String,
}

/// A rule that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedRule {
    /// Its slug.
    pub slug: String,
    /// "12. Quorum".
    pub title: String,
    /// Why it counts, a sentence.
    pub why: &'static str,
}

impl FeeMeterView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>) -> Option<Self> {
        let case = worked_out.case();
        let meter = FeeMeter::of(&case)?;
        let counted = meter.counted.iter().map(|one| CountedRule {
            slug: one.rule.clone(),
            title: format!("{}. {}", one.number, one.heading),
            why: match one.by_our_reading {
                true => "A rule of your own. We count it as 1; no text of the law says so.",
                false => "Its words differ from the model\u{2019}s.",
            },
        });
        Some(Self {
            fee: money(meter.fee.pence),
            otherwise: money(meter.otherwise.pence),
            counted: counted.collect(),
            one_fewer_saves: meter.one_fewer_saves.map(money),
            sponsor: worked_out.model.sponsor.clone(),
            source: meter.fee.source.clone(),
            checked: long_date(meter.fee.checked),
            confirm: meter.fee.confirm.clone(),
        })
    }

    /// The same in two sentences.
    pub fn in_short(&self) -> String {
        let counted = match self.counted.len() {
            0 => "No rule counts as changed".to_owned(),
            1 => "1 rule counts as changed".to_owned(),
            count => format!("{count} rules count as changed"),
        };
        let saves = self.one_fewer_saves.as_ref();
        let saves = saves.map(|saved| format!(" One fewer would save {saved}.")).unwrap_or_default();
        format!("{counted}, so the fee is {}, if the registrar takes the model.{saves}", self.fee)
    }
}
