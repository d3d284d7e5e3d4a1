"""What two totals imply, in blocks: prices, deaths, frequency, and the difference in price, portfolio and chance."""

from __future__ import annotations

from semesta.basics import shown
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.deficit import Deficit
from semesta.planning.implied import Implied
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.pooled.told import part

SHOWN_PRICES = 4


def blocks(draft: Draft, one: Implied, parts: Deficit | None) -> list[Block]:
    """What must be true for these totals to have come about."""
    return [
        draft.section("Apa yang harus benar agar angka ini terjadi", "What must be true for these figures"),
        _told(draft, one),
        _prices(draft, one),
        Listed(tuple(_said(draft, one))),
        *(_parts(draft, parts) if parts else []),
        Paragraph(draft.said(NATIONAL_POOL)),
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
            f"{shown.share(low, 'en', 0)} to {shown.share(high, 'en', 0)} open (95 %).",
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
    even = shown.decimal(one.terms.break_even or 0, lang, 2)
    said += [
        draft.say(
            f"Manfaat itu setara {deaths} santunan kematian penuh ({shown.rupiah(one.terms.benefit or 0, 'id')}); paling sedikit "
            f"{one.fewest} kematian bila masing-masing dengan dua beasiswa terpanjang, paling banyak {one.most}.",
            f"The claims come to {deaths} full death grants ({shown.rupiah(one.terms.benefit or 0, 'en')}); at least {one.fewest} "
            f"deaths if each had two scholarships of the longest course, at most {one.most}.",
        ),
        draft.say(
            f"Pada harga terendah ada {shown.count(round(one.person_years), 'id')} orang-tahun; frekuensinya "
            f"{shown.decimal(one.frequency, 'id', 1)} kematian per 1.000 orang-tahun (95 %: {shown.decimal(low, 'id', 1)} sampai "
            f"{shown.decimal(high, 'id', 1)}).",
            f"At the lowest price there are {shown.count(round(one.person_years), 'en')} person-years; the frequency is "
            f"{shown.decimal(one.frequency, 'en', 1)} deaths per 1,000 person-years (95 %: {shown.decimal(low, 'en', 1)} to "
            f"{shown.decimal(high, 'en', 1)}).",
        ),
        draft.say(
            f"Titik impas JKM BPU menurut hukum: {even} kematian per 1.000 orang-tahun; itu perbandingan harga dan manfaat, bukan harapan.",
            f"Break-even of JKM for BPU by law: {even} deaths per 1,000 person-years; it compares price and benefit and is no expectation.",
        ),
    ]
    return said


def _parts(draft: Draft, one: Deficit) -> list[Block]:
    lang = draft.lang
    unknown = draft.say("umur peserta belum diketahui; termasuk dalam kebetulan", "ages not known; held in chance")
    rows = [
        (
            draft.say("Harga: yang diharapkan pada iuran ini", "Price: as expected at these contributions"),
            shown.rupiah(one.price, lang),
        ),
        (
            draft.say("Portofolio: umur peserta", "Portfolio: the ages of those covered"),
            unknown if one.portfolio is None else shown.rupiah(one.portfolio, lang),
        ),
        (
            draft.say("Kebetulan dan yang belum terjelaskan", "Chance and what is not explained"),
            shown.rupiah(one.chance, lang),
        ),
    ]
    total = (draft.say("Iuran dikurangi manfaat", "Contributions less claims"), shown.rupiah(one.result, lang))
    ratio = one.expectation.ratio
    notes = [
        draft.say(
            f"harapan: manfaat {shown.share(ratio.central, 'id', 1)} dari iuran ({shown.share(ratio.low, 'id', 1)} sampai "
            f"{shown.share(ratio.high, 'id', 1)}), {one.expectation.source}",
            f"expectation: claims {shown.share(ratio.central, 'en', 1)} of contributions ({shown.share(ratio.low, 'en', 1)} to "
            f"{shown.share(ratio.high, 'en', 1)}), {one.expectation.source}",
        ),
        draft.say(
            f"peluang sebanyak ini atau lebih pada harapan itu: {part(one.probability, 'id')}",
            f"chance of as many or more at that expectation: {part(one.probability, 'en')}",
        ),
    ]
    columns = [text_column(draft.say("Bagian", "Part"), 2), number_column(draft.say("Rupiah", "Rupiah"), 1.4)]
    caption = draft.say("Tiga bagian selisih", "The difference in three parts")
    return [draft.table("totals.parts", caption, columns, rows, total=total, notes=notes)]
