//! Edits: what people changed by hand in the rules that a model and their answers make.
//!
//! An edit names a rule by its slug and keeps the wording it replaced, so that anybody can see later whether the
//! model would say something else by now. What a person typed is a small set of signs ([`signs`]), never a
//! template. Knows nothing of where edits are stored.

mod amendments;
mod file;
mod order;
mod signs;

use std::collections::{BTreeMap, BTreeSet};

pub use amendments::{Amendment, amendments, fee_of, one_fewer_saves};
pub use file::{EditError, read_edit, read_place, write_edit, write_place};
pub use order::Step;
pub(crate) use order::{Slot, arrange, moved};
pub(crate) use signs::{Read, read, write};

use crate::letters::{composed, is_hidden};
use crate::provides::{Criterion, Matter};
use crate::text::is_reserved;

/// Characters a rule's own text may have.
pub const LONGEST_TEXT: usize = 10_000;
/// Characters a rule's own heading may have.
pub const LONGEST_HEADING: usize = 200;
/// Characters a reason may have.
pub const LONGEST_WHY: usize = 2_000;
/// Rules a group may add.
pub const MOST_ADDED: usize = 100;
/// Characters a slug may have.
const LONGEST_SLUG: usize = 80;

/// Everything that was changed by hand in a formation's rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edits {
    /// What was done to rules, by slug.
    pub rules: BTreeMap<String, Edit>,
    /// Where rules were put that stand elsewhere than in the model, or that the model has not got.
    pub places: BTreeMap<String, Place>,
}

/// What was done to one rule, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What was done.
    pub kind: EditKind,
    /// The group's reason; empty when they gave none.
    pub why: String,
}

/// What was done to a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditKind {
    /// It says something else than the model's.
    Replaced {
        /// What it says.
        words: Wording,
        /// What the model's said then.
        was: Former,
        /// What the group confirms that these words still provide for.
        provides: BTreeSet<Provision>,
    },
    /// The group's own rule.
    Added {
        /// What it says.
        words: Wording,
        /// What the group says that it provides for.
        provides: BTreeSet<Provision>,
    },
    /// It was taken out.
    Removed {
        /// What the model's said then.
        was: Former,
    },
}

/// Something that the law or a registrar looks for in the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provision {
    /// A matter of section 14.
    Matter(Matter),
    /// A criterion for the word "Co-operative".
    Criterion(Criterion),
}

impl Provision {
    /// Returns its stable name: "s14:meetings.conduct", "criteria:fair-sharing".
    pub fn slug(self) -> String {
        match self {
            Self::Matter(matter) => format!("s14:{}", matter.slug()),
            Self::Criterion(criterion) => format!("criteria:{}", criterion.slug()),
        }
    }

    /// Reads its stable name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug.split_once(':')? {
            ("s14", matter) => Matter::from_slug(matter).map(Self::Matter),
            ("criteria", criterion) => Criterion::from_slug(criterion).map(Self::Criterion),
            _ => None,
        }
    }

    /// Returns what it is, in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Matter(matter) => matter.title(),
            Self::Criterion(criterion) => criterion.title(),
        }
    }
}

/// A rule's heading and text as somebody typed them: never empty, never too long, no hidden characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    heading: String,
    text: String,
}

/// A rule's heading and text as the model had them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Former {
    /// The heading.
    pub heading: String,
    /// The text, in the signs that [`Wording`] uses.
    pub text: String,
}

/// Why what was typed cannot be a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// No heading.
    #[error("the heading is empty")]
    NoHeading,
    /// No text.
    #[error("the text is empty")]
    NoText,
    /// The heading is too long.
    #[error("the heading has {0} characters; {LONGEST_HEADING} is the most")]
    LongHeading(usize),
    /// The text is too long.
    #[error("the text has {0} characters; {LONGEST_TEXT} is the most")]
    LongText(usize),
    /// A character that nobody sees.
    #[error("there is a hidden character (U+{:04X})", u32::from(*.0))]
    Hidden(char),
}

impl Wording {
    /// Returns what was typed, with its line ends made alike.
    ///
    /// # Errors
    /// When a part is empty or too long, or holds a character that nobody sees.
    pub fn new(heading: &str, text: &str) -> Result<Self, WordingError> {
        let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
        let text =
            text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', "   ");
        let text = text.trim_end().trim_start_matches('\n').to_owned();
        let (heading, text) = (composed(&heading).into_owned(), composed(&text).into_owned());
        let hidden = |c: &char| is_hidden(*c) || is_reserved(*c);
        if let Some(character) = heading.chars().chain(text.chars()).find(hidden) {
            return Err(WordingError::Hidden(character));
        }
        match (heading.chars().count(), text.chars().count()) {
            (0, _) => Err(WordingError::NoHeading),
            (_, 0) => Err(WordingError::NoText),
            (count, _) if count > LONGEST_HEADING => Err(WordingError::LongHeading(count)),
            (_, count) if count > LONGEST_TEXT => Err(WordingError::LongText(count)),
            _ if text.trim().is_empty() => Err(WordingError::NoText),
            _ => Ok(Self { heading, text }),
        }
    }

    /// Returns the heading.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// Returns the text, in signs.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether it says what the model says: other spaces and line ends are no other words.
    pub fn says_the_same(&self, model: &Former) -> bool {
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        bare(&self.heading) == bare(&model.heading) && bare(&self.text) == bare(&model.text)
    }
}

/// Where a rule was put: beside another rule's place in the model.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The rule beside whose place in the model it stands, by slug.
    pub beside: String,
    /// On which side.
    pub side: Side,
    /// Which of those that stand there it is, counted from 1.
    pub rank: u32,
}

/// On which side of another rule's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Before it.
    Before,
    /// After it.
    After,
}

impl Edits {
    /// Returns true when nothing was changed by hand.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.places.is_empty()
    }

    /// Returns how many rules the group added.
    pub fn added(&self) -> usize {
        self.rules.values().filter(|edit| matches!(edit.kind, EditKind::Added { .. })).count()
    }

    /// Returns the slugs of the rules the group added.
    pub(crate) fn added_slugs(&self) -> Vec<String> {
        let added = self.rules.iter().filter(|(_, edit)| matches!(edit.kind, EditKind::Added { .. }));
        added.map(|(slug, _)| slug.clone()).collect()
    }

    /// Returns whether a rule was taken out.
    pub(crate) fn removes(&self, slug: &str) -> bool {
        self.rules.get(slug).is_some_and(|edit| matches!(edit.kind, EditKind::Removed { .. }))
    }
}

/// Returns whether `slug` can name a rule: small letters, digits and hyphens.
pub fn is_slug(slug: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !slug.is_empty() && slug.len() <= LONGEST_SLUG && slug.chars().all(fits)
}

/// Returns a slug for a rule of the group's own, made of its heading and of letters from a new id, so that two
/// people's rules with one heading stay two.
pub fn slug_for(heading: &str, id: &str) -> String {
    let mut slug = String::new();
    for c in heading.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            '\'' | '\u{2019}' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() >= LONGEST_SLUG / 2 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    let rest: String =
        id.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let rest = &rest[rest.len().saturating_sub(6)..];
    if slug.is_empty() { format!("own-{rest}") } else { format!("{slug}-{rest}") }
}

/// Returns about what the heading was that a rule's slug was made of.
pub fn heading_like(slug: &str) -> String {
    let is_of_an_id = |rest: &str| rest.len() == 6 && rest.chars().all(|c| c.is_ascii_hexdigit());
    let words = slug.rsplit_once('-').filter(|(_, rest)| is_of_an_id(rest)).map_or(slug, |(words, _)| words);
    let mut letters = words.chars().map(|c| if c == '-' { ' ' } else { c });
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_is_neither_empty_nor_endless_nor_hidden() {
        let long = "a".repeat(LONGEST_TEXT + 1);
        let cases = [
            ("", "Words.", Err(WordingError::NoHeading)),
            ("Quorum", " \n ", Err(WordingError::NoText)),
            ("Quorum", long.as_str(), Err(WordingError::LongText(LONGEST_TEXT + 1))),
            ("Quorum", "a\u{0}b", Err(WordingError::Hidden('\0'))),
            ("Quorum", "a\u{202e}b", Err(WordingError::Hidden('\u{202e}'))),
            ("Quorum", "a\u{e000}b", Err(WordingError::Hidden('\u{e000}'))),
            ("Quo\u{1}rum", "a", Err(WordingError::Hidden('\u{1}'))),
            ("Quo\u{61c}rum", "a", Err(WordingError::Hidden('\u{61c}'))),
        ];
        for (heading, text, expected) in cases {
            assert_eq!(Wording::new(heading, text), expected, "{heading:?} {text:?}");
        }
        let fits = Wording::new(" Ŵyn \n and  Sia\u{302}n ", "\r\n1. One\r\n2. Two\n\n").unwrap();
        assert_eq!((fits.heading(), fits.text()), ("Ŵyn and Siân", "1. One\n2. Two"));
    }

    #[test]
    fn own_rules_get_slugs_of_their_own() {
        for (heading, id, slug) in [
            (
                "Children\u{2019}s days & dogs",
                "0b0e7a3c-93a7-4c8e-9a3e-2f5b1c7d9e10",
                "childrens-days-dogs-7d9e10",
            ),
            ("فاطمة", "id-12", "own-id12"),
        ] {
            assert_eq!(slug_for(heading, id), slug);
            assert!(is_slug(slug), "{slug}");
        }
        assert_eq!(
            heading_like(&slug_for("Bread for all", "00000000-0000-4000-8000-0000001b4e2f")),
            "Bread for all"
        );
        assert_eq!(heading_like("legal-status"), "Legal status");
        assert!(is_slug(&slug_for(&"long ".repeat(60), "00000000-0000-4000-8000-00000000000a")));
        for wrong in ["", "a b", "../x", "A", "a_b", "é"] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }

    #[test]
    fn provisions_read_back() {
        for provision in
            [Provision::Matter(Matter::MeetingsConduct), Provision::Criterion(Criterion::FairSharing)]
        {
            assert_eq!(Provision::from_slug(&provision.slug()), Some(provision));
        }
        assert_eq!(Provision::from_slug("s14:nothing"), None);
    }

    use proptest::prelude::*;

    use crate::Formation;
    use crate::answers::Answers;
    use crate::checks::tried::{COMMUNITY, COMPANY, SOCIETY, example, with_assets};
    use crate::checks::{Case, check};
    use crate::constitution::{Constitution, ProblemKind};

    const HOSTILE: [&str; 6] = [
        "<script>x</script> {{ name }} {% include 'y' %}",
        "1. [](#quorum) and [](#nowhere)\n2. [#quorum] **a",
        "| a | b |\n|---|---|\n| [[constitution]] | \\",
        "(a) (i) (A) 1. 2. - \u{2022} ___ ```sign\nx | y | dated\n```",
        "# Title\n\n> [!NOTE]\n> x\n\n---\n\n[[words-used]]",
        "Ŵyn \u{639}\u{631}\u{628}\u{64a} 😀 & < > \" '",
    ];

    /// One act of somebody who edits: which rule, what, and with which words.
    fn act(formation: &mut Formation, rules: &Constitution, (rule, kind, words): (usize, u8, usize)) {
        let all: Vec<&str> = rules.rules().map(|rule| rule.slug.as_str()).collect();
        let Some(slug) = all.get(rule % all.len().max(1)).map(|slug| (*slug).to_owned()) else { return };
        let typed = Wording::new("Ours <b>", HOSTILE[words]).unwrap();
        let mut edits = formation.edits.clone();
        let mut put = |kind| edits.rules.insert(slug.clone(), Edit { kind, why: "why".into() });
        let is_added = rules.rule(&slug).unwrap().origin == crate::Origin::Added;
        match kind {
            0 if is_added => drop(put(EditKind::Added { words: typed, provides: BTreeSet::new() })),
            0 => drop(put(EditKind::Replaced {
                words: typed,
                was: Former::default(),
                provides: BTreeSet::new(),
            })),
            1 if !is_added => drop(put(EditKind::Removed { was: Former::default() })),
            2 => {
                let new = slug_for("Ours", &format!("{rule}{words}"));
                let kind = EditKind::Added { words: typed, provides: BTreeSet::new() };
                edits.rules.insert(new.clone(), Edit { kind, why: String::new() });
                for (slug, place) in rules.moved(&edits, &new, Step::After(&slug)) {
                    edits.places.extend(place.map(|place| (slug, place)));
                }
            }
            _ => {
                let step = if kind == 3 { Step::Up } else { Step::Down };
                for (slug, place) in rules.moved(&edits, &slug, step) {
                    match place {
                        Some(place) => drop(edits.places.insert(slug, place)),
                        None => drop(edits.places.remove(&slug)),
                    }
                }
            }
        }
        formation.edits = edits;
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

        #[test]
        fn any_edits_assemble_or_are_reported_and_read_back_as_written(
            co_op in 0usize..3,
            acts in prop::collection::vec((0usize..200, 0u8..5, 0usize..6), 1..25),
        ) {
            with_assets(|library, law| -> Result<(), TestCaseError> {
                let mut formation = example(library, [COMPANY, SOCIETY, COMMUNITY][co_op]);
                let model = library.model(&formation.model, formation.coop_type, formation.form).unwrap();
                let answers = Answers::of(library, model, &formation);
                let assemble = |formation: &Formation| Constitution::assemble(library, model, formation, &answers);
                let untouched = assemble(&formation);
                for one in acts {
                    let rules = assemble(&formation);
                    act(&mut formation, &rules, one);
                }
                let rules = assemble(&formation);
                let mut slugs = BTreeSet::new();
                for (index, rule) in rules.rules().enumerate() {
                    prop_assert_eq!(rule.number, index + 1);
                    prop_assert!(slugs.insert(rule.slug.clone()), "{} stands there twice", rule.slug);
                    prop_assert!(!rule.heading.is_empty());
                }
                // Nothing is lost without a word: each rule of the model is in, or it was taken out.
                for rule in untouched.rules() {
                    let out = rules.removed.iter().any(|removed| removed.slug == rule.slug);
                    prop_assert!(slugs.contains(&rule.slug) != out, "{}", rule.slug);
                }
                for problem in &rules.problems {
                    prop_assert!(
                        matches!(problem.kind, ProblemKind::Reference(_) | ProblemKind::Empty),
                        "{problem:?}"
                    );
                }
                let today = jiff::civil::date(2026, 11, 24);
                let findings = check(&Case {
                    library, model, formation: &formation, answers: &answers, constitution: &rules, law, today,
                });
                let nowhere = formation.edits.rules.values().any(|edit| matches!(
                    &edit.kind,
                    EditKind::Replaced { words, .. } | EditKind::Added { words, .. }
                        if words.text().contains("nowhere")
                ));
                let said = findings.iter().any(|finding| {
                    finding.check == "rule-points-nowhere" && finding.message.contains("nowhere")
                });
                prop_assert_eq!(nowhere, said, "a reference to nothing is a blocker");
                for (slug, edit) in &formation.edits.rules {
                    prop_assert_eq!(&read_edit(&write_edit(edit)).unwrap(), edit, "{}", slug);
                }
                for (slug, place) in &formation.edits.places {
                    prop_assert_eq!(&read_place(&write_place(place)).unwrap(), place, "{}", slug);
                }
                // Edits taken back leave nothing behind.
                formation.edits = Edits::default();
                prop_assert_eq!(assemble(&formation), untouched);
                Ok(())
            })?;
        }
    }
}
