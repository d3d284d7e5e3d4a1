"""A scenario is read whole: everything that cannot be used is told at once, with its field and how to mend it."""

from __future__ import annotations

import dataclasses
import re

import pytest
from scenarios import assumed, faults, group, payer, span, target, written

from semesta.planning.aims import Money, Target
from semesta.planning.cover import Group, Payer, Route
from semesta.planning.estimate import Estimate
from semesta.planning.faults import Unplannable
from semesta.planning.parts import parts
from semesta.planning.plan import made
from semesta.planning.scenario import read_scenario, template


def test_the_template_can_be_run_as_it_is():
    scenario = read_scenario(template())
    assert (scenario.place, scenario.first, scenario.last, len(scenario.groups)) == ("36.72", 2027, 2030, 3)


def with_examples(template: str) -> str:
    """The template with every remark that shows a field made one: what a user gets who takes all the signs away."""
    field = re.compile(r"^(\s*)# (\s*(?:- \{|[a-z_]+:(?: |$)).*)$")
    return "\n".join(field.sub(r"\1\2", line) for line in template.splitlines())


def test_every_field_that_the_template_shows_as_a_remark_can_be_used():
    whole = with_examples(template())
    # Aims are shares or persons, and a price of the office's own stands for that of the law.
    whole = whole.replace("    shares: {2030: 65 %}", "#").replace("    own_price", "#")
    scenario = read_scenario(whole)
    assert set(scenario.asked) == {part.name for part in parts()}
    assert set(scenario.assumptions) == {"jkm_deaths_bpu"}
    assert made(scenario).scenario.supposes


def test_the_template_shows_every_field_there_is():
    shown = set(re.findall(r"([a-z_]+):", template()))
    of_code = {f.name for each in (Route, Payer, Group, Money, Target) for f in dataclasses.fields(each)}
    said_otherwise = {"segment", "code", "first_month", "last_month", "accounts", "of_document"}
    assert of_code - said_otherwise <= shown
    assert {"group", "route", "months", "seed", "assumptions", "law", "growth", "wage_growth", "leaving"} <= shown


def test_no_line_of_the_template_is_too_long_for_a_screen():
    assert max(map(len, template().splitlines())) <= 140


def test_places_groups_and_sources_are_known_by_their_names_too():
    scenario = read_scenario(written(place="Kota Cilegon", groups=[group("Nelayan", payer(funding="APBD kota"))]))
    one = scenario.groups[0]
    assert (scenario.place, one.code, one.payers[0].funding) == ("36.72", "rentan.nelayan", "apbd.kabkota")


def test_amounts_are_read_as_officers_write_them():
    scenario = read_scenario(written(money=[{"funding": "apbd.kabkota", "amounts": {2027: "Rp2,2 miliar"}}]))
    assert scenario.money[0].amounts == {2027: 2_200_000_000}


def test_people_of_no_named_group_may_be_meant():
    assert read_scenario(written(groups=[group("semua")])).groups[0].code == ""


def test_everything_wrong_is_told_at_once_by_its_field():
    told = faults(
        place="Kota Entah",
        groups=[group("nelayann", payer(kept=-1)), group("rentan.petani", payer(kept=None), populasi=3)],
        targets=[target(shares={2030: 1.3})],
        growth=assumed(0.03, 0.01, 0.02),
    )
    assert sorted(told) == [
        "groups[1].group",
        "groups[1].payers[1].kept",
        "groups[2].payers[1].kept",
        "groups[2].populasi",
        "growth",
        "place",
        "targets[1].shares.2030",
    ]
    assert told["groups[1].group"].endswith("perhaps: Nelayan (rentan.nelayan)")
    assert "did you mean population?" in told["groups[2].populasi"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"groups": None}, "groups"),
        ({"groups": []}, "groups"),
        ({"years": None}, "years"),
        ({"years": span(2029, 2027)}, "years"),
        ({"years": span(2027, 2090)}, "years"),
        ({"groups": [group("rentan.nelayan", payer(kept=0))]}, "groups[1].payers"),
        ({"groups": [group(population=0)]}, "groups[1].population"),
        ({"groups": [group(population=99)]}, "groups[1].population"),
        ({"groups": [group("rentan.nelayan", payer(), payer())]}, "groups[1].payers[2]"),
        ({"groups": [group("rentan.nelayan", payer(months="9-13"))]}, "groups[1].payers[1].months"),
        ({"groups": [group("rentan.nelayan", payer(months="8-12", begins=3))]}, "groups[1].payers[1].begins"),
        ({"groups": [group("rentan.nelayan", payer(added={2031: 5}))]}, "groups[1].payers[1].added.2031"),
        ({"groups": [group(route="PU", risk_class=1)]}, "groups[1].wage_per_month"),
        ({"groups": [group(route="PU", wage_per_month=2_000_000, risk_class=6)]}, "groups[1].risk_class"),
        ({"groups": [group(employer={"industry": "tekstil", "workers": 60})]}, "groups[1].employer.industry"),
        ({"groups": [group(employer={"workers": 60})]}, "groups[1].employer.industry"),
        ({"groups": [group(employer={"industry": "textile"})]}, "groups[1].employer.workers"),
        ({"groups": [group(employer={"industry": "textile", "workers": 0})]}, "groups[1].employer.workers"),
        ({"groups": [group(employer="textile")]}, "groups[1].employer"),
        ({"growth": {"low": 0, "central": 0.01, "high": 0.02}}, "growth.source"),
        ({"growth": assumed(-0.01, 0.01, 0.02)}, "growth.low"),
        ({"leaving": {"low": 0, "high": 0.02, "source": "uji"}}, "leaving.central"),
        ({"assumptions": {"jkm_deaths_bpu": assumed(-1, 2, 3)}}, "assumptions.jkm_deaths_bpu.low"),
        ({"assumptions": {"kematian": assumed(1, 2, 3)}}, "assumptions.kematian"),
        ({"targets": [target(covered=10_001)]}, "targets[1].covered"),
        ({"targets": [target(shares=None, persons={2030: 10_001})]}, "targets[1].persons.2030"),
        ({"targets": [target(shares=None)]}, "targets[1].shares"),
        ({"targets": [target(mix=[{"funding": "apbd", "part": 0.5}])]}, "targets[1].mix"),
        ({"money": [{"funding": "apbd.kabkota", "amounts": {2027: 100_000}}]}, "money[1].amounts.2027"),
        ({"money": [{"funding": "apbd.kabkota", "amounts": {2027: -5}}]}, "money[1].amounts.2027"),
        ({"money": [{"funding": "apbd", "amounts": {2027: 10**9}}]}, "money[1].funding"),
        ({"targets": [target(shares={})]}, "targets[1].shares"),
        ({"targets": [target(document="RPJMN", shares=None, universe="employed")]}, "targets[1].universe"),
        ({"law": [{"since": "2028-01-01", "values": {"no_such_value": 1}}]}, "law"),
    ],
)
def test_what_cannot_be_used_is_named(fields, field):
    assert list(faults(**fields)) == [field]


def test_a_budget_below_the_price_of_one_person_says_that_price():
    told = faults(money=[{"funding": "apbd.kabkota", "amounts": {2027: 201_599}}])
    assert "Rp201,600" in told["money[1].amounts.2027"]
    assert faults(money=[{"funding": "apbd.kabkota", "amounts": {2027: 201_600}}]) == {}


def test_nothing_budgeted_is_written_0_and_is_no_fault():
    assert faults(money=[{"funding": "apbd.kabkota", "amounts": {2027: 0}}]) == {}


def test_years_before_the_law_are_named_with_the_law_that_is_lacking():
    assert "in force on 2014-01-01" in faults(years=span(2014))["years.first"]


def test_a_comma_in_an_amount_without_quotes_is_explained():
    text = written() + "money:\n  - funding: apbd.kabkota\n    amounts: {2027: Rp2,2 miliar}\n"
    with pytest.raises(Unplannable) as wrong:
        read_scenario(text)
    assert {fault.field for fault in wrong.value.faults} >= {"money[1].amounts.2 miliar"}
    assert any("in quotes" in fault.said("en") for fault in wrong.value.faults)


@pytest.mark.parametrize("text", ["", "- satu\n- dua\n", "name: [", "name: a\nname: b\n"])
def test_a_text_that_is_no_scenario_is_told_so(text):
    with pytest.raises(Unplannable) as wrong:
        read_scenario(text)
    assert wrong.value.faults[0].field == "rencana.yaml"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"years": "tahun depan", "groups": [group("rentan.nelayan", payer(added={2027: 5}))]}, "years"),
        ({"groups": [group("rentan.nelayan", payer(added=2.5))]}, "groups[1].payers[1].added"),
        ({"groups": [group("rentan.nelayan", payer(begins="musim hujan"))]}, "groups[1].payers[1].begins"),
        ({"groups": [group("rentan.nelayan", payer(months="8-13", begins=3))]}, "groups[1].payers[1].months"),
        ({"groups": [group("rentan.nelayan", payer(funding="DBH SDA"))]}, "groups[1].payers[1].funding"),
        ({"targets": [target(mix=None)]}, "targets[1].mix"),
    ],
)
def test_one_mistake_is_told_once(fields, told):
    assert list(faults(**fields)) == [told]


def test_what_may_be_written_instead_is_said():
    told = faults(
        groups=[group("rentan.nelayan", payer(funding="DBH SDA"))],
        targets=[target(mix=[{"funding": "csr", "part": 0.9}]), target(document="RPJMD", mix=None)],
        leaving={"low": "30 %", "central": "6 %", "high": "10 %", "source": "uji"},
        claims={"experience": [{"programme": "JKM", "cases": 1, "person_years": 0, "source": "uji"}]},
    )
    assert "one of: apbd" in told["groups[1].payers[1].funding"]
    assert "perhaps" not in told["groups[1].payers[1].funding"]
    assert told["targets[1].mix"].startswith("targets[1].mix = 90 %: ")
    assert "is missing" in told["targets[2].mix"]
    assert told["leaving"].startswith("leaving = 30 %, 6 %, 10 %: ")
    assert "at least 1;" in told["claims.experience[1].person_years"]


@pytest.mark.parametrize(("years", "last"), [(2027, 2027), ("2027", 2027), ("2027-2030", 2030), ("2027 – 2028", 2028)])
def test_one_year_or_two_may_be_written_as_people_do(years, last):
    scenario = read_scenario(written(years=years))
    assert (scenario.first, scenario.last) == (2027, last)


@pytest.mark.parametrize(
    "months", ["3-12", "Maret-Desember", "maret sampai desember", "Mar s.d. Des", "March to December"]
)
def test_months_may_be_written_by_name(months):
    scenario = read_scenario(written(groups=[group("rentan.nelayan", payer(months=months, begins="April"))]))
    one = scenario.groups[0].payers[0]
    assert (one.first_month, one.last_month, one.begins) == (3, 12, 4)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name: a\ngroups:\n  - kept: -\n", "baris 3: tanda - tidak boleh di sini; yang belum diketahui tidak ditulis"),
        ("name: a\n place: b\n", "baris 2: titik dua tidak boleh di sini"),
        ("name: a\n\tplace: b\n", "tab; pakai spasi"),
        ("years: {first: 2027\n", "tanda kurung belum ditutup"),
        ('name: "a\n', "tanda kutip belum ditutup"),
    ],
)
def test_a_text_that_is_no_yaml_is_told_in_plain_words_and_its_file_once(tmp_path, text, why):
    path = tmp_path / "rencana.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unplannable) as wrong:
        read_scenario(path)
    said = wrong.value.faults[0].said("id")
    assert why in said
    assert said.count("rencana.yaml") == 1


def test_a_file_that_notepad_saved_otherwise_is_told_how_to_save_it(tmp_path):
    path = tmp_path / "rencana.yaml"
    path.write_text(written(), encoding="utf-16")
    with pytest.raises(Unplannable, match="in Notepad: Save as, Encoding UTF-8"):
        read_scenario(path)


def test_a_code_that_only_a_round_may_know_is_told_how_to_be_read():
    assert faults(place="36.79")["place"].endswith("a place from a round's places.csv: run with --round ROUND")
    assert "--round" not in faults(place="Kota Entah")["place"]


def test_a_file_that_is_not_there_is_told_so(tmp_path):
    with pytest.raises(Unplannable, match=r"tidak-ada\.yaml"):
        read_scenario(tmp_path / "tidak-ada.yaml")


@pytest.mark.parametrize("written", ["0,5", 0.5, 1, "3"])
def test_a_yearly_rate_so_large_is_per_cent_without_its_sign_and_never_read_as_half_of_everybody(written):
    rate = {"low": 0.01, "central": written, "high": "90 %", "source": "uji"}
    found = faults(growth=rate, wage_growth=rate, leaving=rate)
    assert sorted(found) == ["growth.central", "leaving.central", "wage_growth.central"]
    assert "write it with the sign" in found["growth.central"]


def test_a_yearly_rate_is_written_in_per_cent_or_as_a_small_part():
    growth = {"low": "0,5 %", "central": 0.01, "high": "50%", "source": "uji"}
    assert read_scenario(written(growth=growth)).growth.value == Estimate(0.005, 0.01, 0.5)


def test_of_several_payers_below_the_source_of_money_the_first_is_named():
    payers = [payer(1, funding=code) for code in ("apbd.provinsi", "apbd.kabkota")]
    found = faults(groups=[group("rentan", *payers)], money=[{"funding": "apbd", "amounts": 10**9}])
    assert "written as apbd.provinsi" in found["money[1].funding"]
