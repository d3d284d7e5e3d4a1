"""What an earlier run left: papers no longer asked for go, unless somebody has worked in them since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rounds_made import round_of, small

from semesta.monev.measured import Measured
from semesta.rounds.report import written_report


@pytest.fixture(scope="module")
def measured() -> Measured:
    return round_of(small())


def names(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def run(measured: Measured, out: Path, *papers: str) -> dict[str, str]:
    """Writes the papers; what comes back are the edited files that stay."""
    written = written_report(measured, out, documents=papers)
    edited: dict[str, str] = json.loads(written["manifest.json"].read_text(encoding="utf-8"))["edited"]
    return edited


def test_a_paper_of_an_earlier_run_goes_when_it_is_not_asked_for_again(measured: Measured, tmp_path: Path) -> None:
    run(measured, tmp_path, "usulan-anggaran")
    assert run(measured, tmp_path, "nota-dinas") == {}
    assert not any(name.startswith("usulan-anggaran") for name in names(tmp_path))


def test_an_edited_paper_stays_and_is_told_of_in_every_run_after(measured: Measured, tmp_path: Path) -> None:
    run(measured, tmp_path, "usulan-anggaran")
    edited = tmp_path / "usulan-anggaran.docx"
    edited.write_bytes(b"disunting")
    for _ in range(2):
        assert list(run(measured, tmp_path, "nota-dinas")) == ["usulan-anggaran.docx"]
        assert edited.read_bytes() == b"disunting"
    assert "usulan-anggaran.pdf" not in names(tmp_path)


def beside(out: Path) -> dict[str, str]:
    told: dict[str, str] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["beside"]
    return told


def test_an_edited_paper_that_is_asked_for_again_stays_and_the_new_one_stands_beside_it(
    measured: Measured, tmp_path: Path
) -> None:
    run(measured, tmp_path, "usulan-anggaran")
    edited = tmp_path / "usulan-anggaran.docx"
    edited.write_bytes(b"disunting")
    for _ in range(2):
        run(measured, tmp_path, "usulan-anggaran")
        assert edited.read_bytes() == b"disunting"
        assert beside(tmp_path)["usulan-anggaran.docx"] == "usulan-anggaran-2.docx"
        made = {name for name in names(tmp_path) if name.startswith("usulan")}
        assert made == {"usulan-anggaran.docx", *(f"usulan-anggaran-2.{kind}" for kind in ("docx", "pdf", "xlsx"))}


def test_what_was_edited_beside_an_edited_paper_stays_too(measured: Measured, tmp_path: Path) -> None:
    for number in ("", "-2"):
        run(measured, tmp_path, "usulan-anggaran")
        (tmp_path / f"usulan-anggaran{number}.docx").write_bytes(b"disunting")
    run(measured, tmp_path, "usulan-anggaran")
    assert beside(tmp_path)["usulan-anggaran.pdf"] == "usulan-anggaran-3.pdf"
    assert (tmp_path / "usulan-anggaran-2.docx").read_bytes() == b"disunting"


def test_once_the_edited_paper_is_gone_the_new_one_has_its_name_again(measured: Measured, tmp_path: Path) -> None:
    run(measured, tmp_path, "usulan-anggaran")
    (tmp_path / "usulan-anggaran.docx").write_bytes(b"disunting")
    run(measured, tmp_path, "usulan-anggaran")
    (tmp_path / "usulan-anggaran.docx").unlink()
    assert run(measured, tmp_path, "usulan-anggaran") == {}
    assert beside(tmp_path) == {}
    assert not any("-2" in name for name in names(tmp_path))


def test_a_file_of_the_office_under_the_name_of_a_paper_is_not_overwritten(measured: Measured, tmp_path: Path) -> None:
    (tmp_path / "usulan-anggaran.docx").write_bytes(b"milik kantor")
    run(measured, tmp_path, "usulan-anggaran")
    assert (tmp_path / "usulan-anggaran.docx").read_bytes() == b"milik kantor"


def test_the_same_figures_again_write_the_same_files(measured: Measured, tmp_path: Path) -> None:
    run(measured, tmp_path, "usulan-anggaran")
    before = names(tmp_path)
    (tmp_path / "manifest.json").unlink()
    run(measured, tmp_path, "usulan-anggaran")
    assert names(tmp_path) == before


def test_files_that_we_never_made_are_left_alone(measured: Measured, tmp_path: Path) -> None:
    (tmp_path / "catatan.docx").write_bytes(b"milik kantor")
    run(measured, tmp_path, "usulan-anggaran")
    run(measured, tmp_path, "nota-dinas")
    assert (tmp_path / "catatan.docx").read_bytes() == b"milik kantor"


@pytest.mark.parametrize("manifest", ["bukan json", "[]", '{"files": 3}', '{"files": {"a": null}}'])
def test_a_manifest_that_cannot_be_read_takes_nothing_away(manifest: str, measured: Measured, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    (tmp_path / "a").write_text("isi", encoding="utf-8")
    run(measured, tmp_path, "nota-dinas")
    assert "a" in names(tmp_path)


def test_a_manifest_never_leads_out_of_its_folder(measured: Measured, tmp_path: Path) -> None:
    import hashlib

    outside = tmp_path / "luar.txt"
    outside.write_bytes(b"x")
    sha = hashlib.sha256(b"x").hexdigest()
    out = tmp_path / "hasil"
    out.mkdir()
    (out / "tautan").symlink_to(outside)
    files = {"../luar.txt": sha, str(outside): sha, "tautan": sha}
    (out / "manifest.json").write_text(json.dumps({"files": files}), encoding="utf-8")
    run(measured, out, "nota-dinas")
    assert outside.exists()
    assert (out / "tautan").is_symlink()
