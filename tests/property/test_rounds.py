"""What holds for every round, whatever its figures."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_rounds import BANTEN, budget, head, measured_folder, members, money, only, people, round_of, written

small = settings(max_examples=20, deadline=None)
rounds = settings(max_examples=10, deadline=None)
NUMBERS = st.integers(0, 10**9)
GROUPS = st.sampled_from(["", "rentan", "rentan.nelayan", "rentan.ojek.online", "non_asn", "non_asn.rt_rw"])
PLACES = st.sampled_from(["36", "36.00", *BANTEN, "36.72.01", "36.72.02"])
FUNDINGS = st.sampled_from(["", "apbd", "apbd.kabkota", "apbd.provinsi", "csr"])
PROGRAMMES = st.sampled_from(["", "JKK", "JKM", "JHT"])
OFFICES = st.sampled_from(["", "A", "B"])
DAYS = st.sampled_from(["2024-06-30", "2025-01-31", "2025-06-30"])
PERIODS = st.sampled_from(["2023", "2024", "2024-01", "2024-02", "2024-03", "2024-01/2024-03", "../2024-06-30"])


def unlike(rows, *keys):
    """The rows, each key once: of two figures for one thing the first written counts, which is an order."""
    return list({tuple(row.get(k) for k in keys): row for row in rows}.values())


def person_rows():
    return st.lists(
        st.builds(
            lambda n, place, group, segment, universe, basis, day: people(
                n, place, group=group, segment=segment, universe=universe, basis=basis, as_of=day
            ),
            NUMBERS, PLACES, GROUPS, st.sampled_from(["", "BPU"]), st.sampled_from(["", "employed"]),
            st.sampled_from(["", "residence"]), DAYS,
        ),
        min_size=1, max_size=8,
    ).map(lambda rows: unlike(rows, "place", "group", "segment", "universe", "basis", "as_of"))  # fmt: skip


def member_rows():
    return st.lists(
        st.builds(
            lambda n, more, place, office, group, programme, funding, day: members(
                place, registered=n + more, active=n, office=office, group=group, programme=programme, funding=funding, as_of=day
            ),
            NUMBERS, NUMBERS, PLACES, OFFICES, GROUPS, PROGRAMMES, FUNDINGS, DAYS,
        ),
        max_size=8,
    ).map(lambda rows: unlike(rows, "place", "office", "group", "programme", "funding", "as_of"))  # fmt: skip


def money_rows(source):
    return st.lists(
        st.builds(
            lambda n, period, place, office, programme, funding: money(
                n, period, place, office=office, programme=programme, funding=funding, source=source
            ),
            NUMBERS, PERIODS, PLACES, OFFICES, PROGRAMMES, FUNDINGS,
        ),
        max_size=8,
    ).map(lambda rows: unlike(rows, "place", "period", "office", "programme", "funding"))  # fmt: skip


def budget_rows():
    return st.lists(
        st.builds(
            lambda n, persons, place, group, funding, status: budget(
                place, allocated=None if status == "not_budgeted" else n, persons=persons, months=12, group=group,
                funding=funding, status=status,
            ),
            NUMBERS, st.integers(0, 10**6), PLACES, GROUPS, FUNDINGS, st.sampled_from(["proposed", "apbd", "not_budgeted"]),
        ),
        max_size=6,
    ).map(lambda rows: unlike(rows, "place", "group", "funding", "status"))  # fmt: skip


ROUNDS = st.fixed_dictionaries(
    {
        "population": person_rows(),
        "members": member_rows(),
        "contributions": money_rows("iuran"),
        "claims": money_rows("klaim"),
        "budgets": budget_rows(),
    }
).map(lambda tables: {name: rows for name, rows in tables.items() if rows})


def figures_of(measured):
    """Everything but the sources, which stand in the order of the rows, and the rows themselves."""
    return {
        (v.indicator, v.node): (v.value, v.numerator, v.denominator, v.low, v.high, v.status) for v in measured.values
    }


@rounds
@given(ROUNDS)
def test_reading_the_same_folder_twice_gives_the_same(tables):
    with tempfile.TemporaryDirectory() as name:
        folder = written(Path(name), **tables)
        one, other = measured_folder(folder), measured_folder(folder)
    assert (one.values, one.findings, one.place, one.as_of) == (other.values, other.findings, other.place, other.as_of)


@rounds
@given(ROUNDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_figure(tables, random):
    shuffled = {name: random.sample(rows, len(rows)) for name, rows in tables.items()}
    assert figures_of(round_of(**tables)) == figures_of(round_of(**shuffled))


@rounds
@given(ROUNDS)
def test_no_round_fails_and_every_value_keeps_its_word(tables):
    for value in round_of(**tables).values:
        assert value.status
        if "missing" in value.status or "scope_mismatch" in value.status:
            assert value.value is None
        if value.low is not None and value.high is not None and value.value is not None:
            assert value.low <= value.value <= value.high


@small
@given(st.lists(NUMBERS, min_size=12, max_size=12))
def test_a_year_split_into_months_and_added_is_the_whole(amounts):
    months = [money(amount, f"2024-{n:02}", programme="JKM") for n, amount in enumerate(amounts, 1)]
    whole = [money(sum(amounts), "2024", programme="JKM")]
    split, given_ = round_of(contributions=months, claims=whole), round_of(contributions=whole, claims=months)
    for measured in (split, given_):
        for indicator in ("contributions", "claims_paid"):
            assert only(measured, indicator, programme="JKM", period="2024").value == sum(amounts)
        assert only(measured, "balance", programme="JKM", period="2024").value == 0


@small
@given(st.integers(1, 11), st.lists(NUMBERS, min_size=12, max_size=12))
def test_a_year_split_anywhere_is_the_whole(cut, amounts):
    first, last = sum(amounts[:cut]), sum(amounts[cut:])
    periods = (f"2024-01/2024-{cut:02}", f"2024-{cut + 1:02}/2024-12")
    parts = [money(n, period, programme="JKM") for n, period in zip((first, last), periods, strict=True)]
    measured = round_of(contributions=parts, claims=[money(7, "2024", programme="JKM")])
    assert only(measured, "balance", programme="JKM", period="2024").value == first + last - 7


@small
@given(st.lists(NUMBERS, min_size=8, max_size=8), st.lists(NUMBERS, min_size=8, max_size=8))
def test_the_sum_of_districts_is_the_city(persons, active):
    places = [f"36.72.0{n}" for n in range(1, 9)]
    measured = round_of(
        population=[people(n, place) for n, place in zip(persons, places, strict=True)],
        members=[members(place, active=n) for n, place in zip(active, places, strict=True)],
    )
    assert (head(measured, "population").value, head(measured, "active").value) == (sum(persons), sum(active))
    assert head(measured, "gap").value == sum(persons) - sum(active)


@small
@given(st.lists(NUMBERS, min_size=8, max_size=8), st.integers(0, 10**9), st.booleans())
def test_the_sum_of_regions_is_the_province_when_all_are_there(persons, own, has_own):
    rows = [people(n, place) for n, place in zip(persons, BANTEN, strict=True)]
    rows += [people(own, "36.00")] if has_own else []
    value = head(round_of(population=rows), "population")
    assert (value.value, value.status) == (sum(persons) + (own if has_own else 0), ("ok",))


@small
@given(NUMBERS, person_rows())
def test_a_contradicting_part_never_changes_a_given_total(total, parts):
    alike = [row | {"universe": "", "basis": "", "as_of": "2025-06-30"} for row in parts]
    alike = unlike(
        [row for row in alike if row["place"] != "36" or row["group"] or row["segment"]], "place", "group", "segment"
    )
    measured = round_of(population=[people(total, "36"), *alike])
    assert only(measured, "population", place="36").value == total


@small
@given(NUMBERS, st.lists(NUMBERS, min_size=1, max_size=5))
def test_members_are_bounded_by_their_largest_programme_and_their_sum(first, others):
    amounts = [first, *others][:5]
    names = ("JKK", "JKM", "JHT", "JP", "JKP")
    value = head(
        round_of(members=[members(programme=p, active=n) for p, n in zip(names, amounts, strict=False)]), "active"
    )
    assert value.value == max(amounts)
    assert (value.high if value.high is not None else value.value) == sum(amounts)
