//! A formation with everything that follows from it: what views and packs are made from.

use formation::checks::{Case, Finding, Severity, check};
use formation::library::Model;
use formation::pack::TakenDown;
use formation::{Answers, Constitution, Formation};
use jiff::civil::Date;

use crate::assets::Assets;
use crate::failure::Failure;

/// A formation, worked out for one day.
pub struct WorkedOut<'a> {
    /// The texts it is worked out with.
    pub assets: &'a Assets,
    /// The model its rules follow.
    pub model: &'a Model,
    /// The formation.
    pub formation: Formation,
    /// Its answers.
    pub answers: Answers,
    /// Its constitution.
    pub constitution: Constitution,
    /// What the checks found.
    pub findings: Vec<Finding>,
    /// The day.
    pub today: Date,
    /// Who took which answer down, where a log tells.
    pub taken_down: TakenDown,
}

impl<'a> WorkedOut<'a> {
    /// Works `formation` out.
    ///
    /// # Errors
    /// When there is no such model.
    pub fn new(assets: &'a Assets, formation: Formation, today: Date) -> Result<Self, Failure> {
        let model = assets
            .library
            .model(&formation.model, formation.coop_type, formation.form)
            .ok_or_else(|| Failure::no_model(&formation))?;
        let answers = Answers::of(&assets.library, model, &formation);
        let constitution = Constitution::assemble(&assets.library, model, &formation, &answers);
        let (findings, taken_down) = (Vec::new(), TakenDown::new());
        let mut worked_out =
            Self { assets, model, formation, answers, constitution, findings, today, taken_down };
        worked_out.findings = check(&worked_out.case());
        Ok(worked_out)
    }

    /// Returns it as checks and papers look at it.
    pub fn case(&self) -> Case<'_> {
        Case {
            library: &self.assets.library,
            model: self.model,
            formation: &self.formation,
            answers: &self.answers,
            constitution: &self.constitution,
            law: &self.assets.law,
            today: self.today,
        }
    }

    /// Returns what stops a final pack.
    pub fn blockers(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Blocker)
    }

    /// Returns whether the group accepted this warning, and who and why.
    pub fn accepted(&self, finding: &Finding) -> Option<&formation::Accepted> {
        let about = finding.about.to_string();
        self.formation
            .accepted
            .iter()
            .find(|accepted| accepted.check == finding.check && accepted.about == about)
    }

    /// Returns the warnings that nobody accepted.
    pub fn open_warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.severity == Severity::Warning && self.accepted(finding).is_none())
    }
}
