//! Writes the sample papers as PDF, DOCX, HTML, text and Markdown into a folder, to be looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/papers/mod.rs"]
mod papers;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder to write into")?);
    std::fs::create_dir_all(&folder)?;
    let fonts = papers::fonts();
    for paper in papers::all() {
        let pages = typeset::lay_out(&paper, &fonts);
        let pdf = typeset::write_pdf(&pages, &fonts, &papers::about(&paper))?;
        std::fs::write(folder.join(format!("{}.pdf", paper.slug)), pdf)?;
        let large = typeset::lay_out_in(&paper, &fonts, typeset::Print::Large);
        let pdf = typeset::write_pdf(&large, &fonts, &papers::about(&paper))?;
        std::fs::write(folder.join(format!("{}-large.pdf", paper.slug)), pdf)?;
        let picture = typeset::svg(&pages, &fonts, 0).unwrap();
        std::fs::write(folder.join(format!("{}.svg", paper.slug)), picture)?;
        let docx = typeset::docx(&paper, &pages, &papers::about(&paper))?;
        std::fs::write(folder.join(format!("{}.docx", paper.slug)), docx)?;
        std::fs::write(folder.join(format!("{}.html", paper.slug)), typeset::html(&paper))?;
        std::fs::write(folder.join(format!("{}.txt", paper.slug)), typeset::text(&paper))?;
        std::fs::write(folder.join(format!("{}.md", paper.slug)), typeset::markdown(&paper))?;
    }
    Ok(())
}
