"""The parts of the law, one a folder: their titles, and which rule or value stands in which."""

from __future__ import annotations

from semesta.basics.lists import PROGRAMMES
from semesta.basics.words import Words, same
from semesta.law.parameters import Parameter
from semesta.law.rule import Rule

_TITLES = {
    "basis": Words("Dasar iuran", "Basis of contributions"),
    "claim": Words("Klaim: masih terlindungi atau tidak", "Claims: still covered or not"),
    "due": Words("Jatuh tempo, denda, dan mulai perlindungan", "Due days, fines and when cover begins"),
    "heirs": Words("Ahli waris, dokumen, dan batas bayar", "Heirs, documents and days to pay"),
    "jakon": Words("Jasa konstruksi", "Construction"),
    "pmi": Words("Pekerja migran", "Migrant workers"),
    "price": Words("Harga perlindungan", "Price of cover"),
    "relief": Words("Keringanan iuran", "Reliefs"),
    "scholarship": Words("Beasiswa", "Scholarship"),
}
"""What folders hold that are no programme; programmes have their titles in their code list."""


def part_of(thing: Parameter | Rule) -> str:
    """The folder of the law in which it stands: where is law/jkm/parameters.yaml: …, or jkm/rules.py:10."""
    return thing.where.split("/")[1 if isinstance(thing, Parameter) else 0]


def part_title(part: str) -> Words:
    """Its title; a folder without one is called by its name."""
    programme = PROGRAMMES.get(part.upper())
    return programme.title if programme else _TITLES.get(part, same(part))
