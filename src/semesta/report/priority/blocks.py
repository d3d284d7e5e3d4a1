"""What a choice comes to, in blocks of a document: the sum, by group and district, and who is left out."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from semesta.basics import shown
from semesta.planning.priority.choice import Choice
from semesta.planning.priority.chosen import fairness
from semesta.report import charts
from semesta.report.content import Block, Paragraph, Table
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.priority.choice import DIMENSIONS, chosen_by, part_name, price_told, unmet_told

MOST_ROWS = 30


def told(draft: Draft, choice: Choice) -> Block:
    """The choice in two sentences."""
    found, lang = choice.chosen, draft.lang
    return Paragraph(
        draft.say(
            f"Dengan pagu **{shown.rupiah(found.budget, 'id')}** untuk {choice.months} bulan tahun {choice.year} terlindungi "
            f"**{shown.count(found.persons, 'id')} orang** dari {shown.count(choice.candidates, 'id')} calon; terpakai "
            f"{shown.rupiah(found.spent, 'id')}, sisa {shown.rupiah(found.left, 'id')}. {draft.said(chosen_by(choice, draft.measured.places))}",
            f"With **{shown.rupiah(found.budget, 'en')}** for {choice.months} months of {choice.year}, "
            f"**{shown.count(found.persons, 'en')} persons** of {shown.count(choice.candidates, 'en')} candidates are covered; "
            f"{shown.rupiah(found.spent, lang)} is used, {shown.rupiah(found.left, lang)} left. {draft.said(chosen_by(choice, draft.measured.places))}",
        )
    )


def unmet(draft: Draft, choice: Choice) -> list[Block]:
    """Floors that were not reached."""
    said = [draft.said(one) for one in unmet_told(choice, draft.measured.places)]
    return [Paragraph(" ".join(said))] if said else []


def cost(draft: Draft, choice: Choice) -> list[Block]:
    """What those covered cost, by group: persons times the price by law of the months that are paid."""
    lang, covered = draft.lang, choice.chosen.table.filter(pl.col("chosen"))
    found = covered.group_by("group").agg(persons=pl.len(), price=pl.col("price").first(), sum=pl.col("price").sum())
    rows = [
        (
            _name(draft, "group", group),
            shown.count(persons, lang),
            shown.rupiah(price, lang),
            shown.rupiah(total, lang),
        )
        for group, persons, price, total in found.sort(["sum", "group"], descending=[True, False]).iter_rows()
    ]
    columns = [
        text_column(draft.say("Kelompok", "Group"), 2),
        number_column(draft.say("Orang", "Persons"), 1),
        number_column(draft.say(f"Seorang, {choice.months} bulan", f"A person, {choice.months} months"), 1),
        number_column(draft.say("Jumlah", "Sum"), 1),
    ]
    total = (
        draft.say("Jumlah", "Sum"),
        shown.count(choice.chosen.persons, lang),
        "",
        shown.rupiah(choice.chosen.spent, lang),
    )
    caption = draft.say(
        f"Kebutuhan anggaran tahun {choice.year} bagi yang terlindungi", f"Need of {choice.year} for those covered"
    )
    return [draft.table("priority.cost", caption, columns, rows, total=total, notes=[draft.said(price_told(choice))])]


def tables(draft: Draft, choice: Choice) -> list[Block]:
    """Who is covered and who is left out, by group, district and sex; a dimension nobody knows is left out."""
    made: list[Block] = []
    for column in DIMENSIONS:
        found = fairness(choice.chosen, column)
        if found.height > 1 or (found.height == 1 and found[column][0]):
            made.append(_table(draft, column, found))
    return [*made, *_chart(draft, fairness(choice.chosen, "group"))]


def _table(draft: Draft, column: str, found: pl.DataFrame) -> Table:
    lang = draft.lang
    title = draft.said(DIMENSIONS[column])
    columns = [
        text_column(title, 2),
        number_column(draft.say("Calon", "Candidates"), 1),
        number_column(draft.say("Terlindungi", "Covered"), 1),
        number_column(draft.say("Belum", "Left out"), 1),
        number_column(draft.say("Bagian terlindungi", "Share covered"), 1),
    ]
    rows = [
        (
            _name(draft, column, code),
            shown.count(candidates, lang),
            shown.count(chosen, lang),
            shown.count(candidates - chosen, lang),
            shown.share(share, lang, 1),
        )
        for code, candidates, chosen, share in found.head(MOST_ROWS).iter_rows()
    ]
    told_by = title.lower()
    caption = draft.say(f"Terlindungi dan belum menurut {told_by}", f"Covered and left out by {told_by}")
    known = found.filter(pl.col(column) != "")
    if known.height > 1 and known["share"][0] < known["share"][-1]:
        least = _name(draft, column, known[column][0])
        caption += draft.say(f"; paling kecil bagiannya {least}", f"; the least share is that of {least}")
    more = found.height - MOST_ROWS
    notes = (
        [
            draft.say(
                f"{shown.count(more, lang)} lainnya dalam prioritas.xlsx",
                f"{shown.count(more, lang)} more in prioritas.xlsx",
            )
        ]
        if more > 0
        else []
    )
    return draft.table(f"priority.{column}", caption, columns, rows, notes=notes)


def _name(draft: Draft, column: str, code: str) -> str:
    return draft.said(part_name(column, code, draft.measured.places))


def _chart(draft: Draft, found: pl.DataFrame) -> list[Block]:
    if found.height < 2:
        return []
    lang = draft.lang
    rows: list[charts.Gap] = [
        {
            "name": _name(draft, "group", code),
            "covered": chosen,
            "gap": candidates - chosen,
            "label": f"{shown.count(chosen, lang)} / {shown.count(candidates, lang)}",
        }
        for code, candidates, chosen, _ in found.iter_rows()
    ]
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        covered, gap = draft.say("Terlindungi", "Covered"), draft.say("Belum", "Left out")
        return charts.gap_bars(rows, covered_title=covered, gap_title=gap, lang=lang)

    caption = draft.say("Terlindungi dan belum per kelompok", "Covered and left out by group")
    return [draft.chart(caption, drawn, text, draft.say("daftar yang diserahkan", "the list given"))]
