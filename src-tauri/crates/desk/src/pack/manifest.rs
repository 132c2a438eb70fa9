//! The manifest of a pack: what it holds, with a seal over all of it.

use document::Audience;
use formation::pack::Edition;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::worked_out::WorkedOut;

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";
/// The format manifests have.
pub const FORMAT: u32 = 1;

/// What a pack holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The format: [`FORMAT`].
    pub format: u32,
    /// The app and its version.
    pub app: String,
    /// The model and its edition.
    pub model: String,
    /// The co-op's name and the version of its answers.
    pub formation: String,
    /// Which newer law it was made with; none where that was the app's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The pack's date.
    pub date: String,
    /// "final" or "draft".
    pub status: String,
    /// The papers, in order.
    pub documents: Vec<Document>,
    /// SHA-256 over everything above.
    pub seal: String,
}

/// One paper of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// File name.
    pub file: String,
    /// Title.
    pub title: String,
    /// "registrar", "signing" or "keep".
    #[serde(rename = "for")]
    pub audience: String,
    /// Number of pages.
    pub pages: usize,
    /// SHA-256 of the file.
    pub sha256: String,
}

impl Manifest {
    pub(super) fn new(worked_out: &WorkedOut<'_>, edition: &Edition, documents: Vec<Document>) -> Self {
        let model = worked_out.model;
        let name = worked_out.answers.text("name").unwrap_or("without a name");
        let mut manifest = Self {
            format: FORMAT,
            app: format!("Toad Lane {}", env!("CARGO_PKG_VERSION")),
            model: format!("{} {} {}", model.id, model.title, model.edition),
            formation: format!("{name}, version {}", edition.version),
            law: worked_out
                .assets
                .law
                .newer()
                .map(|day| format!("newer figures, the latest checked on {day}")),
            date: edition.date.to_string(),
            status: if edition.draft { "draft" } else { "final" }.to_owned(),
            documents,
            seal: String::new(),
        };
        manifest.seal = manifest.worked_out_seal();
        manifest
    }

    /// Returns the seal that its other fields give.
    pub fn worked_out_seal(&self) -> String {
        let mut lines = vec![
            format!("format {}", self.format),
            format!("app {}", self.app),
            format!("model {}", self.model),
            format!("formation {}", self.formation),
            format!("date {}", self.date),
            format!("status {}", self.status),
        ];
        lines.extend(self.law.iter().map(|law| format!("law {law}")));
        for document in &self.documents {
            let Document { file, title, audience, pages, sha256 } = document;
            lines.push(format!("document {file}\t{title}\t{audience}\t{pages}\t{sha256}"));
        }
        sha256_of(lines.join("\n").as_bytes())
    }

    /// Returns it as the text of its file.
    pub fn text(&self) -> String {
        // Strings and numbers alone: this cannot fail.
        serde_json::to_string_pretty(self).map_or_else(|_| String::new(), |text| text + "\n")
    }
}

pub(super) fn audience_slug(audience: Audience) -> String {
    match audience {
        Audience::Registrar => "registrar",
        Audience::Signing => "signing",
        Audience::Keep => "keep",
    }
    .to_owned()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    sha256_of(bytes)
}

fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
