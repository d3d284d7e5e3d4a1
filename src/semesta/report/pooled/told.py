"""Names and figures of a pool in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from semesta.basics import chance, lists, shown
from semesta.basics.words import LANGS, Lang, Words, capital, joined, same
from semesta.planning.deficit import Deficit, Expectation, Verdict
from semesta.planning.pooling.of_round import Member, OwnPool
from semesta.planning.pooling.prospect import Prospect
from semesta.report.laporan import naming

TITLE = Words("Iuran, manfaat dan gotong royong", "Contributions, claims and sharing")
POOL = Words("Kumpulan", "Pool")
CHANCE = Words("Kebetulan dan yang belum terjelaskan", "Chance and what is not explained")


def sentence(said: Words) -> Words:
    """With a capital and a full stop."""
    return Words(f"{capital(said.id)}.", f"{capital(said.en)}.")


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


def expected(one: Expectation) -> Words:
    """ "harapan: manfaat 94,1 % dari iuran (40 % sampai 110 %); …", without the range where there is none."""
    between = _between(
        *(Words(*(shown.share(end, lang, 1) for lang in LANGS)) for end in (one.ratio.low, one.ratio.high))
    )
    central = one.ratio.central
    return Words(
        f"harapan: manfaat {shown.share(central, 'id', 1)} dari iuran{between.id}; {one.source.id}",
        f"expectation: claims {shown.share(central, 'en', 1)} of contributions{between.en}; {one.source.en}",
    )


def _between(low: Words, high: Words) -> Words:
    return Words(f" ({low.id} sampai {high.id})", f" ({low.en} to {high.en})") if low != high else same("")


def cases_expected(one: Deficit) -> Words | None:
    """ "18 kasus, diharapkan 10,3 (3,3 sampai 11,8)"; None where nobody says how many there were."""
    if one.cases is None or one.expected_cases is None:
        return None
    low, central, high = (
        Words(*(shown.decimal(n, lang, 1) for lang in LANGS))
        for n in (one.expected_cases.low, one.expected_cases.central, one.expected_cases.high)
    )
    between = _between(low, high)
    return Words(
        f"{shown.count(one.cases, 'id')} kasus, diharapkan {central.id}{between.id}",
        f"{shown.count(one.cases, 'en')} cases, {central.en} expected{between.en}",
    )


def ratio_open(one: Deficit) -> Words:
    """ "manfaat 164,4 % dari iuran; jumlah kasus saja membuka 97 % sampai 260 % (95 %)"."""
    said = Words(
        f"manfaat {shown.share(one.ratio, 'id', 1)} dari iuran",
        f"claims {shown.share(one.ratio, 'en', 1)} of contributions",
    )
    if one.ratio_interval is None:
        return said
    low, high = one.ratio_interval
    return said + Words(
        f"; jumlah kasus saja membuka {shown.share(low, 'id', 0)} sampai {shown.share(high, 'id', 0)} (95 %)",
        f"; the number of cases alone leaves {shown.share(low, 'en', 0)} to {shown.share(high, 'en', 0)} open (95%)",
    )


def luck(one: Deficit) -> Words | None:
    """Whether it was bad luck, in a sentence, and whether the range of what is expected leaves that open.

    None where nobody says how many cases there were.
    """
    if one.verdicts is None or one.cases is None or one.expected_cases is None:
        return None
    low, central, high = one.verdicts
    years = _years_of(one.cases, one.expected_cases.central)
    usual = one.expectation.ratio.central
    head = Words(
        f"Pada harapan {shown.share(usual, 'id', 1)} dari iuran ", f"Where {shown.share(usual, 'en', 1)} was expected, "
    )
    said = head + years + same(": ") + _judged(one, central)
    ends = {
        low: (one.expectation.ratio.low, one.expected_cases.low),
        high: (one.expectation.ratio.high, one.expected_cases.high),
    }
    ends.pop(central, None)
    if not ends:
        return said
    each = [
        Words(
            f"bila harapannya {shown.share(ratio, 'id', 1)} dari iuran, ",
            f"if claims of {shown.share(ratio, 'en', 1)} were expected, ",
        )
        + _years_of(one.cases, mean)
        for ratio, mean in ends.values()
    ]
    return said + Words(" Belum dapat dipastikan: ", " It is not certain: ") + joined(each, "; ") + same(".")


def _years_of(cases: int, mean: float) -> Words:
    """ "sebanyak ini atau lebih terjadi kira-kira 5 dari 100 tahun"."""
    if not cases:
        often = {lang: _of_hundred(1 - chance.at_least(1, mean), lang) for lang in LANGS}
        return Words(
            f"tahun tanpa kasus terjadi {often['id']} dari 100 tahun", f"years without a case are {often['en']} of 100"
        )
    often = {lang: _of_hundred(chance.at_least(cases, mean), lang) for lang in LANGS}
    return Words(
        f"sebanyak ini atau lebih terjadi {often['id']} dari 100 tahun",
        f"so many or more happen in {often['en']} of 100 years",
    )


def _judged(one: Deficit, verdict: Verdict) -> Words:
    if verdict == "more":
        return Words("sulit dijelaskan oleh kebetulan saja.", "hard to explain by chance alone.")
    if verdict == "fewer":
        return Words("lebih sedikit daripada yang wajar.", "fewer than chance would have it.")
    if one.result < 0 and (due := _largest(one)) is not None:
        return Words(
            f"jumlah kasusnya dalam batas kebetulan; kekurangannya terutama dari {due.id}.",
            f"the cases are within chance; what lacks comes mostly from {due.en}.",
        )
    return Words("dalam batas kebetulan.", "within chance.")


def beyond_chance(members: Sequence[Member], found: Sequence[Deficit | None]) -> list[Words]:
    """Whose cases chance hardly explains at the central expectation, those with more apart from those with fewer."""
    said: list[Words] = []
    for verdict, title in BEYOND.items():
        odd = [
            m.name for m, one in zip(members, found, strict=True) if one and one.verdicts and one.verdicts[1] == verdict
        ]
        if odd:
            said.append(
                title + same(f": {', '.join(odd[:MOST_NAMED])}" + (" …" if len(odd) > MOST_NAMED else "") + ".")
            )
    return said


MOST_NAMED = 20
BEYOND: Mapping[Verdict, Words] = {
    "more": Words(
        "Kasusnya lebih banyak daripada yang dijelaskan kebetulan (95 %)", "More cases than chance explains (95%)"
    ),
    "fewer": Words(
        "Kasusnya lebih sedikit daripada yang dijelaskan kebetulan (95 %)", "Fewer cases than chance explains (95%)"
    ),
}


def _largest(one: Deficit) -> Words | None:
    """Which of the three parts lacks most."""
    parts = [
        (one.price, Words("harga", "price")),
        (one.portfolio or 0, Words("portofolio", "the portfolio")),
        (one.chance, Words("kebetulan itu dan yang belum terjelaskan", "that chance and what is not explained")),
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


def ratio_of(own: OwnPool, lang: Lang) -> str:
    """Claims against contributions of all members together."""
    paid_in, paid_out = (sum(getattr(one, side) for one in own.members) for side in ("contributions", "claims"))
    return ratio(paid_in, paid_out, lang)


def ratio(contributions: int, claims: int, lang: Lang) -> str:
    """Claims as a share of contributions; "–" where there were none."""
    return shown.share(claims / contributions, lang, 1) if contributions else "–"


def in_short(one: Prospect) -> Words:
    """Claims against contributions of the pool, and who gives and takes today."""
    said = sentence(given_and_taken(one))
    return Words(
        f"Bersama manfaatnya {ratio_of(one.own, 'id')} dari iuran. {said.id}",
        f"Together claims are {ratio_of(one.own, 'en')} of contributions. {said.en}",
    )


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
