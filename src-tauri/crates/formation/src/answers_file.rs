//! Answers files: a formation as one readable TOML file, for examples, tests and batches.
//!
//! In an answers file every value given counts as agreed, and every usual answer kept as agreed to.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use toml::Value as Toml;

use crate::decision::{ValueError, read as read_value};
use crate::edit::{EditError, Edits, MOST_ADDED, is_slug, read_edit, read_place};
use crate::formation::Formation;
use crate::legal::{CoopType, LegalForm, NORTHERN_IRELAND_REFUSED, Nation};
use crate::library::{Library, line_at, to_json};
use crate::organisation::Organisation;
use crate::person::Person;
use crate::sheet::{OwnAnswer, SheetQuestion};

mod organisations;
mod own_answers;
mod people;

pub use organisations::{read_organisation, write_organisation};
pub use people::{FounderError, read_person, write_person};

/// The format these files have.
const FORMAT: i64 = 1;
/// The built-in models.
pub const BUILT_IN_MODEL: &str = "toad-lane";

/// Why an answers file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {field}: {message}")]
pub struct AnswersError {
    /// Line, from 1.
    pub line: usize,
    /// The field: "decisions.name", "people.2.born".
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// In bytes; a thousand people and every answer at its longest need less.
const LARGEST_FILE: usize = 4_000_000;

/// Reads an answers file.
///
/// # Errors
/// When it is too large or not TOML, or a field is unknown or does not fit: the line and the field are named.
pub fn read(library: &Library, text: &str) -> Result<Formation, AnswersError> {
    if text.len() > LARGEST_FILE {
        return Err(AnswersError {
            line: 1,
            field: "file".to_owned(),
            message: format!("is larger than {} MB; no answers fill that", LARGEST_FILE / 1_000_000),
        });
    }
    let file: toml::Table = toml::from_str(text).map_err(|error| AnswersError {
        line: error.span().map_or(1, |span| line_at(text, span.start)),
        field: "file".to_owned(),
        message: error.message().to_owned(),
    })?;
    Reading { text, library }.formation(&file)
}

struct Reading<'a> {
    text: &'a str,
    library: &'a Library,
}

impl Reading<'_> {
    fn formation(&self, file: &toml::Table) -> Result<Formation, AnswersError> {
        const KNOWN: [&str; 10] = [
            "format",
            "type",
            "form",
            "model",
            "nation",
            "decisions",
            "people",
            "organisations",
            "edits",
            "answers",
        ];
        if let Some(field) = file.keys().find(|field| !KNOWN.contains(&field.as_str())) {
            return Err(self.error(field, format!("is not known; there are {}", KNOWN.join(", "))));
        }
        if file.get("format").and_then(Toml::as_integer) != Some(FORMAT) {
            return Err(self.error("format", format!("must be {FORMAT}")));
        }
        let coop_type =
            self.slug(file, "type", CoopType::from_slug, CoopType::ALL.iter().map(|t| t.slug()))?;
        let form = self.slug(file, "form", LegalForm::from_slug, LegalForm::ALL.iter().map(|f| f.slug()))?;
        if file.get("nation").and_then(Toml::as_str) == Some("northern-ireland") {
            return Err(self.error("nation", NORTHERN_IRELAND_REFUSED.to_owned()));
        }
        let nation = self.slug(file, "nation", Nation::from_slug, Nation::ALL.iter().map(|n| n.slug()))?;
        let model = file.get("model").and_then(Toml::as_str).unwrap_or(BUILT_IN_MODEL);
        let Some(found) = self.library.model(model, coop_type, form) else {
            let message = format!(
                "there is no model \u{201c}{model}\u{201d} for the type {} and the form {}",
                coop_type.slug(),
                form.slug()
            );
            return Err(self.error("model", message));
        };
        let mut formation = Formation::new(coop_type, form, nation, model);
        formation.usual_agreed = true;
        if let Some(decisions) = self.table(file, "decisions")? {
            let slugs: Vec<&str> = self.library.decisions_of(found).map(|d| d.slug.as_str()).collect();
            for (slug, value) in decisions {
                self.decision(&mut formation, &slugs, slug, value)?;
            }
        }
        formation.organisations = self.organisations(file)?;
        formation.people = self.people(file, &formation.organisations)?;
        formation.edits = self.edits(file)?;
        formation.own_answers = self.own_answers(file, form)?;
        Ok(formation)
    }

    /// Reads what was changed by hand in the rules. The order of the file is the order of rules put in one place.
    fn edits(&self, file: &toml::Table) -> Result<Edits, AnswersError> {
        let Some(list) = file.get("edits") else { return Ok(Edits::default()) };
        let list =
            list.as_array().ok_or_else(|| self.error("edits", "must be [[edits]] tables".to_owned()))?;
        let mut edits = Edits::default();
        for (index, edit) in list.iter().enumerate() {
            let wrong = |message: String| AnswersError {
                line: self
                    .text
                    .match_indices("[[edits]]")
                    .nth(index)
                    .map_or(1, |(at, _)| line_at(self.text, at)),
                field: format!("edits.{}", index + 1),
                message,
            };
            let mut fields = match to_json(edit) {
                Json::Object(fields) => fields,
                _ => return Err(wrong(EditError::NoTable.to_string())),
            };
            let rule =
                fields.remove("rule").and_then(|rule| rule.as_str().map(str::to_owned)).unwrap_or_default();
            if !is_slug(&rule) {
                return Err(wrong(EditError::Slug(rule).to_string()));
            }
            if edits.rules.contains_key(&rule) || edits.places.contains_key(&rule) {
                return Err(wrong(format!("\u{201c}{rule}\u{201d} is edited twice")));
            }
            let mut place: Map<String, Json> = Map::new();
            for side in ["after", "before"] {
                place.extend(fields.remove(side).map(|beside| (side.to_owned(), beside)));
            }
            let what = fields.get("do").and_then(Json::as_str).unwrap_or_default().to_owned();
            if !place.is_empty() || what == "move" || what == "add" {
                place.insert("rank".to_owned(), Json::from(index + 1));
                let place = read_place(&Json::Object(place)).map_err(|error| wrong(error.to_string()))?;
                edits.places.insert(rule.clone(), place);
            }
            if what == "move" {
                if let Some(field) = fields.keys().find(|field| *field != "do") {
                    return Err(wrong(EditError::Unknown(field.clone()).to_string()));
                }
                continue;
            }
            let edit = read_edit(&Json::Object(fields)).map_err(|error| wrong(error.to_string()))?;
            edits.rules.insert(rule, edit);
            if edits.added() > MOST_ADDED {
                return Err(wrong(format!("there are more than {MOST_ADDED} added rules")));
            }
        }
        Ok(edits)
    }

    fn decision(
        &self,
        formation: &mut Formation,
        slugs: &[&str],
        slug: &str,
        value: &Toml,
    ) -> Result<(), AnswersError> {
        let field = format!("decisions.{slug}");
        let decision = self.library.decision(slug).filter(|_| slugs.contains(&slug));
        let Some(decision) = decision else {
            return Err(self.error(&field, format!("is not a question of this model{}", near(slug, slugs))));
        };
        let value = read_value(&decision.kind, &decision.choices, decision.other, &to_json(value)).map_err(
            |error| AnswersError { field: in_entry(&field, &error), ..self.error(&field, error.to_string()) },
        )?;
        formation.agree(slug, value);
        Ok(())
    }

    fn people(
        &self,
        file: &toml::Table,
        organisations: &[Organisation],
    ) -> Result<Vec<Person>, AnswersError> {
        let mut out: Vec<Person> = Vec::new();
        for (index, person) in self.tables(file, "people")?.iter().enumerate() {
            let wrong = |field: &str, message: String| self.entry_error("people", index, field, message);
            let person = read_person(&to_json(person))
                .map_err(|FounderError { field, error }| wrong(&field, error.to_string()))?;
            let twice = out.iter().any(|other| other.id == person.id);
            if twice || organisations.iter().any(|other| other.id == person.id) {
                return Err(wrong("id", format!("\u{201c}{}\u{201d} stands there twice", person.id)));
            }
            if let Some(acts_for) = &person.acts_for
                && !organisations.iter().any(|one| one.id == acts_for.organisation)
            {
                let message = format!("there is no organisation \u{201c}{}\u{201d}", acts_for.organisation);
                return Err(wrong("acts-for", message));
            }
            out.push(person);
        }
        Ok(out)
    }

    fn organisations(&self, file: &toml::Table) -> Result<Vec<Organisation>, AnswersError> {
        let mut out: Vec<Organisation> = Vec::new();
        for (index, one) in self.tables(file, "organisations")?.iter().enumerate() {
            let wrong =
                |field: &str, message: String| self.entry_error("organisations", index, field, message);
            let one = read_organisation(&to_json(one))
                .map_err(|FounderError { field, error }| wrong(&field, error.to_string()))?;
            if out.iter().any(|other| other.id == one.id) {
                return Err(wrong("id", format!("\u{201c}{}\u{201d} stands there twice", one.id)));
            }
            out.push(one);
        }
        Ok(out)
    }

    /// Reads what the group answers a registrar in its own words.
    fn own_answers(
        &self,
        file: &toml::Table,
        form: LegalForm,
    ) -> Result<BTreeMap<SheetQuestion, OwnAnswer>, AnswersError> {
        let mut all = BTreeMap::new();
        for (index, one) in self.tables(file, "answers")?.iter().enumerate() {
            own_answers::read_own_answer(self.library, form, &to_json(one), &mut all)
                .map_err(|error| self.entry_error("answers", index, "question", error.to_string()))?;
        }
        Ok(all)
    }

    /// Returns the tables of a list; none where the file has not got it.
    fn tables<'t>(&self, file: &'t toml::Table, list: &str) -> Result<&'t [Toml], AnswersError> {
        let Some(tables) = file.get(list) else { return Ok(&[]) };
        let tables = tables.as_array().map(Vec::as_slice);
        tables.ok_or_else(|| self.error(list, format!("must be [[{list}]] tables")))
    }

    fn slug<T>(
        &self,
        file: &toml::Table,
        field: &str,
        read: impl Fn(&str) -> Option<T>,
        slugs: impl Iterator<Item = &'static str>,
    ) -> Result<T, AnswersError> {
        file.get(field).and_then(Toml::as_str).and_then(read).ok_or_else(|| {
            let slugs: Vec<&str> = slugs.collect();
            self.error(field, format!("must be one of {}", slugs.join(", ")))
        })
    }

    fn table<'t>(&self, file: &'t toml::Table, field: &str) -> Result<Option<&'t toml::Table>, AnswersError> {
        file.get(field)
            .map(|value| value.as_table().ok_or_else(|| self.error(field, "must be a table".to_owned())))
            .transpose()
    }

    fn error(&self, field: &str, message: String) -> AnswersError {
        let key = field.rsplit('.').next().unwrap_or(field);
        AnswersError { line: self.line_of(key, 0), field: field.to_owned(), message }
    }

    /// Says what is wrong with a field of the table at `index` of a list.
    fn entry_error(&self, list: &str, index: usize, field: &str, message: String) -> AnswersError {
        let head = format!("[[{list}]]");
        let start = self.text.match_indices(&head).nth(index).map_or(0, |(at, _)| at);
        let key = field.split('.').next().unwrap_or(field);
        AnswersError {
            line: self.line_of(key, start),
            field: format!("{list}.{}.{field}", index + 1),
            message,
        }
    }

    /// Returns the line of the first `key =` at or after byte `start`; that of `start` when there is none.
    fn line_of(&self, key: &str, start: usize) -> usize {
        let first = line_at(self.text, start);
        let names_key = |line: &str| {
            let name = line.trim_start().split(['=', '.']).next().unwrap_or_default().trim();
            name.trim_matches(['"', '\'', '[', ']']) == key
        };
        self.text.lines().skip(first - 1).position(names_key).map_or(first, |at| first + at)
    }
}

/// Returns `field`, or the part of its list at fault: "decisions.classes.2.votes".
fn in_entry(field: &str, error: &ValueError) -> String {
    error.place().map_or_else(|| field.to_owned(), |(at, part)| format!("{field}.{}.{part}", at + 1))
}

/// Returns ": did you mean x?" when a slug is close to `slug`.
fn near(slug: &str, slugs: &[&str]) -> String {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().filter(|c| *c != '-').collect();
        letters.sort_unstable();
        letters
    };
    let close = |other: &&&str| {
        letters(other) == letters(slug) || other.starts_with(slug) || slug.starts_with(**other)
    };
    slugs
        .iter()
        .find(close)
        .map_or_else(String::new, |other| format!("; did you mean \u{201c}{other}\u{201d}?"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::with_assets;
    use crate::edit::{EditKind, Side};

    fn read_with(edits: &str) -> Result<Formation, AnswersError> {
        let head = "format = 1\ntype = \"worker\"\nform = \"clg\"\nnation = \"england\"\n\n";
        with_assets(|library, _| read(library, &format!("{head}{edits}")))
    }

    #[test]
    fn edits_are_read_in_their_order() {
        let formation = read_with(
            r#"
[[edits]]
rule = "quorum"
do = "replace"
heading = "Quorum"
text = """
1. Half of us.
2. See [](#notice)."""
provides = ["criteria:owned-and-controlled"]
why = "We are few."
after = "votes"

[[edits]]
rule = "dogs"
do = "add"
heading = "Dogs"
text = "Dogs may come in."
after = "quorum"

[[edits]]
rule = "seal"
do = "remove"

[[edits]]
rule = "ties"
do = "move"
before = "quorum"
"#,
        )
        .unwrap();
        let edits = formation.edits;
        assert_eq!((edits.rules.len(), edits.places.len()), (3, 3));
        assert!(
            matches!(&edits.rules["quorum"].kind, EditKind::Replaced { provides, .. } if provides.len() == 1)
        );
        assert_eq!((edits.places["ties"].side, edits.places["ties"].rank), (Side::Before, 4));
    }

    #[test]
    fn a_wrong_edit_is_named_with_its_line() {
        let add = "[[edits]]\nrule = \"dogs\"\ndo = \"add\"\nheading = \"Dogs\"\ntext = \"In.\"\n";
        let many: String = (0..=MOST_ADDED)
            .map(|at| format!("{}after = \"quorum\"\n", add.replace("\"dogs\"", &format!("\"dogs-{at}\""))))
            .collect();
        let cases = [
            (add.to_owned(), "after or before"),
            (add.replace("dogs", "Dogs!"), "cannot name a rule"),
            (format!("{add}after = \"a\"\nbefore = \"b\"\n"), "after or before"),
            (format!("{add}after = \"a\"\ncolour = \"b\"\n"), "no field"),
            (format!("{add}after = \"a\"\n{add}after = \"a\"\n"), "edited twice"),
            (add.replace("add", "burn"), "do must be"),
            (add.replace("add", "move") + "after = \"a\"\n", "no field"),
            (add.replace("In.", "") + "after = \"a\"\n", "text is empty"),
            (add.replace("In.", "\\u0000") + "after = \"a\"\n", "hidden character"),
            (add.replace("In.", "\\u202E") + "after = \"a\"\n", "hidden character"),
            (format!("{add}after = \"a\"\nprovides = [\"s14:x\"]\n"), "provides does not know"),
            ("edits = 3\n".to_owned(), "[[edits]] tables"),
            ("[[edits]]\nrule = 3\n".to_owned(), "cannot name a rule"),
            (many, "added rules"),
        ];
        for (text, said) in cases {
            let error = read_with(&text).unwrap_err();
            assert!(error.message.contains(said), "{error}\n{text:.300}");
            assert!(error.line >= 6, "{error}");
        }
    }

    #[test]
    fn own_answers_are_read() {
        let society = |answers: &str| {
            let head = "format = 1\ntype = \"worker\"\nform = \"cs\"\nnation = \"england\"\n\n";
            with_assets(|library, _| read(library, &format!("{head}{answers}")))
        };
        let good = "[[answers]]\npaper = \"fca-answers\"\nquestion = \"Who bakes?\"\ntext = \"We do.\"\n";
        let own = society(good).unwrap().own_answers;
        let (question, own) = own.first_key_value().unwrap();
        assert_eq!(question.to_string(), "fca-answers/who-bakes");
        assert_eq!((own.words.text(), own.was.as_str()), ("We do.", ""));
        assert!(own.replaced("whatever"), "nobody knows what it replaced");
        let known = society(&format!("{good}was = \"They did.\"\n")).unwrap().own_answers;
        assert!(!known.first_key_value().unwrap().1.replaced("whatever"));
        let cases = [
            (good.replace("fca-answers", "constitution"), "there is fca-answers"),
            (good.replace("Who bakes?", "?"), "cannot be a question"),
            (good.replace("We do.", " "), "text is empty"),
            (good.replace("We do.", "\\u202E"), "hidden character"),
            (good.replace("\"We do.\"", "3"), "text must be text"),
            (good.replace("question =", "heading ="), "no field"),
            (format!("{good}was = 3\n"), "was must be text"),
            (format!("{good}{good}"), "answered twice"),
            ("answers = 3\n".to_owned(), "[[answers]] tables"),
        ];
        for (text, said) in cases {
            let error = society(&text).unwrap_err();
            assert!(error.message.contains(said), "{error}\n{text}");
            assert!(error.line >= 6, "{error}");
        }
    }

    #[test]
    fn organisations_and_those_who_act_for_them_are_read() {
        let calder = "[[organisations]]\nid = \"calder\"\nname = \"Calder\"\nform = \"society\"\n";
        let asha =
            "[[people]]\nid = \"asha\"\nacts-for = { organisation = \"calder\", as = \"secretary\" }\n";
        let formation = read_with(&format!("{asha}{calder}")).unwrap();
        assert_eq!(formation.represented_by(&formation.people[0]), Some(&formation.organisations[0]));
        let cases = [
            (asha.to_owned(), "no organisation", "people.1.acts-for"),
            (format!("{calder}{calder}"), "stands there twice", "organisations.2.id"),
            (format!("{calder}[[people]]\nid = \"calder\"\n"), "stands there twice", "people.1.id"),
            (format!("{calder}born = 1990-04-12\n"), "not known", "organisations.1.born"),
            ("organisations = 3\n".to_owned(), "[[organisations]] tables", "organisations"),
        ];
        for (text, said, field) in cases {
            let error = read_with(&text).unwrap_err();
            assert!(error.message.contains(said), "{error}\n{text}");
            assert_eq!(error.field, field, "{error}");
            assert!(error.line >= 6, "{error}");
        }
    }
}
