"""Where commands write: folders are made, like-named copies stay apart, and what cannot be written is said in both languages."""

import errno

import openpyxl
import pytest
import typer
from typer.testing import CliRunner

from semesta.basics.os_errors import not_written
from semesta.cli import check, synth, template

ROWS = [["NIK", "Nama"], ["367201410784000", "Siti Rahmawati"]]
app = typer.Typer()
for module in (check, template, synth):
    app.command(module.COMMAND[0])(module.COMMAND[1])


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def listed(path):
    """A list with a fault, so that there is an annotated copy."""
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)
    return path


def test_folders_that_are_not_there_are_made(tmp_path):
    copy, profile = tmp_path / "a" / "b" / "salinan.xlsx", tmp_path / "c" / "dinas.yaml"
    checked = run("check", listed(tmp_path / "daftar.xlsx"), "--as", "pekerja", "-o", copy, "--profile", profile)
    assert checked.exit_code == 2
    form = tmp_path / "d" / "e" / "pekerja.xlsx"
    assert run("template", "pekerja", "-o", form).exit_code == 0
    assert [path.is_file() for path in (copy, profile, form)] == [True] * 3


@pytest.mark.parametrize(("lang", "said"), [("id", "tidak dapat ditulis: "), ("en", "cannot be written: ")])
def test_what_cannot_be_written_is_said_in_the_language_asked_for(tmp_path, lang, said):
    source = listed(tmp_path / "daftar.xlsx")
    below_a_file = source / "p.xlsx"
    for arguments in (
        ["check", source, "--as", "pekerja", "-o", below_a_file],
        ["template", "pekerja", "-o", below_a_file],
        ["synth", "--place", "36.72", "--workers", "100", "-o", below_a_file],
    ):
        result = run(*arguments, "--lang", lang)
        assert result.exit_code == 2
        assert said in result.stderr.replace("\n", "")
        assert "Not a directory" not in result.stderr


def test_the_reason_is_told_also_where_a_library_gives_its_number_in_words_only():
    assert (
        not_written("a", OSError("Permission denied (os error 13): a")).id
        == not_written("a", OSError(errno.EACCES, "Permission denied")).id
    )
    assert not_written("a", OSError("odd")).en == "a cannot be written: odd"


def test_copies_of_like_named_files_do_not_overwrite_each_other(tmp_path):
    text = "\n".join(";".join(row) for row in ROWS)
    (tmp_path / "daftar.csv").write_text(text, encoding="utf-8")
    (tmp_path / "daftar.tsv").write_text(text.replace(";", "\t") + "\n", encoding="utf-8")
    (tmp_path / "lain.csv").write_text(text + "\n\n", encoding="utf-8")
    listed(tmp_path / "daftar.xlsx")
    run("check", *sorted(tmp_path.iterdir()), "--as", "pekerja")
    assert sorted(path.name for path in tmp_path.glob("*-diperiksa.xlsx")) == [
        "daftar-csv-diperiksa.xlsx", "daftar-diperiksa.xlsx", "daftar-tsv-diperiksa.xlsx", "lain-diperiksa.xlsx",
    ]  # fmt: skip
