//! How an adviser keeps formations: in programmes, with a stage, a next step and notes of their own. None of it is part
//! of the co-op: it prints nowhere and is in no file that is handed on.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use store::{FieldPath, FormationId};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::view::{FrameView, NoteView, NotesView};

/// More than this is no name of a programme or a stage.
const LONGEST_LINE: usize = 120;
/// More than this is no note.
const LONGEST_NOTE: usize = 20_000;

/// Where a formation stands for its adviser; each may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// The programme it belongs to.
    pub programme: String,
    /// How far it is.
    pub stage: String,
    /// What comes next.
    pub next_step: String,
}

impl Keeping {
    pub(crate) fn of(fields: &BTreeMap<Path, Json>) -> Self {
        let text = |path: &str| fields.get(path).and_then(Json::as_str).unwrap_or_default().to_owned();
        Self {
            programme: text(record::PROGRAMME),
            stage: text(record::STAGE),
            next_step: text(record::NEXT_STEP),
        }
    }

    fn fields(&self) -> [(&'static str, &'static str, &str); 3] {
        [
            (record::PROGRAMME, "programme", &self.programme),
            (record::STAGE, "stage", &self.stage),
            (record::NEXT_STEP, "next-step", &self.next_step),
        ]
    }
}

impl Desk {
    /// Returns where a formation stands for its adviser, and the notes about it, latest first.
    ///
    /// # Errors
    /// When there is no such formation, or the store cannot be read.
    pub fn notes_view(&self, id: &str) -> Result<NotesView, Failure> {
        let frame = FrameView::of(&self.worked_out(id)?, id, self.saved.clone());
        let formation = FormationId::new(id).map_err(store::StoreError::from)?;
        let mut notes = Vec::new();
        for (path, json) in self.ledger.fields(id)? {
            let Some(note) = path.strip_prefix(record::NOTE) else { continue };
            let field = FieldPath::new(&path).map_err(store::StoreError::from)?;
            let at = self.ledger.store.newest(&formation, &field)?.into_iter().map(|change| change.seq).max();
            let text = json.get("text").and_then(Json::as_str).unwrap_or_default().to_owned();
            let written = json.get("at").and_then(Json::as_i64).map(|at| self.host.date_and_time(at));
            notes.push((at, NoteView { id: note.to_owned(), text, written: written.unwrap_or_default() }));
        }
        notes.sort_by(|(a, _), (b, _)| b.cmp(a));
        Ok(NotesView {
            frame,
            keeping: self.keeping(id)?,
            programmes: self.programmes()?.into_iter().map(|(name, _)| name).collect(),
            notes: notes.into_iter().map(|(_, note)| note).collect(),
        })
    }

    pub(crate) fn keeping(&self, id: &str) -> Result<Keeping, Failure> {
        Ok(Keeping::of(&self.ledger.fields(id)?))
    }

    /// Takes down where a formation stands.
    ///
    /// # Errors
    /// When a line is too long, there is no such formation, or it cannot be saved; so with every act below.
    pub fn keep(&mut self, id: &str, keeping: &Keeping) -> Result<(), Failure> {
        self.formation(id)?;
        let mut changes: Vec<(Path, Option<Json>)> = Vec::new();
        for (path, field, text) in keeping.fields() {
            let text = text.trim();
            if text.chars().count() > LONGEST_LINE {
                let name = field.replace('-', " ");
                let sentence = format!("The {name} is longer than {LONGEST_LINE} characters.");
                return Err(Failure::input(field, sentence, "Write it shorter, or write a note."));
            }
            changes.push((path.to_owned(), (!text.is_empty()).then(|| json!(text))));
        }
        self.change(id, changes)
    }

    /// Adds a note.
    pub fn add_note(&mut self, id: &str, text: &str) -> Result<(), Failure> {
        self.formation(id)?;
        let text = text.trim();
        if text.is_empty() {
            return Err(Failure::input("note", "The note is empty.", "Write something, then add it."));
        }
        if text.chars().count() > LONGEST_NOTE {
            let sentence = format!("The note is longer than {LONGEST_NOTE} characters.");
            return Err(Failure::input("note", sentence, "Make two notes of it."));
        }
        let path = format!("{}{}", record::NOTE, self.host.new_id());
        self.change(id, vec![(path, Some(json!({ "at": self.host.now_ms(), "text": text })))])
    }

    /// Takes a note away. The history keeps what it said.
    pub fn remove_note(&mut self, id: &str, note: &str) -> Result<(), Failure> {
        let path = format!("{}{note}", record::NOTE);
        if !self.ledger.fields(id)?.contains_key(&path) {
            return Err(Failure::not_found("That note"));
        }
        self.change(id, vec![(path, None)])
    }

    /// Begins a formation like another one: with its answers as proposals, and without its people and organisations, its name, its
    /// addresses and its reasons. Returns the new one's id.
    pub fn copy(&mut self, id: &str) -> Result<String, Failure> {
        /// What is one group's own.
        const OWN: [&str; 3] = ["name", "registered-office", "registered-email"];
        let mut formation = self.formation(id)?;
        formation.people.clear();
        formation.organisations.clear();
        formation.accepted.clear();
        formation.usual_agreed = false;
        formation.decisions.retain(|slug, _| !OWN.contains(&slug.as_str()));
        for taken in formation.decisions.values_mut() {
            taken.status = formation::decision::Status::Proposed;
            taken.reason = None;
        }
        let texts = self.ledger.fields(id)?.remove(record::TEXTS);
        self.take_in_with(&formation, texts)
    }
}
