//! The same pages written with krilla, tagged, as PDF/A-2a and PDF/UA-1.

use std::collections::BTreeMap;
use std::error::Error;
use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact as Furniture, ArtifactType, ContentTag, ListNumbering, Node, TableHeaderScope, Tag, TagGroup,
    TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use typeset::{
    About, Artifact, Counting, Draw, Element, ElementId, FaceId, GlyphRun, OutlineEntry, Owner, Pages, Role,
    Structure,
};

macro_rules! faces {
    ($($name:literal),*) => {
        [$(include_bytes!(concat!("../../../../assets/fonts/", $name)).as_slice()),*]
    };
}

/// The faces in the order of `desk::Assets`.
const FACES: [&[u8]; 17] = faces!(
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSerif-Italic.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifDevanagari-Regular.ttf",
    "NotoSerifBengali-Regular.ttf",
    "NotoSerifGurmukhi-Regular.ttf",
    "NotoSerifGujarati-Regular.ttf",
    "NotoSerifTamil-Regular.ttf",
    "NotoSerifThai-Regular.ttf",
    "NotoSerifEthiopic-Regular.ttf",
    "NotoSerifArmenian-Regular.ttf",
    "NotoSerifGeorgian-Regular.ttf",
    "NotoSansCJK-Names.otf"
);

/// The faces that were asked for so far.
#[derive(Default)]
pub struct Faces(BTreeMap<FaceId, Font>);

impl Faces {
    fn get(&mut self, id: FaceId) -> Option<Font> {
        if !self.0.contains_key(&id) {
            let font = Font::new((*FACES.get(usize::from(id.0))?).into(), 0)?;
            self.0.insert(id, font);
        }
        self.0.get(&id).cloned()
    }
}

/// What stands in an element, in reading order.
enum Kid {
    Element(ElementId),
    Node(Node),
}

struct Tree<'p> {
    structure: &'p Structure,
    kids: Vec<Vec<Kid>>,
    attached: Vec<bool>,
}

impl Tree<'_> {
    fn put(&mut self, id: ElementId, node: Node) {
        self.attach(id);
        self.kids[id.0 as usize].push(Kid::Node(node));
    }

    fn attach(&mut self, id: ElementId) {
        if std::mem::replace(&mut self.attached[id.0 as usize], true) {
            return;
        }
        if let Some(parent) = self.structure.get(id).and_then(|element| element.parent) {
            self.attach(parent);
            self.kids[parent.0 as usize].push(Kid::Element(id));
        }
    }

    fn nodes(&mut self, id: ElementId) -> Vec<Node> {
        let kids = std::mem::take(&mut self.kids[id.0 as usize]);
        kids.into_iter()
            .map(|kid| match kid {
                Kid::Node(node) => node,
                Kid::Element(id) => {
                    let children = self.nodes(id);
                    let tag = self.structure.get(id).map_or_else(|| Tag::Span.into(), tag);
                    Node::Group(TagGroup::with_children(tag, children))
                }
            })
            .collect()
    }
}

fn tag(element: &Element) -> TagKind {
    match element.role {
        Role::Document | Role::Section => Tag::Section.into(),
        Role::Heading(level) => {
            let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some("Heading".into())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Aside => Tag::Div.into(),
        Role::List(Counting::Not) => Tag::L(ListNumbering::Disc).into(),
        Role::List(Counting::Numbers) => Tag::L(ListNumbering::Decimal).into(),
        Role::List(Counting::Letters) => Tag::L(ListNumbering::LowerAlpha).into(),
        Role::List(Counting::Roman) => Tag::L(ListNumbering::LowerRoman).into(),
        Role::ListItem => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell { row: true } => Tag::TH(TableHeaderScope::Row).into(),
        Role::HeadCell { row: false } => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsItem => Tag::TOCI.into(),
        Role::Reference => Tag::Reference.into(),
        Role::Link => Tag::Link.into(),
        Role::Span | Role::Changed { .. } => Tag::Span
            .with_lang(element.language.map(str::to_owned))
            .with_actual_text(element.actual.clone())
            .into(),
    }
}

/// Writes pages.
pub fn write(pages: &Pages, faces: &mut Faces, about: &About) -> Result<Vec<u8>, Box<dyn Error>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let count = pages.structure.count();
    let mut tree = Tree {
        structure: &pages.structure,
        kids: (0..count).map(|_| Vec::new()).collect(),
        attached: vec![false; count],
    };
    tree.attached[0] = true;
    for page in &pages.pages {
        let size =
            PageSettings::from_wh(page.width.points(), page.height.points()).ok_or("a page of no size")?;
        let mut sheet = document.start_page_with(size);
        let mut surface = sheet.surface();
        for chunk in page.chunks.iter().filter(|chunk| !chunk.draws.is_empty()) {
            let content = match chunk.owner {
                Owner::Element(_) => ContentTag::Other,
                Owner::Artifact(kind) => ContentTag::Artifact(Furniture::with_kind(furniture(kind))),
            };
            let identifier = surface.start_tagged(content);
            if let Owner::Element(id) = chunk.owner {
                tree.put(id, identifier.into());
            }
            chunk.draws.iter().for_each(|each| draw(&mut surface, each, faces));
            surface.end_tagged();
        }
        surface.finish();
        for link in &page.links {
            let rect = Rect::from_xywh(
                link.at.x.points(),
                link.at.y.points(),
                link.width.points(),
                link.height.points(),
            );
            let to = XyzDestination::new(link.to.page, Point::from_xy(0.0, link.to.y.points()));
            let target = Target::Destination(Destination::Xyz(to));
            let annotation = LinkAnnotation::new(rect.ok_or("a link of no size")?, target);
            let identifier =
                sheet.add_tagged_annotation(Annotation::new_link(annotation, Some(link.words.clone())));
            tree.put(link.element, identifier.into());
        }
        sheet.finish();
    }
    let mut tags = TagTree::new().with_lang(Some(pages.language.0.into()));
    tree.nodes(Structure::ROOT).into_iter().for_each(|node| tags.push(node));
    document.set_tag_tree(tags);
    document.set_outline(outline(&pages.outline));
    document.set_metadata(metadata(pages, about));
    Ok(document.finish().map_err(|error| format!("{error:?}"))?)
}

fn metadata(pages: &Pages, about: &About) -> Metadata {
    let date = DateTime::new(about.date.year().unsigned_abs())
        .month(about.date.month().unsigned_abs())
        .day(about.date.day().unsigned_abs());
    Metadata::new()
        .title(about.title.clone())
        .authors(vec![about.author.clone()])
        .description(about.subject.clone())
        .creator(about.producer.clone())
        .creation_date(date)
        .language(pages.language.0.into())
}

fn furniture(kind: Artifact) -> ArtifactType {
    match kind {
        Artifact::Header => ArtifactType::Header,
        Artifact::Footer => ArtifactType::Footer,
        Artifact::Watermark => ArtifactType::Watermark,
        Artifact::Layout => ArtifactType::Layout,
    }
}

fn draw(surface: &mut Surface<'_>, draw: &Draw, faces: &mut Faces) {
    match draw {
        Draw::Glyphs(run) => {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(rgb::Color::black())));
            let at = Point::from_xy(run.at.x.points(), run.at.y.points());
            glyphs(surface, run, at, faces);
        }
        Draw::Line { from, to, thickness } => {
            let mut path = PathBuilder::new();
            path.move_to(from.x.points(), from.y.points());
            path.line_to(to.x.points(), to.y.points());
            stroke(surface, path, thickness.points());
        }
        Draw::Frame { at, width, height, thickness } => {
            let mut path = PathBuilder::new();
            let rect = Rect::from_xywh(at.x.points(), at.y.points(), width.points(), height.points());
            rect.into_iter().for_each(|rect| path.push_rect(rect));
            stroke(surface, path, thickness.points());
        }
        Draw::Watermark { run, degrees } => {
            let (x, y) = (run.at.x.points(), run.at.y.points());
            surface.push_transform(&Transform::from_rotate_at(-f32::from(*degrees), x, y));
            surface.set_fill(Some(fill(rgb::Color::new(209, 209, 209))));
            glyphs(surface, run, Point::from_xy(x, y), faces);
            surface.pop();
        }
    }
}

fn fill(colour: rgb::Color) -> Fill {
    Fill { paint: colour.into(), ..Fill::default() }
}

fn stroke(surface: &mut Surface<'_>, path: PathBuilder, width: f32) {
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: rgb::Color::black().into(), width, ..Stroke::default() }));
    path.finish().iter().for_each(|path| surface.draw_path(path));
}

fn glyphs(surface: &mut Surface<'_>, run: &GlyphRun, at: Point, faces: &mut Faces) {
    let Some(font) = faces.get(run.face) else { return };
    let em = f32::from(run.shaped.units_per_em);
    let glyphs: Vec<KrillaGlyph> = run
        .shaped
        .glyphs
        .iter()
        .map(|glyph| {
            let id = GlyphId::new(glyph.id.into());
            let (advance, dx, dy) = (glyph.advance as f32 / em, glyph.dx as f32 / em, glyph.dy as f32 / em);
            KrillaGlyph::new(id, advance, dx, dy, 0.0, glyph.start..glyph.end, None)
        })
        .collect();
    surface.draw_glyphs(at, &glyphs, font, &run.shaped.text, run.size.points(), false);
}

/// The outline, nested by the entries' levels.
fn outline(entries: &[OutlineEntry]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let close = |open: &mut Vec<(u8, OutlineNode)>, outline: &mut Outline| {
        if let Some((_, node)) = open.pop() {
            match open.last_mut() {
                Some((_, above)) => above.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for entry in entries {
        while open.last().is_some_and(|(level, _)| *level >= entry.level) {
            close(&mut open, &mut outline);
        }
        let to = XyzDestination::new(entry.place.page, Point::from_xy(0.0, entry.place.y.points()));
        open.push((entry.level, OutlineNode::new(entry.words.clone(), to)));
    }
    while !open.is_empty() {
        close(&mut open, &mut outline);
    }
    outline
}
