"""What was promised, asked and recommended, by whom and until when."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="commitments",
    title=Words("Komitmen", "Commitments"),
    what=Words(
        "Komitmen, permintaan dan rekomendasi, dengan penanggung jawab dan batas waktu.",
        "Commitments, requests and recommendations, with who and until when.",
    ),
    why=Words("Rapat berikutnya menanyakan apa yang sudah dilakukan.", "The next meeting asks what became of them."),
    holder=Words("Notulis rapat", "Minutes"),
    moment="event",
    columns=(
        c.place(),
        Column(
            "kind",
            Coded(lists.COMMITMENT_KINDS),
            Words("Jenis", "Kind"),
            Words("Komitmen (kosong), permintaan, atau rekomendasi.", "Commitment (empty), request or recommendation."),
        ),
        c.text(
            "text",
            Words("Uraian", "Text"),
            Words("Apa yang akan dilakukan.", "What will be done."),
            "isi",
            "rencana tindak lanjut",
            required=True,
        ),
        c.text(
            "responsible",
            Words("Penanggung jawab", "Responsible"),
            Words("Perangkat daerah atau jabatan.", "Office or post."),
            "pic",
        ),
        c.day(
            "due",
            Words("Batas waktu", "Due"),
            Words("Tanggal paling lambat.", "Latest day."),
            "tenggat",
            "target waktu",
        ),
        Column(
            "status",
            Coded(lists.COMMITMENT_STATUSES),
            Words("Status", "Status"),
            Words("Terbuka (kosong), berjalan, selesai, batal.", "Open (empty), in progress, done, cancelled."),
        ),
        c.text(
            "indicator",
            Words("Indikator", "Indicator"),
            Words("Indikator Semesta yang menunjukkan hasilnya.", "The indicator that shows the result."),
        ),
        Column(
            "target_value",
            types.QUANTITY,
            Words("Target", "Target"),
            Words("Nilai yang dijanjikan.", "The value promised."),
        ),
        c.amount("budget", Words("Anggaran (Rp)", "Budget (Rp)"), Words("Bila disebut.", "If stated.")),
        c.text(
            "document",
            Words("Dokumen", "Document"),
            Words("Nomor berita acara atau surat.", "Number of the minutes or letter."),
        ),
        c.text("evidence", Words("Bukti", "Evidence"), Words("Bukti pelaksanaan.", "Evidence of what was done.")),
        c.source(),
    ),
    key=("place", "kind", "text", "responsible", "due"),
    aliases=("tindak lanjut", "rencana tindak lanjut", "rtl"),
)
