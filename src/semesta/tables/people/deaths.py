"""Who died, as villages and the civil registry know it."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables import types
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

TABLE = Table(
    name="deaths",
    title=Words("Kematian", "Deaths"),
    what=Words("Warga yang meninggal, satu baris tiap orang.", "People who died, a row each."),
    why=Words(
        "Keluarga yang berhak sering tidak tahu; iuran orang yang sudah meninggal sering masih dibayar.",
        "Families often do not know what they are owed, and the dead are often still paid for.",
    ),
    holder=Words("Dukcapil, kelurahan dan desa", "Civil registry and villages"),
    moment="event",
    columns=(
        p.row_id(),
        p.nik(),
        p.name(),
        p.birth_date(),
        p.sex(),
        p.kk(),
        c.day(
            "death_date",
            Words("Tanggal meninggal", "Death date"),
            Words("Menurut akta atau surat keterangan kematian.", "By the certificate of death."),
            "tgl meninggal",
            "tanggal kematian",
            "tgl kematian",
            "tanggal wafat",
            "tgl wafat",
            "meninggal",
            "tgl mati",
            required=True,
            observed=True,
        ),
        Column(
            "work_accident",
            types.YES_NO,
            Words("Kecelakaan kerja", "Work accident"),
            Words("Ya bila meninggal karena kecelakaan kerja.", "Yes if it was a work accident."),
            aliases=("karena kecelakaan kerja", "jkk", "kecelakaan kerja (ya/tidak)"),
        ),
        *p.place_columns(),
        Column(
            "heir_relation",
            Coded(lists.RELATIONS),
            Words("Hubungan ahli waris", "Heir's relation"),
            Words("Hubungan ahli waris terdekat dengan almarhum.", "How the nearest heir is related."),
            aliases=("hubungan", "ahli waris", "hub ahli waris", "hubungan pelapor", "hubungan keluarga"),
        ),
        p.source(),
    ),
    key=("nik", "name", "death_date"),
    aliases=("data kematian", "daftar kematian", "warga meninggal", "meninggal", "akta kematian", "meninggal dunia"),
    of_people=True,
    columns_checks=(
        *checks.NIK_STRUCTURE,
        *checks.NIK_AGREES,
        checks.not_before("death_date", "birth_date", Words("meninggal sesudah lahir", "died after birth")),
    ),
)
