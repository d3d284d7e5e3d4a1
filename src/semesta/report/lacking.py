"""Why a paper cannot be made of a round, and what would mend that."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.report.laporan.figures import SET_ASIDE, only_set_aside
from semesta.tables.registry import TABLES


def without_rows(measured: Measured, *tables: str) -> Words | None:
    """What is said where none of the tables has a usable row: the sheets to fill in, and who holds the data; else None."""
    if any(measured.dataset.frame(name) is not None for name in tables):
        return None
    asked = [TABLES[name] for name in tables]
    sheets = Words(" atau ".join(t.title.id for t in asked), " or ".join(t.title.en for t in asked))
    holders = Words("; ".join(t.holder.id for t in asked), "; ".join(t.holder.en for t in asked))
    if any(only_set_aside(name, measured) for name in tables):
        return Words(
            f"Lembar {sheets.id} {SET_ASIDE.id}: perbaiki barisnya menurut lembar Baris disisihkan.",
            f"Sheet {sheets.en}: {SET_ASIDE.en}; mend the rows by the sheet Set aside.",
        )
    return Words(
        f"Belum ada data pada lembar {sheets.id} (dipegang {holders.id}): isi lembar itu, lalu ulangi.",
        f"No data on the sheet {sheets.en} (held by {holders.en}): fill it in and run again.",
    )
