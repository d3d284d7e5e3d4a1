"""semesta places and semesta groups: the vocabularies, explained."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from semesta.cli import groups, places

app = typer.Typer()
for module in (places, groups):
    app.command(module.COMMAND[0])(module.COMMAND[1])


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_a_place_is_explained_with_its_level_its_parent_and_its_parts():
    result = run("places", "36.72")
    assert result.exit_code == 0
    for said in ("Kota Cilegon", "kabupaten/kota", "Provinsi Banten (36)", "36.72.01", "Kec. Cibeber"):
        assert said in result.stdout


def test_a_place_is_found_by_its_name_in_english_too():
    assert "Cilegon City" in run("places", "cilegon", "--lang", "en").stdout


def test_without_a_place_the_provinces_are_listed():
    assert len(json.loads(run("places", "--json").stdout)["places"]) == 38


def test_a_place_as_json_has_its_parts_with_codes():
    answer = json.loads(run("places", "Banten", "--json").stdout)
    assert (answer["code"], answer["level"], answer["parent"]["code"]) == ("36", "province", "ID")
    assert answer["places"][0] == {"code": "36.00", "name": "Pemerintah Provinsi Banten", "level": "government"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("places", "serang"), "Kab. Serang (36.04) atau Kota Serang (36.73)"),
        (("places", "Cilegno"), "Kota Cilegon (36.72)"),
        (("places", "Atlantis Raya Jaya"), "tidak dikenal"),
        (("places", "[bold]", "--lang", "en"), "No place is called “[bold]”"),
        (("groups", "nelayann"), "Nelayan (rentan.nelayan)"),
        (("groups", "qqq", "--lang", "en"), "No group is called"),
    ],
)
def test_what_is_unknown_is_one_line_with_the_nearest_names_and_exit_2(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_groups_are_a_tree_with_tags_who_owes_and_notes():
    output = " ".join(run("groups").stdout.split())
    for said in ("rentan.nelayan", "iuran: APBDes", "penyelenggara pemilu", "Tidak termasuk guru honorer"):
        assert said in output


def test_one_group_is_shown_with_all_below_it():
    answer = json.loads(run("groups", "kader", "--json", "--lang", "en").stdout)["groups"]
    assert [group["code"] for group in answer][:2] == ["non_asn.kader", "non_asn.kader.posyandu"]
    assert answer[0]["owed_by"] == "apbd"
    assert answer[0]["tags"] == ["non_formal", "village"]
