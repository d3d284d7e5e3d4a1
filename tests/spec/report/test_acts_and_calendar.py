"""Which acts a report cites, and until when a request can enter a budget."""

from __future__ import annotations

import datetime as dt

import pytest
from rounds_made import CITY, DAY, MEETING, Rows, group, members, round_of, small

from semesta.report.laporan.acts import acts, acts_used
from semesta.report.laporan.calendar import open_stages, said, stages_of


def numbers(rows: dict[str, Rows]) -> str:
    return "; ".join(act.number.id for act in acts_used(round_of(rows)))


def test_the_constitution_and_the_two_laws_stand_first_in_every_report() -> None:
    ranks = [act.rank for act in acts_used(round_of({"population": [group("rentan", 900)]}))]
    assert ranks == [1, 2, 2]


def test_an_act_is_cited_only_when_the_round_uses_what_it_governs() -> None:
    plain = numbers({"population": [group("rentan", 900)]})
    assert "Nomor 44 Tahun 2015" not in plain
    assert "Nomor 45 Tahun 2015" not in plain
    with_jkk = numbers({"members": [members("rentan", 900, 800, programme="JKK")]})
    assert "Nomor 44 Tahun 2015" in with_jkk
    assert "Nomor 45 Tahun 2015" not in with_jkk


def test_inpres_2_2021_is_cited_when_a_text_of_the_round_names_it() -> None:
    named = "Instruksi Presiden Nomor 2 Tahun 2021"
    assert named not in numbers({"population": [group("rentan", 900)]})
    assert named in numbers({"population": [group("rentan", 900)], "meeting": [MEETING]})
    assert named in numbers(
        {"inpres_actions": [{"place": CITY, "action": "Mendata"}], "meeting": [{"place": CITY, "date": DAY}]}
    )


@pytest.mark.parametrize(
    ("day", "cited", "not_cited"),
    [
        (dt.date(2023, 10, 5), "diubah dengan Peraturan Pemerintah Nomor 82 Tahun 2019", "Nomor 49 Tahun 2023"),
        (
            dt.date(2023, 10, 6),
            "terakhir dengan Peraturan Pemerintah Nomor 49 Tahun 2023",
            "telah diubah dengan Peraturan Pemerintah Nomor 82",
        ),
    ],
)
def test_an_act_is_cited_as_it_stood_on_the_day_of_the_round(day: dt.date, cited: str, not_cited: str) -> None:
    found = numbers({"members": [members("rentan", 900, 800, programme="JKM", as_of=day)]})
    assert cited in found
    assert not_cited not in found


def test_the_guideline_of_the_budget_year_is_cited_and_its_doubt_shown() -> None:
    used = acts_used(round_of(small()))
    guideline = next(act for act in used if "Anggaran 2025" in act.title.id)
    assert not guideline.verified


def test_every_act_has_both_languages_and_a_condition() -> None:
    for act in acts():
        assert act.number.id
        assert act.number.en
        assert bool(act.title.id) == bool(act.title.en)
        assert act.when, act.number.id


@pytest.mark.parametrize(
    ("day", "year", "last_day"),
    [
        (dt.date(2024, 7, 14), 2025, dt.date(2024, 7, 14)),
        (dt.date(2024, 7, 15), 2025, dt.date(2024, 8, 14)),
        (dt.date(2024, 8, 15), 2025, dt.date(2024, 10, 1)),
        (dt.date(2024, 10, 2), 2025, dt.date(2024, 11, 30)),
        (dt.date(2024, 12, 1), 2026, dt.date(2025, 7, 14)),
    ],
)
def test_the_next_stage_is_the_first_whose_last_day_is_not_past(day: dt.date, year: int, last_day: dt.date) -> None:
    stage = next(stage for stage in open_stages(day) if stage.budget_year == year)
    assert stage.last_day == last_day


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_a_draft_budget_is_due_sixty_days_before_the_month_before_the_year_ends(year: int) -> None:
    (drafted,) = (stage for stage in stages_of(year + 1) if stage.title.id.startswith("RAPBD disampaikan"))
    assert drafted.last_day == dt.date(year, 11, 30) - dt.timedelta(days=60)


def test_a_stage_from_memory_says_that_it_is_not_verified() -> None:
    assert all("jadwal belum diverifikasi" in said(stage, "id") for stage in open_stages(DAY))
    assert all("schedule not yet verified" in said(stage, "en") for stage in open_stages(DAY))
