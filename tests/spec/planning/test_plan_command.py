"""semesta plan new and run: a scenario is written, run, compared, and refused whole when it cannot be used."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from scenarios import group, payer, span, target, written

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from asking import semesta

ROOT = Path(__file__).parents[3]


def in_file(folder: Path, file: str = "rencana.yaml", **fields) -> Path:
    path = folder / file
    path.write_text(written(**fields), encoding="utf-8")
    return path


def test_new_writes_a_scenario_and_never_over_another(tmp_path):
    path = tmp_path / "rencana.yaml"
    assert semesta("plan", "new", "-o", path).exit_code == 0
    again = semesta("plan", "new", "-o", path, "--lang", "en")
    assert (again.exit_code, "is there already" in again.err) == (2, True)


def test_run_tells_need_and_money_of_every_year(tmp_path):
    said = semesta("plan", "run", in_file(tmp_path))
    assert (said.exit_code, "Rp20.160.000" in said.out, "belum diketahui" in said.out) == (0, True, True)


def test_json_has_the_plan_with_what_is_not_known_as_null(tmp_path):
    said = semesta("plan", "run", in_file(tmp_path, targets=[target()]), "--json")
    told = json.loads(said.out)
    assert told["needs"][0]["amount"] == 20_160_000
    assert told["balances"][0]["money"] is None
    assert (told["assumptions"]["growth"], told["paths"][0]["met_by_money"]) == (None, None)
    assert told["compared"] is None


def test_json_has_every_month_every_account_and_who_is_left(tmp_path):
    paid = payer(10, account={"JKK": "5.1.02.0026", "JKM": "5.1.02.0034"}, office="Disnaker", months="7-12")
    told = json.loads(
        semesta("plan", "run", in_file(tmp_path, groups=[group("rentan.nelayan", paid, population=25)]), "--json").out
    )
    assert [one["month"] for one in told["months"]] == [f"2027-{month:02d}" for month in range(7, 13)]
    assert {one["amount"] for one in told["months"]} == {168_000}
    assert told["months"][0]["programmes"] == {"JKK": 10_000, "JKM": 6_800}
    assert [one["amount"] for one in told["accounts"][0]["sums"]] == [600_000, 408_000]
    assert told["rest"] == [{"group": "rentan.nelayan", "owed_by": "person", "persons": 15}]


def test_run_writes_pdf_word_workbook_and_json(tmp_path):
    out = tmp_path / "hasil"
    assert semesta("plan", "run", in_file(tmp_path), "--out", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "rencana.docx",
        "rencana.json",
        "rencana.pdf",
        "rencana.xlsx",
    ]


def test_two_plans_are_told_beside_each_other_with_what_differs(tmp_path):
    other = in_file(tmp_path, "lain.yaml", name="lain", groups=[group("rentan.nelayan", payer(150))])
    told = json.loads(semesta("plan", "run", in_file(tmp_path), "--compare", other, "--json").out)["compared"]
    assert told["names"] == ["uji", "lain"]
    assert {(f["title"], f["first"], f["other"], f["difference"]) for f in told["figures"]} == {
        ("Orang dilindungi 2027", 100, 150, 50),
        ("Kebutuhan iuran 2027", 20_160_000, 30_240_000, 10_080_000),
    }
    assert told["otherwise"] == [
        {
            "field": "groups[1].payers[1].kept",
            "title": "Nelayan, APBD kabupaten/kota: sudah dibayar",
            "first": "100",
            "other": "150",
            "first_said": "100",
            "other_said": "150",
        }
    ]
    shown = semesta("plan", "run", in_file(tmp_path), "--compare", other).out
    assert "- Nelayan, APBD kabupaten/kota: sudah dibayar: 100 → 150" in shown


def test_plans_that_share_no_year_are_not_compared(tmp_path):
    other = in_file(tmp_path, "lain.yaml", years=span(2030))
    said = semesta("plan", "run", in_file(tmp_path), "--compare", other, "--lang", "en")
    assert (said.exit_code, "no year is shared" in said.err) == (2, True)


@pytest.mark.parametrize("compared", [False, True])
def test_a_scenario_with_faults_names_file_and_fields_and_writes_nothing(tmp_path, compared):
    good, bad = in_file(tmp_path), in_file(tmp_path, "salah.yaml", place="Kota Entah", groups=[group(population=5)])
    asked = [good, "--compare", bad] if compared else [bad]
    said = semesta("plan", "run", *asked, "--out", tmp_path / "hasil")
    assert said.exit_code == 2
    assert [line.partition(" = ")[0] for line in said.err.splitlines()] == [
        "salah.yaml: place",
        "salah.yaml: groups[1].population",
        "Tidak ada yang ditulis.",
    ]
    assert not (tmp_path / "hasil").exists()


def test_a_result_never_takes_the_place_of_the_scenario(tmp_path):
    path = in_file(tmp_path, "rencana.json")
    said = semesta("plan", "run", path, "--out", tmp_path)
    assert (said.exit_code, path.read_text(encoding="utf-8")) == (2, written())


def test_the_screen_says_in_which_years_money_falls_short(tmp_path):
    path = in_file(
        tmp_path,
        years=span(2027, 2028),
        money=[{"funding": "apbd.kabkota", "amounts": {2027: 21_000_000, 2028: 15_000_000}}],
    )
    assert "Dana kurang: 2028 Rp5,16 juta." in semesta("plan", "run", path).out


def test_the_example_runs():
    said = semesta("plan", "run", ROOT / "examples" / "rencana-cilegon" / "rencana.yaml")
    assert (said.exit_code, "Rp2.200.000.000" in said.out) == (0, True)
