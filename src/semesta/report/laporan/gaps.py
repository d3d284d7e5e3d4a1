"""Annex: the data that are wanting, why they matter, who holds them, and the sheet to fill in."""

from __future__ import annotations

from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.report.content import Block
from semesta.report.laporan import figures
from semesta.report.laporan.draft import Draft, text_column
from semesta.tables.registry import TABLES
from semesta.tables.table import Table

NOT_ASKED_FOR = ("kantor", "statements", "household_spending")
"""Sheets that are not data about cover: a letterhead, what people happened to say, and what a plan alone asks for."""

NOT_IN_BRIEF = ("attendance",)
"""What the one-sheet form does not ask for and nobody misses in a report of a few pages."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Data that the round does not have."""

    what: Words
    why: Words
    holder: Words
    sheet: Words
    table: str


def lacks(draft: Draft) -> list[Lack]:
    """Tables without rows, then what rows leave out: active members where only the registered are known."""
    data = draft.measured.dataset
    left_out = (*NOT_ASKED_FOR, *(NOT_IN_BRIEF if draft.is_brief else ()))
    absent = [table for table in TABLES.values() if table.name not in left_out and data.frame(table.name) is None]
    found = [Lack(what(table, draft), table.why, table.holder, table.title, table.name) for table in absent]
    return [*_active(draft), *found]


def what(table: Table, draft: Draft) -> Words:
    """The data, and where its rows were given but none is usable, that it is to be mended and not asked for."""
    given = figures.only_set_aside(table.name, draft.measured)
    return table.title + Words(" (", " (") + figures.SET_ASIDE + Words(")", ")") if given else table.title


def _active(draft: Draft) -> list[Lack]:
    members = TABLES["members"]
    if not draft.rows("members") or any(row.get("active") is not None for row in draft.rows("members")):
        return []
    return [
        Lack(
            Words("Peserta aktif", "Active members"),
            members.why,
            figures.holder("active", draft.measured),
            members.title,
            members.name,
        )
    ]


def gaps(draft: Draft) -> list[Block]:
    found = lacks(draft)
    if not found:
        return []
    columns = [
        text_column(draft.say("Data", "Data"), 1.2),
        text_column(draft.say("Mengapa penting", "Why it matters"), 2.6),
        text_column(draft.say("Siapa pemegangnya", "Who holds it"), 1.8),
        text_column(draft.say("Formulir (lembar)", "Form (sheet)"), 1.1),
    ]
    rows = [tuple(draft.said(words) for words in (lack.what, lack.why, lack.holder, lack.sheet)) for lack in found]
    caption = draft.say("Data yang belum ada", "Data that are wanting")
    return [draft.appendix("Data yang belum ada", "Data that are wanting"), draft.table("gaps", caption, columns, rows)]
