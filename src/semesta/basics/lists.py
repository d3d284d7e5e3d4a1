"""The short code lists of the tables: segments, programmes, sources of money, benefits, stages, kinds.

The entries stand in lists.yaml, in the order in which they are shown: a list of stages is a list in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics.codes import Code, CodeList
from semesta.basics.words import Words


@cache
def _lists() -> dict[str, dict[str, Any]]:
    """The file once, by the name of the list."""
    text = files("semesta.basics").joinpath("lists.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found


def entry_of(code: str, written: dict[str, Any]) -> Code:
    """A code as a data file writes it: `id`, `en`, and where there is any `aliases`, `tags`, `note_id`, `note_en`."""
    return Code(
        code=code,
        title=Words(written["id"], written["en"]),
        aliases=tuple(str(alias) for alias in written.get("aliases", ())),
        tags=frozenset(written.get("tags", ())),
        note=Words(written.get("note_id", ""), written.get("note_en", "")),
    )


def _entries(name: str) -> Iterator[Code]:
    for code, written in _lists()[name].items():
        yield entry_of(str(code), written)


def _list(name: str, title_id: str, title_en: str) -> CodeList:
    return CodeList(name, Words(title_id, title_en), lambda: _entries(name))


SEGMENTS = _list("segments", "Segmen kepesertaan", "Membership segments")
PROGRAMMES = _list("programmes", "Program jaminan sosial ketenagakerjaan", "Programmes of employment social security")
FUNDINGS = _list("fundings", "Sumber pendanaan iuran", "Who pays the contribution")
BENEFITS = _list("benefits", "Manfaat", "Benefits")
UNITS = _list("units", "Satuan hitung klaim", "What one claim counts")
BASES = _list("bases", "Dasar penghitungan orang", "Where a person is counted")
UNIVERSES = _list("universes", "Semesta penduduk", "Universe of the population")
DECILES = _list("deciles", "Desil kesejahteraan", "Welfare deciles")
BUDGET_STATUSES = _list("budget_statuses", "Tahap penganggaran", "Stages of the budget")
REGULATION_STAGES = _list("regulation_stages", "Tahap regulasi", "Stages of a regulation")
REGULATION_KINDS = _list("regulation_kinds", "Jenis regulasi", "Kinds of regulation")
WORDINGS = _list("wordings", "Cara menyatakan angka", "How a figure is worded")
PAPERS = _list("papers", "Naskah monev", "Papers of a monev")
PAPER_SIZES = _list("paper_sizes", "Ukuran kertas", "Sizes of paper")
ROUND_KINDS = _list("round_kinds", "Jenis putaran", "Kinds of round")
COMMITMENT_KINDS = _list("commitment_kinds", "Jenis komitmen", "Kinds of commitment")
COMMITMENT_STATUSES = _list("commitment_statuses", "Status komitmen", "Status of a commitment")
ACTION_STATUSES = _list("action_statuses", "Status aksi Inpres", "Status of an action of the Inpres")
OBSTACLE_KINDS = _list("obstacle_kinds", "Potensi atau kendala", "Potential or obstacle")
SEVERITIES = _list("severities", "Tingkat", "Severity")
COMPLIANCE_KINDS = _list("compliance_kinds", "Jenis ketidakpatuhan", "Kinds of non-compliance")
TARGET_DOCUMENTS = _list("target_documents", "Dokumen target", "Documents that set targets")
AMOUNT_BASES = _list("amount_bases", "Dasar jumlah iuran", "Basis of an amount")
SEXES = _list("sexes", "Jenis kelamin", "Sex")
BPJS_STATUSES = _list("bpjs_statuses", "Status di BPJS Ketenagakerjaan", "Status at BPJS Ketenagakerjaan")
MEMBER_STATUSES = _list("member_statuses", "Status kepesertaan", "Status of a membership")
CLAIM_CASE_STATUSES = _list("claim_case_statuses", "Status kasus klaim", "Status of a claim case")
SCHOOL_LEVELS = _list("school_levels", "Jenjang pendidikan", "Levels of education")
RELATIONS = _list("relations", "Hubungan keluarga", "Relations within a family")
WADAH_KINDS = _list("wadah_kinds", "Jenis wadah", "Kinds of group account")

RISK_PROGRAMMES = ("JKK", "JKM", "JKP")
"""Programmes that cover a risk, where claims against contributions mean something; JHT and JP are savings and pensions."""
