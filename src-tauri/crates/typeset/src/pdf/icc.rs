//! A small colour profile: sRGB, the colours that screens have.
//!
//! PDF/A wants to be told what "black" and "grey" mean. The profile is put together here, byte by byte, by
//! ICC.1:2001-04, so that no file of somebody else's need be carried.

/// How much light each of 64 steps from black to white gives, in 65,535ths: sRGB's own curve. Written out,
/// because no platform's own powers may decide bytes.
#[rustfmt::skip]
const CURVE: [u16; 64] = [
    0, 81, 161, 244, 345, 466, 609, 776, 965, 1180, 1420, 1687, 1980, 2301, 2651, 3030,
    3439, 3879, 4349, 4851, 5386, 5953, 6554, 7189, 7858, 8562, 9302, 10078, 10890, 11739, 12626, 13551,
    14513, 15515, 16556, 17636, 18757, 19918, 21120, 22363, 23648, 24974, 26344, 27756, 29211, 30710, 32253, 33840,
    35471, 37148, 38870, 40638, 42452, 44312, 46219, 48173, 50174, 52223, 54320, 56465, 58659, 60901, 63193, 65535,
];

/// The white of D50, as every profile has it, in 65,536ths.
const WHITE: [u32; 3] = [0xf6d6, 0x1_0000, 0xd32d];
/// Red, green and blue of sRGB as seen under it.
const PRIMARIES: [[u32; 3]; 3] =
    [[0x6fa2, 0x38f5, 0x0390], [0x6299, 0xb785, 0x18da], [0x24a0, 0x0f84, 0xb6cf]];

/// Returns the profile.
pub(super) fn srgb() -> Vec<u8> {
    let mut curve = tagged(b"curv", &64u32.to_be_bytes());
    curve.extend(CURVE.iter().flat_map(|step| step.to_be_bytes()));
    let [red, green, blue] = PRIMARIES.map(|primary| tagged(b"XYZ ", &words(primary)));
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", tagged(b"text", b"No copyright\0")),
        (b"wtpt", tagged(b"XYZ ", &words(WHITE))),
        (b"rXYZ", red),
        (b"gXYZ", green),
        (b"bXYZ", blue),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];

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
    header.extend(b"mntrRGB XYZ ");
    // A fixed date: 1 January 2024.
    for part in [2024u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    // Platform, flags, maker, model, attributes and intent: none in particular.
    header.extend([0; 28]);
    header.extend(words(WHITE));
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
        let profile = super::srgb();
        let size = u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]);
        assert_eq!(size as usize, profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(&profile[16..20], b"RGB ");
    }
}
