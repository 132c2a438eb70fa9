//! Newer law than the app came with: read from files of the same kind, which nobody here has checked.
//!
//! Fees and limits hold from a day on. What the newer files say of one of them holds from the first day that they name;
//! before it, the app's own holds. So no figure that a check needs can go missing. Duties and words of names are lists: a
//! newer list stands in the place of the app's. In both, whatever the app's own data looked at later stays the app's, and
//! is named: so an old file cannot undo what a newer edition of the app knows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Deadline, Ending, Fee, Law, Limit, SensitiveWord};
use crate::decision::Date;
use crate::library::{LibraryError, LibraryFault, SourceFile};

/// The files that newer law may be in. Trade codes are no law.
pub const FILES: [&str; 5] = ["deadlines.toml", "fees.toml", "limits.toml", "names.toml", "postcodes.toml"];
/// The most bytes that they may have together.
pub const LARGEST: usize = 500_000;
/// The longest text that an entry may have: they are printed in papers.
const LONGEST: usize = 2_000;

/// The law's data with newer files.
#[derive(Debug, Clone, PartialEq)]
pub struct Newer {
    /// What holds.
    pub law: Law,
    /// What the newer files say and the app's own data looked at later: that stays.
    pub held_back: Vec<String>,
}

impl Law {
    /// Takes newer files into the app's own data, as on `today`.
    ///
    /// # Errors
    /// Every fault found, with file and line.
    pub fn with_newer(&self, files: &[SourceFile<'_>], today: Date) -> Result<Newer, LibraryError> {
        let misfits: Vec<LibraryFault> = misfits(files);
        if !misfits.is_empty() {
            return Err(LibraryError { faults: misfits });
        }
        let taken = Self::read(files)?;
        let mut faults = Faults { files, found: Vec::new() };
        self.look_over(&taken, today, &mut faults);
        if !faults.found.is_empty() {
            return Err(LibraryError { faults: faults.found });
        }
        let mut held_back = Vec::new();
        let mut law = Self { newer: taken.entries().iter().map(|entry| entry.checked).max(), ..self.clone() };
        law.limits = figures(&self.limits, taken.limits, &mut held_back);
        law.fees = figures(&self.fees, taken.fees, &mut held_back);
        law.deadlines = list(&self.deadlines, taken.deadlines, &mut held_back);
        law.endings = list(&self.endings, taken.endings, &mut held_back);
        law.sensitive = list(&self.sensitive, taken.sensitive, &mut held_back);
        match (&self.characters, taken.characters) {
            (Some(own), Some(newer)) if newer.checked < own.checked => {
                held_back.push("The characters that names may hold".to_owned());
            }
            (_, Some(newer)) => (law.characters, law.same_name) = (Some(newer), taken.same_name),
            (_, None) => {}
        }
        if taken.postcodes.checked.is_some() {
            if taken.postcodes.checked < self.postcodes.checked {
                held_back.push("Which nation a postcode is in".to_owned());
            } else {
                law.postcodes = taken.postcodes;
            }
        }
        Ok(Newer { law, held_back })
    }

    /// Looks for what could be read and cannot be meant.
    fn look_over(&self, taken: &Self, today: Date, faults: &mut Faults<'_, '_>) {
        for entry in taken.entries() {
            let words = [&entry.title, &entry.says, &entry.source];
            if words.iter().any(|words| words.chars().count() > LONGEST) {
                faults
                    .add(&entry.title, format!("\u{201c}{}\u{201d} has too many words", short(&entry.title)));
            }
            if entry.source.trim().is_empty() {
                faults.add(&entry.title, format!("\u{201c}{}\u{201d} has no source", short(&entry.title)));
            }
            if entry.checked > today {
                let message = format!(
                    "\u{201c}{}\u{201d} was checked on {}, which is still to come",
                    short(&entry.title),
                    entry.checked
                );
                faults.add(&entry.title, message);
            }
        }
        for limit in &taken.limits {
            let own = self.limits.iter().find(|own| own.slug == limit.slug);
            if let Some(own) = own.filter(|own| own.unit != limit.unit) {
                let (slug, unit) = (&limit.slug, &own.unit);
                faults.add(slug, format!("\u{201c}{slug}\u{201d} counts in another unit here: {unit}"));
            }
            if !(0.0..=most(&limit.unit)).contains(&limit.value) {
                let (slug, value) = (&limit.slug, limit.value);
                faults.add(slug, format!("\u{201c}{slug}\u{201d} cannot be {value}"));
            }
        }
        for fee in taken.fees.iter().filter(|fee| !(0..=100_000_000).contains(&fee.pence)) {
            faults.add(&fee.what, format!("\u{201c}{}\u{201d} cannot cost that", short(&fee.what)));
        }
        for duty in &taken.deadlines {
            let counts = duty.count().into_iter().chain(duty.or_later);
            if counts.into_iter().any(|count| count.months > 600 || count.days > 5_000) {
                faults.add(
                    &duty.what,
                    format!("\u{201c}{}\u{201d} is due too late to count", short(&duty.what)),
                );
            }
        }
        overlaps(&taken.limits, faults);
        overlaps(&taken.fees, faults);
    }
}

/// Faults while they are collected.
struct Faults<'a, 'f> {
    files: &'a [SourceFile<'f>],
    found: Vec<LibraryFault>,
}

impl Faults<'_, '_> {
    /// Adds a fault on the line where `name` stands between quotation marks.
    fn add(&mut self, name: &str, message: String) {
        let quoted = format!("\"{name}\"");
        let file = self.files.iter().find(|file| file.text.contains(&quoted)).or(self.files.first());
        self.found.push(LibraryFault {
            file: file.map(|file| file.path.to_owned()).unwrap_or_default(),
            line: file.map_or(1, |file| file.line_of_name(name)),
            message,
        });
    }
}

/// What can be said before a file is read: names and sizes.
fn misfits(files: &[SourceFile<'_>]) -> Vec<LibraryFault> {
    let fault = |path: &str, message: String| LibraryFault { file: path.to_owned(), line: 1, message };
    let mut faults: Vec<LibraryFault> = files
        .iter()
        .filter(|file| !FILES.contains(&file.path))
        .map(|file| fault(file.path, format!("does not belong here; there are {}", FILES.join(", "))))
        .collect();
    if files.is_empty() {
        faults
            .push(fault("limits.toml", format!("there is no newer law here; it is in {}", FILES.join(", "))));
    }
    if files.iter().map(|file| file.text.len()).sum::<usize>() > LARGEST {
        faults.push(fault("limits.toml", format!("all of it is larger than {} kB", LARGEST / 1_000)));
    }
    faults
}

/// The most that a figure may be, by its unit: no day can be counted further.
fn most(unit: &str) -> f64 {
    match unit {
        "pound" => 1e9,
        "percent" | "percentage point" => 100.0,
        "year" => 200.0,
        "month" | "week" => 1_200.0,
        "day" | "working day" => 36_500.0,
        _ => 1e6,
    }
}

fn short(words: &str) -> String {
    words.chars().take(80).collect()
}

/// A value that may be held against another of the same name.
trait Dated: Clone {
    fn name(&self) -> String;
    fn title(&self) -> &str;
    fn checked(&self) -> Date;
}

/// A value that holds from a day on.
trait Timed: Dated {
    fn from(&self) -> Date;
    fn until(&self) -> Option<Date>;
    fn end_before(&mut self, day: Date);
}

macro_rules! dated {
    ($($of:ty: |$one:ident| $name:expr, $title:expr;)+) => {
        $(impl Dated for $of {
            fn name(&self) -> String { let $one = self; $name }
            fn title(&self) -> &str { let $one = self; $title }
            fn checked(&self) -> Date { self.checked }
        })+
    };
}

dated! {
    Limit: |one| one.slug.clone(), &one.what;
    Fee: |one| Fee::name(one), &one.what;
    Deadline: |one| Deadline::name(one), &one.what;
    Ending: |one| Ending::name(one), &one.words;
    SensitiveWord: |one| SensitiveWord::name(one), &one.word;
}

macro_rules! timed {
    ($($of:ty),+) => {
        $(impl Timed for $of {
            fn from(&self) -> Date { self.from }
            fn until(&self) -> Option<Date> { self.until }
            fn end_before(&mut self, day: Date) {
                let last = day.yesterday().unwrap_or(day);
                self.until = Some(self.until.map_or(last, |until| until.min(last)));
            }
        })+
    };
}

timed!(Limit, Fee);

/// What is said of one figure, in the order of its days.
fn by_name<T: Timed>(all: Vec<T>) -> BTreeMap<String, Vec<T>> {
    let mut groups: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for one in all {
        groups.entry(one.name()).or_default().push(one);
    }
    for group in groups.values_mut() {
        group.sort_by_key(Timed::from);
    }
    groups
}

/// Two values of one figure must not hold on one day, and none must be without a value in between.
fn overlaps<T: Timed>(all: &[T], faults: &mut Faults<'_, '_>) {
    for group in by_name(all.to_vec()).into_values() {
        for pair in group.windows(2) {
            let follows = pair[0].until().and_then(|until| until.tomorrow().ok());
            if follows != Some(pair[1].from()) {
                let message = format!(
                    "\u{201c}{}\u{201d} must end on the day before {}, when the next value begins",
                    short(pair[0].title()),
                    pair[1].from()
                );
                faults.add(pair[0].title(), message);
            }
        }
        if let Some(wrong) = group.iter().find(|one| one.until().is_some_and(|until| until < one.from())) {
            faults.add(
                wrong.title(),
                format!("\u{201c}{}\u{201d} ends before it begins", short(wrong.title())),
            );
        }
    }
}

/// The app's own figures, with what the newer files say from the first day that they name.
fn figures<T: Timed>(own: &[T], taken: Vec<T>, held_back: &mut Vec<String>) -> Vec<T> {
    let mut out = own.to_vec();
    for (name, group) in by_name(taken) {
        let looked_at = |all: &mut dyn Iterator<Item = Date>| all.max();
        let ours = looked_at(&mut own.iter().filter(|one| one.name() == name).map(Dated::checked));
        let theirs = looked_at(&mut group.iter().map(Dated::checked));
        let Some(first) = group.first() else { continue };
        if ours > theirs {
            held_back.push(first.title().to_owned());
            continue;
        }
        let from = first.from();
        out.retain(|one| one.name() != name || one.from() < from);
        for one in out.iter_mut().filter(|one| one.name() == name) {
            one.end_before(from);
        }
        let after = out.iter().rposition(|one| one.name() == name).map_or(out.len(), |at| at + 1);
        out.splice(after..after, group);
    }
    out
}

/// A newer list in the place of the app's own, but for what the app's own looked at later.
fn list<T: Dated>(own: &[T], taken: Vec<T>, held_back: &mut Vec<String>) -> Vec<T> {
    let Some(newest) = taken.iter().map(Dated::checked).max() else { return own.to_vec() };
    let mut out = Vec::new();
    for one in taken {
        match own.iter().find(|own| own.name() == one.name()) {
            Some(ours) if ours.checked() > one.checked() => {
                held_back.push(ours.title().to_owned());
                out.push(ours.clone());
            }
            _ => out.push(one),
        }
    }
    let named: BTreeSet<String> = out.iter().map(Dated::name).collect();
    out.extend(own.iter().filter(|one| one.checked() > newest && !named.contains(&one.name())).cloned());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::with_assets;
    use crate::legal::LegalForm;

    const TODAY: Date = jiff::civil::date(2027, 4, 6);

    fn limit(value: &str, from: &str, checked: &str) -> String {
        format!(
            "[[limit]]\nslug = \"name-characters\"\nvalue = {value}\nunit = \"character\"\nwhat = \"The longest name\"\n\
             law = \"An Act\"\nfrom = {from}\nsource = \"legislation.gov.uk\"\nchecked = {checked}\nconfidence = \"high\"\n"
        )
    }

    fn newer(text: &str) -> Result<Newer, Vec<String>> {
        with_assets(|_, law| {
            let files = [SourceFile { path: "limits.toml", text }];
            let said = |error: LibraryError| error.faults.iter().map(ToString::to_string).collect();
            law.with_newer(&files, TODAY).map_err(said)
        })
    }

    fn name_characters(law: &Law, day: Date) -> Option<f64> {
        law.limit("name-characters", day).map(|limit| limit.value)
    }

    #[test]
    fn a_newer_figure_holds_from_its_day_and_the_old_one_before() {
        let newer = newer(&limit("120", "2027-06-01", "2027-04-01")).unwrap();
        assert_eq!(newer.held_back, Vec::<String>::new());
        assert_eq!(name_characters(&newer.law, TODAY), Some(160.0));
        assert_eq!(name_characters(&newer.law, jiff::civil::date(2027, 5, 31)), Some(160.0));
        assert_eq!(name_characters(&newer.law, jiff::civil::date(2027, 6, 1)), Some(120.0));
        with_assets(|_, own| {
            let changes = own.changes_to(&newer.law);
            let said: Vec<(Option<String>, Option<String>)> = changes
                .into_iter()
                .map(|change| (change.was.map(|was| was.says), change.is.map(|is| is.says)))
                .collect();
            let own = "160 characters, from 31\u{a0}January 2015";
            assert_eq!(
                said,
                [
                    (Some(own.to_owned()), Some(format!("{own} to 31\u{a0}May 2027"))),
                    (None, Some("120 characters, from 1\u{a0}June 2027".to_owned())),
                ]
            );
        });
    }

    #[test]
    fn an_older_figure_is_held_back() {
        let older = newer(&limit("120", "2015-01-31", "2026-01-01")).unwrap();
        assert_eq!(older.held_back, ["The longest name"]);
        with_assets(|_, own| assert_eq!(own.changes_to(&older.law), []));
    }

    #[test]
    fn a_figure_that_was_looked_at_again_says_so() {
        let again = newer(&limit("160", "2015-01-31", "2027-04-01")).unwrap();
        with_assets(|_, own| {
            let changes = own.changes_to(&again.law);
            assert_eq!(changes.len(), 1, "{changes:#?}");
            assert!(changes[0].is_confirmed());
            let is = changes[0].is.clone().unwrap();
            assert_eq!(is.checked, jiff::civil::date(2027, 4, 1));
        });
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_line() {
        let other = limit("1", "2015-01-31", "2027-04-01").replace("character\"", "pound\"");
        let twice = limit("1", "2015-01-31", "2027-04-01") + &limit("2", "2016-01-31", "2027-04-01");
        let cases = [
            (
                limit("120", "2015-01-31", "2027-04-07"),
                "limits.toml:5: \u{201c}The longest name\u{201d} was checked on",
            ),
            (
                limit("-1", "2015-01-31", "2027-04-01"),
                "limits.toml:2: \u{201c}name-characters\u{201d} cannot be -1",
            ),
            (limit("inf", "2015-01-31", "2027-04-01"), "cannot be inf"),
            (other, "counts in another unit here: character"),
            (twice, "must end on the day before 2016-01-31"),
            (
                limit("120", "2015-01-31", "2027-04-01")
                    .replace("legislation.gov.uk", " ")
                    .replace("An Act", ""),
                "has no source",
            ),
            (limit("120", "\"now\"", "2027-04-01"), "limits.toml:7:"),
            (limit("120", "2015-01-31", "2027-04-01") + "run = \"rm\"\n", "unknown field"),
            ("x".repeat(LARGEST + 1), "larger than 500 kB"),
        ];
        for (text, wanted) in cases {
            let said = newer(&text).unwrap_err();
            assert!(said.iter().any(|line| line.contains(wanted)), "{wanted}: {said:#?}");
        }
        with_assets(|_, law| {
            for path in ["../limits.toml", "trade-codes.tsv", "clauses/a.md"] {
                let files = [SourceFile { path, text: "" }];
                assert!(
                    law.with_newer(&files, TODAY).unwrap_err().to_string().contains("does not belong"),
                    "{path}"
                );
            }
            assert!(law.with_newer(&[], TODAY).is_err());
        });
    }

    #[test]
    fn a_newer_list_stands_in_the_place_of_the_old_but_for_what_was_looked_at_later() {
        with_assets(|_, law| {
            let duty = law.deadlines(LegalForm::GuaranteeCompany).next().unwrap().clone();
            let forms: Vec<String> = duty.forms.iter().map(|form| format!("\"{}\"", form.slug())).collect();
            let text = |checked: &str| {
                format!(
                    "[[deadline]]\nforms = [{}]\nwhat = \"{}\"\ndue = \"soon\"\nwho = \"secretary\"\nlaw = \"An Act\"\n\
                     source = \"the Act\"\nchecked = {checked}\nconfidence = \"high\"\n",
                    forms.join(", "),
                    duty.what
                )
            };
            let with =
                |text: &str| law.with_newer(&[SourceFile { path: "deadlines.toml", text }], TODAY).unwrap();
            let newer = with(&text("2027-04-01"));
            assert_eq!(newer.law.deadlines(LegalForm::GuaranteeCompany).count(), 1);
            assert_eq!(newer.law.deadlines(LegalForm::GuaranteeCompany).next().unwrap().due, "soon");
            let older = with(&text("2020-04-01"));
            assert_eq!(older.held_back, std::slice::from_ref(&duty.what));
            assert_eq!(law.changes_to(&older.law), []);
        });
    }

    /// The app's own data keeps to what it asks of newer data.
    #[test]
    fn the_apps_own_data_could_be_taken_in_itself() {
        with_assets(|_, law| {
            let mut faults = Faults { files: &[], found: Vec::new() };
            law.look_over(law, TODAY, &mut faults);
            assert_eq!(faults.found, []);
            let keys: Vec<String> = law.entries().into_iter().map(|entry| entry.key).collect();
            let apart: BTreeSet<&String> = keys.iter().collect();
            assert_eq!(apart.len(), keys.len(), "two values go by one key");
            assert!(keys.len() > 200, "only {} values", keys.len());
        });
    }
}
