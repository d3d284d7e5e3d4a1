"""semesta check: everything that is wrong with the files, at once, with a copy in which it is marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from semesta.cli.printed import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from semesta.basics.problem import Problem
    from semesta.basics.words import Lang
    from semesta.files.grid import Grid
    from semesta.tables.dataset import FileSeen


def check(
    files: Annotated[list[Path], typer.Argument(help="Buku kerja, CSV, Parquet, atau folder berisi tabel.")],
    kind: Annotated[
        str | None,
        typer.Option(
            "--as", help="Isi berkas: pekerja, peserta, pembayaran, klaim, kematian, keluarga, anak, atau tabel lain."
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="Wilayah yang diperiksa, misalnya 36.72: penduduk daerah lain ditandai.")
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option(help="Arti judul kolom dari pengirim ini (YAML): dibuat bila belum ada, dipakai bila sudah."),
    ] = None,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Salinan bertanda; bawaan: NAMA-diperiksa.xlsx di samping berkas."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Masalah sebagai daftar JSON.")] = False,
) -> None:
    """Periksa berkas: semua masalah sekaligus, dikelompokkan menurut sebabnya. (All problems at once.)

    Contoh: semesta check monev.xlsx
    Contoh: semesta check daftar-nelayan.xlsx --as pekerja
    """
    import datetime as dt

    from semesta.basics.memory import give_back
    from semesta.cli.outputs import spare_inputs
    from semesta.cli.problems import print_groups, print_problems
    from semesta.cli.reading import Reading, kept_profile, shown_progress
    from semesta.cli.shown import places_of
    from semesta.files.read import read

    spare_inputs([*files, profile], _may_be_written(files, output, as_json=as_json), lang)
    places = places_of(files, lang)
    asked = Reading.asked(kind, place, profile, places, lang)
    # Of a single file, which may be long, the copy is made of the cells that were read; of many they would fill the memory.
    grids: list[Grid] | None = [] if not as_json and len(files) == 1 and files[0].is_file() else None
    with shown_progress() as progress:
        dataset = read(
            files,
            today=dt.date.today(),  # noqa: DTZ011
            places=places,
            tables=asked.tables,
            place=asked.place,
            titles=asked.titles,
            progress=progress,
            grids=grids,
        )
    problems, seen = dataset.problems, dataset.files
    if as_json:
        print_problems(problems, lang)
    else:
        from rich.console import Console

        console = Console(highlight=False)
        print_groups(console, dataset, lang)
        if profile and (said := kept_profile(profile, dataset, asked)):
            console.print(said.said(lang), markup=False)
        # Of long lists the copy takes as much memory as their reading: what was read makes room for it.
        del dataset
        give_back()
        for copy in _annotated_copies(files, problems, seen, output, lang, grids):
            console.print(words("Salinan bertanda: ", "Annotated copy: ", lang) + str(copy), markup=False)
    if any(problem.is_error for problem in problems):
        raise typer.Exit(2)


def _annotated_copies(
    files: Sequence[Path],
    problems: Sequence[Problem],
    seen: Sequence[FileSeen],
    output: Path | None,
    lang: Lang,
    grids: Sequence[Grid] | None,
) -> list[Path]:
    """The copies written, one for each file with problems."""
    from semesta.basics.os_errors import not_written
    from semesta.cli.shown import stopped
    from semesta.files.annotated import annotated_copy

    written: list[Path] = []
    for path in _single_files(files):
        content = annotated_copy(path, problems, lang, file=_name_of(path, seen), grids=grids)
        if content is None:
            continue
        target = output if output and not written else _copy_beside(path)
        try:
            _write_whole(target, content)
        except OSError as error:
            raise stopped(not_written(target, error).said(lang)) from None
        written.append(target)
    return written


def _may_be_written(files: Sequence[Path], output: Path | None, *, as_json: bool) -> list[Path]:
    """Where annotated copies go: the first to the place that was named, others beside their files."""
    if as_json:
        return []
    beside = [_copy_beside(path) for path in files if path.is_file()]
    return [output, *beside[1:]] if output else beside


def _copy_beside(path: Path) -> Path:
    """NAMA-diperiksa.xlsx; of daftar.ods beside a daftar.xlsx, daftar-ods-diperiksa.xlsx: no copy takes the place of another."""
    from semesta.files.read import CHECKED

    has_namesake = any(other.stem == path.stem and other.name != path.name for other in path.parent.iterdir())
    kind = f"-{path.suffix[1:].lower()}" if has_namesake and path.suffix.lower() != ".xlsx" else ""
    return path.with_name(f"{path.stem}{kind}{CHECKED}.xlsx")


def _write_whole(target: Path, content: bytes) -> None:
    """Writes aside first, so that an interrupted run leaves no half a file where the copy is looked for."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f"{target.name}.sedang-ditulis")
    try:
        aside.write_bytes(content)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _name_of(path: Path, seen: Sequence[FileSeen]) -> str:
    """What problems call a file: its name, but for the second of one name."""
    import hashlib

    alike = [file for file in seen if file.name.startswith(f"{path.name} (")]
    if not alike:
        return path.name
    own = hashlib.sha256(path.read_bytes()).hexdigest()
    return next((file.name for file in alike if file.sha256 == own), path.name)


def _single_files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    return found


COMMAND = ("check", check)
