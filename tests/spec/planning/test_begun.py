"""A scenario can be begun with what a round knows; nothing is made up, and what it does not say is left to fill in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "monev"))
from small_rounds import members, people, round_of

from semesta.planning.begun import begun
from semesta.planning.faults import Unplannable
from semesta.planning.scenario import Scenario, read_scenario

BUDGET = {
    "place": "36.72",
    "year": 2026,
    "funding": "apbd.kabkota",
    "group": "rentan.nelayan",
    "persons": 300,
    "months": 12,
    "allocated": 60_480_000,
    "status": "apbd",
    "source": "DPA 2026",
}
TARGET = {"place": "36.72", "year": 2029, "indicator": "coverage", "document": "RPJMD", "value": "60%"}


def scenario(**tables) -> Scenario:
    text = begun(round_of(**tables))
    assert text is not None
    return read_scenario(text)


def test_who_is_paid_for_and_what_is_budgeted_begin_the_scenario():
    found = scenario(budgets=[BUDGET], population=[people(1_000, group="rentan.nelayan")])
    group = found.groups[0]
    assert (found.place, found.first, found.last) == ("36.72", 2027, 2029)
    assert (group.code, group.population, group.payers[0].funding, group.payers[0].kept) == (
        "rentan.nelayan",
        1_000,
        "apbd.kabkota",
        300,
    )
    assert found.money[0].amounts == {2027: 60_480_000}


def test_targets_come_with_how_many_are_covered_of_how_many():
    found = scenario(
        budgets=[BUDGET],
        population=[people(1_000)],
        members=[members(registered=500, active=400)],
        targets=[TARGET],
    ).targets[0]
    assert (found.document, found.universe, found.population, found.covered) == ("RPJMD", "pemda", 1_000, 400)
    assert found.shares == {2029: 0.6}


def test_who_is_budgeted_and_not_yet_active_is_remarked():
    text = begun(round_of(budgets=[BUDGET | {"status": "proposed"}], population=[people(1_000)]))
    assert "kept: 300  # tahun 2026, 12 bulan: 0 sudah aktif, 300 baru dalam anggaran atau usulan" in str(text)


def test_people_of_no_named_group_stay_so():
    found = scenario(budgets=[BUDGET | {"group": ""}])
    assert [group.code for group in found.groups] == [""]


def test_who_pays_is_left_to_fill_in_where_the_round_does_not_say():
    text = begun(round_of(budgets=[BUDGET | {"funding": ""}]))
    assert text is not None
    with pytest.raises(Unplannable) as wrong:
        read_scenario(text)
    assert [fault.field for fault in wrong.value.faults] == ["groups[1].payers[1].funding"]


def test_more_paid_for_than_there_are_is_remarked_and_not_mended():
    tables = {"budgets": [BUDGET], "population": [people(200, group="rentan.nelayan")]}
    assert "# population: 200  # per 2025-06-30; lebih sedikit" in (begun(round_of(**tables)) or "")
    assert scenario(**tables).groups[0].population is None


def test_a_round_that_does_not_say_who_is_paid_for_begins_no_scenario():
    assert begun(round_of(population=[people(1_000)])) is None
