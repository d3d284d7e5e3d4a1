"""Budgets: what is budgeted, asked for, not budgeted and not reported; realisation, need and shortfall."""

import pytest
from small_rounds import budget, findings, head, members, notes, only, people, round_of

RENTAN = {"funding": "apbd.kabkota", "group": "rentan"}
STAGES = ("proposed", "rkpd", "kua_ppas", "rapbd", "apbd", "apbd_change", "realised")


def budgets_of(*rows, **tables):
    return round_of(budgets=list(rows), **tables)


# ---- stages


@pytest.mark.parametrize("last", range(1, len(STAGES) + 1))
def test_a_later_stage_replaces_an_earlier_one(last):
    rows = [budget(**RENTAN, allocated=100 - n, status=stage) for n, stage in enumerate(STAGES[:last])]
    value = head(budgets_of(*reversed(rows)), "budgeted")
    assert value.value == (None if STAGES[last - 1] not in ("apbd", "apbd_change", "realised") else 100 - (last - 1))


@pytest.mark.parametrize("stage", ["proposed", "rkpd", "kua_ppas", "rapbd"])
def test_what_is_asked_for_is_not_budgeted(stage):
    measured = budgets_of(budget(**RENTAN, allocated=100, status=stage))
    value = head(measured, "budgeted")
    assert (value.value, value.status) == (None, ("missing",))
    assert "belum ditetapkan" in notes(value)
    assert head(measured, "places_not_budgeted").value == 0


def test_an_enacted_budget_without_an_amount_is_no_proposal():
    value = head(budgets_of(budget(**RENTAN, persons=10)), "budgeted")
    assert (value.value, notes(value)) == (None, "")


def test_not_budgeted_is_a_stated_zero():
    measured = budgets_of(budget(**RENTAN, status="not_budgeted"))
    assert (head(measured, "budgeted").value, head(measured, "budgeted").status) == (0, ("ok",))
    value = head(measured, "places_not_budgeted")
    assert (value.value, value.denominator, notes(value)) == (1, 1, "Kota Cilegon")


def test_not_budgeted_and_not_reported_are_two_lists():
    measured = budgets_of(
        budget(allocated=10), budget("36.71", status="not_budgeted"), budget("36.73", status="proposed", allocated=5)
    )
    without, silent = head(measured, "places_not_budgeted"), head(measured, "places_not_reported")
    assert (without.value, without.denominator, notes(without)) == (1, 3, "Kota Tangerang")
    assert (silent.value, silent.denominator) == (5, 8)
    assert all(name not in notes(silent) for name in ("Kota Cilegon", "Kota Tangerang,"))
    assert "Kab. Lebak" in notes(silent)


def test_no_row_is_not_reported_and_never_zero():
    measured = round_of(population=[people(10)])
    for indicator in ("budgeted", "places_not_budgeted", "realised_share", "shortfall"):
        assert head(measured, indicator).value is None


def test_who_budgeted_for_one_group_is_not_listed_for_another():
    measured = budgets_of(budget(group="rentan", allocated=10), budget(group="non_asn", status="not_budgeted"))
    assert head(measured, "places_not_budgeted").value == 0


def test_not_budgeted_with_money_sets_the_row_aside():
    measured = budgets_of(budget(allocated=100, status="not_budgeted"), budget(allocated=7))
    assert measured.dataset.set_aside["budgets"] == 1


def test_accounts_are_added_and_each_year_stands_alone():
    measured = budgets_of(
        budget(account="A", allocated=10),
        budget(account="B", allocated=20),
        budget(account="A", allocated=5, year=2025),
    )
    assert only(measured, "budgeted", period="2026").value == 30
    assert only(measured, "budgeted", period="2025").value == 5


def test_a_given_budget_total_wins_over_its_groups_and_sources():
    measured = budgets_of(
        budget(allocated=100), budget(group="rentan", allocated=30), budget(funding="apbd.kabkota", allocated=90)
    )
    assert head(measured, "budgeted").value == 100


def test_budgets_of_regions_are_added_with_the_missing_ones_named():
    value = head(budgets_of(budget(allocated=10), budget("36.71", allocated=20)), "budgeted")
    assert (value.value, value.status) == (30, ("partial",))
    assert "baru 2 dari 8 wilayah" in notes(value)


# ---- realised


def test_the_realised_share_is_what_the_government_paid_of_what_it_allocated():
    value = head(budgets_of(budget(**RENTAN, allocated=100, realised=40)), "realised_share")
    assert (value.value, value.numerator, value.denominator) == (0.4, 40, 100)


def test_a_row_of_realisation_takes_the_amount_from_the_enacted_stage():
    rows = [budget(**RENTAN, allocated=100), budget(**RENTAN, realised=40, status="realised")]
    measured = budgets_of(*rows)
    assert (head(measured, "budgeted").value, head(measured, "realised_share").value) == (100, 0.4)


def test_a_row_of_realisation_takes_nothing_from_a_proposal():
    rows = [budget(**RENTAN, allocated=100, status="proposed"), budget(**RENTAN, realised=40, status="realised")]
    measured = budgets_of(*rows)
    assert (head(measured, "budgeted").value, head(measured, "realised_share").value) == (None, None)


def test_budgets_without_a_known_realisation_stay_out_of_the_share():
    value = head(
        budgets_of(budget(**RENTAN, allocated=100, realised=40), budget(funding="csr", allocated=50)), "realised_share"
    )
    assert (value.value, value.denominator, value.status) == (0.4, 100, ("partial",))


def test_more_realised_than_allocated_is_impossible_and_said():
    measured = budgets_of(budget(allocated=100, realised=140))
    assert [f.quantity for f in findings(measured, "figures.impossible")] == ["realised_share"]


# ---- need


def test_the_need_is_kept_and_added_by_months_and_price_by_law():
    measured = budgets_of(budget(**RENTAN, persons=1000, months=12), members=[members(**RENTAN, active=400)])
    value = head(measured, "need")
    assert (value.value, value.numerator) == (1000 * 16_800 * 12, 1000)
    assert "400 dipertahankan" in notes(value)
    assert "600 ditambah" in notes(value)
    assert "JKK+JKM" in notes(value)
    assert "16.800" in notes(value)


@pytest.mark.parametrize(("months", "need"), [(5, 452_508_000), (12, 1_086_019_200)])
def test_tobacco_farmers_of_blitar_cost_what_was_published(months, need):
    measured = budgets_of(budget(group="petani", persons=5387, months=months, year=2024, status="proposed"))
    assert head(measured, "need").value == need


def test_the_government_s_own_price_wins_over_the_law_s():
    value = head(budgets_of(budget(**RENTAN, persons=3450, months=12, price=16_200)), "need")
    assert value.value == 670_680_000
    assert "harga pemerintah daerah" in notes(value)


def test_prices_of_two_accounts_of_the_same_people_are_added_and_the_people_are_not():
    lines = [
        budget(**RENTAN, account=account, persons=333, months=12, price=price, allocated=333 * 12 * price)
        for account, price in (("JKK", 10_000), ("JKM", 6_800))
    ]
    measured = budgets_of(*lines)
    assert head(measured, "need").numerator == 333
    assert head(measured, "need").value == 333 * 12 * 16_800 == head(measured, "budgeted").value
    assert head(measured, "shortfall").value == 0


def test_a_line_of_a_whole_group_is_never_added_to_lines_of_its_parts():
    lines = [budget(group="rentan", persons=100, months=12), budget(group="nelayan", persons=40, months=12)]
    value = head(budgets_of(*lines), "need")
    assert value.numerator == 100


def test_those_already_paid_for_are_kept_even_where_no_line_names_them():
    kept = members(funding="apbd.kabkota", group="rt_rw", active=500)
    value = head(budgets_of(budget(**RENTAN, persons=100, months=12), members=[kept]), "need")
    assert (value.numerator, value.value) == (600, 600 * 12 * 16_800)
    assert "500 dipertahankan, 100 ditambah" in notes(value)


def test_never_fewer_are_needed_than_are_kept():
    measured = budgets_of(budget(**RENTAN, persons=100, months=12), members=[members(**RENTAN, active=400)])
    assert head(measured, "need").numerator == 400


def test_the_need_is_never_the_price_of_the_whole_gap():
    measured = round_of(population=[people(10_000, group="rentan")], members=[members(**RENTAN, active=400)])
    assert head(measured, "gap").value == 9_600
    value = head(measured, "need")
    assert (value.node.period, value.numerator, value.value) == ("2026", 400, 400 * 12 * 16_800)


@pytest.mark.parametrize("funding", ["csr", "mandiri", "pemberi_kerja"])
def test_who_pays_without_public_money_needs_no_budget(funding):
    assert head(round_of(members=[members(group="rentan", funding=funding, active=400)]), "need").value is None


def test_members_in_two_programmes_are_needed_for_once():
    rows = [members(**RENTAN, programme=p, active=n) for p, n in (("JKK", 333), ("JKM", 300))]
    assert head(round_of(members=rows), "need").numerator == 333


# ---- shortfall


def test_the_shortfall_is_need_less_what_is_allocated():
    measured = budgets_of(budget(**RENTAN, persons=3450, months=12, allocated=670_680_000))
    value = head(measured, "shortfall")
    assert (value.value, value.numerator, value.denominator) == (24_840_000, 670_680_000, 695_520_000)


def test_there_is_no_shortfall_where_the_budget_is_unknown():
    measured = budgets_of(budget(**RENTAN, persons=100, months=12, status="proposed", allocated=7))
    assert head(measured, "need").value is not None
    assert head(measured, "shortfall").value is None


def test_who_has_not_budgeted_is_short_of_all_of_it():
    measured = budgets_of(budget(**RENTAN, persons=10, months=12, status="not_budgeted"))
    assert head(measured, "shortfall").value == head(measured, "need").value == 2_016_000


def test_a_shortfall_over_governments_names_those_whose_budget_is_unknown():
    measured = budgets_of(
        budget(**RENTAN, persons=100, months=12, allocated=10_000_000),
        budget("36.71", **RENTAN, persons=100, months=12, status="proposed"),
    )
    value = head(measured, "shortfall")
    assert (value.value, value.status) == (10_160_000, ("partial",))
    assert "Tangerang" in notes(value)


# ---- a line against itself


def test_a_line_that_is_not_its_own_persons_months_and_price_is_said_with_what_would_heal_it():
    measured = budgets_of(budget(**RENTAN, persons=3450, months=12, price=16_800, allocated=670_680_000))
    [finding] = findings(measured)
    assert (finding.stated, finding.computed) == (670_680_000, 695_520_000)
    assert {c.healed for c in finding.corrections} == {695_520_000, 16_200}


def test_a_line_that_is_its_own_product_is_not_said():
    assert (
        findings(budgets_of(budget(**RENTAN, persons=15_000, months=12, price=16_800, allocated=3_024_000_000))) == []
    )


def test_a_rounded_budget_is_held_to_its_digits():
    agrees = budget(**RENTAN, persons=15_000, months=12, price=16_800, allocated="3,0 miliar")
    fails = budget(**RENTAN, persons=16_000, months=12, price=16_800, allocated="3,0 miliar")
    assert findings(budgets_of(agrees)) == []
    assert len(findings(budgets_of(fails))) == 1
