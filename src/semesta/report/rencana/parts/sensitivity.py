"""How sensitivity looks in a plan: for each result the assumptions that move it, the widest first, as ranges around what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.planning.in_words import assumed_each
from semesta.planning.parts.sensitivity import PART, TITLES, Tornado
from semesta.planning.sensitivity import unit_of
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.parts import Shown
from semesta.report.rencana.rested_on import assumed_cells
from semesta.report.sheet import Sheet, said_all

RUPIAH = ("need", "target", "claims")


def _blocks(draft: Draft, made: tuple[Tornado, ...]) -> list[Block]:
    blocks: list[Block] = [draft.section("Kepekaan", "Sensitivity")]
    for one in made:
        blocks += _of(draft, one) if one.swings else [Paragraph(_unmoved(draft, one))]
    return blocks


def _unmoved(draft: Draft, one: Tornado) -> str:
    title = draft.said(TITLES[one.result])
    amount = _said(one.result, one.centre, draft.lang)
    return draft.say(
        f"{title}: {amount}; tidak bergantung pada asumsi mana pun dari rencana ini.",
        f"{title}: {amount}; hangs on none of this plan's assumptions.",
    )


def _of(draft: Draft, one: Tornado) -> list[Block]:
    lang, title = draft.lang, draft.said(TITLES[one.result])
    centre = _said(one.result, one.centre, lang)
    columns = [
        text_column(draft.say("Asumsi", "Assumption"), 6),
        text_column(draft.say("Rendah / tengah / tinggi", "Low / central / high"), 2),
        number_column(draft.say("Hasil bila rendah", "Result at its low"), 1),
        number_column(draft.say("Hasil bila tinggi", "Result at its high"), 1),
    ]
    rows = [
        (
            draft.said(swing.title),
            " / ".join(assumed_each(swing.assumed, unit_of(swing.name), lang)),
            _said(one.result, swing.at_low, lang),
            _said(one.result, swing.at_high, lang),
        )
        for swing in one.swings
    ]
    notes = [
        draft.say(
            "satu asumsi digerakkan, yang lain pada nilai tengah; bukan angka resmi",
            "one assumption moves, the others stay central; none is official",
        )
    ]
    table = draft.table(f"plan.sensitivity.{one.result}", f"{title}: {centre}", columns, rows, notes=notes)
    return [table, _chart(draft, one)] if len(one.swings) > 1 else [table]


def _said(result: str, value: float, lang: Lang) -> str:
    return shown.rupiah_short(round(value), lang) if result in RUPIAH else shown.decimal(value, lang, 1)


def _chart(draft: Draft, one: Tornado) -> Block:
    lang, title = draft.lang, draft.said(TITLES[one.result])
    rows: list[charts.Range] = [
        {
            "name": draft.said(swing.title).partition(" (")[0],  # what its numbers mean stands in the table
            "low": min(swing.at_low, swing.at_high, one.centre),
            "value": one.centre,
            "high": max(swing.at_low, swing.at_high, one.centre),
            "label": " – ".join(_said(one.result, end, lang) for end in sorted((swing.at_low, swing.at_high))),
        }
        for swing in one.swings
    ]
    caption = draft.say(f"Yang paling menentukan: {rows[0]['name']}", f"What matters most: {rows[0]['name']}")
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        return charts.intervals(rows, value_title=title, centre=one.centre)

    centre = _said(one.result, one.centre, lang)
    source = draft.say(
        f"titik: semua asumsi pada nilai tengah ({centre}); garis: asumsi itu rendah sampai tinggi, nilainya dalam tabel di atas. "
        "Sumbu tidak mulai dari nol",
        f"dot: all assumptions central ({centre}); line: that assumption from low to high, its values in the table above. "
        "The axis does not begin at zero",
    )
    return draft.chart(caption, drawn, text, source)


def _sheets(made: tuple[Tornado, ...], lang: Lang) -> list[Sheet]:
    heads = (
        ("Hasil", "Result"),
        ("Asumsi", "Assumption"),
        ("Rendah", "Low"),
        ("Tengah", "Central"),
        ("Tinggi", "High"),
        ("Hasil bila rendah", "Result at its low"),
        ("Hasil sekarang", "Result as it is"),
        ("Hasil bila tinggi", "Result at its high"),
    )
    rows: list[list[Any]] = [
        [
            (TITLES[one.result].said(lang), "text"),
            (swing.title.said(lang), "text"),
            *assumed_cells(swing.assumed, unit_of(swing.name)),
            *(
                (round(n), "rupiah") if one.result in RUPIAH else (n, "decimal")
                for n in (swing.at_low, one.centre, swing.at_high)
            ),
        ]
        for one in made
        for swing in one.swings
    ]
    title = PART.title.said(lang)
    note = Words(
        "Satu asumsi digerakkan, yang lain pada nilai tengah.", "One assumption moves, the others stay central."
    )
    return [Sheet(title, title, said_all(lang, *heads), rows, note.said(lang))]


def _data(made: tuple[Tornado, ...], lang: Lang) -> Any:
    return {
        one.result: {
            "centre": one.centre,
            "assumptions": [
                {"name": s.name, "assumed": asdict(s.assumed), "at_low": s.at_low, "at_high": s.at_high}
                for s in one.swings
            ],
        }
        for one in made
    }


SHOWN = Shown(PART, 95, _blocks, _sheets, _data)
