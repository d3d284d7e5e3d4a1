"""Which inputs a table lacks, and whether that leaves rows without a result."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from typing import Any

import narwhals as nw

from semesta.law.book import Book
from semesta.law.columns import with_law
from semesta.law.inputs import DTYPES, Input

_LOOKED_AT = 100_000
"""Rows that are tried: those of a file are much alike, and a row further down without a result is counted all the same."""


def absent_columns(book: Book, columns: Collection[str], rules: Sequence[str], *, date: str) -> dict[str, str | None]:
    """The inputs of the rules, and the day, that no column is named after; each with the column that is most like it.

    An input that a parameter stands in for is only among them when a column looks like it misspelt.
    """
    unused = [name for name in columns if name not in book.inputs and name != date]
    found: dict[str, str | None] = {} if date in columns else {date: _like(date, unused)}
    for name in book.all_needs(rules):
        if name in book.inputs and name not in columns:
            like = _like(name, unused)
            if like or not book.inputs[name].otherwise:
                found[name] = like
    return found


def that_matter(book: Book, table: Any, rules: Sequence[str], absent: Collection[str], *, date: str) -> list[str]:
    """Those absent inputs without which some row has no result that it would have with them.

    An input that only another segment or another time asks for may well be absent.
    """
    inputs = {name: _stand_in(book.inputs[name]) for name in absent}
    frame = nw.from_native(table).head(_LOOKED_AT)

    def known(given: Collection[str]) -> int:
        """How many results there are when these inputs are supposed."""
        supposed = frame.with_columns(*[inputs[name] for name in given]) if given else frame
        computed = nw.from_native(with_law(book, supposed.to_native(), rules, date=date))
        return int(_only(computed.select(nw.sum_horizontal(*[nw.col(rule).count() for rule in rules]).alias("n"))))

    if not inputs or known(()) == (most := known(inputs)):
        return []
    return [name for name in inputs if known([other for other in inputs if other != name]) < most]


def _only(frame: Any) -> Any:
    """The one cell of a frame, computed now."""
    collected = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return collected["n"].to_list()[0] or 0


def _stand_in(declared: Input) -> nw.Expr:
    """Some value that the input may have."""
    value: Any = next(iter(declared.values), {"whole": 1, "text": "", "yes_no": True}[declared.kind])
    return nw.lit(value, dtype=DTYPES[declared.kind]).alias(declared.name)


def _like(name: str, columns: Collection[str]) -> str | None:
    plain = {column.strip().lower().replace(" ", "_"): column for column in columns}
    close = difflib.get_close_matches(name, list(plain), n=1, cutoff=0.75)
    return plain[close[0]] if close else None
