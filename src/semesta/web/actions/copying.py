"""The rows of a round's files become records of the office, once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl
from django.db import IntegrityError

from semesta.tables.dataset import Dataset
from semesta.tables.table import FILE, Table, step_column
from semesta.tables.written import written
from semesta.web.access import may
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.records import Links, links_of, renew, told
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.kept import KEPT, OWN_FILES, Kept, key_of
from semesta.web.models import Event, Record, Round, User
from semesta.web.roles import Permission


@dataclass(frozen=True, slots=True)
class Copied:
    """made: new records. renewed: copied before, untouched since, and now as the files have them.

    known: there already and the same. differing: changed by people since, so that they stay as they are.
    elsewhere: rows of places for which whoever copies does not work.
    """

    made: int = 0
    renewed: int = 0
    known: int = 0
    differing: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of a file: its cells, its key, and the how-manieth with this key it is, from 0."""

    cells: dict[str, str]
    key: str
    nth: int
    position: int


def copy_round(round: Round, dataset: Dataset, *, by: User) -> Copied:
    """Makes a record of each row in the round's measured files that none stands for yet. The same twice changes nothing.

    Commitments are held to be decided in the meeting of the round where it tells of exactly one.

    Raises:
        Refused: another's place; or somebody copies the same rows at this moment.
    """
    require(by, round.place, Permission.WORK)
    try:
        return _copied(round, dataset, by)
    except IntegrityError:
        raise Refused(
            "Orang lain sedang menyalin baris yang sama; coba lagi.", "Somebody else copies the same rows; try again."
        ) from None


def _copied(round: Round, dataset: Dataset, by: User) -> Copied:
    with recorded("copy_round", by=by, place=round.place) as event:
        Round.objects.select_for_update().get(pk=round.pk)
        counts: Counter[str] = Counter()
        meetings: list[Record] = []
        for kept in KEPT.values():
            frame = dataset.frame(kept.name)
            if frame is None:
                continue
            meeting = meetings[0] if len(meetings) == 1 and kept.name in ("commitments", "attendance") else None
            copied = _Copying(kept, round, by, event, meeting)
            for row in numbered(kept, frame):
                counts[copied.row(row)] += 1
            if kept.name == "meeting":
                meetings = copied.met
        found = Copied(**counts)
        about(event, round, **{name: count for name, count in counts.items() if count})
    return found


class _Copying:
    """The rows of one table as they are copied."""

    def __init__(self, kept: Kept, round: Round, by: User, event: Event, meeting: Record | None) -> None:
        self.kept, self.round, self.by, self.event, self.meeting = kept, round, by, event, meeting
        self.standing = standing_for(kept)
        self.met: list[Record] = []

    def row(self, row: Numbered) -> str:
        """What became of it, as `Copied` counts it."""
        if not may(self.by, Permission.WORK, row.cells["place"]):
            return "elsewhere"
        held = self.standing.get(row.key, [])
        if row.nth < len(held):
            record = held[row.nth]
            self.met.append(record)
            return self._again(record, row.cells)
        self.met.append(self._new(row))
        return "made"

    def _new(self, row: Numbered) -> Record:
        made = Record(
            table=self.kept.name,
            round=self.round,
            made_by=self.by,
            copied_key=row.key,
            copied_nth=row.nth,
            is_example=self.round.is_example,
        )
        told(made, row.cells, Links(meeting=self.meeting))
        renew(made, by=self.by, action=self.event.action)
        return made

    def _again(self, record: Record, cells: dict[str, str]) -> str:
        if record.data == cells or record.ended_at is not None:
            return "known"
        if record.revisions.exclude(action="copy_round").exists():
            return "differing"
        told(record, cells, links_of(record))
        renew(record, by=self.by, action=self.event.action)
        return "renewed"


def standing_for(kept: Kept) -> Mapping[str, list[Record]]:
    """By key the records that stand for rows with it, by what they say now or said when they were copied; the ended ones too."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in Record.objects.filter(table=kept.name).order_by("copied_nth", "id"):
        for key in {record.key, record.copied_key} - {""}:
            found[key].append(record)
    return found


def numbered(kept: Kept, frame: pl.DataFrame) -> Iterator[Numbered]:
    """The rows of a table that came from files of the round, each with its cells as the reader takes them."""
    seen: Counter[str] = Counter()
    for position, row in enumerate(frame.iter_rows(named=True)):
        if str(row[FILE]).startswith(OWN_FILES):
            continue
        cells = cells_of(kept.table, row)
        key = key_of(kept, cells)
        yield Numbered(cells, key, seen[key], position)
        seen[key] += 1


def cells_of(table: Table, row: Mapping[str, object]) -> dict[str, str]:
    """A row of a frame as the reader takes it, without empty cells."""
    filled = (column.name for column in table.columns if row.get(column.name) is not None)
    return {name: written(row[name], row.get(step_column(name))) for name in filled}  # type: ignore[arg-type]
