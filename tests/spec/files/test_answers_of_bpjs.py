"""Our own list as BPJS returns it: the answer is found under whatever title, in the words that branches use."""

import pytest
from person_rows import BUDI, HEADER, SITI, read_people
from workbooks import causes, xlsx

THIRD = ["3672014107840003", "Tuti Handayani", "01/07/1984", "P", "Kota Cilegon"]


def returned(folder, title, answers):
    rows = [[*HEADER, title], *([*who, answer] for who, answer in zip((SITI, BUDI, THIRD), answers, strict=True))]
    dataset = read_people(folder, xlsx({"Sheet1": rows}))
    return dataset.frames["workers"]["bpjs_status"].to_list(), dataset


@pytest.mark.parametrize("title", ["Hasil Cek BPJS TK", "Keterangan", "KET.", "Kolom 1"])
def test_the_answer_is_found_under_whatever_title(tmp_path, title):
    found, _ = returned(tmp_path, title, ["Aktif", "Belum terdaftar", "Tidak aktif"])
    assert found == ["active", "unregistered", "inactive"]


def test_a_column_known_by_what_it_holds_is_said(tmp_path):
    _, dataset = returned(tmp_path, "Keterangan", ["Aktif", "Belum terdaftar", "Tidak aktif"])
    assert causes(dataset) == ["known_by_content"]


def test_remarks_and_members_of_a_group_are_no_answers(tmp_path):
    assert returned(tmp_path, "Keterangan", ["meninggal", "pindah", "Belum terdaftar"])[0] == [None] * 3
    assert returned(tmp_path, "Anggota kelompok", ["Aktif", "Tidak aktif", "Aktif"])[0] == [None] * 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("AKTIF BPU", "active"),
        ("Aktif - PU", "active"),
        ("Non Aktif (menunggak)", "inactive"),
        ("Terdaftar PU", "registered"),
        ("Sudah terdaftar di perusahaan lain", "registered"),
        ("BELUM TERDAFTAR BPJS KETENAGAKERJAAN", "unregistered"),
        ("NIK tidak ditemukan", "unregistered"),
        ("Aktif (belum pasti)", None),
    ],
)
def test_what_branches_write_beside_a_status_does_not_hide_it(tmp_path, written, code):
    assert returned(tmp_path, "Status BPJS", ["Aktif", "Belum terdaftar", written])[0][2] == code


def test_two_words_for_one_column_in_a_header_are_that_column(tmp_path):
    rows = [[*HEADER, "Telp/WA Aktif"], [*SITI, "081234567890"], [*BUDI, ""]]
    header = read_people(tmp_path, xlsx({"Sheet1": rows}))
    assert header.frames["workers"]["phone"].to_list() == ["081234567890", None]
