"""Which rows of large lists are compared: within a regency, and across regencies only by what few have in common."""

import datetime as dt

import polars as pl
import pytest

from semesta.people.link import candidates as rules
from semesta.people.link import default_model, link
from semesta.synth.making import Wish, made

BORN = dt.date(1984, 7, 17)
WORKER = {"id": "1", "nik": None, "name": "Ahmad Fauzi Hidayat", "birth_date": BORN, "sex": "L", "place": "36.72"}


@pytest.fixture
def of_large_lists(monkeypatch):
    monkeypatch.setattr(rules, "LARGE", 1)


def compared(**member: object) -> bool:
    """Whether a worker without NIK is held against a member."""
    schema = {"nik": pl.String, "birth_date": pl.Date}
    workers = pl.DataFrame([WORKER], schema_overrides=schema)
    participants = pl.DataFrame([WORKER | {"nik": "3604011707840001"} | member], schema_overrides=schema)
    return link(workers, participants, model=default_model()).reasons.height > 0


@pytest.mark.usefixtures("of_large_lists")
def test_in_a_large_list_one_word_of_a_name_and_a_birth_date_are_looked_for_within_a_regency():
    assert compared(name="Ahmad Fauzi")
    assert not compared(name="Ahmad Fauzi", place="36.04")


@pytest.mark.usefixtures("of_large_lists")
def test_who_moved_to_another_regency_is_found_in_a_large_list_by_the_whole_name_and_birth_date():
    assert compared(place="36.04")


def test_in_a_list_of_ordinary_size_who_moved_is_found_by_one_word_of_the_name_too():
    assert compared(name="Ahmad Fauzi", place="36.04")


def test_looking_within_regencies_finds_nearly_all_that_looking_everywhere_finds(monkeypatch):
    lists = {
        name: frame for name, frame in made(Wish("36", 8_000, 11, months=1)) if name in ("workers", "participants")
    }
    everywhere = link(lists["workers"], lists["participants"]).pairs.height
    monkeypatch.setattr(rules, "LARGE", 1)
    within = link(lists["workers"], lists["participants"]).pairs.height
    assert within == pytest.approx(everywhere, rel=0.005)
