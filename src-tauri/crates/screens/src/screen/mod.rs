//! A module a screen: what it shows, and what it does with an act.

pub(crate) mod answers;
pub(crate) mod checks;
pub(crate) mod desk_of_formations;
pub(crate) mod find;
pub(crate) mod pack;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod plain;
pub(crate) mod question;
pub(crate) mod rules;
pub(crate) mod start;
pub(crate) mod starter;
pub(crate) mod tasks;
