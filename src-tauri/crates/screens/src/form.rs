//! The fields of a form, as an event brings them.

use crate::exchange::Event;

/// Fields by name.
#[derive(Clone, Copy)]
pub(crate) struct Form<'e>(&'e [(String, String)]);

impl<'e> Form<'e> {
    pub(crate) fn of(event: &'e Event) -> Self {
        Self(&event.fields)
    }

    /// Returns the first value of a field, or nothing typed.
    pub(crate) fn text(self, name: &str) -> &'e str {
        self.all(name).next().unwrap_or_default()
    }

    /// Returns every value of a field, in the order of the page.
    pub(crate) fn all(self, name: &str) -> impl Iterator<Item = &'e str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Returns whether the page sent the field at all.
    pub(crate) fn has(self, name: &str) -> bool {
        self.all(name).next().is_some()
    }
}
