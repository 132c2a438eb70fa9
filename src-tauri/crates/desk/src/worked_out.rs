//! A formation with everything that follows from it: what views and packs are made from.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use formation::checks::{Case, Finding, Severity, check};
use formation::library::Model;
use formation::pack::TakenDown;
use formation::{Answers, Constitution, Formation};
use jiff::civil::Date;

use crate::assets::Assets;
use crate::failure::Failure;
use crate::search::Searched;

/// A formation, worked out for one day.
pub struct WorkedOut<'a> {
    /// The texts it is worked out with.
    pub assets: &'a Assets,
    /// The model its rules follow.
    pub model: &'a Model,
    /// The day.
    pub today: Date,
    /// Who took which answer down, where a log tells.
    pub taken_down: TakenDown,
    /// What follows, which is the same as long as the formation, the texts and the day are.
    pub(crate) outcome: Arc<Outcome>,
}

/// A formation, and what follows from it.
pub struct Outcome {
    /// The formation.
    pub formation: Formation,
    /// Its answers.
    pub answers: Answers,
    /// Its constitution.
    pub constitution: Constitution,
    /// What the checks found.
    pub findings: Vec<Finding>,
    /// The text of each rule, in the order of the rules, once somebody looked for words in them.
    pub(crate) searched: OnceLock<Vec<Searched>>,
}

impl Deref for WorkedOut<'_> {
    type Target = Outcome;

    fn deref(&self) -> &Outcome {
        &self.outcome
    }
}

impl Outcome {
    fn case<'a>(&'a self, assets: &'a Assets, model: &'a Model, today: Date) -> Case<'a> {
        Case {
            library: &assets.library,
            model,
            formation: &self.formation,
            answers: &self.answers,
            constitution: &self.constitution,
            law: &assets.law,
            today,
        }
    }
}

impl<'a> WorkedOut<'a> {
    /// Works `formation` out.
    ///
    /// # Errors
    /// When there is no such model.
    pub fn new(assets: &'a Assets, formation: Formation, today: Date) -> Result<Self, Failure> {
        let model = model_of(assets, &formation)?;
        let answers = Answers::of(&assets.library, model, &formation);
        let constitution = Constitution::assemble(&assets.library, model, &formation, &answers);
        let (findings, searched) = (Vec::new(), OnceLock::new());
        let mut outcome = Outcome { formation, answers, constitution, findings, searched };
        outcome.findings = check(&outcome.case(assets, model, today));
        Ok(Self { assets, model, today, taken_down: TakenDown::new(), outcome: Arc::new(outcome) })
    }

    /// What was worked out before, with the same texts and for the same day.
    ///
    /// # Errors
    /// When there is no such model.
    pub(crate) fn again(assets: &'a Assets, outcome: Arc<Outcome>, today: Date) -> Result<Self, Failure> {
        let model = model_of(assets, &outcome.formation)?;
        Ok(Self { assets, model, today, taken_down: TakenDown::new(), outcome })
    }

    /// Returns it as checks and papers look at it.
    pub fn case(&self) -> Case<'_> {
        self.outcome.case(self.assets, self.model, self.today)
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

/// The model that a formation follows.
pub(crate) fn model_of<'a>(assets: &'a Assets, formation: &Formation) -> Result<&'a Model, Failure> {
    let model = assets.library.model(&formation.model, formation.coop_type, formation.form);
    model.ok_or_else(|| Failure::no_model(formation))
}
