//! Every size, space and rule of the look, in one place.
//!
//! Black on white, nothing below 10 pt. This module must not know how any of it is used.

use crate::fonts::Cut;
use crate::length::Length;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub cut: Cut,
    pub size: Length,
    pub leading: Length,
    pub side: Side,
}

/// Where lines stand between their margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Centre,
    Right,
}

impl Setting {
    const fn new(cut: Cut, size: i32, leading: i32) -> Self {
        Self { cut, size: Length(size), leading: Length(leading), side: Side::Left }
    }

    /// The same, set elsewhere between its margins.
    pub const fn to(self, side: Side) -> Self {
        Self { side, ..self }
    }

    /// How far below a line's top its baseline is: capitals stand in the middle of the line.
    pub fn baseline(&self) -> Length {
        self.leading.times(1, 2) + self.size.times(357, 1000)
    }
}

pub(crate) const TITLE: Setting = Setting::new(Cut::SansBold, 22_000, 27_000);
pub(crate) const UNDER_TITLE: Setting = Setting::new(Cut::Sans, 13_000, 18_000);
pub(crate) const PART: Setting = Setting::new(Cut::SansBold, 15_000, 20_000);
pub(crate) const RULE: Setting = Setting::new(Cut::SansBold, 12_000, 16_500);
pub(crate) const BELOW_RULE: Setting = Setting::new(Cut::SansBold, 10_500, 15_500);
pub(crate) const BODY: Setting = Setting::new(Cut::Serif, 11_000, 15_500);
pub(crate) const LEAD: Setting = Setting::new(Cut::Serif, 12_500, 18_000);
pub(crate) const NOTE: Setting = Setting::new(Cut::SerifItalic, 10_000, 14_000);
pub(crate) const SMALL: Setting = Setting::new(Cut::Serif, 10_000, 14_000);
pub(crate) const CELL: Setting = Setting::new(Cut::Serif, 10_000, 14_000);
pub(crate) const HEAD_CELL: Setting = Setting::new(Cut::SansBold, 10_000, 14_000);
pub(crate) const CAPTION: Setting = Setting::new(Cut::SansBold, 10_000, 14_000);
pub(crate) const QUESTION: Setting = Setting::new(Cut::Sans, 10_000, 14_500);
pub(crate) const HINT: Setting = Setting::new(Cut::SerifItalic, 10_000, 13_500);
pub(crate) const ANSWER: Setting = Setting::new(Cut::Serif, 11_000, 15_000);
pub(crate) const NOTICE_WORD: Setting = Setting::new(Cut::SansBold, 10_500, 15_000);
pub(crate) const CONTENTS_PART: Setting = Setting::new(Cut::SansBold, 10_500, 13_500);
pub(crate) const CONTENTS_RULE: Setting = Setting::new(Cut::Serif, 10_500, 13_500);
pub(crate) const FURNITURE: Setting = Setting::new(Cut::Sans, 10_000, 13_000);
pub(crate) const FURNITURE_STRONG: Setting = Setting::new(Cut::SansBold, 10_000, 13_000);
pub(crate) const SMALL_CAPTION: Setting = Setting::new(Cut::Sans, 10_000, 13_000);

/// The sheet that a paper is laid out on, and what stays clear on it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub width: Length,
    pub height: Length,
    /// Left and right of the text.
    pub side: Length,
    /// Above and below the text, furniture apart.
    pub ends: Length,
    /// From the sheet's edge to what stands at the top and the foot.
    pub edge: Length,
    /// Between furniture and text, at least.
    pub gap: Length,
    /// What a registrar's stamp needs at the top of page one, and a little air.
    pub stamp: Length,
    /// From the sheet's edge to a certificate's border.
    pub border: Length,
}

/// A4.
pub(crate) const A4: Sheet = Sheet {
    width: Length::mm(210),
    height: Length::mm(297),
    side: Length::mm(25),
    ends: Length::mm(25),
    edge: Length::mm(12),
    gap: Length::mm(6),
    stamp: Length::mm(30),
    border: Length::mm(8),
};

/// What large print is to usual print: text of 11 pt becomes text of 18 pt.
pub(crate) const LARGE: (i64, i64) = (18, 11);

/// A4 as it looks to text that will be enlarged with all that stands on it; its margins are narrower.
pub(crate) fn large() -> Sheet {
    let small = |millimetres| Length::mm(millimetres).times(LARGE.1, LARGE.0);
    Sheet {
        width: small(210),
        height: small(297),
        side: small(18),
        ends: small(20),
        edge: small(12),
        gap: small(6),
        stamp: small(30),
        border: small(6),
    }
}

impl Sheet {
    /// The width between the margins.
    pub fn text_width(&self) -> Length {
        self.width - self.side * 2
    }

    /// A row taller than this is torn.
    pub fn tallest_row(&self) -> Length {
        self.height.times(2, 3)
    }

    /// What every page but the first has room for, whatever stands around the text.
    pub fn sure_room(&self) -> Length {
        self.height.times(3, 4)
    }
}

/// Gutter of "21" and "21.1".
pub(crate) const NUMBER_GUTTER: Length = Length::pt(38);
/// Gutter of "(a)" and below.
pub(crate) const LETTER_GUTTER: Length = Length::pt(26);
/// Gutter of a bullet.
pub(crate) const BULLET_GUTTER: Length = Length::pt(16);
/// Between a label and its text, at least.
pub(crate) const LABEL_GAP: Length = Length::pt(7);

pub(crate) const HAIRLINE: Length = Length::milli(350);
pub(crate) const THIN: Length = Length::milli(600);
pub(crate) const THICK: Length = Length::milli(1_000);

/// Inside a notice's box, at the sides and at top and bottom.
pub(crate) const BOX_SIDE: Length = Length::pt(12);
pub(crate) const BOX_TOP: Length = Length::pt(8);
/// Inside a table's cells.
pub(crate) const CELL_SIDE: Length = Length::pt(5);
pub(crate) const CELL_TOP: Length = Length::pt(4);
/// One line to write on.
pub(crate) const WRITING_LINE: Length = Length::mm(9);
/// Side of a box to tick.
pub(crate) const TICK_BOX: Length = Length::milli(10_500);
