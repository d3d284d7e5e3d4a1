"""One page per table, from its declaration."""

from __future__ import annotations

from pages.markdown import both, code, heading, in_cell, page, table
from semesta.basics.words import Words
from semesta.tables.registry import TABLES
from semesta.tables.table import Check, Column, Table
from semesta.tables.types import Coded

MOMENTS = {
    "stock": Words("keadaan pada satu tanggal", "true on a day"),
    "flow": Words("jumlah selama satu periode", "summed over a period"),
    "event": Words("peristiwa", "an event"),
    "plan": Words("rencana", "a plan"),
}


def pages() -> dict[str, str]:
    return {"tables/README.md": _contents(), **{f"tables/{t.name}.md": _page(t) for t in TABLES.values()}}


def _contents() -> str:
    rows = [
        [f"[{code(t.name)}]({t.name}.md)", in_cell(t.title), in_cell(t.what), in_cell(t.holder)]
        for t in TABLES.values()
    ]
    return page(
        "# Tabel · Tables",
        "Isi lembar buku kerja dan berkas CSV. Judul kolom dibaca dalam bahasa Indonesia, Inggris, atau salah satu nama lainnya.",
        "*What sheets of the workbook and CSV files hold. Headers are read in Indonesian, English, or any of their other names.*",
        table(["tabel", "judul", "isi", "pemegang data"], rows),
    )


def _page(described: Table) -> str:
    return page(
        heading(described.title, described.name),
        both(described.what),
        f"**Mengapa · Why.** {in_cell(described.why)}",
        f"**Pemegang data · Held by.** {in_cell(described.holder)}",
        f"**Jenis · Kind.** {in_cell(MOMENTS[described.moment])}",
        f"**Kunci · Key.** {', '.join(map(code, described.key))}: "
        "baris yang sama pada semua kolom ini berbicara tentang hal yang sama.",
        _also("Nama lain lembar · Other names of the sheet", described.aliases),
        "## Kolom · Columns",
        table(["kolom", "judul", "jenis", "wajib", "keterangan", "nama lain"], map(_column, described.columns)),
        _checks(described.checks),
    )


def _column(column: Column) -> list[str]:
    return [
        code(column.name),
        in_cell(column.title),
        _type(column),
        "ya" if column.required else "",
        in_cell(column.help),
        ", ".join(column.aliases),
    ]


def _type(column: Column) -> str:
    if isinstance(column.type, Coded):
        target = "../groups.md" if column.type.name == "groups" else f"../lists.md#{column.type.name}"
        return f"[{column.type.name}]({target})"
    return "[place](../places.md)" if column.type.name == "place" else column.type.name


def _also(label: str, names: tuple[str, ...]) -> str:
    return f"**{label}.** {', '.join(names)}" if names else ""


def _checks(checks: tuple[Check, ...]) -> str:
    if not checks:
        return ""
    rows = [
        [code(c.fault.cause), c.fault.severity, in_cell(c.fault.expected), in_cell(c.fault.how_to_fix)] for c in checks
    ]
    shown = table(["sebab", "tingkat", "yang diharapkan", "cara memperbaiki"], rows)
    return page("## Pemeriksaan per baris · Checks per row", shown).rstrip()
