"""A case comes to every line that applies, to their sum, or to everything that is wrong with it at once."""

from __future__ import annotations

import pytest

from semesta.law.answers import benefit, compared, contribution
from semesta.law.items import Item
from semesta.law.law import LAW
from semesta.law.lines import benefit_lines, contribution_lines, dues

WORKER = {"segment": "PU", "wage_per_month": 10_000_000, "risk_class": 3, "month": "2025-06"}
GUARD = {"programme": "JKK", "event": "death", "date": "2023-05-02", "segment": "PU", "wage_per_month": 3_131_321}


def test_a_bill_has_every_line_of_the_programmes_and_who_pays_it():
    answer = contribution({**WORKER, "programmes": "JKK,JKM,JHT,JP"})
    lines = [(item.programme, item.payer, item.amount) for item in answer.items]
    assert lines == [
        ("JKK", "employer", 89_000),
        ("JKM", "employer", 30_000),
        ("JHT", "employer", 370_000),
        ("JHT", "worker", 200_000),
        ("JP", "employer", 200_000),
        ("JP", "worker", 100_000),
    ]
    assert (answer.total, answer.verified) == (989_000, True)


@pytest.mark.parametrize(
    ("case", "programmes"),
    [
        (WORKER, ["JKK", "JKM", "JHT", "JP"]),
        ({"segment": "BPU", "month": "2025-06"}, ["JKK", "JKM"]),
        ({"segment": "JAKON", "month": "2025-06", "project_value": 1}, ["JKK", "JKM"]),
        ({**WORKER, "package": "JKK+JKM"}, ["JKK", "JKM"]),
        ({**WORKER, "programmes": ["jaminan hari tua", "JKK"]}, ["JHT", "JKK"]),
    ],
)
def test_a_bill_that_names_no_programmes_has_those_usual_for_the_segment(case, programmes):
    items = contribution(case).items
    assert list(dict.fromkeys(item.programme for item in items)) == programmes


@pytest.mark.parametrize("month", ["2025-03", "Maret 2025", "2025-03-31"])
def test_a_bill_goes_by_the_law_of_the_first_day_of_its_month(month):
    (employer, worker) = contribution(
        {**WORKER, "wage_per_month": 20_000_000, "programmes": "JP", "month": month}
    ).items
    assert (employer.amount, worker.amount) == (210_948, 105_474)  # the cap of 1 March 2025


def test_an_amount_that_is_not_known_is_named_with_its_input_and_never_counted_as_nothing():
    answer = contribution({"segment": "PU", "wage_per_month": 10_000_000, "programmes": "JKK,JKM", "month": "2025-06"})
    jkk, jkm = answer.items
    assert (answer.total, answer.at_least, jkk.amount, jkm.amount) == (None, 30_000, None, 30_000)
    assert jkk.because.id == "belum diketahui, perlu diisi: Kelompok risiko kerja (risk_class)"


def test_what_rests_on_unverified_law_says_so():
    answer = contribution({"segment": "BPU", "programmes": "JKM", "month": "2020-09"})
    assert (answer.total, answer.verified) == (68, False)
    assert "belum terverifikasi" in answer.items[0].because.id


def test_the_reasons_are_a_tree_with_articles_days_inputs_and_what_would_change_it():
    (item,) = contribution({"segment": "BPU", "programmes": "JKM", "month": "2025-06"}).items
    assert item.because.id.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "karena Iuran JKM bukan penerima upah: Rp6.800 (PP 44/2015 Lampiran II; sejak 1 Juli 2015)",
        "dan Bagian iuran JKK dan JKM BPU yang dibayar: 100 % (PP 44/2015)",
        "  karena Bagian iuran JKK dan JKM yang harus dibayar: 100 % (PP 44/2015)",
        "    karena Bagian iuran JKK dan JKM yang dibayar, keringanan PP 49/2020: 100 % (PP 44/2015; sejak 1 Februari 2021)",
        "yang mengubahnya: hukum sejak 1 April 2026",
    ]


def test_a_benefit_has_every_line_of_the_event():
    answer = benefit({**GUARD, "children": [{"level": "SMA"}]})
    assert [item.amount for item in answer.items] == [150_303_408, 12_000_000, 10_000_000, 69_000_000]
    assert answer.total == 241_303_408


def test_all_that_is_wrong_with_a_case_is_told_at_once():
    problems = benefit(
        {
            "programme": "JKK",
            "event": "deth",
            "date": "2025-02-30",
            "segmen": "PU",
            "risk_class": 7,
            "wage_per_month": -1,
        }
    ).problems
    said = "\n".join(problem.id for problem in problems)
    for part in ("deth", "death", "2025-02-30", "segmen", "segment", "risk_class = 7", "wage_per_month = -1"):
        assert part in said


def test_a_wrong_value_and_a_day_without_law_are_told_together():
    answer = contribution({**WORKER, "programmes": "JKK", "month": "2010-01", "risk_class": 9})
    assert [problem.id for problem in answer.problems] == [
        "risk_class = 9 tidak dikenal; yang boleh: 1 (sangat rendah), 2 (rendah), 3 (sedang), 4 (tinggi), 5 (sangat tinggi)",
        "tidak ada ketentuan pada 2010-01-01: Tarif JKK menurut kelompok risiko kerja (jkk_pu_rate_by_risk), sehingga tidak "
        "dapat dihitung: Iuran JKK penerima upah sebulan (jkk_pu_contribution); yang tercatat berlaku sejak 2015-07-01",
    ]


def test_no_law_on_the_day_is_a_problem_and_not_an_amount():
    answer = benefit({"programme": "JKP", "event": "dismissal", "date": "2021-02-01", "wage_per_month": 5_000_000})
    assert (answer.total, answer.items, answer.verified) == (None, (), False)
    assert "2021-02-02" in answer.problems[0].id


def test_what_was_no_law_is_said_once_when_it_is_the_line_itself():
    case = {"programme": "JKM", "event": "death", "date": "2025-02-23", "segment": "PU", "employers": 2}
    assert [problem.id for problem in benefit(case).problems] == [
        "tidak ada ketentuan pada 2025-02-23: Santunan JKM dari pemberi kerja kedua (jkm_second_employer_grants); yang tercatat "
        "berlaku sejak 2025-02-24"
    ]


def test_a_number_below_zero_is_told_as_such():
    case = {"programme": "JKM", "event": "death", "date": "2025-03-01", "segment": "BPU", "months_paid": "-2"}
    assert [problem.id for problem in benefit(case).problems] == ["months_paid = -2 di bawah nol"]


@pytest.mark.parametrize("programme", ["JP", "JKP"])
def test_programmes_that_a_segment_cannot_have_are_named(programme):
    answer = contribution({"segment": "BPU", "programmes": ["JKK", programme], "month": "2025-06"})
    assert [problem.id for problem in answer.problems] == [f"tidak ada iuran {programme} bagi segmen BPU"]


@pytest.mark.parametrize(
    ("case", "named"),
    [
        ({}, ["month", "segment"]),
        ({"segment": "PU", "month": "2025-13"}, ["month = 2025-13"]),
        ({"segment": "PUU", "month": "2025-01"}, ["segment = 'PUU'"]),
        ({"segment": "PU", "month": "2025-01", "programmes": "JKX"}, ["programme = JKX"]),
    ],
)
def test_what_a_bill_cannot_do_without_is_asked_for(case, named):
    problems = contribution(case).problems
    assert len(problems) == len(named)
    for problem, name in zip(problems, named, strict=True):
        assert problem.id.startswith(name)


@pytest.mark.parametrize("event", ["death", "Meninggal", "meninggal dunia"])
def test_codes_may_be_said_by_their_names(event):
    case = {"programme": "jaminan kematian", "event": event, "date": "1 Maret 2024", "segment": "penerima upah"}
    assert benefit(case).total == 42_000_000


def test_a_benefit_asks_for_programme_event_and_day():
    assert [problem.id.split()[0] for problem in benefit({}).problems] == ["date", "programme", "event"]


@pytest.mark.parametrize(
    ("further", "total"),
    [
        ({}, 20_500 + 6_800),
        ({"income_per_month": 1_000_000}, 16_800),
        ({"bpu_group": "honorer", "risk_class": 1}, 10_800),
    ],
)
def test_what_is_called_the_wage_of_one_without_wage_is_the_income(further, total):
    case = {"segment": "BPU", "wage_per_month": 2_000_000, "programmes": "JKK,JKM", "month": "2025-06"}
    assert contribution({**case, **further}).total == total


def test_a_benefit_counts_on_the_same_income():
    case = {"programme": "JKK", "event": "death", "date": "2025-06-01", "segment": "BPU", "wage_per_month": 2_000_000}
    assert benefit(case).items[0].amount == 48 * 2_050_000


def test_a_person_registered_either_way_is_compared():
    found = compared({"wage_per_month": 2_152_323, "risk_class": 1, "month": "2023-06"})
    assert {side: answer.total for side, answer in found.sides.items()} == {"PU": 11_623, "BPU": 16_800}
    assert found.difference == 5_177
    bought = {name: tuple(result.value for result in sides.values()) for name, sides in found.buys.items()}
    assert bought == {
        "jkk_death_grant": (103_311_504, 48_000_000),
        "jkk_total_disability_grant": (120_530_088, 56_000_000),
        "jkm_benefit": (42_000_000, 42_000_000),
    }


def test_of_two_ways_to_register_one_has_a_waiting_time():
    found = compared({"wage_per_month": 2_000_000, "risk_class": 1, "month": "2025-09", "months_paid": 1})
    assert [result.value for result in found.buys["jkm_benefit"].values()] == [42_000_000, 10_000_000]


def test_a_comparison_with_an_unknown_side_has_no_difference():
    assert compared({"wage_per_month": 2_152_323, "risk_class": 1, "month": "2026-06"}).difference is None


def test_under_a_death_stand_heirs_documents_and_last_days():
    after = benefit({**GUARD, "heirs": ["sibling", "parent"], "complete_on": "2023-05-15"}).after
    assert after is not None
    assert after.receivers is not None
    assert (after.receivers.relatives, after.receivers.place) == (("parent",), 2)
    assert after.pays_within is not None
    assert (after.pays_within.value, after.pays_within.verified) == (7, True)
    # 18 May 2023 was Ascension Day; seven working days after 15 May end on the 25th.
    assert [deadline.last_day.isoformat() for deadline in after.deadlines] == ["2023-05-04", "2028-05-02", "2023-05-25"]
    assert "KTP peserta" in {document.title.id for document in after.documents}


def test_heirs_that_nobody_knows_are_a_problem():
    assert benefit({**GUARD, "heirs": ["spose"]}).problems[0].id == "spose: tidak dikenal; yang mirip: spouse"


def test_an_event_without_death_has_no_heirs():
    answer = benefit({"programme": "JKP", "event": "dismissal", "date": "2025-03-01", "wage_per_month": 5_000_000})
    assert answer.after is not None
    assert answer.after.order is None


def test_every_line_that_is_declared_is_a_rule_of_the_book():
    lines = [*contribution_lines(), *(line for lines in benefit_lines().values() for line in lines)]
    assert {line.rule for line in lines if isinstance(line, Item)} <= set(LAW.book.rules)


def test_a_line_of_a_rule_has_its_title_and_article():
    import datetime as dt

    (due,) = dues(Item("jkm_bpu_contribution", "JKM", "member"), {}, {}, LAW, dt.date(2025, 6, 1))
    assert (due.title.id, due.law) == ("Iuran JKM bukan penerima upah sebulan", "PP 44/2015 Lampiran II")
