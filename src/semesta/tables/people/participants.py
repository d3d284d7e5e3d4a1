"""Who is registered at BPJS Ketenagakerjaan, one row for each membership: a person with two sponsors has two rows."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="participants",
    title=Words("Daftar peserta", "Participants"),
    what=Words(
        "Kepesertaan satu per satu, satu baris untuk tiap orang dan wadah.",
        "Memberships one by one, a row for each person and sponsor.",
    ),
    why=Words("Terhadapnya daftar pekerja dipadankan.", "What lists of workers are linked with."),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="stock",
    columns=(
        p.row_id(),
        p.nik(),
        p.kpj(),
        p.name(),
        p.birth_date(),
        p.sex(),
        p.mother_name(),
        *p.place_columns(),
        p.group(),
        p.segment(),
        p.programmes(),
        p.funding(),
        c.payer(),
        p.sponsor(),
        Column(
            "wadah_kind",
            Coded(lists.WADAH_KINDS),
            Words("Jenis wadah", "Kind of account"),
            Words("SC, SB, SG, SD, SA atau SL.", "SC, SB, SG, SD, SA or SL."),
            aliases=("kode jenis kepesertaan", "jenis kepesertaan"),
        ),
        c.office(),
        p.wage(),
        c.day(
            "registered_on",
            Words("Tanggal terdaftar", "Registered on"),
            Words("Mulai kepesertaan pada wadah ini.", "Start of the membership under this sponsor."),
            "tgl kepesertaan",
            "tanggal kepesertaan",
            "tgl terdaftar",
            "tmt",
            "tmt kepesertaan",
            "tanggal daftar",
            "tgl daftar",
            "tanggal aktif",
            "mulai kepesertaan",
            "tgl efektif",
        ),
        Column(
            "active_until",
            types.YEAR_MONTH,
            Words("Lunas sampai bulan", "Paid through"),
            Words("Bulan iuran terakhir yang lunas, misalnya Juli 2024.", "Last month paid for, such as July 2024."),
            aliases=(
                "last_paid_month",
                "blth terakhir",
                "blth akhir",
                "bulan iuran terakhir",
                "iuran terakhir",
                "terbayar sampai",
                "berlaku sampai",
                "masa perlindungan",
                "blth lunas",
                "aktif sampai",
            ),
        ),
        c.day(
            "ended_on",
            Words("Tanggal berakhir", "Ended on"),
            Words("Tanggal nonaktif, bila sudah berhenti.", "Day the membership ended, if it did."),
            "tgl nonaktif",
            "tanggal nonaktif",
            "tgl keluar",
            "tanggal keluar",
            "blth na",
            "tgl na",
        ),
        Column(
            "status",
            Coded(lists.MEMBER_STATUSES),
            Words("Status", "Status"),
            Words("Aktif atau tidak aktif pada tanggal data.", "Active or not on the day of the data."),
            aliases=("status kepesertaan", "status peserta", "keaktifan", "status aktif", "status tk"),
        ),
        p.as_of(),
        p.source(),
    ),
    key=("nik", "sponsor"),
    aliases=(
        "peserta",
        "kepesertaan",
        "data peserta",
        "ekstrak peserta",
        "peserta bpjs",
        "data kepesertaan",
        "peserta aktif",
    ),
    of_people=True,
    columns_checks=(
        *checks.NIK_THERE,
        *checks.NIK_STRUCTURE,
        *checks.NIK_AGREES,
        *checks.AGE_WHEN_REGISTERED,
        checks.not_before("ended_on", "registered_on", Words("berakhir sesudah terdaftar", "ended after registration")),
    ),
)
