"""Family cards counted into households: size, earners and spending, rounded, without names and without numbers of cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import polars as pl
import pytest
from small_lists import AS_OF, PLACE

from semesta.basics.places import PLACES
from semesta.people.families import families
from semesta.people.summarise import summaries
from semesta.rounds.merging import merged

CARDS = {"kk": pl.String, "nik": pl.String, "place": pl.String, "decile": pl.String, "spending": pl.Int64}
WORKERS = {"id": pl.String, "nik": pl.String, "kk": pl.String, "group": pl.String}
FISHER, FARMER = "rentan.nelayan", "rentan.petani"


def on_polars(frame: pl.DataFrame) -> Any:
    return frame.lazy()


def on_duckdb(frame: pl.DataFrame) -> Any:
    return duckdb.from_arrow(frame.to_arrow())


def card(kk: str, *spending: int | None, decile: str = "2") -> list[dict[str, Any]]:
    """A card of as many persons as there are cells of spending."""
    return [
        {"kk": kk, "nik": f"{kk}{n}", "place": PLACE, "decile": decile, "spending": each}
        for n, each in enumerate(spending)
    ]


def found(
    cards: list[dict[str, Any]], workers: list[dict[str, Any]], on: Callable[[pl.DataFrame], Any] = on_polars
) -> set[tuple[Any, ...]]:
    lists = {"households": on(pl.DataFrame(cards, CARDS))}
    if workers:
        numbered = [{"id": str(n), "nik": None, "kk": None, "group": FISHER, **one} for n, one in enumerate(workers)]
        lists["workers"] = on(pl.DataFrame(numbered, WORKERS))
    made = families(lists, PLACE)
    assert made is not None
    return set(made.select("group", "size", "earners", "decile", "spending", "households").iter_rows())


@pytest.mark.parametrize("on", [on_polars, on_duckdb], ids=["polars", "duckdb"])
def test_cards_alike_in_size_earners_decile_and_spending_are_counted_together(on: Callable[[pl.DataFrame], Any]):
    cards = [*card("a", 2_960_000, None, None), *card("b", 3_040_000, 3_040_000, 3_040_000), *card("c", 900_000)]
    workers = [{"nik": "a0"}, {"kk": "b"}, {"nik": "c0", "group": FARMER}]
    assert found(cards, workers, on) == {(FISHER, 3, 1, "2", 3_000_000, 2), (FARMER, 1, 1, "2", 900_000, 1)}


def test_each_earner_counts_once_however_the_lists_name_the_card():
    twice = [{"nik": "a0", "kk": "a"}, {"nik": "a1"}, {"kk": "a"}]
    assert found(card("a", 1_000_000, None, None, None), twice) == {(FISHER, 4, 3, "2", 1_000_000, 1)}


def test_what_rows_of_a_card_do_not_agree_on_is_not_known():
    cards = [*card("a", 1_000_000, 2_000_000), *card("b", None, None)]
    workers = [{"nik": "a0"}, {"nik": "a1", "group": FARMER}, {"nik": "b0"}]
    assert found(cards, workers) == {(None, 2, 2, "2", None, 1), (FISHER, 2, 1, "2", None, 1)}


def test_families_of_nobody_on_the_lists_have_no_earners_that_are_known():
    assert found(card("a", 1_000_000, None), [{"nik": "z"}]) == {(None, 2, None, "2", 1_000_000, 1)}
    assert found(card("a", 1_000_000, None), []) == {(None, 2, None, "2", 1_000_000, 1)}
    more = [{"kk": "a"} for _ in range(3)]
    assert found(card("a", 1_000_000, None), more) == {(FISHER, 2, None, "2", 1_000_000, 1)}


def test_a_list_of_cards_that_says_no_spending_tells_no_households():
    lists = {"households": pl.DataFrame(card("a", None), CARDS).drop("spending").lazy()}
    assert families(lists, PLACE) is None
    assert "household_spending" not in summaries(lists, place=PLACE, as_of=AS_OF)


def test_no_name_or_number_of_anybody_is_in_what_was_counted():
    lists = {"households": pl.DataFrame(card("3672010101010001", 1_000_000), CARDS).lazy()}
    made = summaries(lists, place=PLACE, as_of=AS_OF)["household_spending"]
    assert "3672010101010001" not in str(made.to_dicts())


def test_households_that_were_given_stand_alone():
    lists = {"households": pl.DataFrame(card("a", 1_000_000), CARDS).lazy()}
    counted = summaries(lists, place=PLACE, as_of=AS_OF)["household_spending"]
    kept, left_out = merged(counted, counted, "household_spending", PLACES)
    assert (kept.height, left_out) == (1, 1)
