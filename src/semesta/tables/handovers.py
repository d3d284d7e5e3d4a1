"""Benefits handed over in public, as counts; never people."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="handovers",
    title=Words("Penyerahan manfaat", "Handovers"),
    what=Words(
        "Manfaat yang diserahkan kepada ahli waris pada acara; jumlah saja, tanpa nama.",
        "Benefits handed to heirs at an event; counts only, no names.",
    ),
    why=Words("Bukti manfaat sampai kepada keluarga.", "Shows that benefits reach families."),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="event",
    columns=(
        c.place(),
        c.office(),
        c.day("date", Words("Tanggal", "Date"), Words("Tanggal penyerahan.", "Day of the event."), observed=True),
        c.group(),
        c.programme(),
        Column(
            "benefit",
            Coded(lists.BENEFITS),
            Words("Manfaat", "Benefit"),
            Words("Jenis manfaat; kosong bila tidak dirinci.", "Kind of benefit; empty when not split."),
        ),
        c.count(
            "heirs",
            Words("Jumlah ahli waris", "Heirs"),
            Words("Orang yang menerima.", "People who received."),
            "ahli waris",
            "penerima",
            required=True,
        ),
        c.amount(
            "amount",
            Words("Jumlah (Rp)", "Amount (Rp)"),
            Words("Kosong bila tidak disebut.", "Empty when not said."),
            "nominal",
        ),
        c.source(),
    ),
    key=("place", "office", "date", "group", "programme", "benefit"),
    aliases=("penyerahan santunan", "santunan diserahkan"),
)
