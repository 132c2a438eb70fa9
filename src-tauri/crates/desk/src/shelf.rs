//! The shelf: sponsors' packages that are kept on this desk, to begin co-ops with.
//!
//! They are fields of a record of the store that is no formation: so they are encrypted, backed up, put back and
//! salvaged as everything else is, and are there without the folder that they came from. A package on the shelf is
//! never altered: a newer edition stands beside it. A co-op does not read them from here. It keeps texts of its own,
//! so that taking a package off the shelf harms none.

use formation::answers_file::BUILT_IN_MODEL;
use formation::library::Model;
use store::FieldPath;

use crate::act::Begin;
use crate::assets::Assets;
use crate::beginning::chosen;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::package::Package;
use crate::package_report::PackageReport;
use crate::record;
use crate::view::{FollowerRow, NAMELESS, ShelfModel, ShelfRow, ShelfView};

/// The store's name for the record that holds the packages. No formation goes by it: their ids are made by the host.
pub(crate) const SHELF: &str = "sponsors-packages";

/// The field of newer law than the app came with: see [`crate::NewerLaw`].
pub(crate) const LAW: &str = "law";

/// What the field of every package begins with.
pub(crate) const PACKAGE: &str = "package/";

/// Whether a field holds files to the letter: a package on the shelf, the texts that a co-op keeps, newer law.
pub(crate) fn is_package(path: &str) -> bool {
    path == record::TEXTS || path == LAW || path.starts_with(PACKAGE)
}

/// The most packages on the shelf.
const MOST_PACKAGES: usize = 60;

impl Desk {
    /// Says what a package holds, or what is wrong with it. Nothing is kept.
    pub fn look_at_package(&self, package: &Package) -> PackageReport {
        package.check_beside(&self.assets, self.host.today())
    }

    /// Puts a package on the shelf.
    ///
    /// # Errors
    /// When it is not sound, when another text of the same edition is there, or when it cannot be saved.
    pub fn add_package(&mut self, package: &Package) -> Result<(), Failure> {
        if !self.look_at_package(package).is_sound() {
            return Err(Failure::package_not_sound());
        }
        let shelf = self.shelf()?;
        if shelf.iter().any(|(_, kept)| kept == package) {
            return Ok(());
        }
        if shelf.len() >= MOST_PACKAGES {
            return Err(Failure::shelf_full(MOST_PACKAGES));
        }
        let kept: Vec<Model> = shelf.iter().flat_map(|(_, kept)| kept.models()).collect();
        for model in package.models() {
            if kept.iter().any(|one| one.id == model.id && one.edition == model.edition) {
                return Err(Failure::same_edition(&model.title, &model.edition));
            }
        }
        let path = format!("{PACKAGE}{}", self.host.new_id());
        self.change(SHELF, vec![(path, Some(package.to_json()))])
    }

    /// Takes a package off the shelf. Co-ops that follow it keep its texts.
    ///
    /// # Errors
    /// When it is not there, or it cannot be saved.
    pub fn remove_package(&mut self, key: &str) -> Result<(), Failure> {
        self.package(key)?;
        self.change(SHELF, vec![(format!("{PACKAGE}{key}"), None)])
    }

    /// Returns what stands on the shelf, and which co-ops follow another edition of it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn shelf_view(&self) -> Result<ShelfView, Failure> {
        let mut rows = Vec::new();
        for (key, package) in self.shelf()? {
            let models = package.models();
            let followers = self.followers(&package, &models)?;
            rows.push(ShelfRow {
                readable: self.read_packages.of(&self.assets, package).is_ok(),
                models: models.iter().map(ShelfModel::of).collect(),
                followers,
                key,
            });
        }
        Ok(ShelfView { rows })
    }

    /// Co-ops on the desk that name one of these models and keep other texts, or none.
    fn followers(&self, package: &Package, models: &[Model]) -> Result<Vec<FollowerRow>, Failure> {
        let path = FieldPath::new(record::MODEL).map_err(store::StoreError::from)?;
        let named = self.ledger.store.field_of_all(&path)?;
        let mut followers = Vec::new();
        for (formation, model) in named {
            let model = model.as_str().unwrap_or_default();
            if model == BUILT_IN_MODEL || !models.iter().any(|one| one.id == model) {
                continue;
            }
            let id = formation.into_string();
            let fields = self.ledger.fields(&id)?;
            let texts = fields.get(record::TEXTS).and_then(Package::from_json);
            if texts.as_ref() == Some(package) || fields.contains_key(record::REMOVED) {
                continue;
            }
            let name = fields.get(&record::decision_path("name"));
            let name = name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS).to_owned();
            let follows = texts.map(|texts| record::model_in_words(&texts, &fields));
            followers.push(FollowerRow { formation: id, name, follows });
        }
        Ok(followers)
    }

    /// Begins a formation that follows a model on the shelf, and returns its id. `rules` names the package and the
    /// model, as [`crate::view::RulesChoice`] does.
    ///
    /// # Errors
    /// When there is no such model, it is made for others, or it cannot be saved.
    pub fn begin_following(&mut self, rules: &str, begin: &Begin) -> Result<String, Failure> {
        let (key, id) = rules.split_once('/').ok_or_else(|| Failure::not_found("That model"))?;
        let package = self.package(key)?;
        let formation = chosen(begin, id)?;
        let assets = self.texts_of_package(&package)?;
        let Some(model) = assets.library.model(id, formation.coop_type, formation.form) else {
            return Err(Failure::model_is_for_others(&package, id));
        };
        if !model.nations.contains(&formation.nation) {
            let nations: Vec<&str> = model.nations.iter().map(|one| one.title()).collect();
            let sentence =
                format!("\u{201c}{}\u{201d} is made for {} only.", model.title, nations.join(" and "));
            return Err(Failure::input("nation-1", sentence, "Choose another nation, or other rules."));
        }
        self.begin_named(formation, &begin.name, Some(package.to_json()))
    }

    /// Returns the packages on the shelf by key, in the order in which they came.
    pub(crate) fn shelf(&self) -> Result<Vec<(String, Package)>, Failure> {
        let fields = self.ledger.fields(SHELF)?;
        let packages = fields.iter().filter_map(|(path, json)| {
            Some((path.strip_prefix(PACKAGE)?.to_owned(), Package::from_json(json)?))
        });
        Ok(packages.collect())
    }

    /// Returns a package on the shelf.
    pub(crate) fn package(&self, key: &str) -> Result<Package, Failure> {
        let found = self.shelf()?.into_iter().find(|(one, _)| one == key);
        found.map(|(_, package)| package).ok_or_else(|| Failure::not_found("That model"))
    }

    /// Returns the texts of a package beside the app's own.
    pub(crate) fn texts_of_package(&self, package: &Package) -> Result<&Assets, Failure> {
        self.read_packages.of(&self.assets, package.clone()).map_err(|error| {
            let first = error.faults.first().map(ToString::to_string).unwrap_or_default();
            Failure::package_unreadable(&first)
        })
    }
}
