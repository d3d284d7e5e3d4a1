"""semesta reserve: lists as offices write them, rounds, and what is told."""

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import docx
import polars as pl
import pytest
from xlsxwriter import Workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from asking import asked, semesta

HEADS = [
    "No. Klaim",
    "Nama Peserta",
    "NIK",
    "Program",
    "Segmen",
    "Tgl Kejadian",
    "Tgl Lapor",
    "Tanggal Bayar",
    "Nominal",
]
CLAIMS = [
    ["K1", "BUDI SANTOSO", "3672010101800001", "JKM", "BPU", "3 November 2025", "28-11-2025", "30 Nov 2025", "Rp42.000.000"],
    ["K2", "SITI AMINAH", "3672014101800002", "JKM", "BPU", dt.date(2025, 11, 9), dt.date(2025, 12, 2), None, "Rp10 juta"],
    ["K3", "JOKO SUSILO", "3672010101800003", "JKK", "PU", "5/11/2025", "6/11/2025", None, 7_500_000],
]  # fmt: skip
CHILDREN = [
    ["Anak penerima beasiswa"],
    ["No KPJ", "Nama Anak", "Tgl Meninggal", "Jenjang", "Kelas", "Tgl Lahir"],
    ["K1", "ANI", "3 November 2025", "SMP", 8, "1/2/2012"],
    ["K1", "ADI", "3 November 2025", "Sekolah Dasar", 1, "1/2/2019"],
]


def sheet(path: Path, rows: list[list[object]], name: str = "Klaim") -> Path:
    with Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


@pytest.fixture(scope="module")
def claims(tmp_path_factory) -> Path:
    return sheet(tmp_path_factory.mktemp("reserve") / "klaim cabang.xlsx", [HEADS, *CLAIMS])


def test_a_sheet_of_a_branch_office_is_read_with_its_headers_dates_and_rupiah(claims):
    found = asked("reserve", claims)
    assert found["until"] == "2025-12-31"
    assert [(one["programme"], one["segment"], one["reported"]) for one in found["held"]] == [
        ("JKK", "PU", 7_500_000),
        ("JKM", "BPU", 52_000_000),
    ]
    assert found["held"][1]["triangle"]["amounts"] == [[42_000_000, 52_000_000], [0]]


def test_without_the_library_nothing_is_told_of_what_is_not_reported(claims):
    said = semesta("reserve", claims, columns=80)
    found = asked("reserve", claims)
    assert [(one["unreported"], one["error"], one["ultimate"]) for one in found["held"]] == [(None,) * 3] * 2
    assert ("pip install" in " ".join(said.out.split())) is not found["chainladder"]
    assert "belum diketahui; belum matang, kecil" in said.out


def test_no_paper_holds_a_command_to_install(claims, tmp_path):
    assert semesta("reserve", claims, "--out", tmp_path).exit_code == 0
    paper = docx.Document(str(tmp_path / "cadangan-klaim.docx"))
    assert not [paragraph.text for paragraph in paper.paragraphs if "pip install" in paragraph.text]


def test_the_screen_fits_eighty_columns_and_names_nobody(claims, tmp_path):
    said = semesta("reserve", claims, "--children", sheet(tmp_path / "anak.xlsx", CHILDREN), columns=80)
    assert max(map(len, said.out.splitlines())) <= 80
    for secret in ("BUDI", "SITI", "ANI", "3672", "K1"):
        assert secret not in said.out + said.err


def test_every_wrong_row_is_told_at_once_with_its_cell_and_cure_and_counted(tmp_path):
    wrong = [
        ["K4", "X", "3672010101800004", "JKM", "BPU", None, "1/12/2025", None, 42_000_000],
        ["K5", "Y", "3672010101800005", "JKM", "BPU", "1/12/2025", "40/12/2025", None, 42_000_000],
        ["K6", "Z", "3672010101800006", "JKM", "BPU", "1/12/2025", "2/12/2025", None, "3 juta lebih"],
    ]
    path = sheet(tmp_path / "klaim.xlsx", [HEADS, *CLAIMS, *wrong])
    said = semesta("reserve", path)
    assert said.exit_code == 0
    for place in (
        "kolom F, baris 5",
        "kolom G, baris 6",
        "kolom I, baris 7",
        "40/12/2025",
        "3 juta lebih",
        "seharusnya",
        "→",
    ):
        assert place in said.err
    english = semesta("reserve", path, "--lang", "en")
    assert "expected" in english.err
    assert asked("reserve", path)["left_out"] == {"unread": 1, "no_report": 1, "no_amount": 1}


def test_a_list_that_names_nobody_is_read_and_keeps_equal_rows(tmp_path):
    path = tmp_path / "klaim.csv"
    path.write_text(
        "program,tanggal kejadian,tgl lapor,nominal\n" + "JKM,2025-11-03,2025-11-28,42000000\n" * 3, encoding="utf-8"
    )
    [held] = asked("reserve", path)["held"]
    assert (held["cases"], held["reported"], held["segment"]) == (3, 126_000_000, None)


def test_equal_rows_of_one_claim_number_are_one(tmp_path):
    path = tmp_path / "klaim.csv"
    path.write_text(
        "no klaim,program,tanggal kejadian,tgl lapor,nominal\n" + "K1,JKM,2025-11-03,2025-11-28,42000000\n" * 3,
        encoding="utf-8",
    )
    assert asked("reserve", path)["held"][0]["reported"] == 42_000_000


def test_a_list_of_one_programme_need_not_say_it(tmp_path):
    path = tmp_path / "claims.parquet"
    pl.DataFrame(
        {"event_date": [dt.date(2025, 11, 3)], "filed_on": [dt.date(2025, 11, 28)], "amount": [42]}
    ).write_parquet(path)
    assert asked("reserve", path, "--programme", "jkm")["held"][0]["programme"] == "JKM"
    refused = semesta("reserve", path)
    assert (refused.exit_code, "Program" in refused.err) == (2, True)


def test_children_are_read_from_a_sheet_of_their_own(claims, tmp_path):
    found = asked("reserve", claims, "--children", sheet(tmp_path / "anak.xlsx", CHILDREN))["scholarships"]
    # Class 8 is the second year of SMP: one year left, then three of SMA and five of PT; the other five of SD and all above.
    assert (found["children"], found["least"]) == (2, 2_000_000 + 5 * 1_500_000)
    assert found["most"] == (2 + 9 + 60 + 7.5 + 6 + 9 + 60) * 1_000_000
    assert (found["verified"], found["discounted"]) == (True, False)


def test_the_template_of_children_is_read_again(claims, tmp_path):
    path = tmp_path / "anak.xlsx"
    assert semesta("template", "anak", "-o", path).exit_code == 0
    said = semesta("reserve", claims, "--children", path)
    assert (said.exit_code, "semesta template anak" in said.err) == (2, True)


def test_wrong_children_are_told_with_their_cells(claims, tmp_path):
    path = sheet(tmp_path / "anak.xlsx", [*CHILDREN[1:], ["K9", "UCI", "3 November 2025", "S4", 1, "1/2/2012"]])
    said = semesta("reserve", claims, "--children", path)
    assert ("S4" in said.err, "baris 4" in said.err, "UCI" in said.err) == (True, True, False)


def test_a_round_gives_the_contributions_of_the_same_months(tmp_path):
    folder = tmp_path / "putaran"
    folder.mkdir()
    sheet(folder / "klaim cabang.xlsx", [HEADS, *CLAIMS])
    sheet(folder / "anak.xlsx", CHILDREN, "Anak penerima beasiswa")
    (folder / "contributions.csv").write_text(
        "place,year,month,segment,programme,amount,source\n"
        + "".join(
            f"36.72,2025,{month},BPU,JKM,{amount},kantor cabang\n"
            for month, amount in ((10, 1), (11, 60_000_000), (12, 40_000_000))
        )
        + "36.72,2025,11,PU,JKK,15000000,kantor cabang\n",
        encoding="utf-8",
    )
    found = asked("reserve", folder)
    jkk, jkm = (one["ratio"] for one in found["held"])
    # Only November and December: the list has no event of October, so that October's contributions stand against nothing known.
    assert (jkm["period"], jkm["contributions"], jkm["paid"], jkm["cash"]) == (
        "2025-11/2025-12",
        100_000_000,
        42_000_000,
        0.42,
    )
    assert (jkm["reported"], jkm["sources"]) == (52_000_000, ["kantor cabang"])
    assert (jkk["period"], jkk["cash"]) == ("2025-11", 0)
    assert found["scholarships"]["children"] == 2


def test_the_segment_of_a_claim_that_says_none_is_that_of_its_membership(tmp_path):
    without = [[*row[:4], *row[5:]] for row in [HEADS, *CLAIMS]]
    sheet(tmp_path / "klaim cabang.xlsx", without)
    members = [
        ["ID Peserta", "NIK", "Nama Lengkap", "Segmen", "Program"],
        ["P1", CLAIMS[0][2], "BUDI SANTOSO", "BPU", "JKK JKM"],
    ]
    sheet(tmp_path / "peserta.xlsx", members, "Peserta")
    said = semesta("reserve", tmp_path)
    found = asked("reserve", tmp_path)["held"]
    assert [(one["programme"], one["segment"], one["cases"]) for one in found] == [
        ("JKK", None, 1),
        ("JKM", None, 1),
        ("JKM", "BPU", 1),
    ]
    assert "putaran tidak memuat iuran" in said.out


def test_what_is_wrong_with_other_lists_of_a_round_is_not_told_here(tmp_path):
    sheet(
        tmp_path / "klaim cabang.xlsx",
        [HEADS, *CLAIMS, ["K7", "X", "123", "JKM", "BPU", "1/12/2025", "2/12/2025", None, "3 juta lebih"]],
    )
    sheet(tmp_path / "pekerja.xlsx", [["NIK", "Nama Lengkap", "Kelompok"], ["12", "SALAH", "Nelayan"]], "Pekerja")
    said = semesta("reserve", tmp_path)
    assert ("3 juta lebih" in said.err, "pekerja.xlsx" in said.err, "NIK" in said.err) == (True, False, False)


def test_a_round_without_claim_cases_is_refused(tmp_path):
    (tmp_path / "contributions.csv").write_text("place,year,programme,amount\n36.72,2025,JKM,1\n", encoding="utf-8")
    said = semesta("reserve", tmp_path)
    assert (said.exit_code, "semesta template klaim" in said.err) == (2, True)


def test_contributions_told_by_hand_are_of_one_programme_and_segment(claims):
    assert semesta("reserve", claims, "--contributions", "Rp1 miliar").exit_code == 2
    ratio = asked("reserve", claims, "--programme", "JKM", "--contributions", "Rp1 miliar")["held"][0]["ratio"]
    assert (ratio["contributions"], ratio["cash"]) == (1_000_000_000, 0.042)


def test_without_any_day_of_payment_the_cash_ratio_is_not_known(claims, tmp_path):
    day = HEADS.index("Tanggal Bayar")
    undated = sheet(tmp_path / "klaim.xlsx", [HEADS, *([*row[:day], None, *row[day + 1 :]] for row in CLAIMS)])
    asks = ("reserve", undated, "--programme", "JKM", "--contributions", "Rp1 miliar")
    ratio = asked(*asks)["held"][0]["ratio"]
    assert (ratio["paid"], ratio["cash"]) == (None, None)
    said = re.sub(r"\s+", " ", semesta(*asks).out)
    assert "baris tanpa tanggal bayar: tidak masuk rasio kas" in said
    assert "belum diketahui" in said


def test_a_day_that_is_not_over_is_refused_and_months_after_the_list_are_told(claims):
    assert semesta("reserve", claims, "--as-of", "2999-12").exit_code == 2
    said = re.sub(r"\s+", " ", semesta("reserve", claims, "--as-of", "2026-03").out)
    assert "laporan terakhir dalam daftar ialah Desember 2025" in said
    assert "laporan terakhir" not in semesta("reserve", claims).out


def test_files_are_written_whole_and_hold_no_person(claims, tmp_path):
    out = tmp_path / "hasil"
    said = semesta("reserve", claims, "--children", sheet(tmp_path / "anak.xlsx", CHILDREN), "--out", out)
    assert said.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == [
        f"cadangan-klaim.{kind}" for kind in ("docx", "json", "pdf", "xlsx")
    ]
    whole = json.loads((out / "cadangan-klaim.json").read_text(encoding="utf-8"))
    assert not [secret for secret in ("SITI", "3672") if secret in json.dumps(whole)]


@pytest.mark.parametrize(("option", "text"), [("--as-of", "kemarin"), ("--from", "2025-13"), ("--programme", "JHT")])
def test_options_that_mean_nothing_are_told(claims, option, text):
    said = semesta("reserve", claims, option, text)
    assert (said.exit_code, f"{option} {text}" in said.err) == (2, True)


def test_nothing_that_can_be_used_is_told_with_its_reasons(claims):
    said = semesta("reserve", claims, "--as-of", "2024-12-31")
    assert (said.exit_code, "sesudah tanggal hitung" in said.err) == (2, True)


EXAMPLE = Path(__file__).parents[3] / "examples" / "cadangan-klaim"


def test_the_example_is_the_one_its_script_writes(tmp_path):
    subprocess.run([sys.executable, EXAMPLE.with_name("cadangan_klaim.py"), tmp_path], check=True)
    for written in tmp_path.iterdir():
        assert written.read_bytes() == (EXAMPLE / written.name).read_bytes(), written.name


def test_the_example_has_ratios_of_every_scheme_and_marks_the_young_one():
    found = asked("reserve", EXAMPLE)
    periods = [(one["programme"], one["segment"], one["ratio"]["period"], len(one["doubts"])) for one in found["held"]]
    assert periods == [
        ("JKK", "BPU", "2023/2025", 0),
        ("JKM", "BPU", "2023/2025", 0),
        ("JKM", "PU", "2024-11/2025-12", 2),
    ]
    assert found["scholarships"]["by_year"][0]["year"] == 2026
    assert (set(found["left_out"]), found["children_without_claim"]) == ({"rejected"}, 0)
