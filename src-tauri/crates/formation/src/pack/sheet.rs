//! The answers of a sheet: found in its blocks, and those put in that a group gave in its own words.
//!
//! An answer is what stands below a heading of the third level, up to the next heading, where that is paragraphs and
//! bullets alone; fields to fill in are none. Must not know what a question is about.

use std::ops::Range;

use document::{Block, resolve};

use super::{Edition, Writing, title};
use crate::checks::Case;
use crate::edit;
use crate::sheet::{Sheet, SheetAnswer, SheetQuestion};

/// Questions stand at this level.
const LEVEL: u8 = 3;

/// Returns the answers sheets of the pack, with what the library drafts. Must not ask what the checks find, because
/// checks ask for it.
pub fn sheets(case: &Case<'_>) -> Vec<Sheet> {
    let edition = Edition { version: String::new(), date: case.today, draft: true };
    let writing = Writing::without_findings(case, &edition);
    let sheets = writing.texts.iter().filter(|text| text.answers);
    sheets
        .map(|text| {
            let (blocks, _) = writing.drafted(text);
            let found = found(&text.slug, &blocks).into_iter();
            Sheet {
                paper: text.slug.clone(),
                title: title(case, text, &writing.names),
                answers: found.map(|(question, at)| answer(&writing, question, &blocks, at)).collect(),
            }
        })
        .collect()
}

/// Returns the questions of all answers sheets.
pub fn sheet_answers(case: &Case<'_>) -> Vec<SheetAnswer> {
    sheets(case).into_iter().flat_map(|sheet| sheet.answers).collect()
}

fn answer(writing: &Writing<'_>, question: SheetQuestion, blocks: &[Block], at: Range<usize>) -> SheetAnswer {
    let heading = match blocks.get(at.start.saturating_sub(1)) {
        Some(Block::Heading(heading)) => heading.text.clone(),
        _ => document::Text::default(),
    };
    let mut draft = blocks.get(at).unwrap_or_default().to_vec();
    let source = edit::write(&draft).unwrap_or_default();
    let constitution = writing.case.constitution;
    // What points nowhere is told where the paper is written.
    let _ = resolve(&mut draft, constitution.labels(), constitution.rule_word());
    SheetAnswer { question, heading, draft, source }
}

/// Puts a group's own words into a sheet.
pub(super) fn put_in(case: &Case<'_>, paper: &str, blocks: &mut Vec<Block>) {
    // From the last to the first, so that places stay true.
    for (question, at) in found(paper, blocks).into_iter().rev() {
        if let Some(own) = case.formation.own_answers.get(&question) {
            blocks.splice(at, edit::read(own.words.text(), "").blocks);
        }
    }
}

/// Where the answers of a sheet stand, without their headings.
fn found(paper: &str, blocks: &[Block]) -> Vec<(SheetQuestion, Range<usize>)> {
    let mut out = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Block::Heading(heading) = block else { continue };
        let start = index + 1;
        let length = blocks.iter().skip(start).take_while(|block| is_answer(block)).count();
        let ends = matches!(blocks.get(start + length), None | Some(Block::Heading(_) | Block::PageBreak));
        if heading.level != LEVEL || length == 0 || !ends {
            continue;
        }
        let at = start..start + length;
        // What has no signs cannot be gone on with.
        let source = blocks.get(at.clone()).and_then(edit::write);
        if let Some(question) = SheetQuestion::of(paper, &heading.text).filter(|_| source.is_some()) {
            out.push((question, at));
        }
    }
    out
}

fn is_answer(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. } | Block::Bullets(_))
}

#[cfg(test)]
mod tests {
    use document::{Field, Text};

    use super::*;

    #[test]
    fn an_answer_is_paragraphs_and_bullets_below_a_heading_of_the_third_level() {
        let field =
            Field { label: Text::words("Name"), hint: None, answer: document::Answer::Blank { lines: 1 } };
        let blocks = [
            Block::heading(2, "The business"),
            Block::body("Not an answer."),
            Block::heading(3, "What business?"),
            Block::body("Bread."),
            Block::Bullets(vec![vec![Block::body("Rolls")]]),
            Block::heading(3, "Nothing here"),
            Block::heading(3, "Who?"),
            Block::body("We."),
            Block::Fields(vec![field]),
            Block::heading(3, "When?"),
            Block::body("Soon."),
            Block::PageBreak,
        ];
        let found: Vec<(String, Range<usize>)> =
            found("sheet", &blocks).into_iter().map(|(question, at)| (question.question, at)).collect();
        assert_eq!(found, [("what-business".to_owned(), 3..5), ("when".to_owned(), 10..11)]);
    }
}
