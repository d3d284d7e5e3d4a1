"""The fields of a scenario's form: which there are, in which parts, what each holds, and how it is called.

Every field bears the path by which faults name it ("groups[1].payers[2].kept"), so that each fault finds its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from semesta.basics.codes import CodeList
from semesta.basics.groups import GROUPS
from semesta.basics.lists import BUDGET_STATUSES, FUNDINGS, TARGET_DOCUMENTS, UNIVERSES
from semesta.basics.words import Lang, Words
from semesta.planning.cover import ALL, INDUSTRIES
from semesta.planning.scenario import LONGEST
from semesta.planning.written import year_of

MOST_FIELDS = 20_000
"""So many a browser may send at once; a longer scenario is changed as text."""
Choices = Sequence[tuple[str, str]]
LISTS = (("groups", "payers"), ("money",), ("targets", "mix"))
"""What has rows, each with what has rows within."""
MOST_OF_A_ROW = 7
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass
class Field:
    """One input; `name` is the path of its value in the scenario."""

    name: str
    title: str
    value: str
    choices: Choices = ()
    width: Literal["", "wide", "short"] = ""
    wrong: list[str] = field(default_factory=list)

    @property
    def is_own(self) -> bool:
        """Whether what is written is none of the choices: it is shown as it is."""
        return bool(self.choices) and self.value not in {code for code, _ in self.choices}


@dataclass
class Part:
    """Fields that belong together, and parts within: a group with those who pay."""

    name: str
    title: str
    fields: list[Field]
    parts: list[Part] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    is_new: bool = False
    """Empty: what is typed into it adds one."""
    is_listed: bool = False
    """One of a list, so that it can be taken out."""

    @property
    def is_filled(self) -> bool:
        return any(one.value for one in self.fields) or any(part.is_filled for part in self.parts)

    @property
    def has_wrong(self) -> bool:
        return bool(self.wrong or any(f.wrong for f in self.fields) or any(p.has_wrong for p in self.parts))

    def every_field(self) -> Iterator[Field]:
        yield from self.fields
        for part in self.parts:
            yield from part.every_field()

    def every_part(self) -> Iterator[Part]:
        yield self
        for part in self.parts:
            yield from part.every_part()


def parts_of(content: Mapping[str, Any], lang: Lang) -> tuple[Part, ...]:
    """Everything that has a field: the plan itself, its groups with those who pay, money, targets, what is assumed."""
    say = _Said(lang, _years(content))
    return tuple(made(content, say) for made in (_head, _groups, _money, _targets, _assumed))


def fits_a_form(content: Mapping[str, Any]) -> bool:
    """Whether a form can hold all of it: each row of a list, and an empty one after them, has its fields and one a year."""
    rows = sum(1 + _rows(content, name, *inner) for name, *inner in LISTS)
    return rows * (len(_years(content)) + MOST_OF_A_ROW) <= MOST_FIELDS


def _rows(content: Mapping[str, Any], name: str, *inner: str) -> int:
    return sum(1 + sum(1 + _rows(one, each) for each in inner) for _, one in _each(content, name))


def path_of(name: str) -> list[str | int]:
    """ "groups[1].payers[2].added.2027" → groups, 0, payers, 1, added, 2027."""
    steps: list[str | int] = []
    for word, number in _STEP.findall(name):
        steps.append(int(number) - 1 if number else int(word) if word.isdigit() else word)
    return steps


class _Said:
    """What makes fields, in one language, over the years of a scenario."""

    def __init__(self, lang: Lang, years: Sequence[int]) -> None:
        self.lang, self.years = lang, years

    def __call__(self, indonesian: str, english: str) -> str:
        return Words(indonesian, english).said(self.lang)

    def listed(self, known: CodeList) -> Choices:
        return [(entry.code, entry.title.said(self.lang)) for entry in known]

    def field(self, of: Mapping[str, Any], path: str, name: str, title: str, **more: Any) -> Field:
        value = _text(of.get(name))
        known: CodeList | None = more.pop("known", None)
        if known is not None:
            found = known.find(value) if value else None
            more["choices"] = self.listed(known)
            value = found.code if found else value
        return Field(f"{path}.{name}" if path else name, title, value, **more)

    def by_year(
        self, of: Mapping[str, Any], path: str, name: str, title: str, years: Sequence[int] | None = None
    ) -> list[Field]:
        written = of.get(name)
        by = {str(key): value for key, value in written.items()} if isinstance(written, Mapping) else None
        every = list(years if years is not None else self.years)
        every += [int(key) for key in by or {} if year_of(key) and int(key) not in every]
        return [
            Field(
                f"{path}.{name}.{year}",
                f"{title} {year}",
                _text(written if by is None else by.get(str(year))),
                width="short",
            )
            for year in sorted(every)[:LONGEST]
        ]


def _head(content: Mapping[str, Any], say: _Said) -> Part:
    years = content.get("years")
    years = years if isinstance(years, Mapping) else {}
    fields = [
        say.field(content, "", "name", say("Nama rencana", "Name of the plan"), width="wide"),
        say.field(content, "", "place", say("Wilayah (nama atau kode)", "Place (name or code)"), width="wide"),
        say.field(years, "years", "first", say("Tahun pertama", "First year"), width="short"),
        say.field(years, "years", "last", say("Tahun terakhir", "Last year"), width="short"),
    ]
    return Part("", say("Rencana", "Plan"), fields)


def _groups(content: Mapping[str, Any], say: _Said) -> Part:
    parts = [_group(one, f"groups[{n}]", n, say) for n, one in _each(content, "groups")]
    parts.append(_group({}, f"groups[{len(parts) + 1}]", 0, say))
    return Part(
        "groups", say("Siapa yang dilindungi, dan siapa yang membayar", "Whom to cover, and who pays"), [], parts
    )


def _group(one: Mapping[str, Any], path: str, number: int, say: _Said) -> Part:
    groups = [(ALL[0], say("Semua, tanpa rincian", "All, not divided")), *say.listed(GROUPS)]
    group = say.field(one, path, "group", say("Kelompok", "Group"), known=GROUPS, width="wide")
    group.choices = groups
    group.value = ALL[0] if group.value.lower() in ALL else group.value
    fields = [
        group,
        say.field(one, path, "population", say("Jumlah orang dalam kelompok", "Persons in the group")),
        *_route(one, path, say),
    ]
    payers = [_payer(each, f"{path}.payers[{n}]", n, say) for n, each in _each(one, "payers")]
    payers.append(_payer({}, f"{path}.payers[{len(payers) + 1}]", 0, say))
    title = dict(groups).get(group.value, group.value) if number else say("Tambah kelompok", "Add a group")
    return Part(path, title, fields, payers, is_new=not number, is_listed=bool(number))


def _route(one: Mapping[str, Any], path: str, say: _Said) -> list[Field]:
    ways = [
        ("BPU", say("BPU, bukan penerima upah", "BPU, without wage")),
        ("PU", say("PU, penerima upah", "PU, with wage")),
    ]
    employer = one.get("employer")
    employer = employer if isinstance(employer, Mapping) else {}
    industry = say("Industri pemberi kerja (keringanan padat karya 2025)", "Industry of the employer (relief of 2025)")
    return [
        say.field(one, path, "route", say("Jalur", "Way"), choices=ways),
        say.field(one, path, "wage_per_month", say("Upah sebulan (jalur PU)", "Monthly wage (PU)")),
        say.field(
            one, path, "risk_class", say("Kelompok risiko 1–5 (jalur PU)", "Class of risk 1–5 (PU)"), width="short"
        ),
        say.field(
            employer,
            f"{path}.employer",
            "industry",
            industry,
            choices=[(str(code), title.said(say.lang)) for code, title in INDUSTRIES.items()],
        ),
        say.field(
            employer,
            f"{path}.employer",
            "workers",
            say("Seluruh pekerja pemberi kerja itu", "All its workers"),
            width="short",
        ),
    ]


def _payer(one: Mapping[str, Any], path: str, number: int, say: _Said) -> Part:
    fields = [
        say.field(one, path, "funding", say("Sumber dana", "Source of money"), known=FUNDINGS, width="wide"),
        say.field(one, path, "kept", say("Sudah dibayar (orang)", "Paid for now (persons)")),
        say.field(one, path, "months", say("Bulan dibayar, misalnya 1-12", "Months paid, as 1-12"), width="short"),
        say.field(one, path, "begins", say("Yang baru mulai bulan ke-", "New ones begin in month"), width="short"),
        *say.by_year(one, path, "added", say("Ditambah", "Added in")),
    ]
    title = say(f"Pembayar {number}", f"Payer {number}") if number else say("Tambah pembayar", "Add a payer")
    return Part(path, title, fields, is_new=not number, is_listed=bool(number))


def _money(content: Mapping[str, Any], say: _Said) -> Part:
    def row(one: Mapping[str, Any], path: str, number: int) -> Part:
        fields = [
            say.field(one, path, "funding", say("Sumber dana", "Source of money"), known=FUNDINGS, width="wide"),
            say.field(one, path, "stage", say("Tahap anggaran", "Stage of the budget"), known=BUDGET_STATUSES),
            say.field(one, path, "growth", say("Tumbuh setahun, misalnya 3 %", "Grows a year, as 3%"), width="short"),
            *say.by_year(one, path, "amounts", say("Rupiah", "Rupiah")),
        ]
        title = _named(FUNDINGS, fields[0].value, say) if number else say("Tambah sumber", "Add a source")
        return Part(path, title, fields, is_new=not number, is_listed=bool(number))

    parts = [row(one, f"money[{n}]", n) for n, one in _each(content, "money")]
    return Part(
        "money", say("Uang yang ada", "The money there is"), [], [*parts, row({}, f"money[{len(parts) + 1}]", 0)]
    )


def _targets(content: Mapping[str, Any], say: _Said) -> Part:
    def row(one: Mapping[str, Any], path: str, number: int) -> Part:
        fields = [
            say.field(one, path, "document", say("Dokumen", "Document"), known=TARGET_DOCUMENTS, width="wide"),
            say.field(one, path, "universe", say("Semesta", "Universe"), known=UNIVERSES, width="wide"),
            say.field(one, path, "population", say("Penduduk semesta itu (orang)", "Persons of that universe")),
            say.field(one, path, "covered", say("Di antaranya sudah aktif", "Of them active now")),
            say.field(one, path, "source", say("Sumber kedua angka", "Source of both figures"), width="wide"),
            *say.by_year(one, path, "shares", say("Target (%)", "Target (%)")),
        ]
        mix = [share(each, f"{path}.mix[{n}]", n) for n, each in _each(one, "mix")]
        mix.append(share({}, f"{path}.mix[{len(mix) + 1}]", 0))
        title = _named(TARGET_DOCUMENTS, fields[0].value, say) if number else say("Tambah target", "Add a target")
        return Part(path, title, fields, mix, is_new=not number, is_listed=bool(number))

    def share(one: Mapping[str, Any], path: str, number: int) -> Part:
        fields = [
            say.field(
                one, path, "funding", say("Peserta baru dibayar", "New members paid by"), known=FUNDINGS, width="wide"
            ),
            say.field(one, path, "part", say("Bagian, misalnya 30 %", "Part, as 30%"), width="short"),
            *_route(one, path, say),
        ]
        title = say(f"Pembayar peserta baru {number}", f"Payer of new members {number}")
        title = title if number else say("Tambah pembayar peserta baru", "Add a payer of new members")
        return Part(path, title, fields, is_new=not number, is_listed=bool(number))

    parts = [row(one, f"targets[{n}]", n) for n, one in _each(content, "targets")]
    return Part("targets", say("Target", "Targets"), [], [*parts, row({}, f"targets[{len(parts) + 1}]", 0)])


def _assumed(content: Mapping[str, Any], say: _Said) -> Part:
    names = {
        "growth": say("Pertumbuhan penduduk setahun", "Growth of the population a year"),
        "wage_growth": say("Pertumbuhan upah setahun", "Growth of wages a year"),
        "leaving": say("Keluar dalam setahun", "Leave within a year"),
    }
    parts = []
    for name, title in names.items():
        held = content.get(name)
        held = held if isinstance(held, Mapping) else {}
        bounds = ("low", say("Rendah", "Low")), ("central", say("Tengah", "Central")), ("high", say("Tinggi", "High"))
        fields = [say.field(held, name, key, said, width="short") for key, said in bounds]
        fields.append(say.field(held, name, "source", say("Sumber", "Source"), width="wide"))
        parts.append(Part(name, title, fields))
    return Part("assumed", say("Asumsi", "Assumptions"), [], parts)


def _named(known: CodeList, code: str, say: _Said) -> str:
    return dict(say.listed(known)).get(code, code)


def _each(content: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The entries of a list from 1; what is no list or no mapping is mended in the text itself."""
    held = content.get(name)
    for number, one in enumerate(held if isinstance(held, list) else [], 1):
        yield number, one if isinstance(one, Mapping) else {}


def _years(content: Mapping[str, Any]) -> Sequence[int]:
    held = content.get("years")
    first, last = (year_of(held.get(name)) for name in ("first", "last")) if isinstance(held, Mapping) else (None, None)
    return range(first, min(last, first + LONGEST - 1) + 1) if first and last else ()


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, Mapping | list) else str(value)
