"""Rules, values, inputs and changes of law as people read them: headings with lines below, at any width."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from semesta.cli.printed import UNVERIFIED, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from semesta.basics.words import Lang, Words
    from semesta.law.changes import Change
    from semesta.law.inputs import Input
    from semesta.law.law import Doubt
    from semesta.law.parameters import Parameter, Step
    from semesta.law.rule import Rule

LONG = 8
"""Entries of a table that are told where it is not asked for by name."""


# ---- rules


def tell_list(versions: Sequence[Rule], lang: Lang) -> None:
    """Every rule under its part: the name, what it is, and its law."""
    from semesta.law.parts import part_of, part_title

    for part, found in groupby(versions, part_of):
        _say(f"\n{part_title(part).said(lang)} ({part})", bold=True)
        for version in found:
            _say(f"{version.name}: {version.title.said(lang)}", indent=2)
            _say(f"{version.law}{dates(version, lang)}", indent=6, dim=True)


def tell_version(version: Rule, titles: Mapping[str, Words], lang: Lang) -> None:
    """One version of a rule: its law, its formula, what it needs, and the note that its author left."""
    import inspect

    from semesta.law.formula import formula

    _say(f"{version.title.said(lang)} ({version.name}, {unit_said(version.unit, lang)})", bold=True)
    _say(f"{version.law}{dates(version, lang)}", indent=2)
    said = formula(version).said(lang)
    if said:
        _say(f"= {said}", indent=2)
    for name in version.arguments:
        _say(f"{name}: {titles[name].said(lang)}", indent=6, dim=True)
    note = " ".join((inspect.getdoc(version.function) or "").split())
    if note:
        _say(words(f"Catatan (dalam bahasa Inggris): {note}", note, lang), indent=2)
    _say("")


def dates(version: Rule, lang: Lang) -> str:
    """Between which days a version holds, where it says so itself."""
    since, until = (day.isoformat() if day else None for day in (version.since, version.until))
    if since and until:
        return f" ({since} – {until})"
    if until:
        return words(f" (sampai {until})", f" (until {until})", lang)
    return words(f" (sejak {since})", f" (from {since})", lang) if since else ""


def tell_used(name: str, users: Sequence[str], lang: Lang) -> None:
    if users:
        _say(words("Dipakai oleh: ", "Used by: ", lang) + ", ".join(users), indent=2)


# ---- values and inputs


def tell_parameters(parameters: Sequence[Parameter], lang: Lang, *, whole: bool) -> None:
    """Every value under its part, a line a day; a long table only where it is the one that is asked for (`whole`)."""
    from semesta.law.parts import part_of, part_title

    for part, found in groupby(parameters, part_of):
        if not whole:
            _say(f"\n{part_title(part).said(lang)} ({part})", bold=True)
        for parameter in found:
            _say(f"{parameter.name}: {parameter.title.said(lang)} ({unit_said(parameter.unit, lang)})", bold=whole)
            for step in parameter.steps:
                _tell_step(parameter, step, lang, whole=whole)


def _tell_step(parameter: Parameter, step: Step, lang: Lang, *, whole: bool) -> None:
    from collections.abc import Mapping

    from semesta.law.changes import key_shown, value_shown
    from semesta.law.explain import shown

    doubt = words(*UNVERIFIED, lang) if step.is_doubtful else ""
    is_long = isinstance(step.value, Mapping) and (whole or len(step.value) > LONG)
    value = _entries(len(step.value), lang) if is_long else value_shown(step.value, parameter.unit).said(lang)  # type: ignore[arg-type]
    _say(f"{step.since}  {value}  {step.article}".rstrip() + doubt, indent=2)
    if not whole:
        return
    for key, entry in step.value.items() if isinstance(step.value, Mapping) else ():
        doubtful = words(*UNVERIFIED, lang) if key in step.doubts else ""
        _say(f"{key_shown(key).said(lang)}: {shown(entry, parameter.unit).said(lang)}{doubtful}", indent=14)
    for note in dict.fromkeys(note.said(lang) for note in (step.note, *step.doubts.values()) if note):
        _say(note, indent=14, dim=True)
    if step.source:
        _say(words("Sumber: ", "Source: ", lang) + step.source, indent=14, dim=True)


def tell_input(declared: Input, lang: Lang) -> None:
    kind = words("masukan", "input", lang)
    _say(f"{declared.title.said(lang)} ({declared.name}, {kind}, {unit_said(declared.unit, lang)})", bold=True)
    for code, title in declared.values.items():
        _say(f"{code}: {title.said(lang)}", indent=2)
    if declared.otherwise:
        _say(words("bila tidak diisi: ", "where not given: ", lang) + declared.otherwise, indent=2)


def unit_said(unit: str, lang: Lang) -> str:
    return words(UNITS[unit], unit.replace("_", " "), lang) if unit in UNITS else unit


# ---- changes and doubts


def tell_changes(changes: Sequence[Change], lang: Lang) -> None:
    """A chronicle: a day, below it each text of law, below that what it changed."""
    from semesta.basics.shown import day

    for on, of_day in groupby(changes, lambda change: change.day):
        _say(f"\n{day(on, lang)}", bold=True)
        by_article: dict[str, list[Change]] = {}
        for change in of_day:
            by_article.setdefault(change.article, []).append(change)
        for article, found in by_article.items():
            _say(article, indent=2, dim=True)
            for change in found:
                _say(told_change(change, lang), indent=4)


def told_change(change: Change, lang: Lang) -> str:
    """ "Biaya pemakaman: the amount before → the one from then on"; of a table each entry that is other."""
    doubt = "" if change.verified else words(*UNVERIFIED, lang)
    said = f"{change.title.said(lang)}: {_told(change, lang)}{doubt}"
    return f"{said} ({change.name})" if len(change.entries) > LONG else said


def _told(change: Change, lang: Lang) -> str:
    begins = words("mulai berlaku", "begins", lang)
    if len(change.entries) > LONG:
        return _entries(len(change.entries), lang)
    if change.entries and not any(was for _, was, _ in change.entries):
        return f"{begins}, " + "; ".join(f"{key.said(lang)} {now.said(lang)}" for key, _, now in change.entries)
    if change.entries:
        return "; ".join(f"{key.said(lang)} {_from_to(was, now, lang)}" for key, was, now in change.entries)
    if not change.is_rule:
        return _from_to(change.before, change.after, lang)
    if change.before and change.after:
        earlier = words("cara menghitungnya berubah; sebelumnya: ", "is computed another way; before: ", lang)
        return earlier + change.before.said(lang)
    return begins if change.after else words("tidak berlaku lagi", "no longer law", lang)


def _from_to(before: Words, after: Words, lang: Lang) -> str:
    was, now = before.said(lang), after.said(lang)
    if was == now:
        return words(f"tetap {now}".rstrip(), f"still {now}" if now else "unchanged", lang)
    if not was:
        return words(f"mulai berlaku, {now}", f"begins, {now}", lang)
    return f"{was} → {now}" if now else words("tidak berlaku lagi", "no longer law", lang)


def _entries(number: int, lang: Lang) -> str:
    return words(f"tabel, {number} baris", f"a table of {number} entries", lang)


def tell_doubts(doubts: Sequence[Doubt], lang: Lang) -> None:
    """What is not verified and why; entries of one table with the same reason stand together."""
    for (name, since, note), found in groupby(doubts, lambda doubt: (doubt.parameter, doubt.since, doubt.note)):
        keys = ", ".join(str(doubt.key) for doubt in found if doubt.key is not None)
        begins = words(f"sejak {since}", f"from {since}", lang)
        _say(f"{name}{f' [{keys}]' if keys else ''} {begins}", bold=True)
        _say(note.said(lang), indent=2)


# ---- the terminal


def _say(text: str, *, indent: int = 0, bold: bool = False, dim: bool = False) -> None:
    """Lines of at most the width of the terminal, each as far in as the first."""
    import textwrap

    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    style = "bold" if bold else "dim" if dim else ""
    for line in text.split("\n"):
        wrapped = textwrap.wrap(line, max(40, console.width - indent), break_long_words=False, break_on_hyphens=False)
        for part in wrapped or [""]:
            console.print(Text(" " * indent + part if part else "", style=style), soft_wrap=True)


UNITS = {
    "per_million": "per sejuta",
    "yes_no": "ya atau tidak",
    "months": "bulan",
    "days": "hari",
    "years": "tahun",
    "year": "tahun",
    "code": "kode",
    "count": "jumlah",
}
