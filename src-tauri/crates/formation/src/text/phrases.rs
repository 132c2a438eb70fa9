//! Numbers, shares and dates in words, as rules and screens say them.

use crate::decision::{Address, Base, Date, Majority, Quorum, Share, YearDay};

/// Returns pence as "£1", "£0.10", "£100,000".
pub fn money(pence: i64) -> String {
    let sign = if pence < 0 { "\u{2212}" } else { "" };
    let (pounds, rest) = (pence.unsigned_abs() / 100, pence.unsigned_abs() % 100);
    let pounds = grouped(pounds);
    if rest == 0 { format!("{sign}\u{a3}{pounds}") } else { format!("{sign}\u{a3}{pounds}.{rest:02}") }
}

/// Returns a number as "999", "4,647".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns hundredths of a percent as "20%", "12.5%".
pub(crate) fn percent(share: u32) -> String {
    if share.is_multiple_of(100) {
        format!("{}%", share / 100)
    } else {
        format!("{}%", f64::from(share) / 100.0)
    }
}

/// Returns "1 day", "14 days", "3 people".
pub(crate) fn count(number: u64, one: &str, many: Option<&str>) -> String {
    let number_words = grouped(number);
    match (number, many) {
        (1, _) => format!("{number_words}\u{a0}{one}"),
        (_, Some(many)) => format!("{number_words}\u{a0}{many}"),
        (_, None) => format!("{number_words}\u{a0}{}", plural(one)),
    }
}

fn plural(one: &str) -> String {
    match one.strip_suffix('y') {
        Some(stem) if stem.ends_with(|c: char| !"aeiou".contains(c)) => format!("{stem}ies"),
        _ if one.ends_with('s') || one.ends_with('x') => format!("{one}es"),
        _ => format!("{one}s"),
    }
}

/// Returns "at least half of the members (never fewer than 2)".
pub(crate) fn quorum(quorum: &Quorum, noun: &str) -> String {
    let people = |n: u32| count(u64::from(n), noun, None);
    let Some(share) = quorum.share else {
        return format!("at least {}", people(quorum.at_least.unwrap_or(1)));
    };
    let share = format!("at least {} of the {}", fraction(share), plural(noun));
    match (quorum.at_least, quorum.at_most) {
        (None, None) => share,
        (Some(least), None) => format!("{share} (never fewer than {least})"),
        (None, Some(most)) => format!("{share} (but {most} are always enough)"),
        (Some(least), Some(most)) => {
            format!("{share} (never fewer than {least}; {most} are always enough)")
        }
    }
}

/// Returns "at least three-quarters (75%) of the votes cast".
pub(crate) fn majority(majority: &Majority) -> String {
    let of = match majority.of {
        Base::VotesCast => "the votes cast",
        Base::MembersPresent => "the members present",
        Base::AllMembers => "all the members",
        Base::AllOtherMembers => "all the other members",
    };
    match majority.share {
        Share::MoreThanHalf => format!("more than half of {of}"),
        Share::TwoThirds => format!("at least two-thirds of {of}"),
        Share::AtLeast(share) => format!("at least {} of {of}", fraction_with_percent(share)),
        Share::AllButOne => match majority.of {
            Base::VotesCast => "all of the votes cast but one".to_owned(),
            _ => format!("{of} but one"),
        },
        Share::All => match majority.of {
            Base::VotesCast => "all of the votes cast".to_owned(),
            _ => of.to_owned(),
        },
    }
}

const FRACTIONS: [(u32, &str); 9] = [
    (1_000, "one-tenth"),
    (2_000, "one-fifth"),
    (2_500, "one-quarter"),
    (3_333, "one-third"),
    (5_000, "half"),
    (6_667, "two-thirds"),
    (7_500, "three-quarters"),
    (8_000, "four-fifths"),
    (9_000, "nine-tenths"),
];

fn named_fraction(share: u32) -> Option<&'static str> {
    FRACTIONS.iter().find(|(value, _)| value.abs_diff(share) <= 1).map(|(_, name)| *name)
}

fn fraction(share: u32) -> String {
    named_fraction(share).map_or_else(|| percent(share), str::to_owned)
}

fn fraction_with_percent(share: u32) -> String {
    match named_fraction(share) {
        // A third is not a whole percent; the words alone are exact.
        Some(name) if !share.is_multiple_of(100) => name.to_owned(),
        Some(name) => format!("{name} ({})", percent(share)),
        None => percent(share),
    }
}

const MONTHS: [&str; 12] = [
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

fn month(number: usize) -> &'static str {
    MONTHS.get(number.wrapping_sub(1)).copied().unwrap_or_default()
}

/// Returns "31 March".
pub(crate) fn year_day(day: &YearDay) -> String {
    format!("{}\u{a0}{}", day.day, month(usize::from(day.month)))
}

/// Returns "24 November 2026".
pub fn long_date(date: Date) -> String {
    format!("{}\u{a0}{} {}", date.day(), month(date.month().unsigned_abs().into()), date.year())
}

/// Returns "April 1990".
pub(crate) fn month_and_year(date: Date) -> String {
    format!("{} {}", month(date.month().unsigned_abs().into()), date.year())
}

/// Returns the parts of an address, none of them empty.
pub(crate) fn address_lines(address: &Address) -> Vec<String> {
    address.all_lines().into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts() {
        let cases =
            [(100, "£1"), (10, "£0.10"), (10_000_000, "£100,000"), (123_456, "£1,234.56"), (-500, "−£5")];
        for (pence, expected) in cases {
            assert_eq!(money(pence), expected);
        }
    }

    #[test]
    fn how_many_must_take_part() {
        let cases = [
            (Some(5_000), Some(2), None, "at least half of the members (never fewer than 2)"),
            (None, Some(3), None, "at least 3\u{a0}members"),
            (
                Some(2_500),
                Some(3),
                Some(30),
                "at least one-quarter of the members (never fewer than 3; 30 are always enough)",
            ),
            (Some(1_500), None, None, "at least 15% of the members"),
        ];
        for (share, at_least, at_most, expected) in cases {
            assert_eq!(quorum(&Quorum { share, at_least, at_most }, "member"), expected);
        }
    }

    #[test]
    fn how_many_must_agree() {
        let cases = [
            (Share::AtLeast(7_500), Base::VotesCast, "at least three-quarters (75%) of the votes cast"),
            (Share::MoreThanHalf, Base::AllMembers, "more than half of all the members"),
            (Share::TwoThirds, Base::MembersPresent, "at least two-thirds of the members present"),
            (Share::All, Base::AllMembers, "all the members"),
            (Share::AllButOne, Base::AllMembers, "all the members but one"),
            (Share::AtLeast(8_500), Base::VotesCast, "at least 85% of the votes cast"),
        ];
        for (share, of, expected) in cases {
            assert_eq!(majority(&Majority { share, of }), expected);
        }
    }

    #[test]
    fn plurals() {
        assert_eq!(count(1, "day", None), "1\u{a0}day");
        assert_eq!(count(14, "clear day", None), "14\u{a0}clear days");
        assert_eq!(count(3, "person", Some("people")), "3\u{a0}people");
        assert_eq!(count(2, "proxy", None), "2\u{a0}proxies");
        assert_eq!(count(1_200, "member", None), "1,200\u{a0}members");
    }
}
