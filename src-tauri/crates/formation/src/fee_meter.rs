//! The registrar's fee for a society that follows a sponsoring body's model, and which of its rules count.
//!
//! The fee falls only where the model is on the registrar's list and the sponsoring body signs the application (FCA
//! Handbook, FEES App 1 Annex 4). Nothing here can know that: whoever shows the meter must say it. The app's own models
//! are no sponsoring body's, so there is no meter for them.

use crate::answers_file::BUILT_IN_MODEL;
use crate::checks::Case;
use crate::edit::{Amendment, amendments, fee_of, one_fewer_saves};
use crate::law::Fee;

/// What a society pays that follows a sponsoring body's model.
#[derive(Debug, Clone, PartialEq)]
pub struct FeeMeter<'a> {
    /// The fee that so many amendments lead to.
    pub fee: &'a Fee,
    /// The fee where the model does not count as a sponsoring body's after all.
    pub otherwise: &'a Fee,
    /// The rules that count, in their order.
    pub counted: Vec<Amendment>,
    /// How many pence less it is when one rule fewer counts; none when that changes nothing.
    pub one_fewer_saves: Option<i64>,
}

impl<'a> FeeMeter<'a> {
    /// Returns the meter; none for a form that is no society, and for the app's own models.
    pub fn of(case: &Case<'a>) -> Option<Self> {
        let form = case.formation.form;
        if !form.is_society() || case.model.id == BUILT_IN_MODEL {
            return None;
        }
        let counted = amendments(&case.formation.edits, case.constitution);
        let fees = case.law.fees(form, case.today);
        Some(Self {
            fee: fee_of(case.law, form, case.today, counted.len())?,
            otherwise: fees.into_iter().find(|fee| fee.is_usual())?,
            one_fewer_saves: one_fewer_saves(case.law, form, case.today, counted.len()),
            counted,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{SOCIETY, library_texts, with_case};
    use crate::library::{Library, SourceFile};
    use crate::{Answers, Constitution};

    /// The pounds of the fee and the rules that count, for an example as a sponsor's model with some rules changed.
    fn sponsored(change: impl Fn(&mut crate::Formation)) -> (i64, i64, Vec<String>, Option<i64>) {
        let texts = library_texts();
        let worker = texts.iter().find(|(path, _)| path == "models/worker.toml").unwrap().1.clone();
        let model = worker.replacen("\"toad-lane\"", "\"sponsored\"", 1);
        let own: Vec<SourceFile<'_>> = texts.iter().map(|(path, text)| SourceFile { path, text }).collect();
        let package = [
            SourceFile { path: "models/sponsored.toml", text: &model },
            SourceFile { path: "examples/none.toml", text: "" },
        ];
        let library = Library::read_with_package(&own, &package).unwrap();
        with_case(SOCIETY, change, |case| {
            let formation = crate::Formation { model: "sponsored".to_owned(), ..case.formation.clone() };
            let model = library.model("sponsored", formation.coop_type, formation.form).unwrap();
            let answers = Answers::of(&library, model, &formation);
            let constitution = Constitution::assemble(&library, model, &formation, &answers);
            let case = Case {
                library: &library,
                model,
                formation: &formation,
                answers: &answers,
                constitution: &constitution,
                law: case.law,
                today: case.today,
            };
            let meter = FeeMeter::of(&case).unwrap();
            let counted = meter.counted.into_iter().map(|one| one.rule).collect();
            let saves = meter.one_fewer_saves.map(|pence| pence / 100);
            (meter.fee.pence / 100, meter.otherwise.pence / 100, counted, saves)
        })
    }

    #[test]
    fn a_sponsors_model_pays_by_its_amendments_and_our_own_never_does() {
        assert_eq!(sponsored(|_| {}), (40, 950, Vec::new(), None));
        // Answers are blanks and options; taking a rule out counts as none.
        let answered = sponsored(|formation| {
            formation.number("general-meeting-notice", 21);
            formation.take_rule_out("copies");
        });
        assert_eq!(answered, (40, 950, Vec::new(), None));
        let changed = sponsored(|formation| {
            formation.reword("quorum", "1. One.\n2. Two.", &[]);
        });
        assert_eq!(changed, (120, 950, vec!["quorum".to_owned()], Some(80)));
        let (fee, _, counted, saves) = sponsored(|formation| {
            formation.reword("quorum", "1. One.", &[]);
            for number in 0..6 {
                formation.add_rule(&format!("own-{number}"), "Dogs may come in.", "name");
            }
        });
        assert_eq!((fee, counted.len(), saves), (350, 7, Some(230)));
        with_case(SOCIETY, |_| {}, |case| assert_eq!(FeeMeter::of(case), None));
    }
}
