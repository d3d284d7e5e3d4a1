"""Codes and numbers of a plan as its reader sees them."""

from __future__ import annotations

from collections.abc import Callable

from semesta.basics import lists, shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words
from semesta.planning.estimate import Estimate
from semesta.report.laporan import naming
from semesta.report.laporan.draft import Draft


def group(code: str, draft: Draft) -> str:
    return group_in(code, draft.lang)


def group_in(code: str, lang: Lang) -> str:
    """The name of a group; the empty code is all of them."""
    return naming.name(GROUPS, code, lang) if code else Words("Semua kelompok", "All groups").said(lang)


def funding(code: str, draft: Draft) -> str:
    return naming.name(lists.FUNDINGS, code, draft.lang)


UNKNOWN = Words("belum diketahui", "not known")
UNVERIFIED = Words(
    "* memakai ketentuan yang belum diverifikasi terhadap naskah resminya",
    "* rests on law not yet checked against the official text",
)


def unknown(draft: Draft) -> str:
    return draft.said(UNKNOWN)


def estimated_count(value: Estimate, draft: Draft) -> str:
    return counted(value, draft.lang)


def counted(value: Estimate, lang: Lang) -> str:
    """ "76 (46–122)"; one number where the three are the same."""
    return with_range(value, lambda n: shown.count(round(n), lang))


def with_range(value: Estimate, said: Callable[[float], str]) -> str:
    """ "3.319 (3.183–3.409)"; one number where low and high are said alike."""
    low, central, high = said(value.low), said(value.central), said(value.high)
    return central if low == high else f"{central} ({low}–{high})"


def estimated_rupiah(value: Estimate, draft: Draft) -> str:
    return rupiah_range(value, draft.lang)


def rupiah_range(value: Estimate, lang: Lang) -> str:
    """ "Rp2,34 juta (1,40–3,70)": all three in the unit of the central one; one amount where they are the same."""
    if value.low == value.high:
        return shown.rupiah_short(round(value.central), lang)
    size, unit = next((scale for scale in SCALES if abs(value.central) >= 0.99995 * scale[0]), (1, None))
    digits = 0 if size < 10**6 else 1 if abs(value.central) >= 10 * size else 2
    low, central, high = (shown.decimal(n / size, lang, digits) for n in (value.low, value.central, value.high))
    whole = f"Rp{central}" + (f"{shown.NO_BREAK}{unit.said(lang)}" if unit else "")
    return whole if low == high else f"{whole} ({low}–{high})"


def millions(value: Estimate, lang: Lang) -> str:
    """ "721 (384–1.113)", "9,9 (0,0–50,7)": millions of rupiah, for a column that says so in its head."""
    digits = 0 if abs(value.central) >= 100_000_000 else 1
    return with_range(value, lambda n: shown.decimal(n / 1_000_000, lang, digits))


SCALES = (
    (10**12, Words("triliun", "trillion")),
    (10**9, Words("miliar", "billion")),
    (10**6, Words("juta", "million")),
    (10**3, Words("ribu", "thousand")),
)
