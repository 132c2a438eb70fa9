//! Labels of numbered items: 21.1, (a), (i), (A).

/// How deep an item stands below its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemDepth {
    /// "21.1": right below the rule.
    Paragraph,
    /// "(a)".
    Letter,
    /// "(i)".
    Roman,
    /// "(A)": as deep as a rule may go.
    Capital,
}

impl ItemDepth {
    /// Returns the depth below this one, or none below the deepest.
    pub fn below(self) -> Option<Self> {
        match self {
            Self::Paragraph => Some(Self::Letter),
            Self::Letter => Some(Self::Roman),
            Self::Roman => Some(Self::Capital),
            Self::Capital => None,
        }
    }
}

/// Returns the label of the item that stands at `index` (from 0) among its siblings.
/// `above` is the label of the heading above, used by [`ItemDepth::Paragraph`] only.
pub fn label(depth: ItemDepth, index: usize, above: &str) -> String {
    match depth {
        ItemDepth::Paragraph if above.is_empty() => format!("{}", index + 1),
        ItemDepth::Paragraph => format!("{above}.{}", index + 1),
        ItemDepth::Letter => format!("({})", letters(index, 'a')),
        ItemDepth::Roman => format!("({})", roman(index + 1)),
        ItemDepth::Capital => format!("({})", letters(index, 'A')),
    }
}

/// a … z, aa, ab …
fn letters(index: usize, first: char) -> String {
    let mut rest = index + 1;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(first as u8 + (rest % 26) as u8));
        rest /= 26;
    }
    out.iter().rev().collect()
}

fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in STEPS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_by_depth() {
        let cases = [
            (ItemDepth::Paragraph, 0, "21", "21.1"),
            (ItemDepth::Paragraph, 1, "", "2"),
            (ItemDepth::Letter, 0, "", "(a)"),
            (ItemDepth::Letter, 25, "", "(z)"),
            (ItemDepth::Letter, 26, "", "(aa)"),
            (ItemDepth::Letter, 27, "", "(ab)"),
            (ItemDepth::Roman, 3, "", "(iv)"),
            (ItemDepth::Roman, 8, "", "(ix)"),
            (ItemDepth::Capital, 1, "", "(B)"),
        ];
        for (depth, index, above, expected) in cases {
            assert_eq!(label(depth, index, above), expected);
        }
    }
}
