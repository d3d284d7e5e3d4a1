"""Agreement of figures: what was said, with its digits and words, against the data."""

import pytest
from small_rounds import findings, head, healed, members, money, people, round_of, said

LOOSE, WRONG = "figures.loose", "figures.statement"


def verdicts(measured):
    return [finding.kind for finding in measured.findings]


def said_of_people(stated, wording="exactly", persons=100):
    return verdicts(round_of(population=[people(persons)], statements=[said("population", stated, wording=wording)]))


@pytest.mark.parametrize(
    ("wording", "stated", "found"),
    [
        ("", 100, []),
        ("exactly", 100, []),
        ("exactly", 101, [WRONG]),
        ("exactly", 99, [WRONG]),
        # within 5 % of what was said: 105.2 allows 5.26, 105.3 allows 5.265
        ("about", 100, []),
        ("about", 105, []),
        ("about", 106, [WRONG]),
        ("about", 96, []),
        ("about", 95, [WRONG]),
        # above X, up to 1.25 X
        ("more_than", 101, [WRONG]),
        ("more_than", 100, [WRONG]),
        ("more_than", 99, []),
        ("more_than", 80, []),
        ("more_than", 79, [LOOSE]),
        ("less_than", 99, [WRONG]),
        ("less_than", 100, [WRONG]),
        ("less_than", 101, []),
    ],
)
def test_each_wording_has_two_sides(wording, stated, found):
    assert said_of_people(stated, wording) == found


@pytest.mark.parametrize(
    ("wording", "stated", "found", "expected"),
    [
        ("more_than", -200, -250, []),
        ("more_than", -200, -251, [LOOSE]),
        ("more_than", -200, -201, []),
        ("more_than", -200, -200, [WRONG]),
        ("more_than", -200, -150, [WRONG]),
        ("more_than", -200, 250, [WRONG]),
        ("more_than", 200, -250, [WRONG]),
        ("less_than", -200, -199, []),
        ("less_than", -200, -201, [WRONG]),
        ("about", -200, -210, []),
        ("about", -200, -211, [WRONG]),
        ("exactly", -200, -200, []),
        ("exactly", -200, 200, [WRONG]),
    ],
)
def test_of_a_negative_figure_the_size_counts(wording, stated, found, expected):
    measured = round_of(
        contributions=[money(1000, programme="JKM")],
        claims=[money(1000 - found, programme="JKM")],
        statements=[said("balance", stated, programme="JKM", wording=wording)],
    )
    assert head(measured, "balance").value == found
    assert verdicts(measured) == expected


@pytest.mark.parametrize(
    ("paid", "found"),
    [
        (8_585_000_000_000, []),
        (8_595_000_000_000, []),
        (8_584_999_999_999, [WRONG]),
        (8_595_000_000_001, [WRONG]),
    ],
)
def test_8_59_trillion_is_said_to_five_milliard(paid, found):
    measured = round_of(claims=[money(paid)], statements=[said("claims_paid", "8,59 triliun")])
    assert verdicts(measured) == found


@pytest.mark.parametrize(("active", "found"), [(515, []), (525, []), (514, [WRONG]), (526, [WRONG])])
def test_52_percent_is_said_to_half_a_percent(active, found):
    measured = round_of(
        population=[people(1000)], members=[members(active=active)], statements=[said("coverage", "52 persen")]
    )
    assert verdicts(measured) == found


@pytest.mark.parametrize(
    ("stated", "found"), [("45 %", []), ("42,9 %", []), ("44 %", []), ("30 %", [WRONG]), ("60 %", [WRONG])]
)
def test_a_share_of_rounded_figures_is_no_more_certain_than_they_are(stated, found):
    measured = round_of(
        population=[people("6 juta")], members=[members(active="2,7 juta")], statements=[said("coverage", stated)]
    )
    assert verdicts(measured) == found


def test_a_share_of_exact_figures_is_exact():
    measured = round_of(
        population=[people(6_000_000)], members=[members(active=2_700_000)], statements=[said("coverage", "42,9 %")]
    )
    assert verdicts(measured) == [WRONG]


def test_cilegon_s_91_347_of_176_thousand_is_52_percent():
    measured = round_of(
        population=[people("176 ribu")], members=[members(active=91_347)], statements=[said("coverage", "52 %")]
    )
    assert verdicts(measured) == []


def test_a_wrong_statement_says_both_figures_and_their_difference_and_marks_the_figure():
    measured = round_of(population=[people(100, source="list")], statements=[said("population", 130, source="press")])
    [finding] = measured.findings
    assert (finding.severity, finding.stated, finding.computed, finding.difference) == ("error", 130, 100, 30)
    assert finding.sources == ("press", "list")
    assert "contradicted" in head(measured, "population").status
    assert head(measured, "population").value == 100


def test_a_loose_statement_is_true_and_contradicts_nothing():
    measured = round_of(population=[people(100)], statements=[said("population", 50, wording="more_than")])
    [finding] = measured.findings
    assert (finding.kind, finding.severity) == (LOOSE, "info")
    assert "benar tetapi longgar" in finding.message.id
    assert head(measured, "population").status == ("ok",)


@pytest.mark.parametrize(
    ("indicator", "written", "wording", "quoted"),
    [
        ("coverage", "46,28 %", "exactly", "“46,28 %”"),
        ("coverage", "52,5 %", "exactly", "“52,5 %”"),
        ("coverage", "82 %", "exactly", "“82 %”"),
        ("population", "3,8 juta", "about", "“sekitar 3,8 juta”"),
        ("population", "256 ribu", "exactly", "“256 ribu”"),
        ("population", "3.800.000", "exactly", "“3.800.000”"),
    ],
)
def test_a_statement_is_quoted_in_the_digits_in_which_it_was_written(
    indicator: str, written: str, wording: str, quoted: str
) -> None:
    measured = round_of(
        population=[people(600)], members=[members(active=150)], statements=[said(indicator, written, wording=wording)]
    )
    [finding] = measured.findings
    assert quoted in finding.message.id.replace("\xa0", " ")


def test_a_statement_names_its_day_that_of_the_data_and_the_universe():
    spoken = said("population", 130, as_of="2024-03-31", universe="employed")
    measured = round_of(population=[people(100, universe="employed", as_of="2024-02-28")], statements=[spoken])
    [finding] = measured.findings
    assert "(penduduk bekerja di luar ASN, TNI dan Polri)" in finding.message.id
    assert "“130” (31 Maret 2024)" in finding.message.id
    assert "100 (28 Februari 2024)" in finding.message.id


# ---- sums


BANTEN_PARTS = [people(159_219, "36", group="non_asn"), people(217_943, "36", group="rentan")]


@pytest.mark.parametrize("as_total", [True, False])
def test_a_failed_sum_lists_every_single_correction_and_chooses_none(as_total):
    if as_total:
        measured = round_of(population=[people(376_162, "36"), *BANTEN_PARTS])
    else:
        measured = round_of(population=BANTEN_PARTS, statements=[said("population", 376_162, "36")])
    [finding] = findings(measured, "figures.")
    assert finding.kind == "figures.parts_total"
    assert healed(finding) == {377_162, 158_219, 216_943}
    assert finding.difference == -1000
    assert "Tidak satu pun dipilih" in finding.message.id
    assert head(measured, "population").value == (376_162 if as_total else 377_162)


def test_every_correction_heals_the_sum():
    measured = round_of(population=[people(90), people(30, group="rentan"), people(70, group="non_asn")])
    [finding] = measured.findings
    parts = {30, 70}
    for correction in finding.corrections:
        total = correction.healed if correction.given == 90 else 90
        healed_parts = sum(correction.healed if part == correction.given else part for part in parts)
        assert total == healed_parts


def test_a_part_that_would_have_to_be_negative_is_no_correction():
    measured = round_of(population=[people(10), people(5, group="rentan"), people(70, group="non_asn")])
    [finding] = measured.findings
    assert healed(finding) == {75, 5}


def test_a_part_may_be_healed_to_nothing():
    measured = round_of(population=[people(10), people(5, group="rentan"), people(10, group="non_asn")])
    [finding] = measured.findings
    assert healed(finding) == {15, 0, 5}


def test_a_sum_of_rounded_parts_is_held_to_their_digits():
    parts = [people("150 ribu", group="non_asn"), people("200 ribu", group="rentan")]
    assert round_of(population=[people(349_000), *parts]).findings == ()
    assert len(round_of(population=[people(348_000), *parts]).findings) == 1


# ---- what leaves room


@pytest.mark.parametrize(("stated", "found"), [(332, [WRONG]), (333, []), (500, []), (633, []), (634, [WRONG])])
def test_a_statement_between_the_bounds_of_a_figure_is_not_contradicted(stated, found):
    rows = [members(programme="JKK", active=333), members(programme="JKM", active=300)]
    assert verdicts(round_of(members=rows, statements=[said("active", stated)])) == found


@pytest.mark.parametrize(("stated", "found"), [(99, [WRONG]), (100, []), (1000, [])])
def test_a_total_of_which_regions_are_missing_contradicts_only_what_is_below_it(stated, found):
    measured = round_of(population=[people(100)], statements=[said("population", stated, "36")])
    assert verdicts(measured) == found


def test_a_statement_of_a_figure_that_may_not_be_made_is_not_judged():
    measured = round_of(
        population=[people(10), people(20, "36.71", universe="employed")], statements=[said("population", 30, "36")]
    )
    assert findings(measured, WRONG) == []


def test_a_statement_of_a_missing_figure_is_not_judged():
    assert round_of(population=[people(10)], statements=[said("coverage", "52 %")]).findings == ()


# ---- what a statement speaks of


@pytest.mark.parametrize(
    ("cells", "stated"),
    [({}, 300), ({"group": "rentan"}, 100), ({"group": "non_asn"}, 200), ({"universe": "employed"}, 900)],
)
def test_a_statement_is_held_against_the_group_and_universe_it_names(cells, stated):
    rows = [people(100, group="rentan"), people(200, group="non_asn"), people(900, universe="employed")]
    right = round_of(population=rows, statements=[said("population", stated, **cells)])
    wrong = round_of(population=rows, statements=[said("population", stated + 1, **cells)])
    assert (len(right.findings), len(wrong.findings)) == (0, 1)


@pytest.mark.parametrize("when", [{"year": 2023}, {"period": "2023"}])
def test_a_statement_is_held_against_the_period_it_names(when):
    rows = [money(100, "2024"), money(50, "2023")]
    assert verdicts(round_of(contributions=rows, statements=[said("contributions", 50, **when)])) == []
    assert verdicts(round_of(contributions=rows, statements=[said("contributions", 100, **when)])) == [WRONG]


def test_a_statement_of_an_earlier_day_is_held_against_the_data_of_that_day():
    rows = [people(100, as_of="2024-01-01"), people(200)]
    then = said("population", 100, as_of="2024-02-01")
    assert verdicts(round_of(population=rows, statements=[then])) == []
    assert verdicts(round_of(population=rows, statements=[then | {"as_of": "2025-06-30"}])) == [WRONG]


def test_a_statement_long_after_the_data_is_not_judged_by_them():
    rows = [people(100, as_of="2023-01-01"), people(200)]
    assert verdicts(round_of(population=rows, statements=[said("population", 300, as_of="2024-02-01")])) == []


@pytest.mark.parametrize("name", ["coverage", "Cakupan", "Coverage"])
def test_a_statement_names_an_indicator_by_id_or_title(name):
    measured = round_of(population=[people(100)], members=[members(active=50)], statements=[said(name, "60 %")])
    assert verdicts(measured) == [WRONG]


def test_a_statement_of_an_unknown_indicator_is_set_aside_with_what_to_do():
    measured = round_of(population=[people(100)], statements=[said("cakpan", "60 %")])
    assert measured.dataset.set_aside["statements"] == 1
    assert [p.fault.cause for p in measured.dataset.problems] == ["indicator.unknown"]


# ---- two sources


def test_the_same_quantity_from_two_sources_is_said_and_the_first_written_is_used():
    measured = round_of(population=[people(100, source="A"), people(110, source="B")])
    [finding] = findings(measured, "figures.two_sources")
    assert (finding.stated, finding.computed, set(finding.sources)) == (100, 110, {"A", "B"})
    assert healed(finding) == {100, 110}
    value = head(measured, "population")
    assert (value.value, value.status) == (100, ("contradicted",))


def test_two_sources_that_agree_within_their_digits_are_not_said():
    measured = round_of(population=[people("100 ribu", source="A"), people(100_400, source="B")])
    assert measured.findings == ()


def test_two_sources_of_money_are_said():
    measured = round_of(claims=[money(100, source="A"), money(110, source="B")])
    [finding] = findings(measured, "figures.two_sources")
    assert finding.quantity == "claims_paid"


def test_two_days_of_one_quantity_are_no_two_sources():
    measured = round_of(population=[people(100, as_of="2025-01-01", source="A"), people(110, source="B")])
    assert measured.findings == ()
    assert head(measured, "population").value == 110


def test_the_gravest_finding_comes_first():
    measured = round_of(
        population=[people(100, source="A"), people(110, source="B")],
        contributions=[money(5)],
        statements=[said("population", 10, wording="more_than"), said("contributions", 7)],
    )
    severities = [finding.severity for finding in measured.findings]
    assert severities == ["error", "warning", "info"]
