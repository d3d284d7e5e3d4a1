"""What the command line shows of pools and of two totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from semesta.basics import shown
from semesta.basics.words import LANGS, Lang, Words, joined
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.pool import OUTSIDE
from semesta.planning.deficit import Deficit
from semesta.planning.pooling.parted import OWN, Parted
from semesta.planning.pooling.pooled import Pooled
from semesta.planning.pooling.prospect import Prospect, Together
from semesta.report.pooled.told import (
    CHANCE,
    POOL,
    beyond_chance,
    by_shock,
    cases_expected,
    expected,
    in_short,
    luck,
    money,
    part,
    ratio,
    ratio_open,
    scope,
    sentence,
    stable,
)
from semesta.report.rencana.names import UNKNOWN

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

    from semesta.planning.implied import Implied

MOST_ROWS = 20


def summary(found: Pooled, lang: Lang) -> Group:
    """Everything in one screen, for Rich; readable at 80 columns and without colour."""
    from rich.console import Group

    parted = {one.own.node: one for one in found.parted}
    parts: list[object] = []
    for one in found.prospects:
        parts += [*_pool(one, lang), *_of_pool(parted.pop(one.own.node, None), lang)]
    parts += [_joined(one, lang) for one in found.together]
    if not found.prospects and found.lacking:
        parts += ["", Words("Kumpulan belum dapat dihitung:", "No pool can be reckoned yet:").said(lang)]
        parts += [f"- {why.said(lang)}" for why in found.lacking]
    for alone in parted.values():
        parts += _alone(alone, lang)
    if found.parts is not None:
        parts += ["", _answer(found.parts, lang), ""]
    if found.implied is not None:
        parts += _totals(found.implied, lang)
    if found.parts is not None:
        parts += ["", _traits(found.parts, lang), _expected(found.parts, lang)]
    outside = f"{sentence(OUTSIDE).said(lang)} "
    return Group(*parts, *_drawn(found, lang), "", outside + NATIONAL_POOL.said(lang))  # type: ignore[arg-type]


# ---- pools


def _pool(one: Prospect, lang: Lang) -> list[object]:
    from rich.text import Text

    pool, years = one.outlook.pool, one.outlook.years
    said = [
        Words(
            f"Sesudah {years} tahun: saldo kumpulan {money(pool.ends[0], 'id')} sampai {money(pool.ends[2], 'id')} (90 %); "
            f"peluang pernah di bawah nol {part(pool.ever_below, 'id')}.",
            f"After {years} years: the pool's balance {money(pool.ends[0], 'en')} to {money(pool.ends[2], 'en')} (90%); "
            f"chance of ever being below zero {part(pool.ever_below, 'en')}.",
        ),
        sentence(by_shock(one)),
        stable(one),
    ]
    if one.own.unknown:
        left = {
            lang: "; ".join(f"{name} ({side.said(lang)})" for name, side in one.own.unknown.items()) for lang in LANGS
        }
        said.append(
            Words(
                f"Di luar hitungan karena datanya tidak ada: {left['id']}.", f"Left out for lack of data: {left['en']}."
            )
        )
    head = Text(scope(one.own, lang), style="bold")
    return ["", head, in_short(one).said(lang), _table(one, lang), *(line.said(lang) for line in said)]


def _table(one: Prospect, lang: Lang) -> Table:
    heads = (
        Words("Kantor", "Office") if one.own.by_office else Words("Wilayah", "Region"),
        Words("Iuran", "Contributions"),
        Words("Manfaat", "Claims"),
        Words("dari\niuran", "of con-\ntributions"),
        Words("Defisit\nsetahun", "Deficit\nin a year"),
        Words("Terburuk 1\ndari 200 tahun", "Worst 1\nyear in 200"),
    )
    table = _plain(heads, lang)
    offices = list(zip(one.own.members, one.outlook.offices, strict=True))
    for member, found in offices[:MOST_ROWS]:
        amounts = _sides(member.contributions, member.claims, lang)
        table.add_row(member.name, *amounts, part(found.deficit_in_a_year, lang), money(found.bad_year, lang))
    if len(offices) > MOST_ROWS:
        table.add_row(f"… ({len(offices) - MOST_ROWS})")
    paid_in, paid_out = (sum(getattr(m, name) for m in one.own.members) for name in ("contributions", "claims"))
    pool = one.outlook.pool
    amounts = _sides(paid_in, paid_out, lang)
    table.add_row(POOL.said(lang), *amounts, part(pool.deficit_in_a_year, lang), money(pool.bad_year, lang))
    return table


def _sides(contributions: int, claims: int, lang: Lang) -> tuple[str, str, str]:
    return money(contributions, lang), money(claims, lang), ratio(contributions, claims, lang)


def _plain(heads: Sequence[Words], lang: Lang) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(head.said(lang), justify="right" if number else "left", no_wrap=number > 0, overflow="fold")
    return table


def _of_pool(found: Parted | None, lang: Lang) -> list[str]:
    """The pool's difference in three parts in a line, and whose difference chance hardly explains."""
    if found is None or not found.known:
        return []
    known = found.known
    portfolio = [one.portfolio for one in known if one.portfolio is not None]
    result, price, chance = (sum(getattr(one, name) for one in known) for name in ("result", "price", "chance"))
    own = found.expectation.source == OWN  # a pool held against itself has neither chance nor portfolio
    said = [] if own else [_three(result, price, sum(portfolio) if portfolio else None, chance)]
    said += beyond_chance(found.own.members, found.members)
    return [each.said(lang) for each in said]


def _three(result: int, price: int, portfolio: int | None, chance: int) -> Words:
    def between(lang: Lang) -> str:
        return UNKNOWN.said(lang) if portfolio is None else money(portfolio, lang)

    return Words(
        f"Selisih {money(result, 'id')} = harga {money(price, 'id')}, portofolio {between('id')}, kebetulan {money(chance, 'id')}.",
        f"Difference {money(result, 'en')} = price {money(price, 'en')}, portfolio {between('en')}, chance {money(chance, 'en')}.",
    )


def _joined(found: Sequence[Together], lang: Lang) -> str:
    each = {
        lang: "; ".join(f"{' + '.join(step.segments)} {part(step.deficit_in_a_year, lang)}" for step in found)
        for lang in LANGS
    }
    programme = found[0].programme
    return "\n" + Words(
        f"{programme}, peluang defisit setahun bila segmennya bersama: {each['id']}. Program tidak pernah dinetokan.",
        f"{programme}, chance of a deficit in a year with its segments together: {each['en']}. Programmes are never netted.",
    ).said(lang)


def _drawn(found: Pooled, lang: Lang) -> list[str]:
    """What the draws rest on; nothing where nothing was drawn."""
    if not found.prospects:
        return []
    one, shock = found.prospects[0].outlook, found.prospects[0].assumptions[0]
    return [
        "",
        Words(
            "Defisit setahun: peluang manfaat setahun melebihi iurannya. Terburuk 1 dari 200 tahun: hasil yang hanya dilampaui ke bawah "
            "sekali dalam 200 tahun. Saldo dimulai dari nol.",
            "Deficit in a year: the chance that a year's claims exceed its contributions. Worst 1 year in 200: the result that one year in "
            "200 falls below. Balances begin with nil.",
        ).said(lang),
        Words(
            f"{shown.count(one.scenarios, 'id')} skenario, benih {one.seed}, guncangan bersama {shown.share(one.shock, 'id', 0)} setahun "
            f"(asumsi: {shock.source.id}). Peluang ialah perkiraan, bukan angka resmi.",
            f"{shown.count(one.scenarios, 'en')} scenarios, seed {one.seed}, shared shock of {shown.share(one.shock, 'en', 0)} a year "
            f"(assumed: {shock.source.en}). Chances are estimates, not official figures.",
        ).said(lang),
    ]


# ---- one difference


def _alone(found: Parted, lang: Lang) -> list[object]:
    from rich.text import Text

    said: list[object] = ["", Text(scope(found.own, lang), style="bold")]
    for one in found.known:
        said += [_answer(one, lang), _traits(one, lang), _expected(one, lang)]
    return [*said, *([found.not_listed.said(lang)] if found.not_listed else [])]


def _traits(one: Deficit, lang: Lang) -> Table:
    heads = (Words("Bagian selisih", "Part of the difference"), Words("Rupiah", "Rupiah"))
    table = _plain(heads, lang)
    none = Words("tidak ada", "none").said(lang)
    table.add_row(Words("Harga", "Price").said(lang), shown.rupiah(one.price, lang))
    for trait in one.parts:
        amount = (
            (none if trait.has_none else UNKNOWN.said(lang))
            if trait.amount is None
            else shown.rupiah(trait.amount, lang)
        )
        table.add_row(f"  {trait.name.said(lang)}", amount)
    table.add_row(
        CHANCE.said(lang),
        shown.rupiah(one.chance, lang),
    )
    table.add_row(
        Words("Iuran dikurangi manfaat", "Contributions less claims").said(lang), shown.rupiah(one.result, lang)
    )
    return table


def _answer(one: Deficit, lang: Lang) -> str:
    """The ratio, and whether it was bad luck."""
    lucky = luck(one)
    return sentence(ratio_open(one)).said(lang) + (f" {lucky.said(lang)}" if lucky else "")


def _expected(one: Deficit, lang: Lang) -> str:
    ratio = one.expectation.ratio
    said = [sentence(expected(one.expectation))]
    if ratio.low != ratio.high:
        low, high = (round(one.contributions * (1 - end)) for end in (ratio.high, ratio.low))
        said.append(
            Words(
                f"Jadi harga {money(low, 'id')} sampai {money(high, 'id')}.",
                f"So that price is {money(low, 'en')} to {money(high, 'en')}.",
            )
        )
    if (seen := cases_expected(one)) is not None:
        said.append(sentence(seen))
    return joined(said).said(lang)


# ---- two totals


def _totals(one: Implied, lang: Lang) -> list[object]:
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
            f"Manfaat {shown.rupiah(one.claims, 'id')}, bila semuanya santunan kematian, setara {shown.decimal(one.deaths, 'id', 1)} santunan "
            f"penuh (paling sedikit {shown.count(one.fewest, 'id')}, paling banyak {shown.count(one.most, 'id')} kematian).",
            f"Claims of {shown.rupiah(one.claims, 'en')}, if all were death grants, come to {shown.decimal(one.deaths, 'en', 1)} full "
            f"grants (at least {shown.count(one.fewest, 'en')}, at most {shown.count(one.most, 'en')} deaths).",
        ),
        Words(
            f"Frekuensi {shown.decimal(one.frequency, 'id', 1)} per 1.000 orang-tahun (95 %: {shown.decimal(low, 'id', 1)}–"
            f"{shown.decimal(high, 'id', 1)}); titik impas {shown.decimal(one.terms.break_even or 0, 'id', 2)}.",
            f"Frequency {shown.decimal(one.frequency, 'en', 1)} per 1,000 person-years (95%: {shown.decimal(low, 'en', 1)}–"
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
