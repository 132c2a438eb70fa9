//! Times a constitution from its answers to its file, written by us or by krilla, for `compare-documents`.
//!
//! `bench-documents once ours|krilla ANSWERS OUT` makes one file, for a cold process, of the kind that OUT's ending
//! says; `bench-documents edits
//! ours|krilla ANSWERS COUNT` makes one, then `COUNT` more, each after an edit, and prints the milliseconds that
//! each took: in all, and for laying out and writing alone.

mod by_krilla;

use std::error::Error;
use std::time::Instant;

use desk::{Assets, ConstitutionEdition, WorkedOut, edition_of, pack};
use formation::answers_file;
use jiff::civil::date;
use typeset::{About, Pages, docx, html, lay_out_in, write_pdf};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [what, writer, answers, last] = arguments.as_slice() else {
        return Err("bench-documents once|edits ours|krilla ANSWERS OUT|COUNT".into());
    };
    let mut bench = Bench::new(writer, std::fs::read_to_string(answers)?)?;
    match *what {
        "once" => std::fs::write(last, bench.once(last)?)?,
        "edits" => {
            bench.file(0)?;
            for edit in 1..=last.parse()? {
                let start = Instant::now();
                let (_, layout_and_writing) = bench.file(edit)?;
                let all = start.elapsed().as_secs_f64() * 1e3;
                println!("{all:.2} {layout_and_writing:.2}");
            }
        }
        other => return Err(format!("{other} is neither once nor edits").into()),
    }
    Ok(())
}

enum Writer {
    Ours,
    Krilla(by_krilla::Faces),
}

impl Writer {
    fn write(&mut self, pages: &Pages, assets: &Assets, about: &About) -> Outcome<Vec<u8>> {
        match self {
            Self::Ours => Ok(write_pdf(pages, &assets.fonts, about)?),
            Self::Krilla(faces) => by_krilla::write(pages, faces, about),
        }
    }
}

struct Bench {
    assets: Assets,
    answers: String,
    writer: Writer,
}

impl Bench {
    fn new(writer: &str, answers: String) -> Outcome<Self> {
        let writer = match writer {
            "ours" => Writer::Ours,
            "krilla" => Writer::Krilla(by_krilla::Faces::default()),
            other => return Err(format!("{other} is neither ours nor krilla").into()),
        };
        Ok(Self { assets: Assets::embedded()?, answers, writer })
    }

    /// The constitution in the format that a file's ending asks for.
    fn once(&mut self, out: &str) -> Outcome<Vec<u8>> {
        if out.ends_with(".pdf") {
            return Ok(self.file(0)?.0);
        }
        let formation = answers_file::read(&self.assets.library, &self.answers)?;
        let worked_out = WorkedOut::new(&self.assets, formation, date(2026, 11, 24))
            .map_err(|failure| format!("{failure:?}"))?;
        let (paper, print, edition) = edition_of(&worked_out, ConstitutionEdition::Signed, None)
            .map_err(|failure| format!("{failure:?}"))?;
        if out.ends_with(".html") {
            return Ok(html(&paper.paper).into_bytes());
        }
        let about = pack::about(&worked_out, &edition, &paper);
        Ok(docx(&paper.paper, &lay_out_in(&paper.paper, &self.assets.fonts, print), &about)?)
    }

    /// The constitution's file after so many edits, and how long laying out and writing took.
    fn file(&mut self, edit: u32) -> Outcome<(Vec<u8>, f64)> {
        let answers = match edit {
            0 => self.answers.clone(),
            // Another purpose: words in the middle of a rule, and the lines below it move.
            _ => self.answers.replacen("purpose = \"", &format!("purpose = \"In our year {edit}, "), 1),
        };
        let formation = answers_file::read(&self.assets.library, &answers)?;
        let worked_out = WorkedOut::new(&self.assets, formation, date(2026, 11, 24))
            .map_err(|failure| format!("{failure:?}"))?;
        let (paper, print, edition) = edition_of(&worked_out, ConstitutionEdition::Signed, None)
            .map_err(|failure| format!("{failure:?}"))?;
        let about = pack::about(&worked_out, &edition, &paper);
        let start = Instant::now();
        let pages = lay_out_in(&paper.paper, &self.assets.fonts, print);
        let bytes = self.writer.write(&pages, &self.assets, &about)?;
        Ok((bytes, start.elapsed().as_secs_f64() * 1e3))
    }
}
