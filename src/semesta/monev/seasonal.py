"""Members of a season, election workers: shown with and without where they weigh."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.monev.figure import Figure

WEIGHS_FROM = 0.05
"""The share of a figure above which seasonal members must be said."""


def without_seasonal(figure: Figure | None) -> tuple[Words, ...]:
    """The figure without its seasonal groups, as a note, where they are above five percent of it."""
    if figure is None or not figure.amount:
        return ()
    seasonal = [cell for cell in figure.cells if _is_seasonal(cell.codes[2])]
    amount = sum(cell.amount for cell in seasonal)
    if not seasonal or amount == figure.amount or amount <= WEIGHS_FROM * figure.amount:
        return ()
    rest, titles = figure.amount - amount, [GROUPS[cell.codes[2]].title for cell in seasonal]
    return (
        Words(
            f"tanpa kelompok musiman ({', '.join(t.id for t in titles)}): {shown.count(int(rest), 'id')} orang",
            f"without seasonal groups ({', '.join(t.en for t in titles)}): {shown.count(int(rest), 'en')} persons",
        ),
    )


def _is_seasonal(group: str) -> bool:
    return any("seasonal" in GROUPS[code].tags for code in GROUPS.path(group) if code in GROUPS)
