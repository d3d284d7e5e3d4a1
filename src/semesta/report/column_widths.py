"""How wide the columns of a sheet are and how many lines a text takes in one, so that what is printed can be read."""

from __future__ import annotations

from semesta.report.sheet import Sheet

WIDEST, USUAL, LEAST, NARROWEST, TO_WRITE_IN = 70, 38, 24, 8, 16
"""Characters of a column of texts: by itself, on a page with others, on a crowded one; of one of numbers; of one to write in."""
CROWDED = 18
"""Characters of a column of texts where what goes on paper was chosen and must fit."""
LONGEST_WORD = 20
"""Characters of a column in which the words of officers are not broken, of which "ketenagakerjaan" is a long one."""
PAGE = 160
"""Characters across a page of A4 on its side in print of 8 points and more: on wider ones it would get smaller."""
SAMPLE = 200
"""Rows from which the width of a column is taken."""
ROOM = 3
"""Characters of a column's width that its text cannot have: indent, edge, and letters wider than digits."""


def fits_on_page(sheet: Sheet) -> bool:
    """Whether the columns that go on paper do so in print that can be read."""
    return sum(widths(sheet)[: sheet.printed or None]) <= PAGE


def lines(value: object, width: float) -> int:
    """Lines that a text takes in a column of so many characters; words that do not fit make it one more."""
    if not isinstance(value, str) or len(value) <= width:
        return 1
    return sum(-(-len(part) // max(1, int(width) - ROOM)) or 1 for part in value.split("\n"))


def widths(sheet: Sheet) -> list[float]:
    """Characters: as wide as the longest of the first rows; the widest texts wrap as early as it takes to fit on a page."""
    least = [max((_letters(word) for word in heading.split()), default=0) + 4 for heading in sheet.columns]
    widths: list[float] = list(least)
    for row in sheet.rows[:SAMPLE]:
        for column, (value, style) in enumerate(row):
            to_write = TO_WRITE_IN if style == "blank" else 0
            widths[column] = max(widths[column], to_write, _length(value, style) + 2 if value is not None else 0)
            if sheet.narrowest and style == "text" and value:
                words = str(value).split()
                least[column] = max(least[column], min(LONGEST_WORD, max(map(len, words), default=0) + 3))
            if style not in ("text", "blank", "blank day"):
                least[column] = max(least[column], _length(value, style) + 2 if value is not None else 0)
    on_page = sheet.printed or len(widths)

    def within(widest: float) -> list[float]:
        bounds = [max(NARROWEST, least_here, widest if n < on_page else USUAL) for n, least_here in enumerate(least)]
        return [min(bound, max(NARROWEST, width)) for bound, width in zip(bounds, widths, strict=True)]

    narrowest = sheet.narrowest or (CROWDED if sheet.crowded else LEAST)
    fitting = (within(widest) for widest in range(WIDEST, narrowest - 2, -2) if sum(within(widest)[:on_page]) <= PAGE)
    return next(fitting, within(narrowest))


def _letters(word: str) -> int:
    """Characters that a word of a heading takes: long ones in capitals are wider than the digits by which columns are measured."""
    return len(word) + (len(word) // 6 if word.isupper() else 0)


def _length(value: object, style: str) -> int:
    """Characters that a value takes as it is shown: amounts with their sign, points and the space after them."""
    if isinstance(value, int | float) and style in ("rupiah", "count"):
        return len(f"{value:,.0f}") + (4 if style == "rupiah" else 1)
    return len(str(value))


def pages_across(sheet: Sheet, wide: list[float]) -> list[int]:
    """The columns with which a further page begins beside the first; none where all columns are printed on one.

    Each page has the sheet's leading columns again, by which a row is known, and then as many as it can hold.
    """
    wide = wide[: sheet.printed or None]
    known_by = sum(wide[: sheet.repeated])
    if not sheet.repeated or sum(wide) <= PAGE or known_by > PAGE / 2:
        return []
    begins, used = [], known_by
    for column, width in enumerate(wide[sheet.repeated :], sheet.repeated):
        if used + width > PAGE and used > known_by:
            begins.append(column)
            used = known_by
        used += width
    return begins
