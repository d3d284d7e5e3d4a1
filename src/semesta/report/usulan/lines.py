"""The lines of a budget proposal, one for each account of each office: they add up to the need that was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.monev.budgets import Line
from semesta.monev.measured import Measured
from semesta.monev.needs import Need, Part
from semesta.report.usulan.codes import activity_of, programme_of, programme_on


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the proposal, in whole rupiah. Codes are those the office itself wrote; empty where it wrote none."""

    year: int
    place: str
    opd: str
    subactivity: str
    account: str
    funding: str
    group: str
    programme: str
    """The programmes of social security that the price is for, "JKK"; empty where it is not known how it is made up."""
    persons: int
    months: int
    price: int | None
    """Per person and month; None where it changes within the months."""
    amount: int
    stage: str
    """Where the office's own line stands now; empty for those who are paid for already and stand in no line."""
    allocated: int | None
    """What that line holds now; once where it becomes several."""
    how: Words
    sources: tuple[str, ...]

    @property
    def volume(self) -> int:
        """Person-months."""
        return self.persons * self.months

    @property
    def budget_programme(self) -> str:
        return programme_of(self.subactivity)

    @property
    def activity(self) -> str:
        return activity_of(self.subactivity)


def asked(measured: Measured) -> list[Asked]:
    """The proposal of a round, in the order of places; nothing where no need could be measured."""
    needs = sorted(measured.needs, key=lambda need: need.place)
    return [line for need in needs for part in need.parts if part.persons for line in _of_part(need, part)]


def _of_part(need: Need, part: Part) -> Iterator[Asked]:
    """One line for each price that an account or a programme has of its own; the rest in one."""
    pieces = _by_account(part) or _by_programme(part) or [("", _each(part.lines, 3), part.price, part.amount)]
    budgeted = [line.allocated for line in part.lines if line.allocated is not None]
    for number, (programme, account, price, amount) in enumerate(pieces):
        yield Asked(
            year=need.year,
            place=need.place,
            opd=_each(part.lines, 5),
            subactivity=_each(part.lines, 4),
            account=account,
            funding=need.funding,
            group=need.group,
            programme=programme,
            persons=part.persons,
            months=part.months,
            price=price,
            amount=amount,
            stage=next((line.stage for line in part.lines if line.stage), ""),
            allocated=sum(budgeted) if budgeted and number == 0 else None,
            how=part.how,
            sources=need.sources,
        )


Piece = tuple[str, str, int | None, int]
"""Programme, account, price per person and month, amount."""


def _by_account(part: Part) -> list[Piece]:
    """The prices that the office names account by account; none where it names one for all."""
    own = {line.codes[3:]: line for line in part.lines if line.price is not None}
    if len(own) < 2 or part.price is None:
        return []
    volume = part.persons * part.months
    return [
        (programme_on(line.codes[3]), line.codes[3], line.price, volume * (line.price or 0)) for line in own.values()
    ]


def _by_programme(part: Part) -> list[Piece]:
    """The price by law taken apart, where no account stands in the way: budgets have one account for each programme."""
    written = {line.codes[3] for line in part.lines if line.codes[3]}
    account = {programme_on(code): code for code in written}
    if not part.programmes or (written and (len(account) < len(written) or set(account) != set(part.programmes))):
        return []
    volume = part.persons * part.months
    return [(name, account.get(name, ""), price, volume * price) for name, price in part.programmes.items()]


def _each(lines: Sequence[Line], dimension: int) -> str:
    """What the lines say of one dimension of `DIMS`, each once."""
    return "; ".join(dict.fromkeys(line.codes[dimension] for line in lines if line.codes[dimension]))
