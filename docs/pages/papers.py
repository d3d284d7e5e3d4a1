"""The papers of a monev: one page with a section and a picture for each, and the fields of an office's own template."""

from __future__ import annotations

from collections.abc import Iterator

from pages.markdown import both, code, in_cell, page, table
from semesta.basics.words import Words
from semesta.report.own.fields import FIELDS, Field
from semesta.report.paper import Paper
from semesta.report.papers.registry import papers
from semesta.tables.registry import TABLES

ABOUT = Words(
    "Semua dibuat dari satu putaran dengan `semesta monev INPUT --out DIR --documents NAMA,…` atau `--documents semua`. "
    "Cara memakainya: [naskah](../naskah.md).",
    "All are made of one round with `semesta monev INPUT --out DIR --documents NAME,…` or `--documents all`. "
    "How to use them: [naskah](../naskah.md).",
)
OF_TEMPLATES = Words(
    "Isian yang dapat ditulis dalam templat Word kantor sendiri: `{{ nama }}` untuk teks, `{%p for x in nama %} … {%p endfor %}` "
    "untuk daftar. Yang belum diisi kantor tetap isian SRIKANDI.",
    "The fields that an office's own Word template may use: `{{ name }}` for a text, `{%p for x in name %} … {%p endfor %}` for a "
    "list. What the office has not filled in stays a placeholder of SRIKANDI.",
)


def pages() -> dict[str, str]:
    sections = [part for paper in papers().values() for part in _section(paper)]
    return {"documents.md": page("# Naskah · Papers", both(ABOUT), _contents(), *sections, *_templates())}


def _contents() -> str:
    rows = [[f"[{code(p.name)}](#{p.name})", in_cell(p.title), in_cell(p.what)] for p in papers().values()]
    return table(["naskah", "judul", "untuk apa"], rows)


def _section(paper: Paper) -> Iterator[str]:
    yield f'<a id="{paper.name}"></a>\n\n## {in_cell(paper.title)}'
    yield both(paper.what)
    yield f"![{paper.title.id}](../img/naskah/{paper.name}.png)"
    yield f"Dari · *From*: {_sheets(paper)}"


def _sheets(paper: Paper) -> str:
    if set(paper.tables) >= set(TABLES):
        return "semua tabel · *all tables*"
    return ", ".join(f"[{code(name)}](tables/{name}.md)" for name in paper.tables)


def _templates() -> Iterator[str]:
    yield '<a id="template"></a>\n\n## Isian templat sendiri · Fields of your own template'
    yield both(OF_TEMPLATES)
    yield table(["isian", "isi"], ([code(name), in_cell(what)] for name, what in _rows()))


def _rows() -> Iterator[tuple[str, Words]]:
    for field in FIELDS:
        if field.name == "indikator":
            yield f"{field.name}.NAMA", field.what
            continue
        yield field.name, field.what + _kind(field)
        yield from ((f"{field.name} → {part.name}", part.what + _kind(part)) for part in field.parts)


def _kind(field: Field) -> Words:
    return Words(" Daftar.", " A list.") if field.is_list else Words("", "")
