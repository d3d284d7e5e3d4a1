"""Lists to act on as workbooks: enough to find the person in one's own list, too little to rebuild a NIK."""

import csv
import datetime as dt
import io
import re

import openpyxl
import pytest
from lists_made import people
from python_calamine import CalamineWorkbook

from semesta.basics.words import Words
from semesta.people.findings.finding import looked_at
from semesta.people.findings.registry import FINDINGS
from semesta.people.people import People
from semesta.report import person_lists
from semesta.report.person_lists import Keeping, person_csv, person_list

KEEP = Keeping(Words("pendaftaran peserta", "registration of members"), dt.date(2027, 8, 15))
NIK, NAME, BORN = "3672014507908642", "SITI RAHMAWATI", dt.date(1990, 7, 5)


def sheets(name: str, of: People, *, lang="id", show_identity=False) -> dict[str, list[list[object]]]:
    made = person_list(looked_at(FINDINGS[name], of), of, lang, KEEP, show_identity=show_identity)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return {sheet: workbook.get_sheet_by_name(sheet).to_python() for sheet in workbook.sheet_names}


def table(rows: list[list[object]]) -> list[dict[str, object]]:
    """The rows below the headings, by heading."""
    return [dict(zip(rows[3], row, strict=True)) for row in rows[4:]]


@pytest.fixture
def unregistered() -> People:
    worker = {"name": NAME, "nik": NIK, "birth_date": BORN, "sex": "P", "village": "36.72.01.1001", "phone": "081200001111",
              "address": "JALAN MELATI 5", "mother_name": "AMINAH", "kk": "3672010101208877", "group": "rentan.nelayan"}  # fmt: skip
    return people(workers=[worker], participants=[{"name": "X"}])


def test_a_masked_row_says_where_it_stands_and_little_of_who_it_is(unregistered):
    (row,) = table(sheets("unregistered", unregistered)["Daftar"])
    assert (row["Berkas"], row["Lembar"], row["Baris"]) == ("a.xlsx", "Daftar", 2)
    assert row["NIK"] == "3672" + "•" * 12
    assert (row["Inisial"], row["Tahun lahir"], row["L/P"]) == ("S. R.", "1990", "P")
    assert row["Kelompok"] == "Nelayan"
    assert row["Alasan"] == "tidak ditemukan dalam daftar peserta"


def test_a_wide_list_fits_on_a_page_that_can_be_read_and_instructions_stand_in_one_line():
    file = "1 Honorer BKPSDM dan Dinas Pendidikan Kota Contoh tahap dua.xlsx"
    worker = {"name": NAME, "nik": NIK, "birth_date": BORN, "sex": "P", "village": "36.72.01.1001", "sender": "Dinas Kelautan",
              "group": "rentan.nelayan", "place": "36.04", "file": file}  # fmt: skip
    of = people(workers=[worker], participants=[{"name": "X"}])
    made = person_list(looked_at(FINDINGS["resident_elsewhere"], of), of, "id", KEEP)
    book = openpyxl.load_workbook(io.BytesIO(made))
    widths = {name: [column.width for column in book[name].column_dimensions.values()] for name in book.sheetnames}
    assert max(widths["Daftar"]) < 26
    assert max(widths["Petunjuk"]) >= 60
    assert book["Daftar"].freeze_panes == "B5"


def test_no_masked_list_lets_a_nik_be_rebuilt(unregistered):
    """Regency, year and sex are shown: the day, the month and the serial, of which none may appear, leave 3.6 million NIKs."""
    hidden = (
        NIK[6:12],
        NIK[8:12],
        NIK[12:],
        "RAHMAWATI",
        "SITI",
        "05-07",
        "05/07",
        "5 Juli",
        "1990-07",
        "0812",
        "MELATI",
        "AMINAH",
        "8877",
    )
    for lang in ("id", "en"):
        text = "\n".join(
            str(cell)
            for sheet in sheets("unregistered", unregistered, lang=lang).values()
            for row in sheet
            for cell in row
        )
        assert [part for part in hidden if part in text] == []
        assert not re.search(r"[0-9]{8,}", text.replace("36.72.01.1001", ""))


def test_identity_is_shown_only_when_asked_for(unregistered):
    (row,) = table(sheets("unregistered", unregistered, show_identity=True)["Daftar"])
    assert (row["NIK"], row["Nama"], row["No. HP"]) == (NIK, NAME, "081200001111")


@pytest.mark.parametrize(("show", "says"), [(False, "Disamarkan"), (True, "Ditampilkan")])
def test_the_first_sheet_tells_next_step_law_purpose_and_day_of_deletion(unregistered, show, says):
    told = {row[0]: row[1] for row in sheets("unregistered", unregistered, show_identity=show)["Petunjuk"] if row[0]}
    assert told["Dihapus paling lambat"] == "15 Agustus 2027"
    assert told["Tujuan penyimpanan"] == "Pendaftaran peserta"
    assert told["Jumlah"] == "1 orang"
    assert told["Identitas"].startswith(says)
    assert {"Isi daftar", "Langkah berikut", "Dasar hukum", "Batasan"} <= set(told)


def test_amounts_are_numbers_and_days_are_days():
    of = people(
        pairs={"deaths": {"1": "1"}},
        participants=[{"name": "A", "segment": "BPU", "registered_on": dt.date(2024, 1, 1)}],
        payments=[{"participant_id": "1", "month": f"2025-{m:02}"} for m in range(1, 6)],
        deaths=[{"name": "A", "death_date": dt.date(2025, 5, 10)}],
        claim_cases=[{"programme": "JHT", "event_date": dt.date(2025, 1, 1)}],
    )
    (row,) = table(sheets("death_unclaimed", of)["Daftar"])
    assert row["Menjadi hak keluarga (Rp)"] == 42_000_000
    assert row["Tanggal meninggal"] == dt.date(2025, 5, 10)


def test_the_same_list_gives_the_same_bytes(unregistered):
    found = looked_at(FINDINGS["unregistered"], unregistered)
    assert person_list(found, unregistered, "id", KEEP) == person_list(found, unregistered, "id", KEEP)


def test_a_list_that_could_not_be_looked_at_is_not_written_as_empty():
    with pytest.raises(ValueError, match="claim_late was not looked at"):
        person_list(looked_at(FINDINGS["claim_late"], people()), people(), "id", KEEP)


def test_of_a_list_that_a_workbook_cannot_hold_all_rows_are_in_a_csv_masked_alike(monkeypatch):
    monkeypatch.setattr(person_lists, "MOST_ROWS", 2)
    workers = [{"name": f"=SITI {n}", "nik": f"36720145079086{n:02}"} for n in range(1, 5)]
    of = people(workers=workers, participants=[{"name": "X"}])
    found = looked_at(FINDINGS["unregistered"], of)
    assert person_lists.is_too_long(found)
    book = sheets("unregistered", of)
    assert len(book["Daftar"]) == 4 + 2
    assert "semuanya dalam berkas CSV" in str(book["Petunjuk"])
    text = person_csv(found, of, "id").decode("utf-8-sig")
    assert text.splitlines()[0] == ";".join(str(cell) for cell in book["Daftar"][3])
    assert len(text.splitlines()) == 1 + 4
    assert text.count("3672" + "•" * 12) == 4
    assert "SITI" not in text
    assert "'=SITI 1" in person_csv(found, of, "id", show_identity=True).decode("utf-8-sig")


def test_a_long_csv_written_in_parts_keeps_each_cell_below_its_heading(monkeypatch):
    monkeypatch.setattr(person_lists, "MOST_ROWS", 2)
    workers = [{"name": f"SITI {n}"} for n in range(1, 5)]
    workers[1]["sex"], workers[3]["village"] = "P", "36.72.01.1001"
    of = people(workers=workers, participants=[{"name": "X"}])
    text = person_csv(looked_at(FINDINGS["unregistered"], of), of, "id", show_identity=True).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Nama"] for row in rows] == ["SITI 1", "SITI 2", "SITI 3", "SITI 4"]
    assert [row["L/P"] for row in rows] == ["", "P", "", ""]
    assert [bool(row["Desa/kelurahan"]) for row in rows] == [False, False, False, True]


def test_the_papers_of_a_claim_come_with_the_list_of_families():
    of = people(
        pairs={"deaths": {"1": "1"}},
        participants=[{"name": "A", "segment": "BPU", "registered_on": dt.date(2024, 1, 1)}],
        payments=[{"participant_id": "1", "month": f"2025-{m:02}"} for m in range(1, 6)],
        deaths=[{"name": "A", "death_date": dt.date(2025, 5, 10)}],
        claim_cases=[{"programme": "JHT", "event_date": dt.date(2025, 1, 1)}],
    )
    papers = sheets("death_unclaimed", of)["Dokumen"][4:]
    assert ["Jaminan Kematian", "Akta kematian", "", ""] in papers
    assert {str(row[0]) for row in papers} == {"Jaminan Kematian", "Jaminan Kecelakaan Kerja", "Beasiswa anak"}


def test_a_village_that_we_do_not_know_is_shown_with_its_district():
    of = people(workers=[{"name": NAME, "village": "36.72.01.1001"}], participants=[{"name": "X"}])
    (row,) = table(sheets("unregistered", of)["Daftar"])
    assert row["Desa/kelurahan"] == "Kec. Cibeber (36.72.01.1001)"


def of_many(**named):
    worker = {"name": NAME, "nik": NIK, "birth_date": BORN, "sex": "P", "village": "36.72.01.1001", "sender": "Dinas Kelautan dan Perikanan",
              "group": "rentan.nelayan", "place": "36.72", "file": "1 Honorer BKPSDM dan Dinas Pendidikan.xlsx", **named}  # fmt: skip
    rows = [worker, worker | {"name": "BUDI", "nik": "3672014507908643", "group": "rentan.petani"}]
    return people(workers=rows, participants=[{"name": "X"}])


def printed(of: People, *, show_identity=False):
    """The headings that go on paper, how many characters wide they are, and the line below the title."""
    made = person_list(looked_at(FINDINGS["unregistered"], of), of, "id", KEEP, show_identity=show_identity)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Daftar"]
    last = openpyxl.utils.range_boundaries(sheet.print_area.split("!")[-1])[2] if sheet.print_area else sheet.max_column
    columns = [openpyxl.utils.get_column_letter(n) for n in range(1, last + 1)]
    return (
        [sheet[f"{c}4"].value for c in columns],
        sum(sheet.column_dimensions[c].width for c in columns),
        sheet["A2"].value,
    )


def test_a_list_goes_on_paper_as_wide_as_can_be_read_with_room_to_write():
    headings, width, _ = printed(of_many())
    assert width <= 160 + len(headings)
    assert headings[-3:] == ["Alasan", "Tindak lanjut", "Tanggal"]
    assert {"Baris", "Inisial", "Desa/kelurahan"} <= set(headings)


def test_the_file_of_all_rows_is_said_once_above_them():
    headings, _, note = printed(of_many(phone="081200001111", address="JALAN MELATI 5"), show_identity=True)
    assert "Berkas" not in headings
    assert note.startswith("Berkas: 1 Honorer BKPSDM dan Dinas Pendidikan.xlsx")


def test_where_people_are_named_paper_has_what_reaches_them():
    headings, _, note = printed(
        of_many(phone="081200001111", address="JALAN MELATI RAYA NOMOR 5 RT 003/RW 005"), show_identity=True
    )
    assert {"NIK", "Nama", "No. HP", "Alamat", "Desa/kelurahan"} <= set(headings)
    assert "Kelompok" in note
