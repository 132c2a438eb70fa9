//! PDF objects, written straight into bytes.
//!
//! A paper has some ten thousand small ones, so that none is built as a tree first. Must not know where in a file an
//! object stands.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};

use crate::length::Length;

/// The number by which other objects refer to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number(pub u32);

/// Objects being written.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub bytes: Vec<u8>,
}

impl Ink {
    /// Writes PDF's own signs: delimiters, and names that need no escape.
    pub fn sign(&mut self, signs: &str) -> &mut Self {
        self.bytes.extend_from_slice(signs.as_bytes());
        self
    }

    /// Writes a whole number.
    pub fn count(&mut self, value: usize) -> &mut Self {
        self.integer(i64::try_from(value).unwrap_or(i64::MAX))
    }

    /// Writes a whole number.
    pub fn integer(&mut self, value: i64) -> &mut Self {
        let mut digits = [b'0'; 20];
        let mut at = digits.len();
        let mut rest = value.unsigned_abs();
        while at > 0 && (rest > 0 || at == digits.len()) {
            at -= 1;
            if let Some(digit) = digits.get_mut(at) {
                *digit = b'0' + u8::try_from(rest % 10).unwrap_or(0);
            }
            rest /= 10;
        }
        if value < 0 {
            self.bytes.push(b'-');
        }
        self.bytes.extend_from_slice(digits.get(at..).unwrap_or_default());
        self
    }

    /// Writes a length in points.
    pub fn length(&mut self, length: Length) -> &mut Self {
        self.decimal(i64::from(length.0), 3)
    }

    /// Writes a number whose last so many digits stand behind the point.
    pub fn decimal(&mut self, value: i64, places: u32) -> &mut Self {
        if value < 0 {
            self.bytes.push(b'-');
        }
        let mut unit = 10_u64.pow(places);
        let whole = value.unsigned_abs() / unit;
        let mut rest = value.unsigned_abs() % unit;
        self.integer(i64::try_from(whole).unwrap_or(i64::MAX));
        if rest > 0 {
            self.bytes.push(b'.');
        }
        while rest > 0 {
            unit /= 10;
            self.bytes.push(b'0' + u8::try_from(rest / unit).unwrap_or(0));
            rest %= unit;
        }
        self
    }

    /// Writes a reference to another object.
    pub fn reference(&mut self, to: Number) -> &mut Self {
        self.integer(i64::from(to.0)).sign(" 0 R")
    }

    /// Writes text for people: plain when it is ASCII, else UTF-16.
    pub fn text(&mut self, text: &str) -> &mut Self {
        if text.is_ascii() {
            return self.literal(text.as_bytes());
        }
        self.sign("<FEFF");
        text.encode_utf16().flat_map(u16::to_be_bytes).for_each(|byte| self.bytes.extend(hex(byte)));
        self.sign(">")
    }

    fn literal(&mut self, bytes: &[u8]) -> &mut Self {
        self.sign("(").letters(bytes).sign(")")
    }

    /// Writes what stands between the brackets of a string.
    pub fn letters(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => self.bytes.extend([b'\\', *byte]),
                b'\r' => self.bytes.extend(b"\\r"),
                byte => self.bytes.push(*byte),
            }
        }
        self
    }

    fn name(&mut self, name: &[u8]) -> &mut Self {
        self.bytes.push(b'/');
        for byte in name {
            if byte.is_ascii_alphanumeric() || b"+-_.*'\"!$&:;=?@^`|~,".contains(byte) {
                self.bytes.push(*byte);
            } else {
                self.bytes.push(b'#');
                self.bytes.extend(hex(*byte));
            }
        }
        self
    }

    /// Writes an object of another writer, whose references are `numbers` here.
    pub fn object(&mut self, object: &Object, numbers: &dyn Fn(ObjectId) -> Number) -> &mut Self {
        match object {
            // A stream is never part of another object.
            Object::Null | Object::Stream(_) => self.sign("null"),
            Object::Boolean(value) => self.sign(if *value { "true" } else { "false" }),
            Object::Integer(value) => self.integer(*value),
            Object::Real(value) => self.sign(&value.to_string()),
            Object::Name(name) => self.name(name),
            Object::String(bytes, StringFormat::Literal) => self.literal(bytes),
            Object::String(bytes, StringFormat::Hexadecimal) => {
                self.sign("<");
                bytes.iter().for_each(|byte| self.bytes.extend(hex(*byte)));
                self.sign(">")
            }
            Object::Array(items) => {
                self.sign("[");
                for (index, item) in items.iter().enumerate() {
                    self.sign(if index > 0 { " " } else { "" }).object(item, numbers);
                }
                self.sign("]")
            }
            Object::Dictionary(dictionary) => self.sign("<<").entries(dictionary, numbers).sign(">>"),
            Object::Reference(id) => self.reference(numbers(*id)),
        }
    }

    /// Writes what is between the brackets of a dictionary.
    pub fn entries(&mut self, dictionary: &Dictionary, numbers: &dyn Fn(ObjectId) -> Number) -> &mut Self {
        for (key, value) in dictionary {
            self.name(key).sign(" ").object(value, numbers);
        }
        self
    }
}

fn hex(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)).copied().unwrap_or(b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Ink)) -> String {
        let mut ink = Ink::default();
        write(&mut ink);
        String::from_utf8_lossy(&ink.bytes).into_owned()
    }

    #[test]
    fn objects_are_written_as_other_programs_read_them() {
        let inner = Dictionary::from_iter([("K", Object::Boolean(true))]);
        let cases = [
            (Object::String(b"a(b\\\r)".to_vec(), StringFormat::Literal), "(a\\(b\\\\\\r\\))"),
            (Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal), "<FE0A>"),
            (Object::Name(b"A B/\xe9".to_vec()), "/A#20B#2F#E9"),
            (
                Object::Array(vec![1.into(), Object::Real(0.5), Object::Null, (7, 0).into()]),
                "[1 0.5 null 8 0 R]",
            ),
            (Object::Dictionary(inner), "<</K true>>"),
        ];
        for (object, expected) in cases {
            let numbers = |(number, _): ObjectId| Number(number + 1);
            assert_eq!(written(|ink| _ = ink.object(&object, &numbers)), expected);
        }
    }

    #[test]
    fn numbers_lengths_and_words_are_exact() {
        let integers = [0, 7, 10, -42, i64::MAX, i64::MIN];
        for value in integers {
            assert_eq!(written(|ink| _ = ink.integer(value)), value.to_string());
        }
        for (thousandths, expected) in
            [(0, "0"), (595_276, "595.276"), (12_000, "12"), (1_050, "1.05"), (-500, "-0.5"), (9, "0.009")]
        {
            assert_eq!(written(|ink| _ = ink.length(Length(thousandths))), expected);
        }
        for (millionths, expected) in [(72_000_001, "72.000001"), (-500, "-0.0005"), (12_340_000, "12.34")] {
            assert_eq!(written(|ink| _ = ink.decimal(millionths, 6)), expected);
        }
        assert_eq!(
            written(|ink| _ = ink.text("Tŷ").text("a)").reference(Number(12))),
            "<FEFF00540177>(a\\))12 0 R"
        );
    }
}
