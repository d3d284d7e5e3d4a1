"""Pools and totals as a workbook: every office and pool, every difference in its parts, the years, and what all of it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.pool import OUTSIDE
from semesta.planning.deficit import Deficit
from semesta.planning.implied import Implied
from semesta.planning.pooling.balances import Outlook
from semesta.planning.pooling.parted import Parted
from semesta.planning.pooling.pooled import Pooled
from semesta.planning.pooling.prospect import Prospect
from semesta.report.book import book
from semesta.report.pooled.told import POOL, TITLE, scope, sentence
from semesta.report.sheet import Cell, Sheet, said_all

Row = list[Cell]


def workbook(one: Pooled, lang: Lang, *, today: dt.date) -> bytes:
    """Sheets of which there is something to say."""
    note = f"{sentence(OUTSIDE).said(lang)} {NATIONAL_POOL.said(lang)}"
    sheets = [
        _offices(one, lang),
        _pools(one, lang),
        _years(one, lang),
        _together(one, lang),
        _parts(one, lang),
        _totals(one.implied, lang),
        _resting(one, lang),
    ]
    told = [
        Sheet(name.said(lang), TITLE.said(lang), said_all(lang, *heads), rows, note)
        for name, heads, rows in sheets
        if rows
    ]
    return book(told, TITLE.said(lang), today, lang)


Told = tuple[Words, tuple[tuple[str, str], ...], list[Row]]


def _offices(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Kumpulan", "Pool"),
        ("Kantor atau wilayah", "Office or region"),
        ("Iuran", "Contributions"),
        ("Manfaat", "Claims"),
        ("Kasus", "Cases"),
        ("Bobot pengalaman sendiri", "Weight of own experience"),
        ("Manfaat setahun yang diharapkan", "Claims expected a year"),
        ("Peluang defisit setahun", "Chance of a deficit in a year"),
        ("Peluang defisit pada akhirnya", "Chance of a deficit in the end"),
        ("Peluang pernah di bawah nol", "Chance of ever being below zero"),
        ("Hasil terburuk 1 dari 200 tahun", "Worst result of 1 year in 200"),
        ("Saldo akhir 5 %", "Final balance 5%"),
        ("Saldo akhir tengah", "Final balance, middle"),
        ("Saldo akhir 95 %", "Final balance 95%"),
    )
    rows = [row for prospect in one.prospects for row in _of_pool(prospect, lang)]
    return Words("Kumpulan", "Pools"), heads, rows


def _of_pool(one: Prospect, lang: Lang) -> Iterator[Row]:
    name: Cell = (scope(one.own, lang), "text")
    for member, weight, found in zip(one.own.members, one.weights, one.outlook.offices, strict=True):
        seen: Row = [
            (member.contributions, "rupiah"),
            (member.claims, "rupiah"),
            (member.cases, "count"),
            (weight, "share"),
        ]
        yield [name, (member.name, "text"), *seen, *_drawn(found)]
    counted = [member.cases for member in one.own.members]
    cases = None if None in counted else sum(n or 0 for n in counted)
    paid_in, paid_out = (sum(getattr(m, side) for m in one.own.members) for side in ("contributions", "claims"))
    whole: Row = [(paid_in, "rupiah"), (paid_out, "rupiah"), (cases, "count"), (None, "share")]
    yield [name, (POOL.said(lang), "text"), *whole, *_drawn(one.outlook.pool)]


def _drawn(found: Outlook) -> Row:
    return [
        (round(found.expected_claims), "rupiah"),
        (found.deficit_in_a_year, "share"),
        (found.deficit_in_the_end, "share"),
        (found.ever_below, "share"),
        (round(found.bad_year), "rupiah"),
        *((round(end), "rupiah") for end in found.ends),
    ]


def _pools(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Kumpulan", "Pool"),
        ("Memberi", "Gives"),
        ("Menerima", "Takes"),
        ("Terpikul bersama", "Carried together"),
        ("Tidak terpikul", "Not carried"),
        ("Rata-rata setahun: memberi", "In an average year: gives"),
        ("menerima", "takes"),
        ("terpikul bersama", "carried together"),
        ("tidak terpikul", "not carried"),
        ("Stabil mulai kasus setahun", "Stable from cases a year"),
        ("Di luar hitungan karena datanya tidak ada", "Left out for lack of data"),
    )
    rows: list[Row] = []
    for found in one.prospects:
        results = [member.contributions - member.claims for member in found.own.members]
        gives, takes = sum(r for r in results if r > 0), -sum(r for r in results if r < 0)
        year = found.outlook.carried
        today = (gives, takes, min(gives, takes), max(takes - gives, 0))
        rows.append(
            [
                (scope(found.own, lang), "text"),
                *((amount, "rupiah") for amount in today),
                *((round(amount), "rupiah") for amount in (year.gives, year.takes, year.carried, year.uncovered)),
                (None if found.stable_from is None else round(found.stable_from), "count"),
                ("; ".join(f"{name}: {side.said(lang)}" for name, side in found.own.unknown.items()), "text"),
            ]
        )
    return Words("Memberi dan menerima", "Gives and takes"), heads, rows


def _years(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Kumpulan", "Pool"),
        ("Sesudah tahun ke-", "After year"),
        ("Saldo 5 %", "Balance 5%"),
        ("Tengah", "Middle"),
        ("95 %", "95%"),
    )
    rows: list[Row] = [
        [(scope(found.own, lang), "text"), (year, "row"), *((round(amount), "rupiah") for amount in three)]
        for found in one.prospects
        for year, three in enumerate(found.outlook.balance, 1)
    ]
    return Words("Saldo tiap tahun", "Balance by year"), heads, rows


def _together(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Program", "Programme"),
        ("Segmen bersama", "Segments together"),
        ("Iuran setahun", "Contributions a year"),
        ("Manfaat dibanding iuran yang diharapkan", "Expected claims to contributions"),
        ("Peluang defisit setahun", "Chance of a deficit in a year"),
    )
    rows: list[Row] = [
        [
            (step.programme, "text"),
            (" + ".join(step.segments), "text"),
            (step.contributions, "rupiah"),
            (step.expected_ratio, "share"),
            (step.deficit_in_a_year, "share"),
        ]
        for found in one.together
        for step in found
    ]
    return Words("Segmen bersama", "Segments together"), heads, rows


def _parts(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Kumpulan atau wilayah", "Pool or place"),
        ("Kantor atau wilayah", "Office or region"),
        ("Bagian", "Part"),
        ("Rupiah", "Rupiah"),
        ("Berdasarkan, atau data yang belum ada", "Resting on, or the data that is lacking"),
    )
    rows: list[Row] = [row for found in one.parted for row in _of_members(found, lang)]
    if one.parts is not None:
        rows += _of_difference("", "", one.parts, lang)
    return Words("Tiga bagian", "Three parts"), heads, rows


def _of_members(found: Parted, lang: Lang) -> Iterator[Row]:
    for member, one in zip(found.own.members, found.members, strict=True):
        if one is not None:
            yield from _of_difference(scope(found.own, lang), member.name, one, lang)


def _of_difference(pool: str, name: str, one: Deficit, lang: Lang) -> Iterator[Row]:
    likely = None if one.probability is None else shown.share(one.probability, lang, 1)
    portfolio = Words("Portofolio: ", "Portfolio: ").said(lang)
    chance = Words(f"peluang sebanyak itu atau lebih {likely}", f"chance of so many or more {likely}").said(lang)
    told = [
        (Words("Iuran dikurangi manfaat", "Contributions less claims").said(lang), one.result, ""),
        (Words("Harga", "Price").said(lang), one.price, one.expectation.source.said(lang)),
        *((portfolio + part.name.said(lang), part.amount, part.said.said(lang)) for part in one.parts),
        (Words("Kebetulan", "Chance").said(lang), one.chance, chance if likely else ""),
    ]
    for title, amount, said in told:
        yield [(pool, "text"), (name, "text"), (title, "text"), (amount, "rupiah"), (said, "text")]


def _totals(one: Implied | None, lang: Lang) -> Told:
    heads = (
        ("Yang tersirat", "What is implied"),
        ("Nilai", "Value"),
        ("Paling sedikit", "At least"),
        ("Paling banyak", "At most"),
    )
    if one is None:
        return Words("Dua jumlah", "Two totals"), heads, []
    low, high = one.frequency_interval
    ratios = one.ratio_interval
    rows: list[Row] = [
        _implied(Words("Iuran", "Contributions"), lang, one.contributions, "rupiah"),
        _implied(Words("Manfaat", "Claims"), lang, one.claims, "rupiah"),
        _implied(
            Words("Manfaat dibanding iuran (95 %)", "Claims to contributions (95%)"), lang, one.ratio, "share", *ratios
        ),
        _implied(
            Words("Kematian, bila semua santunan penuh", "Deaths, if all were full grants"),
            lang,
            one.deaths,
            "decimal",
            one.fewest,
            one.most,
        ),
        _implied(
            Words("Kematian per 1.000 orang-tahun (95 %)", "Deaths per 1,000 person-years (95%)"),
            lang,
            one.frequency,
            "decimal",
            low,
            high,
        ),
        _implied(
            Words("Titik impas per 1.000 orang-tahun", "Break-even per 1,000 person-years"),
            lang,
            one.terms.break_even,
            "decimal",
        ),
        *(
            _implied(
                Words(
                    f"Orang-bulan pada {shown.rupiah(price.price, 'id')}, sisa {shown.rupiah(price.left, 'id')}",
                    f"Person-months at {shown.rupiah(price.price, 'en')}, {shown.rupiah(price.left, 'en')} left",
                ),
                lang,
                price.months,
                "count",
            )
            for price in one.prices
        ),
    ]
    return Words("Dua jumlah", "Two totals"), heads, rows


def _implied(title: Words, lang: Lang, value: object, style: str, low: object = None, high: object = None) -> Row:
    return [(title.said(lang), "text"), (value, style), (low, style), (high, style)]


def _resting(one: Pooled, lang: Lang) -> Told:
    heads = (
        ("Kumpulan", "Pool"),
        ("Asumsi", "Assumption"),
        ("Rendah", "Low"),
        ("Tengah", "Central"),
        ("Tinggi", "High"),
        ("Sumber", "Source"),
    )
    rows: list[Row] = []
    for found in one.prospects:
        name = scope(found.own, lang)
        rows += [
            [
                (name, "text"),
                (a.title.said(lang), "text"),
                *_three(*a.value),
                (a.said(lang), "text"),
            ]
            for a in found.assumptions
        ]
        drawn = Words(
            f"{shown.count(found.outlook.scenarios, 'id')} skenario, benih {found.outlook.seed}",
            f"{shown.count(found.outlook.scenarios, 'en')} scenarios, seed {found.outlook.seed}",
        )
        expected = Words("Yang diharapkan", "What is expected").said(lang)
        rows.append(
            [(name, "text"), (expected, "text"), *_three(None, None, None), (found.expected_by.said(lang), "text")]
        )
        rows.append(
            [
                (name, "text"),
                (Words("Undian", "Draws").said(lang), "text"),
                *_three(None, None, None),
                (drawn.said(lang), "text"),
            ]
        )
    return Words("Asumsi", "Assumptions"), heads, rows


def _three(*values: float | None) -> Row:
    return [(value, "decimal") for value in values]
