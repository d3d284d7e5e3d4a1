"""Rows that name an indicator: the name made its id, and figures of shares read as shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

import polars as pl

from semesta.basics.problem import Fault, Problem
from semesta.basics.words import Words
from semesta.monev.registry import INDICATORS, indicator_named
from semesta.tables.dataset import Dataset
from semesta.tables.registry import TABLES
from semesta.tables.table import FILE, ROW, SHEET, step_column

NAMING = {"statements": ("stated",), "targets": ("value", "baseline"), "commitments": ("target_value",)}
"""Tables with an `indicator` column, and the figures in them that are in the indicator's unit."""

Mended = tuple[dict[str, Any] | None, list[Problem]]


def with_indicators(dataset: Dataset) -> Dataset:
    """The dataset with indicator names as ids. Rows that name none are set aside; "52" for a share is read as 52 %, and said."""
    frames, problems, aside = dict(dataset.frames), list(dataset.problems), dict(dataset.set_aside)
    for table, figures in NAMING.items():
        frame = dataset.frame(table)
        if frame is not None:
            kept, found = _mended(frame, lambda row, t=table, f=figures: _row(t, f, row))  # type: ignore[misc]
            frames[table] = kept
            problems += found
            aside[table] = aside.get(table, 0) + frame.height - kept.height
    return replace(dataset, frames=frames, problems=tuple(problems), set_aside=aside)


def _mended(frame: pl.DataFrame, mend: Callable[[dict[str, Any]], Mended]) -> tuple[pl.DataFrame, list[Problem]]:
    rows, problems = [], []
    for row in frame.iter_rows(named=True):
        kept, found = mend(row)
        problems += found
        if kept is not None:
            rows.append(kept)
    return pl.DataFrame(rows, schema=frame.schema), problems


def _row(table: str, figures: tuple[str, ...], row: dict[str, Any]) -> Mended:
    if row["indicator"] is None:
        return row, []
    indicator = indicator_named(row["indicator"])
    if indicator is None:
        return None, [_problem(table, "indicator", row, _unknown(row["indicator"]))]
    row, problems = {**row, "indicator": indicator.name}, []
    for figure in figures if indicator.unit == "share" else ():
        amount = row[figure]
        if amount is not None and amount > 100:
            return None, [_problem(table, figure, row, NOT_A_SHARE)]
        if amount is not None and amount > 1:
            problems.append(_problem(table, figure, row, READ_AS_PERCENT))
            row |= {figure: amount / 100, **_smaller_step(row, figure)}
    return row, problems


def _smaller_step(row: Mapping[str, Any], figure: str) -> dict[str, float]:
    step = row.get(step_column(figure))
    return {step_column(figure): step / 100} if step else {}


def _problem(table: str, column: str, row: Mapping[str, Any], fault: Fault) -> Problem:
    header = TABLES[table].column(column).title.id
    return Problem(row[FILE], row[SHEET], row[ROW], None, header, str(row[column]), fault)


def _unknown(text: str) -> Fault:
    names = {t: i for i in INDICATORS.values() for t in (i.name, i.title.id, i.title.en)}
    near = [f"{n} ({names[n].name})" for n in get_close_matches(text, list(names), n=3, cutoff=0.5)]
    hint = ("; yang mirip: " + ", ".join(near), "; nearest: " + ", ".join(near)) if near else ("", "")
    return Fault(
        "indicator.unknown",
        Words("nama indikator Semesta, misalnya Cakupan atau coverage", "an indicator of Semesta, such as coverage"),
        Words(f"Pilih dari perintah semesta indicators{hint[0]}.", f"Choose one of semesta indicators{hint[1]}."),
    )


NOT_A_SHARE = Fault(
    "share.above_100",
    Words("bagian, misalnya 52 % atau 0,52", "a share, such as 52 % or 0.52"),
    Words("Tulis persentase; jumlah orang bukan bagian.", "Write a percentage; a number of people is no share."),
)
READ_AS_PERCENT = Fault(
    "share.read_as_percent",
    Words("bagian, misalnya 52 % atau 0,52", "a share, such as 52 % or 0.52"),
    Words("Dibaca sebagai persen; tulis tanda % agar pasti.", "Read as percent; write the % sign to be certain."),
    severity="warning",
)
