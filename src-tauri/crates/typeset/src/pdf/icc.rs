//! A small colour profile: grey with the curve that screens have.
//!
//! PDF/A wants to be told what "black" and "grey" mean. Papers have no other colours, so a grey
//! profile says it all; it is put together here, byte by byte, by ICC.1:2001-04.

/// Returns the profile.
pub(super) fn grey() -> Vec<u8> {
    let description = description("Grey, gamma 2.2");
    let copyright = tagged(b"text", b"No copyright\0");
    // The white of D50, as every profile has it.
    let white = tagged(b"XYZ ", &words([0x0000_f6d6, 0x0001_0000, 0x0000_d32d]));
    // One number: a gamma of 2.2 in eighths of bits.
    let mut curve = tagged(b"curv", &1u32.to_be_bytes());
    curve.extend([0x02, 0x33]);
    let tags: [(&[u8; 4], Vec<u8>); 4] =
        [(b"desc", description), (b"cprt", copyright), (b"wtpt", white), (b"kTRC", curve)];

    let mut table = u32::try_from(tags.len()).unwrap_or(0).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (signature, mut bytes) in tags {
        table.extend(signature);
        table.extend(u32_of(start + data.len()));
        table.extend(u32_of(bytes.len()));
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        data.extend(bytes);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = u32_of(size).to_vec();
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrGRAYXYZ ");
    // A fixed date: 1 January 2024.
    for part in [2024u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    // Platform, flags, maker, model, attributes and intent: none in particular.
    header.extend([0; 28]);
    header.extend(words([0x0000_f6d6, 0x0001_0000, 0x0000_d32d]));
    header.resize(128, 0);
    header
}

fn description(name: &str) -> Vec<u8> {
    let mut bytes = u32_of(name.len() + 1).to_vec();
    bytes.extend(name.as_bytes());
    bytes.push(0);
    // No Unicode and no Macintosh names.
    bytes.extend([0; 4 + 4 + 2 + 1 + 67]);
    tagged(b"desc", &bytes)
}

fn tagged(signature: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    let mut out = signature.to_vec();
    out.extend([0; 4]);
    out.extend(bytes);
    out
}

fn words<const N: usize>(values: [u32; N]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

fn u32_of(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_says_its_own_size() {
        let profile = super::grey();
        let size = u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]);
        assert_eq!(size as usize, profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(&profile[16..20], b"GRAY");
    }
}
