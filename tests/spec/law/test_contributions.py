"""Every fact on contributions, asked as a reader of the fact sheet would: both sides of each change, each segment, each relief."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from semesta.cli.main import app

BILLS = yaml.safe_load(Path(__file__).with_name("contributions.yaml").read_text(encoding="utf-8"))


def asked(tmp_path, bill):
    arguments = ["contribution", *shlex.split(bill["ask"]), "--json"]
    if "case" in bill:
        (tmp_path / "case.yaml").write_text(yaml.safe_dump(bill["case"]), encoding="utf-8")
        arguments.append(str(tmp_path / "case.yaml"))
    return CliRunner().invoke(app(), arguments)


@pytest.mark.parametrize("bill", BILLS, ids=[f"{bill['law']}: {bill['ask']}" for bill in BILLS])
def test_a_bill_is_what_the_fact_sheet_says(tmp_path, bill):
    said = asked(tmp_path, bill)
    assert said.exit_code == 0, said.stderr
    answer = json.loads(said.stdout)
    found = (answer["total"], [item["amount"] for item in answer["items"]], answer["verified"])
    assert found == (bill["total"], bill["amounts"], bill.get("verified", True))


@pytest.mark.parametrize("bill", BILLS, ids=[f"{bill['law']}: {bill['ask']}" for bill in BILLS])
def test_every_line_of_a_bill_names_its_article_its_payer_and_its_reasons(tmp_path, bill):
    for item in json.loads(asked(tmp_path, bill).stdout)["items"]:
        assert item["law"].startswith(("PP ", "Permenaker "))
        assert item["payer"] in ("employer", "worker", "member", "government")
        assert item["because"]


@pytest.mark.parametrize("month", ["2025", "2025-01/2025-06", "../2025-06", "2025-13", "kemarin"])
@pytest.mark.parametrize(("lang", "said"), [("id", "bukan bulan; contoh: 2025-06"), ("en", "is no month; as 2025-06")])
def test_a_bill_is_of_one_month_and_not_of_a_year(month, lang, said):
    found = CliRunner().invoke(app(), ["contribution", "--segment", "BPU", "--month", month, "--lang", lang])
    assert (found.exit_code, found.stderr.strip()) == (2, f"month = {month} {said}")


def wrong(arguments, lang):
    found = CliRunner().invoke(app(), ["contribution", *shlex.split(arguments), "--lang", lang])
    assert found.exit_code == 2
    assert not found.stdout
    return found.stderr.strip().splitlines()


@pytest.mark.parametrize(
    ("segment", "programmes", "absent"),
    [
        ("BPU", "JKK,JKM,JHT,JP", ["JP"]),
        ("BPU", "JKP", ["JKP"]),
        ("JAKON", "JKK,JHT,JP", ["JHT", "JP"]),
        ("PMI", "JKK,JP,JKP", ["JP", "JKP"]),
    ],
)
def test_a_programme_that_the_segment_cannot_have_is_refused(segment, programmes, absent):
    arguments = f"--segment {segment} --programmes {programmes} --month 2025-06"
    told = [f"tidak ada iuran {programme} bagi segmen {segment}" for programme in absent]
    assert wrong(arguments, "id") == told
    told = [f"there is no {programme} contribution for segment {segment}" for programme in absent]
    assert wrong(arguments, "en") == told


@pytest.mark.parametrize(
    ("arguments", "since"),
    [
        ("--segment PU --wage 5000000 --risk 1 --month 2015-06", "2015-07-01"),
        ("--segment BPU --month 2015-06", "2015-07-01"),
        ("--segment JAKON --project-value 1000000000 --month 2015-06", "2015-07-01"),
        ("--segment PMI --month 2018-12", "2019-01-01"),
        ("--segment PU --wage 5000000 --programmes JKP --month 2021-01", "2021-02-01"),
        ("--segment BPU --month 1990-01", "2015-07-01"),
    ],
)
def test_a_month_before_the_law_is_refused_and_never_costs_nothing(arguments, since):
    for lang, said in (("id", "yang tercatat berlaku sejak"), ("en", "what is recorded begins on")):
        assert all(line.endswith(f"{said} {since}") for line in wrong(arguments, lang))


def test_everything_that_is_wrong_with_a_bill_is_told_at_once_with_the_nearest_names():
    arguments = "--segment BPUU --funding abpd --sector trasport --risk 9 --programmes JKN --month 2025-06 --wage abc"
    for lang, near in (("id", "yang mirip: "), ("en", "did you mean ")):
        lines = wrong(arguments, lang)
        for name, nearest in (("segment", "BPU"), ("funding", "apbd"), ("sector", "transport"), ("programme", "JKM")):
            (line,) = [line for line in lines if line.startswith(name)]
            assert nearest in line.split(near)[1]
        assert [line.split(" =")[0] for line in lines if near not in line] == ["wage_per_month", "risk_class"]


def test_words_of_a_title_find_their_code_in_both_languages():
    arguments = "--segment BPU --month 2026-07 --sector ojek --bpu-group magang"
    (group, sector) = wrong(arguments, "id")
    assert group.endswith("yang mirip: intern")
    assert "transport (pengangkutan: ojek, pengemudi, kurir)" in sector
    assert sector.endswith("yang mirip: transport")
    assert wrong(arguments, "en")[1].endswith("did you mean transport?")


@pytest.mark.parametrize("risk", ["3", "III", "sedang", "medium"])
def test_a_class_of_risk_is_read_by_number_by_group_or_by_name(risk):
    arguments = ["contribution", "--segment", "PU", "--wage", "5000000", "--programmes", "JKK", "--month", "2025-06"]
    found = CliRunner().invoke(app(), [*arguments, "--risk", risk, "--json"])
    assert json.loads(found.stdout)["total"] == 44_500


def test_the_part_of_halved_jkk_for_jkp_is_not_made_up():
    # PP 7/2025 Pasal 10 sets it apart, and what it says was not found.
    arguments = "--segment PU --wage 5000000 --risk 1 --programmes JKP --month 2025-06 --industry toys --workers 50"
    answer = json.loads(CliRunner().invoke(app(), ["contribution", *shlex.split(arguments), "--json"]).stdout)
    assert (answer["total"], answer["at_least"], answer["verified"]) == (None, 11_000, False)
    assert "PP 7/2025 Pasal 10" in answer["items"][0]["because"]


def test_beside_jkk_and_jkm_the_parts_of_jkp_are_told_in_words_and_not_counted_twice():
    arguments = "--segment PU --wage 10000000 --risk 3 --programmes JKK,JKM,JKP --month 2024-06 --lang en"
    answer = json.loads(CliRunner().invoke(app(), ["contribution", *shlex.split(arguments), "--json"]).stdout)
    assert answer["total"] == 89_000 + 30_000 + 11_000
    assert answer["items"][-1]["because"].splitlines()[-2:] == [
        "of the JKK contribution, Rp7,000 becomes JKP and Rp82,000 stays JKK",
        "of the JKM contribution, Rp5,000 becomes JKP and Rp25,000 stays JKM",
    ]


# The bill of one person as PU and as BPU; months without a relief, with one, and who pays.
COMPARED = [
    ("--wage 1000000 --risk 1 --month 2022-05", 5_400, 16_800),
    ("--wage 2152323 --risk 1 --month 2023-06", 11_623, 16_800),
    ("--wage 5000000 --risk 1 --month 2024-06", 27_000, 16_800),
    ("--wage 1000000 --risk 1 --funding apbd --month 2026-06", 5_400, 16_800),
    ("--wage 1000000 --risk 1 --funding mandiri --month 2026-06", 5_400, 8_400),
    ("--wage 1000000 --risk 1 --programmes JKK,JKM,JHT --month 2024-06", 62_400, 36_800),
    ("--wage 1000000 --risk 1 --month 2020-09", 54, 168),
]


@pytest.mark.parametrize(("arguments", "as_pu", "as_bpu"), COMPARED)
def test_one_person_may_be_registered_either_way(arguments, as_pu, as_bpu):
    found = CliRunner().invoke(app(), ["contribution", "--compare", *shlex.split(arguments), "--json"])
    answer = json.loads(found.stdout)
    assert (answer["PU"]["total"], answer["BPU"]["total"], answer["difference"]) == (as_pu, as_bpu, as_bpu - as_pu)


@pytest.mark.parametrize(
    ("segment", "month", "waits"), [("BPU", "2025-02", 0), ("BPU", "2025-03", 3), ("PU", "2025-03", 0)]
)
def test_beside_a_bill_it_says_after_how_many_months_jkm_is_whole(segment, month, waits):
    arguments = ["contribution", "--segment", segment, "--month", month]
    answer = json.loads(CliRunner().invoke(app(), [*arguments, "--json"]).stdout)
    assert answer["cover"]["whole_jkm_after_months"] == waits
    assert ("JKM penuh setelah 3 bulan iuran" in CliRunner().invoke(app(), arguments).stdout) is (waits == 3)


@pytest.mark.parametrize(("month", "total", "is_assumed"), [("2026-03", 16_800, False), ("2026-04", 8_400, True)])
def test_who_does_not_say_who_pays_is_told_what_was_assumed_where_it_matters(tmp_path, month, total, is_assumed):
    answer = json.loads(asked(tmp_path, {"ask": f"--segment BPU --month {month}"}).stdout)
    assert answer["total"] == total
    assert ("assumed" in answer) is is_assumed
