"""With what commands print: one of two languages, folded lines, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from semesta.basics.words import Lang

UNVERIFIED = (" ⚠ belum terverifikasi", " ⚠ not verified")


def words(id: str, en: str, lang: Lang) -> str:
    """One of the two."""
    return id if lang == "id" else en


def print_json(content: object) -> None:
    import json

    typer.echo(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def print_lines(console: Console, lines: Iterable[str]) -> None:
    """Lines two further in, each folded at the width of the terminal with what follows below its beginning."""
    import textwrap

    from rich.text import Text

    for line in lines:
        said = line.lstrip()
        indent = " " * (2 + len(line) - len(said))
        folded = textwrap.wrap(
            said,
            max(40, console.width),
            initial_indent=indent,
            subsequent_indent=f"{indent}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in folded:
            console.print(Text(part), soft_wrap=True)
