//! The finder: seven plain questions that lead to a type of co-op and a legal form, with reasons and traps.
//!
//! It advises and never decides: whoever asks may choose otherwise.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value as Name;
use serde::Deserialize;

use crate::legal::{CoopType, LegalForm};
use crate::library::{LibraryFault, SourceFile};
use crate::text::Engine;

/// The questions, and where their answers lead.
#[derive(Debug, Default)]
pub struct Finder {
    questions: Vec<FinderQuestion>,
    ways: Vec<Way>,
    traps: Vec<Trap>,
}

/// A question of the finder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinderQuestion {
    /// Stable name: "need".
    pub slug: String,
    /// As it is asked.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// Whether more than one answer may be chosen.
    #[serde(default)]
    pub many: bool,
    /// The answers there are.
    #[serde(rename = "option")]
    pub options: Vec<FinderOption>,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinderOption {
    /// Stable name: "workers".
    pub value: String,
    /// As it is shown.
    pub words: String,
}

/// Where answers lead.
#[derive(Debug)]
struct Way {
    when: String,
    coop_type: CoopType,
    forms: Vec<LegalForm>,
    because: Vec<String>,
}

/// What goes wrong for groups who answer like this.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    when: String,
    /// What the trap is.
    pub says: String,
    /// What to do about it.
    #[serde(rename = "do")]
    pub mend: String,
    /// Where it stands.
    pub law: String,
}

/// What was chosen, by question; a question left out is not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FinderAnswers(BTreeMap<String, BTreeSet<String>>);

/// What the answers lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice<'a> {
    /// The type.
    pub coop_type: CoopType,
    /// The forms that suit, the best first; never none.
    pub forms: Vec<LegalForm>,
    /// Why, a sentence each.
    pub because: &'a [String],
    /// What to look out for.
    pub traps: Vec<&'a Trap>,
}

/// Why answers cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FinderError {
    /// Not a question of the finder.
    #[error("there is no question \u{201c}{0}\u{201d}")]
    NoQuestion(String),
    /// Not an answer to that question.
    #[error("\u{201c}{value}\u{201d} is no answer to \u{201c}{question}\u{201d}")]
    NoOption {
        /// The question's slug.
        question: String,
        /// What was chosen.
        value: String,
    },
    /// Two answers where one is asked for.
    #[error("\u{201c}{0}\u{201d} takes one answer")]
    TooMany(String),
}

impl Finder {
    /// Returns the questions, in the order asked.
    pub fn questions(&self) -> &[FinderQuestion] {
        &self.questions
    }

    /// Takes down what was chosen, as pairs of question and answer.
    ///
    /// # Errors
    /// When there is no such question or answer, or more than one where one is asked for.
    pub fn answers<'c>(
        &self,
        chosen: impl IntoIterator<Item = (&'c str, &'c str)>,
    ) -> Result<FinderAnswers, FinderError> {
        let mut answers = FinderAnswers::default();
        for (slug, value) in chosen {
            let question = self
                .questions
                .iter()
                .find(|question| question.slug == slug)
                .ok_or_else(|| FinderError::NoQuestion(slug.to_owned()))?;
            if !question.options.iter().any(|option| option.value == value) {
                return Err(FinderError::NoOption { question: slug.to_owned(), value: value.to_owned() });
            }
            let all = answers.0.entry(slug.to_owned()).or_default();
            all.insert(value.to_owned());
            if all.len() > 1 && !question.many {
                return Err(FinderError::TooMany(slug.to_owned()));
            }
        }
        Ok(answers)
    }

    /// Returns where the answers lead; none while there are no ways at all.
    ///
    /// `offered` says whether there are rules for a type and form: a way without any is passed over.
    pub(crate) fn advise(
        &self,
        engine: &Engine,
        answers: &FinderAnswers,
        offered: impl Fn(CoopType, LegalForm) -> bool,
    ) -> Option<Advice<'_>> {
        let names = self.names(answers);
        // Every condition was tried when it was read; one that fails all the same leads nowhere.
        let holds = |when: &str| engine.holds(when, &names).unwrap_or(false);
        self.ways.iter().filter(|way| holds(&way.when)).find_map(|way| {
            let forms: Vec<LegalForm> =
                way.forms.iter().copied().filter(|form| offered(way.coop_type, *form)).collect();
            (!forms.is_empty()).then(|| Advice {
                coop_type: way.coop_type,
                forms,
                because: &way.because,
                traps: self.traps.iter().filter(|trap| holds(&trap.when)).collect(),
            })
        })
    }

    /// The answers as conditions see them: a word, or a list of words where many may be chosen.
    fn names(&self, answers: &FinderAnswers) -> Name {
        Name::from_pairs(self.questions.iter().map(|question| {
            let chosen = answers.0.get(&question.slug);
            let value = if question.many {
                chosen.into_iter().flatten().map(String::as_str).collect::<Name>()
            } else {
                Name::from(chosen.and_then(|all| all.first()).map_or("", String::as_str))
            };
            (question.slug.as_str(), value)
        }))
    }
}

impl FinderAnswers {
    /// Returns whether anything was chosen for the question `slug`.
    pub fn answers(&self, slug: &str) -> bool {
        self.0.contains_key(slug)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    question: Vec<FinderQuestion>,
    way: Vec<RawWay>,
    trap: Vec<Trap>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWay {
    when: String,
    r#type: String,
    forms: Vec<String>,
    because: Vec<String>,
}

/// Reads the finder.
pub(crate) fn read(file: &SourceFile<'_>, engine: &mut Engine) -> Result<Finder, LibraryFault> {
    let raw: Raw =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let fault = |near: &str, message: String| LibraryFault {
        file: file.path.to_owned(),
        line: file.text.lines().position(|line| line.contains(near)).map_or(1, |at| at + 1),
        message,
    };
    let mut finder = Finder { questions: raw.question, ways: Vec::new(), traps: raw.trap };
    for way in raw.way {
        let coop_type = CoopType::from_slug(&way.r#type)
            .ok_or_else(|| fault(&way.when, format!("there is no type \u{201c}{}\u{201d}", way.r#type)))?;
        let mut forms = Vec::new();
        for form in &way.forms {
            forms.push(
                LegalForm::from_slug(form)
                    .ok_or_else(|| fault(&way.when, format!("there is no form \u{201c}{form}\u{201d}")))?,
            );
        }
        finder.ways.push(Way { when: way.when, coop_type, forms, because: way.because });
    }
    let nothing = finder.names(&FinderAnswers::default());
    for when in finder.ways.iter().map(|way| &way.when).chain(finder.traps.iter().map(|trap| &trap.when)) {
        engine
            .add_condition(when)
            .and_then(|()| engine.holds(when, &nothing))
            .map_err(|error| fault(when, error.message))?;
    }
    Ok(finder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Origin;

    /// The finder that the app carries, and an engine that knows its conditions.
    fn carried() -> (Finder, Engine) {
        let mut engine = Engine::new(Origin::Drafts);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/library/beginning/finder.toml");
        let text = std::fs::read_to_string(path).unwrap();
        let finder = read(&SourceFile { path: "finder.toml", text: &text }, &mut engine).unwrap();
        (finder, engine)
    }

    /// Who shares nothing and lives on large grants.
    const GRANTS: [(&str, &str); 3] = [("money", "no"), ("sharing", "never"), ("charity", "grants")];

    /// Every choice of one answer to each question, nothing included.
    fn all_answers(finder: &Finder) -> Vec<FinderAnswers> {
        let mut all = vec![FinderAnswers::default()];
        for question in finder.questions() {
            // Size and charity bear on few ways and traps: one at a time will do, and what is added below.
            let apart = ["size", "charity"].contains(&question.slug.as_str());
            let before = if apart { all[..1].to_vec() } else { all.clone() };
            for (answers, option) in
                before.iter().flat_map(|answers| question.options.iter().map(move |option| (answers, option)))
            {
                let mut answers = answers.clone();
                answers.0.entry(question.slug.clone()).or_default().insert(option.value.clone());
                all.push(answers);
            }
        }
        all.push(finder.answers([("need", "customers"), ("say", "workers"), ("say", "users")]).unwrap());
        for need in ["workers", "producers", "customers"] {
            all.push(finder.answers([("need", need), ("size", "two")]).unwrap());
            all.push(finder.answers(GRANTS.into_iter().chain([("need", need)])).unwrap());
        }
        all
    }

    #[test]
    fn there_are_at_most_seven_questions_and_every_answer_leads_somewhere() {
        let (finder, engine) = carried();
        assert!(finder.questions().len() <= 7);
        let all = all_answers(&finder);
        assert!(all.len() > 2_000, "{} combinations", all.len());
        for answers in &all {
            assert!(finder.advise(&engine, answers, |_, _| true).is_some(), "{answers:?} leads nowhere");
        }
    }

    #[test]
    fn every_way_is_taken_and_every_trap_springs_for_some_and_not_for_all() {
        let (finder, engine) = carried();
        let all = all_answers(&finder);
        let holds = |when: &str, answers| engine.holds(when, &finder.names(answers)).unwrap();
        let mut taken = BTreeSet::new();
        for answers in &all {
            taken.extend(finder.ways.iter().position(|way| holds(&way.when, answers)));
        }
        let never: Vec<&str> = (0..finder.ways.len())
            .filter(|way| !taken.contains(way))
            .map(|way| finder.ways[way].when.as_str())
            .collect();
        assert!(never.is_empty(), "ways that nobody can take: {never:#?}");
        for trap in &finder.traps {
            let sprung = all.iter().filter(|answers| holds(&trap.when, answers)).count();
            assert!(sprung > 0 && sprung < all.len(), "{}: {sprung} of {}", trap.when, all.len());
        }
    }

    #[test]
    fn who_lives_on_grants_is_led_to_a_company_with_a_lock_and_told_of_its_traps() {
        let (finder, engine) = carried();
        let advice = |need: &str, charity: &str| {
            let chosen = [("money", "no"), ("sharing", "never"), ("charity", charity), ("need", need)];
            let answers = finder.answers(chosen).unwrap();
            let advice = finder.advise(&engine, &answers, |_, _| true).unwrap();
            (
                advice.forms[0],
                advice.traps.iter().filter(|trap| trap.says.contains("interest company")).count(),
            )
        };
        for need in ["workers", "customers"] {
            assert_eq!(advice(need, "grants"), (LegalForm::CommunityInterestCompany, 2), "{need}");
            assert_ne!(advice(need, "no").0, LegalForm::CommunityInterestCompany, "{need}");
        }
        assert_ne!(advice("producers", "grants").0, LegalForm::CommunityInterestCompany);
    }

    #[test]
    fn a_way_without_rules_is_passed_over() {
        let (finder, engine) = carried();
        let answers = finder.answers([("need", "workers"), ("speed", "trying")]).unwrap();
        let forms = |offered: &dyn Fn(CoopType, LegalForm) -> bool| {
            finder.advise(&engine, &answers, offered).map(|advice| advice.forms)
        };
        use LegalForm::{CooperativeSociety, GuaranteeCompany, UnincorporatedAssociation};
        assert_eq!(
            forms(&|_, _| true),
            Some(vec![UnincorporatedAssociation, GuaranteeCompany, CooperativeSociety])
        );
        assert_eq!(forms(&|_, form| form == CooperativeSociety), Some(vec![CooperativeSociety]));
        assert_eq!(forms(&|_, _| false), None);
    }

    #[test]
    fn only_answers_that_there_are_are_taken() {
        let (finder, _) = carried();
        let cases: &[(&[(&str, &str)], FinderError)] = &[
            (&[("colour", "red")], FinderError::NoQuestion("colour".into())),
            (
                &[("need", "aliens")],
                FinderError::NoOption { question: "need".into(), value: "aliens".into() },
            ),
            (&[("need", "workers"), ("need", "customers")], FinderError::TooMany("need".into())),
        ];
        for (chosen, wrong) in cases {
            assert_eq!(finder.answers(chosen.iter().copied()).as_ref(), Err(wrong));
        }
        assert!(finder.answers([("say", "workers"), ("say", "users")]).is_ok());
    }
}
