//! What is held about a person, and erasing a person or a formation for good.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use store::{BackupReason, Erasing, FieldPath, FormationId, StoreError};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::opening::free_name;
use crate::record;
use crate::remembered::Remembered;
use crate::view::{LineView, NAMELESS};
use crate::whole_file;
use crate::wording;

/// What erasing has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedView {
    /// What still names the person, now or in the history, in any co-op: somebody must decide about it.
    pub mentions: Vec<LineView>,
    /// Damaged or old files in which nothing could be erased: somebody must delete them.
    pub left: Vec<PathBuf>,
}

impl Desk {
    /// Erases everything ever held about a person: now, in the history, and in every backup. What texts say about
    /// them is listed, not altered; so are the changes that they made, whose author no erasing can take out.
    ///
    /// # Errors
    /// When nothing is held about them, or the disk does not take it.
    pub fn erase_person(&mut self, id: &str, person: &str) -> Result<ErasedView, Failure> {
        let (formation, path) = person_field(id, person)?;
        let names = self.names_of(id, person)?;
        if !self.ever_said(&formation, &path)? {
            return self.go_on_erasing("That person");
        }
        self.ledger.back_up(BackupReason::Erase, self.host.now_ms()).map_err(not_erased)?;
        // Nor may it lie in memory any longer.
        self.remembered = Remembered::default();
        let erased = self.ledger.store.erase(&formation, Erasing::Field(&path)).map_err(not_erased)?;
        Ok(ErasedView { mentions: self.mentions(id, person, &names)?, left: erased.left })
    }

    /// Finishes what was cut short where nothing is held any more; who still names a person is not known by then.
    fn go_on_erasing(&mut self, what: &str) -> Result<ErasedView, Failure> {
        let left = self.ledger.store.finish_erasing().map_err(not_erased)?;
        let left = left.ok_or_else(|| Failure::not_found(what))?;
        Ok(ErasedView { mentions: Vec::new(), left })
    }

    /// Whether the history still holds something that a field said. That it was cleared says nothing of anybody.
    fn ever_said(&self, formation: &FormationId, path: &FieldPath) -> Result<bool, Failure> {
        let mut found = false;
        self.ledger.store.each_change(formation, None, &mut |change| {
            found = change.field == *path && change.value.is_some();
            !found
        })?;
        Ok(found)
    }

    /// Erases a formation for good: now, in the history, and in every backup.
    ///
    /// # Errors
    /// When there is no such formation, or the disk does not take it.
    pub fn erase_formation(&mut self, id: &str) -> Result<ErasedView, Failure> {
        let formation = FormationId::new(id).map_err(StoreError::from)?;
        if self.ledger.fields(id)?.is_empty() {
            return self.go_on_erasing("That co-op");
        }
        self.ledger.back_up(BackupReason::Erase, self.host.now_ms()).map_err(not_erased)?;
        let left = self.erase_backed_up(&formation)?;
        Ok(ErasedView { mentions: Vec::new(), left })
    }

    /// Erases a formation for good once a backup was made: one is enough for many. Returns the files in which nothing
    /// could be erased.
    pub(crate) fn erase_backed_up(&mut self, formation: &FormationId) -> Result<Vec<PathBuf>, Failure> {
        self.remembered = Remembered::default();
        Ok(self.ledger.store.erase(formation, Erasing::All).map_err(not_erased)?.left)
    }

    /// Writes everything held about a person as a text that they can read into a folder, and returns the file. Its name
    /// says nothing of whom it is about.
    ///
    /// # Errors
    /// When nothing is held about them, or the file cannot be written.
    pub fn write_about_person(&self, id: &str, person: &str, folder: &Path) -> Result<PathBuf, Failure> {
        let text = self.about_person(id, person)?;
        let file = free_name(folder, &format!("Held about one person, {}", self.host.today()), "txt");
        whole_file::write(&file, text.as_bytes())?;
        Ok(file)
    }

    /// Returns everything held about a person, as a text that they can read.
    ///
    /// # Errors
    /// When nothing is held about them.
    pub fn about_person(&self, id: &str, person: &str) -> Result<String, Failure> {
        let (formation, path) = person_field(id, person)?;
        let mut said = Vec::new();
        self.ledger.store.each_change(&formation, None, &mut |change| {
            said.extend(Some(change).filter(|change| change.field == path));
            true
        })?;
        said.reverse();
        // Of somebody who was erased, the history knows only that they were taken out.
        if said.iter().all(|change| change.value.is_none()) {
            return Err(Failure::not_found("That person"));
        }
        let fields = self.ledger.fields(id)?;
        let name = fields.get(&record::decision_path("name"));
        let name = name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS);
        let mut text = format!("What Toad Lane holds about one person on this computer, for {name}\n");
        // Writing to a text cannot fail.
        let _ = writeln!(text, "\nNow");
        match fields.get(path.as_str()) {
            Some(json) => write_particulars(&mut text, json),
            None => text.push_str("  Nothing: they were taken out. The history below still knows.\n"),
        }
        let _ = writeln!(text, "\nWhat was entered, and when");
        for change in said {
            let _ = writeln!(text, "  {}, by {}", self.host.date_and_time(change.at), change.author);
            match &change.value {
                Some(json) => write_particulars(&mut text, json),
                None => text.push_str("    taken out\n"),
            }
        }
        let names = self.names_of(id, person)?;
        let _ = writeln!(text, "\nWhat else names them");
        let mentions = self.mentions(id, person, &names)?;
        for line in &mentions {
            let _ = writeln!(text, "  {}: {}", line.what, line.after);
        }
        if mentions.is_empty() {
            text.push_str("  None.\n");
        }
        text.push_str(
            "\nBackups hold the same, up to the day they were made. They are kept for 30 days.\n\
             Erasing takes out what was entered. Texts that name them stay until somebody changes them, and the \
             history keeps what they said before and who made each change.\n",
        );
        Ok(text)
    }
}

/// An erasing that came to no end. Nothing was to be saved, so nothing is said of saving.
pub(crate) fn not_erased(error: StoreError) -> Failure {
    let is_full = matches!(error, StoreError::DiskFull);
    let failure = Failure::from(error);
    if !is_full {
        return failure;
    }
    Failure {
        sentence: "The disk is full, so not everything was erased: files may still hold some of it.".to_owned(),
        what_to_do: "Make room on the disk, then erase again. If it is not shown any more, Toad Lane finishes when it \
                     is opened on another day."
            .to_owned(),
        ..failure
    }
}

fn person_field(id: &str, person: &str) -> Result<(FormationId, FieldPath), Failure> {
    let formation = FormationId::new(id).map_err(StoreError::from)?;
    let path = FieldPath::new(record::person_path(person)).map_err(StoreError::from)?;
    Ok((formation, path))
}

fn write_particulars(text: &mut String, json: &Json) {
    for (what, said) in wording::particulars(json) {
        let _ = writeln!(text, "    {what}: {said}");
    }
}
