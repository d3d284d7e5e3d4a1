"""How members into the years look in a plan: a table by year, deaths and money as lines, sheet and JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.assumptions import LIFE_TABLE
from semesta.planning.estimate import Estimate
from semesta.planning.parts.projection import PART, Ahead, YearAhead
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column
from semesta.report.rencana.names import group_in
from semesta.report.rencana.parts import Shown
from semesta.report.sheet import Sheet, said_all

ENOUGH = 3
"""Years from which there is a line to draw."""


def _blocks(draft: Draft, made: Ahead) -> list[Block]:
    return [
        draft.section("Anggota dari tahun ke tahun", "Members into the years"),
        _table(draft, made),
        *_chart(draft, made),
        Paragraph(draft.said(NATIONAL_POOL)),
    ]


def _table(draft: Draft, made: Ahead) -> Block:
    lang = draft.lang
    columns = [
        number_column(draft.say("Tahun", "Year"), 0.5),
        number_column(draft.say("Terlindungi awal tahun", "Covered at its start"), 1.1),
        number_column(draft.say("Iuran", "Contributions"), 1.1),
        number_column(draft.say("Di antaranya JKM", "Of which JKM"), 1.1),
        number_column(draft.say("Kematian", "Deaths"), 1.3),
        number_column(draft.say("Manfaat JKM", "JKM benefits"), 1.7),
    ]
    rows = [_row(one, lang) for one in made.years]
    name = group_in(made.group, lang)
    caption = draft.say(
        f"{name}: {shown.count(made.members, lang)} anggota dari tahun ke tahun, tanpa anggota baru",
        f"{name}: {shown.count(made.members, lang)} members into the years, nobody new",
    )
    return draft.table("plan.projection", caption, columns, rows, notes=_notes(draft, made))


def _row(one: YearAhead, lang: Lang) -> tuple[str, ...]:
    return (
        str(one.year),
        shown.count(round(one.living.central), lang),
        shown.rupiah_short(round(one.contributions.central), lang),
        shown.rupiah_short(round(one.jkm.central), lang) if one.jkm.central else "–",
        _range(one.deaths, lambda n: shown.decimal(n, lang, 1)),
        _range(one.benefits, lambda n: shown.rupiah_short(round(n), lang)) + ("" if one.verified else "*"),
    )


def _range(value: Estimate, said: Callable[[float], str]) -> str:
    return f"{said(value.central)} ({said(value.low)}–{said(value.high)})"


def _notes(draft: Draft, made: Ahead) -> list[str]:
    lang, first = draft.lang, made.years[0]
    leaving = shown.share(made.leaving, lang, 1)
    return [
        draft.said(LIFE_TABLE),
        draft.say(
            "yang diharapkan menurut tabel kematian; rendah dan tinggi dari pengalinya, tanpa kebetulan; ulang tahun tersebar merata",
            "as expected by the life table; low and high from its multiplier, without chance; birthdays spread evenly",
        ),
        draft.say(
            f"santunan penuh menurut hukum tahun itu ({shown.rupiah(first.grant, lang)} pada {first.year}) ditambah beasiswa (asumsi)",
            f"the full grant by the law of the year ({shown.rupiah(first.grant, lang)} in {first.year}) and scholarships (assumed)",
        ),
        draft.say(
            f"keluar karena sebab lain setahun: {leaving}" if made.leaving else "yang keluar tidak dihitung",
            f"leave for other causes in a year: {leaving}" if made.leaving else "those who leave are left out",
        ),
        draft.say(
            f"perlindungan berakhir pada usia {made.last_age}" if made.last_age else "tanpa batas usia",
            f"cover ends at the age of {made.last_age}" if made.last_age else "without a last age",
        ),
        *(f"{one.said(lang)}; {draft.say('asumsi', 'assumed')}" for one in made.assumptions),
    ]


def _chart(draft: Draft, made: Ahead) -> list[Block]:
    if len(made.years) < ENOUGH or not made.years[0].jkm.central:
        return []
    lang = draft.lang
    series = {
        draft.say("Iuran JKM", "JKM contributions"): [one.jkm.central for one in made.years],
        draft.say("Manfaat JKM yang diharapkan", "JKM benefits expected"): [one.benefits.central for one in made.years],
    }
    points: list[charts.Point] = [
        {
            "series": name,
            "period": str(one.year),
            "value": value,
            "label": shown.rupiah_short(round(value), lang),
        }
        for name, values in series.items()
        for one, value in zip(made.years, values, strict=True)
    ]
    first, last = made.years[0], made.years[-1]
    ratios = [shown.share(one.benefits.central / one.jkm.central, lang, 0) for one in (first, last)]
    caption = draft.say(
        f"Manfaat JKM dibanding iurannya: {ratios[0]} pada {first.year}, {ratios[1]} pada {last.year}",
        f"JKM benefits against contributions: {ratios[0]} in {first.year}, {ratios[1]} in {last.year}",
    )
    text = "; ".join(f"{point['series']} {point['period']}: {point['label']}" for point in points)

    def drawn() -> Mapping[str, object]:
        return charts.lines(points, value_title="Rupiah")

    names = "; ".join(one.title.said(lang) for one in made.assumptions)
    return [draft.chart(caption, drawn, text, draft.say(f"asumsi: {names}", f"assumed: {names}"))]


def _sheets(made: Ahead, lang: Lang) -> list[Sheet]:
    heads = (
        ("Tahun", "Year"),
        *(
            (f"{name.id}, {part.id}", f"{name.en}, {part.en}")
            for name in (LIVING, PAID, JKM, DEATHS, BENEFITS)
            for part in (Words("rendah", "low"), Words("tengah", "central"), Words("tinggi", "high"))
        ),
    )
    rows: list[list[Any]] = [
        [
            (one.year, "row"),
            *((n, "decimal") for n in _three(one.living)),
            *((round(n), "rupiah") for n in (*_three(one.contributions), *_three(one.jkm))),
            *((n, "decimal") for n in _three(one.deaths)),
            *((round(n), "rupiah") for n in _three(one.benefits)),
        ]
        for one in made.years
    ]
    title = PART.title.said(lang)
    return [Sheet(title, title, said_all(lang, *heads), rows)]


LIVING = Words("Terlindungi awal tahun", "Covered at start")
PAID = Words("Iuran", "Contributions")
JKM = Words("Iuran JKM", "JKM contributions")
DEATHS = Words("Kematian", "Deaths")
BENEFITS = Words("Manfaat JKM", "JKM benefits")


def _three(value: Estimate) -> tuple[float, float, float]:
    return value.low, value.central, value.high


def _data(made: Ahead, lang: Lang) -> Any:
    return {
        "group": made.group,
        "members": made.members,
        "last_age": made.last_age or None,
        "leaving": made.leaving,
        "years": [asdict(one) for one in made.years],
        "assumptions": {a.name: {**asdict(a.value), "source": a.source.said(lang)} for a in made.assumptions},
    }


SHOWN = Shown(PART, 65, _blocks, _sheets, _data)
