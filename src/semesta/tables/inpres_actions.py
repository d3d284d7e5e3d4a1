"""Actions under Inpres 2/2021, by institution, with what was achieved."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="inpres_actions",
    title=Words("Inpres 2-2021", "Inpres 2-2021"),
    what=Words(
        "Pelaksanaan Inpres 2/2021: instruksi, pelaksana, rencana aksi, ukuran, target dan capaian.",
        "What Inpres 2/2021 asks, of whom, and what was achieved.",
    ),
    why=Words(
        "Bahan laporan semester ke Kemenko PMK. Bentuk usulan Semesta; bukan formulir resmi.",
        "For the semester report. A form proposed by Semesta, not an official one.",
    ),
    holder=Words("Bagian Kesejahteraan Rakyat, Disnaker", "Welfare and labour offices"),
    moment="stock",
    columns=(
        c.place(),
        c.text(
            "instruction",
            Words("Instruksi", "Instruction"),
            Words("Butir instruksi.", "Point of the instruction."),
            "instruksi",
        ),
        c.text(
            "institution",
            Words("Pelaksana", "Institution"),
            Words("Lembaga atau perangkat daerah.", "Institution or office."),
            "instansi",
        ),
        c.text(
            "action", Words("Rencana aksi", "Action"), Words("Yang dilakukan.", "What is done."), "aksi", required=True
        ),
        c.text("measure", Words("Ukuran", "Measure"), Words("Ukuran keberhasilan.", "How success is measured.")),
        c.text("target", Words("Target", "Target"), Words("Yang hendak dicapai.", "What is to be reached.")),
        c.text("achieved", Words("Capaian", "Achieved"), Words("Yang sudah dicapai.", "What has been reached.")),
        Column(
            "percent",
            types.SHARE,
            Words("Capaian (%)", "Achieved (%)"),
            Words("Misalnya 75 %.", "Such as 75 %."),
            aliases=("persen", "%"),
        ),
        c.text("evidence", Words("Bukti", "Evidence"), Words("Dokumen bukti.", "Document that shows it.")),
        c.text("obstacle", Words("Kendala", "Obstacle"), Words("Bila ada.", "If any.")),
        c.text(
            "follow_up",
            Words("Tindak lanjut", "Follow-up"),
            Words("Langkah berikut, terutama untuk kendala.", "The next step, above all for the obstacle."),
            "rencana tindak lanjut",
        ),
        c.day("due", Words("Batas waktu", "Due"), Words("Tanggal paling lambat.", "Latest day.")),
        Column(
            "status",
            Coded(lists.ACTION_STATUSES),
            Words("Status", "Status"),
            Words("Belum, berjalan, selesai, batal.", "Open, in progress, done, cancelled."),
        ),
        c.source(),
    ),
    key=("place", "instruction", "institution", "action"),
    aliases=("inpres", "matriks inpres", "inpres 2/2021"),
)
