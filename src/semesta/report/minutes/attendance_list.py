"""Daftar hadir: the list to sign, with the institutions that are known and empty rows for whoever comes."""

from __future__ import annotations

from itertools import islice

from semesta.basics import shown
from semesta.basics.words import Lang
from semesta.monev.measured import Measured
from semesta.report.content import Block, Document, Table
from semesta.report.laporan.draft import Draft, Row, number_column, text_column
from semesta.report.laporan.office import placeholder_note, signature
from semesta.report.laporan.opening import meeting
from semesta.report.minutes.official import meeting_fields, official
from semesta.report.minutes.parties import post_of

NAME = "daftar-hadir"
LEAST = 30
"""Rows of a list for a meeting of which nobody knows yet who comes."""
SPARE = 5
"""Empty rows below the known ones: somebody always comes who was not announced."""
MOST = 60
"""Rows for one institution at most: a delegation so large brings a list of its own."""
ROOM = 27.0


def attendance_list(measured: Measured, lang: Lang) -> Document:
    """The *daftar hadir* of the round's meeting, or of one still to be held."""
    draft = Draft(measured, lang)
    blocks: list[Block] = [
        meeting_fields(draft, meeting(draft)),
        _rows_to_sign(draft),
        signature(draft, NAME),
        placeholder_note(draft),
    ]
    return official(draft, NAME, draft.say("Daftar hadir", "Attendance list"), blocks, numbered=False)


def _rows_to_sign(draft: Draft) -> Table:
    """Signing places stand left and right in turn, so that two who sign below one another do not meet."""
    columns = (
        number_column(draft.say("No.", "No."), 0.4),
        text_column(draft.say("Nama", "Name"), 2),
        text_column(draft.say("Instansi", "Institution"), 2),
        text_column(draft.say("Jabatan", "Post"), 1.6),
        text_column(draft.say("Tanda tangan", "Signature"), 1.6),
    )
    known = [place for row in draft.rows("attendance") for place in _places(row)]
    empty = [("", "")] * max(LEAST - len(known), SPARE)
    rows = tuple(
        (str(number), "", institution, post, _place_to_sign(draft, number))
        for number, (institution, post) in enumerate([*known, *empty], 1)
    )
    return Table("", "", columns, rows, row_height=ROOM)


def _places(row: Row) -> list[tuple[str, str]]:
    """One row for each person of an institution, or one where it is not said how many came; only the first has the post."""
    institution = str(row["institution"]).strip()
    others = islice(((institution, "") for _ in range((row.get("persons") or 1) - 1)), MOST - 1)
    return [(institution, post_of(row)), *others]


def _place_to_sign(draft: Draft, number: int) -> str:
    told = f"{shown.count(number, draft.lang)}."
    return told if number % 2 else "\u2003" * 5 + told
