//! A text promises a kind of tenancy that a fully mutual housing co-op cannot grant.

use super::own_words::holding;
use super::{Case, Check, Found, Severity};
use crate::legal::CoopType;

pub(super) const CHECK: Check = Check {
    id: "tenancy-against-mutuality",
    severity: Severity::Warning,
    law: "Housing Act 1988, sch.1 para.12; Housing Act 1985, ss.5 and 80; practice: the co-op's own agreement protects its \
          tenants",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const KINDS: [&str; 7] = [
        "assured tenancy",
        "assured tenancies",
        "assured shorthold",
        "secure tenancy",
        "secure tenancies",
        "right to buy",
        "regulated tenancy",
    ];
    if case.formation.coop_type != CoopType::Housing {
        return Vec::new();
    }
    holding(case, &KINDS)
        .map(|(own, kind)| {
            Found::new(
                own.about,
                format!(
                    "This speaks of \u{201c}{kind}\u{201d}. A fully mutual co-op mostly cannot grant that, whatever it \
                     writes."
                ),
                "Say in your own words what a tenant can rely on, and have an adviser check the agreement.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, HOUSING};
    use super::*;

    #[test]
    fn tenancies_are_those_of_a_fully_mutual_co_op() {
        let said = "Each of us has an assured tenancy.";
        CHECK.passes(HOUSING, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("purpose", said));
        CHECK.fails(HOUSING, "decision:purpose", |formation| formation.say("purpose", said));
        CHECK.fails_in_rules(HOUSING, said);
        CHECK.fails_in_an_answer(HOUSING, said);
    }
}
