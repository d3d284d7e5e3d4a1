"""A plan as a workbook: every figure of its tables as a number, month by month."""

from __future__ import annotations

import datetime as dt

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.words import Lang, Words
from semesta.planning.plan import Plan
from semesta.report.book import book
from semesta.report.laporan import naming
from semesta.report.rencana import parts
from semesta.report.sheet import Cell, Sheet, said_all


def workbook(plan: Plan, lang: Lang, *, today: dt.date) -> bytes:
    """The plan as XLSX; the same plan and day give the same bytes."""
    title = Words("Rencana perlindungan", "Plan of cover").said(lang)
    of_parts = [sheet for shown, made in parts.of(plan) for sheet in shown.sheets(made, lang)]
    return book([_months(plan, lang), *of_parts], title, today, lang)


def _months(plan: Plan, lang: Lang) -> Sheet:
    titles = said_all(
        lang,
        ("Bulan", "Month"),
        ("Kelompok", "Group"),
        ("Sumber dana", "Funding"),
        ("Perangkat daerah", "Office"),
        ("Rekening", "Account"),
        ("Dipertahankan", "Kept"),
        ("Ditambah", "Added"),
        ("Harga (Rp)", "Price (Rp)"),
        ("Jumlah (Rp)", "Amount (Rp)"),
    )
    rows: list[list[Cell]] = [
        [
            (cost.month, "day"),
            (naming.name(GROUPS, cost.group, lang), "text"),
            (naming.name(lists.FUNDINGS, cost.payer.funding, lang), "text"),
            (cost.payer.office, "text"),
            (cost.payer.account, "text"),
            (cost.kept, "count"),
            (cost.added, "count"),
            (cost.price.amount, "rupiah"),
            (cost.amount, "rupiah"),
        ]
        for cost in plan.budget.costs
    ]
    return Sheet(
        Words("Per bulan", "By month").said(lang), Words("Biaya per bulan", "Cost by month").said(lang), titles, rows
    )
