//! What may be answered, as the controls of a form.

use askama::Template;
use askama::filters::HtmlSafe;
use desk::view::{AddressView, ClassView, InputView, OptionView, TestView};
use serde_json::Value as Json;

use crate::words::{Id, Say, filters};

/// The controls of one answer. Their names are those that [`crate::answer`] reads.
#[derive(Template)]
#[template(path = "parts/field.html")]
pub(crate) struct Field<'a> {
    /// The question's slug.
    slug: &'a str,
    /// What may be answered, with what is answered.
    input: &'a InputView,
    /// The ids of what describes the controls.
    described: &'a str,
    /// Whether what stands there does not fit.
    wrong: bool,
}

/// Its template escapes every value.
impl HtmlSafe for Field<'_> {}

/// The months, 1 to 12.
pub(crate) const MONTHS: [Id; 12] = [
    Id("month-1"),
    Id("month-2"),
    Id("month-3"),
    Id("month-4"),
    Id("month-5"),
    Id("month-6"),
    Id("month-7"),
    Id("month-8"),
    Id("month-9"),
    Id("month-10"),
    Id("month-11"),
    Id("month-12"),
];

/// Measures of a test, with what is asked of each.
const MEASURES: [(&str, Id); 10] = [
    ("hours", Id("measure-hours")),
    ("unpaid-hours", Id("measure-unpaid-hours")),
    ("spend", Id("measure-spend")),
    ("uses", Id("measure-uses")),
    ("registration", Id("measure-registration")),
    ("need", Id("measure-need")),
    ("training", Id("measure-training")),
    ("affiliation", Id("measure-affiliation")),
    ("policy", Id("measure-policy")),
    ("other", Id("measure-other")),
];

/// In which time a measure is counted.
const TIMES: [(&str, Id); 4] = [
    ("", Id("time-none")),
    ("week", Id("time-week")),
    ("month", Id("time-month")),
    ("year", Id("time-year")),
];

/// Who looks whether somebody passes a test.
const CHECKERS: [(&str, Id); 4] = [
    ("", Id("checker-none")),
    ("board", Id("checker-board")),
    ("members", Id("checker-members")),
    ("secretary", Id("checker-secretary")),
];

const SHARES: [(&str, Id); 7] = [
    ("more-than-half", Id("share-more-than-half")),
    ("two-thirds", Id("share-two-thirds")),
    ("75", Id("share-three-quarters")),
    ("80", Id("share-four-fifths")),
    ("90", Id("share-nine-tenths")),
    ("all-but-one", Id("share-all-but-one")),
    ("all", Id("share-all")),
];

const BASES: [(&str, Id); 4] = [
    ("votes-cast", Id("base-votes-cast")),
    ("members-present", Id("base-members-present")),
    ("all-members", Id("base-all-members")),
    ("all-other-members", Id("base-all-other-members")),
];

impl<'a> Field<'a> {
    pub(crate) fn new(slug: &'a str, input: &'a InputView, described: &'a str, wrong: bool) -> Self {
        Self { slug, input, described, wrong }
    }

    /// The controls of the group's own answer, inside the option for it.
    fn own<'b>(&'b self, input: &'b InputView) -> Field<'b> {
        Field { slug: self.slug, input, described: self.described, wrong: self.wrong }
    }

    /// Attributes every control has.
    fn about(&self) -> About<'_> {
        About { described: self.described, wrong: self.wrong }
    }

    /// Ties an option to what is said of it: that most choose it, and what follows from it.
    fn described(option: &OptionView, at: &usize) -> SaidOfOption {
        SaidOfOption { at: *at, usual: option.usual, means: !option.means.is_empty() }
    }

    /// Under which part of a question an option's words stand: "choice-board". Its meaning is "choice-board-means".
    fn choice(option: &OptionView) -> String {
        let mut part = "choice".to_owned();
        let value = match &option.value {
            Json::String(slug) => slug.clone(),
            value => value.to_string(),
        };
        for run in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty()) {
            part.push('-');
            part.push_str(run);
        }
        part
    }

    /// What is counted, of the units that the library has.
    fn how_many(units: &str) -> Say {
        Id("field-how-many").with("units", units)
    }

    /// The units that the library has, as they stand behind a number.
    fn units(units: &str) -> Say {
        Id("field-units").with("units", units)
    }

    /// Returns whether a share is none of those offered by name.
    fn is_own_share(share: &str) -> bool {
        !SHARES.iter().any(|(slug, _)| *slug == share)
    }

    /// Rows to fill in: those there are, and one more.
    fn test_rows(tests: &[TestView]) -> Vec<TestView> {
        let filled = tests.iter().filter(|test| !test.measure.is_empty()).cloned();
        filled.chain([TestView::default()]).collect()
    }

    fn seat_rows(seats: &[(String, String)]) -> Vec<(String, String)> {
        let filled = seats.iter().filter(|(group, _)| !group.trim().is_empty()).cloned();
        filled.chain([(String::new(), String::new())]).collect()
    }

    /// At least three rows, and always an empty one: the last.
    fn class_rows(classes: &[ClassView]) -> Vec<ClassView> {
        let mut rows: Vec<ClassView> = crate::answer::filled(classes).cloned().collect();
        let wanted = (rows.len() + 1).max(3);
        rows.resize(wanted, ClassView::default());
        rows
    }

    /// Options in the order the page shows them: the chosen ones in the group's order, then the others.
    fn in_order(options: &[OptionView]) -> Vec<(usize, &OptionView)> {
        let mut options: Vec<_> = options.iter().enumerate().collect();
        options.sort_by_key(|(index, option)| (option.place.unwrap_or(usize::MAX), *index));
        options
    }

    /// How many lines a text area has: enough for what is in it, and one more.
    pub(crate) fn height(text: &str, least: usize) -> usize {
        let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 60).sum();
        (lines + 1).clamp(least, 16)
    }
}

/// The attributes that tie a control to what describes it.
#[derive(Template)]
#[template(
    source = r#"{% if !described.is_empty() %} aria-describedby="{{ described }}"{% endif %}{% if wrong %} aria-invalid="true"{% endif %}"#,
    ext = "html"
)]
pub(crate) struct About<'a> {
    described: &'a str,
    wrong: bool,
}

impl About<'_> {
    /// Nothing describes the control.
    pub(crate) fn plain() -> Self {
        Self { described: "", wrong: false }
    }
}

impl HtmlSafe for About<'_> {}

/// The attribute that ties an option to what is said of it: its name is the option alone.
#[derive(Template)]
#[template(
    source = r#"{% if usual || means %} aria-describedby="{% if usual %}usual-{{ at }}{% endif %}{% if usual && means %} {% endif %}{% if means %}means-{{ at }}{% endif %}"{% endif %}"#,
    ext = "html"
)]
struct SaidOfOption {
    at: usize,
    usual: bool,
    means: bool,
}

impl HtmlSafe for SaidOfOption {}

/// The fields of an address.
#[derive(Template)]
#[template(path = "parts/address.html")]
pub(crate) struct AddressFields<'a> {
    /// Stands before each name.
    prefix: &'a str,
    address: &'a AddressView,
    about: About<'a>,
}

impl<'a> AddressFields<'a> {
    pub(crate) fn new(prefix: &'a str, address: &'a AddressView, about: About<'a>) -> Self {
        Self { prefix, address, about }
    }
}

/// Its template escapes every value.
impl HtmlSafe for AddressFields<'_> {}
