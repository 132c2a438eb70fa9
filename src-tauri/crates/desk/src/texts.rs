//! The texts that formations are worked out with: the app's own, and those of sponsors' packages.
//!
//! A formation that follows a sponsor's model keeps the package's texts in a field of its own: they are encrypted,
//! backed up, undone and handed on as everything else of it is, and no later edition can change them. Reading a
//! package takes some hundredths of a second, so each is read once and remembered until the desk closes.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use formation::library::{Library, LibraryError};
use serde_json::Value as Json;

use crate::assets::Assets;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::package::Package;
use crate::record::{self, Path};

/// More packages than this are not remembered at once: a desk uses a few, and each takes some megabytes.
const MOST_REMEMBERED: usize = 12;

/// Packages that were read, in a list that only grows while somebody looks at what is in it.
#[derive(Default)]
pub(crate) struct ReadPackages {
    first: OnceCell<Box<ReadPackage>>,
}

struct ReadPackage {
    package: Package,
    assets: Result<Assets, LibraryError>,
    next: OnceCell<Box<ReadPackage>>,
}

impl ReadPackages {
    /// Returns the texts of a package beside the app's own.
    pub(crate) fn of(&self, own: &Assets, package: Package) -> Result<&Assets, &LibraryError> {
        let mut slot = &self.first;
        while let Some(read) = slot.get() {
            if read.package == package {
                return read.assets.as_ref();
            }
            slot = &read.next;
        }
        let read = slot.get_or_init(|| {
            let assets = own.beside(&package);
            Box::new(ReadPackage { package, assets, next: OnceCell::new() })
        });
        read.assets.as_ref()
    }

    /// Forgets them all when there are too many.
    fn tidy(&mut self) {
        let mut count = 0;
        let mut slot = &self.first;
        while let Some(read) = slot.get() {
            count += 1;
            slot = &read.next;
        }
        if count > MOST_REMEMBERED {
            self.first = OnceCell::new();
        }
    }
}

impl Desk {
    /// Forgets the texts of packages when more of them were read than a desk uses. Whoever asks the desk for something
    /// again and again calls this in between.
    pub fn tidy(&mut self) {
        self.read_packages.tidy();
    }

    /// Returns the texts that a formation with these fields is worked out with.
    ///
    /// # Errors
    /// When they came with it and cannot be read.
    pub(crate) fn texts_of(&self, fields: &BTreeMap<Path, Json>) -> Result<&Assets, Failure> {
        let Some(kept) = fields.get(record::TEXTS) else { return Ok(&self.assets) };
        let package = Package::from_json(kept).ok_or_else(|| Failure::texts_unreadable("", ""))?;
        let model = record::model_in_words(&package, fields);
        self.read_packages.of(&self.assets, package).map_err(|error| {
            let first = error.faults.first().map(ToString::to_string).unwrap_or_default();
            Failure::texts_unreadable(&model, &first)
        })
    }

    /// Returns the library in whose words fields are told: the app's own where what came with them cannot be read.
    pub(crate) fn library_of(&self, fields: &BTreeMap<Path, Json>) -> &Library {
        &self.texts_of(fields).unwrap_or(&self.assets).library
    }

    /// Returns the library in whose words a formation is told.
    pub(crate) fn library_for(&self, id: &str) -> Result<&Library, Failure> {
        Ok(self.library_of(&self.ledger.fields(id)?))
    }
}
