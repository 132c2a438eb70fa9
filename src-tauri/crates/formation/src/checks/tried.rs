//! Trying a check: on an example that passes, and on the same with one thing changed.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::{Case, Check, Finding};
use crate::answers::Answers;
use crate::answers_file;
use crate::constitution::{Constitution, Rule};
use crate::decision::{Address, Base, Class, Classes, Date, Majority, Quorum, Range, Share, Value};
use crate::edit::{Edit, EditKind, Former, Place, Provision, Side, Wording};
use crate::formation::Formation;
use crate::law::Law;
use crate::library::{Library, SourceFile};
use crate::organisation::{BodyForm, Organisation, RegisteredForm};
use crate::pack::sheet_answers;
use crate::person::{ActsFor, Capacity, Person, Role};
use crate::sheet::OwnAnswer;

/// The example of a worker co-op as a guarantee company.
pub(crate) const COMPANY: &str = "northgate-bakers";
/// The example of a worker co-op as a society.
pub(crate) const SOCIETY: &str = "clyde-menders";
/// The example of a worker co-op as a company with shares.
pub(crate) const SHARES: &str = "tees-fabricators";
/// The example of a consumer co-op as an association.
pub(crate) const ASSOCIATION: &str = "moorside-buying-group";
/// The example of a worker co-op as a limited liability partnership.
pub(crate) const PARTNERSHIP: &str = "canalside-designers";
/// The example of a community benefit society.
pub(crate) const COMMUNITY: &str = "harwick-pub";
/// The example of a community interest company that works for a community.
pub(crate) const INTEREST: &str = "thistle-row-toys";
/// The example of a society with weighted classes of members, one of them of investors.
pub(crate) const CLASSES: &str = "ashlow-growers";

/// The example of a fully mutual housing society.
pub(crate) const HOUSING: &str = "lantern-house";
/// The example of a secondary society that registered societies found.
pub(crate) const SECONDARY: &str = "pennine-wholefoods";
/// The example of a secondary company that companies found.
pub(crate) const SECONDARY_COMPANY: &str = "clyde-arts-services";

/// Read once: each test runs on a thread of its own.
static ASSETS: LazyLock<(Library, Law)> = LazyLock::new(assets);

fn assets_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn assets() -> (Library, Law) {
    let library = texts(&assets_folder().join("library"));
    let law = texts(&assets_folder().join("law"));
    (
        Library::read(&sources(&library)).unwrap_or_else(|faults| panic!("{faults}")),
        Law::read(&sources(&law)).unwrap_or_else(|faults| panic!("{faults}")),
    )
}

/// Every file of the library: path and text.
pub(crate) fn library_texts() -> Vec<(String, String)> {
    texts(&assets_folder().join("library"))
}

fn sources(files: &[(String, String)]) -> Vec<SourceFile<'_>> {
    files.iter().map(|(path, text)| SourceFile { path, text }).collect()
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    fn walk(folder: &Path, root: &Path, out: &mut Vec<(String, String)>) {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, root, out);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                out.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(folder, folder, &mut out);
    out
}

/// Runs `work` with the library and the law.
pub(crate) fn with_assets<T>(work: impl FnOnce(&Library, &Law) -> T) -> T {
    let (library, law) = &*ASSETS;
    work(library, law)
}

/// Returns the names of all examples.
pub(crate) fn examples() -> Vec<String> {
    let files = texts(&assets_folder().join("library/examples"));
    files.into_iter().filter_map(|(file, _)| Some(file.strip_suffix(".toml")?.to_owned())).collect()
}

/// Returns an example's formation.
pub(crate) fn example(library: &Library, name: &str) -> Formation {
    let path = assets_folder().join(format!("library/examples/{name}.toml"));
    let text = std::fs::read_to_string(path).unwrap();
    answers_file::read(library, &text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The day on which examples are tried.
const TODAY: Date = jiff::civil::date(2026, 11, 24);

/// Runs `work` on everything that follows from an example after `change`.
pub(crate) fn with_case<T>(
    name: &str,
    change: impl FnOnce(&mut Formation),
    work: impl FnOnce(&Case<'_>) -> T,
) -> T {
    with_changed_case(name, TODAY, change, |_| {}, work)
}

/// Runs `work` on everything that follows from an example after `change`, on `today`, with `rules` changed.
fn with_changed_case<T>(
    name: &str,
    today: Date,
    change: impl FnOnce(&mut Formation),
    rules: impl FnOnce(&mut Constitution),
    work: impl FnOnce(&Case<'_>) -> T,
) -> T {
    with_assets(|library, law| {
        let mut formation = example(library, name);
        change(&mut formation);
        with_formation(library, law, &formation, today, rules, work)
    })
}

/// Runs `work` on everything that follows from a formation.
fn with_formation<T>(
    library: &Library,
    law: &Law,
    formation: &Formation,
    today: Date,
    rules: impl FnOnce(&mut Constitution),
    work: impl FnOnce(&Case<'_>) -> T,
) -> T {
    let model = library.model(&formation.model, formation.coop_type, formation.form).unwrap();
    let answers = Answers::of(library, model, formation);
    let mut constitution = Constitution::assemble(library, model, formation, &answers);
    rules(&mut constitution);
    work(&Case { library, model, formation, answers: &answers, constitution: &constitution, law, today })
}

impl Check {
    fn findings(&self, example: &str, change: impl FnOnce(&mut Formation)) -> Vec<Finding> {
        with_case(example, change, |case| self.run(case))
    }

    /// Asserts that the check finds nothing in `example` after `change`.
    #[track_caller]
    pub(crate) fn passes(&self, example: &str, change: impl FnOnce(&mut Formation)) {
        let findings = self.findings(example, change);
        assert!(findings.is_empty(), "{} found: {findings:#?}", self.id);
    }

    /// Asserts that the check finds its flaw in `example` after `change`, about `about`.
    #[track_caller]
    pub(crate) fn fails(&self, example: &str, about: &str, change: impl FnOnce(&mut Formation)) {
        self.found(&self.findings(example, change), about);
    }

    /// Asserts that the check finds its flaw in words that somebody typed into the rules: in a rule of the group's
    /// own, and in one that it reworded.
    #[track_caller]
    pub(crate) fn fails_in_rules(&self, example: &str, words: &str) {
        self.fails(example, "rule:dogs", |formation| formation.add_rule("dogs", words, "quorum"));
        self.fails(example, "rule:quorum", |formation| formation.reword("quorum", words, &[]));
    }

    /// Asserts that the check finds its flaw in words with which a society answers what the FCA asks.
    #[track_caller]
    pub(crate) fn fails_in_an_answer(&self, example: &str, words: &str) {
        const ASKED: &str = "what-happens-to-a-surplus";
        let paper = if example == COMMUNITY { "fca-answers-community" } else { "fca-answers" };
        self.fails(example, &format!("answer:{paper}/{ASKED}"), |formation| {
            formation.answer_registrar(ASKED, words);
        });
    }

    /// Asserts that the check finds its flaw in `example` once its rules are changed.
    #[track_caller]
    pub(crate) fn fails_with_rules(&self, example: &str, about: &str, rules: impl FnOnce(&mut Constitution)) {
        self.found(&with_changed_case(example, TODAY, |_| {}, rules, |case| self.run(case)), about);
    }

    /// Asserts that the check finds its flaw in `example` after `change` once the rule is left out.
    #[track_caller]
    pub(crate) fn fails_without_rule(
        &self,
        example: &str,
        rule: &str,
        about: &str,
        change: impl FnOnce(&mut Formation),
    ) {
        let leave_out = |rules: &mut Constitution| {
            assert!(rules.rule(rule).is_some(), "there is no rule {rule} to leave out");
            for part in &mut rules.parts {
                part.rules.retain(|one| one.slug != rule);
            }
        };
        self.found(&with_changed_case(example, TODAY, change, leave_out, |case| self.run(case)), about);
    }

    /// Asserts that the check finds its flaw in `example` on another day.
    #[track_caller]
    pub(crate) fn fails_on(&self, today: Date, example: &str, about: &str) {
        self.found(&with_changed_case(example, today, |_| {}, |_| {}, |case| self.run(case)), about);
    }

    #[track_caller]
    fn found(&self, findings: &[Finding], about: &str) {
        assert!(
            findings.iter().any(|finding| finding.about.to_string() == about),
            "{} did not find its flaw about {about}: {findings:#?}",
            self.id
        );
    }
}

/// Returns a rule, to be changed.
#[track_caller]
pub(crate) fn rule_of<'a>(rules: &'a mut Constitution, slug: &str) -> &'a mut Rule {
    let all = rules.parts.iter_mut().flat_map(|part| &mut part.rules);
    all.into_iter().find(|rule| rule.slug == slug).unwrap_or_else(|| panic!("there is no rule {slug}"))
}

impl Formation {
    /// Answers with text.
    pub(crate) fn say(&mut self, slug: &str, text: &str) {
        self.agree(slug, Value::Text(text.to_owned()));
    }

    /// Rewords a rule. What it replaced is kept, as the desk keeps it.
    pub(crate) fn reword(&mut self, rule: &str, text: &str, provides: &[&str]) {
        let was = self.former(rule);
        let heading = if was.heading.is_empty() { "A heading" } else { &was.heading };
        let words = Wording::new(heading, text).unwrap();
        let provides = provides.iter().map(|slug| Provision::from_slug(slug).unwrap()).collect();
        let kind = EditKind::Replaced { words, was, provides };
        self.edits.rules.insert(rule.to_owned(), Edit { kind, why: String::new() });
    }

    /// Takes a rule out.
    pub(crate) fn take_rule_out(&mut self, rule: &str) {
        let kind = EditKind::Removed { was: self.former(rule) };
        self.edits.rules.insert(rule.to_owned(), Edit { kind, why: String::new() });
    }

    /// Adds a rule after another.
    pub(crate) fn add_rule(&mut self, rule: &str, text: &str, after: &str) {
        let words = Wording::new("A rule of our own", text).unwrap();
        let kind = EditKind::Added { words, provides: Default::default() };
        self.edits.rules.insert(rule.to_owned(), Edit { kind, why: String::new() });
        let place = Place { beside: after.to_owned(), side: Side::After, rank: 1 };
        self.edits.places.insert(rule.to_owned(), place);
    }

    /// What the model says in a rule.
    fn former(&self, rule: &str) -> Former {
        with_assets(|library, _| {
            let model = library.model(&self.model, self.coop_type, self.form).unwrap();
            let answers = Answers::of(library, model, self);
            let rules = Constitution::assemble(library, model, self, &answers);
            rules.rule(rule).map_or_else(Former::default, |rule| Former {
                heading: rule.heading.plain(),
                text: rule.source().unwrap_or_default(),
            })
        })
    }

    /// Answers a question of the FCA's sheet in the group's own words. What it replaced is kept, as the desk keeps it.
    pub(crate) fn answer_registrar(&mut self, question: &str, text: &str) {
        let drafted = with_assets(|library, law| {
            let drafted = with_formation(library, law, self, TODAY, |_| {}, sheet_answers);
            drafted.into_iter().find(|drafted| drafted.question.question == question).unwrap()
        });
        let words = Wording::new(&drafted.heading.plain(), text).unwrap();
        self.own_answers.insert(drafted.question, OwnAnswer { words, was: drafted.source });
    }

    /// Answers with lines.
    pub(crate) fn list(&mut self, slug: &str, lines: &[&str]) {
        self.agree(slug, Value::Lines(owned(lines)));
    }

    /// Answers with one of the choices.
    pub(crate) fn choose(&mut self, slug: &str, choice: &str) {
        self.agree(slug, Value::Choice(choice.to_owned()));
    }

    /// Answers with some of the choices.
    pub(crate) fn pick(&mut self, slug: &str, choices: &[&str]) {
        self.agree(slug, Value::Choices(owned(choices)));
    }

    /// Answers with yes or no.
    pub(crate) fn yes(&mut self, slug: &str, yes: bool) {
        self.agree(slug, Value::YesNo(yes));
    }

    /// Answers with a number.
    pub(crate) fn number(&mut self, slug: &str, number: u32) {
        self.agree(slug, Value::Count(number));
    }

    /// Answers with an amount in pounds.
    pub(crate) fn pounds(&mut self, slug: &str, pounds: i64) {
        self.agree(slug, Value::Money(pounds * 100));
    }

    /// Answers with a share in percent.
    pub(crate) fn share(&mut self, slug: &str, percent: u32) {
        self.agree(slug, Value::Percent(percent * 100));
    }

    /// Answers with a majority of the votes cast.
    pub(crate) fn votes(&mut self, slug: &str, share: Share) {
        self.agree(slug, Value::Majority(Majority { share, of: Base::VotesCast }));
    }

    /// Answers with a quorum: a share in percent, and never fewer than.
    pub(crate) fn taking_part(&mut self, slug: &str, share: Option<u32>, at_least: u32) {
        let share = share.map(|percent| percent * 100);
        self.agree(slug, Value::Quorum(Quorum { share, at_least: Some(at_least), at_most: None }));
    }

    /// Answers with a range.
    pub(crate) fn between(&mut self, slug: &str, at_least: u32, at_most: Option<u32>) {
        self.agree(slug, Value::Range(Range { at_least, at_most }));
    }

    /// Changes the classes of members.
    pub(crate) fn classes(&mut self, change: impl FnOnce(&mut Vec<Class>)) {
        let Some(Value::Classes(classes)) = self.given("classes") else { panic!("no classes") };
        let mut list = classes.list().to_vec();
        change(&mut list);
        self.agree("classes", Value::Classes(Classes::new(list).unwrap()));
    }

    /// Gives the classes of members these shares of the vote, in percent; none at all for an empty list.
    pub(crate) fn class_votes(&mut self, percents: &[u32]) {
        self.classes(|list| {
            for (at, class) in list.iter_mut().enumerate() {
                class.votes = percents.get(at).map(|percent| percent * 100);
                class.over_half = class.votes > Some(5_000);
            }
        });
    }

    /// Changes the registered office.
    pub(crate) fn office(&mut self, change: impl FnOnce(&mut Address)) {
        let Some(Value::Address(office)) = self.given("registered-office") else { panic!("no office") };
        let mut office = office.clone();
        change(&mut office);
        self.agree("registered-office", Value::Address(office));
    }

    /// Returns a person, to be changed.
    #[track_caller]
    pub(crate) fn person(&mut self, id: &str) -> &mut Person {
        self.people.iter_mut().find(|person| person.id == id).unwrap_or_else(|| panic!("nobody is {id}"))
    }

    /// Returns a founding organisation, to be changed.
    #[track_caller]
    pub(crate) fn organisation(&mut self, id: &str) -> &mut Organisation {
        let found = self.organisations.iter_mut().find(|one| one.id == id);
        found.unwrap_or_else(|| panic!("no organisation is {id}"))
    }

    /// Enters a whole founding organisation, a company, for which nobody acts yet.
    pub(crate) fn organisation_enters(&mut self, id: &str) {
        self.organisations.push(Organisation {
            id: id.to_owned(),
            name: format!("{id} Limited"),
            form: Some(BodyForm::Registered(RegisteredForm::Company)),
            number: "09876543".to_owned(),
            office: Some(Address {
                lines: vec!["Unit 2, Dean Clough".to_owned()],
                town: "Halifax".to_owned(),
                postcode: "HX3 5AX".to_owned(),
                country: "England".to_owned(),
            }),
            email: String::new(),
        });
    }

    /// Lets a person act for a founding organisation.
    #[track_caller]
    pub(crate) fn acts_for(&mut self, person: &str, organisation: &str, capacity: Capacity) {
        let acts_for = ActsFor { organisation: organisation.to_owned(), capacity };
        self.person(person).acts_for = Some(acts_for);
    }

    /// Takes a role from everybody.
    pub(crate) fn nobody_is(&mut self, role: Role) {
        for person in &mut self.people {
            person.roles.retain(|one| *one != role);
        }
    }

    /// Adds so many members who are nothing else.
    pub(crate) fn more_members(&mut self, number: usize) {
        for index in 0..number {
            let mut person = Person { id: format!("more-{index}"), ..Person::default() };
            person.name.first = format!("More {}", "x".repeat(index + 1));
            person.name.last = "Member".to_owned();
            person.roles = vec![Role::Member];
            self.people.push(person);
        }
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Every figure of the law that a check names stands in the data.
#[test]
fn every_limit_that_a_check_names_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let today = jiff::civil::date(2026, 11, 24);
    let mut named = 0;
    for (file, text) in texts(&folder) {
        for reader in ["limit", "limit_count", "limit_pence", "limit_share"] {
            for call in text.split(&format!("case.{reader}(\"")).skip(1) {
                let slug = call.split('"').next().unwrap();
                with_assets(|_, law| assert!(law.limit(slug, today).is_some(), "{file}: no limit {slug}"));
                named += 1;
            }
        }
    }
    assert!(named > 20, "only {named} limits are named");
}
