"""By how much claims are expected to differ for who is covered: ages, sexes, months unpaid, who is new, early deaths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from semesta.basics import chance, shown
from semesta.basics.words import LANGS, Lang, Words
from semesta.planning.assumptions import LifeTable, assumed
from semesta.planning.portfolio import COVERED_AGES, MOSTLY, Asked, Part, Portfolio

EARLY = (3, 6, 12)
"""Months since entry up to which deaths are told; the last is how far the sum goes."""
TAIL = 0.025
LEAST = 0.001

AGES = Words("Umur peserta", "Ages of those covered")
SEXES = Words("Jenis kelamin peserta", "Sexes of those covered")
GROUPS = Words("Kelompok pekerjaan", "Groups of work")
ENTRANTS = Words("Peserta baru dalam masa tunggu", "New members within the waiting time")
UNPAID = Words("Bulan terlindungi yang tidak dibayar", "Months covered though not paid")
EARLY_DEATHS = Words("Kematian segera sesudah masuk", "Deaths soon after entry")


@dataclass(frozen=True, slots=True)
class _Known:
    """A factor on expected claims, and what it rests on."""

    factor: float
    said: Words


def parts_of(asked: Asked) -> tuple[Part, ...]:
    """Each trait with its own amount, one after the other, so that they add up to what all do together."""
    left, found = float(asked.expected), list[Part]()
    for name, known in _factors(asked):
        if isinstance(known, Words):
            found.append(Part(name, None, known, has_none=known == _no_waiting(asked)))
            continue
        after = left * known.factor
        found.append(Part(name, round(left) - round(after), known.said))
        left = after
    if asked.programme == "JKM":
        found.append(_early_deaths(asked))
    return tuple(found)


def _factors(asked: Asked) -> Iterator[tuple[Words, _Known | Words]]:
    if asked.programme == "JKM":
        yield AGES, _by_age(asked)
        yield SEXES, _by_sex(asked)
        yield GROUPS, Words("kematian menurut kelompok tidak terbit", "no deaths by group are published")
        yield ENTRANTS, _by_waiting(asked)
    else:
        lacking = Words(
            "kasus menurut umur, jenis kelamin dan kelompok tidak terbit",
            "no cases by age, sex and group are published",
        )
        yield Words("Umur, jenis kelamin, kelompok", "Age, sex, group"), lacking
    yield UNPAID, _by_months_unpaid(asked)


# ---- ages and sexes


def _by_age(asked: Asked) -> _Known | Words:
    own = asked.own
    if not own.ages or own.age_known < MOSTLY:
        return Words(
            "perlu tanggal lahir dalam daftar peserta, atau berkas umur",
            "needs birth dates in the list of members, or a file of ages",
        )
    if asked.usual is not None and not asked.usual.ages:
        return Words("umur seluruh kumpulan belum diketahui", "the ages of the whole pool are not known")
    usual = _deaths_by_age(asked.usual.ages, asked.table) if asked.usual else _usual_deaths(asked.table)
    here = _deaths_by_age(own.ages, asked.table)
    against = (
        Words("anggota kumpulan", "the members of the pool")
        if asked.usual
        else Words("umur 20–59 sama banyak (asumsi)", "ages 20–59 alike (assumed)")
    )
    return _Known(
        here / usual,
        Words(
            f"{shown.decimal(1000 * here, 'id', 2)} kematian per 1.000 setahun pada umur ini, {shown.decimal(1000 * usual, 'id', 2)} "
            f"bagi {against.id}; tabel UN WPP 2024{_of_known(own, 'id')}",
            f"{shown.decimal(1000 * here, 'en', 2)} deaths per 1,000 a year at these ages, {shown.decimal(1000 * usual, 'en', 2)} "
            f"for {against.en}; table UN WPP 2024{_of_known(own, 'en')}",
        ),
    )


def _of_known(own: Portfolio, lang: Lang) -> str:
    if own.age_known > 0.995:
        return ""
    known = shown.share(own.age_known, lang, 0)
    return f"; umur diketahui bagi {known}" if lang == "id" else f"; ages known of {known}"


def _usual_deaths(table: LifeTable) -> float:
    return sum(table.chance(age) for age in COVERED_AGES) / len(COVERED_AGES)


def _deaths_by_age(ages: Mapping[tuple[str, int], float], table: LifeTable) -> float:
    return sum(n * table.chance(age) for (_, age), n in ages.items()) / sum(ages.values())


def _by_sex(asked: Asked) -> _Known | Words:
    lacking = Words(
        "perlu jenis kelamin dalam daftar peserta, atau berkas umur",
        "needs sexes in the list of members, or a file of ages",
    )
    here = _of_sexes(asked.own.ages, asked.table)
    if here is None:
        return lacking
    if asked.usual is not None:
        usual = _of_sexes(asked.usual.ages, asked.table)
        if usual is None:
            return lacking
        against = Words("anggota kumpulan", "the members of the pool")
        men_usual = usual[1]
    else:
        men = assumed("men_among_members", asked.replaced)
        men_usual = men.value.central
        usual = _of_sexes(_with_men(asked.own.ages, men_usual), asked.table)
        assert usual is not None
        against = men.source
    return _Known(
        here[0] / usual[0],
        Words(
            f"{shown.share(here[1], 'id', 0)} laki-laki, biasanya {shown.share(men_usual, 'id', 0)} ({against.id}); tabel UN WPP 2024",
            f"{shown.share(here[1], 'en', 0)} men, usually {shown.share(men_usual, 'en', 0)} ({against.en}); table UN WPP 2024",
        ),
    )


def _of_sexes(ages: Mapping[tuple[str, int], float], table: LifeTable) -> tuple[float, float] | None:
    """Deaths of these people against people of both sexes of the same ages, and the share of men; None where too little is known."""
    known = {key: n for key, n in ages.items() if key[0]}
    people = sum(known.values())
    if not people or people < MOSTLY * sum(ages.values()):
        return None
    own = sum(n * table.chance(age, sex) for (sex, age), n in known.items())
    both = sum(n * table.chance(age) for (_, age), n in known.items())
    return own / both, sum(n for (sex, _), n in known.items() if sex == "L") / people


def _with_men(ages: Mapping[tuple[str, int], float], share: float) -> dict[tuple[str, int], float]:
    """As many of each age, of whom a share are men."""
    found: dict[tuple[str, int], float] = {}
    for (_, age), n in ages.items():
        for sex, part in (("L", share), ("P", 1 - share)):
            found[sex, age] = found.get((sex, age), 0.0) + n * part
    return found


# ---- entry and payment


def _by_waiting(asked: Asked) -> _Known | Words:
    terms = asked.terms
    if terms is None or terms.benefit is None or terms.least is None:
        return Words("santunan menurut hukum belum diketahui", "the benefit by law is not known")
    if no_waiting := _no_waiting(asked):
        return no_waiting
    waiting = _waiting(asked.own, terms.waits)
    usual = _waiting(asked.usual, terms.waits) if asked.usual else 0.0
    if waiting is None or usual is None:
        return Words(
            "perlu tanggal kepesertaan dan daftar pembayaran per orang",
            "needs days of entry and a list of payments by person",
        )
    lost = 1 - terms.least / terms.benefit
    return _Known(
        (1 - waiting * lost) / (1 - usual * lost),
        Words(
            f"{shown.share(waiting, 'id', 1)} bulan dalam masa tunggu {terms.waits} bulan, ketika santunan "
            f"{shown.rupiah(terms.least, 'id')}",
            f"{shown.share(waiting, 'en', 1)} of months within the waiting time of {terms.waits} months, when "
            f"{shown.rupiah(terms.least, 'en')} is paid",
        ),
    )


def _no_waiting(asked: Asked) -> Words | None:
    """That the law has no waiting time; None where it has one, or is not known."""
    if asked.terms is None or asked.terms.benefit is None or asked.terms.waits:
        return None
    year = asked.terms.month.year
    return Words(f"hukum {year} tanpa masa tunggu", f"the law of {year} has no waiting time")


def _waiting(one: Portfolio, months: int) -> float | None:
    return sum(one.since_entry[:months]) / sum(one.since_entry) if sum(one.since_entry) else None


def _by_months_unpaid(asked: Asked) -> _Known | Words:
    own, usual = asked.own, asked.usual
    if not own.paid or (usual is not None and not usual.paid):
        return Words("perlu daftar pembayaran per orang dan bulan", "needs a list of payments by person and month")
    more = 1 + own.unpaid / own.paid
    known = usual and (1 + usual.unpaid / usual.paid)
    return _Known(
        more / (known or 1.0),
        Words(
            f"{shown.count(own.unpaid, 'id')} bulan terlindungi tanpa iuran di samping {shown.count(own.paid, 'id')} yang dibayar"
            + ("" if known else "; dibanding tanpa bulan demikian"),
            f"{shown.count(own.unpaid, 'en')} months covered without contributions beside {shown.count(own.paid, 'en')} paid"
            + ("" if known else "; against none of them"),
        ),
    )


# ---- deaths soon after entry


def _early_deaths(asked: Asked) -> Part:
    """More or fewer deaths within a year of entry than the months lived then give: the portfolio's only beyond what chance explains.

    In a pool that is held against itself: than they give there, since what is expected holds its early deaths already.
    """
    own = asked.own
    months, deaths = sum(own.since_entry), sum(own.deaths)
    if not months or not own.deaths:
        lacking = Words(
            "perlu tanggal kepesertaan, daftar pembayaran per orang dan kasus klaim JKM dengan tanggal kejadian",
            "needs days of entry, a list of payments by person, and claim cases of JKM with the day of death",
        )
        return Part(EARLY_DEATHS, None, lacking)
    shares = {k: _early_share(own, asked.usual, k) for k in EARLY}
    told = {k: (sum(own.deaths[:k]), deaths * share) for k, share in shares.items()}
    (seen, expected), share = told[EARLY[-1]], shares[EARLY[-1]]
    as_many = chance.part_at_least(seen, deaths, share)
    as_few = 1 - chance.part_at_least(seen + 1, deaths, share)
    beyond = min(as_many, as_few) < TAIL
    said = _early_said(told, deaths, as_many if seen > expected else as_few, more=seen > expected, beyond=beyond)
    return Part(EARLY_DEATHS, round((expected - seen) * asked.average) if beyond else 0, said)


def _early_share(own: Portfolio, usual: Portfolio | None, until: int) -> float:
    """The part of deaths to be expected up to a month since entry: by months lived, at the pool's rates where there is one."""
    lived = _split(own.since_entry, until)
    months, died = (_split(counts, until) for counts in ((usual.since_entry, usual.deaths) if usual else ((), ())))
    if all(months) and any(died):
        weighed = [each * deaths / of for each, deaths, of in zip(lived, died, months, strict=True)]
        if sum(weighed):
            return weighed[0] / sum(weighed)
    return lived[0] / sum(lived)


def _split(counts: tuple[int, ...], until: int) -> tuple[int, int]:
    """Until so many months since entry, and later."""
    return sum(counts[:until]), sum(counts[until:])


def _early_said(
    told: Mapping[int, tuple[int, float]], deaths: int, probability: float, *, more: bool, beyond: bool
) -> Words:
    each = {
        lang: ", ".join(
            Words(
                f"{seen} dalam {k} bulan sesudah masuk ({shown.decimal(expected, 'id', 1)} menurut lama kepesertaan)",
                f"{seen} within {k} months of entry ({shown.decimal(expected, 'en', 1)} by months lived)",
            ).said(lang)
            for k, (seen, expected) in told.items()
        )
        for lang in LANGS
    }
    likely = {lang: _chance(probability, lang) for lang in LANGS}
    kept = (
        Words("", "")
        if beyond
        else Words("; dalam batas kebetulan, termasuk di sana", "; within chance, and held there")
    )
    return Words(
        f"dari {shown.count(deaths, 'id')} kematian: {each['id']}; peluang {'sebanyak' if more else 'sesedikit'} itu {likely['id']}{kept.id}",
        f"of {shown.count(deaths, 'en')} deaths: {each['en']}; chance of so {'many' if more else 'few'} {likely['en']}{kept.en}",
    )


def _chance(probability: float, lang: Lang) -> str:
    if probability < LEAST:
        return f"< {shown.share(LEAST, lang, 1)}"
    return shown.share(probability, lang, 1)
