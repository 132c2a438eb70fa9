"""One tool, in a process of its own: makes the document, then makes it again after each of so many edits.

Prints the milliseconds that each took. Called by compare-documents, never by hand."""

import sys
import time
from pathlib import Path


def edited(words, edit):
    """Another purpose, as bench-documents puts it: words in the middle of a rule."""
    return words.replace("We buy,", f"In our year {edit}, We buy,", 1) if edit else words


def typst(source, out, fonts):
    import typst

    words, path = Path(source).read_text(), Path(out).with_suffix(".typ")
    path.write_text(words)
    compiler = typst.Compiler(path, font_paths=[fonts], ignore_system_fonts=True)

    def make(edit):
        path.write_text(edited(words, edit))
        compiler.compile(output=out, format="pdf", pdf_standards=["a-2a", "ua-1"])

    return make


def weasyprint(source, out, fonts):
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    words = Path(source).read_text()
    faces = [("Noto Serif", "NotoSerif"), ("Noto Sans", "NotoSans")]
    cuts = [("Regular", "normal", "normal"), ("Bold", "bold", "normal"), ("Italic", "normal", "italic")]
    sheet = "@page { size: A4; margin: 25mm; @bottom-right { content: counter(page) ' / ' counter(pages) } }"
    sheet += ".page-break { break-after: page } html { font-size: 10pt }"
    for family, file in faces:
        for cut, weight, style in cuts:
            path = Path(fonts) / f"{file}-{cut}.ttf"
            if path.exists():
                sheet += (
                    f"@font-face {{ font-family: '{family}'; src: url('{path.resolve().as_uri()}');"
                    f" font-weight: {weight}; font-style: {style} }}"
                )
    faces = FontConfiguration()
    css = weasyprint.CSS(string=sheet, font_config=faces)

    def make(edit):
        html = weasyprint.HTML(string=edited(words, edit))
        html.write_pdf(out, stylesheets=[css], font_config=faces, pdf_variant="pdf/ua-1")

    return make


if __name__ == "__main__":
    tool, source, out, fonts, edits = sys.argv[1:]
    make = {"typst": typst, "weasyprint": weasyprint}[tool](source, out, fonts)
    for edit in range(int(edits) + 1):
        start = time.perf_counter()
        make(edit)
        print(f"{(time.perf_counter() - start) * 1e3:.2f}", flush=True)
