"""Claims by month of event and report, and scholarships of known deaths that are still to be paid."""

import datetime as dt
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from semesta.planning.faults import Unplannable
from semesta.planning.reserves.scholarships import Pupil, outstanding, pupils_of
from semesta.planning.reserves.triangle import cases_of, triangles

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from asking import asked, semesta

DAY = dt.date


def cases(*rows: tuple[dt.date, dt.date | None, int | None], programme: str = "JKM") -> pl.DataFrame:
    return pl.DataFrame(
        [(event, filed, None, amount, programme) for event, filed, amount in rows],
        schema={
            "event_date": pl.Date,
            "filed_on": pl.Date,
            "paid_on": pl.Date,
            "amount": pl.Float64,
            "programme": pl.String,
        },
        orient="row",
    )


def test_amounts_stand_by_event_month_and_delay_and_add_up_along_it():
    [found] = triangles(
        cases(
            (DAY(2025, 11, 3), DAY(2025, 11, 28), 42),
            (DAY(2025, 11, 9), DAY(2026, 1, 2), 10),
            (DAY(2025, 12, 1), DAY(2025, 12, 1), 5),
        ),
        DAY(2026, 1, 31),
    )
    assert np.array_equal(found.amounts, [[42, 42, 52], [5, 5, np.nan], [0, np.nan, np.nan]], equal_nan=True)
    assert (list(found.latest), found.reported, found.first) == ([52, 5, 0], 57, DAY(2025, 11, 1))


def test_what_was_paid_without_a_day_of_filing_counts_on_the_day_it_was_paid():
    rows = cases((DAY(2025, 11, 3), None, 42)).with_columns(paid_on=pl.lit(DAY(2025, 12, 5)))
    [found] = triangles(rows, DAY(2025, 12, 31))
    assert list(found.amounts[0]) == [0, 42]


def test_rows_that_cannot_stand_in_it_are_counted():
    good = (DAY(2025, 11, 3), DAY(2025, 11, 28), 42)
    before = (DAY(2025, 11, 3), DAY(2025, 11, 2), 42)
    later = (DAY(2025, 11, 3), DAY(2026, 3, 2), 42)
    unknown = (DAY(2025, 11, 3), DAY(2025, 11, 28), None)
    [found] = triangles(cases(good, before, later, unknown), DAY(2025, 12, 31))
    assert (found.cases, found.left_out) == (1, 3)


def test_young_schemes_and_few_cases_are_marked():
    [found] = triangles(cases((DAY(2025, 11, 3), DAY(2025, 11, 28), 42)), DAY(2025, 12, 31))
    assert [doubt.en.split(":")[0] for doubt in found.doubts] == ["immature", "small"]
    many = cases(*[(DAY(2024, 1, 3), DAY(2024, 2, 1), 42)] * 100)
    assert triangles(many, DAY(2025, 12, 31))[0].doubts == ()


def test_each_programme_has_its_own():
    both = pl.concat([cases((DAY(2025, 11, 3), DAY(2025, 11, 28), 1), programme=name) for name in ("JKM", "JKK")])
    assert [one.programme for one in triangles(both, DAY(2025, 12, 31))] == ["JKK", "JKM"]


def test_files_without_the_columns_are_told_all_at_once(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("nomor\n1\n", encoding="utf-8")
    with pytest.raises(Unplannable) as wrong:
        cases_of(path)
    assert [fault.field for fault in wrong.value.faults] == ["event_date", "amount", "filed_on"]


def test_a_child_is_paid_the_school_years_that_begin_after_the_day():
    # Third year of SMA in July 2025: after it five years of 12 m; of SMA nothing begins after June 2026.
    found = outstanding([Pupil("1", DAY(2025, 9, 1), "SMA", 3)], DAY(2026, 6, 30))
    assert (found.least, found.most) == (0, 5 * 12_000_000)
    assert found.by_year[0] == (2026, 12_000_000)


def test_a_child_in_its_first_year_of_primary_school_has_five_left_at_that_level():
    # SD 1.5 m × 5, SMP 2 m × 3, SMA 3 m × 3, PT 12 m × 5.
    found = outstanding([Pupil("1", DAY(2025, 9, 1), "SD", 1)], DAY(2025, 12, 31))
    assert found.least == 7_500_000
    assert found.most == 7_500_000 + 6_000_000 + 9_000_000 + 60_000_000


def test_a_child_that_turns_twenty_three_is_paid_no_longer():
    found = outstanding([Pupil("1", DAY(2025, 9, 1), "PT", 1, DAY(2003, 8, 1))], DAY(2025, 12, 31))
    assert found.by_year == ((2026, 12_000_000),)


def test_of_one_claim_no_more_children_are_paid_than_the_law_says():
    pupils = [Pupil("1", DAY(2025, 9, 1), level, 1) for level in ("SD", "SMP", "SMA")]
    found = outstanding(pupils, DAY(2025, 12, 31))
    assert (found.children, found.over) == (2, 1)


def test_children_of_unknown_levels_are_told_with_their_row(tmp_path):
    path = tmp_path / "anak.csv"
    path.write_text("claim,event_date,level\n1,2025-09-01,SD\n2,2025-09-01,S4\n", encoding="utf-8")
    with pytest.raises(Unplannable) as wrong:
        pupils_of(path)
    assert [fault.field for fault in wrong.value.faults] == ["level[3]"]


def test_the_command_tells_what_is_reported_and_how_the_rest_is_had(tmp_path):
    path = tmp_path / "claims.parquet"
    cases((DAY(2025, 11, 3), DAY(2025, 11, 28), 42_000_000)).write_parquet(path)
    children = tmp_path / "anak.csv"
    children.write_text("claim,event_date,level,year\n1,2025-09-01,SD,1\n", encoding="utf-8")
    told = asked("reserve", path, "--as-of", "2025-12-31", "--children", children, "--out", tmp_path / "hasil")
    [jkm] = told["programmes"]
    assert (jkm["reported"], jkm["months"], jkm["unreported"]) == (42_000_000, 2, None)
    assert told["scholarships"]["most"] == 82_500_000
    assert len(list((tmp_path / "hasil").iterdir())) == 4


def test_claims_that_cannot_be_used_end_with_what_is_missing(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("event_date,amount\n2025-01-01,1\n", encoding="utf-8")
    said = semesta("reserve", path)
    assert (said.exit_code, "filed_on" in said.err) == (2, True)
