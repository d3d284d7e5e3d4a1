"""The sources of figures, as those who gave the data name them."""

from __future__ import annotations

from collections.abc import Iterable

from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.laporan.draft import Draft

LONGEST_SOURCES = 200


def sources(values: Iterable[Value | None], lang: Lang) -> str:
    """The sources of these values."""
    return told_sources([source for value in values if value for source in value.sources], lang)


def told_sources(named: Iterable[str], lang: Lang) -> str:
    """The sources by name, each once; only how many there are where their names would be longer than the table."""
    found = list(dict.fromkeys(named))
    told = "; ".join(found)
    if len(told) <= LONGEST_SOURCES:
        return told
    return Words(f"{len(found)} sumber, lihat Lampiran Sumber", f"{len(found)} sources, see the annex Sources").said(
        lang
    )


def named_sources(draft: Draft) -> list[str]:
    """The sources as those who gave the data name them, each once; law is cited where it is used, not here."""
    from_data = (value for value in draft.measured.values if INDICATORS[value.indicator].tables)
    return list(dict.fromkeys(source for value in from_data for source in value.sources))
