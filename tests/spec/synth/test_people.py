"""People who do not exist: who they are, what lists make of them, and that nobody real is among them."""

import datetime as dt
import hashlib
from dataclasses import replace

import polars as pl
import pytest
from city import WISH, city, is_near

from semesta.basics import nik
from semesta.synth import Wish, made, made_lean
from semesta.synth.damage import NIK_FAULTS, OF_LEVEL
from semesta.synth.identity import TooManyPeople
from semesta.synth.names import name_words

TODAY = WISH.as_of


def test_a_seed_gives_the_same_rows_again_and_another_seed_others():
    small = replace(WISH, workers=300)
    again = [frame for _, frame in made(small)]

    assert all(one.equals(other) for one, (_, other) in zip(again, made(small), strict=True))
    assert not again[0].equals(next(made(replace(small, seed=8)))[1])


@pytest.mark.parametrize("chunk", [977, 5_000])
def test_the_size_of_the_chunks_changes_no_row(chunk):
    whole, streamed = city(), city(WISH, chunk)

    for table in whole.keys() - {"truth_findings"}:
        assert streamed[table].equals(whole[table]), table
    columns = whole["truth_findings"].columns
    assert streamed["truth_findings"].sort(columns).equals(whole["truth_findings"].sort(columns))


def test_there_are_as_many_rows_and_members_as_wished():
    wished = city(Wish("36.72", 2_000, 3, participants=1_700, coverage=0.7))
    persons = wished["truth_workers"].unique("person_id")

    assert wished["workers"].height == 2_000
    assert wished["participants"].height == 1_700
    assert abs(persons["is_member"].mean() - 0.7) < 0.001


def test_a_province_is_shared_out_over_all_its_regencies():
    lists = dict(made_lean(Wish("36", 4_000, 1)))

    assert lists["workers"].height == 4_000
    assert lists["workers"]["place"].cast(pl.String).n_unique() == 8


# ---- NIKs


def test_every_person_has_a_nik_of_his_own_birth_date_and_sex():
    people = city()["truth_workers"].unique("person_id")

    assert people["nik"].n_unique() == people.height
    for number, born, sex in people.select("nik", "birth_date", "sex").iter_rows():
        said = nik.parts(number, today=TODAY)
        assert (said.birth_date, said.sex) == (born, sex)


def test_most_are_registered_where_they_are_listed_and_some_elsewhere():
    people = city()["truth_workers"].unique("person_id")
    here = people.filter(pl.col("nik").str.starts_with("3672")).height

    assert is_near(here, people.height, 0.86)


def test_no_nik_can_be_that_of_a_real_person_however_damaged():
    lists = city()
    for table in ("workers", "participants"):
        fault = lists[f"truth_{table}"]["nik_fault"]
        serials = lists[table].filter(~fault.is_in(["missing", "placeholder", "length"]))["nik"].str.slice(12)
        assert serials.str.slice(0, 1).is_in(["8", "9"]).all()
    relatives = lists["households"].filter(lists["truth_households"]["person_id"].is_null())
    assert (relatives["nik"].str.slice(12).cast(pl.Int64) > 3000).all()


def test_in_lists_the_nik_agrees_with_birth_date_and_sex_as_often_as_the_damage_says():
    workers, truth = city()["workers"], city()["truth_workers"]
    told = [nik.parts(number, today=TODAY) if number else None for number in workers["nik"]]
    born = [parts and parts.birth_date == day for parts, day in zip(told, workers["birth_date"], strict=True)]
    sex = [parts and parts.sex == said for parts, said in zip(told, workers["sex"], strict=True)]
    sound = (truth["nik_fault"] == "") & (truth["birth_fault"] == "")
    right_sex = (truth["nik_fault"] == "") & ~truth["sex_is_wrong"]

    assert pl.Series(born).filter(sound).all()
    assert pl.Series(sex).filter(right_sex).all()
    damage = OF_LEVEL["real"]
    expected = damage.nik_shares[0] * damage.birth_shares[0]
    assert is_near(sound.sum(), workers.height, expected + damage.birth_swapped * 0.63 * damage.nik_shares[0])


def test_too_many_people_for_the_serials_of_a_place_are_refused():
    with pytest.raises(TooManyPeople):
        next(made(Wish("36.72", 40_000_000, 1), chunk=10_000))


# ---- damage


@pytest.mark.parametrize("level", ["light", "real", "heavy"])
def test_each_fault_of_the_nik_is_as_frequent_as_its_share(level):
    truth = city(replace(WISH, damage=level))["truth_workers"]

    for fault, share in zip(NIK_FAULTS, OF_LEVEL[level].nik_shares, strict=True):
        assert is_near((truth["nik_fault"] == fault).sum(), truth.height, share), fault


def test_each_fault_of_the_nik_is_what_its_name_says():
    workers = city()["workers"].select(written="nik").with_columns(city()["truth_workers"].select("nik", "nik_fault"))
    by_fault = {fault: workers.filter(nik_fault=fault) for fault in NIK_FAULTS}
    differing = {
        fault: [sum(a != b for a, b in zip(*pair, strict=True)) for pair in rows.select("written", "nik").iter_rows()]
        for fault, rows in by_fault.items()
        if fault in ("", "typo", "swapped_digits", "recycled", "excel")
    }

    assert by_fault["missing"]["written"].is_null().all()
    assert (by_fault["length"]["written"].str.len_chars() == 15).all()
    assert not by_fault["placeholder"]["written"].str.contains("3672").any()
    assert set(differing[""]) == {0}
    assert set(differing["typo"]) == {1}
    assert set(differing["swapped_digits"]) == {2}
    assert by_fault["excel"]["written"].str.ends_with("0").all()
    assert min(differing["recycled"]) > 0


def test_birth_dates_are_missing_swapped_or_set_to_the_first_of_january():
    rows = (
        city()["workers"]
        .select(written="birth_date")
        .with_columns(city()["truth_workers"].select("birth_date", "birth_fault"))
    )
    swapped = rows.filter(birth_fault="swapped_day_month").drop_nulls()

    assert rows.filter(birth_fault="missing")["written"].is_null().all()
    assert (rows.filter(birth_fault="")["written"] == rows.filter(birth_fault="")["birth_date"]).all()
    assert (swapped["written"].dt.day() == swapped["birth_date"].dt.month()).all()
    assert (rows.filter(birth_fault="first_of_january")["written"].dt.ordinal_day() == 1).all()


def test_more_people_than_by_chance_were_born_on_the_first_of_january():
    born = city()["truth_workers"].unique("person_id")["birth_date"]

    assert 0.02 < (born.dt.ordinal_day() == 1).mean() < 0.045


@pytest.mark.parametrize(
    ("variant", "at_least", "at_most"),
    [("respelled", 0.08, 0.30), ("shortened", 0.02, 0.09), ("swapped", 0.003, 0.02), ("joined", 0.005, 0.03), ("initial", 0.01, 0.08), ("titled", 0.03, 0.1), ("typo", 0.03, 0.06)],
)  # fmt: skip
def test_names_are_written_in_all_the_ways_of_real_lists(variant, at_least, at_most):
    variants = city()["truth_workers"]["name_variant"]

    assert at_least < variants.str.split("+").list.contains(variant).mean() < at_most


def test_names_without_a_variant_stand_as_in_the_register():
    rows = city()["workers"].select(written="name").with_columns(city()["truth_workers"].select("name", "name_variant"))
    as_is = rows.filter(name_variant="")

    assert (as_is["written"] == as_is["name"]).all()
    assert as_is.height > rows.height / 2


def test_the_extract_is_less_damaged_than_the_lists():
    faulty = {table: (city()[f"truth_{table}"]["nik_fault"] != "").mean() for table in ("workers", "participants")}

    assert 0 < faulty["participants"] < faulty["workers"] / 2


# ---- nobody real

PERSONS_OF_ARTICLES = {
    "04e691ab381e", "2e1d76b30eaa", "3d5259111453", "44b499e624ce", "466399287311", "55d9bf4f187e", "563b69455b3c", "5e29d8303178",
    "651da47fc5a6", "76684798b07e", "7bd65a0ca26e", "83dcc1f6fcde", "871dfce97209", "8a56be8ae08b", "a0fc5ef46738", "c83f8f14e6c1",
    "c9b6a73fa3f5", "cbebc8d58b12", "e8b559b3448d", "f670d891634f", "f7404b24bf79",
}  # fmt: skip
"""Digests of the words that tell the names of persons in published articles from others: the names themselves stand nowhere."""


def test_no_name_of_a_person_in_an_article_can_be_drawn():
    words = {part.lower() for word in name_words().words for part in word.split()}
    digests = {hashlib.sha256(word.encode()).hexdigest()[:12] for word in words}

    assert not digests & PERSONS_OF_ARTICLES


def test_telephone_numbers_have_a_prefix_that_nobody_has():
    assert city()["workers"]["phone"].drop_nulls().str.starts_with("0860").all()


# ---- lean lists


def test_lean_lists_hold_the_same_people_as_the_full_ones():
    lean = dict(made_lean(WISH))
    full = city()

    for table in ("workers", "participants"):
        truth = full[f"truth_{table}"]
        assert (lean[table]["person"] == truth["person_id"]).all()
        assert (lean[table]["birth_date"] == truth["birth_date"]).all()
        assert (lean[table]["nik"].is_null() == truth["nik_fault"].is_in(["missing", "placeholder", "length"])).all()
        sound = truth["nik_fault"] == ""
        assert (lean[table].filter(sound)["nik"].cast(pl.String) == truth.filter(sound)["nik"]).all()


def test_people_are_of_working_age_but_for_a_few():
    born = city()["truth_workers"].unique("person_id")["birth_date"]
    ages = (pl.Series([TODAY]) - born).dt.total_days() / 365.25

    assert ages.min() >= 17.9
    assert 0.01 < (ages >= 65).mean() < 0.05
    assert isinstance(born[0], dt.date)
