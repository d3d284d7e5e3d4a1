"""The figures that a text shows, and those that a round has: what is shown must be among what is there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.report.laporan.acts import acts
from semesta.report.usulan.lines import asked

_SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<rp>Rp\s?)?(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w/-]|[.,]\d)"
    r"(?:\s(?P<unit>ribu|juta|miliar|triliun|%|(?:orang|kasus|ahli waris|peserta)(?![\w-])))?"
)
THOUSAND = 1000.0
"""Of "per 1.000 orang-tahun"."""
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Shown:
    """A figure as it is written, its value, and half of its last digit."""

    written: str
    value: float
    within: float


def shown(text: str) -> Iterator[Shown]:
    """Amounts, shares, numbers of people and everything from a thousand on; small bare numbers count lines and pages."""
    for found in _FIGURE.finditer(text.replace("\u00a0", " ").replace("\u202f", " ")):
        number, unit = found["number"], found["unit"] or ""
        digits = number.replace(".", "").replace(",", ".")
        value, decimals = float(digits), len(digits.partition(".")[2])
        scale = 0.01 if unit == "%" else _SCALES.get(unit, 1)
        is_year = "." not in number and "," not in number and int(value) in _YEARS
        if not found["rp"] and not unit and (value < 1000 or is_year):
            continue
        yield Shown(found[0], value * scale, 0.5000001 * 10**-decimals * scale if decimals or scale != 1 else 0.0)


class Known:
    """Every figure of a round: its indicators, its needs, its findings, the cells of its rows and the numbers in their texts."""

    def __init__(self, measured: Measured) -> None:
        self.values = sorted(set(_figures(measured)))

    def has(self, one: Shown) -> bool:
        place = bisect_left(self.values, one.value - one.within - 1e-9)
        return place < len(self.values) and self.values[place] <= one.value + one.within + 1e-9


def _figures(measured: Measured) -> Iterator[float]:
    for value in measured.values:
        numbers = (value.value, value.numerator, value.denominator, value.low, value.high)
        yield from (abs(float(number)) for number in numbers if number is not None)
        yield from _in_texts(note.id for note in value.notes)
    for finding in measured.findings:
        told = (finding.stated, finding.computed, finding.difference)
        healed = (n for c in finding.corrections for n in (c.given, c.healed))
        yield from (abs(float(number)) for number in (*told, *healed) if number is not None)
        yield from _in_texts([finding.message.id])
    by_group: dict[str, float] = {}
    for need in measured.needs:
        by_group[need.group] = by_group.get(need.group, 0.0) + need.amount
    yield from by_group.values()
    for line in asked(measured):
        yield from (float(n) for n in (line.persons, line.price, line.amount, line.volume) if n is not None)
    yield from _cells(measured)
    yield from _billed(measured)
    yield from _counted_from_lists(measured)
    yield from _in_texts(text.id for card in INDICATORS.values() for text in (card.formula, card.why, card.never))
    yield THOUSAND
    yield from _in_texts(act.number.id + act.title.id for act in acts())
    yield from (float(number) for number in measured.dataset.read.values())
    yield from (float(sum(counts.values())) for counts in (measured.dataset.read, measured.dataset.set_aside))


def _billed(measured: Measured) -> Iterator[float]:
    """What a reconciliation is for: bills of an office over months that follow each other, what was paid of them, the rest."""
    frame = measured.dataset.frame("billing")
    if frame is None:
        return
    of_all = []
    for _, office in sorted(frame.sort("month").group_by("place", "opd", "account_no"), key=lambda one: str(one[0])):
        rows = [
            (float(b or 0), None if p is None else float(p))
            for b, p in zip(office["billed"], office["paid"], strict=True)
        ]
        of_all += rows
        for first in range(len(rows)):
            yield from (n for last in range(first, len(rows)) for n in _sums(rows[first : last + 1]))
    yield from _sums(of_all)


def _sums(rows: list[tuple[float, float | None]]) -> Iterator[float]:
    known = [(billed, paid) for billed, paid in rows if paid is not None]
    billed, paid = sum(b for b, _ in known), sum(p for _, p in known)
    yield from (sum(b for b, _ in rows), billed, paid, abs(billed - paid))


def _counted_from_lists(measured: Measured) -> Iterator[float]:
    """What lists of people came to: the rows and persons of which manifest.json tells."""
    origin = measured.dataset.origin
    if origin is None:
        return
    yield from (float(kept.rows) for kept in origin.lists)
    yield from (float(rows) for rows in origin.to_act.values() if rows is not None)
    yield from (float(step.number) for steps in origin.reckonings.values() for step in steps)
    if origin.link is not None:
        link = origin.link
        told = (link.persons, link.participants, link.matched, link.registered_share, link.low, link.high)
        yield from (float(number) for number in told if number is not None)


def _cells(measured: Measured) -> Iterator[float]:
    for frame in measured.dataset.frames.values():
        for column in frame.columns:
            if column.startswith("_") or column.endswith("__step"):
                continue
            for cell in frame[column].drop_nulls().unique().to_list():
                if isinstance(cell, int | float) and not isinstance(cell, bool):
                    yield abs(float(cell))
                elif isinstance(cell, str):
                    yield from _in_texts([cell])


def _in_texts(texts: Iterable[str]) -> Iterator[float]:
    for text in texts:
        yield from (one.value for one in shown(text))
