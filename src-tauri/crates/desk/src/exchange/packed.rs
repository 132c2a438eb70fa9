//! What is inside a locked file, made smaller before it is locked: a gzip file, which other programs open as well. Must
//! not know what it says, nor of encryption.
//!
//! The history of a long co-op is some six times as long as it has to be. Whoever made a file may have made it to fill
//! the memory of whoever opens it, so it says how long it is to become, and not a byte more is made of it.

use std::io::{self, Write};

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::error::CoopError;

/// What each begins with: a gzip file, deflated, of no name and no time, made on no system that it tells.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// The checksum and the length at its end.
const TAIL: usize = 8;
/// How hard to try, of 10: beyond this it takes twice as long for one part in a hundred.
const EFFORT: i32 = 6;

/// Whether these bytes are packed.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&HEAD[..2])
}

/// Packs what is written to it.
pub struct Packing {
    deflating: Box<CompressorOxide>,
    packed: Vec<u8>,
    checksum: crc32fast::Hasher,
    /// How much was written. A file has less than 4 GB by far.
    length: u32,
}

impl Packing {
    pub fn new() -> Self {
        let flags = create_comp_flags_from_zip_params(EFFORT, 0, 0);
        let deflating = Box::new(CompressorOxide::new(flags));
        Self { deflating, packed: HEAD.to_vec(), checksum: crc32fast::Hasher::new(), length: 0 }
    }

    /// Returns what was packed.
    pub fn finish(mut self) -> Vec<u8> {
        self.deflate(&[], TDEFLFlush::Finish);
        self.packed.extend(self.checksum.finalize().to_le_bytes());
        self.packed.extend(self.length.to_le_bytes());
        self.packed
    }

    fn deflate(&mut self, bytes: &[u8], flush: TDEFLFlush) -> usize {
        let packed = &mut self.packed;
        let (_, read) = compress_to_output(&mut self.deflating, bytes, flush, |out| {
            packed.extend(out);
            true
        });
        read
    }
}

impl Write for Packing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let read = self.deflate(bytes, TDEFLFlush::None);
        self.checksum.update(&bytes[..read]);
        self.length = self.length.wrapping_add(u32::try_from(read).unwrap_or(u32::MAX));
        Ok(read)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Unpacks; no more than `most` bytes come out.
///
/// # Errors
/// When it would become longer, or is not to the letter what [`Packing`] makes: cut, altered, of another length than it
/// says, or with something after it.
pub fn unpack(packed: &[u8], most: u64) -> Result<Vec<u8>, CoopError> {
    let rest = packed.strip_prefix(&HEAD).ok_or(CoopError::Altered)?;
    let (deflated, tail) = rest.split_at_checked(rest.len().wrapping_sub(TAIL)).ok_or(CoopError::Altered)?;
    let number =
        |bytes: &[u8]| bytes.iter().rev().fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
    let (checksum, length) = (number(&tail[..4]), number(&tail[4..]));
    if u64::from(length) > most {
        return Err(CoopError::TooMuch("changes and texts, all together"));
    }
    // As long as it says it is: where that is a lie, this is full too early, or never.
    let mut plain = vec![0; usize::try_from(length).map_err(|_| CoopError::Altered)?];
    let mut inflating = Box::<DecompressorOxide>::default();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, made) = decompress(&mut inflating, deflated, &mut plain, 0, flags);
    let is_whole = status == TINFLStatus::Done && read == deflated.len() && made == plain.len();
    if is_whole && crc32fast::hash(&plain) == checksum { Ok(plain) } else { Err(CoopError::Altered) }
}

/// Packs a text whole, for tests.
#[cfg(test)]
pub(super) fn pack(plain: &[u8]) -> Vec<u8> {
    let mut packing = Packing::new();
    packing.write_all(plain).unwrap();
    packing.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: u64 = 1_000_000;

    fn history() -> Vec<u8> {
        (0..2_000)
            .flat_map(|number| format!("{{\"id\":\"{number:08}\",\"value\":\"bread\"}},").into_bytes())
            .collect()
    }

    #[test]
    fn what_was_packed_comes_out_to_the_letter() {
        for plain in [Vec::new(), b"x".to_vec(), history(), vec![0; 1_000_000]] {
            let packed = pack(&plain);
            assert!(is_packed(&packed) && !is_packed(&plain));
            assert_eq!(unpack(&packed, MOST).unwrap(), plain);
        }
        assert!(pack(&history()).len() * 6 < history().len(), "{}", pack(&history()).len());
        assert_eq!(pack(&history()), pack(&history()));
        // Piece by piece it is the same.
        let mut packing = Packing::new();
        history().chunks(7).for_each(|piece| packing.write_all(piece).unwrap());
        assert_eq!(unpack(&packing.finish(), MOST).unwrap(), history());
    }

    /// Another program of the system reads it: whoever has the words needs no Toad Lane.
    #[cfg(target_os = "linux")]
    #[test]
    fn other_programs_open_it() {
        use std::process::Command;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("history.gz");
        std::fs::write(&file, pack(&history())).unwrap();
        let opened = Command::new("gzip").args(["--decompress", "--stdout"]).arg(&file).output().unwrap();
        assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
        assert_eq!(opened.stdout, history());
    }

    #[test]
    fn one_that_would_fill_the_memory_is_stopped_where_it_says_it_ends() {
        let bomb = pack(&vec![0; 8 * 1024 * 1024]);
        assert!(bomb.len() < 20_000, "{}", bomb.len());
        assert!(matches!(unpack(&bomb, MOST), Err(CoopError::TooMuch(_))));
        // It says that it is small, and is not.
        for says in [0_u32, 1, 500_000, 8 * 1024 * 1024 - 1] {
            let mut liar = bomb.clone();
            let at = liar.len() - 4;
            liar[at..].copy_from_slice(&says.to_le_bytes());
            assert!(unpack(&liar, u64::from(says)).is_err(), "{says}");
        }
    }

    #[test]
    fn one_that_is_not_to_the_letter_is_refused() {
        let good = pack(b"home: 12 Well Lane; home: 12 Well Lane; home: 12 Well Lane");
        for at in 0..good.len() {
            assert!(unpack(&good[..at], MOST).is_err(), "cut at {at}");
            for bit in 0..8 {
                let mut altered = good.clone();
                altered[at] ^= 1 << bit;
                // The bits after the last sign of the deflated part are read by nobody: what comes out is the same.
                if let Ok(plain) = unpack(&altered, MOST) {
                    assert_eq!(plain, unpack(&good, MOST).unwrap(), "byte {at}, bit {bit}");
                    assert_eq!(at, good.len() - TAIL - 1, "byte {at}, bit {bit}");
                }
            }
        }
        let (body, tail) = good.split_at(good.len() - TAIL);
        let with = |parts: &[&[u8]]| parts.concat();
        let cases: Vec<(&str, Vec<u8>)> = vec![
            ("nothing", Vec::new()),
            ("a head alone", HEAD.to_vec()),
            ("a head and a tail", with(&[&HEAD, tail])),
            ("something after it", with(&[&good, b"x"])),
            ("something before its end", with(&[body, b"x", tail])),
            ("two of them", with(&[&good, &good])),
            ("two streams under one tail", with(&[body, &body[HEAD.len()..], tail])),
            ("another tail", with(&[body, &pack(b"another")[pack(b"another").len() - TAIL..]])),
            ("one longer than it is", with(&[body, &tail[..4], &[59, 0, 0, 0]])),
            ("one shorter than it is", with(&[body, &tail[..4], &[57, 0, 0, 0]])),
            (
                "a name in its head",
                with(&[&[0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 0xff], b"name\0", &good[HEAD.len()..]]),
            ),
            ("a time in its head", with(&[&[0x1f, 0x8b, 8, 0, 1, 0, 0, 0, 0, 0xff], &good[HEAD.len()..]])),
            ("not deflated", with(&[&HEAD, b"home: 12 Well Lane", tail])),
        ];
        for (name, bytes) in cases {
            // Where another length stands, it may be one that is too long.
            let refused = unpack(&bytes, MOST).expect_err(name);
            assert!(matches!(refused, CoopError::Altered | CoopError::TooMuch(_)), "{name}: {refused}");
        }
    }
}
