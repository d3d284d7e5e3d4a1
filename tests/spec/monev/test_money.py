"""Money: which contributions and claims may be judged together, how sure a ratio is, and the pool."""

import pytest
from small_rounds import findings, head, money, notes, only, round_of

NATIONAL = (
    "Selisih iuran dan manfaat bukan utang pemerintah daerah; dana jaminan sosial bersifat nasional dan gotong royong."
)
RISK = ("JKK", "JKM", "JKP")


def flows(contributions, claims, place=None):
    return round_of(contributions=contributions, claims=claims, place=place)


# ---- claims ratio


@pytest.mark.parametrize("programme", RISK)
def test_a_risk_programme_has_a_claims_ratio(programme):
    measured = flows([money(1000, programme=programme)], [money(400, programme=programme, cases=40)])
    value = only(measured, "claims_ratio", programme=programme)
    assert (value.value, value.numerator, value.denominator, value.status) == (0.4, 400, 1000, ("ok",))


@pytest.mark.parametrize("programme", ["JHT", "JP"])
def test_savings_have_no_claims_ratio_balance_gives_or_takes(programme):
    measured = flows([money(1000, programme=programme)], [money(780, programme=programme, cases=40)])
    for indicator in ("claims_ratio", "balance", "gives", "takes", "pool_result", "pool_carried"):
        assert [v.value for v in measured.of(indicator)] == [None]
    assert head(measured, "claims_paid").value == 780
    assert head(measured, "contributions").value == 1000


def test_an_unsplit_source_keeps_its_ratio_as_mixed():
    value = head(flows([money(1000)], [money(400)]), "claims_ratio")
    assert (value.value, value.status) == (0.4, ("mixed",))
    assert "campuran program, tidak dapat dinilai" in notes(value)


def test_programmes_given_apart_are_never_judged_or_netted_together():
    measured = flows(
        [money(1000, programme="JKM"), money(100, programme="JKK")],
        [money(400, programme="JKM"), money(300, programme="JKK")],
    )
    assert head(measured, "claims_ratio").value is None
    assert head(measured, "balance").value is None
    assert "mixed" in head(measured, "balance").status
    assert only(measured, "balance", programme="JKM").value == 600
    assert only(measured, "balance", programme="JKK").value == -200
    assert only(measured, "gives", programme="JKM").value == 600
    assert only(measured, "takes", programme="JKK").value == 200


def test_a_programme_on_one_side_only_makes_the_whole_partial_with_each_programme_beside_it():
    measured = flows([money(1000, programme="JKM")], [money(780, programme="JKK"), money(400, programme="JKM")])
    whole = head(measured, "claims_ratio")
    assert whole.value is None
    assert set(whole.status) == {"mixed", "partial"}
    assert only(measured, "claims_ratio", programme="JKM").value == 0.4
    one_sided = only(measured, "claims_ratio", programme="JKK")
    assert one_sided.value is None
    assert {"missing", "partial"} <= set(one_sided.status)


def test_few_cases_give_an_interval():
    value = head(
        flows([money(1000, programme="JKM")], [money(500, programme="JKM", cases=29, unit="case")]), "claims_ratio"
    )
    assert value.value == 0.5
    assert value.low is not None
    assert value.high is not None
    # Garwood's exact 95 % interval of 29 events is 19.42 to 41.65.
    assert (value.low, value.high) == (
        pytest.approx(0.5 * 19.42 / 29, rel=1e-3),
        pytest.approx(0.5 * 41.65 / 29, rel=1e-3),
    )


def test_thirty_cases_give_none():
    value = head(flows([money(1000, programme="JKM")], [money(500, programme="JKM", cases=30)]), "claims_ratio")
    assert (value.low, value.high) == (None, None)


def test_unknown_cases_are_said():
    value = head(flows([money(1000, programme="JKM")], [money(500, programme="JKM")]), "claims_ratio")
    assert "jumlah kasus tidak diketahui" in notes(value)


def test_no_contributions_give_no_ratio_but_a_balance():
    measured = flows([money(0, programme="JKM")], [money(500, programme="JKM")])
    assert head(measured, "claims_ratio").value is None
    assert head(measured, "balance").value == -500


def test_no_claims_give_a_ratio_of_zero():
    assert head(flows([money(9, programme="JKM")], [money(0, programme="JKM", cases=0)]), "claims_ratio").value == 0


@pytest.mark.parametrize(
    ("contributions", "claims"),
    [
        ([{"funding": "apbd.kabkota"}], [{}]),
        ([{"segment": "BPU"}], [{}]),
        ([{}], [{"segment": "BPU"}]),
        ([{"office": "A"}], [{}]),
        ([{"funding": "apbd.kabkota"}], [{"funding": "apbd.kabkota"}, {"funding": "csr"}]),
        ([{"segment": "BPU"}, {"segment": "PU"}], [{"segment": "BPU"}]),
        ([{"place": "36.71"}, {"place": "36.72"}], [{"place": "36.72"}]),
    ],
)
def test_contributions_and_claims_of_unequal_scope_are_refused(contributions, claims):
    measured = flows(
        [money(480, programme="JKM", **cells) for cells in contributions],
        [money(790, programme="JKM", **cells) for cells in claims],
    )
    for indicator in ("claims_ratio", "balance"):
        value = head(measured, indicator)
        assert value.value is None
        assert "scope_mismatch" in value.status
    assert findings(measured, "figures.scope")


def test_an_unsplit_side_may_stand_against_all_the_parts_of_the_other():
    fundings = ("apbd.kabkota", "csr")
    measured = flows(
        [money(1000, programme="JKM")], [money(200, programme="JKM", funding=funding) for funding in fundings]
    )
    assert head(measured, "claims_ratio").value == 0.4


def test_each_source_of_money_is_judged_by_itself():
    fundings = ("apbd.kabkota", "csr")
    measured = flows(
        [money(1000, programme="JKM", funding=f) for f in fundings],
        [money(400, programme="JKM", funding="apbd.kabkota"), money(700, programme="JKM", funding="csr")],
    )
    assert only(measured, "claims_ratio", programme="JKM", funding="csr").value == 0.7
    assert only(measured, "claims_ratio", programme="JKM", funding="apbd.kabkota").value == 0.4
    assert head(measured, "claims_ratio").value == pytest.approx(0.55)


@pytest.mark.parametrize("indicator", ["claims_ratio", "balance", "gives", "takes"])
def test_the_sentence_of_the_national_fund_stands_under_every_such_figure(indicator):
    measured = flows(
        [money(1000, programme="JKM"), money(100, "2023", programme="JKK")],
        [money(400, programme="JKM"), money(5, "2022", programme="JKP")],
    )
    values = list(measured.of(indicator))
    assert len(values) > 3
    assert all(NATIONAL in notes(value) for value in values)


def test_balance_gives_and_takes_of_one_programme():
    measured = flows([money(1000, programme="JKM")], [money(1300, programme="JKM")])
    assert [head(measured, i).value for i in ("balance", "gives", "takes")] == [-300, 0, 300]
    measured = flows([money(1000, programme="JKM")], [money(300, programme="JKM")])
    assert [head(measured, i).value for i in ("balance", "gives", "takes")] == [700, 700, 0]


def test_contributions_received_on_several_days_of_a_period_are_added():
    rows = [money(100, received_on="2024-03-01"), money(50, received_on="2024-06-01")]
    assert head(round_of(contributions=rows), "contributions").value == 150


def test_a_row_without_a_day_is_the_total_of_its_payments():
    rows = [money(160), money(100, received_on="2024-03-01"), money(50, received_on="2024-06-01")]
    assert head(round_of(contributions=rows), "contributions").value == 160


def test_whether_figures_have_lights_or_not_money_between_regions_has_no_direction():
    from semesta.monev.registry import INDICATORS

    for name in ("claims_ratio", "balance", "gives", "takes", "pool_result", "pool_carried"):
        assert (INDICATORS[name].direction, INDICATORS[name].thresholds) == ("neutral", None)


def test_thresholds_stand_only_with_their_source():
    from semesta.monev.registry import INDICATORS

    assert all(i.thresholds is None or i.thresholds.source for i in INDICATORS.values())


# ---- cases and averages


def test_cases_payments_and_persons_are_never_added():
    rows = [
        money(10, programme="JKK", cases=10, unit="case"),
        money(10, programme="JKM", cases=5, unit="person"),
    ]
    measured = round_of(claims=rows)
    assert head(measured, "claim_cases").value is None
    assert "scope_mismatch" in head(measured, "claim_cases").status
    assert only(measured, "claim_cases", programme="JKK").value == 10
    assert head(measured, "claims_paid").value == 20


def test_months_counted_in_two_units_are_never_added():
    rows = [money(10, f"2024-{n:02}", programme="JKM", cases=n, unit=u) for n, u in ((1, "case"), (2, "person"))]
    measured = round_of(claims=rows)
    assert only(measured, "claim_cases", programme="JKM", period="2024-01/2024-02").value is None
    assert only(measured, "claims_paid", programme="JKM", period="2024-01/2024-02").value == 20


def test_one_amount_beside_a_count_of_cases_and_one_of_persons_is_one_amount():
    rows = [
        money(1000, programme="JKM", cases=10, unit="case"),
        money(1000, programme="JKM", cases=12, unit="person"),
    ]
    measured = round_of(claims=rows)
    assert head(measured, "claims_paid").value == 1000
    assert findings(measured) == []


def test_an_average_claim_is_per_benefit_and_unit():
    rows = [money(84_000_000, programme="JKM", benefit="death", cases=2, unit="case")]
    value = only(round_of(claims=rows), "average_claim", programme="JKM", benefit="death")
    assert (value.value, value.unit) == (42_000_000, "rupiah_per_case")


def test_an_average_over_all_programmes_is_not_made():
    value = head(round_of(claims=[money(8_590, cases=674)]), "average_claim")
    assert (value.value, value.status) == (None, ("mixed",))


def test_an_average_of_unknown_units_is_not_made():
    value = head(round_of(claims=[money(84, programme="JKM", benefit="death", cases=2)]), "average_claim")
    assert value.value is None


# ---- break-even


def test_the_break_even_frequency_of_jkm_is_one_point_nine_four_deaths_in_a_thousand():
    value = head(round_of(population=[{"place": "36.72", "persons": 1, "as_of": "2025-06-30"}]), "break_even_frequency")
    assert value.value == pytest.approx(1.94, abs=0.005)
    assert (value.numerator, value.denominator) == (81_600, 42_000_000)
    assert value.unit == "per_1000_person_years"


def test_before_the_law_of_the_benefit_the_frequency_is_missing():
    value = head(round_of(population=[{"place": "36.72", "persons": 1, "as_of": "1990-06-30"}]), "break_even_frequency")
    assert value.value is None


# ---- the pool


def pool_of(contributions, claims, **cells):
    return flows(
        [money(amount, programme="JKM", **cells | at) for amount, at in contributions],
        [money(amount, programme="JKM", **cells | at) for amount, at in claims],
    )


A, B, C = {"office": "A"}, {"office": "B"}, {"office": "C"}
TANGERANG, CILEGON, SERANG = {"place": "36.71"}, {"place": "36.72"}, {"place": "36.73"}


@pytest.mark.parametrize(
    ("one", "other", "named"), [(A, B, ["A", "B"]), (TANGERANG, CILEGON, ["Tangerang", "Cilegon"])]
)
def test_a_pool_is_the_offices_or_places_in_the_data_named(one, other, named):
    measured = pool_of([(1000, one), (500, other)], [(400, one), (700, other)])
    assert head(measured, "pool_result").value == 400
    assert head(measured, "pool_carried").value == 200
    for indicator in ("pool_result", "pool_carried"):
        said = notes(head(measured, indicator))
        assert all(name in said for name in [*named, NATIONAL, "hasil investasi", "biaya operasional", "cadangan"])


def test_carried_is_at_most_what_is_given():
    measured = pool_of([(500, A), (500, B)], [(400, A), (1700, B)])
    assert (head(measured, "pool_result").value, head(measured, "pool_carried").value) == (-1100, 100)


def test_nothing_is_carried_where_all_give():
    measured = pool_of([(500, A), (500, B)], [(400, A), (100, B)])
    assert (head(measured, "pool_result").value, head(measured, "pool_carried").value) == (500, 0)


def test_an_office_of_which_one_side_is_unknown_stays_outside_the_pool_and_is_named():
    measured = pool_of([(1000, A), (500, B), (5, C)], [(400, A), (700, B)])
    value = head(measured, "pool_result")
    assert (value.value, value.status) == (400, ("partial",))
    assert "belum diketahui: C" in notes(value)


@pytest.mark.parametrize("cells", [A, {}])
def test_one_office_or_one_place_is_no_pool(cells):
    measured = pool_of([(1000, cells)], [(400, cells)])
    assert head(measured, "pool_result").value is None
    assert head(measured, "pool_carried").value is None


def test_two_programmes_are_no_pool():
    measured = flows(
        [money(1000, programme="JKM", **TANGERANG), money(500, programme="JKK", **CILEGON)],
        [money(400, programme="JKM", **TANGERANG), money(700, programme="JKK", **CILEGON)],
    )
    assert [v.value for v in measured.of("pool_result")] == [None]


def test_a_pool_is_of_one_period():
    measured = flows(
        [money(1000, programme="JKM", **A), money(500, "2023", programme="JKM", **B)],
        [money(400, programme="JKM", **A), money(700, "2023", programme="JKM", **B)],
    )
    assert all(v.value is None for v in measured.of("pool_result"))


def test_each_programme_has_its_own_pool():
    measured = flows(
        [money(n, programme=p, **o) for p, n in (("JKM", 1000), ("JKK", 50)) for o in (A, B)],
        [money(n, programme=p, **o) for p, o, n in (("JKM", A, 400), ("JKM", B, 1100), ("JKK", A, 10), ("JKK", B, 80))],
    )
    assert only(measured, "pool_result", programme="JKM").value == 500
    assert only(measured, "pool_carried", programme="JKM").value == 100
    assert only(measured, "pool_result", programme="JKK").value == 10
    assert only(measured, "pool_carried", programme="JKK").value == 30


def test_a_pool_of_regions_holds_each_region_once_whatever_its_districts():
    measured = pool_of(
        [(1000, TANGERANG), (500, CILEGON), (300, SERANG)], [(400, TANGERANG), (700, CILEGON), (300, SERANG)]
    )
    assert (head(measured, "pool_result").value, head(measured, "pool_carried").value) == (400, 200)
