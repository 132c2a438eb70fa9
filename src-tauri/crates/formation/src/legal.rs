//! Who a co-op is for, what it is in law, and where: the closed lists everything else turns on.

/// Declares an enum whose variants have one slug each, used in files, texts and the store.
macro_rules! slugs {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $slug:literal, $title:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every one, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the slug used in files and texts.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// Returns the words shown to people.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }

            /// Returns the one with this slug.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    };
}
pub(crate) use slugs;

slugs! {
    /// Who the co-op is for.
    CoopType {
        /// People whose work makes the business.
        Worker = "worker", "Worker co-operative";
        /// People who buy or use what it offers.
        Consumer = "consumer", "Consumer co-operative";
        /// Producers and freelancers who sell or buy together.
        Producer = "producer", "Producer co-operative";
        /// Several kinds of member.
        MultiStakeholder = "multi-stakeholder", "Multi-stakeholder co-operative";
        /// People who work or trade through a shared platform.
        Platform = "platform", "Platform co-operative";
        /// Tenants who own and run their homes.
        Housing = "housing", "Housing co-operative";
        /// For the benefit of a community.
        CommunityBenefit = "community-benefit", "Community business";
        /// Co-operatives of co-operatives.
        Secondary = "secondary", "Secondary co-operative";
    }
}

slugs! {
    /// What the co-op is in law.
    LegalForm {
        /// Co-operative society under the 2014 Act.
        CooperativeSociety = "cs", "Co-operative society";
        /// Community benefit society under the 2014 Act.
        CommunityBenefitSociety = "cbs", "Community benefit society";
        /// Private company limited by guarantee.
        GuaranteeCompany = "clg", "Company limited by guarantee";
        /// Private company limited by shares.
        ShareCompany = "cls", "Company limited by shares";
        /// Community interest company limited by guarantee.
        CommunityInterestCompany = "cic", "Community interest company";
        /// Limited liability partnership.
        LimitedLiabilityPartnership = "llp", "Limited liability partnership";
        /// Unincorporated association.
        UnincorporatedAssociation = "ua", "Unincorporated association";
    }
}

slugs! {
    /// Where the registered office is.
    Nation {
        /// England.
        England = "england", "England";
        /// Wales.
        Wales = "wales", "Wales";
        /// Scotland.
        Scotland = "scotland", "Scotland";
    }
}

impl LegalForm {
    /// Returns true for societies of the Co-operative and Community Benefit Societies Act 2014.
    pub fn is_society(self) -> bool {
        matches!(self, Self::CooperativeSociety | Self::CommunityBenefitSociety)
    }

    /// Returns true for companies of the Companies Act 2006.
    pub fn is_company(self) -> bool {
        matches!(self, Self::GuaranteeCompany | Self::ShareCompany | Self::CommunityInterestCompany)
    }

    /// Returns true for limited liability partnerships.
    pub fn is_partnership(self) -> bool {
        self == Self::LimitedLiabilityPartnership
    }

    /// Returns true for associations, which are no legal person and stand in no register.
    pub fn is_association(self) -> bool {
        self == Self::UnincorporatedAssociation
    }

    /// Returns true for forms that Companies House registers.
    pub fn at_companies_house(self) -> bool {
        self.is_company() || self.is_partnership()
    }

    /// Returns what somebody is called who serves on its board.
    pub fn director_word(self) -> &'static str {
        match self {
            Self::LimitedLiabilityPartnership => "designated member",
            Self::UnincorporatedAssociation => "committee member",
            _ => "director",
        }
    }

    /// Returns true for forms whose members hold shares.
    pub fn has_shares(self) -> bool {
        self.is_society() || self == Self::ShareCompany
    }

    /// Returns true for forms whose members give a guarantee instead of holding shares.
    pub fn has_guarantee(self) -> bool {
        matches!(self, Self::GuaranteeCompany | Self::CommunityInterestCompany)
    }

    /// Returns what its constitution is called.
    pub fn constitution_title(self) -> &'static str {
        match self {
            Self::CooperativeSociety | Self::CommunityBenefitSociety => "Rules",
            Self::GuaranteeCompany | Self::ShareCompany | Self::CommunityInterestCompany => {
                "Articles of association"
            }
            Self::LimitedLiabilityPartnership => "Members' agreement",
            Self::UnincorporatedAssociation => "Constitution",
        }
    }

    /// Returns what one rule of its constitution is called.
    pub fn rule_word(self) -> &'static str {
        match self {
            form if form.is_company() => "article",
            Self::LimitedLiabilityPartnership => "clause",
            _ => "rule",
        }
    }
}

/// Where the office is when it is in Northern Ireland: refused, and why.
pub const NORTHERN_IRELAND_REFUSED: &str = "Toad Lane writes constitutions for England, Wales and Scotland. \
Northern Ireland has its own Acts, with other wording and a paper-only society form. \
Ask a co-operative development adviser there.";
