//! Comments on rules: what readers say beside them. Part of the co-op, and of no paper.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record;
use crate::view::CommentView;

/// Characters a comment may have.
const LONGEST_COMMENT: usize = 2_000;
/// Comments a formation may have.
const MOST_COMMENTS: usize = 500;

impl Desk {
    /// Leaves a comment on a rule, by whoever works at this computer.
    ///
    /// # Errors
    /// When there is no such rule, the comment is empty or too long, or it cannot be saved; so with the acts below.
    pub fn comment(&mut self, id: &str, rule: &str, text: &str) -> Result<(), Failure> {
        if self.worked_out(id)?.constitution.rule(rule).is_none() {
            return Err(Failure::not_found("That rule"));
        }
        let text = text.trim();
        let wrong = |sentence: String, what_to_do: &str| Failure::input("comment", sentence, what_to_do);
        if text.is_empty() {
            return Err(wrong("The comment is empty.".to_owned(), "Write what you think."));
        }
        let count = text.chars().count();
        if count > LONGEST_COMMENT {
            let sentence = format!("The comment has {count} characters; {LONGEST_COMMENT} is the most.");
            return Err(wrong(sentence, "Make it shorter, or leave two."));
        }
        let fields = self.ledger.fields(id)?;
        if fields.keys().filter(|path| path.starts_with(record::COMMENT)).count() >= MOST_COMMENTS {
            let sentence = format!("There are {MOST_COMMENTS} comments already.");
            return Err(wrong(sentence, "Take away some that are settled."));
        }
        let comment = json!({
            "by": self.preferences.author(), "at": self.host.now_ms(), "text": text, "settled": false,
        });
        let path = record::comment_path(rule, &self.host.new_id());
        self.change(id, vec![(path, Some(comment))])
    }

    /// Takes down that a comment is settled, or open again.
    pub fn settle_comment(
        &mut self,
        id: &str,
        rule: &str,
        comment: &str,
        settled: bool,
    ) -> Result<(), Failure> {
        let path = record::comment_path(rule, comment);
        let mut found = self.found(id, &path)?;
        if let Some(fields) = found.as_object_mut() {
            fields.insert("settled".to_owned(), json!(settled));
        }
        self.change(id, vec![(path, Some(found))])
    }

    /// Takes a comment away. The history keeps what it said.
    pub fn remove_comment(&mut self, id: &str, rule: &str, comment: &str) -> Result<(), Failure> {
        let path = record::comment_path(rule, comment);
        self.found(id, &path)?;
        self.change(id, vec![(path, None)])
    }

    fn found(&self, id: &str, path: &str) -> Result<Json, Failure> {
        self.formation(id)?;
        self.ledger.fields(id)?.remove(path).ok_or_else(|| Failure::not_found("That comment"))
    }

    /// Returns the comments of a formation by the rule they are on, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) fn comments(&self, id: &str) -> Result<BTreeMap<String, Vec<CommentView>>, Failure> {
        let mut comments: BTreeMap<String, Vec<(i64, CommentView)>> = BTreeMap::new();
        for (path, json) in self.ledger.fields(id)? {
            let named = path.strip_prefix(record::COMMENT).and_then(|rest| rest.split_once('/'));
            let Some((rule, comment)) = named else { continue };
            let text = |field: &str| json.get(field).and_then(Json::as_str).unwrap_or_default().to_owned();
            let at = json.get("at").and_then(Json::as_i64).unwrap_or_default();
            let view = CommentView {
                id: comment.to_owned(),
                by: text("by"),
                when: self.host.date_and_time(at),
                text: text("text"),
                settled: json.get("settled").and_then(Json::as_bool).unwrap_or(false),
            };
            comments.entry(rule.to_owned()).or_default().push((at, view));
        }
        let sorted = |mut list: Vec<(i64, CommentView)>| {
            list.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
            list.into_iter().map(|(_, comment)| comment).collect()
        };
        Ok(comments.into_iter().map(|(rule, list)| (rule, sorted(list))).collect())
    }
}
