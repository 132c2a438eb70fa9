//! Whose data is where: in which papers it stands, and which public register shows it.

use std::collections::BTreeSet;

use document::{Audience, lines};
use formation::legal::LegalForm;
use formation::long_date;
use formation::organisation::Organisation;
use formation::pack::papers;
use formation::person::{Person, Role};

use super::{FrameView, Saved};
use crate::act::PackKind;
use crate::pack::edition;
use crate::worked_out::WorkedOut;

/// Whose data is where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivacyView {
    /// The frame.
    pub frame: FrameView,
    /// The register that shows some of it: "the register of Companies House"; none when nothing is registered.
    pub register: Option<&'static str>,
    /// Everyone entered.
    pub people: Vec<PersonPrivacy>,
    /// The names of the founding organisations. What is held about them is in public registers, and no person's.
    pub organisations: Vec<String>,
}

/// Where one person's data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPrivacy {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Each thing that is known about them.
    pub data: Vec<DatumView>,
}

/// One thing that is known about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatumView {
    /// What it is: "Home address".
    pub what: &'static str,
    /// What is held.
    pub held: String,
    /// The titles of the papers it stands in, and whether each is one of the private sheets.
    pub papers: Vec<(String, bool)>,
    /// Whether the public register shows it.
    pub public: bool,
    /// What the register shows in its place, or why; empty when there is nothing to say.
    pub remark: &'static str,
}

/// A paper as far as this view reads it.
struct Printed {
    title: String,
    private: bool,
    for_registrar: bool,
    /// Everything it says, with single spaces, in small letters.
    words: String,
}

impl PrivacyView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let printed = printed(worked_out);
        let form = worked_out.formation.form;
        let people = worked_out.formation.people.iter().map(|person| PersonPrivacy {
            id: person.id.clone(),
            name: match person.name.full() {
                name if name.is_empty() => crate::wording::NAMELESS_PERSON.to_owned(),
                name => name,
            },
            data: data(form, person, worked_out.formation.represented_by(person), &printed),
        });
        Self {
            frame: FrameView::of(worked_out, id, saved),
            register: match form {
                LegalForm::UnincorporatedAssociation => None,
                form if form.is_society() => Some("the Mutuals Public Register of the FCA"),
                _ => Some("the register of Companies House"),
            },
            people: people.collect(),
            organisations: worked_out
                .formation
                .organisations
                .iter()
                .map(crate::wording::organisation_called)
                .collect(),
        }
    }
}

/// What nobody wants everybody to know, even where it stands on a register because somebody typed it into the rules.
const NEVER_SHARED: [&str; 4] = ["Home address", "Date of birth", "E-mail address", "Telephone"];

impl DatumView {
    /// Whether a copy that anybody reads may show it.
    pub(crate) fn is_shared(&self) -> bool {
        self.public && !NEVER_SHARED.contains(&self.what)
    }
}

/// Returns words that are private about the people: what must stand nowhere in a copy that anybody reads. What a public
/// register shows anyway is not among them, nor the name of a town.
pub(crate) fn private_words(worked_out: &WorkedOut<'_>, view: &PrivacyView) -> Vec<String> {
    let shown = view.people.iter().flat_map(|person| &person.data).filter(|datum| datum.is_shared());
    let mut public: String = shown.map(|datum| format!("{}\n", datum.held)).collect();
    // Where the registered office is in somebody's home, the register shows that.
    let office = worked_out.assets.library.decision("registered-office");
    let office = office.zip(worked_out.answers.value("registered-office"));
    public.extend(office.map(|(decision, value)| decision.in_words(value)));
    let public = squeezed(&public);
    let mut private = Vec::new();
    for (person, held) in worked_out.formation.people.iter().zip(&view.people) {
        let is_private = |what: &str| held.data.iter().any(|datum| datum.what == what && !datum.is_shared());
        let named = ["Name", "Former names", "Date of birth", "E-mail address", "Telephone"];
        for (what, _, words) in self::held(person, None) {
            if named.contains(&what) && is_private(what) {
                private.extend(words);
            }
        }
        if is_private("Home address")
            && let Some(home) = &person.home
        {
            private.extend(home.lines.iter().chain([&home.postcode]).cloned());
        }
        private.extend(person.born.filter(|_| is_private("Date of birth")).map(|born| born.to_string()));
    }
    private.retain(|words| words.trim().chars().count() > 2 && !public.contains(&squeezed(words)));
    private
}

fn printed(worked_out: &WorkedOut<'_>) -> Vec<Printed> {
    let edition = edition(worked_out, PackKind::Draft);
    let printed = papers(&worked_out.case(), &edition).into_iter().map(|paper| {
        let words = squeezed(&lines(&paper.paper.blocks));
        Printed {
            title: paper.paper.title,
            private: paper.private,
            for_registrar: paper.paper.audience == Audience::Registrar,
            words,
        }
    });
    printed.collect()
}

/// With single spaces and small letters; commas and line breaks between the lines of an address do not count.
fn squeezed(words: &str) -> String {
    let words = words.to_lowercase().replace(',', " ");
    let mut out = String::from(" ");
    for word in words.split_whitespace() {
        out.push_str(word);
        out.push(' ');
    }
    out
}

fn stands_in(paper: &Printed, held: &[String]) -> bool {
    // Whole words: nobody called Ann is in every annual report.
    let inside = |words: &String| {
        let words = squeezed(words);
        paper.words.match_indices(words.trim()).any(|(at, found)| {
            let around =
                [paper.words[..at].chars().next_back(), paper.words[at + found.len()..].chars().next()];
            around.into_iter().flatten().all(|c| !c.is_alphanumeric())
        })
    };
    held.iter().all(inside)
}

fn data(
    form: LegalForm,
    person: &Person,
    acts_for: Option<&Organisation>,
    printed: &[Printed],
) -> Vec<DatumView> {
    let company = !form.is_society() && form != LegalForm::UnincorporatedAssociation;
    let officer = person.is(Role::Director);
    let named =
        officer || person.is(Role::Secretary) || person.is(Role::Member) || person.is(Role::Signatory);
    let at_companies_house = |what: &str| {
        company
            && match what {
                "Name" => named,
                "Address for letters" => named,
                "Month and year of birth" | "Nationality" => officer,
                _ => false,
            }
    };
    let mut all = Vec::new();
    for (what, held, looked_for) in held(person, acts_for) {
        let papers: Vec<&Printed> = printed.iter().filter(|paper| stands_in(paper, &looked_for)).collect();
        let filed = papers.iter().any(|paper| paper.for_registrar && !paper.private);
        let public = at_companies_house(what) || form.is_society() && filed;
        let names: BTreeSet<(&str, bool)> =
            papers.iter().map(|paper| (paper.title.as_str(), paper.private)).collect();
        all.push(DatumView {
            what,
            held,
            papers: names.into_iter().map(|(title, private)| (title.to_owned(), private)).collect(),
            public,
            remark: match (what, company) {
                ("Date of birth", true) if officer => {
                    "The register shows the month and the year, not the day."
                }
                ("Home address", true) if officer => "The registrar keeps it off the register.",
                _ => "",
            },
        });
    }
    all
}

/// What is held about a person: what it is, in words, and what to look for in a paper.
fn held(person: &Person, acts_for: Option<&Organisation>) -> Vec<(&'static str, String, Vec<String>)> {
    let mut held = Vec::new();
    let mut add = |what: &'static str, words: String, looked_for: Vec<String>| {
        if !words.trim().is_empty() {
            held.push((what, words, looked_for));
        }
    };
    let name = person.name.full();
    add("Name", name.clone(), vec![name]);
    add("Former names", person.name.former.clone(), vec![person.name.former.clone()]);
    if let Some(born) = person.born {
        let day = long_date(born);
        let month =
            day.split_once(char::is_whitespace).map_or_else(String::new, |(_, month)| month.to_owned());
        add("Date of birth", day.clone(), vec![day]);
        add("Month and year of birth", month.clone(), vec![month]);
    }
    let nationality = person.nationality.join(", ");
    add("Nationality", nationality, person.nationality.clone());
    add("Occupation", person.occupation.clone(), vec![person.occupation.clone()]);
    for (what, address) in [("Home address", &person.home), ("Address for letters", &person.service)] {
        let Some(address) = address else { continue };
        let lines: Vec<String> = address
            .lines
            .iter()
            .chain([&address.town, &address.postcode])
            .filter(|line| !line.is_empty())
            .cloned()
            .collect();
        add(what, lines.join(", "), lines.clone());
    }
    add("E-mail address", person.email.clone(), vec![person.email.clone()]);
    add("Telephone", person.phone.clone(), vec![person.phone.clone()]);
    if let (Some(organisation), Some(acts_for)) = (acts_for, &person.acts_for) {
        let name = organisation.name.trim();
        let words =
            format!("{}: {}", crate::wording::organisation_called(organisation), acts_for.capacity.title());
        add("Acts for", words, vec![person.name.full(), name.to_owned()]);
    }
    held
}
