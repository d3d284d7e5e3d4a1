"""The law: its parts, what changed on which day, what is not yet verified, and worked examples."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from pages import law_examples, law_part
from pages.markdown import code, in_cell, page, table
from semesta.basics.shown import day
from semesta.cli.law_told import told_change
from semesta.law.changes import Change, changes_between, key_shown
from semesta.law.law import LAW, Doubt
from semesta.law.parts import part_of, part_title


def pages() -> dict[str, str]:
    parts = law_part.parts()
    return {
        "law/README.md": _contents(parts),
        "law/changes.md": _changes(),
        "law/unverified.md": _unverified(),
        "law/examples.md": law_examples.page_of_all(),
        **{f"law/{part}.md": law_part.page_of(part) for part in parts},
    }


def _contents(parts: list[str]) -> str:
    rows = []
    for part in parts:
        steps = [step for parameter in law_part.parameters_of(part) for step in parameter.steps]
        doubtful = sum(step.is_doubtful for step in steps)
        title = f"[{in_cell(part_title(part))}]({part}.md)"
        rows.append([title, str(len(law_part.rules_of(part))), str(len(steps)), str(doubtful)])
    return page(
        "# Hukum · Law",
        "Tiap nilai mempunyai tanggal mulai, pasal, dan tanda terverifikasi atau belum. Yang belum terverifikasi ikut menandai setiap "
        "angka yang memakainya.",
        "*Each value has a first day, an article, and whether it was verified. What was not verified marks every figure it touches.*",
        "[Apa yang berubah pada tanggal itu](changes.md) · [Belum terverifikasi](unverified.md) · "
        "[Contoh terhitung](examples.md)",
        table(["bagian", "aturan", "nilai bertanggal", "belum terverifikasi"], rows),
        _inputs(),
    )


def _inputs() -> str:
    rows = [
        [code(i.name), in_cell(i.title), i.unit, "; ".join(f"{code(str(v))} {in_cell(w)}" for v, w in i.values.items())]
        for i in LAW.book.inputs.values()
    ]
    return page("## Masukan aturan · Inputs of rules", table(["masukan", "arti", "satuan", "nilai"], rows)).rstrip()


# ---- what changed on this date


def _changes() -> str:
    found = changes_between(LAW.book, dt.date(1990, 1, 1), dt.date(2100, 1, 1))
    days = [_day(on, list(of_day)) for on, of_day in groupby(found, lambda change: change.day)]
    return page(
        "# Apa yang berubah pada tanggal itu · What changed on this date",
        "Sama di terminal untuk masa mana pun: `semesta law changes 2019-01-01 2026-12-31`. ⚠ berarti belum terverifikasi.",
        "*The same in the terminal, for any time. ⚠ means not yet verified.*",
        *days,
    )


def _day(on: dt.date, changes: list[Change]) -> str:
    by_article: dict[str, list[Change]] = {}
    for change in changes:
        by_article.setdefault(change.article or "Tanpa pasal · No article", []).append(change)
    told = [f"**{article}**\n\n" + "\n".join(map(_change, of)) for article, of in by_article.items()]
    return page(f"## {day(on, 'id')} · {day(on, 'en')}", *told).rstrip()


def _change(change: Change) -> str:
    told = told_change(change, "id").replace(" belum terverifikasi", "")
    return f"- {told} · *{change.title.en}* ({code(change.name)})"


# ---- not yet verified


def _unverified() -> str:
    """By part; entries of one table with the same reason stand together."""
    doubts = groupby(LAW.unverified(), lambda d: part_of(LAW.book.parameters[d.parameter]))
    parts = [
        page(
            f"## {in_cell(part_title(part))}", table(["nilai", "sejak", "kunci", "catatan", "note"], _rows(list(of)))
        ).rstrip()
        for part, of in doubts
    ]
    return page(
        "# Belum terverifikasi · Not yet verified",
        "Nilai yang belum dilihat dalam naskah atau sumber yang disebut. Setiap hasil yang memakainya ditandai.",
        "*Values not seen in the text or source that is named. Every result that rests on one is marked.*",
        *parts,
    )


def _rows(doubts: list[Doubt]) -> list[list[str]]:
    rows = []
    for (name, since, note), of in groupby(doubts, lambda doubt: (doubt.parameter, doubt.since, doubt.note)):
        keys = [doubt.key for doubt in of if doubt.key is not None]
        shown = ", ".join(key_shown(key).id for key in keys)
        rows.append([code(name), str(since), shown, note.id, note.en])
    return rows
