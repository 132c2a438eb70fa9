//! Writes an answer as JSON: what [`super::read`] reads back as the same answer.

use serde_json::{Map, Value as Json, json};

use super::{Address, Base, Class, Holding, Majority, Quorum, Share, Test, Tie, Value};

/// Returns `value` in the shape answers files and the store use.
pub fn write(value: &Value) -> Json {
    match value {
        Value::Choice(slug) => json!(slug),
        Value::Other(words) => json!({ "other": words }),
        Value::Choices(items) | Value::Lines(items) | Value::Codes(items) => json!(items),
        Value::YesNo(flag) => json!(flag),
        Value::Text(text) => json!(text),
        Value::Count(number) => json!(number),
        Value::Money(pence) if pence % 100 == 0 => json!(pence / 100),
        Value::Money(pence) => json!(*pence as f64 / 100.0),
        Value::Percent(share) => share_json(*share),
        Value::Quorum(quorum) => quorum_json(quorum),
        Value::Majority(majority) => majority_json(majority),
        Value::Range(range) => {
            let mut fields = Map::from_iter([("at-least".to_owned(), json!(range.at_least))]);
            put(&mut fields, "at-most", range.at_most.map(|n| json!(n)));
            Json::Object(fields)
        }
        Value::Address(address) => write_address(address),
        Value::YearDay(date) => json!({ "day": date.day, "month": date.month }),
        Value::Tests(tests) => tests.iter().map(test_json).collect(),
        Value::Seats(seats) => {
            seats.iter().map(|seat| json!({ "group": seat.group, "seats": seat.seats })).collect()
        }
        Value::Classes(classes) => classes.list().iter().map(class_json).collect(),
    }
}

fn class_json(class: &Class) -> Json {
    let mut seats = Map::from_iter([("at-least".to_owned(), json!(class.seats.at_least))]);
    put(&mut seats, "at-most", class.seats.at_most.map(|n| json!(n)));
    let mut fields = Map::from_iter([
        ("name".to_owned(), json!(class.name)),
        ("test".to_owned(), json!(class.test)),
        ("seats".to_owned(), Json::Object(seats)),
    ]);
    put(&mut fields, "investors", (class.tie == Tie::Invests).then(|| json!(true)));
    put(&mut fields, "several-shares", (class.holding == Holding::SeveralShares).then(|| json!(true)));
    put(&mut fields, "votes", class.votes.map(share_json));
    put(&mut fields, "over-half", class.over_half.then(|| json!(true)));
    let first = (!class.first_members.is_empty()).then(|| json!(class.first_members));
    put(&mut fields, "first-members", first);
    Json::Object(fields)
}

pub(crate) fn write_address(address: &Address) -> Json {
    json!({
        "lines": address.lines,
        "town": address.town,
        "postcode": address.postcode,
        "country": address.country,
    })
}

fn share_json(share: u32) -> Json {
    json!(f64::from(share) / 10_000.0)
}

fn quorum_json(quorum: &Quorum) -> Json {
    let mut fields = Map::new();
    put(&mut fields, "share", quorum.share.map(share_json));
    put(&mut fields, "at-least", quorum.at_least.map(|n| json!(n)));
    put(&mut fields, "at-most", quorum.at_most.map(|n| json!(n)));
    Json::Object(fields)
}

fn majority_json(majority: &Majority) -> Json {
    let share = match majority.share {
        Share::MoreThanHalf => json!("more-than-half"),
        Share::TwoThirds => json!("two-thirds"),
        Share::All => json!("all"),
        Share::AllButOne => json!("all-but-one"),
        Share::AtLeast(share) => share_json(share),
    };
    let of = match majority.of {
        Base::VotesCast => "votes-cast",
        Base::MembersPresent => "members-present",
        Base::AllMembers => "all-members",
        Base::AllOtherMembers => "all-other-members",
    };
    json!({ "share": share, "of": of })
}

fn test_json(test: &Test) -> Json {
    let mut fields = Map::from_iter([("measure".to_owned(), json!(test.measure))]);
    put(&mut fields, "amount", test.amount.map(|n| json!(n)));
    put(&mut fields, "per", test.per.as_ref().map(|s| json!(s)));
    put(&mut fields, "over", test.over.map(|n| json!(n)));
    put(&mut fields, "of", test.of.as_ref().map(|s| json!(s)));
    put(&mut fields, "checked-by", test.checked_by.as_ref().map(|s| json!(s)));
    Json::Object(fields)
}

fn put(fields: &mut Map<String, Json>, name: &str, value: Option<Json>) {
    if let Some(value) = value {
        fields.insert(name.to_owned(), value);
    }
}
