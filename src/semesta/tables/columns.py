"""Columns that several tables share, said once."""

from __future__ import annotations

from semesta.basics import lists
from semesta.basics.groups import GROUPS
from semesta.basics.words import Words
from semesta.tables import types
from semesta.tables.table import Column
from semesta.tables.types import Coded


def place(required: bool = True) -> Column:
    return Column(
        "place",
        types.PLACE,
        Words("Wilayah", "Place"),
        Words(
            "Nama atau kode Kemendagri, misalnya Kota Cilegon atau 36.72. Pemerintah provinsi sebagai pemberi kerja: 36.00.",
            "Name or Kemendagri code, such as Kota Cilegon or 36.72. A provincial government as employer: 36.00.",
        ),
        required=required,
        aliases=("daerah", "kabupaten/kota", "kab/kota", "kode wilayah", "kode daerah", "nama daerah", "nama wilayah"),
    )


def office() -> Column:
    return Column(
        "office",
        types.TEXT,
        Words("Kantor cabang", "Branch office"),
        Words(
            "Kantor cabang BPJS Ketenagakerjaan; kosong bila angka meliputi semua kantor.",
            "Branch of BPJS Ketenagakerjaan; empty when the figure covers all of them.",
        ),
        aliases=("kacab", "kantor", "cabang", "kcp"),
    )


def group(required: bool = False) -> Column:
    return Column(
        "group",
        Coded(GROUPS),
        Words("Kelompok", "Group"),
        Words(
            "Kelompok pekerja, misalnya Ketua RT/RW atau Nelayan; kosong berarti semua kelompok.",
            "Group of workers, such as RT/RW heads or fishermen; empty means all groups.",
        ),
        required=required,
        aliases=("kelompok pekerja", "segmen pekerja rentan", "kategori", "kategori pekerja", "jenis pekerja"),
    )


def segment() -> Column:
    return Column(
        "segment",
        Coded(lists.SEGMENTS),
        Words("Segmen", "Segment"),
        Words("PU, BPU, JAKON atau PMI; kosong berarti semua.", "PU, BPU, JAKON or PMI; empty means all."),
        aliases=("segmen kepesertaan",),
    )


def programme() -> Column:
    return Column(
        "programme",
        Coded(lists.PROGRAMMES),
        Words("Program", "Programme"),
        Words(
            "JKK, JKM, JHT, JP atau JKP; kosong bila sumber tidak merinci per program.",
            "JKK, JKM, JHT, JP or JKP; empty when the source does not split programmes.",
        ),
        aliases=("program jaminan",),
    )


def funding() -> Column:
    return Column(
        "funding",
        Coded(lists.FUNDINGS),
        Words("Sumber dana", "Funding"),
        Words(
            "Siapa yang membayar iuran: APBD kabupaten/kota, APBDes, DBH CHT, CSR, mandiri …; kosong berarti semua.",
            "Who pays the contributions: local budget, village budget, CSR, the person …; empty means all.",
        ),
        aliases=("sumber pendanaan", "pendanaan", "dibiayai oleh", "sumber anggaran"),
    )


def payer() -> Column:
    return Column(
        "payer",
        types.PLACE,
        Words("Pemerintah pembayar", "Paying government"),
        Words(
            "Diisi hanya bila yang membayar pemerintah lain, misalnya provinsi (36.00) untuk nelayan sebuah kabupaten.",
            "Only when another government pays, such as the province (36.00) for the fishermen of a regency.",
        ),
        aliases=("dibayar oleh pemerintah",),
    )


def basis() -> Column:
    return Column(
        "basis",
        Coded(lists.BASES),
        Words("Dasar penghitungan", "Basis"),
        Words(
            "Orang dihitung menurut domisili, tempat bekerja, atau kantor cabang; kosong berarti tidak disebut.",
            "People counted by residence, workplace or branch office; empty means unstated.",
        ),
        aliases=("basis",),
    )


def decile() -> Column:
    return Column(
        "decile",
        Coded(lists.DECILES),
        Words("Desil", "Decile"),
        Words(
            "Desil DTSEN 1–10, miskin, atau miskin ekstrem; kosong berarti semua.",
            "DTSEN decile 1–10, poor or extreme poor; empty means all.",
        ),
        aliases=("desil dtsen",),
    )


def as_of(required: bool = True) -> Column:
    return Column(
        "as_of",
        types.DAY,
        Words("Keadaan per tanggal", "As of"),
        Words("Tanggal keadaan data, misalnya 17 Juli 2024.", "The day on which this was so, such as 17 July 2024."),
        required=required,
        aliases=("per tanggal", "keadaan per", "posisi", "posisi data", "tanggal data", "keadaan"),
        observed=True,
    )


def source() -> Column:
    return Column(
        "source",
        types.TEXT,
        Words("Sumber", "Source"),
        Words(
            "Dokumen, surat atau sistem asal angka, dengan tanggalnya.",
            "The document, letter or system the figure comes from, with its date.",
        ),
        aliases=("sumber data", "referensi"),
    )


def complete() -> Column:
    return Column(
        "complete",
        types.YES_NO,
        Words("Rincian lengkap", "Parts are all"),
        Words(
            "Ya, bila sumber menyatakan rinciannya meliputi seluruh jumlah ini. Maka sisa pun dianggap tidak sejalan.",
            "Yes, when the source says that its parts are the whole of this total. Then a remainder contradicts it too.",
        ),
        aliases=("rincian sudah lengkap",),
        in_template=False,
    )


def year(required: bool = False) -> Column:
    return Column(
        "year",
        types.YEAR,
        Words("Tahun", "Year"),
        Words("Tahun anggaran atau tahun data.", "Budget year or year of the data."),
        required=required,
        aliases=("tahun anggaran", "ta"),
    )


def month() -> Column:
    return Column(
        "month",
        types.MONTH,
        Words("Bulan", "Month"),
        Words("1–12 atau nama bulan; kosong bila angka setahun.", "1–12 or the month's name; empty for a whole year."),
        aliases=("bln",),
    )


def period() -> Column:
    return Column(
        "period",
        types.PERIOD,
        Words("Periode", "Period"),
        Words(
            "Bila bukan satu tahun atau satu bulan: Januari–Juli 2024, 2019–2021, s.d. 17 Juli 2024.",
            "When not one year or month: January–July 2024, 2019–2021, until 17 July 2024.",
        ),
        aliases=("masa", "kurun waktu"),
    )


def amount(name: str, title: Words, help: Words, *aliases: str, required: bool = False) -> Column:
    return Column(name, types.RUPIAH, title, help, required=required, aliases=aliases)


def count(name: str, title: Words, help: Words, *aliases: str, required: bool = False) -> Column:
    return Column(name, types.COUNT, title, help, required=required, aliases=aliases)


def text(name: str, title: Words, help: Words, *aliases: str, required: bool = False) -> Column:
    return Column(name, types.TEXT, title, help, required=required, aliases=aliases)


def day(
    name: str,
    title: Words,
    help: Words,
    *aliases: str,
    required: bool = False,
    observed: bool = False,
    may_lie_ahead: bool = False,
) -> Column:
    return Column(
        name,
        types.DAY,
        title,
        help,
        required=required,
        aliases=aliases,
        observed=observed,
        may_lie_ahead=may_lie_ahead,
    )
