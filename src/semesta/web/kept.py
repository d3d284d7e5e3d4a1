"""The tables whose rows the office keeps: which of their declared columns say what, who, until when and how far."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from semesta.basics.words import Words
from semesta.tables.registry import TABLES
from semesta.tables.table import Table

OWN_FILES = "Tindak lanjut, "
"""How the files begin in which records are read beside those of a round."""

Cells = Mapping[str, str]
"""A row by column as the reader takes it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What pages must know of a table beyond its declaration.

    name: the table's. slug: its part of an address.
    what: the columns of which the first filled one names a row. who, due, status, evidence: the columns that say so, or "".
    closed: the states in which nothing more is to be done; done: the one that needs its evidence.
    listed: the columns of its list, after what it is.
    long: texts that are written in more than a line.
    links: whether a figure and a line of the budget can be linked where no column says so.
    called: how pages call it where a sheet cannot bear that name.
    """

    name: str
    slug: str
    what: tuple[str, ...]
    new: Words
    who: str = ""
    due: str = ""
    status: str = ""
    evidence: str = ""
    closed: tuple[str, ...] = ()
    done: str = ""
    listed: tuple[str, ...] = ()
    long: tuple[str, ...] = ()
    links: bool = False
    called: Words | None = None

    @property
    def table(self) -> Table:
        return TABLES[self.name]

    @property
    def title(self) -> Words:
        return self.called or self.table.title


_ALL = (
    Kept(
        "meeting",
        "rapat",
        ("title", "purpose"),
        Words("Catat rapat", "Record a meeting"),
        who="hosts",
        due="date",
        listed=("date", "venue", "hosts"),
        long=("title", "purpose", "hosts"),
    ),
    Kept(
        "commitments",
        "komitmen",
        ("text",),
        Words("Tambah komitmen", "Add a commitment"),
        who="responsible",
        due="due",
        status="status",
        evidence="evidence",
        closed=("done", "cancelled"),
        done="done",
        listed=("responsible", "due", "status", "document"),
        long=("text", "evidence"),
        links=True,
    ),
    Kept(
        "inpres_actions",
        "aksi-inpres",
        ("action",),
        Words("Tambah aksi", "Add an action"),
        who="institution",
        due="due",
        status="status",
        evidence="evidence",
        closed=("done", "cancelled"),
        done="done",
        listed=("institution", "instruction", "due", "status", "percent"),
        long=("instruction", "action", "measure", "target", "achieved", "evidence", "obstacle", "follow_up"),
        links=True,
        called=Words("Aksi Inpres 2/2021", "Inpres 2/2021 actions"),
    ),
    Kept(
        "regulations",
        "regulasi",
        ("title", "number", "subjects"),
        Words("Tambah regulasi", "Add a regulation"),
        status="stage",
        closed=("in_force", "revoked"),
        listed=("kind", "number", "stage", "stage_since"),
        long=("title", "subjects"),
    ),
    Kept(
        "obstacles",
        "kendala",
        ("text",),
        Words("Tambah potensi atau kendala", "Add a potential or an obstacle"),
        who="owner",
        listed=("kind", "owner", "group", "severity"),
        long=("text",),
    ),
    Kept(
        "compliance",
        "kepatuhan",
        ("kind",),
        Words("Tambah kepatuhan", "Add compliance"),
        who="office",
        listed=("office", "period", "employers", "workers", "amount", "skk", "recovered"),
    ),
    Kept(
        "handovers",
        "penyerahan",
        ("benefit", "programme", "group", "date"),
        Words("Tambah penyerahan", "Add a handover"),
        who="office",
        listed=("date", "office", "group", "programme", "heirs", "amount"),
    ),
    Kept(
        "attendance",
        "kehadiran",
        ("institution",),
        Words("Tambah instansi", "Add an institution"),
        who="institution",
        listed=("date", "role", "persons"),
    ),
)
KEPT: dict[str, Kept] = {kept.name: kept for kept in _ALL}
"""By name of the table, in the order of the pages."""
BY_SLUG: dict[str, Kept] = {kept.slug: kept for kept in _ALL}


def key_of(kept: Kept, cells: Cells) -> str:
    """The hash of what tells this row from others of its table; spaces and capitals tell nothing apart."""
    parts = [" ".join(cells.get(name, "").split()).casefold() for name in kept.table.key]
    return hashlib.sha256(json.dumps([kept.name, *parts]).encode()).hexdigest()


def status_of(kept: Kept, cells: Cells) -> str:
    """How far it is; what says nothing is open."""
    return cells.get(kept.status, "") or "open" if kept.status else ""


def due_of(kept: Kept, cells: Cells) -> dt.date | None:
    written = cells.get(kept.due, "")
    return dt.date.fromisoformat(written) if written else None
