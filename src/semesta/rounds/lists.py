"""Lists of people among the files of a round: linked, counted into summary tables, looked through, and put aside.

What is measured and reported holds counts only. The people themselves are in the lists to act on, and nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.basics.problem import Problem
from semesta.basics.words import Words
from semesta.monev.measure import NothingUsable, default_day, default_place
from semesta.people.exposures import exposures
from semesta.people.findings.finding import Found
from semesta.people.findings.registry import findings
from semesta.people.link import Linked, link
from semesta.people.members import same_person
from semesta.people.people import People
from semesta.people.summarise import summaries
from semesta.rounds.merging import merged
from semesta.rounds.reckoning import Round, reckonings
from semesta.tables.dataset import Dataset
from semesta.tables.origin import MONTHS_KEPT, KeptList, Level, LinkSummary, Origin
from semesta.tables.registry import PEOPLE, TABLES
from semesta.tables.table import FILE, ROW, SHEET

Progress = Callable[[Words, float], None]
MOSTLY = 0.9
"""A round is about the smallest place in which so many of the people on its lists live: a stray row does not make it national."""

OBSERVED = {
    "workers": ("as_of",),
    "participants": ("as_of",),
    "payments": ("paid_on",),
    "claim_cases": ("paid_on", "complete_on", "filed_on"),
    "deaths": ("death_date",),
}
"""The days on which lists say that something was so."""


class NoPlace(Exception):
    """No row of any list says a place, and none was asked for."""


@dataclass(frozen=True)
class Lists:
    """The lists of a round by table: columns of which nothing is known are left out, and each row has an id of its own."""

    frames: Mapping[str, pl.DataFrame]
    place: str
    as_of: dt.date


@dataclass(frozen=True)
class Counted:
    """A round without its people, and beside it what was found about them: `people` is None where no list was given."""

    dataset: Dataset
    people: People | None = None
    found: tuple[Found, ...] = ()


def with_lists_counted(
    dataset: Dataset,
    *,
    places: PlaceList,
    today: dt.date | None = None,
    place: str | None = None,
    as_of: dt.date | None = None,
    progress: Progress | None = None,
) -> Counted:
    """The round with what its lists of people come to beside the tables that were given, and the lists themselves apart.

    Without lists the round comes back as it is. Problems in lists tell where and why, no longer what stood there.

    Args:
        today: days after it are not taken for the day of the data, and lists are kept for a time counted from it.

    Raises:
        NoPlace, NoDay: the lists say none, nothing else of the round does, and it was not asked for.
        LinkError: the lists cannot be linked.
    """
    people = {name: frame for name in PEOPLE if (frame := dataset.frame(name)) is not None}
    dataset = replace(dataset, problems=tuple(_without_cells(dataset)))
    if not people:
        return Counted(dataset)
    told = progress or (lambda title, done: None)
    given = replace(dataset, frames={n: f for n, f in dataset.frames.items() if n not in PEOPLE})
    about = place or _default_place(given, people, places)
    lists = Lists(
        {name: _known_columns(_without_vague_places(frame, about, places)) for name, frame in people.items()},
        about,
        as_of or _default_day(given, people, today),
    )
    linked, summary = _linked(lists, told)
    told(Words("menghitung orang dalam daftar", "counting people on lists"), 0.8)
    counted = {
        name: rows
        for name, frame in summaries(linked, place=lists.place, as_of=lists.as_of).items()
        if (rows := _inside(frame, lists.place, places)).height
    }
    together = _together(dataset, given, counted, lists, summary, places, today or lists.as_of)
    told(Words("mencari siapa yang perlu ditindaklanjuti", "looking for whom to act"), 0.9)
    whose = _people(dataset, lists, linked, places)
    found = tuple(findings(whose))
    whole = Round(whose, linked, counted, {one.finding.name: one for one in found}, dataset.read)
    return Counted(_with_what_was_found(together, whole), whose, found)


def _with_what_was_found(dataset: Dataset, whole: Round) -> Dataset:
    """The round with how many there are to act on, how its counts were reckoned, and who was covered for how long."""
    assert dataset.origin is not None
    origin = replace(
        dataset.origin,
        to_act={name: one.count for name, one in whole.found.items()},
        not_looked_at={name: one.lacking for name, one in whole.found.items() if one.lacking},
        reckonings=reckonings(whole),
        exposures=exposures(whole.people),
    )
    return replace(dataset, origin=origin)


def _without_cells(dataset: Dataset) -> Iterator[Problem]:
    """The problems; those in sheets of people or of families without their cells, which are deleted with their lists."""
    tables = (*PEOPLE, *(name for name, table in TABLES.items() if table.of_households))
    frames = [
        frame.select(pl.col(FILE, SHEET).cast(pl.String)) for n in tables if (frame := dataset.frame(n)) is not None
    ]
    sheets = {(file, sheet or "") for frame in frames for file, sheet in frame.unique().iter_rows()}
    for problem in dataset.problems:
        yield replace(problem, value=None) if (problem.file, problem.sheet or "") in sheets else problem


def _people(dataset: Dataset, lists: Lists, linked: Mapping[str, pl.DataFrame], places: PlaceList) -> People:
    """The people of the round as findings look at them: every column, each row with its id, and what they were linked with."""
    frames = {name: frame for name in dataset.frames if (frame := dataset.frame(name)) is not None}
    with_ids = {name: frames[name].with_columns(lists.frames[name]["id"]) for name in lists.frames}
    pairs = {}
    if "pairs" in linked:
        pairs["workers"] = linked["pairs"].rename({"worker_id": "id"})
    if {"deaths", "participants"} <= set(lists.frames):
        pairs["deaths"] = link(lists.frames["deaths"], lists.frames["participants"]).pairs.rename({"worker_id": "id"})
    persons = linked["clusters"].rename({"worker_id": "id"}) if "clusters" in linked else None
    likely = linked["likely"].rename({"worker_id": "id"}) if "likely" in linked else None
    return People({**frames, **with_ids}, lists.place, lists.as_of, pairs, persons, likely, places)


# ---- what the lists are about


def _default_place(given: Dataset, people: Mapping[str, pl.DataFrame], places: PlaceList) -> str:
    try:
        return default_place(given, places)
    except NothingUsable:
        return where_most_live(people, places)


def where_most_live(people: Mapping[str, pl.DataFrame], places: PlaceList) -> str:
    """The smallest place that holds nearly all people of the lists.

    Raises:
        NoPlace: no row says a place.
    """
    for name in ("workers", "participants", "deaths", "households"):
        if name in people and (found := people[name]["place"].drop_nulls()).len():
            counts = found.value_counts(sort=True, name="rows").sort("rows", "place", descending=[True, False])
            held = counts.with_columns(before=pl.col("rows").cum_sum().shift(fill_value=0) / found.len())
            return places.smallest_holding(sorted(held.filter(pl.col("before") < MOSTLY)["place"]))
    raise NoPlace


def _default_day(given: Dataset, people: Mapping[str, pl.DataFrame], today: dt.date | None) -> dt.date:
    days = [day for day in _observed(people) if today is None or day <= today]
    if not days:
        return default_day(given, today)
    rest = replace(given, frames={n: f for n, f in given.frames.items() if f.height})
    return max([*days, *([default_day(rest, today)] if rest.frames else [])])


def _observed(people: Mapping[str, pl.DataFrame]) -> Iterator[dt.date]:
    for name, columns in OBSERVED.items():
        for column in columns if name in people else ():
            latest = people[name][column].drop_nulls().max()
            if isinstance(latest, dt.date):
                yield latest
    if "payments" in people and people["payments"]["paid_on"].is_null().all():
        # A sheet of the whole year has its last months too, with Rp0.
        last_month = people["payments"].filter(~(pl.col("amount") == 0).fill_null(False))["month"].drop_nulls().max()
        if isinstance(last_month, str):
            yield Period.parse(last_month).end


def _inside(frame: pl.DataFrame, place: str, places: PlaceList) -> pl.DataFrame:
    inside = [code for code in frame["place"].unique().drop_nulls() if places.is_within(code, place)]
    return frame.filter(pl.col("place").is_in(inside))


def _without_vague_places(frame: pl.DataFrame, place: str, places: PlaceList) -> pl.DataFrame:
    """The rows without places that hold that of the round: who lives somewhere in the province is not known to live elsewhere."""
    if "place" not in frame.columns:
        return frame
    codes = frame["place"].unique().drop_nulls()
    vague = [code for code in codes if not places.is_within(code, place) and not places.is_apart(code, place)]
    return frame.with_columns(pl.when(~pl.col("place").is_in(vague)).then("place").alias("place")) if vague else frame


# ---- linked


def _known_columns(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame without columns of which nothing is known; an id for each row that has none of its own."""
    known = frame.select(
        pl.col(c) for c in frame.columns if c not in (FILE, SHEET, ROW) and frame[c].null_count() < frame.height
    )
    if "id" in known.columns and known["id"].is_unique().all() and not known["id"].has_nulls():
        return known
    own = known.drop("id", strict=False)
    return own.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String))


def _linked(lists: Lists, told: Progress) -> tuple[dict[str, pl.DataFrame], LinkSummary | None]:
    """The lists with the pairs and persons that linking found, where there is something to be linked."""
    frames = dict(lists.frames)
    if "workers" in frames and "participants" not in frames:
        # Who is one person is told alike in figures and in lists to act on.
        person = same_person(frames["workers"]).alias("person_id")
        clusters = frames["workers"].select(pl.col("id").alias("worker_id"), person)
        return {**frames, "clusters": clusters}, None
    if "workers" not in frames:
        return frames, None
    found = link(frames["workers"], frames["participants"], progress=lambda step: told(step, 0.4))
    said = found.summary
    summary = LinkSummary(
        persons=said["persons"],
        participants=said["participants"],
        matched=said["matched"],
        registered_share=said.get("coverage"),
        low=said.get("coverage_low"),
        high=said.get("coverage_high"),
        niks_apart=said["niks_apart"],
    )
    return {**frames, "pairs": found.pairs, "clusters": found.clusters, "likely": likely_of(found)}, summary


def likely_of(linked: Linked) -> pl.DataFrame:
    """worker_id, participant_id, probability: whom a worker found to be nobody might yet be, to be looked at before proposing."""
    likely = linked.reasons.filter(~pl.col("accepted")).join(linked.pairs, on="worker_id", how="anti")
    best = likely.select("worker_id", "participant_id", "probability")
    return best.unique("worker_id", keep="first", maintain_order=True)


# ---- together


def _together(
    dataset: Dataset,
    given: Dataset,
    counted: Mapping[str, pl.DataFrame],
    lists: Lists,
    summary: LinkSummary | None,
    places: PlaceList,
    today: dt.date,
) -> Dataset:
    frames, outweighed = dict(given.frames), {}
    for name, rows in counted.items():
        frames[name], outweighed[name] = merged(given.frame(name), rows, name, places)
    own = {name: frame.height for name in counted if (frame := given.frame(name)) is not None}
    derived = {name: frames[name].height - own.get(name, 0) for name in counted}
    workers = lists.frames.get("workers")
    origin = Origin(
        level=_level(lists.frames, counted),
        lists=tuple(_kept(dataset, today)),
        given=own,
        derived=derived,
        outweighed={name: number for name, number in outweighed.items() if number},
        link=summary,
        elsewhere=workers.height - _here(workers, lists.place, places) if workers is not None else 0,
    )
    return replace(given, frames=frames, origin=origin)


def _here(workers: pl.DataFrame, place: str, places: PlaceList) -> int:
    if "place" not in workers.columns:
        return workers.height
    return _inside(workers.with_columns(pl.col("place").fill_null(place)), place, places).height


def _level(frames: Mapping[str, pl.DataFrame], counted: Mapping[str, pl.DataFrame]) -> Level:
    if {"workers", "participants"} <= set(frames):
        return "linked"
    if "members" not in counted:
        return "none"
    if "workers" not in frames:
        return "extract"
    workers = frames["workers"]
    return "returned" if "bpjs_status" in workers.columns and workers["bpjs_status"].is_not_null().any() else "paid"


def _kept(dataset: Dataset, today: dt.date) -> Iterator[KeptList]:
    """Each list with what it is for and until when it may be kept."""
    for seen in dataset.files:
        for table in (name for name in PEOPLE if seen.rows.get(name)):
            frame = dataset.frames[table].filter(pl.col(FILE) == seen.name)
            senders = frame["sender"].drop_nulls().unique().sort().to_list() if "sender" in frame.columns else []
            yield KeptList(seen.name, table, seen.rows[table], seen.sha256, kept_until(today), tuple(senders))


def kept_until(day: dt.date) -> dt.date:
    """The last day on which a list may be kept."""
    month = day.year * 12 + day.month - 1 + MONTHS_KEPT
    last = Period.of(month // 12, month % 12 + 1).end
    return min(last, last.replace(day=min(day.day, last.day)))
