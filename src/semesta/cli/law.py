"""semesta law: what the law says here, rule by rule and value by value, when it changes, and what is not yet verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from semesta.basics.words import Lang

law = typer.Typer(
    help="""Hukum lima program: aturan, nilai bertanggal, perubahan, yang belum terverifikasi. (The law, rule by rule.)

Contoh: semesta law show jkm_benefit""",
    no_args_is_help=True,
    rich_markup_mode=None,
)

LangOption = Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Keluaran JSON.")]


@law.command("list")
def listed(
    part: Annotated[str | None, typer.Argument(metavar="PART", help="Bagian, misalnya jkk; kosong: semua.")] = None,
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Semua aturan, menurut bagian. (All rules, by part.)

    Contoh: semesta law list jkm
    """
    from semesta.cli.law_shown import described_rule
    from semesta.cli.law_told import tell_list
    from semesta.cli.printed import print_json
    from semesta.law.law import LAW
    from semesta.law.parts import part_of

    versions = [version for found in LAW.book.rules.values() for version in found]
    parts = dict.fromkeys(part_of(version) for version in versions)
    if part is not None and part.lower() not in parts:
        raise _unknown(part, parts, "bagian", "part", lang)
    chosen = sorted(
        (v for v in versions if part is None or part_of(v) == part.lower()), key=lambda v: list(parts).index(part_of(v))
    )
    if as_json:
        print_json([described_rule(version, lang) for version in chosen])
    else:
        tell_list(chosen, lang)


@law.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Nama aturan, nilai, atau masukan, misalnya jkm_benefit.")
    ],
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Satu aturan, nilai, atau masukan: dasar, masa berlaku, rumus. (One rule, value or input.)

    Contoh: semesta law show jkm_benefit
    """
    from semesta.cli import law_shown, law_told
    from semesta.cli.printed import print_json
    from semesta.law.law import LAW

    book = LAW.book
    if name in book.rules:
        versions = book.rules[name]
        if as_json:
            print_json([law_shown.described_rule(version, lang) for version in versions])
            return
        titles = {n: known.title for n, known in (book.inputs | book.parameters).items()}
        titles |= {n: found[0].title for n, found in book.rules.items()}
        for version in versions:
            law_told.tell_version(version, titles, lang)
    elif name in book.parameters:
        if as_json:
            print_json(law_shown.described_parameter(book.parameters[name], lang))
            return
        law_told.tell_parameters([book.parameters[name]], lang, whole=True)
    elif name in book.inputs:
        if as_json:
            print_json(law_shown.described_input(book.inputs[name], lang))
            return
        law_told.tell_input(book.inputs[name], lang)
    else:
        raise _unknown(
            name,
            [*book.rules, *book.parameters, *book.inputs],
            "aturan, nilai, atau masukan",
            "rule, value or input",
            lang,
        )
    law_told.tell_used(name, [n for n, found in book.rules.items() if any(name in v.arguments for v in found)], lang)


@law.command()
def parameters(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Nama nilai, misalnya jkm_grant; kosong: semua.")
    ] = None,
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Nilai bertanggal dengan pasalnya. (Dated values with their articles.)

    Contoh: semesta law parameters jkm_grant
    """
    from semesta.cli.law_shown import described_parameter
    from semesta.cli.law_told import tell_parameters
    from semesta.cli.printed import print_json
    from semesta.law.law import LAW

    known = LAW.book.parameters
    if name is not None and name not in known:
        raise _unknown(name, known, "nilai", "parameter", lang)
    chosen = [known[name]] if name else list(known.values())
    if as_json:
        described = [described_parameter(parameter, lang) for parameter in chosen]
        print_json(described[0] if name else described)
    else:
        tell_parameters(chosen, lang, whole=name is not None)


@law.command()
def changes(
    first: Annotated[str, typer.Argument(metavar="FROM", help="Hari pertama, misalnya 2019-01-01.")],
    last: Annotated[str, typer.Argument(metavar="TO", help="Hari terakhir, misalnya 2026-12-31.")],
    lang: LangOption = "id",
    as_json: JsonOption = False,
) -> None:
    """Apa yang berubah di antara dua tanggal, hari demi hari. (What changed between two days, day by day.)

    Contoh: semesta law changes 2019-01-01 2026-12-31
    """
    from semesta.cli.law_shown import described_change
    from semesta.cli.law_told import tell_changes
    from semesta.cli.printed import print_json, words
    from semesta.cli.shown import stopped
    from semesta.law.changes import changes_between
    from semesta.law.law import LAW

    since, until = _days([first, last], lang)
    if since > until:
        raise stopped(words(f"{first} sesudah {last}", f"{first} is after {last}", lang))
    found = changes_between(LAW.book, since, until)
    if as_json:
        print_json([described_change(change, lang) for change in found])
    elif found:
        tell_changes(found, lang)
    else:
        typer.echo(words("Tidak ada yang berubah.", "Nothing changed.", lang))


@law.command()
def unverified(lang: LangOption = "id", as_json: JsonOption = False) -> None:
    """Nilai yang belum terverifikasi, dan mengapa. (Values that were not verified, and why.)

    Contoh: semesta law unverified
    """
    from semesta.cli.law_shown import described_doubt
    from semesta.cli.law_told import tell_doubts
    from semesta.cli.printed import print_json
    from semesta.law.law import LAW

    doubts = LAW.unverified()
    if as_json:
        print_json([described_doubt(doubt, lang) for doubt in doubts])
    else:
        tell_doubts(doubts, lang)


def _days(texts: list[str], lang: Lang) -> list[dt.date]:
    """The days; everything that is none is told at once."""
    from semesta.basics.day import DayError, day
    from semesta.cli.printed import words
    from semesta.cli.shown import stopped

    days, wrong = [], []
    for text in texts:
        try:
            days.append(day(text).value)
        except DayError:
            wrong.append(text)
    if wrong:
        named = ", ".join(wrong)
        raise stopped(
            words(f"bukan tanggal: {named}. Contoh: 2024-07-17", f"not a date: {named}. Example: 2024-07-17", lang)
        )
    return days


def _unknown(name: str, known: Iterable[str], id: str, en: str, lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.law.faults import nearest

    said = Words(f"{id} tidak dikenal: {name}", f"unknown {en}: {name}") + nearest(name.lower(), known)
    return stopped(said.said(lang))


COMMAND = ("law", law)
