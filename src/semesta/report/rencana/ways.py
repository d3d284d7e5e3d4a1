"""PU and BPU side by side: what each costs and what it buys."""

from __future__ import annotations

from semesta.basics import shown
from semesta.planning.plan import Plan
from semesta.planning.routes import Way, Ways
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import UNVERIFIED, group


def ways(draft: Draft, plan: Plan) -> list[Block]:
    """Every group that may be registered either way and whose wage is known."""
    if not plan.ways:
        return []
    columns = [
        text_column(draft.say("Kelompok", "Group"), 5),
        text_column(draft.say("Jalur", "Way"), 0.9),
        number_column(draft.say("Harga per orang-bulan, Januari", "Price per person-month, January"), 1),
        number_column(draft.say("Setahun", "A year"), 1.2),
        number_column(draft.say("JKK meninggal", "JKK death"), 1.2),
        number_column(draft.say("JKM bulan pertama", "JKM first month"), 1.2),
        number_column(draft.say("JKM penuh", "JKM in full"), 1.2),
    ]
    rows = [_row(draft, one, way) for one in plan.ways for way in (one.pu, one.bpu)]
    year = plan.scenario.first
    caption = draft.say(f"Jalur PU dan BPU bagi orang yang sama, {year}", f"The same people as PU and as BPU, {year}")
    chosen = draft.say("→ jalur dalam rencana ini", "→ the way in this plan")
    verified = all(way.verified for one in plan.ways for way in (one.pu, one.bpu))
    notes = [chosen, "" if verified else draft.said(UNVERIFIED)]
    return [
        draft.section("Jalur PU dan BPU", "As PU and as BPU"),
        *(Paragraph(_told(draft, one)) for one in plan.ways),
        draft.table("plan.ways", caption, columns, rows, notes=notes),
    ]


def _told(draft: Draft, one: Ways) -> str:
    difference = abs(one.pu.amount - one.bpu.amount)
    cheaper = one.pu if one.pu.amount <= one.bpu.amount else one.bpu
    name, lang = group(one.group, draft.lang), draft.lang
    money, less = shown.rupiah(difference, lang), cheaper.segment
    first = draft.say(
        f"{name}: jalur {less} lebih murah {money} setahun.", f"{name}: as {less} it costs {money} less a year."
    )
    if one.bpu.jkm_new == one.pu.jkm_new:
        return first
    return first + draft.say(
        f" Sebagai BPU ahli waris baru mendapat JKM penuh sesudah masa tunggu; sebelum itu {shown.rupiah(one.bpu.jkm_new, 'id')}.",
        f" As BPU the heirs get JKM in full only after the waiting time; before it {shown.rupiah(one.bpu.jkm_new, 'en')}.",
    )


def _row(draft: Draft, one: Ways, way: Way) -> tuple[str, ...]:
    mark = "→\u00a0" if way.segment == one.chosen else ""
    first = way is one.pu
    amounts = (way.price, way.amount, way.jkk_death, way.jkm_new, way.jkm_full)
    star = "" if way.verified else "*"
    name = f"{group(one.group, draft.lang)}, {shown.count(one.persons, draft.lang)} {draft.say('orang', 'persons')}"
    return (name if first else "", mark + way.segment + star, *(shown.rupiah(n, draft.lang) for n in amounts))
