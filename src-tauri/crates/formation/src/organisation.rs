//! Organisations that found the co-op. Each becomes a member, and people act for it.
//!
//! An organisation has no birth date and no home. It holds no office either: the law still lets a company be a director
//! of another, but one director at least must be a person, a committee of organisations cannot meet, and the parts of
//! the law that would end it wait to be brought into force. So only people are directors here.

use crate::decision::Address;
use crate::legal::slugs;

slugs! {
    /// A form in law that has a register of its own.
    RegisteredForm {
        /// Co-operative or community benefit society.
        Society = "society", "Registered society";
        /// Any company, a community interest company among them.
        Company = "company", "Company";
        /// Limited liability partnership.
        Partnership = "llp", "Limited liability partnership";
        /// Charitable incorporated organisation, in Scotland too.
        Charity = "cio", "Charitable incorporated organisation";
    }
}

/// What an organisation is in law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyForm {
    /// One whose register the law names.
    Registered(RegisteredForm),
    /// Any other body that is a person in law: a council, a university, a firm from abroad.
    Other {
        /// What it is, in words.
        words: String,
        /// The register it stands in, in words; empty when there is none.
        register: String,
    },
}

/// An organisation that founds the co-op.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organisation {
    /// Stable within the formation; no person has it.
    pub id: String,
    /// Its name, exactly as registered.
    pub name: String,
    /// What it is in law; none while nobody has said it.
    pub form: Option<BodyForm>,
    /// Its number in its register.
    pub number: String,
    /// Its registered or principal office. Public.
    pub office: Option<Address>,
    /// E-mail address for notices.
    pub email: String,
}

impl Organisation {
    /// Returns whether it is of this registered form.
    pub fn is(&self, form: RegisteredForm) -> bool {
        self.form == Some(BodyForm::Registered(form))
    }

    /// Returns whether Companies House keeps a record of who controls it. A registered society has none.
    pub fn has_control_register(&self) -> bool {
        self.is(RegisteredForm::Company) || self.is(RegisteredForm::Partnership)
    }

    /// Returns its form in words; empty while nobody has said it.
    pub fn form_in_words(&self) -> &str {
        match &self.form {
            None => "",
            Some(BodyForm::Registered(form)) => form.title(),
            Some(BodyForm::Other { words, .. }) => words.trim(),
        }
    }

    /// Returns the register it stands in, in words; empty when there is none.
    pub fn register(&self) -> &str {
        match &self.form {
            None => "",
            Some(BodyForm::Registered(RegisteredForm::Society)) => "Mutuals Public Register",
            Some(BodyForm::Registered(RegisteredForm::Company | RegisteredForm::Partnership)) => {
                "Companies House"
            }
            Some(BodyForm::Registered(RegisteredForm::Charity)) if self.number.trim().starts_with("SC") => {
                "Scottish Charity Register"
            }
            Some(BodyForm::Registered(RegisteredForm::Charity)) => "Charity Commission",
            Some(BodyForm::Other { register, .. }) => register.trim(),
        }
    }
}
