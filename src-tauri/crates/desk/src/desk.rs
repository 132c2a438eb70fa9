//! The desk: the store, the texts, and the acts that change formations.

use std::collections::BTreeMap;
use std::path::Path as FilePath;
use std::sync::Arc;

use document::Paper;
use formation::answers_file::read_person;
use formation::decision::{Status, Taken, read as read_value};
use formation::pack::papers;
use formation::person::Person;
use formation::{Formation, answers_file};
use serde_json::{Value as Json, json};
use store::Checked;

use crate::act::{Answer, Exported, PackKind, PersonFields};
use crate::assets::{Assets, examples};
use crate::encryption::Access;
use crate::exchange::LONGEST_TEXT;
use crate::failure::Failure;
use crate::host::{Host, Places};
use crate::keeping::COPIED_AT_OPENING;
use crate::ledger::{Entry, Ledger};
use crate::pack::on_all_cores;
use crate::preferences::Preferences;
use crate::record::{self, Path};
use crate::remembered::{Basis, Remembered};
use crate::shelf::{self, SHELF};
use crate::signing::plan;
use crate::stop::Stop;
use crate::texts::ReadPackages;
use crate::view::{
    AnswersView, ChecksView, FrameView, PackView, PaperPageView, PeopleView, PersonView, PrivacyView,
    QuestionView, RulesView, Saved, SigningView, TasksView, shown_edition,
};
use crate::worked_out::WorkedOut;
use crate::{pack, person, place, typed};

/// Everything a person can do.
pub struct Desk {
    pub(crate) assets: Assets,
    pub(crate) ledger: Ledger,
    pub(crate) host: Box<dyn Host>,
    pub(crate) saved: Saved,
    pub(crate) notice: Option<Failure>,
    pub(crate) is_being_checked: bool,
    pub(crate) preferences: Preferences,
    /// The texts of packages that formations keep.
    pub(crate) read_packages: ReadPackages,
    /// What was worked out a moment ago.
    pub(crate) remembered: Remembered,
}

impl Desk {
    /// Opens the desk on the store in `places`; makes the store when there is none.
    ///
    /// # Errors
    /// When the store is in use, newer, damaged, locked with a passphrase, cannot be made, or its disk can be pulled out
    /// or shared.
    pub fn open(places: &Places, host: Box<dyn Host>) -> Result<Self, Failure> {
        Self::open_with(places, host, &Access::find(places, None)?)
    }

    /// Opens the desk on a store that may be encrypted.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(places: &Places, host: Box<dyn Host>, access: &Access) -> Result<Self, Failure> {
        Self::open_copying(places, host, access, COPIED_AT_OPENING)
    }

    /// The same, where a store of more than so many bytes counts as long: see [`COPIED_AT_OPENING`].
    pub(crate) fn open_copying(
        places: &Places,
        host: Box<dyn Host>,
        access: &Access,
        copied_at_opening: u64,
    ) -> Result<Self, Failure> {
        place::check(&places.store)?;
        let mut desk = Self {
            assets: Assets::embedded()?,
            ledger: Ledger::open(&places.store, access.key())?,
            host,
            saved: Saved::Nothing,
            notice: None,
            is_being_checked: false,
            preferences: Preferences::read(&places.store),
            read_packages: ReadPackages::default(),
            remembered: Remembered::default(),
        };
        // Without a backup the desk still opens: what is wrong is said, and saving goes on. So it does with the app's own
        // law, where newer law cannot be read.
        let law = desk.go_by_the_law();
        let kept = match desk.ledger.checked()? {
            Checked::Whole => desk.keep_house(copied_at_opening),
            Checked::NotYet => desk.keep_house_later(),
        };
        desk.notice = kept.and(law).err();
        Ok(desk)
    }

    /// Whether the store is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.ledger.is_encrypted()
    }

    /// Returns the task list.
    ///
    /// # Errors
    /// When there is no such formation, or the store cannot be read; so with every view below.
    pub fn tasks_view(&self, id: &str) -> Result<TasksView, Failure> {
        let worked_out = self.worked_out(id)?;
        Ok(TasksView::of(&worked_out, id, self.saved.clone(), self.disagreements(id)?))
    }

    /// Returns one question.
    pub fn question_view(&self, id: &str, slug: &str) -> Result<QuestionView, Failure> {
        let view = QuestionView::of(&self.worked_out(id)?, id, self.saved.clone(), slug)
            .ok_or_else(|| Failure::not_found("That question"))?;
        Ok(QuestionView { disputed: self.is_disputed(id, slug)?, ..view })
    }

    /// Returns all answers.
    pub fn answers_view(&self, id: &str) -> Result<AnswersView, Failure> {
        Ok(AnswersView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns everyone entered.
    pub fn people_view(&self, id: &str) -> Result<PeopleView, Failure> {
        Ok(PeopleView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns a person's particulars, or empty ones for somebody new.
    pub fn person_view(&self, id: &str, person: Option<&str>) -> Result<PersonView, Failure> {
        let worked_out = self.worked_out(id)?;
        let found = person
            .map(|person| {
                let mut people = worked_out.formation.people.iter();
                people.find(|one| one.id == person).ok_or_else(|| Failure::not_found("That person"))
            })
            .transpose()?;
        Ok(PersonView::of(&worked_out, id, self.saved.clone(), found))
    }

    /// Returns the constitution.
    pub fn rules_view(&self, id: &str) -> Result<RulesView, Failure> {
        let worked_out = self.worked_out(id)?;
        let (hands, comments) = (self.hands(id, &worked_out.formation.edits)?, self.comments(id)?);
        Ok(RulesView::of(&worked_out, id, self.saved.clone(), &hands, comments))
    }

    /// Returns what stands around a formation's screens.
    pub fn frame_view(&self, id: &str) -> Result<FrameView, Failure> {
        Ok(FrameView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns whose data is where.
    pub fn privacy_view(&self, id: &str) -> Result<PrivacyView, Failure> {
        Ok(PrivacyView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns what the checks found.
    pub fn checks_view(&self, id: &str) -> Result<ChecksView, Failure> {
        Ok(ChecksView::of(&self.worked_out(id)?, id, self.saved.clone()))
    }

    /// Returns the pack's papers.
    pub fn pack_view(&self, id: &str) -> Result<PackView, Failure> {
        Ok(self.pack_and_signing(id)?.0)
    }

    /// Returns the pack's papers, and who signs what of them.
    pub fn pack_and_signing(&self, id: &str) -> Result<(PackView, SigningView), Failure> {
        let worked_out = self.worked_out(id)?;
        let edition = shown_edition(&worked_out);
        let papers = papers(&worked_out.case(), &edition);
        let blocks: Vec<&Paper> = papers.iter().map(|paper| &paper.paper).collect();
        let sizes = self.remembered.papers.sizes(&blocks, &worked_out.assets.fonts)?;
        let signing = plan(&worked_out, &edition, &papers, &sizes, &self.ledger.fields(id)?);
        let papers = papers.iter().zip(&sizes);
        let around = (self.saved.clone(), self.disagreements(id)?);
        Ok((PackView::of(&worked_out, id, around, &edition, papers), signing))
    }

    /// Returns one page of a paper of the pack, counted from 1, as it will be printed. Beyond the last page, the last.
    ///
    /// # Errors
    /// When there is no such formation or paper.
    pub fn paper_page_view(&self, id: &str, slug: &str, page: usize) -> Result<PaperPageView, Failure> {
        let worked_out = self.worked_out(id)?;
        PaperPageView::of(&worked_out, id, self.saved.clone(), (slug, page), &self.remembered.papers)
            .ok_or_else(|| Failure::not_found("That paper"))
    }

    /// Puts one of the library's examples on the desk and returns its id.
    pub fn take_in_example(&mut self, file: &str) -> Result<String, Failure> {
        let (_, text) = examples()
            .into_iter()
            .find(|(name, _)| *name == file)
            .ok_or_else(|| Failure::not_found("That example"))?;
        let formation = answers_file::read(&self.assets.library, text)?;
        self.take_in(&formation)
    }

    /// Takes a whole formation in, as from an answers file, and returns its id.
    pub fn take_in(&mut self, formation: &Formation) -> Result<String, Failure> {
        self.take_in_with(formation, None)
    }

    /// The same for a formation that follows a sponsor's model: it keeps the texts of the package.
    pub(crate) fn take_in_with(
        &mut self,
        formation: &Formation,
        texts: Option<Json>,
    ) -> Result<String, Failure> {
        let id = self.host.new_id();
        let fields = record::write(formation).into_iter().map(|(path, json)| (path, Some(json)));
        let texts = texts.map(|texts| (record::TEXTS.to_owned(), Some(texts)));
        self.change(&id, fields.chain(texts).collect())?;
        Ok(id)
    }

    /// Answers a question.
    pub fn decide(&mut self, id: &str, slug: &str, answer: &Answer) -> Result<(), Failure> {
        self.formation(id)?;
        let decision =
            self.library_for(id)?.decision(slug).ok_or_else(|| Failure::not_found("That question"))?;
        let value = answer
            .value
            .as_ref()
            .map(|json| {
                read_value(&decision.kind, &decision.choices, decision.other, json)
                    .map_err(|error| Failure::answer(slug, &decision.question, &error))
            })
            .transpose()?;
        let status = Status::from_slug(&answer.status).ok_or_else(|| Failure::not_found("That status"))?;
        let reason = Some(answer.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
        // Nothing answered and nothing said about it: the question goes back to its usual answer.
        let untouched = value.is_none() && status == Status::Open && reason.is_none();
        let field = record::write_taken(&Taken { value, status, reason });
        self.change(id, vec![(record::decision_path(slug), (!untouched).then_some(field))])
    }

    /// Takes down that the group agrees to every usual answer it left as it was.
    pub fn agree_usual(&mut self, id: &str) -> Result<(), Failure> {
        self.formation(id)?;
        self.change(id, vec![(record::USUAL_AGREED.to_owned(), Some(json!(true)))])
    }

    /// Saves a person's particulars; somebody new gets an id, which is returned.
    pub fn save_person(
        &mut self,
        id: &str,
        person: Option<&str>,
        fields: &PersonFields,
    ) -> Result<String, Failure> {
        let formation = self.formation(id)?;
        let known = person.map(|person| {
            let position = formation.people.iter().position(|one| one.id == person);
            position.map(|order| (person.to_owned(), order)).ok_or_else(|| Failure::not_found("That person"))
        });
        let (person_id, order) = match known {
            Some(known) => known?,
            None => (self.host.new_id(), next_order(&self.ledger.fields(id)?, "person/")),
        };
        let json = person::to_json(&person_id, fields)?;
        let person = read_person(&json).map_err(|error| Failure::founder(&error))?;
        let order = self.order_of(id, &person_id)?.unwrap_or(order);
        self.change(id, vec![(record::person_path(&person_id), Some(record::person_field(&person, order)))])?;
        Ok(person_id)
    }

    /// Returns the place in the list that a person was given when entered.
    fn order_of(&self, id: &str, person: &str) -> Result<Option<usize>, Failure> {
        let fields = self.ledger.fields(id)?;
        let order = fields.get(&record::person_path(person)).and_then(|json| json.get("order")?.as_u64());
        Ok(order.and_then(|order| usize::try_from(order).ok()))
    }

    /// Takes a person out of the formation. The change log keeps what was said.
    pub fn remove_person(&mut self, id: &str, person: &str) -> Result<(), Failure> {
        let formation = self.formation(id)?;
        if !formation.people.iter().any(|one: &Person| one.id == person) {
            return Err(Failure::not_found("That person"));
        }
        self.change(id, vec![(record::person_path(person), None)])
    }

    /// Accepts a warning, with who and why.
    pub fn accept(
        &mut self,
        id: &str,
        check: &str,
        about: &str,
        by: &str,
        reason: &str,
    ) -> Result<(), Failure> {
        self.formation(id)?;
        if by.trim().is_empty() {
            return Err(Failure::input("by", "Nobody's name is given.", "Say who accepts this."));
        }
        if reason.trim().is_empty() {
            return Err(Failure::input("reason", "No reason is given.", "Say why, in a few words."));
        }
        let field = json!({ "by": by.trim(), "reason": reason.trim() });
        self.change(id, vec![(record::accepted_path(check, about), Some(field))])
    }

    /// Puts a formation into the bin, from where it can be brought back.
    pub fn remove(&mut self, id: &str) -> Result<(), Failure> {
        self.formation(id)?;
        self.change(id, vec![(record::REMOVED.to_owned(), Some(json!(true)))])
    }

    /// Makes a pack in a new folder inside `folder`. While copies disagree on anything, a draft alone: which of their
    /// versions is shown is not what anybody decided, and must not be signed.
    pub fn export_pack(&mut self, id: &str, folder: &FilePath, kind: PackKind) -> Result<Exported, Failure> {
        let stop = self.host.stop();
        let worked_out = self.worked_out(id)?;
        let conflicts = self.disagreements(id)?;
        if kind == PackKind::Final && conflicts > 0 {
            return Err(Failure::disputed(conflicts));
        }
        let made = pack::make(&worked_out, kind, &stop)?;
        let name = worked_out.answers.text("name").unwrap_or_default();
        let name = pack::folder_name(name, worked_out.today, kind == PackKind::Draft);
        let folder = pack::write_pack(&made, folder, &name, &stop)?;
        Ok(Exported { folder, papers: made.files.len(), seal: made.manifest.seal.chars().take(12).collect() })
    }

    /// Returns a formation as stored.
    pub fn formation(&self, id: &str) -> Result<Formation, Failure> {
        Ok(self.stored(id)?.1)
    }

    /// Returns a formation as stored, and the texts that it is worked out with.
    fn stored(&self, id: &str) -> Result<(&Assets, Formation), Failure> {
        let fields = self.fields_of(id)?;
        let assets = self.texts_of(&fields)?;
        Ok((assets, record::read(&assets.library, &fields)?))
    }

    /// Returns the fields of a formation that is on the desk.
    pub(crate) fn fields_of(&self, id: &str) -> Result<BTreeMap<Path, Json>, Failure> {
        let fields = self.ledger.fields(id)?;
        if fields.is_empty() || fields.contains_key(record::REMOVED) || id == SHELF {
            return Err(Failure::not_found("That co-op"));
        }
        Ok(fields)
    }

    pub(crate) fn worked_out(&self, id: &str) -> Result<WorkedOut<'_>, Failure> {
        let basis = self.basis(self.fields_of(id)?);
        let assets = self.texts_of(&basis.fields)?;
        if let Some(outcome) = self.remembered.outcomes.of(&basis) {
            return WorkedOut::again(assets, outcome, basis.day);
        }
        let worked_out = WorkedOut::new(assets, record::read(&assets.library, &basis.fields)?, basis.day)?;
        self.remembered.outcomes.keep(basis, &worked_out.outcome);
        Ok(worked_out)
    }

    /// Works formations out on all cores, so that each is remembered when it is asked for. One that cannot be worked out says
    /// so then.
    pub(crate) fn work_out_together<'i>(&self, ids: impl Iterator<Item = &'i str>) {
        let unknown = ids.filter_map(|id| {
            let basis = self.basis(self.fields_of(id).ok()?);
            let assets = self.texts_of(&basis.fields).ok()?;
            self.remembered.outcomes.of(&basis).is_none().then_some((assets, basis))
        });
        let made = on_all_cores(unknown.collect(), &Stop::default(), |(assets, basis)| {
            let formation = record::read(&assets.library, &basis.fields);
            let worked_out =
                formation.map_err(Failure::from).and_then(|one| WorkedOut::new(assets, one, basis.day));
            Ok(worked_out.ok().map(|worked_out| (basis, worked_out.outcome)))
        });
        for (basis, outcome) in made.unwrap_or_default().into_iter().flatten() {
            self.remembered.outcomes.keep(basis, &outcome);
        }
    }

    /// What follows of a formation that has these fields is made from this.
    pub(crate) fn basis(&self, fields: BTreeMap<Path, Json>) -> Basis {
        Basis { fields, day: self.host.today(), law: Arc::clone(&self.assets.law) }
    }

    /// Writes changes; what this returns from is saved.
    pub(crate) fn change(&mut self, id: &str, fields: Vec<(Path, Option<Json>)>) -> Result<(), Failure> {
        self.change_reverting(id, fields, None)
    }

    /// The same for an act that undoes another, or does one again.
    pub(crate) fn change_reverting(
        &mut self,
        id: &str,
        fields: Vec<(Path, Option<Json>)>,
        reverts: Option<store::ActId>,
    ) -> Result<(), Failure> {
        if let Some(character) = fields.iter().flat_map(|(_, json)| json).find_map(typed::hidden_character) {
            return Err(Failure::hidden_character(character));
        }
        // What no file could hold could not be handed on either.
        let typed_in = fields.iter().filter(|(path, _)| !shelf::is_package(path)).flat_map(|(_, json)| json);
        let letters = typed_in.map(typed::longest_text).max().unwrap_or(0);
        if letters > LONGEST_TEXT {
            return Err(Failure::too_much_text(letters, LONGEST_TEXT));
        }
        // A package stays to the letter: it is compared with its own files.
        let kept = |path: &str, json| if shelf::is_package(path) { json } else { typed::composed(json) };
        let changes = fields.into_iter().map(|(path, json)| {
            let json = json.map(|json| kept(&path, json));
            (self.host.new_id(), path, json)
        });
        let changes = changes.collect();
        let entry = Entry {
            act: self.host.new_id(),
            secret: self.host.new_id(),
            author: self.preferences.author().to_owned(),
            at_ms: self.host.now_ms(),
            reverts,
            changes,
        };
        self.ledger.write(id, entry)?;
        self.tidy();
        self.saved = Saved::At(self.host.time_of_day());
        Ok(())
    }
}

/// Returns the next free place in the list of what begins with `list`: people, organisations.
pub(crate) fn next_order(fields: &BTreeMap<Path, Json>, list: &str) -> usize {
    let orders = fields
        .iter()
        .filter(|(path, _)| path.starts_with(list))
        .filter_map(|(_, json)| json.get("order")?.as_u64());
    orders.max().and_then(|last| usize::try_from(last + 1).ok()).unwrap_or(0)
}
