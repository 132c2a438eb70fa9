//! From what is asked to the rule that provides it: section 14, the criteria for the name, the principles.

use std::collections::BTreeMap;

use crate::constitution::Constitution;
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
    /// Works out the crosswalk of a constitution.
    pub fn of(library: &Library, constitution: &Constitution) -> Self {
        let mut matters: BTreeMap<Matter, RuleNumbers> = BTreeMap::new();
        let mut criteria: BTreeMap<Criterion, RuleNumbers> = BTreeMap::new();
        let mut principles: BTreeMap<u8, RuleNumbers> = BTreeMap::new();
        for rule in constitution.rules() {
            let Some(clause) = library.clause(&rule.clause) else { continue };
            for matter in &clause.matters {
                matters.entry(*matter).or_default().push(rule.number);
            }
            for criterion in &clause.criteria {
                criteria.entry(*criterion).or_default().push(rule.number);
            }
            for principle in &clause.principles {
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

/// Returns rule numbers as "4, 12 and 13"; empty when there are none.
pub fn rule_list(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
