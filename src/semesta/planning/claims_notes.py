"""What is said under expected claims: what they rest on, what was seen, and what nobody has published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from semesta.basics import shown
from semesta.basics.groups import GROUPS
from semesta.basics.words import LANGS, Words
from semesta.planning.ages_of_round import AgesSeen
from semesta.planning.assumptions import LIFE_TABLE
from semesta.planning.claims import Experience
from semesta.planning.claims_asked import Asked
from semesta.planning.cover import Route
from semesta.planning.estimate import Estimate
from semesta.planning.in_words import count
from semesta.planning.risk import Risk


def notes(
    asked: Asked,
    risks: Mapping[tuple[str, Route], Risk | None],
    by_age: Mapping[str, AgesSeen],
    costs: Mapping[str, tuple[Estimate, float]],
    used: Collection[str],
) -> Iterator[Words]:
    """One sentence after the other.

    Args:
        risks: of each group with its route, None where nothing tells it from its segment.
        by_age: segments whose deaths were expected by the ages that the round tells.
        costs: by segment the average cost of a case where own cases are in it, and their weight.
        used: names of the assumptions.
    """
    yield Words(
        "selang 90 %: frekuensi yang tidak diketahui pasti, biaya satu kasus, dan kebetulan",
        "range of 90%: what is not known of the frequency, the cost of a case, and chance",
    )
    yield from (seen.said for seen in by_age.values())
    if asked.ages or by_age:
        yield LIFE_TABLE
    if "men_among_members" in used:
        yield Words(
            "kematian PU: frekuensi terbit, dinaikkan atau diturunkan menurut umur dan jenis kelamin dibanding umur 20–59; tabel penduduk "
            "sendiri jauh di atas yang terbit bagi peserta",
            "deaths of PU: the published frequency, higher or lower as these ages and sexes are against ages 20–59; the population's table "
            "itself lies far above what was published of members",
        )
    yield from _risks(risks)
    is_split = any(risk is not None for risk in risks.values())
    for (programme, segment), one in asked.experience.items():
        cases, years = count(one.cases), count(round(one.years))
        told = Words(
            f"pengalaman sendiri {programme} {segment}: {cases.id} kasus dalam {years.id} orang-tahun; {one.source.id}",
            f"own experience {programme} {segment}: {cases.en} cases in {years.en} person-years; {one.source.en}",
        )
        yield told + _of_whom(one) if programme == "JKK" and is_split else told
    yield from (_cost(segment, *found) for segment, found in costs.items())
    yield from asked.not_seen


def _risks(risks: Mapping[tuple[str, Route], Risk | None]) -> Iterator[Words]:
    """What accidents are expected by, group by group, and what nothing supports."""
    for (code, _), risk in risks.items():
        if risk is not None:
            low, central, high = risk.relative.low, risk.relative.central, risk.relative.high
            said = [
                f"{shown.decimal(central, lang, 2)} ({shown.decimal(low, lang, 2)}–{shown.decimal(high, lang, 2)})"
                for lang in LANGS
            ]
            head = Words(
                f"risiko JKK {_title(code).id} dibanding rata-rata segmennya: {said[0]}; ",
                f"risk of JKK of {_title(code).en} against the average of its segment: {said[1]}; ",
            )
            yield head + risk.said + Words("; asumsi, bukan angka resmi", "; assumed, not official")
    if alike := [_title(code) for (code, _), risk in risks.items() if risk is None]:
        yield Words(
            f"kasus JKK {', '.join(title.id for title in alike)}: dianggap sesering rata-rata segmennya, sebab tidak ada frekuensi terbit "
            "per kelompok (isi claims.risks bila kantor punya)",
            f"cases of JKK of {', '.join(title.en for title in alike)}: taken as often as the average of the segment, as no frequency by "
            "group was published (fill in claims.risks where the office has one)",
        )
    yield Words(
        "umur dan jenis kelamin tidak membedakan kasus JKK: tidak ada frekuensi terbit menurut keduanya",
        "age and sex make no difference to cases of JKK: no frequency by either was published",
    )


def _cost(segment: str, cost: Estimate, weight: float) -> Words:
    said = {
        lang: (
            shown.rupiah_short(round(cost.central), lang),
            "–".join(shown.rupiah_short(round(n), lang) for n in (cost.low, cost.high)),
            shown.share(weight, lang, 0),
        )
        for lang in LANGS
    }
    (middle, between, part), (centre, span, share) = said["id"], said["en"]
    return Words(
        f"biaya satu kasus JKK {segment}: {middle} ({between}), dengan bobot {part} bagi rata-rata kasus sendiri",
        f"cost of a case of JKK {segment}: {centre} ({span}), with a weight of {share} for the average of own cases",
    )


def _of_whom(one: Experience) -> Words:
    if one.relative == 1:
        return Words("; dianggap dari campuran risiko yang biasa", "; taken to be of the usual mix of risks")
    risk = [shown.decimal(one.relative, lang, 2) for lang in LANGS]
    return Words(f"; risiko mereka dibanding rata-rata: {risk[0]}", f"; their risk against the average: {risk[1]}")


def _title(code: str) -> Words:
    return GROUPS[code].title if code else Words("semua kelompok", "all groups")
