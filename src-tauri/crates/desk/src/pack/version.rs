//! The short name of a version: the same answers by the same model have the same name.

use formation::Formation;
use formation::library::Model;

use super::manifest::sha256;
use crate::record;

/// Returns eight characters that change when an answer, a person or the model's edition changes.
pub fn version(formation: &Formation, model: &Model) -> String {
    let mut text = format!("{} {}\n", model.id, model.edition);
    for (path, value) in record::write(formation) {
        text.push_str(&format!("{path} {value}\n"));
    }
    sha256(text.as_bytes()).chars().take(8).collect()
}
