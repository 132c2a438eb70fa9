//! What may be answered, as the controls of a form.

use askama::Template;
use askama::filters::HtmlSafe;
use desk::view::{AddressView, ClassView, InputView, TestView};

/// The controls of one answer. Their names are those that [`crate::answer`] reads.
#[derive(Template)]
#[template(path = "parts/field.html")]
pub(crate) struct Field<'a> {
    /// What may be answered, with what is answered.
    input: &'a InputView,
    /// The ids of what describes the controls.
    described: &'a str,
    /// Whether what stands there does not fit.
    wrong: bool,
}

/// Its template escapes every value.
impl HtmlSafe for Field<'_> {}

/// Words for the months, 1 to 12.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Measures of a test, with what is asked of each.
const MEASURES: [(&str, &str); 10] = [
    ("hours", "Hours of paid work"),
    ("unpaid-hours", "Hours of unpaid work"),
    ("spend", "Pounds spent with us"),
    ("uses", "Times they use what we offer"),
    ("registration", "Being on a register"),
    ("need", "Needing what we offer"),
    ("training", "Training they finished"),
    ("affiliation", "Belonging to a body"),
    ("policy", "Signing a policy"),
    ("other", "Something else"),
];

const SHARES: [(&str, &str); 7] = [
    ("more-than-half", "More than half"),
    ("two-thirds", "Two thirds or more"),
    ("75", "Three quarters (75%) or more"),
    ("80", "Four fifths (80%) or more"),
    ("90", "Nine tenths (90%) or more"),
    ("all-but-one", "All but one"),
    ("all", "All"),
];

const BASES: [(&str, &str); 4] = [
    ("votes-cast", "of the votes cast"),
    ("members-present", "of the members who take part"),
    ("all-members", "of all members"),
    ("all-other-members", "of all members but the one concerned"),
];

impl<'a> Field<'a> {
    pub(crate) fn new(input: &'a InputView, described: &'a str, wrong: bool) -> Self {
        Self { input, described, wrong }
    }

    /// The controls of the group's own answer, inside the option for it.
    fn own<'b>(&'b self, input: &'b InputView) -> Field<'b> {
        Field { input, described: self.described, wrong: self.wrong }
    }

    /// Attributes every control has.
    fn about(&self) -> About<'_> {
        About { described: self.described, wrong: self.wrong }
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
    fn in_order(options: &[desk::view::OptionView]) -> Vec<(usize, &desk::view::OptionView)> {
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
