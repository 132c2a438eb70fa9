//! No page for a few lines: strips stand a little closer where that spares a page that would be nearly empty.
//!
//! Only the space between strips gives way, by a fifth at most; no letter and no line gets smaller. A paper begins anew
//! wherever it asks for a new page, so each of these parts is looked at alone.

use crate::length::Length;
use crate::strip::Strip;

use super::Area;
use super::ends::Ends;

/// What is left of the space between strips, in hundredths: the first that spares the page is taken.
const CLOSER: [i64; 4] = [95, 90, 85, 80];

/// A last page that is filled to less than this is nearly empty.
fn is_sparse(filled: Length, area: Area) -> bool {
    filled - area.top < (area.bottom - area.top).times(1, 5)
}

/// Takes space from between strips, where that spares a page.
pub(super) fn close_up(strips: &mut [Strip], area: &dyn Fn(usize) -> Area) {
    let (mut page, mut is_first) = (0, true);
    let mut rest = strips;
    while !rest.is_empty() {
        let end = rest.iter().skip(1).position(|strip| strip.new_page).map_or(rest.len(), |at| at + 1);
        let (part, after) = rest.split_at_mut(end);
        if !is_first {
            page += 1;
        }
        page = part_closed_up(part, page, area);
        (rest, is_first) = (after, false);
    }
}

/// Takes space from between the strips of a part that begins on the page `from`. Returns its last page.
fn part_closed_up(part: &mut [Strip], from: usize, area: &dyn Fn(usize) -> Area) -> usize {
    let filled = |part: &[Strip], space| Ends::closer(area, from, space).fill(part, |_| {});
    let (last, end) = filled(part, 100);
    if last == from || !is_sparse(end, area(last)) {
        return last;
    }
    for space in CLOSER {
        let (now, _) = filled(part, space);
        if now < last {
            part.iter_mut().for_each(|strip| strip.before = strip.before.times(space, 100));
            return now;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strips of 10 pt, 10 pt apart. A page holds five of them.
    fn strips(count: usize) -> Vec<Strip> {
        let strip = || Strip { height: Length::pt(10), before: Length::pt(10), ..Strip::default() };
        std::iter::repeat_with(strip).take(count).collect()
    }

    /// The space above the last strip, after closing up.
    fn space(mut strips: Vec<Strip>) -> Length {
        close_up(&mut strips, &|_| Area { top: Length::pt(5), bottom: Length::pt(102) });
        strips.last().map_or(Length::ZERO, |strip| strip.before)
    }

    #[test]
    fn a_page_for_a_strip_or_two_is_spared_and_no_more_space_taken_than_that_needs() {
        assert_eq!(space(strips(5)), Length::pt(10));
        // Six fit only with nothing between them but 7.4 pt.
        assert_eq!(space(strips(6)), Length::pt(10));
        let mut six = strips(6);
        six.iter_mut().for_each(|strip| strip.before = Length::pt(8));
        assert_eq!(space(six), Length::pt(8).times(90, 100));
    }

    #[test]
    fn a_page_that_is_well_filled_stays() {
        assert_eq!(space(strips(8)), Length::pt(10));
    }

    #[test]
    fn each_part_that_begins_a_page_is_looked_at_alone() {
        let mut first = strips(6);
        first.iter_mut().for_each(|strip| strip.before = Length::pt(8));
        let mut second = strips(3);
        second.first_mut().into_iter().for_each(|strip| strip.new_page = true);
        first.extend(second);
        let taken = first.clone();
        assert_eq!(space(taken), Length::pt(10));
        close_up(&mut first, &|_| Area { top: Length::pt(5), bottom: Length::pt(102) });
        assert_eq!(first.get(5).map(|strip| strip.before), Some(Length::pt(8).times(90, 100)));
    }
}
