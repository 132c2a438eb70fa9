//! Papers to lay out in tests, benchmarks and examples, and the fonts to do it with.

// Each of its users needs another part of it, and none ships.
#![allow(dead_code, missing_docs, clippy::expect_used)]

use document::{
    Align, Anchor, Answer, Audience, Block, Column, Field, Furniture, Heading, Item, ItemDepth, Labels,
    Language, Notice, Paper, Signature, Span, Table, Text, Tone, label, resolve,
};
use jiff::civil::date;
use typeset::{About, FontBytes, Fonts};

macro_rules! face {
    ($name:literal) => {
        include_bytes!(concat!("../../../../../assets/fonts/", $name))
    };
}

pub fn fonts() -> Fonts {
    Fonts::new(FontBytes {
        serif: face!("NotoSerif-Regular.ttf"),
        serif_bold: face!("NotoSerif-Bold.ttf"),
        serif_italic: face!("NotoSerif-Italic.ttf"),
        sans: face!("NotoSans-Regular.ttf"),
        sans_bold: face!("NotoSans-Bold.ttf"),
        fallback: vec![
            face!("NotoNaskhArabic-Regular.ttf"),
            face!("NotoSerifHebrew-Regular.ttf"),
            face!("NotoSerifDevanagari-Regular.ttf"),
            face!("NotoSerifBengali-Regular.ttf"),
            face!("NotoSerifGurmukhi-Regular.ttf"),
            face!("NotoSerifGujarati-Regular.ttf"),
            face!("NotoSerifTamil-Regular.ttf"),
            face!("NotoSerifThai-Regular.ttf"),
            face!("NotoSerifEthiopic-Regular.ttf"),
            face!("NotoSerifArmenian-Regular.ttf"),
            face!("NotoSerifGeorgian-Regular.ttf"),
            face!("NotoSansCJK-Names.otf"),
        ],
    })
    .expect("the fonts in assets are sound")
}

pub fn about(paper: &Paper) -> About {
    About {
        title: paper.title.clone(),
        author: "Northgate Bakers Co-operative Limited".into(),
        subject: "Sample".into(),
        date: date(2026, 11, 24),
        producer: "Toad Lane 0.1.0".into(),
    }
}

pub fn paper(slug: &str, title: &str, blocks: Vec<Block>) -> Paper {
    Paper {
        slug: slug.into(),
        title: title.into(),
        language: Language::ENGLISH,
        foreign: Vec::new(),
        audience: Audience::Registrar,
        furniture: Furniture {
            header: format!("Northgate Bakers Co-operative Limited · {title}"),
            footer: "Version of 24 November 2026 · seal 4F2A-91C0".into(),
            ..Furniture::default()
        },
        blocks,
    }
}

pub const NAMES: [&str; 5] =
    ["Siân Ŵyn-Jones", "Ελένη Παπαδοπούλου", "Олена Шевченко", "فاطمة الزهراء", "דוד כהן"];

/// A name in each script that a fallback face is there for.
pub const SCRIPTS: [&str; 14] = [
    "प्रिया शर्मा",
    "নুসরাত জাহান",
    "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "કિરણ પટેલ",
    "கார்த்திகா தேவி",
    "สมชาย ใจดี",
    "ሰላም ተስፋዬ",
    "Անի Սարգսյան",
    "ნინო ბერიძე",
    "王小明",
    "山田花子",
    "김민준",
    "فاطمة الزهراء",
    "דוד כהן",
];

/// A paper with a name in each script, in running text and alone.
pub fn scripts() -> Paper {
    let listed = SCRIPTS.iter().flat_map(|name| [Span::Value((*name).into()), words(", ")]).collect();
    let mut blocks = vec![
        Block::Title { text: "Names".into(), under: Some(Text::value(SCRIPTS[0])) },
        Block::body(Text(listed)),
    ];
    blocks.extend(SCRIPTS.iter().map(|name| Block::body(Text::value(*name))));
    paper("scripts", "Names in every script", blocks)
}

fn words(text: &str) -> Span {
    Span::Words(text.into())
}

fn to(slug: &str) -> Span {
    Span::Reference { to: Anchor(slug.into()), words: String::new() }
}

fn items(depth: ItemDepth, above: &str, texts: Vec<Vec<Block>>) -> Block {
    let item = |(index, blocks): (usize, Vec<Block>)| Item {
        label: label(depth, index, above),
        anchor: None,
        blocks,
    };
    Block::Items(texts.into_iter().enumerate().map(item).collect())
}

fn column(share: u16, align: Align) -> Column {
    Column { share, align }
}

const PARAGRAPHS: [&str; 6] = [
    "The co-operative is governed by its members. Every member has one vote, whatever capital they hold, and \
     nobody may vote by reason of the amount of money that they have put in.",
    "A general meeting may decide any matter that these rules do not give to somebody else. A decision is made \
     when more members vote for it than against it, unless these rules ask for a larger majority.",
    "The secretary sends every member notice of a general meeting at least fourteen clear days before it is held, \
     and says in the notice where and when it is held and what it is to decide.",
    "Any member may ask to see the register of members, the minutes of general meetings and the last accounts, \
     at any reasonable time and without giving a reason.",
    "If a quorum is not present within half an hour of the time fixed for the meeting, the meeting stands \
     adjourned to the same day in the next week, at the same time and place.",
    "The co-operative keeps a register of its members, with the name and address of each, the date on which they \
     joined and, where it applies, the date on which they ceased to be a member.",
];

const RULES: [&str; 10] = [
    "Name and registered office",
    "Objects",
    "Who may become a member",
    "General meetings",
    "Notice",
    "Quorum",
    "Votes and majorities",
    "The board",
    "Use of the surplus",
    "Records, accounts and audit of the society’s affairs, and who may inspect them at its registered office",
];

/// A constitution with `parts` parts of ten rules each; six parts make about 35 pages.
pub fn constitution(parts: usize) -> Paper {
    let mut blocks = vec![
        Block::Title {
            text: "Rules".into(),
            under: Some(Text::value("Northgate Bakers Co-operative Limited")),
        },
        Block::Paragraph {
            text: "A registered society under the Co-operative and Community Benefit Societies Act 2014."
                .into(),
            tone: Tone::Lead,
        },
        Block::Contents,
        Block::PageBreak,
    ];
    for part in 0..parts {
        blocks.push(Block::Heading(Heading {
            level: 2,
            label: Some(format!("Part {}", part + 1)),
            anchor: Some(Anchor(format!("part-{part}"))),
            text: Text::words(["The society", "Members", "Meetings", "Board", "Money", "Changes"][part % 6]),
        }));
        for (index, title) in RULES.iter().enumerate() {
            rule(part * RULES.len() + index, title, &mut blocks);
        }
    }
    let mut rules = paper("rules", "Rules", blocks);
    rules.furniture.stamp_space = true;
    let labels = Labels::of(&rules.blocks);
    resolve(&mut rules.blocks, &labels, "rule");
    rules
}

fn rule(index: usize, title: &str, blocks: &mut Vec<Block>) {
    let number = (index + 1).to_string();
    blocks.push(Block::Heading(Heading {
        level: 3,
        label: Some(number.clone()),
        anchor: Some(Anchor(format!("rule-{index}"))),
        text: title.into(),
    }));
    if index % 5 == 1 {
        blocks.push(Block::note(
            "Why this rule: section 14 of the Act asks every society to say what it is for.",
        ));
    }
    let paragraph = |n: usize| Block::body(PARAGRAPHS[(index + n) % PARAGRAPHS.len()]);
    let roman = items(
        ItemDepth::Roman,
        "",
        vec![
            vec![Block::body("in writing;")],
            vec![Block::body("by e-mail to the address that the member gave.")],
        ],
    );
    let letters = items(
        ItemDepth::Letter,
        "",
        vec![
            vec![Block::body("they no longer live or work in the area of the co-operative;")],
            vec![Block::body("they ask to leave, and say so"), roman],
            vec![Block::body(Text(vec![
                words("they are expelled under "),
                to(&format!("rule-{}", index / 2)),
                words(", by a majority of "),
                Span::Strong("two thirds".into()),
                words(" of those voting."),
            ]))],
        ],
    );
    let mut texts = vec![
        vec![paragraph(0)],
        vec![Block::body("A person ceases to be a member when"), letters],
        vec![paragraph(1)],
    ];
    if index % 4 == 2 {
        texts.push(vec![Block::body(Text(vec![
            words("The first members are "),
            Span::Value(NAMES[0].into()),
            words(", "),
            Span::Value(NAMES[1].into()),
            words(", "),
            Span::Value(NAMES[2].into()),
            words(", "),
            Span::Value(NAMES[3].into()),
            words(", "),
            Span::Value(NAMES[4].into()),
            words(" and "),
            Span::Value("Nguyễn Thị Minh".into()),
            words("."),
        ]))]);
    }
    blocks.push(items(ItemDepth::Paragraph, &number, texts));
    if index % 20 == 8 {
        blocks.push(quorum_table());
    }
}

pub fn quorum_table() -> Block {
    let row = |cells: [&str; 3]| cells.map(|cell| vec![Text::words(cell)]).to_vec();
    Block::Table(Table {
        caption: Some("What a quorum comes to".into()),
        columns: vec![column(3, Align::Start), column(2, Align::End), column(5, Align::Start)],
        head: Some(row(["Members", "Quorum", "How it is reckoned"])),
        rows: vec![
            row(["2 to 10", "2", "Half the members, and never fewer than two."]),
            row([
                "11 to 50",
                "10",
                "One in five, and never fewer than ten, so that a few cannot decide for all.",
            ]),
            row(["51 and more", "25", "Twenty-five members."]),
        ],
    })
}

/// A register to be filled in by hand, longer than a page.
pub fn register() -> Paper {
    let row = |n: usize| {
        let name = NAMES[n % NAMES.len()];
        vec![
            vec![Text::words((n + 1).to_string())],
            vec![Text::value(name)],
            vec![Text::value("12 Well Lane"), Text::value("Halifax HX1 2AB")],
            if n.is_multiple_of(3) { vec![Text::default()] } else { vec![Text::words("1 December 2026")] },
            vec![Text::words("£1.00")],
        ]
    };
    let head = ["No.", "Name", "Address", "Joined", "Shares"].map(|cell| vec![Text::words(cell)]).to_vec();
    let table = Table {
        caption: Some("Members".into()),
        columns: vec![
            column(2, Align::End),
            column(7, Align::Start),
            column(7, Align::Start),
            column(5, Align::Start),
            column(3, Align::End),
        ],
        head: Some(head),
        rows: (0..40).map(row).collect(),
    };
    paper(
        "register",
        "Register of members",
        vec![Block::Title { text: "Register of members".into(), under: None }, Block::Table(table)],
    )
}

/// An answers sheet with private data.
pub fn answers() -> Paper {
    let field = |label: &str, hint: Option<&str>, answer: Answer| Field {
        label: label.into(),
        hint: hint.map(Into::into),
        answer,
    };
    let given = |lines: &[&str]| Answer::Given(lines.iter().map(|line| Text::value(*line)).collect());
    let mut fields = Vec::new();
    for name in NAMES {
        fields.push(field("Full name", None, given(&[name])));
        fields.push(field(
            "Home address",
            Some("Not shown on the public register."),
            given(&["12 Well Lane", "Halifax", "HX1 2AB"]),
        ));
        fields.push(field("Date of birth", None, given(&["12 April 1990"])));
        fields.push(field(
            "Personal code",
            Some("Eleven characters; we never store it."),
            Answer::Blank { lines: 1 },
        ));
    }
    fields.push(field("Anything else", None, Answer::Blank { lines: 4 }));
    fields.push(field(
        "Consent",
        None,
        Answer::Box {
            ticked: true,
            text: "Every director has agreed to act, and has read what the law asks of one.".into(),
        },
    ));
    fields.push(field(
        "Exempt",
        None,
        Answer::Box { ticked: false, text: "Exempt from the requirement to use “limited”.".into() },
    ));
    let blocks = vec![
        Block::Title {
            text: "Answers for the registrar’s form".into(),
            under: Some("Application to register a society".into()),
        },
        Block::Notice {
            kind: Notice::Private,
            blocks: vec![Block::body(
                "This sheet holds home addresses and full dates of birth. Keep it apart from the papers that are shown to the public.",
            )],
        },
        Block::heading(2, "People"),
        Block::Fields(fields),
        Block::Notice {
            kind: Notice::Warning,
            blocks: vec![
                Block::body(Text(vec![
                    words("The registered office is still open: "),
                    Span::Open("Where is the registered office?".into()),
                    words(" Settle it before you send this sheet."),
                ])),
                Block::Bullets(vec![
                    vec![Block::body("It must be in England, Wales or Scotland.")],
                    vec![Block::body("It need not be where the work is done.")],
                ]),
            ],
        },
    ];
    let mut sheet = paper("answers", "Answers for the registrar’s form", blocks);
    sheet.furniture.private =
        Some("Private: holds personal data that the public register does not show".into());
    sheet.furniture.draft = true;
    sheet
}

/// Minutes with resolutions and signatures.
pub fn minutes() -> Paper {
    let place = |name: Option<&str>, role: &str| Signature {
        role: role.into(),
        name: name.map(Text::value),
        dated: true,
    };
    let mut places: Vec<Signature> = NAMES.iter().map(|name| place(Some(name), "Member")).collect();
    places.push(place(None, "Witness"));
    places.push(Signature { dated: false, ..place(Some("Asha Patel"), "Secretary") });
    let numbered = items(
        ItemDepth::Paragraph,
        "",
        vec![
            vec![Block::body("The meeting chose Asha Patel to take the chair."), quorum_table()],
            vec![
                Block::body(Text(vec![
                    words("The meeting adopted the rules, of which a copy is signed by all founders, on "),
                    Span::Blank { millimetres: 40 },
                    words("."),
                ])),
                items(
                    ItemDepth::Letter,
                    "",
                    vec![vec![Block::body("as drafted;")], vec![Block::body("with the change to rule 4.")]],
                ),
            ],
        ],
    );
    let blocks = vec![
        Block::Title {
            text: "Minutes of the founding meeting".into(),
            under: Some(Text::value("Northgate Bakers Co-operative Limited")),
        },
        Block::body("Held at 12 Well Lane, Halifax, on 24 November 2026 at 7 pm."),
        Block::heading(2, "Resolutions"),
        numbered,
        Block::Notice {
            kind: Notice::Prescribed,
            blocks: vec![Block::body(
                "Each subscriber to this memorandum of association wishes to form a company under the Companies Act 2006 and agrees to become a member of the company.",
            )],
        },
        Block::heading(2, "Signed by all founders"),
        Block::body("We have read these minutes and they are a true record of what we decided."),
        Block::Signatures(places),
    ];
    paper("minutes", "Minutes of the founding meeting", blocks)
}

/// A certificate with a border.
pub fn certificate() -> Paper {
    let centred = |text: &str| Block::Paragraph { text: text.into(), tone: Tone::Centred };
    let blocks = vec![
        Block::Title {
            text: "Share certificate".into(),
            under: Some(Text::value("Northgate Bakers Co-operative Limited")),
        },
        centred("This is to certify that"),
        Block::Paragraph {
            text: Text(vec![Span::Strong(Text::value("Siân Ŵyn-Jones"))]),
            tone: Tone::Centred,
        },
        centred(
            "holds one share of one pound, fully paid, in the co-operative named above, subject to its rules.",
        ),
        Block::Signatures(vec![Signature {
            role: "Secretary".into(),
            name: Some("Asha Patel".into()),
            dated: true,
        }]),
    ];
    let mut sheet = paper("certificate", "Share certificate", blocks);
    sheet.furniture.border = true;
    sheet
}

pub fn all() -> Vec<Paper> {
    vec![constitution(6), register(), answers(), minutes(), certificate(), scripts()]
}
