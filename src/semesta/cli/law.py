"""semesta law: what the law says here, rule by rule and value by value, when it changes, and what is not yet verified."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from semesta.cli.answer import print_json, words
from semesta.cli.law_shown import (
    HEADINGS,
    dates,
    day_of,
    described_change,
    described_parameter,
    described_rule,
    notes,
    print_table,
    print_version,
    unknown,
    value_in_cell,
    verified_in_cell,
)

law = typer.Typer(
    help="""Hukum lima program: aturan, nilai bertanggal, perubahan, yang belum terverifikasi. (The law, rule by rule.)

Contoh: semesta law show jkm_benefit""",
    no_args_is_help=True,
    rich_markup_mode=None,
)

LangOption = Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Keluaran JSON.")]


@law.command("list")
def listed(lang: LangOption = "id", as_json: JsonOption = False) -> None:
    """Semua aturan. (All rules.)

    Contoh: semesta law list
    """
    from semesta.law.law import LAW

    versions = [version for found in LAW.book.rules.values() for version in found]
    if as_json:
        print_json([described_rule(version, lang) for version in versions])
        return
    rows = [(v.name, v.title.said(lang), v.law + dates(v, lang)) for v in versions]
    print_table(HEADINGS["list"][lang], rows)


@law.command()
def show(
    name: Annotated[str, typer.Argument(metavar="RULE", help="Nama aturan, misalnya jkm_benefit.")],
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Satu aturan: dasar, masa berlaku, dan dari apa dihitung. (One rule and what it is made from.)

    Contoh: semesta law show jkm_benefit
    """
    from semesta.law.law import LAW

    if name not in LAW.book.rules:
        raise unknown(name, LAW.book.rules, "aturan", "rule", lang)
    versions = [described_rule(version, lang) for version in LAW.book.rules[name]]
    if as_json:
        print_json(versions)
        return
    for version in versions:
        print_version(version, lang)


@law.command()
def parameters(
    name: Annotated[str | None, typer.Argument(help="Nama nilai, misalnya jkm_grant; kosong: semua.")] = None,
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Nilai bertanggal dengan pasalnya. (Dated values with their articles.)

    Contoh: semesta law parameters jkm_grant
    """
    from semesta.law.law import LAW

    known = LAW.book.parameters
    if name is not None and name not in known:
        raise unknown(name, known, "nilai", "parameter", lang)
    chosen = [known[name]] if name else list(known.values())
    if as_json:
        described = [described_parameter(parameter, lang) for parameter in chosen]
        print_json(described[0] if name else described)
        return
    rows = [
        (
            p.name,
            step.since.isoformat(),
            value_in_cell(p, step, lang),
            step.article,
            verified_in_cell(not step.is_doubtful, lang),
        )
        for p in chosen
        for step in p.steps
    ]
    print_table(HEADINGS["parameters"][lang], rows)
    for note in [note for p in chosen if name for note in notes(p, lang)]:
        typer.echo(note)


@law.command()
def changes(
    first: Annotated[str, typer.Argument(metavar="FROM", help="Hari pertama, misalnya 2019-01-01.")],
    last: Annotated[str, typer.Argument(metavar="TO", help="Hari terakhir, misalnya 2026-12-31.")],
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Apa yang berubah di antara dua tanggal. (What changed between two days.)

    Contoh: semesta law changes 2019-01-01 2026-12-31
    """
    from semesta.cli.shown import stopped
    from semesta.law.changes import changes_between
    from semesta.law.law import LAW

    since, until = day_of(first, lang), day_of(last, lang)
    if since > until:
        raise stopped(words(f"{first} sesudah {last}", f"{first} is after {last}", lang))
    found = changes_between(LAW.book, since, until)
    if as_json:
        print_json([described_change(change, lang) for change in found])
        return
    rows = [(c.day.isoformat(), c.title.said(lang), c.before.said(lang), c.after.said(lang), c.article) for c in found]
    print_table(HEADINGS["changes"][lang], rows)


@law.command()
def unverified(lang: LangOption = "id", as_json: JsonOption = False) -> None:
    """Nilai yang belum terverifikasi, dan mengapa. (Values that were not verified, and why.)

    Contoh: semesta law unverified
    """
    from semesta.law.law import LAW

    doubts = LAW.unverified()
    if as_json:
        print_json(
            [
                {"parameter": d.parameter, "from": d.since.isoformat(), "key": d.key, "note": d.note.said(lang)}
                for d in doubts
            ]
        )
        return
    rows = [
        (d.parameter + ("" if d.key is None else f"[{d.key}]"), d.since.isoformat(), d.note.said(lang)) for d in doubts
    ]
    print_table(HEADINGS["unverified"][lang], rows)


COMMAND = ("law", law)
