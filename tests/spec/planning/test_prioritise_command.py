"""semesta plan prioritise and semesta pool: outputs, identities, and options that cannot be used."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import openpyxl
import polars as pl
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from asking import semesta

ROOT = Path(__file__).parents[3]
POOL = ROOT / "examples" / "gotong-royong"


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    """Forty made-up workers of Cilegon and their families."""
    from semesta.synth.making import Wish, made

    folder = tmp_path_factory.mktemp("lists")
    for name, frame in made(Wish(place="36.72", workers=40, seed=3)):
        if name in ("workers", "households") and not (folder / f"{name}.parquet").exists():
            frame.write_parquet(folder / f"{name}.parquet")
    return folder


@pytest.fixture(scope="module")
def chosen(lists, tmp_path_factory):
    out = tmp_path_factory.mktemp("hasil")
    told = semesta(
        *("plan", "prioritise", "--workers", lists / "workers.parquet", "--families", lists / "households.parquet"),
        *("--budget", "Rp2 juta", "--year", "2026", "--out", out, "--json"),
    )
    assert told.exit_code == 0, told.err
    return out, json.loads(told.out)


def identities(lists):
    rows = pl.read_parquet(lists / "workers.parquet")
    return [text for column in ("nik", "name") for text in rows[column].drop_nulls() if len(text) > 5]


def test_choice_is_told_with_sum_order_and_who_is_left_out(chosen):
    out, told = chosen
    assert told["spent"] <= told["budget"] == 2_000_000
    assert told["persons"] == len(told["covered"]) == told["spent"] // 201_600
    assert told["candidates"] + sum(told["no_candidates"].values()) == 40
    assert sum(part["chosen"] for part in told["fairness"]["sex"]) == told["persons"]
    assert sorted(path.name for path in out.iterdir()) == [
        "berita-acara-verifikasi.docx",
        "berita-acara-verifikasi.pdf",
        "prioritas.json",
        "prioritas.xlsx",
        "sk-penetapan.docx",
        "sk-penetapan.pdf",
        "surat-usulan.docx",
        "surat-usulan.pdf",
    ]


def test_nobody_can_be_recognised_unless_identity_is_asked_for(chosen, lists):
    out, told = chosen
    book = openpyxl.load_workbook(out / "prioritas.xlsx", read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    found = [text for text in identities(lists) if any(text in cell for cell in cells) or text in json.dumps(told)]
    assert not found, len(found)


def test_each_person_has_a_reason(chosen):
    out, told = chosen
    book = openpyxl.load_workbook(out / "prioritas.xlsx", read_only=True)
    reasons = [row[-1] for row in book["Terlindungi"].iter_rows(values_only=True) if isinstance(row[0], int)]
    assert len(reasons) == told["persons"]
    assert all("urutan" in reason and "terjangkau pagu" in reason for reason in reasons)


def test_with_identity_there_is_the_file_of_registration_too(lists, tmp_path):
    told = semesta(
        *("plan", "prioritise", "--workers", lists / "workers.parquet", "--budget", "2000000", "--year", "2026"),
        *("--by", "benefit", "--show-identity", "--out", tmp_path, "--lang", "en"),
    )
    assert told.exit_code == 0, told.err
    book = openpyxl.load_workbook(tmp_path / "pendaftaran.xlsx", read_only=True)
    said = {str(cell) for sheet in book for line in sheet.iter_rows(values_only=True) for cell in line if cell}
    assert any("people on the list of those covered" in text for text in said)
    assert json.loads((tmp_path / "prioritas.json").read_bytes())["shows_identity"] is True
    assert "Assumed" in told.out


def test_everything_wrong_with_the_options_is_said_at_once_and_nothing_is_written(lists, tmp_path):
    told = semesta(
        *("plan", "prioritise", "--workers", lists / "workers.parquet", "--budget", "banyak", "--year", "2026"),
        *("--rules", "umur", "--floor", "nelayan", "--risk", "tidak ada", "--out", tmp_path / "out"),
    )
    assert told.exit_code == 2
    assert all(
        option in told.err
        for option in ("--budget = banyak", "--rules = umur", "--floor = nelayan", "--risk = tidak ada")
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--budget", "1000", "--year", "2026"), "di bawah harga satu orang"),
        (("--budget", "9000000", "--year", "1990"), "--year 1990"),
    ],
)
def test_a_sum_below_one_price_and_a_year_before_the_law_are_refused(lists, tmp_path, option, said):
    told = semesta("plan", "prioritise", "--workers", lists / "workers.parquet", *option, "--out", tmp_path / "out")
    assert (told.exit_code, said in told.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_pool_of_a_round_is_told_office_by_office_and_together(tmp_path):
    told = semesta(
        "pool", POOL, "--programme", "JKM", "--years", "3", "--scenarios", "400", "--json", "--out", tmp_path
    )
    found = json.loads(told.out)
    assert {(one["programme"], one["segment"]) for one in found["pools"]} == {
        ("JKM", ""),
        ("JKM", "BPU"),
        ("JKM", "PU"),
    }
    whole = found["pools"][0]
    assert whole["pool"]["contributions_a_year"] == sum(m["contributions"] for m in whole["members"])
    assert [step["segments"] for step in found["together"][0]] == [["BPU"], ["BPU", "PU"]]
    assert found["together"][0][1]["deficit_in_a_year"] < found["together"][0][0]["deficit_in_a_year"]
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".json", ".pdf", ".xlsx"]


def test_expectation_is_own_published_or_the_users(tmp_path):
    def ratio(*option):
        told = json.loads(
            semesta("pool", POOL, "--programme", "JKM", "--years", "1", "--scenarios", "200", *option, "--json").out
        )
        bpu = next(one for one in told["pools"] if one["segment"] == "BPU")
        return bpu["pool"]["expected_claims"] / bpu["pool"]["contributions_a_year"]

    assert ratio("--expect", "0.5") == pytest.approx(0.5, abs=0.01)
    assert ratio("--expect", "terbit") == pytest.approx(1.981, abs=0.01)


def test_two_totals_are_told_with_what_they_imply():
    told = semesta("pool", "--contributions", "480457660", "--claims", "Rp790 juta", "--month", "2024-07", "--json")
    totals = json.loads(told.out)["totals"]
    assert totals["has_other_payments"]
    assert totals["parts"]["price"] + totals["parts"]["chance"] == totals["parts"]["result"] == -309_542_340


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Beri berkas putaran"),
        (("--contributions", "0", "--claims", "5", "--month", "2024-07"), "di atas nol"),
        (("--contributions", "9", "--claims", "5", "--month", "Juli"), "--month Juli"),
        (("--contributions", "9000000", "--claims", "5", "--month", "1990-01"), "1990"),
        ((ROOT / "examples" / "cilegon-2024",), "Tidak ada kumpulan"),
        ((POOL, "--expect", "banyak"), "--expect banyak"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(arguments, said):
    told = semesta("pool", *arguments)
    assert (told.exit_code, said in told.err) == (2, True)
    assert "Traceback" not in told.err


HEADER = "NO;NAMA LENGKAP;N I K;TGL LAHIR;KECAMATAN;PEKERJAAN;JML TANGGUNGAN;STATUS BPJS"


def given(folder, *rows):
    path = folder / "daftar pekerja.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def line_of(number, nik, dependants, status=""):
    return f"{number};Orang {number};{nik};10-07-1985;CIBEBER;Nelayan;{dependants};{status}"


def test_a_list_that_names_no_city_is_not_decreed_by_the_nation(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1))
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", "1000000", "--year", "2026", "--out", tmp_path / "out")
    )
    assert (told.exit_code, "--place" in told.err) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def from_one_list(tmp_path_factory):
    """Three candidates of whom two are paid for; the second has a NIK of fifteen digits and most dependants."""
    folder = tmp_path_factory.mktemp("satu")
    path = given(
        folder,
        line_of(1, "3672011007850001", 1),
        line_of(2, "367201100785000", "4 orang"),
        line_of(3, "3672011007850003", ""),
        line_of(4, "3672011007850004", 2, "aktif"),
    )
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", "500000", "--year", "2026"),
        *("--place", "36.72", "--out", folder / "out"),
    )
    assert told.exit_code == 0, told.err
    return folder / "out", told


def test_dependants_that_the_list_itself_says_put_people_in_order(from_one_list):
    out, _ = from_one_list
    book = openpyxl.load_workbook(out / "prioritas.xlsx", read_only=True)
    reasons = [line[-1] for line in book["Terlindungi"].iter_rows(values_only=True) if isinstance(line[0], int)]
    assert ["4 tanggungan" in reasons[0], "1 tanggungan" in reasons[1]] == [True, True]


def test_a_nik_that_cannot_be_registered_is_told_before_the_decree(from_one_list):
    out, told = from_one_list
    assert "NIK 1 orang yang terlindungi kosong atau salah" in told.out
    book = openpyxl.load_workbook(out / "prioritas.xlsx", read_only=True)
    reasons = [line[-1] for line in book["Terlindungi"].iter_rows(values_only=True) if isinstance(line[0], int)]
    assert ["NIK kosong atau salah" in reason for reason in reasons] == [True, False]


def test_the_screen_says_the_price_by_law_and_who_is_no_candidate(from_one_list):
    _, told = from_one_list
    assert "Rp16.800 per orang per bulan menurut hukum" in told.out
    assert "Bukan calon: 1 orang (sudah aktif)" in told.out


def test_a_list_that_says_no_group_is_told_so_and_taken_with_one(tmp_path):
    path = tmp_path / "NELAYAN.csv"
    path.write_text(
        "No;Nama;NIK;Tgl Lahir;Kecamatan\n1;Orang 1;3672011007850001;10-07-1985;CIBEBER\n", encoding="utf-8"
    )
    asked = ("plan", "prioritise", "--workers", path, "--budget", "500000", "--year", "2026", "--place", "36.72")
    told = semesta(*asked, "--out", tmp_path / "out")
    assert (told.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert ["1 orang (kelompok tidak dikenal" in told.err, "--group nelayan" in told.err] == [True, True]
    with_group = semesta(*asked, "--group", "nelayan", "--out", tmp_path / "out")
    assert "1 orang tanpa kelompok menjadi Nelayan." in with_group.err
    assert "1 dari 1 calon terlindungi" in with_group.out
    wrong = semesta(*asked, "--group", "nelajan batu", "--risk", "naga", "--out", tmp_path / "lain")
    assert ["--group = nelajan batu" in wrong.err, "--risk = naga" in wrong.err] == [True, True]


def test_a_row_is_found_again_also_where_its_file_has_several_sheets(tmp_path):
    book = openpyxl.Workbook()
    for n, name in enumerate(("Nelayan", "Petani"), 1):
        sheet = book.active if n == 1 else book.create_sheet()
        sheet.title = name
        sheet.append(["NAMA", "NIK", "TGL LAHIR", "PEKERJAAN"])
        sheet.append([f"Orang {n}", f"367201100785000{n}", "10-07-1985", name])
    book.save(tmp_path / "daftar pekerja.xlsx")
    told = semesta(
        *("plan", "prioritise", "--workers", tmp_path / "daftar pekerja.xlsx", "--budget", "1000000", "--year", "2026"),
        *("--place", "36.72", "--out", tmp_path / "out"),
    )
    assert told.exit_code == 0, told.err
    rows = list(openpyxl.load_workbook(tmp_path / "out" / "prioritas.xlsx")["Terlindungi"].iter_rows(values_only=True))
    heads = rows[3]
    assert "daftar pekerja.xlsx" in rows[1][0]
    assert {line[heads.index("Lembar")] for line in rows[4:] if isinstance(line[0], int)} == {"Nelayan", "Petani"}


@pytest.mark.parametrize("district", ["Kec. Cibeber", "cibeber", "36.72.01"])
def test_a_floor_names_a_district_of_the_place_as_the_papers_do(tmp_path, district):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), line_of(2, "3672011007850002", 1))
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", "500000", "--year", "2026", "--place", "36.72"),
        *("--floor", f"district={district}:5", "--out", tmp_path / "out"),
    )
    assert told.exit_code == 0, told.err
    assert "Batas paling sedikit Kec. Cibeber 5 orang tidak tercapai: 2 orang." in told.out


def test_a_decree_names_people_and_says_nothing_of_their_poverty(from_one_list):
    out, _ = from_one_list
    paper = docx.Document(str(out / "sk-penetapan.docx"))
    [annex] = [table for table in paper.tables if table.rows[0].cells[0].text == "No."]
    assert [cell.text for cell in annex.rows[0].cells][-2:] == ["Kelompok", "Kecamatan"]
    assert len(annex.rows) == 1 + 2
    sheet = openpyxl.load_workbook(out / "prioritas.xlsx")["Lampiran SK"]
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert ["No.", "NIK", "Inisial", "Tahun lahir", "Kelompok", "Kecamatan"] in rows


def test_a_decree_has_the_form_of_one(from_one_list):
    """Head, considerations, acts, points in words, who signs, and an annex with a head of its own."""
    out, _ = from_one_list
    paper = docx.Document(str(out / "sk-penetapan.docx"))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    assert "KEPUTUSAN WALI KOTA CILEGON" in lines
    assert "WALI KOTA CILEGON," in lines
    fields = {
        row.cells[0].text: row.cells[2].text for table in paper.tables for row in table.rows if len(row.cells) == 3
    }
    assert list(fields) == [
        *("Menimbang", "", "Mengingat", "Menetapkan"),
        *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"),
    ]
    assert "dibebankan pada APBD Kota Cilegon" in fields["KEDUA"]
    after = lines[lines.index("MEMUTUSKAN:") :]
    assert any(line.startswith("LAMPIRAN") for line in after)


def test_floors_that_ruled_a_choice_are_told_in_every_paper(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), line_of(2, "3672011007850002", 1))
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", "300000", "--year", "2026", "--place", "36.72"),
        *("--floor", "district=36.72.01:1", "--floor", "group=nelayan:1", "--out", tmp_path / "out"),
    )
    assert told.exit_code == 0, told.err
    floors = "paling sedikit 1 orang Kec. Cibeber dan 1 orang Nelayan, lalu "
    assert floors in told.out
    for name in ("sk-penetapan", "surat-usulan", "berita-acara-verifikasi"):
        paper = docx.Document(str(tmp_path / "out" / f"{name}.docx"))
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        assert any(floors in text for text in [*cells, *(line.text for line in paper.paragraphs)]), name
    assert floors in json.loads((tmp_path / "out" / "prioritas.json").read_text(encoding="utf-8"))["how"]


def test_an_english_workbook_names_districts_in_english(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), line_of(2, "3672011007850002", 1))
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", "300000", "--year", "2026", "--place", "36.72"),
        *("--out", tmp_path / "out", "--lang", "en"),
    )
    assert told.exit_code == 0, told.err
    book = openpyxl.load_workbook(tmp_path / "out" / "prioritas.xlsx", read_only=True)
    told_apart = {line[0]: line[1] for line in book["Who is left out"].iter_rows(values_only=True) if line[0]}
    assert told_apart["District"] == "Cibeber District"
    assert "Cibeber District" in [line[-2] for line in book["Covered"].iter_rows(values_only=True)]


def screen(tmp_path, path, *more, budget=300_000):
    told = semesta(
        *("plan", "prioritise", "--workers", path, "--budget", str(budget), "--year", "2026", "--place", "36.72"),
        *("--out", tmp_path / "out", *more),
    )
    assert told.exit_code == 0, told.err
    return told


def test_ages_that_nobody_knows_are_told_as_a_limit_that_was_not_checked(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), "2;Orang 2;3672011007850002;;CIBEBER;Nelayan;1;")
    said = "Umur 1 calon tidak diketahui: batas 65 tahun tidak diperiksa bagi mereka."
    assert said in screen(tmp_path, path).out
    for name in ("surat-usulan", "berita-acara-verifikasi"):
        paper = docx.Document(str(tmp_path / "out" / f"{name}.docx"))
        assert said in [paragraph.text for paragraph in paper.paragraphs], name


def test_a_sum_that_covers_everybody_says_so_and_names_no_loser(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), line_of(2, "3672011007850002", 1))
    assert "Pagu cukup untuk semua calon; sisa Rp96.800." in screen(tmp_path, path, budget=500_000).out
    paper = docx.Document(str(tmp_path / "out" / "surat-usulan.docx"))
    assert not [paragraph.text for paragraph in paper.paragraphs if "paling kecil bagiannya" in paragraph.text]


def test_own_assumptions_move_an_objective_and_their_source_is_told(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1), line_of(2, "3672011007850002", 1))
    own = tmp_path / "asumsi.yaml"
    own.write_text(
        "assumptions: {jkk_cost_bpu: {low: 0, central: 0, high: 0, source: catatan kantor}}\n", encoding="utf-8"
    )
    told = [screen(tmp_path, path, "--by", "benefit", "--json", *more) for more in ((), ("--assumptions", own))]
    usual, theirs = (json.loads(one.out) for one in told)
    assert theirs["worth"] == pytest.approx(usual["worth"] - 0.0035 * 8_000_000)
    assert any("catatan kantor" in note for note in theirs["notes"])


def test_a_year_that_is_over_is_said_to_be(tmp_path):
    path = given(tmp_path, line_of(1, "3672011007850001", 1))
    assert "--year 2025: tahun itu sudah lewat." in screen(tmp_path, path, "--year", "2025").err


def test_columns_of_a_list_that_were_not_read_are_named_once(tmp_path):
    book = openpyxl.Workbook()
    for n, name in enumerate(("Cibeber", "Jombang"), 1):
        sheet = book.active if n == 1 else book.create_sheet()
        sheet.title = name
        sheet.append(["NAMA", "NIK", "TGL LAHIR", "PEKERJAAN", "LUAS LAHAN (HA)"])
        sheet.append([f"Orang {n}", f"367201100785000{n}", "10-07-1985", "Nelayan", 2])
    book.save(tmp_path / "daftar pekerja.xlsx")
    told = semesta(
        *("plan", "prioritise", "--workers", tmp_path / "daftar pekerja.xlsx", "--budget", "1000000", "--year", "2026"),
        *("--place", "36.72", "--out", tmp_path / "out"),
    )
    assert told.exit_code == 0, told.err
    assert "daftar pekerja.xlsx: kolom yang tidak dibaca: LUAS LAHAN (HA)\n" in told.err
