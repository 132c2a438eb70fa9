//! Printing Word files with LibreOffice, and reading what was printed.

#![allow(dead_code, missing_docs, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use document::{Block, Paper, Table, Text};

/// One paper as both files.
pub struct Pair {
    pub name: String,
    pub docx: Vec<u8>,
    pub pdf: Vec<u8>,
}

/// The text of both files as a reader of PDFs has it.
pub struct Printed {
    pub ours: String,
    pub theirs: String,
}

/// Some of them, for each start of the program: of a few hundred at once it leaves the last ones out, and says nothing.
const AT_ONCE: usize = 100;

/// Prints every Word file to PDF and returns the text of both.
pub fn print(files: &[Pair]) -> Vec<Printed> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    let faces = faces(folder.path());
    for some in files.chunks(AT_ONCE) {
        print_some(some, folder.path(), &out, &faces);
    }
    files
        .iter()
        .map(|file| Printed {
            ours: text(&folder.path().join(format!("{}.pdf", file.name))),
            theirs: text(&out.join(format!("{}.pdf", file.name))),
        })
        .collect()
}

fn print_some(files: &[Pair], folder: &Path, out: &Path, faces: &Path) {
    let mut command = Command::new("soffice");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    command.args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"]).arg(out);
    command.env("FONTCONFIG_FILE", faces);
    for file in files {
        let docx = folder.join(format!("{}.docx", file.name));
        fs::write(&docx, &file.docx).expect("written");
        fs::write(folder.join(format!("{}.pdf", file.name)), &file.pdf).expect("written");
        command.arg(docx);
    }
    let ran = command
        .output()
        .unwrap_or_else(|error| panic!("soffice does not run ({error}); install libreoffice-writer-nogui"));
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// Returns a list of faces for the program: those that our Word files name, beside whatever the computer has, so that lines
/// break alike everywhere.
fn faces(folder: &Path) -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let ours = above.map(|above| above.join("assets/fonts")).find(|fonts| fonts.is_dir()).expect("our faces");
    let named = folder.join("faces");
    fs::create_dir(&named).expect("a folder");
    for face in
        ["NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSans-Regular", "NotoSans-Bold"]
    {
        let face = format!("{face}.ttf");
        fs::copy(ours.join(&face), named.join(&face)).expect("copied");
    }
    let list = format!(
        "<?xml version=\"1.0\"?>\n<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>\n",
        named.display()
    );
    let file = folder.join("fonts.conf");
    fs::write(&file, list).expect("written");
    file
}

fn text(pdf: &Path) -> String {
    assert!(pdf.exists(), "{} was not printed", pdf.display());
    let ran =
        Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output().expect("pdftotext of poppler-utils");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

/// Returns where two texts part; none when they say the same. Page furniture, page numbers and the signs
/// of forms are no part of what is said. Right-to-left words come out of a PDF in the order in which
/// they were drawn: they are compared for themselves.
pub fn difference(ours: &str, theirs: &str, paper: &Paper) -> Option<String> {
    parting(said(ours, paper), said(theirs, paper))
}

/// The same, but for numbers and labels: what stands alone between spaces and is "15.1", "(a)" or both of two.
pub fn difference_but_numbers(ours: &str, theirs: &str, paper: &Paper) -> Option<String> {
    let is_number = |word: &str| {
        let labels = word.split(['(', ')', '.']).filter(|part| !part.is_empty());
        let is_label = |part: &str| part.len() <= 2 && word.contains('(') && !word.contains('.');
        labels.into_iter().all(|part| part.chars().all(|c| c.is_ascii_digit()) || is_label(part))
    };
    let without = |mut said: Said| {
        said.words.retain(|word| !is_number(word));
        said
    };
    parting(without(said(ours, paper)), without(said(theirs, paper)))
}

fn parting(ours: Said, mut theirs: Said) -> Option<String> {
    mend_long_words(&ours.words, &mut theirs.words);
    if ours.rtl != theirs.rtl {
        return Some(format!("right-to-left words: {:?} and {:?}", ours.rtl, theirs.rtl));
    }
    let at = ours.words.iter().zip(&theirs.words).take_while(|(a, b)| a == b).count();
    if at == ours.words.len() && at == theirs.words.len() {
        return None;
    }
    let around = |words: &[String]| words[at.saturating_sub(8)..words.len().min(at + 12)].join(" ");
    Some(format!("\n  PDF:         {}\n  LibreOffice: {}", around(&ours.words), around(&theirs.words)))
}

/// Puts words together that a narrow column tore in one of the files: long ones only, such as an e-mail address.
fn mend_long_words(ours: &[String], theirs: &mut Vec<String>) {
    const LONG: usize = 20;
    for (at, word) in ours.iter().enumerate() {
        let torn = word.len() >= LONG
            && matches!(theirs.get(at..at + 2), Some([first, second]) if format!("{first}{second}") == *word);
        if torn {
            theirs.splice(at..at + 2, [word.clone()]);
        }
    }
}

struct Said {
    words: Vec<String>,
    rtl: Vec<String>,
}

fn said(text: &str, paper: &Paper) -> Said {
    let furniture = &paper.furniture;
    // A line may end after a hyphen or dash inside a word, here or there.
    let joined = text.replace("-\n", "-").replace("–\n", "–");
    let spaced = without_leaders(&joined.replace(['\u{a0}', '\u{c}', '\n', '\u{2028}'], " "));
    let mut words: Vec<String> = Vec::new();
    let mut rtl = Vec::new();
    for word in spaced.split_whitespace() {
        let right: String = word.chars().filter(|c| right_to_left(*c)).collect();
        if !right.is_empty() {
            rtl.push(right);
        }
        let left: String = word
            .chars()
            .filter(|c| c.is_alphanumeric() && !right_to_left(*c) || "()'’£%.-".contains(*c))
            .collect();
        if left.chars().any(char::is_alphanumeric) {
            words.push(left);
        }
    }
    rtl.sort();
    let own = [Some(&furniture.header), Some(&furniture.footer), furniture.private.as_ref()];
    for line in own.into_iter().flatten() {
        drop_all(&mut words, &said_words(line));
    }
    for mark in ["DRAFT", "D R A F T"] {
        drop_all(&mut words, &said_words(mark));
    }
    // A head stands again on every page that its table goes on to; the pages differ.
    paper.visit(&mut |block| {
        if let Block::Table(Table { head: Some(head), .. }) = block {
            let texts: Vec<String> = head.iter().flatten().map(Text::plain).collect();
            drop_again(&mut words, &said_words(&texts.join(" ")));
        }
    });
    Said { words: without_page_numbers(words), rtl }
}

fn said_words(line: &str) -> Vec<String> {
    let clean = |word: &str| -> String {
        word.chars().filter(|c| c.is_alphanumeric() || "()'’£%.-".contains(*c)).collect()
    };
    line.split_whitespace().map(clean).filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// Leaves out dotted lines with the page number at their end.
fn without_leaders(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let (before, dots) = rest.split_at(at);
        let after = dots.trim_start_matches(['.', ' ']);
        let line = &dots[..dots.len() - after.len()];
        out.push_str(before);
        if line.matches('.').count() >= 3 {
            out.push(' ');
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        } else {
            out.push_str(line);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// Takes every stretch that is `line` out of the words.
fn drop_all(words: &mut Vec<String>, line: &[String]) {
    drop_after(words, line, 0);
}

/// Takes every stretch that is `line`, but the first, out of the words.
fn drop_again(words: &mut Vec<String>, line: &[String]) {
    drop_after(words, line, 1);
}

fn drop_after(words: &mut Vec<String>, line: &[String], mut keep: usize) {
    if line.is_empty() {
        return;
    }
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        if words[at..].starts_with(line) && keep == 0 {
            at += line.len();
        } else {
            keep = keep.saturating_sub(usize::from(words[at..].starts_with(line)));
            kept.push(std::mem::take(&mut words[at]));
            at += 1;
        }
    }
    *words = kept;
}

/// Leaves out "Page 3 of 9".
fn without_page_numbers(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    let number = |word: Option<&String>| word.is_some_and(|word| word.chars().all(|c| c.is_ascii_digit()));
    while at < words.len() {
        let of = words.get(at + 2).is_some_and(|word| word == "of");
        if words[at] == "Page" && number(words.get(at + 1)) && of && number(words.get(at + 3)) {
            at += 4;
            continue;
        }
        kept.push(words[at].clone());
        at += 1;
    }
    kept
}

fn right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
