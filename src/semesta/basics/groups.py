"""Groups of workers: a tree with one home for each person, and tags for what also holds of them.

The entries stand in groups.yaml. A tag `owed_by:…` says who usually owes the contribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.codes import Code, CodeList
from semesta.basics.lists import entry_of
from semesta.basics.words import Words

TAGS = {
    "informal": Words("pekerja informal", "informal worker"),
    "non_formal": Words("disebut pekerja non formal", "called a non-formal worker"),
    "village": Words("tingkat desa atau kelurahan", "village level"),
    "election": Words("penyelenggara pemilu", "election worker"),
    "asn": Words("ASN", "civil servant (ASN)"),
    "seasonal": Words("musiman", "seasonal"),
    "religious": Words("petugas keagamaan", "religious worker"),
    "named_rentan": Words("disebut pula pekerja rentan", "also named as vulnerable"),
}
"""What each tag of groups.yaml means, apart from `owed_by:…`."""

OWED_BY = {
    "employer": Words("pemberi kerja", "the employer"),
    "apbd": Words("APBD", "the regional budget (APBD)"),
    "apbdes": Words("APBDes", "the village budget (APBDes)"),
    "apbn": Words("APBN", "the national budget (APBN)"),
    "person": Words("pekerja sendiri", "the person"),
}


def owed_by(code: str) -> str | None:
    """Who usually owes the contribution of a group: `employer`, `apbd`, `apbdes`, `apbn` or `person`.

    A group without a tag of its own takes the one above it; None for an unknown group or where it differs below.
    """
    for step in reversed(GROUPS.path(code)):
        entry = GROUPS.get(step)
        if entry is None:
            return None
        for tag in entry.tags:
            if tag.startswith("owed_by:"):
                return tag.removeprefix("owed_by:")
    return None


def _entries() -> Iterator[Code]:
    text = files("semesta.basics").joinpath("groups.yaml").read_text(encoding="utf-8")
    tree: dict[str, dict[str, Any]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for code, written in tree.items():
        yield entry_of(code, written)


GROUPS = CodeList("groups", Words("Kelompok pekerja", "Groups of workers"), _entries)
