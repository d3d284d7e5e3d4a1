"""A page for each part of the law: what is paid with formula and article, worked examples, a case file, rules, dated values."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from importlib.resources import files

from pages.law_examples import example_shown, examples_of
from pages.markdown import both, code, heading, in_cell, page, table
from semesta.basics.lists import PROGRAMMES
from semesta.basics.words import Words
from semesta.law import lines
from semesta.law.changes import value_shown
from semesta.law.formula import formula
from semesta.law.heirs.documents import all_documents
from semesta.law.heirs.order import ORDERS, Order
from semesta.law.items import Item, Schedule
from semesta.law.law import LAW
from semesta.law.parameters import Parameter, Step
from semesta.law.parts import part_of, part_title
from semesta.law.rule import Rule

VERIFIED = {True: "ya", False: "**belum**"}
PAYERS = {
    "employer": "pemberi kerja",
    "worker": "pekerja",
    "member": "peserta",
    "government": "pemerintah",
    "fund": "BPJS Ketenagakerjaan",
}


def parts() -> list[str]:
    return sorted({part_of(p) for p in LAW.book.parameters.values()} | {part_of(rule) for rule in _versions()})


def parameters_of(part: str) -> list[Parameter]:
    return [parameter for parameter in LAW.book.parameters.values() if part_of(parameter) == part]


def rules_of(part: str) -> list[Rule]:
    return [version for version in _versions() if part_of(version) == part]


def _versions() -> Iterable[Rule]:
    return (version for versions in LAW.book.rules.values() for version in versions)


def page_of(part: str) -> str:
    examples = [example_shown(example, "###") for example in examples_of(part)]
    values = [_values(parameter) for parameter in parameters_of(part)]
    rules = [_rule(version) for version in rules_of(part)]
    return page(
        heading(part_title(part)),
        _lines(part),
        *([_order(order) for order in ORDERS] if part == "heirs" else []),
        _documents() if part == "heirs" else "",
        "## Contoh terhitung · Worked examples" if examples else "",
        *examples,
        _case_file(part),
        "## Aturan · Rules" if rules else "",
        table(["aturan", "berlaku", "rumus", "dasar", "satuan", "catatan (bahasa Inggris)"], rules) if rules else "",
        "## Nilai bertanggal · Dated values" if values else "",
        *values,
    )


# ---- what is paid


def _lines(part: str) -> str:
    """What makes a bill and what each event pays, with formula and article."""
    declared = lines.folders().get(part)
    if declared is None:
        return ""
    of_event = {"Iuran sebulan · Monthly contribution": getattr(declared, "CONTRIBUTION", ())} | {
        f"Manfaat pada `{event}` · Paid on `{event}`": found
        for event, found in getattr(declared, "BENEFITS", {}).items()
    }
    return page(*[f"## {title}\n\n{_of_event(found)}" for title, found in of_event.items() if found]).rstrip()


def _of_event(found: Iterable[Item | Schedule]) -> str:
    rows = [row for line in dict.fromkeys(found) for row in _line(line)]
    return table(["baris", "rumus", "dasar", "pembayar"], rows)


def _line(line: Item | Schedule) -> Iterable[list[str]]:
    """A row for each version of a rule; of a history or calendar its title and articles."""
    if isinstance(line, Schedule):
        needs = ", ".join(map(code, line.needs))
        yield [in_cell(line.title), f"dihitung dari riwayat: {needs}" if needs else "", line.law, PAYERS[line.payer]]
        return
    for version in LAW.book.rules[line.rule]:
        title = f"{in_cell(version.title)} ({code(line.rule)}){_between(version)}"
        yield [title, _formula(version), version.law, PAYERS[line.payer]]


def _formula(version: Rule) -> str:
    said = formula(version)
    return said.id if said else "lihat catatan aturan"


def _between(version: Rule) -> str:
    since, until = version.since, version.until
    if since and until:
        return f", {since} – {until}"
    return f", sejak {since}" if since else f", sampai {until}" if until else ""


# ---- heirs and documents


def _order(order: Order) -> str:
    ranks = "\n".join(f"{place}. {in_cell(rank.title)}" for place, rank in enumerate(order.ranks, 1))
    nobody = Words("Bila tidak ada: ", "Where there is nobody: ") + order.residual
    doubt = "" if order.verified else " (**belum terverifikasi**)"
    until = f" (– {order.until})" if order.until else ""
    return page(
        f"## Ahli waris {', '.join(order.programmes)}{until} · Heirs",
        ranks,
        both(nobody),
        both(order.shares),
        f"{order.law}; {order.source}{doubt}",
        both(order.note),
    ).rstrip()


def _documents() -> str:
    rows = [
        [code(claim), in_cell(d.title), in_cell(d.when), VERIFIED[d.verified], d.source, in_cell(d.note)]
        for claim, documents in all_documents().items()
        for d in documents
    ]
    return page(
        "## Dokumen menurut klaim · Documents by claim",
        table(["klaim", "dokumen", "bila", "terverifikasi", "sumber", "catatan"], rows),
    ).rstrip()


# ---- the case file


def _case_file(part: str) -> str:
    file = files("semesta.law").joinpath(part, "cases.yaml")
    if not file.is_file():
        return ""
    command = "semesta contribution --template" if part == "basis" else _template(part)
    return page(
        "## Berkas kasus · Case file",
        f"Cetak dengan `{command}`, ubah, lalu jalankan seperti tertulis pada baris pertamanya.",
        "*Print it, change it, and run it as its first line says. Many cases and many files may be asked at once.*",
        f"```yaml\n{file.read_text(encoding='utf-8').rstrip()}\n```",
    ).rstrip()


def _template(part: str) -> str:
    assert PROGRAMMES.get(part.upper()), f"{part} has a case file and is no programme"
    return f"semesta benefit --programme {part.upper()} --template > kasus.yaml"


# ---- rules and values


def _rule(version: Rule) -> list[str]:
    between = _between(version).removeprefix(", ") or "selalu"
    note = " ".join((inspect.getdoc(version.function) or "").split())
    name = f"{code(version.name)} {in_cell(version.title)}"
    needs = f"dari {', '.join(map(code, version.arguments))}" if version.arguments else ""
    return [name, between, formula(version).id or needs, version.law, version.unit, note]


def _values(parameter: Parameter) -> str:
    rows = [_step(parameter, step) for step in parameter.steps]
    shown = table(["sejak", "nilai", "pasal", "terverifikasi", "sumber", "catatan"], rows)
    return page(f"### {in_cell(parameter.title)} ({code(parameter.name)}, {parameter.unit})", shown).rstrip()


def _step(parameter: Parameter, step: Step) -> list[str]:
    notes = [in_cell(step.note), *(f"{code(str(key))}: {in_cell(note)}" for key, note in step.doubts.items())]
    verified = VERIFIED[not step.is_doubtful]
    value = value_shown(step.value, parameter.unit).id
    return [step.since.isoformat(), value, step.article, verified, step.source, "; ".join(filter(None, notes))]
