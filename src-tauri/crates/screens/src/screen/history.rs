//! History: what was done, the co-op as it was, how two moments differ, and going back.

use askama::Template;
use askama::filters::HtmlSafe;
use desk::view::{ActKind, ActRow, ComparisonView, HistoryView, MomentView, offered};
use desk::{Desk, Failure};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, html};
use crate::route::{Inner, Route};
use crate::screen::taken_out;
use crate::words::{Id, Say, Words, filters};

/// Acts that are listed at first.
const SHOWN: usize = 60;
/// Acts that a list of moments to choose from offers; and one of each day before them.
const OFFERED: usize = 200;

#[derive(Template)]
#[template(path = "screens/history.html")]
struct History<'a> {
    view: &'a HistoryView,
    id: &'a str,
    days: Vec<Day<'a>>,
    /// How many acts are not listed.
    more: usize,
    life: Life<'a>,
    compared: Option<Compared<'a>>,
    chosen: (i64, i64),
}

/// The acts of one day.
struct Day<'a> {
    /// "24 November 2026".
    name: &'a str,
    /// How many answers the group agreed to on it.
    agreed: usize,
    acts: Vec<Act<'a>>,
}

struct Act<'a> {
    /// "14:02".
    time: &'a str,
    row: &'a ActRow,
}

impl Act<'_> {
    /// How it came about, unless somebody just did it here.
    fn how(&self) -> Option<Id> {
        match self.row.kind {
            ActKind::Done => None,
            ActKind::Reverted => Some(Id("history-reverted")),
            ActKind::CameIn => Some(Id("history-came-in")),
        }
    }
}

/// Two moments side by side.
struct Compared<'a> {
    from: &'a str,
    to: &'a str,
    differences: &'a ComparisonView,
}

/// The whole life as a slider, with the days as marks.
#[derive(Template)]
#[template(path = "parts/life.html")]
struct Life<'a> {
    /// The acts, oldest first.
    acts: Vec<&'a ActRow>,
    /// Where the slider stands, from 1.
    place: usize,
    id: &'a str,
}

/// Its template escapes every value.
impl HtmlSafe for Life<'_> {}

impl<'a> Life<'a> {
    fn new(view: &'a HistoryView, id: &'a str, moment: Option<i64>) -> Self {
        let acts: Vec<&ActRow> = view.acts.iter().rev().collect();
        let place = acts.iter().position(|act| Some(act.moment) == moment).map_or(acts.len(), |at| at + 1);
        Self { acts, place, id }
    }

    fn words(&self, place: usize) -> Say {
        self.acts.get(place.wrapping_sub(1)).map_or_else(|| "".into(), |act| moment_words(act))
    }

    fn when(&self, place: usize) -> &str {
        self.acts.get(place.wrapping_sub(1)).map_or("", |act| &act.when)
    }

    /// The place of each day's last act, with the day and how many answers were agreed on it.
    fn by_day(&self) -> Vec<(usize, &str, usize)> {
        let mut days: Vec<(usize, &str, usize)> = Vec::new();
        for (index, act) in self.acts.iter().enumerate() {
            let day = split(&act.when).0;
            match days.last_mut().filter(|(_, last, _)| *last == day) {
                Some(last) => *last = (index + 1, day, last.2 + act.agreed),
                None => days.push((index + 1, day, act.agreed)),
            }
        }
        days
    }

    /// The place of each day's last act, with the day and what was agreed on it, in words.
    fn days(&self) -> Vec<(usize, Say)> {
        let label = |day: &str, agreed| match agreed {
            0 => day.into(),
            agreed => Id("life-day-agreed").with("day", day).with("count", agreed),
        };
        self.by_day().into_iter().map(|(place, day, agreed)| (place, label(day, agreed))).collect()
    }

    /// A mark under the slider for each day, on a line of 1000: where, and how long. A day on which the group agreed to
    /// answers, as at a meeting, has a long one. Not every web view draws the list's own.
    fn marks(&self) -> Vec<(usize, usize)> {
        let last = self.acts.len().saturating_sub(1).max(1);
        let mark = |(place, _, agreed): (usize, &str, usize)| {
            ((place - 1) * 998 / last, if agreed > 0 { 10 } else { 4 })
        };
        self.by_day().into_iter().map(mark).collect()
    }
}

/// Splits "24 November 2026, 14:02" into day and time.
fn split(when: &str) -> (&str, &str) {
    when.rsplit_once(", ").unwrap_or((when, ""))
}

/// When and what, in a few words.
fn moment_words(act: &ActRow) -> Say {
    let said = |id: Id, what: &str| id.with("when", &act.when).with("what", what);
    match act.lines.as_slice() {
        [] => act.when.as_str().into(),
        [line] => said(Id("history-moment"), &line.what),
        [line, rest @ ..] => said(Id("history-moment-more"), &line.what).with("count", rest.len()),
    }
}

fn days(acts: &[ActRow]) -> Vec<Day<'_>> {
    let mut days: Vec<Day<'_>> = Vec::new();
    for row in acts {
        let (name, time) = split(&row.when);
        let act = Act { time, row };
        match days.last_mut().filter(|day| day.name == name) {
            Some(day) => {
                day.agreed += row.agreed;
                day.acts.push(act);
            }
            None => days.push(Day { name, agreed: row.agreed, acts: vec![act] }),
        }
    }
    days
}

impl History<'_> {
    /// The two choices of a comparison: name, label, and the moment that is chosen.
    fn ends(&self) -> [(&'static str, Id, i64); 2] {
        [("from", Id("history-earlier"), self.chosen.0), ("to", Id("history-later"), self.chosen.1)]
    }

    /// The moments to choose from, latest first.
    fn moments(&self) -> Vec<(i64, Say)> {
        let chosen = [self.chosen.0, self.chosen.1];
        let offered = offered(&self.view.acts, OFFERED, &chosen);
        offered.into_iter().map(|act| (act.moment, moment_words(act))).collect()
    }
}

#[derive(Template)]
#[template(path = "screens/moment.html")]
struct Moment<'a> {
    view: &'a MomentView,
    id: &'a str,
    life: Life<'a>,
    /// Whether somebody asked to go back to it.
    restoring: bool,
}

impl Moment<'_> {
    /// What was answered then cannot be changed.
    fn leads_to(&self, _: &str) -> Option<String> {
        None
    }

    fn goes_on(&self, _: &str) -> Option<&(String, String)> {
        None
    }
}

impl Moment<'_> {
    fn is_now(&self) -> bool {
        self.view.since.lines.is_empty() && self.view.since.rules.is_empty()
    }
}

/// Answers an event on the history.
pub(crate) fn answer(desk: &mut Desk, id: &str, moment: Option<i64>, event: &Event) -> Result<Page, Failure> {
    let form = Form::of(event);
    match (event.act.as_deref(), moment) {
        (Some("look"), _) => {
            let history = desk.history_telling(id, 0, &[])?;
            let place: usize = form.text("place").parse().unwrap_or(0);
            let act = place.checked_sub(1).and_then(|place| history.acts.iter().rev().nth(place));
            let act = act.ok_or_else(|| Failure::not_found("That moment"))?;
            let (page, words) = at_moment(desk, id, act.moment, false)?;
            Ok(page.focusing("place").saying(words))
        }
        (Some("compare"), _) => {
            let number = |name| form.text(name).parse::<i64>().unwrap_or(0);
            compared(desk, id, number("from"), number("to"))
        }
        (Some("bring-back-taken-out"), _) => {
            let said = taken_out::bring_back(desk, id, form)?;
            Ok(page(desk, id, SHOWN)?.saying(said))
        }
        (Some("all"), None) => Ok(page(desk, id, usize::MAX)?.focusing("more")),
        (Some("ask-restore"), Some(moment)) => Ok(at_moment(desk, id, moment, true)?.0.focusing("restoring")),
        (Some("restore"), Some(moment)) => {
            let count = desk.restore(id, moment)?;
            Ok(page(desk, id, SHOWN)?.saying(Id("history-say-restored").with("count", count)))
        }
        (_, Some(moment)) => Ok(at_moment(desk, id, moment, false)?.0),
        (_, None) => page(desk, id, SHOWN),
    }
}

fn page(desk: &Desk, id: &str, shown: usize) -> Result<Page, Failure> {
    let view = desk.history_telling(id, shown.max(OFFERED), &[])?;
    let ends = (view.acts.last().map_or(0, |act| act.moment), view.acts.first().map_or(0, |act| act.moment));
    Ok(shown_with(Words::at(desk), &view, id, shown, None, ends))
}

fn compared(desk: &Desk, id: &str, from: i64, to: i64) -> Result<Page, Failure> {
    let view = desk.history_telling(id, OFFERED, &[from, to])?;
    let words = |moment| {
        let act = view.acts.iter().find(|act| act.moment == moment);
        act.map(|act| Words::at(desk).say(moment_words(act))).ok_or_else(|| Failure::not_found("That moment"))
    };
    let (from_words, to_words) = (words(from)?, words(to)?);
    let differences = desk.compare_moments(id, Some(from), Some(to))?;
    let compared = Compared { from: &from_words, to: &to_words, differences: &differences };
    Ok(shown_with(Words::at(desk), &view, id, SHOWN, Some(compared), (from, to)).focusing("compared"))
}

fn shown_with(
    words: &'static Words,
    view: &HistoryView,
    id: &str,
    shown: usize,
    compared: Option<Compared<'_>>,
    chosen: (i64, i64),
) -> Page {
    let listed = &view.acts[..view.acts.len().min(shown)];
    let more = view.acts.len() - listed.len();
    let life = Life::new(view, id, None);
    let main = html(words, &History { view, id, days: days(listed), more, life, compared, chosen });
    let route = Route::In(id.to_owned(), Inner::History(None));
    Page::new(route, Id("screen-history"), main).framed(view.frame.clone())
}

/// The co-op as it was at a moment, and what was done then, in a few words.
fn at_moment(desk: &Desk, id: &str, moment: i64, restoring: bool) -> Result<(Page, Say), Failure> {
    let view = desk.moment_view(id, moment)?;
    let history = desk.history_telling(id, 0, &[moment])?;
    let act = history.acts.iter().find(|act| act.moment == moment);
    let words = act.map_or_else(|| "".into(), moment_words);
    let life = Life::new(&history, id, Some(moment));
    let main = html(Words::at(desk), &Moment { view: &view, id, life, restoring });
    let route = Route::In(id.to_owned(), Inner::History(Some(moment)));
    Ok((Page::new(route, Id("moment-title"), main).framed(view.frame.clone()), words))
}
