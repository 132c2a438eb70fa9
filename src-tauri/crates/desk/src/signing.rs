//! Who signs which paper on which page, and which sheets are signed and back.

use std::collections::{BTreeMap, BTreeSet};

use document::{Audience, Block, Signature};
use formation::pack::{Edition, PackPaper, papers};
use formation::person::Person;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record::{self, Path};
use crate::remembered::PaperSize;
use crate::view::{Back, SigningPaper, SigningPlace, SigningView, shown_edition};
use crate::worked_out::WorkedOut;

impl Desk {
    /// Returns who signs what.
    ///
    /// # Errors
    /// When there is no such formation, or the store cannot be read.
    pub fn signing_view(&self, id: &str) -> Result<SigningView, Failure> {
        Ok(self.pack_and_signing(id)?.1)
    }

    /// Takes down which places to sign are signed and back: those whose keys are in `back`, and no others. Nothing is
    /// taken down while something stops the final pack, for nobody signs a draft.
    ///
    /// # Errors
    /// When there is no such formation, or it cannot be saved.
    pub fn sign(&mut self, id: &str, back: &BTreeSet<&str>) -> Result<(), Failure> {
        let worked_out = self.worked_out(id)?;
        let edition = shown_edition(&worked_out);
        let papers = papers(&worked_out.case(), &edition);
        let fields = self.ledger.fields(id)?;
        let mut changes: Vec<(Path, Option<Json>)> = Vec::new();
        for signed in
            signed_papers(&worked_out, &papers, &words(&worked_out)).iter().filter(|_| !edition.draft)
        {
            for key in &signed.keys {
                let path = format!("{}{key}", record::SIGNED);
                match (back.contains(key.as_str()), signed.back(key, &fields)) {
                    (true, Back::No | Back::Changed) => changes.push((path, Some(json!(signed.words)))),
                    (false, Back::Yes) => changes.push((path, None)),
                    _ => {}
                }
            }
        }
        if changes.is_empty() { Ok(()) } else { self.change(id, changes) }
    }
}

/// A paper that is signed.
struct SignedPaper<'p> {
    /// Its place in the pack, from 0.
    place: usize,
    paper: &'p PackPaper,
    /// A key for each place to sign; one for the whole paper where a prescribed form has lines of its own.
    keys: Vec<String>,
    /// What it says, shortened to a number; empty where nobody asks.
    words: String,
}

impl SignedPaper<'_> {
    fn back(&self, key: &str, fields: &BTreeMap<Path, Json>) -> Back {
        match fields.get(&format!("{}{key}", record::SIGNED)).map(Json::as_str) {
            None => Back::No,
            Some(signed) if signed == Some(&self.words) => Back::Yes,
            Some(_) => Back::Changed,
        }
    }
}

fn signed_papers<'p>(
    worked_out: &WorkedOut<'_>,
    papers: &'p [PackPaper],
    words: &BTreeMap<String, String>,
) -> Vec<SignedPaper<'p>> {
    let signed = papers.iter().enumerate().filter(|(_, paper)| is_signed(paper));
    signed
        .map(|(place, paper)| {
            let slug = &paper.paper.slug;
            let mut keys = keys(slug, &signatures(paper), &worked_out.formation.people);
            if keys.is_empty() {
                keys.push(format!("{slug}/all"));
            }
            let words = words.get(slug).cloned().unwrap_or_default();
            SignedPaper { place, keys, words, paper }
        })
        .collect()
}

/// Who signs which of the pack's papers, each of which has a size.
pub(crate) fn plan(
    worked_out: &WorkedOut<'_>,
    edition: &Edition,
    papers: &[PackPaper],
    sizes: &[PaperSize],
    fields: &BTreeMap<Path, Json>,
) -> SigningView {
    // What the papers say is asked only where a sheet is back.
    let is_back = fields.keys().any(|path| path.starts_with(record::SIGNED));
    let words = if is_back { words(worked_out) } else { BTreeMap::new() };
    let signed = signed_papers(worked_out, papers, &words).into_iter();
    let papers: Vec<SigningPaper> = signed
        .filter_map(|signed| {
            Some(SigningPaper {
                number: signed.place + 1,
                slug: signed.paper.paper.slug.clone(),
                title: signed.paper.paper.title.clone(),
                when: signed.paper.next.clone().unwrap_or_default(),
                places: places(&signed, sizes.get(signed.place)?, fields),
            })
        })
        .collect();
    let all = papers.iter().flat_map(|paper| &paper.places);
    let (back, all) = (all.clone().filter(|place| place.back == Back::Yes).count(), all.count());
    SigningView { papers, back, all, draft: edition.draft }
}

fn places(signed: &SignedPaper<'_>, size: &PaperSize, fields: &BTreeMap<Path, Json>) -> Vec<SigningPlace> {
    let signatures = signatures(signed.paper);
    let place = |(index, key): (usize, &String)| {
        let signature = signatures.get(index);
        let name = signature.and_then(|signature| signature.name.as_ref()).map(|name| name.plain());
        let role = signature.map(|signature| signature.role.plain());
        SigningPlace {
            key: key.clone(),
            name: name.unwrap_or_default(),
            role: role.or_else(|| signed.paper.signers.clone()).unwrap_or_default(),
            // A form with lines of its own is signed where it ends.
            page: size.to_sign.get(index).map_or(size.pages, |page| page + 1),
            back: signed.back(key, fields),
        }
    };
    signed.keys.iter().enumerate().map(place).collect()
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
