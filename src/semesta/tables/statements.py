"""Figures as somebody said or printed them, to be held against the data."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.population import UNIVERSE
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="statements",
    title=Words("Pernyataan", "Statements"),
    what=Words(
        "Angka yang disebut dalam rapat, siaran pers atau surat.",
        "Figures said in meetings, press releases or letters.",
    ),
    why=Words(
        "Diperiksa apakah sejalan dengan data, dengan kata-kata pengucapnya (tepat, sekitar, lebih dari).",
        "Held against the data with the wording used.",
    ),
    holder=Words("Notulis rapat, humas", "Minutes, press office"),
    moment="event",
    columns=(
        c.place(),
        c.text(
            "indicator",
            Words("Indikator", "Indicator"),
            Words(
                "Nama indikator Semesta, misalnya Jumlah pekerja, Cakupan, Hasil iuran dikurangi klaim.",
                "Indicator of Semesta, such as population, coverage, balance.",
            ),
            required=True,
        ),
        c.group(),
        c.programme(),
        c.funding(),
        UNIVERSE,
        c.year(),
        c.period(),
        Column(
            "stated",
            types.QUANTITY,
            Words("Angka yang disebut", "Stated"),
            Words(
                "Seperti diucapkan: 376.162, 52 persen, minus 200 juta.", "As said: 376.162, 52 persen, minus 200 juta."
            ),
            required=True,
            aliases=("angka", "nilai"),
        ),
        Column(
            "wording",
            Coded(lists.WORDINGS),
            Words("Kata-katanya", "Wording"),
            Words(
                "Tepat, sekitar, lebih dari, kurang dari; kosong berarti tepat.",
                "Exactly, about, more than, less than; empty means exactly.",
            ),
            aliases=("redaksi",),
        ),
        c.text(
            "text",
            Words("Kalimat", "Text"),
            Words(
                "Isi pernyataan dengan kata-kata sendiri, tanpa nama orang.",
                "What was said, in your own words, without names.",
            ),
            "uraian",
        ),
        c.source(),
        c.as_of(required=False),
    ),
    key=(
        "place",
        "indicator",
        "group",
        "programme",
        "funding",
        "universe",
        "year",
        "period",
        "stated",
        "wording",
        "source",
    ),
    aliases=("angka yang disebut",),
)
