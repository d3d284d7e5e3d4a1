"""Odd but valid rounds: the tool measures them or says that nothing is usable; it never fails."""

import pytest
from small_rounds import BANTEN, DAY, budget, head, members, money, people, round_of, said

from semesta.basics.groups import GROUPS
from semesta.monev.measure import NoDay
from semesta.monev.registry import INDICATORS
from semesta.rounds.run import Unusable
from semesta.tables.registry import TABLES

AMOUNT = 2**63 - 1


def rich(place="36.72"):
    """One row or more in every table."""
    here = {"place": place}
    return {
        "population": [people(1000, place), people(300, place, decile="poor")],
        "members": [members(place, registered=600, active=500, funding="apbd.kabkota")],
        "contributions": [money(1000, place=place, programme="JKM")],
        "claims": [money(400, place=place, programme="JKM", cases=5, unit="case")],
        "budgets": [budget(place, funding="apbd.kabkota", persons=10, months=12, allocated=1000, realised=10)],
        "billing": [here | {"month": "2025-01", "billed": 10, "paid": 5, "persons_billed": 3}],
        "regulations": [here | {"kind": "perda", "stage": "drafting", "stage_since": "2024-01-01"}],
        "commitments": [here | {"text": "x", "due": "2024-01-01"}],
        "inpres_actions": [here | {"action": "x"}],
        "obstacles": [here | {"kind": "obstacle", "text": "x"}],
        "handovers": [here | {"heirs": 3, "date": DAY}],
        "compliance": [here | {"kind": "arrears", "amount": 10, "recovered": 3, "period": "2024"}],
        "meeting": [here | {"date": DAY}],
        "attendance": [here | {"institution": "x", "date": DAY}],
    }


def statements_of_everything(place="36.72"):
    cells = (
        {},
        {"year": 2024},
        {"period": "2024"},
        {"group": "rentan"},
        {"programme": "JKM", "funding": "csr"},
        {"wording": "more_than"},
        {"wording": "about", "as_of": "2020-01-01"},
    )
    return [said(name, stated, place, **more) for name in INDICATORS for more in cells for stated in (0, 0.5, -7)]


def targets_of_everything(place="36.72"):
    return [
        {"place": place, "year": year, "indicator": name, "value": value, "document": document}
        for name in INDICATORS
        for value, document, year in (("0", "own", 2024), ("5 %", "RPJMD", 2025), ("1", "RKPD", 2029))
    ]


def measured_or_unusable(**tables):
    try:
        return round_of(**tables)
    except (Unusable, NoDay):
        return None


@pytest.mark.parametrize("place", ["36.72", "36.72.01", "36", "36.00", "00", "ID"])
def test_everything_at_once_at_any_level_of_place(place):
    measured = round_of(**rich(place), statements=statements_of_everything(place), targets=targets_of_everything(place))
    assert measured.place == place
    assert {v.indicator for v in measured.values} == set(INDICATORS)


@pytest.mark.parametrize("as_of", [None, "2000-01-01", "2024-02-29", "2099-12-31"])
@pytest.mark.parametrize("table", [*rich(), "statements", "targets"])
def test_one_table_alone_on_any_day(table, as_of):
    tables = rich() | {"statements": statements_of_everything(), "targets": targets_of_everything()}
    measured = measured_or_unusable(**{table: tables[table]}, as_of=as_of)
    assert measured is None or {v.indicator for v in measured.values} == set(INDICATORS)


@pytest.mark.parametrize("table", [*rich()])
def test_targets_and_statements_of_everything_beside_one_table(table):
    measured = measured_or_unusable(
        **{table: rich()[table]},
        statements=statements_of_everything(),
        targets=targets_of_everything(),
        as_of=DAY,
    )
    assert measured is not None


@pytest.mark.parametrize("table", [name for name in rich() if name not in ("members", "contributions", "claims")])
def test_rows_of_which_nothing_but_what_must_be_there_is_known(table):
    required = {column.name for column in TABLES[table].columns if column.required}
    bare = {name: cell for name, cell in rich()[table][0].items() if name in required}
    assert measured_or_unusable(**{table: [bare]}, as_of=DAY) is not None


@pytest.mark.parametrize("table", ["contributions", "claims"])
def test_money_without_a_period_is_set_aside(table):
    assert measured_or_unusable(**{table: [{"place": "36.72", "amount": 5}]}, as_of=DAY) is None


def test_a_place_alone_is_nothing_usable():
    assert measured_or_unusable(population=[{"place": "36.72"}]) is None


def test_amounts_near_the_largest_number():
    measured = round_of(
        population=[people(AMOUNT), people(AMOUNT, "36.71")],
        members=[members(active=AMOUNT, registered=AMOUNT, funding=f) for f in ("apbd.kabkota", "csr")],
        contributions=[money(AMOUNT, programme=p, place=where) for p in ("JKM", "JKK") for where in ("36.71", "36.72")],
        claims=[money(AMOUNT, programme="JKM", place=where, cases=AMOUNT, unit="case") for where in ("36.71", "36.72")],
        budgets=[budget(where, allocated=AMOUNT, realised=1, funding="apbd.kabkota") for where in ("36.71", "36.72")],
        billing=[
            {"place": "36.72", "month": f"2025-0{n}", "billed": AMOUNT, "paid": AMOUNT, "persons_billed": AMOUNT}
            for n in (1, 2)
        ],
        compliance=[
            {"place": where, "kind": "arrears", "amount": AMOUNT, "recovered": AMOUNT, "period": "2024"}
            for where in ("36.71", "36.72")
        ],
    )
    assert head(measured, "population").value == 2 * AMOUNT
    assert head(measured, "budgeted").value == 2 * AMOUNT
    assert max(v.value for v in measured.of("person_months", place="36.72")) == 2 * AMOUNT
    assert max(v.value for v in measured.of("contributions", place="36") if v.value) == 4 * AMOUNT


def test_zeros_everywhere():
    measured = round_of(
        population=[people(0), people(0, decile="poor")],
        members=[members(active=0, registered=0), members(active=0, decile="poor")],
        contributions=[money(0, programme="JKM")],
        claims=[money(0, programme="JKM", cases=0, unit="case")],
        budgets=[budget(persons=0, months=0, price=0, allocated=0, realised=0)],
        billing=[{"place": "36.72", "month": "2025-01", "billed": 0, "paid": 0, "persons_billed": 0}],
        compliance=[{"place": "36.72", "kind": "arrears", "amount": 0, "recovered": 0, "period": "2024"}],
        statements=statements_of_everything(),
        targets=targets_of_everything(),
    )
    for share in ("coverage", "registration", "collection_rate", "claims_ratio", "realised_share", "recovery_rate"):
        assert head(measured, share).value is None


def test_zero_population_with_members():
    measured = round_of(population=[people(0)], members=[members(active=5, registered=5)])
    assert head(measured, "coverage").value is None
    assert head(measured, "gap").value == -5


def test_places_of_two_provinces_and_the_nation():
    rows = [people(n, place) for n, place in ((10, "36.72"), (20, "32.73"), (1000, "ID"), (5, "00"), (3, "36.00"))]
    measured = round_of(population=rows, members=[members("36.72", active=5), members("32", active=7)])
    assert (measured.place, head(measured, "population").value) == ("ID", 1000)


def test_a_place_and_all_its_levels_below():
    places = ["ID", "36", "36.72", "36.72.01", "36.72.02", "36.00", "00"]
    measured = round_of(
        population=[people(10, place) for place in places],
        members=[members(place, active=5, office=office) for place in places for office in ("A", "B", "")],
        budgets=[budget(place, allocated=5, persons=3, months=12) for place in places],
        contributions=[money(9, place=place, programme="JKM") for place in places],
        claims=[money(3, place=place, programme="JKM") for place in places],
    )
    assert head(measured, "population").value == 10
    assert head(measured, "contributions").value == 9


def test_every_group_at_once_with_members_three_levels_deep():
    measured = round_of(
        population=[people(10, group=group.code) for group in GROUPS],
        members=[members(group=group.code, active=5) for group in GROUPS if group.code.count(".") == 2],
    )
    assert head(measured, "coverage").value is not None


def test_population_by_segment_and_by_group_at_once():
    rows = [people(10, group=g, segment=s) for g in ("rentan", "", "rentan.ojek.online") for s in ("BPU", "PU", "")]
    measured = round_of(population=rows, members=[members(group="rentan", segment="BPU", active=3)])
    assert head(measured, "population").value == 10


def test_members_split_in_every_way_at_once():
    rows = [
        members(place, office=o, group=g, programme=p, funding=f, payer=payer, active=5, registered=9, basis="office")
        for place in ("36.71", "36.72")
        for o in ("A", "")
        for g in ("rentan", "non_asn.rt_rw")
        for p in ("JKK", "")
        for f, payer in (("apbd.provinsi", "36.00"), ("apbd.kabkota", ""), ("csr", ""), ("", ""))
    ]
    measured = round_of(members=rows, population=[people(100, place) for place in BANTEN])
    assert head(measured, "active").value == 20
    assert head(measured, "coverage", "36.72").value == 0.1


def test_two_figures_for_everything():
    tables = rich()
    doubled = {
        name: rows
        + [
            row | {"source": "lain"} | {k: 7 for k in ("persons", "active", "amount", "cases", "paid") if k in row}
            for row in rows
        ]
        for name, rows in tables.items()
        if name not in ("attendance",)
    }
    assert round_of(**doubled).findings


def test_periods_of_every_form():
    codes = [
        "2024",
        "2024-01",
        "2024-01/2024-07",
        "2019/2021",
        "../2024-07-17",
        "2024-07-17",
        "2024-01-01/2024-07-17",
        "2023-11/2024-02",
    ]
    measured = round_of(
        contributions=[money(n, code, programme="JKM") for n, code in enumerate(codes, 1)],
        claims=[money(n, code, programme="JKM", cases=n, unit="case") for n, code in enumerate(codes, 1)],
        statements=[said(name, 5, period=code, as_of="2024-03-01") for code in codes for name in INDICATORS],
    )
    assert {v.node.period for v in measured.of("claims_ratio")} >= set(codes)


def test_percentages_of_everything_said_in_every_way():
    measured = round_of(
        **rich(),
        statements=[
            said(name, stated)
            for name in INDICATORS
            for stated in ("52 persen", "minus 200 juta", "8,59 triliun", "52", "0")
        ],
    )
    assert measured.values


def test_a_day_long_before_and_long_after_all_law():
    for day in ("1950-01-01", "2099-01-01"):
        rows = [
            budget(year=year, group="rentan", persons=10, months=12, status="proposed") for year in (1990, 2024, 2099)
        ]
        measured = round_of(budgets=rows, population=[people(1)], as_of=day)
        assert {v.indicator for v in measured.values} == set(INDICATORS)


def test_more_members_than_people_leaves_a_negative_gap_within_its_bounds():
    measured = round_of(
        population=[people(0, "36", as_of="2024-06-30"), people(0, "36", group="non_asn", as_of="2024-06-30")],
        members=[
            members("36", registered=0, active=0, as_of="2024-06-30"),
            members("36", registered=0, active=0, group="non_asn.rt_rw", as_of="2024-06-30"),
            members("36", registered=1, active=0, office="A", group="non_asn", as_of="2024-06-30"),
        ],
    )
    unregistered = [v for v in measured.values if v.indicator == "unregistered" and v.value == -1]
    assert unregistered
    assert all(v.low is None or v.low <= v.value <= v.high for v in unregistered)
