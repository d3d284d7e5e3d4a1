"""Those not registered as the file by which BPJS takes new members, made of what the office keeps of them, corrections laid over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from semesta.basics import nik
from semesta.basics.words import Lang
from semesta.people.findings.over_age import FINDING as OVER_AGE
from semesta.people.findings.resident_elsewhere import FINDING as RESIDENT_ELSEWHERE
from semesta.people.perhaps import PERHAPS
from semesta.report.registration import ELSEWHERE, Proposed, profile, registration_of
from semesta.tables.registry import PEOPLE
from semesta.tables.table import FILE, ROW
from semesta.web.models import Matter, Round
from semesta.web.places import office_places

COLUMNS = tuple(column.name for column in PEOPLE["workers"].columns)
SCHEMA = {
    **dict.fromkeys(COLUMNS, pl.String),
    "birth_date": pl.Date,
    FILE: pl.String,
    ROW: pl.Int64,
    PERHAPS: pl.String,
    ELSEWHERE: pl.Boolean,
}


def registration_file(
    round: Round, matters: Sequence[Matter], whose: Mapping[int, Mapping[str, Any]], lang: Lang, *, today: dt.date
) -> bytes:
    """The workbook of these rows of the finding "not registered"; rows whose identity is no longer kept are not in it.

    Over age, with a NIK that cannot be, perhaps a member already, living elsewhere: left out or told, as everywhere.
    """
    too_old, away = (_tokens(round, finding.name) for finding in (OVER_AGE, RESIDENT_ELSEWHERE))
    known = [matter for matter in matters if matter.pk in whose]
    young = [matter for matter in known if matter.token not in too_old]
    rows = [_row(matter, whose[matter.pk], is_away=matter.token in away) for matter in young]
    whole = [row for row in rows if row["nik"] is None or nik.fault(row["nik"], today=today) is None]
    proposed = Proposed(pl.DataFrame(whole, SCHEMA), len(known) - len(young), len(young) - len(whole))
    return registration_of(proposed, profile(), office_places(), today, lang)


def _tokens(round: Round, finding: str) -> frozenset[str]:
    """The rows of another finding: one row has the same token in all findings."""
    rows: Iterable[str] = round.matters.filter(finding=finding, is_current=True).values_list("token", flat=True)
    return frozenset(rows)


def _row(matter: Matter, who: Mapping[str, Any], *, is_away: bool) -> dict[str, Any]:
    born = who.get("birth_date")
    known = {name: who[name] for name in COLUMNS if who.get(name)}
    return {
        **dict.fromkeys(COLUMNS),
        **known,
        "birth_date": dt.date.fromisoformat(born) if born else None,
        FILE: matter.file,
        ROW: matter.row,
        PERHAPS: matter.detail.get(PERHAPS),
        ELSEWHERE: is_away,
    }
