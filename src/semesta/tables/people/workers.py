"""Who works in a place, one row each: the lists that offices and villages send, and the same lists when BPJS sends them back."""

from semesta.basics import lists
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_checks as checks
from semesta.tables import person_columns as p
from semesta.tables.table import Column, Table
from semesta.tables.types import Coded

_BESIDE_STATUS = (
    r"\b(?:bukan penerima upah|penerima upah|jasa konstruksi|bpu|pu|jakon|pmi|mandiri|segmen|sebagai|di perusahaan(?: lain)?|"
    r"bpjs(?:\s*(?:tk|ketenagakerjaan|naker))?|bpjstk|jamsostek|kepesertaan)\b|\((?![^)]*(?:tidak|belum|non|bukan))[^)]*\)"
)
"""What BPJS writes beside a status: the segment, the employer, its own name, a remark in brackets that denies nothing."""

TABLE = Table(
    name="workers",
    title=Words("Daftar pekerja", "Workers"),
    what=Words(
        "Pekerja satu per satu, seperti dikirim dinas, kecamatan atau desa.",
        "Workers one by one, as offices and villages send them.",
    ),
    why=Words(
        "Tanpa daftar nama tidak diketahui siapa yang belum terlindungi.",
        "Without names nobody knows who is not covered.",
    ),
    holder=Words("Dinas, kecamatan, kelurahan dan desa", "Offices, districts and villages"),
    moment="stock",
    columns=(
        p.row_id(),
        p.nik(),
        p.name(),
        p.birth_place(),
        p.birth_date(),
        p.sex(),
        p.kk(),
        p.mother_name(),
        p.phone(),
        p.address(),
        *p.place_columns(),
        p.group(),
        c.text(
            "occupation",
            Words("Pekerjaan", "Occupation"),
            Words("Pekerjaan sehari-hari.", "Daily work."),
            "jenis pekerjaan",
            "mata pencaharian",
            "jabatan",
            "bidang pekerjaan",
            "usaha",
            "jenis usaha",
        ),
        p.wage(),
        c.text(
            "sender",
            Words("Instansi pengirim", "Sender"),
            Words(
                "Dinas, kecamatan atau desa yang mengirim daftar.", "Office, district or village that sent the list."
            ),
            "opd",
            "skpd",
            "dinas",
            "perangkat daerah",
            "instansi",
            "pengusul",
            "unit kerja",
            "office_name",
        ),
        p.segment(),
        p.programmes(),
        p.funding(),
        c.payer(),
        p.decile(),
        c.count(
            "dependants",
            Words("Jumlah tanggungan", "Dependants"),
            Words(
                "Anggota keluarga yang hidup dari pekerja ini, tanpa dirinya.",
                "Members of the family who live on this worker, without himself.",
            ),
            "tanggungan",
            "jml tanggungan",
            "jlh tanggungan",
            "jumlah tanggungan keluarga",
            "jml tanggungan keluarga",
            "banyak tanggungan",
            "tanggungan keluarga",
        ),
        Column(
            "bpjs_status",
            Coded(lists.BPJS_STATUSES, beside=_BESIDE_STATUS),
            Words("Status BPJS", "Status at BPJS"),
            Words(
                "Diisi BPJS Ketenagakerjaan saat daftar dikembalikan: aktif, tidak aktif, sudah terdaftar, belum terdaftar.",
                "Filled in by BPJS Ketenagakerjaan when the list comes back: active, inactive, registered, not registered.",
            ),
            aliases=(
                "status",
                "status kepesertaan",
                "status bpjs ketenagakerjaan",
                "status bpjstk",
                "status peserta",
                "status bpjs tk",
                "hasil padanan",
                "hasil cek",
                "keaktifan",
                "ket status",
                "hasil verifikasi",
                "hasil cek bpjs",
                "hasil cek bpjs tk",
                "hasil cek bpjs ketenagakerjaan",
                "hasil padanan bpjs",
                "hasil padanan bpjs tk",
                "hasil pemadanan",
                "keterangan bpjs",
                "ket bpjs",
                "keterangan status",
                "status jamsostek",
                "status kepesertaan bpjs",
                "status kepesertaan bpjs ketenagakerjaan",
            ),
        ),
        p.kpj(),
        p.as_of(),
        p.source(),
    ),
    key=("nik",),
    aliases=(
        "pekerja",
        "tenaga kerja",
        "data pekerja",
        "calon peserta",
        "data calon peserta",
        "usulan peserta",
        "pekerja rentan",
        "daftar usulan",
        "daftar calon peserta",
        "by name by address",
        "bnba",
    ),
    of_people=True,
    columns_checks=(
        *checks.NIK_THERE,
        *checks.NIK_STRUCTURE,
        *checks.NIK_AGREES,
        *checks.AGES_OF_WORKERS,
        *checks.LIVES_HERE,
    ),
)
