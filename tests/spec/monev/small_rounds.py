"""Rounds as other programs send them: a folder with one CSV per table, English identifiers, read and measured."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.monev.measured import Measured
from semesta.monev.value import Finding, Value
from semesta.monev.vocabulary import with_indicators
from semesta.rounds.run import measured_round

TODAY = dt.date(2026, 6, 1)
DAY = "2025-06-30"
BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")

Row = dict[str, Any]


def written(folder: Path, **tables: list[Row]) -> Path:
    """The folder with one `<table>.csv` per table; a cell that a row does not name stays empty."""
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def measured_folder(folder: Path, *, place: str | None = None, as_of: str | None = None) -> Measured:
    """The round in a folder, with the default place and day unless they are given."""
    dataset = with_indicators(read([folder], today=TODAY, places=PLACES))
    day = dt.date.fromisoformat(as_of) if as_of else None
    return measured_round(dataset, place=place, as_of=day, today=TODAY)


def round_of(*, place: str | None = None, as_of: str | None = None, **tables: list[Row]) -> Measured:
    """The round of these rows by table."""
    with tempfile.TemporaryDirectory() as folder:
        return measured_folder(written(Path(folder), **tables), place=place, as_of=as_of)


# ---- rows, each a true sentence unless a test changes it


def people(persons: Any, place: str = "36.72", **cells: Any) -> Row:
    return {"place": place, "persons": persons, "as_of": DAY} | cells


def members(place: str = "36.72", **cells: Any) -> Row:
    return {"place": place, "as_of": DAY} | cells


def money(amount: Any, period: str = "2024", place: str = "36.72", **cells: Any) -> Row:
    return {"place": place, "period": period, "amount": amount} | cells


def budget(place: str = "36.72", **cells: Any) -> Row:
    return {"place": place, "year": 2026, "status": "apbd"} | cells


def said(indicator: str, stated: Any, place: str = "36.72", **cells: Any) -> Row:
    return {"place": place, "indicator": indicator, "stated": stated} | cells


# ---- what came out


def only(measured: Measured, indicator: str, **codes: str) -> Value:
    """The one value of an indicator at a node with these codes and no others than place, period, universe and basis."""
    open_codes = {
        "office": "",
        "group": "",
        "segment": "",
        "programme": "",
        "funding": "",
        "benefit": "",
        "document": "",
    }
    [value] = measured.of(indicator, **{"place": measured.place} | open_codes | codes)
    return value


def head(measured: Measured, indicator: str, place: str | None = None) -> Value:
    """The headline of a place."""
    value = measured.headline(indicator, place)
    assert value is not None
    return value


def notes(value: Value) -> str:
    return " | ".join(note.id for note in value.notes)


def findings(measured: Measured, kind: str = "figures.", **named: str) -> list[Finding]:
    """The findings of a kind, of a quantity or place if named."""
    return [
        f for f in measured.findings if f.kind.startswith(kind) and all(getattr(f, k) == v for k, v in named.items())
    ]


def healed(finding: Finding) -> set[float]:
    return {correction.healed for correction in finding.corrections}
