//! Writing XML: elements open and close in pairs, and every character is escaped.
//!
//! Must not know what the elements mean.

/// One part of a package being written.
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub fn new() -> Self {
        Self {
            out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned(),
            open: Vec::new(),
        }
    }

    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes, ">");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes, "/>");
    }

    /// An element that is all said by `w:val`.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that is all said by one attribute.
    pub fn value_of(&mut self, name: &'static str, attribute: &'static str, value: &str) {
        self.empty(name, &[(attribute, value)]);
    }

    /// An element that holds words alone.
    pub fn words(&mut self, name: &'static str, attributes: Attributes<'_>, words: &str) {
        self.open(name, attributes);
        escape(words, &mut self.out);
        self.close();
    }

    /// Closes what is open and returns the part.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(end);
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no way to write these.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_stays_text() {
        let mut xml = Xml::new();
        xml.open("w:p", &[("w:id", "\"><x y=\"")]);
        xml.words("w:t", &[], "<w:br/> & \u{0}\u{ffff}]]>");
        let out = xml.finish();
        let body = out.split_once('\n').map(|(_, body)| body);
        let expected = "<w:p w:id=\"&quot;&gt;&lt;x y=&quot;\"><w:t>&lt;w:br/&gt; &amp; ]]&gt;</w:t></w:p>";
        assert_eq!(body, Some(expected));
    }
}
