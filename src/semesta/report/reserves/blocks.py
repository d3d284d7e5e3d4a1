"""Reserves as sections of a paper: what is not reported yet, the ratios, the triangles, and scholarships still to be paid."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.in_words import rupiah_range
from semesta.planning.reserves.mack import Developed
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.planning.reserves.triangle import Triangle
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.reserves import told
from semesta.report.reserves.charts import Stack, stacked
from semesta.report.reserves.scholarship_blocks import scholarship_blocks

BARS = 24
"""Periods of events in a chart, at most: shorter ones are put together."""
LAGS = 5
"""Columns of a printed triangle, beside what is reported until now."""
NEARLY_ALL = 0.995
"""The pattern of reports is drawn until so much is reported."""


def blocks(draft: Draft, found: Reserves) -> list[Block]:
    draft.chapter("", "")  # sections are numbered within it
    made: list[Block] = [
        draft.section("Klaim yang belum dilaporkan", "Claims not reported yet"),
        _summary(draft, found),
    ]
    for one in found.held:
        made += _charts(draft, one)
    if any(one.ratio for one in found.held):
        made += [draft.section("Rasio manfaat terhadap iuran", "Claims to contributions"), _ratios(draft, found)]
    made.append(draft.section("Segitiga", "Triangles"))
    made += [_triangle(draft, one) for one in found.held]
    if found.scholarships is not None:
        made += scholarship_blocks(draft, found.scholarships)
    return [*made, Paragraph(NATIONAL_POOL.said(draft.lang))]


def _summary(draft: Draft, found: Reserves) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Program dan segmen", "Programme and segment"), 1.2),
        number_column(draft.say("Bulan kejadian", "Event months"), 0.7),
        number_column(draft.say("Kasus", "Cases"), 0.6),
        number_column(draft.say("Sudah dilaporkan (Rp juta)", "Reported (Rp million)"), 1),
        number_column(draft.say("Belum dilaporkan (Rp juta, 90 %)", "Not reported yet (Rp million, 90%)"), 1.6),
        number_column(draft.say("Seluruhnya (Rp juta, 90 %)", "Ultimate (Rp million, 90%)"), 1.7),
    ]
    rows = [
        (
            told.scope(one),
            shown.count(one.triangle.months, lang),
            shown.count(one.triangle.cases, lang),
            told.reported(one, lang),
            told.unreported(one, lang),
            told.ultimate(one, lang),
        )
        for one in found.held
    ]
    day = [shown.day(found.until, each) for each in LANGS]
    caption = draft.say(f"Klaim menurut kejadian sampai {day[0]}", f"Claims by event until {day[1]}")
    return draft.table("reserves", caption, columns, rows, notes=told.notes(found, lang))


# ---- charts


def _charts(draft: Draft, one: Held) -> list[Block]:
    return [_events(draft, one), *([_pattern(draft, one, one.developed)] if one.developed else [])]


def _events(draft: Draft, one: Held) -> Block:
    lang, name = draft.lang, told.scope_marked(one, draft.lang)
    rows = list(event_rows(one, lang))
    expected = draft.say("belum dilaporkan, garis: selang 90 %", "not reported yet, line: range of 90%")
    if mark := one.triangle.mark.said(lang):
        expected += f" · {mark}"
    if one.developed is None:
        caption = draft.say(f"{name}: yang sudah dilaporkan menurut kejadian", f"{name}: reported by event")
    else:
        amount = rupiah_range(one.developed.all_unreported, lang)
        caption = draft.say(f"{name}: belum dilaporkan {amount}", f"{name}: {amount} not reported yet")

    def drawn() -> Mapping[str, object]:
        title = draft.say("sudah dilaporkan", "reported")
        return stacked(rows, known_title=title, expected_title=expected if one.developed else "")

    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)
    source = draft.say(
        "menurut bulan kejadian; yang terakhir paling sedikit diketahui",
        "by month of the event; the last are known the least",
    )
    return draft.chart(caption, drawn, text, source if one.developed else told.NOT_COMPUTED.said(lang))


def event_rows(one: Held, lang: Lang) -> Iterator[Stack]:
    """A bar for each period of events, at most BARS of them, the oldest first."""
    made = one.developed
    shown_in = (made.triangle if made else one.triangle).within(BARS)
    for row in range(shown_in.size):
        period, known = shown_in.period(row), float(shown_in.latest[row])
        name = shown.period(period.code, lang)
        if made is None:
            yield Stack(
                name=name, known=known, expected=0, low=None, high=None, label=shown.rupiah_short(round(known), lang)
            )
            continue
        more = made.unreported_of(_rows_in(made, shown_in, row))
        total = rupiah_range(more.at(lambda amount, known=known: known + amount), lang)  # type: ignore[misc]
        has_range = more.high > more.low
        yield Stack(
            name=name,
            known=known,
            expected=more.central,
            low=known + more.low if has_range else None,
            high=known + more.high if has_range else None,
            label=total,
        )


def _rows_in(made: Developed, longer: Triangle, row: int) -> range:
    """The rows of the development that lie in a row of longer periods; both are counted back from the same day."""
    times, size = longer.step // made.triangle.step, made.triangle.size
    end = size - times * (longer.size - 1 - row)
    return range(max(end - times, 0), end)


def _pattern(draft: Draft, one: Held, made: Developed) -> Block:
    lang, name, step = draft.lang, told.scope_marked(one, draft.lang), told.STEPS[made.triangle.step]
    shares = [float(share) for share in made.shares]
    last = next(n for n, share in enumerate(shares) if share >= NEARLY_ALL)
    rows = [
        Stack(
            name=_lag(n, step, draft), known=share, expected=0, low=None, high=None, label=shown.share(share, lang, 1)
        )
        for n, share in enumerate(shares[: min(last, BARS - 1) + 1])
    ]
    first = shown.share(shares[0], lang, 0)
    caption = draft.say(
        f"{name}: {first} dilaporkan dalam {step.id} kejadiannya",
        f"{name}: {first} reported within the {step.en} of the event",
    )

    def drawn() -> Mapping[str, object]:
        title = draft.say("Bagian yang sudah dilaporkan", "Part that is reported")
        return stacked(rows, known_title=title, value_title=title)

    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)
    return draft.chart(
        caption, drawn, text, draft.say("pola pelaporan menurut rantai", "pattern of reports by the chain ladder")
    )


def _lag(number: int, step: Words, draft: Draft) -> str:
    if number == 0:
        return draft.say(f"{step.id} kejadian", f"{step.en} of the event")
    return draft.say(f"{number} {step.id} kemudian", f"{number} {step.en}{'s' if number > 1 else ''} later")


# ---- ratios and triangles


def _ratios(draft: Draft, found: Reserves) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Program dan segmen", "Programme and segment"), 1.6),
        text_column(draft.say("Bulan", "Months"), 1.1),
        number_column(draft.say("Iuran", "Contributions"), 1.1),
        number_column(draft.say("Kas", "Cash"), 0.7),
        number_column(draft.say("Menurut kejadian (90 %)", "By event (90%)"), 1.6),
        number_column(draft.say("Dengan beasiswa", "With scholarships"), 1.2),
    ]
    rows = [
        (
            told.scope_marked(one, lang),
            shown.period(one.ratio.earned.period.code, lang),
            shown.rupiah(one.ratio.earned.amount, lang),
            told.cash(one.ratio, lang),
            told.by_event(one.ratio, lang),
            told.with_scholarships(one.ratio, lang),
        )
        for one in found.held
        if one.ratio
    ]
    caption = draft.say("Manfaat terhadap iuran bulan yang sama", "Claims to contributions of the same months")
    sources = dict.fromkeys(source for one in found.held if one.ratio for source in one.ratio.earned.sources)
    return draft.table(
        "reserves.ratios",
        caption,
        columns,
        rows,
        notes=[note.said(lang) for note in told.RATIO_NOTES],
        source="; ".join(sources),
    )


def _triangle(draft: Draft, one: Held) -> Block:
    printed, lang = one.printed, draft.lang
    heads, rows, unit = printed_triangle(one, lang)
    step = told.STEPS[printed.step]
    caption = draft.say(
        f"{told.scope_marked(one, 'id')}: {unit} menurut {step.id} kejadian",
        f"{told.scope_marked(one, 'en')}: {unit} by {step.en} of the event",
    )
    note = draft.say(
        f"kolom: dilaporkan sampai sekian {step.id} sesudah kejadiannya; segitiga menurut bulan ada dalam XLSX dan JSON",
        f"columns: reported until so many {step.en}s after the event; the triangle by month is in XLSX and JSON",
    )
    columns = [text_column(heads[0], 1.6), *(number_column(head, 0.8) for head in heads[1:])]
    return draft.table(f"reserves.{'.'.join(one.key)}", caption, columns, rows, notes=[note])


def printed_triangle(one: Held, lang: Lang) -> tuple[list[str], list[tuple[str, ...]], str]:
    """Heads, rows and unit of the triangle as it is read; empty cells are not known yet."""
    printed = one.printed
    size, word = (1e9, "miliar") if printed.latest.max(initial=0) >= 10e9 else (1e6, "juta")
    unit = Words(f"Rp {word}", f"Rp {'billion' if word == 'miliar' else 'million'}").said(lang)
    lags = min(LAGS, printed.size)
    heads = [Words("Kejadian", "Event").said(lang), *map(str, range(lags)), Words("Kini", "Now").said(lang)]

    def said(amount: float) -> str:
        return "" if math.isnan(amount) else shown.decimal(amount / size, lang, 1)

    rows = [
        (
            shown.period(printed.period(row).code, lang),
            *(said(float(amount)) for amount in printed.amounts[row, :lags]),
            said(float(printed.latest[row])),
        )
        for row in range(printed.size)
    ]
    return heads, rows, unit
