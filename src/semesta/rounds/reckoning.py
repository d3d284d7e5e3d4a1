"""Counts of people that differ because they count different things, led from one to the next: rows, persons, members, lists.

Every line is counted by itself, and not as what is left of the others, so that they add up only if all are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from semesta.basics.words import Words
from semesta.people.findings.finding import Found
from semesta.people.findings.lapsed import BY_STATUS
from semesta.people.memberships import PERSON, rows_of_persons
from semesta.people.packed import HELD, told
from semesta.people.people import MEMBER, People
from semesta.tables.origin import Step

PEOPLE, REGISTERED, UNREGISTERED, LAPSED = "people", "registered", "unregistered", "lapsed"
ELSEWHERE = Words("bertempat tinggal di luar wilayah ini", "living outside this place")


@dataclass(frozen=True)
class Round:
    """What a reckoning needs of a round.

    linked: the lists by table as they were counted, with pairs and clusters.
    counted: the summary tables they came to.
    read: by table, rows read; the rows set aside are not in `linked`.
    """

    people: People
    linked: Mapping[str, pl.DataFrame]
    counted: Mapping[str, pl.DataFrame]
    found: Mapping[str, Found]
    read: Mapping[str, int]


def reckonings(of: Round) -> dict[str, tuple[Step, ...]]:
    """The reckonings that these lists allow, each ending in a sum; none without a list of workers."""
    if not of.people.has("workers"):
        return {}
    persons = _persons(of)
    found = {PEOPLE: tuple(_people(of, persons))}
    # Who is a member only by what was paid is told as at least so many: no list says who is not.
    is_told = of.people.has("participants") or of.people.workers["bpjs_status"].is_not_null().any()
    if is_told and "registered" in persons.columns:
        found[REGISTERED] = tuple(_registered(persons))
        found[UNREGISTERED] = tuple(_unregistered(of, persons))
        if persons["is_listed_lapsed"].any() and persons["active"].any():
            found[LAPSED] = tuple(_lapsed(of, persons))
    return found


# ---- who is what


def _persons(of: Round) -> pl.DataFrame:
    """One row per person: what the report counts of each, and which lists name each."""
    asked = rows_of_persons(of.linked, of.people.day)
    assert asked is not None
    table, codes = asked
    rows = table.select(PERSON, *codes).collect().to_native()
    rows = told(rows) if HELD in codes else rows
    place = pl.col("place").cast(pl.String) if "place" in rows.columns else pl.lit(None, pl.String)
    inside = (
        [p for p in rows["place"].unique().drop_nulls() if of.people.places.is_within(p, of.people.place)]
        if "place" in rows.columns
        else []
    )
    rows = rows.with_columns(is_here=place.is_null() | place.is_in(inside))
    flags = [pl.col("is_here").any()]
    if HELD in codes:
        flags += [(pl.col(name).fill_null(False) & pl.col("is_here")).any() for name in ("registered", "active")]
        flags.append(pl.col("registered").any().alias("is_registered_anywhere"))
    counted = rows.group_by(pl.col(PERSON).cast(pl.String)).agg(*flags)
    return counted.join(_listed(of), on=PERSON, how="left")


def _listed(of: Round) -> pl.DataFrame:
    """By person: whether found among the participants, what BPJS said, and the lists to act on that name the person."""
    people, unregistered, lapsed = of.people, _ids(of, "unregistered"), _ids(of, "lapsed")
    rows = people.workers
    if people.has("participants"):
        members = people.state_of_member.select(
            MEMBER,
            state="state",
            is_dead=pl.col(MEMBER).is_in(list(people.dead)),
            is_lapsed=pl.col("id").is_in(lapsed.implode()),
        )
        rows = rows.join(members, on=MEMBER, how="left")
    else:
        rows = rows.with_columns(state=pl.lit(None, pl.String), is_dead=pl.lit(False), is_lapsed=pl.lit(False))
    # Looked up row by row before grouping: in a group each lookup would build its set anew.
    by_status = pl.format("{}{}", pl.lit(BY_STATUS), "id").is_in(lapsed.implode())
    rows = rows.with_columns(
        is_unregistered=pl.col("id").is_in(unregistered.implode()),
        is_lapsed=pl.col("is_lapsed").fill_null(False) | by_status,
    )
    each = rows.group_by(pl.col("person_id").cast(pl.String).alias(PERSON)).agg(
        pl.col("state").drop_nulls().first(),
        pl.col("is_dead").any(),
        is_matched=pl.col("participant_id").is_not_null().any(),
        is_said=pl.col("bpjs_status").is_not_null().any(),
        is_said_inactive=(pl.col("bpjs_status") == "inactive").any(),
        is_listed_lapsed=pl.col("is_lapsed").any(),
        is_listed_unregistered=pl.col("is_unregistered").any(),
    )
    return each.with_columns(pl.col("is_dead").fill_null(False))


def _ids(of: Round, finding: str) -> pl.Series:
    rows = of.found[finding].rows
    return pl.Series([], dtype=pl.String) if rows is None else rows["id"]


def _count(persons: pl.DataFrame, which: pl.Expr) -> int:
    return int(persons.select(which.fill_null(False).sum()).item())


def _lines(persons: pl.DataFrame, sign: int, lines: Mapping[Words, pl.Expr]) -> Iterator[Step]:
    """A line for each condition that holds for anybody; who fulfils several stands in the first."""
    before = pl.lit(False)
    for what, which in lines.items():
        if number := _count(persons, which & ~before):
            yield Step(what, sign * number)
        before = before | which.fill_null(False)


# ---- the reckonings


def _people(of: Round, persons: pl.DataFrame) -> Iterator[Step]:
    """From the rows of the lists of workers to the people of the report."""
    rows, here = of.linked["workers"].height, _count(persons, pl.col("is_here"))
    read = of.read.get("workers", rows)
    yield Step(Words("baris daftar pekerja yang dibaca", "rows read of lists of workers"), read)
    if read != rows:
        yield Step(Words("baris yang disisihkan", "rows set aside"), rows - read)
    if again := rows - persons.height:
        yield Step(Words("baris kedua dan seterusnya dari orang yang sama", "further rows of the same person"), -again)
    yield Step(Words("orang dalam daftar", "people on the lists"), persons.height, is_sum=True)
    yield from _lines(persons, -1, {ELSEWHERE: ~pl.col("is_here")})
    total = (
        of.counted["population"].filter(pl.col("place") == of.people.place)["persons"].max()
        if "population" in of.counted
        else None
    )
    if isinstance(total, int) and total != here:
        by_region = Words("tercatat dalam daftar lebih dari satu wilayah", "on the lists of more than one region")
        yield Step(by_region, total - here)
        here = total
    yield Step(
        Words("orang menurut daftar: Jumlah pekerja", "people by the lists: Number of workers"), here, is_sum=True
    )


def _registered(persons: pl.DataFrame) -> Iterator[Step]:
    """From those found among the participants to those the report counts as registered."""
    is_matched, here = pl.col("is_matched"), pl.col("is_here")
    by_status = Words("terdaftar menurut status dari BPJS", "registered by the status of BPJS")
    if matched := _count(persons, is_matched):
        yield Step(Words("orang yang ditemukan dalam daftar peserta", "people found among the participants"), matched)
        by_status = Words("tidak ditemukan, tetapi ", "not found, but ") + by_status
    yield from _lines(persons, 1, {by_status: ~is_matched & pl.col("is_registered_anywhere")})
    yield from _lines(persons, -1, {ELSEWHERE: pl.col("is_registered_anywhere") & ~here})
    yield Step(Words("orang: Terdaftar", "people: Registered"), _count(persons, pl.col("registered")), is_sum=True)


def _unregistered(of: Round, persons: pl.DataFrame) -> Iterator[Step]:
    """From those the report counts as not registered to the rows of the list of them."""
    here, listed = pl.col("is_here"), pl.col("is_listed_unregistered")
    counted = here & ~pl.col("registered")
    yield Step(Words("orang: Belum terdaftar", "people: Not registered"), _count(persons, counted))
    known = pl.col("is_said") | pl.lit(of.people.has("participants"))
    left_out = counted & ~listed
    yield from _lines(
        persons,
        -1,
        {
            Words("tanpa status dari BPJS", "without a status of BPJS"): left_out & ~known,
            Words("sudah meninggal", "dead"): left_out,
        },
    )
    yield from _lines(
        persons,
        1,
        {
            ELSEWHERE: listed & ~here,
            Words("terdaftar menurut kepesertaan lain", "registered by another membership"): listed & ~counted,
        },
    )
    yield Step(
        Words("baris dalam daftar Belum terdaftar", "rows of the list of those not registered"),
        _ids(of, "unregistered").len(),
        is_sum=True,
    )


def _lapsed(of: Round, persons: pl.DataFrame) -> Iterator[Step]:
    """From those the report counts as active no longer to the rows of the list of lapsed members."""
    here, listed = pl.col("is_here"), pl.col("is_listed_lapsed")
    counted = pl.col("registered") & ~pl.col("active")
    yield Step(Words("orang: Tidak aktif lagi", "people: No longer active"), _count(persons, counted))
    left_out = counted & ~listed
    yield from _lines(
        persons,
        -1,
        {
            Words("sudah meninggal", "dead"): left_out
            & (pl.col("is_dead") | (~pl.col("is_matched") & pl.col("is_said_inactive"))),
            Words("belum pernah terlindungi", "never covered"): left_out & (pl.col("state") == "never"),
            Words("keadaannya belum diketahui", "state not known"): left_out & pl.col("state").is_null(),
            Words("masih terlindungi menurut kepesertaan lain", "covered by another membership"): left_out,
        },
    )
    yield from _lines(
        persons,
        1,
        {
            ELSEWHERE: listed & ~here,
            Words("berhenti bila bulan ini tidak dibayar", "to end unless this month is paid"): listed
            & (pl.col("state") == "about_to_lapse"),
            Words("aktif menurut kepesertaan lain", "active by another membership"): listed & ~counted,
        },
    )
    rows = _ids(of, "lapsed").len()
    if again := rows - _count(persons, listed):
        yield Step(Words("peserta yang dipasangkan dengan beberapa orang", "members linked with several people"), again)
    yield Step(
        Words("baris dalam daftar Berhenti atau segera berhenti terlindungi", "rows of the list of ended cover"),
        rows,
        is_sum=True,
    )
