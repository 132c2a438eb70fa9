//! What the window shows, so that a reply says no more than what is new.
//!
//! Every page is made whole. Of it goes out what differs from the page before, if the window says that it shows that one:
//! a region that is the same is left out, and in a region that is not, an element that is the same stands as an empty
//! template with its id, for which the script takes the element that it has. Knows pages as text, and must not know what
//! is on them.

use std::collections::HashMap;
use std::mem;
use std::ops::Range;

use crate::exchange::{Patch, Reply};

/// An element of fewer bytes is sent as it is: to name it would be no shorter.
const SHORT: usize = 160;

/// Elements that hold nothing and have no end.
const EMPTY: [&str; 5] = ["input", "br", "hr", "img", "wbr"];

/// The page that was sent last.
#[derive(Default)]
pub(crate) struct Shown {
    /// How many pages were sent: the number of the last. No two pages have the same, whatever is forgotten.
    number: u64,
    /// Where it is.
    at: String,
    /// All that is on it.
    regions: Vec<Patch>,
}

impl Shown {
    /// Takes out of the reply with a whole page what the window has already. `shows` is the number of the page that the
    /// window shows; none where it shows none.
    pub(crate) fn send(&mut self, shows: Option<u64>, reply: &mut Reply) {
        let whole = reply.patches.clone();
        let is_known = shows == Some(self.number);
        let stays = screen(&self.at) == screen(&reply.at) && !reply.anew;
        reply.anew = shows.is_none() || (is_known && !stays);
        if is_known {
            let patches = mem::take(&mut reply.patches).into_iter();
            reply.patches = patches.filter_map(|patch| self.news(patch, stays)).collect();
        }
        *self = Self { number: self.number + 1, at: reply.at.clone(), regions: whole };
        reply.page = Some(self.number);
    }

    /// Forgets what is on the page.
    pub(crate) fn forget(&mut self) {
        *self = Self { number: self.number + 1, ..Self::default() };
    }

    /// What is new in a region; none where nothing is. On another screen nothing stays that is not all the same.
    fn news(&self, patch: Patch, stays: bool) -> Option<Patch> {
        match self.regions.iter().find(|known| known.region == patch.region) {
            Some(known) if known.html == patch.html => None,
            Some(known) if stays => Some(Patch { html: difference(&known.html, &patch.html), ..patch }),
            _ => Some(patch),
        }
    }
}

/// The part of an address within which an element with the same id is the same thing: one co-op's questions, all of them.
fn screen(at: &str) -> &str {
    at.match_indices('/').nth(2).and_then(|(end, _)| at.get(..end)).unwrap_or(at)
}

/// The new HTML, with templates in the place of what is as it was.
fn difference(old: &str, new: &str) -> String {
    let (Some(known), Some(elements)) = (elements(old), elements(new)) else { return new.to_owned() };
    let known: HashMap<&str, &str> =
        known.into_iter().filter_map(|(id, place)| Some((id, old.get(place)?))).collect();
    let mut out = String::with_capacity(new.len() / 4);
    let mut at = 0;
    for (id, place) in elements {
        let Range { start, end } = place;
        let is_same = || known.get(id).copied() == new.get(start..end);
        // What is in an element that stays, stays with it.
        if start >= at && end - start >= SHORT && is_same() {
            out.push_str(new.get(at..start).unwrap_or_default());
            out.push_str(&format!("<template id=\"{id}\"></template>"));
            at = end;
        }
    }
    out.push_str(new.get(at..).unwrap_or_default());
    out
}

/// The elements that have an id, in their order, each with its place from tag to tag. None where the HTML is not as ours
/// is: every element closed, and no `<` or `>` but in tags.
fn elements(html: &str) -> Option<Vec<(&str, Range<usize>)>> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut open: Vec<(&str, Option<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(before) = html.get(at..)?.find('<') {
        let start = at + before;
        at = start + html.get(start..)?.find('>')? + 1;
        let tag = html.get(start + 1..at - 1)?;
        if let Some(closed) = tag.strip_prefix('/') {
            let (name, place) = open.pop()?;
            if name != closed {
                return None;
            }
            if let Some((_, range)) = place.and_then(|place| found.get_mut(place)) {
                range.end = at;
            }
            continue;
        }
        let name = tag.split_ascii_whitespace().next()?;
        if EMPTY.contains(&name) || tag.ends_with('/') {
            continue;
        }
        let id = tag.split_once(" id=\"").and_then(|(_, rest)| rest.split('"').next());
        open.push((name, id.map(|_| found.len())));
        found.extend(id.map(|id| (id, start..at)));
    }
    open.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(words: &str) -> String {
        format!("<p>{}</p>", words.repeat(SHORT))
    }

    fn page(at: &str, main: &str) -> Reply {
        let patches = vec![Patch { region: "main".to_owned(), html: main.to_owned() }];
        Reply { at: at.to_owned(), patches, ..Reply::default() }
    }

    fn sent(shown: &mut Shown, shows: Option<u64>, at: &str, main: &str) -> (Option<u64>, Option<String>) {
        let mut reply = page(at, main);
        shown.send(shows, &mut reply);
        (reply.page, reply.patches.pop().map(|patch| patch.html))
    }

    #[test]
    fn what_is_as_it_was_is_named_and_not_sent() {
        let (one, two) = (long("one"), long("two"));
        for (old, new, sends) in [
            // One of two is another.
            (
                format!("<ul><li id=\"a\">{one}</li><li id=\"b\">{two}</li></ul>"),
                format!("<ul><li id=\"a\">{one}</li><li id=\"b\">{one}</li></ul>"),
                format!("<ul><template id=\"a\"></template><li id=\"b\">{one}</li></ul>"),
            ),
            // They changed places.
            (
                format!("<i id=\"a\">{one}</i><br><i id=\"b\">{two}</i>"),
                format!("<i id=\"b\">{two}</i><br><i id=\"a\">{one}</i>"),
                "<template id=\"b\"></template><br><template id=\"a\"></template>".to_owned(),
            ),
            // What is in an element that changed is looked at, too; what is in one that stays is not named.
            (
                format!("<div id=\"a\"><i id=\"b\"><b id=\"c\">{one}</b></i>old</div>"),
                format!("<div id=\"a\"><i id=\"b\"><b id=\"c\">{one}</b></i>new</div>"),
                "<div id=\"a\"><template id=\"b\"></template>new</div>".to_owned(),
            ),
            // Another element, another attribute, another id, and what is too short to be named.
            (
                format!("<i id=\"a\">{one}</i>"),
                format!("<b id=\"a\">{one}</b>"),
                format!("<b id=\"a\">{one}</b>"),
            ),
            (
                format!("<i id=\"a\">{one}</i>"),
                format!("<i id=\"a\" hidden>{one}</i>"),
                format!("<i id=\"a\" hidden>{one}</i>"),
            ),
            (
                format!("<i id=\"a\">{one}</i>"),
                format!("<i id=\"b\">{one}</i>"),
                format!("<i id=\"b\">{one}</i>"),
            ),
            (
                "<i id=\"a\">short</i>old".to_owned(),
                "<i id=\"a\">short</i>new".to_owned(),
                "<i id=\"a\">short</i>new".to_owned(),
            ),
        ] {
            assert_eq!(difference(&old, &new), sends, "from {old}");
        }
    }

    #[test]
    fn what_is_not_closed_is_sent_whole() {
        let text = long("one");
        for odd in ["<p id=\"p\">", "</p>", "<!-- a -->", "<b></i>", "1 < 2", "<br"] {
            let old = format!("<i id=\"a\">{text}</i>old{odd}");
            let new = format!("<i id=\"a\">{text}</i>new{odd}");
            assert_eq!(difference(&old, &new), new);
        }
    }

    #[test]
    fn only_a_window_that_shows_the_page_before_hears_what_is_new_alone() {
        let mut shown = Shown::default();
        let text = long("one");
        let pages = ["old", "new", "last"].map(|end| format!("<i id=\"a\">{text}</i>{end}"));
        let [old, new, last] = &pages;
        assert_eq!(sent(&mut shown, None, "f/1/rules", old), (Some(1), Some(old.clone())));
        assert_eq!(sent(&mut shown, Some(1), "f/1/rules", old), (Some(2), None), "all is the same");
        let short = "<template id=\"a\"></template>new".to_owned();
        assert_eq!(sent(&mut shown, Some(2), "f/1/rules/quorum", new), (Some(3), Some(short)));
        // It was loaded anew; it missed a page; another co-op's screen; all was forgotten.
        assert_eq!(sent(&mut shown, None, "f/1/rules", last), (Some(4), Some(last.clone())));
        assert_eq!(sent(&mut shown, Some(3), "f/1/rules", old), (Some(5), Some(old.clone())));
        assert_eq!(sent(&mut shown, Some(5), "f/2/rules", new), (Some(6), Some(new.clone())));
        shown.forget();
        for shows in [6, 7] {
            let mut after = Shown { number: shown.number, ..Shown::default() };
            assert_eq!(sent(&mut after, Some(shows), "f/2/rules", new), (Some(8), Some(new.clone())));
        }
    }

    #[test]
    fn a_page_on_which_somebody_begins_goes_out_whole_though_the_screen_is_the_same() {
        let text = long("one");
        let (old, new) = (format!("<i id=\"a\">{text}</i>old"), format!("<i id=\"a\">{text}</i>new"));
        for begins in [true, false] {
            let mut shown = Shown::default();
            sent(&mut shown, None, "desk", &old);
            let mut reply = Reply { anew: begins, ..page("desk", &new) };
            shown.send(Some(1), &mut reply);
            let came_whole = reply.patches.first().is_some_and(|patch| patch.html == new);
            assert_eq!((reply.anew, came_whole), (begins, begins));
        }
    }
}
