"""Claims one by one, from filing to payment."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="claim_cases",
    title=Words("Kasus klaim", "Claim cases"),
    what=Words("Klaim satu per satu, dari pengajuan sampai pembayaran.", "Claims one by one, from filing to payment."),
    why=Words(
        "Menunjukkan klaim yang lewat waktu, dan kematian yang belum diklaim.",
        "Shows claims past their time, and deaths nobody claimed for.",
    ),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="event",
    columns=(
        Column(
            "id",
            types.TEXT,
            Words("No. klaim", "Claim number"),
            Words("Nomor atau kode klaim.", "Number or code of the claim."),
            aliases=("id", "nomor klaim", "kode klaim", "id klaim", "no agenda"),
        ),
        Column(
            "participant_id",
            types.TEXT,
            Words("ID peserta", "Participant"),
            Words("ID pada daftar peserta.", "Id in the list of participants."),
            aliases=("kode tk", "kode tenaga kerja"),
        ),
        p.kpj(),
        p.nik(),
        p.name(required=False),
        Column(
            "programme",
            Coded(lists.PROGRAMMES),
            Words("Program", "Programme"),
            Words("JKK, JKM, JHT, JP atau JKP.", "JKK, JKM, JHT, JP or JKP."),
            required=True,
            aliases=("jenis klaim", "program klaim", "klaim", "kode program"),
        ),
        p.segment(),
        Column(
            "benefit",
            Coded(lists.BENEFITS),
            Words("Manfaat", "Benefit"),
            Words("Jenis manfaat.", "Kind of benefit."),
            aliases=("jenis manfaat", "sebab klaim"),
        ),
        c.day(
            "event_date",
            Words("Tanggal kejadian", "Event date"),
            Words(
                "Tanggal kecelakaan, kematian atau berhenti bekerja.",
                "Day of the accident, the death or the end of work.",
            ),
            "tgl kejadian",
            "tanggal kecelakaan",
            "tgl kecelakaan",
            "tanggal meninggal",
            "tgl meninggal",
            "tgl sebab",
            required=True,
            observed=True,
        ),
        c.day(
            "filed_on",
            Words("Tanggal pengajuan", "Filed on"),
            Words("Tanggal klaim diajukan.", "Day the claim was filed."),
            "tgl pengajuan",
            "tgl lapor",
            "tanggal lapor",
            "tgl agenda",
            "tanggal diajukan",
            observed=True,
        ),
        c.day(
            "complete_on",
            Words("Tanggal berkas lengkap", "Complete on"),
            Words("Tanggal berkas diterima lengkap dan benar.", "Day the documents were complete and right."),
            "tgl lengkap",
            "tanggal lengkap",
            "tgl berkas lengkap",
            observed=True,
        ),
        c.day(
            "paid_on",
            Words("Tanggal bayar", "Paid on"),
            Words("Tanggal manfaat dibayar.", "Day the benefit was paid."),
            "tgl bayar",
            "tanggal pembayaran",
            "tgl pembayaran",
            "tgl transfer",
            observed=True,
        ),
        c.amount(
            "amount",
            Words("Manfaat (Rp)", "Amount (Rp)"),
            Words("Jumlah yang dibayar.", "What was paid."),
            "jumlah klaim",
            "nominal",
            "nominal klaim",
            "nilai klaim",
            "jumlah manfaat",
            "jumlah bayar",
            "jumlah",
        ),
        Column(
            "status",
            Coded(lists.CLAIM_CASE_STATUSES),
            Words("Status", "Status"),
            Words("Diajukan, lengkap, dibayar atau ditolak.", "Filed, complete, paid or rejected."),
            aliases=("status klaim", "status proses", "posisi"),
        ),
        p.place(),
        c.office(),
    ),
    key=("id",),
    aliases=("klaim", "data klaim", "daftar klaim", "rincian klaim", "kasus"),
    of_people=True,
    columns_checks=(
        *checks.NIK_STRUCTURE,
        checks.not_before("filed_on", "event_date", Words("diajukan sesudah kejadian", "filed after the event")),
        checks.not_before("complete_on", "filed_on", Words("lengkap sesudah diajukan", "complete after filing")),
        checks.not_before("paid_on", "filed_on", Words("dibayar sesudah diajukan", "paid after filing")),
    ),
)
