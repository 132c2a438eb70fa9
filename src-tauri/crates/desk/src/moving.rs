//! Moving a co-op to another edition of the model that it follows: looking first, then doing it, as one act that can be
//! undone. Nothing else ever changes the texts that a co-op keeps.

use formation::answers_file::BUILT_IN_MODEL;
use serde_json::Value as Json;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::package::Package;
use crate::record;
use crate::view::{FrameView, MoveView, NAMELESS};
use crate::worked_out::WorkedOut;

impl Desk {
    /// Says what moving a co-op to a package on the shelf would change. Nothing is written.
    ///
    /// # Errors
    /// When there is no such co-op or package, the package has no edition of its model, or its rules do not fit the
    /// co-op.
    pub fn move_view(&self, id: &str, key: &str) -> Result<MoveView, Failure> {
        let package = self.package(key)?;
        let fields = self.movable(id, &package)?;
        let texts = self.texts_of_package(&package)?;
        let moved = record::read(&texts.library, &fields)?;
        let then = WorkedOut::new(texts, moved, self.host.today())?;
        let kept = fields.get(record::TEXTS).and_then(Package::from_json);
        let from = match kept {
            Some(kept) => record::model_in_words(&kept, &fields),
            None => "a model whose texts are not here".to_owned(),
        };
        let to = record::model_in_words(&package, &fields);
        let name = then.answers.text("name").unwrap_or(NAMELESS).to_owned();
        // A co-op whose own texts cannot be read has nothing to compare with, and needs the move most.
        Ok(match self.worked_out(id) {
            Ok(now) => {
                let frame = FrameView::of(&now, id, self.saved.clone());
                MoveView { frame: Some(frame), name, ..MoveView::of(&now, &then, from, to) }
            }
            Err(_) => MoveView { name, from, to, ..MoveView::default() },
        })
    }

    /// Moves a co-op to a package on the shelf: from then on it keeps the texts of that one.
    ///
    /// # Errors
    /// As [`Desk::move_view`]; or it cannot be saved.
    pub fn move_to(&mut self, id: &str, key: &str) -> Result<(), Failure> {
        self.move_view(id, key)?;
        let package = self.package(key)?;
        self.change(id, vec![(record::TEXTS.to_owned(), Some(package.to_json()))])
    }

    /// The fields of a co-op that follows one of the models of a package.
    fn movable(
        &self,
        id: &str,
        package: &Package,
    ) -> Result<std::collections::BTreeMap<record::Path, Json>, Failure> {
        let fields = self.ledger.fields(id)?;
        if fields.is_empty() || fields.contains_key(record::REMOVED) {
            return Err(Failure::not_found("That co-op"));
        }
        let model = fields.get(record::MODEL).and_then(Json::as_str).unwrap_or_default();
        let has_it = package.models().iter().any(|one| one.id == model);
        if model == BUILT_IN_MODEL || !has_it {
            return Err(Failure::other_model());
        }
        Ok(fields)
    }
}
