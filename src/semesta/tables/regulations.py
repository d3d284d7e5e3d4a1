"""Regulations on employment social security and the stage each has reached."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="regulations",
    title=Words("Regulasi", "Regulations"),
    what=Words(
        "Peraturan daerah, peraturan kepala daerah, SK dan SE, dengan tahapnya.",
        "Local regulations, decrees and circulars, with their stage.",
    ),
    why=Words("Anggaran dan kepesertaan perlu dasar hukum.", "Budgets and membership need a legal basis."),
    holder=Words("Bagian Hukum", "Legal office"),
    moment="stock",
    columns=(
        c.place(),
        Column(
            "kind",
            Coded(lists.REGULATION_KINDS),
            Words("Jenis", "Kind"),
            Words("Perda, perkada, SK, SE, perdes.", "Kind of regulation."),
            aliases=("jenis regulasi",),
        ),
        Column(
            "stage",
            Coded(lists.REGULATION_STAGES),
            Words("Tahap", "Stage"),
            Words(
                "Belum ada, direncanakan, penyusunan, harmonisasi, berlaku, dicabut.",
                "None, planned, drafting, harmonisation, in force, revoked.",
            ),
            required=True,
            aliases=("status", "tahapan"),
        ),
        c.text("number", Words("Nomor", "Number"), Words("Nomor dan tahun.", "Number and year.")),
        c.day("date", Words("Tanggal", "Date"), Words("Tanggal penetapan.", "Day of enactment.")),
        c.text("title", Words("Judul", "Title"), Words("Tentang apa.", "What it is about."), "tentang"),
        c.text(
            "subjects",
            Words("Mengatur", "Subjects"),
            Words("Kelompok atau hal yang diatur.", "Groups or matters it governs."),
        ),
        c.day(
            "stage_since",
            Words("Pada tahap ini sejak", "In this stage since"),
            Words("Tanggal tahap itu dimulai.", "Day the stage began."),
            "sejak",
        ),
        c.source(),
    ),
    key=("place", "kind", "number", "title", "stage", "stage_since"),
    aliases=("peraturan",),
)
