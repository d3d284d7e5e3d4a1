"""Districts and villages by name mean something within a regency: where it is known they become codes, else that is said once."""

import pytest
from person_rows import HEADER, SITI, people, read_people
from workbooks import xlsx

from semesta.basics.places import PLACES
from semesta.files.read import places_files
from semesta.tables.registry import EVERY_TABLE

NAMED = ["NIK", "Nama", "Kecamatan", "Kelurahan"]
CIWANDAN = [*SITI[:2], "Ciwandan", "Tegal Ratu"]
VILLAGES = "code,name\n36.72.04.1001,Gunung Sugih\n36.72.04.1003,Tegal Ratu\n36.72.05.1003,Kubangsari\n"


def places_in(folder, rows, **options):
    """Place, district and village of each row, and the causes of what is said."""
    frame, dataset = people(folder, rows, **options)
    return frame.select("place", "district", "village").rows(), [p.fault.cause for p in dataset.problems]


def test_a_district_by_name_is_found_in_the_place_of_the_lists(tmp_path):
    found, said = places_in(tmp_path, [NAMED, CIWANDAN], place="36.72")
    assert (found, said) == ([("36.72", "36.72.04", "Tegal Ratu")], [])


@pytest.mark.parametrize("written", ["Ciwandan", "CIWANDAN", "Kec. Ciwandan", "kecamatan  ciwandan", "36.72.04"])
def test_a_district_is_the_same_however_it_is_written(tmp_path, written):
    assert places_in(tmp_path, [NAMED[:3], [*SITI[:2], written]], place="36.72")[0] == [("36.72", "36.72.04", None)]


def test_a_district_whose_name_one_place_of_a_province_bears_is_found_in_it(tmp_path):
    assert places_in(tmp_path, [NAMED[:3], [*SITI[:2], "Ciwandan"]], place="36")[0] == [("36.72", "36.72.04", None)]


def test_names_without_a_regency_stay_unknown_and_that_is_said_once(tmp_path):
    rows = [CIWANDAN, [*SITI[:2], "Coblong", "Dago"], [None, "Budi Santoso", "Coblong", None]]
    found, said = places_in(tmp_path, [NAMED, *rows])

    assert {place for place, _, _ in found} == {None}
    assert said.count("place.no_regency") == 1


def test_how_to_mend_names_without_a_regency_is_said_with_the_names(tmp_path):
    _, dataset = people(tmp_path, [NAMED, CIWANDAN])

    (said,) = [p for p in dataset.problems if p.fault.cause == "place.no_regency"]
    assert (said.header, said.value, said.fault.severity) == ("Kecamatan", "Ciwandan", "warning")
    assert "--place" in said.fault.how_to_fix.id


def test_a_village_is_found_in_the_places_beside_the_list(tmp_path):
    places = PLACES.with_file(VILLAGES)
    assert places_in(tmp_path, [NAMED, CIWANDAN], places=places) == ([("36.72", "36.72.04", "36.72.04.1003")], [])


def test_a_village_alone_tells_its_district_and_regency(tmp_path):
    found, _ = places_in(
        tmp_path, [["NIK", "Nama", "Desa"], [*SITI[:2], "Tegal Ratu"]], places=PLACES.with_file(VILLAGES)
    )
    assert found == [("36.72", "36.72.04", "36.72.04.1003")]


def test_a_village_of_another_district_is_not_taken_for_its_namesake(tmp_path):
    found, said = places_in(tmp_path, [NAMED, [*SITI[:2], "Lembang", "Tegal Ratu"]], places=PLACES.with_file(VILLAGES))
    assert found == [(None, "Lembang", "Tegal Ratu")]
    assert said == ["place.name_unknown"]


def test_a_name_that_the_regency_does_not_have_is_said_and_left(tmp_path):
    found, said = places_in(tmp_path, [[*HEADER, "Kecamatan"], [*SITI, "Ciwandann"]])
    assert (found, said) == ([("36.72", "Ciwandann", None)], ["place.name_unknown"])


def test_a_name_that_was_not_found_is_said_with_the_regency_in_which_it_was_looked_for(tmp_path):
    _, dataset = people(tmp_path, [[*HEADER, "Kecamatan"], [*SITI[:4], "Kota Cimahi", "Coblong"]])
    assert [p.value for p in dataset.problems] == ["Coblong (Kota Cimahi)"]


def test_a_name_of_a_person_where_a_district_is_due_is_told_by_its_initials_and_a_misspelt_district_whole(tmp_path):
    rows = [[*SITI, name] for name in ("Siti Rahmawati", "Ciwandann", *["Kampung Baru Lain"] * 3)]
    _, dataset = people(tmp_path, [[*HEADER, "Kecamatan"], *rows])
    (told,) = [p.value for p in dataset.problems if p.fault.cause == "place.name_unknown"]
    names = ["Kampung Baru Lain", "Ciwandann", "S. R."]
    assert told == "; ".join(f"{name} (Kota Cilegon)" for name in names)


def test_the_regency_of_nearly_all_rows_is_that_of_the_rest(tmp_path):
    rows = [[None, f"Orang {sign}", "Kota Cilegon" if sign != "K" else None, "Ciwandan"] for sign in "ABCDEFGHIJK"]
    found, _ = places_in(tmp_path, [["NIK", "Nama", "Kab/Kota", "Kecamatan"], *rows])
    assert set(found) == {("36.72", "36.72.04", None)}


def test_a_row_that_says_another_regency_is_looked_up_there(tmp_path):
    found, _ = places_in(tmp_path, [[*HEADER, "Kecamatan"], [*SITI[:4], "Kota Bandung", "Coblong"]], place="36.72")
    assert found == [("32.73", "32.73.02", None)]


def test_counts_beside_a_list_tell_the_regency_of_its_names(tmp_path):
    book = xlsx(
        {
            "Populasi": [["Wilayah", "Per tanggal", "Jumlah orang"], ["Kota Cilegon", "31/12/2025", 190_000]],
            "Pekerja": [NAMED, CIWANDAN],
        }
    )
    frame = read_people(tmp_path, book, kind=None, tables=EVERY_TABLE).frames["workers"]
    assert frame["district"].to_list() == ["36.72.04"]


# ---- lists of different places

MEMBERS = ["NIK", "Nama", "No KPJ", "Status", "Kab/Kota"]


def read_both(folder, ours, theirs):
    workers = [
        ["NIK", "Nama", "Kab/Kota"],
        *([None, f"Orang {n}", place] for n, place in zip("ABCDEFGHIJ", ours, strict=False)),
    ]
    members = [MEMBERS, *([None, f"Anggota {n}", f"2300000{n}", "aktif", place] for n, place in enumerate(theirs))]
    return read_people(folder, xlsx({"Pekerja": workers, "Daftar peserta": members}), kind=None)


def test_workers_of_one_place_with_participants_of_another_are_said(tmp_path):
    dataset = read_both(tmp_path, ["Kota Bandung"] * 5, ["Kota Cilegon"] * 6)

    (said,) = [p.fault for p in dataset.problems if p.fault.cause == "place.lists_apart"]
    assert "Kota Bandung (5 dari 5 baris)" in said.how_to_fix.id
    assert "Kota Cilegon (6 dari 6 baris)" in said.how_to_fix.id


def test_a_stray_participant_does_not_make_the_places_agree(tmp_path):
    dataset = read_both(tmp_path, ["Kota Bandung"] * 5, ["Kota Cilegon"] * 30 + ["Kota Bandung"])
    assert "place.lists_apart" in [p.fault.cause for p in dataset.problems]


@pytest.mark.parametrize(
    "theirs",
    [
        ["Kota Bandung"] * 4,
        ["Kab. Serang"] * 8 + ["Kota Bandung"] * 2,
        ["Kota Bandung", "Kab. Serang", "Kota Cilegon", "Kab. Garut"] * 5,
        [None] * 4,
    ],
)
def test_participants_of_the_same_place_or_of_none_are_not(tmp_path, theirs):
    dataset = read_both(tmp_path, ["Kota Bandung"] * 5, theirs)
    assert "place.lists_apart" not in [p.fault.cause for p in dataset.problems]


def test_a_few_rows_that_say_a_place_do_not_tell_that_of_the_list(tmp_path):
    dataset = read_both(tmp_path, ["Kota Cilegon"] * 5, ["Kota Bandung"] + [None] * 20)
    assert "place.lists_apart" not in [p.fault.cause for p in dataset.problems]


# ---- places.csv


def test_places_beside_a_file_are_offered_once_as_those_of_its_folder(tmp_path):
    for name in ("places.csv", "a.csv", "b.csv"):
        (tmp_path / name).write_text(VILLAGES)
    found = [tmp_path / "places.csv"]
    assert places_files([tmp_path]) == places_files([tmp_path / "a.csv", tmp_path / "b.csv", tmp_path]) == found
