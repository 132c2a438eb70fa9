//! One question: what is asked, what was answered, and the rules it writes.

use askama::Template;
use desk::view::{QuestionView, RuleChange, RuleView, WrittenRule};
use desk::{Answer, Desk, Failure};
use serde_json::Value as Json;

use crate::answer::{self, Unfit};
use crate::exchange::Event;
use crate::field::Field;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Listed, Route};
use crate::screen::{answers, tasks};
use crate::words::{Id, Told, Words, filters};

#[derive(Template)]
#[template(path = "screens/question.html")]
struct Question<'a> {
    view: &'a QuestionView,
    /// The id of the formation.
    id: &'a str,
    /// The list of answers that somebody came from.
    from: Option<Listed>,
    field: Field<'a>,
    trouble: &'a Trouble,
    /// What does not fit, at the field.
    wrong: Option<&'a Failure>,
}

/// Where a question is shown.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The id of the formation.
    pub id: &'a str,
    /// The list of answers it was opened from; none on the way through the questions.
    pub from: Option<Listed>,
}

impl Question<'_> {
    /// The address of the list to go back to.
    fn list(&self) -> Option<String> {
        Some(format!("#/{}", Route::In(self.id.to_owned(), Inner::Answers(self.from?))))
    }

    /// The address of another question, which is in the same list.
    fn address(&self, slug: &str) -> String {
        format!("#/{}", Route::In(self.id.to_owned(), Inner::Question(slug.to_owned(), self.from)))
    }
}

/// What the group can say of an answer: slug, word, meaning.
const STATUSES: [(&str, Id, Id); 4] = [
    ("open", Id("standing-open"), Id("question-means-open")),
    ("proposed", Id("standing-proposed"), Id("question-means-proposed")),
    ("agreed", Id("standing-agreed"), Id("question-means-agreed")),
    ("parked", Id("standing-parked"), Id("question-means-parked")),
];

#[derive(Template)]
#[template(path = "screens/question-rules.html")]
struct Written<'a> {
    id: &'a str,
    shown: Vec<Beside<'a>>,
    others: Vec<Beside<'a>>,
    /// Whether what the answer changes is marked in any of them.
    marks: bool,
}

impl<'a> Written<'a> {
    fn of(id: &'a str, view: &'a QuestionView) -> Self {
        let (shown, others) = view.rules.split_at(view.rules.len().min(RULES_SHOWN));
        Self {
            id,
            shown: shown.iter().map(Beside).collect(),
            others: others.iter().map(Beside).collect(),
            marks: view.rules.iter().any(|rule| rule.change != RuleChange::Same),
        }
    }
}

/// A rule beside its question.
struct Beside<'a>(&'a WrittenRule);

impl Beside<'_> {
    fn rule(&self) -> &RuleView {
        &self.0.rule
    }

    /// What is said of a rule that is marked as a whole: colour and lines alone do not say it.
    fn says(&self) -> Option<Id> {
        match self.0.change {
            RuleChange::Added => Some(Id("question-adds")),
            RuleChange::Removed => Some(Id("question-removes")),
            RuleChange::Reworded | RuleChange::Same => None,
        }
    }

    /// The same behind the name of a rule that is not shown in full.
    fn says_shortly(&self) -> Option<Id> {
        match self.0.change {
            RuleChange::Added => Some(Id("question-added")),
            RuleChange::Removed => Some(Id("question-removed")),
            RuleChange::Reworded => Some(Id("question-reworded")),
            RuleChange::Same => None,
        }
    }

    /// The heading that the rule has with the usual answer, where that is another.
    fn heading_was(&self) -> Option<&str> {
        self.0.heading_was.as_deref()
    }

    fn is_in(&self) -> bool {
        self.0.change != RuleChange::Removed
    }
}

/// How many rules stand beside a question in full.
const RULES_SHOWN: usize = 3;

/// Answers an event on a question.
pub(crate) fn answer(desk: &mut Desk, place: Place<'_>, slug: &str, event: &Event) -> Result<Page, Failure> {
    let id = place.id;
    let stored = desk.question_view(id, slug)?;
    match event.act.as_deref() {
        Some("usual") => {
            let back = Answer { value: None, status: "open".to_owned(), reason: String::new() };
            desk.decide(id, slug, &back)?;
            let view = desk.question_view(id, slug)?;
            Ok(shown(Words::at(desk), place, &view, &Trouble::none())
                .staying()
                .saying(Id("question-say-usual")))
        }
        Some("agree") => save(desk, place, &stored, Form::of(event), true),
        Some("answer") => save(desk, place, &stored, Form::of(event), false),
        _ => Ok(shown(Words::at(desk), place, &stored, &Trouble::none())),
    }
}

/// Saves what the form holds; `agree` takes down that the group agrees, and goes on.
fn save(
    desk: &mut Desk,
    place: Place<'_>,
    stored: &QuestionView,
    form: Form<'_>,
    agree: bool,
) -> Result<Page, Failure> {
    let (id, slug) = (place.id, &stored.slug);
    let mut view = stored.clone();
    view.input = answer::typed(&stored.input, form);
    form.text("reason").clone_into(&mut view.reason);
    view.status =
        STATUSES.iter().find(|(slug, _, _)| *slug == form.text("status")).map_or("open", |one| one.0);
    let taken = match taken(stored, &view, agree) {
        Ok(taken) => taken,
        Err(unfit) => {
            keep_the_reason(desk, id, stored, &view);
            return Ok(refused(Words::at(desk), place, &view, agree, unfit_failure(unfit)));
        }
    };
    if let Err(mut failure) = desk.decide(id, slug, &taken) {
        match failure.field.as_deref().and_then(|field| field.strip_prefix(slug.as_str())) {
            Some("") => failure.field = Some(answer::first_field(&view.input).to_owned()),
            Some(within) => failure.field = answer::field_of_class(within.trim_start_matches('.')),
            None => {}
        }
        keep_the_reason(desk, id, stored, &view);
        return Ok(refused(Words::at(desk), place, &view, agree, failure));
    }
    if !agree {
        let view = desk.question_view(id, slug)?;
        return Ok(shown(Words::at(desk), place, &view, &Trouble::none()).staying().saying(Id("say-saved")));
    }
    if let Some(listed) = place.from {
        return answers::after(desk, id, listed, slug);
    }
    match &stored.next {
        Some(next) => Ok(shown(Words::at(desk), place, &desk.question_view(id, next)?, &Trouble::none())
            .saying(Id("question-say-next"))),
        None => Ok(tasks::page(desk, id)?.saying(Id("question-say-last"))),
    }
}

/// Saves the reason that was typed beside an answer that does not fit: who leaves must not lose it for the answer. Should
/// that not fit either, it is told when the answer does.
fn keep_the_reason(desk: &mut Desk, id: &str, stored: &QuestionView, view: &QuestionView) {
    let rest = QuestionView { reason: view.reason.clone(), ..stored.clone() };
    if rest.reason != stored.reason
        && let Ok(answer) = taken(stored, &rest, false)
    {
        let _ = desk.decide(id, &stored.slug, &answer);
    }
}

/// Works out what to take down: an answer that changed is proposed until the group says more.
fn taken(stored: &QuestionView, view: &QuestionView, agree: bool) -> Result<Answer, Unfit> {
    let value = answer::value(&view.input)?;
    let changed = answer::value(&stored.input).ok() != Some(value.clone());
    let status = match view.status {
        _ if agree => "agreed",
        same if same == stored.status && changed && value.is_some() && same != "parked" => "proposed",
        given => given,
    };
    if status == "agreed" && value.as_ref().is_none_or(Json::is_null) {
        return Err(Unfit {
            field: answer::first_field(&view.input).into(),
            sentence: "There is no answer to agree to yet.".to_owned(),
            what_to_do: "Answer first. Or park the question and go on.",
        });
    }
    // The usual answer stays the usual one until somebody takes it up.
    let untouched = stored.is_usual && !changed && status != "agreed" && status != "proposed";
    Ok(Answer { value: value.filter(|_| !untouched), status: status.to_owned(), reason: view.reason.clone() })
}

fn unfit_failure(unfit: Unfit) -> Failure {
    Failure::input(unfit.field, unfit.sentence, unfit.what_to_do)
}

/// Shows the page again with what was typed. Somebody who is still typing keeps the focus.
fn refused(
    words: &'static Words,
    place: Place<'_>,
    view: &QuestionView,
    agree: bool,
    failure: Failure,
) -> Page {
    let page = shown(words, place, view, &failure.into());
    if agree { page } else { page.staying() }
}

fn shown(words: &'static Words, place: Place<'_>, view: &QuestionView, trouble: &Trouble) -> Page {
    let Place { id, from } = place;
    let wrong = trouble.0.as_ref().filter(|failure| failure.field.is_some());
    let described = match (wrong.is_some(), view.example.is_some()) {
        (true, _) => "answer-wrong",
        (false, true) => "example",
        (false, false) => "",
    };
    let field = Field::new(&view.slug, &view.input, described, wrong.is_some());
    let main = html(words, &Question { view, id, from, field, trouble, wrong });
    let aside = if view.rules.is_empty() { String::new() } else { html(words, &Written::of(id, view)) };
    let route = Route::In(id.to_owned(), Inner::Question(view.slug.clone(), from));
    let part = Told::of(words, &format!("part-{}", view.part), None, &view.part_heading);
    let title = Id("question-title").with("part", part.text());
    Page::new(route, title.with("index", view.index).with("count", view.count), main)
        .framed(view.frame.clone())
        .in_part(&view.part)
        .beside(aside)
        .troubled(trouble)
}
