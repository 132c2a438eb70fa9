//! Every size, space and rule of the look, in one place.
//!
//! Black on white. There are two looks, for usual and for large print; each says all of its sizes itself, and neither
//! is a multiple of the other. This module must not know how any of it is used.

use crate::fonts::Cut;
use crate::length::Length;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Every size and space of one print.
#[derive(Debug)]
pub(crate) struct Look {
    pub sheet: Sheet,
    pub title: Setting,
    pub under_title: Setting,
    pub part: Setting,
    pub rule: Setting,
    pub below_rule: Setting,
    pub body: Setting,
    pub lead: Setting,
    pub note: Setting,
    pub small: Setting,
    pub cell: Setting,
    pub head_cell: Setting,
    pub caption: Setting,
    pub question: Setting,
    pub hint: Setting,
    pub answer: Setting,
    pub notice_word: Setting,
    pub contents_part: Setting,
    pub contents_rule: Setting,
    pub furniture: Setting,
    pub furniture_strong: Setting,
    pub small_caption: Setting,
    /// Gutter of "21" and "21.1".
    pub number_gutter: Length,
    /// Gutter of "(a)" and below.
    pub letter_gutter: Length,
    /// Gutter of a bullet.
    pub bullet_gutter: Length,
    /// Gutter of a rule's number in the contents.
    pub contents_gutter: Length,
    /// Between a label and its text, at least.
    pub label_gap: Length,
    /// Kept free on the right of the contents for "999".
    pub number_room: Length,
    /// Kept free at the foot for "Page 999 of 999".
    pub page_room: Length,
    /// The dots that lead to a page number, and from one to the next.
    pub leader: Length,
    pub leader_step: Length,
    /// Inside a notice's box, at the sides and at top and bottom.
    pub box_side: Length,
    pub box_top: Length,
    /// Inside a table's cells.
    pub cell_side: Length,
    pub cell_top: Length,
    /// One line to write on.
    pub writing_line: Length,
    /// Room for a hand above a line to sign on.
    pub signing_room: Length,
    /// Side of a box to tick.
    pub tick_box: Length,
    /// No column is narrower than this, however deep it lies.
    pub narrowest: Length,
    /// Space between blocks, as a part of that in usual print.
    pub air: (i64, i64),
    /// Whether what stands side by side elsewhere stands one below the other: an answer below its question, the cells of
    /// a row that a line has no room for.
    pub stacked: bool,
}

impl Look {
    /// A space between blocks, which is given as in usual print.
    pub fn spaced(&self, space: Length) -> Length {
        space.times(self.air.0, self.air.1)
    }
}

/// Text of 11 pt; nothing below 10 pt.
pub(crate) static USUAL: Look = Look {
    sheet: Sheet {
        width: Length::mm(210),
        height: Length::mm(297),
        side: Length::mm(25),
        ends: Length::mm(25),
        edge: Length::mm(12),
        gap: Length::mm(6),
        stamp: Length::mm(30),
        border: Length::mm(8),
    },
    title: Setting::new(Cut::SansBold, 22_000, 27_000),
    under_title: Setting::new(Cut::Sans, 13_000, 18_000),
    part: Setting::new(Cut::SansBold, 15_000, 20_000),
    rule: Setting::new(Cut::SansBold, 12_000, 16_500),
    below_rule: Setting::new(Cut::SansBold, 10_500, 15_500),
    body: Setting::new(Cut::Serif, 11_000, 15_500),
    lead: Setting::new(Cut::Serif, 12_500, 18_000),
    note: Setting::new(Cut::SerifItalic, 10_000, 14_000),
    small: Setting::new(Cut::Serif, 10_000, 14_000),
    cell: Setting::new(Cut::Serif, 10_000, 14_000),
    head_cell: Setting::new(Cut::SansBold, 10_000, 14_000),
    caption: Setting::new(Cut::SansBold, 10_000, 14_000),
    question: Setting::new(Cut::Sans, 10_000, 14_500),
    hint: Setting::new(Cut::SerifItalic, 10_000, 13_500),
    answer: Setting::new(Cut::Serif, 11_000, 15_000),
    notice_word: Setting::new(Cut::SansBold, 10_500, 15_000),
    contents_part: Setting::new(Cut::SansBold, 10_500, 13_500),
    contents_rule: Setting::new(Cut::Serif, 10_500, 13_500),
    furniture: Setting::new(Cut::Sans, 10_000, 13_000),
    furniture_strong: Setting::new(Cut::SansBold, 10_000, 13_000),
    small_caption: Setting::new(Cut::Sans, 10_000, 13_000),
    number_gutter: Length::pt(38),
    letter_gutter: Length::pt(26),
    bullet_gutter: Length::pt(16),
    contents_gutter: Length::pt(30),
    label_gap: Length::pt(7),
    number_room: Length::pt(36),
    page_room: Length::pt(110),
    leader: Length::pt(10),
    leader_step: Length::pt(5),
    box_side: Length::pt(12),
    box_top: Length::pt(8),
    cell_side: Length::pt(5),
    cell_top: Length::pt(4),
    writing_line: Length::mm(9),
    signing_room: Length::pt(34),
    tick_box: Length::milli(10_500),
    narrowest: Length::pt(100),
    air: (1, 1),
    stacked: false,
};

/// Text of 18 pt; nothing below 16 pt. Headings and spaces grow less than the text does, and the sheet hardly at all:
/// what is gained in width is gained for lines.
pub(crate) static LARGE: Look = Look {
    sheet: Sheet {
        width: Length::mm(210),
        height: Length::mm(297),
        side: Length::mm(20),
        ends: Length::mm(22),
        edge: Length::mm(12),
        gap: Length::mm(6),
        stamp: Length::mm(30),
        border: Length::mm(8),
    },
    title: Setting::new(Cut::SansBold, 30_000, 36_000),
    under_title: Setting::new(Cut::Sans, 20_000, 27_000),
    part: Setting::new(Cut::SansBold, 24_000, 31_000),
    rule: Setting::new(Cut::SansBold, 20_000, 27_000),
    below_rule: Setting::new(Cut::SansBold, 18_000, 26_000),
    body: Setting::new(Cut::Serif, 18_000, 26_000),
    lead: Setting::new(Cut::Serif, 20_000, 29_000),
    note: Setting::new(Cut::SerifItalic, 17_000, 24_500),
    small: Setting::new(Cut::Serif, 16_000, 23_000),
    cell: Setting::new(Cut::Serif, 16_000, 22_500),
    head_cell: Setting::new(Cut::SansBold, 16_000, 22_500),
    caption: Setting::new(Cut::SansBold, 17_000, 24_000),
    question: Setting::new(Cut::Sans, 17_000, 24_000),
    hint: Setting::new(Cut::SerifItalic, 16_000, 22_500),
    answer: Setting::new(Cut::Serif, 18_000, 25_500),
    notice_word: Setting::new(Cut::SansBold, 18_000, 25_500),
    contents_part: Setting::new(Cut::SansBold, 18_000, 24_000),
    contents_rule: Setting::new(Cut::Serif, 17_000, 23_500),
    furniture: Setting::new(Cut::Sans, 16_000, 20_500),
    furniture_strong: Setting::new(Cut::SansBold, 16_000, 20_500),
    small_caption: Setting::new(Cut::Sans, 16_000, 20_500),
    number_gutter: Length::pt(54),
    letter_gutter: Length::pt(38),
    bullet_gutter: Length::pt(22),
    contents_gutter: Length::pt(44),
    label_gap: Length::pt(9),
    number_room: Length::pt(54),
    page_room: Length::pt(172),
    leader: Length::pt(16),
    leader_step: Length::pt(8),
    box_side: Length::pt(14),
    box_top: Length::pt(11),
    cell_side: Length::pt(6),
    cell_top: Length::pt(6),
    writing_line: Length::mm(13),
    signing_room: Length::pt(46),
    tick_box: Length::pt(16),
    narrowest: Length::pt(150),
    air: (14, 10),
    stacked: true,
};

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

pub(crate) const HAIRLINE: Length = Length::milli(350);
pub(crate) const THIN: Length = Length::milli(600);
pub(crate) const THICK: Length = Length::milli(1_000);
