//! Packs: the papers of one route as files, with a manifest and a seal.

mod manifest;
mod verify;
mod version;
mod write;

use formation::pack::{Edition, PackPaper, audience_words, papers};
use typeset::{About, Pages, lay_out, write_pdf};

pub use manifest::{Document, FORMAT, MANIFEST, Manifest};
pub use verify::{Difference, verify};
pub use version::version;
pub use write::{folder_name, write_pack};

use crate::act::PackKind;
use crate::failure::Failure;
use crate::stop::Stop;
use crate::worked_out::WorkedOut;

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its name: "01-cover-sheet.pdf".
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A pack, made and not yet written anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The papers as files, in order.
    pub files: Vec<PackFile>,
    /// What it holds.
    pub manifest: Manifest,
}

/// A paper laid out.
pub struct LaidOut {
    /// The paper.
    pub paper: PackPaper,
    /// Its pages.
    pub pages: Pages,
}

/// Returns the edition of a formation's papers made today.
pub fn edition(worked_out: &WorkedOut<'_>, kind: PackKind) -> Edition {
    Edition {
        version: version(&worked_out.formation, worked_out.model),
        date: worked_out.today,
        draft: kind == PackKind::Draft,
    }
}

/// Makes the pack.
///
/// # Errors
/// When blockers stand and a final pack is asked for, when a character cannot be printed, when somebody asked to stop,
/// or when the app's own texts are faulty.
pub fn make(worked_out: &WorkedOut<'_>, kind: PackKind, stop: &Stop) -> Result<Pack, Failure> {
    let blockers = worked_out.blockers().count();
    if kind == PackKind::Final && blockers > 0 {
        return Err(Failure::blocked(blockers));
    }
    let edition = edition(worked_out, kind);
    let papers = papers(&worked_out.case(), &edition);
    let laid_out = on_all_cores(papers, stop, |paper| lay_out_one(worked_out, paper))?;
    let about = |paper: &PackPaper| about(worked_out, &edition, paper);
    let written = on_all_cores(laid_out, stop, |laid_out| {
        let bytes = write_pdf(&laid_out.pages, &worked_out.assets.fonts, &about(&laid_out.paper))
            .map_err(|error| Failure::fault(&format!("a PDF cannot be written ({error})")))?;
        Ok((laid_out, bytes))
    })?;
    let mut files = Vec::new();
    let mut documents = Vec::new();
    for (index, (LaidOut { paper, pages }, bytes)) in written.into_iter().enumerate() {
        let name = format!("{:02}-{}.pdf", index + 1, file_stem(worked_out, &paper));
        documents.push(Document {
            file: name.clone(),
            title: paper.paper.title.clone(),
            audience: manifest::audience_slug(paper.paper.audience),
            pages: pages.pages.len(),
            sha256: manifest::sha256(&bytes),
        });
        files.push(PackFile { name, bytes });
    }
    Ok(Pack { files, manifest: Manifest::new(worked_out, &edition, documents) })
}

/// Lays one paper out, and refuses it when something in it cannot be shown.
fn lay_out_one(worked_out: &WorkedOut<'_>, paper: PackPaper) -> Result<LaidOut, Failure> {
    if let Some(problem) = paper.problems.first() {
        return Err(Failure::fault(&format!("a paper cannot be written ({problem})")));
    }
    let pages = lay_out(&paper.paper, &worked_out.assets.fonts);
    if let Some(missing) = pages.missing.first() {
        return Err(Failure::unprintable(missing.character, &missing.text));
    }
    if pages.left_out > 0 {
        return Err(Failure::too_long(&paper.paper.title, pages.left_out));
    }
    Ok(LaidOut { paper, pages })
}

/// Returns what a reader's program shows about a paper.
pub fn about(worked_out: &WorkedOut<'_>, edition: &Edition, paper: &PackPaper) -> About {
    let name = worked_out.answers.text("name").unwrap_or("A co-op without a name yet");
    About {
        title: format!("{name}: {}", paper.paper.title),
        author: name.to_owned(),
        subject: audience_words(paper.paper.audience).to_owned(),
        date: edition.date,
        producer: format!("Toad Lane {}", env!("CARGO_PKG_VERSION")),
    }
}

/// The constitution's file is named for what the form calls it.
fn file_stem(worked_out: &WorkedOut<'_>, paper: &PackPaper) -> String {
    match paper.paper.slug.as_str() {
        "constitution" => match worked_out.formation.form.rule_word() {
            "article" => "articles".to_owned(),
            "rule" => "rules".to_owned(),
            _ => "constitution".to_owned(),
        },
        slug => slug.to_owned(),
    }
}

/// Runs `work` on every item, on as many threads as there are cores, until somebody asks to stop; results keep the
/// items' order.
pub(crate) fn on_all_cores<T: Send, R: Send>(
    items: Vec<T>,
    stop: &Stop,
    work: impl Fn(T) -> Result<R, Failure> + Sync,
) -> Result<Vec<R>, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let queue = std::sync::Mutex::new(items.into_iter().enumerate());
    let next = || queue.lock().map_or(None, |mut queue| queue.next());
    let worker = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, stop.go_on().and_then(|()| work(item))));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        running.into_iter().map(|thread| thread.join()).collect::<Result<Vec<_>, _>>()
    })
    .map_err(|_| Failure::fault("a thread that made papers stopped"))?
    .into_iter()
    .flatten()
    .collect::<Vec<_>>();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
