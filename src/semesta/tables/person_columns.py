"""Columns that tables of people share, said once, with the headers that real lists have for them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from semesta.basics import lists
from semesta.basics.codes import plain
from semesta.basics.words import Words
from semesta.tables import columns as c
from semesta.tables import person_types as t
from semesta.tables import types
from semesta.tables.table import Column
from semesta.tables.types import Coded


def row_id(title: Words = Words("ID", "ID")) -> Column:
    return Column(
        "id",
        types.TEXT,
        title,
        Words(
            "Nomor baris pada sistem asal; tanpa kolom ini nomor urut baris yang dipakai.",
            "Id in the system it comes from; without it the row's number is used.",
        ),
        aliases=("id baris", "id data", "id pekerja", "id peserta", "kode pekerja", "uuid", "row id"),
        in_template=False,
        numbers_rows=True,
    )


def nik() -> Column:
    return Column(
        "nik",
        t.NIK,
        Words("NIK", "NIK"),
        Words("16 angka seperti di KTP; kolom berformat Teks.", "16 digits as on the KTP; the column set to Text."),
        aliases=(
            "no ktp", "nomor ktp", "ktp", "no nik", "nomor nik", "noktp", "no induk", "nomor induk", "nomor induk kependudukan",
            "no induk kependudukan", "nik ktp", "nik/no ktp", "nik / nomor ktp", "no identitas", "nomor identitas", "no id", "nik pekerja",
            "nik peserta", "nik tenaga kerja", "no nik/ktp", "no ktp/nik", "no nik ktp", "nomor nik ktp", "e ktp", "no e ktp", "n.i.k",
        ),
        identity=True,
    )  # fmt: skip


def name(required: bool = True) -> Column:
    return Column(
        "name",
        t.NAME,
        Words("Nama lengkap", "Full name"),
        Words("Seperti di KTP; gelar boleh ikut.", "As on the KTP; titles may stay."),
        required=required,
        aliases=(
            "nama", "nama pekerja", "nama peserta", "nama tenaga kerja", "nama tk", "nama ktp", "nama sesuai ktp", "nama lengkap sesuai ktp",
            "nama lengkap pekerja", "nama lengkap peserta", "nama lgkp", "nm lengkap", "nama penduduk", "nama nelayan", "nama petani",
            "nama kader", "nama anggota", "nama pegawai", "nama calon peserta", "nama almarhum", "nama almarhum/almarhumah", "fullname",
        ),
        identity=True,
    )  # fmt: skip


def birth_date() -> Column:
    return Column(
        "birth_date",
        t.BIRTH_DAY,
        Words("Tanggal lahir", "Birth date"),
        Words("Seperti di KTP, misalnya 17/07/1984.", "As on the KTP, such as 17/07/1984."),
        aliases=(
            "tgl lahir", "tgl lhr", "lhr", "tgl. lahir", "tanggal lhr", "tgllahir", "tanggallahir", "lahir", "tgl kelahiran", "tanggal kelahiran",
            "tanggal lahir (dd-mm-yyyy)", "tanggal lahir dd mm yyyy", "tgl lahir dd/mm/yyyy", "tgl lahir (dd/mm/yyyy)", "dob", "date of birth",
        ),
        identity=True,
    )  # fmt: skip


BIRTH_PLACE_AND_DATE = (
    "ttl", "tempat tanggal lahir", "tempat tgl lahir", "tempat dan tanggal lahir", "tempat dan tgl lahir", "tmp tgl lahir", "tempat tgl lhr",
    "tmpt tgl lahir", "tempat lahir tanggal lahir", "tempat lahir tgl lahir", "kelahiran",
)  # fmt: skip
"""Headers of a column that holds both: "Cilegon, 17-07-1984"."""


def birth_place() -> Column:
    return Column(
        "birth_place",
        types.TEXT,
        Words("Tempat lahir", "Birth place"),
        Words("Kota atau kabupaten kelahiran.", "City or regency of birth."),
        aliases=("tmp lahir", "tmpt lahir", "tpt lahir", "kota lahir", "tempatlahir"),
    )


def sex() -> Column:
    return Column(
        "sex",
        Coded(lists.SEXES),
        Words("Jenis kelamin", "Sex"),
        Words("L atau P.", "L or P."),
        aliases=(
            "jk",
            "l/p",
            "p/l",
            "lp",
            "kelamin",
            "gender",
            "jns kelamin",
            "jenis kel",
            "jenkel",
            "jns kel",
            "sex (l/p)",
            "jenis kelamin (l/p)",
        ),
    )


def kk(required: bool = False) -> Column:
    return Column(
        "kk",
        t.KK,
        Words("No. KK", "KK number"),
        Words("Nomor kartu keluarga, 16 angka.", "Number of the family card, 16 digits."),
        required=required,
        aliases=("nomor kk", "nokk", "no kartu keluarga", "nomor kartu keluarga", "kartu keluarga", "nkk", "no nkk"),
        identity=True,
    )


def mother_name() -> Column:
    return Column(
        "mother_name",
        types.TEXT,
        Words("Nama ibu kandung", "Mother's name"),
        Words("Nama gadis ibu; diminta saat pendaftaran.", "The mother's maiden name; asked at registration."),
        aliases=("ibu kandung", "nama ibu", "nama gadis ibu kandung", "nama gadis ibu", "nm ibu kandung", "ibu"),
        identity=True,
    )


def phone() -> Column:
    return Column(
        "phone",
        t.PHONE,
        Words("No. HP", "Telephone"),
        Words("Nomor telepon seluler.", "Mobile number."),
        aliases=("hp", "nomor hp", "nohp", "no handphone", "no telepon", "no telp", "nomor telepon", "telepon", "telp", "no wa", "no whatsapp", "no hp/wa", "handphone", "no tlp", "kontak"),
        identity=True,
    )  # fmt: skip


def address() -> Column:
    return Column(
        "address",
        types.TEXT,
        Words("Alamat", "Address"),
        Words("Jalan, RT/RW.", "Street and neighbourhood."),
        aliases=(
            "alamat ktp",
            "alamat lengkap",
            "alamat rumah",
            "alamat tinggal",
            "alamat sesuai ktp",
            "alamat domisili",
            "jalan",
        ),
        identity=True,
    )


def place() -> Column:
    return Column(
        "place",
        types.PLACE,
        Words("Kabupaten/kota", "Regency or city"),
        Words("Tempat tinggal: nama atau kode Kemendagri.", "Where the person lives: name or Kemendagri code."),
        aliases=("kode kab", "kode kabkota", "kode kab/kota", "kode kabupaten", "kode kabupaten/kota", "kab/kota", "kabkota", "kabupaten", "kota", "kab", "kab. / kota",
                 "wilayah", "daerah", "kode wilayah", "kabupaten kota domisili", "kab/kota domisili", "domisili", "kab/kota ktp", "nama kab/kota", "kode daerah"),
    )  # fmt: skip


def district() -> Column:
    return Column(
        "district",
        t.DISTRICT,
        Words("Kecamatan", "District"),
        Words("Nama atau kode kecamatan tempat tinggal.", "Name or code of the district of residence."),
        aliases=(
            "kec",
            "kode kec",
            "kode kecamatan",
            "nama kecamatan",
            "distrik",
            "kecamatan domisili",
            "kecamatan ktp",
        ),
    )


def village() -> Column:
    return Column(
        "village",
        t.VILLAGE,
        Words("Desa/kelurahan", "Village"),
        Words("Nama atau kode desa atau kelurahan tempat tinggal.", "Name or code of the village of residence."),
        aliases=("kelurahan/desa", "desa", "kelurahan", "kel/desa", "desa/kel", "kel", "kode desa", "kode kel", "kode desa/kelurahan", "kode kelurahan",
                 "nama desa", "nama kelurahan", "nama desa/kelurahan", "gampong", "nagari", "kampung", "kel desa", "desa kelurahan domisili", "desa kel"),
    )  # fmt: skip


IN_AN_ADDRESS = frozenset({"address", "village", "district", "place"})
"""What a column with one header for several of these holds is an address: it has room for all of them, a village for no street."""


def group() -> Column:
    found = c.group()
    said = Words(
        "Kelompok pekerja, misalnya Ketua RT/RW atau Nelayan.", "Group of workers, such as RT/RW heads or fishermen."
    )
    also = ("kelompok profesi", "kode kelompok", "profesi", "segmen rentan", "jenis kelompok", "kategori peserta")
    return replace(found, help=said, aliases=(*found.aliases, *also))


def segment() -> Column:
    return replace(c.segment(), help=Words("PU, BPU, JAKON atau PMI.", "PU, BPU, JAKON or PMI."))


def funding() -> Column:
    said = Words(
        "Siapa yang membayar iuran: APBD kabupaten/kota, APBDes, DBH CHT, CSR, mandiri …",
        "Who pays the contributions: local budget, village budget, CSR, the person …",
    )
    return replace(c.funding(), help=said)


def decile() -> Column:
    said = Words("Desil DTSEN 1–10, miskin, atau miskin ekstrem.", "DTSEN decile 1–10, poor or extreme poor.")
    return replace(
        c.decile(), help=said, aliases=(*c.decile().aliases, "desil kesejahteraan", "desil dtks", "desil p3ke")
    )


def programmes() -> Column:
    return Column(
        "programmes",
        t.PROGRAMME_SET,
        Words("Program", "Programmes"),
        Words("Semua program yang diikuti, misalnya JKK JKM.", "All programmes somebody is in, such as JKK JKM."),
        aliases=(
            "program yang diikuti",
            "program diikuti",
            "program jaminan",
            "paket program",
            "jumlah program",
            "paket",
            "kode program",
        ),
    )


def kpj() -> Column:
    return Column(
        "kpj",
        t.KPJ,
        Words("No. KPJ", "KPJ number"),
        Words("Nomor kartu peserta BPJS Ketenagakerjaan.", "Number of the BPJS Ketenagakerjaan card."),
        aliases=("kpj", "nomor kpj", "nokpj", "no kartu", "nomor kartu", "no peserta", "nomor peserta", "no kartu peserta", "no bpjs", "no bpjs ketenagakerjaan", "no bpjstk", "nomor kepesertaan peserta"),
        identity=True,
    )  # fmt: skip


def wage() -> Column:
    return c.amount(
        "wage",
        Words("Penghasilan per bulan (Rp)", "Monthly income (Rp)"),
        Words("Upah atau penghasilan sebulan.", "Wage or income of a month."),
        "upah", "penghasilan", "gaji", "upah per bulan", "penghasilan per bulan", "upah sebulan", "penghasilan sebulan", "pendapatan",
        "pendapatan per bulan", "upah dilaporkan", "upah tk", "honor", "insentif", "gaji per bulan", "rata rata penghasilan",
        "honorarium", "honor per bulan", "honor/bulan", "honor/bln", "insentif per bulan", "insentif/bulan", "insentif/bln", "gaji/bulan", "gaji/bln",
        "upah/bulan", "upah/bln", "penghasilan/bulan", "penghasilan/bln", "pendapatan/bulan", "pendapatan/bln",
    )  # fmt: skip


def sponsor() -> Column:
    return c.text(
        "sponsor",
        Words("Wadah atau pemberi kerja", "Sponsor"),
        Words("NPP, nomor wadah, atau namanya.", "Its NPP, group account number or name."),
        "npp", "npw", "nomor wadah", "no wadah", "nama wadah", "wadah", "nama perusahaan", "perusahaan", "pemberi kerja", "badan usaha", "nama badan usaha", "nomor npp",
    )  # fmt: skip


def source() -> Column:
    return c.source()


def as_of() -> Column:
    return c.as_of(required=False)


def place_columns() -> tuple[Column, ...]:
    """Where somebody lives."""
    return place(), district(), village()


OTHERS = (
    "kepala keluarga", "kepala rumah tangga", "kk", "krt", "responden", "ahli waris", "penerima", "penerima manfaat", "penerima bantuan",
    "warga", "pemohon", "korban", "suami", "istri", "suami/istri", "anak", "ayah", "orang tua", "wali",
)  # fmt: skip
"""Of whom sheets beside our lists have a column of names."""


def tells_who(header: str) -> bool:
    """Whether a column under this header holds NIKs, family cards, KPJs or names of people; "nama" alone may be of anything."""
    return plain(header) in _telling()


@cache
def _telling() -> frozenset[str]:
    return frozenset(
        plain(text)
        for column in (nik(), kk(), kpj(), name(), mother_name())
        for text in (column.title.id, column.title.en, *column.aliases)
    ).union(plain(f"nama {who}") for who in OTHERS) - {"nama"}
