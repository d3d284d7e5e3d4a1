"""semesta documents: what papers there are, what each is for, and from which tables it is made."""

from __future__ import annotations

from typing import Annotated, Literal

import typer


def documents(
    as_json: Annotated[bool, typer.Option("--json", help="Daftar sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Daftar naskah yang dapat dibuat dari satu putaran. (The papers that can be made of a round.)

    Contoh: semesta documents
    """
    from semesta.report.papers.registry import papers
    from semesta.tables.registry import TABLES

    if as_json:
        import json

        cards = [
            {
                "name": paper.name,
                "title": {"id": paper.title.id, "en": paper.title.en},
                "what": {"id": paper.what.id, "en": paper.what.en},
                "tables": list(paper.tables),
            }
            for paper in papers().values()
        ]
        typer.echo(json.dumps(cards, ensure_ascii=False, indent=2))
        return
    from rich.console import Console
    from rich.table import Table

    said = {"id": ("Naskah", "Untuk apa", "Dari lembar"), "en": ("Document", "What for", "From sheets")}[lang]
    table = Table(box=None, pad_edge=False)
    for title in said:
        table.add_column(title, overflow="fold")
    everything = {"id": "semua", "en": "all"}[lang]
    for paper in papers().values():
        sheets = (
            everything
            if set(paper.tables) >= set(TABLES)
            else ", ".join(TABLES[name].title.said(lang) for name in paper.tables)
        )
        table.add_row(paper.name, f"{paper.title.said(lang)}. {paper.what.said(lang)}", sheets)
    Console(highlight=False).print(table)


COMMAND = ("documents", documents)
