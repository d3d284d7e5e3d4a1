"""Our own list, returned by BPJS with a status: what it does not say stays unknown, with bounds."""

import datetime as dt

import polars as pl
import pytest

from semesta.basics.lists import BPJS_STATUSES
from semesta.basics.places import PLACES
from semesta.people.findings.finding import looked_at
from semesta.people.findings.lapsed import FINDING as LAPSED
from semesta.people.people import People
from semesta.people.summarise import summaries
from semesta.tables.registry import PEOPLE

DAY = dt.date(2025, 12, 31)
STATUSES = ["active", "active", "inactive", "registered", None, "unregistered"]


def returned(statuses: list[str | None]) -> pl.DataFrame:
    rows = range(len(statuses))
    known = {
        "id": [str(n) for n in rows],
        "name": [f"Orang {chr(65 + n)}" for n in rows],
        "place": ["36.72"] * len(statuses),
        "bpjs_status": statuses,
    }
    schema = {c.name: getattr(pl, c.type.polars) for c in PEOPLE["workers"].columns}
    lacking = {name: [None] * len(statuses) for name in schema if name not in known}
    return pl.DataFrame({**known, **lacking}, schema_overrides=schema)


@pytest.mark.parametrize("written", ["Sudah terdaftar", "terdaftar", "Sudah peserta"])
def test_who_is_said_to_be_registered_is_not_said_to_be_active_or_not(written: str):
    found = BPJS_STATUSES.find(written)
    assert found is not None
    assert found.code == "registered"


def test_who_has_no_status_is_neither_registered_nor_not():
    rows = returned(STATUSES).select("id", "name", "place", "bpjs_status")
    members = summaries({"workers": rows}, place="36.72", as_of=DAY, places=PLACES)["members"]
    total = members.row(0, named=True)
    assert (total["registered"], total["registered_most"]) == (4, 5)
    assert (total["active"], total["active_most"]) == (2, 4)


def test_who_was_returned_as_inactive_is_on_the_list_of_ended_cover():
    people = People({"workers": returned(STATUSES)}, "36.72", DAY)
    found = looked_at(LAPSED, people)
    assert found.count == 1
    assert LAPSED.table(people).filter(pl.col("id").is_in(found.rows["id"].implode()))["name"].to_list() == ["Orang C"]
