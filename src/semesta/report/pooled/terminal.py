"""What the command line shows of pools and of two totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.pooling.prospect import Prospect
from semesta.report.pooled.document import Pooled
from semesta.report.pooled.told import money, part, scope

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

MOST_ROWS = 20


def summary(found: Pooled, lang: Lang) -> Group:
    """Everything in one screen, for Rich; readable at 80 columns and without colour."""
    from rich.console import Group

    parts: list[object] = [line for one in found.prospects for line in _pool(one, lang)]
    if found.implied is not None:
        parts += _totals(found, lang)
    return Group(*parts, "", NATIONAL_POOL.said(lang))  # type: ignore[arg-type]


def _pool(one: Prospect, lang: Lang) -> list[object]:
    from rich.text import Text

    pool = one.outlook.pool
    end = Words(
        f"Sesudah {one.outlook.years} tahun: saldo kumpulan {money(pool.ends[0], 'id')} sampai {money(pool.ends[2], 'id')}; "
        f"peluang pernah di bawah nol {part(pool.ever_below, 'id')}.",
        f"After {one.outlook.years} years: the pool's balance {money(pool.ends[0], 'en')} to {money(pool.ends[2], 'en')}; "
        f"chance of ever being below zero {part(pool.ever_below, 'en')}.",
    )
    return ["", Text(scope(one.own, lang), style="bold"), _table(one, lang), end.said(lang)]


def _table(one: Prospect, lang: Lang) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    heads = (
        Words("Kantor", "Office") if one.own.by_office else Words("Wilayah", "Region"),
        Words("Iuran", "Contributions"),
        Words("Manfaat", "Claims"),
        Words("Defisit setahun", "Deficit in a year"),
        Words("1 dari 200 tahun", "1 year in 200"),
    )
    for number, head in enumerate(heads):
        table.add_column(head.said(lang), justify="right" if number else "left")
    offices = list(zip(one.own.members, one.outlook.offices, strict=True))
    for member, found in offices[:MOST_ROWS]:
        amounts = money(member.contributions, lang), money(member.claims, lang)
        table.add_row(member.name, *amounts, part(found.deficit_in_a_year, lang), money(found.bad_year, lang))
    if len(offices) > MOST_ROWS:
        table.add_row(Words("…", "…").said(lang), "", "", "", "")
    paid_in, paid_out = (sum(getattr(m, name) for m in one.own.members) for name in ("contributions", "claims"))
    pool = one.outlook.pool
    name = Words("Kumpulan", "Pool").said(lang)
    table.add_row(
        name,
        money(paid_in, lang),
        money(paid_out, lang),
        part(pool.deficit_in_a_year, lang),
        money(pool.bad_year, lang),
    )
    return table


def _totals(found: Pooled, lang: Lang) -> list[object]:
    one = found.implied
    assert one is not None
    first = one.prices[0]
    low, high = one.frequency_interval
    said = [
        Words(
            f"Iuran {shown.rupiah(one.contributions, 'id')} setara {shown.count(first.months, 'id')} orang-bulan pada "
            f"{shown.rupiah(first.price, 'id')}, sisa {shown.rupiah(first.left, 'id')}.",
            f"Contributions of {shown.rupiah(one.contributions, 'en')} come to {shown.count(first.months, 'en')} person-months at "
            f"{shown.rupiah(first.price, 'en')}, {shown.rupiah(first.left, 'en')} left.",
        ),
        Words(
            f"Manfaat {shown.rupiah(one.claims, 'id')} setara {shown.decimal(one.deaths, 'id', 1)} santunan kematian penuh "
            f"(paling sedikit {one.fewest}, paling banyak {one.most} kematian).",
            f"Claims of {shown.rupiah(one.claims, 'en')} come to {shown.decimal(one.deaths, 'en', 1)} full death grants "
            f"(at least {one.fewest}, at most {one.most} deaths).",
        ),
        Words(
            f"Frekuensi {shown.decimal(one.frequency, 'id', 1)} per 1.000 orang-tahun (95 %: {shown.decimal(low, 'id', 1)}–"
            f"{shown.decimal(high, 'id', 1)}); titik impas {shown.decimal(one.terms.break_even or 0, 'id', 2)}.",
            f"Frequency {shown.decimal(one.frequency, 'en', 1)} per 1,000 person-years (95 %: {shown.decimal(low, 'en', 1)}–"
            f"{shown.decimal(high, 'en', 1)}); break-even {shown.decimal(one.terms.break_even or 0, 'en', 2)}.",
        ),
    ]
    if one.has_other_payments:
        said.insert(
            1,
            Words(
                "Jumlah itu bukan campuran harga tetap BPU saja: sebagian dibayar sebagai persentase upah, atau ada denda.",
                "The sum is no mix of BPU's fixed prices alone: part was paid as a share of wages, or there was a fine.",
            ),
        )
    return [line.said(lang) for line in said]
