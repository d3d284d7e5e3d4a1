"""The questions of the short form: what an officer is asked, in what words, and what each cell may hold."""

from __future__ import annotations

from dataclasses import dataclass

from semesta.basics import lists
from semesta.basics.period import Period
from semesta.basics.problem import Fault
from semesta.basics.words import Words, same
from semesta.tables import types
from semesta.tables.types import Cell, Coded, Reading, Type

TITLE = Words("Isian ringkas monev jaminan sosial ketenagakerjaan", "Short monev form, employment social security")
HOW = Words(
    "Isi sel berwarna. Yang wajib hanya daerah dan tanggal; kosongkan yang belum diketahui, jangan diisi 0.",
    "Fill in the coloured cells. Only region and date are needed; leave empty what is not known, do not write 0.",
)
MARKER = same("semesta-isian-ringkas-1")


@dataclass(frozen=True, slots=True)
class Question:
    """One cell to fill in. `table` is where its answer goes; `choices` what a drop-down offers; `lines` its height."""

    name: str
    table: str
    type: Type
    title: Words
    help: Words
    required: bool = False
    choices: tuple[Words, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that stand together under a heading."""

    title: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class BudgetType:
    """Rupiah, or the words that nothing has been budgeted. Value int, or None for those words."""

    name: str = "budget"
    polars: str = "Int64"
    keeps_step: bool = True

    def read(self, cell: Cell) -> Reading | Fault:
        found = lists.BUDGET_STATUSES.find(cell) if isinstance(cell, str) else None
        return Reading(None) if found and found.code == "not_budgeted" else types.RUPIAH.read(cell)


@dataclass(frozen=True, slots=True)
class SinceType:
    """The day from which amounts are counted, also written as a month or a year: then its first day."""

    name: str = "since"
    polars: str = "Date"
    keeps_step: bool = False

    def read(self, cell: Cell) -> Reading | Fault:
        found = types.DAY.read(cell)
        if isinstance(found, Reading):
            return found
        period = types.PERIOD.read(cell)
        start = Period.parse(str(period.value)).start if isinstance(period, Reading) else None
        return Reading(start) if start else found


_STAGES = (Words("belum ada", "none"), Words("rancangan", "drafting"), Words("berlaku", "in force"))

PARTS: tuple[Part, ...] = (
    Part(
        Words("Rapat", "Meeting"),
        (
            Question(
                "place",
                "meeting",
                types.PLACE,
                Words("Daerah", "Region"),
                Words("Kabupaten, kota atau provinsi yang dilaporkan.", "The regency, city or province reported on."),
                required=True,
            ),
            Question(
                "date",
                "meeting",
                types.DAY,
                Words("Tanggal rapat", "Date of the meeting"),
                Words("Misalnya 17 Juli 2024.", "Such as 17 July 2024."),
                required=True,
            ),
            Question(
                "venue",
                "meeting",
                types.TEXT,
                Words("Tempat rapat", "Venue"),
                Words("Gedung atau ruang, dan kotanya.", "Building or room, and its city."),
            ),
            Question(
                "hosts",
                "meeting",
                types.TEXT,
                Words("Penyelenggara", "Hosts"),
                Words("Nama instansi; pisahkan dengan titik koma.", "Institutions, separated by semicolons."),
            ),
        ),
    ),
    Part(
        Words("Pekerja dan peserta", "Workers and members"),
        (
            Question(
                "as_of",
                "population",
                types.DAY,
                Words("Keadaan per tanggal", "As of"),
                Words(
                    "Tanggal angka di bawah; kosong berarti tanggal rapat.",
                    "Day of the figures below; empty means the day of the meeting.",
                ),
            ),
            Question(
                "non_asn",
                "population",
                types.COUNT,
                Words("Jumlah pekerja non-ASN", "Non-ASN workers"),
                Words(
                    "Honorer, guru honorer, perangkat desa, RT/RW, kader, dan lain-lain.",
                    "Contract staff and teachers, village staff, neighbourhood heads, health volunteers.",
                ),
            ),
            Question(
                "rentan",
                "population",
                types.COUNT,
                Words("Jumlah pekerja rentan", "Vulnerable workers"),
                Words(
                    "Nelayan, petani, ojek, parkir, marbot, dan lain-lain.", "Fishermen, farmers, drivers and the like."
                ),
            ),
            Question(
                "total",
                "population",
                types.COUNT,
                Words("Jumlah seluruhnya menurut daerah", "Total as the region states it"),
                Words(
                    "Seperti tertulis di bahan rapat, walau berbeda dari penjumlahan.",
                    "As the papers of the meeting have it, even if the sum differs.",
                ),
            ),
            Question(
                "registered",
                "members",
                types.COUNT,
                Words("Peserta terdaftar", "Registered members"),
                Words(
                    "Terdaftar di BPJS Ketenagakerjaan, tiap orang satu kali.",
                    "Registered with BPJS Ketenagakerjaan, each once.",
                ),
            ),
            Question(
                "active",
                "members",
                types.COUNT,
                Words("Peserta aktif", "Active members"),
                Words(
                    "Yang iurannya terbayar pada tanggal itu; kosongkan bila hanya diketahui yang terdaftar.",
                    "Paid for on that day; leave empty when only the registered are known.",
                ),
            ),
        ),
    ),
    Part(
        Words("Iuran dan klaim yang dibiayai APBD", "Contributions and claims paid for by the APBD"),
        (
            Question(
                "contributions",
                "contributions",
                types.RUPIAH,
                Words("Iuran diterima dari APBD (Rp)", "Contributions received from the APBD (Rp)"),
                Words("Menurut BPJS, misalnya 480.457.660.", "By BPJS, such as 480.457.660."),
            ),
            Question(
                "claims",
                "claims",
                types.RUPIAH,
                Words("Klaim dibayar (Rp)", "Claims paid (Rp)"),
                Words(
                    "Kepada peserta yang dibiayai APBD, misalnya 790 juta.",
                    "To members paid for by the APBD, such as 790 juta.",
                ),
            ),
            Question(
                "cases",
                "claims",
                types.COUNT,
                Words("Jumlah kasus klaim", "Number of claims"),
                Words("Kosongkan bila tidak diketahui.", "Leave empty when not known."),
            ),
            Question(
                "since",
                "contributions",
                SinceType(),
                Words("Iuran dan klaim dihitung sejak", "Contributions and claims counted from"),
                Words(
                    "Misalnya 1 Januari 2024; kosongkan bila sumber hanya menyebut “hingga saat ini”.",
                    "Such as 1 January 2024; leave empty when the source says only “until now”.",
                ),
            ),
        ),
    ),
    Part(
        Words("Anggaran", "Budget"),
        (
            Question(
                "budget",
                "budgets",
                BudgetType(),
                Words("Anggaran iuran tahun ini (Rp)", "Budget for contributions this year (Rp)"),
                Words(
                    "Jumlah dalam APBD, atau tulis: belum dianggarkan.",
                    "The amount in the APBD, or write: not budgeted.",
                ),
            ),
            Question(
                "realised",
                "budgets",
                types.RUPIAH,
                Words("Sudah direalisasikan (Rp)", "Paid out of it so far (Rp)"),
                Words("Menurut SP2D sampai tanggal keadaan.", "By payment orders up to the day of the figures."),
            ),
            Question(
                "proposed_persons",
                "budgets",
                types.COUNT,
                Words("Orang yang diusulkan tahun depan", "Persons proposed for next year"),
                Words(
                    "Yang iurannya diusulkan masuk APBD berikutnya.", "Whose contributions are to enter the next APBD."
                ),
            ),
            Question(
                "proposed_months",
                "budgets",
                types.COUNT,
                Words("Selama berapa bulan", "For how many months"),
                Words("1 sampai 12.", "1 to 12."),
            ),
        ),
    ),
    Part(
        Words("Aturan, kendala dan komitmen", "Regulation, obstacles and commitments"),
        (
            Question(
                "regulation",
                "regulations",
                Coded(lists.REGULATION_STAGES),
                Words("Peraturan daerah atau kepala daerah", "Regional regulation"),
                Words("Belum ada, rancangan, atau berlaku.", "None, drafting, or in force."),
                choices=_STAGES,
            ),
            Question(
                "potential",
                "obstacles",
                types.TEXT,
                Words("Potensi", "Potential"),
                Words("Beberapa hal dipisahkan titik koma.", "Several matters are separated by semicolons."),
                lines=2,
            ),
            Question(
                "obstacles",
                "obstacles",
                types.TEXT,
                Words("Kendala", "Obstacles"),
                Words("Beberapa hal dipisahkan titik koma.", "Several matters are separated by semicolons."),
                lines=2,
            ),
            Question(
                "commitments",
                "commitments",
                types.TEXT,
                Words("Komitmen", "Commitments"),
                Words("Beberapa hal dipisahkan titik koma.", "Several matters are separated by semicolons."),
                lines=2,
            ),
            Question(
                "responsible",
                "commitments",
                types.TEXT,
                Words("Penanggung jawab", "Responsible"),
                Words("Instansi atau jabatan, tanpa nama orang.", "Office or post, without a person's name."),
            ),
            Question(
                "due",
                "commitments",
                types.DAY,
                Words("Batas waktu", "Due"),
                Words("Tanggal paling lambat.", "Latest day."),
            ),
            Question(
                "source",
                "meeting",
                types.TEXT,
                Words("Sumber data", "Source of the data"),
                Words(
                    "Misalnya bahan paparan Disnaker dan BPJS, Juli 2024.",
                    "Such as slides of Disnaker and BPJS, July 2024.",
                ),
            ),
        ),
    ),
)

QUESTIONS: tuple[Question, ...] = tuple(question for part in PARTS for question in part.questions)
