"""semesta documents: what papers there are, what each is for, from which tables it is made, and a template to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from semesta.cli.printed import print_json

if TYPE_CHECKING:
    from semesta.basics.words import Lang
    from semesta.report.paper import Paper


def documents(
    name: Annotated[str | None, typer.Argument(help="Naskah yang ditanyakan; tanpa nama: semuanya.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Daftar sebagai JSON.")] = False,
    template: Annotated[
        Path | None,
        typer.Option("--template", help="Tulis contoh templat Word di sini, untuk diberi kop dan susunan sendiri."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Timpa berkas yang sudah ada.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Daftar naskah yang dapat dibuat dari satu putaran, atau rincian satu naskah. (The papers that can be made of a round.)

    Contoh: semesta documents
    Contoh: semesta documents nota-dinas --template punya-kami.docx
    """
    from semesta.report.papers.registry import papers

    shown = papers() if name is None else {name: _paper(name, lang)}
    if template is not None:
        _write_sample(template, name, force=force, lang=lang)
    elif as_json:
        print_json([_card(paper) for paper in shown.values()])
    elif name is None:
        _list(list(shown.values()), lang)
    else:
        _tell(shown[name], lang)


def _paper(name: str, lang: Lang) -> Paper:
    from semesta.basics.words import Words
    from semesta.cli.shown import nearest, stopped
    from semesta.report.papers.registry import papers

    if name in papers():
        return papers()[name]
    near = nearest(name, {n: n for n in papers()})
    known = ", ".join(papers())
    told = Words(f"naskah tidak dikenal: {name}. Yang ada: {known}", f"unknown document: {name}. There are: {known}")
    perhaps = Words(f". Mungkin: {near}", f". Perhaps: {near}") if near else Words("", "")
    raise stopped((told + perhaps).said(lang))


def _card(paper: Paper) -> dict[str, Any]:
    return {
        "name": paper.name,
        "title": {"id": paper.title.id, "en": paper.title.en},
        "what": {"id": paper.what.id, "en": paper.what.en},
        "tables": list(paper.tables),
    }


def _sheets(paper: Paper, lang: Lang) -> str:
    """The sheets that a paper is made from, by title."""
    from semesta.basics.words import Words
    from semesta.tables.registry import TABLES

    if set(paper.tables) >= set(TABLES):
        return Words("semua", "all").said(lang)
    return ", ".join(TABLES[name].title.said(lang) for name in paper.tables)


def _list(found: list[Paper], lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    said = {"id": ("Naskah", "Untuk apa", "Dari lembar"), "en": ("Document", "What for", "From sheets")}[lang]
    table = Table(box=None, pad_edge=False)
    for title in said:
        table.add_column(title, overflow="fold")
    for paper in found:
        table.add_row(paper.name, f"{paper.title.said(lang)}. {paper.what.said(lang)}", _sheets(paper, lang))
    Console(highlight=False).print(table)


def _tell(paper: Paper, lang: Lang) -> None:
    """What one paper is, who holds what it is made from, how it is asked for, and the fields of a template for it."""
    from rich.console import Console

    from semesta.basics.words import Words
    from semesta.tables.registry import TABLES

    console = Console(highlight=False)
    console.print(paper.title.said(lang), style="bold", markup=False)
    console.print(paper.what.said(lang), markup=False)
    console.print(
        "\n" + Words("Dari lembar (pemegang data)", "From sheets (who holds the data)").said(lang), style="bold"
    )
    for table in (TABLES[name] for name in paper.tables):
        console.print(f"  {table.title.said(lang)} ({table.holder.said(lang)})", markup=False)
    console.print("\n" + Words("Membuatnya", "To make it").said(lang), style="bold")
    console.print(f"  semesta monev INPUT --out DIR --documents {paper.name}", markup=False)
    console.print(
        "\n"
        + Words("Templat kantor sendiri (untuk naskah Word)", "A template of your own (for documents in Word)").said(
            lang
        ),
        style="bold",
    )
    console.print(f"  semesta documents {paper.name} --template {paper.name}.docx", markup=False)
    console.print(f"  semesta monev … --documents {paper.name} --template {paper.name}={paper.name}.docx", markup=False)
    console.print(_fields(lang), markup=False)
    pictured = Words("\nGambarnya: docs/reference/documents.md#", "\nA picture: docs/reference/documents.md#").said(
        lang
    )
    console.print(pictured + paper.name, markup=False)


def _fields(lang: Lang) -> str:
    """Every field of templates, a line each; those of the items of a list behind it."""
    from semesta.report.own.fields import FIELDS

    lines = [f"  {{{{ {one.name} }}}}  {one.what.said(lang)}" for one in FIELDS if not one.parts and not one.is_list]
    for one in (one for one in FIELDS if one.is_list):
        of_item = ", ".join(part.name for part in one.parts)
        lines.append(f"  {{%p for x in {one.name} %}}  {one.what.said(lang)}" + (f" ({of_item})" if of_item else ""))
    lines += [f"  {{{{ {one.name}.… }}}}  {one.what.said(lang)}" for one in FIELDS if one.parts and not one.is_list]
    return "\n".join(lines)


def _write_sample(path: Path, name: str | None, *, force: bool, lang: Lang) -> None:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.report.own.sample import sample

    if path.exists() and not force:
        told = Words(
            f"{path} sudah ada. Pilih nama lain, atau tambahkan --force untuk menimpanya.",
            f"{path} exists. Choose another name, or add --force to overwrite it.",
        )
        raise stopped(told.said(lang))
    try:
        path.write_bytes(sample())
    except OSError as error:
        said = Words(f"{path} tidak dapat ditulis: {error.strerror}.", f"{path} cannot be written: {error.strerror}.")
        raise stopped(said.said(lang)) from None
    paper = name or "nota-dinas"
    told = Words("Beri kop dan susunan sendiri, lalu", "Give it your letterhead and wording, then").said(lang)
    typer.echo(f"{path}\n{told}: semesta monev INPUT --out DIR --documents {paper} --template {paper}={path}")


COMMAND = ("documents", documents)
