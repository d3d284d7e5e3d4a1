"""The law as people read it: rules by part with their formula, values by day, changes as a chronicle, at any width."""

from __future__ import annotations

import datetime as dt

import pytest
from asking import asked, semesta

from semesta.basics.words import Words
from semesta.law.changes import changes_between
from semesta.law.formula import formula
from semesta.law.law import LAW
from semesta.law.rule import rule

WIDTH = 100
TELLING = [
    ["list"],
    ["parameters"],
    ["unverified"],
    ["changes", "2013-01-01", "2026-12-31"],
    ["show", "jkk_disability_table"],
]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("arguments", TELLING, ids=[found[0] for found in TELLING])
def test_nothing_is_wider_than_the_terminal_and_no_line_ends_in_spaces(arguments, lang):
    lines = semesta("law", *arguments, "--lang", lang, columns=WIDTH).out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert all(line == line.rstrip() for line in lines)


# Rules


def test_rules_are_listed_by_part_and_a_part_can_be_asked_for():
    assert {found["part"] for found in asked("law", "list")} >= {"jkk", "jkm", "jht", "jp", "jkp", "relief"}
    assert {found["part"] for found in asked("law", "list", "JKM")} == {"jkm"}
    assert "Jaminan Kematian (jkm)" in semesta("law", "list", "jkm").out


def test_a_rule_tells_its_formula_in_words():
    (found,) = asked("law", "show", "jkm_benefit")
    assert found["formula"] == (
        "bila segment = PMI: tidak diketahui; selain itu: bila jkm_in_waiting_time: jkm_funeral; "
        "selain itu: jkm_full_benefit"
    )
    (found,) = asked("law", "show", "jkm_benefit", "--lang", "en")
    assert found["formula"] == (
        "if segment = PMI: not known; otherwise: if jkm_in_waiting_time: jkm_funeral; otherwise: jkm_full_benefit"
    )


def test_a_rule_tells_which_rules_use_it():
    assert "Dipakai oleh: jkm_benefit" in semesta("law", "show", "jkm_full_benefit").out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "jp_bounded_pension",
            "yang terkecil dari (yang terbesar dari (jp_part_of_pension; jp_pension_min); jp_pension_max)",
        ),
        ("jkk_contribution", "menurut segment: PU → jkk_pu_contribution; BPU → jkk_bpu_contribution"),
        ("jkm_full_benefit", "jkm_grant + jkm_periodic_grant + jkm_funeral"),
        ("jkp_in_time", "jkp_months_to_claim ≤ jkp_claim_months"),
        ("jkk_pu_rate", "jkk_pu_rate_by_risk menurut risk_class"),
        ("scholarship_child", "jumlah semua jenjang mulai child_level: scholarship_per_year × scholarship_years"),
        (
            "jkk_table_share",
            "bila (sisi seberang (disability_line) ≠ disability_line) dan left_handed: "
            "(jkk_disability_table menurut sisi seberang (disability_line)); "
            "selain itu: (jkk_disability_table menurut disability_line)",
        ),
    ],
)
def test_the_grammar_of_rules_has_words(name, said):
    assert formula(LAW.book.rules[name][-1]).id == said


def test_every_rule_has_a_formula_in_words():
    versions = [version for found in LAW.book.rules.values() for version in found]
    assert [version.name for version in versions if not formula(version).id] == []


def test_code_that_has_no_words_gives_no_formula_instead_of_a_wrong_one():
    @rule(law="", unit="rupiah", title={"id": "", "en": ""})
    def doubled(wage_per_month):
        return sum([wage_per_month for _ in range(2)])

    assert formula(doubled) == Words("", "")


# Values and inputs


def test_a_value_and_an_input_are_shown_by_the_same_command():
    assert asked("law", "show", "jkm_grant")["parameter"] == "jkm_grant"
    assert asked("law", "show", "risk_class")["values"]["3"] == "sedang"
    assert "Dipakai oleh: jkk_pu_rate" in semesta("law", "show", "risk_class").out


def test_a_long_table_is_told_entry_by_entry_only_where_it_is_asked_for():
    assert "31 baris" in semesta("law", "parameters").out
    assert "20.200.000: Rp20.700.000" in semesta("law", "parameters", "bpu_basis_by_income").out


# Changes


def test_changes_read_as_a_chronicle_of_days_and_texts():
    lines = semesta("law", "changes", "2019-12-02", "2019-12-02").out.splitlines()
    assert "2 Desember 2019" in lines
    heading = lines.index("  PP 44/2015 Pasal 34 ayat (1) huruf a jo. PP 82/2019")
    assert lines[heading + 1] == "    Santunan sekaligus: Rp16.200.000 → Rp20.000.000"


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2019-12-02", "Bagian upah selama tidak mampu bekerja: kedua 75 % → 100 %"),
        ("2019-12-02", "Rehabilitasi medik: tidak berlaku lagi"),
        (
            "2025-02-24",
            "Meninggal dalam masa tunggu: cara menghitungnya berubah; sebelumnya: aturan menurut PP 44/2015",
        ),
        ("2025-02-24", "Masa tunggu manfaat JKM penuh bagi BPU: mulai berlaku, 3 bulan"),
        ("2025-02-07", "Batas upah tertinggi JKP sebulan: tetap Rp5.000.000"),
    ],
)
def test_a_change_says_what_was_what_is_or_that_it_begins_ends_or_stays(day, line):
    assert line in semesta("law", "changes", day, day).out.replace("\N{NO-BREAK SPACE}", " ")


def test_every_change_has_words_in_both_languages():
    for change in changes_between(LAW.book, dt.date(2013, 1, 1), dt.date(2030, 1, 1)):
        assert change.before or change.after or change.entries == ()
        assert change.title.id
        assert change.title.en


def test_a_time_without_changes_says_so():
    assert semesta("law", "changes", "2019-12-03", "2019-12-31").out.strip() == "Tidak ada yang berubah."
    assert semesta("law", "changes", "2019-12-03", "2019-12-31", "--lang", "en").out.strip() == "Nothing changed."


def test_both_days_that_are_none_are_told():
    assert "2025-13-01, besok" in semesta("law", "changes", "2025-13-01", "besok").err


def test_what_is_not_verified_is_told_once_for_entries_with_the_same_reason():
    out = semesta("law", "unverified").out
    assert "jht_waiting_months [resignation, dismissal]" in out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_bills_and_benefits_with_their_reasons_fit_the_terminal(lang):
    death = (
        "benefit",
        "--programme",
        "JKK",
        "--event",
        "death",
        "--date",
        "2025-03-01",
        "--segment",
        "PU",
        "--wage",
        "5jt",
    )
    bill = ("contribution", "--segment", "BPU", "--month", "2025-06", "--paid-on", "2025-06-20")
    for arguments in (death, bill):
        out = semesta(*arguments, "--explain", "--lang", lang, columns=WIDTH).out
        assert max(map(len, out.splitlines())) <= WIDTH
