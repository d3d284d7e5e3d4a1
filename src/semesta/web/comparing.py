"""Two rounds side by side: of one place at two times, or of two places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.laporan import figures
from semesta.web.dashboard import headlines, is_alike
from semesta.web.models import Snapshot

NO_CHANGE = Words("tetap", "unchanged")
NOT_ALIKE = Words("tidak dapat diperbandingkan", "not comparable")


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in both rounds; `difference` is the second less the first, in words, where the two may be compared."""

    title: str
    indicator: str
    first: str
    second: str
    since: tuple[str, str]
    difference: str
    rises: bool | None


def compared(first: Snapshot, second: Snapshot, lang: Lang, names: Sequence[str] = tuple(INDICATORS)) -> list[Line]:
    """Every one of these indicators that either round has a figure for, in their order."""
    found = headlines([first.pk, second.pk], names, [first.place, second.place])
    lines = []
    for name in names:
        pair = (found.get((first.pk, name, first.place)), found.get((second.pk, name, second.place)))
        if all(value is None or value.value is None for value in pair):
            continue
        said, rises = _difference(*pair, lang)
        told = [_said(value, lang) for value in pair]
        since = tuple(figures.since(value, lang) if value is not None else "" for value in pair)
        lines.append(Line(INDICATORS[name].title.said(lang), name, told[0], told[1], (since[0], since[1]), said, rises))
    return lines


def _said(value: Value | None, lang: Lang) -> str:
    if value is None or value.value is None:
        return figures.cell(value, lang)
    return figures.full(value.value, value.unit, lang, against=value.denominator)


def _difference(first: Value | None, second: Value | None, lang: Lang) -> tuple[str, bool | None]:
    """The change in words, and whether it is a rise; nothing where a figure is missing, and why where two do not compare."""
    if first is None or second is None or first.value is None or second.value is None:
        return "", None
    if not is_alike(first, second):
        return NOT_ALIKE.said(lang), None
    change = second.value - first.value
    if not change:
        return NO_CHANGE.said(lang), None
    if first.unit in ("share", "ratio"):
        points = f"{abs(change) * 100:.2f}".replace(".", "," if lang == "id" else ".")
        said = Words(f"{points} poin persen", f"{points} percentage points").said(lang)
    else:
        said = figures.full(abs(change), first.unit, lang)
    return f"{'+' if change > 0 else '−'}{said}", change > 0
