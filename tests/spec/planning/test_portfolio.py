"""What ages, sexes, months unpaid, new members and early deaths do to what is expected, against closed forms."""

import datetime as dt
import math

import pytest

from semesta.basics import chance
from semesta.law.law import LAW
from semesta.planning.assumptions import life_table
from semesta.planning.lawful import terms
from semesta.planning.portfolio import COVERED_AGES, Asked, Portfolio, portfolio_of
from semesta.planning.traits import (
    AGES,
    EARLY_DEATHS,
    ENTRANTS,
    GROUPS,
    SEXES,
    UNPAID,
    parts_of,
)
from semesta.tables.origin import Exposure

TABLE = life_table()
EXPECTED = 1_000_000_000
GRANT = 42_000_000
BEFORE, AFTER = terms(LAW, "JKM", "BPU", dt.date(2024, 7, 1)), terms(LAW, "JKM", "BPU", dt.date(2025, 7, 1))


def parts(own, usual=None, programme="JKM", said=BEFORE):
    return {part.name: part for part in parts_of(Asked(programme, EXPECTED, GRANT, own, usual, said, TABLE))}


def test_people_of_one_age_are_held_against_every_age_that_can_be_covered():
    usual = sum(TABLE.chance(age) for age in COVERED_AGES) / len(COVERED_AGES)
    found = parts(Portfolio({("", 50): 7}))[AGES]
    assert found.amount == pytest.approx(EXPECTED * (1 - TABLE.chance(50) / usual), abs=1)
    assert "6,20" in found.said.id  # qx of both sexes at 50


def test_in_a_pool_ages_are_held_against_those_of_all_its_members():
    own, whole = Portfolio({("", 60): 1}), Portfolio({("", 60): 1, ("", 30): 3})
    usual = (TABLE.chance(60) + 3 * TABLE.chance(30)) / 4
    assert parts(own, whole)[AGES].amount == pytest.approx(EXPECTED * (1 - TABLE.chance(60) / usual), abs=1)
    assert parts(whole, whole)[AGES].amount == 0


def test_men_of_an_age_die_more_often_than_the_usual_mix_of_both():
    both = 0.697 * TABLE.chance(45, "L") + 0.303 * TABLE.chance(45, "P")
    men, usual = parts(Portfolio({("L", 45): 5})), parts(Portfolio({("L", 45): 697, ("P", 45): 303}))
    by_age = EXPECTED - men[AGES].amount
    assert men[SEXES].amount == pytest.approx(by_age * (1 - TABLE.chance(45, "L") / both), abs=2)
    assert usual[SEXES].amount == pytest.approx(0, abs=2)


def test_who_is_new_brings_less_while_the_law_has_them_wait():
    months = (10, 10, 10, *([0] * 9), 70)
    found = parts(Portfolio(paid=100, since_entry=months), said=AFTER)[ENTRANTS]
    assert found.amount == round(EXPECTED * 0.30 * (1 - 10 / 42))
    before = parts(Portfolio(paid=100, since_entry=months), said=BEFORE)[ENTRANTS]
    assert (before.amount, before.has_none) == (None, True)


def test_months_covered_though_unpaid_ask_for_claims_that_nobody_paid_for():
    found = parts(Portfolio(paid=1_000, unpaid=50))
    assert found[UNPAID].amount == EXPECTED - round(EXPECTED * 1.05)
    like = Portfolio(paid=400, unpaid=20)
    assert parts(Portfolio(paid=1_000, unpaid=50), like)[UNPAID].amount == 0


def test_early_deaths_beyond_chance_are_the_portfolios_and_others_stay_with_chance():
    months = (*([100] * 12), 8_800)
    many = parts(Portfolio(paid=10_000, since_entry=months, deaths=(6, 3, *([0] * 10), 11)))[EARLY_DEATHS]
    few = parts(Portfolio(paid=10_000, since_entry=months, deaths=(1, 1, *([0] * 10), 18)))[EARLY_DEATHS]
    assert many.amount == -round((9 - 20 * 0.12) * GRANT)
    assert few.amount == 0
    assert "9 dalam 3 bulan sesudah masuk (0,6 menurut lama kepesertaan)" in many.said.id
    assert "dalam batas kebetulan" in few.said.id


def test_early_deaths_as_of_the_whole_pool_are_no_trait_of_one_of_its_offices():
    """An eighth of months with six tenths of deaths in the pool: the office with the same has nothing of its own."""
    months, deaths = (*([100] * 12), 8_400), (6, 3, *([0] * 10), 6)
    own = Portfolio(paid=9_600, since_entry=months, deaths=deaths)
    whole = Portfolio(paid=96_000, since_entry=tuple(10 * n for n in months), deaths=tuple(10 * n for n in deaths))
    assert parts(own)[EARLY_DEATHS].amount == -round((9 - 15 / 8) * GRANT)
    told = parts(own, whole)[EARLY_DEATHS]
    assert told.amount == 0
    assert "9 dalam 12 bulan sesudah masuk (9,0" in told.said.id


def test_chance_of_so_many_early_deaths_is_binomial():
    wanted = sum(math.comb(20, k) * 0.12**k * 0.88 ** (20 - k) for k in range(9, 21))
    assert chance.part_at_least(9, 20, 0.12) == pytest.approx(wanted)
    assert (chance.part_at_least(0, 20, 0.12), chance.part_at_least(21, 20, 0.12)) == (1.0, 0.0)


def test_a_trait_that_cannot_be_told_names_the_data_it_takes():
    found = parts(Portfolio(), said=AFTER)
    assert {name: part.amount for name, part in found.items()} == dict.fromkeys(found)
    assert "tanggal lahir" in found[AGES].said.id
    assert "jenis kelamin" in found[SEXES].said.id
    assert "daftar pembayaran" in found[UNPAID].said.id
    assert "tanggal kepesertaan" in found[ENTRANTS].said.id
    assert "tanggal kejadian" in found[EARLY_DEATHS].said.id
    assert "tidak terbit" in found[GROUPS].said.id


def test_ages_known_of_few_say_nothing_of_all():
    assert parts(Portfolio({("L", 40): 4}, paid=10))[AGES].amount is None
    told = parts(Portfolio({("L", 40): 8}, paid=10))[AGES]
    assert told.amount is not None
    assert "umur diketahui bagi 80" in told.said.id


def test_of_accidents_only_months_unpaid_can_be_told():
    found = parts(Portfolio({("L", 40): 9}, paid=9, unpaid=3), programme="JKK", said=None)
    assert [name.id for name, part in found.items() if part.amount is not None] == [UNPAID.id]


def test_exposures_add_up_and_each_band_of_ages_stands_for_its_years():
    one = Exposure(
        2024, "36.79", "A", "BPU", "", 1, 12, paid=10, unpaid=2, ages=(("L", 40, 10),), since_entry=(1,) * 13
    )
    other = Exposure(2024, "36.79", "B", "BPU", "", 1, 12, paid=5, ages=(("P", 20, 5),), since_entry=(0,) * 13)
    found = portfolio_of([one, other])
    assert (found.paid, found.unpaid, found.age_known) == (15, 2, pytest.approx(1))
    assert found.ages["L", 44] == 2.0
    assert found.since_entry == (1,) * 13
