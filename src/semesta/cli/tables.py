"""semesta tables: what data look like, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from semesta.cli.printed import print_json

if TYPE_CHECKING:
    from semesta.basics.words import Lang
    from semesta.tables.table import Table


def tables(
    name: Annotated[str | None, typer.Argument(help="Nama atau judul tabel.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Daftar tabel, atau kolom satu tabel. (All tables, or the columns of one.)

    Contoh: semesta tables population
    """
    from semesta.tables.registry import EVERY_TABLE

    chosen = [_named(name, lang)] if name else list(EVERY_TABLE.values())
    if as_json:
        described = [described_table(table) for table in chosen]
        print_json(described[0] if name else described)
    elif name:
        _show_table(chosen[0], lang)
    else:
        _show_list(chosen, lang)


def _named(name: str, lang: Lang) -> Table:
    from semesta.basics.codes import plain
    from semesta.cli.shown import nearest, stopped
    from semesta.tables.registry import EVERY_TABLE

    for table in EVERY_TABLE.values():
        if plain(name) in {plain(n) for n in (table.name, table.title.id, table.title.en, *table.aliases)}:
            return table
    near = nearest(
        name, {n: t.name for t in EVERY_TABLE.values() for n in (t.name, t.title.id, t.title.en, *t.aliases)}
    )
    raise stopped(
        f"tabel tidak dikenal: {name}. Mungkin: {near}" if lang == "id" else f"unknown table: {name}. Perhaps: {near}"
    )


def described_table(table: Table) -> dict[str, Any]:
    """A table and its columns, in both languages."""
    return {
        "table": table.name,
        "title": {"id": table.title.id, "en": table.title.en},
        "what": {"id": table.what.id, "en": table.what.en},
        "why": {"id": table.why.id, "en": table.why.en},
        "holder": {"id": table.holder.id, "en": table.holder.en},
        "moment": table.moment,
        "key": list(table.key),
        "columns": [
            {
                "column": c.name,
                "type": c.type.name,
                "title": {"id": c.title.id, "en": c.title.en},
                "help": {"id": c.help.id, "en": c.help.en},
                "required": c.required,
                "aliases": list(c.aliases),
            }
            for c in table.columns
        ],
    }


def _show_table(table: Table, lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table as Shown

    from semesta.basics.words import Words

    console = Console(highlight=False)
    console.print(f"[bold]{table.title.said(lang)}[/] ({table.name})\n{table.what.said(lang)}")
    console.print(Words("Pemegang data: ", "Held by: ").said(lang) + table.holder.said(lang) + "\n", markup=False)
    shown = Shown(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("Kolom", "Judul", "Jenis", "Keterangan") if lang == "id" else ("Column", "Title", "Type", "Help"):
        shown.add_column(heading, overflow="fold")
    for column in table.columns:
        mark = " *" if column.required else ""
        shown.add_row(column.name + mark, column.title.said(lang), column.type.name, column.help.said(lang))
    console.print(shown)
    console.print(Words("* wajib diisi", "* required").said(lang))


def _show_list(chosen: list[Table], lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table as Shown

    shown = Shown(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("Nama", "Judul", "Isi") if lang == "id" else ("Name", "Title", "What"):
        shown.add_column(heading)
    for table in chosen:
        shown.add_row(table.name, table.title.said(lang), table.what.said(lang))
    Console(highlight=False).print(shown)


COMMAND = ("tables", tables)
