"""What rules, values and changes of law say of themselves: as programs read them, and in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from semesta.cli.answer import words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    import typer

    from semesta.basics.words import Lang
    from semesta.law.changes import Change
    from semesta.law.parameters import Parameter, Step
    from semesta.law.rule import Rule


def described_rule(version: Rule, lang: Lang) -> dict[str, Any]:
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


def described_parameter(parameter: Parameter, lang: Lang) -> dict[str, Any]:
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


def described_change(change: Change, lang: Lang) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "name": change.name,
        "title": change.title.said(lang),
        "before": change.before.said(lang) or None,
        "after": change.after.said(lang) or None,
        "article": change.article,
        "verified": change.verified,
    }


def print_version(version: dict[str, Any], lang: Lang) -> None:
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
        print_table(HEADINGS["needs"][lang], rows)
    console.print()


def dates(version: Rule, lang: Lang) -> str:
    """Between which days a version holds, where it says so itself."""
    since, until = (day.isoformat() if day else None for day in (version.since, version.until))
    return f" ({_span(since, until, lang)})" if since or until else ""


def _span(since: str | None, until: str | None, lang: Lang) -> str:
    if since is None and until is None:
        return words("berlaku selama nilai-nilainya ada", "while its values are law", lang)
    if until is None:
        return words(f"sejak {since}", f"from {since}", lang)
    return words(f"sampai {until}", f"until {until}", lang) if since is None else f"{since} – {until}"


def value_in_cell(parameter: Parameter, step: Step, lang: Lang) -> str:
    from semesta.law.changes import value_shown

    return value_shown(step.value, parameter.unit).said(lang)


def notes(parameter: Parameter, lang: Lang) -> Iterable[str]:
    for step in parameter.steps:
        if step.note:
            yield f"{step.since}: {step.note.said(lang)}"
        for key, note in step.doubts.items():
            yield f"{step.since} [{key}]: {note.said(lang)}"


def verified_in_cell(verified: bool, lang: Lang) -> str:
    return words("ya", "yes", lang) if verified else words("⚠ belum", "⚠ no", lang)


# ---- the terminal


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
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


def day_of(text: str, lang: Lang) -> dt.date:
    from semesta.basics.day import DayError, day
    from semesta.cli.shown import stopped

    try:
        return day(text).value
    except DayError:
        raise stopped(
            words(f"bukan tanggal: {text}. Contoh: 2024-07-17", f"not a date: {text}. Example: 2024-07-17", lang)
        ) from None


def unknown(name: str, known: Iterable[str], id: str, en: str, lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.law.faults import nearest

    said: Words = Words(f"{id} tidak dikenal: {name}", f"unknown {en}: {name}") + nearest(name, known)
    return stopped(said.said(lang))


HEADINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "list": {"id": ("Aturan", "Judul", "Dasar"), "en": ("Rule", "Title", "Law")},
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
