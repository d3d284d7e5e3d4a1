"""What other programs build on: the command, its files, and the names in them."""

import hashlib
import json

import pytest
from small_rounds import DAY, members, money, people, said, written
from typer.testing import CliRunner

from semesta.cli.main import app
from semesta.monev.registry import INDICATORS

FIELDS = {
    "indicator",
    "place",
    "office",
    "group",
    "segment",
    "programme",
    "funding",
    "period",
    "numerator",
    "denominator",
    "value",
    "unit",
    "status",
    "notes",
    "sources",
}
FINDING = {
    "kind",
    "severity",
    "place",
    "quantity",
    "stated",
    "computed",
    "difference",
    "message",
    "corrections",
    "sources",
}
STATUS = {"ok", "missing", "partial", "mixed", "scope_mismatch", "contradicted", "unverified_law", "withheld"}
KINDS = {"parts_total", "two_sources", "statement", "scope", "period", "impossible", "loose"}
TABLES = {
    "population": [people(100, source="list"), people(60, group="rentan", source="list"), people(9, "36.71")],
    "members": [members(active=110, registered=120)],
    "contributions": [money(1000, programme="JKM")],
    "claims": [money(1300, programme="JKM"), money(50, "2023", programme="JKK")],
    "statements": [said("population", 90, source="press"), said("balance", -200, programme="JKM", wording="more_than")],
}


def run(*arguments):
    return CliRunner().invoke(app(), ["monev", *map(str, arguments)])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder, out = written(tmp_path_factory.mktemp("in"), **TABLES), tmp_path_factory.mktemp("out") / "hasil"
    result = run(folder, "--out", out, "--as-of", DAY, "--place", "36")
    assert result.exit_code == 0, result.output
    return out


def read(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_all_files_are_there_and_the_manifest_has_their_hashes(made):
    manifest = read(made, "manifest.json")
    assert {p.name for p in made.iterdir()} == {
        "indikator.json",
        "temuan.json",
        "laporan.pdf",
        "laporan.docx",
        "laporan.xlsx",
        "manifest.json",
    }
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == digest


def test_each_value_has_the_fields_of_the_contract(made):
    values = read(made, "indikator.json")
    assert all(set(value) >= FIELDS for value in values)
    assert {value["indicator"] for value in values} == set(INDICATORS)
    assert all(set(value["status"]) <= STATUS and value["status"] for value in values)
    assert all(
        value["unit"] == INDICATORS[value["indicator"]].unit for value in values if value["indicator"] != "target_gap"
    )


def test_missing_values_are_null(made):
    assert all(v["value"] is None for v in read(made, "indikator.json") if "missing" in v["status"])


def test_the_first_value_of_an_indicator_is_the_headline_of_the_round_s_place(made):
    first = {}
    for value in read(made, "indikator.json"):
        first.setdefault(value["indicator"], value)
    assert {value["place"] for value in first.values()} == {"36"}


def test_each_finding_has_the_fields_and_kinds_of_the_contract(made):
    found = read(made, "temuan.json")
    assert all(set(finding) >= FINDING for finding in found)
    assert {finding["kind"] for finding in found} <= {f"figures.{kind}" for kind in KINDS}
    assert {"figures.impossible", "figures.statement", "figures.loose"} <= {f["kind"] for f in found}
    assert all(f["difference"] == f["stated"] - f["computed"] for f in found if f["stated"] is not None)


def test_corrections_say_from_what_to_what(made):
    [finding] = [f for f in read(made, "temuan.json") if f["kind"] == "figures.statement"]
    assert [(c["from"], c["to"]) for c in finding["corrections"]] == [(90, 100)]


def test_shares_are_fractions_and_money_whole_rupiah(made):
    values = read(made, "indikator.json")
    assert all(isinstance(v["value"], int) for v in values if v["unit"] == "rupiah" and v["value"] is not None)
    [coverage] = [v for v in values if v["indicator"] == "coverage" and v["place"] == "36.72" and not v["group"]]
    assert coverage["value"] == pytest.approx(1.1)


def test_a_folder_without_rows_ends_with_2_and_writes_nothing(tmp_path):
    written(tmp_path, population=[people("banyak")])
    result = run(tmp_path, "--out", tmp_path / "hasil")
    assert result.exit_code == 2
    assert not (tmp_path / "hasil").exists()


def test_strict_ends_with_2_where_a_row_was_set_aside(tmp_path):
    written(tmp_path, population=[people(10), people("banyak", group="rentan")])
    assert run(tmp_path, "--out", tmp_path / "hasil", "--strict").exit_code == 2
    assert not (tmp_path / "hasil").exists()


def test_set_aside_rows_and_findings_are_no_failure(tmp_path):
    written(tmp_path, population=[people(10), people("banyak", group="rentan"), people(20, group="non_asn")])
    assert run(tmp_path, "--out", tmp_path / "hasil").exit_code == 0
    values = read(tmp_path / "hasil", "indikator.json")
    assert next(v for v in values if v["indicator"] == "population")["value"] == 10


def test_the_same_input_gives_the_same_figures_byte_by_byte(made, tmp_path):
    written(tmp_path, **TABLES)
    assert run(tmp_path, "--out", tmp_path / "hasil", "--as-of", DAY, "--place", "36").exit_code == 0
    for name in ("indikator.json", "temuan.json"):
        assert (tmp_path / "hasil" / name).read_bytes() == (made / name).read_bytes()


def test_data_without_any_day_ask_for_one(tmp_path):
    written(tmp_path, commitments=[{"place": "36.72", "text": "menganggarkan iuran"}])
    result = run(tmp_path, "--out", tmp_path / "hasil")
    assert (result.exit_code, "--as-of" in result.stderr) == (2, True)
    assert run(tmp_path, "--out", tmp_path / "hasil", "--as-of", "2024-07-17").exit_code == 0


def test_two_tables_with_equal_bytes_are_both_read(tmp_path):
    same = [{"place": "36.72", "period": "2024", "programme": "JKM", "amount": 100, "source": "x"}]
    written(tmp_path, contributions=same, claims=same)
    assert run(tmp_path, "--out", tmp_path / "hasil").exit_code == 0
    balance = next(v for v in read(tmp_path / "hasil", "indikator.json") if v["indicator"] == "balance")
    assert (balance["value"], balance["numerator"], balance["denominator"]) == (0, 100, 100)
