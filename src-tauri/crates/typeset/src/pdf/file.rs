//! A file being written: streams, object streams, a cross-reference stream.
//!
//! `lopdf` could save one, but it deflates through `flate2`, and which engine `flate2` runs is decided by
//! whatever else is in the build: one package that asks for `zlib-rs` gives every paper other bytes. So
//! the engine is named here, and everything that goes into the file is deflated here. This module must
//! not know what the objects mean.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::objects::{Ink, Number};
use crate::cores::share;
use crate::remembered::Remembered;

/// Objects in one object stream.
const PACKED: usize = 200;
/// How hard the engine tries. One step more saves two parts in a hundred and takes much longer.
const EFFORT: u8 = 5;
/// What is shorter is no shorter deflated, with the name of the filter.
const SHORT: usize = 150;

/// A stream's bytes as they stand in the file.
#[derive(Debug)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    deflated: bool,
}

impl Packed {
    /// Deflates, where that makes it shorter.
    pub fn deflate(content: Vec<u8>) -> Self {
        if content.len() < SHORT {
            return Self::readable(content);
        }
        let deflated = miniz_oxide::deflate::compress_to_vec_zlib(&content, EFFORT);
        // The name of the filter takes a few bytes, too.
        if deflated.len() + 19 < content.len() {
            Self { bytes: deflated, deflated: true }
        } else {
            Self { bytes: content, deflated: false }
        }
    }

    /// Leaves it readable for programs that know nothing of PDF.
    pub fn readable(content: Vec<u8>) -> Self {
        Self { bytes: content, deflated: false }
    }
}

/// Object streams of earlier files: after an edit, most are the same again.
pub(super) type Streams = Remembered<Arc<Vec<u8>>, Arc<Packed>>;

/// Where an object is.
#[derive(Clone, Copy)]
enum At {
    Nowhere,
    Offset(usize),
    In { stream: Number, index: usize },
}

/// A stream to be written.
struct Body {
    number: Number,
    /// What its dictionary says beside its length and filter.
    entries: Vec<u8>,
    content: Arc<Packed>,
}

/// A file being written.
#[derive(Default)]
pub(super) struct File {
    /// Objects that are no streams, one after the other.
    plain: Ink,
    /// The numbers of these, and where each begins.
    begins: Vec<(Number, usize)>,
    bodies: Vec<Body>,
    numbers: u32,
}

impl File {
    /// Returns the number of an object to come.
    pub fn number(&mut self) -> Number {
        self.numbers += 1;
        Number(self.numbers)
    }

    /// Writes the object of a number; it is no stream.
    pub fn object(&mut self, number: Number, write: impl FnOnce(&mut Ink)) {
        if !self.begins.is_empty() {
            self.plain.sign(" ");
        }
        self.begins.push((number, self.plain.bytes.len()));
        write(&mut self.plain);
    }

    /// Writes the stream of a number. `entries` are what its dictionary says beside length and filter.
    pub fn stream(&mut self, number: Number, entries: impl Into<Vec<u8>>, content: Arc<Packed>) {
        self.bodies.push(Body { number, entries: entries.into(), content });
    }

    /// Returns the bytes of the whole file, once every number has its object.
    pub fn finish(mut self, root: Number, information: Number, streams: &Streams) -> Vec<u8> {
        let mut places = vec![At::Nowhere; self.numbers as usize + 1];
        self.pack(streams, &mut places);
        let size: usize = self.bodies.iter().map(|body| body.content.bytes.len() + 100).sum();
        let mut out = Ink { bytes: Vec::with_capacity(size + places.len() * 8) };
        // Four bytes beyond ASCII tell programs that this is no text.
        out.bytes.extend(b"%PDF-1.7\n%\xc7\xec\x8f\xa2\n");
        for body in &self.bodies {
            if let Some(place) = places.get_mut(body.number.0 as usize) {
                *place = At::Offset(out.bytes.len());
            }
            body.write(&mut out);
        }
        let start = out.bytes.len();
        cross_references(places, &mut out, root, information);
        out.sign("startxref\n").count(start).sign("\n%%EOF\n");
        out.bytes
    }

    /// Puts everything that is no stream into object streams.
    fn pack(&mut self, streams: &Streams, places: &mut Vec<At>) {
        let plain = std::mem::take(&mut self.plain).bytes;
        let ends = self.begins.iter().skip(1).map(|(_, begin)| *begin).chain([plain.len()]);
        let objects: Vec<(Number, Range<usize>)> =
            self.begins.iter().zip(ends).map(|((number, begin), end)| (*number, *begin..end)).collect();
        let mut groups = Vec::new();
        for group in objects.chunks(PACKED) {
            let stream = Number(u32::try_from(places.len()).unwrap_or(u32::MAX));
            places.push(At::Nowhere);
            for (index, (number, _)) in group.iter().enumerate() {
                if let Some(place) = places.get_mut(number.0 as usize) {
                    *place = At::In { stream, index };
                }
            }
            groups.push((stream, group));
        }
        let (bodies, ()) = share(
            &groups,
            |(number, group)| {
                let (entries, content) = object_stream(group, &plain);
                Body { number: *number, entries: entries.into(), content: remembered(content, streams) }
            },
            || {},
        );
        self.bodies.extend(bodies);
    }
}

/// What an object stream's dictionary says, and the stream: where each object begins, then all of them.
fn object_stream(group: &[(Number, Range<usize>)], plain: &[u8]) -> (String, Vec<u8>) {
    let from = group.first().map_or(0, |(_, range)| range.start);
    let to = group.last().map_or(0, |(_, range)| range.end);
    let mut index = Ink::default();
    for (number, range) in group {
        index.integer(i64::from(number.0)).sign(" ").count(range.start - from).sign(" ");
    }
    let entries = format!("/Type /ObjStm/N {}/First {}", group.len(), index.bytes.len());
    index.bytes.extend_from_slice(plain.get(from..to).unwrap_or_default());
    (entries, index.bytes)
}

/// Deflates an object stream, unless an earlier file had the same.
fn remembered(content: Vec<u8>, streams: &Streams) -> Arc<Packed> {
    let mut mark = DefaultHasher::new();
    content.hash(&mut mark);
    let mark = mark.finish();
    if let Some(packed) = streams.get(mark, |other| **other == content) {
        return packed;
    }
    let packed = Arc::new(Packed::deflate(content.clone()));
    streams.keep(mark, Arc::new(content), Arc::clone(&packed));
    packed
}

impl Body {
    fn write(&self, out: &mut Ink) {
        let filter = if self.content.deflated { "/Filter /FlateDecode" } else { "" };
        out.integer(i64::from(self.number.0)).sign(" 0 obj\n<<");
        out.bytes.extend_from_slice(&self.entries);
        out.sign(filter).sign("/Length ").count(self.content.bytes.len()).sign(">>stream\n");
        out.bytes.extend_from_slice(&self.content.bytes);
        out.sign("\nendstream\nendobj\n");
    }
}

/// Writes the list of where everything is, which is the trailer, too. The file's identity follows from all bytes
/// before it.
fn cross_references(mut places: Vec<At>, out: &mut Ink, root: Number, information: Number) {
    let number = Number(u32::try_from(places.len()).unwrap_or(u32::MAX));
    places.push(At::Offset(out.bytes.len()));
    let mut content = Vec::with_capacity(places.len() * 7);
    for place in &places {
        let (kind, middle, last) = match place {
            At::Nowhere => (0, 0, u16::MAX),
            At::Offset(offset) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
            At::In { stream, index } => (2, stream.0, u16::try_from(*index).unwrap_or(u16::MAX)),
        };
        content.push(kind);
        content.extend(middle.to_be_bytes());
        content.extend(last.to_be_bytes());
    }
    let digest = Sha256::digest(&out.bytes);
    let identity: String = digest.iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    let entries = format!(
        "/Type /XRef/Size {}/W [1 4 2]/Root {} 0 R/Info {} 0 R/ID [<{identity}><{identity}>]",
        places.len(),
        root.0,
        information.0,
    );
    Body { number, entries: entries.into(), content: Arc::new(Packed::deflate(content)) }.write(out);
}
