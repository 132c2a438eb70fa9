//! Beginning a new formation.

use formation::law::Law;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::library::Library;
use formation::money;
use jiff::civil::Date;

/// What may be chosen at the start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartView {
    /// Pairs of type and form that a model is made for.
    pub forms: Vec<FormChoice>,
    /// Nations.
    pub nations: Vec<NationChoice>,
}

/// A legal form to choose, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormChoice {
    /// Slug of the type: "worker".
    pub coop_type: &'static str,
    /// "Worker co-operative".
    pub type_title: &'static str,
    /// Who it is for, a sentence.
    pub whom: &'static str,
    /// Slug of the form: "clg".
    pub form: &'static str,
    /// "Company limited by guarantee".
    pub title: &'static str,
    /// What it means for the group, a sentence each: registrar, fee, shares, minimum.
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
    pub means: &'static str,
}

impl StartView {
    pub(crate) fn of(library: &Library, law: &Law, today: Date) -> Self {
        let mut pairs: Vec<(CoopType, LegalForm)> = library
            .models()
            .iter()
            .flat_map(|model| model.types.iter().flat_map(|one| model.forms.iter().map(|form| (*one, *form))))
            .collect();
        // The order of the catalogue, and within a type that of its model.
        pairs.sort_by_key(|(coop_type, _)| *coop_type);
        let forms = pairs
            .into_iter()
            .map(|(coop_type, form)| FormChoice {
                coop_type: coop_type.slug(),
                type_title: coop_type.title(),
                whom: whom(coop_type),
                form: form.slug(),
                title: form.title(),
                means: means(law, form, today),
                usual: usual(coop_type) == form,
            })
            .collect();
        let nations = Nation::ALL
            .iter()
            .map(|nation| NationChoice {
                slug: nation.slug(),
                title: nation.title(),
                means: stays_in(*nation),
            })
            .collect();
        Self { forms, nations }
    }
}

/// Who a type of co-op is for.
fn whom(coop_type: CoopType) -> &'static str {
    match coop_type {
        CoopType::Worker => "For people who work in it together and run it together.",
        CoopType::Consumer => "For people who buy or use what it offers, such as a food shop.",
        CoopType::Producer => "For growers, makers and freelancers who sell or buy together.",
        CoopType::MultiStakeholder => "For several kinds of people who each need a say.",
        CoopType::Platform => "For people who work or trade through a service online.",
        CoopType::Housing => "For tenants who together own and run the homes they live in.",
        CoopType::CommunityBenefit => {
            "For the good of a community, and not for its members\u{2019} own gain."
        }
        CoopType::Secondary => "For co-ops and other bodies that want to do something together.",
    }
}

/// The form most groups of a type choose (coop-practice: defaults by type).
fn usual(coop_type: CoopType) -> LegalForm {
    match coop_type {
        CoopType::Worker => LegalForm::GuaranteeCompany,
        CoopType::CommunityBenefit => LegalForm::CommunityBenefitSociety,
        _ => LegalForm::CooperativeSociety,
    }
}

fn means(law: &Law, form: LegalForm, today: Date) -> Vec<String> {
    let mut means = vec![registrar(form).to_owned()];
    if let Some(fee) = law.fees(form, today).first() {
        means.push(format!("Registering costs {}.", money(fee.pence)));
    }
    means.extend(consequences(form).iter().map(|&words| words.to_owned()));
    means
}

/// A registered office may move, but not to another jurisdiction (Companies Act 2006, s.9(2)(b); for
/// societies the same follows from where the rules say the office is).
fn stays_in(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "The registered office may later move anywhere in England or Wales.",
        Nation::Wales => {
            "The registered office stays in Wales. The name may end in Welsh: \u{201c}Cyfyngedig\u{201d} or \u{201c}Cyf\u{201d}."
        }
        Nation::Scotland => "The registered office stays in Scotland, and Scots law reads the rules.",
    }
}

fn registrar(form: LegalForm) -> &'static str {
    match form {
        form if form.is_society() => "Registered with the Financial Conduct Authority.",
        LegalForm::UnincorporatedAssociation => "Registered nowhere: the members answer for its debts.",
        _ => "Registered with Companies House.",
    }
}

fn consequences(form: LegalForm) -> &'static [&'static str] {
    match form {
        LegalForm::GuaranteeCompany => &[
            "Members buy no shares. Each promises a small sum, usually \u{a3}1, if the company closes with debts.",
            "2 people can begin. Companies House usually answers within days.",
            "Each director must prove who they are before you apply.",
        ],
        LegalForm::CooperativeSociety => &[
            "Members hold shares, with one vote each whatever they hold.",
            "It takes 3 members and a secretary. The registrar aims at 10 working days; allow 8 weeks.",
            "It may later raise money from its members as shares.",
        ],
        LegalForm::CommunityBenefitSociety => &[
            "Everything it does must be for a community. Members hold shares, with one vote each.",
            "It takes 3 members and a secretary. The registrar aims at 10 working days; allow 8 weeks.",
            "It may raise money as shares from the public. It must not call itself a co-operative.",
        ],
        _ => &[],
    }
}
