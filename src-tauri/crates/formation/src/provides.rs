//! What a rule provides for: matters of section 14, the criteria for the name, the principles.

use crate::legal::slugs;

slugs! {
    /// A matter that a society's rules must provide for: section 14 of the Co-operative and Community
    /// Benefit Societies Act 2014, each head cut into the things registrars look for.
    Matter {
        /// Head 1.
        Name = "name", "The society's name";
        /// Head 2.
        Objects = "objects", "The society's objects";
        /// Head 3.
        Office = "office", "The registered office, for all communications and notices";
        /// Head 4.
        Admission = "admission", "Terms of admission of members";
        /// Head 5.
        MeetingsConduct = "meetings.conduct", "How meetings are held";
        /// Head 5.
        MeetingsVoting = "meetings.voting", "The scale and right of voting";
        /// Head 5.
        MeetingsRuleChanges = "meetings.rule-changes", "How rules are made, altered and rescinded";
        /// Head 6.
        CommitteeAppoint = "committee.appoint", "Appointing the committee";
        /// Head 6.
        CommitteeRemove = "committee.remove", "Removing the committee";
        /// Head 6.
        CommitteePowers = "committee.powers", "The committee's powers";
        /// Head 6.
        CommitteePay = "committee.pay", "The committee's pay";
        /// Head 6.
        OfficersAppoint = "officers.appoint", "Appointing managers and other officers";
        /// Head 6.
        OfficersRemove = "officers.remove", "Removing managers and other officers";
        /// Head 6.
        OfficersPowers = "officers.powers", "Powers of managers and other officers";
        /// Head 6.
        OfficersPay = "officers.pay", "Pay of managers and other officers";
        /// Head 7.
        MaximumHolding = "maximum-holding", "The most shares a member may hold";
        /// Head 8.
        BorrowingPower = "borrowing.power", "Whether the society may borrow, and from whom";
        /// Head 8.
        BorrowingLimit = "borrowing.limit", "Limits on the amount borrowed";
        /// Head 8.
        BorrowingSecurity = "borrowing.security", "Conditions of loans and security";
        /// Head 8.
        BorrowingDeposits = "borrowing.deposits", "Whether it may take deposits";
        /// Head 9.
        SharesTransfer = "shares.transfer", "Whether shares are transferable, and how";
        /// Head 9.
        SharesWithdrawal = "shares.withdrawal", "Whether shares are withdrawable, and how";
        /// Head 10.
        Audit = "audit", "Audit of accounts under Part 7";
        /// Head 11.
        LeavingWithdrawal = "leaving.withdrawal", "Whether and how members may leave";
        /// Head 11.
        LeavingDeath = "leaving.death", "Claims of representatives of members who died";
        /// Head 11.
        LeavingBankruptcy = "leaving.bankruptcy", "Claims of trustees of bankrupt members";
        /// Head 11.
        LeavingNominees = "leaving.nominees", "Payment of nominees";
        /// Head 12.
        Profits = "profits", "How profits are applied";
        /// Head 13.
        Seal = "seal", "Custody and use of a seal, if there is one";
        /// Head 14.
        Investment = "investment", "Whether funds may be invested, by whom and how";
    }
}

impl Matter {
    /// Returns the number of the head in section 14.
    pub fn head(self) -> u8 {
        match self {
            Self::Name => 1,
            Self::Objects => 2,
            Self::Office => 3,
            Self::Admission => 4,
            Self::MeetingsConduct | Self::MeetingsVoting | Self::MeetingsRuleChanges => 5,
            Self::CommitteeAppoint
            | Self::CommitteeRemove
            | Self::CommitteePowers
            | Self::CommitteePay
            | Self::OfficersAppoint
            | Self::OfficersRemove
            | Self::OfficersPowers
            | Self::OfficersPay => 6,
            Self::MaximumHolding => 7,
            Self::BorrowingPower
            | Self::BorrowingLimit
            | Self::BorrowingSecurity
            | Self::BorrowingDeposits => 8,
            Self::SharesTransfer | Self::SharesWithdrawal => 9,
            Self::Audit => 10,
            Self::LeavingWithdrawal
            | Self::LeavingDeath
            | Self::LeavingBankruptcy
            | Self::LeavingNominees => 11,
            Self::Profits => 12,
            Self::Seal => 13,
            Self::Investment => 14,
        }
    }

    /// Returns the number of its line in the table of the FCA's form, which gives the two halves of head 9 a line each:
    /// from the second on, a line's number is one higher than its head's.
    pub fn line(self) -> u8 {
        match self {
            Self::SharesWithdrawal => self.head() + 1,
            _ if self.head() > Self::SharesWithdrawal.head() => self.head() + 1,
            _ => self.head(),
        }
    }
}

/// The lines of the table in the FCA's form that asks which rule provides for what, in order and in our words.
pub const FCA_LINES: [&str; 15] = [
    "The society's name",
    "Its objects",
    "Its registered office",
    "Who may be a member, and on which terms",
    "Meetings, votes, and how rules are changed",
    "The committee, managers and other officers: how they are appointed and removed, their powers and their pay",
    "The most that a member may hold in shares",
    "Loans and deposits: whether, on which terms, with which security and up to which sum",
    "Whether shares can be transferred, and how",
    "Whether shares can be withdrawn, and how",
    "Audit of the accounts",
    "How members leave; claims for members who died or are bankrupt; nominees",
    "How profits are used",
    "A seal, if there is one",
    "Whether and how funds may be invested",
];

slugs! {
    /// What Companies House looks for in the articles before it allows the word "Co-operative" in a
    /// company's name (Companies House guidance, Annex A).
    Criterion {
        /// Owned and controlled by its members, customers or employees.
        OwnedAndControlled = "owned-and-controlled", "Owned and controlled by its members";
        /// Membership is voluntary and open.
        VoluntaryAndOpen = "voluntary-and-open", "Membership is voluntary and open";
        /// Members take part in the economic activity.
        TakingPart = "taking-part", "Members take part in its economic activity";
        /// Profits are shared equally or in proportion to participation.
        FairSharing = "fair-sharing", "Profits are shared equally or by how much members take part";
        /// The principles are written into the articles.
        PrinciplesStated = "principles-stated", "These principles are stated in the articles";
    }
}

/// The seven co-operative principles of the International Co-operative Alliance, named in few words.
pub const PRINCIPLES: [&str; 7] = [
    "Voluntary and open membership",
    "Democratic control by the members",
    "Members' economic participation",
    "Autonomy and independence",
    "Education, training and information",
    "Co-operation among co-operatives",
    "Concern for the community",
];
