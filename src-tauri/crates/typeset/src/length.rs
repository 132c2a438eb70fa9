//! Lengths on paper, as whole thousandths of a point.
//!
//! Layout is done in integers so that the same paper breaks at the same places everywhere. This
//! module must not know what is measured with it.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// A length or a position, in thousandths of a point (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(pub i32);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// Returns a length of whole points.
    pub const fn pt(points: i32) -> Self {
        Self(points * 1000)
    }

    /// Returns a length of thousandths of a point.
    pub const fn milli(thousandths: i32) -> Self {
        Self(thousandths)
    }

    /// Returns a length of whole millimetres, to the nearest thousandth of a point.
    pub const fn mm(millimetres: i32) -> Self {
        Self(((millimetres as i64 * 72_000_000 + 12_700) / 25_400) as i32)
    }

    /// Returns the length in points, for a writer's use; layout never goes back from it.
    pub fn points(self) -> f32 {
        self.0 as f32 / 1000.0
    }

    /// Returns `numerator / denominator` of this length, rounded to nearest.
    pub fn times(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::ZERO;
        }
        let product = i64::from(self.0) * numerator;
        let half = denominator.abs() / 2;
        let rounded = (product + if product < 0 { -half } else { half }) / denominator;
        Self(i32::try_from(rounded).unwrap_or(if rounded < 0 { i32::MIN } else { i32::MAX }))
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i32> for Length {
    type Output = Self;
    fn mul(self, factor: i32) -> Self {
        Self(self.0.saturating_mul(factor))
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_to_the_nearest_thousandth() {
        assert_eq!(Length::mm(25), Length(70_866));
        assert_eq!(Length::mm(210), Length(595_276));
        assert_eq!(Length::pt(11).times(1, 3), Length(3_667));
        assert_eq!((-Length::pt(1)).times(1, 3), Length(-333));
        assert_eq!(Length::pt(1).times(1, 0), Length::ZERO);
    }
}
