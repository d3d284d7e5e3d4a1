"""Persons: registered is not active, each person once, and what is held against the population."""

import pytest
from small_rounds import BANTEN, DAY, findings, head, members, money, notes, only, people, round_of

NO_OVERLAP = [{"place": "36.72", "date": DAY, "no_overlap": "ya"}]


# ---- registered, active, protected


def test_coverage_is_never_made_from_the_registered():
    measured = round_of(population=[people(377162)], members=[members(registered=122019)])
    assert head(measured, "registration").value == pytest.approx(0.3235, abs=0.00005)
    for indicator in ("active", "coverage", "gap", "lapsed"):
        assert head(measured, indicator).value is None
        assert "missing" in head(measured, indicator).status
    assert head(measured, "unregistered").value == 255143


def test_registration_is_never_made_from_the_active():
    measured = round_of(population=[people(1000)], members=[members(active=500)])
    assert head(measured, "coverage").value == 0.5
    assert head(measured, "registration").value is None
    assert head(measured, "unregistered").value is None


def test_coverage_registration_gap_and_lapsed_keep_numerator_and_denominator():
    measured = round_of(population=[people(1000)], members=[members(registered=600, active=500)])
    values = {i: head(measured, i) for i in ("registration", "coverage", "gap", "unregistered", "lapsed")}
    assert {i: (v.value, v.numerator, v.denominator, v.unit) for i, v in values.items()} == {
        "registration": (0.6, 600, 1000, "share"),
        "coverage": (0.5, 500, 1000, "share"),
        "gap": (500, 500, 1000, "persons"),
        "unregistered": (400, 600, 1000, "persons"),
        "lapsed": (100, 500, 600, "persons"),
    }
    assert all(v.status == ("ok",) for v in values.values())


def test_missing_is_null_and_never_zero():
    measured = round_of(population=[people(1000)])
    for value in measured.values:
        if "missing" in value.status:
            assert value.value is None, value.indicator
    assert head(measured, "active").value is None
    assert head(measured, "gap").value is None


def test_nobody_active_is_a_zero_and_not_missing():
    measured = round_of(population=[people(1000)], members=[members(active=0)])
    assert (head(measured, "active").value, head(measured, "coverage").value, head(measured, "gap").value) == (
        0,
        0,
        1000,
    )


def test_a_population_of_zero_gives_no_share():
    assert head(round_of(population=[people(0)], members=[members(active=0)]), "coverage").value is None


# ---- never added across programmes and sources of money


def test_persons_are_never_added_across_programmes():
    measured = round_of(members=[members(programme="JKK", active=333), members(programme="JKM", active=300)])
    value = head(measured, "active")
    assert (value.value, value.low, value.high) == (333, 333, 633)
    assert "partial" in value.status
    assert "paling sedikit" in notes(value)
    assert only(measured, "active", programme="JKM").value == 300


def test_a_row_with_empty_programme_wins_over_programmes():
    rows = [members(active=400), members(programme="JKK", active=333), members(programme="JKM", active=300)]
    value = head(round_of(members=rows), "active")
    assert (value.value, value.high, value.status) == (400, None, ("ok",))


def test_the_largest_programme_is_taken_per_group_and_groups_are_added():
    rows = [
        members(group="rentan", programme="JKK", active=100),
        members(group="rentan", programme="JKM", active=90),
        members(group="non_asn", programme="JKK", active=10),
        members(group="non_asn", programme="JKM", active=40),
    ]
    value = head(round_of(members=rows), "active")
    assert (value.value, value.high) == (140, 240)


def test_persons_are_never_added_across_sources_of_money():
    value = head(round_of(members=[members(funding="apbd", active=100), members(funding="csr", active=50)]), "active")
    assert (value.value, value.low, value.high) == (100, 100, 150)
    assert "partial" in value.status


def test_sources_of_money_are_added_where_the_round_says_there_is_no_overlap():
    rows = [members(funding="apbd", active=100), members(funding="csr", active=50)]
    value = head(round_of(members=rows, meeting=NO_OVERLAP), "active")
    assert (value.value, value.high, value.status) == (150, None, ("ok",))


def test_programmes_are_not_added_even_where_there_is_no_overlap_of_sources():
    rows = [members(programme="JKK", active=100), members(programme="JKM", active=50)]
    assert head(round_of(members=rows, meeting=NO_OVERLAP), "active").value == 100


def test_two_payers_of_one_source_are_bounded_too():
    rows = [
        members(funding="apbd.provinsi", payer="36.00", active=20),
        members(funding="apbd.kabkota", payer="36.72", active=30),
    ]
    value = head(round_of(members=rows), "active")
    assert (value.value, value.high, value.node.funding) == (30, 50, "apbd")


def test_the_upper_bound_of_coverage_is_the_population():
    rows = [members(funding="apbd", active=100), members(funding="csr", active=50)]
    measured = round_of(population=[people(130)], members=rows)
    coverage, gap = head(measured, "coverage"), head(measured, "gap")
    assert (coverage.low, coverage.high) == (pytest.approx(100 / 130), 1.0)
    assert (gap.value, gap.low, gap.high) == (30, 0, 30)


def test_a_programme_above_the_members_it_shares_contradicts_them_alone():
    rows = [members(active=100), members(programme="JKK", active=120), members(programme="JKM", active=90)]
    [finding] = findings(round_of(members=rows), "figures.parts_total")
    assert {(c.given, c.healed) for c in finding.corrections} == {(100, 120), (120, 100)}


def test_programmes_whose_sum_is_above_the_members_are_no_contradiction():
    rows = [
        members(active=100, complete="ya"),
        members(programme="JKK", active=90),
        members(programme="JKM", active=90),
    ]
    assert findings(round_of(members=rows)) == []


def test_everything_paid_from_one_source_is_said_of_that_source():
    measured = round_of(population=[people(1000)], members=[members(funding="apbd.kabkota", active=100)])
    assert head(measured, "coverage").node.funding == "apbd.kabkota"


# ---- same universe, basis, group, day


def test_members_and_population_more_than_six_months_apart_give_no_share():
    measured = round_of(population=[people(1000, as_of="2024-10-30")], members=[members(active=300)])
    value = head(measured, "coverage")
    assert (value.value, "scope_mismatch" in value.status) == (None, True)
    assert "enam bulan" in notes(value)
    assert [f.quantity for f in findings(measured, "figures.period")] == ["coverage"]


def test_members_and_population_within_six_months_give_a_share():
    measured = round_of(population=[people(1000, as_of="2025-01-31")], members=[members(active=300)])
    assert head(measured, "coverage").value == 0.3


def test_a_gap_is_made_only_of_groups_of_which_both_are_known():
    measured = round_of(
        population=[people(100, group="rentan"), people(50, group="non_asn")],
        members=[members(group="rentan", active=20)],
    )
    value = head(measured, "gap")
    assert (value.value, value.status) == (80, ("partial",))
    assert "Non-ASN" in notes(value)
    assert only(measured, "gap", group="non_asn").value is None


def test_members_of_some_groups_give_coverage_of_the_whole_at_least():
    measured = round_of(population=[people(100, group="rentan")], members=[members(group="nelayan", active=20)])
    value = only(measured, "coverage", group="rentan")
    assert (value.value, value.status) == (0.2, ("partial",))
    assert "paling sedikit" in notes(value)


def test_members_of_a_wider_group_than_the_population_are_no_share_of_it():
    measured = round_of(population=[people(100, group="nelayan")], members=[members(group="rentan", active=20)])
    assert head(measured, "coverage").value is None
    assert "scope_mismatch" in head(measured, "coverage").status


def test_members_of_a_wider_place_than_the_population_are_no_share_of_it():
    measured = round_of(population=[people(100)], members=[members("36", active=2000)])
    assert head(measured, "coverage").value is None


def test_nested_groups_are_not_summed_twice_in_the_gap():
    measured = round_of(
        population=[people(100, group="rentan"), people(40, group="nelayan")],
        members=[members(group="rentan", active=60), members(group="nelayan", active=30)],
    )
    assert head(measured, "gap").value == 40


def test_lapsed_is_refused_when_registered_and_active_speak_of_different_people():
    measured = round_of(members=[members(group="rentan", registered=100), members(group="non_asn", active=20)])
    assert head(measured, "lapsed").value is None
    assert "scope_mismatch" in head(measured, "lapsed").status


def test_coverage_of_a_province_is_that_of_all_its_regions():
    measured = round_of(
        population=[people(100, place) for place in BANTEN],
        members=[members(place, active=30) for place in BANTEN],
    )
    value = head(measured, "coverage")
    assert (value.value, value.numerator, value.denominator, value.status) == (0.3, 240, 800, ("ok",))


def test_coverage_of_a_province_uses_only_regions_with_both_and_names_the_others():
    measured = round_of(
        population=[people(100, place) for place in BANTEN],
        members=[members(place, active=30) for place in BANTEN[:7]],
    )
    value = head(measured, "coverage")
    assert (value.value, value.denominator, value.status) == (0.3, 700, ("partial",))
    assert "Tangerang Selatan" in notes(value)


def test_more_members_than_people_is_impossible_and_said():
    measured = round_of(population=[people(100)], members=[members(registered=120, active=110)])
    assert {f.quantity for f in findings(measured, "figures.impossible")} == {"registration", "coverage"}
    assert "contradicted" in head(measured, "coverage").status


def test_as_many_members_as_people_is_possible():
    measured = round_of(population=[people(100)], members=[members(registered=100, active=100)])
    assert findings(measured) == []
    assert head(measured, "gap").value == 0


# ---- the poor


@pytest.mark.parametrize("decile", ["poor", "extreme_poor", "miskin"])
def test_poor_workers_covered_by_the_word_poor(decile):
    measured = round_of(
        population=[people(1000), people(30, decile=decile)], members=[members(decile=decile, active=12)]
    )
    value = head(measured, "poor_covered")
    assert (value.value, value.numerator, value.denominator) == (0.4, 12, 30)


def test_poor_workers_covered_by_the_deciles_up_to_the_limit():
    measured = round_of(
        population=[people(10 * n, decile=n) for n in range(1, 11)],
        members=[members(decile=n, active=n) for n in range(1, 11)],
    )
    value = head(measured, "poor_covered")
    assert (value.value, value.numerator, value.denominator) == (0.1, 10, 100)
    assert "Desil 4" in notes(value)


def test_half_of_the_poor_deciles_are_no_share_of_the_poor():
    measured = round_of(
        population=[people(10, decile=n) for n in (1, 2)], members=[members(decile=n, active=1) for n in (1, 2)]
    )
    assert head(measured, "poor_covered").value is None


def test_the_poor_of_two_universes_are_never_added():
    measured = round_of(
        population=[people(30, decile="poor"), people(50, decile="poor", universe="employed")],
        members=[members(decile="poor", active=10)],
    )
    shares = [(v.node.universe, v.value) for v in measured.of("poor_covered")]
    assert shares == [("pemda", pytest.approx(10 / 30)), ("employed", 0.2)]


def test_the_poor_of_regions_of_two_universes_are_refused():
    measured = round_of(
        population=[people(30, decile="poor"), people(50, "36.71", decile="poor", universe="employed")],
        members=[members(decile="poor", active=10), members("36.71", decile="poor", active=10)],
    )
    assert head(measured, "poor_covered").value is None
    assert "scope_mismatch" in head(measured, "poor_covered").status


def test_a_region_with_half_of_the_poor_deciles_stays_out_and_is_named():
    places = [("36.71", n) for n in (1, 2, 3, 4)] + [("36.72", n) for n in (1, 2)]
    measured = round_of(
        population=[people(10, place, decile=n) for place, n in places],
        members=[members(place, decile=n, active=5) for place, n in places],
    )
    value = head(measured, "poor_covered")
    assert (value.value, value.numerator, value.denominator, value.status) == (0.5, 20, 40, ("partial",))
    assert "Cilegon" in notes(value)


def test_poor_members_in_two_programmes_are_bounded():
    rows = [members(decile="poor", programme=p, active=n) for p, n in (("JKK", 10), ("JKM", 9))]
    value = head(round_of(population=[people(30, decile="poor")], members=rows), "poor_covered")
    assert (value.numerator, value.high) == (10, pytest.approx(19 / 30))
    assert "paling sedikit" in notes(value)


def test_a_group_is_never_taken_for_the_poor():
    measured = round_of(population=[people(100, group="rentan")], members=[members(group="rentan", active=20)])
    assert head(measured, "poor_covered").value is None


# ---- person-months and billing


def bill(month, billed=None, paid=None, persons=None, **cells):
    row = {"place": "36.72", "month": month, "billed": billed, "paid": paid, "persons_billed": persons}
    return {k: v for k, v in row.items() if v is not None} | cells


def test_person_months_are_persons_of_paid_months():
    measured = round_of(
        billing=[bill("2025-01", 100, 100, 10), bill("2025-02", 110, 110, 11), bill("2025-03", 120, 0, 12)]
    )
    assert only(measured, "person_months", period="2025-01/2025-03").value == 21


def test_person_months_are_never_persons_times_twelve_without_payments():
    assert head(round_of(members=[members(active=100)]), "person_months").value is None


def test_person_months_of_a_budget_are_called_a_plan():
    plan = {"place": "36.72", "year": 2026, "status": "apbd", "persons": 100, "months": 12, "group": "rentan"}
    value = head(round_of(budgets=[plan]), "person_months")
    assert value.value == 1200
    assert "rencana" in notes(value)


def test_the_same_people_under_two_accounts_of_a_budget_are_counted_once():
    plan = {"place": "36.72", "year": 2026, "status": "apbd", "persons": 333, "months": 12, "group": "rentan"}
    measured = round_of(budgets=[plan | {"account": "JKK"}, plan | {"account": "JKM"}])
    assert head(measured, "person_months").value == 3996


def test_a_planned_group_is_not_added_to_its_parts():
    plan = {"place": "36.72", "year": 2026, "status": "apbd", "months": 12}
    measured = round_of(
        budgets=[plan | {"group": "rentan", "persons": 100}, plan | {"group": "nelayan", "persons": 40}]
    )
    assert only(measured, "person_months", period="2026", funding="", group="rentan").value == 1200


def test_collection_is_received_of_billed_for_the_same_months():
    measured = round_of(billing=[bill("2025-01", 100, 100), bill("2025-02", 100, 50)])
    value = only(measured, "collection_rate", period="2025-01/2025-02")
    assert (value.value, value.numerator, value.denominator) == (0.75, 150, 200)


def test_collection_is_never_received_of_the_budget():
    plan = {"place": "36.72", "year": 2025, "status": "apbd", "allocated": 1000}
    measured = round_of(budgets=[plan], contributions=[money(500, "2025")])
    assert head(measured, "collection_rate").value is None
    assert head(measured, "realised_share").value is None


def test_collection_leaves_out_bills_of_which_the_payment_is_unknown_and_says_so():
    measured = round_of(billing=[bill("2025-01", 100, 60, account_no="A"), bill("2025-01", 300, account_no="B")])
    value = head(measured, "collection_rate")
    assert (value.value, value.denominator, value.status) == (0.6, 100, ("partial",))


def test_payments_of_unknown_bills_are_no_part_of_the_collection():
    measured = round_of(billing=[bill("2025-01", paid=40, account_no="A"), bill("2025-01", 100, 10, account_no="B")])
    value = head(measured, "collection_rate")
    assert (value.value, value.numerator, value.status) == (0.1, 10, ("partial",))


def test_an_unpaid_month_is_a_zero_and_a_missing_payment_is_none():
    rows = [bill("2025-01", 100, 0), bill("2025-02", 100), bill("2025-03", 100, 100)]
    value = head(round_of(billing=rows), "unpaid_months")
    assert (value.value, value.denominator, value.status) == (1, 2, ("partial",))


def test_a_month_not_yet_due_is_not_unpaid():
    rows = [bill("2025-01", 100, 0, due_on="2025-02-15"), bill("2025-06", 100, 0, due_on="2025-07-15")]
    assert head(round_of(billing=rows, as_of="2025-06-30"), "unpaid_months").value == 1


def test_without_any_known_payment_unpaid_months_are_missing():
    assert head(round_of(billing=[bill("2025-01", 100)]), "unpaid_months").value is None
