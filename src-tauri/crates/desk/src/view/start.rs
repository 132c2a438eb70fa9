//! Beginning a new formation: what may be chosen, where the seven questions lead, and the starters.

use std::collections::BTreeSet;

use formation::Answers;
use formation::answers_file::BUILT_IN_MODEL;
use formation::beginning::{Advice, Aspect, Starter};
use formation::law::{Fee, Law};
use formation::legal::{CoopType, LegalForm, Nation};
use formation::library::{Library, Model};
use formation::money;
use jiff::civil::Date;

use super::ShelfModel;
use crate::package::Package;

pub use formation::beginning::{FinderOption, FinderQuestion};

/// What may be chosen at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartView {
    /// Pairs of type and form that a model is made for.
    pub forms: Vec<FormChoice>,
    /// Nations.
    pub nations: Vec<NationChoice>,
    /// Sponsors' models that a co-op may follow instead of the app's own.
    pub rules: Vec<RulesChoice>,
}

/// A sponsor's model to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesChoice {
    /// What a form sends to choose it.
    pub value: String,
    /// "Ridings worker co-operative, edition 2026-1".
    pub title: String,
    /// Who stands behind it.
    pub sponsor: String,
    /// Whom it is for.
    pub made_for: String,
}

/// A legal form to choose, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormChoice {
    /// Slug of the type: "worker".
    pub coop_type: &'static str,
    /// "Worker co-operative".
    pub type_title: &'static str,
    /// Who it is for, a sentence.
    pub whom: String,
    /// Slug of the form: "clg".
    pub form: &'static str,
    /// "Company limited by guarantee".
    pub title: &'static str,
    /// What it means for the group, a sentence or two each: registrar, fee, shares, minimum.
    pub means: Vec<String>,
    /// Whether most groups of this type choose it.
    pub usual: bool,
}

/// A nation to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationChoice {
    /// Slug.
    pub slug: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What follows from choosing it.
    pub means: String,
}

/// The questions that lead to a type and a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinderView {
    /// In the order asked.
    pub questions: Vec<FinderQuestion>,
}

/// Where the answers to those questions lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceView {
    /// Slug of the type.
    pub coop_type: &'static str,
    /// "Worker co-operative".
    pub type_title: &'static str,
    /// Why, a sentence each.
    pub because: Vec<String>,
    /// What to look out for.
    pub traps: Vec<TrapView>,
    /// The forms that suit, the best first.
    pub forms: Vec<FormColumn>,
    /// What they are compared by, a row each with a cell for each form.
    pub rows: Vec<FormRow>,
}

/// Something that goes wrong for groups who answer like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrapView {
    /// What it is.
    pub says: String,
    /// What to do about it.
    pub mend: String,
    /// Where it stands.
    pub law: String,
}

/// A form in a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormColumn {
    /// Slug.
    pub form: &'static str,
    /// Its name.
    pub title: &'static str,
}

/// What each form of a comparison means in one respect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// "If it fails".
    pub aspect: &'static str,
    /// What it means, and where that stands; one for each form.
    pub cells: Vec<(String, String)>,
}

/// A sector's starter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterRow {
    /// Its name in addresses.
    pub slug: String,
    /// "Food shop or buying group".
    pub title: String,
    /// Who it is for.
    pub says: String,
    /// "Consumer co-operative · Co-operative society".
    pub kind: String,
}

/// A sector's starter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterView {
    /// What a list says of it.
    pub row: StarterRow,
    /// Why this type and form.
    pub why: String,
    /// The forms it can begin with, the best first.
    pub forms: Vec<FormChoice>,
    /// Nations.
    pub nations: Vec<NationChoice>,
    /// What it proposes: question and answer in words.
    pub proposes: Vec<(String, String)>,
    /// What others in the sector decide.
    pub others: Vec<String>,
    /// What to see to outside the rules, and the law.
    pub see_to: Vec<(String, String)>,
    /// The file of an example to learn from.
    pub example: String,
    /// What there is to learn.
    pub example_teaches: String,
}

impl StartView {
    /// `shelf` is what stands on the shelf of sponsors' packages.
    pub(crate) fn of(library: &Library, law: &Law, today: Date, shelf: &[(String, Package)]) -> Self {
        let sponsored: Vec<(&String, Vec<Model>)> =
            shelf.iter().map(|(key, package)| (key, package.models())).collect();
        let models = library.models().iter().chain(sponsored.iter().flat_map(|(_, models)| models));
        let mut pairs: Vec<(CoopType, LegalForm)> = models
            .flat_map(|model| model.types.iter().flat_map(|one| model.forms.iter().map(|form| (*one, *form))))
            .collect();
        // The order of the catalogue, and within a type that of its model; what few groups choose comes last.
        let rare = |form: LegalForm| {
            let is_interest_company = form == LegalForm::CommunityInterestCompany;
            (is_interest_company, form.is_partnership(), form.is_association())
        };
        pairs.sort_by_key(|(coop_type, form)| (*coop_type, rare(*form)));
        let mut seen = BTreeSet::new();
        pairs.retain(|pair| seen.insert(*pair));
        let choice = |(coop_type, form)| FormChoice::of(library, law, today, coop_type, form);
        // Models of a package that go by one name are one choice: the type and the form tell them apart.
        let mut rules: Vec<RulesChoice> = Vec::new();
        for one in sponsored.iter().flat_map(|(key, models)| models.iter().map(|one| rules_choice(key, one)))
        {
            match rules.iter_mut().find(|before| before.value == one.value) {
                Some(before) => before.made_for = format!("{}; {}", before.made_for, one.made_for),
                None => rules.push(one),
            }
        }
        Self { forms: pairs.into_iter().map(choice).collect(), nations: nations(library, law, today), rules }
    }
}

fn rules_choice(key: &str, model: &Model) -> RulesChoice {
    let shown = ShelfModel::of(model);
    RulesChoice {
        value: format!("{key}/{}", model.id),
        title: format!("{}, edition {}", model.title, model.edition),
        sponsor: model.sponsor.clone(),
        made_for: shown.made_for,
    }
}

impl FormChoice {
    fn of(library: &Library, law: &Law, today: Date, coop_type: CoopType, form: LegalForm) -> Self {
        let about = library.type_fact(coop_type);
        Self {
            coop_type: coop_type.slug(),
            type_title: coop_type.title(),
            whom: about.map(|about| about.whom.clone()).unwrap_or_default(),
            form: form.slug(),
            title: form.title(),
            means: means(library, law, form, today),
            usual: about.is_some_and(|about| about.usual == form),
        }
    }
}

impl AdviceView {
    pub(crate) fn of(library: &Library, law: &Law, advice: &Advice<'_>, today: Date) -> Self {
        let cost = FormRow {
            aspect: "To register",
            cells: advice
                .forms
                .iter()
                .map(|form| {
                    law.fees(*form, today).first().map_or_else(
                        || ("Nothing.".to_owned(), "No registration is needed".to_owned()),
                        |fee| {
                            (
                                format!("{}.", money(fee.pence)),
                                format!("{}; checked on {}", fee.source, formation::long_date(fee.checked)),
                            )
                        },
                    )
                })
                .collect(),
        };
        let yearly = FormRow {
            aspect: "Fees each year",
            cells: advice.forms.iter().map(|form| yearly(law, *form, today)).collect(),
        };
        let facts = Aspect::ALL.iter().enumerate().map(|(index, aspect)| FormRow {
            aspect: aspect.title(),
            cells: advice
                .forms
                .iter()
                .filter_map(|form| library.form_facts(*form).get(index))
                .map(|fact| library.tell(fact, law, today))
                .collect(),
        });
        let trap = |trap: &&formation::beginning::Trap| TrapView {
            says: trap.says.clone(),
            mend: trap.mend.clone(),
            law: trap.law.clone(),
        };
        Self {
            coop_type: advice.coop_type.slug(),
            type_title: advice.coop_type.title(),
            because: advice.because.to_vec(),
            traps: advice.traps.iter().map(trap).collect(),
            forms: advice
                .forms
                .iter()
                .map(|form| FormColumn { form: form.slug(), title: form.title() })
                .collect(),
            rows: [cost, yearly].into_iter().chain(facts).collect(),
        }
    }
}

impl StarterRow {
    pub(crate) fn of(starter: &Starter) -> Self {
        Self {
            slug: starter.slug.clone(),
            title: starter.title.clone(),
            says: starter.says.clone(),
            kind: super::kind_of(starter.coop_type, starter.form),
        }
    }
}

impl StarterView {
    pub(crate) fn of(library: &Library, law: &Law, starter: &Starter, today: Date) -> Self {
        let offered = |form: &LegalForm| library.model(BUILT_IN_MODEL, starter.coop_type, *form).is_some();
        // Some questions are asked of some forms only: what is shown is what the best form asks.
        let formation = starter.begin(starter.form, Nation::England, BUILT_IN_MODEL);
        let answers = library
            .model(BUILT_IN_MODEL, starter.coop_type, starter.form)
            .map(|model| Answers::of(library, model, &formation));
        let asked = |slug: &str| answers.as_ref().is_some_and(|answers| answers.is_asked(slug));
        let proposes = starter
            .proposals()
            .filter(|(slug, _)| asked(slug))
            .filter_map(|(slug, value)| {
                let decision = library.decision(slug)?;
                Some((decision.question.clone(), decision.in_words(value)))
            })
            .collect();
        Self {
            row: StarterRow::of(starter),
            why: starter.why.clone(),
            forms: starter
                .forms()
                .filter(offered)
                .map(|form| FormChoice::of(library, law, today, starter.coop_type, form))
                .collect(),
            nations: nations(library, law, today),
            proposes,
            others: starter.others.clone(),
            see_to: starter.see_to.iter().map(|one| (one.says.clone(), one.law.clone())).collect(),
            example: starter.example.clone(),
            example_teaches: starter.example_teaches.clone(),
        }
    }
}

fn nations(library: &Library, law: &Law, today: Date) -> Vec<NationChoice> {
    let choice = |nation: &Nation| NationChoice {
        slug: nation.slug(),
        title: nation.title(),
        means: library.nation_fact(*nation).map(|fact| library.tell(fact, law, today).0).unwrap_or_default(),
    };
    Nation::ALL.iter().map(choice).collect()
}

/// What the registrar takes each year, and where that stands.
fn yearly(law: &Law, form: LegalForm, today: Date) -> (String, String) {
    let fees: Vec<&Fee> = law.yearly_fees(form, today).collect();
    if fees.is_empty() {
        return ("Nothing.".to_owned(), "No registration is needed".to_owned());
    }
    let said = fees.iter().map(|fee| match (fee.pence, fee.confidence.doubt()) {
        (0, _) => format!("No fee for {}.", fee.what),
        (pence, None) => format!("{} for {}.", money(pence), fee.what),
        (pence, Some(doubt)) => format!("{} for {} ({doubt}).", money(pence), fee.what),
    });
    let source = |fee: &&Fee| format!("{}; checked on {}", fee.source, formation::long_date(fee.checked));
    (said.collect::<Vec<_>>().join(" "), fees.iter().map(source).collect::<Vec<_>>().join(". "))
}

/// What matters most of a form: who registers it, the fee, how many it takes, shares.
fn means(library: &Library, law: &Law, form: LegalForm, today: Date) -> Vec<String> {
    let facts = library.form_facts(form);
    let says = |aspect: Aspect| {
        let at = Aspect::ALL.iter().position(|one| *one == aspect)?;
        facts.get(at).map(|fact| library.tell(fact, law, today).0)
    };
    let registrar = says(Aspect::Registrar).map(|words| format!("Registered by: {words}"));
    let fee = law.fees(form, today).first().map(|fee| format!("Registering costs {}.", money(fee.pence)));
    let members = says(Aspect::Members).map(|words| format!("It takes: {words}"));
    registrar.into_iter().chain(fee).chain(members).chain(says(Aspect::Shares)).collect()
}
