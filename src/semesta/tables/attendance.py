"""Who sat at the table, by institution and role; never names."""

from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Table

TABLE = Table(
    name="attendance",
    title=Words("Kehadiran", "Attendance"),
    what=Words(
        "Instansi yang hadir dan perannya, tanpa nama orang.", "Institutions present and their role, without names."
    ),
    why=Words("Bab pendahuluan dan berita acara.", "First chapter, and the minutes."),
    holder=Words("Penyelenggara rapat", "Host of the meeting"),
    moment="event",
    columns=(
        c.place(),
        c.day(
            "date",
            Words("Tanggal rapat", "Date"),
            Words("Tanggal rapat.", "Day of the meeting."),
            "tanggal",
            observed=True,
            may_lie_ahead=True,
        ),
        c.text(
            "institution",
            Words("Instansi", "Institution"),
            Words("Nama instansi.", "Name of the institution."),
            "lembaga",
            required=True,
        ),
        c.text(
            "role",
            Words("Peran", "Role"),
            Words("Penyelenggara, pembuka, narasumber, peserta.", "Host, opener, speaker, participant."),
        ),
        c.count(
            "persons",
            Words("Jumlah orang", "Persons"),
            Words("Kosong bila tidak diketahui.", "Empty when unknown."),
            "orang",
        ),
    ),
    key=("place", "date", "institution", "role"),
    aliases=("daftar hadir", "peserta rapat"),
)
