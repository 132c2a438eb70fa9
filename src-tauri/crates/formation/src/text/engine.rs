//! Filling in texts: MiniJinja, set up once with every text of the library.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value as Name};

use super::capped::Capped;
use super::guard;
use super::mark::{self, Stretch, Whose};
use super::objects::{AddressName, Given, MajorityName, OpenItem, OpenQuestion, QuorumName, YearDayName};
use super::{Names, phrases};

/// Instructions one text may use up: a rule takes a few hundred.
const FUEL: u64 = 200_000;

/// A text that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct TextError {
    /// Which line of the text, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl From<&Error> for TextError {
    fn from(error: &Error) -> Self {
        // A fault in a passage is reported around the fault itself, whose line is the passage's own.
        if let Some(inner) = error.source().and_then(|source| source.downcast_ref::<Error>()) {
            let Self { line, message } = Self::from(inner);
            let place = inner.name().and_then(|name| name.strip_prefix("passage/"));
            let message =
                place.map_or(message.clone(), |place| format!("passages/{place}.md:{line}: {message}"));
            return Self { line: error.line().unwrap_or(1), message };
        }
        let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        Self { line: error.line().unwrap_or(1), message: detail }
    }
}

/// Whose the texts are that are added, and so what is looked for in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The app's own, which its tests read whole: each is compiled when it is first wanted. No co-op wants all of them, and
    /// to compile them all was a sixth of the work for a first file.
    Own,
    /// Being written: every fault is wanted at once.
    Drafts,
    /// Somebody else's: every fault is wanted at once, and [`guard`] says what they may not do.
    Sponsors,
}

/// Every text and condition of the library, ready to be filled in.
#[derive(Debug)]
pub(crate) struct Engine {
    texts: Environment<'static>,
    /// Texts that nobody wanted yet.
    waiting: Waiting,
    origin: Origin,
}

/// Texts by name. The environment takes from it what it was not given.
#[derive(Debug, Clone, Default)]
struct Waiting(Arc<Mutex<BTreeMap<String, String>>>);

impl Waiting {
    fn texts(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        // Whoever panicked while holding it left texts that are whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Engine {
    pub(crate) fn new(origin: Origin) -> Self {
        let mut texts = Environment::empty();
        texts.set_undefined_behavior(UndefinedBehavior::Strict);
        texts.set_fuel(Some(FUEL));
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            texts.set_syntax(syntax);
        }
        texts.set_formatter(|out, _state, value| out.write_str(&marked(value)).map_err(Error::from));
        texts.add_filter("count", count);
        texts.add_filter("money", money);
        texts.add_filter("percent", percent);
        texts.add_filter("quorum", quorum);
        texts.add_filter("majority", majority);
        texts.add_filter("sentence", sentence);
        texts.add_filter("apart", apart);
        texts.add_filter("one_line", one_line);
        texts.add_filter("lines", lines);
        texts.add_filter("day", day);
        texts.add_filter("capital", capital);
        texts.add_filter("length", |value: Name| value.len());
        texts.add_test("defined", |value: Name| !value.is_undefined());
        let waiting = Waiting::default();
        let from = waiting.clone();
        texts.set_loader(move |name| Ok(from.texts().get(name).cloned()));
        Self { texts, waiting, origin }
    }

    /// Says whose the texts are that are added from now on.
    pub(crate) fn turn_to(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// Returns whose the texts are that are added now.
    pub(crate) fn origin(&self) -> Origin {
        self.origin
    }

    /// Adds a text under `name`.
    ///
    /// # Errors
    /// When it is no text of ours: a tag left open, a character kept for marks. Of the app's own nothing is looked for.
    pub(crate) fn add_text(&mut self, name: &str, text: &str) -> Result<(), TextError> {
        if self.origin == Origin::Own {
            self.waiting.texts().insert(name.to_owned(), text.to_owned());
            return Ok(());
        }
        if mark::has_reserved(text) {
            return Err(TextError { line: 1, message: "holds private-use characters".to_owned() });
        }
        if self.origin == Origin::Sponsors {
            guard::refuse(text)?;
        }
        self.texts
            .add_template_owned(name.to_owned(), text.to_owned())
            .map_err(|error| TextError::from(&error))
    }

    /// Adds a condition, so that [`Self::holds`] can be asked of it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn add_condition(&mut self, condition: &str) -> Result<(), TextError> {
        self.add_text(&condition_text(condition), &format!("{{% if {condition} %}}yes{{% endif %}}"))
    }

    /// Returns whether `condition` holds.
    ///
    /// # Errors
    /// When it names something that does not exist, or was never added.
    pub(crate) fn holds(&self, condition: &str, names: &Name) -> Result<bool, TextError> {
        self.fill(&condition_text(condition), names).map(|text| text == "yes")
    }

    /// Returns the text `name`, filled in, values as marks.
    ///
    /// # Errors
    /// When it names something that does not exist, or never ends.
    pub(crate) fn fill(&self, name: &str, names: &Name) -> Result<String, TextError> {
        let mut out = Capped::default();
        let filled = self
            .texts
            .get_template(name)
            .and_then(|text| text.render_captured_to(names, &mut out).map(|_| ()));
        if out.is_full() {
            return Err(TextError { line: 1, message: "it writes more than a text may".to_owned() });
        }
        filled.map_err(|error| TextError::from(&error))?;
        Ok(out.into_text())
    }

    /// Returns the names that the text `name` asks for from outside, itself or through the passages it takes in. The
    /// passages must have been added.
    pub(crate) fn asked_for(&self, name: &str) -> BTreeSet<String> {
        let mut asked = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![name.to_owned()];
        while let Some(name) = open.pop() {
            let Ok(text) = self.texts.get_template(&name) else { continue };
            asked.extend(text.undeclared_variables(false));
            let taken_in =
                text.source().split("include \"").skip(1).filter_map(|rest| rest.split('"').next());
            open.extend(taken_in.map(str::to_owned).filter(|name| seen.insert(name.clone())));
        }
        asked
    }

    /// Returns the names that `condition` asks for.
    pub(crate) fn condition_asks_for(&self, condition: &str) -> BTreeSet<String> {
        self.asked_for(&condition_text(condition))
    }

    /// Returns `names` with one more.
    pub(crate) fn names(names: &Names) -> Name {
        Name::from_pairs(names.iter().map(|(name, value)| (name.as_str(), value.clone())))
    }
}

fn condition_text(condition: &str) -> String {
    format!("when/{condition}")
}

/// Returns `value` as it travels through Markdown.
fn marked(value: &Name) -> String {
    if let Some(Given(words)) = value.downcast_object_ref::<Given>() {
        mark::encode(Whose::Given, words)
    } else if let Some(question) = open(value) {
        mark::encode(Whose::Open, question)
    } else if value.is_safe() {
        // A filter's result: marked already.
        value.to_string()
    } else {
        mark::encode(Whose::Ours, &value.to_string())
    }
}

fn open(value: &Name) -> Option<&str> {
    value
        .downcast_object_ref::<OpenQuestion>()
        .map(|OpenQuestion(question)| question.as_str())
        .or_else(|| value.downcast_object_ref::<OpenItem>().map(|OpenItem(question)| question.as_str()))
}

fn ours(words: &str) -> Name {
    Name::from_safe_string(mark::encode(Whose::Ours, words))
}

fn misuse(filter: &str, takes: &str, value: &Name) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("{filter} takes {takes}, not {value}"))
}

fn count(value: Name, one: String, many: Option<String>) -> Result<Name, Error> {
    if open(&value).is_some() {
        return Ok(value);
    }
    let number = u64::try_from(value.clone()).map_err(|_| misuse("count", "a whole number", &value))?;
    Ok(ours(&phrases::count(number, &one, many.as_deref())))
}

fn money(value: Name) -> Result<Name, Error> {
    if open(&value).is_some() {
        return Ok(value);
    }
    let pounds = f64::try_from(value.clone()).map_err(|_| misuse("money", "pounds", &value))?;
    Ok(ours(&phrases::money((pounds * 100.0).round() as i64)))
}

fn percent(value: Name) -> Result<Name, Error> {
    if open(&value).is_some() {
        return Ok(value);
    }
    let share = f64::try_from(value.clone()).map_err(|_| misuse("percent", "a share", &value))?;
    Ok(ours(&phrases::percent((share * 10_000.0).round() as u32)))
}

fn quorum(value: Name, noun: String) -> Result<Name, Error> {
    match value.downcast_object_ref::<QuorumName>() {
        Some(QuorumName(quorum)) => Ok(ours(&phrases::quorum(quorum, &noun))),
        None if open(&value).is_some() => Ok(value),
        None => Err(misuse("quorum", "a quorum", &value)),
    }
}

fn majority(value: Name) -> Result<Name, Error> {
    match value.downcast_object_ref::<MajorityName>() {
        Some(MajorityName(majority)) => Ok(ours(&phrases::majority(majority))),
        None if open(&value).is_some() => Ok(value),
        None => Err(misuse("majority", "a majority", &value)),
    }
}

fn day(value: Name) -> Result<Name, Error> {
    match value.downcast_object_ref::<YearDayName>() {
        Some(YearDayName(date)) => Ok(ours(&phrases::year_day(date))),
        None if open(&value).is_some() => Ok(value),
        None => Err(misuse("day", "a day of the year", &value)),
    }
}

fn sentence(value: Name, last: Option<String>) -> Result<Name, Error> {
    let last = format!(" {} ", last.as_deref().unwrap_or("and"));
    joined_list(value, "sentence", ", ", &last)
}

/// For what is more than a word or two, and may hold an "and" of its own.
fn apart(value: Name) -> Result<Name, Error> {
    joined_list(value, "apart", "; ", "; ")
}

fn joined_list(value: Name, filter: &str, between: &str, last: &str) -> Result<Name, Error> {
    if value.kind() != ValueKind::Seq && value.kind() != ValueKind::Iterable && open(&value).is_none() {
        return Err(misuse(filter, "a list", &value));
    }
    let items: Vec<String> = value.try_iter()?.map(|item| marked(&item)).collect();
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            let join = if index + 1 == items.len() { last } else { between };
            out.push_str(&mark::encode(Whose::Ours, join));
        }
        out.push_str(item);
    }
    Ok(Name::from_safe_string(out))
}

fn joined_address(value: Name, filter: &str, between: &str) -> Result<Name, Error> {
    match value.downcast_object_ref::<AddressName>() {
        Some(AddressName(address)) => {
            let words = phrases::address_lines(address).join(between);
            Ok(Name::from_safe_string(mark::encode(Whose::Given, &words)))
        }
        None if open(&value).is_some() => Ok(value),
        None => Err(misuse(filter, "an address", &value)),
    }
}

fn one_line(value: Name) -> Result<Name, Error> {
    joined_address(value, "one_line", ", ")
}

fn lines(value: Name) -> Result<Name, Error> {
    joined_address(value, "lines", "\n")
}

/// The first letter as a capital, also of what another filter made.
fn capital(value: Name) -> Name {
    if open(&value).is_some() {
        return value;
    }
    let upper = |words: &str| {
        let mut chars = words.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    if let Some(Given(words)) = value.downcast_object_ref::<Given>() {
        Given::name(&upper(words))
    } else if value.is_safe() {
        let mut stretches = mark::decode(&value.to_string());
        if let Some(Stretch::Mark(_, words) | Stretch::Text(words)) = stretches.first_mut() {
            *words = upper(words);
        }
        let again = stretches.iter().map(|stretch| match stretch {
            Stretch::Text(words) => words.clone(),
            Stretch::Mark(whose, words) => mark::encode(*whose, words),
        });
        Name::from_safe_string(again.collect())
    } else {
        ours(&upper(&value.to_string()))
    }
}
