//! The finished document as bytes: streams, object streams, a cross-reference stream.
//!
//! `lopdf` could save it, but it deflates through `flate2`, and which engine `flate2` runs is decided by
//! whatever else is in the build: one package that asks for `zlib-rs` gives every paper other bytes. So
//! the engine is named here, and everything that goes into the file is deflated here. This module must
//! not know what the objects mean.

use std::io::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::objects::{dictionary, name};

/// Objects in one object stream.
const PACKED: usize = 200;
const THREADS: usize = 4;
/// How hard the engine tries. One step more saves two parts in a hundred and takes much longer.
const EFFORT: u8 = 5;

/// A stream to be written.
struct Body<'d> {
    number: u32,
    dictionary: Dictionary,
    content: std::borrow::Cow<'d, [u8]>,
    deflate: bool,
}

/// Where an object is.
#[derive(Clone, Copy)]
enum At {
    Nowhere,
    Offset(usize),
    In { stream: u32, index: usize },
}

/// Writes the document. It must have no deflated streams yet, and no object of a later generation.
pub(super) fn bytes(document: &Document) -> Vec<u8> {
    let mut places = vec![At::Nowhere; document.max_id as usize + 1];
    let mut bodies: Vec<Body<'_>> = document
        .objects
        .iter()
        .filter_map(|((number, _), object)| match object {
            Object::Stream(stream) => Some(Body {
                number: *number,
                dictionary: stream.dict.clone(),
                content: (&stream.content).into(),
                deflate: stream.allows_compression,
            }),
            _ => None,
        })
        .collect();
    pack(document, &mut bodies, &mut places);
    let identity = identity(&bodies);
    deflate(&mut bodies);

    let mut out = format!("%PDF-{}\n", document.version).into_bytes();
    // Four bytes beyond ASCII tell programs that this is no text.
    out.extend(b"%\xc7\xec\x8f\xa2\n");
    for body in &bodies {
        if let Some(place) = places.get_mut(body.number as usize) {
            *place = At::Offset(out.len());
        }
        write_body(body, &mut out);
    }
    let start = out.len();
    write_body(&cross_references(document, places, start, identity), &mut out);
    out.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    out
}

/// Puts everything that is no stream into object streams.
fn pack<'d>(document: &'d Document, bodies: &mut Vec<Body<'d>>, places: &mut Vec<At>) {
    let plain: Vec<(&ObjectId, &Object)> =
        document.objects.iter().filter(|(_, object)| !matches!(object, Object::Stream(_))).collect();
    for group in plain.chunks(PACKED) {
        let number = u32::try_from(places.len()).unwrap_or(u32::MAX);
        places.push(At::Nowhere);
        let (mut index, mut objects) = (Vec::new(), Vec::new());
        for (position, ((id, _), object)) in group.iter().enumerate() {
            print(format_args!("{id} {} ", objects.len()), &mut index);
            write(object, &mut objects);
            objects.push(b' ');
            if let Some(place) = places.get_mut(*id as usize) {
                *place = At::In { stream: number, index: position };
            }
        }
        let dictionary = dictionary([
            ("Type", name("ObjStm")),
            ("N", integer(group.len())),
            ("First", integer(index.len())),
        ]);
        index.extend(objects);
        bodies.push(Body { number, dictionary, content: index.into(), deflate: true });
    }
}

/// An identity that follows from all that is in the file.
fn identity(bodies: &[Body<'_>]) -> Object {
    let mut hash = Sha256::new();
    for body in bodies {
        hash.update(body.number.to_be_bytes());
        hash.update(body.content.len().to_be_bytes());
        hash.update(&body.content);
    }
    let id: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    Object::Array(vec![id.clone(), id])
}

/// Deflates, on a few threads: it is the longest part of writing.
fn deflate(bodies: &mut [Body<'_>]) {
    let mut shares: [Vec<&mut Body<'_>>; THREADS] = Default::default();
    // Dealt out like cards, so that no thread has all the fonts.
    for (index, body) in bodies.iter_mut().filter(|body| body.deflate).enumerate() {
        if let Some(share) = shares.get_mut(index % THREADS) {
            share.push(body);
        }
    }
    std::thread::scope(|scope| {
        for share in shares {
            scope.spawn(|| share.into_iter().for_each(deflate_one));
        }
    });
}

fn deflate_one(body: &mut Body<'_>) {
    let deflated = miniz_oxide::deflate::compress_to_vec_zlib(&body.content, EFFORT);
    // The name of the filter takes a few bytes, too.
    if deflated.len() + 19 < body.content.len() {
        body.dictionary.set("Filter", name("FlateDecode"));
        body.content = deflated.into();
    }
}

/// The list of where everything is, which is the trailer, too.
fn cross_references(
    document: &Document,
    mut places: Vec<At>,
    start: usize,
    identity: Object,
) -> Body<'static> {
    let number = u32::try_from(places.len()).unwrap_or(u32::MAX);
    places.push(At::Offset(start));
    let mut content = Vec::with_capacity(places.len() * 7);
    for place in &places {
        let (kind, middle, last) = match place {
            At::Nowhere => (0, 0, u16::MAX),
            At::Offset(offset) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
            At::In { stream, index } => (2, *stream, u16::try_from(*index).unwrap_or(u16::MAX)),
        };
        content.push(kind);
        content.extend(middle.to_be_bytes());
        content.extend(last.to_be_bytes());
    }
    let mut list = dictionary([
        ("Type", name("XRef")),
        ("Size", integer(places.len())),
        ("W", Object::Array(vec![1.into(), 4.into(), 2.into()])),
    ]);
    for key in ["Root", "Info"] {
        if let Ok(value) = document.trailer.get(key.as_bytes()) {
            list.set(key, value.clone());
        }
    }
    list.set("ID", identity);
    let mut body = Body { number, dictionary: list, content: content.into(), deflate: true };
    deflate_one(&mut body);
    body
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

fn write_body(body: &Body<'_>, out: &mut Vec<u8>) {
    let mut dictionary = body.dictionary.clone();
    dictionary.set("Length", integer(body.content.len()));
    print(format_args!("{} 0 obj\n", body.number), out);
    write_dictionary(&dictionary, out);
    out.extend(b"stream\n");
    out.extend(body.content.iter());
    out.extend(b"\nendstream\nendobj\n");
}

/// Writes what is made up of words and numbers, with no text in between: a paper has some ten thousand of them.
fn print(words: std::fmt::Arguments<'_>, out: &mut Vec<u8>) {
    // Memory takes everything.
    let _ = out.write_fmt(words);
}

/// Writes a direct object.
fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        // A stream is never part of another object.
        Object::Null | Object::Stream(_) => out.extend(b"null"),
        Object::Boolean(value) => print(format_args!("{value}"), out),
        Object::Integer(value) => print(format_args!("{value}"), out),
        Object::Real(value) => print(format_args!("{value}"), out),
        Object::Name(name) => write_name(name, out),
        Object::String(bytes, StringFormat::Literal) => {
            out.push(b'(');
            for byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                    b'\r' => out.extend(b"\\r"),
                    byte => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            bytes.iter().for_each(|byte| out.extend(hex(*byte)));
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, out),
        Object::Reference((number, generation)) => {
            print(format_args!("{number} {generation} R"), out);
        }
    }
}

fn write_dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        write_name(key, out);
        out.push(b' ');
        write(value, out);
    }
    out.extend(b">>");
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"+-_.*'\"!$&:;=?@^`|~,".contains(byte) {
            out.push(*byte);
        } else {
            out.push(b'#');
            out.extend(hex(*byte));
        }
    }
}

fn hex(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)).copied().unwrap_or(b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_written_as_other_programs_read_them() {
        let cases = [
            (Object::String(b"a(b\\\r)".to_vec(), StringFormat::Literal), "(a\\(b\\\\\\r\\))"),
            (Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal), "<FE0A>"),
            (Object::Name(b"A B/\xe9".to_vec()), "/A#20B#2F#E9"),
            (
                Object::Array(vec![1.into(), Object::Real(0.5), Object::Null, (7, 0).into()]),
                "[1 0.5 null 7 0 R]",
            ),
            (Object::Dictionary(dictionary([("K", true.into())])), "<</K true>>"),
        ];
        for (object, expected) in cases {
            let mut out = Vec::new();
            write(&object, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), expected);
        }
    }
}
