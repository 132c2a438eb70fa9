//! What there is to say of a sponsor's package: its faults, what it holds, and what its sample answers make.

use formation::answers_file;
use formation::checks::{About, Severity};
use formation::library::{LibraryFault, Model};
use jiff::civil::Date;

use crate::assets::{AssetError, Assets};
use crate::failure::Failure;
use crate::package::Package;
use crate::worked_out::WorkedOut;

/// What there is to say of a package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackageReport {
    /// What is wrong with its texts; nothing else is looked at while there is any.
    pub faults: Vec<LibraryFault>,
    /// Its models.
    pub models: Vec<ModelReport>,
    /// The questions that it adds.
    pub questions: Vec<String>,
    /// Its sample answers, and what stops them.
    pub samples: Vec<SampleReport>,
}

/// What there is to say of one model of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelReport {
    /// The name that answers files call it by.
    pub id: String,
    /// "Ridings worker co-operative".
    pub title: String,
    /// "2026-1".
    pub edition: String,
    /// Who stands behind it.
    pub sponsor: String,
    /// Under which licence its texts may be used.
    pub licence: String,
    /// The types it is made for, in words.
    pub types: Vec<&'static str>,
    /// The forms it is made for, in words.
    pub forms: Vec<&'static str>,
    /// The nations it is made for, in words.
    pub nations: Vec<&'static str>,
    /// How many rules it names.
    pub rules: usize,
    /// How many of these are the sponsor's own texts.
    pub own_rules: usize,
}

/// What there is to say of one file of sample answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleReport {
    /// Its path below the package's folder.
    pub file: String,
    /// Rules of the constitution it makes.
    pub rules: usize,
    /// What stops it: why it cannot be read, or the blockers found.
    pub stops: Vec<String>,
    /// What a lawyer should look at again in the rules it makes: what the checks warn of or advise.
    pub remarks: Vec<String>,
}

impl PackageReport {
    /// Returns whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.samples.iter().all(|sample| sample.stops.is_empty())
    }
}

impl Package {
    /// Checks the package as on `today`: its texts, and whether its sample answers make a sound constitution.
    ///
    /// # Errors
    /// When the app's own texts are damaged.
    pub fn check(&self, today: Date) -> Result<PackageReport, Failure> {
        let own = Assets::embedded()?;
        Ok(self.check_beside(&own, today))
    }

    /// The same, beside texts that are read already.
    pub(crate) fn check_beside(&self, own: &Assets, today: Date) -> PackageReport {
        let hidden = self.hidden_characters();
        if !hidden.is_empty() {
            return PackageReport { faults: hidden, ..PackageReport::default() };
        }
        let assets = match own.beside(self) {
            Ok(assets) => assets,
            Err(error) => return PackageReport { faults: error.faults, ..PackageReport::default() },
        };
        let models = assets.library.models().iter().filter(|model| self.has(&model.file));
        let parts = assets.library.parts().iter().filter(|part| self.has(&part.path));
        let questions = parts
            .flat_map(|part| &part.decisions)
            .filter_map(|slug| Some(assets.library.decision(slug)?.question.clone()));
        PackageReport {
            faults: Vec::new(),
            models: models.map(|model| self.model(&assets, model)).collect(),
            questions: questions.collect(),
            samples: self.samples().map(|(path, text)| sample(&assets, path, text, today)).collect(),
        }
    }

    fn model(&self, assets: &Assets, model: &Model) -> ModelReport {
        let names: Vec<&String> = model.parts.iter().flat_map(|part| &part.clauses).collect();
        let is_own = |name: &&&String| {
            let clause = assets.library.clause(name);
            clause.is_some_and(|clause| self.has(&clause.file))
        };
        ModelReport {
            id: model.id.clone(),
            title: model.title.clone(),
            edition: model.edition.clone(),
            sponsor: model.sponsor.clone(),
            licence: model.licence.clone(),
            types: model.types.iter().map(|one| one.title()).collect(),
            forms: model.forms.iter().map(|one| one.title()).collect(),
            nations: model.nations.iter().map(|one| one.title()).collect(),
            rules: names.len(),
            own_rules: names.iter().filter(is_own).count(),
        }
    }
}

impl From<formation::library::LibraryError> for Failure {
    fn from(error: formation::library::LibraryError) -> Self {
        AssetError::from(error).into()
    }
}

fn sample(assets: &Assets, path: &str, text: &str, today: Date) -> SampleReport {
    let mut report = SampleReport { file: path.to_owned(), rules: 0, stops: Vec::new(), remarks: Vec::new() };
    let formation = match answers_file::read(&assets.library, text) {
        Ok(formation) => formation,
        Err(error) => {
            report.stops.push(format!("{path}:{}: {}: {}", error.line, error.field, error.message));
            return report;
        }
    };
    match WorkedOut::new(assets, formation, today) {
        Ok(worked_out) => {
            report.rules = worked_out.constitution.parts.iter().map(|part| part.rules.len()).sum();
            let stop =
                |finding: &formation::checks::Finding| format!("{path}: {} {}", finding.message, finding.fix);
            report.stops.extend(worked_out.blockers().map(stop));
            let of_rules = worked_out.findings.iter().filter(|finding| {
                finding.severity != Severity::Blocker && matches!(finding.about, About::Rule(_))
            });
            report.remarks.extend(of_rules.map(stop));
        }
        Err(failure) => report.stops.push(format!("{path}: {failure}")),
    }
    report
}
