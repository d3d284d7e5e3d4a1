"""Which stage can still take a request into a regional budget, and until when, from budget_calendar.yaml."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from semesta.basics import shown
from semesta.basics.words import Lang, Words


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that is still open: what it is, its last day, and the year of the budget it makes."""

    title: Words
    last_day: dt.date
    budget_year: int
    law: Words
    verified: bool
    article: Words


@cache
def _written() -> dict[str, Any]:
    text = files("semesta.report.laporan").joinpath("budget_calendar.yaml").read_text(encoding="utf-8")
    written: dict[str, Any] = yaml.safe_load(text)
    return written


def open_stages(today: dt.date) -> list[Stage]:
    """For each budget year the next stage not yet past on this day, the earliest first."""
    stages = [stage for year in (today.year, today.year + 1) for stage in _in_year(year)]
    coming = sorted((stage for stage in stages if stage.last_day >= today), key=lambda stage: stage.last_day)
    first: dict[int, Stage] = {}
    for stage in coming:
        first.setdefault(stage.budget_year, stage)
    return sorted(first.values(), key=lambda stage: stage.last_day)[:2]


def _in_year(year: int) -> list[Stage]:
    """The stages of a calendar year, whichever budget they make."""
    calendar = _written()
    law, verified = Words(**calendar["law"]), bool(calendar["verified"])
    return [
        Stage(
            Words(**s["title"]),
            dt.date(year, s["month"], s["day"]),
            year + s["year"],
            law,
            verified,
            Words(**s["article"]),
        )
        for s in calendar["stages"]
    ]


def stages_of(budget_year: int) -> list[Stage]:
    """Every stage of the budget of a year, the earliest first: made in the year before, changed within it."""
    stages = [s for year in (budget_year - 1, budget_year) for s in _in_year(year) if s.budget_year == budget_year]
    return sorted(stages, key=lambda stage: stage.last_day)


def basis(stage: Stage, lang: Lang) -> str:
    """ "PP 12/2019, Pasal 90 ayat (1), belum diverifikasi"."""
    doubt = Words("", "") if stage.verified else Words(", belum diverifikasi", ", not yet verified")
    return f"{stage.law.said(lang)}, {stage.article.said(lang)}{doubt.said(lang)}"


def said(stage: Stage, lang: Lang) -> str:
    """ "APBD TA 2025: KUA-PPAS disepakati bersama DPRD, paling lambat 14 Agustus 2024 (PP 12/2019; jadwal belum diverifikasi)"."""
    day, law = shown.day(stage.last_day, lang), stage.law.said(lang)
    doubt = Words("", "") if stage.verified else Words("; jadwal belum diverifikasi", "; schedule not yet verified")
    told = Words(
        f"APBD TA {stage.budget_year}: {stage.title.id}, paling lambat {day} ({law}{doubt.id})",
        f"Budget {stage.budget_year}: {stage.title.en}, by {day} ({law}{doubt.en})",
    )
    return told.said(lang)
