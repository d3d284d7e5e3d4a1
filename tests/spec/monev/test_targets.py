"""Targets: each document for itself, and only in its own universe."""

import pytest
from small_rounds import head, members, money, notes, people, round_of


def target(value, document="own", **cells):
    return {"place": "36.72", "year": 2025, "indicator": "coverage", "value": value, "document": document} | cells


def round_with(*targets, active=3568, persons=10_000, **cells):
    return round_of(population=[people(persons, **cells)], members=[members(active=active)], targets=list(targets))


def test_targets_stand_side_by_side_per_document_and_are_never_merged():
    measured = round_with(target("32,15 %", "RPJMN"), target("52,15 %", "UCJ"))
    attained = {v.node.document: v.value for v in measured.of("target_attainment")}
    assert attained == {"RPJMN": pytest.approx(0.3568 / 0.3215), "UCJ": pytest.approx(0.3568 / 0.5215)}
    assert {v.node.document: v.value for v in measured.of("target_gap")} == {"RPJMN": -353, "UCJ": 1647}


def test_a_target_keeps_actual_and_target_and_names_its_document_and_year():
    value = head(round_with(target("40 %", "RPJMD")), "target_attainment")
    assert (value.numerator, value.denominator, value.node.period) == (0.3568, 0.4, "2025")
    assert "RPJMD 2025" in notes(value)


@pytest.mark.parametrize("universe", ["employed", "pbpu", "list"])
def test_a_target_of_another_universe_is_refused(universe):
    measured = round_with(target("52,15 %", "UCJ", universe=universe))
    for indicator in ("target_attainment", "target_gap"):
        value = head(measured, indicator)
        assert value.value is None
        assert "scope_mismatch" in value.status
        assert "tidak dibandingkan" in notes(value)


@pytest.mark.parametrize("universe", ["employed", "pbpu", "list", "pemda"])
def test_a_target_of_the_same_universe_is_met(universe):
    measured = round_with(target("50 %", universe=universe), active=5000, universe=universe)
    assert head(measured, "target_attainment").value == 1
    assert head(measured, "target_gap").value == 0


def test_the_target_gap_is_people_for_coverage_rounded_up():
    assert head(round_with(target("35,01 %"), active=10, persons=101), "target_gap").value == 26


def test_years_of_one_document_stand_apart():
    measured = round_with(target("40 %", "RPJMD", year=2025), target("60 %", "RPJMD", year=2029))
    assert [v.node.period for v in measured.of("target_gap")] == ["2025", "2029"]
    assert [v.value for v in measured.of("target_gap")] == [432, 2432]


def test_a_target_of_coverage_is_not_answered_by_registration():
    measured = round_of(population=[people(100)], members=[members(registered=50)], targets=[target("40 %")])
    assert head(measured, "target_attainment").value is None
    assert head(measured, "target_gap").value is None


def test_a_target_of_a_group_is_held_against_that_group():
    measured = round_of(
        population=[people(100, group="rentan"), people(100, group="non_asn")],
        members=[members(group="rentan", active=20), members(group="non_asn", active=90)],
        targets=[target("40 %", group="rentan")],
    )
    assert head(measured, "target_gap").value == 20


def test_a_national_target_in_a_city_s_round_makes_it_neither_national_nor_its_own():
    measured = round_with(target("32,15 %", "RPJMN", place="ID"))
    assert measured.place == "36.72"
    assert [v.value for v in measured.of("target_attainment")] == [None]


def test_a_target_of_money_is_held_against_the_same_year():
    measured = round_of(
        contributions=[money(1000, "2025"), money(900, "2024")],
        targets=[target(2000, indicator="contributions"), target(3000, indicator="contributions", year=2026)],
    )
    first, second = measured.of("target_attainment")
    assert (first.value, first.numerator) == (0.5, 1000)
    assert second.value is None


def test_a_target_of_money_or_people_falls_short_by_a_whole_number():
    measured = round_of(
        contributions=[money(1000, "2025")],
        members=[members(active=357)],
        targets=[target("2 ribu", indicator="contributions"), target(500, indicator="active")],
    )
    gaps = [v.value for v in measured.of("target_gap")]
    assert gaps == [1000, 143]
    assert all(isinstance(gap, int) for gap in gaps)


def test_a_target_of_a_target_is_missing():
    assert head(round_with(target("50 %", indicator="target_attainment")), "target_attainment").value is None


def test_targets_of_two_indicators_in_one_document_are_both_shown():
    measured = round_of(
        population=[people(100)],
        members=[members(registered=50, active=20)],
        targets=[target("40 %", "RKPD"), target("60 %", "RKPD", indicator="registration")],
    )
    assert sorted(v.value for v in measured.of("target_gap")) == [10, 20]
