//! Names by which the store knows things. Must not know how ids are made: they are handed in.

use std::fmt;

/// Longest id, in bytes; a UUID has 36.
const ID_LIMIT: usize = 64;
/// Longest field path, in bytes.
const PATH_LIMIT: usize = 512;

/// Why a text is no id or field path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{text}\u{201d} is no {kind}")]
pub struct Malformed {
    /// What it should be: "change id", "field path".
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

/// An id is kept in lists with spaces between: it must hold none.
fn is_id(text: &str) -> bool {
    (1..=ID_LIMIT).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_path(text: &str) -> bool {
    (1..=PATH_LIMIT).contains(&text.len()) && !text.chars().any(char::is_control)
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $is:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes a text in.
            ///
            /// # Errors
            /// When it is empty, too long, or holds a character that has no place in it.
            pub fn new(text: impl Into<String>) -> Result<Self, Malformed> {
                let text = text.into();
                if $is(&text) { Ok(Self(text)) } else { Err(Malformed { kind: $kind, text }) }
            }

            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Returns the text, taken out.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(text: String) -> Result<Self, Malformed> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = Malformed;

            fn try_from(text: &str) -> Result<Self, Malformed> {
                Self::new(text)
            }
        }
    };
}

name!(
    /// A formation: a UUID, or any text of up to 64 ASCII letters, digits, `-` and `_`.
    FormationId, "formation id", is_id
);
name!(
    /// A change: a UUID, or any text of up to 64 ASCII letters, digits, `-` and `_`. Never used twice.
    ChangeId, "change id", is_id
);
name!(
    /// An act: a UUID, or any text of up to 64 ASCII letters, digits, `-` and `_`.
    ActId, "act id", is_id
);
name!(
    /// A field of a formation, such as `decision/name`: up to 512 bytes without control characters.
    FieldPath, "field path", is_path
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_paths_hold_only_what_they_may() {
        let long = "a".repeat(65);
        let ids = [
            ("0b0e7a3c-93a7-4c8e-9a3e-2f5b1c7d9e10", true),
            ("test_1", true),
            ("", false),
            ("a b", false),
            ("a\0", false),
            ("é", false),
            (long.as_str(), false),
        ];
        for (text, fits) in ids {
            assert_eq!(ChangeId::new(text).is_ok(), fits, "id {text:?}");
        }
        let long = "a".repeat(513);
        let paths = [
            ("decision/name", true),
            ("accepted/name ending/decision:name", true),
            ("decision/enw-ŵ", true),
            ("", false),
            ("a\nb", false),
            ("a\0", false),
            (long.as_str(), false),
        ];
        for (text, fits) in paths {
            assert_eq!(FieldPath::new(text).is_ok(), fits, "path {text:?}");
        }
    }
}
