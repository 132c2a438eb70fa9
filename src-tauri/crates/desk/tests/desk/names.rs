//! The names of files and folders that the app suggests: one name, that every disk takes, and nobody's.

use std::path::{Component, Path};

use desk::SavedEdition;
use desk::exchange::ExportKind;
use desk::pack::folder_name;

use crate::support::{Computer, begin, person};

/// Bytes a name may have.
const LONGEST: usize = 120;

/// Names of co-ops that nobody means well with, or that are longer than a disk's names.
fn nasty() -> Vec<String> {
    let short = [
        "",
        " ",
        ".",
        "..",
        "...",
        "-",
        "/",
        "\\",
        "../../etc/passwd",
        "..\\..\\windows",
        "C:\\con",
        "C:",
        "/dev/null",
        "~",
        "~/.ssh",
        "file:///etc",
        "a/b",
        "a\\b",
        "a:b",
        "a|b",
        "a?b",
        "a*b",
        "a<b>",
        "a\"b",
        "a\0b",
        "a\nb",
        "a\tb",
        "name.",
        "name...",
        "name ",
        " name",
        ".hidden",
        "-rf",
        "--help",
        "$(id)",
        "`id`",
        "%00",
        "%2e%2e%2f",
        "$HOME",
        "con",
        "CON",
        "Con.",
        "con.txt",
        "prn",
        "aux",
        "nul",
        "NUL.",
        "clock$",
        "conin$",
        "conout$",
        "com0",
        "com1",
        "COM9",
        "com¹",
        "com²",
        "com³",
        "lpt1",
        "LPT9",
        "lpt¹",
        "desktop.ini",
        "thumbs.db",
        ".git",
        ".coop",
        "x.coop",
        ".part",
        "x.part",
        "manifest.json",
        "\u{202e}gpj.exe",
        "a\u{200b}b",
        "\u{feff}",
        "Ⅷ",
        "½",
        "²",
        "İstanbul",
        "ǅ",
        "ﬁne",
        "Straße",
        "e\u{301}\u{302}\u{303}",
        "\u{1f35e}",
        "\u{1f469}\u{200d}\u{1f33e}",
        "李明",
        "فاطمة",
        "नमस्ते",
        "Ŵyn & Ŷyn Cyf.",
        "２０２６",
        "2026-11-24",
        "draft",
        "-draft",
        "co-op",
    ];
    let long = ["a", "ŵ", "李", "𠮷", "a-", "a.", "İ", "ß", "न", "a ", "½"].into_iter().flat_map(|unit| {
        [10, 39, 40, 41, 59, 60, 61, 83, 84, 100, 255, 5_000].map(|count| unit.repeat(count))
    });
    short.map(str::to_owned).into_iter().chain(long).collect()
}

/// Names that Windows keeps for itself, whatever their ending.
const KEPT: [&str; 30] = [
    "con", "prn", "aux", "nul", "clock$", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4",
    "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
    "lpt8", "lpt9", "com¹", "com²", "com³",
];

fn is_fit(name: &str, of: &str) {
    let parts: Vec<Component<'_>> = Path::new(name).components().collect();
    assert!(matches!(parts.as_slice(), [Component::Normal(part)] if *part == name), "{of:?}: {name:?}");
    let wrong = |c: char| c.is_control() || c.is_whitespace() || "/\\:*?\"<>|".contains(c);
    assert!(!name.chars().any(wrong), "{of:?}: {name:?}");
    assert!(name.len() <= LONGEST, "{of:?}: {name:?} has {} bytes", name.len());
    assert!(!name.starts_with(['.', '-', '~']) && !name.ends_with(['.', ' ']), "{of:?}: {name:?}");
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    assert!(!KEPT.contains(&stem.as_str()), "{of:?}: {name:?} is kept by Windows");
}

#[test]
fn every_name_of_a_pack_is_one_that_any_disk_takes() {
    let names = nasty();
    assert!(names.len() >= 200, "{} names", names.len());
    for of in &names {
        for draft in [false, true] {
            let name = folder_name(of, jiff::civil::date(2026, 11, 24), draft);
            is_fit(&name, of);
            // The numbers that keep two packs of a day apart.
            is_fit(&format!("{name}-99"), of);
        }
    }
}

#[test]
fn so_are_the_names_of_editions_and_files_and_none_is_a_persons() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let out = computer.folder().join("out");
    std::fs::create_dir(&out).unwrap();
    let long = ["ŵ".repeat(200), "李".repeat(84), "a".repeat(300)];
    let names = ["../../etc/passwd", "con", "NUL.", "Ŵyn & Ŷyn Cyf.", "..."].into_iter();
    for of in names.chain(long.iter().map(String::as_str)) {
        let id = begin(&mut desk, of);
        desk.save_person(&id, None, &person("Needle", "Haystack")).unwrap();
        let editions = SavedEdition::ALL.into_iter().map(|edition| desk.edition_name(&id, edition).unwrap());
        let exported = desk.export_into(&id, &out, ExportKind::Text).unwrap().file;
        assert_eq!(exported.parent(), Some(out.as_path()), "{of}");
        let exported = exported.file_name().unwrap().to_str().unwrap().to_owned();
        for name in editions.chain([exported]) {
            is_fit(&name, of);
            assert!(!name.contains("needle") && !name.contains("haystack"), "{name}");
        }
    }
}
