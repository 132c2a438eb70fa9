//! The look, worked out from its values: every ink can be read on every ground that it stands on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const TOKENS: &str = include_str!("../../../../../ui/static/styles/tokens.css");

/// Words for reading: 7 to 1.
const BODY: [(&str, &[&str]); 1] = [("ink", &["table", "card", "paper"])];
/// Other words, and what is pressed: 4.5 to 1.
const OTHER: [(&str, &[&str]); 9] = [
    ("ink-soft", &["table", "card", "paper"]),
    ("press", &["table", "card", "paper", "press-soft"]),
    ("on-press", &["press"]),
    ("wheat-ink", &["card", "paper", "wheat-soft"]),
    ("done", &["card", "paper", "done-soft"]),
    ("parked", &["card", "paper"]),
    ("stop", &["card", "paper", "stop-soft"]),
    ("ink", &["wheat-soft", "stop-soft", "done-soft", "advice-soft", "press-soft"]),
    ("card", &["stop"]),
];
/// Edges of what can be used, and the ring of the focus: 3 to 1.
const EDGES: [(&str, &[&str]); 2] =
    [("edge", &["table", "card", "paper"]), ("focus", &["table", "card", "paper"])];

type Tokens = BTreeMap<String, [f64; 3]>;

/// The looks: light, dark, and both with more contrast. Each begins as the one before it in the cascade.
fn looks() -> Vec<(&'static str, Tokens)> {
    let blocks: Vec<Tokens> = TOKENS.split(":root {").skip(1).map(colours).collect();
    let [light, dark, more, more_dark] = blocks.as_slice() else { panic!("{} blocks", blocks.len()) };
    let over = |layers: &[&Tokens]| -> Tokens {
        layers.iter().flat_map(|layer| layer.iter()).map(|(name, rgb)| (name.clone(), *rgb)).collect()
    };
    vec![
        ("light", light.clone()),
        ("dark", over(&[light, dark])),
        ("light, more contrast", over(&[light, more])),
        ("dark, more contrast", over(&[light, dark, more, more_dark])),
    ]
}

fn colours(block: &str) -> Tokens {
    let block = block.split('}').next().unwrap();
    let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    lines
        .map(|(name, hex)| {
            let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            (name.to_owned(), [part(0), part(2), part(4)])
        })
        .collect()
}

/// WCAG 2.2: the contrast of two colours.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    let light = |rgb: [f64; 3]| {
        let [r, g, b] = rgb.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_ink_can_be_read_on_its_grounds() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let mut wrong = Vec::new();
    for (look, tokens) in looks() {
        let pairs = [(7.0, BODY.as_slice()), (4.5, OTHER.as_slice()), (3.0, EDGES.as_slice())];
        for (least, pairs) in pairs {
            for (ink, grounds) in pairs {
                for ground in *grounds {
                    let has = contrast(tokens[*ink], tokens[*ground]);
                    if has < least {
                        wrong.push(format!("{look}: {ink} on {ground} has {has:.2}, not {least}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names that begin after this sign, such as the `ink` of `var(--ink)`.
fn named<'s>(styles: &'s str, sign: &str) -> BTreeSet<&'s str> {
    let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    styles.split(sign).skip(1).filter_map(|rest| rest.split(is_end).next()).collect()
}

/// A style that asks for a value nobody set is dropped without a word.
#[test]
fn every_value_that_a_style_asks_for_is_set() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/static/styles");
    let sheets =
        fs::read_dir(folder).unwrap().map(|sheet| fs::read_to_string(sheet.unwrap().path()).unwrap());
    let styles: String = sheets.collect();
    let (asked, set) = (named(&styles, "var(--"), named(TOKENS, "  --"));
    assert!(asked.len() > 20, "{asked:?}");
    assert_eq!(asked.difference(&set).collect::<Vec<_>>(), Vec::<&&str>::new());
}
