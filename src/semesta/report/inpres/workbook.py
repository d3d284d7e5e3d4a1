"""The matrix of Inpres 2/2021 as a workbook in the columns of its own sheet, so that what is filled in there can be read again."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.book import book
from semesta.report.inpres import actions
from semesta.report.inpres.document import NAME
from semesta.report.laporan import naming, phrases
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.office import paper_size
from semesta.report.sheet import Cell, Sheet
from semesta.tables.registry import TABLES
from semesta.tables.table import Column

_STYLES = {"percent": "share", "due": "day"}


def workbook(measured: Measured, lang: Lang) -> bytes:
    """The actions of all governments with empty cells to fill in, and how many of each government have which status."""
    draft = Draft(measured, lang)
    title = draft.said(actions.TITLES[actions.kind(draft)])
    return book([_actions(draft, title), _progress(draft)], title, measured.as_of, lang, paper_size(draft, NAME))


def _actions(draft: Draft, title: str) -> Sheet:
    table = TABLES["inpres_actions"]
    rows = [
        [_cell(draft, code, row, column) for column in table.columns]
        for code, of_place in actions.by_place(draft).items()
        for row in of_place
    ]
    day = shown.day(draft.measured.as_of, draft.lang)
    until = draft.say(f"Capaian sampai dengan {day}.", f"Achieved by {day}.")
    return Sheet(
        draft.said(table.title),
        f"KONSEP · {title} · {draft.place} · {actions.period(draft)}",
        tuple(column.title.said(draft.lang) for column in table.columns),
        rows,
        f"{draft.said(phrases.NOT_OFFICIAL)} {until}",
        printed=len(table.columns) - 1,
        narrowest=12,
        ruled=True,
    )


def _cell(draft: Draft, code: str, row: Row, column: Column) -> Cell:
    """The cell as it was given, codes by name; what is empty stays empty."""
    if column.name == "place":
        return naming.name(draft.measured.places, code, draft.lang), "text"
    written = row.get(column.name)
    if column.name == "status" and written:
        return naming.name(lists.ACTION_STATUSES, written, draft.lang), "text"
    return written, _STYLES.get(column.name, "text")


def _progress(draft: Draft) -> Sheet:
    rows: list[list[Cell]] = [
        [(naming.name(draft.measured.places, code, draft.lang), "text"), *_counts(draft, of_place)]
        for code, of_place in actions.by_place(draft).items()
    ]
    rows += [
        [(name, "text"), (0, "count"), *[(None, "count")] * (len(_heads(draft)) - 2)] for name in actions.silent(draft)
    ]
    return Sheet(
        draft.say("Kemajuan", "Progress"),
        draft.say("Rencana aksi menurut pemerintah dan status", "Actions by government and status"),
        tuple(_heads(draft)),
        rows,
        draft.say(
            "Nol rencana aksi: belum ada yang dilaporkan, tidak sama dengan belum melaksanakan.",
            "No actions: none was reported, which is not the same as nothing done.",
        ),
    )


def _heads(draft: Draft) -> list[str]:
    return [draft.say("Pemerintah", "Government"), *actions.count_heads(draft)]


def _counts(draft: Draft, rows: list[Row]) -> list[Cell]:
    return [(number, "count") for number in actions.counts(draft, rows)]
