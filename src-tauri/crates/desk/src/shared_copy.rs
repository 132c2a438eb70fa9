//! A copy for anybody: the constitution, who founds the co-op, and what was decided, in one file in which everything
//! private about people is left blank.
//!
//! It is one PDF, because everybody can open and print one, nobody changes it by accident, and it holds nothing but what
//! stands on its pages. What is private is what the privacy page says is on no public register; and where people live,
//! when they were born and how to reach them, whatever a register shows. It is left out where it would stand, and struck
//! out wherever somebody typed it into an answer or a rule.

use std::path::{Path, PathBuf};

use document::{Answer, Audience, Block, Field, Furniture, Language, Paper, Span, Text};
use formation::long_date;
use formation::pack::{Edition, PackPaper, foreign, paper};
use typeset::Print;

use crate::desk::Desk;
use crate::edition::{kind, pdf};
use crate::failure::Failure;
use crate::saved_edition::with_ending;
use crate::view::{PersonPrivacy, PrivacyView, private_words};
use crate::worked_out::WorkedOut;
use crate::{pack, whole_file};

const TITLE: &str = "A copy to share";
const ENDING: &str = "pdf";
/// How wide a blank in running text is.
const BLANK: u16 = 30;

impl Desk {
    /// Returns a name for the file of a copy to share: the co-op's, and the date.
    ///
    /// # Errors
    /// When there is no such formation.
    pub fn shared_copy_name(&self, id: &str) -> Result<String, Failure> {
        let worked_out = self.worked_out(id)?;
        let name = worked_out.answers.text("name").unwrap_or_default();
        let draft = worked_out.blockers().next().is_some();
        Ok(format!("{}-to-share.{ENDING}", pack::folder_name(name, worked_out.today, draft)))
    }

    /// Saves a copy to share at `path`, over what a person agreed to replace there, and returns where it is.
    ///
    /// # Errors
    /// When the disk refuses, when a character cannot be printed, or when there is no such formation.
    pub fn save_shared_copy(&self, id: &str, path: &Path) -> Result<PathBuf, Failure> {
        let worked_out = self.worked_out(id)?;
        let edition = pack::edition(&worked_out, kind(&worked_out));
        let paper = self.shared_copy(&worked_out, id, &edition);
        let bytes = pdf(&worked_out, &paper, Print::Usual, &edition)?;
        let path = with_ending(path, ENDING);
        whole_file::write(&path, &bytes)?;
        Ok(path)
    }

    /// Returns a copy to share.
    pub(crate) fn shared_copy(&self, worked_out: &WorkedOut<'_>, id: &str, edition: &Edition) -> PackPaper {
        shared(worked_out, &PrivacyView::of(worked_out, id, self.saved.clone()), edition)
    }
}

fn shared(worked_out: &WorkedOut<'_>, privacy: &PrivacyView, edition: &Edition) -> PackPaper {
    let case = worked_out.case();
    let mut problems = Vec::new();
    let mut of_the_pack = |slug: &str| {
        let (_, paper) = paper(&case, edition, slug)?;
        problems.extend(paper.problems);
        Some(joined(paper.paper))
    };
    let constitution = of_the_pack("constitution").unwrap_or_default();
    let decided = of_the_pack("decision-record").unwrap_or_default();
    let name = worked_out.answers.text("name").unwrap_or("A co-op without a name yet");
    let mut blocks = vec![
        Block::Title { text: Text::words(TITLE), under: Some(Text::value(name.to_owned())) },
        Block::body(
            "This is for anybody to read. What is private about people is left blank. It is not signed, and no registrar \
             needs it.",
        ),
        Block::Contents,
        Block::PageBreak,
    ];
    blocks.extend(constitution);
    blocks.push(Block::heading(2, "Who founds it"));
    privacy.people.iter().for_each(|person| blocks.extend(founder(person)));
    blocks.extend(decided);
    let private = private_words(worked_out, privacy);
    blocks.iter_mut().for_each(|block| block.texts_mut(&mut |text| *text = blanked(text, &private)));
    let paper = Paper {
        slug: "to-share".to_owned(),
        title: TITLE.to_owned(),
        language: Language::ENGLISH,
        foreign: foreign(&worked_out.case()),
        audience: Audience::Keep,
        furniture: Furniture {
            header: format!("{name} \u{b7} {TITLE}"),
            footer: format!("Version {}, {}", edition.version, long_date(edition.date)),
            draft: edition.draft,
            ..Furniture::default()
        },
        blocks,
    };
    PackPaper { paper, signers: None, next: None, private: false, problems }
}

/// A paper as a part of a longer one: its title is a heading, and there is nothing to sign.
fn joined(paper: Paper) -> Vec<Block> {
    let blocks = paper.blocks.into_iter().filter_map(|block| match block {
        Block::Title { text, .. } => Some(Block::heading(2, text)),
        Block::Contents | Block::PageBreak | Block::Signatures(_) => None,
        other => Some(other),
    });
    blocks.collect()
}

/// A person: what a public register shows stands there, the rest is a blank line.
fn founder(person: &PersonPrivacy) -> [Block; 2] {
    let public = person.data.iter().any(|datum| datum.what == "Name" && datum.is_shared());
    let called =
        if public { Text::value(person.name.clone()) } else { Text::words("Somebody on no register") };
    let field = |datum: &crate::view::DatumView| Field {
        label: Text::words(datum.what),
        hint: None,
        answer: match datum.is_shared() {
            true => Answer::Given(vec![Text::value(datum.held.clone())]),
            false => Answer::Blank { lines: 1 },
        },
    };
    [Block::heading(3, called), Block::Fields(person.data.iter().map(field).collect())]
}

/// Returns a text with a blank in the place of each private word.
fn blanked(text: &Text, private: &[String]) -> Text {
    let mut out = Vec::new();
    for span in &text.0 {
        match span {
            Span::Words(words) => pieces(words, private, Span::Words, &mut out),
            Span::Value(words) => pieces(words, private, Span::Value, &mut out),
            Span::Strong(inner) => out.push(Span::Strong(blanked(inner, private))),
            Span::Emphasis(inner) => out.push(Span::Emphasis(blanked(inner, private))),
            Span::Inserted(inner) => out.push(Span::Inserted(blanked(inner, private))),
            Span::Deleted(inner) => out.push(Span::Deleted(blanked(inner, private))),
            Span::Reference { .. } | Span::Open(_) | Span::Blank { .. } | Span::LineBreak => {
                out.push(span.clone());
            }
        }
    }
    Text(out)
}

fn pieces(words: &str, private: &[String], span: fn(String) -> Span, out: &mut Vec<Span>) {
    let mut rest = words;
    while let Some((from, to)) = first(rest, private) {
        if from > 0 {
            out.push(span(rest[..from].to_owned()));
        }
        out.push(Span::Blank { millimetres: BLANK });
        rest = &rest[to..];
    }
    if !rest.is_empty() {
        out.push(span(rest.to_owned()));
    }
}

/// Where the first private word stands as a word of its own, whatever its case; of two at one place, the longer.
fn first(words: &str, private: &[String]) -> Option<(usize, usize)> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = |at: usize, one: &String| {
        let to = at + one.len();
        let same = words.get(at..to).is_some_and(|here| here.eq_ignore_ascii_case(one));
        let alone =
            same && !is_letter(words[..at].chars().next_back()) && !is_letter(words[to..].chars().next());
        (alone && !one.is_empty()).then_some(to)
    };
    words.char_indices().find_map(|(at, _)| {
        let to = private.iter().filter_map(|one| ends(at, one)).max()?;
        Some((at, to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_words_are_struck_out_wherever_they_were_typed() {
        let private =
            ["12 Well Lane", "Well Lane", "asha@example.org", "HX1 2AB", "\u{e9}tage 3"].map(str::to_owned);
        for (words, left) in [
            ("Meet at 12 well lane, Halifax", "Meet at ____________, Halifax"),
            ("asha@example.org", "____________"),
            ("hx1 2ab HX1 2ABC xHX1 2AB", "____________ HX1 2ABC xHX1 2AB"),
            ("Well Lane and Well Lane", "____________ and ____________"),
            ("Stairwell Lane", "Stairwell Lane"),
            ("rue X, \u{e9}tage 3\u{2026}", "rue X, ____________\u{2026}"),
            ("", ""),
        ] {
            for span in [Span::Words, Span::Value] {
                let text = Text(vec![Span::Strong(Text(vec![span(words.to_owned())]))]);
                assert_eq!(blanked(&text, &private).plain(), left, "{words:?}");
            }
        }
    }
}
