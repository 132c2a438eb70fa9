//! Three bakers who found a co-op: what they answer, and how they go about it in the window.

use crate::app::App;

/// What they will be in law.
pub const KIND: &str = "Company limited by guarantee, Worker co-operative";
pub const NAME: &str = "Northgate Bakers Co-operative Limited";
pub const PURPOSE: &str = "We bake good bread for Halifax, and give the people who bake it a fair living.";
pub const OBJECT: &str = "Baking and selling bread, cakes and Welsh t\u{177} bread";
pub const CODE: &str = "10710";
pub const POST: &str = "post@northgatebakers.example";
pub const LINE: &str = "Unit 4, Mill Yard";

/// The questions that have no usual answer, with the label of the first control and what goes in.
pub const OPEN: [(&str, &[(&str, &str)]); 5] = [
    (
        "Where is the registered office?",
        &[("House and street", LINE), ("Town", "Halifax"), ("Postcode", "HX1 1AA"), ("Country", "England")],
    ),
    ("In one or two sentences, why does the co-op exist?", &[("Your answer", PURPOSE)]),
    ("What will the co-op actually do?", &[("Your answer", OBJECT)]),
    ("Which codes describe your trade?", &[("Codes", CODE)]),
    ("To which e-mail address may Companies House write?", &[("E-mail address", POST)]),
];

/// A founder.
pub struct Founder {
    pub first: &'static str,
    pub last: &'static str,
    pub day: &'static str,
    pub street: &'static str,
    pub email: &'static str,
    pub roles: &'static [&'static str],
}

impl Founder {
    /// The labels of a person's form with what goes in, in the order of the page. Ticks are apart.
    pub fn fields(&self) -> [(&'static str, &'static str); 11] {
        [
            ("First name", self.first),
            ("Last name", self.last),
            ("Day", self.day),
            ("Month", "4"),
            ("Year", "1990"),
            ("Nationality", "British"),
            ("House and street", self.street),
            ("Town", "Halifax"),
            ("Postcode", "HX1 2AB"),
            ("Country", "England"),
            ("E-mail address", self.email),
        ]
    }
}

pub const FOUNDERS: [Founder; 3] = [
    Founder {
        first: "Asha",
        last: "Patel",
        day: "12",
        street: "12 Well Lane",
        email: "asha@example.org",
        roles: &["Member", "Director", "Secretary", "Signs"],
    },
    Founder {
        first: "Owain",
        last: "\u{174}yn-Jones",
        day: "2",
        street: "3 Beacon Terrace",
        email: "owain@example.org",
        roles: &["Member", "Director", "Treasurer", "Signs"],
    },
    Founder {
        first: "S\u{ed}ofra",
        last: "O'Neill",
        day: "30",
        street: "41 Gibbet Street",
        email: "siofra@example.org",
        roles: &["Member", "Director", "Signs"],
    },
];

/// From the desk to the task list of a new co-op.
pub async fn begin(app: &App, name: &str) {
    app.heading("Your co-ops").await;
    app.follow("Begin a co-op").await;
    app.heading("Begin a co-op").await;
    app.choose(KIND).await;
    app.choose("England").await;
    app.fill("Name, as far as you know it", name).await;
    app.press("Begin").await;
    app.says("Everything there is to do").await;
}

/// Opens a question from the list of all answers.
pub async fn open(app: &App, question: &str) {
    app.follow_to("All answers").await;
    app.follow(question).await;
    app.heading(question).await;
}

/// Answers a question and says that the group agrees. The next question or the task list is then shown.
pub async fn agree(app: &App, question: &str, fields: &[(&str, &str)]) {
    open(app, question).await;
    for (label, text) in fields {
        app.fill(label, text).await;
    }
    app.press("Agree").await;
    app.leaves(question).await;
}

/// Enters a founder.
pub async fn enter(app: &App, founder: &Founder) {
    app.follow("People").await;
    app.heading("People").await;
    app.follow("Enter a person").await;
    app.says("It is saved as you go").await;
    for (label, text) in founder.fields() {
        app.fill(label, text).await;
    }
    for role in founder.roles {
        app.choose(role).await;
    }
    app.press("Done").await;
    app.heading("People").await;
    app.says(founder.last).await;
}

/// Takes every decision, enters everybody and agrees to the usual answers: nothing stops the pack then.
pub async fn found(app: &App) {
    begin(app, NAME).await;
    agree(app, "What is the co-op's full name?", &[]).await;
    for (question, fields) in OPEN {
        agree(app, question, fields).await;
    }
    for founder in &FOUNDERS {
        enter(app, founder).await;
    }
    app.follow("Checks").await;
    app.heading("Checks").await;
    app.press("We agree to every usual answer").await;
    app.says("Nothing stops the pack").await;
}
