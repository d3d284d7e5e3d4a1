"""The picture of what a benchmark costs against size: every way at every size, seconds and memory, one row for what grows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "planning"))
import picture

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
COSTS = [
    picture.Cost(way, size, seconds * size / 100, 50 + size / 10, by)
    for by, sizes in (("offices", (40, 80)), ("scenarios", (100, 200, 400)))
    for way, seconds in (("exact", 0.5), ("fast", 0.0))
    for size in sizes
]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("img")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture, "FOLDER", folder)
        made = picture.drawn("pooling", COSTS)
    assert made == folder / "pooling.svg"
    return made.read_text(encoding="utf-8")


def test_every_cost_is_a_point_in_seconds_and_in_memory(drawn):
    assert len(re.findall(r'aria-roledescription="point"', drawn)) == 2 * len(COSTS)


def test_axes_say_what_grows_and_what_it_costs(drawn):
    words = re.findall(r">([^<>]+)</text>", drawn)
    assert {"offices", "scenarios", "processor seconds", "MB of the whole process"} <= set(words)
    assert {"40", "80", "100", "200", "400"} <= set(words)


def test_each_way_has_one_entry_in_one_legend(drawn):
    words = re.findall(r">([^<>]+)</text>", drawn)
    assert [words.count(way) for way in ("exact", "fast")] == [1, 1]


@pytest.mark.parametrize("name", ["projection", "pooling", "priority"])
def test_every_benchmark_of_planning_draws_its_picture(name):
    text = (BENCHMARKS / "planning" / f"{name}.py").read_text(encoding="utf-8")
    assert f'drawn("{name}", ' in text
