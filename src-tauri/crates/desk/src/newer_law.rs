//! Newer law than the app came with: looked at first, then taken onto this desk as one act, and put away again.
//!
//! What newer files may say is `formation::law`'s to judge; they are data, and nothing in them runs. They are kept as they
//! came, in a field of the shelf's record: so they are encrypted, backed up and put back as everything else is. What they
//! say is held against the app's own data whenever the desk opens, so that a later edition of the app wins where it looked
//! at a figure later.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use formation::law::{Law, LawChange, NEWER_FILES, Newer};
use formation::library::{LibraryError, LibraryFault, SourceFile};
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::assets::Assets;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::package::{text_at, texts_at};
use crate::shelf::{LAW, SHELF};
use crate::texts::ReadPackages;

/// What may lie beside the law's data and is none.
const NO_LAW: &str = "trade-codes.tsv";

/// Files of newer law: names and texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewerLaw {
    files: BTreeMap<String, String>,
}

/// What there is to say of newer law.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LawReport {
    /// What is wrong with it; nothing else is said while there is any.
    pub faults: Vec<LibraryFault>,
    /// What would change on this desk.
    pub changes: Vec<LawChange>,
    /// What it says and the app's own data looked at later: that stays.
    pub held_back: Vec<String>,
}

/// The law that this desk goes by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LawView {
    /// What differs from the app's own data; none where nothing newer was taken in.
    pub taken_in: Option<Vec<LawChange>>,
}

impl NewerLaw {
    /// Reads the files in a folder, in a bound file, or one file of the law's data by itself.
    ///
    /// # Errors
    /// When they cannot be read, hold a link, or are larger than a package may be.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut files = if path.is_file() && NEWER_FILES.contains(&name.as_str()) {
            BTreeMap::from([(name.clone(), text_at(path, &name)?)])
        } else {
            texts_at(path)?
        };
        files.remove(NO_LAW);
        Ok(Self { files })
    }

    /// Holds them against the app's own data, as on `today`.
    ///
    /// # Errors
    /// When the app's own data is damaged.
    pub fn check(&self, today: Date) -> Result<LawReport, Failure> {
        let own = Assets::own_law()?;
        Ok(self.report(&own, &own, today))
    }

    /// Returns the app's own data with these files.
    ///
    /// # Errors
    /// Every fault of the files.
    pub fn beside(&self, own: &Law, today: Date) -> Result<Newer, LibraryError> {
        let files: Vec<SourceFile<'_>> =
            self.files.iter().map(|(path, text)| SourceFile { path, text }).collect();
        own.with_newer(&files, today)
    }

    fn report(&self, own: &Law, now: &Law, today: Date) -> LawReport {
        match self.beside(own, today) {
            Ok(newer) => LawReport {
                faults: Vec::new(),
                changes: now.changes_to(&newer.law),
                held_back: newer.held_back,
            },
            Err(error) => LawReport { faults: error.faults, ..LawReport::default() },
        }
    }

    fn from_json(json: &Json) -> Option<Self> {
        let files = json.get("files")?.as_object()?;
        let files = files.iter().map(|(path, text)| Some((path.clone(), text.as_str()?.to_owned())));
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    fn to_json(&self) -> Json {
        json!({ "files": self.files })
    }
}

impl Desk {
    /// Says what newer law would change on this desk. Nothing is kept.
    ///
    /// # Errors
    /// When the app's own data is damaged.
    pub fn look_at_law(&self, newer: &NewerLaw) -> Result<LawReport, Failure> {
        Ok(newer.report(&Assets::own_law()?, &self.assets.law, self.host.today()))
    }

    /// Takes newer law onto this desk, in the place of what was taken before.
    ///
    /// # Errors
    /// When something in it is wrong, nothing in it is newer, or it cannot be saved.
    pub fn take_law(&mut self, newer: &NewerLaw) -> Result<(), Failure> {
        let report = self.look_at_law(newer)?;
        if !report.faults.is_empty() {
            return Err(Failure::law_not_sound());
        }
        if report.changes.is_empty() {
            return Err(Failure::law_not_newer());
        }
        self.change(SHELF, vec![(LAW.to_owned(), Some(newer.to_json()))])?;
        self.go_by_the_law()
    }

    /// Goes back to the law that the app came with.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn put_law_away(&mut self) -> Result<(), Failure> {
        if self.ledger.fields(SHELF)?.contains_key(LAW) {
            self.change(SHELF, vec![(LAW.to_owned(), None)])?;
        }
        self.go_by_the_law()
    }

    /// Says by which law this desk goes.
    ///
    /// # Errors
    /// When the store or the app's own data cannot be read.
    pub fn law_view(&self) -> Result<LawView, Failure> {
        let is_kept = self.ledger.fields(SHELF)?.contains_key(LAW);
        let taken_in = if is_kept { Some(Assets::own_law()?.changes_to(&self.assets.law)) } else { None };
        Ok(LawView { taken_in })
    }

    /// Reads the law that this desk goes by from what is kept: co-ops are worked out with it from now on.
    ///
    /// # Errors
    /// When what is kept cannot be read; the app's own law holds then.
    pub(crate) fn go_by_the_law(&mut self) -> Result<(), Failure> {
        let kept = self.ledger.fields(SHELF)?.get(LAW).cloned();
        if kept.is_none() && self.assets.law.newer().is_none() {
            return Ok(());
        }
        let own = Assets::own_law()?;
        // It was judged on the day on which it was taken in, whatever the clock says today.
        let read = kept.map(|kept| {
            let newer = NewerLaw::from_json(&kept).ok_or_else(Failure::law_unreadable)?;
            newer.beside(&own, Date::MAX).map_err(|_| Failure::law_unreadable())
        });
        let (law, result) = match read {
            None => (own, Ok(())),
            Some(Ok(newer)) => (newer.law, Ok(())),
            Some(Err(failure)) => (own, Err(failure)),
        };
        if law != *self.assets.law {
            self.assets.law = Arc::new(law);
            // Packages that were read have the law beside them.
            self.read_packages = ReadPackages::default();
        }
        result
    }
}
