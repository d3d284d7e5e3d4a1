"""Scope of a figure: period, place, office, basis, universe, groups, deciles."""

import pytest
from small_rounds import BANTEN, DAY, findings, head, members, money, notes, only, people, round_of

from semesta.monev.value import Value

JKM = {"programme": "JKM"}


def ratio_of(contributions, claims) -> Value:
    measured = round_of(contributions=contributions, claims=claims)
    return head(measured, "claims_ratio")


# ---- period


@pytest.mark.parametrize("indicator", ["claims_ratio", "balance", "gives", "takes"])
def test_two_amounts_of_unequal_periods_are_neither_divided_nor_subtracted(indicator):
    measured = round_of(contributions=[money(1000, "2024", **JKM)], claims=[money(400, "2023", **JKM)])
    value = head(measured, indicator)
    assert value.value is None
    assert "scope_mismatch" in value.status
    assert [f.kind for f in findings(measured, "figures.period")] == ["figures.period"]


def test_two_amounts_of_one_period_are_divided():
    assert ratio_of([money(1000, **JKM)], [money(400, **JKM)]).value == pytest.approx(0.4)


def test_nothing_is_annualised():
    half = ratio_of([money(500, "2024-01/2024-06", **JKM)], [money(400, "2024", **JKM)])
    assert half.value is None
    assert "scope_mismatch" in half.status


def test_twelve_months_are_the_year():
    months = [money(100, f"2024-{month:02}", **JKM) for month in range(1, 13)]
    measured = round_of(contributions=months, claims=[money(600, "2024", **JKM)])
    assert only(measured, "contributions", programme="JKM", period="2024").value == 1200
    assert only(measured, "claims_ratio", programme="JKM", period="2024").value == pytest.approx(0.5)


def test_eleven_months_are_not_the_year():
    months = [money(100, f"2024-{month:02}", **JKM) for month in range(1, 12)]
    measured = round_of(contributions=months, claims=[money(600, "2024", **JKM)])
    assert only(measured, "claims_ratio", programme="JKM", period="2024").value is None


def test_a_month_missing_in_the_middle_breaks_the_run():
    months = [money(100, f"2024-{month:02}", **JKM) for month in (1, 2, 4, 5)]
    periods = {value.node.period for value in round_of(contributions=months).of("contributions")}
    assert periods == {"2024-01/2024-02", "2024-04/2024-05", "2024-01", "2024-02", "2024-04", "2024-05"}


def test_a_year_given_beside_its_months_wins_and_is_never_summed_with_them():
    months = [money(100, f"2024-{month:02}") for month in range(1, 7)]
    assert only(round_of(contributions=[money(1500), *months]), "contributions", period="2024").value == 1500


def test_quarters_and_their_months_do_not_contradict_the_year_they_make_up():
    months = [money(10, f"2024-{month:02}") for month in range(1, 13)]
    quarters = [money(30, f"2024-{month:02}/2024-{month + 2:02}") for month in (1, 4, 7, 10)]
    assert findings(round_of(contributions=[money(120), *quarters, *months])) == []


def test_months_that_make_up_a_year_must_be_it():
    months = [money(80, f"2024-{month:02}") for month in range(1, 13)]
    measured = round_of(contributions=[money(1000), *months])
    [finding] = findings(measured, "figures.parts_total")
    assert (finding.stated, finding.computed) == (1000, 960)
    assert only(measured, "contributions", period="2024").value == 1000
    assert "Desember 2024" in {c.title.id for c in finding.corrections}


def test_some_months_may_leave_a_rest_but_not_be_above_the_year():
    months = [money(10, f"2024-{month:02}") for month in range(1, 12)]
    assert findings(round_of(contributions=[money(120), *months])) == []
    [finding] = findings(round_of(contributions=[money(100), *months]))
    assert (finding.kind, finding.stated, finding.computed) == ("figures.parts_total", 100, 110)


def test_a_total_says_that_a_part_is_known_only_for_another_period():
    months = [money(10, f"2024-{month:02}", programme="JKM") for month in range(1, 12)]
    value = head(round_of(contributions=[money(100, programme="JKK"), *months]), "contributions")
    assert (value.node.period, value.value, value.status) == ("2024", 100, ("partial",))
    assert "belum termasuk" in notes(value)


def test_an_open_start_is_kept_and_equal_only_to_itself():
    open_start = "../2024-07-17"
    assert ratio_of([money(1000, open_start, **JKM)], [money(400, open_start, **JKM)]).node.period == open_start
    other = ratio_of([money(1000, open_start, **JKM)], [money(400, "2024-01-01/2024-07-17", **JKM)])
    assert other.value is None
    assert "scope_mismatch" in other.status


def test_an_open_start_is_not_made_of_months():
    months = [money(100, f"2024-{month:02}") for month in range(1, 7)]
    measured = round_of(contributions=[money(600, "../2024-06-30"), *months])
    assert findings(measured) == []
    assert {"../2024-06-30", "2024-01/2024-06"} <= {v.node.period for v in measured.of("contributions")}


def test_year_and_month_columns_are_the_short_form_of_a_period():
    row = {"place": "36.72", "year": 2024, "month": 7, "amount": 1000, "programme": "JKM"}
    year = {"place": "36.72", "year": 2024, "amount": 1000, "programme": "JKM"}
    assert ratio_of([row], [money(400, "2024-07", **JKM)]).value == pytest.approx(0.4)
    assert ratio_of([year], [money(400, "2024", **JKM)]).value == pytest.approx(0.4)


def test_a_period_that_contradicts_the_year_sets_the_row_aside():
    measured = round_of(contributions=[money(7, "2024", year=2023), money(5, "2024", year=2024)])
    assert measured.dataset.set_aside["contributions"] == 1
    assert head(measured, "contributions").value == 5


def test_banten_s_claims_keep_their_three_years():
    measured = round_of(claims=[money("8,59 triliun", "2019/2021", place="36")])
    assert head(measured, "claims_paid").node.period == "2019/2021"
    assert {v.node.period for v in measured.of("claims_paid")} == {"2019/2021"}


# ---- place


@pytest.mark.parametrize("written", ["36.72", "3672", "Kota Cilegon"])
def test_a_place_is_its_code_with_or_without_dots_or_its_name(written):
    measured = round_of(population=[people(100, place=written)])
    assert (measured.place, head(measured, "population").value) == ("36.72", 100)


def test_the_provincial_government_is_a_child_of_the_province_beside_its_regencies():
    measured = round_of(population=[people(100, place="36.00"), people(7)])
    assert measured.place == "36"
    assert head(measured, "population").value == 107
    assert head(measured, "population", "36.00").value == 100


def test_the_national_government_alone_is_its_own_place():
    measured = round_of(population=[people(100, place="00")])
    assert (measured.place, head(measured, "population").value) == ("00", 100)


def test_the_provincial_government_is_never_listed_among_missing_regions():
    value = head(round_of(population=[people(1, place=place) for place in BANTEN]), "population")
    assert (value.value, value.status) == (8, ("ok",))


def test_parts_above_the_total_contradict_it():
    measured = round_of(population=[people(376162), people(159219, group="non_asn"), people(217943, group="rentan")])
    [finding] = findings(measured, "figures.parts_total")
    assert (finding.stated, finding.computed, finding.difference) == (376162, 377162, -1000)
    assert "contradicted" in head(measured, "population").status


def test_parts_below_the_total_are_no_contradiction_unless_they_are_said_to_be_all():
    parts = [people(60, group="non_asn"), people(30, group="rentan")]
    assert findings(round_of(population=[people(100), *parts])) == []
    [finding] = findings(round_of(population=[people(100, complete="ya"), *parts]))
    assert (finding.kind, finding.difference) == ("figures.parts_total", 10)


@pytest.mark.parametrize("total", [True, False])
def test_a_given_total_wins_and_is_never_summed_with_its_parts(total):
    parts = [people(60, group="non_asn"), people(30, group="rentan")]
    measured = round_of(population=[*([people(100)] if total else []), *parts])
    assert head(measured, "population").value == (100 if total else 90)


def test_a_given_regional_total_wins_over_its_regions_and_groups():
    rows = [people(1000, place="36"), people(300), people(200, group="rentan"), people(100, place="36.71")]
    measured = round_of(population=rows)
    assert head(measured, "population").value == 1000
    assert head(measured, "population").status == ("ok",)


def test_districts_are_parts_of_their_city():
    rows = [people(10, place=f"36.72.0{n}") for n in range(1, 9)]
    measured = round_of(population=rows)
    assert measured.place == "36.72"
    assert head(measured, "population").value == 80
    assert head(measured, "population").status == ("ok",)


# ---- office and basis


def test_an_extract_by_office_against_a_list_by_residence_gives_coverage_at_least():
    measured = round_of(population=[people(1000, basis="residence")], members=[members(active=300, basis="office")])
    value = head(measured, "coverage")
    assert value.value == pytest.approx(0.3)
    assert "partial" in value.status
    assert "paling sedikit" in notes(value)


def test_an_extract_by_office_beside_one_by_residence_comes_second_and_says_at_least():
    by_both = [members(active=500, basis="residence"), members(active=400, basis="office")]
    measured = round_of(population=[people(1000, basis="residence")], members=by_both)
    exact, least = measured.of("coverage")
    assert (exact.value, exact.node.basis, exact.status) == (0.5, "residence", ("ok",))
    assert (least.value, least.node.basis) == (0.4, "office")
    assert "paling sedikit" in notes(least)
    assert head(measured, "population").value == 1000


def test_members_by_workplace_are_not_held_against_residents():
    value = head(
        round_of(population=[people(1000, basis="residence")], members=[members(active=300, basis="workplace")]),
        "coverage",
    )
    assert value.value is None
    assert "scope_mismatch" in value.status


def test_an_unstated_basis_is_held_against_any():
    value = head(round_of(population=[people(1000, basis="residence")], members=[members(active=300)]), "coverage")
    assert value.value == pytest.approx(0.3)


def test_one_population_on_two_bases_is_never_added():
    measured = round_of(
        population=[people(1000, basis="residence"), people(900, basis="workplace")],
        members=[members(active=500, basis="workplace")],
    )
    assert {(v.node.basis, v.value) for v in measured.of("population")} == {("residence", 1000), ("workplace", 900)}
    assert head(measured, "coverage").value == pytest.approx(500 / 900)


def test_two_bases_in_several_regions_are_not_added_either():
    rows = [
        people(n, place, basis=basis)
        for place, basis, n in [
            ("36.71", "residence", 10),
            ("36.71", "workplace", 9),
            ("36.72", "residence", 8),
            ("36.72", "workplace", 7),
        ]
    ]
    value = head(round_of(population=rows), "population")
    assert value.value is None
    assert "scope_mismatch" in value.status


def test_an_office_may_serve_several_regions():
    rows = [members("36.72", office="Serang", active=20), members("36.71", office="Serang", active=30)]
    measured = round_of(members=rows, population=[people(1, "36.72"), people(1, "36.71")])
    assert only(measured, "active", office="Serang").value == 50
    assert head(measured, "active", "36.72").value == 20


def test_an_empty_office_is_all_offices_and_wins_over_them():
    rows = [members(active=100), members(office="A", active=30), members(office="B", active=40)]
    measured = round_of(members=rows)
    assert head(measured, "active").value == 100
    assert only(measured, "active", office="A").value == 30


# ---- universe


def test_an_empty_universe_is_pemda():
    assert head(round_of(population=[people(100)]), "population").node.universe == "pemda"


def test_each_universe_of_a_place_has_its_own_population_and_share():
    measured = round_of(population=[people(1000), people(2000, universe="employed")], members=[members(active=500)])
    assert {(v.node.universe, v.value) for v in measured.of("population")} == {("pemda", 1000), ("employed", 2000)}
    assert {(v.node.universe, v.value) for v in measured.of("coverage")} == {("pemda", 0.5), ("employed", 0.25)}


def test_parts_of_one_universe_are_no_parts_of_a_total_of_another():
    rows = [people(100), people(300, group="rentan", universe="employed")]
    assert findings(round_of(population=rows), "figures.parts_total") == []


def test_a_total_over_regions_of_two_universes_is_refused_with_the_reason():
    measured = round_of(population=[people(1000), people(2000, "36.71", universe="employed")])
    value = head(measured, "population")
    assert (value.value, value.status) == (None, ("scope_mismatch",))
    assert "tidak dijumlahkan: semesta berbeda" in notes(value)
    [finding] = findings(measured, "figures.scope")
    assert (finding.place, finding.quantity) == ("36", "population")


def test_shares_of_two_universes_are_never_added_over_regions():
    measured = round_of(
        population=[people(1000), people(2000, "36.71", universe="employed")],
        members=[members(active=500), members("36.71", active=300)],
    )
    assert head(measured, "coverage").value is None
    assert {v.value for v in measured.of("coverage", place="36")} == {None, 0.5, 0.15}


def test_a_total_over_regions_on_two_bases_is_refused():
    value = head(
        round_of(population=[people(10, basis="residence"), people(20, "36.71", basis="workplace")]), "population"
    )
    assert value.value is None
    assert "dasar penghitungan berbeda" in notes(value)


def test_a_total_over_regions_of_different_groups_is_refused():
    value = head(round_of(population=[people(10, group="rentan"), people(20, "36.71", group="non_asn")]), "population")
    assert value.value is None
    assert "kelompok berbeda" in notes(value)


@pytest.mark.parametrize(("day", "total"), [("2024-12-31", 30), ("2024-12-27", None), ("2024-06-30", None)])
def test_a_total_over_regions_is_made_within_six_months_only(day, total):
    value = head(round_of(population=[people(10), people(20, "36.71", as_of=day)]), "population")
    assert value.value == total
    assert ("enam bulan" in notes(value)) == (total is None)


def test_a_total_over_regions_names_those_that_are_missing():
    value = head(round_of(population=[people(10), people(20, "36.71")]), "population")
    assert (value.value, value.status) == (30, ("partial",))
    assert "baru 2 dari 8 wilayah" in notes(value)
    for missing in ("Pandeglang", "Lebak", "Kab. Tangerang", "Kab. Serang", "Serang", "Tangerang Selatan"):
        assert missing in notes(value)


def test_missing_regions_are_named_also_beside_a_part_that_the_province_gives_itself():
    value = head(round_of(population=[people(100, "36", group="non_asn"), people(50, group="rentan")]), "population")
    assert (value.value, value.status) == (150, ("partial",))
    assert "baru 1 dari 8 wilayah" in notes(value)


def test_a_total_over_all_regions_is_whole():
    value = head(round_of(population=[people(10, place) for place in BANTEN]), "population")
    assert (value.value, value.status, notes(value)) == (80, ("ok",), "")


# ---- groups


def test_honorer_are_counted_without_contract_teachers():
    measured = round_of(population=[people(100, group="honorer"), people(50, group="guru honorer")])
    assert head(measured, "population").value == 150
    assert only(measured, "population", group="non_asn.honorer").value == 100
    assert only(measured, "population", group="non_asn.guru_honorer").value == 50


@pytest.mark.parametrize("name", ["RT/RW", "Ketua RT/RW", "non_asn.rt_rw"])
def test_heads_of_neighbourhoods_have_one_home_whatever_a_source_calls_them(name):
    assert head(round_of(population=[people(10, group=name)]), "population").node.group == "non_asn.rt_rw"


def test_part_time_pppk_are_civil_servants_and_no_part_of_non_asn():
    measured = round_of(population=[people(10, group="pppk paruh waktu"), people(20, group="non_asn")])
    assert only(measured, "population", group="non_asn").value == 20
    assert only(measured, "population", group="asn.pppk_paruh_waktu").value == 10


def test_groups_nested_with_gaps_stand_under_each_group_above_them():
    rows = [people(100, group="rentan"), people(30, group="rentan.ojek.online"), people(20, group="rentan.nelayan")]
    measured = round_of(population=rows)
    assert head(measured, "population").value == 100
    assert only(measured, "population", group="rentan.ojek").value == 30


def test_parts_by_segment_and_parts_by_group_overlap_and_are_not_added():
    measured = round_of(
        population=[people(100, group="rentan"), people(120, segment="BPU"), people(50, group="non_asn")]
    )
    value = head(measured, "population")
    assert (value.low, value.high) == (120, 270)
    assert "partial" in value.status


# ---- deciles


def test_ten_deciles_make_the_whole_and_the_poor_never_enter_it():
    rows = [people(10 * n, decile=n) for n in range(1, 11)] + [people(33, decile="poor")]
    assert head(round_of(population=rows), "population").value == 550


def test_some_deciles_are_no_total():
    measured = round_of(population=[people(10, decile=n) for n in (1, 2, 3)])
    assert head(measured, "population").value is None


def test_deciles_above_their_total_contradict_it():
    measured = round_of(population=[people(90), *[people(10, decile=n) for n in range(1, 11)]])
    [finding] = findings(measured, "figures.parts_total")
    assert (finding.stated, finding.computed) == (90, 100)
    assert head(measured, "population").value == 90


def test_a_total_of_other_days_is_not_contradicted_by_parts_of_today():
    rows = [people(50, as_of="2023-01-01"), people(60, group="rentan", as_of=DAY)]
    assert findings(round_of(population=rows)) == []
