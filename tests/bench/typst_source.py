"""Our HTML edition as Typst markup: headings, numbered items, tables, links, places to sign."""

from html.parser import HTMLParser

PREAMBLE = """\
#set document(title: "{title}")
#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")
#set text(font: "Noto Serif", size: 11pt, lang: "en", region: "gb")
#set smartquote(enabled: false)
#set par(leading: 0.75em, spacing: 0.95em)
#show heading: set text(font: "Noto Sans")
#show heading.where(level: 1): set text(size: 22pt)
#let blank = box(width: 1fr, line(length: 100%))
"""
SPECIAL = set("\\#*_`$<>@[]~=-+/\"'")


def escaped(words):
    return "".join("\\" + sign if sign in SPECIAL else sign for sign in words)


class Source(HTMLParser):
    """Writes Typst while it reads HTML; what is inside `buffers` is not finished yet."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.buffers = [[]]
        self.skipped = 0
        self.open = []
        self.lists = []
        self.tables = []

    def write(self, words):
        self.buffers[-1].append(words)

    def begin(self):
        self.buffers.append([])

    def end(self):
        return "".join(self.buffers.pop()).strip()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("head", "nav", "footer"):
            if tag == "nav":
                self.write("\n#outline(depth: 3)\n")
            self.skipped += 1
        if self.skipped or tag in ("meta", "br"):
            return
        anchor, kind = attributes.get("id"), attributes.get("class", "")
        self.open.append((tag, kind, anchor, attributes))
        if tag == "div" and kind == "page-break":
            self.write("\n#pagebreak(weak: true)\n")
        elif tag in ("h1", "h2", "h3", "h4", "p", "li", "th", "td", "a", "dt", "dd", "caption"):
            self.begin()
        elif tag == "span" and kind == "label":
            self.begin()
        elif tag == "span" and kind == "blank-line":
            self.write("#blank")
        elif tag in ("ol", "ul"):
            self.lists.append(([], []))
        elif tag == "table":
            self.tables.append({"columns": 0, "head": [], "cells": []})

    def handle_endtag(self, tag):
        if tag in ("head", "nav", "footer"):
            self.skipped -= 1
            return
        if self.skipped or tag in ("meta", "br"):
            return
        _, kind, anchor, attributes = self.open.pop()
        if tag in ("h1", "h2", "h3", "h4"):
            label = f" <{anchor}>" if anchor else ""
            self.write(f"\n#heading(level: {tag[1]})[{self.end()}]{label}\n")
        elif tag == "p":
            self.write(f"\n#par[{self.end()}]\n")
        elif tag == "a":
            self.write(f"#link(<{attributes['href'][1:]}>)[{self.end()}]")
        elif tag == "span" and kind == "label":
            label = self.end()
            inside_heading = any(outer[0] in ("h2", "h3", "h4") for outer in self.open)
            if inside_heading:
                self.write(label + " ")
            else:
                self.lists[-1][0].append(label)
        elif tag == "li":
            mark = f"#metadata(none)<{anchor}>" if anchor else ""
            self.lists[-1][1].append(mark + self.end())
        elif tag in ("ol", "ul"):
            self.finish_list()
        elif tag in ("th", "td"):
            self.finish_cell(tag)
        elif tag == "tr" and not self.tables[-1]["columns"]:
            table = self.tables[-1]
            table["columns"] = len(table["head"]) or len(table["cells"])
        elif tag == "table":
            self.finish_table()
        elif tag in ("dt", "dd", "caption"):
            self.write(f"\n#par[{self.end()}]\n")

    def finish_list(self):
        labels, items = self.lists.pop()
        bodies = ", ".join(f"[{item}]" for item in items)
        if labels:
            numbers = ", ".join(f"[{label}]" for label in labels)
            self.write(f"\n#enum(numbering: n => ({numbers},).at(n - 1), {bodies})\n")
        else:
            self.write(f"\n#list({bodies})\n")

    def finish_cell(self, tag):
        table = self.tables[-1]
        in_head = any(outer[0] == "thead" for outer in self.open)
        table["head" if tag == "th" and in_head else "cells"].append(f"[{self.end()}]")

    def finish_table(self):
        table = self.tables.pop()
        head = f"table.header({', '.join(table['head'])}), " if table["head"] else ""
        self.write(f"\n#table(columns: {table['columns']}, {head}{', '.join(table['cells'])})\n")

    def handle_data(self, words):
        if not self.skipped and words.strip():
            self.write(escaped(words))
        elif not self.skipped and words and "\n" not in words:
            self.write(" ")


def typst_source(html, title):
    source = Source()
    source.feed(html)
    return PREAMBLE.format(title=title.replace('"', "'")) + source.end() + "\n"
