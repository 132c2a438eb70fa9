//! Looking for words in everything on the desk: names, people, answers, notes, and the rules.

use document::lines;
use formation::Rule;
use serde_json::Value as Json;
use store::{FormationId, StoreError};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::view::{Hit, HitKind, NAMELESS, SearchView};
use crate::wording;
use crate::worked_out::WorkedOut;

/// More than this nobody reads.
const MOST: usize = 100;
/// The rules are worked out anew to be searched; so in the co-ops that were changed last.
const RULES_OF: usize = 12;
/// How much is shown around the words, in characters.
const AROUND: usize = 70;

impl Desk {
    /// Returns where words stand on the desk: in fields of every co-op, and in the rules of those changed last.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn search(&self, words: &str) -> Result<SearchView, Failure> {
        let words = words.trim();
        let rules_of = RULES_OF;
        if words.is_empty() {
            return Ok(SearchView { words: String::new(), hits: Vec::new(), more: false, rules_of });
        }
        let mut hits = Vec::new();
        let (mut co_op, mut failed) = (None, None);
        self.ledger.store.search(words, &mut |formation, path, value| {
            if co_op.as_ref().is_none_or(|(id, _)| id != formation) {
                match self.name_on_desk(formation) {
                    Ok(name) => co_op = Some((formation.clone(), name)),
                    Err(failure) => failed = Some(failure),
                }
            }
            // What is in the bin is not on the desk.
            if let Some((_, Some(name))) = &co_op
                && let Some(hit) = self.hit(formation.as_str(), name, path.as_str(), value, words)
            {
                hits.push(hit);
            }
            failed.is_none() && hits.len() <= MOST
        })?;
        if let Some(failure) = failed {
            return Err(failure);
        }
        let more = hits.len() > MOST;
        hits.truncate(MOST);
        let list = self.list()?;
        let searched = list.formations.get(..RULES_OF.min(list.formations.len())).unwrap_or_default();
        self.work_out_together(searched.iter().map(|(id, _)| id.as_str()));
        for (id, _) in searched {
            let name = self.name_on_desk(&FormationId::new(id).map_err(StoreError::from)?)?;
            self.search_rules(id, words, name.as_deref().unwrap_or(NAMELESS), &mut hits);
        }
        hits.sort_by_key(|hit| hit.kind);
        Ok(SearchView { words: words.to_owned(), hits, more, rules_of })
    }

    /// Returns the rules of one co-op in which words stand.
    ///
    /// # Errors
    /// When there is no such co-op.
    pub fn search_in_rules(&self, id: &str, words: &str) -> Result<Vec<Hit>, Failure> {
        let worked_out = self.worked_out(id)?;
        let mut hits = Vec::new();
        if !words.trim().is_empty() {
            rule_hits(&worked_out, id, words.trim(), "", &mut hits);
        }
        Ok(hits)
    }

    fn hit(&self, id: &str, co_op: &str, path: &str, value: &Json, words: &str) -> Option<Hit> {
        // Most of what is found needs no library, and reading the fields again for each would take long.
        let own = &self.assets.library;
        let is_ours = path.strip_prefix("decision/").is_none_or(|slug| own.decision(slug).is_some());
        let library = if is_ours { own } else { self.library_for(id).unwrap_or(own) };
        let (kind, to, says) = match path.split_once('/') {
            Some(("decision", "name")) => (HitKind::CoOp, "tasks".to_owned(), co_op.to_owned()),
            Some(("decision", slug)) => {
                (HitKind::Answer, format!("question/{slug}"), wording::value(library, path, Some(value)))
            }
            Some((list @ ("person" | "organisation"), person)) => {
                let held = wording::particulars(value);
                let mut held = held.iter().filter(|(_, said)| contains(said, words));
                let (what, said) = held.next()?;
                let name = wording::person_name(value);
                let says = if *what == "name" { name } else { format!("{name}, {what}: {said}") };
                (HitKind::Person, format!("{list}/{person}"), says)
            }
            Some(("edit", slug)) => {
                (HitKind::Rule, format!("rules/{slug}"), wording::value(library, path, Some(value)))
            }
            Some(("sheet", question)) => {
                (HitKind::Answer, format!("registrar/{question}"), wording::value(library, path, Some(value)))
            }
            Some(("comment", rest)) => {
                let rule = rest.split_once('/').map_or(rest, |(rule, _)| rule);
                (HitKind::Rule, format!("rules/{rule}"), wording::value(library, path, Some(value)))
            }
            Some(("adviser", _)) => {
                (HitKind::Note, "notes".to_owned(), wording::value(library, path, Some(value)))
            }
            Some(("accepted", _)) => {
                (HitKind::Answer, "checks".to_owned(), wording::value(library, path, Some(value)))
            }
            _ => return None,
        };
        // The words may stand in what is only for programs.
        let says = around(&says, words)?;
        Some(Hit {
            kind,
            co_op: co_op.to_owned(),
            what: if kind == HitKind::CoOp { String::new() } else { wording::what(library, path) },
            says,
            to: format!("f/{id}/{to}"),
        })
    }

    fn search_rules(&self, id: &str, words: &str, co_op: &str, hits: &mut Vec<Hit>) {
        // One co-op that cannot be worked out must not hide what is found in the others.
        if let Ok(worked_out) = self.worked_out(id) {
            rule_hits(&worked_out, id, words, co_op, hits);
        }
    }
}

/// Adds the rules of a co-op in which words stand.
fn rule_hits(worked_out: &WorkedOut<'_>, id: &str, words: &str, co_op: &str, hits: &mut Vec<Hit>) {
    let words = small(&spaced(words));
    let texts =
        worked_out.searched.get_or_init(|| worked_out.constitution.rules().map(Searched::rule).collect());
    for (rule, text) in worked_out.constitution.rules().zip(texts) {
        if hits.len() < 2 * MOST
            && let Some(says) = text.around(&words)
        {
            hits.push(Hit {
                kind: HitKind::Rule,
                co_op: co_op.to_owned(),
                what: rule.heading.plain(),
                says,
                to: format!("f/{id}/rules/{}", rule.slug),
            });
        }
    }
}

fn contains(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}

/// Returns the words with what stands around them; none when they do not stand there.
fn around(text: &str, words: &str) -> Option<String> {
    Searched::of(text).around(&small(&spaced(words)))
}

/// In small letters, letter for letter, so that a place in one is a place in the other.
fn small(text: &str) -> String {
    text.chars().flat_map(|c| c.to_lowercase().next()).collect()
}

/// A text in which words are looked for.
pub(crate) struct Searched {
    /// With one space between its words.
    text: String,
    /// The same in small letters.
    small: String,
}

impl Searched {
    fn of(text: &str) -> Self {
        let text = spaced(text);
        let small = small(&text);
        Self { text, small }
    }

    fn rule(rule: &Rule) -> Self {
        Self::of(&[rule.heading.plain(), lines(&rule.blocks)].join("\n"))
    }

    /// Returns the words, given in small letters, with what stands around them; none when they do not stand there.
    fn around(&self, words: &str) -> Option<String> {
        let at = self.small.get(..self.small.find(words)?)?.chars().count();
        let end = at + words.chars().count() + AROUND;
        let from = at.saturating_sub(AROUND);
        let mut rest = self.text.chars().skip(from);
        let mut out = String::new();
        if from > 0 {
            out.push('\u{2026}');
        }
        out.extend(rest.by_ref().take(end - from));
        if rest.next().is_some() {
            out.push('\u{2026}');
        }
        Some(out)
    }
}

/// A text with one space between its words.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
