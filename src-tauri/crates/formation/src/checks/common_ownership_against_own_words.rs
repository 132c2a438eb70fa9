//! The members share nothing at the end, and a text of the group says they do.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "common-ownership-against-own-words",
    severity: Severity::Warning,
    law: "Practice: one matter, one answer; money left at closing",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const SHARING: [&str; 6] = [
        "shared among the members",
        "shared between the members",
        "divided among the members",
        "divided between the members",
        "distributed to the members",
        "belongs to the members",
    ];
    if !case.chose("dissolution", "common-ownership") {
        return Vec::new();
    }
    own_words(case)
        .into_iter()
        .filter(|own| {
            let text = own.text.to_lowercase();
            let ending = ["clos", "wind", "wound", "dissol", "end"].iter().any(|word| text.contains(word));
            ending && SHARING.iter().any(|phrase| text.contains(phrase))
        })
        .map(|own| {
            Found::new(
                own.about,
                "This says that members share what is left at the end. Under common ownership they do not.",
                "Take it out, or choose co-ownership.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn common_ownership_is_kept() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "We bake. If we close, what is left is shared among the members.");
        });
        let shared = "On closing, what is left is divided between the members.";
        CHECK.fails_in_rules(COMPANY, shared);
        CHECK.fails_in_an_answer(SOCIETY, shared);
    }
}
