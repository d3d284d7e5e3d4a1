"""Those not registered, in the form by which BPJS takes new members."""

import datetime as dt
import io
from dataclasses import replace
from itertools import pairwise

import polars as pl
import pytest
from lists_made import people
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from semesta.report.column_widths import PAGE
from semesta.report.registration import ProfileError, profile, registration, to_register

COMPLETE = {
    "name": "Siti Rahmawati", "nik": "3672014507908642", "birth_date": dt.date(1990, 7, 5), "birth_place": "Cilegon", "sex": "P",
    "phone": "081200001111", "mother_name": "Aminah", "wage": 1_200_000, "place": "36.72", "occupation": "nelayan",
}  # fmt: skip


def sheets(*workers, form=None):
    of = people(workers=list(workers), participants=[{"name": "X"}])
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(registration(of, form or profile(), "id")))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_a_complete_row_is_written_in_the_form_of_the_branch():
    rows = sheets(COMPLETE)["Siap didaftarkan"]
    row = dict(zip(rows[3], rows[4], strict=True))
    assert row | {
        "NO": "1", "NIK": "3672014507908642", "NAMA_LENGKAP": "SITI RAHMAWATI", "TANGGAL_LAHIR": "05-07-1990", "JENIS_KELAMIN": "P",
        "NO_HP": "081200001111", "NAMA_IBU_KANDUNG": "AMINAH", "PENGHASILAN": "1200000", "LOKASI_BEKERJA": "Kota Cilegon",
        "PROGRAM": "2", "PERIODE_BAYAR": "1", "NAMA_AHLI_WARIS": "",
    } == row  # fmt: skip


def test_a_form_not_verified_says_so():
    assert "belum dicocokkan dengan formulir resmi" in sheets(COMPLETE)["Siap didaftarkan"][1][0]


def test_who_lacks_what_the_branch_asks_for_stands_apart_with_what_is_wanting():
    made = sheets(COMPLETE, COMPLETE | {"nik": "3672014507908643", "phone": None, "mother_name": None})
    assert len(made["Siap didaftarkan"]) == 5
    assert made["Belum lengkap"][4] == ["a.xlsx", 3, "Siti Rahmawati", "No. HP; Nama ibu kandung"]


def test_who_may_be_a_member_already_is_not_proposed_before_somebody_has_looked():
    of = people(workers=[COMPLETE], participants=[{"name": "X"}])
    likely = pl.DataFrame({"id": ["1"], "participant_id": ["1"], "probability": [0.3]})
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(registration(replace(of, likely=likely), profile(), "id")))
    assert len(workbook.get_sheet_by_name("Siap didaftarkan").to_python()) == 5
    assert workbook.get_sheet_by_name("Belum lengkap").to_python()[4][3] == "mungkin sudah peserta: a.xlsx: 2"


def test_who_lives_elsewhere_is_not_proposed_here():
    made = sheets(COMPLETE | {"place": "36.04"})
    assert made["Belum lengkap"][4][3] == "berdomisili di wilayah lain"


def test_members_the_over_aged_and_those_with_a_faulty_nik_are_not_proposed():
    workers = [
        COMPLETE,
        COMPLETE | {"nik": "3672014507500001", "birth_date": dt.date(1950, 7, 5)},
        COMPLETE | {"nik": "36720145079086"},
        COMPLETE | {"nik": "3672014507908643"},
    ]
    of = people(pairs={"workers": {"4": "1"}}, workers=workers, participants=[{"name": "X"}])
    assert to_register(of).rows["id"].to_list() == ["1"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(registration(of, profile(), "id")))
    said = book.get_sheet_by_name("Belum lengkap").to_python()[1][0]
    assert said == "3 orang dalam daftar Belum terdaftar: 1 melewati batas usia, 1 NIK tidak sah, 1 siap didaftarkan."


def test_the_workbook_opens_on_rows_and_an_empty_form_says_where_the_people_are():
    made = sheets(COMPLETE | {"phone": None})
    assert list(made) == ["Belum lengkap", "Siap didaftarkan"]
    assert "lihat lembar Belum lengkap" in made["Siap didaftarkan"][1][0]
    assert list(sheets(COMPLETE)) == ["Siap didaftarkan", "Belum lengkap"]


def test_another_form_replaces_ours(tmp_path):
    other = tmp_path / "formulir.yaml"
    other.write_text("verified: true\ncolumns:\n  - {title: KTP, from: nik}\n  - {title: Kota, value: Cilegon}\n")
    assert sheets(COMPLETE, form=profile(other))["Siap didaftarkan"][3:] == [
        ["KTP", "Kota"],
        ["3672014507908642", "Cilegon"],
    ]


@pytest.mark.parametrize(
    "text", ["columns: 5", "[", "columns:\n  - {title: A, from: shoe_size}", "columns:\n  - {title: A, form: loud}"]
)
def test_a_form_that_cannot_be_used_is_said_in_both_languages(tmp_path, text):
    wrong = tmp_path / "formulir.yaml"
    wrong.write_text(text)
    with pytest.raises(ProfileError) as raised:
        profile(wrong)
    assert raised.value.said.id
    assert raised.value.said.en


def printed(form=None):
    of = people(workers=[COMPLETE], participants=[{"name": "X"}])
    return load_workbook(io.BytesIO(registration(of, form or profile(), "id"))).worksheets[0]


def test_the_form_is_printed_on_pages_beside_each_other_that_each_say_who_it_is_in_eight_points():
    page = printed()
    assert [cell.value for cell in page[4]] == [field.title for field in profile().fields]
    assert page.page_setup.scale == 80
    assert not page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_cols == "$A:$C"
    widths = [page.column_dimensions[cell.column_letter].width for cell in page[4]]
    begins = [0, *(each.id for each in page.col_breaks.brk), len(widths)]
    across = [sum(widths[first:end]) + (sum(widths[:3]) if first else 0) for first, end in pairwise(begins)]
    assert len(across) > 1
    # A font measured a little differently may add a twentieth.
    assert max(across) <= PAGE * 1.05


def test_a_form_of_few_columns_is_printed_on_one_page(tmp_path):
    other = tmp_path / "formulir.yaml"
    other.write_text("verified: true\ncolumns:\n  - {title: KTP, from: nik}\n  - {title: Nama, from: name}\n")
    page = printed(profile(other))
    assert page.page_setup.fitToHeight == 0
    assert not page.col_breaks.brk
