"""What link and monev say of reading their lists: a file given twice, cells that were errors. All people here are made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from semesta.cli.main import app

WORKERS = """nik,nama,tanggal_lahir,jenis_kelamin,kode_kab
3672011707840001,Ahmad Fauzi,1984-07-17,L,3672
3672015203900002,Siti Aisyah,kemarin,P,3672
"""
PARTICIPANTS = """nik,nama,tanggal_lahir,jenis_kelamin,kode_kab,segmen,program,status,tgl kepesertaan
3672011707840001,AHMAD FAUZI,1984-07-17,L,3672,BPU,"JKK, JKM",AKTIF,2024-02-01
"""
TWICE = "salinan.csv: berkas yang sama dengan pekerja.csv, dibaca satu kali saja"
WRONG = "Galat: Bukan tanggal, kolom tanggal_lahir"


def run(*arguments: str) -> str:
    ended = CliRunner().invoke(app(), list(arguments))
    assert ended.exit_code == 0, ended.output
    return " ".join(ended.output.split())


@pytest.fixture(autouse=True)
def _lists(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("pekerja.csv", WORKERS), ("salinan.csv", WORKERS), ("peserta.csv", PARTICIPANTS)):
        Path(name).write_text(text)


def test_link_says_the_same_file_twice_on_the_terminal_and_in_its_summary():
    assert TWICE in run("link", "pekerja.csv", "salinan.csv", "--with", "peserta.csv", "--out", "h")
    summary = json.loads(Path("h/ringkasan.json").read_text())
    assert (summary["workers"], TWICE in [note["id"] for note in summary["notes"]]) == (2, True)


def test_monev_says_the_same_file_twice_and_cells_that_were_errors():
    round_ = ("pekerja.csv", "salinan.csv", "peserta.csv", "--as-of", "2025-12-31", "--out", "m")
    said = run("monev", *round_)
    assert (TWICE in said, WRONG in said, "0 dari 3 baris disisihkan" in said) == (True, True, True)
    notes = json.loads(CliRunner().invoke(app(), ["monev", *round_, "--json"]).stdout)["notes"]
    assert (notes[0], WRONG in notes[1], len(notes)) == (TWICE, True, 2)


def test_the_report_names_a_file_given_twice_among_the_files_that_were_read():
    import docx

    run("monev", "pekerja.csv", "salinan.csv", "peserta.csv", "--as-of", "2025-12-31", "--out", "m")
    assert any(TWICE in paragraph.text for paragraph in docx.Document("m/laporan.docx").paragraphs)
