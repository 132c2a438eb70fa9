//! The editions of a constitution: the one that is signed, and those made of it for readers.

use formation::pack::{Against, Edition, PackPaper, explained, marked, paper, summary, with_usual_answers};
use typeset::{Print, docx, html, lay_out, lay_out_in, markdown, text, write_pdf};

use crate::act::PackKind;
use crate::failure::Failure;
use crate::pack;
use crate::worked_out::WorkedOut;

/// Which constitution is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConstitutionEdition {
    /// As it is signed and registered.
    Signed,
    /// Each rule beside what it means and what was chosen.
    Explained,
    /// In letters of 18 pt.
    LargePrint,
    /// With what came and went since an earlier one.
    Marked,
    /// On two pages, in plain words.
    Summary,
}

/// As what a constitution is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionFile {
    /// A PDF.
    Pdf,
    /// A file of a word processor; a marked edition has tracked changes.
    Word,
    /// A web page.
    WebPage,
    /// Markdown.
    Markdown,
    /// Words alone.
    Text,
}

/// Returns one edition of the constitution as the bytes of a file; `before` as in [`edition_of`].
///
/// # Errors
/// When a PDF would lack a character or a part, or the app's own texts are faulty.
pub fn edition_file(
    worked_out: &WorkedOut<'_>,
    which: ConstitutionEdition,
    file: EditionFile,
    before: Option<&WorkedOut<'_>>,
) -> Result<Vec<u8>, Failure> {
    let (paper, print, edition) = edition_of(worked_out, which, before)?;
    written(worked_out, &paper, print, &edition, file)
}

/// Returns a paper as the bytes of a file.
pub(crate) fn written(
    worked_out: &WorkedOut<'_>,
    paper: &PackPaper,
    print: Print,
    edition: &Edition,
    file: EditionFile,
) -> Result<Vec<u8>, Failure> {
    match file {
        EditionFile::WebPage => Ok(html(&paper.paper).into_bytes()),
        EditionFile::Markdown => Ok(markdown(&paper.paper).into_bytes()),
        EditionFile::Text => Ok(text(&paper.paper).into_bytes()),
        EditionFile::Word => word(worked_out, paper, print, edition),
        EditionFile::Pdf => pdf(worked_out, paper, print, edition),
    }
}

/// Returns a paper of the pack as the bytes of a file of a word processor. It is no paper to sign: numbers and words are
/// those of the pack's PDF, and whoever opens it can change them.
///
/// # Errors
/// When the pack has no such paper, or the app's own texts are faulty.
pub fn paper_as_word(worked_out: &WorkedOut<'_>, slug: &str) -> Result<Vec<u8>, Failure> {
    let edition = pack::edition(worked_out, kind(worked_out));
    let (_, paper) =
        paper(&worked_out.case(), &edition, slug).ok_or_else(|| Failure::not_found("That paper"))?;
    word(worked_out, &paper, Print::Usual, &edition)
}

/// Returns a paper as the bytes of a file of a word processor.
fn word(
    worked_out: &WorkedOut<'_>,
    paper: &PackPaper,
    print: Print,
    edition: &Edition,
) -> Result<Vec<u8>, Failure> {
    let pages = lay_out_in(&paper.paper, &worked_out.assets.fonts, print);
    docx(&paper.paper, &pages, &pack::about(worked_out, edition, paper))
        .map_err(|error| Failure::fault(&format!("a file cannot be written ({error})")))
}

/// Which pack can be made now.
pub(crate) fn kind(worked_out: &WorkedOut<'_>) -> PackKind {
    if worked_out.blockers().next().is_some() { PackKind::Draft } else { PackKind::Final }
}

/// Returns a paper as the bytes of a PDF.
///
/// # Errors
/// When it would lack a character or a part, or the app's own texts are faulty.
pub(crate) fn pdf(
    worked_out: &WorkedOut<'_>,
    paper: &PackPaper,
    print: Print,
    edition: &Edition,
) -> Result<Vec<u8>, Failure> {
    let fonts = &worked_out.assets.fonts;
    let pages = lay_out_in(&paper.paper, fonts, print);
    if let Some(missing) = pages.missing.first() {
        return Err(Failure::unprintable(missing.character, &missing.text));
    }
    if pages.left_out > 0 {
        return Err(Failure::too_long(&paper.paper.title, pages.left_out));
    }
    write_pdf(&pages, fonts, &pack::about(worked_out, edition, paper))
        .map_err(|error| Failure::fault(&format!("a file cannot be written ({error})")))
}

/// A summary has no more pages than a sheet has sides.
const SUMMARY_PAGES: usize = 2;

/// Returns one edition of the constitution, how large it is printed, and the version it is of. A marked one
/// is marked against `before`, or against the model's usual answers when there is none.
///
/// # Errors
/// When the app's own texts are faulty.
pub fn edition_of(
    worked_out: &WorkedOut<'_>,
    which: ConstitutionEdition,
    before: Option<&WorkedOut<'_>>,
) -> Result<(PackPaper, Print, Edition), Failure> {
    let edition = pack::edition(worked_out, kind(worked_out));
    let case = worked_out.case();
    let derived =
        |paper| PackPaper { paper, signers: None, next: None, private: false, problems: Vec::new() };
    let paper = match which {
        ConstitutionEdition::Signed | ConstitutionEdition::LargePrint => signed(worked_out, &edition)?,
        ConstitutionEdition::Explained => derived(explained(&case, &edition, &worked_out.taken_down)),
        ConstitutionEdition::Summary => derived(short(worked_out, &edition)),
        ConstitutionEdition::Marked => match before {
            Some(before) => marked_against(worked_out, &edition, before, Against::Earlier)?,
            None => {
                let usual = with_usual_answers(&case);
                let usual = WorkedOut::new(worked_out.assets, usual, worked_out.today)?;
                marked_against(worked_out, &edition, &usual, Against::Usual)?
            }
        },
    };
    let print = if which == ConstitutionEdition::LargePrint { Print::Large } else { Print::Usual };
    Ok((paper, print, edition))
}

/// Returns the constitution marked against another, and what it says of that.
pub(crate) fn marked_against(
    worked_out: &WorkedOut<'_>,
    edition: &Edition,
    then: &WorkedOut<'_>,
    against: Against<'_>,
) -> Result<PackPaper, Failure> {
    let now = signed(worked_out, edition)?;
    Ok(marked(&worked_out.case(), edition, now, &signed(then, edition)?, against))
}

fn signed(worked_out: &WorkedOut<'_>, edition: &Edition) -> Result<PackPaper, Failure> {
    paper(&worked_out.case(), edition, "constitution")
        .map(|(_, paper)| paper)
        .ok_or_else(|| Failure::fault("this form\u{2019}s pack has no constitution"))
}

/// The summary with as many rules as fill its pages.
fn short(worked_out: &WorkedOut<'_>, edition: &Edition) -> document::Paper {
    let case = worked_out.case();
    let fits =
        |paper: &document::Paper| lay_out(paper, &worked_out.assets.fonts).pages.len() <= SUMMARY_PAGES;
    // Halving: a summary with fewer rules is never longer.
    let (mut least, mut most) = (0, case.constitution.rules().count());
    while least < most {
        let middle = (least + most).div_ceil(2);
        if fits(&summary(&case, edition, middle)) {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    summary(&case, edition, least)
}
