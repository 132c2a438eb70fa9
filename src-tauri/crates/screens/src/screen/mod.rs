//! A module a screen: what it shows, and what it does with an act.

pub(crate) mod desk_of_formations;
pub(crate) mod plain;
