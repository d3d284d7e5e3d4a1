"""Every result tells why: amounts, articles, days and inputs, in both languages, and what was not verified."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.law.faults import LawError
from semesta.law.law import LAW

COVER = {"segment": "BPU", "package": "JKK+JKM"}


def test_an_explanation_names_amount_article_day_and_input():
    result = LAW.value("jkm_benefit", date=dt.date(2025, 3, 1), segment="BPU", months_paid=2)
    assert LAW.explain(result, "id").splitlines() == [
        "Manfaat JKM: Rp10.000.000 (PP 44/2015 Pasal 34 jo. PP 82/2019; Permenaker 1/2025)",
        "  Segmen: Bukan Penerima Upah",
        "  Meninggal dalam masa tunggu: ya (Permenaker 5/2021 jo. Permenaker 1/2025; sejak 24 Februari 2025)",
        "    Segmen: Bukan Penerima Upah",
        "    Bulan iuran yang telah dibayar: 2 bulan",
        "    Masa tunggu manfaat JKM penuh bagi BPU: 3 bulan (Permenaker 5/2021 jo. Permenaker 1/2025; sejak 24 Februari 2025)",
        "    Masa tunggu berlaku pula bagi yang mendaftar sebelumnya: ya (Permenaker 5/2021 jo. Permenaker 1/2025; "
        "sejak 24 Februari 2025; belum terverifikasi: Perlakuan bagi yang mendaftar sebelum 24 Februari 2025, dan bagi yang "
        "mendaftar kembali, belum ditemukan.)",
        "  Biaya pemakaman: Rp10.000.000 (PP 44/2015 Pasal 34 jo. PP 82/2019; sejak 2 Desember 2019)",
    ]
    assert "Funeral costs: Rp10,000,000 (PP 44/2015 Pasal 34 jo. PP 82/2019; since 2 December 2019)" in LAW.explain(
        result, "en"
    )


def test_what_did_not_decide_is_not_told():
    result = LAW.value("jkk_contribution", date=dt.date(2024, 1, 1), segment="PU", wage_per_month=10**7, risk_class=3)
    told = LAW.explain(result)
    assert "bukan penerima upah sebulan" not in told
    assert "Tarif JKK menurut kelompok risiko kerja: 0,89" in told
    assert "Kelompok risiko kerja: sedang" in told


def test_an_input_nobody_gave_says_so():
    assert "Penghasilan sebulan: Rp1.000.000 (tidak diisi)" in LAW.explain(
        LAW.value("bpu_basis", date=dt.date(2024, 1, 1))
    )


@pytest.mark.parametrize(
    ("funding", "verified"),
    [("apbd", True), ("apbn", True), ("mandiri", True), ("apbdes", False), ("dbh_cht", False), ("csr", False)],
)
def test_only_results_that_rest_on_an_unverified_value_say_so(ask, funding, verified):
    case = {"date": dt.date(2026, 5, 1), **COVER, "funding": funding, "sector": "other"}
    assert ask("cover_price_per_month", case)[0].unverified is not verified


def test_village_money_pays_in_full_and_names_the_open_question():
    result = LAW.value("cover_price_per_month", date=dt.date(2026, 5, 1), **COVER, funding="apbdes")
    assert result.value == 16_800
    assert {doubt.name for doubt in result.doubts} == {"bpu_relief_excluded"}
    assert "belum terverifikasi: PP 50/2025 hanya menyebut APBN dan APBD" in LAW.explain(result)


def test_what_is_not_verified_is_listed_with_its_note():
    doubts = {(doubt.parameter, doubt.key) for doubt in LAW.unverified()}
    assert ("pandemic_relief_part", None) in doubts
    assert ("bpu_relief_excluded", "apbdes") in doubts
    assert all(doubt.note for doubt in LAW.unverified())


def test_a_what_if_changes_amounts_from_its_day_on_and_says_so(ask):
    law = LAW.with_values({"jkm_bpu_flat": 7_500}, since="2025-05-01")
    rows = [{"date": day, **COVER} for day in (dt.date(2025, 4, 30), dt.date(2025, 5, 1))]
    assert ask("cover_price_per_month", *rows, law=law) == [(16_800, False, False), (17_500, False, True)]
    assert ask("cover_price_per_month", *rows)[1] == (16_800, False, False)  # the law itself is as it was


def test_a_what_if_takes_over_the_entries_of_a_table_that_it_does_not_name(ask):
    law = LAW.with_values({"jkk_pu_rate_by_risk": {1: 3_000}}, since=dt.date(2027, 1, 1))
    case = {"date": dt.date(2027, 1, 1), "wage_per_month": 1_000_000}
    rows = [{**case, "risk_class": risk} for risk in (1, 2)]
    assert [answer.value for answer in ask("jkk_pu_contribution", *rows, law=law)] == [3_000, 5_400]


@pytest.mark.parametrize("values", [{"jkm_flat": 1}, {"jkm_bpu_flat": 1.5}, {"jkm_bpu_flat": {1: 2}}])
def test_a_what_if_of_an_unknown_name_or_kind_is_refused(values):
    with pytest.raises(LawError):
        LAW.with_values(values, since="2027-01-01")
