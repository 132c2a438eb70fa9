//! What the library refuses, and how its texts find what they name.

use super::*;
use crate::legal::{CoopType, LegalForm, Nation};
use crate::text::Names;
use crate::{Answers, Constitution, Formation};

fn library(files: &[(&str, &str)]) -> Result<Library, LibraryError> {
    let files: Vec<SourceFile<'_>> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
    Library::read(&files)
}

const MODEL: &str = "id = 'x'\ntitle = 'X'\nedition = '1'\nsponsor = 'X'\nlicence = 'X'\ntypes = []\n\
    forms = []\nnations = []\ndecisions = []\n[[part]]\nheading = 'One'\nclauses = ['a', 'b']\n";
const RULE: &str = "+++\nslot = 'A1'\nheading = 'A'\n+++\nWords.\n";

#[test]
fn two_rules_of_a_model_cannot_go_by_one_slug() {
    let other = RULE.replace("slot", "as = 'a'\nslot");
    let files = [("clauses/a.md", RULE), ("clauses/b.md", &other), ("models/x.toml", MODEL)];
    let error = library(&files).unwrap_err().to_string();
    assert!(error.contains("two rules go by"), "{error}");
    let apart = other.replace("slot", "when = 'true'\nslot");
    library(&[("clauses/a.md", RULE), ("clauses/b.md", &apart), ("models/x.toml", MODEL)]).unwrap();
}

#[test]
fn a_text_finds_answers_and_their_fields_by_name() {
    let rule = "+++\nslot = 'A1'\nheading = 'A'\nwhen = \"form == 'clg'\"\n+++\n\
        {{ w.act }}.{% for one in seats %} {{ one.group }} {{ one.seats }}.{% endfor %}\n";
    let words = "[act]\nelse = 'Rules'\ncases = [{ when = \"form == 'clg'\", words = 'Articles' }]\n";
    let decisions = "part = 'p'\nheading = 'P'\nintro = 'P'\n[[decision]]\nslug = 'seats'\nslot = 'E3'\n\
        question = 'Seats?'\nkind = 'seats'\ndefault = [{ group = 'Oven', seats = 2 }]\n";
    let model = MODEL
        .replace("types = []\nforms = []", "types = ['worker']\nforms = ['clg']")
        .replace("decisions = []", "decisions = ['d']")
        .replace("'a', 'b'", "'a'");
    let library = library(&[
        ("clauses/a.md", rule),
        ("decisions/d.toml", decisions),
        ("models/x.toml", &model),
        ("words.toml", words),
    ])
    .unwrap();
    let model = library.model("x", CoopType::Worker, LegalForm::GuaranteeCompany).unwrap();
    let formation = Formation::new(CoopType::Worker, LegalForm::GuaranteeCompany, Nation::England, "x");
    let answers = Answers::of(&library, model, &formation);
    let constitution = Constitution::assemble(&library, model, &formation, &answers);
    assert_eq!(constitution.problems, []);
    let rule = constitution.rule("a").unwrap();
    let words: Vec<String> =
        rule.blocks.iter().flat_map(|block| block.texts()).map(|text| text.plain()).collect();
    assert_eq!(words, ["Articles. Oven 2."]);
}

#[test]
fn a_question_speaks_of_directors_as_its_form_does() {
    let question = |text: &str| {
        format!(
            "part = 'p'\nheading = 'P'\nintro = 'P'\n[[decision]]\nslug = 'size'\nslot = 'E2'\n\
             question = '{text}'\nkind = 'yes-no'\ndefault = true\n"
        )
    };
    let text = question("May a {{ w.director }} choose {{ w.directors }}?");
    let library = library(&[("decisions/d.toml", &text)]).unwrap();
    let asked = |form| library.decision_as(form, "size").unwrap().question.as_str();
    assert_eq!(asked(LegalForm::GuaranteeCompany), "May a director choose directors?");
    assert_eq!(
        asked(LegalForm::LimitedLiabilityPartnership),
        "May a designated member choose designated members?"
    );
    assert_eq!(
        asked(LegalForm::UnincorporatedAssociation),
        "May a committee member choose committee members?"
    );
    let text = question("Where is {{ w.court }}?");
    let error = super::Library::read(&[SourceFile { path: "decisions/d.toml", text: &text }]).unwrap_err();
    assert!(error.to_string().starts_with("decisions/d.toml:5: size: questions take no blanks"), "{error}");
}

#[test]
fn every_term_has_its_word_and_a_plain_explanation() {
    for (text, wanted) in [
        ("[quorum]\nmeans = 'enough members'\n", "terms.toml:1: says what a term means"),
        ("[a]\nterm = 'a'\nmeans = 'b'\n[quorum]\nterm = 'quorum'\n", "terms.toml:4: needs its words"),
        ("[quorum]\nterm = 'quorum'\nmeans = ' '\n", "terms.toml:1: needs its words"),
    ] {
        let error = library(&[("terms.toml", text)]).unwrap_err().to_string();
        assert!(error.starts_with(wanted), "{error}");
    }
}

#[test]
fn a_swallowed_line_break_is_a_fault_with_file_and_line() {
    let rule = RULE.replace("Words.\n", "1. One{% if society %} more{% endif %}\n1. Two\n");
    let error = library(&[("clauses/a.md", &rule)]).unwrap_err().to_string();
    assert!(error.starts_with("clauses/a.md:5: the tag at the end"), "{error}");
}

#[test]
fn a_paper_takes_in_a_passage_and_a_fault_in_it_names_its_file_and_line() {
    let paper = "+++\ntitle = 'P'\nfor = 'keep'\n+++\nOne. {% include 'passage/two' %}\n";
    let filled = |passage: &str| {
        let library = library(&[("documents/p.md", paper), ("passages/two.md", passage)]).unwrap();
        library.engine.fill("paper/p/body", &Engine::names(&Names::new()))
    };
    assert_eq!(filled("Two.").unwrap(), "One. Two.");
    let error = filled("Two.\n{{ nobody }}").unwrap_err();
    assert!(error.message.starts_with("passages/two.md:2: "), "{error}");
}

#[test]
fn a_text_of_the_apps_own_is_compiled_when_it_is_wanted_and_a_fault_in_it_is_told_then() {
    let open = RULE.replace("Words.", "Words.\n{% if society %}");
    let files = [("clauses/a.md", RULE), ("clauses/b.md", open.as_str())];
    let error = library(&files).unwrap_err().to_string();
    assert!(error.starts_with("clauses/b.md:6: "), "{error}");
    let files = files.map(|(path, text)| SourceFile { path, text });
    let library = Library::read_own(&files).unwrap();
    let filled = |name: &str| library.engine.fill(name, &Engine::names(&Names::new()));
    assert_eq!(filled("clause/a/body").unwrap(), "Words.");
    assert_eq!(filled("clause/b/body").unwrap_err().line, 2);
    assert!(filled("clause/c/body").is_err());
}
