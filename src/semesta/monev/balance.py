"""Contributions against claims: which programmes may be judged together, and how sure a ratio is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from semesta.basics import chance, shown
from semesta.basics.lists import RISK_PROGRAMMES
from semesta.basics.words import Words
from semesta.monev.figure import Figure
from semesta.monev.figures import Figures
from semesta.monev.value import Node, Refusal, Status, Value

FEW_CASES = 30
NATIONAL_POOL = Words(
    "Selisih iuran dan manfaat bukan utang pemerintah daerah; dana jaminan sosial bersifat nasional dan gotong royong.",
    "The difference between contributions and benefits is no debt of the local government; the social security fund is national and shared.",
)
MIXED = Words("campuran program, tidak dapat dinilai", "a mix of programmes that cannot be judged")
PER_PROGRAMME = Words(
    "beberapa program tidak dinetokan; lihat angka per program", "several programmes are not netted; see each programme"
)
SCOPE = {
    "place": Words("wilayah", "places"),
    "office": Words("kantor cabang", "branches"),
    "segment": Words("segmen", "segments"),
    "funding": Words("sumber dana", "sources of money"),
}
"""What contributions and claims must share besides programme and period."""
CASES_UNKNOWN = Words("jumlah kasus tidak diketahui", "number of cases unknown")


@dataclass(frozen=True, slots=True)
class Sides:
    """Contributions and claims of one node and period, with what may not be said of them together."""

    contributions: Figure | None
    claims: Figure | None
    may_be_judged: bool
    status: tuple[Status, ...] = ()
    notes: tuple[Words, ...] = ()
    refused: Refusal = ""


def sides(figures: Figures, node: Node) -> Sides | None:
    """The two sides at a node; None for JHT and JP, and where neither side knows this period."""
    if node.programme not in ("", *RISK_PROGRAMMES):
        return None
    contributions = figures.amounts.at("contributions", node)
    claims = figures.amounts.at("claims_paid", node)
    if contributions is None and claims is None:
        return None
    if contributions is None or claims is None:
        return _one_side_only(figures, node, contributions, claims)
    if contributions.amount is None or claims.amount is None:
        return Sides(contributions, claims, False)
    if unlike := _unlike_scope(figures, contributions, claims):
        return Sides(contributions, claims, False, ("scope_mismatch",), (unlike,), "scope")
    return _judged(node, contributions, claims)


def _unlike_scope(figures: Figures, contributions: Figure, claims: Figure) -> Words | None:
    """What the two sides do not share: contributions of BPU alone say nothing of the claims of all segments."""
    cubes = [figures.amounts.flows[name].cube for name in ("contributions", "claims_paid")]
    both = list(zip(cubes, (contributions, claims), strict=True))
    for name, said in SCOPE.items():
        codes = [{cell.codes[cube.names.index(name)] for cell in figure.cells} for cube, figure in both]
        held = [cube.smallest_holding(figure.cells)[cube.names.index(name)] for cube, figure in both]
        # A side that is not split may stand against parts only where these are all the parts there are.
        unsplit = held[0] == held[1] and ({held[0]} in codes)
        incomplete = name == "place" and any("partial" in figure.status for _, figure in both)
        if codes[0] != codes[1] and (incomplete or not unsplit):
            return Words(
                f"tidak dihitung: iuran dan manfaat tidak meliputi {said.id} yang sama",
                f"not made: contributions and claims do not cover the same {said.en}",
            )
    return None


def _judged(node: Node, contributions: Figure, claims: Figure) -> Sides:
    if node.programme:
        return Sides(contributions, claims, True)
    paid_in, paid_out = _programmes(contributions), _programmes(claims)
    if paid_in == paid_out == {""}:
        return Sides(contributions, claims, True, ("mixed",), (MIXED,))
    if "" in paid_in or "" in paid_out:
        return Sides(contributions, claims, True, ("mixed", "partial"), (MIXED, _split_differs(paid_in, paid_out)))
    status: tuple[Status, ...] = ("mixed",) if paid_in == paid_out else ("mixed", "partial")
    notes = (PER_PROGRAMME,) if paid_in == paid_out else (PER_PROGRAMME, _split_differs(paid_in, paid_out))
    return Sides(contributions, claims, False, status, notes)


def _programmes(figure: Figure) -> set[str]:
    return {cell.codes[3] for cell in figure.cells}


def _split_differs(paid_in: set[str], paid_out: set[str]) -> Words:
    def named(codes: Iterable[str], whole: str) -> str:
        return ", ".join(sorted(codes)) if "" not in codes else whole

    return Words(
        f"program tidak sama: iuran {named(paid_in, 'tanpa rincian')}, manfaat {named(paid_out, 'tanpa rincian')}",
        f"not the same programmes: contributions {named(paid_in, 'unsplit')}, claims {named(paid_out, 'unsplit')}",
    )


def _one_side_only(figures: Figures, node: Node, contributions: Figure | None, claims: Figure | None) -> Sides:
    """A side that is missing: because its programme is, because its periods are others, or because nothing is known."""
    absent = "claims_paid" if claims is None else "contributions"
    other = figures.amounts.flows[absent]
    codes = tuple("" if d == "programme" else getattr(node, d, "") for d in other.cube.names)
    exact = tuple(getattr(node, d, "") for d in other.cube.names)
    if other.cube.within(exact):
        note = _other_period(absent, other.periods(exact))
        return Sides(contributions, claims, False, ("scope_mismatch",), (note,), "period")
    if node.programme and other.cube.within(codes):
        return Sides(
            contributions, claims, False, ("missing", "partial"), (_no_such_programme(absent, node.programme),)
        )
    return Sides(contributions, claims, False, ("missing",))


def _other_period(absent: str, periods: list[str]) -> Words:
    side = Words("manfaat", "claims") if absent == "claims_paid" else Words("iuran", "contributions")
    return Words(
        f"periode tidak sama: {side.id} hanya diketahui untuk " + "; ".join(shown.period(p, "id") for p in periods[:4]),
        f"not the same period: {side.en} are known for " + "; ".join(shown.period(p, "en") for p in periods[:4]),
    )


def _no_such_programme(absent: str, programme: str) -> Words:
    if absent == "claims_paid":
        return Words(f"manfaat {programme} tidak ada dalam data", f"no claims of {programme} in the data")
    return Words(f"iuran {programme} tidak ada dalam data", f"no contributions of {programme} in the data")


def with_sides(figures: Figures, value: Value, both: Sides) -> Value:
    """The value with what its two sides pass on, and the sentence that stands under every such figure."""
    inherited, notes = figures.status_of([both.contributions, both.claims])
    status = tuple(sorted({*both.status, *inherited}))
    sources = tuple(
        dict.fromkeys(s for side in (both.contributions, both.claims) if side is not None for s in side.sources)
    )
    return replace(
        value,
        numerator=both.claims.amount if both.claims else None,
        denominator=both.contributions.amount if both.contributions else None,
        status=status or ("ok",),
        notes=tuple(dict.fromkeys([*both.notes, *notes, *value.notes, NATIONAL_POOL])),
        sources=sources,
        step=2 * sum(side.tolerance for side in (both.contributions, both.claims) if side is not None),
        rows=tuple(ref for side in (both.contributions, both.claims) if side is not None for ref in side.rows),
        refused=both.refused,
    )


def result(figures: Figures, node: Node) -> tuple[Sides, int | None] | None:
    """The two sides and contributions − claims in rupiah; None in place of the amount where it may not be made."""
    both = sides(figures, node)
    if both is None:
        return None
    if not both.may_be_judged or both.contributions is None or both.claims is None:
        return both, None
    return both, int(both.contributions.amount or 0) - int(both.claims.amount or 0)


def certainty(figures: Figures, node: Node, ratio: float) -> tuple[tuple[float, float] | None, tuple[Words, ...]]:
    """The 95 % interval that the number of cases alone leaves a ratio, when there are few; or that the number is unknown."""
    cases = figures.amounts.at("claim_cases", node)
    if cases is None or cases.amount is None:
        return None, (CASES_UNKNOWN,)
    count = int(cases.amount)
    if count >= FEW_CASES or count == 0:
        return None, ()
    low, high = chance.interval(count)
    bounds = ratio * low / count, ratio * high / count
    said = Words(
        f"hanya {count} kasus: selang 95 % {shown.share(bounds[0], 'id', 0)} sampai {shown.share(bounds[1], 'id', 0)}",
        f"only {count} cases: 95 % interval {shown.share(bounds[0], 'en', 0)} to {shown.share(bounds[1], 'en', 0)}",
    )
    return bounds, (said,)
