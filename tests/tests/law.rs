//! The law's data says of each value where it is from, when it was looked at and how sure we are; and no paper has a
//! figure of the law of its own: what does stand in a paper is in `corpus/figures.toml`, with the reason.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Table, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every entry of a file: the tables in its lists, and the tables that stand alone. A file without either is one entry.
fn entries<'a>(file: &str, table: &'a Table) -> Vec<(String, &'a Table)> {
    let mut out = Vec::new();
    for (key, value) in table {
        match value {
            Value::Table(entry) => out.push((format!("{file} [{key}]"), entry)),
            Value::Array(list) => {
                let tables = list.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_table()?)));
                out.extend(tables.map(|(at, entry)| (format!("{file} [[{key}]] {}", at + 1), entry)));
            }
            _ => {}
        }
    }
    if out.is_empty() { vec![(file.to_owned(), table)] } else { out }
}

/// What an entry does not say of its origin.
fn unsaid(entry: &Table) -> Vec<&'static str> {
    let has_words =
        |key: &str| entry.get(key).and_then(Value::as_str).is_some_and(|said| !said.trim().is_empty());
    let sure = entry.get("confidence").and_then(Value::as_str);
    let mut out = Vec::new();
    if !has_words("source") {
        out.push("source");
    }
    if !entry.get("checked").is_some_and(Value::is_datetime) {
        out.push("checked");
    }
    if !sure.is_some_and(|sure| ["high", "medium", "low"].contains(&sure)) {
        out.push("confidence");
    }
    if entry.contains_key("value") && !entry.get("from").is_some_and(Value::is_datetime) {
        out.push("from");
    }
    out
}

#[test]
fn every_value_of_the_law_has_a_source_a_day_and_a_confidence() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in fs::read_dir(root().join("assets/law")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|end| end == "tsv") {
            // A list of codes says it once, above them.
            let above: String = text.lines().take_while(|line| line.starts_with('#')).collect();
            let said = ["Source:", "Checked ", "Confidence:"].iter().filter(|said| !above.contains(**said));
            wrong.extend(said.map(|said| format!("{name}: no \u{201c}{said}\u{201d}")));
            continue;
        }
        let table: Table = text.parse().unwrap();
        for (place, entry) in entries(&name, &table) {
            seen += 1;
            wrong.extend(unsaid(entry).into_iter().map(|field| format!("{place}: no {field}")));
        }
    }
    assert!(seen > 150, "only {seen} values");
    assert!(wrong.is_empty(), "{wrong:#?}");
    let bare: Table = "value = 3\nsource = ' '\nconfidence = 'quite'".parse().unwrap();
    assert_eq!(unsaid(&bare), ["source", "checked", "confidence", "from"]);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    figure: Vec<Figure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    /// The file below `assets/library`.
    file: String,
    /// The figure as it stands there.
    says: String,
    /// The figure in the law's data that it must agree with, if there is one.
    limit: Option<String>,
    /// Why it is not read from the law's data.
    why: String,
}

/// Takes out what is filled in, and comments: what is left stands in the paper.
fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        out.push_str(&rest[..at]);
        let close = if rest[at..].starts_with("{%") { "%}" } else { "}}" };
        rest = rest[at..].find(close).map_or("", |end| &rest[at + end + 2..]);
        // Whatever was filled in, no figure goes on behind it.
        out.push('\u{fffc}');
    }
    out.push_str(rest);
    out
}

/// Returns the bare figures of a text: sums, shares, and times.
fn bare_figures(text: &str) -> Vec<String> {
    const TIMES: [&str; 5] = ["hour", "day", "week", "month", "year"];
    let text = without_tags(text).replace('\u{a0}', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = Vec::new();
    for (at, raw) in words.iter().enumerate() {
        let word = raw.trim_matches(|c: char| !(c.is_alphanumeric() || c == '\u{a3}' || c == '%'));
        let is_number = |text: &str| {
            text.starts_with(|c: char| c.is_ascii_digit())
                && text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
        };
        let next = |step: usize| {
            words
                .get(at + step)
                .map_or("", |word| word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '%')))
        };
        if word.strip_prefix('\u{a3}').is_some_and(is_number) || word.strip_suffix('%').is_some_and(is_number)
        {
            out.push(word.to_owned());
        } else if is_number(word) && next(1) == "%" {
            out.push(format!("{word}%"));
        } else if is_number(word) {
            let kind = ["clear", "working", "percentage"].contains(&next(1)).then(|| next(1));
            let unit = if kind.is_some() { next(2) } else { next(1) };
            let one = unit.strip_suffix('s').unwrap_or(unit);
            if TIMES.contains(&one) || (kind == Some("percentage") && one == "point") {
                let words = [Some(word), kind, Some(unit)].into_iter().flatten();
                out.push(words.collect::<Vec<_>>().join(" "));
            }
        }
    }
    out
}

/// A figure of the law's data.
fn value_of(slug: &str) -> i64 {
    let limits: Table = fs::read_to_string(root().join("assets/law/limits.toml")).unwrap().parse().unwrap();
    let mut all = limits["limit"].as_array().unwrap().iter();
    let found = all.find(|limit| {
        limit["slug"].as_str() == Some(slug) && !limit.as_table().unwrap().contains_key("until")
    });
    found.unwrap_or_else(|| panic!("no limit {slug}"))["value"].as_integer().unwrap()
}

fn texts(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, out);
        } else if path.file_name().is_some_and(|name| name != "README.md") {
            out.push(path);
        }
    }
}

#[test]
fn no_paper_has_a_figure_of_the_law_of_its_own() {
    let library = root().join("assets/library");
    let corpus = fs::read_to_string(root().join("tests/corpus/figures.toml")).unwrap();
    let allowed: Allowed = toml::from_str(&corpus).unwrap();
    let mut left: BTreeMap<(String, String), bool> = BTreeMap::new();
    for Figure { file, says, limit, why } in allowed.figure {
        if let Some(slug) = limit {
            let number: String = says.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(
                number,
                value_of(&slug).to_string(),
                "{file} says {says}, and {slug} is another figure"
            );
        }
        assert!(why.split(' ').count() > 3, "{file}, {says}: say why it may stand there");
        assert!(left.insert((file.clone(), says.clone()), false).is_none(), "{file}, {says}: twice");
    }
    let mut files = Vec::new();
    for folder in ["documents", "passages", "beginning"] {
        texts(&library.join(folder), &mut files);
    }
    files.sort();
    let mut bare = Vec::new();
    for path in files {
        let file = path.strip_prefix(&library).unwrap().to_str().unwrap().to_owned();
        for figure in bare_figures(&fs::read_to_string(&path).unwrap()) {
            match left.get_mut(&(file.clone(), figure.clone())) {
                Some(seen) => *seen = true,
                None => bare.push(format!("{file}: {figure}")),
            }
        }
    }
    assert!(
        bare.is_empty(),
        "read these from assets/law with limit(…), or say why not in figures.toml: {bare:#?}"
    );
    let idle: Vec<_> = left.into_iter().filter(|(_, seen)| !seen).map(|(figure, _)| figure).collect();
    assert!(idle.is_empty(), "allowed, and no longer there: {idle:?}");
}

#[test]
fn bare_figures_are_found_and_filled_in_ones_are_not() {
    let text = "Pay \u{a3}5,000 or 75% in 14 clear days, {{ limit(\"charge-days\") | count(\"day\") }} or 3\u{a0}weeks; \
                {% if test.amount == 1 %}once{% endif %}. Base rate and 2 percentage points. Rule 12 of 2 papers, 25 %.";
    assert_eq!(
        bare_figures(text),
        ["\u{a3}5,000", "75%", "14 clear days", "3 weeks", "2 percentage points", "25%"]
    );
}

/// The rules cannot read the law's data, so their ceiling on interest is compared with it.
#[test]
fn the_rules_state_the_ceiling_on_interest_that_the_papers_state() {
    let said = format!(
        "must never pass {}% a year, or {} percentage points above",
        value_of("share-interest-ceiling"),
        value_of("share-interest-above-base")
    );
    let library = root().join("assets/library");
    let text = fs::read_to_string(library.join("passages/rule-ceiling-on-interest.md")).unwrap();
    assert!(text.contains(&said), "the passage does not say that interest {said}");
    for rule in [
        "3-shares-or-guarantee/interest-on-shares",
        "3-shares-or-guarantee/one-share-or-many",
        "6-money/member-loans",
    ] {
        let text = fs::read_to_string(library.join(format!("clauses/{rule}.md"))).unwrap();
        assert!(text.contains("\"passage/rule-ceiling-on-interest\""), "{rule} has no ceiling on interest");
    }
}
