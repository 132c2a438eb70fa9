//! From what is asked to the rule that provides it: section 14, the criteria for the name, the principles.

use std::collections::{BTreeMap, BTreeSet};

use crate::constitution::{Constitution, Origin, Rule};
use crate::edit::{EditKind, Edits, Provision};
use crate::library::Library;
use crate::provides::{Criterion, FCA_LINES, Matter, PRINCIPLES};

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

/// One line of the table in the FCA's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormLine {
    /// Its number, from 1.
    pub number: u8,
    /// What it is about.
    pub title: &'static str,
    /// Every rule that provides for some of it.
    pub rules: RuleNumbers,
    /// What of it no rule provides for.
    pub missing: Vec<Matter>,
}

impl Crosswalk {
    /// Returns the lines of the FCA's form, in its order: what a society copies out of the crosswalk.
    pub fn form_lines(&self) -> Vec<FormLine> {
        let mut lines = Vec::new();
        for (number, title) in (1..).zip(FCA_LINES) {
            let of_line = || self.matters.iter().filter(|(matter, _)| matter.line() == number);
            let rules: BTreeSet<usize> = of_line().flat_map(|(_, rules)| rules.iter().copied()).collect();
            let missing = of_line().filter(|(_, rules)| rules.is_empty()).map(|(matter, _)| *matter);
            lines.push(FormLine {
                number,
                title,
                rules: rules.into_iter().collect(),
                missing: missing.collect(),
            });
        }
        lines
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The form counts 15 where the Act counts 14: head 9 stands on two lines, and what follows is one further down.
    #[test]
    fn the_form_has_a_line_for_every_matter_and_a_matter_for_every_line() {
        let lines: BTreeSet<u8> = Matter::ALL.iter().map(|matter| matter.line()).collect();
        assert!(lines.iter().copied().eq(1..=15), "{lines:?}");
        for (matter, head, line) in [
            (Matter::BorrowingLimit, 8, 8),
            (Matter::SharesTransfer, 9, 9),
            (Matter::SharesWithdrawal, 9, 10),
            (Matter::Audit, 10, 11),
            (Matter::Investment, 14, 15),
        ] {
            assert_eq!((matter.head(), matter.line()), (head, line), "{matter:?}");
        }
    }

    #[test]
    fn a_line_gathers_the_rules_of_all_its_matters_once() {
        let rules = |matter: &Matter| match matter {
            Matter::MeetingsConduct => vec![9, 4],
            Matter::MeetingsVoting => vec![4, 12],
            _ => Vec::new(),
        };
        let matters = Matter::ALL.iter().map(|matter| (*matter, rules(matter))).collect();
        let lines = Crosswalk { matters, criteria: Vec::new(), principles: Vec::new() }.form_lines();
        let meetings = &lines[4];
        assert_eq!(meetings.number, 5);
        assert_eq!(rule_list(&meetings.rules), "4, 9 and 12");
        assert_eq!(meetings.missing, [Matter::MeetingsRuleChanges]);
    }
}
