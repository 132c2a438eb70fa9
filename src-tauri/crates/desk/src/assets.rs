//! The texts and faces the app carries inside itself.

use std::sync::Arc;

use formation::law::Law;
use formation::library::{Library, LibraryError, SourceFile};
use include_dir::{Dir, include_dir};
use typeset::{FontBytes, FontError, Fonts};

use crate::package::Package;
use crate::preferences::Language;

static LIBRARY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/library");
static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/law");
static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/words/en");
static WELSH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/words/cy");

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts/", $name))
    };
}

/// What every formation is worked out with.
pub struct Assets {
    /// Decisions, rules, models and papers.
    pub library: Library,
    /// Dated law.
    pub law: Arc<Law>,
    /// Faces.
    pub fonts: Arc<Fonts>,
}

/// Why the app's own texts cannot be used: a fault of the build, found by its tests.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    /// A text of the library or the law is faulty.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// A face is faulty.
    #[error(transparent)]
    Font(#[from] FontError),
}

impl Assets {
    /// Reads what the app carries.
    ///
    /// # Errors
    /// When a text or a face is faulty.
    pub fn embedded() -> Result<Self, AssetError> {
        Self::with_library(|| Library::read_own(&sources(&LIBRARY)))
    }

    /// Reads what the app carries, and a sponsor's package beside it.
    ///
    /// # Errors
    /// When a text of either or a face is faulty.
    pub fn with_package(package: &Package) -> Result<Self, AssetError> {
        Self::with_library(|| library_with(package))
    }

    /// The same law and faces, with a library that has a sponsor's package beside the app's own texts.
    ///
    /// # Errors
    /// Every fault of the package.
    pub(crate) fn beside(&self, package: &Package) -> Result<Self, LibraryError> {
        Ok(Self {
            library: library_with(package)?,
            law: Arc::clone(&self.law),
            fonts: Arc::clone(&self.fonts),
        })
    }

    /// Reads the law that the app came with.
    ///
    /// # Errors
    /// When a file of it is faulty.
    pub fn own_law() -> Result<Law, LibraryError> {
        Law::read(&sources(&LAW))
    }

    /// Reads a library, and beside it, on another core, law and faces.
    fn with_library(library: impl FnOnce() -> Result<Library, LibraryError>) -> Result<Self, AssetError> {
        let beside = || Ok::<_, AssetError>((Self::own_law()?, Fonts::new(faces())?));
        let (library, beside) = std::thread::scope(|scope| {
            let beside = scope.spawn(beside);
            (library(), beside.join())
        });
        let (law, fonts) = beside.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok(Self { library: library?, law: Arc::new(law), fonts: Arc::new(fonts) })
    }
}

fn library_with(package: &Package) -> Result<Library, LibraryError> {
    Library::read_with_package(&sources(&LIBRARY), &package.files())
}

/// Returns the examples that come with the library: name and text.
pub fn examples() -> Vec<(&'static str, &'static str)> {
    let Some(folder) = LIBRARY.get_dir("examples") else { return Vec::new() };
    folder
        .files()
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .collect()
}

/// Returns the app's own words in a language: the texts of its Fluent files.
pub fn words(language: Language) -> Vec<&'static str> {
    let folder = match language {
        Language::English => &ENGLISH,
        Language::Welsh => &WELSH,
    };
    sources(folder).into_iter().map(|file| file.text).collect()
}

fn faces() -> FontBytes {
    FontBytes {
        serif: font!("NotoSerif-Regular.ttf"),
        serif_bold: font!("NotoSerif-Bold.ttf"),
        serif_italic: font!("NotoSerif-Italic.ttf"),
        sans: font!("NotoSans-Regular.ttf"),
        sans_bold: font!("NotoSans-Bold.ttf"),
        fallback: vec![
            font!("NotoNaskhArabic-Regular.ttf"),
            font!("NotoSerifHebrew-Regular.ttf"),
            font!("NotoSerifDevanagari-Regular.ttf"),
            font!("NotoSerifBengali-Regular.ttf"),
            font!("NotoSerifGurmukhi-Regular.ttf"),
            font!("NotoSerifGujarati-Regular.ttf"),
            font!("NotoSerifTamil-Regular.ttf"),
            font!("NotoSerifThai-Regular.ttf"),
            font!("NotoSerifEthiopic-Regular.ttf"),
            font!("NotoSerifArmenian-Regular.ttf"),
            font!("NotoSerifGeorgian-Regular.ttf"),
            font!("NotoSansCJK-Names.otf"),
        ],
    }
}

fn sources(folder: &'static Dir<'static>) -> Vec<SourceFile<'static>> {
    let mut out = Vec::new();
    collect(folder, &mut out);
    // The order of the files must not hang on the order of a folder.
    out.sort_by_key(|file| file.path);
    out
}

fn collect(folder: &'static Dir<'static>, out: &mut Vec<SourceFile<'static>>) {
    for file in folder.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            out.push(SourceFile { path, text });
        }
    }
    folder.dirs().for_each(|inner| collect(inner, out));
}
