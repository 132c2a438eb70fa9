//! What the fuzz targets share: block trees made of whatever bytes come, and a formation to try a rule in.

use arbitrary::{Arbitrary, Result, Unstructured};
use document::{
    Align, Anchor, Answer, Audience, Block, Column, Field, Foreign, Furniture, Heading, Item, ItemDepth, Language,
    Notice, Paper, Signature, Span, Table, Text, Tone, label,
};

/// Lists within lists go no deeper than a rule may.
const DEEPEST: usize = 4;

/// A paper of any shape that the rest of the app could make: lists are counted, rows are whole.
#[derive(Debug)]
pub struct AnyPaper(pub Paper);

/// Blocks, as in [`AnyPaper`].
#[derive(Debug)]
pub struct AnyBlocks(pub Vec<Block>);

impl<'a> Arbitrary<'a> for AnyPaper {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let furniture = Furniture {
            header: words(u)?,
            footer: words(u)?,
            draft: u.arbitrary()?,
            private: u.arbitrary::<bool>()?.then(|| words(u)).transpose()?,
            stamp_space: u.arbitrary()?,
            border: u.arbitrary()?,
        };
        // A paper begins with its title: every file's outline and headings hang on it.
        let title = words(u)?;
        let mut blocks = vec![Block::Title { text: Text::value(format!("T{title}")), under: None }];
        blocks.append(&mut u.arbitrary::<AnyBlocks>()?.0);
        Ok(Self(Paper {
            slug: "paper".to_owned(),
            title: format!("T{title}"),
            language: if u.arbitrary()? { Language::WELSH } else { Language::ENGLISH },
            foreign: vec![Foreign { words: words(u)?, language: Language::WELSH }],
            audience: Audience::Keep,
            furniture,
            blocks,
        }))
    }
}

impl<'a> Arbitrary<'a> for AnyBlocks {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut blocks = Vec::new();
        let mut rules = 0;
        while !u.is_empty() && blocks.len() < 200 {
            blocks.push(outermost(u, &mut rules)?);
        }
        Ok(Self(blocks))
    }
}

fn outermost(u: &mut Unstructured<'_>, rules: &mut usize) -> Result<Block> {
    Ok(match u.int_in_range(0..=9)? {
        0 => {
            *rules += 1;
            let level = u.int_in_range(2..=4)?;
            let anchor = u.arbitrary::<bool>()?.then(|| Anchor(format!("rule-{rules}")));
            let label = u.arbitrary::<bool>()?.then(|| rules.to_string());
            Block::Heading(Heading { level, label, anchor, text: text(u, 0)? })
        }
        1 => Block::Contents,
        2 => Block::PageBreak,
        3 => Block::Signatures(several(u, |u| {
            Ok(Signature { role: text(u, 0)?, name: maybe_text(u)?, dated: u.arbitrary()? })
        })?),
        _ => inner(u, 0, &rules.to_string())?,
    })
}

fn inner(u: &mut Unstructured<'_>, depth: usize, above: &str) -> Result<Block> {
    let deeper = depth + 1 < DEEPEST;
    Ok(match u.int_in_range(0..=6)? {
        0 if deeper => Block::Items(items(u, depth, above)?),
        1 if deeper => Block::Bullets(several(u, |u| several(u, |u| inner(u, depth + 1, above)))?),
        2 if deeper => Block::Notice {
            kind: *u.choose(&[Notice::Remark, Notice::Warning, Notice::Private, Notice::Prescribed])?,
            blocks: several(u, |u| inner(u, depth + 1, above))?,
        },
        3 => table(u)?,
        4 => Block::Fields(several(u, field)?),
        _ => Block::Paragraph {
            text: text(u, 0)?,
            tone: *u.choose(&[Tone::Body, Tone::Lead, Tone::Note, Tone::Small, Tone::Centred])?,
        },
    })
}

fn items(u: &mut Unstructured<'_>, depth: usize, above: &str) -> Result<Vec<Item>> {
    let depths = [ItemDepth::Paragraph, ItemDepth::Letter, ItemDepth::Roman, ItemDepth::Capital];
    let mut items = several(u, |u| several(u, |u| inner(u, depth + 1, above)))?;
    let count = |(index, blocks)| Item { label: label(depths[depth.min(3)], index, above), anchor: None, blocks };
    Ok(items.drain(..).enumerate().map(count).collect())
}

fn table(u: &mut Unstructured<'_>) -> Result<Block> {
    let columns = u.int_in_range(1..=4)?;
    let row = |u: &mut Unstructured<'_>| (0..columns).map(|_| Ok(vec![text(u, 1)?])).collect::<Result<Vec<_>>>();
    let head = if u.arbitrary()? { Some(row(u)?) } else { None };
    let rows = several(u, row)?;
    let column = |u: &mut Unstructured<'_>| {
        Ok(Column { share: u.int_in_range(1..=9)?, align: *u.choose(&[Align::Start, Align::End, Align::Centre])? })
    };
    let columns = (0..columns).map(|_| column(u)).collect::<Result<Vec<_>>>()?;
    Ok(Block::Table(Table { caption: maybe_text(u)?, columns, head, rows }))
}

fn field(u: &mut Unstructured<'_>) -> Result<Field> {
    let answer = match u.int_in_range(0..=2)? {
        0 => Answer::Given(several(u, |u| text(u, 0))?),
        1 => Answer::Blank { lines: u.int_in_range(1..=9)? },
        _ => Answer::Box { ticked: u.arbitrary()?, text: text(u, 0)? },
    };
    Ok(Field { label: text(u, 0)?, hint: maybe_text(u)?, answer })
}

fn maybe_text(u: &mut Unstructured<'_>) -> Result<Option<Text>> {
    if u.arbitrary()? { Ok(Some(text(u, 0)?)) } else { Ok(None) }
}

fn text(u: &mut Unstructured<'_>, depth: usize) -> Result<Text> {
    several(u, |u| span(u, depth)).map(Text)
}

fn span(u: &mut Unstructured<'_>, depth: usize) -> Result<Span> {
    Ok(match u.int_in_range(0..=9)? {
        0 if depth < 2 => Span::Strong(text(u, depth + 1)?),
        1 if depth < 2 => Span::Emphasis(text(u, depth + 1)?),
        2 => Span::Open(words(u)?),
        3 => Span::Blank { millimetres: u.int_in_range(1..=400)? },
        4 => Span::LineBreak,
        // Its words are worked out and never blank.
        5 => Span::Reference { to: Anchor("rule-1".to_owned()), words: format!("rule {}", words(u)?) },
        6 => Span::Words(words(u)?),
        _ => Span::Value(words(u)?),
    })
}

fn words(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(u.arbitrary::<&str>()?.to_owned())
}

fn several<'a, T>(
    u: &mut Unstructured<'a>,
    mut one: impl FnMut(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut all = vec![one(u)?];
    while all.len() < 12 && !u.is_empty() && u.ratio(1, 2)? {
        all.push(one(u)?);
    }
    Ok(all)
}
