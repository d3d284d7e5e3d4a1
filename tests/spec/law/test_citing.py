"""A line cites what was law on its day: no regulation that nobody had written yet, none that has run out."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.answers import benefit, contribution
from semesta.law.citing import cited_on
from semesta.law.law import LAW

BPU, PU = "PP 44/2015 Lampiran II", "PP 44/2015 Pasal 16 dan Lampiran I"


@pytest.mark.parametrize(
    ("month", "of_bpu", "of_pu"),
    [
        ("2018-06", BPU, PU),
        ("2020-07", BPU, PU),
        ("2020-08", f"{BPU}; PP 49/2020", f"{PU}; PP 49/2020"),
        ("2021-01", f"{BPU}; PP 49/2020", f"{PU}; PP 49/2020"),
        ("2021-02", BPU, PU),
        ("2025-01", BPU, PU),
        ("2025-02", BPU, f"{PU}; PP 7/2025"),
        ("2025-08", BPU, f"{PU}; PP 7/2025 jo. PP 36/2025"),
        ("2026-01", f"{BPU}; PP 50/2025", f"{PU}; PP 7/2025 jo. PP 36/2025"),
        ("2026-02", f"{BPU}; PP 50/2025", PU),
    ],
)
def test_a_bill_cites_the_regulations_of_its_month(month, of_bpu, of_pu):
    case = {"month": month, "programmes": "JKK", "funding": "mandiri", "wage_per_month": 5_000_000, "risk_class": 1}
    cited = [contribution({**case, "segment": segment}).items[0].law for segment in ("BPU", "PU")]
    assert cited == [of_bpu, of_pu]


@pytest.mark.parametrize(
    ("date", "law"),
    [
        ("2014-03-01", "PP 14/1993 jo. PP 53/2012"),  # nothing that the rule names was law: the value's own article
        ("2019-12-01", "PP 44/2015 Pasal 34"),
        ("2019-12-02", "PP 44/2015 Pasal 34 jo. PP 82/2019"),
        ("2025-02-24", "PP 44/2015 Pasal 34 jo. PP 82/2019; Permenaker 1/2025"),
    ],
)
def test_a_benefit_cites_the_regulations_of_the_day_of_its_event(date, law):
    answer = benefit({"programme": "JKM", "event": "death", "date": date, "segment": "PU"})
    assert answer.items[0].law == law


def test_reasons_cite_the_regulations_of_the_day_as_well():
    case = {"segment": "BPU", "programmes": "JKK", "month": "2018-06"}
    told = contribution(case).items[0].because.id
    assert "(PP 44/2015 Lampiran II; sejak 1 Juli 2015)" in told
    assert "PP 50/2025" not in told


def test_of_a_regulation_that_no_value_cites_its_year_is_known():
    for day, cited in ((dt.date(2022, 12, 31), "PP 44/2015 Pasal 16"), (dt.date(2023, 1, 1), None)):
        law = "PP 44/2015 Pasal 16 jo. PP 49/2023"
        assert cited_on(law, day, LAW.book.regulations) == (cited or law)
