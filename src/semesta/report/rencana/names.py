"""Codes of a plan as its reader sees them, and what is said where nothing is known."""

from __future__ import annotations

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words
from semesta.report.laporan import naming

UNKNOWN = Words("belum diketahui", "not known")
UNVERIFIED = Words(
    "* memakai ketentuan yang belum diverifikasi terhadap naskah resminya",
    "* rests on law not yet checked against the official text",
)


def group(code: str, lang: Lang) -> str:
    """The name of a group; the empty code is all of them."""
    return naming.name(GROUPS, code, lang) if code else Words("Semua kelompok", "All groups").said(lang)


def funding(code: str, lang: Lang) -> str:
    return naming.name(lists.FUNDINGS, code, lang)
