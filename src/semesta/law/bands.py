"""Tables by bands: a key is the least amount of its band, which reaches to the next key.

Written like the words of the grammar: for plain values and for columns alike, missing where the amount is.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from semesta.law.column import Column
from semesta.law.grammar import MISSING, Term, share, when
from semesta.law.on_columns import banded


def band(amount: Term, table: Mapping[int, Term]) -> Term:
    """The entry of the band that the amount lies in; missing below the first band."""
    return _chosen(amount, dict(sorted(table.items())))


def band_start(amount: Term, table: Mapping[int, Term]) -> Term:
    """The least amount of the band that the amount lies in; missing where the entry of the band is."""
    return _chosen(amount, {start: _where_known(entry, start) for start, entry in sorted(table.items())})


def below_band(amount: Term, rates: Mapping[int, Term]) -> Term:
    """What the whole bands below that of the amount come to, each at its own rate per million."""
    starts = sorted(rates)
    sums: dict[int, Term] = dict.fromkeys(starts[:1], 0)
    for start, end in pairwise(starts):
        sums[end] = sums[start] + share(end - start, rates[start])
    return _chosen(amount, sums)


def _where_known(entry: Term, start: int) -> Term:
    return when(entry == entry, start, start)  # missing where the entry is


def _chosen(amount: Term, by_start: Mapping[int, Term]) -> Term:
    """The last entry whose start is not above the amount; the starts are in order."""
    if isinstance(amount, Column):
        return banded(_chosen, amount, by_start)
    reached = [entry for start, entry in by_start.items() if amount is not MISSING and amount >= start]
    return reached[-1] if reached else MISSING
