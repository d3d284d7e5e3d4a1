"""What a claim needs: the documents that offices ask for, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.words import Words, same
from semesta.law.faults import InputError, LawError, nearest

NOTHING = Words("", "")
KEYS = {"title", "when", "source", "verified", "note"}


@dataclass(frozen=True)
class Document:
    """One document; an empty `when` means every claim. Not verified has a note that says why."""

    title: Words
    when: Words
    source: str
    verified: bool
    note: Words


def documents(claim: str) -> tuple[Document, ...]:
    """The documents of a claim: JKK, JKM, scholarship, JHT, JP or JKP.

    Raises:
        InputError: with the nearest names.
    """
    known = all_documents()
    if claim not in known:
        there = ", ".join(known)
        raise InputError(
            [
                same(claim)
                + Words(f": tidak dikenal; yang ada: {there}", f": unknown; there are: {there}")
                + nearest(claim, known)
            ]
        )
    return known[claim]


@cache
def all_documents() -> Mapping[str, tuple[Document, ...]]:
    """The documents by claim, in the order of the file.

    Raises:
        LawError: a document without source that does not say why, or with an unknown field.
    """
    written = files("semesta.law.heirs").joinpath("documents.yaml").read_text(encoding="utf-8")
    return {
        claim: tuple(_document(claim, entry) for entry in entries) for claim, entries in yaml.safe_load(written).items()
    }


def _document(claim: str, entry: Mapping[str, Any]) -> Document:
    if unknown := set(entry) - KEYS:
        raise LawError(f"heirs/documents.yaml: {claim}: unknown {sorted(unknown)}")
    note = _words(entry.get("note"))
    if not (entry["source"] if entry["verified"] else note):
        raise LawError(f"heirs/documents.yaml: {claim}: a document needs a source, or `verified: false` and a note")
    return Document(_words(entry["title"]), _words(entry.get("when")), entry["source"], entry["verified"], note)


def _words(entry: Mapping[str, str] | None) -> Words:
    return Words(entry["id"], entry["en"]) if entry else NOTHING
