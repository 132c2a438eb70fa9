//! What stands around every screen of a formation.

use formation::decision::Status;
use formation::legal::{CoopType, LegalForm};
use formation::library::Model;
use formation::{Answers, FeeMeter, Formation, Standing, money};
use jiff::civil::Date;

use crate::assets::Assets;
use crate::worked_out::WorkedOut;

/// HTML made by us from blocks: safe to put on a page as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(pub String);

/// The frame around a formation's screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameView {
    /// The formation's id.
    pub formation: String,
    /// The co-op's name, or "A co-op without a name yet".
    pub name: String,
    /// Whether it has no name yet.
    pub is_nameless: bool,
    /// "Worker co-operative, company limited by guarantee".
    pub kind: String,
    /// Slug of its type: "worker".
    pub coop_type: &'static str,
    /// Slug of its legal form: "clg".
    pub form: &'static str,
    /// When the last change was saved.
    pub saved: Saved,
    /// The registrar's fee.
    pub fee: Option<FeeView>,
    /// How many blockers stand.
    pub blockers: usize,
    /// How many warnings stand that nobody accepted.
    pub warnings: usize,
    /// The parts of the questions, with how far each is.
    pub parts: Vec<PartLink>,
    /// How many people are entered.
    pub people: usize,
}

/// A fee of the registrar's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeView {
    /// "£100".
    pub amount: String,
    /// When somebody looked last whether it is still right.
    pub checked: DayView,
}

/// A day of the calendar, which every language writes in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayView {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
    /// The day, from 1.
    pub day: i8,
}

impl From<Date> for DayView {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

/// When the last change was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed since the window opened.
    Nothing,
    /// At this time of day: "14:02".
    At(String),
}

/// A part of the questions, as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLink {
    /// Slug of the part: "members-meetings".
    pub slug: String,
    /// Its heading.
    pub heading: String,
    /// Questions that are asked.
    pub asked: usize,
    /// Of these, how many are agreed.
    pub agreed: usize,
    /// Of these, how many have no answer at all.
    pub open: usize,
    /// The first question of the part; where its link leads.
    pub first: Option<String>,
}

/// A co-op that has no name yet, as shown in lists and titles.
pub(crate) const NAMELESS: &str = "A co-op without a name yet";

/// Returns "Worker co-operative, company limited by guarantee".
pub(crate) fn kind(formation: &formation::Formation) -> String {
    kind_of(formation.coop_type, formation.form)
}

pub(crate) fn kind_of(coop_type: CoopType, form: LegalForm) -> String {
    format!("{}, {}", coop_type.title(), lower_first(form.title()))
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Returns the slug of a standing, as screens show it.
pub(crate) fn standing_slug(standing: Standing) -> &'static str {
    match standing {
        Standing::NotAsked => "not-asked",
        Standing::Open => "open",
        Standing::Usual => "usual",
        Standing::Taken(status) => status.slug(),
    }
}

impl FrameView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let formation = &worked_out.formation;
        Self {
            formation: id.to_owned(),
            name: worked_out.answers.text("name").unwrap_or(NAMELESS).to_owned(),
            is_nameless: worked_out.answers.text("name").is_none(),
            kind: kind(formation),
            coop_type: formation.coop_type.slug(),
            form: formation.form.slug(),
            saved,
            fee: fee(worked_out),
            blockers: worked_out.blockers().count(),
            warnings: worked_out.open_warnings().count(),
            parts: parts(worked_out.assets, worked_out.model, formation, &worked_out.answers),
            people: formation.people.len(),
        }
    }
}

fn fee(worked_out: &WorkedOut<'_>) -> Option<FeeView> {
    let fees = worked_out.assets.law.fees(worked_out.formation.form, worked_out.today);
    let metered = FeeMeter::of(&worked_out.case()).map(|meter| meter.fee);
    let fee = metered.or_else(|| fees.first().copied())?;
    Some(FeeView { amount: money(fee.pence), checked: fee.checked.into() })
}

/// The parts of the questions, with how far each is.
pub(super) fn parts(
    assets: &Assets,
    model: &Model,
    formation: &Formation,
    answers: &Answers,
) -> Vec<PartLink> {
    assets
        .library
        .parts_of(model)
        .map(|part| {
            let standings: Vec<(&String, Standing)> = part
                .decisions
                .iter()
                .map(|slug| (slug, answers.standing(formation, slug)))
                .filter(|(_, standing)| *standing != Standing::NotAsked)
                .collect();
            let agreed = Standing::Taken(Status::Agreed);
            PartLink {
                slug: part.slug.clone(),
                heading: part.heading.clone(),
                asked: standings.len(),
                agreed: standings.iter().filter(|(_, standing)| *standing == agreed).count(),
                open: standings
                    .iter()
                    .filter(|(_, standing)| {
                        matches!(standing, Standing::Open | Standing::Taken(Status::Open))
                    })
                    .count(),
                first: standings
                    .iter()
                    .find(|(_, standing)| *standing != agreed)
                    .or_else(|| standings.first())
                    .map(|(slug, _)| (*slug).clone()),
            }
        })
        .collect()
}
