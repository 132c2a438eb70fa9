//! The app's own words in the language that somebody chose: a message by its id, English where there is no other.
//!
//! Knows the Fluent files that the desk carries. Must not know what a screen shows. A template says
//! `{{ "tasks-next"|say }}`; whoever holds [`Words`] says `words.say(Id("tasks-next"))`. An id that is in no file
//! is a fault of the build: `tests/tests/words.rs` compares what is said with what there is to say.

pub(crate) mod filters;

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use desk::view::DayView;
use desk::{Desk, Language, grouped};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The id of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Id(pub(crate) &'static str);

/// What is to be said: a message with what stands in its gaps, or words that were made elsewhere.
#[derive(Debug, Clone)]
pub(crate) enum Say {
    /// A message.
    Message(Id, Vec<(&'static str, Gap)>),
    /// Words as they are, in the language in which they were made.
    Plain(String),
}

/// What stands in a gap of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A number, on which the form of other words may hang.
    Number(usize),
    /// Words.
    Text(String),
}

impl From<Id> for Say {
    fn from(id: Id) -> Self {
        Self::Message(id, Vec::new())
    }
}

impl From<&str> for Say {
    fn from(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}

impl From<String> for Say {
    fn from(words: String) -> Self {
        Self::Plain(words)
    }
}

/// What can stand in a gap.
pub(crate) trait Fills {
    fn gap(&self) -> Gap;
}

impl Fills for usize {
    fn gap(&self) -> Gap {
        Gap::Number(*self)
    }
}

impl Fills for i64 {
    fn gap(&self) -> Gap {
        Gap::Number(usize::try_from(*self).unwrap_or_default())
    }
}

impl Fills for u32 {
    fn gap(&self) -> Gap {
        Gap::Number(usize::try_from(*self).unwrap_or(usize::MAX))
    }
}

impl Fills for u16 {
    fn gap(&self) -> Gap {
        Gap::Number(usize::from(*self))
    }
}

impl Fills for str {
    fn gap(&self) -> Gap {
        Gap::Text(self.to_owned())
    }
}

impl Fills for String {
    fn gap(&self) -> Gap {
        Gap::Text(self.clone())
    }
}

impl<T: Fills + ?Sized> Fills for &T {
    fn gap(&self) -> Gap {
        (*self).gap()
    }
}

impl Id {
    /// The message with something in a gap.
    pub(crate) fn with(self, gap: &'static str, what: impl Fills) -> Say {
        Say::from(self).with(gap, what)
    }
}

impl Say {
    /// The message with something in one more gap.
    pub(crate) fn with(mut self, gap: &'static str, what: impl Fills) -> Self {
        if let Self::Message(_, gaps) = &mut self {
            gaps.push((gap, what.gap()));
        }
        self
    }
}

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(Language::English));
static WELSH: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Welsh));

/// The words of a language.
pub(crate) struct Words {
    language: Language,
    bundle: Bundle,
}

/// Numbers are written in both languages as the papers write them.
fn with_commas<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(grouped(number.value as u64))
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Welsh => &WELSH,
        }
    }

    /// The words in which a desk speaks.
    pub(crate) fn at(desk: &Desk) -> &'static Self {
        Self::of(desk.preferences().language)
    }

    fn read(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![tag]);
        // Marks around every gap would be in what people copy and in what a test looks for. Only words that are written
        // from right to left need them: see `isolated`.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(with_commas));
        for text in desk::words(language) {
            // What is right in a faulty file is kept; that none is faulty is tested.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Says something in this language, or in English where there is no other.
    pub(crate) fn say(&self, what: impl Into<Say>) -> String {
        self.filled(&what.into(), |text| isolated(text).into_owned())
    }

    /// The same as HTML: what stands in the gaps is escaped, and the signs of the message itself are kept.
    fn html(&self, what: &Say) -> String {
        self.filled(what, |text| escaped(&isolated(text)))
    }

    fn filled(&self, what: &Say, text: impl Fn(&str) -> String) -> String {
        let (id, gaps) = match what {
            Say::Message(id, gaps) => (id, gaps),
            Say::Plain(words) => return text(words),
        };
        let mut args = FluentArgs::with_capacity(gaps.len());
        for (gap, value) in gaps {
            match value {
                Gap::Number(number) => args.set(*gap, *number),
                Gap::Text(words) => args.set(*gap, text(words)),
            }
        }
        let said = self.message(id.0, None, &args).or_else(|| ENGLISH.message(id.0, None, &args));
        debug_assert!(said.is_some(), "there are no words for {}", id.0);
        said.unwrap_or_default()
    }

    /// Returns what the library says, where this language has words of its own for it.
    pub(crate) fn of_library(&self, id: &str, part: Option<&str>) -> Option<String> {
        self.message(id, part, &FluentArgs::new())
    }

    fn message(&self, id: &str, part: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        // A gap that nobody filled is a fault, which the tests find by comparing the gaps of both languages.
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut faults).into_owned())
    }
}

/// What of a page is English although the page is not: the library's words, as far as they have no others.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    text: String,
    /// Whether it must be marked as English.
    foreign: bool,
}

impl Told {
    /// The words of the library under an id, or the English ones.
    pub(crate) fn of(words: &Words, id: &str, part: Option<&str>, english: &str) -> Self {
        match words.language {
            Language::English => Self { text: english.to_owned(), foreign: false },
            Language::Welsh => words.of_library(id, part).map_or_else(
                || Self { text: english.to_owned(), foreign: true },
                |text| Self { text, foreign: false },
            ),
        }
    }

    /// A question.
    pub(crate) fn question(words: &Words, slug: &str, english: &str) -> Self {
        Self::of(words, &format!("ask-{slug}"), None, english)
    }

    /// "Worker co-operative, company limited by guarantee": a type and a form.
    fn kind(words: &Words, coop_type: &str, form: &str, english: &str) -> Self {
        let own = |id: String| words.of_library(&id, None);
        let english = || Self { text: english.to_owned(), foreign: words.language != Language::English };
        let both =
            own(format!("type-{coop_type}")).zip(words.of_library(&format!("form-{form}"), Some("within")));
        match both {
            Some((coop_type, form)) if words.language != Language::English => {
                Self { text: format!("{coop_type}, {form}"), foreign: false }
            }
            _ => english(),
        }
    }

    /// Whether the words are English on a page that is not.
    pub(crate) fn is_foreign(&self) -> bool {
        self.foreign
    }

    /// The words without a mark.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn around(&self, html: &str) -> String {
        if self.foreign { format!("<span lang=\"en\">{html}</span>") } else { html.to_owned() }
    }
}

/// A day of the calendar.
fn date(day: DayView) -> Say {
    let number = |number: i64| usize::try_from(number).unwrap_or_default();
    Id("date")
        .with("day", number(day.day.into()))
        .with("month", number(day.month.into()))
        // A year is a name, and has no comma.
        .with("year", day.year.to_string())
}

/// Words that are written from right to left stand between marks, so that they do not turn round what is beside them.
fn isolated(text: &str) -> Cow<'_, str> {
    let turns = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if text.chars().any(turns) { Cow::Owned(format!("\u{2068}{text}\u{2069}")) } else { Cow::Borrowed(text) }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&#38;"),
            '<' => out.push_str("&#60;"),
            '>' => out.push_str("&#62;"),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fluent knows the six forms of Welsh numbers, so that a translator can write each.
    #[test]
    fn welsh_has_six_forms_after_numbers() {
        // Not said anywhere else, so no file has it.
        const ID: &str = "forms";
        const FORMS: &str = "forms = { $count ->\n    [zero] none\n    [one] one\n    [two] two\n    [few] few\n    \
                             [many] many\n   *[other] other\n}\n";
        let Ok(resource) = FluentResource::try_new(FORMS.to_owned()) else { panic!("the forms are faulty") };
        let mut words = Words::read(Language::Welsh);
        words.bundle.add_resource_overriding(resource);
        let said = |count: usize| words.say(Id(ID).with("count", count));
        assert_eq!([0, 1, 2, 3, 6, 4].map(said), ["none", "one", "two", "few", "many", "other"]);
    }

    #[test]
    fn long_numbers_have_commas_and_years_have_none() {
        for language in [Language::English, Language::Welsh] {
            let words = Words::of(language);
            let length = words.say(Id("rules-length").with("words", 12_345_usize).with("minutes", 83_usize));
            assert!(length.starts_with("12,345 ") && length.contains(" 83 "), "{length}");
            let date = words.say(date(DayView { year: 2026, month: 12, day: 1 }));
            assert!(date.starts_with("1 ") && date.ends_with(" 2026"), "{date}");
        }
    }
}
