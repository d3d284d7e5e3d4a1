"""Findings held against made-up people of whom all is known: whom they must not miss, and whom they must not name.

The floors are a little below what is reached, on this list and on larger ones; what is missed is mostly a person whom linking missed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from semesta.people.people import People
from semesta.rounds.run import counted_round, read_round
from semesta.synth import Wish, made

DAY = dt.date(2025, 12, 31)


@dataclass(frozen=True)
class Known:
    """What was found in the lists, and what is true of them: the person behind each row by table, and what was planted."""

    people: People
    found: dict[str, pl.DataFrame]
    person: dict[str, dict[str, int]]
    planted: pl.DataFrame
    nik_fault: pl.DataFrame

    def persons_found(self, finding: str, table: str) -> set[int]:
        return {self.person[table][row] for row in self.found[finding]["id"]}

    def persons_planted(self, *kinds: str) -> set[int]:
        return set(self.planted.filter(pl.col("finding").is_in(kinds))["person_id"])


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    tables: dict[str, list[pl.DataFrame]] = {}
    for name, rows in made(Wish("36.72", workers=3000, seed=11, as_of=DAY)):
        tables.setdefault(name, []).append(rows)
    whole = {name: pl.concat(parts) for name, parts in tables.items()}
    folder: Path = tmp_path_factory.mktemp("lists")
    for name, rows in whole.items():
        if not name.startswith("truth_"):
            rows.write_parquet(folder / f"{name}.parquet")
    counted = counted_round(read_round([folder], today=dt.date(2026, 1, 15)), place="36.72", as_of=DAY)
    assert counted.people is not None
    return Known(
        counted.people,
        {one.finding.name: one.rows for one in counted.found if one.rows is not None},
        {
            table: dict(whole[f"truth_{table}"].select(f"{table.removesuffix('s')}_id", "person_id").iter_rows())
            for table in ("workers", "participants", "deaths")
        },
        whole["truth_findings"],
        whole["truth_workers"].select(id="worker_id", nik_fault="nik_fault"),
    )


@pytest.mark.parametrize(
    ("finding", "table", "kinds", "precision", "recall"),
    [
        ("unregistered", "workers", ["not_registered"], 0.98, 0.99),
        ("over_age", "workers", ["over_age"], 0.95, 0.0),
        ("in_two_lists", "workers", ["two_lists"], 0.97, 0.96),
        ("resident_elsewhere", "workers", ["lives_elsewhere"], 1.0, 0.99),
        ("lapsed", "participants", ["lapsed", "about_to_lapse"], 0.98, 0.97),
        ("paid_twice", "participants", ["paid_twice"], 0.98, 0.97),
        ("paid_for_nobody", "participants", ["paid_not_listed"], 0.9, 0.99),
        ("dead_but_paid", "deaths", ["dead_still_paid"], 1.0, 1.0),
        ("death_unclaimed", "deaths", ["death_unclaimed"], 1.0, 1.0),
    ],
)
def test_a_list_names_nearly_all_whom_it_should_and_nearly_nobody_else(
    known: Known, finding: str, table: str, kinds: list[str], precision: float, recall: float
):
    found, planted = known.persons_found(finding, table), known.persons_planted(*kinds)
    assert planted
    assert len(found & planted) >= precision * len(found)
    assert len(found & planted) >= recall * len(planted)


def test_who_is_over_age_in_our_lists_is_found_unless_the_list_itself_has_another_birth_date(known: Known):
    planted = known.planted.filter(pl.col("finding") == "over_age")["worker_id"].drop_nulls()
    rows = known.people.workers.filter(pl.col("id").is_in(planted.implode()))
    told = rows.filter((pl.col("birth_date") <= dt.date(1960, 12, 31)) & pl.col("participant_id").is_null())
    persons = {known.person["workers"][row] for row in told["id"]}
    assert persons
    assert persons <= known.persons_found("over_age", "workers")


def test_whom_the_lists_of_members_may_hold_after_all_is_said_with_most_of_the_mistakes(known: Known):
    planted = known.persons_planted("not_registered")
    rows = known.found["unregistered"]
    wrong = rows.filter([known.person["workers"][row] not in planted for row in rows["id"]])
    assert wrong["perhaps"].null_count() <= wrong.height / 2
    assert rows["perhaps"].is_not_null().sum() <= 0.02 * rows.height


def test_every_faulty_nik_is_found_and_a_row_without_fault_only_beside_one_that_bears_its_nik(known: Known):
    rows = known.found["nik_shared"].join(known.nik_fault, on="id")
    planted = known.planted.filter(pl.col("finding").is_in(["nik_invalid", "nik_recycled"]))["worker_id"].drop_nulls()
    assert len(set(rows["id"]) & set(planted)) >= 0.95 * planted.n_unique()
    blameless = rows.filter(pl.col("nik_fault").fill_null("") == "")
    assert blameless.filter(pl.col("fault") != "shared").height <= 0.03 * rows.height


def test_faulty_niks_of_members_are_found(known: Known):
    planted = known.planted.filter(pl.col("finding").is_in(["nik_invalid", "nik_recycled"]))[
        "participant_id"
    ].drop_nulls()
    found = set(known.found["member_nik"]["id"])
    assert len(found & set(planted)) >= 0.9 * planted.n_unique()
    assert len(found) <= 2 * planted.n_unique()


def test_those_registered_over_age_are_exactly_those_without_wage(known: Known):
    planted = known.planted.filter(pl.col("finding") == "over_age")["participant_id"].drop_nulls()
    without_wage = known.people.participants.filter(pl.col("segment") == "BPU", pl.col("birth_date").is_not_null())[
        "id"
    ]
    want, found = set(planted) & set(without_wage), set(known.found["registered_over_age"]["id"])
    assert want
    assert len(found & want) >= 0.95 * max(len(found), len(want))


def test_every_late_claim_is_found_and_no_other(known: Known):
    planted = known.planted.filter(pl.col("finding") == "claim_late")["claim_id"]
    assert set(known.found["claim_late"]["id"]) == set(planted)


def test_accounts_that_do_not_remit_and_the_one_with_early_deaths_are_found_and_no_other(known: Known):
    behind = known.planted.filter(pl.col("finding") == "not_remitted").group_by("sponsor").len()
    assert set(known.found["account_behind"]["sponsor"]) == set(behind.filter(pl.col("len") >= 3)["sponsor"])
    early = known.planted.filter(pl.col("finding") == "early_deaths")["sponsor"].unique()
    deaths = known.found["early_deaths"].filter(pl.col("kind") == "sponsor")
    assert deaths.height
    assert set(deaths["named"]) <= set(early)
