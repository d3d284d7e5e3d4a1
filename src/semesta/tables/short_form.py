"""The short form: twenty-five questions in an officer's words, and the rows of the tables that their answers become."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from semesta.basics import lists
from semesta.basics.period import Period
from semesta.basics.places import PlaceList
from semesta.basics.problem import Fault
from semesta.basics.words import Words, same
from semesta.tables import types
from semesta.tables.types import Cell, Coded, PlaceType, Reading, Type


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
class FormRow:
    """A row of a table made from answers, and the question in whose cell its main figure stands."""

    table: str
    question: str
    values: Mapping[str, object]
    steps: Mapping[str, float | None] = field(default_factory=dict)


NOT_BUDGETED = Words("belum dianggarkan", "not budgeted")


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

MISSING_DATE = Fault(
    "short_form.no_date",
    Words("tanggal rapat, atau keadaan per tanggal", "the date of the meeting, or the day of the figures"),
    Words("Isi tanggal rapat.", "Fill in the date of the meeting."),
    title=Words("tanggal rapat belum diisi", "the date of the meeting is not filled in"),
)
MISSING_PLACE = Fault(
    "short_form.no_place",
    Words("nama daerah", "the name of the region"),
    Words("Pilih daerah dari daftar.", "Choose the region from the list."),
    title=Words("daerah belum diisi", "the region is not filled in"),
)
SINCE_AFTER = Fault(
    "short_form.since_after",
    Words("tanggal sebelum keadaan data", "a day before the day of the figures"),
    Words("Periksa tahunnya.", "Check the year."),
    title=Words("awal periode sesudah akhirnya", "the period begins after its end"),
)


def read_answer(question: Question, cell: Cell, places: PlaceList) -> Reading | Fault:
    """What a filled cell of the form says."""
    return PlaceType(places).read(cell) if question.name == "place" else question.type.read(cell)


def missing(answers: Mapping[str, Reading], faulty: frozenset[str] = frozenset()) -> dict[str, Fault]:
    """The questions without whose answer nothing can be made, unless their cells are faulty already."""
    found = {}
    if "place" not in answers and "place" not in faulty:
        found["place"] = MISSING_PLACE
    if not {"date", "as_of"} & (answers.keys() | faulty):
        found["date"] = MISSING_DATE
    return found


def contradictions(answers: Mapping[str, Reading]) -> dict[str, Fault]:
    """Answers that cannot hold beside the others."""
    since, as_of = _value(answers, "since"), _as_of(answers)
    late = isinstance(since, dt.date) and isinstance(as_of, dt.date) and since > as_of
    return {"since": SINCE_AFTER} if late else {}


def rows_of(answers: Mapping[str, Reading], places: PlaceList) -> list[FormRow]:
    """The rows of the tables that the answers become; none without a place and a day."""
    if "place" not in answers or _as_of(answers) is None:
        return []
    source = _value(answers, "source")
    rows = [
        *_meeting(answers),
        *_persons(answers),
        *_money(answers, places),
        *_budget(answers, places),
        *_words(answers),
    ]
    place = _value(answers, "place")
    return [replace(row, values={"place": place, "source": source, **row.values}) for row in rows]


def _value(answers: Mapping[str, Reading], name: str) -> object:
    return answers[name].value if name in answers else None


def _step(answers: Mapping[str, Reading], name: str) -> float | None:
    return answers[name].step if name in answers else None


def _as_of(answers: Mapping[str, Reading]) -> object:
    return _value(answers, "as_of") or _value(answers, "date")


def _meeting(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    if "date" in answers:
        yield FormRow("meeting", "date", {name: _value(answers, name) for name in ("date", "venue", "hosts")})


def _persons(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    as_of = _as_of(answers)
    for name, group in (("non_asn", "non_asn"), ("rentan", "rentan"), ("total", None)):
        if name in answers:
            yield FormRow("population", name, {"group": group, "persons": _value(answers, name), "as_of": as_of})
    said = [name for name in ("registered", "active") if name in answers]
    if said:
        yield FormRow("members", said[0], {**{name: _value(answers, name) for name in said}, "as_of": as_of})


def _money(answers: Mapping[str, Reading], places: PlaceList) -> Iterator[FormRow]:
    """Contributions and claims of the region's own budget, over the period that the form states."""
    as_of, since = _as_of(answers), _value(answers, "since")
    assert isinstance(as_of, dt.date)
    period = Period(since if isinstance(since, dt.date) else None, as_of).code
    shared = {"period": period, "funding": _own_budget(answers, places)}
    if "contributions" in answers:
        amount = {"amount": _value(answers, "contributions")}
        yield FormRow("contributions", "contributions", shared | amount, {"amount": _step(answers, "contributions")})
    if "claims" in answers or "cases" in answers:
        said = {"amount": _value(answers, "claims"), "cases": _value(answers, "cases")}
        main = "claims" if "claims" in answers else "cases"
        yield FormRow("claims", main, shared | said, {"amount": _step(answers, "claims")})


def _own_budget(answers: Mapping[str, Reading], places: PlaceList) -> str:
    """The budget of the region that fills in the form."""
    level = places.level(str(_value(answers, "place")))
    return {"province": "apbd.provinsi", "government": "apbd.provinsi", "regency": "apbd.kabkota"}.get(level, "apbd")


def _budget(answers: Mapping[str, Reading], places: PlaceList) -> Iterator[FormRow]:
    as_of = _as_of(answers)
    assert isinstance(as_of, dt.date)
    funding = _own_budget(answers, places)
    if "budget" in answers or "realised" in answers:
        allocated = _value(answers, "budget")
        status = "not_budgeted" if "budget" in answers and allocated is None else "apbd"
        yield FormRow(
            "budgets",
            "budget" if "budget" in answers else "realised",
            {"year": as_of.year, "funding": funding, "status": status}
            | {"allocated": allocated, "realised": _value(answers, "realised")},
            {"allocated": _step(answers, "budget"), "realised": _step(answers, "realised")},
        )
    if "proposed_persons" in answers:
        persons, months = _value(answers, "proposed_persons"), _value(answers, "proposed_months")
        proposed = {"year": as_of.year + 1, "funding": funding, "status": "proposed"}
        yield FormRow("budgets", "proposed_persons", proposed | {"persons": persons, "months": months})


def _words(answers: Mapping[str, Reading]) -> Iterator[FormRow]:
    if "regulation" in answers:
        yield FormRow("regulations", "regulation", {"stage": _value(answers, "regulation")})
    for name, kind in (("potential", "potential"), ("obstacles", "obstacle")):
        for text in _matters(_value(answers, name)):
            yield FormRow("obstacles", name, {"kind": kind, "text": text})
    shared = {"responsible": _value(answers, "responsible"), "due": _value(answers, "due")}
    for text in _matters(_value(answers, "commitments")):
        yield FormRow("commitments", "commitments", {"text": text, **shared})


def _matters(text: object) -> list[str]:
    """The matters of an answer: cut at semicolons and lines, without bullets and numbers before them."""
    parts = re.split(r"[;\r\n]+", text) if isinstance(text, str) else []
    bare = (re.sub(r"^\s*(?:[-•*–]|\(?\d{1,2}[.)])\s*", "", part).strip() for part in parts)
    return list(dict.fromkeys(part for part in bare if part))


TITLE = Words("Isian ringkas monev jaminan sosial ketenagakerjaan", "Short monev form, employment social security")
HOW = Words(
    "Isi sel berwarna. Yang wajib hanya daerah dan tanggal; kosongkan yang belum diketahui, jangan diisi 0.",
    "Fill in the coloured cells. Only region and date are needed; leave empty what is not known, do not write 0.",
)
MARKER = same("semesta-isian-ringkas-1")
