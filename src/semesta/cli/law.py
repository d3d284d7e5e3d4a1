"""semesta law: what the law says here, rule by rule and value by value, when it changes, and what is not yet verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from semesta.basics.words import Lang, Words
    from semesta.law.changes import Change
    from semesta.law.parameters import Parameter, Step
    from semesta.law.rule import Rule

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
        _print_json([_rule(version, lang) for version in versions])
        return
    rows = [(v.name, v.title.said(lang), v.unit, v.law, _between(v, lang)) for v in versions]
    _print_table(HEADINGS["list"][lang], rows)


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
        raise _unknown(name, LAW.book.rules, "aturan", "rule", lang)
    versions = [_rule(version, lang) for version in LAW.book.rules[name]]
    if as_json:
        _print_json(versions)
        return
    for version in versions:
        _print_version(version, lang)


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
        raise _unknown(name, known, "nilai", "parameter", lang)
    chosen = [known[name]] if name else list(known.values())
    if as_json:
        described = [_parameter(parameter, lang) for parameter in chosen]
        _print_json(described[0] if name else described)
        return
    rows = [
        (p.name, step.since.isoformat(), _value(p, step, lang), step.article, _verified(not step.is_doubtful, lang))
        for p in chosen
        for step in p.steps
    ]
    _print_table(HEADINGS["parameters"][lang], rows)
    for note in [note for p in chosen if name for note in _notes(p, lang)]:
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

    since, until = _day(first, lang), _day(last, lang)
    if since > until:
        raise stopped(_said(f"{first} sesudah {last}", f"{first} is after {last}", lang))
    found = changes_between(LAW.book, since, until)
    if as_json:
        _print_json([_change(change, lang) for change in found])
        return
    rows = [(c.day.isoformat(), c.title.said(lang), c.before.said(lang), c.after.said(lang), c.article) for c in found]
    _print_table(HEADINGS["changes"][lang], rows)


@law.command()
def unverified(lang: LangOption = "id", as_json: JsonOption = False) -> None:
    """Nilai yang belum terverifikasi, dan mengapa. (Values that were not verified, and why.)

    Contoh: semesta law unverified
    """
    from semesta.law.law import LAW

    doubts = LAW.unverified()
    if as_json:
        _print_json(
            [
                {"parameter": d.parameter, "from": d.since.isoformat(), "key": d.key, "note": d.note.said(lang)}
                for d in doubts
            ]
        )
        return
    rows = [
        (d.parameter + ("" if d.key is None else f"[{d.key}]"), d.since.isoformat(), d.note.said(lang)) for d in doubts
    ]
    _print_table(HEADINGS["unverified"][lang], rows)


# ---- what each thing says of itself


def _rule(version: Rule, lang: Lang) -> dict[str, Any]:
    import inspect

    return {
        "rule": version.name,
        "title": version.title.said(lang),
        "unit": version.unit,
        "law": version.law,
        "since": version.since.isoformat() if version.since else None,
        "until": version.until.isoformat() if version.until else None,
        "needs": list(version.arguments),
        "what": " ".join((inspect.getdoc(version.function) or "").split()),
    }


def _parameter(parameter: Parameter, lang: Lang) -> dict[str, Any]:
    return {
        "parameter": parameter.name,
        "title": parameter.title.said(lang),
        "unit": parameter.unit,
        "steps": [
            {
                "from": step.since.isoformat(),
                "value": step.value,
                "article": step.article,
                "source": step.source,
                "verified": step.verified,
                "note": step.note.said(lang),
                "doubts": {str(key): note.said(lang) for key, note in step.doubts.items()},
            }
            for step in parameter.steps
        ],
    }


def _change(change: Change, lang: Lang) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "name": change.name,
        "title": change.title.said(lang),
        "before": change.before.said(lang) or None,
        "after": change.after.said(lang) or None,
        "article": change.article,
        "verified": change.verified,
    }


def _print_version(version: dict[str, Any], lang: Lang) -> None:
    from rich.console import Console
    from rich.text import Text

    from semesta.law.law import LAW

    console = Console(highlight=False)
    console.print(Text(f"{version['title']} ({version['rule']}, {version['unit']})", style="bold"))
    console.print(Text(f"{version['law']}; {_span(version['since'], version['until'], lang)}"))
    console.print(Text(version["what"]))
    titles = {**LAW.book.inputs, **LAW.book.parameters, **{name: found[0] for name, found in LAW.book.rules.items()}}
    rows = [(name, titles[name].title.said(lang)) for name in version["needs"]]
    if rows:
        _print_table(HEADINGS["needs"][lang], rows)
    console.print()


def _between(version: Rule, lang: Lang) -> str:
    since, until = (day.isoformat() if day else None for day in (version.since, version.until))
    return _span(since, until, lang)


def _span(since: str | None, until: str | None, lang: Lang) -> str:
    if since is None and until is None:
        return _said("berlaku selama nilai-nilainya ada", "while its values are law", lang)
    if until is None:
        return _said(f"sejak {since}", f"from {since}", lang)
    return _said(f"sampai {until}", f"until {until}", lang) if since is None else f"{since} – {until}"


def _value(parameter: Parameter, step: Step, lang: Lang) -> str:
    from semesta.law.changes import value_shown

    return value_shown(step.value, parameter.unit).said(lang)


def _notes(parameter: Parameter, lang: Lang) -> Iterable[str]:
    for step in parameter.steps:
        if step.note:
            yield f"{step.since}: {step.note.said(lang)}"
        for key, note in step.doubts.items():
            yield f"{step.since} [{key}]: {note.said(lang)}"


def _verified(verified: bool, lang: Lang) -> str:
    return _said("ya", "yes", lang) if verified else _said("⚠ belum", "⚠ no", lang)


# ---- the terminal


def _print_json(content: object) -> None:
    from semesta.cli.answer import print_json

    print_json(content)


def _print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for number, heading in enumerate(headings):
        # The name is what a reader types next: it stays whole.
        table.add_column(heading, overflow="fold", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)


def _day(text: str, lang: Lang) -> dt.date:
    from semesta.basics.day import DayError, day
    from semesta.cli.shown import stopped

    try:
        return day(text).value
    except DayError:
        raise stopped(
            _said(f"bukan tanggal: {text}. Contoh: 2024-07-17", f"not a date: {text}. Example: 2024-07-17", lang)
        ) from None


def _unknown(name: str, known: Iterable[str], id: str, en: str, lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.law.faults import nearest

    said: Words = Words(f"{id} tidak dikenal: {name}", f"unknown {en}: {name}") + nearest(name, known)
    return stopped(said.said(lang))


def _said(id: str, en: str, lang: Lang) -> str:
    return id if lang == "id" else en


HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "list": {"id": ("Aturan", "Judul", "Satuan", "Dasar", "Berlaku"), "en": ("Rule", "Title", "Unit", "Law", "Holds")},
    "needs": {"id": ("Dari", "Arti"), "en": ("From", "Meaning")},
    "parameters": {
        "id": ("Nilai", "Sejak", "Isi", "Pasal", "Terverifikasi"),
        "en": ("Parameter", "Since", "Value", "Article", "Verified"),
    },
    "changes": {
        "id": ("Sejak", "Apa", "Sebelumnya", "Menjadi", "Dasar"),
        "en": ("From", "What", "Before", "After", "Law"),
    },
    "unverified": {"id": ("Nilai", "Sejak", "Mengapa"), "en": ("Parameter", "Since", "Why")},
}

COMMAND = ("law", law)
