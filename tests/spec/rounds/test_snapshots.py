"""A measured round kept as files comes back as it was, and the same round is the same files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from semesta.rounds.run import measured_round, read_round
from semesta.rounds.snapshot import HEAD, keep, kept

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = dt.date(2026, 11, 21)


@pytest.fixture(params=["banten-2022", "cilegon-2024", "banten-2025", "kota-contoh"])
def measured(request):
    return measured_round(read_round([EXAMPLES / request.param], today=TODAY), today=TODAY)


def test_a_round_comes_back_as_it_was_measured(measured, tmp_path):
    pictures = {("kantor.csv", "logo.png"): b"PNG", ("lain.csv", "logo.png"): b"other"}
    measured = replace(measured, dataset=replace(measured.dataset, pictures=pictures))
    again = kept(tmp_path, keep(measured, tmp_path))
    assert (again.values, again.findings, again.place, again.as_of) == (
        measured.values,
        measured.findings,
        measured.place,
        measured.as_of,
    )
    assert again.dataset.problems == measured.dataset.problems
    assert again.dataset.origin == measured.dataset.origin
    assert again.dataset.pictures == measured.dataset.pictures
    assert again.needs == measured.needs
    assert all(frame.equals(again.dataset.frames[name]) for name, frame in measured.dataset.frames.items())


def test_the_same_round_twice_is_one_snapshot_and_leaves_nothing_aside(measured, tmp_path):
    assert keep(measured, tmp_path) == keep(measured, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_snapshot_that_is_not_there_or_was_changed_is_not_taken_for_one(measured, tmp_path):
    name = keep(measured, tmp_path)
    with pytest.raises(OSError, match="No such file"):
        kept(tmp_path, "0" * 64)
    (tmp_path / name / HEAD).write_bytes(b'{"place": 1}')
    with pytest.raises(ValueError, match="Head"):
        kept(tmp_path, name)
