//! A module a screen: what it shows, and what it does with an act.

pub(crate) mod answers;
pub(crate) mod backups;
pub(crate) mod bin;
pub(crate) mod checks;
pub(crate) mod desk_of_formations;
pub(crate) mod find;
pub(crate) mod hand_on;
pub(crate) mod history;
pub(crate) mod marked;
pub(crate) mod notes;
pub(crate) mod pack;
pub(crate) mod paper;
pub(crate) mod passphrase;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod plain;
pub(crate) mod privacy;
pub(crate) mod question;
pub(crate) mod recovery;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod starter;
pub(crate) mod take_in;
pub(crate) mod tasks;
