//! Blocks of two editions compared: aligned, then each with its fellow.

use super::align::{Features, Pair, align};
use super::mark::{deleted, deleted_text, inserted, inserted_text};
use super::words;
use crate::{Answer, Block, Cell, Field, Item, Row, Signature, Span, Table, Text};

/// Compares the blocks of a section, an item or a box.
pub(super) fn compare(old: &[Block], new: &[Block]) -> Vec<Block> {
    if old == new {
        return new.iter().cloned().map(settled).collect();
    }
    let (olds, news) =
        (old.iter().map(features).collect::<Vec<_>>(), new.iter().map(features).collect::<Vec<_>>());
    let mut out = Vec::new();
    for pair in align(&olds, &news) {
        match pair {
            Pair::Old(old_at) => out.extend(deleted(&old[old_at])),
            Pair::New(new_at) => out.push(inserted(&new[new_at])),
            Pair::Both(old_at, new_at) => out.extend(both(&old[old_at], &new[new_at])),
        }
    }
    out
}

/// A block of which nothing came and nothing went.
fn settled(mut block: Block) -> Block {
    block.texts_mut(&mut |text| *text = text.after());
    block
}

/// Compares two blocks of one kind.
fn both(old: &Block, new: &Block) -> Vec<Block> {
    let block = match (old, new) {
        (Block::Title { text: a, under: x }, Block::Title { text: b, under: y }) => {
            Block::Title { text: words::compare(a, b), under: perhaps(x.as_ref(), y.as_ref()) }
        }
        (Block::Paragraph { text: a, .. }, Block::Paragraph { text: b, tone }) => {
            Block::Paragraph { text: words::compare(a, b), tone: *tone }
        }
        (Block::Items(a), Block::Items(b)) => Block::Items(items(a, b)),
        (Block::Bullets(a), Block::Bullets(b)) => Block::Bullets(bullets(a, b)),
        (Block::Notice { blocks: a, .. }, Block::Notice { kind, blocks: b }) => {
            Block::Notice { kind: *kind, blocks: compare(a, b) }
        }
        (Block::Table(a), Block::Table(b)) if a.columns.len() == b.columns.len() => Block::Table(table(a, b)),
        (Block::Fields(a), Block::Fields(b)) => Block::Fields(fields(a, b)),
        (Block::Signatures(a), Block::Signatures(b)) => Block::Signatures(signatures(a, b)),
        (Block::Contents, Block::Contents) | (Block::PageBreak, Block::PageBreak) => new.clone(),
        _ => return deleted(old).into_iter().chain([inserted(new)]).collect(),
    };
    vec![block]
}

/// Compares two texts of which either may be missing.
fn perhaps(old: Option<&Text>, new: Option<&Text>) -> Option<Text> {
    match (old, new) {
        (Some(old), Some(new)) => Some(words::compare(old, new)),
        (Some(old), None) => Some(deleted_text(old)),
        (None, Some(new)) => Some(inserted_text(new)),
        (None, None) => None,
    }
}

/// Compares two lists: aligned by what `known` says of each, then each with its fellow.
fn list<T>(
    old: &[T],
    new: &[T],
    known: impl Fn(&T) -> Features<'_>,
    gone: impl Fn(&T) -> Option<T>,
    came: impl Fn(&T) -> T,
    both: impl Fn(&T, &T) -> Vec<T>,
) -> Vec<T> {
    let olds: Vec<Features<'_>> = old.iter().map(&known).collect();
    let news: Vec<Features<'_>> = new.iter().map(&known).collect();
    let mut out = Vec::with_capacity(new.len());
    for pair in align(&olds, &news) {
        match pair {
            Pair::Old(at) => out.extend(gone(&old[at])),
            Pair::New(at) => out.push(came(&new[at])),
            Pair::Both(a, b) => out.extend(both(&old[a], &new[b])),
        }
    }
    out
}

fn items(old: &[Item], new: &[Item]) -> Vec<Item> {
    list(
        old,
        new,
        |item| Features::new(0, item.anchor.as_ref(), plain(&item.blocks)),
        |item| {
            let blocks = item.blocks.iter().filter_map(deleted).collect();
            Some(Item { label: item.label.clone(), anchor: None, blocks })
        },
        |item| Item { blocks: item.blocks.iter().map(inserted).collect(), ..item.clone() },
        |a, b| vec![Item { blocks: compare(&a.blocks, &b.blocks), ..b.clone() }],
    )
}

fn bullets(old: &[Vec<Block>], new: &[Vec<Block>]) -> Vec<Vec<Block>> {
    list(
        old,
        new,
        |blocks| Features::new(0, None, plain(blocks)),
        |blocks| Some(blocks.iter().filter_map(deleted).collect()),
        |blocks| blocks.iter().map(inserted).collect(),
        |a, b| vec![compare(a, b)],
    )
}

fn table(old: &Table, new: &Table) -> Table {
    let row = |row: &Row, mark: fn(&Text) -> Text| -> Row {
        row.iter().map(|cell| cell.iter().map(mark).collect()).collect()
    };
    let gone = |old: &Row| row(old, deleted_text);
    let came = |new: &Row| row(new, inserted_text);
    let both = |a: &Row, b: &Row| -> Row { a.iter().zip(b).map(|(a, b)| cell(a, b)).collect() };
    let mut rows =
        list(&old.rows, &new.rows, row_features, |row| Some(gone(row)), came, |a, b| vec![both(a, b)]);
    let head = match (&old.head, &new.head) {
        (Some(a), Some(b)) => Some(both(a, b)),
        (None, Some(b)) => Some(came(b)),
        (Some(a), None) => {
            rows.insert(0, gone(a));
            None
        }
        (None, None) => None,
    };
    let caption = perhaps(old.caption.as_ref(), new.caption.as_ref());
    Table { caption, columns: new.columns.clone(), head, rows }
}

fn row_features(row: &Row) -> Features<'_> {
    Features::new(0, None, words_of(row.iter().flatten()))
}

fn cell(old: &Cell, new: &Cell) -> Cell {
    (0..old.len().max(new.len())).filter_map(|at| perhaps(old.get(at), new.get(at))).collect()
}

fn fields(old: &[Field], new: &[Field]) -> Vec<Field> {
    let mark = |field: &Field, mark: fn(&Text) -> Text| {
        let mut field = field.clone();
        field.texts_mut(&mut |text| *text = mark(text));
        field
    };
    list(
        old,
        new,
        |field| Features::new(0, None, words_of(field.texts())),
        |field| Some(mark(field, deleted_text)),
        |field| mark(field, inserted_text),
        |a, b| match answer(&a.answer, &b.answer) {
            Some(answer) => {
                let hint = perhaps(a.hint.as_ref(), b.hint.as_ref());
                vec![Field { label: words::compare(&a.label, &b.label), hint, answer }]
            }
            None => vec![mark(a, deleted_text), mark(b, inserted_text)],
        },
    )
}

/// Compares two answers; none when one could not show both.
fn answer(old: &Answer, new: &Answer) -> Option<Answer> {
    match (old, new) {
        (Answer::Given(a), Answer::Given(b)) => Some(Answer::Given(cell(a, b))),
        (Answer::Blank { lines: a }, Answer::Blank { lines: b }) if a == b => Some(new.clone()),
        (Answer::Box { ticked: a, text: x }, Answer::Box { ticked: b, text: y }) if a == b => {
            Some(Answer::Box { ticked: *b, text: words::compare(x, y) })
        }
        _ => None,
    }
}

fn signatures(old: &[Signature], new: &[Signature]) -> Vec<Signature> {
    let mark = |place: &Signature, mark: fn(&Text) -> Text| Signature {
        role: mark(&place.role),
        name: place.name.as_ref().map(mark),
        dated: place.dated,
    };
    list(
        old,
        new,
        |place| {
            Features::new(0, None, words_of([Some(&place.role), place.name.as_ref()].into_iter().flatten()))
        },
        |place| Some(mark(place, deleted_text)),
        |place| mark(place, inserted_text),
        |a, b| {
            if a.name.is_some() == b.name.is_some() && a.dated == b.dated {
                let name = perhaps(a.name.as_ref(), b.name.as_ref());
                vec![Signature { role: words::compare(&a.role, &b.role), name, dated: b.dated }]
            } else {
                vec![mark(a, deleted_text), mark(b, inserted_text)]
            }
        },
    )
}

fn features(block: &Block) -> Features<'_> {
    let kind = match block {
        Block::Title { .. } => 0,
        Block::Heading(_) => 1,
        Block::Paragraph { .. } => 2,
        Block::Items(_) => 3,
        Block::Bullets(_) => 4,
        Block::Table(_) => 5,
        Block::Fields(_) => 6,
        Block::Signatures(_) => 7,
        Block::Notice { .. } => 8,
        Block::Contents => 9,
        Block::PageBreak => 10,
    };
    Features::new(kind, None, plain(std::slice::from_ref(block)))
}

/// The words of some blocks; numbers and what references show left out, as they follow from elsewhere.
fn plain(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        block.visit(&mut |block| out.push_str(&words_of(block.texts())));
    }
    out
}

fn words_of<'t>(texts: impl IntoIterator<Item = &'t Text>) -> String {
    let mut out = String::new();
    for text in texts {
        let mut text = text.after();
        text.visit_mut(&mut |span| {
            if let Span::Reference { to, words } = span {
                *words = format!("\u{b7}{}", to.0);
            }
        });
        out.push_str(&text.plain());
        out.push('\n');
    }
    out
}
