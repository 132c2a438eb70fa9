//! Words to glyphs: face fallback and shaping, each word once.
//!
//! Knows fonts and characters; must not know lines, pages or papers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustybuzz::ShapePlan;
use unicode_linebreak::{BreakClass, break_property};

use crate::display::{Glyph, Shaped};
use crate::fonts::{Cut, Face, FaceId, Fonts};
use crate::length::Length;

/// A stretch of a word in one face.
#[derive(Debug, Clone)]
pub(crate) struct WordRun {
    pub face: FaceId,
    pub shaped: Arc<Shaped>,
}

impl WordRun {
    /// Returns the width in text of a size.
    pub fn width(&self, size: Length) -> Length {
        self.shaped.width(self.size(size))
    }

    /// Returns the size that looks as large as `size` does in Latin: Arabic letters are small for theirs.
    pub fn size(&self, size: Length) -> Length {
        let arabic =
            |c: char| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}');
        if self.shaped.rtl && self.shaped.text.chars().any(arabic) { size.times(118, 100) } else { size }
    }
}

/// Words as they were shaped, by cut and direction.
/// Fixed keys: a layout must not depend on a random seed, not even in its timing.
type Known = HashMap<(Cut, bool), HashMap<Box<str>, Arc<[WordRun]>, Fixed>, Fixed>;
type Fixed = BuildHasherDefault<DefaultHasher>;

/// Which of a face's rules hold for words of one script in one direction.
struct Plan {
    face: FaceId,
    rtl: bool,
    script: rustybuzz::Script,
    plan: ShapePlan,
}

/// What all papers that are set with the same faces share: words that were shaped, and how words are.
#[derive(Default)]
pub(crate) struct ShapedWords(Mutex<Shared>);

#[derive(Default)]
struct Shared {
    known: Known,
    /// Glyphs in the words that are known.
    glyphs: usize,
    /// Few, and each is worked out once: all words share them.
    plans: Vec<Arc<Plan>>,
}

/// No more glyphs than this are remembered: some ten megabytes, the words of hundreds of papers.
const MOST_GLYPHS: usize = 300_000;

impl ShapedWords {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        // Whoever panicked while holding it left words that are whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns whether no word has been shaped yet.
    pub fn is_empty(&self) -> bool {
        self.shared().known.is_empty()
    }

    fn word(&self, cut: Cut, rtl: bool, word: &str) -> Option<Arc<[WordRun]>> {
        self.shared().known.get(&(cut, rtl)).and_then(|known| known.get(word)).map(Arc::clone)
    }

    fn keep(&self, cut: Cut, rtl: bool, word: &str, runs: &Arc<[WordRun]>) {
        let glyphs: usize = runs.iter().map(|run| run.shaped.glyphs.len()).sum();
        let mut shared = self.shared();
        if shared.glyphs + glyphs > MOST_GLYPHS {
            shared.known.clear();
            shared.glyphs = 0;
        }
        if glyphs <= MOST_GLYPHS {
            shared.glyphs += glyphs;
            shared.known.entry((cut, rtl)).or_default().insert(word.into(), Arc::clone(runs));
        }
    }

    /// Finds the plan for what is in a buffer, or works it out.
    fn plan(&self, id: FaceId, face: &Face, rtl: bool, buffer: &rustybuzz::UnicodeBuffer) -> Arc<Plan> {
        let script = buffer.script();
        let mut shared = self.shared();
        let known = shared.plans.iter().find(|plan| (plan.face, plan.rtl, plan.script) == (id, rtl, script));
        if let Some(plan) = known {
            return Arc::clone(plan);
        }
        let own = Some(script).filter(|script| *script != rustybuzz::script::UNKNOWN);
        let plan = ShapePlan::new(&face.shaper, buffer.direction(), own, None, &[]);
        let plan = Arc::new(Plan { face: id, rtl, script, plan });
        shared.plans.push(Arc::clone(&plan));
        plan
    }
}

/// Shapes words and remembers them.
pub(crate) struct Shaper<'a> {
    fonts: &'a Fonts,
    /// The words of this paper: these are asked for without waiting for other papers.
    known: Known,
    buffer: rustybuzz::UnicodeBuffer,
}

impl<'a> Shaper<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, known: HashMap::default(), buffer: rustybuzz::UnicodeBuffer::new() }
    }

    /// The faces.
    pub fn fonts(&self) -> &'a Fonts {
        self.fonts
    }

    /// Returns the word's runs in logical order. What no face has is shown as a replacement.
    pub fn word(&mut self, cut: Cut, rtl: bool, word: &str) -> Arc<[WordRun]> {
        if let Some(runs) = self.known.get(&(cut, rtl)).and_then(|known| known.get(word)) {
            return Arc::clone(runs);
        }
        let runs = self.fonts.shaped.word(cut, rtl, word).unwrap_or_else(|| self.new_word(cut, rtl, word));
        self.known.entry((cut, rtl)).or_default().insert(word.into(), Arc::clone(&runs));
        runs
    }

    fn new_word(&mut self, cut: Cut, rtl: bool, word: &str) -> Arc<[WordRun]> {
        let mut runs = Vec::new();
        for (face, text) in self.split(cut, word) {
            let mut shaped = self.shape(face, rtl, &text);
            if shaped.glyphs.iter().any(|glyph| glyph.id == 0) {
                // A shaper may want a glyph that the font's characters did not promise.
                shaped = self.shape(face, rtl, &"?".repeat(text.chars().count()));
            }
            runs.push(WordRun { face, shaped: Arc::new(shaped) });
        }
        let runs: Arc<[WordRun]> = runs.into();
        self.fonts.shaped.keep(cut, rtl, word, &runs);
        runs
    }

    /// Splits a word into stretches, each with the first face that has all of it.
    fn split(&self, cut: Cut, word: &str) -> Vec<(FaceId, String)> {
        // Every face of the look has these, and most words are of nothing else.
        if word.bytes().all(|byte| byte.is_ascii_graphic()) && !word.is_empty() {
            return vec![(self.fonts.own(cut), word.to_owned())];
        }
        let mut stretches: Vec<(FaceId, String)> = Vec::new();
        for cluster in clusters(word) {
            self.choose(cut, cluster, &mut |face, text| match stretches.last_mut() {
                Some((last, stretch)) if *last == face => stretch.push_str(text),
                _ => stretches.push((face, text.to_owned())),
            });
        }
        stretches
    }

    /// Gives a cluster to the first face that has all of it; else each of its characters to a face
    /// that has it, with a replacement for what none has.
    fn choose(&self, cut: Cut, cluster: &str, give: &mut impl FnMut(FaceId, &str)) {
        let find = |text: &str| {
            let has = |face: &Face, c: char| face.font.glyph_index(c).is_some_and(|glyph| glyph.0 != 0);
            let mut chain = self.fonts.chain(cut);
            chain.find(|(_, face)| text.chars().all(|c| invisible(c) || has(face, c))).map(|(id, _)| id)
        };
        if let Some(id) = find(cluster) {
            return give(id, cluster);
        }
        for c in cluster.chars() {
            let mut bytes = [0; 4];
            let alone = &*c.encode_utf8(&mut bytes);
            let sign = REPLACEMENT.encode_utf8(&mut [0; 4]).to_owned();
            match (find(alone), find(&sign)) {
                (Some(id), _) => give(id, alone),
                (None, Some(id)) => give(id, &sign),
                (None, None) => give(self.fonts.own(cut), "?"),
            }
        }
    }

    fn shape(&mut self, id: FaceId, rtl: bool, text: &str) -> Shaped {
        let Some(face) = self.fonts.face(id) else {
            return Shaped { text: text.into(), glyphs: Vec::new(), units_per_em: 1000, rtl };
        };
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl {
            rustybuzz::Direction::RightToLeft
        } else {
            rustybuzz::Direction::LeftToRight
        });
        let plan = self.fonts.shaped.plan(id, face, rtl, &buffer);
        let output = rustybuzz::shape_with_plan(&face.shaper, &plan.plan, buffer);
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(output.len());
        for (info, position) in output.glyph_infos().iter().zip(output.glyph_positions()) {
            glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                start: info.cluster as usize,
                end: 0,
            });
        }
        close_clusters(&mut glyphs, text.len());
        self.buffer = output.clear();
        Shaped { text: text.into(), glyphs, units_per_em: face.units_per_em, rtl }
    }
}

/// What stands for a character that no face has, when a face has it.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

/// Sets where each glyph's cluster ends: where the next one begins, in text order.
fn close_clusters(glyphs: &mut [Glyph], length: usize) {
    let mut starts: Vec<usize> = glyphs.iter().map(|glyph| glyph.start).collect();
    starts.sort_unstable();
    starts.dedup();
    for glyph in glyphs {
        let next = starts.partition_point(|start| *start <= glyph.start);
        glyph.end = starts.get(next).copied().unwrap_or(length);
    }
}

/// Whether a character is never drawn, so that a face need not have it.
pub(crate) fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{2028}')
        || bidi_control(c)
}

/// Whether somebody sees anything of a text.
pub(crate) fn is_seen(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !invisible(c))
}

/// Whether a character only steers the direction of its neighbours.
pub(crate) fn bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

/// Whether a character belongs to the one before it.
pub(crate) fn combining(c: char) -> bool {
    matches!(break_property(u32::from(c)), BreakClass::CombiningMark | BreakClass::ZeroWidthJoiner)
        && !bidi_control(c)
}

/// A base character with the marks on it, one after the other.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !combining(*c))
            .map_or(rest.len(), |(index, _)| index)
            .max(first.len_utf8());
        let (cluster, after) = rest.split_at(length);
        rest = after;
        Some(cluster)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_with_the_letter_below_them() {
        let split = |text: &'static str| clusters(text).collect::<Vec<_>>();
        assert_eq!(split("e\u{301}te\u{301}"), ["e\u{301}", "t", "e\u{301}"]);
        assert_eq!(split("\u{301}a"), ["\u{301}", "a"]);
        assert_eq!(split("דּוד").len(), 3);
        assert_eq!(split(""), [""; 0]);
    }

    #[test]
    fn glyphs_of_one_cluster_end_together() {
        let glyph = |start| Glyph { id: 1, advance: 0, dx: 0, dy: 0, start, end: 0 };
        let mut glyphs = [glyph(0), glyph(0), glyph(3)];
        close_clusters(&mut glyphs, 5);
        assert_eq!(glyphs.map(|glyph| glyph.end), [3, 3, 5]);
    }
}
