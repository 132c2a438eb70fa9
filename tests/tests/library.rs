//! The library as a whole: every example packs, and any combination of answers makes a coherent constitution.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use desk::exchange::Coop;
use desk::{Assets, PackKind, Stop, WorkedOut, examples, pack};
use document::{Block, Span, lines};
use formation::answers_file;
use formation::checks::{Case, contradicted, flaws_of_every_rule};
use formation::decision::{
    self, Address, Base, Choice, Class, Classes, Decision, Holding, Kind, Majority, Quorum, Range, Seat,
    Share, Test, Tie, Value, YearDay, write,
};
use formation::legal::{CoopType, LegalForm, Nation};
use formation::{Answers, Constitution, Crosswalk, Formation, Rule};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::Union;
use serde_json::json;

const DAY: Date = date(2026, 11, 24);

thread_local! {
    static ASSETS: Assets = Assets::embedded().unwrap_or_else(|error| panic!("{error}"));
}

fn worked_out<T>(formation: Formation, work: impl FnOnce(&WorkedOut<'_>) -> T) -> T {
    ASSETS.with(|assets| work(&WorkedOut::new(assets, formation, DAY).unwrap()))
}

#[test]
fn every_example_makes_a_final_pack() {
    let examples = examples();
    assert!(examples.len() >= 4, "only {} examples", examples.len());
    for (name, text) in examples {
        let formation = ASSETS.with(|assets| {
            answers_file::read(&assets.library, text).unwrap_or_else(|error| panic!("{name}: {error}"))
        });
        worked_out(formation, |worked_out| {
            let blockers: Vec<_> = worked_out.blockers().collect();
            assert!(blockers.is_empty(), "{name}: {blockers:#?}");
            let pack = pack::make(worked_out, PackKind::Final, &Stop::default())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(pack.files.len() >= 11, "{name}: {} papers", pack.files.len());
            for file in &pack.files {
                assert!(file.bytes.starts_with(b"%PDF-1.7"), "{name}: {}", file.name);
            }
        });
    }
}

#[test]
fn every_form_of_every_model_has_a_pack_and_each_paper_says_what_it_is_for() {
    ASSETS.with(|assets| {
        for model in assets.library.models() {
            for form in &model.forms {
                let papers = assets.library.pack(*form);
                assert!(papers.len() >= 10, "{}: {} papers", form.slug(), papers.len());
                for slug in papers {
                    let paper = assets.library.paper(slug).unwrap();
                    assert!(
                        paper.next.is_some() || slug == "cover-sheet",
                        "{slug} says nothing of what to do"
                    );
                }
            }
        }
    });
}

#[test]
fn every_rule_of_the_library_is_used_by_a_model_and_every_question_by_a_text() {
    ASSETS.with(|assets| {
        let library = &assets.library;
        let used: BTreeSet<&str> = library
            .models()
            .iter()
            .flat_map(|model| &model.parts)
            .flat_map(|part| &part.clauses)
            .map(String::as_str)
            .collect();
        let unused: Vec<&str> = library
            .clauses()
            .map(|clause| clause.name.as_str())
            .filter(|slug| !used.contains(slug))
            .collect();
        assert!(unused.is_empty(), "rules in no model: {unused:?}");
    });
}

/// The slots that the catalogue gives a worker co-op: always, and under a condition.
const ALWAYS: &str = "A1 A2 A3 A4 A5 A6 A7 A8 B1 B4 B5 B6 B7 B8 B9 B11 B12 B13 B14 B15 B16 B17 B18 B19 CL \
D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D16 D18 E1 E4 E5 E9 E10 E11 E12 E13 E14 E15 E16 E17 E18 \
F2 F3 F4 F5 F7 F8 F9 F10 F11 F12 F13 F14 G1 G2 G3 H1 H2 H3 H4 H5 I1 I2 I3 I4 I6 I7 I8 I9";
const CONDITIONAL: &str = "B2 B10 C1 C2 C3 C4 C5 C6 C7 C8 C9 C12 C13 CG D15 D17 E2 E3 E6 E7 E8 F1 F6 I5";

#[test]
fn the_worker_model_has_every_slot_of_the_catalogue() {
    ASSETS.with(|assets| {
        let model = assets
            .library
            .model(answers_file::BUILT_IN_MODEL, CoopType::Worker, LegalForm::GuaranteeCompany)
            .unwrap();
        let slots: BTreeSet<String> = model
            .parts
            .iter()
            .flat_map(|part| &part.clauses)
            .map(|slug| assets.library.clause(slug).unwrap().slot.clone())
            .collect();
        let wanted: Vec<&str> = ALWAYS.split_whitespace().chain(CONDITIONAL.split_whitespace()).collect();
        assert_eq!(wanted.len(), 82 + 24);
        let missing: Vec<&&str> = wanted.iter().filter(|slot| !slots.contains(**slot)).collect();
        assert!(missing.is_empty(), "no rule for {missing:?}");
    });
}

/// Any answer a decision takes, most often one of its choices.
fn any_value(decision: &Decision) -> BoxedStrategy<Option<Value>> {
    let own = any_own(decision);
    let choices: Vec<Value> = decision.choices.iter().map(|choice: &Choice| choice.value.clone()).collect();
    let usual = Just(None);
    match (choices.is_empty(), own) {
        (true, Some(own)) => prop_oneof![1 => usual, 3 => own.prop_map(Some)].boxed(),
        (false, None) => prop_oneof![1 => usual, 4 => select(choices).prop_map(Some)].boxed(),
        (false, Some(own)) => {
            prop_oneof![2 => usual, 6 => select(choices).prop_map(Some), 1 => own.prop_map(Some)].boxed()
        }
        (true, None) => usual.boxed(),
    }
}

fn any_own(decision: &Decision) -> Option<BoxedStrategy<Value>> {
    let words = "[A-Z][a-z]{2,9}( [a-zé*_#|<]{1,9}){0,6}";
    Some(match &decision.kind {
        Kind::Choice if decision.other => words.prop_map(Value::Other).boxed(),
        Kind::Choice => return None,
        Kind::Choices => {
            let slugs: Vec<String> = decision
                .choices
                .iter()
                .filter_map(|choice| match &choice.value {
                    Value::Choice(slug) => Some(slug.clone()),
                    _ => None,
                })
                .collect();
            let all = slugs.len();
            subsequence(slugs, 0..=all).prop_map(Value::Choices).boxed()
        }
        Kind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        Kind::Text | Kind::Prose => words.prop_map(Value::Text).boxed(),
        Kind::Email => Just(Value::Text("post@example.org".to_owned())).boxed(),
        Kind::Lines => prop::collection::vec(words, 2..4).prop_map(Value::Lines).boxed(),
        Kind::Codes => Just(Value::Codes(vec!["10710".to_owned()])).boxed(),
        Kind::Count { min, max, .. } => (*min..=(*max).min(min + 60)).prop_map(Value::Count).boxed(),
        Kind::Money { min, max } => ((*min).max(1)..=(*max).min(20_000_000)).prop_map(Value::Money).boxed(),
        Kind::Percent => (1..=10_000u32).prop_map(Value::Percent).boxed(),
        Kind::Quorum => (0..=10_000u32, 1..6u32, prop::option::of(6..40u32))
            .prop_map(|(share, least, at_most)| {
                let share = Some(share).filter(|share| *share > 0);
                Value::Quorum(Quorum { share, at_least: Some(least), at_most })
            })
            .boxed(),
        Kind::Majority => any_majority(),
        Kind::Range => (1..5u32, 0..6u32)
            .prop_map(|(least, more)| Value::Range(Range { at_least: least, at_most: Some(least + more) }))
            .boxed(),
        Kind::Address => Just(Value::Address(Address {
            lines: vec!["1 High Street".to_owned()],
            town: "Halifax".to_owned(),
            postcode: "HX1 1AA".to_owned(),
            country: "England".to_owned(),
        }))
        .boxed(),
        Kind::YearDay => Just(Value::YearDay(YearDay { day: 31, month: 3 })).boxed(),
        Kind::Tests => prop::collection::vec(any_test(), 1..4).prop_map(Value::Tests).boxed(),
        Kind::Seats => prop::collection::vec((words, 1..3u32), 1..4)
            .prop_map(|seats| {
                Value::Seats(seats.into_iter().map(|(group, seats)| Seat { group, seats }).collect())
            })
            .boxed(),
        Kind::Classes => any_classes(),
    })
}

fn any_classes() -> BoxedStrategy<Value> {
    let class =
        ("[A-Z][a-z]{2,9}", "[a-z]{2,9}( [a-zé*_#|<]{1,9}){0,6}", any::<(bool, bool)>(), 0..3u32, 0..3u32);
    (prop::collection::vec(class, 2..5), any::<bool>())
        .prop_map(|(classes, weighted)| {
            let part = 10_000 / u32::try_from(classes.len()).unwrap();
            let mut rest = 10_000;
            let last = classes.len() - 1;
            let class = |(at, (name, test, (invests, several), least, more))| {
                let votes = if at == last { rest } else { part };
                rest -= votes;
                Class {
                    name: format!("{name}{at}"),
                    test,
                    tie: if invests && at > 0 { Tie::Invests } else { Tie::Uses },
                    holding: if several { Holding::SeveralShares } else { Holding::OneShare },
                    seats: Range { at_least: least, at_most: Some(least + more) },
                    votes: weighted.then_some(votes),
                    over_half: false,
                    first_members: Vec::new(),
                }
            };
            let classes = classes.into_iter().enumerate().map(class).collect();
            Value::Classes(Classes::new(classes).unwrap())
        })
        .boxed()
}

fn any_majority() -> BoxedStrategy<Value> {
    let share = prop_oneof![
        Just(Share::MoreThanHalf),
        Just(Share::TwoThirds),
        (5_100..=10_000u32).prop_map(Share::AtLeast),
        Just(Share::AllButOne),
        Just(Share::All)
    ];
    let of = select(vec![Base::VotesCast, Base::MembersPresent, Base::AllMembers, Base::AllOtherMembers]);
    (share, of).prop_map(|(share, of)| Value::Majority(Majority { share, of })).boxed()
}

fn any_test() -> impl Strategy<Value = Test> {
    let measures = [
        "hours",
        "unpaid-hours",
        "spend",
        "uses",
        "registration",
        "need",
        "training",
        "affiliation",
        "policy",
        "other",
    ];
    let word = |words: &'static [&'static str]| prop::option::of(select(words).prop_map(str::to_owned));
    (
        select(measures.to_vec()),
        prop::option::of(1..40u32),
        word(&["week", "month", "year"]),
        prop::option::of(1..24u32),
        prop::option::of("[A-Z][a-z ]{3,20}[a-z]"),
        word(&["board", "members", "secretary"]),
    )
        .prop_map(|(measure, amount, per, over, of, checked_by)| Test {
            measure: measure.to_owned(),
            amount,
            per,
            over,
            of,
            checked_by,
        })
}

/// A formation of any form that is among `forms`, with any answers. The strategies are made once: that takes longer
/// than to draw from them.
fn any_formation(forms: impl Fn(LegalForm) -> bool) -> impl Strategy<Value = Formation> {
    ASSETS.with(|assets| {
        let models = assets.library.models().iter();
        let pairs = models.flat_map(|model| {
            let forms = model.forms.iter().filter(|form| forms(**form));
            forms.flat_map(|form| model.types.iter().map(|one| (*one, *form)))
        });
        Union::new(pairs.map(|(coop_type, form)| any_answers(assets, coop_type, form)))
    })
}

fn any_answers(assets: &Assets, coop_type: CoopType, form: LegalForm) -> BoxedStrategy<Formation> {
    let model = assets.library.model(answers_file::BUILT_IN_MODEL, coop_type, form).unwrap();
    let decisions = assets.library.decisions_of(model);
    let values: Vec<BoxedStrategy<(String, Option<Value>)>> = decisions
        .map(|decision| {
            let slug = decision.slug.clone();
            any_value(decision).prop_map(move |value| (slug.clone(), value)).boxed()
        })
        .collect();
    (select(Nation::ALL), values)
        .prop_map(move |(nation, values)| {
            let mut formation = Formation::new(coop_type, form, nation, answers_file::BUILT_IN_MODEL);
            for (slug, value) in values {
                if let Some(value) = value {
                    formation.agree(slug, value);
                }
            }
            formation
        })
        .boxed()
}

// 20,000 formations in all. There are two tests so that two cores share them.
proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_combination_of_answers_makes_a_coherent_society(
        formation in any_formation(LegalForm::is_society)
    ) {
        coherent(&formation)?;
    }

    #[test]
    fn any_combination_of_answers_makes_a_coherent_company_partnership_or_association(
        formation in any_formation(|form| !form.is_society())
    ) {
        coherent(&formation)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_combination_of_answers_comes_back_from_a_file_as_it_was(formation in any_formation(|_| true)) {
        comes_back(&formation)?;
    }
}

fn comes_back(formation: &Formation) -> Result<(), TestCaseError> {
    let mut fields = BTreeMap::from([
        ("type".to_owned(), json!(formation.coop_type.slug())),
        ("form".to_owned(), json!(formation.form.slug())),
        ("nation".to_owned(), json!(formation.nation.slug())),
        ("model".to_owned(), json!(formation.model)),
    ]);
    for (slug, taken) in &formation.decisions {
        let value = taken.value.as_ref().map(write);
        let field = json!({ "value": value, "status": taken.status.slug(), "reason": taken.reason });
        fields.insert(format!("decision/{slug}"), field);
    }
    let bytes = Coop::text(&fields).write();
    let read = Coop::read(&bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&read.write(), &bytes);
    prop_assert_eq!(read.fields(), &fields);
    ASSETS.with(|assets| {
        for (slug, taken) in &formation.decisions {
            let question = assets.library.decision(slug).unwrap();
            // One choice alone, drawn for a question that takes a list of them: nobody can give that answer.
            if matches!((&question.kind, &taken.value), (Kind::Choices, Some(Value::Choice(_)))) {
                continue;
            }
            let value = &read.fields()[&format!("decision/{slug}")]["value"];
            let back = decision::read(&question.kind, &question.choices, question.other, value).ok();
            prop_assert_eq!(back.as_ref(), taken.value.as_ref(), "{}", slug);
        }
        Ok(())
    })
}

fn coherent(formation: &Formation) -> Result<(), TestCaseError> {
    ASSETS.with(|assets| {
        let library = &assets.library;
        let model = library.model(&formation.model, formation.coop_type, formation.form).unwrap();
        let answers = Answers::of(library, model, formation);
        let constitution = Constitution::assemble(library, model, formation, &answers);
        prop_assert!(constitution.problems.is_empty(), "{:#?}", constitution.problems);
        for (index, rule) in constitution.rules().enumerate() {
            prop_assert_eq!(rule.number, index + 1);
            prop_assert!(!rule.heading.is_empty(), "{} has no heading", rule.slug);
            for block in &rule.blocks {
                sound(&rule.slug, block)?;
            }
        }
        for rule in constitution.rules() {
            no_two_numbers(rule)?;
        }
        if formation.form == LegalForm::CommunityInterestCompany {
            for words in ["membership", "votes-of-members", "votes-of-directors", "asset-lock"] {
                let prescribed = format!("prescribed-{words}");
                prop_assert!(constitution.rules().any(|rule| rule.clause == prescribed), "no {prescribed}");
            }
        }
        let flaws = flaws_of_every_rule(&Case {
            library,
            model,
            formation,
            answers: &answers,
            constitution: &constitution,
            law: &assets.law,
            today: date(2026, 11, 24),
        });
        prop_assert!(flaws.is_empty(), "{flaws:#?}");
        let crosswalk = Crosswalk::of(library, &formation.edits, &constitution);
        if formation.form.is_society() {
            let missing: Vec<_> = crosswalk.matters.iter().filter(|(_, rules)| rules.is_empty()).collect();
            prop_assert!(missing.is_empty(), "section 14: {missing:?}");
        } else if formation.coop_type != CoopType::CommunityBenefit {
            // What works for a community alone does not call itself a co-operative.
            let missing: Vec<_> = crosswalk.criteria.iter().filter(|(_, rules)| rules.is_empty()).collect();
            prop_assert!(missing.is_empty(), "criteria: {missing:?}");
        }
        Ok(())
    })
}

/// What a rule says in plain words names no other number than the rule.
fn no_two_numbers(rule: &Rule) -> Result<(), TestCaseError> {
    let Some(plain) = &rule.plain else { return Ok(()) };
    let apart = contradicted(&plain.plain(), &lines(&rule.blocks));
    prop_assert!(apart.is_none(), "{}: in plain words, and in the rule: {apart:?}", rule.slug);
    Ok(())
}

/// A block that says something, has no empty list, and no stop or comma gone astray.
fn sound(rule: &str, block: &Block) -> Result<(), TestCaseError> {
    let mut result = Ok(());
    block.visit(&mut |block| {
        if result.is_ok() {
            result = sound_alone(rule, block);
        }
    });
    result
}

fn sound_alone(rule: &str, block: &Block) -> Result<(), TestCaseError> {
    match block {
        Block::Items(items) => {
            prop_assert!(!items.is_empty(), "{rule}: a list without items");
            for item in items {
                prop_assert!(!item.blocks.is_empty(), "{rule}: an item without words");
            }
        }
        Block::Bullets(bullets) => prop_assert!(!bullets.is_empty(), "{rule}: a list without items"),
        Block::Table(table) => prop_assert!(!table.rows.is_empty(), "{rule}: a table without rows"),
        _ => {}
    }
    for text in block.texts() {
        let ours: String = text
            .0
            .iter()
            .map(|span| match span {
                Span::Value(_) | Span::Open(_) => "X".to_owned(),
                Span::Words(words) => words.clone(),
                Span::Reference { words, .. } => words.clone(),
                Span::Strong(text) | Span::Emphasis(text) => text.plain(),
                _ => String::new(),
            })
            .collect();
        for astray in
            ["  ", " .", " ,", "..", ",,", ",.", ".1. ", "{{", "}}", "[[", "none", "undefined", " )", "( "]
        {
            prop_assert!(!ours.contains(astray), "{rule}: \u{201c}{astray}\u{201d} in: {ours}");
        }
    }
    Ok(())
}
