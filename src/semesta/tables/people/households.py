"""Who lives together, by family card: it tells heirs, children who may get a scholarship, and what families live on."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="households",
    title=Words("Keluarga", "Households"),
    what=Words("Anggota keluarga menurut kartu keluarga (KK).", "Members of families by family card."),
    why=Words(
        "Menunjukkan ahli waris dan anak yang berhak atas beasiswa.",
        "Tells heirs, and children entitled to a scholarship.",
    ),
    holder=Words("Dukcapil, dinas sosial, desa", "Civil registry, social affairs office, villages"),
    moment="stock",
    columns=(
        p.kk(required=True),
        p.nik(),
        p.name(required=False),
        p.birth_date(),
        p.sex(),
        Column(
            "relation",
            Coded(lists.RELATIONS),
            Words("Hubungan dalam keluarga", "Relation"),
            Words("Kepala keluarga, istri, anak …", "Head, spouse, child …"),
            aliases=(
                "hubungan",
                "shdk",
                "status hubungan",
                "hubungan keluarga",
                "status dalam keluarga",
                "stat hbkel",
                "status hubungan dalam keluarga",
                "hub keluarga",
            ),
        ),
        Column(
            "school_level",
            Coded(lists.SCHOOL_LEVELS),
            Words("Jenjang sekolah", "School level"),
            Words("Jenjang yang sedang diikuti: TK, SD, SMP, SMA, PT.", "Level attended now."),
            aliases=("pendidikan", "jenjang", "jenjang pendidikan", "sekolah", "jenjang pendidikan saat ini"),
        ),
        c.amount(
            "spending",
            Words("Pengeluaran keluarga sebulan (Rp)", "Monthly spending of the family (Rp)"),
            Words(
                "Pengeluaran seluruh keluarga, sama pada tiap barisnya atau hanya pada satu baris.",
                "What the whole family spends, alike in each of its rows or in one row only.",
            ),
            "pengeluaran",
            "pengeluaran keluarga",
            "pengeluaran per bulan",
            "pengeluaran rumah tangga",
            "pengeluaran sebulan",
        ),
        p.decile(),
        *p.place_columns(),
    ),
    key=("kk", "nik", "name"),
    aliases=("kartu keluarga", "data keluarga", "anggota keluarga", "daftar keluarga", "rumah tangga"),
    of_people=True,
    columns_checks=(*checks.NIK_STRUCTURE, *checks.NIK_AGREES),
)
