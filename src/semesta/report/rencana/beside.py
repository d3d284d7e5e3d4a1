"""Two plans beside each other: what differs in their scenarios and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.planning.compared import Compared, Pair
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import UNKNOWN

MOST_FIELDS = 20
MOST_LETTERS = 20
"""Of a plan's name beside its bars."""


def beside(draft: Draft, compared: Compared) -> list[Block]:
    """A section with the figures of both, and the fields in which they differ."""
    first, other = compared.names
    columns = [
        text_column(draft.say("Angka", "Figure"), 2),
        number_column(first, 1.3),
        number_column(other, 1.3),
        number_column(draft.say("Selisih", "Difference"), 1.2),
    ]
    rows = [
        (
            draft.said(one.title),
            *(said(one, n, draft.lang) for n in (one.first, one.other)),
            said(one, one.difference, draft.lang, difference=True),
        )
        for one in compared.figures
    ]
    caption = draft.say(f"{first} dan {other}", f"{first} and {other}")
    central = draft.say(
        "kedua rencana pada nilai tengah asumsinya; rendah dan tinggi masing-masing dalam naskahnya sendiri",
        "both plans at their central assumptions; low and high of each in its own paper",
    )
    heading = draft.section("Perbandingan dua rencana", "Two plans compared")
    return [
        heading,
        *_two_places(draft, compared),
        draft.table("plan.compared", caption, columns, rows, notes=[central]),
        _chart(draft, compared),
        *_fields(draft, compared),
    ]


def _two_places(draft: Draft, compared: Compared) -> list[Block]:
    if not compared.places:
        return []
    names = [draft.measured.places.full_name(code, draft.lang) for code in compared.places]
    told = draft.say(
        f"Kedua rencana untuk wilayah yang berbeda: {names[0]} dan {names[1]}. Selisihnya bukan pengaruh rencana semata.",
        f"The two plans are of different places: {names[0]} and {names[1]}. What differs is not the plans' doing alone.",
    )
    return [Paragraph(told)]


def _chart(draft: Draft, compared: Compared) -> Block:
    """What both need in each year."""
    first, other = compared.names
    rows: list[charts.Pair] = [
        {
            "name": str(year),
            "first": one,
            "first_label": shown.rupiah_short(one, draft.lang),
            "second": two,
            "second_label": shown.rupiah_short(two, draft.lang),
        }
        for year, one, two in compared.needs
    ]
    year, one, two = compared.needs[-1]
    more = shown.rupiah_short(abs(two - one), draft.lang)
    caption = draft.say(f"Pada {year} kedua rencana memerlukan sama banyak", f"In {year} both plans need the same")
    if one != two:
        word = draft.say("lebih banyak", "more") if two > one else draft.say("lebih sedikit", "less")
        caption = draft.say(f"Pada {year} {other} memerlukan {more} {word}", f"In {year} {other} needs {more} {word}")
    text = "; ".join(f"{row['name']}: {first} {row['first_label']}, {other} {row['second_label']}" for row in rows)

    # Beside its bar a long name leaves the bar no room, and two that begin alike would be cut alike.
    titles, named = (first, other), ""
    if max(map(len, compared.names)) > MOST_LETTERS:
        titles = draft.say("Rencana 1", "Plan 1"), draft.say("Rencana 2", "Plan 2")
        named = f"{titles[0]}: {first}; {titles[1]}: {other}; "

    def drawn() -> Mapping[str, object]:
        return charts.paired_bars(rows, first_title=titles[0], second_title=titles[1], lang=draft.lang, by_size=False)

    prices = draft.say(
        "kebutuhan semua sumber; harga menurut hukum tiap bulan, asumsi menurut skenario masing-masing",
        "the need of all sources; prices by the law of each month, each scenario with its own assumptions",
    )
    return draft.chart(caption, drawn, text, named + prices)


def said(pair: Pair, number: int | None, lang: Lang, *, difference: bool = False) -> str:
    """A figure of either plan, or their difference, with its unit's sign."""
    if number is None and difference and not pair.is_alike:
        return Words("tidak sebanding", "not comparable").said(lang)
    if number is None:
        if pair.unit == "year":
            return "" if difference else Words("tidak", "never").said(lang)
        return UNKNOWN.said(lang)
    if pair.unit == "year":
        return f"{number:+d}" if difference else str(number)
    text = shown.rupiah(number, lang) if pair.unit == "rupiah" else shown.count(number, lang)
    return f"+{text}" if difference and number > 0 else text


def _fields(draft: Draft, compared: Compared) -> list[Block]:
    if not compared.otherwise:
        return []
    first, other = compared.names
    columns = [
        text_column(draft.say("Isian yang berbeda", "Field that differs"), 2.4),
        text_column(first, 1.2),
        text_column(other, 1.2),
        text_column(draft.say("Nama isian dalam berkas", "Its name in the file"), 1.4),
    ]
    rows = [
        (draft.said(one.title), draft.said(one.first_said), draft.said(one.other_said), one.field)
        for one in compared.otherwise[:MOST_FIELDS]
    ]
    rest = len(compared.otherwise) - len(rows)
    note = draft.say(f"dan {rest} isian lain, lihat rencana.xlsx", f"and {rest} more, see rencana.xlsx") if rest else ""
    caption = draft.say("Yang berbeda dalam kedua skenario", "What the two scenarios say otherwise")
    return [draft.table("plan.otherwise", caption, columns, rows, notes=[note])]
