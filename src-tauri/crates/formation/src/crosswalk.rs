//! From what is asked to the rule that provides it: section 14, the criteria for the name, the principles.

use std::collections::{BTreeMap, BTreeSet};

use crate::constitution::{Constitution, Origin, Rule};
use crate::edit::{EditKind, Edits, Provision};
use crate::library::Library;
use crate::provides::{Criterion, Matter, PRINCIPLES};

/// The numbers of the rules that provide for something, in order.
pub type RuleNumbers = Vec<usize>;

/// Which rules provide for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosswalk {
    /// Every matter of section 14, in the order of the section.
    pub matters: Vec<(Matter, RuleNumbers)>,
    /// Every criterion for the word "Co-operative".
    pub criteria: Vec<(Criterion, RuleNumbers)>,
    /// Every principle, by its number from 1.
    pub principles: Vec<(u8, RuleNumbers)>,
}

impl Crosswalk {
    /// Works out the crosswalk of a constitution. A rule that was edited still counts for what its model's words
    /// provide for (a check asks the group to confirm that); a rule that was taken out counts for nothing, and one
    /// that was added for what the group says.
    pub fn of(library: &Library, edits: &Edits, constitution: &Constitution) -> Self {
        let mut matters: BTreeMap<Matter, RuleNumbers> = BTreeMap::new();
        let mut criteria: BTreeMap<Criterion, RuleNumbers> = BTreeMap::new();
        let mut principles: BTreeMap<u8, RuleNumbers> = BTreeMap::new();
        for rule in constitution.rules() {
            for provision in provisions(library, edits, rule) {
                match provision {
                    Provision::Matter(matter) => matters.entry(matter).or_default().push(rule.number),
                    Provision::Criterion(one) => criteria.entry(one).or_default().push(rule.number),
                }
            }
            for principle in library.clause(&rule.clause).iter().flat_map(|clause| &clause.principles) {
                principles.entry(*principle).or_default().push(rule.number);
            }
        }
        let numbers = |found: Option<RuleNumbers>| found.unwrap_or_default();
        Self {
            matters: Matter::ALL.iter().map(|matter| (*matter, numbers(matters.remove(matter)))).collect(),
            criteria: Criterion::ALL.iter().map(|one| (*one, numbers(criteria.remove(one)))).collect(),
            principles: (1..=PRINCIPLES.len())
                .filter_map(|number| u8::try_from(number).ok())
                .map(|number| (number, numbers(principles.remove(&number))))
                .collect(),
        }
    }
}

/// Returns what a rule provides for: by its model's words, and by what the group says of its own.
pub fn provisions(library: &Library, edits: &Edits, rule: &Rule) -> BTreeSet<Provision> {
    let mut all = BTreeSet::new();
    if let Some(clause) = library.clause(&rule.clause) {
        all.extend(clause.matters.iter().copied().map(Provision::Matter));
        all.extend(clause.criteria.iter().copied().map(Provision::Criterion));
    }
    if let Some(EditKind::Replaced { provides, .. } | EditKind::Added { provides, .. }) =
        edits.rules.get(&rule.slug).map(|edit| &edit.kind).filter(|_| rule.origin != Origin::Model)
    {
        all.extend(provides);
    }
    all
}

/// Returns rule numbers as "4, 12 and 13"; empty when there are none.
pub fn rule_list(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
