"""What two totals imply, in blocks: prices, deaths, frequency, and the difference in price, portfolio and chance."""

from __future__ import annotations

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.pool import OUTSIDE
from semesta.planning.deficit import Deficit
from semesta.planning.implied import Implied
from semesta.report import charts
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.pooled.parts import single
from semesta.report.pooled.told import sentence

SHOWN_PRICES = 4
AS_DEATHS = Words(
    "dua jumlah ini campuran program: dihitung seolah semua manfaat santunan kematian, jadi peluangnya hanya perkiraan",
    "these two totals are a mix of programmes: reckoned as if all claims were death grants, so that the chance is rough",
)


def blocks(draft: Draft, one: Implied, parts: Deficit | None) -> list[Block]:
    """What must be true for these totals to have come about."""
    return [
        draft.section("Apa yang harus benar agar angka ini terjadi", "What must be true for these figures"),
        _told(draft, one),
        _prices(draft, one),
        Listed(tuple(_said(draft, one))),
        _chart(draft, one),
        *(single(draft, parts, "totals.parts", also=[] if one.programme else [AS_DEATHS]) if parts else []),
        Paragraph(f"{draft.said(sentence(OUTSIDE))} {draft.said(NATIONAL_POOL)}"),
    ]


def _told(draft: Draft, one: Implied) -> Block:
    low, high = one.ratio_interval
    return Paragraph(
        draft.say(
            f"Iuran {shown.rupiah(one.contributions, 'id')}, manfaat {shown.rupiah(one.claims, 'id')}: manfaat "
            f"**{shown.share(one.ratio, 'id', 1)}** dari iuran. Bila semuanya santunan kematian, kebetulan saja membuka "
            f"{shown.share(low, 'id', 0)} sampai {shown.share(high, 'id', 0)} (95 %).",
            f"Contributions {shown.rupiah(one.contributions, 'en')}, claims {shown.rupiah(one.claims, 'en')}: claims are "
            f"**{shown.share(one.ratio, 'en', 1)}** of contributions. If all were death grants, chance alone leaves "
            f"{shown.share(low, 'en', 0)} to {shown.share(high, 'en', 0)} open (95%).",
        )
    )


def _prices(draft: Draft, one: Implied) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Bila semua membayar", "If all paid"), 1.6),
        number_column(draft.say("Harga sebulan", "Price a month"), 1),
        number_column(draft.say("Orang-bulan", "Person-months"), 1),
        number_column(draft.say("Sisa yang tidak terjelaskan", "Left unexplained"), 1.1),
    ]
    rows = [
        (
            p.package
            + (
                draft.say(
                    f", penghasilan mulai {shown.rupiah(p.income, 'id')}",
                    f", income from {shown.rupiah(p.income, 'en')}",
                )
                if p.income
                else draft.say(", dasar terendah", ", lowest basis")
            ),
            shown.rupiah(p.price, lang),
            shown.count(p.months, lang),
            shown.rupiah(p.left, lang),
        )
        for p in one.prices[:SHOWN_PRICES]
    ]
    caption = draft.say(
        "Orang-bulan yang setara dengan iuran itu, per harga menurut hukum",
        "Person-months that come to these contributions, by price of the law",
    )
    return draft.table("totals.prices", caption, columns, rows)


def _chart(draft: Draft, one: Implied) -> Block:
    """The frequency implied with its interval, beside break-even and what is assumed of people without wage."""
    lang, assumption = draft.lang, one.usual
    low, high = one.frequency_interval
    even, usual = one.terms.break_even or 0.0, assumption.value
    rows: list[charts.Range] = [
        {
            "name": draft.say("Tersirat", "Implied"),
            "low": low,
            "value": one.frequency,
            "high": high,
            "label": _between(low, one.frequency, high, lang),
        },
        {
            "name": draft.say("Asumsi BPU", "Assumed of BPU"),
            "low": usual.low,
            "value": usual.central,
            "high": usual.high,
            "label": _between(*usual, lang),
        },
        {
            "name": draft.say("Titik impas JKM", "Break-even of JKM"),
            "low": even,
            "value": even,
            "high": even,
            "label": shown.decimal(even, lang, 2),
        },
    ]
    caption = draft.say(
        f"Bila semuanya santunan kematian: {_between(low, one.frequency, high, 'id')} kematian per 1.000 orang-tahun, selang 95 %",
        f"If all were death grants: {_between(low, one.frequency, high, 'en')} deaths per 1,000 person-years, interval of 95%",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)
    title = draft.say("Kematian per 1.000 orang-tahun", "Deaths per 1,000 person-years")
    source = f"{assumption.title.said(lang)}: {assumption.source.said(lang)}"
    return draft.chart(caption, lambda: charts.intervals(rows, value_title=title), text, source)


def _between(low: float, value: float, high: float, lang: Lang) -> str:
    return f"{shown.decimal(value, lang, 1)} ({shown.decimal(low, lang, 1)}–{shown.decimal(high, lang, 1)})"


def _said(draft: Draft, one: Implied) -> list[str]:
    lang = draft.lang
    low, high = one.frequency_interval
    said = []
    if one.has_other_payments:
        said.append(
            draft.say(
                f"Setiap campuran harga tetap BPU adalah kelipatan {shown.rupiah(one.step, 'id')}; jumlah ini bukan. Sebagian pasti "
                "dibayar sebagai persentase upah (PU), atau ada denda atau koreksi.",
                f"Every mix of BPU's fixed prices is a multiple of {shown.rupiah(one.step, 'en')}; this sum is not. Part of it must "
                "have been paid as a share of wages (PU), or there was a fine or a correction.",
            )
        )
    said += [
        draft.say(
            f"{shown.count(m.first_months, 'id')} orang-bulan pada {shown.rupiah(m.first.price, 'id')} dan "
            f"{shown.count(m.second_months, 'id')} pada {shown.rupiah(m.second.price, 'id')} tepat sama dengan jumlah itu.",
            f"{shown.count(m.first_months, 'en')} person-months at {shown.rupiah(m.first.price, 'en')} and "
            f"{shown.count(m.second_months, 'en')} at {shown.rupiah(m.second.price, 'en')} come to it exactly.",
        )
        for m in one.mixes
    ]
    deaths = shown.decimal(one.deaths, lang, 1)
    fewest, most = shown.count(one.fewest, lang), shown.count(one.most, lang)
    even = shown.decimal(one.terms.break_even or 0, lang, 2)
    said += [
        draft.say(
            f"Bila semuanya manfaat kematian, setara {deaths} santunan penuh ({shown.rupiah(one.terms.benefit or 0, 'id')}); paling sedikit "
            f"{fewest} kematian bila masing-masing dengan dua beasiswa terpanjang, paling banyak {most}.",
            f"If all were paid for deaths, they come to {deaths} full grants ({shown.rupiah(one.terms.benefit or 0, 'en')}); at least {fewest} "
            f"deaths if each had two scholarships of the longest course, at most {most}.",
        ),
        draft.say(
            f"Pada harga terendah ada {shown.count(round(one.person_years), 'id')} orang-tahun; frekuensinya "
            f"{shown.decimal(one.frequency, 'id', 1)} kematian per 1.000 orang-tahun (95 %: {shown.decimal(low, 'id', 1)} sampai "
            f"{shown.decimal(high, 'id', 1)}).",
            f"At the lowest price there are {shown.count(round(one.person_years), 'en')} person-years; the frequency is "
            f"{shown.decimal(one.frequency, 'en', 1)} deaths per 1,000 person-years (95%: {shown.decimal(low, 'en', 1)} to "
            f"{shown.decimal(high, 'en', 1)}).",
        ),
        draft.say(
            f"Titik impas JKM BPU menurut hukum: {even} kematian per 1.000 orang-tahun; itu perbandingan harga dan manfaat, bukan harapan.",
            f"Break-even of JKM for BPU by law: {even} deaths per 1,000 person-years; it compares price and benefit and is no expectation.",
        ),
    ]
    return said
