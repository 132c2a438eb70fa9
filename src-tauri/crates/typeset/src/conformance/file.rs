//! What the file says of itself as a whole.

use lopdf::{Dictionary, Object};

use super::{Checked, Found, Rule};

impl<'d> Checked<'d> {
    pub(super) fn file(&self, catalogue: &'d Dictionary, found: &mut Found) {
        found.expect(self.document.version == "1.7", Rule::Version, &self.document.version);
        let trailer = &self.document.trailer;
        found.expect(trailer.get(b"Encrypt").is_err(), Rule::Passive, "the file is encrypted");
        for key in ["OpenAction", "AA", "Names", "AcroForm", "Requirements"] {
            found.expect(!catalogue.has(key.as_bytes()), Rule::Passive, key);
        }
        let identity = trailer.get(b"ID").and_then(Object::as_array);
        let sound = identity.is_ok_and(|ids| match ids.as_slice() {
            [one, other] => one == other && one.as_str().is_ok_and(|id| id.len() >= 16),
            _ => false,
        });
        found.expect(sound, Rule::Identity, "the trailer");
        let marked = self.dictionary(catalogue, "MarkInfo").and_then(|info| self.get(info, "Marked"));
        found.expect(marked.and_then(|m| m.as_bool().ok()) == Some(true), Rule::Marked, "the catalogue");
        let language = self.text(catalogue, "Lang").unwrap_or_default();
        found.expect(language.len() >= 2, Rule::Language, "the catalogue");
        let preferences = self.dictionary(catalogue, "ViewerPreferences");
        let shown = preferences.and_then(|p| self.get(p, "DisplayDocTitle")).and_then(|d| d.as_bool().ok());
        found.expect(shown == Some(true), Rule::TitleShown, "the catalogue");
        found.expect(self.intent(catalogue), Rule::Intent, "the catalogue");
        for (index, page) in self.pages.iter().enumerate() {
            let Ok(page) = self.document.get_dictionary(*page) else { continue };
            let place = format!("page {}", index + 1);
            found.expect(self.name(page, "Tabs") == Some("S"), Rule::Tabs, &place);
            found.expect(!page.has(b"AA"), Rule::Passive, &place);
            let empty = page.has(b"Annots") && self.array(page, "Annots").is_empty();
            found.expect(!empty, Rule::Links, &format!("{place} has an empty list of annotations"));
        }
    }

    /// Whether there is one intent, of PDF/A, with an RGB profile.
    fn intent(&self, catalogue: &'d Dictionary) -> bool {
        let [intent] = self.array(catalogue, "OutputIntents") else { return false };
        let Ok(intent) = self.follow(intent).as_dict() else { return false };
        let profile = self.stream(intent, "DestOutputProfile").unwrap_or_default();
        let parts = self.dictionary(intent, "DestOutputProfile").and_then(|p| self.integer(p, "N"));
        self.name(intent, "S") == Some("GTS_PDFA1")
            && parts == Some(3)
            && profile.get(36..40) == Some(b"acsp")
            && profile.get(16..20) == Some(b"RGB ")
    }
}
