"""Expected claims of people whose cover is walked through month by month: who is covered, who waits, who has earned a scholarship.

Whoever pays nothing for three months is covered still; later cover is gone, and begins anew with three months in which heirs get the
funeral alone. A scholarship needs 36 months of contributions. Deaths are 3.5 and accidents 3.5 of 1,000 a year, as assumed.
"""

import random

import pytest
from planning_asked import FUNERAL, GRANT, group, payer

LONG_AGO = 12
DEATHS = ACCIDENTS = 3.5
SCHOLARSHIP, ACCIDENT = 4_500_000, 8_000_000


def walked(first, last, began, year, *, has_wage=False):
    """Months covered, months in which the funeral alone is paid, and months without a scholarship, of one person in a year.

    `began` is the month in which cover began, None for long ago.
    """
    now = began or (year - LONG_AGO, first)
    since, ever, unpaid, is_gone = 0, 0 if began else 1_000, 0, False
    covered = alone = unearned = 0
    while now <= (year, 12):
        if first <= now[1] <= last:
            since = 0 if is_gone else since
            is_gone, unpaid = False, 0
            seen = since, ever
            since, ever = since + 1, ever + 1
        else:
            unpaid += 1
            is_gone = is_gone or (unpaid > 3 and not has_wage)
            seen = since, ever
        if now[0] == year and not is_gone:
            covered += 1
            alone += seen[0] < 3 and not has_wage
            unearned += seen[1] < 36
        now = (now[0], now[1] + 1) if now[1] < 12 else (now[0] + 1, 1)
    return covered, alone, unearned


def by_walking(one, year, *, has_wage=False):
    """The same of all whom a payer pays for."""
    first, _, last = one["months"].partition("-")
    cohorts = [(None, one["kept"]), *(((y, one["begins"]), n) for y, n in one["added"].items() if y <= year)]
    each = [(walked(int(first), int(last), began, year, has_wage=has_wage), n) for began, n in cohorts]
    return [sum(n * counts[i] for counts, n in each) for i in range(3)]


PAYERS = {
    "all year": payer(1_000, months="1-12", begins=1, added={}),
    "new in December": payer(0, months="1-12", begins=12, added={2027: 1_000}),
    "new in November, beside old ones": payer(500, months="1-12", begins=11, added={2027: 300, 2028: 200}),
    "August to December": payer(700, months="8-12", begins=10, added={2027: 100, 2029: 50}),
    "as many months as the wait": payer(0, months="8-10", begins=8, added={2027: 400}),
    "two months a year": payer(900, months="11-12", begins=12, added={2028: 90}),
    "a gap over New Year that cover spans": payer(100, months="2-10", begins=4, added={2027: 10, 2028: 20}),
    "one month a year": payer(50, months="6-6", begins=6, added={2027: 1, 2028: 2, 2029: 3}),
}


def drawn(seed):
    draw = random.Random(seed)
    first = draw.randrange(1, 13)
    last = draw.randrange(first, 13)
    added = {year: draw.randrange(500) for year in range(2027, 2031)}
    return payer(1 + draw.randrange(500), months=f"{first}-{last}", begins=draw.randrange(first, last + 1), added=added)


ALL = {**PAYERS, **{f"drawn {seed}": drawn(seed) for seed in range(12)}}


@pytest.mark.parametrize("name", ALL)
def test_deaths_and_accidents_are_those_of_the_months_walked(planned, name):
    plan = planned(years={"first": 2027, "last": 2030}, groups=[group("rentan.nelayan", ALL[name])], claims={})
    rows = plan["parts"]["claims"]["rows"]
    assert {row["year"] for row in rows} <= {2027, 2028, 2029, 2030}
    for row in rows:
        covered, alone, unearned = by_walking(ALL[name], row["year"])
        assert row["person_years"] == pytest.approx(covered / 12)
        paid = (covered - alone) * GRANT + alone * FUNERAL + (covered - unearned) * SCHOLARSHIP
        of = {"JKM": DEATHS / 12_000 * paid, "JKK": ACCIDENTS / 12_000 * covered * ACCIDENT}
        assert row["amount"]["central"] == pytest.approx(of[row["programme"]], rel=1e-6)


@pytest.mark.parametrize("name", ALL)
def test_contributions_of_both_programmes_are_the_need(planned, name):
    """Also in 2026, when a company's relief begins in April: nothing of it is an average."""
    one = ALL[name] | {"funding": "csr", "added": {year - 1: n for year, n in ALL[name]["added"].items()}}
    plan = planned(years={"first": 2026, "last": 2029}, groups=[group("rentan.nelayan", one)], claims={})
    for need in plan["needs"]:
        rows = [row for row in plan["parts"]["claims"]["rows"] if row["year"] == need["year"]]
        assert sum(row["contributions"] for row in rows) == need["amount"]


def test_who_has_a_wage_never_waits_and_is_covered_whatever_is_owed(planned):
    one = payer(10, months="8-10", begins=9, added={2027: 20, 2028: 5})
    wage = {"route": "PU", "wage_per_month": 1_000_000, "risk_class": 1}
    plan = planned(years={"first": 2027, "last": 2029}, groups=[group("non_asn.rt_rw", one, **wage)], claims={})
    for row in plan["parts"]["claims"]["rows"]:
        covered, alone, _ = by_walking(one, row["year"], has_wage=True)
        assert (row["person_years"], alone) == (pytest.approx(covered / 12), 0)
