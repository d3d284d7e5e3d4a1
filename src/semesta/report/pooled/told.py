"""Names and figures of a pool in words."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.planning.deficit import Deficit
from semesta.planning.pooling.of_round import OwnPool
from semesta.planning.pooling.prospect import Prospect
from semesta.report.laporan import naming

TITLE = Words("Iuran, manfaat dan gotong royong", "Contributions, claims and sharing")
POOL = Words("Kumpulan", "Pool")


def sentence(said: Words) -> Words:
    """With a capital and a full stop."""
    return Words(f"{said.id[0].upper()}{said.id[1:]}.", f"{said.en[0].upper()}{said.en[1:]}.")


def scope(own: OwnPool, lang: Lang) -> str:
    """ "JKM · BPU · 2024"; what is not split is not named."""
    node = own.node
    names = [node.programme, node.segment, naming.name(lists.FUNDINGS, node.funding, lang) if node.funding else ""]
    return " · ".join([*filter(None, names), shown.period(node.period, lang)])


def members(own: OwnPool, lang: Lang) -> str:
    """ "4 kantor cabang", or regions."""
    kind = Words("kantor cabang", "branches") if own.by_office else Words("wilayah", "regions")
    return f"{shown.count(len(own.members), lang)} {kind.said(lang)}"


def money(amount: float, lang: Lang) -> str:
    """Amounts that were drawn, to the three digits that are known of them."""
    return shown.rupiah_short(round(amount), lang)


def part(share: float, lang: Lang) -> str:
    """A chance; what was never drawn is no impossibility, and what always was no certainty."""
    if share < 0.001:
        return f"< {shown.share(0.001, lang, 1)}"
    if share > 0.999:
        return f"> {shown.share(0.999, lang, 1)}"
    return shown.share(share, lang, 1)


def by_shock(one: Prospect) -> Words:
    """How far the chances of a year move with the shock that is assumed."""
    ends = [(each.shock, each.pool) for each in one.by_shock]
    (low, calm), (high, rough) = ends

    def between(lang: Lang) -> tuple[str, str]:
        chances = sorted((calm.deficit_in_a_year, rough.deficit_in_a_year))
        worst = sorted((calm.bad_year, rough.bad_year))
        to = " sampai " if lang == "id" else " to "
        return to.join(part(each, lang) for each in chances), to.join(money(each, lang) for each in worst)

    shock = {lang: (shown.share(low, lang, 0), shown.share(high, lang, 0)) for lang in LANGS}
    told = {lang: between(lang) for lang in LANGS}
    return Words(
        f"dengan guncangan {shock['id'][0]} atau {shock['id'][1]}: peluang defisit kumpulan setahun {told['id'][0]}, terburuk 1 dari 200 "
        f"tahun {told['id'][1]}",
        f"at a shock of {shock['en'][0]} or {shock['en'][1]}: chance of a deficit of the pool in a year {told['en'][0]}, the worst 1 year "
        f"in 200 {told['en'][1]}",
    )


UNLIKELY = 0.025


def luck(one: Deficit) -> Words | None:
    """Whether it was bad luck, in a sentence; None where nobody says how many cases there were."""
    if one.probability is None:
        return None
    years = {lang: _of_hundred(one.probability, lang) for lang in LANGS}
    head = Words(
        f"Pada harapan itu sebanyak ini atau lebih terjadi {years['id']} dari 100 tahun: ",
        f"At that expectation so many or more happen in {years['en']} of 100 years: ",
    )
    if one.probability < UNLIKELY:
        return head + Words("sulit dijelaskan oleh kebetulan saja.", "hard to explain by chance alone.")
    if one.probability > 1 - UNLIKELY:
        return head + Words("lebih sedikit daripada yang wajar.", "fewer than chance would have it.")
    if one.result < 0 and (due := _largest(one)) is not None:
        return head + Words(
            f"jumlah kasusnya dalam batas kebetulan; kekurangannya terutama dari {due.id}.",
            f"the cases are within chance; what lacks comes mostly from {due.en}.",
        )
    return head + Words("dalam batas kebetulan.", "within chance.")


def _largest(one: Deficit) -> Words | None:
    """Which of the three parts lacks most."""
    parts = [
        (one.price, Words("harga", "price")),
        (one.portfolio or 0, Words("portofolio", "the portfolio")),
        (one.chance, Words("kebetulan itu", "that chance")),
    ]
    least, name = min(parts, key=lambda each: each[0])
    return name if least < 0 else None


def _of_hundred(probability: float, lang: Lang) -> str:
    years = round(100 * probability)
    if years in (0, 100):
        return (
            Words("kurang dari 1", "fewer than 1").said(lang)
            if not years
            else Words("hampir 100", "nearly 100").said(lang)
        )
    return Words(f"kira-kira {years}", f"about {years}").said(lang)


def given_and_taken(one: Prospect) -> Words:
    """Who gives and who takes today, and what is carried."""
    results = [member.contributions - member.claims for member in one.own.members]
    gives, takes = [r for r in results if r > 0], [-r for r in results if r < 0]
    total = sum(gives), sum(takes)
    if not gives:
        return Words(
            f"semua menerima, bersama-sama {shown.rupiah(total[1], 'id')}; tidak ada yang memberi",
            f"all take, together {shown.rupiah(total[1], 'en')}; nobody gives",
        )
    if not takes:
        return Words(
            f"semua memberi, bersama-sama {shown.rupiah(total[0], 'id')}; tidak ada yang menerima",
            f"all give, together {shown.rupiah(total[0], 'en')}; nobody takes",
        )
    carried, rest = min(total), max(total[1] - total[0], 0)
    left = Words(f"; belum terpikul {shown.rupiah(rest, 'id')}", f"; {shown.rupiah(rest, 'en')} is not carried")
    said = Words(
        f"{len(gives)} memberi {shown.rupiah(total[0], 'id')}, {len(takes)} menerima {shown.rupiah(total[1], 'id')}; yang terpikul bersama "
        f"{shown.rupiah(carried, 'id')}",
        f"{len(gives)} {'gives' if len(gives) == 1 else 'give'} {shown.rupiah(total[0], 'en')}, {len(takes)} "
        f"{'takes' if len(takes) == 1 else 'take'} {shown.rupiah(total[1], 'en')}; carried together "
        f"{shown.rupiah(carried, 'en')}",
    )
    return said + left if rest else said


def stable(one: Prospect) -> Words:
    """From which size a year's claims stay near what is expected."""
    if one.stable_from is None:
        return Words(
            "Dengan guncangan bersama sebesar itu tidak ada ukuran kumpulan yang cukup agar manfaat setahun hampir selalu dalam 10 % dari "
            "yang diharapkan.",
            "With a shared shock of that size no pool is large enough for a year's claims to stay nearly always within 10% of what is "
            "expected.",
        )
    return Words(
        f"Manfaat setahun tetap dalam 10 % dari yang diharapkan pada 95 dari 100 tahun mulai "
        f"{shown.count(round(one.stable_from), 'id')} kasus setahun.",
        f"A year's claims stay within 10% of what is expected in 95 of 100 years from "
        f"{shown.count(round(one.stable_from), 'en')} cases a year.",
    )
