"""The law by programme: parameters with dates, articles and whether they were verified; rules with their law."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from pages.markdown import code, heading, in_cell, page, table
from semesta.basics.lists import PROGRAMMES
from semesta.basics.shown import rupiah
from semesta.basics.words import Words
from semesta.law import lines
from semesta.law.changes import changes_between
from semesta.law.items import Item, Schedule
from semesta.law.law import LAW
from semesta.law.parameters import Parameter, Step
from semesta.law.rule import Rule

TITLES = {
    "basis": Words("Dasar iuran", "Basis of contributions"),
    "due": Words("Jatuh tempo, denda, dan mulai perlindungan", "Due days, fines and when cover begins"),
    "heirs": Words("Ahli waris, dokumen, dan batas bayar", "Heirs, documents and days to pay"),
    "jakon": Words("Jasa konstruksi", "Construction"),
    "pmi": Words("Pekerja migran", "Migrant workers"),
    "price": Words("Harga perlindungan", "Price of cover"),
    "relief": Words("Keringanan iuran", "Reliefs"),
    "scholarship": Words("Beasiswa", "Scholarship"),
}
"""What folders hold that are no programme; programmes have their titles in their code list."""

VERIFIED = {True: "ya", False: "**belum**"}


def pages() -> dict[str, str]:
    folders = sorted({_folder(p) for p in _parameters()} | {_folder(r) for r in _rules()})
    return {
        "law/README.md": _contents(folders),
        "law/changes.md": _changes(),
        "law/unverified.md": _unverified(),
        "law/examples.md": _examples(),
        **{f"law/{folder}.md": _page(folder) for folder in folders},
    }


def _changes() -> str:
    rows = [
        [
            str(c.day),
            code(c.name),
            in_cell(c.title),
            c.before.id or "—",
            c.after.id or "—",
            c.article,
            VERIFIED[c.verified],
        ]
        for c in changes_between(LAW.book, dt.date(1990, 1, 1), dt.date(2100, 1, 1))
    ]
    return page(
        "# Apa yang berubah pada tanggal itu · What changed on this date",
        table(["sejak", "nama", "arti", "sebelumnya", "menjadi", "dasar", "sudah diperiksa"], rows),
    )


def _unverified() -> str:
    rows = [
        [code(d.parameter), str(d.since), "" if d.key is None else code(str(d.key)), d.note.id, d.note.en]
        for d in LAW.unverified()
    ]
    return page(
        "# Belum diperiksa · Not yet verified",
        "Nilai yang belum dilihat dalam naskah atau sumber yang disebut. Setiap hasil yang memakainya ditandai.",
        table(["nilai", "sejak", "kunci", "catatan", "note"], rows),
    )


EXAMPLES = Path(__file__).parents[2] / "tests" / "spec" / "law" / "examples.yaml"
"""The same examples that the tests hold the commands to."""


def _examples() -> str:
    written = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
    return page(
        "# Contoh terhitung · Worked examples",
        "Hasil yang diumumkan pejabat dan pers, masing-masing dengan sumbernya; setiap uji mengulang perintahnya sampai rupiahnya sama.",
        "*Amounts that officials and the press published, each with its source; the tests repeat every command to the rupiah.*",
        *[_example(example) for example in written],
    )


def _example(example: Mapping[str, Any]) -> str:
    command = f"semesta {example['command']}" + (" kasus.yaml" if "case" in example else "")
    case = yaml.safe_dump(example["case"], sort_keys=False, allow_unicode=True) if "case" in example else ""
    derived = (
        "dihitung dari nilai yang diumumkan · *computed from published values*; " if example.get("derived") else ""
    )
    return page(
        f"## {in_cell(Words(**example['title']))}",
        f"```\n{command}\n```",
        f"```yaml\n# kasus.yaml\n{case}```" if case else "",
        f"**{rupiah(example['total'], 'id')}** ({derived}{example['source']})",
    ).rstrip()


def _lines(folder: str) -> str:
    """What makes a bill and what an event pays, of a folder that declares lines."""
    declared = lines.folders().get(folder)
    if declared is None:
        return ""
    of_event = {"iuran · *contribution*": getattr(declared, "CONTRIBUTION", ())} | {
        code(event): found for event, found in getattr(declared, "BENEFITS", {}).items()
    }
    rows = [[event, "; ".join(dict.fromkeys(map(_line, found)))] for event, found in of_event.items() if found]
    return page("## Baris tagihan dan manfaat · Lines", table(["kejadian", "baris"], rows)).rstrip()


def _line(line: Item | Schedule) -> str:
    if isinstance(line, Schedule):
        return in_cell(line.title)
    return f"{in_cell(LAW.book.rules[line.rule][0].title)} ({code(line.rule)})"


def _parameters() -> list[Parameter]:
    return list(LAW.book.parameters.values())


def _rules() -> list[Rule]:
    return [version for versions in LAW.book.rules.values() for version in versions]


def _folder(thing: Parameter | Rule) -> str:
    """The folder of the law in which it stands: where is law/jkm/parameters.yaml: …, or jkm/rules.py:10."""
    return thing.where.split("/")[1 if isinstance(thing, Parameter) else 0]


def _contents(folders: list[str]) -> str:
    rows = []
    for folder in folders:
        parameters = [p for p in _parameters() if _folder(p) == folder]
        steps = [step for p in parameters for step in p.steps]
        doubtful = sum(step.is_doubtful for step in steps)
        rules = [r for r in _rules() if _folder(r) == folder]
        rows.append([f"[{in_cell(_title(folder))}]({folder}.md)", str(len(rules)), str(len(steps)), str(doubtful)])
    return page(
        "# Hukum · Law",
        "Tiap nilai mempunyai tanggal mulai, pasal, dan tanda sudah diperiksa atau belum. Yang belum diperiksa ikut menandai setiap "
        "angka yang memakainya.",
        "*Each value has a first day, an article, and whether it was verified. What was not verified marks every figure it touches.*",
        "[Apa yang berubah pada tanggal itu](changes.md) · [Belum diperiksa](unverified.md) · "
        "[Contoh terhitung](examples.md)",
        table(["bagian", "aturan", "nilai bertanggal", "belum diperiksa"], rows),
        _inputs(),
    )


def _inputs() -> str:
    rows = [
        [code(i.name), in_cell(i.title), i.unit, "; ".join(f"{code(str(v))} {in_cell(w)}" for v, w in i.values.items())]
        for i in LAW.book.inputs.values()
    ]
    return page("## Masukan aturan · Inputs of rules", table(["masukan", "arti", "satuan", "nilai"], rows)).rstrip()


def _title(folder: str) -> Words:
    programme = PROGRAMMES.get(folder.upper())
    return programme.title if programme else TITLES[folder]


def _page(folder: str) -> str:
    values = [_values(p) for p in _parameters() if _folder(p) == folder]
    rules = [[_name(r), _between(r), r.law, r.unit, _docstring(r)] for r in _rules() if _folder(r) == folder]
    return page(
        heading(_title(folder)),
        _lines(folder),
        "## Aturan · Rules",
        table(["aturan", "berlaku", "dasar", "satuan", "yang keluar (bahasa Inggris)"], rules),
        "## Nilai bertanggal · Dated values" if values else "",
        *values,
    )


def _name(rule: Rule) -> str:
    return f"{code(rule.name)} {in_cell(rule.title)}; dari {', '.join(map(code, rule.arguments))}"


def _between(rule: Rule) -> str:
    since, until = (day.isoformat() if day else "" for day in (rule.since, rule.until))
    return f"{since} – {until}" if since or until else "selalu"


def _docstring(rule: Rule) -> str:
    return " ".join((inspect.getdoc(rule.function) or "").split())


def _values(parameter: Parameter) -> str:
    rows = [_step(step) for step in parameter.steps]
    shown = table(["sejak", "nilai", "pasal", "diperiksa", "sumber", "catatan"], rows)
    return page(f"### {in_cell(parameter.title)} ({code(parameter.name)}, {parameter.unit})", shown).rstrip()


def _step(step: Step) -> list[str]:
    notes = [in_cell(step.note), *(f"{code(str(key))}: {in_cell(note)}" for key, note in step.doubts.items())]
    verified = VERIFIED[not step.is_doubtful]
    return [step.since.isoformat(), _value(step), step.article, verified, step.source, "; ".join(filter(None, notes))]


def _value(step: Step) -> str:
    if isinstance(step.value, Mapping):
        return ", ".join(f"{key}: {value}" for key, value in step.value.items())
    return str(step.value)
