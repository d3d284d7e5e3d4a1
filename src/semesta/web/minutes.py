"""The berita acara of one meeting: the round's figures, and of the office's records what this meeting decided."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from django.db.models import Q

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.paper import Making, Paper
from semesta.report.papers.registry import papers
from semesta.web import chapters
from semesta.web.models import Record, Snapshot
from semesta.web.standing import read_records

PAPER = "berita-acara"
FORMS = ("docx", "pdf")


def paper() -> Paper:
    return papers()[PAPER]


def present_at(meeting: Record) -> list[Record]:
    """Who sat at the table: what was recorded with the meeting, and what names its place and day."""
    same_day = Q(meeting=None, place=meeting.place, data__date=meeting.data.get("date", ""))
    return list(Record.objects.filter(Q(meeting=meeting) | same_day, table="attendance", ended_at=None).order_by("id"))


def decided_in(meeting: Record) -> list[Record]:
    """The commitments, requests and recommendations made in the meeting."""
    return list(meeting.decided.filter(table="commitments", ended_at=None).order_by("id"))


def round_with_decisions(meeting: Record, snapshot: Snapshot, *, today: dt.date) -> Measured:
    """The measured round as this meeting knows it: its own decisions and participants, and no other meeting's."""
    measured = chapters.measured(snapshot.sha256)
    frames = dict(measured.dataset.frames)
    kept = {"meeting": [meeting], "attendance": present_at(meeting), "commitments": decided_in(meeting)}
    with tempfile.TemporaryDirectory(prefix="semesta-") as folder:
        for name, records in kept.items():
            frames.pop(name, None)
            if records:
                frames[name] = read_records(records, Path(folder), today=today).frames[name]
    return replace(measured, dataset=replace(measured.dataset, frames=frames))


def minutes(meeting: Record, snapshot: Snapshot, lang: Lang, *, today: dt.date) -> Mapping[str, Making] | Words:
    """The files of the berita acara by name, each with what makes it; or why there is none and what would mend that."""
    measured = round_with_decisions(meeting, snapshot, today=today)
    return paper().lacking(measured) or paper().files(measured, lang)
