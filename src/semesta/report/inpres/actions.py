"""The actions of a round by government, and what kind of round reports on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from semesta.basics import lists, shown
from semesta.basics.period import Period
from semesta.basics.words import Words
from semesta.report.laporan import cells, naming
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.follow_up import is_overdue
from semesta.report.laporan.opening import meeting

NO_STATUS = Words("Status belum diisi", "Status not filled in")
LATE = Words("Lewat batas waktu", "Overdue")
TITLES = {
    "meeting": Words(
        "Matriks pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021",
        "Matrix of actions under Presidential Instruction 2/2021",
    ),
    "semester": Words(
        "Laporan semester pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021",
        "Semester report on Presidential Instruction 2/2021",
    ),
    "annual": Words(
        "Laporan tahunan pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021",
        "Annual report on Presidential Instruction 2/2021",
    ),
}


def kind(draft: Draft) -> str:
    """What the round is: a meeting unless it says that it is the report of a semester or of a year."""
    return str(meeting(draft).get("kind") or "meeting")


def is_by_government(draft: Draft) -> bool:
    """Whether each government has a table of its own: a report to those who coordinate them."""
    return kind(draft) != "meeting"


def period(draft: Draft) -> str:
    """The period reported on as offices call it ("Semester I Tahun 2024"); the day of the data where none is stated."""
    code = str(meeting(draft).get("reports_on") or "")
    if not code:
        day = shown.day(draft.measured.as_of, draft.lang)
        return draft.say(f"Keadaan sampai dengan {day}", f"As of {day}")
    spell = Period.parse(code)
    half = _half(spell)
    if half:
        return draft.say(f"Semester {half} Tahun {spell.end.year}", f"Semester {half} of {spell.end.year}")
    said = shown.period(code, draft.lang)
    return draft.say(f"Tahun {said}", f"Year {said}") if len(code) == len("2024") else said


def _half(spell: Period) -> str:
    """ "I" or "II" where the period is just one half of a year."""
    for number, first in (("I", 1), ("II", 7)):
        if spell.start == dt.date(spell.end.year, first, 1) and spell.end.month == first + 5:
            return number
    return ""


def by_place(draft: Draft) -> dict[str, list[Row]]:
    """The actions by the place that they belong to: the round's own first, then by code."""
    found: dict[str, list[Row]] = {}
    for row in draft.rows("inpres_actions"):
        found.setdefault(row.get("place") or draft.measured.place, []).append(row)
    order = sorted(found, key=lambda code: (code not in _own(draft), code))
    return {code: found[code] for code in order}


def _own(draft: Draft) -> tuple[str, ...]:
    return (draft.measured.place, f"{draft.measured.place}.00")


def silent(draft: Draft) -> list[str]:
    """The names of the regions below the round's place of which no action is known; none for a regency or city."""
    places, own = draft.measured.places, draft.measured.place
    if places.level(own) not in ("nation", "province"):
        return []
    heard = list(by_place(draft))
    regions = [region.code for region in places.regions(own)]
    return [
        naming.name(places, code, draft.lang)
        for code in regions
        if not any(places.is_within(place, code) for place in heard)
    ]


def counts(draft: Draft, rows: Sequence[Row]) -> list[int]:
    """How many of the actions have each status, in the order of `count_heads`."""
    by_status = [sum(row.get("status") == entry.code for row in rows) for entry in lists.ACTION_STATUSES]
    unknown = sum(not row.get("status") for row in rows)
    return [len(rows), *by_status, unknown, sum(is_overdue(row, draft.measured.as_of) for row in rows)]


def count_heads(draft: Draft) -> list[str]:
    statuses = [entry.title.said(draft.lang) for entry in lists.ACTION_STATUSES]
    return [draft.say("Rencana aksi", "Actions"), *statuses, draft.said(NO_STATUS), draft.said(LATE)]


def standing(draft: Draft, row: Row) -> str:
    """The status, and that the last day is past."""
    said = cells.code(row, "status", lists.ACTION_STATUSES, draft.lang)
    return cells.joined(said, draft.said(LATE).lower()) if is_overdue(row, draft.measured.as_of) else said
