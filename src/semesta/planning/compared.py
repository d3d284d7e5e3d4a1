"""Two plans side by side: what their scenarios say otherwise, and what comes of it in the years they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from semesta.basics import lists
from semesta.basics.words import Words, joined
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.in_words import last_aim
from semesta.planning.otherwise import Otherwise, otherwise
from semesta.planning.path import Path, Step
from semesta.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of both plans; None where a plan does not know it."""

    title: Words
    unit: str
    first: int | None
    other: int | None
    is_alike: bool = True
    """Whether both say the same thing: what falls short of two different targets is not subtracted."""

    @property
    def difference(self) -> int | None:
        """Other − first; None where either is not known, or they are not alike."""
        return None if self.first is None or self.other is None or not self.is_alike else self.other - self.first


@dataclass(frozen=True, slots=True)
class Compared:
    """`names` are those of the two scenarios; `needs` are what both need in each year they share, in whole rupiah.

    `places` has the codes of both where they are not one place, and is else empty.
    """

    names: tuple[str, str]
    needs: tuple[tuple[int, int, int], ...]
    figures: tuple[Pair, ...]
    otherwise: tuple[Otherwise, ...]
    places: tuple[str, ...] = ()


def compared(first: Plan, other: Plan) -> Compared:
    """The second plan beside the first.

    Raises:
        Unplannable: they share no year.
    """
    years = [year for year in first.scenario.years if year in other.scenario.years]
    if not years:
        told = Words("tidak ada tahun yang sama dengan rencana pertama", "no year is shared with the first plan")
        raise Unplannable([PlanFault("years", _span(other), told, Words("samakan years", "make years agree"))])
    figures = [*_of_years(first, other, years), *_of_paths(first, other, years[-1])]
    one, two = first.scenario.place, other.scenario.place
    needs = tuple((year, _need(first, year), _need(other, year)) for year in years)
    return Compared(
        _names(first, other),
        needs,
        tuple(figures),
        tuple(otherwise(first.scenario, other.scenario)),
        () if one == two else (one, two),
    )


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
        yield Pair(Words(f"Orang dilindungi {year}", f"Persons covered {year}"), "persons", persons[0], persons[1])
        yield Pair(Words(f"Kebutuhan iuran {year}", f"Contributions needed {year}"), "rupiah", need[0], need[1])
        for funding in dict.fromkeys(b.funding for plan in (first, other) for b in plan.budget.balances):
            title = lists.FUNDINGS[funding].title
            short = [_left(plan, year, funding) for plan in (first, other)]
            if any(amount is not None for amount in short):
                yield Pair(
                    Words(f"Kurang (−) atau sisa {year}, {title.id}", f"Short (−) or left {year}, {title.en}"),
                    "rupiah",
                    short[0],
                    short[1],
                )
    if all(any(one.money is not None for one in plan.budget.balances) for plan in (first, other)):
        short = [min(plan.budget.shortages(), default=None) for plan in (first, other)]
        yield Pair(
            Words("Tahun pertama dana kurang", "First year in which money falls short"), "year", short[0], short[1]
        )
    needs = [sum(n.amount for n in plan.budget.needs if n.year in years) for plan in (first, other)]
    if len(years) > 1:
        span = f"{years[0]}–{years[-1]}"
        yield Pair(Words(f"Kebutuhan {span} seluruhnya", f"All that is needed {span}"), "rupiah", needs[0], needs[1])


def _left(plan: Plan, year: int, funding: str) -> int | None:
    """What is left of the money; below zero is short."""
    found = next((b for b in plan.budget.balances if (b.year, b.funding) == (year, funding)), None)
    return None if found is None or found.shortfall is None else -found.shortfall


def _of_paths(first: Plan, other: Plan, year: int) -> Iterator[Pair]:
    """Targets that both have, by document and universe, in the last year of both; one that only one has stands in `otherwise`."""
    found = [{(p.target.document, p.target.universe): p for p in plan.paths} for plan in (first, other)]
    for key in (key for key in found[0] if key in found[1]):
        pair = [paths[key] for paths in found]
        is_alike = len({_aims(path) for path in pair}) == 1
        name = lists.TARGET_DOCUMENTS[key[0]].title
        if not is_alike:
            name += Words(" (", " (") + joined([last_aim(path.target) for path in pair], " | ") + Words(")", ")")
        for title, unit, of, alike in (
            (Words(f"aktif {year} menurut rencana", f"active in {year} by the plan"), "persons", _planned, True),
            (
                Words(f"peserta baru yang diperlukan {year}", f"new members it takes by {year}"),
                "persons",
                _new,
                is_alike,
            ),
            (
                Words(f"belum tercapai oleh rencana {year}", f"short by the plan in {year}"),
                "persons",
                _missing,
                is_alike,
            ),
            (Words("tercapai dengan dana tersedia", "met with the money there is"), "year", _met, is_alike),
        ):
            yield Pair(name + Words(": ", ": ") + title, unit, of(pair[0], year), of(pair[1], year), alike)


def _aims(path: Path) -> tuple[object, ...]:
    """What makes two targets one: their universe's persons, and the aims of their years."""
    target = path.target
    return target.population, tuple(target.shares.items()), tuple(target.persons.items())


def _step(path: Path, year: int) -> Step:
    return next(step for step in path.steps if step.year == year)


def _planned(path: Path, year: int) -> int | None:
    return _step(path, year).planned


def _new(path: Path, year: int) -> int | None:
    return _step(path, year).wanted - path.target.covered


def _missing(path: Path, year: int) -> int | None:
    return max(0, _step(path, year).wanted - _step(path, year).planned)


def _met(path: Path, year: int) -> int | None:
    return path.met_by_money
