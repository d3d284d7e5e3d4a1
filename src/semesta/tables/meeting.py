"""The meeting itself: what, when, where, by whom, what for."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="meeting",
    title=Words("Rapat", "Meeting"),
    what=Words("Rapat monitoring dan evaluasi yang dilaporkan.", "The meeting that is reported on."),
    why=Words("Sampul dan bab pendahuluan laporan.", "Cover and first chapter of the report."),
    holder=Words("Penyelenggara rapat", "Host of the meeting"),
    moment="event",
    columns=(
        c.place(),
        c.text("title", Words("Nama rapat", "Title"), Words("Judul rapat.", "Title of the meeting."), "judul", "acara"),
        c.day(
            "date",
            Words("Tanggal rapat", "Date"),
            Words("Misalnya 17 Juli 2024.", "Such as 17 July 2024."),
            "tanggal",
            required=True,
            observed=True,
            may_lie_ahead=True,
        ),
        c.text(
            "starts",
            Words("Pukul", "Hour"),
            Words("Misalnya 09.00 WIB sampai selesai.", "Such as 09.00 WIB."),
            "jam",
            "waktu",
        ),
        c.text("venue", Words("Tempat", "Venue"), Words("Gedung atau ruang.", "Building or room."), "tempat rapat"),
        c.text(
            "hosts",
            Words("Penyelenggara", "Hosts"),
            Words("Lembaga, dipisahkan titik koma.", "Institutions, separated by semicolons."),
        ),
        c.text("opened_by", Words("Dibuka oleh", "Opened by"), Words("Jabatan, tanpa nama.", "Post, without a name.")),
        c.text(
            "purpose",
            Words("Tujuan", "Purpose"),
            Words("Tujuan rapat, dipisahkan titik koma.", "Purposes, separated by semicolons."),
            "maksud dan tujuan",
        ),
        Column(
            "kind",
            Coded(lists.ROUND_KINDS),
            Words("Jenis putaran", "Kind of round"),
            Words(
                "Rapat (kosong), laporan semester, atau laporan tahunan. Menentukan bentuk matriks Inpres.",
                "Meeting (empty), semester report or annual report. Decides the form of the Inpres matrix.",
            ),
            aliases=("jenis laporan",),
        ),
        Column(
            "reports_on",
            types.PERIOD,
            Words("Periode yang dilaporkan", "Period reported on"),
            Words(
                "Untuk laporan semester atau tahunan, misalnya Januari–Juni 2024.",
                "For a semester or annual report, such as January–June 2024.",
            ),
            aliases=("periode laporan",),
        ),
        Column(
            "no_overlap",
            types.YES_NO,
            Words("Tanpa rangkap antarsumber dana", "No overlap across funding"),
            Words(
                "Ya, bila pasti tidak ada orang yang dibayar dua sumber dana; maka peserta antarsumber dana dijumlahkan.",
                "Yes, when nobody is paid from two sources; then members are added across funding.",
            ),
            aliases=("tanpa rangkap",),
        ),
        c.source(),
    ),
    key=("place", "title", "date"),
    aliases=("data rapat",),
)
