"""Households of a round in a plan: whose they are, what is left out and said, and what is not known."""

from __future__ import annotations

import datetime as dt
import random
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from scenarios import group, written

from semesta.basics.places import PLACES
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.planning.faults import Unplannable
from semesta.planning.parts.poverty import PART, Poverty
from semesta.planning.plan import made
from semesta.planning.poverty import Household, by_decile
from semesta.planning.scenario import read_scenario
from semesta.rounds.run import measured_round, read_round

sys.path.insert(0, str(Path(__file__).parents[1] / "monev"))
from small_rounds import people, round_of

CITY = "36.72"
DAY = "2026-03-01"
GROUP = "rentan.nelayan"
ALIKE = {"place": CITY, "size": 4, "earners": 1, "decile": 2, "spending": 3_000_000, "as_of": DAY, "source": "survei"}


def row(**cells: Any) -> dict[str, Any]:
    return ALIKE | {"households": 10} | cells


def measured(*rows: dict[str, Any]) -> Measured:
    return round_of(place=CITY, population=[people(5000, CITY)], household_spending=list(rows))


def poverty(*rows: dict[str, Any], **asked: Any) -> Poverty:
    found = made(read_scenario(written(poverty=asked)), measured(*rows) if rows else None).of(PART)
    assert found is not None
    return found


def said(found: Poverty) -> str:
    return "; ".join(note.en for note in found.notes)


def test_households_of_a_round_go_by_the_cover_of_their_own_group():
    rt = group("non_asn.rt_rw", route="PU", wage_per_month=3_000_000, risk_class=1)
    rows = [row(group="rentan.nelayan"), row(group="non_asn.rt_rw", households=7)]
    scenario = read_scenario(written(groups=[group("rentan"), rt], poverty={}))
    found = made(scenario, measured(*rows)).of(PART)
    assert found is not None
    assert [(one.group, one.number) for one in found.households] == [("non_asn.rt_rw", 7), ("rentan", 10)]
    assert [(one.benefit, one.benefit_most) for one in found.events][1] == (68_000_000, 180_000_000)


def refused(*rows: dict[str, Any], **asked: Any) -> dict[str, Words]:
    with pytest.raises(Unplannable) as why:
        poverty(*rows, **asked)
    return {fault.field: fault.expected for fault in why.value.faults}


@cache
def alone() -> Poverty:
    """The same households as the scenario itself would say them."""
    house = {"size": 4, "earners": 1, "decile": 2, "spending": 3_000_000, "number": 10}
    return poverty(households=[house, house | {"size": 6, "earners": 2, "decile": 3, "number": 7}])


def test_the_households_of_a_round_give_what_the_same_ones_in_a_scenario_do():
    found = poverty(row(), row(size=6, earners=2, decile=3, households=7))
    assert found.events == alone().events
    assert found.deciles == alone().deciles
    assert found.per_billion == alone().per_billion
    assert "17, as of 1 March 2026 (survei)" in said(found)


def test_one_row_for_each_household_is_the_same_as_so_many_alike():
    single = [row(households=None) for _ in range(10)]
    assert poverty(*single).households == poverty(row()).households == (Household(4, 1, 3_000_000, 10, 2),)


def test_the_order_of_rows_tells_nothing():
    rows = [
        row(size=size, decile=decile, spending=spending)
        for size in (3, 5)
        for decile in (1, 4)
        for spending in (2_000_000, 4_000_000)
    ]
    mixed = random.Random(7).sample(rows, len(rows))
    assert poverty(*mixed) == poverty(*rows)


def test_households_of_the_scenario_win():
    house = {"size": 3, "earners": 1, "spending": 2_500_000, "number": 4}
    found = made(read_scenario(written(poverty={"households": [house]})), measured(row())).of(PART)
    assert found is not None
    assert found.households == (Household(3, 1, 2_500_000, 4),)
    assert "scenario" in said(found)


def test_only_households_of_the_groups_covered_are_taken_where_groups_are_known():
    found = poverty(row(group=GROUP), row(group="rentan.petani", households=8), row(households=3))
    assert sum(one.number for one in found.households) == 10
    assert "3 households set aside: their group is not said" in said(found)
    assert "8 households set aside: not of the groups in the plan" in said(found)


def test_where_no_row_says_a_group_all_are_taken_and_that_is_said():
    assert "all households surveyed in Cilegon" in said(poverty(row())).replace("Kota ", "")
    assert "no group is said" not in said(poverty(row(group=GROUP)))


def test_what_is_not_known_is_neither_poor_nor_not_poor():
    found = poverty(row(), row(spending=None, households=6), row(earners=None, households=5))
    assert found.events == poverty(row()).events
    assert found.unknown == 11
    assert "11 more households: earners or spending not known" in said(found)


def test_no_spending_at_all_is_poor_and_an_empty_cell_is_not():
    assert poverty(row(spending=0)).events[0].poor_before == 10
    assert set(refused(row(spending=None))) == {"poverty.households"}


def test_other_places_old_data_and_households_without_an_earner_are_set_aside_and_counted():
    found = poverty(
        row(), row(place="36.71", households=9), row(as_of="2025-01-01", households=8), row(earners=0, households=7)
    )
    assert sum(one.number for one in found.households) == 10
    assert "9 households set aside: outside the place" in said(found)
    assert "8 households set aside: data more than six months older" in said(found)
    assert "7 households set aside: without an earner" in said(found)


def test_without_households_the_field_is_named_and_a_missing_line_is_told_with_it():
    assert set(refused()) == {"poverty.households"}
    with pytest.raises(Unplannable) as why:
        made(read_scenario(written(place="11.71", poverty={})))
    assert {fault.field for fault in why.value.faults} == {"poverty.households", "poverty.line"}


def test_too_few_households_of_a_round_say_nothing_and_what_was_left_out_is_told():
    found = refused(row(group=GROUP, households=4), row(group="rentan.petani", households=30))
    assert "only 4 households" in found["poverty.households"].en
    assert "30 households set aside" in found["poverty.households"].en


def test_deciles_of_few_households_stand_together():
    few = [Household(4, 1, 3_000_000, number, decile) for decile, number in ((1, 20), (2, 3), (3, 30), (4, 6))]
    found = {decile: sum(one.number for one in some) for decile, some in by_decile(few, least=5).items()}
    # Three of decile 2 alone would stand under no decile: the six of decile 4 join them.
    assert found == {1: 20, 3: 30, None: 9}
    assert set(by_decile(few)) == {1, 2, 3, 4}


def test_rows_of_the_table_that_cannot_be_are_told_and_set_aside():
    dataset = measured(row(), row(earners=5), row(size=0, earners=None)).dataset
    causes = {problem.fault.cause for problem in dataset.problems}
    assert causes == {"earners_above_size", "household.empty"}
    assert dataset.frames["household_spending"].height == 1


def test_households_stay_out_of_annex_bundles_and_public_pages():
    from semesta.monev.disclosure import LEFT_HOME, disclosed
    from semesta.report.row_sheets import input_sheets

    of = measured(row())
    assert "household_spending" in LEFT_HOME
    assert "household_spending" not in disclosed(of).measured.dataset.frames
    assert not any("3000000" in str(sheet.rows) for sheet in input_sheets(of, "id"))


def test_what_several_parts_lack_is_told_of_all_at_once_and_once():
    asked = {"poverty": {}, "sensitivity": {"results": ["poverty", "target"]}, "claims": {}}
    with pytest.raises(Unplannable) as why:
        made(read_scenario(written(**asked)))
    assert [fault.field for fault in why.value.faults] == ["poverty.households"]


def test_family_cards_and_a_list_of_workers_are_enough():
    city = Path(__file__).parents[3] / "examples" / "kota-contoh"
    places, today = PLACES.with_file(city / "places.csv"), dt.date(2026, 1, 20)
    cards = pl.read_csv(city / "keluarga.csv", infer_schema=False)
    lists = read_round([city / "keluarga.csv", city / "6 Linmas kebersihan petani.xlsx"], today=today, places=places)
    of = measured_round(lists, place="36.79", as_of=dt.date(2025, 12, 31), places=places, today=today)
    text = written(
        place="36.79",
        groups=[group("rentan"), group("non_asn", route="PU", wage_per_month=1_000_000, risk_class=1)],
        poverty={},
    )
    found = made(read_scenario(text, places=places), of).of(PART)
    assert found is not None
    aside = sum(int(note.en.split()[0].replace(",", "")) for note in found.notes if "set aside" in note.en)
    counted = sum(one.number for one in found.households)
    of_the_city = cards.filter(pl.col("KODE_KAB") == "36.79")["NO_KK"].n_unique()
    assert counted + found.unknown + aside == of_the_city
    assert counted > 50
    assert found.unknown > 0
    assert "earners who are on no list of workers are not counted" in said(found)
    assert not set(cards["NO_KK"]) & set(
        str(of.dataset.frames["household_spending"].to_dicts()).replace("'", " ").split()
    )


# ---- families deleted with their lists


def test_a_plan_says_where_families_of_its_round_were_deleted_since():
    scenario, whole = read_scenario(written(poverty={})), measured(row())
    some = replace(whole, dataset=replace(whole.dataset, deleted=frozenset({"household_spending"})))
    none = replace(some, dataset=replace(some.dataset, frames={}))
    found, later = made(scenario, whole).of(PART), made(scenario, some).of(PART)
    assert found is not None
    assert later is not None
    assert ("deleted in time" in said(found), "deleted in time" in said(later)) == (False, True)
    with pytest.raises(Unplannable, match="deleted in time together with their lists"):
        made(scenario, none)
