//! A company wants to buy shares back, which it may do only within limits.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "buy-back-needs-profits",
    severity: Severity::Advice,
    law: "Companies Act 2006, ss.690\u{2013}708",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("leaver-share", "buy-back") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("leaver-share"),
        "A company may buy a share back only out of profits or within a small yearly limit. \
         People who leave may have to wait.",
        "Tell members so when they join. For a share of \u{a3}1, nothing or the next member\u{2019}s \
         money is simpler.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{SHARES, SOCIETY};
    use super::*;

    #[test]
    fn buying_back_has_limits() {
        CHECK.passes(SHARES, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.choose("leaver-share", "buy-back"));
        CHECK.fails(SHARES, "decision:leaver-share", |formation| {
            formation.choose("leaver-share", "buy-back");
        });
    }
}
