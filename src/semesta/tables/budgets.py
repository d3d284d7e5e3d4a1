"""What governments put in their budgets for contributions, line by line; not having budgeted is a row too."""

from semesta.basics import lists
from semesta.basics.problem import Fault
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables.table import Check, Column, Row, Table
from semesta.tables.types import Coded


def _months_fit(row: Row) -> bool:
    return 1 <= int(str(row["months"])) <= 12


def _not_budgeted_has_no_money(row: Row) -> bool:
    return row["status"] != "not_budgeted" or not row["allocated"]


TABLE = Table(
    name="budgets",
    title=Words("Anggaran", "Budgets"),
    what=Words(
        "Anggaran iuran per pemerintah, sumber dana dan kelompok; yang belum menganggarkan ditulis sebagai baris.",
        "Budget lines for contributions; a government that has not budgeted is a row.",
    ),
    why=Words(
        "Menunjukkan kebutuhan yang sudah dan belum ada uangnya.", "Shows which need has money and which has none."
    ),
    holder=Words("BPKAD/BKAD dan Bappeda", "Finance and planning offices"),
    moment="plan",
    columns=(
        c.place(),
        c.year(required=True),
        c.funding(),
        c.text(
            "account",
            Words("Kode rekening", "Account code"),
            Words("Misalnya 5.1.02.02.02.0006.", "Such as 5.1.02.02.02.0006."),
            "rekening",
        ),
        c.text(
            "subkegiatan",
            Words("Sub kegiatan", "Sub-activity"),
            Words("Kode atau nama sub kegiatan.", "Code or name of the sub-activity."),
            "subkegiatan",
            "kode sub kegiatan",
        ),
        c.text(
            "opd",
            Words("OPD", "Paying office"),
            Words("Perangkat daerah pemegang anggaran.", "The office that holds the budget."),
            "skpd",
            "perangkat daerah",
        ),
        c.text(
            "document_no",
            Words("Nomor dokumen", "Document number"),
            Words("Nomor DPA/DPPA.", "Number of the budget document."),
            "no dpa",
            "nomor dpa",
        ),
        c.group(),
        c.count(
            "persons",
            Words("Jumlah orang", "Persons"),
            Words("Orang yang iurannya dianggarkan.", "People whose contributions are budgeted."),
            "orang",
            "volume",
        ),
        c.count("months", Words("Jumlah bulan", "Months"), Words("1–12.", "1–12."), "bulan"),
        c.amount(
            "price",
            Words("Iuran per orang per bulan (Rp)", "Price per person and month (Rp)"),
            Words(
                "Harga yang dipakai pemerintah daerah; kosong: harga menurut hukum.",
                "The price used; empty: the price by law.",
            ),
            "harga",
            "harga satuan",
            "iuran per bulan",
        ),
        c.amount(
            "allocated",
            Words("Anggaran (Rp)", "Allocated (Rp)"),
            Words("Jumlah dalam dokumen anggaran tahap itu.", "Amount in the budget document of that stage."),
            "pagu",
            "alokasi",
            "jumlah anggaran",
            "anggaran",
        ),
        c.amount(
            "realised",
            Words("Realisasi (Rp)", "Realised (Rp)"),
            Words(
                "Dibayar pemerintah (SP2D) sampai tanggal data; kosong bila belum diketahui.",
                "Paid by the government (SP2D) to date; empty when unknown.",
            ),
            "realisasi",
            "sp2d",
        ),
        Column(
            "status",
            Coded(lists.BUDGET_STATUSES),
            Words("Tahap", "Stage"),
            Words(
                "Belum dianggarkan, usulan, RKPD, KUA-PPAS, RAPBD, APBD, APBD perubahan, atau realisasi.",
                "Not budgeted, proposed, RKPD, KUA-PPAS, RAPBD, APBD, changed APBD or realised.",
            ),
            aliases=("status", "status anggaran", "tahapan"),
        ),
        c.source(),
    ),
    key=("place", "year", "funding", "account", "subkegiatan", "opd", "document_no", "group", "status"),
    checks=(
        Check(
            ("months",),
            _months_fit,
            Fault(
                "months_out_of_range",
                Words("1 sampai 12 bulan", "1 to 12 months"),
                Words("Tulis jumlah bulan dalam tahun anggaran itu.", "Write the months within that budget year."),
            ),
        ),
        Check(
            ("status", "allocated"),
            _not_budgeted_has_no_money,
            Fault(
                "not_budgeted_with_money",
                Words(
                    "anggaran kosong atau 0 bila tahapnya belum dianggarkan", "no amount when the stage is not budgeted"
                ),
                Words("Ubah tahapnya, atau kosongkan jumlahnya.", "Change the stage, or leave the amount empty."),
            ),
        ),
    ),
    aliases=("apbd", "penganggaran"),
)
