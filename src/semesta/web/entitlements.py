"""What a family is owed, asked in its own words and told in amounts: the same for the open page and for cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.law.answers import Answer
from semesta.law.heirs.order import RELATIVES
from semesta.law.scholarship.rules import LEVELS


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, in the words of a family; programme and event as the law knows it."""

    title: Words
    programme: str
    event: str
    asks: tuple[str, ...]


HAPPENINGS: Mapping[str, Happening] = {
    "meninggal": Happening(
        Words("Meninggal, bukan karena kecelakaan kerja", "Died, not of an accident at work"),
        "JKM",
        "death",
        ("months_paid", "heirs", "children"),
    ),
    "meninggal-kerja": Happening(
        Words("Meninggal karena kecelakaan atau penyakit akibat kerja", "Died of an accident or disease of work"),
        "JKK",
        "death",
        ("wage_per_month", "heirs", "children"),
    ),
    "cacat-total": Happening(
        Words("Cacat total tetap karena kecelakaan kerja", "Permanently and totally disabled by an accident at work"),
        "JKK",
        "disability.total",
        ("wage_per_month", "children"),
    ),
    "tidak-mampu": Happening(
        Words("Sementara tidak mampu bekerja karena kecelakaan kerja", "For a time unable to work after an accident"),
        "JKK",
        "incapacity",
        ("wage_per_month", "months_off_work"),
    ),
}
SEGMENTS = {
    "BPU": Words("Bekerja sendiri atau tanpa upah tetap (BPU)", "Own work or without a fixed wage (BPU)"),
    "PU": Words("Menerima upah dari pemberi kerja (PU)", "Paid a wage by an employer (PU)"),
}
SCHOOLS = {
    "TK": Words("Belum sekolah atau TK", "Not yet at school, or kindergarten"),
    "SD": Words("SD", "Primary school"),
    "SMP": Words("SMP", "Lower secondary"),
    "SMA": Words("SMA", "Upper secondary"),
    "PT": Words("Kuliah atau pelatihan", "Higher education or training"),
}
MOST_CHILDREN = 9
"""At one level of school."""


def questions(typed: QueryDict) -> dict[str, Any]:
    """What the form asks, with what was typed so far."""
    return {
        "typed": typed,
        "heirs_typed": typed.getlist("heirs"),
        "happenings": HAPPENINGS,
        "segments": SEGMENTS,
        "schools": [(level, SCHOOLS[level], typed.get(f"children_{level}", "")) for level in LEVELS],
        "relatives": RELATIVES,
    }


def case_of(typed: QueryDict) -> tuple[dict[str, Any], list[Words]]:
    """The case as the law takes it, and what the form alone can see to be wrong."""
    happening = HAPPENINGS.get(typed.get("happening", ""))
    if happening is None:
        return {}, [Words("Pilih apa yang terjadi.", "Choose what happened.")]
    wrong: list[Words] = []
    if not typed.get("date", "").strip():
        wrong.append(Words("Isi tanggal kejadian.", "Give the day on which it happened."))
    children, wanted = [], happening.asks
    for level in LEVELS if "children" in wanted else ():
        number = typed.get(f"children_{level}", "").strip() or "0"
        if not re.fullmatch(r"0*[0-9]", number):
            wrong.append(
                Words(
                    f"Jumlah anak {level}: tulis 0 sampai {MOST_CHILDREN}.",
                    f"Children at {level}: write 0 to {MOST_CHILDREN}.",
                )
            )
            continue
        children += [{"level": level}] * int(number)
    case: dict[str, Any] = {
        "programme": happening.programme,
        "event": happening.event,
        "date": typed.get("date", "").strip(),
        "segment": typed.get("segment", ""),
        "children": children,
    }
    for name in ("months_paid", "wage_per_month", "months_off_work"):
        if name in wanted and typed.get(name, "").strip():
            case[name] = typed[name].strip()
    if "heirs" in wanted and typed.getlist("heirs"):
        case["heirs"] = typed.getlist("heirs")
    if typed.get("complete_on", "").strip():
        case["complete_on"] = typed["complete_on"].strip()
    return case, wrong


def lines_of(answer: Answer, lang: Lang) -> list[dict[str, Any]]:
    """Each line with its amount as money, or why it is not known; nothing and unknown are both told why."""
    return [
        {
            "title": item.title.said(lang),
            "programme": item.programme,
            "amount": Words("belum dapat dihitung", "cannot be told yet").said(lang)
            if item.amount is None
            else shown.rupiah(item.amount, lang),
            "law": item.law,
            "verified": item.verified,
            "because": item.because.said(lang),
            "is_open": not item.amount,
        }
        for item in answer.items
    ]


def total_of(answer: Answer, lang: Lang) -> dict[str, str]:
    if answer.problems or not answer.items:
        return {}
    known = answer.total is not None
    amount = shown.rupiah(answer.at_least, lang)
    return {
        "amount": amount if known else Words("paling sedikit ", "at least ").said(lang) + amount,
        "words": shown.rupiah_in_words(answer.at_least, lang) if known else "",
    }
