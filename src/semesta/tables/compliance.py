"""Employers that do not comply, and what was recovered, often with the prosecutor's office."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.rowchecks import at_most
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="compliance",
    title=Words("Kepatuhan", "Compliance"),
    what=Words(
        "Pemberi kerja yang belum patuh, tunggakan, surat kuasa khusus (SKK) dan pemulihan.",
        "Employers in breach, arrears, mandates to the prosecutor and recoveries.",
    ),
    why=Words(
        "Pekerja tidak terlindungi selama pemberi kerja menunggak.",
        "Workers are not covered while the employer is in arrears.",
    ),
    holder=Words("BPJS Ketenagakerjaan dan Kejaksaan Negeri", "BPJS Ketenagakerjaan and the prosecutor's office"),
    moment="flow",
    columns=(
        c.place(),
        c.office(),
        c.period(),
        Column(
            "kind",
            Coded(lists.COMPLIANCE_KINDS),
            Words("Jenis", "Kind"),
            Words(
                "Belum mendaftar, sebagian tenaga kerja, sebagian upah, tunggakan, proyek.",
                "Unregistered, part of staff, part of wage, arrears, project.",
            ),
            required=True,
        ),
        c.count(
            "employers",
            Words("Pemberi kerja", "Employers"),
            Words("Jumlah badan usaha.", "Number of employers."),
            "badan usaha",
        ),
        c.count(
            "workers",
            Words("Pekerja", "Workers"),
            Words("Pekerja yang terdampak.", "Workers concerned."),
            "tenaga kerja",
        ),
        c.amount(
            "amount",
            Words("Tunggakan (Rp)", "Amount (Rp)"),
            Words("Iuran yang belum dibayar.", "Contributions owed."),
            "jumlah tunggakan",
        ),
        c.count(
            "skk",
            Words("SKK", "Mandates"),
            Words("Surat kuasa khusus kepada Kejaksaan.", "Mandates given to the prosecutor."),
            "surat kuasa khusus",
        ),
        c.amount(
            "recovered",
            Words("Dipulihkan (Rp)", "Recovered (Rp)"),
            Words("Yang sudah dibayar kembali.", "What was recovered."),
            "pemulihan",
        ),
        c.source(),
    ),
    key=("place", "office", "period", "kind"),
    checks=(
        at_most(
            "recovered",
            "amount",
            Words("pemulihan tidak lebih dari tunggakan", "recovered not above the amount owed"),
            Words(
                "Periksa apakah kedua kolom tertukar atau periodenya berbeda.",
                "See whether the columns are swapped or the periods differ.",
            ),
        ),
    ),
    aliases=("kepatuhan pemberi kerja",),
)
