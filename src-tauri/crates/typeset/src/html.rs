//! Papers as HTML: semantic, with every character of the text escaped.
//!
//! Used for the HTML edition and for clauses shown in the app. Classes name what a thing is; how it
//! looks in the edition is in `html/edition.css`, in the app the app's affair.

mod blocks;

use document::{Block, Paper};

use blocks::Writer;

/// Nothing may be fetched, and no script may run, whatever stands in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Returns a paper as a whole HTML document: one file without scripts or outside references, for screens
/// light and dark and for print.
pub fn html(paper: &Paper) -> String {
    let mut writer = Writer::new(Some(paper));
    let title = blocks::escaped(&paper.title);
    writer.raw("<!DOCTYPE html>\n");
    writer.raw(&format!("<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", paper.language.0));
    writer.raw(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"));
    writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    writer.raw(&format!("<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"));
    header(paper, &mut writer);
    writer.raw("<main>\n");
    writer.blocks(&paper.blocks);
    writer.raw("</main>\n");
    let footer = &paper.furniture.footer;
    if !footer.is_empty() {
        writer.raw(&format!("<footer>{}</footer>\n", blocks::escaped(footer)));
    }
    writer.raw("</body>\n</html>\n");
    writer.finish()
}

const STYLE: &str = include_str!("html/edition.css");

/// What must be known before anything is read.
fn header(paper: &Paper, writer: &mut Writer<'_>) {
    let furniture = &paper.furniture;
    if !furniture.draft && furniture.private.is_none() {
        return;
    }
    writer.raw("<header>\n");
    if furniture.draft {
        writer.raw(&format!("<p class=\"draft\">{}</p>\n", crate::words::Words::of(&paper.language).draft));
    }
    if let Some(private) = &furniture.private {
        writer.raw(&format!("<p class=\"private\">{}</p>\n", blocks::escaped(private)));
    }
    writer.raw("</header>\n");
}

/// Returns some blocks as a piece of HTML, to be put into a page.
pub fn html_blocks(blocks: &[Block]) -> String {
    let mut writer = Writer::new(None);
    writer.blocks(blocks);
    writer.finish()
}

/// Returns the same where somebody writes the words of running text: `explain` gets words and returns HTML. Headings,
/// labels, tables and what a person wrote are as ever.
pub fn html_blocks_explained(blocks: &[Block], explain: &mut dyn FnMut(&str) -> String) -> String {
    let mut writer = Writer::explaining(explain);
    writer.blocks(blocks);
    writer.finish()
}

/// Returns words as a piece of HTML.
pub fn html_words(words: &str) -> String {
    blocks::escaped(words)
}

#[cfg(test)]
mod tests {
    use document::{Anchor, Item, Span, Text};

    use super::*;

    #[test]
    fn nothing_a_person_wrote_becomes_markup() {
        let text = Text(vec![
            Span::Value("<script>alert('x')</script> & \"co\"".into()),
            Span::Open("a<b".into()),
            Span::Reference { to: Anchor("\"><i".into()), words: "rule\u{a0}2".into() },
        ]);
        let out = html_blocks(&[Block::body(text)]);
        assert_eq!(
            out,
            "<p><bdi>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;</bdi>\
             <mark class=\"open\"><strong>[a&lt;b]</strong></mark>\
             <a href=\"#&quot;&gt;&lt;i\">rule\u{a0}2</a></p>\n"
        );
    }

    #[test]
    fn labels_are_text_and_anchors_are_ids() {
        let item = Item {
            label: "21.1".into(),
            anchor: Some(Anchor("quorum".into())),
            blocks: vec![Block::body("x")],
        };
        assert_eq!(
            html_blocks(&[Block::Items(vec![item])]),
            "<ol class=\"items\" role=\"list\">\n<li id=\"quorum\"><span class=\"label\">21.1</span> <div><p>x</p>\n</div></li>\n</ol>\n"
        );
    }
}
