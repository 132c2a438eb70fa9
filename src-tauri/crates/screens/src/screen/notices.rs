//! Who wrote what of the app, and the licences in full: to be read where there is no network.

use askama::Template;
use desk::notices::Notice;
use desk::{Desk, Failure, notices};

use crate::page::{Page, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/notices.html")]
struct Notices<'a> {
    notices: &'a [Notice],
}

pub(crate) fn page(desk: &Desk) -> Result<Page, Failure> {
    let main = html(Words::at(desk), &Notices { notices: &notices::all()? });
    Ok(Page::new(Route::Notices, Id("notices-heading"), main))
}
