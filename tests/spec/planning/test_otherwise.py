"""What two scenarios say otherwise: told in words with group and source, with the name that the field has in the file."""

import datetime as dt
import sys
from pathlib import Path

import pytest
import yaml
from scenarios import assumed, group, payer, plan, span, target, written

from semesta.planning.compared import compared
from semesta.planning.otherwise import otherwise
from semesta.planning.scenario import read_scenario
from semesta.planning.scenario_leaves import leaves as told_leaves
from semesta.report.rencana.document import document

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
from report_text import texts

EXAMPLE = Path(__file__).parents[3] / "examples" / "rencana-cilegon" / "rencana.yaml"


def differing(first: dict, other: dict) -> list[tuple[str, str, str, str]]:
    """Field, title, and what both say, in Indonesian."""
    one, two = (read_scenario(written(**fields)) for fields in (first, other))
    texts = ((o.field, o.title.id, o.first_said.id, o.other_said.id) for o in otherwise(one, two))
    return [tuple(text.replace("\u00a0", " ") for text in four) for four in texts]


def test_scenarios_alike_differ_in_nothing_whatever_they_are_called():
    assert differing({"name": "satu"}, {"name": "dua"}) == []


def test_no_field_is_told_twice():
    keys = [key for key, _ in told_leaves(read_scenario(EXAMPLE))]
    assert len(keys) == len(set(keys))


def test_a_field_of_a_payer_is_told_with_its_group_and_source():
    found = differing({}, {"groups": [group("rentan.nelayan", payer(1500, begins=3))]})
    assert found == [
        ("groups[1].payers[1].kept", "Nelayan, APBD kabupaten/kota: sudah dibayar", "100", "1.500"),
        ("groups[1].payers[1].begins", "Nelayan, APBD kabupaten/kota: yang baru mulai", "Januari", "Maret"),
    ]


def test_the_employer_of_a_group_is_told_in_words():
    employers = ({"industry": "textile", "workers": 1_200}, {"industry": "toys", "workers": 60})
    assert differing(*({"groups": [group(employer=one)]} for one in employers)) == [
        (
            "groups[1].employer.industry",
            "Nelayan: industri pemberi kerja",
            "tekstil dan pakaian jadi",
            "mainan anak",
        ),
        ("groups[1].employer.workers", "Nelayan: pekerja pemberi kerja", "1.200", "60"),
    ]


def test_a_group_put_before_another_is_one_difference():
    found = differing({}, {"groups": [group("rentan.petani", population=400), group()]})
    assert found == [("groups[1]", "Petani", "tidak ada", "ada")]


def test_a_payer_that_only_one_has_is_one_difference():
    both = [group("rentan.nelayan", payer(), payer(5, funding="csr", added={2027: 3}))]
    assert differing({"groups": both}, {}) == [
        ("groups[1].payers[2]", "Nelayan, CSR dan sumbangan", "ada", "tidak ada")
    ]


def test_groups_that_stand_twice_are_told_apart():
    twice = [group(), group("rentan.nelayan", payer(7, funding="csr"))]
    changed = [group(), group("rentan.nelayan", payer(8, funding="csr"))]
    assert differing({"groups": twice}, {"groups": changed}) == [
        ("groups[2].payers[1].kept", "Nelayan (2), CSR dan sumbangan: sudah dibayar", "7", "8")
    ]


def test_money_years_shares_and_assumptions_are_told_as_people_write_them():
    money = {"funding": "apbd.kabkota", "amounts": {2027: 250_000_000}}
    found = differing(
        {"money": [money], "growth": assumed(0.005, 0.012, 0.02), "targets": [target()], "years": span(2027, 2030)},
        {
            "money": [money | {"amounts": {2027: 300_000_000}, "growth": 0.03}],
            "growth": assumed(0.005, 0.01, 0.02),
            "targets": [target(shares={2030: 0.995})],
            "years": span(2027, 2029),
        },
    )
    assert found == [
        ("years.last", "Tahun terakhir", "2030", "2029"),
        ("money[1].amounts.2027", "Dana APBD kabupaten/kota: 2027", "Rp250.000.000", "Rp300.000.000"),
        ("money[1].growth", "Dana APBD kabupaten/kota: tumbuh setahun", "0 %", "3 %"),
        ("growth", "Pertumbuhan penduduk setahun", "0,5 % / 1,2 % / 2 % (uji)", "0,5 % / 1 % / 2 % (uji)"),
        ("targets[1].shares.2030", "Target sendiri: sasaran 2030", "60 %", "99,5 %"),
    ]


def test_a_part_asked_for_is_told_with_its_rows():
    members = [{"from": 40, "to": 49, "sex": "L", "persons": 50}]
    changed = [{"from": 40, "to": 54, "sex": "L", "persons": 60}]
    found = differing({"projection": {"members": members}}, {"projection": {"members": changed}, "claims": {}})
    assert [one[:2] for one in found] == [
        ("projection.members[1].to", "Anggota dari tahun ke tahun: baris 1, umur sampai"),
        ("projection.members[1].persons", "Anggota dari tahun ke tahun: baris 1, orang"),
        ("claims", "Manfaat yang diharapkan"),
    ]


def leaves(value, path=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from leaves(inner, f"{path}[{number}]")
    else:
        yield path


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_field_named_stands_in_the_file_by_that_name(lang):
    text = EXAMPLE.read_text(encoding="utf-8")
    changed = (
        text.replace("kept: 3511", "kept: 3400").replace("part: 25 %", "part: 20 %").replace("part: 30 %", "part: 35 %")
    )
    changed = changed.replace("covered: 91347", "covered: 90000").replace("stage: rapbd", "stage: apbd")
    found = list(otherwise(read_scenario(text), read_scenario(changed)))
    there = set(leaves(yaml.safe_load(text)))
    assert len(found) == 8
    assert {one.field for one in found} <= there
    assert all(one.title.said(lang) and "[" not in one.title.said(lang) for one in found)


def figures(first: dict, other: dict) -> dict[str, tuple]:
    """What both plans come to by title, in Indonesian."""
    found = compared(plan(years=span(2027, 2030), **first), plan(years=span(2027, 2029), **other))
    return {p.title.id.replace("\u00a0", " "): (p.first, p.other, p.difference) for p in found.figures}


def test_targets_alike_are_compared_in_the_last_year_of_both():
    found = figures(
        {"targets": [target()]}, {"targets": [target()], "groups": [group("rentan.nelayan", payer(added={2028: 40}))]}
    )
    assert found["Target sendiri: aktif 2029 menurut rencana"] == (5_000, 5_040, 40)
    assert found["Target sendiri: belum tercapai oleh rencana 2029"] == (750, 710, -40)


def test_what_falls_short_of_two_different_targets_is_never_subtracted():
    found = figures({"targets": [target()]}, {"targets": [target(shares={2030: 0.8})]})
    name = "Target sendiri (60 % pada 2030 | 80 % pada 2030)"
    assert found[f"{name}: aktif 2029 menurut rencana"] == (5_000, 5_000, 0)
    assert found[f"{name}: peserta baru yang diperlukan 2029"] == (750, 2_250, None)


def test_a_target_that_only_one_plan_has_is_told_once_and_not_reckoned():
    both = compared(plan(targets=[target()]), plan())
    assert not any("Target" in pair.title.id for pair in both.figures)
    assert [(one.title.id, one.first_said.id, one.other_said.id) for one in both.otherwise] == [
        ("Target sendiri", "ada", "tidak ada")
    ]


def test_plans_of_two_places_say_so():
    both = compared(plan(), plan(place="36.73"))
    assert both.places == ("36.72", "36.73")
    made = document(plan(), "id", today=dt.date(2026, 11, 21), compared=both)
    assert any("wilayah yang berbeda: Kota Cilegon" in text for text in texts(made.blocks))
