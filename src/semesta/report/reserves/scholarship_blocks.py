"""Scholarships still to be paid, as a section of a paper."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import lists, shown
from semesta.planning.reserves.scholarships import Outstanding
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.reserves import told
from semesta.report.reserves.charts import Stack, stacked


def scholarship_blocks(draft: Draft, one: Outstanding) -> list[Block]:
    """What is still to be paid by level and by year of payment."""
    lang, star = draft.lang, "" if one.verified else "*"
    columns = [
        text_column(draft.say("Jenjang kini", "Level now"), 1.4),
        number_column(draft.say("Anak", "Children"), 0.7),
        number_column(draft.say("Bila hanya jenjangnya", "If only this level"), 1.4),
        number_column(draft.say("Paling banyak", "At most"), 1.4),
    ]
    rows = [
        (
            lists.SCHOOL_LEVELS[level].title.said(lang),
            shown.count(children, lang),
            *(shown.rupiah(amount, lang) + star for amount in (least, most)),
        )
        for level, children, least, most in one.by_level()
    ]
    total = (
        draft.say("Semua", "All"),
        shown.count(one.children, lang),
        *(shown.rupiah(amount, lang) + star for amount in (one.least, one.most)),
    )
    caption = draft.say("Beasiswa yang masih akan dibayar", "Scholarships still to be paid")
    table = draft.table(
        "reserves.scholarships", caption, columns, rows, total=total, notes=told.scholarship_notes(one, lang)
    )
    made: list[Block] = [draft.section("Beasiswa", "Scholarships"), Paragraph(told.scholarships(one, lang)), table]
    return made + ([_by_year(draft, one)] if one.paid else [])


def _by_year(draft: Draft, one: Outstanding) -> Block:
    lang = draft.lang
    rows = [
        Stack(
            name=str(year),
            known=least,
            expected=most - least,
            low=None,
            high=None,
            label=" – ".join(dict.fromkeys(shown.rupiah_short(amount, lang) for amount in (least, most))),
        )
        for year, least, most in one.by_year()
    ]
    most = max(rows, key=lambda row: row["known"] + row["expected"])
    caption = draft.say(
        f"Beasiswa menurut tahun bayar: terbanyak {most['name']}",
        f"Scholarships by year of payment: most in {most['name']}",
    )

    def drawn() -> Mapping[str, object]:
        return stacked(
            rows,
            known_title=draft.say("bila hanya menyelesaikan jenjangnya", "if only this level"),
            expected_title=draft.say("bila terus sampai perguruan tinggi", "if on through university"),
        )

    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)
    source = draft.say("tidak didiskonto; menurut hukum yang tercatat", "not discounted; by the law as recorded")
    return draft.chart(caption, drawn, text, source)
