//! The passphrase that locks the desk: setting it, changing it, taking it off, and locking now. What somebody typed as
//! a secret is never written back on a page.

use std::path::PathBuf;

use askama::Template;
use desk::encryption::Secret;
use desk::{Failure, FailureCode, Opening, REST_MINUTES};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{PassphraseStep, Route};
use crate::screen::recovery;
use crate::screens::Screens;
use crate::words::{Id, filters};

#[derive(Template)]
#[template(path = "screens/passphrase.html")]
struct Passphrase<'a> {
    title: Id,
    state: State<'a>,
    done: Option<&'a Done>,
    trouble: &'a Trouble,
}

/// What the page is about.
enum State<'a> {
    /// There is no passphrase.
    Off(&'a Offer),
    /// There is one; after how many minutes the desk locks itself.
    On(Option<u16>),
    Changing,
    NewCode(&'a Offer),
    TakingOff,
}

/// What Toad Lane offers: it stays the same while somebody writes it down.
pub(crate) struct Offer {
    pub passphrase: String,
    pub recovery_code: String,
}

impl Offer {
    fn new(opening: &Opening) -> Self {
        let (passphrase, recovery_code) = opening.suggest();
        Self { passphrase, recovery_code }
    }
}

/// What was just done.
struct Done {
    sentence: Id,
    /// What somebody must delete by hand.
    left: Vec<PathBuf>,
}

impl Done {
    fn only(sentence: Id) -> Self {
        Self { sentence, left: Vec::new() }
    }
}

/// Answers an event on this page.
pub(crate) fn answer(screens: &mut Screens, step: PassphraseStep, event: &Event) -> Result<Page, Failure> {
    let tried = match event.act.as_deref() {
        Some("lock") => {
            screens.lock();
            return match screens.desk() {
                Ok(_) => shown(screens, step, None, &Trouble::none()),
                Err(_) => Ok(recovery::answer(screens, &Event { act: None, ..event.clone() })),
            };
        }
        Some("set-rest") => {
            // "never" is no number.
            let minutes = Form::of(event).text("rest").parse().ok();
            screens.desk()?.set_rest(minutes).map(|()| Done::only(Id("say-saved")))
        }
        Some("encrypt") => encrypt(screens, event)?,
        Some("change") => change(screens, event)?,
        Some("new-code") => new_code(screens, event)?,
        Some("decrypt") => screens.while_closed(|opening| {
            let left = opening.decrypt(&secret(event))?;
            Ok(Done { sentence: Id("passphrase-say-off"), left })
        })?,
        _ => return shown(screens, step, None, &Trouble::none()),
    };
    match tried {
        Ok(done) => {
            screens.memory.offer = None;
            let page = shown(screens, PassphraseStep::Overview, Some(&done), &Trouble::none())?;
            Ok(page.focusing("done").saying(done.sentence))
        }
        Err(failure) => shown(screens, step, None, &failure.into()),
    }
}

fn encrypt(screens: &mut Screens, event: &Event) -> Result<Result<Done, Failure>, Failure> {
    let form = Form::of(event);
    let code = offered_code(screens)?;
    if let Err(failure) = written(form).and_then(|()| same_again(form, "passphrase")) {
        return Ok(Err(failure));
    }
    screens.while_closed(|opening| {
        let left = opening.encrypt(form.text("passphrase"), &code)?;
        Ok(Done { sentence: Id("passphrase-say-locked"), left })
    })
}

fn change(screens: &mut Screens, event: &Event) -> Result<Result<Done, Failure>, Failure> {
    let form = Form::of(event);
    if let Err(failure) = same_again(form, "new-passphrase") {
        return Ok(Err(failure));
    }
    screens.while_closed(|opening| {
        match opening.change_passphrase(&secret(event), form.text("new-passphrase")) {
            Ok(()) => Ok(Done::only(Id("passphrase-say-changed"))),
            // The old one was right: it is the new one that will not do.
            Err(failure) if failure.code == FailureCode::Input => {
                Err(Failure { field: Some("new-passphrase".to_owned()), ..failure })
            }
            Err(failure) => Err(failure),
        }
    })
}

fn new_code(screens: &mut Screens, event: &Event) -> Result<Result<Done, Failure>, Failure> {
    let code = offered_code(screens)?;
    if let Err(failure) = written(Form::of(event)) {
        return Ok(Err(failure));
    }
    screens.while_closed(|opening| {
        opening.change_recovery_code(&secret(event), &code)?;
        Ok(Done::only(Id("passphrase-say-code")))
    })
}

/// The code that the page shows.
fn offered_code(screens: &mut Screens) -> Result<String, Failure> {
    Ok(offer(screens)?.recovery_code.clone())
}

fn offer(screens: &mut Screens) -> Result<&Offer, Failure> {
    if screens.memory.offer.is_none() {
        screens.memory.offer = Some(Offer::new(screens.opening()?));
    }
    screens.memory.offer.as_ref().ok_or_else(|| Failure::fault("no recovery code was made"))
}

fn written(form: Form<'_>) -> Result<(), Failure> {
    if form.has("written") {
        return Ok(());
    }
    Err(Failure::input(
        "written",
        "The recovery code is not on paper yet.",
        "Write it down, then tick the box.",
    ))
}

fn same_again(form: Form<'_>, name: &str) -> Result<(), Failure> {
    if form.text(name) == form.text("passphrase-again") {
        return Ok(());
    }
    let what_to_do = "Type the same passphrase in both boxes.";
    Err(Failure::input("passphrase-again", "The two passphrases are not the same.", what_to_do))
}

/// What was typed to open the desk: the passphrase, or the recovery code where that was typed instead.
pub(crate) fn secret(event: &Event) -> Secret {
    let form = Form::of(event);
    let (passphrase, code) = (form.text("passphrase"), form.text("recovery-code"));
    if passphrase.trim().is_empty() && !code.trim().is_empty() {
        Secret::RecoveryCode(code.to_owned())
    } else {
        Secret::Passphrase(passphrase.to_owned())
    }
}

fn shown(
    screens: &mut Screens,
    step: PassphraseStep,
    done: Option<&Done>,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let words = screens.words();
    let is_on = screens.opening()?.is_encrypted()?;
    let minutes = screens.desk()?.preferences().rest_minutes;
    let (title, state) = match (is_on, step) {
        (false, _) => (Id("passphrase-title-set"), State::Off(offer(screens)?)),
        (true, PassphraseStep::Overview) => (Id("passphrase-title-on"), State::On(minutes)),
        (true, PassphraseStep::Change) => (Id("passphrase-title-change"), State::Changing),
        (true, PassphraseStep::Code) => (Id("passphrase-title-code"), State::NewCode(offer(screens)?)),
        (true, PassphraseStep::Off) => (Id("passphrase-title-off"), State::TakingOff),
    };
    let step = if is_on { step } else { PassphraseStep::Overview };
    let main = html(words, &Passphrase { title, state, done, trouble });
    Ok(Page::new(Route::Passphrase(step), title, main).troubled(trouble))
}
