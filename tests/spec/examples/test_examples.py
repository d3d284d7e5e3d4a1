"""The examples: what was published, with its source, in the columns of the tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from semesta.basics.problem import Fault
from semesta.tables.registry import TABLES
from semesta.tables.types import Reading

EXAMPLES = Path(__file__).parents[3] / "examples"
MADE_UP = ("kota-contoh", "cadangan-klaim")
"""A city and a branch that do not exist, with lists as offices send them: tests/spec/synth and planning look at them."""
FILES = sorted(file for file in EXAMPLES.glob("*/*.csv") if file.parent.name not in MADE_UP)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def only(example: str, table: str, **cells: str) -> dict[str, str]:
    """The one row of an example that holds these cells."""
    found = [row for row in rows(EXAMPLES / example / f"{table}.csv") if cells.items() <= row.items()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_columns_of_an_example_are_those_of_its_table(file: Path):
    declared = [column.name for column in TABLES[file.stem].columns]
    written = list(rows(file)[0])
    assert written == [name for name in declared if name in written]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_row_of_an_example_says_where_it_comes_from(file: Path):
    if "source" in rows(file)[0]:
        assert all(row["source"] for row in rows(file))
    else:
        assert file.stem == "attendance"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_cell_of_an_example_is_read_and_nothing_but_rounded_counts_is_remarked(file: Path):
    table = TABLES[file.stem]
    cells = [(name, cell) for row in rows(file) for name, cell in row.items() if cell]
    assert [
        cell for name, cell in cells if complaint(table.column(name).type.read(cell)) not in ("", "count.rounded")
    ] == []


def complaint(read: Reading | Fault) -> str:
    """What a reading was found guilty of, if anything."""
    fault = read if isinstance(read, Fault) else read.remark
    return fault.cause if fault else ""


def test_every_example_explains_itself():
    folders = {file.parent for file in FILES}
    assert {folder.name for folder in folders} == {
        *("banten-2022", "cilegon-2024", "cilegon-2024-agustus", "banten-2025", "gotong-royong")
    }
    assert all((folder / "README.md").is_file() for folder in folders)


def test_banten_2022_does_not_say_how_many_are_active():
    assert [row["active"] for row in rows(EXAMPLES / "banten-2022" / "members.csv")] == [""]


def test_banten_2022_invents_no_budget_rows():
    assert not (EXAMPLES / "banten-2022" / "budgets.csv").exists()


def test_the_claims_of_banten_2022_keep_the_digits_that_were_printed():
    assert only("banten-2022", "claims")["amount"] == "8,59 triliun"


def test_cilegon_2024_has_one_period_with_an_open_start_for_claims_contributions_and_what_was_said_of_them():
    said = only("cilegon-2024", "statements", indicator="balance")["period"]
    paid = only("cilegon-2024", "claims")["period"]
    received = only("cilegon-2024", "contributions")["period"]
    assert {said, paid, received} == {"../2024-07-17"}


def test_cilegon_2024_invents_no_population_and_no_target():
    folder = EXAMPLES / "cilegon-2024"
    assert not (folder / "population.csv").exists()
    assert not (folder / "targets.csv").exists()


def test_banten_2025_names_all_eight_regencies_and_cities_with_their_own_universes():
    folder = EXAMPLES / "banten-2025"
    places = {row["place"] for table in ("population", "members", "budgets") for row in rows(folder / f"{table}.csv")}
    universes = {row["universe"] for row in rows(folder / "population.csv")}
    assert places == {"36", "36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74"}
    assert universes == {"employed", "pemda"}
