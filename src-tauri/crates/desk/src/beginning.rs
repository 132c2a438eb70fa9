//! Beginning a formation: from a type and a form, from seven questions, or from a sector's starter.

use formation::Formation;
use formation::answers_file::BUILT_IN_MODEL;
use formation::beginning::Starter;
use formation::decision::{Status, Taken, read as read_value};
use formation::legal::{CoopType, LegalForm, Nation};
use serde_json::Value as Json;

use crate::act::Begin;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::view::{AdviceView, FinderView, StartView, StarterRow, StarterView};

impl Desk {
    /// What may be chosen at the start.
    pub fn start_view(&self) -> StartView {
        // A shelf that cannot be read keeps nobody from beginning with the app's own rules.
        let shelf = self.shelf().unwrap_or_default();
        StartView::of(&self.assets.library, &self.assets.law, self.host.today(), &shelf)
    }

    /// The questions that lead to a type and a form.
    pub fn finder_view(&self) -> FinderView {
        FinderView { questions: self.assets.library.finder().questions().to_vec() }
    }

    /// Where answers to those questions lead, as pairs of question and answer.
    ///
    /// # Errors
    /// When the first question has no answer, or an answer is none that there is.
    pub fn advice_view<'c>(
        &self,
        chosen: impl IntoIterator<Item = (&'c str, &'c str)>,
    ) -> Result<AdviceView, Failure> {
        let library = &self.assets.library;
        let nothing = |_| Failure::not_found("That answer");
        let answers = library.finder().answers(chosen).map_err(nothing)?;
        let first = library.finder().questions().first().map_or("", |question| &question.slug);
        if !answers.answers(first) {
            return Err(Failure::input(
                first,
                "The first question has no answer yet.",
                "Answer it; all the others may stay open.",
            ));
        }
        let advice =
            library.advise(BUILT_IN_MODEL, &answers).ok_or_else(|| Failure::not_found("A kind of co-op"))?;
        Ok(AdviceView::of(library, &self.assets.law, &advice, self.host.today()))
    }

    /// The sectors' starters for which there are rules.
    pub fn starters_view(&self) -> Vec<StarterRow> {
        self.assets
            .library
            .starters()
            .iter()
            .filter(|starter| self.offers(starter.coop_type, starter.form))
            .map(StarterRow::of)
            .collect()
    }

    /// A sector's starter.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn starter_view(&self, slug: &str) -> Result<StarterView, Failure> {
        let assets = &self.assets;
        Ok(StarterView::of(&assets.library, &assets.law, self.starter(slug)?, self.host.today()))
    }

    /// Begins a formation and returns its id.
    ///
    /// # Errors
    /// When there are no rules for that type and form, or it cannot be saved.
    pub fn begin(&mut self, begin: &Begin) -> Result<String, Failure> {
        self.begin_as(chosen(begin, BUILT_IN_MODEL)?, &begin.name)
    }

    /// Begins a formation with the answers that a starter proposes, and returns its id. The type is the starter's.
    ///
    /// # Errors
    /// When there is no such starter, there are no rules for its type and that form, or it cannot be saved.
    pub fn begin_with(&mut self, starter: &str, begin: &Begin) -> Result<String, Failure> {
        let (form, nation) = form_and_nation(begin)?;
        let formation = self.starter(starter)?.begin(form, nation, BUILT_IN_MODEL);
        self.begin_as(formation, &begin.name)
    }

    fn begin_as(&mut self, formation: Formation, name: &str) -> Result<String, Failure> {
        if !self.offers(formation.coop_type, formation.form) {
            return Err(Failure::no_model(&formation));
        }
        self.begin_named(formation, name, None)
    }

    /// Begins a formation under a name, as far as it is known; `texts` are those of a sponsor's model.
    pub(crate) fn begin_named(
        &mut self,
        mut formation: Formation,
        name: &str,
        texts: Option<Json>,
    ) -> Result<String, Failure> {
        let name = name.trim();
        if !name.is_empty() {
            let question = self.assets.library.decision("name");
            let question = question.ok_or_else(|| Failure::not_found("The question for the name"))?;
            let value = read_value(&question.kind, &question.choices, question.other, &Json::from(name))
                .map_err(|error| Failure::answer("name", &question.question, &error))?;
            let taken = Taken { value: Some(value), status: Status::Proposed, reason: None };
            formation.decisions.insert("name".to_owned(), taken);
        }
        self.take_in_with(&formation, texts)
    }

    fn offers(&self, coop_type: CoopType, form: LegalForm) -> bool {
        self.assets.library.model(BUILT_IN_MODEL, coop_type, form).is_some()
    }

    fn starter(&self, slug: &str) -> Result<&Starter, Failure> {
        let mut starters = self.assets.library.starters().iter();
        starters.find(|starter| starter.slug == slug).ok_or_else(|| Failure::not_found("That beginning"))
    }
}

/// Returns a formation of what was chosen, in which nothing is decided yet.
pub(crate) fn chosen(begin: &Begin, model: &str) -> Result<Formation, Failure> {
    let coop_type = CoopType::from_slug(&begin.coop_type).ok_or_else(|| not_chosen("coop-type"))?;
    let (form, nation) = form_and_nation(begin)?;
    Ok(Formation::new(coop_type, form, nation, model))
}

fn form_and_nation(begin: &Begin) -> Result<(LegalForm, Nation), Failure> {
    let form = LegalForm::from_slug(&begin.form).ok_or_else(|| not_chosen("form"))?;
    let nation = Nation::from_slug(&begin.nation).ok_or_else(|| not_chosen("nation"))?;
    Ok((form, nation))
}

fn not_chosen(field: &str) -> Failure {
    Failure::input(field, "One of the choices is needed.", "Choose one and go on.")
}
