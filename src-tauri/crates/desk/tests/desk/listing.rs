//! The list of all co-ops says of each what its own pages say.

use std::collections::BTreeMap;

use desk::examples;
use desk::view::{DeskQuery, HitKind, TaskKind};

use crate::support::{Computer, begin, decide};

#[test]
fn the_list_names_the_next_step_that_the_task_list_names() {
    let computer = Computer::new("list");
    let mut desk = computer.open();
    for (file, _) in examples() {
        desk.take_in_example(file).unwrap();
    }
    let begun = begin(&mut desk, "Begun Co-operative Limited");
    let (mut parts, mut others) = (0, 0);
    // The second time, what is said was remembered.
    for _ in 0..2 {
        for row in desk.desk_view().unwrap().formations {
            let tasks = desk.tasks_view(&row.formation).unwrap();
            assert_eq!(row.next, tasks.next, "{}", row.name);
            assert_eq!((&row.name, &row.kind), (&tasks.frame.name, &tasks.frame.kind));
            match row.next.map(|next| next.what) {
                Some(TaskKind::Part { .. }) => parts += 1,
                _ => others += 1,
            }
        }
    }
    assert!(parts > 0 && others > 0, "{parts} lead to a part of the questions, {others} elsewhere");
    // What is said follows the answers.
    decide(&mut desk, &begun, "name", "Another Co-operative Limited");
    let row = desk.desk_view().unwrap().formations.into_iter().find(|row| row.formation == begun).unwrap();
    assert_eq!(row.name, "Another Co-operative Limited");
    assert_eq!(row.next, desk.tasks_view(&begun).unwrap().next);
}

#[test]
fn a_list_that_was_read_knows_what_was_written_since() {
    let computer = Computer::new("list");
    let mut desk = computer.open();
    let ids: Vec<String> =
        (0..60).map(|at| begin(&mut desk, &format!("Group {at} Co-operative Limited"))).collect();
    let found = |desk: &desk::Desk, words: &str| {
        let query = DeskQuery { words: words.to_owned(), ..DeskQuery::default() };
        let page = desk.desk_page(&query).unwrap();
        (page.found, page.all, page.programmes)
    };
    assert_eq!(found(&desk, "group 5"), (11, 60, Vec::new()));
    desk.keep(&ids[0], &desk::Keeping { programme: "Bread".to_owned(), ..desk::Keeping::default() }).unwrap();
    assert_eq!(found(&desk, "bread"), (1, 60, vec![("Bread".to_owned(), 1)]));
    decide(&mut desk, &ids[59], "name", "Ash Co-operative Limited");
    assert_eq!(found(&desk, "group 5").0, 10);
    assert_eq!(desk.names().unwrap().get(&ids[59]).map(String::as_str), Some("Ash Co-operative Limited"));
    desk.remove(&ids[0]).unwrap();
    assert_eq!(found(&desk, "bread"), (0, 59, Vec::new()));
    desk.bring_back(&ids[0]).unwrap();
    assert_eq!(found(&desk, "bread").0, 1);
    let named =
        desk.search("ash co-operative").unwrap().hits.into_iter().filter(|hit| hit.kind == HitKind::CoOp);
    assert_eq!(named.count(), 1);
    // What is erased leaves no change of the log behind that could be counted.
    desk.remove(&ids[59]).unwrap();
    desk.erase_formation(&ids[59]).unwrap();
    assert!(!desk.names().unwrap().contains_key(&ids[59]));
    let all: BTreeMap<String, String> = desk.names().unwrap();
    assert_eq!(all.len(), 59);
}
