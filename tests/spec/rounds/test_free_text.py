"""What people wrote in their own words is known column by column, so that it can be left out of what leaves the office."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from semesta.monev.seen import LEFT_HOME
from semesta.rounds.free_text import FREE, LEFT_OUT, texts, without_free_text
from semesta.rounds.run import measured_round, read_round
from semesta.tables.registry import TABLES
from semesta.tables.types import TEXT

EXAMPLE = Path(__file__).parents[3] / "examples" / "cilegon-2024"
NAMES_AND_NUMBERS = frozenset(
    [
        "office",
        "responsible",
        "owner",
        "institution",
        "hosts",
        "opd",
        "account",
        "subkegiatan",
        "account_no",
        "document",
        "document_no",
        "number",
        "title",
        "indicator",
        "instruction",
        "code",
        "source",
        "starts",
        "venue",
    ]
)
"""Columns of text that name an office, a post, a law, a document or a code."""


def test_every_column_of_text_is_either_free_or_a_name():
    held = {(name, c.name) for name, table in TABLES.items() for c in table.columns if c.type is TEXT}
    home = {(name, column) for name, column in held if name in LEFT_HOME}
    free = {(name, column) for name, columns in FREE.items() for column in columns}
    assert {column for _, column in held - home - free} == NAMES_AND_NUMBERS
    assert free - held == set()


def test_without_it_a_round_has_the_same_rows_and_figures():
    measured = measured_round(read_round([EXAMPLE], today=dt.date(2025, 1, 1)), today=dt.date(2025, 1, 1))
    left = without_free_text(measured)
    assert {text for _, _, text in texts(left)} == {LEFT_OUT.id}
    assert len(list(texts(left))) == len(list(texts(measured)))
    assert left.values == measured.values
    kept = [frame.drop(FREE.get(name, ()), strict=False) for name, frame in left.dataset.frames.items()]
    whole = [frame.drop(FREE.get(name, ()), strict=False) for name, frame in measured.dataset.frames.items()]
    assert all(one.equals(other) for one, other in zip(kept, whole, strict=True))
