//! The screens: which one answers an event.

use std::path::Path;

use desk::encryption::Secret;
use desk::recovery::Looking;
use desk::view::{DeskQuery, RecoveryView};
use desk::{Desk, Failure, FailureCode, Language, Opening};

use crate::exchange::{Event, Patch, Reply};
use crate::page::Page;
use crate::palette;
use crate::route::{Inner, Route};
use crate::screen::question::Place;
use crate::screen::take_in::Incoming;
use crate::screen::{
    answers, backups, bin, checks, desk_of_formations, edition, find, hand_on, history, law, marked, models,
    moving, notes, notices, organisation, pack, paper, passphrase, people, person, plain, printed, privacy,
    question, recovery, registrar, rule, rules, settings, start, starter, take_in, tasks,
};
use crate::shown::Shown;
use crate::words::{Id, Say, Words};

/// The region that says that the store is being checked.
const CHECKING: &str = "checking";

/// All screens, over the desk; or over the reason why there is none.
pub struct Screens {
    opening: Option<Opening>,
    desk: Result<Desk, Failure>,
    /// Where the store is damaged: what is looked at while the page about that stands.
    looking: Option<Looking>,
    pub(crate) memory: Memory,
    shown: Shown,
}

/// What a page goes on with that it must not be told, or need not say again.
#[derive(Default)]
pub(crate) struct Memory {
    /// The file that is being taken in.
    pub incoming: Option<Incoming>,
    /// The passphrase and recovery code that somebody is writing down.
    pub offer: Option<passphrase::Offer>,
    /// The sponsor's package that somebody looks at.
    pub package: Option<models::LookedAt>,
    /// The newer figures of the law that somebody looks at.
    pub law: Option<law::LookedAt>,
    /// What the desk lists.
    pub query: DeskQuery,
    /// What the screens of a co-op go on with.
    inside: Inside,
    /// The title of the page that is shown.
    title: String,
    /// The language in which the window shows what stands around the pages.
    language: Language,
}

/// What the screens of a co-op remember from one event to the next.
#[derive(Default)]
struct Inside {
    /// How large the pages of papers are shown.
    zoom: printed::Zoom,
    /// The comment that somebody is writing: what else they do on the page must not lose it.
    writing: Option<rules::Writing>,
    /// The full file that was made last, with its words.
    handed: Option<hand_on::Handed>,
}

impl Screens {
    /// Opens the desk and shows it; where it cannot be opened, what can be done about that.
    pub fn open(opening: Opening) -> Self {
        let desk = opening.open();
        let (memory, shown) = (Memory::default(), Shown::default());
        Self { opening: Some(opening), desk, looking: None, memory, shown }
    }

    /// One screen that says why the desk could not be opened and what to do, whatever is asked.
    pub fn cannot_start(failure: Failure) -> Self {
        let (memory, shown) = (Memory::default(), Shown::default());
        Self { opening: None, desk: Err(failure), looking: None, memory, shown }
    }

    /// How large everything is to be shown, in hundredths of the usual size; none for the usual size.
    pub fn size(&self) -> Option<u16> {
        self.desk.as_ref().ok().map(|desk| desk.preferences().size)
    }

    /// Answers an event. Never fails: what goes wrong is shown, with what was typed kept.
    pub fn handle(&mut self, event: &Event) -> Reply {
        let was_being_checked = self.desk.as_ref().is_ok_and(Desk::is_being_checked);
        let reply = self.answered(event);
        if was_being_checked { self.looked_after(reply, event) } else { self.told_of_the_check(reply) }
    }

    /// Looks whether a long store has been checked by now. What the event did is saved, in the log beside the store's
    /// file: so the page about damage comes in place of the answer, and nothing is lost by it.
    fn looked_after(&mut self, reply: Reply, event: &Event) -> Reply {
        match self.desk.as_mut().map(Desk::look_after) {
            Ok(Err(failure)) => {
                self.desk = Err(failure);
                let only_there = Event { at: event.at.clone(), ..Event::default() };
                // The answer that nobody gets counts as sent, so that this page goes out whole.
                let reply = self.replied(event.shows, |screens| Ok(recovery::answer(screens, &only_there)));
                self.told_of_the_check(reply)
            }
            _ => {
                let mut reply = self.told_of_the_check(reply);
                if !reply.checking {
                    // Wherever the page says that it is being checked, it says so no longer.
                    reply.patches.push(Patch { region: CHECKING.to_owned(), html: String::new() });
                }
                reply
            }
        }
    }

    fn told_of_the_check(&self, reply: Reply) -> Reply {
        let is_looking = self.looking.as_ref().is_some_and(|looking| !looking.has_told_all());
        let checking = is_looking || self.desk.as_ref().is_ok_and(Desk::is_being_checked);
        Reply { checking, ..reply }
    }

    fn answered(&mut self, event: &Event) -> Reply {
        match event.act.as_deref() {
            Some("checked") if self.looking.is_none() => return self.unchanged(event),
            Some("rest") => return self.locked_if(self.rested_enough(event), event),
            Some("screen-locked") => return self.locked_if(self.desk.is_ok(), event),
            _ => {}
        }
        if self.desk.is_err() {
            return self.replied(event.shows, |screens| Ok(recovery::answer(screens, event)));
        }
        match event.act.as_deref() {
            Some("find") if event.fields.iter().any(|(name, _)| name == palette::FIELD) => self.found(event),
            Some(rules::WRITING) => {
                rules::written_so_far(&mut self.memory.inside.writing, event);
                self.unchanged(event)
            }
            Some("larger") => self.resized(event, 1),
            Some("smaller") => self.resized(event, -1),
            Some("usual-size") => self.resized(event, 0),
            _ => self.replied(event.shows, |screens| screens.page(event)),
        }
    }

    /// Goes on with an event that asked for a folder or a file; none when the person chose none.
    pub fn chosen(&mut self, event: Event, path: Option<&Path>) -> Reply {
        let reply = self.went_on(event, path);
        self.told_of_the_check(reply)
    }

    fn went_on(&mut self, event: Event, path: Option<&Path>) -> Reply {
        if self.desk.is_err() {
            return self.replied(event.shows, |screens| Ok(recovery::chosen(screens, &event, path)));
        }
        self.replied(event.shows, |screens| {
            let route = Route::read(&event.at);
            if route == Route::Backups {
                return backups::chosen(screens, &event, path);
            }
            let desk = screens.desk.as_mut().map_err(|failure| failure.clone())?;
            match route {
                Route::In(id, Inner::Pack) => pack::chosen(desk, &id, &event, path),
                Route::In(id, Inner::Paper(slug, page)) => {
                    let paper = paper::PaperOf { id: &id, slug: &slug };
                    printed::chosen(desk, screens.memory.inside.zoom, &paper, page, &event, path)
                }
                Route::In(id, Inner::Edition(which, page)) => {
                    let edition = edition::EditionOf { id: &id, which };
                    printed::chosen(desk, screens.memory.inside.zoom, &edition, page, &event, path)
                }
                Route::In(id, Inner::HandOn) => {
                    hand_on::chosen(desk, &mut screens.memory.inside.handed, &id, &event, path)
                }
                Route::In(id, Inner::Privacy) => privacy::chosen(desk, &id, &event, path),
                Route::Models => models::chosen(desk, &mut screens.memory.package, path),
                Route::Law => law::chosen(desk, &mut screens.memory.law, path),
                Route::TakeIn => Ok(take_in::chosen(desk, &mut screens.memory.incoming, path)),
                _ => screens.page(&event),
            }
        })
    }

    /// The words in which everything is said. While the desk is locked, those that were chosen before.
    pub(crate) fn words(&self) -> &'static Words {
        match (&self.desk, &self.opening) {
            (Ok(desk), _) => Words::at(desk),
            (Err(_), Some(opening)) => Words::of(opening.preferences().language),
            (Err(_), None) => Words::of(Language::default()),
        }
    }

    /// The desk.
    pub(crate) fn desk(&mut self) -> Result<&mut Desk, Failure> {
        self.desk.as_mut().map_err(|failure| failure.clone())
    }

    /// How the desk is opened.
    pub(crate) fn opening(&self) -> Result<&Opening, Failure> {
        self.opening.as_ref().ok_or_else(|| match &self.desk {
            Err(failure) => failure.clone(),
            Ok(_) => Failure::fault("nobody knows where the co-ops are kept"),
        })
    }

    /// What is known by now of what can be done about a damaged store. Looking begins with the first question.
    pub(crate) fn recovery_view(&mut self) -> Result<RecoveryView, Failure> {
        let looking = match self.looking.take() {
            Some(looking) => looking,
            None => self.opening()?.look()?,
        };
        let looking = self.looking.insert(looking);
        match &self.opening {
            Some(opening) => opening.recovery_view(looking),
            None => Err(Failure::fault("nobody knows where the co-ops are kept")),
        }
    }

    /// Ends looking, which needs the files for itself.
    pub(crate) fn look_no_more(&mut self) {
        self.looking = None;
    }

    /// Takes what opens an encrypted store.
    ///
    /// # Errors
    /// When it is wrong.
    pub(crate) fn unlock(&mut self, secret: Secret) -> Result<(), Failure> {
        match &mut self.opening {
            Some(opening) => opening.unlock(secret),
            None => Err(Failure::fault("nobody knows where the co-ops are kept")),
        }
    }

    /// Locks the desk, where a passphrase is set: closes the store, and forgets its key and everything that was shown.
    pub(crate) fn lock(&mut self) {
        let is_encrypted = self.desk.as_ref().is_ok_and(Desk::is_encrypted);
        if let Some(opening) = self.opening.as_mut().filter(|_| is_encrypted) {
            opening.lock();
            self.desk = Err(Failure::locked());
            // The window goes on in its language: it is no secret.
            self.memory = Memory { language: self.memory.language, ..Memory::default() };
            self.shown.forget();
        }
    }

    /// Whether nobody touched the window for as long as somebody set.
    fn rested_enough(&self, event: &Event) -> bool {
        let seconds = crate::form::Form::of(event).text("seconds").parse().unwrap_or(0);
        self.desk.as_ref().is_ok_and(|desk| desk.preferences().locks_after(seconds))
    }

    /// Nobody is there: locks the desk, where a passphrase is set and it is time.
    fn locked_if(&mut self, is_time: bool, event: &Event) -> Reply {
        if is_time {
            self.lock();
            if self.desk.is_err() {
                let locked = Event { act: None, ..event.clone() };
                return self.replied(event.shows, |screens| Ok(recovery::answer(screens, &locked)));
            }
        }
        // What is locked already is not said again: somebody may be typing the passphrase.
        self.unchanged(event)
    }

    /// Closes the desk, does something meanwhile, and opens it again whatever came of it.
    ///
    /// # Errors
    /// When it cannot be opened again.
    pub(crate) fn while_closed<T>(
        &mut self,
        work: impl FnOnce(&mut Opening) -> Result<T, Failure>,
    ) -> Result<Result<T, Failure>, Failure> {
        self.opening()?;
        self.look_no_more();
        // The store is open as long as the desk is there.
        self.desk = Err(Failure::fault("the desk is closed"));
        let Some(opening) = &mut self.opening else {
            return Err(Failure::fault("there is no way to open it"));
        };
        let done = work(opening);
        self.desk = opening.open();
        match &self.desk {
            Ok(_) => Ok(done),
            // What the person asked for went wrong, and the desk is as it was: that is what to say.
            Err(_) if done.is_err() => Ok(done),
            Err(failure) => Err(failure.clone()),
        }
    }

    fn page(&mut self, event: &Event) -> Result<Page, Failure> {
        let route = Route::read(&event.at);
        if let Route::Passphrase(step) = route {
            return passphrase::answer(self, step, event);
        }
        if route == Route::Backups && backups::needs_closed_desk(event) {
            return backups::restore(self, event);
        }
        let desk = self.desk.as_mut().map_err(|failure| failure.clone())?;
        desk.tidy();
        let inside = &mut self.memory.inside;
        match route {
            Route::Desk => Ok(desk_of_formations::answer(desk, &mut self.memory.query, event)),
            Route::Start => Ok(start::answer(desk, event, None)),
            Route::StartAs(coop_type, form) => Ok(start::answer(desk, event, Some((coop_type, form)))),
            Route::Find => Ok(find::answer(desk, event)),
            Route::Starters => Ok(starter::list(desk)),
            Route::Starter(slug) => starter::answer(desk, &slug, event),
            Route::About => Ok(plain::about(Words::at(desk))),
            Route::Notices => notices::page(desk),
            Route::Bin => bin::answer(desk, event),
            Route::Backups => backups::answer(desk, event),
            Route::TakeIn => take_in::answer(desk, &mut self.memory.incoming, event),
            Route::Models => models::answer(desk, &mut self.memory.package, event),
            Route::Law => law::answer(desk, &mut self.memory.law, event),
            Route::Settings => Ok(settings::answer(desk, event)),
            Route::In(id, inner) => match event.act.as_deref() {
                Some("undo") => reverted(desk, inside, &id, &inner, event, Desk::undo, Id("say-undone")),
                Some("redo") => reverted(desk, inside, &id, &inner, event, Desk::redo, Id("say-redone")),
                _ => answer_inside(desk, inside, &id, &inner, event),
            },
            Route::Passphrase(_) | Route::Unknown => Ok(plain::unknown(Words::at(desk))),
        }
    }

    /// The reply with a page, to a window that shows the page with this number.
    fn replied(
        &mut self,
        shows: Option<u64>,
        page: impl FnOnce(&mut Self) -> Result<Page, Failure>,
    ) -> Reply {
        let mut page = page(self).unwrap_or_else(|failure| plain::failed(self.words(), &failure));
        if let (Some(frame), Ok(desk)) = (&page.frame, &self.desk) {
            // Without it the page is as good: nothing can be undone from it.
            page.reversible = desk.reversible(&frame.formation).unwrap_or_default();
        }
        let words = self.words();
        let mut reply = page.reply(words, self.memory.language);
        self.memory.language = words.language();
        self.memory.title.clone_from(&reply.title);
        self.shown.send(shows, &mut reply);
        reply
    }

    fn resized(&mut self, event: &Event, step: i8) -> Reply {
        let tried = self.desk().and_then(|desk| desk.resize(step));
        let again = Event { at: event.at.clone(), ..Event::default() };
        match tried {
            // The page stays as it is, but for the settings, which say the size.
            Ok(size) => {
                let shows_it = Route::read(&event.at) == Route::Settings;
                let mut reply = match shows_it {
                    true => self.replied(event.shows, |screens| Ok(screens.page(&again)?.staying())),
                    false => self.unchanged(event),
                };
                reply.say = Some(self.words().say(Id("say-size").with("size", usize::from(size))));
                reply.size = Some(size);
                reply
            }
            Err(failure) => self.replied(event.shows, |screens| Ok(plain::failed(screens.words(), &failure))),
        }
    }

    /// What can be gone to, in the list of the palette alone.
    fn found(&mut self, event: &Event) -> Reply {
        let words = crate::form::Form::of(event).text(palette::FIELD).to_owned();
        let mut reply = self.unchanged(event);
        if let Ok(desk) = &self.desk {
            let (patch, say) = palette::found(desk, &Route::read(&event.at), &words);
            reply.patches.push(patch);
            reply.say = Some(say);
        }
        reply
    }

    /// A reply that leaves the page as it is.
    fn unchanged(&self, event: &Event) -> Reply {
        Reply { at: event.at.clone(), title: self.memory.title.clone(), ..Reply::default() }
    }
}

/// Takes the latest act of a formation back, or does one again, and shows the same screen.
fn reverted(
    desk: &mut Desk,
    inside: &mut Inside,
    id: &str,
    inner: &Inner,
    event: &Event,
    act: fn(&mut Desk, &str) -> Result<Option<String>, Failure>,
    done: Id,
) -> Result<Page, Failure> {
    let said: Say = match act(desk, id)? {
        Some(what) => done.with("what", what),
        None => Id("say-nothing-to-undo").into(),
    };
    let again = Event { at: event.at.clone(), ..Event::default() };
    let page = match answer_inside(desk, inside, id, inner, &again) {
        Ok(page) => page.staying(),
        // What the screen was about is gone with the act.
        Err(failure) if failure.code == FailureCode::NotFound => tasks::page(desk, id)?,
        Err(failure) => return Err(failure),
    };
    Ok(page.saying(said))
}

/// Answers on a screen of a formation. A failure here is about the screen as a whole.
fn answer_inside(
    desk: &mut Desk,
    inside: &mut Inside,
    id: &str,
    inner: &Inner,
    event: &Event,
) -> Result<Page, Failure> {
    match inner {
        Inner::Tasks => tasks::page(desk, id),
        Inner::Question(slug, from) => question::answer(desk, Place { id, from: *from }, slug, event),
        Inner::Answers(listed) => answers::page(desk, id, *listed),
        Inner::People => people::answer(desk, id, event),
        Inner::Organisation(organisation) => organisation::answer(desk, id, organisation.as_deref(), event),
        Inner::Person(person) => person::answer(desk, id, person.as_deref(), event),
        Inner::Rules(rule) => rules::answer(desk, &mut inside.writing, id, rule.as_deref(), event),
        Inner::Rule(slug) => rule::answer(desk, inside.writing.as_ref(), id, slug, event),
        Inner::NewRule(after) => rule::new_rule(desk, inside.writing.as_ref(), id, after, event),
        Inner::Marked(against) => marked::answer(desk, id, *against, event),
        Inner::Move(key) => moving::answer(desk, id, key, event),
        Inner::Checks => checks::answer(desk, id, event),
        Inner::Registrar => registrar::page(desk, id),
        Inner::RegistrarAnswer(question) => registrar::answer(desk, id, question, event),
        Inner::Pack => pack::answer(desk, id, event),
        Inner::Paper(slug, page) => {
            printed::answer(desk, &mut inside.zoom, &paper::PaperOf { id, slug }, *page, event)
        }
        Inner::Edition(which, page) => {
            let edition = edition::EditionOf { id, which: *which };
            printed::answer(desk, &mut inside.zoom, &edition, *page, event)
        }
        Inner::History(moment) => history::answer(desk, id, *moment, event),
        Inner::HandOn => hand_on::answer(desk, inside.handed.as_ref(), id, event),
        Inner::Privacy => privacy::answer(desk, id, event),
        Inner::Notes => notes::answer(desk, id, event),
    }
}
