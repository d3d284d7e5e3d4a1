"""Own experience of a round: person-years of payments, contributions or counts, and why there is none."""

import datetime as dt
from pathlib import Path

import pytest

from semesta.law.law import LAW
from semesta.planning.own_experience import experience_of
from semesta.rounds.run import measured_round, read_round

TODAY = dt.date(2026, 1, 1)
CLAIMS = "place,year,period,segment,programme,unit,cases,amount"
MEMBERS = "place,segment,registered,active,as_of"


def seen(folder: Path, **tables: list[str]):
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    return experience_of(measured_round(read_round([folder], today=TODAY), today=TODAY), LAW)


def claims(*rows):
    return [CLAIMS, *rows]


JKM_PU = "36.72,,2024,PU,JKM,person,9,378000000"


def counted(*rows):
    return [MEMBERS, *(f"36.72,PU,{active},{active},{day}" for day, active in rows)]


def test_members_counted_at_both_ends_of_the_year_tell_person_years(tmp_path):
    found = seen(tmp_path, claims=claims(JKM_PU), members=counted(("2023-12-31", 4_000), ("2024-12-31", 6_000)))
    one = found.found["JKM", "PU"]
    assert (one.cases, one.years) == (9, pytest.approx(5_000))
    assert "2 hitungan" in one.source.id
    assert found.lacking == ()


def test_a_count_between_stands_for_the_time_around_it(tmp_path):
    days = (("2023-12-31", 1_000), ("2024-06-30", 3_000), ("2024-12-31", 3_000))
    one = seen(tmp_path, claims=claims(JKM_PU), members=counted(*days)).found["JKM", "PU"]
    assert one.years == pytest.approx((2_000 * 182 + 3_000 * 184) / 366)


def test_one_count_alone_is_never_taken_times_twelve(tmp_path):
    found = seen(tmp_path, claims=claims(JKM_PU), members=counted(("2024-12-31", 6_000)))
    assert found.found == {}
    (why,) = found.lacking
    assert "pengalaman sendiri JKM PU tidak dipakai" in why.id
    assert "awal dan akhir periode" in why.id


def test_of_construction_it_is_said_that_projects_tell_no_people(tmp_path):
    (why,) = seen(tmp_path, claims=claims("36.72,,2024,JAKON,JKK,case,3,24000000")).lacking
    assert "nilai proyek" in why.id
    assert "JKK JAKON" in why.id


def test_a_season_is_no_experience(tmp_path):
    (why,) = seen(tmp_path, claims=claims("36.72,,2024-01/2024-06,PU,JKM,person,9,378000000")).lacking
    assert "di bawah 12 bulan" in why.id


def test_of_the_segments_a_round_does_not_speak_of_nothing_is_said(tmp_path):
    found = seen(tmp_path, claims=claims("36.72,,2024,,JKM,person,9,378000000"))
    assert (found.found, found.lacking) == ({}, ())


def test_a_list_of_payments_tells_person_years_of_who_has_a_wage(tmp_path):
    people = ["id,nik,name,birth_date,sex,place,segment,office,registered_on,status"]
    people += [
        f"{n},36720110018{n % 10}{n:05},ORANG {'ABCDEFGHIJ'[n]},{1980 + n}-01-10,L,36.72,PU,Cabang,2020-01-01,AKTIF"
        for n in range(10)
    ]
    payments = ["participant_id,month,amount"]
    payments += [f"{n},2024-{month:02},15000" for n in range(10) for month in range(1, 13) if (n, month) != (3, 5)]
    one = seen(tmp_path, claims=claims(JKM_PU), participants=people, payments=payments).found["JKM", "PU"]
    assert (one.cases, one.years) == (9, pytest.approx(119 / 12))
    assert "daftar pembayaran" in one.source.id


def test_payments_are_no_events(tmp_path):
    counts = counted(("2023-12-31", 4_000), ("2024-12-31", 6_000))
    (why,) = seen(tmp_path, claims=claims("36.72,,2024,PU,JKM,payment,9,378000000"), members=counts).lacking
    assert "yang dihitung pembayaran" in why.id


@pytest.mark.parametrize(
    ("year", "contributions"),
    [
        (2024, 1_000 * 12 * 6_800),
        (2021, 1_000 * (68 + 11 * 6_800)),  # PP 49/2020: one per cent of it until January 2021
        (2020, 1_000 * (7 * 6_800 + 5 * 68)),  # and from August 2020 on
    ],
)
def test_contributions_tell_person_years_by_the_law_of_each_month(year, contributions, tmp_path):
    paid = ["place,year,period,segment,programme,amount", f"36.72,,{year},BPU,JKM,{contributions}"]
    found = seen(tmp_path, claims=claims(f"36.72,,{year},BPU,JKM,person,2,84000000"), contributions=paid)
    assert found.found["JKM", "BPU"].years == pytest.approx(1_000)
