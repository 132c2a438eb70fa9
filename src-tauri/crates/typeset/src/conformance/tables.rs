//! Tables and lists: heads that say what they head, rows of one length, lists that say how they count.

use lopdf::Dictionary;

use super::content::Shown;
use super::tree::{Element, Tree};
use super::{Checked, Found, Rule};

impl<'d> Checked<'d> {
    pub(super) fn tables(&self, tree: &Tree<'d>, shown: &[Shown], found: &mut Found) {
        for element in &tree.elements {
            let place = format!("{} {}", element.tag, element.id.0);
            match element.tag {
                "TH" => {
                    let scope = self.attribute(element, "Scope");
                    let told = matches!(scope, Some("Row" | "Column" | "Both"));
                    found.expect(told, Rule::Scope, &place);
                }
                "L" => {
                    let label =
                        tree.below(element).flat_map(|item| tree.below(item)).find(|part| part.tag == "Lbl");
                    let Some(label) = label.map(|label| self.words(label, shown)) else { continue };
                    let told = self.attribute(element, "ListNumbering");
                    found.expect(
                        told == Some(counting(&label)),
                        Rule::Counted,
                        &format!("{place}: {label:?}"),
                    );
                }
                "Table" => {
                    let lengths = self.row_lengths(element, tree);
                    let even = lengths.windows(2).all(|pair| pair.first() == pair.last());
                    found.expect(even && !lengths.is_empty(), Rule::Rows, &format!("{place}: {lengths:?}"));
                }
                _ => {}
            }
        }
    }

    /// How many columns each row of a table fills.
    fn row_lengths(&self, table: &Element<'d>, tree: &Tree<'d>) -> Vec<i64> {
        let mut lengths = Vec::new();
        for part in tree.below(table) {
            let rows: Vec<&Element<'d>> = if part.tag == "TR" {
                vec![part]
            } else {
                tree.below(part).filter(|row| row.tag == "TR").collect()
            };
            for row in rows {
                let spans = tree.below(row).map(|cell| self.span(cell).unwrap_or(1));
                lengths.push(spans.sum());
            }
        }
        lengths
    }

    fn span(&self, cell: &Element<'d>) -> Option<i64> {
        self.attributes(cell).into_iter().find_map(|attributes| self.integer(attributes, "ColSpan"))
    }

    fn attribute(&self, element: &Element<'d>, key: &str) -> Option<&'d str> {
        self.attributes(element).into_iter().find_map(|attributes| self.name(attributes, key))
    }

    fn attributes(&self, element: &Element<'d>) -> Vec<&'d Dictionary> {
        let one = self.dictionary(element.dictionary, "A").into_iter();
        let several = self.array(element.dictionary, "A").iter();
        one.chain(several.filter_map(|object| self.follow(object).as_dict().ok())).collect()
    }
}

/// How a list counts whose first label is this.
fn counting(label: &str) -> &'static str {
    match label.trim() {
        "(i)" => "LowerRoman",
        label if label.starts_with('(') => "LowerAlpha",
        label if label.starts_with(|c: char| c.is_ascii_digit()) => "Decimal",
        _ => "Disc",
    }
}
