//! What is decided, once the usual answers are put where the group gave none.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value as Name;

use crate::answers_file::BUILT_IN_MODEL;
use crate::decision::{Choice, Decision, Status, Value};
use crate::formation::Formation;
use crate::library::{Library, Model, Words};
use crate::text::{Engine, Given, Names, answer};

/// The answers of one formation, and the names under which texts use them.
#[derive(Debug)]
pub struct Answers {
    values: BTreeMap<String, Value>,
    asked: BTreeSet<String>,
    names: Names,
    context: Name,
    /// Conditions that could not be worked out: faults of the library, not of the group.
    pub(crate) faults: Vec<String>,
}

impl Answers {
    /// Works the answers out.
    pub fn of(library: &Library, model: &Model, formation: &Formation) -> Self {
        let mut names = Names::from([
            ("type".to_owned(), Name::from(formation.coop_type.slug())),
            ("form".to_owned(), Name::from(formation.form.slug())),
            ("nation".to_owned(), Name::from(formation.nation.slug())),
            ("society".to_owned(), Name::from(formation.form.is_society())),
            ("company".to_owned(), Name::from(formation.form.is_company())),
            ("llp".to_owned(), Name::from(formation.form.is_partnership())),
            ("association".to_owned(), Name::from(formation.form.is_association())),
            ("shares".to_owned(), Name::from(formation.form.has_shares())),
            ("guarantee".to_owned(), Name::from(formation.form.has_guarantee())),
            ("sponsored".to_owned(), Name::from(model.id != BUILT_IN_MODEL)),
            ("organisations_entered".to_owned(), Name::from(!formation.organisations.is_empty())),
        ]);
        let mut values = BTreeMap::new();
        let mut faults = Vec::new();
        for decision in library.decisions_of(model) {
            let value = formation
                .given(&decision.slug)
                .cloned()
                .or_else(|| usual(library, decision, &names, &mut faults));
            answer(&mut names, decision, value.as_ref());
            if let Some(value) = value {
                values.insert(decision.slug.clone(), value);
            }
        }
        founding_organisations(&mut names, formation);
        let context = Engine::names(&names);
        names.insert("w".to_owned(), words(library, &library.words, &context, &mut faults));
        let context = Engine::names(&names);
        let asked = library
            .decisions_of(model)
            .filter(|decision| holds(library, decision.when.as_deref(), &context, &mut faults))
            .map(|decision| decision.slug.clone())
            .collect();
        Self { values, asked, names, context, faults }
    }

    /// Returns the answer to a decision: the group's own or the usual one; none while it is open.
    pub fn value(&self, slug: &str) -> Option<&Value> {
        self.values.get(slug)
    }

    /// Returns whether the question is asked at all, given the other answers.
    pub fn is_asked(&self, slug: &str) -> bool {
        self.asked.contains(slug)
    }

    /// Returns the choice made, by its slug; "other" for the group's own words.
    pub fn choice(&self, slug: &str) -> Option<&str> {
        match self.value(slug)? {
            Value::Choice(choice) => Some(choice),
            Value::Other(_) => Some("other"),
            _ => None,
        }
    }

    /// Returns the choices of a decision that are offered, given the other answers, in the library's order.
    pub fn offered<'a>(&self, library: &Library, decision: &'a Decision) -> Vec<&'a Choice> {
        let offered =
            |choice: &&Choice| library.holds(choice.when.as_deref(), &self.context).unwrap_or(false);
        decision.choices.iter().filter(offered).collect()
    }

    /// Returns the text answered, without space around it; none when it is open or empty.
    pub fn text(&self, slug: &str) -> Option<&str> {
        match self.value(slug)? {
            Value::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    pub(crate) fn context(&self) -> &Name {
        &self.context
    }
}

/// Names the organisations that were entered. The questions about them are asked only where none is.
fn founding_organisations(names: &mut Names, formation: &Formation) {
    if formation.organisations.is_empty() {
        return;
    }
    let list: Name = formation.organisations.iter().map(|one| Given::name(&one.name)).collect();
    names.insert("founding_organisations".to_owned(), list);
    names.insert("founders_are_societies".to_owned(), Name::from(formation.founders_are_societies()));
}

/// Returns the usual answer, given the answers before it.
fn usual(library: &Library, decision: &Decision, names: &Names, faults: &mut Vec<String>) -> Option<Value> {
    if !decision.defaults_when.is_empty() {
        let context = Engine::names(names);
        for default in &decision.defaults_when {
            if holds(library, Some(&default.when), &context, faults) {
                return Some(default.value.clone());
            }
        }
    }
    decision.default.clone()
}

fn holds(library: &Library, condition: Option<&str>, context: &Name, faults: &mut Vec<String>) -> bool {
    library.holds(condition, context).unwrap_or_else(|error| {
        faults.push(format!("{}: {error}", condition.unwrap_or_default()));
        false
    })
}

/// Returns the words that depend on form, nation and decisions, as `w`.
fn words(library: &Library, words: &Words, context: &Name, faults: &mut Vec<String>) -> Name {
    use crate::library::WordSource;
    Name::from_pairs(words.0.iter().map(|(slug, word)| {
        let source = word
            .cases
            .iter()
            .find(|case| holds(library, Some(&case.when), context, faults))
            .map_or(&word.otherwise, |case| &case.source);
        let value = match source {
            WordSource::Answer(variable) => context.get_attr(variable).unwrap_or_default(),
            WordSource::Text(name) => match library.engine.fill(name, context) {
                Ok(text) => Name::from(text),
                Err(error) => {
                    faults.push(format!("{name}: {error}"));
                    Given::name("")
                }
            },
        };
        (slug.clone(), value)
    }))
}

/// How a decision stands for this group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The question is not asked, given the other answers.
    NotAsked,
    /// Nobody has answered, and there is no usual answer.
    Open,
    /// The usual answer stands, and nobody has said so.
    Usual,
    /// The group has taken it up.
    Taken(Status),
}

impl Answers {
    /// Returns how a decision stands.
    pub fn standing(&self, formation: &Formation, slug: &str) -> Standing {
        if !self.is_asked(slug) {
            return Standing::NotAsked;
        }
        match formation.decisions.get(slug) {
            Some(taken) if taken.status != Status::Open => Standing::Taken(taken.status),
            _ if self.value(slug).is_none() => Standing::Open,
            Some(_) => Standing::Taken(Status::Open),
            None if formation.usual_agreed => Standing::Taken(Status::Agreed),
            None => Standing::Usual,
        }
    }
}
