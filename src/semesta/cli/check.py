"""semesta check: everything that is wrong with the files, at once, with a copy in which it is marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from semesta.basics.places import PlaceList
    from semesta.basics.problem import Problem
    from semesta.basics.words import Lang, Words
    from semesta.files.problems import Group
    from semesta.tables.dataset import Dataset


def check(
    files: Annotated[list[Path], typer.Argument(help="Buku kerja, CSV, Parquet, atau folder berisi tabel.")],
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Salinan bertanda; bawaan: NAMA-diperiksa.xlsx di samping berkas."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Masalah sebagai daftar JSON.")] = False,
) -> None:
    """Periksa berkas: semua masalah sekaligus, dikelompokkan menurut sebabnya. (All problems at once.)

    Contoh: semesta check monev.xlsx
    """
    import datetime as dt

    from semesta.files.read import read

    dataset = read(files, today=dt.date.today(), places=_places(files, lang))  # noqa: DTZ011
    if as_json:
        print_json(dataset.problems, lang)
    else:
        from rich.console import Console

        console = Console(highlight=False)
        print_groups(console, dataset, lang)
        for copy in _annotated_copies(files, dataset.problems, output, lang):
            console.print(_words("Salinan bertanda: ", "Annotated copy: ").said(lang) + str(copy), markup=False)
    if any(problem.is_error for problem in dataset.problems):
        raise typer.Exit(2)


def _words(id: str, en: str) -> Words:
    from semesta.basics.words import Words

    return Words(id, en)


def _places(files: Sequence[Path], lang: Lang) -> PlaceList:
    """All places, with those that folders to be read add in places.csv."""
    from semesta.basics.places import PLACES
    from semesta.files.read import places_files

    known = PLACES
    for path in places_files(files):
        try:
            known = known.with_file(path)
        except ValueError as error:
            typer.echo(f"{path}: {error}", err=True)
            raise typer.Exit(2) from None
    return known


# ---- what is shown


def print_json(problems: Sequence[Problem], lang: Lang) -> None:
    import json

    listed = [
        {
            "file": p.file,
            "sheet": p.sheet,
            "row": p.row,
            "column": p.column,
            "header": p.header,
            "value": p.value,
            "cause": p.fault.cause,
            "severity": p.fault.severity,
            "expected": p.fault.expected.said(lang),
            "how_to_fix": p.fault.how_to_fix.said(lang),
        }
        for p in problems
    ]
    typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))


def print_groups(console: Console, dataset: Dataset, lang: Lang) -> None:
    from semesta.files.problems import grouped

    groups = grouped(dataset.problems)
    for group in groups:
        _print_group(console, group, lang)
    if not groups:
        console.print(_words("Tidak ada masalah.", "Nothing is wrong.").said(lang))
    _print_tables(console, dataset, lang)


def _print_group(console: Console, group: Group, lang: Lang) -> None:
    from rich.text import Text

    level = _words("GALAT", "ERROR") if group.is_error else _words("peringatan", "warning")
    style = "bold red" if group.is_error else "yellow"
    console.print(Text.assemble((f"{level.said(lang)}  ", style), (group.headline.said(lang), "bold")))
    for spot in group.spots[:5]:
        console.print(Text(f"    {spot.said(lang)}"))
    if len(group.spots) > 5:
        console.print(Text(f"    … +{len(group.spots) - 5}"))
    if group.values:
        console.print(Text(_words("    isi: ", "    found: ").said(lang) + "; ".join(f"“{v}”" for v in group.values)))
    console.print(Text(_words("    seharusnya: ", "    expected: ").said(lang) + group.expected.said(lang)))
    console.print(Text(f"    → {group.how_to_fix.said(lang)}\n"))


def _print_tables(console: Console, dataset: Dataset, lang: Lang) -> None:
    from rich.table import Table

    from semesta.tables.registry import TABLES

    if not dataset.read:
        return
    shown = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    shown.add_column(_words("Tabel", "Table").said(lang))
    shown.add_column(_words("Baris", "Rows").said(lang), justify="right")
    shown.add_column(_words("Disisihkan", "Set aside").said(lang), justify="right")
    for name, rows in dataset.read.items():
        aside = dataset.set_aside.get(name, 0)
        shown.add_row(TABLES[name].title.said(lang), str(rows), f"[red]{aside}[/]" if aside else "0")
    console.print(shown)


# ---- the annotated copies


def _annotated_copies(
    files: Sequence[Path], problems: Sequence[Problem], output: Path | None, lang: Lang
) -> list[Path]:
    """The copies written, one for each file with problems."""
    from semesta.files.annotated import annotated_copy
    from semesta.files.read import CHECKED

    written: list[Path] = []
    for path in _single_files(files):
        content = annotated_copy(path, problems, lang)
        if content is None:
            continue
        target = output if output and not written else path.with_name(f"{path.stem}{CHECKED}.xlsx")
        try:
            target.write_bytes(content)
        except OSError as error:
            typer.echo(f"{target}: {error.strerror}", err=True)
            continue
        written.append(target)
    return written


def _single_files(paths: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    return found


COMMAND = ("check", check)
