//! What the file says of itself twice: in its information dictionary and in XMP.

use lopdf::{Dictionary, Object};

use super::{Checked, Found, Rule};

impl<'d> Checked<'d> {
    pub(super) fn metadata(&self, catalogue: &'d Dictionary, found: &mut Found) {
        let Some(Object::Stream(stream)) = self.get(catalogue, "Metadata") else {
            return found.add(Rule::Claim, "there is no metadata");
        };
        found.expect(!stream.dict.has(b"Filter"), Rule::Claim, "the metadata is compressed");
        let xmp = String::from_utf8_lossy(&stream.content);
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        ] {
            found.expect(xmp.contains(claim), Rule::Claim, claim);
        }
        let information = self.document.trailer.get(b"Info").map(|info| self.follow(info));
        let Some(Ok(information)) = information.ok().map(Object::as_dict) else {
            return found.add(Rule::Information, "there is none");
        };
        let pairs = [
            ("Title", "dc:title"),
            ("Author", "dc:creator"),
            ("Subject", "dc:description"),
            ("Creator", "xmp:CreatorTool"),
            ("Producer", "pdf:Producer"),
            ("CreationDate", "xmp:CreateDate"),
            ("ModDate", "xmp:ModifyDate"),
        ];
        for (key, tag) in pairs {
            let one = self.text(information, key).unwrap_or_default();
            let other = between(&xmp, tag).unwrap_or_default();
            let one = if key.ends_with("Date") { dated(&one) } else { one };
            let same = !one.trim().is_empty() && one == other;
            found.expect(same, Rule::Information, &format!("{key} is {one:?}, {tag} is {other:?}"));
        }
    }
}

/// The words inside an element of XMP, without the markup around them.
fn between(xmp: &str, tag: &str) -> Option<String> {
    let start = xmp.find(&format!("<{tag}>"))? + tag.len() + 2;
    let length = xmp.get(start..)?.find(&format!("</{tag}>"))?;
    let mut words = String::new();
    let mut markup = false;
    for c in xmp.get(start..start + length)?.chars() {
        match c {
            '<' => markup = true,
            '>' if markup => markup = false,
            c if !markup => words.push(c),
            _ => {}
        }
    }
    Some(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

/// `D:20261124000000Z` as XMP writes it.
fn dated(date: &str) -> String {
    let part = |from: usize, to: usize| date.get(from..to).unwrap_or("?");
    format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(2, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14),
        part(14, 16)
    )
}
