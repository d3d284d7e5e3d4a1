"""Usulan anggaran: what to ask for in the next budget, as an annex and as a workbook to copy from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset
from semesta.report.usulan.content import NAME, usulan_anggaran
from semesta.report.usulan.workbook import workbook
from semesta.tables.registry import TABLES


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return {
        **typeset(NAME, lambda: usulan_anggaran(measured, lang)),
        f"{NAME}.xlsx": partial(workbook, measured, lang),
    }


def _lacking(measured: Measured) -> Words | None:
    """A proposal rests on persons and months that somebody has planned, or on those who are paid for already."""
    if measured.needs:
        return None
    plans, paid = TABLES["budgets"], TABLES["members"]
    return Words(
        f"kebutuhan anggaran belum dapat dihitung; isi jumlah orang dan bulan pada lembar {plans.title.id} "
        f"(dipegang {plans.holder.id}), atau peserta aktif beserta sumber dananya pada lembar {paid.title.id} "
        f"(dipegang {paid.holder.id})",
        f"no need could be measured; fill in persons and months on the sheet {plans.title.en} (held by {plans.holder.en}), "
        f"or active members and who pays for them on the sheet {paid.title.en} (held by {paid.holder.en})",
    )


PAPER = Paper(
    name=NAME,
    title=Words("Usulan anggaran", "Budget proposal"),
    what=Words(
        "Lampiran usulan iuran bagi TAPD dan perangkat daerah, dengan lembar kerja berkolom aplikasi penganggaran.",
        "Annex of what to budget, for the budget team and offices, with a sheet in the columns of the budget system.",
    ),
    tables=("budgets", "members", "meeting", "kantor"),
    files=_files,
    lacking=_lacking,
)
