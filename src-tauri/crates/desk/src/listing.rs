//! The list of all formations: a page of it, what it says of each, and narrowing it. There may be ten thousand.
//!
//! Of all of them only names, programmes and the like are read, and that once until something is written; worked out are
//! those of the page that is shown, each once until its fields change.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use formation::{Answers, answers_file};
use serde_json::Value as Json;
use store::{FieldPath, FormationId};

use crate::adviser::Keeping;
use crate::assets::examples;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::remembered::{List, Saying, Told};
use crate::shelf::SHELF;
use crate::view::{
    DeskPage, DeskQuery, DeskRow, DeskView, ExampleRow, NAMELESS, Saved, TasksView, kind, next_part,
};
use crate::worked_out::{WorkedOut, model_of};

/// Formations on a page of the desk.
const PAGE: usize = 50;

impl Desk {
    /// Returns all formations, latest changed first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn desk_view(&self) -> Result<DeskView, Failure> {
        let mut formations = Vec::new();
        for (id, changed) in &self.list()?.formations {
            formations.push(self.row_or_why_not(id, *changed));
        }
        Ok(DeskView { formations, examples: self.example_rows()? })
    }

    /// Returns a page of the formations that fit a query, latest changed first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn desk_page(&self, query: &DeskQuery) -> Result<DeskPage, Failure> {
        let list = self.list()?;
        let fitting = self.fitting(&list, query)?;
        let pages = fitting.len().div_ceil(PAGE).max(1);
        let page = query.page.min(pages - 1);
        let shown = fitting.iter().skip(page * PAGE).take(PAGE);
        let shown = shown.filter_map(|place| list.formations.get(*place));
        Ok(DeskPage {
            formations: shown.map(|(id, changed)| self.row_or_why_not(id, *changed)).collect(),
            page,
            pages,
            found: fitting.len(),
            all: list.formations.len(),
            programmes: self.programmes()?,
            examples: self.example_rows()?,
        })
    }

    /// The list of all formations as it is now: read once, until something is written.
    pub(crate) fn list(&self) -> Result<Arc<List>, Failure> {
        let written = self.ledger.store.written();
        if let Some(list) = self.remembered.list.of(written) {
            return Ok(list);
        }
        let list = Arc::new(List::of(self.ledger.formations()?));
        self.remembered.list.keep(written, &list);
        Ok(list)
    }

    /// The formations that fit a query, by their places in the list. Nothing is worked out for that: there may be
    /// thousands.
    fn fitting(&self, list: &List, query: &DeskQuery) -> Result<Vec<usize>, Failure> {
        let words = query.words.trim().to_lowercase();
        let all = 0..list.formations.len();
        if words.is_empty() && query.programme.is_none() {
            return Ok(all.collect());
        }
        let sayings = part(&list.sayings, || self.sayings())?;
        let fits = |id: &str| {
            let Some(saying) = sayings.get(id) else { return false };
            query.programme.as_ref().is_none_or(|wanted| saying.programme.as_ref() == Some(wanted))
                && (words.is_empty() || saying.texts.iter().any(|text| text.contains(&words)))
        };
        Ok(all.filter(|place| list.formations.get(*place).is_some_and(|(id, _)| fits(id))).collect())
    }

    /// What the list is narrowed by, of each formation.
    fn sayings(&self) -> Result<BTreeMap<String, Saying>, Failure> {
        let mut sayings: BTreeMap<String, Saying> = BTreeMap::new();
        let list = self.list()?;
        for (id, name) in self.listed_names(&list)? {
            sayings.entry(id.clone()).or_default().texts.push(name.to_lowercase());
        }
        for path in [record::STAGE, record::NEXT_STEP, record::PROGRAMME] {
            let field = FieldPath::new(path).map_err(store::StoreError::from)?;
            for (id, json) in self.ledger.store.field_of_all(&field)? {
                if let (Some(text), Some(saying)) = (json.as_str(), sayings.get_mut(id.as_str())) {
                    saying.texts.push(text.to_lowercase());
                    if path == record::PROGRAMME {
                        saying.programme = Some(text.to_owned());
                    }
                }
            }
        }
        Ok(sayings)
    }

    /// Returns the names of all co-ops on the desk, by id.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn names(&self) -> Result<BTreeMap<String, String>, Failure> {
        let list = self.list()?;
        Ok(self.listed_names(&list)?.clone())
    }

    /// Returns the name of one co-op; none for what is not on the desk.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn name_on_desk(&self, id: &FormationId) -> Result<Option<String>, Failure> {
        let field = |path: &str| self.ledger.store.field(id, &FieldPath::new(path)?);
        if id.as_str() == SHELF || field(record::REMOVED)?.is_some() {
            return Ok(None);
        }
        let json = field(&record::decision_path("name"))?;
        Ok(Some(name_in(json.as_ref()).unwrap_or(NAMELESS).to_owned()))
    }

    /// The names in a list that was read.
    pub(crate) fn listed_names<'l>(&self, list: &'l List) -> Result<&'l BTreeMap<String, String>, Failure> {
        part(&list.names, || {
            let path = FieldPath::new(record::decision_path("name")).map_err(store::StoreError::from)?;
            let mut of_all = self.ledger.store.field_of_all(&path)?;
            let mut names = BTreeMap::new();
            for (id, _) in &list.formations {
                let formation = FormationId::new(id).map_err(store::StoreError::from)?;
                let json = of_all.remove(&formation);
                names.insert(id.clone(), name_in(json.as_ref()).unwrap_or(NAMELESS).to_owned());
            }
            Ok(names)
        })
    }

    /// Returns the programmes by name, with how many formations each has.
    pub(crate) fn programmes(&self) -> Result<Vec<(String, usize)>, Failure> {
        let list = self.list()?;
        let programmes = part(&list.programmes, || {
            let path = FieldPath::new(record::PROGRAMME).map_err(store::StoreError::from)?;
            let of_all = self.ledger.store.field_of_all(&path)?;
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for (id, _) in list.formations.iter().filter(|_| !of_all.is_empty()) {
                let id = FormationId::new(id).map_err(store::StoreError::from)?;
                if let Some(name) = of_all.get(&id).and_then(Json::as_str) {
                    *counts.entry(name.to_owned()).or_default() += 1;
                }
            }
            Ok(counts.into_iter().collect())
        })?;
        Ok(programmes.clone())
    }

    /// One co-op that cannot be worked out must not hide the others.
    fn row_or_why_not(&self, id: &str, changed: i64) -> DeskRow {
        self.desk_row(id, changed).unwrap_or_else(|failure| DeskRow {
            formation: id.to_owned(),
            name: NAMELESS.to_owned(),
            kind: String::new(),
            changed: self.host.date_and_time(changed),
            next: None,
            failure: Some(failure.to_string()),
            keeping: Keeping::default(),
        })
    }

    /// They are part of the app, so they are read once.
    fn example_rows(&self) -> Result<Vec<ExampleRow>, Failure> {
        let row = |(file, text)| {
            let formation = answers_file::read(&self.assets.library, text)?;
            let name = match formation.given("name") {
                Some(formation::decision::Value::Text(name)) => name.clone(),
                _ => NAMELESS.to_owned(),
            };
            Ok(ExampleRow { file, name, kind: kind(&formation) })
        };
        let rows = part(&self.remembered.examples, || examples().into_iter().map(row).collect())?;
        Ok(rows.clone())
    }

    fn desk_row(&self, id: &str, changed: i64) -> Result<DeskRow, Failure> {
        let fields = self.fields_of(id)?;
        let keeping = Keeping::of(&fields);
        let Told { name, kind, next } = self.told(id, fields)?;
        let changed = self.host.date_and_time(changed);
        Ok(DeskRow { formation: id.to_owned(), name, kind, changed, next, failure: None, keeping })
    }

    /// What the list says of a formation that has these fields. A page of the list is no reason to forget what else was
    /// worked out.
    fn told(&self, id: &str, fields: BTreeMap<Path, Json>) -> Result<Told, Failure> {
        let basis = self.basis(fields);
        if let Some(told) = self.remembered.rows.of(id, &basis) {
            return Ok(told);
        }
        let assets = self.texts_of(&basis.fields)?;
        let formation = record::read(&assets.library, &basis.fields)?;
        let model = model_of(assets, &formation)?;
        let answers = Answers::of(&assets.library, model, &formation);
        let (name, kind) = (answers.text("name").unwrap_or(NAMELESS).to_owned(), kind(&formation));
        let next = match next_part(assets, model, &formation, &answers) {
            Some(part) => Some(part),
            None => TasksView::of(&WorkedOut::new(assets, formation, basis.day)?, id, Saved::Nothing, 0).next,
        };
        let told = Told { name, kind, next };
        self.remembered.rows.keep(id, basis, &told);
        Ok(told)
    }
}

/// The name in the field that holds it.
fn name_in(field: Option<&Json>) -> Option<&str> {
    field?.get("value")?.as_str()
}

/// Returns a part of what is remembered, which is made when it is needed first.
fn part<T>(part: &OnceLock<T>, make: impl FnOnce() -> Result<T, Failure>) -> Result<&T, Failure> {
    match part.get() {
        Some(made) => Ok(made),
        None => {
            let made = make()?;
            Ok(part.get_or_init(|| made))
        }
    }
}
