//! What goes wrong with texts that are not the app's own: a sponsor's models, and newer figures of the law.

use formation::Formation;
use formation::answers_file::BUILT_IN_MODEL;
use formation::library::Model;

use super::{Failure, FailureCode};
use crate::package::{Package, PackageError};
use crate::view::ShelfModel;

impl Failure {
    /// No model for a type and form; or one of a sponsor's whose texts are not there.
    pub fn no_model(formation: &Formation) -> Self {
        if formation.model != BUILT_IN_MODEL {
            return Self::no_texts(&formation.model);
        }
        let sentence = format!(
            "There are no rules yet for a {} as a {}.",
            formation.coop_type.title().to_lowercase(),
            formation.form.title().to_lowercase()
        );
        Self::new(FailureCode::NotFound, sentence, "Choose another type or legal form.")
    }

    /// A co-op names a sponsor's model, and its texts did not come along.
    pub fn no_texts(model: &str) -> Self {
        let sentence = format!(
            "This co-op follows the model \u{201c}{model}\u{201d} of a sponsoring body, and the model\u{2019}s texts \
             are not here."
        );
        let what_to_do = "Its answers are safe. Get the model from the sponsoring body, add it under Settings, Rules of \
                          a sponsoring body, and let the co-op follow it there.";
        Self::new(FailureCode::NotFound, sentence, what_to_do)
    }

    /// The texts that a co-op keeps of a sponsor's model cannot be read.
    pub(crate) fn texts_unreadable(model: &str, fault: &str) -> Self {
        let model = if model.is_empty() { "a sponsoring body\u{2019}s model" } else { model };
        let fault = if fault.is_empty() { String::new() } else { format!(" ({fault})") };
        let sentence =
            format!("The rules of this co-op are those of {model}, and they cannot be read any more{fault}.");
        let what_to_do = "Its answers are safe. Add a newer edition under Settings, Rules of a sponsoring body, and \
                          let the co-op follow that one.";
        Self::new(FailureCode::NotFound, sentence, what_to_do)
    }

    /// Something in a sponsor's package that cannot be taken.
    pub fn package(name: &str, error: PackageError) -> Self {
        Self::new(
            FailureCode::Files,
            format!("{} {error}.", name.escape_debug()),
            "Mend it or take it out of the package, or choose another one.",
        )
    }

    /// Newer law with faults.
    pub(crate) fn law_not_sound() -> Self {
        Self::new(
            FailureCode::Input,
            "Something in these figures is wrong, so they were not taken in.",
            "Mend what is listed, or ask whoever made the file for a sound one.",
        )
    }

    /// Newer law that is none.
    pub(crate) fn law_not_newer() -> Self {
        Self::new(
            FailureCode::Input,
            "Nothing in these figures is newer than what is here.",
            "Keep what is here, or choose another file.",
        )
    }

    /// Newer law on the desk that cannot be read any more.
    pub(crate) fn law_unreadable() -> Self {
        Self::new(
            FailureCode::NotFound,
            "The newer figures of the law that were taken in cannot be read any more. The app\u{2019}s own are used.",
            "Take newer figures in again, or go back to the app\u{2019}s own.",
        )
    }

    /// A sponsor's package with faults.
    pub(crate) fn package_not_sound() -> Self {
        Self::new(
            FailureCode::Input,
            "The package is not sound, so it was not added.",
            "Mend what is listed, or ask the sponsoring body for a sound one.",
        )
    }

    /// A sponsor's package on the shelf that cannot be read.
    pub(crate) fn package_unreadable(fault: &str) -> Self {
        Self::new(
            FailureCode::NotFound,
            format!("This model cannot be read any more ({fault})."),
            "Ask the sponsoring body for a newer edition, and add that.",
        )
    }

    /// Two texts of one edition.
    pub(crate) fn same_edition(title: &str, edition: &str) -> Self {
        Self::new(
            FailureCode::Input,
            format!("\u{201c}{title}\u{201d}, edition {edition}, is here already, with other texts."),
            "Ask the sponsoring body for a package whose edition has a name of its own, or take the old one off first.",
        )
    }

    /// A co-op does not follow the model that it is to be moved along.
    pub(crate) fn other_model() -> Self {
        Self::new(
            FailureCode::Input,
            "This co-op follows another model, so it cannot move to this edition.",
            "Choose an edition of the model that it follows.",
        )
    }

    /// More packages than a shelf has room for.
    pub(crate) fn shelf_full(most: usize) -> Self {
        Self::new(
            FailureCode::Input,
            format!("There are {most} models here. That is the most."),
            "Remove one that no co-op will begin with any more.",
        )
    }

    /// A sponsor's model that is made for other co-ops.
    pub(crate) fn model_is_for_others(package: &Package, id: &str) -> Self {
        let models = package.models();
        let of_that_name: Vec<&Model> = models.iter().filter(|model| model.id == id).collect();
        let made_for: Vec<String> = of_that_name.iter().map(|model| ShelfModel::of(model).made_for).collect();
        let title = of_that_name.first().map_or(id, |model| model.title.as_str());
        let sentence = format!("\u{201c}{title}\u{201d} is made for: {}.", made_for.join("; "));
        Self::input("rules-own", sentence, "Choose that, or other rules.")
    }
}
