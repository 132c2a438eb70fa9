//! Every message of an error says what is wrong, where, and what to do: what the desk refuses, what the screens refuse, and
//! what each check finds. Their words are read out of the sources, so that none is left out; that they reach the page, at
//! the field, is tried with the screens (`screens`, `refusals`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

/// What a mend begins with: something to do.
const DOING: [&str; 67] = [
    "add", "agree", "allow", "answer", "ask", "begin", "break", "change", "check", "choose", "close",
    "compare", "copy", "delete", "divide", "draw", "enter", "exchange", "fill", "find", "form", "get",
    "give", "go", "hold", "install", "join", "keep", "leave", "let", "lock", "look", "lower", "make", "meet",
    "mend", "move", "name", "pay", "plan", "put", "raise", "read", "remove", "save", "say", "see", "set",
    "share", "shorten", "speak", "spell", "start", "take", "talk", "tell", "think", "tick", "try", "turn",
    "type", "untick", "use", "wait", "warn", "weigh", "write",
];

/// A message as it stands in the sources.
struct Message {
    at: String,
    /// What it is about: a field, or what a finding is about.
    about: String,
    sentences: Vec<String>,
    mends: Vec<String>,
}

/// The messages of a source, and how many calls made them. A word that is made before the call is looked for above it.
fn messages(name: &str, source: &str) -> Vec<Message> {
    const CALLS: [&str; 6] = [
        "Found::new(",
        "kept_for_the_community::find(",
        "Failure::input(",
        "Failure::new(",
        "Self::new(",
        "Self::input(",
    ];
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut out = Vec::new();
    for call in CALLS {
        if call.starts_with("Self") && !name.starts_with("desk/src/failure") {
            continue;
        }
        for (at, _) in source.match_indices(call) {
            let arguments = arguments(&source[at + call.len()..]);
            let [about, sentence, mend, ..] = arguments.as_slice() else { continue };
            let line = source[..at].lines().count();
            out.push(Message {
                at: format!("{name}:{line}"),
                about: (*about).to_owned(),
                sentences: words(source, at, sentence),
                mends: words(source, at, mend),
            });
        }
    }
    out
}

/// The arguments of a call, as far as its closing bracket.
fn arguments(rest: &str) -> Vec<&str> {
    let (mut depth, mut from, mut in_text, mut escaped) = (0_usize, 0, false, false);
    let mut out = Vec::new();
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                out.push(rest[from..at].trim());
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(rest[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    out
}

/// What an argument says: its own texts, or those with which it was made before the call.
fn words(source: &str, at: usize, argument: &str) -> Vec<String> {
    // Of a text with gaps, the texts behind it are pieces that fill them.
    let own = texts(argument);
    match argument.starts_with(['"', 'f']) {
        true if !own.is_empty() => return own.into_iter().take(1).collect(),
        _ if !own.is_empty() => return own,
        _ => {}
    }
    let is_name = argument.chars().all(|c| c.is_alphanumeric() || c == '_');
    let made = [format!("let {argument} ="), format!("let mut {argument} ="), format!("const {argument}:")];
    let made = made.iter().filter_map(|begin| source[..at].rfind(begin.as_str())).max();
    let named = || source.find(&format!("const {argument}:"));
    match made.or_else(named).filter(|_| is_name) {
        Some(from) => texts(&source[from..from + source[from..].find(";\n").unwrap()]),
        None => Vec::new(),
    }
}

/// The texts in a piece of source that are words to be read.
fn texts(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = source;
    while let Some(from) = rest.find('"') {
        let mut escaped = false;
        let end = rest[from + 1..].char_indices().find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let Some((end, _)) = end else { break };
        let text = &rest[from + 1..from + 1 + end];
        let lines: Vec<&str> = text.split("\\\n").map(str::trim_start).collect();
        let text = lines.concat().replace("\\u{201c}", "\u{201c}").replace("\\u{201d}", "\u{201d}");
        out.push(text);
        rest = &rest[from + 1 + end + 1..];
    }
    out.retain(|text| text.trim().contains(' '));
    out
}

/// Whether a text is a finished sentence, or more than one. A gap may stand at either end.
fn is_finished(text: &str) -> bool {
    let begins = text.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '\u{201c}' | '{' | '\\')
    });
    let ends = text.trim_end().ends_with(['.', '?', '!', '}']);
    begins && ends
}

/// Whether a text says something to do.
fn says_what_to_do(text: &str) -> bool {
    let clauses = text.split(['.', ':', ';', ',']);
    clauses.into_iter().any(|clause| {
        let mut words = clause
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase());
        let first = words
            .find(|word| !["please", "or", "and", "then", "first", "otherwise", ""].contains(&word.as_str()));
        first.is_some_and(|first| DOING.contains(&first.as_str()))
    })
}

/// The sources that make messages.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates");
    let mut out = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["desk/src", "screens/src", "formation/src/checks"].iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().display().to_string();
                out.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    out
}

fn faults(message: &Message) -> Vec<String> {
    let mut faults = Vec::new();
    if message.about.is_empty() || message.about == "\"\"" {
        faults.push("is about nothing".to_owned());
    }
    for text in message.sentences.iter().filter(|text| !is_finished(text)) {
        faults.push(format!("is no finished sentence: {text}"));
    }
    if !message.mends.is_empty()
        && !message.mends.iter().any(|text| is_finished(text) && says_what_to_do(text))
    {
        faults.push(format!("says nothing to do: {:?}", message.mends));
    }
    if message.sentences.iter().any(|text| message.mends.contains(text)) {
        faults.push("says the same twice".to_owned());
    }
    faults
}

#[test]
fn every_message_says_what_is_wrong_and_what_to_do() {
    let (mut count, mut unread, mut wrong) = (0, 0, Vec::new());
    for (name, source) in sources() {
        for message in messages(&name, &source) {
            count += 1;
            unread += usize::from(message.sentences.is_empty()) + usize::from(message.mends.is_empty());
            wrong.extend(faults(&message).into_iter().map(|fault| format!("{} {fault}", message.at)));
        }
    }
    assert!(count >= 250, "only {count} messages");
    // What is handed on from elsewhere was read there.
    assert!(unread <= 20, "of {count} messages, {unread} sentences and mends could not be read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_message_that_says_too_little_is_found() {
    let source = r#"
        Failure::input("name", "does not fit", "Shorten it.");
        Failure::input("name", "The name is too long.", "It has 200 characters.");
        Failure::input("", "The name is too long.", "Shorten it.");
        let sentence = format!("The name is longer than {MOST} characters.");
        Failure::input("name", sentence, "Please shorten it.");
    "#;
    let found = messages("a.rs", source);
    assert_eq!(found.iter().map(|message| faults(message).len()).collect::<Vec<_>>(), [1, 1, 1, 0]);
    assert_eq!(found[3].sentences, ["The name is longer than {MOST} characters."]);
}
