//! Texts that would like to be code: `tests/corpus/hostile-texts.txt`.

use std::path::Path;

/// Reads the texts; the file's first lines say how they are written.
pub fn texts() -> Vec<String> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find(|folder| folder.join("Cargo.lock").exists());
    let file = std::fs::read_to_string(root.unwrap().join("tests/corpus/hostile-texts.txt")).unwrap();
    let lines = file.lines().filter(|line| !line.is_empty() && *line != "##" && !line.starts_with("## "));
    lines.map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let line = line.replace("\\\\", "\u{0}").replace("\\n", "\n");
    let mut pieces = line.split("\\u{");
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').unwrap();
        text.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        text.push_str(rest);
    }
    text.replace('\u{0}', "\\")
}
