//! What the built-in rules say, for every model, form and nation with the usual answers: how long they are, how they
//! read, and that nothing the law or a reader needs is missing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use desk::Assets;
use document::{Block, Span, Text};
use formation::answers_file::BUILT_IN_MODEL;
use formation::checks::old_word;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::provides::Matter;
use formation::{Answers, Constitution, Crosswalk, Formation, Rule};

/// A constitution with every usual answer.
struct Usual {
    formation: Formation,
    constitution: Constitution,
}

impl Usual {
    fn name(&self) -> String {
        let Formation { coop_type, form, nation, .. } = &self.formation;
        format!("{} {} {}", coop_type.slug(), form.slug(), nation.slug())
    }

    /// Returns the rules whose words are ours.
    fn own_rules(&self) -> impl Iterator<Item = &Rule> {
        self.constitution.rules().filter(|rule| !rule.is_prescribed())
    }

    fn words(&self) -> usize {
        self.own_rules().map(Rule::word_count).sum()
    }
}

/// Every model in each of its types, forms and nations.
fn each(assets: &Assets, look: &mut impl FnMut(&Usual)) {
    let mut looked_at = 0;
    for model in assets.library.models() {
        for coop_type in &model.types {
            for form in &model.forms {
                for nation in &model.nations {
                    let formation = Formation::new(*coop_type, *form, *nation, BUILT_IN_MODEL);
                    let answers = Answers::of(&assets.library, model, &formation);
                    let constitution = Constitution::assemble(&assets.library, model, &formation, &answers);
                    look(&Usual { formation, constitution });
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at >= 25 * Nation::ALL.len(), "only {looked_at} constitutions");
}

/// Looks at every constitution and fails with all that is wrong in any.
fn none_wrong(look: impl Fn(&Assets, &Usual) -> Vec<String>) {
    let assets = Assets::embedded().unwrap();
    let mut wrong = String::new();
    each(&assets, &mut |usual| {
        for one in look(&assets, usual) {
            writeln!(wrong, "{}: {one}", usual.name()).unwrap();
        }
    });
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// About how many words people will read.
fn target(coop_type: CoopType, form: LegalForm) -> usize {
    match (coop_type, form) {
        (CoopType::Worker, LegalForm::GuaranteeCompany) => 4_000,
        (CoopType::Housing, LegalForm::CooperativeSociety) => 4_500,
        (CoopType::MultiStakeholder, _) => 6_000,
        _ => 5_000,
    }
}

/// Too long, and nobody reads them; too short, and something is missing. Within a quarter of the target.
#[test]
fn the_rules_are_as_long_as_people_read() {
    let assets = Assets::embedded().unwrap();
    let mut wrong = String::new();
    let mut worst: Option<(f64, String)> = None;
    each(&assets, &mut |usual| {
        let Formation { coop_type, form, .. } = usual.formation;
        let (words, target) = (usual.words(), target(coop_type, form));
        let (least, most) = (target * 3 / 4, target * 5 / 4);
        if (least..=most).contains(&words) {
            return;
        }
        writeln!(wrong, "{}: {words} words, and not {least} to {most}", usual.name()).unwrap();
        let share = words as f64 / target as f64;
        if worst.as_ref().is_none_or(|(most, _)| share > *most) {
            worst = Some((share, words_by_rule(usual)));
        }
    });
    let (_, rules) = worst.unwrap_or_default();
    assert!(wrong.is_empty(), "\n{wrong}\nThe longest for its kind, rule by rule:\n{rules}");
}

/// The longest rules first, each with the text it is written from.
fn words_by_rule(usual: &Usual) -> String {
    let mut rules: Vec<(usize, &str)> =
        usual.own_rules().map(|rule| (rule.word_count(), rule.clause.as_str())).collect();
    rules.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
    let mut out = format!("{}\n", usual.name());
    for (words, clause) in rules {
        writeln!(out, "{words:5} {clause}").unwrap();
    }
    out
}

#[test]
fn sentences_are_short_enough_to_read_once() {
    const LONGEST: usize = 35;
    const MEAN: usize = 20;
    none_wrong(|_, usual| {
        let (mut sentences, mut words) = (0, 0);
        let mut wrong = Vec::new();
        for rule in usual.own_rules() {
            rule.each_sentence(&mut |sentence, count| {
                sentences += 1;
                words += count;
                if count > LONGEST {
                    wrong.push(format!("{}: {count} words: {sentence}", rule.clause));
                }
            });
        }
        if words >= MEAN * sentences {
            wrong.push(format!("{words} words in {sentences} sentences"));
        }
        wrong
    });
}

#[test]
fn no_rule_speaks_like_an_old_deed() {
    none_wrong(|_, usual| {
        let mut wrong = Vec::new();
        for rule in usual.own_rules() {
            let old = old_word(&rule.heading.plain());
            wrong.extend(old.map(|word| format!("{} says {word} in its heading", rule.clause)));
            rule.each_sentence(&mut |sentence, _| {
                let old = old_word(sentence);
                wrong.extend(old.map(|word| format!("{} says {word}: {sentence}", rule.clause)));
            });
        }
        wrong
    });
}

#[test]
fn every_word_marked_is_explained_and_every_reference_leads_to_a_rule() {
    none_wrong(|_, usual| {
        let Constitution { problems, terms, .. } = &usual.constitution;
        let mut wrong: Vec<String> = problems.iter().map(|problem| format!("{problem:?}")).collect();
        for term in terms {
            let lost = leads_nowhere(&term.means);
            wrong.extend(lost.into_iter().map(|to| format!("the word {} points at {to}", term.slug)));
        }
        wrong
    });
}

fn leads_nowhere(text: &Text) -> Vec<String> {
    let mut lost = Vec::new();
    text.visit(&mut |span| match span {
        Span::Reference { to, words } if words.is_empty() => lost.push(to.0.clone()),
        _ => {}
    });
    lost
}

/// Somebody quotes "rule 50.1": there must be one. A table between two paragraphs would begin their numbers anew.
#[test]
fn no_two_paragraphs_of_a_rule_have_one_number() {
    none_wrong(|_, usual| {
        let mut wrong = Vec::new();
        for rule in usual.constitution.rules() {
            let mut seen = BTreeSet::new();
            for block in &rule.blocks {
                let Block::Items(items) = block else { continue };
                let twice = items.iter().filter(|item| !seen.insert(item.label.clone()));
                wrong.extend(twice.map(|item| format!("{} has two paragraphs {}", rule.slug, item.label)));
            }
        }
        wrong
    });
}

#[test]
fn every_word_explained_is_marked_in_a_rule() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/library");
    let mut rules = String::new();
    for part in fs::read_dir(library.join("clauses")).unwrap() {
        for file in fs::read_dir(part.unwrap().path()).unwrap() {
            rules.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
        }
    }
    let terms: toml::Table = fs::read_to_string(library.join("terms.toml")).unwrap().parse().unwrap();
    assert!(terms.len() > 20, "only {} words", terms.len());
    // A condition may choose between two words: [it](={% if … %}society{% else %}co-op{% endif %}).
    let is_marked =
        |slug: &str| [format!("](={slug})"), format!("%}}{slug}{{%")].iter().any(|mark| rules.contains(mark));
    let unused: Vec<&String> = terms.keys().filter(|slug| !is_marked(slug)).collect();
    assert!(unused.is_empty(), "no rule marks {unused:?}");
}

/// Words that are explained on the screen alone: each is said by a rule or a question, and can be written for everybody.
#[test]
fn every_word_of_the_screen_is_said_and_explained() {
    let assets = Assets::embedded().unwrap();
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/library");
    let read = |file: &str| fs::read_to_string(library.join(file)).unwrap().parse::<toml::Table>().unwrap();
    let (printed, words) = (read("terms.toml"), read("screen-terms.toml"));
    none_wrong(|assets, usual| {
        let Formation { coop_type, form, .. } = usual.formation;
        let model = assets.library.model(BUILT_IN_MODEL, coop_type, form).unwrap();
        let terms = assets.library.screen_terms(&Answers::of(&assets.library, model, &usual.formation));
        let unwritten = |term: &&formation::Term| {
            let means = term.means.plain();
            means.contains(['{', '[', '%']) || means.len() < 20 || printed.contains_key(&term.slug)
        };
        let wrong = terms.iter().filter(unwritten).map(|term| format!("{term:?}"));
        let lost = (terms.len() != words.len()).then(|| "a word is lost".to_owned());
        wrong.chain(lost).collect()
    });
    let mut said = String::new();
    for clause in assets.library.clauses() {
        said.push_str(&fs::read_to_string(library.join(&clause.file)).unwrap());
    }
    for decision in assets.library.models().iter().flat_map(|model| assets.library.decisions_of(model)) {
        said.extend([&decision.explain, " ", &decision.why, " ", &decision.usual, " "]);
    }
    let said = said.to_lowercase();
    let is_said = |word: &toml::Value| said.contains(word["term"].as_str().unwrap());
    let idle: Vec<&String> = words.iter().filter(|(_, word)| !is_said(word)).map(|(slug, _)| slug).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

/// Section 14 binds societies alone. Who runs a co-op, how they come and go, what they may do and what they are paid
/// is asked of every form: members look for it, whatever the law wants.
#[test]
fn each_matter_of_the_law_has_a_rule() {
    none_wrong(|assets, usual| {
        let Formation { coop_type, form, edits, .. } = &usual.formation;
        let crosswalk = Crosswalk::of(&assets.library, edits, &usual.constitution);
        let mut wrong = Vec::new();
        for (matter, rules) in &crosswalk.matters {
            if rules.is_empty() && (form.is_society() || is_running(*matter)) {
                wrong.push(format!("no rule for {}", matter.slug()));
            }
        }
        // What works for a community alone does not call itself a co-operative.
        if !form.is_society() && *coop_type != CoopType::CommunityBenefit {
            let without = crosswalk.criteria.iter().filter(|(_, rules)| rules.is_empty());
            wrong.extend(without.map(|(criterion, _)| format!("no rule for {}", criterion.slug())));
        }
        wrong
    });
}

fn is_running(matter: Matter) -> bool {
    matter.head() == 6
}

/// What says the same in several rules stands once, as a passage: a change then reaches all of them. Words that change
/// with the form count as the word that most forms have.
#[test]
fn no_sentence_stands_in_two_rules() {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/library");
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = Vec::new();
    let (mut files, mut sentences) = (Vec::new(), 0);
    for part in fs::read_dir(library.join("clauses")).unwrap() {
        files.extend(fs::read_dir(part.unwrap().path()).unwrap().map(|file| file.unwrap().path()));
    }
    files.sort();
    for path in files {
        let rule = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let (_, body) = text.split_once("\n+++\n").expect("front matter, then the words");
        for sentence in long_sentences(body) {
            sentences += 1;
            match seen.get(&sentence) {
                Some(other) if *other != rule => twice.push(format!("{rule} and {other}: {sentence}")),
                _ => drop(seen.insert(sentence, rule.clone())),
            }
        }
    }
    assert!(sentences > 900, "only {sentences} sentences");
    assert!(twice.is_empty(), "make these passages, and take them in: {twice:#?}");
}

#[test]
fn sentences_are_told_apart_by_their_words_alone() {
    let one = "1. [#a] The {{ w.coop }} must tell every [member](=member) about it {{ days | count(\"day\") }} before.";
    let other = "   1. {% if x %}The co-op must tell every member, about it {{ weeks }} before{% endif %}";
    assert_eq!(long_sentences(one), long_sentences(other));
    assert_eq!(long_sentences(one), ["the co-op must tell every member about it … before"]);
    assert!(long_sentences("Eight words alone are not yet a sentence.").is_empty());
}

/// The sentences of more than eight words, told apart by their words alone. Where a tag stands, another begins.
fn long_sentences(body: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = body;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        plain.push_str(&rest[..at]);
        let (tag, close) = if rest[at..].starts_with("{%") { (true, "%}") } else { (false, "}}") };
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + 2);
        let inner = rest[at + 2..end].trim_start();
        match inner.strip_prefix("w.") {
            _ if tag => plain.push('\n'),
            Some(word) if word.starts_with("coop") => plain.push_str("co-op"),
            Some(word) => plain.extend(word.chars().take_while(|c| c.is_alphanumeric() || *c == '_')),
            None => plain.push('\u{2026}'),
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    // [words](=term) are their words; [](#rule) is a word; [#name] is none.
    let mut said = String::new();
    let mut rest = plain.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        said.push_str(before);
        let (inner, then) = after.split_once(']').unwrap_or((after, ""));
        if !inner.starts_with('#') {
            said.push_str(if inner.is_empty() { "\u{a7}" } else { inner });
        }
        rest = then.strip_prefix('(').and_then(|then| then.split_once(')')).map_or(then, |(_, then)| then);
    }
    said.push_str(rest);
    let is_word = |c: char| c.is_alphanumeric() || "\u{2026}\u{a7}-'\u{2019}".contains(c);
    let words = |sentence: &str| -> Vec<String> {
        let words = sentence.split(|c| !is_word(c)).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let sentences = said.lines().flat_map(|line| {
        let line = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        line.split(['.', ':', ';', '?', '!'])
    });
    sentences.map(words).filter(|words| words.len() > 8).map(|words| words.join(" ")).collect()
}

/// What a form's own law leaves to the members and their rules must settle. For a community interest company the law also
/// prescribes words; the checks that those are untouched are the formation's.
#[test]
fn each_form_has_the_rules_that_its_law_leaves_to_it() {
    none_wrong(|_, usual| {
        let clauses: BTreeSet<&str> = usual.constitution.rules().map(|rule| rule.clause.as_str()).collect();
        let wanted: &[&str] = match usual.formation.form {
            LegalForm::CommunityInterestCompany => &[
                "interest-company-in-law",
                "community-interest",
                "prescribed-membership",
                "prescribed-votes-of-members",
                "prescribed-votes-of-directors",
                "prescribed-asset-lock",
                "specified-body",
                "interest-report",
            ],
            // What the regulations of 2001 say where members agreed nothing, and what a worker would not expect.
            LegalForm::LimitedLiabilityPartnership => &[
                "partnership-in-law",
                "partners-liability",
                "designated-members",
                "capital-accounts",
                "drawings",
                "leaving-accounts",
                "good-faith",
            ],
            // No statute answers any of this.
            LegalForm::UnincorporatedAssociation => &[
                "association-in-law",
                "our-address",
                "answering-for-debts",
                "contracts-in-names",
                "holding-trustees",
                "becoming-something-safer",
            ],
            _ => &[],
        };
        wanted
            .iter()
            .filter(|clause| !clauses.contains(**clause))
            .map(|clause| format!("no rule {clause}"))
            .collect()
    });
}

/// Statutes prescribe these words to the letter: who changes one of them has read the statute again.
#[test]
fn prescribed_words_are_untouched() {
    const WORDS: [(&str, u64); 5] = [
        ("2-members/prescribed-membership", 0xe682_ae6a_fba8_3faa),
        ("4-members-meetings/prescribed-votes-of-members", 0x4b42_1fd0_a450_eb07),
        ("5-running-it/prescribed-votes-of-directors", 0xe72e_e3e3_2b17_3645),
        ("8-changing-and-ending/prescribed-asset-lock", 0x129d_fe4d_4d2a_a096),
        ("8-changing-and-ending/prescribed-restriction-on-use", 0xfa05_411a_4f81_051c),
    ];
    let clauses = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/library/clauses");
    for (rule, golden) in WORDS {
        let text = fs::read_to_string(clauses.join(format!("{rule}.md"))).unwrap();
        let (_, words) = text.split_once("\n+++\n").expect("front matter, then the words");
        assert_eq!(digest(words), golden, "{rule} says something else now: compare it with the statute");
    }
    let mut all = 0;
    for part in fs::read_dir(clauses).unwrap() {
        let files = fs::read_dir(part.unwrap().path()).unwrap();
        all += files
            .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().starts_with("prescribed-"))
            .count();
    }
    assert_eq!(all, WORDS.len(), "a rule with prescribed words has no digest here");
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Prescribed {
    file: String,
    source: String,
    read: toml::value::Datetime,
    confidence: String,
    by_hand: Vec<String>,
    words: String,
}

/// What a community interest company's articles must say is held against the words of the statute, and what was put
/// together by hand is marked there.
#[test]
fn a_community_interest_companys_prescribed_words_are_the_statutes() {
    #[derive(serde::Deserialize)]
    struct Golden {
        rule: Vec<Prescribed>,
    }
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden: Golden =
        toml::from_str(&fs::read_to_string(tests.join("corpus/prescribed.toml")).unwrap()).unwrap();
    assert_eq!(golden.rule.len(), 4);
    for Prescribed { file, source, read, confidence, by_hand, words } in golden.rule {
        let text = fs::read_to_string(tests.join(format!("../assets/library/clauses/{file}.md"))).unwrap();
        let (head, body) = text.split_once("\n+++\n").unwrap();
        assert_eq!(
            plain(body),
            plain(&words.replace(['\u{ab}', '\u{bb}'], "")),
            "{file}: {source}, read on {read}"
        );
        assert_eq!(
            words.matches('\u{ab}').count(),
            by_hand.len(),
            "{file}: say why each stretch is put together"
        );
        assert!(by_hand.iter().all(|why| why.split(' ').count() > 5) && confidence == "high", "{file}");
        // The rule itself says that it was put together, and how sure that is.
        assert!(
            head.contains("confidence medium") && head.contains("Regulator's current model articles"),
            "{file}"
        );
    }
}

/// The words of a rule without the numbers of its items.
fn plain(body: &str) -> String {
    let lines = body.lines().map(|line| {
        let line = line.trim();
        line.split_once(". ").filter(|(mark, _)| mark.parse::<u32>().is_ok()).map_or(line, |(_, rest)| rest)
    });
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// FNV-1a: no secret, only a way to see that a letter changed.
fn digest(words: &str) -> u64 {
    words
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
