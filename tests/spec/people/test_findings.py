"""Each finding lists whom it should and nobody else, with a reason a reader can check."""

import datetime as dt
from dataclasses import replace

import polars as pl
import pytest
from lists_made import DAY, found, ids, people

from semesta.people.findings.finding import looked_at
from semesta.people.findings.registry import FINDINGS

BPU = {"name": "ANI", "segment": "BPU", "registered_on": dt.date(2024, 1, 1)}


def paid(participant, *months, amount=16_800, **more):
    return [{"participant_id": participant, "month": month, "amount": amount, **more} for month in months]


def months(first, last, year=2025):
    return [f"{year}-{month:02}" for month in range(first, last + 1)]


# ---- every finding


def test_every_finding_without_its_tables_says_what_it_lacks_and_gives_no_count():
    for finding in FINDINGS.values():
        made = looked_at(finding, people(households=[{"kk": "1"}]))
        assert made.count is None
        assert made.lacking


def test_every_finding_of_lists_without_faults_is_empty():
    calm = people(
        pairs={"workers": {"1": "1"}, "deaths": {}},
        workers=[{"name": "ANI", "nik": "3672010101900001", "birth_date": dt.date(1990, 1, 1), "place": "36.72"}],
        participants=[{**BPU, "nik": "3672010101900001", "funding": "apbd.kabkota", "place": "36.72"}],
        payments=paid("1", *months(1, 8), funding="apbd.kabkota", payer="36.72"),
        deaths=[{"name": "BUDI", "death_date": dt.date(2025, 5, 1)}],
        claim_cases=[{"programme": "JKM", "event_date": dt.date(2025, 5, 1)}],
        budgets=[
            {"place": "36.72", "year": 2025, "months": 12, "funding": "apbd.kabkota", "status": "apbd", "allocated": 12}
        ],
        billing=[{"place": "36.72", "funding": "apbd.kabkota", "month": m, "paid": 1} for m in months(1, 7)],
    )
    for finding in FINDINGS.values():
        assert looked_at(finding, calm).count == 0, finding.name


def test_every_list_gives_its_rows_their_columns_and_a_reason_in_both_languages():
    for finding in FINDINGS.values():
        names = [extra.name for extra in finding.extras] + ["reason_id", "reason_en"] + (["id"] if finding.of else [])
        made = looked_at(finding, everything_wrong())
        assert made.count, finding.name
        assert set(names) <= set(made.rows.columns), finding.name
        assert made.rows["reason_id"].null_count() == made.rows["reason_en"].null_count() == 0, finding.name


def everything_wrong():
    workers = [
        {"name": "ANI", "nik": "3672010101900001", "birth_date": dt.date(1950, 1, 1), "place": "36.04"},
        {"name": "ANI", "nik": "3672010101900001", "birth_date": dt.date(1950, 1, 1), "file": "b.xlsx"},
        {"name": "BUDI", "nik": "3672013201900001"},
        {"name": "CICI"},
    ]
    early = [
        {**BPU, "sponsor": "SC1", "registered_on": dt.date(2025, 3, 1), "nik": f"367201010190010{n}"} for n in range(4)
    ]
    participants = [
        {
            **BPU,
            "id": "p1",
            "nik": "3672010101900009",
            "funding": "apbd.kabkota",
            "sponsor": "A",
            "village": "36.72.01.1001",
        },
        {**BPU, "id": "p2", "nik": "3672010101900009", "funding": "mandiri", "sponsor": "B"},
        {**BPU, "id": "p3", "nik": "3672010101900008", "funding": "apbd.kabkota"},
        {**BPU, "id": "p4", "nik": "36720", "birth_date": dt.date(1950, 1, 1)},
        *({**BPU, "id": f"b{n}", "sponsor": "SD2"} for n in range(3)),
        *({**person, "id": f"e{n}"} for n, person in enumerate(early)),
    ]
    deaths = [{"id": f"d{n}", "name": "X", "death_date": dt.date(2025, 4, 20), "kk": "1"} for n in range(4)]
    return people(
        pairs={"workers": {"4": "p3"}, "deaths": {f"d{n}": f"e{n}" for n in range(4)}},
        persons={"1": "1", "2": "1", "3": "3", "4": "4"},
        workers=workers,
        participants=participants,
        payments=[
            *paid("p1", *months(6, 8)),
            *paid("p2", *months(6, 8)),
            *paid("p3", "2025-01"),
            *(p for n in range(3) for p in paid(f"b{n}", "2025-01", "2025-02")),
            *(p for n in range(4) for p in paid(f"e{n}", *months(3, 6))),
        ],
        deaths=deaths,
        claim_cases=[{"programme": "JKM", "event_date": dt.date(2025, 1, 5), "complete_on": dt.date(2025, 1, 6)}],
        budgets=[{"place": "36.72", "year": 2025, "months": 12, "funding": "apbd.kabkota", "status": "apbd", "allocated": 120}],
        billing=[{"place": "36.72", "funding": "apbd.kabkota", "month": "2025-01", "paid": 1}],
    )  # fmt: skip


# ---- one by one


def test_a_worker_without_a_membership_is_not_registered_and_stands_once():
    rows = people(
        pairs={"workers": {"3": "1"}},
        persons={"1": "a", "2": "a", "3": "c"},
        workers=[{"name": "ANI"}, {"name": "ANI", "file": "b.xlsx"}, {"name": "CICI"}],
        participants=[BPU],
    )
    assert ids("unregistered", rows) == ["1"]


def test_of_a_list_that_bpjs_returned_its_own_words_count():
    rows = people(
        workers=[{"name": n, "bpjs_status": s} for n, s in (("A", "unregistered"), ("B", "inactive"), ("C", None))]
    )
    assert ids("unregistered", rows) == ["1"]
    assert found("unregistered", rows)["reason_id"].to_list() == ["BPJS menandainya belum terdaftar"]


def test_the_dead_are_not_proposed_for_registration():
    rows = people(
        workers=[{"name": "ANI", "nik": "3672010101900001"}],
        participants=[BPU],
        deaths=[{"name": "ANI", "nik": "3672010101900001", "death_date": dt.date(2025, 1, 1)}],
    )
    assert ids("unregistered", rows) == []


@pytest.mark.parametrize(
    ("last", "listed", "says"),
    [
        (8, False, ""),
        (6, False, ""),
        (5, True, "berhenti bila bulan ini"),
        (4, True, "perlindungan berhenti: lunas sampai April 2025"),
    ],
)
def test_cover_is_about_to_lapse_and_lapses_by_the_months_of_the_law(last, listed, says):
    rows = people(participants=[BPU], payments=paid("1", *months(1, last)))
    made = found("lapsed", rows)
    assert (made.height == 1) is listed
    assert all(says in reason for reason in made["reason_id"])


def test_who_is_covered_by_another_membership_has_not_lapsed():
    twice = [{**BPU, "nik": "3672010101900001", "sponsor": "A"}, {**BPU, "nik": "3672010101900001", "sponsor": "B"}]
    rows = people(participants=twice, payments=[*paid("1", "2025-01"), *paid("2", *months(1, 8))])
    assert ids("lapsed", rows) == []


def test_only_a_public_membership_beside_another_covered_one_is_paid_twice():
    members = [
        {**BPU, "nik": "3672010101900001", "sponsor": "A", "funding": "apbd.kabkota"},
        {**BPU, "nik": "3672010101900001", "sponsor": "PT", "segment": "PU", "funding": "pemberi_kerja"},
        {**BPU, "nik": "3672010101900002", "sponsor": "A", "funding": "apbd.kabkota"},
        {**BPU, "nik": "3672010101900002", "sponsor": "B", "funding": "mandiri"},
        {**BPU, "sponsor": "A", "funding": "apbd.kabkota"},
        {**BPU, "sponsor": "A", "funding": "apbd.kabkota"},
    ]
    now = [payment for n in (1, 2, 3, 5, 6) for payment in paid(str(n), *months(6, 8))]
    rows = people(participants=members, payments=[*now, *paid("4", "2025-01")])
    assert ids("paid_twice", rows) == ["1"]
    assert found("paid_twice", rows)["reason_id"].to_list() == ["sudah dibayar pemberi kerja PT"]


@pytest.mark.parametrize(("born", "listed"), [(dt.date(1960, 8, 15), True), (dt.date(1960, 8, 16), False)])
def test_who_turns_65_on_the_day_is_over_age_and_the_day_before_is_not(born, listed):
    assert bool(ids("over_age", people(workers=[{"name": "ANI", "birth_date": born}]))) is listed


def test_a_member_who_grew_old_is_not_over_age():
    old = {"name": "ANI", "birth_date": dt.date(1950, 1, 1)}
    rows = people(pairs={"workers": {"1": "1"}}, workers=[old], participants=[BPU])
    assert ids("over_age", rows) == []
    assert ids("over_age", people(workers=[{**old, "bpjs_status": "active"}])) == []


def test_one_person_in_two_lists_shares_no_nik_but_two_persons_do():
    workers = [{"name": "ANI", "nik": "3672010101900001"}, {"name": "BUDI", "nik": "3672010101900001"}]
    assert ids("nik_shared", people(workers=workers, persons={"1": "a", "2": "b"})) == ["1", "2"]
    assert ids("nik_shared", people(workers=workers, persons={"1": "a", "2": "a"})) == []


def test_people_in_two_lists_stand_together():
    files = ("a.xlsx", "b.xlsx", "b.xlsx", "b.xlsx", "a.xlsx")
    rows = people(
        workers=[{"name": "ANI", "file": file} for file in files],
        persons={"1": "x", "2": "y", "3": "x", "4": "y", "5": "z"},
    )
    made = found("in_two_lists", rows)
    assert made["id"].to_list() == ["1", "3", "2", "4"]
    assert made["reason_id"].to_list() == ["orang yang sama dalam 2 daftar"] * 2 + ["2 kali dalam daftar yang sama"] * 2


def test_the_prefix_of_a_nik_makes_nobody_live_elsewhere():
    workers = [
        {"name": "A", "nik": "3604010101900001", "place": "36.72"},
        {"name": "B", "place": "36.04"},
        {"name": "C"},
    ]
    rows = people(workers=workers)
    assert ids("resident_elsewhere", rows) == ["2"]
    assert found("resident_elsewhere", rows)["reason_id"].to_list() == ["berdomisili di Kab. Serang"]


def test_the_home_of_the_membership_counts_where_the_list_names_none():
    rows = people(
        pairs={"workers": {"1": "1"}},
        workers=[{"name": "C"}],
        participants=[{**BPU, "place": "36.04", "village": None}],
    )
    assert ids("resident_elsewhere", rows) == ["1"]


# ---- deaths and claims

DEAD = {"name": "ANI", "death_date": dt.date(2025, 5, 10)}


def bereaved(payments, claims=(), death=DEAD, household=(), **member):
    return people(
        pairs={"deaths": {"1": "1"}},
        participants=[{**BPU, "nik": "3672010101900007", **member}],
        payments=payments,
        deaths=[death],
        claim_cases=[{"programme": "JHT", "event_date": DAY}, *claims],
        **({"households": list(household)} if household else {}),
    )


TAKEN_OVER = [
    {**BPU, "nik": "3672010101900001", "sponsor": "A", "funding": "apbd.kabkota"},
    {**BPU, "nik": "3672010101900001", "sponsor": "B", "funding": "mandiri"},
]


@pytest.mark.parametrize(
    ("first", "second", "listed"),
    [
        (paid("1", *months(1, 6)), paid("2", *months(7, 8)), False),
        (paid("1", *months(1, 7)), paid("2", *months(7, 8)), True),
        (paid("1", *months(1, 8), programmes="JKK JKM"), paid("2", *months(1, 8), programmes="JHT"), False),
        (paid("1", *months(1, 8), programmes="JKK JKM"), paid("2", *months(1, 8), programmes="JKM"), True),
        (paid("1", *months(1, 8)), [], False),
    ],
)
def test_who_is_handed_over_from_one_payer_to_another_is_not_paid_twice_but_the_same_month_and_programme_is(
    first, second, listed
):
    rows = people(participants=TAKEN_OVER, payments=[*first, *second])
    assert (ids("paid_twice", rows) == ["1"]) is listed


def test_of_several_other_payers_the_one_who_paid_in_the_same_months_is_named():
    employer = {**BPU, "nik": "3672010101900001", "sponsor": "PT", "segment": "PU", "funding": "pemberi_kerja"}
    payments = [*paid("1", *months(3, 8)), *paid("2", *months(5, 8)), *paid("3", "2025-01")]
    made = found("paid_twice", people(participants=[*TAKEN_OVER, employer], payments=payments))
    assert made["reason_id"].to_list() == ["juga dibayar melalui iuran sendiri"]


def test_months_paid_for_the_dead_are_those_after_the_month_of_death_that_were_paid_by_the_day_of_the_data():
    payments = [*paid("1", *months(1, 5)), *paid("1", "2025-06", paid_on=dt.date(2025, 6, 10)),
                *paid("1", "2025-07", paid_on=dt.date(2025, 9, 1))]  # fmt: skip
    assert found("dead_but_paid", bereaved(payments)).select("months", "amount").rows() == [(1, 16_800)]


def test_a_family_of_a_covered_member_is_owed_by_the_law_of_the_day():
    made = found("death_unclaimed", bereaved(paid("1", *months(1, 5))))
    assert made.select("programme", "owed").rows() == [("JKM", 42_000_000)]
    assert made["reason_id"].to_list() == ["meninggal 10 Mei 2025, terlindungi pada hari itu, belum ada klaim"]


def test_in_the_waiting_time_the_family_is_owed_the_funeral_alone():
    made = found("death_unclaimed", bereaved(paid("1", "2025-04", "2025-05")))
    assert made["owed"].to_list() == [10_000_000]


def test_what_was_paid_after_the_death_covers_nobody():
    late = [payment | {"paid_on": dt.date(2025, 5, 20)} for payment in paid("1", *months(1, 5))]
    assert ids("death_unclaimed", bereaved(late)) == []


def test_a_claim_by_any_membership_of_the_person_is_a_claim():
    claim = {"nik": "3672010101900007", "programme": "JKM", "event_date": DEAD["death_date"]}
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 5)), [claim])) == []
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 5)), [claim | {"programme": "JHT"}])) == ["1"]


def test_an_accident_at_work_owes_jkk_and_children_at_school_their_scholarship():
    accident = DEAD | {"work_accident": True, "kk": "3672010101200001"}
    child = {"kk": "3672010101200001", "relation": "child", "school_level": "SMA"}
    made = found(
        "death_unclaimed",
        bereaved(paid("1", *months(1, 5)), death=accident, household=[child], segment="PU", wage=3_131_321),
    )
    assert made.select("programme", "owed").rows() == [("JKK", 241_303_408)]


def test_months_paid_after_the_month_of_death_are_counted_with_their_amount():
    made = found("dead_but_paid", bereaved(paid("1", *months(1, 8))))
    assert made.select("id", "months", "amount").rows() == [("1", 3, 50_400)]
    assert ids("dead_but_paid", bereaved(paid("1", *months(1, 5)))) == []


@pytest.mark.parametrize(
    ("paid_on", "late"), [(dt.date(2025, 8, 5), None), (dt.date(2025, 8, 6), 1), (dt.date(2025, 8, 8), 3), (None, 10)]
)
def test_a_claim_is_late_after_its_working_days(paid_on, late):
    """JKM complete on Thursday 31 July 2025 is due on Tuesday 5 August, three working days later."""
    claim = {"programme": "JKM", "event_date": DAY, "complete_on": dt.date(2025, 7, 31), "paid_on": paid_on}
    made = found("claim_late", people(participants=[BPU], claim_cases=[claim]))
    assert made["days_late"].to_list() == ([late] if late else [])


def test_a_rejected_or_incomplete_claim_is_not_late():
    rejected = {"programme": "JKM", "event_date": DAY, "complete_on": dt.date(2025, 1, 6), "status": "rejected"}
    open_ = {"programme": "JKM", "event_date": DAY, "filed_on": dt.date(2025, 1, 6)}
    assert ids("claim_late", people(participants=[BPU], claim_cases=[rejected, open_])) == []


# ---- money


def test_who_is_paid_for_and_in_no_list_is_found_unless_another_membership_is_listed():
    members = [
        {**BPU, "nik": f"367201010190000{n}", "funding": f}
        for n, f in ((1, "apbd.kabkota"), (2, "apbd.kabkota"), (2, "mandiri"), (3, "mandiri"))
    ]
    now = [payment for n in range(1, 5) for payment in paid(str(n), *months(6, 8))]
    rows = people(pairs={"workers": {"1": "3"}}, workers=[{"name": "ANI"}], participants=members, payments=now)
    assert ids("paid_for_nobody", rows) == ["1"]


@pytest.mark.parametrize(
    ("place", "payer", "listed"),
    [
        ("36.72", None, True),
        (None, None, True),
        ("36.04", "36.72", True),
        ("36.72", "36.00", True),
        ("36.04", "36.04", False),
    ],
)
def test_whom_another_government_pays_for_in_its_own_place_is_not_ours_though_the_branch_is_one(place, payer, listed):
    member = {**BPU, "funding": "apbd.kabkota", "place": place, "payer": payer}
    rows = people(workers=[{"name": "CICI"}], participants=[member], payments=paid("1", *months(6, 8)))
    assert (ids("paid_for_nobody", rows) == ["1"]) is listed


def test_months_of_the_budget_that_have_passed_unpaid_are_counted_by_source_of_money():
    budget = {"place": "36.72", "year": 2025, "months": 12, "status": "apbd", "allocated": 120_000}
    rows = people(
        budgets=[
            budget | {"funding": "apbd.kabkota"},
            budget | {"funding": "dbh_cht"},
            budget | {"funding": "csr", "months": None},
        ],
        billing=[{"place": "36.72", "funding": "apbd.kabkota", "month": m, "paid": 1} for m in months(1, 5)],
    )
    made = found("not_remitted", rows)
    assert made.select("funding", "unpaid", "amount").rows() == [("apbd.kabkota", 2, 20_000), ("dbh_cht", 7, 70_000)]


# ---- deaths soon after entry


def entrants(sponsor, members, early_deaths, since=dt.date(2024, 1, 1)):
    born = [{**BPU, "id": f"{sponsor}{n}", "sponsor": sponsor, "registered_on": since} for n in range(members)]
    return born, [(f"{sponsor}{n}", dt.date(2024, 2, 20)) for n in range(early_deaths)]


def test_only_the_account_whose_early_deaths_exceed_later_ones_beyond_chance_is_listed():
    many, died_early = entrants("SC1", 60, 5)
    calm, died = entrants("SC2", 3000, 3)
    deaths = [*died_early, *died, *((f"SC2{n}", dt.date(2025, 3, 1)) for n in range(100, 130))]
    rows = people(
        pairs={"deaths": {str(n): who for n, (who, _) in enumerate(deaths)}},
        participants=[*many, *calm],
        deaths=[{"id": str(n), "name": "X", "death_date": day} for n, (_, day) in enumerate(deaths)],
    )
    made = found("early_deaths", rows)
    assert made["named"].to_list() == ["SC1"]
    assert made["deaths_early"].to_list() == [5]
    assert made.select((pl.col("rate_low") < pl.col("rate")) & (pl.col("rate") < pl.col("rate_high"))).item()


def test_two_early_deaths_point_at_nobody():
    few, died = entrants("SC1", 2, 2)
    rows = people(
        pairs={"deaths": {str(n): who for n, (who, _) in enumerate(died)}},
        participants=few,
        deaths=[{"id": str(n), "name": "X", "death_date": day} for n, (_, day) in enumerate(died)],
    )
    assert found("early_deaths", rows).height == 0


# ---- members by more than their NIK, and NIKs that are somebody else's

ANI_NIK = "3672014101900001"
BORN = {"birth_date": dt.date(1990, 1, 1), "sex": "P", "village": "36.72.01.1001"}


@pytest.mark.parametrize(
    ("second", "is_one"),
    [
        ({"nik": ANI_NIK}, True),
        ({"nik": None}, True),
        ({"nik": "3672014101900007"}, True),
        ({"nik": ANI_NIK, "name": "RUDI", "birth_date": dt.date(1970, 5, 9)}, False),
        ({"nik": "3604015207650004"}, False),
    ],
)
def test_one_person_stays_one_though_a_nik_is_mistyped_and_two_with_one_nik_stay_two(second, is_one):
    first = {**BPU, **BORN, "nik": ANI_NIK, "sponsor": "A", "funding": "apbd.kabkota"}
    members = [first, {**first, "sponsor": "B", "funding": "mandiri"} | second]
    now = [payment for n in (1, 2) for payment in paid(str(n), *months(6, 8))]
    assert (ids("paid_twice", people(participants=members, payments=now)) == ["1"]) is is_one


def test_months_in_which_both_were_paid_for_are_counted_with_what_the_government_paid_in_them():
    first = {**BPU, **BORN, "nik": ANI_NIK}
    members = [
        first | {"sponsor": "A", "funding": "apbd.kabkota"},
        first | {"sponsor": "ANI", "funding": "mandiri"},
    ]
    made = found(
        "paid_twice", people(participants=members, payments=[*paid("1", *months(3, 8)), *paid("2", *months(6, 8))])
    )
    assert made.select("months", "amount").rows() == [(3, 50_400)]
    assert made["reason_id"].to_list() == ["juga dibayar melalui iuran sendiri"]


@pytest.mark.parametrize(
    ("nik", "fault"),
    [
        (ANI_NIK, None),
        ("36720141019", "length"),
        ("3672013201900001", "birth_date"),
        ("3672014101900000", "serial"),
        ("0672014101900001", "province"),
        ("1111111111111111", "nobody"),
        ("1234567890123456", "nobody"),
        ("3672016303750001", "contradicts"),
        ("3672014101910001", None),
    ],
)
def test_a_nik_that_cannot_be_this_persons_is_told_by_kind(nik, fault):
    worker = {"name": "ANI", **BORN, "birth_date": dt.date(1990, 1, 2), "nik": nik}
    assert found("nik_shared", people(workers=[worker]))["fault"].to_list() == ([fault] if fault else [])


def test_a_nik_that_the_members_list_gives_to_somebody_else_is_named():
    worker = {"name": "ANI", "nik": ANI_NIK}
    member = {**BPU, "name": "RUDI", "nik": ANI_NIK}
    assert found("nik_shared", people(workers=[worker], participants=[member]))["fault"].to_list() == ["held"]
    same = people(pairs={"workers": {"1": "1"}}, workers=[worker], participants=[member])
    assert ids("nik_shared", same) == []


def test_members_who_share_a_nik_stand_under_one_number():
    members = [{**BPU, "name": name, "nik": ANI_NIK, **born} for name, born in (("ANI", BORN), ("RUDI", {}))]
    made = found("member_nik", people(participants=members))
    assert made.select("fault", "with_others").rows() == [("shared", 1), ("shared", 1)]


@pytest.mark.parametrize(
    ("segment", "born", "listed"),
    [
        ("BPU", dt.date(1959, 1, 1), True),
        ("BPU", dt.date(1959, 1, 2), False),
        ("PU", dt.date(1950, 1, 1), False),
    ],
)
def test_who_was_65_on_the_day_of_registration_was_registered_over_age_if_without_wage(segment, born, listed):
    member = {**BPU, "segment": segment, "birth_date": born}
    assert (ids("registered_over_age", people(participants=[member])) == ["1"]) is listed


def test_whom_a_worker_may_be_is_named_by_file_and_row_and_unlikely_ones_are_not():
    rows = people(workers=[{"name": "ANI"}, {"name": "BUDI"}], participants=[BPU, BPU])
    likely = pl.DataFrame({"id": ["1", "2"], "participant_id": ["2", "1"], "probability": [0.4, 0.01]})
    made = found("unregistered", replace(rows, likely=likely))
    assert made["perhaps"].to_list() == ["a.xlsx: 3", None]
    assert made["reason_id"][0] == "tidak pasti: bandingkan dahulu dengan baris peserta itu"


# ---- what a claim, a lapse and an account come to


def test_compensation_is_one_per_cent_a_day_of_what_is_paid_late_and_unknown_without_amount():
    late = {"programme": "JKM", "event_date": DAY, "complete_on": dt.date(2025, 7, 31), "paid_on": dt.date(2025, 8, 8)}
    claims = [late | {"amount": 42_000_000}, late, late | {"programme": "JHT", "amount": 42_000_000, "paid_on": None}]
    made = found("claim_late", people(participants=[BPU], claim_cases=claims))
    assert made["compensation"].to_list() == [1_260_000, None, None]


def test_an_earlier_accident_is_no_claim_for_the_death():
    medical = {"nik": "3672010101900007", "programme": "JKK", "benefit": "medical", "event_date": dt.date(2025, 2, 1)}
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 5)), [medical])) == ["1"]
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 5)), [medical | {"benefit": "death.grant"}])) == []


def test_who_left_after_the_death_by_the_extract_of_today_was_covered_on_that_day():
    left = {"segment": "PU", "status": "inactive", "ended_on": dt.date(2025, 7, 31), "wage": 4_000_000}
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 5)), **left)) == ["1"]
    gone = left | {"ended_on": dt.date(2025, 3, 31)}
    assert ids("death_unclaimed", bereaved(paid("1", *months(1, 3)), **gone)) == []


def test_a_claim_by_law_is_paid_within_working_days_and_an_accident_is_claimed_within_years():
    accident = DEAD | {"work_accident": True}
    made = found("death_unclaimed", bereaved(paid("1", *months(1, 5)), death=accident, segment="PU", wage=3_131_321))
    assert made.select("until", "pays_within").rows() == [(dt.date(2030, 5, 10), 7)]
    illness = found("death_unclaimed", bereaved(paid("1", *months(1, 5))))
    assert illness.select("until", "pays_within").rows() == [(None, 3)]


def test_who_lapsed_is_listed_with_months_unpaid_and_the_price_of_one_and_the_dead_are_not():
    member = {**BPU, "wage": 1_000_000, "programmes": "JKK JKM", "funding": "apbd.kabkota"}
    made = found("lapsed", people(participants=[member], payments=paid("1", *months(1, 4))))
    assert made.select("months_unpaid", "month_price").rows() == [(4, 16_800)]
    assert ids("lapsed", bereaved(paid("1", "2025-01"))) == []


@pytest.mark.parametrize(("behind", "listed"), [(5, True), (4, True), (3, False)])
def test_an_account_is_behind_when_nearly_all_of_its_members_are(behind, listed):
    members = [{**BPU, "sponsor": "SG1", "funding": "apbd.kabkota"} for _ in range(5)]
    last = [5 if n < behind else 8 for n in range(5)]
    payments = [payment for n, month in enumerate(last, 1) for payment in paid(str(n), *months(1, month))]
    made = found("account_behind", people(participants=members, payments=payments))
    assert made.select("members", "behind", "unpaid").rows() == ([(5, behind, 3)] if listed else [])


def test_who_is_to_be_asked_for_what_was_not_remitted_is_the_office_of_the_bills():
    budget = {"place": "36.72", "year": 2025, "months": 12, "status": "apbd", "allocated": 120_000}
    bills = [{"place": "36.72", "funding": "apbd.kabkota", "month": "2025-01", "paid": 1, "opd": "Dinas Perikanan"}]
    made = found("not_remitted", people(budgets=[budget | {"funding": "apbd.kabkota"}], billing=bills))
    assert made.select("unpaid", "ask").rows() == [(6, "Dinas Perikanan")]


def test_an_office_that_paid_less_than_others_of_its_place_is_named_though_the_place_has_paid_each_month():
    budget = {"place": "36.72", "year": 2025, "months": 12, "status": "apbd", "allocated": 120_000}
    bills = [
        {
            "place": "36.72",
            "funding": "apbd.kabkota",
            "month": month,
            "paid": 900 if is_paid else 0,
            "billed": 900,
            "opd": opd,
        }
        for opd, first, last_paid in (("Dinas A", 1, 7), ("Dinas B", 1, 3), ("Dinas C", 6, 7))
        for month, is_paid in ((f"2025-{n:02}", n <= last_paid) for n in range(first, 8))
    ]
    rows = people(budgets=[budget | {"funding": "apbd.kabkota"}], billing=bills)
    made = found("not_remitted", rows)
    assert made.select("account", "unpaid", "amount", "ask").rows() == [("Dinas B", 4, 3_600, "Dinas B")]


def test_an_account_that_paid_less_is_told_by_payments_too_unless_it_ended_a_year_ago():
    budget = {
        "place": "36.72",
        "year": 2025,
        "months": 12,
        "status": "apbd",
        "allocated": 120_000,
        "funding": "apbd.kabkota",
    }
    payments = [
        {**payment, "funding": "apbd.kabkota", "payer": "36.72", "sponsor": sponsor}
        for sponsor, paid_months in (("SA", months(1, 7)), ("SB", ["2024-12", *months(1, 2)]), ("SC", ["2024-03"]))
        for payment in paid("1", *paid_months)
    ]
    made = found("not_remitted", people(participants=[BPU], budgets=[budget], payments=payments))
    assert made.select("account", "unpaid", "amount").rows() == [("SB", 5, 84_000)]
