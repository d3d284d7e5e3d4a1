"""How the problems of files are shown: by cause with their places, or as JSON; and the end of a command that cannot go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from semesta.cli.printed import print_json, words
from semesta.cli.shown import stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from semesta.basics.problem import Problem
    from semesta.basics.words import Lang
    from semesta.files.problems import Group
    from semesta.tables.dataset import Dataset


def stopped_with_problems(dataset: Dataset, lang: Lang, *, as_json: bool, why: tuple[str, str]) -> typer.Exit:
    """Says every problem, then why nothing was written."""
    if as_json:
        print_problems(dataset.problems, lang)
    else:
        from rich.console import Console

        print_groups(Console(stderr=True, highlight=False), dataset, lang)
    return stopped(words(*why, lang))


def print_problems(problems: Sequence[Problem], lang: Lang) -> None:
    """As JSON."""
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
    print_json(listed)


def print_groups(console: Console, dataset: Dataset, lang: Lang) -> None:
    from semesta.files.problems import grouped

    groups = grouped(dataset.problems)
    for group in groups:
        _print_group(console, group, lang)
    if not groups:
        console.print(words("Tidak ada masalah.", "Nothing is wrong.", lang))
    _print_tables(console, dataset, lang)


def _print_group(console: Console, group: Group, lang: Lang) -> None:
    from rich.text import Text

    level = words("GALAT", "ERROR", lang) if group.is_error else words("peringatan", "warning", lang)
    style = "bold red" if group.is_error else "yellow"
    console.print(Text.assemble((f"{level}  ", style), (group.headline.said(lang), "bold")))
    for spot in group.spots[:5]:
        console.print(Text(f"    {spot.said(lang)}"))
    if len(group.spots) > 5:
        console.print(Text(f"    … +{len(group.spots) - 5}"))
    if group.values:
        console.print(Text(words("    isi: ", "    found: ", lang) + "; ".join(f"“{v}”" for v in group.values)))
    console.print(Text(words("    seharusnya: ", "    expected: ", lang) + group.expected.said(lang)))
    console.print(Text(f"    → {group.how_to_fix.said(lang)}\n"))


def _print_tables(console: Console, dataset: Dataset, lang: Lang) -> None:
    from rich.table import Table

    from semesta.tables.registry import EVERY_TABLE

    if not dataset.read:
        return
    shown = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    shown.add_column(words("Tabel", "Table", lang))
    shown.add_column(words("Baris", "Rows", lang), justify="right")
    shown.add_column(words("Disisihkan", "Set aside", lang), justify="right")
    for name, rows in dataset.read.items():
        aside = dataset.set_aside.get(name, 0)
        shown.add_row(EVERY_TABLE[name].title.said(lang), str(rows), f"[red]{aside}[/]" if aside else "0")
    console.print(shown)
