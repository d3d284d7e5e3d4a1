"""Children of those who died or were disabled for good, who are paid for school year by year."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="scholarship_children",
    title=Words("Anak penerima beasiswa", "Scholarship children"),
    what=Words(
        "Anak dari peserta yang meninggal atau cacat total tetap, satu baris tiap anak.",
        "Children of participants who died or were disabled for good, a row each.",
    ),
    why=Words(
        "Beasiswa dibayar bertahun-tahun; yang masih akan dibayar tidak tampak pada klaim yang sudah dibayar.",
        "Scholarships are paid for years; what is still to be paid does not show in claims paid.",
    ),
    holder=Words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    moment="stock",
    columns=(
        Column(
            "claim",
            types.TEXT,
            Words("No. klaim", "Claim number"),
            Words(
                "Nomor klaim atau No. KPJ orang tuanya; anak dari satu klaim dihitung bersama.",
                "Number of the claim or KPJ number of the parent; children of one claim are counted together.",
            ),
            required=True,
            aliases=(
                "nomor klaim",
                "kode klaim",
                "id klaim",
                "no agenda",
                "no kpj",
                "nomor kpj",
                "kpj",
                "kpj orang tua",
                "no kpj orang tua",
                "no kpj peserta",
            ),
            identity=True,
        ),
        Column(
            "programme",
            Coded(lists.PROGRAMMES),
            Words("Program", "Programme"),
            Words("JKK atau JKM.", "JKK or JKM."),
            aliases=("jenis klaim", "program klaim", "kode program"),
        ),
        c.day(
            "event_date",
            Words("Tanggal kejadian", "Event date"),
            Words(
                "Tanggal peserta meninggal atau mengalami kecelakaan.", "Day of the participant's death or accident."
            ),
            "tgl kejadian",
            "tanggal meninggal",
            "tgl meninggal",
            "tanggal kecelakaan",
            "tgl kecelakaan",
            "tanggal meninggal peserta",
            "tgl meninggal peserta",
            required=True,
        ),
        p.nik(),
        p.name(required=False),
        p.birth_date(),
        Column(
            "level",
            Coded(lists.SCHOOL_LEVELS),
            Words("Jenjang", "Level"),
            Words("TK, SD, SMP, SMA atau PT.", "TK, SD, SMP, SMA or PT: kindergarten to university."),
            required=True,
            aliases=(
                "jenjang sekolah",
                "jenjang pendidikan",
                "pendidikan",
                "tingkat pendidikan",
                "sekolah",
                "jenjang beasiswa",
            ),
        ),
        c.count(
            "year",
            Words("Tahun ke", "Year of the level"),
            Words(
                "Tahun ke berapa dalam jenjangnya, atau kelasnya: kelas 8 ialah tahun kedua SMP.",
                "Which year of the level, or the class counted through: class 8 is the second year of SMP.",
            ),
            "kelas",
            "tingkat",
            "tahun ke-",
            "kelas/tingkat",
        ),
        p.as_of(),
        c.count(
            "months_paid",
            Words("Masa iur (bulan)", "Months contributed"),
            Words(
                "Bulan iuran peserta sampai kejadian; JKM mensyaratkan masa iur bagi beasiswa.",
                "Months the participant had contributed; JKM asks for some before a scholarship is due.",
            ),
            "masa iur",
            "masa iuran",
            "lama iur",
            "masa iur bulan",
        ),
        Column(
            "ended",
            types.YES_NO,
            Words("Sudah berakhir", "Ended"),
            Words(
                "Ya bila anak sudah menikah, bekerja, atau berhenti sekolah.",
                "Yes if the child is married, works, or left school.",
            ),
            aliases=("berakhir", "beasiswa berakhir", "sudah menikah atau bekerja"),
        ),
    ),
    key=("claim", "nik", "name"),
    aliases=("anak", "daftar anak", "beasiswa", "daftar beasiswa", "penerima beasiswa", "anak ahli waris"),
    of_people=True,
    columns_checks=(
        *checks.NIK_STRUCTURE,
        *checks.NIK_AGREES[:1],
    ),
)
