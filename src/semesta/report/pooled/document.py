"""Pools and totals as a document, a workbook and JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.measured import Measured
from semesta.planning.deficit import Deficit
from semesta.planning.implied import Implied
from semesta.planning.pooling.prospect import Prospect, Together
from semesta.report import machine as machine_files
from semesta.report.book import book
from semesta.report.content import Block, Document
from semesta.report.laporan.draft import Draft
from semesta.report.paper import Making
from semesta.report.plan_paper import plan_paper
from semesta.report.pooled import blocks, totals
from semesta.report.pooled.told import scope
from semesta.report.sheet import Cell, Sheet, said_all
from semesta.report.typeset import typeset
from semesta.tables.dataset import Dataset

NAME = "gotong-royong"
NAMES = tuple(f"{NAME}.{suffix}" for suffix in ("pdf", "docx", "xlsx", "json"))
TITLE = Words("Iuran, manfaat dan gotong royong", "Contributions, claims and sharing")


@dataclass(frozen=True)
class Pooled:
    """What is told: pools with their outlook, what other segments' money does, and what two totals imply."""

    place: str
    prospects: tuple[Prospect, ...] = ()
    together: tuple[tuple[Together, ...], ...] = ()
    implied: Implied | None = None
    parts: Deficit | None = None


def files(one: Pooled, lang: Lang, *, today: dt.date, measured: Measured | None = None) -> Mapping[str, Making]:
    """ "gotong-royong.pdf", ".docx", ".xlsx" and ".json"; `today` is the day they say they were made on."""
    return {
        **typeset(NAME, lambda: document(one, lang, today=today, measured=measured)),
        f"{NAME}.xlsx": partial(workbook, one, lang, today=today),
        f"{NAME}.json": lambda: machine_files.as_json(as_data(one, lang)),
    }


def document(
    one: Pooled, lang: Lang, *, today: dt.date, measured: Measured | None = None, places: PlaceList = PLACES
) -> Document:
    held = measured or Measured(one.place, today, (), (), Dataset({}), places)
    draft = Draft(held, lang)
    place = draft.place if one.place else ""
    return plan_paper(draft, TITLE.said(lang), _blocks(draft, one), subtitle=place, place=place, today=today)


def _blocks(draft: Draft, one: Pooled) -> list[Block]:
    draft.chapter("", "")  # sections are numbered within it
    made: list[Block] = []
    if one.implied:
        made += totals.blocks(draft, one.implied, one.parts)
    for prospect in one.prospects:
        made += blocks.blocks(draft, prospect)
    for found in one.together:
        made += blocks.together_blocks(draft, found)
    return made


def workbook(one: Pooled, lang: Lang, *, today: dt.date) -> bytes:
    """Every office of every pool as a row of numbers."""
    heads = (
        ("Kumpulan", "Pool"),
        ("Kantor atau wilayah", "Office or region"),
        ("Iuran", "Contributions"),
        ("Manfaat", "Claims"),
        ("Kasus", "Cases"),
        ("Bobot pengalaman sendiri", "Weight of own experience"),
        ("Manfaat setahun yang diharapkan", "Claims expected a year"),
        ("Peluang defisit setahun", "Chance of a deficit in a year"),
        ("Peluang defisit pada akhirnya", "Chance of a deficit in the end"),
        ("Hasil terburuk 1 dari 200 tahun", "Worst result of 1 year in 200"),
        ("Saldo akhir 5 %", "Final balance 5 %"),
        ("Saldo akhir tengah", "Final balance, middle"),
        ("Saldo akhir 95 %", "Final balance 95 %"),
    )
    rows = [row for prospect in one.prospects for row in _rows(prospect, lang)]
    name = Words("Kumpulan", "Pools").said(lang)
    return book(
        [Sheet(name, TITLE.said(lang), said_all(lang, *heads), rows, NATIONAL_POOL.said(lang))],
        TITLE.said(lang),
        today,
        lang,
    )


def _rows(one: Prospect, lang: Lang) -> list[list[Cell]]:
    pairs = zip(one.own.members, one.weights, one.outlook.offices, strict=True)
    return [
        [
            (scope(one.own, lang), "text"),
            (member.name, "text"),
            (member.contributions, "rupiah"),
            (member.claims, "rupiah"),
            (member.cases, "count"),
            (weight, "share"),
            (round(found.expected_claims), "rupiah"),
            (found.deficit_in_a_year, "share"),
            (found.deficit_in_the_end, "share"),
            (round(found.bad_year), "rupiah"),
            *((round(end), "rupiah") for end in found.ends),
        ]
        for member, weight, found in pairs
    ]


def as_data(one: Pooled, lang: Lang) -> dict[str, Any]:
    """What programs read; whole rupiah, chances as parts of one, null where not known."""
    return {
        "place": one.place,
        "pools": [_pool(prospect, lang) for prospect in one.prospects],
        "together": [[asdict(step) for step in found] for found in one.together],
        "totals": _totals(one),
        "note": NATIONAL_POOL.said(lang),
    }


def _pool(one: Prospect, lang: Lang) -> dict[str, Any]:
    own, found = one.own, one.outlook
    return {
        "programme": own.node.programme,
        "segment": own.node.segment,
        "funding": own.node.funding,
        "period": own.node.period,
        "years": found.years,
        "scenarios": found.scenarios,
        "seed": found.seed,
        "shock": found.shock,
        "average_case": one.average,
        "expected_by": one.expected_by.said(lang),
        "assumptions": {
            a.name: {
                "low": a.value.low,
                "central": a.value.central,
                "high": a.value.high,
                "source": a.source.said(lang),
            }
            for a in one.assumptions
        },
        "stable_from_cases": one.stable_from,
        "unknown": list(own.unknown),
        "members": [
            {**asdict(member), "weight": weight, **_outlook(office)}
            for member, weight, office in zip(own.members, one.weights, found.offices, strict=True)
        ],
        "pool": _outlook(found.pool),
        "carried_a_year": {name: round(amount) for name, amount in asdict(found.carried).items()},
        "balance": [[round(n) for n in three] for three in found.balance],
    }


def _outlook(one: Any) -> dict[str, Any]:
    return {
        "contributions_a_year": one.contributions,
        "expected_claims": round(one.expected_claims),
        "deficit_in_a_year": one.deficit_in_a_year,
        "deficit_in_the_end": one.deficit_in_the_end,
        "ever_below": one.ever_below,
        "bad_year": round(one.bad_year),
        "bad_end": round(one.bad_end),
        "ends": [round(end) for end in one.ends],
    }


def _totals(one: Pooled) -> dict[str, Any] | None:
    found = one.implied
    if found is None:
        return None
    parts = one.parts
    return {
        "contributions": found.contributions,
        "claims": found.claims,
        "month": found.month.isoformat(),
        "ratio": found.ratio,
        "ratio_interval": list(found.ratio_interval),
        "prices": [asdict(price) for price in found.prices],
        "has_other_payments": found.has_other_payments,
        "mixes": [asdict(mix) for mix in found.mixes],
        "deaths": found.deaths,
        "deaths_at_least": found.fewest,
        "deaths_at_most": found.most,
        "person_years": found.person_years,
        "deaths_per_1000": found.frequency,
        "deaths_per_1000_interval": list(found.frequency_interval),
        "break_even_per_1000": found.terms.break_even,
        "parts": parts
        and {
            "price": parts.price,
            "portfolio": parts.portfolio,
            "chance": parts.chance,
            "result": parts.result,
            "expectation": asdict(parts.expectation.ratio),
            "expected_by": parts.expectation.source,
            "probability": parts.probability,
        },
    }
