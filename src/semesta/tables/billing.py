"""What was billed to each paying office month by month, and what of it was paid."""

from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import types
from semesta.tables.rowchecks import at_most
from semesta.tables.table import Column, Table

TABLE = Table(
    name="billing",
    title=Words("Tagihan", "Billing"),
    what=Words(
        "Iuran tertagih dan terbayar per OPD dan bulan iuran (BLTH).",
        "Contributions billed and paid, by office and month.",
    ),
    why=Words("Bulan yang tidak dibayar memutus perlindungan.", "An unpaid month breaks cover."),
    holder=Words("BPJS Ketenagakerjaan dan bendahara OPD", "BPJS Ketenagakerjaan and the offices' treasurers"),
    moment="flow",
    columns=(
        c.place(),
        c.office(),
        c.text(
            "account_no",
            Words("Nomor kepesertaan", "Account number"),
            Words("NPP atau nomor wadah.", "Number of the employer or group account."),
            "npp",
            "npw",
            "nomor wadah",
        ),
        c.text(
            "opd",
            Words("OPD", "Paying office"),
            Words("Perangkat daerah yang membayar.", "The office that pays."),
            "skpd",
            "perangkat daerah",
            "nama akun",
            "nama wadah",
        ),
        c.funding(),
        Column(
            "month",
            types.YEAR_MONTH,
            Words("Bulan iuran", "Month"),
            Words("BLTH, misalnya Juli 2024 atau 2024-07.", "Month the contribution is for, such as July 2024."),
            required=True,
            aliases=("blth", "bulan"),
        ),
        c.count(
            "persons_listed",
            Words("Orang dalam daftar", "Persons listed"),
            Words("Menurut SK penetapan.", "By the decree."),
            "jumlah menurut sk",
        ),
        c.count(
            "persons_billed",
            Words("Orang ditagih", "Persons billed"),
            Words("Menurut tagihan.", "By the bill."),
            "tenaga kerja",
            "jumlah tk",
            "jumlah peserta",
        ),
        c.amount(
            "billed",
            Words("Tertagih (Rp)", "Billed (Rp)"),
            Words("Iuran yang ditagih.", "Contributions billed."),
            "tagihan",
            "iuran tertagih",
        ),
        c.day("due_on", Words("Jatuh tempo", "Due on"), Words("Tanggal terakhir membayar.", "Last day to pay.")),
        c.amount(
            "paid",
            Words("Terbayar (Rp)", "Paid (Rp)"),
            Words(
                "Iuran yang sudah dibayar; 0 bila pasti belum, kosong bila tidak diketahui.",
                "Paid; 0 when certainly not, empty when unknown.",
            ),
            "dibayar",
            "pembayaran",
            "bayar",
        ),
        c.day(
            "paid_on", Words("Tanggal bayar", "Paid on"), Words("Tanggal pembayaran.", "Day of payment."), observed=True
        ),
        c.source(),
    ),
    key=("place", "office", "account_no", "opd", "funding", "month"),
    checks=(
        at_most(
            "paid",
            "billed",
            Words("terbayar tidak lebih dari tertagih", "paid not above billed"),
            Words(
                "Pisahkan pembayaran bulan lain ke barisnya sendiri.",
                "Put payments for other months in their own rows.",
            ),
        ),
    ),
    aliases=("rekonsiliasi iuran", "tagihan iuran"),
)
