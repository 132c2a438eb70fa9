//! x
#[path = "../tests/papers/mod.rs"]
mod papers;
fn main() {
    let fonts = papers::fonts();
    let paper = papers::constitution(7);
    let t = std::time::Instant::now();
    let pages = typeset::lay_out(&paper, &fonts);
    eprintln!("cold layout {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let b = typeset::write_pdf(&pages, &fonts, &papers::about(&paper)).unwrap();
    eprintln!("cold write {:?} {} bytes", t.elapsed(), b.len());
    for _ in 0..40 {
        typeset::write_pdf(&pages, &fonts, &papers::about(&paper)).unwrap();
    }
}
