//! What templates do with words: `{{ "tasks-next"|say }}`. The words of a page come to it as a value of its rendering.
//! Must not know which screen asks.

use std::fmt::Display;

use askama::filters::Safe;
use askama::{Result, Values, filter_fn, get_value};

use desk::view::{FeeView, Task, TaskKind};

use crate::sectors;
use crate::words::{Fills, Id, Say, Told, Words, date, escaped};

/// Under this name a template finds the words of its page.
pub(crate) const WORDS: &str = "words";

fn words(values: &dyn Values) -> Result<&Words> {
    get_value::<Words>(values, WORDS)
}

/// Whatever names a message.
pub(crate) trait Names {
    fn said(&self) -> Say;
}

impl Names for &'static str {
    fn said(&self) -> Say {
        Id(self).into()
    }
}

impl Names for Id {
    fn said(&self) -> Say {
        (*self).into()
    }
}

impl Names for Say {
    fn said(&self) -> Say {
        self.clone()
    }
}

impl<T: Names> Names for &T {
    fn said(&self) -> Say {
        (*self).said()
    }
}

/// Says a message.
#[filter_fn]
pub(crate) fn say<N: Names>(what: N, values: &dyn Values) -> Result<String> {
    Ok(words(values)?.say(what.said()))
}

/// Puts something into a gap of a message.
#[filter_fn]
pub(crate) fn with<N: Names, G: Fills>(what: N, _: &dyn Values, gap: &'static str, value: G) -> Result<Say> {
    Ok(what.said().with(gap, value))
}

/// Says a message that has signs of HTML in it; what stands in its gaps is escaped.
#[filter_fn]
pub(crate) fn html<N: Names>(what: N, values: &dyn Values) -> Result<Safe<String>> {
    Ok(Safe(words(values)?.html(&what.said())))
}

/// Says a message in which one place leads somewhere: `<a>` gets its address.
#[filter_fn]
pub(crate) fn linked<N: Names, T: Display>(what: N, values: &dyn Values, to: T) -> Result<Safe<String>> {
    let html = words(values)?.html(&what.said());
    Ok(Safe(html.replace("<a>", &format!("<a href=\"{}\">", escaped(&to.to_string())))))
}

/// Marks what is English on a page that is not.
#[filter_fn]
pub(crate) fn foreign<T>(_: T, values: &dyn Values) -> Result<Safe<&'static str>> {
    let is_english = words(values)?.language() == desk::Language::English;
    Ok(Safe(if is_english { "" } else { " lang=\"en\"" }))
}

/// What the library says under an id, or its English words, marked as English where the page is not.
#[filter_fn]
pub(crate) fn told(english: &str, values: &dyn Values, kind: &str, slug: &str) -> Result<Safe<String>> {
    let told = Told::of(words(values)?, &format!("{kind}-{slug}"), None, english);
    Ok(Safe(told.around(&escaped(&told.text))))
}

/// The same for a part of what the library says under an id: why a question matters, the words of an answer.
#[filter_fn]
pub(crate) fn told_part<P: AsRef<str>>(
    english: &str,
    values: &dyn Values,
    kind: &str,
    slug: &str,
    part: P,
) -> Result<Safe<String>> {
    let told = Told::of(words(values)?, &format!("{kind}-{slug}"), Some(part.as_ref()), english);
    Ok(Safe(told.around(&escaped(&told.text))))
}

/// The same for words that stand on the page as HTML of ours, with terms explained: in another language, as text.
#[filter_fn]
pub(crate) fn told_html(
    english: &str,
    values: &dyn Values,
    kind: &str,
    slug: &str,
    part: &str,
) -> Result<Safe<String>> {
    let told = Told::of(words(values)?, &format!("{kind}-{slug}"), Some(part), english);
    let html = if told.text == english { told.text.clone() } else { escaped(&told.text) };
    Ok(Safe(told.around(&html)))
}

/// A heading in the library's words. One with a hyphen, such as "co-op", stays on its line.
#[filter_fn]
pub(crate) fn heading(english: &str, values: &dyn Values, kind: &str, slug: &str) -> Result<Safe<String>> {
    let told = Told::of(words(values)?, &format!("{kind}-{slug}"), None, english);
    let mut html = String::new();
    for word in told.text.split_inclusive(' ') {
        match word.contains('-') {
            true => html.push_str(&format!("<span class=\"unbroken\">{}</span>", escaped(word))),
            false => html.push_str(&escaped(word)),
        }
    }
    Ok(Safe(told.around(&html)))
}

/// A type and a form: "Worker co-operative, company limited by guarantee".
#[filter_fn]
pub(crate) fn kind(english: &str, values: &dyn Values, coop_type: &str, form: &str) -> Result<Safe<String>> {
    let told = Told::kind(words(values)?, coop_type, form, english);
    Ok(Safe(told.around(&escaped(&told.text))))
}

/// The drawing of a starter's sector; nothing where it has none.
#[filter_fn]
pub(crate) fn sector(starter: &str, _: &dyn Values) -> Result<Safe<&'static str>> {
    Ok(Safe(sectors::drawing(starter).unwrap_or_default()))
}

/// The registrar's fee, and when it was checked.
#[filter_fn]
pub(crate) fn fee(fee: &FeeView, values: &dyn Values) -> Result<String> {
    let words = words(values)?;
    let date = words.say(date(fee.checked));
    Ok(words.say(Id("frame-fee").with("amount", &fee.amount).with("date", date)))
}

/// What a task is to do.
#[filter_fn]
pub(crate) fn task(task: &Task, values: &dyn Values) -> Result<Safe<String>> {
    let words = words(values)?;
    let plain = |id: Id| escaped(&words.say(id));
    Ok(Safe(match &task.what {
        TaskKind::Part { slug, heading, .. } => {
            let told = Told::of(words, &format!("part-{slug}"), None, heading);
            told.around(&escaped(&told.text))
        }
        TaskKind::People(_) => plain(Id("screen-people")),
        TaskKind::Checks { .. } => plain(Id("screen-checks")),
        TaskKind::Rules(_) => plain(Id("tasks-rules")),
        TaskKind::Pack { .. } => plain(Id("tasks-pack")),
    }))
}
