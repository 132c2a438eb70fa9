//! The archive that a Word file is: deflated parts, no clock.
//!
//! Written here rather than by a library of archives, whose engine depends on what else is built beside
//! it: the same paper must give the same bytes in the app and at the command line. Must not know what
//! the parts are.

use super::DocxError;

/// 1 January 1980, midnight: the format's first moment.
const DATE: u16 = 0x0021;
/// Deflated parts with names in UTF-8.
const VERSION: u16 = 20;
const UTF_8: u16 = 0x0800;
const DEFLATED: u16 = 8;
const EFFORT: u8 = 6;

/// Packs parts, each with its path, in this order.
pub(super) fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>, DocxError> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (path, part) in parts {
        let offset = size(out.len())?;
        let deflated = miniz_oxide::deflate::compress_to_vec(part.as_bytes(), EFFORT);
        let mut entry = Vec::new();
        for number in [VERSION, UTF_8, DEFLATED, 0, DATE] {
            entry.extend(number.to_le_bytes());
        }
        for number in [crc32fast::hash(part.as_bytes()), size(deflated.len())?, size(part.len())?] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend(count(path.len())?.to_le_bytes());
        entry.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&entry);
        out.extend(path.as_bytes());
        out.extend(deflated);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(entry);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(path.as_bytes());
    }
    let (offset, length, entries) = (size(out.len())?, size(directory.len())?, count(parts.len())?);
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0; 4]);
    out.extend(entries.to_le_bytes());
    out.extend(entries.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend([0; 2]);
    Ok(out)
}

fn size(bytes: usize) -> Result<u32, DocxError> {
    u32::try_from(bytes).map_err(|_| DocxError::TooLarge)
}

fn count(number: usize) -> Result<u16, DocxError> {
    u16::try_from(number).map_err(|_| DocxError::TooLarge)
}
