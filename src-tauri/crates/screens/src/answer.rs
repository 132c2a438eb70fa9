//! An answer on its way from a form: what was typed put into the view's shape, and from there into the
//! shape of answers files. A view with typed words in it is also what a page shows again after a fault.

use std::borrow::Cow;

use desk::view::{AddressView, ClassView, InputView, OptionView, TestView};
use serde_json::{Map, Value as Json, json};

use crate::form::Form;

/// What was typed cannot be an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// The id of the element where it stands.
    pub field: Cow<'static, str>,
    /// What is wrong.
    pub sentence: String,
    /// What to do.
    pub what_to_do: &'static str,
}

/// Returns the id of the element a message about the whole answer leads to.
pub(crate) fn first_field(input: &InputView) -> &'static str {
    match input {
        InputView::Options { .. } => "choice-1",
        InputView::YesNo { .. } => "yes",
        InputView::Text { .. } => "text",
        InputView::Lines { .. } | InputView::Address(_) => "lines",
        InputView::Number { .. } => "number",
        InputView::Quorum { .. } | InputView::Majority { .. } => "share",
        InputView::Range { .. } => "at-least",
        InputView::YearDay { .. } => "day",
        InputView::Tests(_) => "measure-1",
        InputView::Seats(_) => "group-1",
        InputView::Classes { .. } => "name-1",
    }
}

/// Returns the id of the element that a place in a list of classes leads to: "2.votes" to "votes-2".
pub(crate) fn field_of_class(place: &str) -> Option<String> {
    let (at, part) = place.split_once('.')?;
    let part = match part {
        "seats" => "most",
        "first-members" => "first",
        "investors" => "tie",
        "several-shares" => "holding",
        part => part,
    };
    Some(format!("{part}-{at}"))
}

/// Returns `shown` with what was typed in place of what it held.
pub(crate) fn typed(shown: &InputView, form: Form<'_>) -> InputView {
    let text = |name: &str| form.text(name).to_owned();
    match shown {
        InputView::Options { several, options, own, own_is_other, .. } => InputView::Options {
            several: *several,
            options: if *several { ticked(options, form) } else { chosen(options, form) },
            own: own.as_ref().map(|own| Box::new(typed(own, form))),
            own_chosen: form.text("choice") == "own",
            own_is_other: *own_is_other,
        },
        InputView::YesNo { .. } => InputView::YesNo {
            chosen: match form.text("yes") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        },
        InputView::Text { long, email, .. } => {
            InputView::Text { value: text("text"), long: *long, email: *email }
        }
        InputView::Lines { codes, .. } => InputView::Lines { value: text("lines"), codes: *codes },
        InputView::Number { before, after, .. } => {
            InputView::Number { value: text("number"), before, after: after.clone() }
        }
        InputView::Quorum { .. } => {
            InputView::Quorum { share: text("share"), at_least: text("at-least"), at_most: text("at-most") }
        }
        InputView::Majority { .. } => InputView::Majority {
            share: if form.text("share") == "own" { text("percent") } else { text("share") },
            of: base(form.text("of")),
        },
        InputView::Range { .. } => InputView::Range { at_least: text("at-least"), at_most: text("at-most") },
        InputView::Address(_) => InputView::Address(address(form, "")),
        InputView::YearDay { .. } => InputView::YearDay { day: text("day"), month: text("month") },
        InputView::Tests(_) => InputView::Tests(rows(form, "measure", |at| test(form, at))),
        InputView::Seats(_) => InputView::Seats(rows(form, "group", |at| {
            (text(&format!("group-{at}")), text(&format!("seats-{at}")))
        })),
        InputView::Classes { shares, founders, .. } => InputView::Classes {
            classes: rows(form, "name", |at| class(form, at)),
            shares: *shares,
            founders: founders.clone(),
        },
    }
}

/// One option at most.
fn chosen(options: &[OptionView], form: Form<'_>) -> Vec<OptionView> {
    let choice = form.text("choice").parse::<usize>().ok();
    let mut options = options.to_vec();
    for (index, option) in options.iter_mut().enumerate() {
        option.chosen = choice == Some(index);
    }
    options
}

/// Several options, in the order the group gave them; those newly ticked come last. The field `earlier`
/// names an option that moves up.
fn ticked(options: &[OptionView], form: Form<'_>) -> Vec<OptionView> {
    let mut order: Vec<usize> = form
        .all("choice")
        .filter_map(|index| index.parse().ok())
        .filter(|index| *index < options.len())
        .collect();
    order.sort_by_key(|index| (options[*index].place.unwrap_or(usize::MAX), *index));
    order.dedup();
    let earlier = form.text("earlier").parse::<usize>().ok();
    if let Some(at) = earlier.and_then(|index| order.iter().position(|one| *one == index))
        && at > 0
    {
        order.swap(at - 1, at);
    }
    let mut options = options.to_vec();
    for (index, option) in options.iter_mut().enumerate() {
        option.place = order.iter().position(|one| *one == index);
        option.chosen = option.place.is_some();
    }
    options
}

/// Rows `NAME-1`, `NAME-2` … as many as the page sent.
fn rows<T>(form: Form<'_>, name: &str, row: impl Fn(usize) -> T) -> Vec<T> {
    (1..).take_while(|at| form.has(&format!("{name}-{at}"))).map(row).collect()
}

fn test(form: Form<'_>, at: usize) -> TestView {
    let text = |name: &str| form.text(&format!("{name}-{at}")).to_owned();
    TestView {
        measure: text("measure"),
        amount: text("amount"),
        per: text("per"),
        over: text("over"),
        of: text("of"),
        checked_by: text("checked-by"),
    }
}

fn class(form: Form<'_>, at: usize) -> ClassView {
    let text = |name: &str| form.text(&format!("{name}-{at}")).to_owned();
    ClassView {
        name: text("name"),
        test: text("test"),
        invests: text("tie") == "invests",
        several_shares: text("holding") == "several",
        least: text("least"),
        most: text("most"),
        votes: text("votes"),
        over_half: text("over-half") == "yes",
        first: form.all(&format!("first-{at}")).map(str::to_owned).collect(),
    }
}

/// Reads an address whose fields' names begin with `prefix`.
pub(crate) fn address(form: Form<'_>, prefix: &str) -> AddressView {
    let text = |name: &str| form.text(&format!("{prefix}{name}")).to_owned();
    AddressView {
        lines: text("lines"),
        town: text("town"),
        postcode: text("postcode"),
        country: text("country"),
    }
}

fn base(slug: &str) -> &'static str {
    match slug {
        "members-present" => "members-present",
        "all-members" => "all-members",
        "all-other-members" => "all-other-members",
        _ => "votes-cast",
    }
}

/// Returns the answer in the shape of answers files; none when nothing was answered.
///
/// # Errors
/// When what was typed is no number where one is needed, or own words are chosen and missing.
pub(crate) fn value(input: &InputView) -> Result<Option<Json>, Unfit> {
    Ok(match input {
        InputView::Options { several: true, options, .. } => Some(in_order(options)),
        InputView::Options { options, own, own_chosen, own_is_other, .. } => match own {
            Some(own) if *own_chosen => Some(own_value(own, *own_is_other)?),
            _ => options.iter().find(|option| option.chosen).map(|option| option.value.clone()),
        },
        InputView::YesNo { chosen } => chosen.map(|yes| json!(yes)),
        InputView::Text { value, .. } => {
            Some(value.trim()).filter(|text| !text.is_empty()).map(|text| json!(text))
        }
        InputView::Lines { value, .. } => {
            let lines = lines(value);
            (!lines.is_empty()).then(|| json!(lines))
        }
        InputView::Number { value, before, after } => number(value, before, after)?,
        InputView::Quorum { share, at_least, at_most } => {
            let share = decimal("share", share)?.map(|share| json!(share / 100.0));
            fields([
                ("share", share),
                ("at-least", count("at-least", at_least)?),
                ("at-most", count("at-most", at_most)?),
            ])
        }
        InputView::Majority { share, of } => majority(share, of)?,
        InputView::Range { at_least, at_most } => {
            fields([("at-least", count("at-least", at_least)?), ("at-most", count("at-most", at_most)?)])
        }
        InputView::Address(address) => address_value(address),
        InputView::YearDay { day, month } => {
            fields([("day", count("day", day)?), ("month", count("month", month)?)])
        }
        InputView::Tests(tests) => {
            let tests = tests.iter().map(test_value).collect::<Result<Vec<_>, _>>()?;
            let tests: Vec<Json> = tests.into_iter().flatten().collect();
            (!tests.is_empty()).then(|| json!(tests))
        }
        InputView::Seats(seats) => {
            let seats = seats.iter().map(seat_value).collect::<Result<Vec<_>, _>>()?;
            let seats: Vec<Json> = seats.into_iter().flatten().collect();
            (!seats.is_empty()).then(|| json!(seats))
        }
        InputView::Classes { classes, shares, .. } => {
            let classes = filled(classes)
                .enumerate()
                .map(|(index, class)| class_value(index + 1, class, *shares))
                .collect::<Result<Vec<_>, _>>()?;
            (!classes.is_empty()).then(|| json!(classes))
        }
    })
}

/// Rows in which somebody has written: one without a name and a test is none.
pub(crate) fn filled(classes: &[ClassView]) -> impl Iterator<Item = &ClassView> {
    classes.iter().filter(|class| !class.name.trim().is_empty() || !class.test.trim().is_empty())
}

fn class_value(at: usize, class: &ClassView, shares: bool) -> Result<Json, Unfit> {
    let least = count(format!("least-{at}"), &class.least)?;
    // One number of seats alone is both the least and the most.
    let most = count(format!("most-{at}"), &class.most)?.or_else(|| least.clone());
    let votes = decimal(format!("votes-{at}"), &class.votes)?.map(|percent| json!(percent / 100.0));
    let yes = |flag: bool| flag.then(|| json!(true));
    let first = (!class.first.is_empty()).then(|| json!(class.first));
    let fields = fields([
        ("name", Some(json!(class.name.trim()))),
        ("test", Some(json!(class.test.trim()))),
        ("investors", yes(class.invests)),
        ("several-shares", yes(shares && class.several_shares)),
        (
            "seats",
            Some(json!({ "at-least": least.unwrap_or(json!(0)), "at-most": most.unwrap_or(json!(0)) })),
        ),
        ("votes", votes),
        ("over-half", yes(class.over_half)),
        ("first-members", first),
    ]);
    Ok(fields.unwrap_or(Json::Null))
}

fn in_order(options: &[OptionView]) -> Json {
    let mut chosen: Vec<&OptionView> = options.iter().filter(|option| option.chosen).collect();
    chosen.sort_by_key(|option| option.place);
    chosen.into_iter().map(|option| option.value.clone()).collect()
}

fn own_value(own: &InputView, is_other: bool) -> Result<Json, Unfit> {
    let value = value(own)?.ok_or_else(|| Unfit {
        field: first_field(own).into(),
        sentence: "Your own answer is empty.".to_owned(),
        what_to_do: "Write it in, or choose one of the answers above it.",
    })?;
    Ok(if is_other { json!({ "other": value }) } else { value })
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Fields that were filled in; none when none was.
fn fields<const N: usize>(fields: [(&str, Option<Json>); N]) -> Option<Json> {
    let fields: Map<String, Json> =
        fields.into_iter().filter_map(|(name, json)| Some((name.to_owned(), json?))).collect();
    (!fields.is_empty()).then_some(Json::Object(fields))
}

fn number(text: &str, before: &str, after: &str) -> Result<Option<Json>, Unfit> {
    if after == "%" {
        return Ok(decimal("number", text)?.map(|percent| json!(percent / 100.0)));
    }
    if before.is_empty() {
        count("number", text)
    } else {
        Ok(decimal("number", text)?.map(|amount| json!(amount)))
    }
}

/// A number as people write it: "1,200", "£10", "33.3 %".
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ',' | '\u{a3}' | '%') && !c.is_whitespace()).collect()
}

fn count(field: impl Into<Cow<'static, str>>, text: &str) -> Result<Option<Json>, Unfit> {
    let bare = bare(text);
    if bare.is_empty() {
        return Ok(None);
    }
    let number: u32 = bare.parse().map_err(|_| Unfit {
        field: field.into(),
        sentence: format!("\u{201c}{}\u{201d} is not a whole number.", text.trim()),
        what_to_do: "Write it in digits, such as 12.",
    })?;
    Ok(Some(json!(number)))
}

fn decimal(field: impl Into<Cow<'static, str>>, text: &str) -> Result<Option<f64>, Unfit> {
    let bare = bare(text);
    if bare.is_empty() {
        return Ok(None);
    }
    let number = bare.parse::<f64>().ok().filter(|number| number.is_finite());
    number.map(Some).ok_or_else(|| Unfit {
        field: field.into(),
        sentence: format!("\u{201c}{}\u{201d} is not a number.", text.trim()),
        what_to_do: "Write it in digits, such as 12 or 12.50.",
    })
}

fn majority(share: &str, of: &str) -> Result<Option<Json>, Unfit> {
    let share = match share {
        word @ ("more-than-half" | "two-thirds" | "all-but-one" | "all") => Some(json!(word)),
        percent => decimal("percent", percent)?.map(|percent| json!(percent / 100.0)),
    };
    Ok(share.map(|share| json!({ "share": share, "of": of })))
}

fn address_value(address: &AddressView) -> Option<Json> {
    let lines = lines(&address.lines);
    let [town, postcode, country] =
        [&address.town, &address.postcode, &address.country].map(|part| part.trim());
    // A country alone is what the form offers first: it is no address.
    let empty = lines.is_empty() && town.is_empty() && postcode.is_empty();
    (!empty).then(|| json!({ "lines": lines, "town": town, "postcode": postcode, "country": country }))
}

fn test_value(test: &TestView) -> Result<Option<Json>, Unfit> {
    if test.measure.is_empty() {
        return Ok(None);
    }
    let words = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(|text| json!(text));
    Ok(fields([
        ("measure", words(&test.measure)),
        ("amount", count("amount-1", &test.amount)?),
        ("per", words(&test.per)),
        ("over", count("over-1", &test.over)?),
        ("of", words(&test.of)),
        ("checked-by", words(&test.checked_by)),
    ]))
}

fn seat_value((group, seats): &(String, String)) -> Result<Option<Json>, Unfit> {
    let group = group.trim();
    if group.is_empty() {
        return Ok(None);
    }
    Ok(fields([("group", Some(json!(group))), ("seats", count("seats-1", seats)?)]))
}
