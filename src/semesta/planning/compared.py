"""Two plans side by side: what their scenarios say otherwise, and what comes of it in the years they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.otherwise import Otherwise, otherwise
from semesta.planning.path import Path
from semesta.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of both plans; None where a plan does not know it."""

    title: Words
    unit: str
    first: int | None
    other: int | None

    @property
    def difference(self) -> int | None:
        """Other − first."""
        return None if self.first is None or self.other is None else self.other - self.first


@dataclass(frozen=True, slots=True)
class Compared:
    """`names` are those of the two scenarios; `needs` are what both need in each year they share, in whole rupiah."""

    names: tuple[str, str]
    needs: tuple[tuple[int, int, int], ...]
    figures: tuple[Pair, ...]
    otherwise: tuple[Otherwise, ...]


def compared(first: Plan, other: Plan) -> Compared:
    """The second plan beside the first.

    Raises:
        Unplannable: they share no year.
    """
    years = [year for year in first.scenario.years if year in other.scenario.years]
    if not years:
        told = Words("tidak ada tahun yang sama dengan rencana pertama", "no year is shared with the first plan")
        raise Unplannable([PlanFault("years", _span(other), told, Words("samakan years", "make years agree"))])
    figures = [*_of_years(first, other, years), *_of_paths(first, other)]
    needs = tuple((year, _need(first, year), _need(other, year)) for year in years)
    return Compared(_names(first, other), needs, tuple(figures), tuple(otherwise(first.scenario, other.scenario)))


def _need(plan: Plan, year: int) -> int:
    return sum(need.amount for need in plan.budget.of_year(year))


def _span(plan: Plan) -> str:
    return f"{plan.scenario.first}–{plan.scenario.last}"


def _names(first: Plan, other: Plan) -> tuple[str, str]:
    one, two = (plan.scenario.name or _span(plan) for plan in (first, other))
    return (one, two) if one != two else (f"{one} (1)", f"{two} (2)")


def _of_years(first: Plan, other: Plan, years: list[int]) -> Iterator[Pair]:
    for year in dict.fromkeys((years[0], years[-1])):
        persons, need = (
            [sum(getattr(n, name) for n in plan.budget.of_year(year)) for plan in (first, other)]
            for name in ("persons", "amount")
        )
        yield Pair(Words(f"Orang dilindungi {year}", f"Persons covered {year}"), "persons", *persons)
        yield Pair(Words(f"Kebutuhan iuran {year}", f"Contributions needed {year}"), "rupiah", *need)
        for funding in dict.fromkeys(b.funding for plan in (first, other) for b in plan.budget.balances):
            title = lists.FUNDINGS[funding].title
            short = [_left(plan, year, funding) for plan in (first, other)]
            if any(amount is not None for amount in short):
                yield Pair(
                    Words(f"Kurang (−) atau sisa {year}, {title.id}", f"Short (−) or left {year}, {title.en}"),
                    "rupiah",
                    *short,
                )
    needs = [sum(n.amount for n in plan.budget.needs if n.year in years) for plan in (first, other)]
    if len(years) > 1:
        span = f"{years[0]}–{years[-1]}"
        yield Pair(Words(f"Kebutuhan {span} seluruhnya", f"All that is needed {span}"), "rupiah", *needs)


def _left(plan: Plan, year: int, funding: str) -> int | None:
    """What is left of the money; below zero is short."""
    found = next((b for b in plan.budget.balances if (b.year, b.funding) == (year, funding)), None)
    return None if found is None or found.shortfall is None else -found.shortfall


def _of_paths(first: Plan, other: Plan) -> Iterator[Pair]:
    found = [{(p.target.document, p.target.universe): p for p in plan.paths} for plan in (first, other)]
    for key in dict.fromkeys([*found[0], *found[1]]):
        name = lists.TARGET_DOCUMENTS[key[0]].title
        pair = [paths.get(key) for paths in found]
        for title, unit, of in (
            (Words("peserta baru yang diperlukan", "new members it takes"), "persons", _new),
            (Words("belum tercapai oleh rencana", "short by the plan"), "persons", _missing),
            (Words("tercapai dengan dana tersedia", "met with the money there is"), "year", _met),
        ):
            values = [None if path is None else of(path) for path in pair]
            yield Pair(Words(f"{name.id}: {title.id}", f"{name.en}: {title.en}"), unit, *values)


def _new(path: Path) -> int | None:
    return path.steps[-1].wanted - path.target.covered


def _missing(path: Path) -> int | None:
    return max(0, path.steps[-1].wanted - path.steps[-1].planned)


def _met(path: Path) -> int | None:
    return path.met_by_money
