//! Who signs which paper on which page, and which sheets are signed and back.

use std::collections::{BTreeMap, BTreeSet};

use document::{Audience, Block, Signature};
use formation::pack::{Edition, PackPaper, papers};
use formation::person::Person;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use typeset::lay_out;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::view::{Back, SigningPaper, SigningPlace, SigningView, shown_edition};
use crate::worked_out::WorkedOut;

impl Desk {
    /// Returns who signs what.
    ///
    /// # Errors
    /// When there is no such formation, or the store cannot be read.
    pub fn signing_view(&self, id: &str) -> Result<SigningView, Failure> {
        Ok(plan(&self.worked_out(id)?, &self.ledger.fields(id)?))
    }

    /// Takes down which places to sign are signed and back: those whose keys are in `back`, and no others. Nothing is
    /// taken down while something stops the final pack, for nobody signs a draft.
    ///
    /// # Errors
    /// When there is no such formation, or it cannot be saved.
    pub fn sign(&mut self, id: &str, back: &BTreeSet<&str>) -> Result<(), Failure> {
        let worked_out = self.worked_out(id)?;
        let plan = plan(&worked_out, &self.ledger.fields(id)?);
        let words = words(&worked_out);
        let mut changes: Vec<(Path, Option<Json>)> = Vec::new();
        for paper in plan.papers.iter().filter(|_| !plan.draft) {
            for place in &paper.places {
                let path = format!("{}{}", record::SIGNED, place.key);
                match (back.contains(place.key.as_str()), place.back) {
                    (true, Back::No | Back::Changed) => {
                        changes.push((path, words.get(&paper.slug).map(|words| json!(words))));
                    }
                    (false, Back::Yes) => changes.push((path, None)),
                    _ => {}
                }
            }
        }
        if changes.is_empty() { Ok(()) } else { self.change(id, changes) }
    }
}

fn plan(worked_out: &WorkedOut<'_>, fields: &BTreeMap<Path, Json>) -> SigningView {
    let edition = shown_edition(worked_out);
    let words = words(worked_out);
    let mut out = SigningView { papers: Vec::new(), back: 0, all: 0, draft: edition.draft };
    for (index, paper) in papers(&worked_out.case(), &edition).iter().enumerate() {
        if !is_signed(paper) {
            continue;
        }
        let slug = &paper.paper.slug;
        let signatures = signatures(paper);
        let laid_out = lay_out(&paper.paper, &worked_out.assets.fonts);
        let back = |key: &str| match fields.get(&format!("{}{key}", record::SIGNED)).map(Json::as_str) {
            None => Back::No,
            Some(signed) if signed == words.get(slug).map(String::as_str) => Back::Yes,
            Some(_) => Back::Changed,
        };
        let place = |((signature, key), page): ((&&Signature, String), usize)| {
            let name = signature.name.as_ref().map(|name| name.plain()).unwrap_or_default();
            SigningPlace { back: back(&key), key, name, role: signature.role.plain(), page: page + 1 }
        };
        let keys = keys(slug, &signatures, &worked_out.formation.people);
        let mut places: Vec<SigningPlace> =
            signatures.iter().zip(keys).zip(laid_out.pages_to_sign()).map(place).collect();
        if let (true, Some(signers)) = (places.is_empty(), &paper.signers) {
            // A prescribed form has lines of its own: it is ticked as a whole.
            let (key, page) = (format!("{slug}/all"), laid_out.pages.len());
            let name = String::new();
            places.push(SigningPlace { back: back(&key), key, name, role: signers.clone(), page });
        }
        out.all += places.len();
        out.back += places.iter().filter(|place| place.back == Back::Yes).count();
        let title = paper.paper.title.clone();
        let when = paper.next.clone().unwrap_or_default();
        out.papers.push(SigningPaper { number: index + 1, slug: slug.clone(), title, when, places });
    }
    out
}

/// Whether somebody signs a paper of the founding. What is only kept is a form for people who join later.
fn is_signed(paper: &PackPaper) -> bool {
    paper.signers.is_some() && paper.paper.audience != Audience::Keep
}

/// The places to sign of a paper.
fn signatures(paper: &PackPaper) -> Vec<&Signature> {
    let mut out = Vec::new();
    for block in &paper.paper.blocks {
        block.visit(&mut |block| {
            if let Block::Signatures(places) = block {
                out.extend(places);
            }
        });
    }
    out
}

/// A key for each place: the paper and the person by id, or the place's number where no name is printed. No key holds
/// a name: keys are not erased with a person.
fn keys(paper: &str, signatures: &[&Signature], people: &[Person]) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    signatures
        .iter()
        .map(|signature| {
            let name = signature.name.as_ref().map(|name| name.plain());
            let person = name.and_then(|name| people.iter().find(|person| person.name.full() == name));
            let who = person.map_or("place", |person| person.id.as_str());
            let count = seen.entry(who).or_default();
            *count += 1;
            format!("{paper}/{who}-{count}")
        })
        .collect()
}

/// What each paper says, shortened to a number: the day and the version are left out, for they change without it.
fn words(worked_out: &WorkedOut<'_>) -> BTreeMap<String, String> {
    let edition = Edition { version: String::new(), date: jiff::civil::Date::ZERO, draft: false };
    let papers = papers(&worked_out.case(), &edition);
    let signed = papers.iter().filter(|paper| is_signed(paper));
    signed
        .map(|paper| {
            let digest = Sha256::digest(typeset::html_blocks(&paper.paper.blocks).as_bytes());
            let words: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            (paper.paper.slug.clone(), words)
        })
        .collect()
}
