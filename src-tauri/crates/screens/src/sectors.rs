//! A drawing for each sector that the library has a starter for. Must not know what a starter proposes.

/// The starters by their slugs, each with its drawing.
const SECTORS: [(&str, &str); 15] = [
    ("arts", include_str!("../../../../ui/icons/sectors/arts.svg")),
    ("bakery", include_str!("../../../../ui/icons/sectors/bakery.svg")),
    ("care", include_str!("../../../../ui/icons/sectors/care.svg")),
    ("childcare", include_str!("../../../../ui/icons/sectors/childcare.svg")),
    ("cleaning", include_str!("../../../../ui/icons/sectors/cleaning.svg")),
    ("digital", include_str!("../../../../ui/icons/sectors/digital.svg")),
    ("energy", include_str!("../../../../ui/icons/sectors/energy.svg")),
    ("food-shop", include_str!("../../../../ui/icons/sectors/food-shop.svg")),
    ("freelancers", include_str!("../../../../ui/icons/sectors/freelancers.svg")),
    ("housing", include_str!("../../../../ui/icons/sectors/housing.svg")),
    ("land", include_str!("../../../../ui/icons/sectors/land.svg")),
    ("platform", include_str!("../../../../ui/icons/sectors/platform.svg")),
    ("pub", include_str!("../../../../ui/icons/sectors/pub.svg")),
    ("repair", include_str!("../../../../ui/icons/sectors/repair.svg")),
    ("transport", include_str!("../../../../ui/icons/sectors/transport.svg")),
];

/// The drawing of a sector, as HTML of ours; none for a sector that has none.
pub(crate) fn drawing(starter: &str) -> Option<&'static str> {
    SECTORS.iter().find(|(slug, _)| *slug == starter).map(|(_, drawing)| *drawing)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    #[test]
    fn every_starter_has_a_drawing_and_every_drawing_a_starter() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/library/beginning/starters");
        let files =
            fs::read_dir(folder).unwrap().flatten().map(|file| file.file_name().into_string().unwrap());
        let starters: BTreeSet<String> =
            files.filter_map(|file| file.strip_suffix(".toml").map(str::to_owned)).collect();
        assert_eq!(starters, SECTORS.iter().map(|(slug, _)| (*slug).to_owned()).collect());
        for (slug, _) in SECTORS {
            assert!(
                drawing(slug).is_some_and(|drawing| drawing.starts_with("<svg class=\"icon\"")),
                "{slug}"
            );
        }
    }
}
