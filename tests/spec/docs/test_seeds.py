"""docs/seeds.md: everything the two founding articles say has a home, and the homes exist."""

from __future__ import annotations

import pytest
from seed_rows import ROOT, SeedRow, example_rows, seed_rows

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.numbers import number
from semesta.basics.places import PLACES
from semesta.tables.registry import TABLES

ROWS = seed_rows()
KINDS = {"table", "indicator", "code", "law", "page", "example", "later"}
CODE_LISTS = {"groups": GROUPS, "places": PLACES}


def homes(kind: str) -> list[object]:
    return [pytest.param(rest, id=f"{row.number}-{rest}") for row in ROWS for rest in row.named(kind)]


def test_every_sentence_of_the_articles_has_a_row():
    assert [row.number for row in ROWS] == [f"A{n}" for n in range(1, 15)] + [f"B{n}" for n in range(1, 20)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_every_row_has_a_home_that_a_test_can_find(row: SeedRow):
    kinds = {kind for kind, _ in row.homes}
    assert kinds <= KINDS
    assert kinds - {"later"}


@pytest.mark.parametrize("home", homes("table"))
def test_the_tables_and_columns_of_the_rows_exist(home: str):
    table, _, column = home.partition(".")
    assert table in TABLES
    assert not column or column in {found.name for found in TABLES[table].columns}


@pytest.mark.parametrize("home", homes("indicator"))
def test_the_indicators_of_the_rows_exist(home: str):
    assert (ROOT / "src/semesta/monev/indicators" / f"{home}.py").is_file()


@pytest.mark.parametrize("home", homes("code"))
def test_the_codes_of_the_rows_exist(home: str):
    name, _, code = home.partition("/")
    assert code in (CODE_LISTS.get(name) or getattr(lists, name.upper()))


@pytest.mark.parametrize("home", homes("law"))
def test_the_law_of_the_rows_exists(home: str):
    assert (ROOT / "src/semesta/law" / home / "rules.py").is_file()


@pytest.mark.parametrize("home", homes("page"))
def test_the_pages_of_the_rows_exist(home: str):
    assert (ROOT / home).exists()


@pytest.mark.parametrize("home", homes("example"))
def test_each_row_claimed_of_an_example_is_there_once(home: str):
    assert len(example_rows(home)) == 1


@pytest.mark.parametrize("row", [row for row in ROWS if row.figures], ids=lambda row: row.number)
def test_the_figures_of_the_articles_are_those_of_the_examples(row: SeedRow):
    cells = [cell for home in row.named("example") for found in example_rows(home) for cell in found.values()]
    assert {number(figure).value for figure in row.figures} <= set(_numbers(cells))


def _numbers(cells: list[str]) -> list[object]:
    """What the cells say that are numbers."""
    found = []
    for cell in cells:
        try:
            found.append(number(cell).value)
        except ValueError:
            continue
    return found
