"""A what-if law: on bills, benefits and tables alike; what is wrong with it is told at once, in both languages."""

from __future__ import annotations

import pytest
from asking import asked, semesta

DEATH = ("benefit", "--programme", "JKM", "--event", "death", "--segment", "PU")


def test_a_benefit_by_a_scenario_is_of_that_law_from_its_day_on_and_not_verified(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("since: 2027-01-01\nvalues: {jkm_grant: Rp25 juta}\n")
    before, after = (asked(*DEATH, "--date", day, "--scenario", file) for day in ("2026-12-31", "2027-01-01"))
    assert (before["total"], before["verified"]) == (42_000_000, True)
    assert (after["total"], after["verified"]) == (47_000_000, False)


def test_a_bill_by_a_scenario_of_several_steps(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text(
        "- {since: 2030-01-01, values: {jkm_bpu_flat: 7500}}\n- {since: 2031-01-01, values: {jkm_bpu_flat: 8000}}\n"
    )
    options = ("contribution", "--segment", "BPU", "--programmes", "JKM", "--funding", "mandiri", "--scenario", file)
    assert [asked(*options, "--month", month)["total"] for month in ("2030-12", "2031-01")] == [7_500, 8_000]


def test_a_scenario_may_change_entries_of_a_table(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("since: 2027-01-01\nvalues: {jkk_pu_rate_by_risk: {3: 10000}}\n")
    bill = ("contribution", "--segment", "PU", "--wage", "10000000", "--programmes", "JKK", "--month", "2027-01")
    totals = [asked(*bill, "--risk", risk, "--scenario", file)["total"] for risk in ("2", "3")]
    assert totals == [54_000, 100_000]


WRONG = """
- {since: besok, values: {jkm_grnt: 1, jkm_funeral: banyak, jkk_pu_rate_by_risk: 5, scholarship_per_year: {XX: 3}}}
- {sejak: 2027-01-01}
"""


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "id",
            [
                "since perlu tanggal",
                "jkm_grnt bukan nilai hukum; yang mirip: jkm_grant",
                "jkm_funeral = 'banyak' bukan bilangan bulat",
                "jkk_pu_rate_by_risk: perlu isi menurut kunci",
                "scholarship_per_year[XX]: kunci tidak dikenal; yang ada: TK, SD, SMP, SMA, PT",
                "sejak tidak dikenal",
                "values perlu nilai hukum",
            ],
        ),
        ("en", ["since needs a day", "did you mean jkm_grant", "is not a whole number", "needs entries by key"]),
    ],
)
def test_everything_that_is_wrong_with_a_scenario_is_told_at_once(tmp_path, lang, lines):
    file = tmp_path / "scenario.yaml"
    file.write_text(WRONG)
    said = semesta(*DEATH, "--date", "2027-01-01", "--scenario", file, "--lang", lang)
    assert (said.exit_code, said.out) == (2, "")
    for line in lines:
        assert line in said.err


def test_a_scenario_that_is_not_there_is_told(tmp_path):
    said = semesta(*DEATH, "--date", "2027-01-01", "--scenario", tmp_path / "none.yaml")
    assert (said.exit_code, said.err.strip().endswith("none.yaml: tidak ada")) == (2, True)
