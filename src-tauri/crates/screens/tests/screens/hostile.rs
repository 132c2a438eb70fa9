//! Whatever is typed stays text: no value becomes a tag or an attribute, on any screen.

use crate::markup::{html, tags};
use crate::shown::addresses;
use crate::stage::{Stage, region};

const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onfocus='alert(1)' x='",
    "</textarea></form><h1 id=heading>Hello</h1>",
    "{{ 7 * 7 }}{% raw %}",
    "[here](javascript:alert(1)) <b>bold</b> &lt;i&gt;",
    "\u{202e}evil\u{2066} \u{fffd}",
    "--><!-- x --><![CDATA[",
    "# Heading\n\n* list [](#name)",
];

/// Tags that screens are made of.
const TAGS: [&str; 54] = [
    "a", "article", "aside", "br", "button", "caption", "dd", "details", "div", "dl", "dt", "em", "fieldset",
    "form", "h1", "h2", "h3", "h4", "header", "input", "label", "legend", "li", "mark", "nav", "ol",
    "option", "p", "section", "select", "small", "span", "strong", "summary", "table", "tbody", "td",
    "textarea", "th", "thead", "tr", "ul", "bdi", "datalist", "del", "ins",
    // A page as a picture.
    "kbd", "svg", "title", "defs", "path", "rect", "use", "g",
];

/// Attributes that screens use.
const ATTRIBUTES: [&str; 59] = [
    "aria-current",
    "aria-describedby",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-labelledby",
    "autocomplete",
    "checked",
    "class",
    "data-act",
    "data-autosave",
    "data-means",
    "data-stops",
    "data-together",
    "dir",
    "for",
    "href",
    "id",
    "inputmode",
    "lang",
    "name",
    "novalidate",
    "open",
    "role",
    "rows",
    "scope",
    "selected",
    "spellcheck",
    "tabindex",
    "title",
    "type",
    "value",
    "hidden",
    "start",
    "colspan",
    "rowspan",
    "data-to",
    "aria-disabled",
    "aria-selected",
    "aria-valuetext",
    "label",
    "list",
    "max",
    "min",
    "step",
    "translate",
    // A page as a picture.
    "aria-pressed",
    "d",
    "fill",
    "height",
    "stroke",
    "stroke-width",
    "transform",
    "viewBox",
    "preserveAspectRatio",
    "width",
    "x",
    "xmlns",
    "y",
];

#[test]
fn no_value_becomes_markup() {
    for hostile in HOSTILE {
        let store = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(store.path());
        let id = filled(&mut stage, hostile);
        harmless(&html(&stage.go("desk")), hostile, "desk");
        for screen in [
            "tasks",
            "answers",
            "people",
            "rules",
            "rule/quorum",
            "marked",
            "history",
            "checks",
            "question/name",
            "question/objects",
        ] {
            let at = format!("f/{id}/{screen}");
            harmless(&html(&stage.go(&at)), hostile, &at);
        }
    }
}

#[test]
fn all_of_them_together_become_no_markup_anywhere() {
    let hostile = HOSTILE.concat();
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = filled(&mut stage, &hostile);
    for at in addresses(&mut stage, &id) {
        harmless(&html(&stage.go(&at)), &hostile, &at);
    }
}

#[test]
fn no_value_becomes_markup_where_it_is_refused() {
    for hostile in HOSTILE {
        let store = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(store.path());
        let page = stage.act("start", "begin", &[("name", hostile), ("kind", hostile), ("nation", hostile)]);
        harmless(&html(&page), hostile, "start");
        let page =
            stage.act("starter/pub", "begin", &[("name", hostile), ("form", hostile), ("nation", hostile)]);
        harmless(&html(&page), hostile, "starter");
        for fields in [[("need", hostile)], [(hostile, "workers")]] {
            harmless(&html(&stage.act("find", "advise", &fields)), hostile, "find");
        }
        let id = stage.example("northgate-bakers");
        for (screen, act, fields) in [
            (
                "person/new",
                "done",
                &["first", "last", "born-day", "born-month", "born-year", "home-lines"][..],
            ),
            ("person/new", "done", &["first", "acts-for", "acts-as"][..]),
            ("organisation/new", "done", &["name", "form", "number", "office-lines"][..]),
            ("question/joining-age", "agree", &["choice", "number", "reason", "status"][..]),
            ("question/registered-office", "agree", &["lines", "town", "postcode", "country"][..]),
            ("rule/quorum", "done", &["why", "provides"][..]),
            ("rule-after/quorum", "add", &["text", "why", "provides"][..]),
            ("rules", "search", &["words"][..]),
            ("rules", "ask-remove", &["rule"][..]),
            ("rules", "comment", &["rule", "comment"][..]),
            ("marked", "against", &["against"][..]),
            ("checks", "accept", &["check", "about", "reason"][..]),
            ("people", "ask-remove", &["person"][..]),
        ] {
            let fields: Vec<(&str, &str)> = fields.iter().map(|field| (*field, hostile)).collect();
            let page = stage.act(&format!("f/{id}/{screen}"), act, &fields);
            harmless(&html(&page), hostile, screen);
        }
        for at in [
            hostile.to_owned(),
            format!("starter/{hostile}"),
            format!("start/{hostile}/cs"),
            format!("f/{hostile}/tasks"),
            format!("f/{id}/question/{hostile}"),
        ] {
            harmless(&html(&stage.go(&at)), hostile, &at);
        }
    }
}

/// A co-op in which everything that takes words has these. Marks that hide or turn are refused wherever they are typed;
/// without them the words are as hostile.
fn filled(stage: &mut Stage, words: &str) -> String {
    let shown: String = words.chars().filter(|c| !turns(*c)).collect();
    let begin = |words| [("kind", "worker/clg"), ("nation", "england"), ("name", words)];
    if shown != words {
        let refused = stage.act("start", "begin", &begin(words));
        assert!(
            refused.title.starts_with("Error") && refused.at == "start/worker/clg",
            "{}",
            region(&refused, "main")
        );
        harmless(&html(&refused), words, "start");
    }
    let at = stage.act("start", "begin", &begin(&shown)).at;
    let id = at.split('/').nth(1).unwrap().to_owned();
    for (screen, act, plain, fields) in TYPED {
        let type_in = |stage: &mut Stage, words: &str| {
            let fields = fields.iter().map(|field| (*field, words)).chain(plain.iter().copied());
            stage.act(&format!("f/{id}/{screen}"), act, &fields.collect::<Vec<_>>())
        };
        if shown != words {
            let refused = type_in(stage, words);
            assert!(refused.title.starts_with("Error"), "{screen} takes {words:?}");
            harmless(&html(&refused), words, screen);
        }
        let reply = type_in(stage, &shown);
        assert!(!reply.title.starts_with("Error"), "{screen}: {}", region(&reply, "main"));
    }
    let heading: String = shown.chars().take(150).collect();
    let rule = [("heading", heading.as_str()), ("text", &shown), ("why", &shown)];
    for (screen, act) in [("rule/quorum", "save"), ("rule-after/quorum", "add")] {
        let written = stage.act(&format!("f/{id}/{screen}"), act, &rule);
        assert!(!written.title.starts_with("Error"), "{}", region(&written, "main"));
    }
    stage.act("settings", "set-name", &[("your-name", &shown.chars().take(80).collect::<String>())]);
    let said = stage.act(&format!("f/{id}/rules"), "comment", &[("rule", "quorum"), ("comment", &shown)]);
    assert!(!said.title.starts_with("Error"), "{}", region(&said, "main"));
    id
}

fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A form that takes words: screen, act, what is chosen in it, and the fields that are typed.
type Typed = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const TYPED: [Typed; 7] = [
    ("question/purpose", "answer", &[("status", "agreed")], &["text", "reason"]),
    ("question/objects", "answer", &[("status", "agreed")], &["lines", "reason"]),
    ("question/registered-email", "answer", &[("status", "agreed")], &["text", "reason"]),
    ("question/name", "answer", &[("status", "agreed")], &["text", "reason"]),
    ("question/registered-office", "answer", &[], &["lines", "town", "postcode", "country"]),
    (
        "person/new",
        "save",
        &[],
        &[
            "title",
            "first",
            "middle",
            "last",
            "former",
            "nationality",
            "occupation",
            "email",
            "phone",
            "home-lines",
            "home-town",
            "home-postcode",
            "home-country",
            "service-lines",
            "service-town",
            "service-postcode",
        ],
    ),
    (
        "organisation/new",
        "save",
        &[("form", "other")],
        &["name", "other-form", "register", "number", "office-lines", "office-town", "email"],
    ),
];

fn harmless(html: &str, hostile: &str, at: &str) {
    assert!(!html.contains("<!"), "{at} with {hostile:?}");
    for tag in tags(html) {
        let name = tag.name.trim_start_matches('/');
        assert!(TAGS.contains(&name), "{at} with {hostile:?}: a tag {name:?}");
        for (attribute, value) in &tag.attributes {
            assert!(
                ATTRIBUTES.contains(&attribute.as_str()),
                "{at} with {hostile:?}: an attribute {attribute:?}"
            );
            let leads_away = attribute == "href" && !value.starts_with('#');
            assert!(!leads_away, "{at} with {hostile:?}: a link to {value:?}");
        }
    }
}
