"""What is published gives nobody's number away, however one subtracts."""

import datetime as dt
import random
from dataclasses import replace
from itertools import product

import polars as pl
import pytest
from rounds_made import dataset
from subtraction import Reader

from semesta.basics.groups import GROUPS
from semesta.basics.places import PLACES
from semesta.monev.disclosure import Published, disclosed
from semesta.monev.measure import measured
from semesta.monev.seen import Numbers, seen

TOWNS, KINDS = ("36.01", "36.71", "36.72"), ("rentan.nelayan", "rentan.ojek", "non_asn.rt_rw")
CELLS = list(product(TOWNS, KINDS))
TOTALS = [("36", ""), *(("36", kind) for kind in KINDS), *((town, "") for town in TOWNS)]
MEASURES = {"persons": "population", "registered": "members", "active": "members"}
JULY, DECEMBER = dt.date(2024, 7, 17), dt.date(2024, 12, 31)
NOTHING = 1e-4


class People:
    """How many are there, registered and active in each town and kind, and besides in each total that is written down."""

    def __init__(self, seed: int, *, same_as: "People | None" = None) -> None:
        self.chance = random.Random(seed)
        self.of = dict(same_as.of) if same_as else {cell: self._some() for cell in CELLS}
        if same_as:
            self.of |= {cell: self._some() for cell in self.chance.sample(CELLS, 2)}
        # Totals of groups and of towns beside each other overlap; what they hold besides may be few, and need not agree.
        self.besides = {total: self._few() for total in self.chance.sample(TOTALS, self.chance.randint(0, 5))}

    def _some(self) -> dict[str, int]:
        active = self.chance.choice([self.chance.randint(0, 6), self.chance.randint(0, 40)])
        registered = active + self.chance.randint(0, 12)
        return {"active": active, "registered": registered, "persons": registered + self.chance.randint(0, 12)}

    def _few(self) -> dict[str, int]:
        active = self.chance.choice([0, 0, self.chance.randint(0, 8)])
        return {"active": active, "registered": active + self.chance.choice([0, 3]), "persons": active + 3}

    def number(self, measure: str, codes: tuple[str, str]) -> int:
        held = sum(counted[measure] for cell, counted in self.of.items() if within(cell, codes))
        return held + self.besides.get(codes, {}).get(measure, 0)

    def round(self, day: dt.date = JULY):
        rows = {"population": [], "members": []}
        for place, group in [*CELLS, *self.besides]:
            told = {measure: self.number(measure, (place, group)) for measure in MEASURES}
            where = {"place": place, "group": group or None, "as_of": day, "source": "daftar", "basis": "residence"}
            rows["population"].append({**where, "universe": "pemda", "persons": told["persons"]})
            rows["members"].append({**where, "registered": told["registered"], "active": told["active"]})
        return measured(dataset(rows), places=PLACES, place="36", as_of=day)


def within(inner, outer):
    return PLACES.is_within(inner[0], outer[0]) and GROUPS.is_within(inner[1], outer[1])


def reader(*told: People):
    """Who reads what is shown of these, and knows where a total holds nobody besides those listed."""
    return Reader(
        tables={"population": ["persons"], "members": ["registered", "active"]},
        names=("place", "group"),
        leaves=CELLS,
        within=within,
        orders=[("active", "registered"), ("registered", "persons")],
        listed=lambda measure, codes: not any(people.besides.get(codes, {}).get(measure) for people in told),
    )


def small_numbers(reader, people, when):
    """In a cell, in a total, between two measures of one, and in a total besides what is listed."""
    for codes in [*CELLS, *TOTALS]:
        for measure in MEASURES:
            yield people.number(measure, codes), reader.number(when, measure, codes)
        for low, high in [("active", "registered"), ("registered", "persons"), ("active", "persons")]:
            less = {key: -sign for key, sign in reader.number(when, low, codes).items()}
            yield people.number(high, codes) - people.number(low, codes), reader.number(when, high, codes) | less
    for codes, besides in people.besides.items():
        yield from ((number, {(when, measure, "besides", codes): 1.0}) for measure, number in besides.items())


def given_away(reader, people, when=JULY):
    """The small numbers of which a reader learns that somebody is there, or that there are few."""
    found = []
    for number, signs in small_numbers(reader, people, when):
        if 1 <= number <= 4:
            low, high = reader.bounds(signs)
            if low > NOTHING or high < 5 - NOTHING:
                found.append((number, sorted(map(str, signs))[-1], low, high))
    return found


def naive(round):
    """Only the small cells themselves hidden, and every figure that is small."""
    nothing = Numbers({}, [{} for _ in round.values])
    shown, _ = seen(round, nothing, frozenset())
    frames = {
        name: frame.with_columns(pl.when(pl.col(m).is_between(1, 4)).then(None).otherwise(pl.col(m)).alias(m) for m in MEASURES if MEASURES[m] == name)
        for name, frame in shown.dataset.frames.items()
    }  # fmt: skip
    values = tuple(
        v
        for v in shown.values
        if not any(isinstance(n, int) and 1 <= n <= 4 for n in (v.value, v.numerator, v.denominator))
    )
    return replace(shown, values=values, dataset=replace(shown.dataset, frames=frames))


@pytest.mark.parametrize("seed", range(8))
def test_nobody_learns_a_small_number_by_subtracting(seed):
    people = People(seed)
    somebody = reader(people)
    found = disclosed(people.round())
    somebody.read(found.measured, JULY)
    assert given_away(somebody, people) == []
    assert (found.leaked, found.undecided) == (0, 0)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_learns_a_small_number_or_a_small_change_from_two_rounds(seed):
    earlier = People(seed)
    later = People(seed + 1000, same_as=earlier)
    somebody = reader(earlier, later)
    old, new = earlier.round(JULY), later.round(DECEMBER)
    before = disclosed(old).measured
    found = disclosed(new, [Published(old, before)])
    somebody.read(before, JULY)
    somebody.read(found.measured, DECEMBER)
    assert given_away(somebody, earlier, JULY) == []
    assert given_away(somebody, later, DECEMBER) == []
    assert small_changes_told(somebody, earlier, later) == []
    assert found.leaked == 0


# Of the large seeds the totals told later equal by chance what others were reckoned to be before: they are not one number.
@pytest.mark.parametrize("seed", [*range(5), 288, 342, 425, 477])
def test_the_same_people_told_again_with_other_totals_give_nothing_more_away(seed):
    people = People(seed)
    old = people.round()
    first = disclosed(old).measured
    people.besides |= People(seed + 1000).besides | people.besides
    somebody = reader(people)
    found = disclosed(people.round(), [Published(old, first)])
    somebody.read(first, JULY)
    somebody.read(found.measured, JULY)
    assert given_away(somebody, people) == []
    assert found.leaked == 0


def small_changes_told(reader, earlier, later):
    """Where one to four people came or went, and a reader sees that somebody did, or that they were few."""
    found = []
    for codes, measure in product([*CELLS, *TOTALS], MEASURES):
        change = later.number(measure, codes) - earlier.number(measure, codes)
        if 1 <= abs(change) <= 4 and (codes in CELLS or codes in {*earlier.besides} & {*later.besides}):
            less = {key: -sign for key, sign in reader.number(JULY, measure, codes).items()}
            low, high = reader.bounds(reader.number(DECEMBER, measure, codes) | less)
            if low > NOTHING or high < -NOTHING or max(-low, high) < 5 - NOTHING:
                found.append((codes, measure, change, low, high))
    return found


PROGRAMMES = ("JKK", "JKM", "JHT")
PAID = list(product(TOWNS, PROGRAMMES))
PAID_TOTALS = [("36", ""), *(("36", programme) for programme in PROGRAMMES), *((town, "") for town in TOWNS)]


def paid_within(inner, outer):
    return PLACES.is_within(inner[0], outer[0]) and outer[1] in ("", inner[1])


class Claims:
    """Cases and rupiah of each town and programme, and totals that somebody wrote down besides."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        self.cases = {cell: chance.choice([0, chance.randint(1, 6), chance.randint(5, 90)]) for cell in PAID}
        self.amount = {cell: self.cases[cell] * chance.randint(2, 60) * 1_000_000 for cell in PAID}
        self.totals = chance.sample(PAID_TOTALS, chance.randint(0, 5))

    def number(self, measure: str, codes: tuple[str, str]) -> int:
        return sum(number for cell, number in getattr(self, measure).items() if paid_within(cell, codes))

    def round(self):
        rows = [
            {
                "place": place,
                "programme": programme or None,
                "period": "2024-01/2024-06",
                "unit": "case",
                "source": "BPJS",
            }
            | {measure: self.number(measure, (place, programme)) for measure in ("cases", "amount")}
            for place, programme in [*PAID, *self.totals]
        ]
        return measured(dataset({"claims": rows}), places=PLACES, place="36", as_of=JULY)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_learns_of_how_few_cases_money_is_nor_how_much_it_was(seed):
    claims = Claims(seed)
    somebody = Reader(
        tables={"claims": ["cases", "amount"]},
        names=("place", "programme"),
        leaves=PAID,
        within=paid_within,
        most=1e11,
        listed=lambda measure, codes: True,
    )
    somebody.read(disclosed(claims.round()).measured, JULY)
    for codes in [*PAID, *PAID_TOTALS]:
        if 1 <= claims.number("cases", codes) <= 4:
            low, high = somebody.bounds(somebody.number(JULY, "cases", codes))
            assert (low < NOTHING, high > 5 - NOTHING) == (True, True), (codes, low, high)
            amount = claims.number("amount", codes)
            low, high = somebody.bounds(somebody.number(JULY, "amount", codes))
            assert (low < 1, high > 2 * amount - 1) == (True, True), (codes, amount, low, high)


def test_totals_that_contradict_their_parts_give_nothing_away():
    claims = Claims(3)
    claims.cases = dict.fromkeys(PAID, 20) | {("36.01", "JKK"): 3}
    claims.amount = {cell: cases * 9_000_000 for cell, cases in claims.cases.items()}
    claims.totals = [("36", "JKK"), ("36.01", "")]
    round = claims.round()
    wrong = round.dataset.frames["claims"].with_columns(
        cases=pl.when(pl.col("place") == "36").then(pl.lit(7, pl.Int64)).otherwise(pl.col("cases"))
    )
    shown = disclosed(measured(replace(round.dataset, frames={"claims": wrong}), places=PLACES, place="36", as_of=JULY))
    told = shown.measured.dataset.frames["claims"].select("place", "programme", "cases", "amount").rows()
    assert ("36.01", "JKK", None, None) in told
    in_town = [cases for place, programme, cases, _ in told if place == "36.01"]
    assert in_town.count(None) >= 2


@pytest.mark.parametrize("total", [("36", "rentan.nelayan"), ("36.01", "")])
def test_the_reader_finds_what_hiding_small_cells_alone_gives_away(total):
    people = People(1)
    people.of = {cell: {"active": 20, "registered": 30, "persons": 40} for cell in CELLS}
    people.of[CELLS[0]] = {"active": 3, "registered": 13, "persons": 23}
    people.besides = {total: {}}
    somebody = reader(people)
    somebody.read(naive(people.round()), JULY)
    assert given_away(somebody, people) != []


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_is_what_was_measured(seed):
    round = People(seed).round()
    shown = disclosed(round).measured
    measured_there = {(value.indicator, value.node): value.value for value in round.values}
    assert all(
        value.value is None or measured_there[value.indicator, value.node] == value.value for value in shown.values
    )
