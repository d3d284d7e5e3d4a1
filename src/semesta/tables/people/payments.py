"""Contributions paid, one row for each person, sponsor and month."""

from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables import person_types as t
from semesta.tables import types
from semesta.tables.table import Column, Table

TABLE = Table(
    name="payments",
    title=Words("Pembayaran iuran", "Payments"),
    what=Words("Iuran yang dibayar per orang dan bulan iuran (BLTH).", "Contributions paid by person and month."),
    why=Words("Bulan yang tidak dibayar memutus perlindungan.", "An unpaid month breaks cover."),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="flow",
    columns=(
        Column(
            "participant_id",
            types.TEXT,
            Words("ID peserta", "Participant"),
            Words("ID pada daftar peserta.", "Id in the list of participants."),
            aliases=("id peserta", "kode tk", "kode tenaga kerja"),
        ),
        p.kpj(),
        p.nik(),
        Column(
            "month",
            types.YEAR_MONTH,
            Words("Bulan iuran (BLTH)", "Month"),
            Words("Misalnya Juli 2024 atau 2024-07.", "Such as July 2024 or 2024-07."),
            required=True,
            aliases=("blth", "bulan", "bulan iuran", "periode", "blth iuran", "bulan tagihan"),
        ),
        p.programmes(),
        c.amount(
            "amount",
            Words("Iuran (Rp)", "Amount (Rp)"),
            Words("Iuran yang dibayar untuk bulan itu.", "What was paid for that month."),
            "iuran",
            "jumlah iuran",
            "nominal",
            "jumlah bayar",
            "iuran dibayar",
            "total iuran",
            "nilai iuran",
            "jumlah",
        ),
        c.day(
            "paid_on",
            Words("Tanggal bayar", "Paid on"),
            Words("Tanggal pembayaran.", "Day of payment."),
            "tgl bayar",
            "tanggal pembayaran",
            "tgl pembayaran",
            "tgl lunas",
            observed=True,
        ),
        p.funding(),
        c.payer(),
        p.sponsor(),
        Column(
            "account_no",
            t.NUMBER,
            Words("Kode iuran", "Account number"),
            Words("Kode iuran atau nomor tagihan.", "Code of the bill."),
            aliases=("kode billing", "no billing", "nomor tagihan", "kode bayar", "id billing"),
        ),
        c.office(),
    ),
    key=("participant_id", "kpj", "nik", "sponsor", "month"),
    aliases=("pembayaran", "iuran per orang", "rincian iuran", "riwayat iuran", "data iuran"),
    of_people=True,
    columns_checks=checks.NIK_STRUCTURE,
)
