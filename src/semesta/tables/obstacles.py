"""Potential and obstacles, as the meeting took stock of them."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="obstacles",
    title=Words("Potensi dan kendala", "Potential and obstacles"),
    what=Words("Potensi perluasan dan kendala yang ditemui.", "What could widen cover, and what stands in the way."),
    why=Words("Salah satu tujuan monev.", "One of the purposes of a monev."),
    holder=Words("Peserta rapat", "Participants of the meeting"),
    moment="event",
    columns=(
        c.place(),
        Column(
            "kind",
            Coded(lists.OBSTACLE_KINDS),
            Words("Jenis", "Kind"),
            Words("Potensi atau kendala.", "Potential or obstacle."),
            required=True,
        ),
        c.group(),
        c.text("text", Words("Uraian", "Text"), Words("Satu hal per baris.", "One matter per row."), required=True),
        c.text(
            "owner",
            Words("Penanggung jawab", "Owner"),
            Words("Perangkat daerah atau lembaga.", "Office or institution."),
            "pemilik",
        ),
        Column(
            "severity",
            Coded(lists.SEVERITIES),
            Words("Tingkat", "Severity"),
            Words("Tinggi, sedang, rendah.", "High, medium, low."),
        ),
        c.source(),
    ),
    key=("place", "kind", "group", "text"),
    aliases=("kendala", "potensi", "inventarisasi"),
)
