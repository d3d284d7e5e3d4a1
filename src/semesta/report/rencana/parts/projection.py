"""How members into the years look in a plan: a table by year, deaths and money as lines, sheet and JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.balance import NATIONAL_POOL
from semesta.planning.assumptions import LIFE_TABLE
from semesta.planning.estimate import Chanced
from semesta.planning.in_words import assumed_range, counted, in_millions, millions, share_range, with_range
from semesta.planning.parts.projection import PART, Ahead, YearAhead
from semesta.report import charts
from semesta.report.content import Block, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.rencana.names import funding, group
from semesta.report.rencana.parts import Shown
from semesta.report.rencana.rested_on import assumed_data, rested_on
from semesta.report.sheet import Sheet, said_all

ASSUMED = Words(
    "Asumsi anggota dari tahun ke tahun; bukan angka resmi", "Assumptions of members into the years; not official"
)
LIVING = Words("Terlindungi awal tahun", "Covered at start")
PAID = Words("Iuran", "Contributions")
JKM = Words("Iuran JKM", "JKM contributions")
DEATHS = Words("Kematian", "Deaths")
BENEFITS = Words("Manfaat JKM", "JKM benefits")


def _blocks(draft: Draft, made: Ahead) -> list[Block]:
    return [
        draft.section("Anggota dari tahun ke tahun", "Members into the years"),
        _table(draft, made),
        _causes(draft, made),
        *_chart(draft, made),
        rested_on(draft, "plan.projection.assumed", draft.said(ASSUMED), made.assumptions),
        Paragraph(draft.said(NATIONAL_POOL)),
    ]


def _table(draft: Draft, made: Ahead) -> Block:
    lang = draft.lang
    columns = [
        text_column(draft.say("Tahun", "Year"), 0.5),
        number_column(draft.say("Terlindungi awal tahun", "Covered at its start"), 1.3),
        number_column(draft.say("Iuran (Rp juta)", "Contributions (Rp million)"), 1.2),
        number_column(draft.say("Di antaranya JKM (Rp juta)", "Of which JKM (Rp million)"), 1.2),
        number_column(draft.say("Kematian", "Deaths"), 1),
        number_column(draft.say("Manfaat JKM (Rp juta)", "JKM benefits (Rp million)"), 1.4),
    ]
    rows = [_row(one, lang) for one in made.years]
    name = group(made.group, lang)
    caption = draft.say(
        f"{name}: {shown.count(made.members, lang)} anggota dari tahun ke tahun, tanpa anggota baru",
        f"{name}: {shown.count(made.members, lang)} members into the years, nobody new",
    )
    return draft.table("plan.projection", caption, columns, rows, notes=_notes(draft, made))


def _row(one: YearAhead, lang: Lang) -> tuple[str, ...]:
    return (
        str(one.year),
        counted(one.living, lang),
        millions(one.contributions, lang),
        millions(one.jkm, lang) if one.jkm.central else "–",
        with_range(one.deaths, _cases(one.deaths.central, lang)),
        millions(one.benefits, lang) + ("" if one.verified else "*"),
    )


def _cases(central: float, lang: Lang) -> Callable[[float], str]:
    """Ends that chance makes are whole numbers of people; what is expected need not be."""
    return lambda n: shown.decimal(n, lang, 0 if n == round(n) else 1)


def _persons(central: float, lang: Lang) -> Callable[[float], str]:
    return lambda n: shown.count(round(n), lang)


CAUSED: Sequence[tuple[str, Words, Callable[[float, Lang], Callable[[float], str]]]] = (
    ("living", LIVING, _persons),
    ("jkm", Words("Iuran JKM (Rp juta)", "JKM contributions (Rp million)"), in_millions),
    ("deaths", DEATHS, _cases),
    ("benefits", Words("Manfaat JKM (Rp juta)", "JKM benefits (Rp million)"), in_millions),
)
"""Of the table of causes: field of a year, what it is, how numbers around a central one are written."""


def _causes(draft: Draft, made: Ahead) -> Block:
    """Of the first and the last year, what the assumptions leave open, what chance does, and both."""
    lang = draft.lang
    columns = [
        text_column(draft.say("Tahun", "Year"), 0.5),
        text_column(draft.say("Angka", "Figure"), 1.3),
        number_column(draft.say("Tengah", "Central"), 0.8),
        number_column(draft.say("Asumsi saja", "Assumptions alone"), 1.1),
        number_column(draft.say("Kebetulan saja, 90 %", "Chance alone, 90%"), 1.1),
        number_column(draft.say("Keduanya", "Both"), 1.1),
    ]
    rows = [
        (str(one.year), draft.said(title), *_ends(getattr(one, name), written, lang))
        for one in dict.fromkeys((made.years[0], made.years[-1]))
        for name, title, written in CAUSED
        if getattr(one, name).central
    ]
    caption = draft.say(
        "Dari mana selangnya: yang tidak diketahui dari asumsi, dan kebetulan",
        "Where the ranges come from: what is not known of the assumptions, and chance",
    )
    notes = [
        draft.say(
            "asumsi: pengali kematian, yang keluar dan upah dari rendah sampai tinggi, menurut yang diharapkan. Kebetulan: tiap anggota "
            "meninggal atau keluar lepas dari yang lain, jumlah orang dari sebaran tepatnya, iuran mendekati normal; wabah dan bencana tidak termasuk",
            "assumptions: multiplier of deaths, leaving and wages from low to high, as expected. Chance: each member dies or leaves "
            "apart from the others, persons by their exact distribution, contributions nearly normal; epidemics and disasters left out",
        ),
        draft.say(
            "keduanya: dari 5 % pada asumsi yang paling rendah hasilnya sampai 95 % pada yang paling tinggi, jadi paling sedikit 90 % selama "
            "yang sebenarnya ada di antara rendah dan tinggi",
            "both: from 5% under the assumptions that give least to 95% under those that give most, so at least 90% while the truth lies "
            "between low and high",
        ),
    ]
    return draft.table("plan.projection.causes", caption, columns, rows, notes=notes)


def _ends(value: Chanced, written: Callable[[float, Lang], Callable[[float], str]], lang: Lang) -> tuple[str, ...]:
    """The central value, then the ends of what each cause leaves open."""
    said = written(value.central, lang)
    ends = ((said(one.low), said(one.high)) for one in (value.assumed, value.chance, value))
    return (said(value.central), *(low if low == high else f"{low}–{high}" for low, high in ends))


def _notes(draft: Draft, made: Ahead) -> list[str]:
    lang, first, leaving = draft.lang, made.years[0], made.leaving
    left = assumed_range(leaving, "share", lang)
    return [
        draft.say(
            "dalam kurung: asumsi dan kebetulan bersama; masing-masing dalam tabel berikut",
            "in brackets: assumptions and chance together; each alone in the next table",
        ),
        draft.said(LIFE_TABLE),
        draft.say(
            "yang diharapkan menurut tabel kematian dan pengalinya; ulang tahun tersebar merata",
            "as expected by the life table and its multiplier; birthdays spread evenly",
        ),
        _against_segment(draft, made),
        draft.say(
            f"santunan penuh menurut hukum tahun itu ({shown.rupiah(first.grant, lang)} pada {first.year}) ditambah beasiswa (asumsi)",
            f"the full grant by the law of the year ({shown.rupiah(first.grant, lang)} in {first.year}) and scholarships (assumed)",
        ),
        draft.say(
            f"keluar karena sebab lain setahun: {left} (asumsi)" if leaving.high else "yang keluar tidak dihitung",
            f"leave for other causes in a year: {left} (assumed)" if leaving.high else "those who leave are left out",
        ),
        draft.say(
            f"iuran dan perlindungan dua belas bulan setahun, dengan harga bagi {funding(made.funding, lang)}",
            f"contributions and cover of twelve months a year, at the price for {funding(made.funding, lang)}",
        ),
        draft.say(
            f"perlindungan berakhir pada usia {made.last_age}" if made.last_age else "tanpa batas usia",
            f"cover ends at the age of {made.last_age}" if made.last_age else "without a last age",
        ),
    ]


def _against_segment(draft: Draft, made: Ahead) -> str:
    """Why deaths differ from those of expected claims, which without ages are the segment's."""
    lang, first, usual = draft.lang, made.years[0], made.segment_deaths
    if not first.person_months.central:
        return ""
    own = shown.decimal(12_000 * first.deaths.central / first.person_months.central, lang, 1)
    of_segment = assumed_range(usual.value, usual.unit, lang)
    return draft.say(
        f"kematian {first.year} menurut umur dan jenis kelamin anggota ini {own} per 1.000 orang-tahun; rata-rata segmennya, yang dipakai "
        f"manfaat yang diharapkan bila umur tidak disebut, {of_segment} (asumsi)",
        f"deaths of {first.year} by the ages and sexes of these members {own} per 1,000 person-years; the average of the segment, used by "
        f"expected claims where no ages are said, {of_segment} (assumed)",
    )


def _chart(draft: Draft, made: Ahead) -> list[Block]:
    if len(made.years) < charts.LEAST_PERIODS or not made.years[0].jkm.central:
        return []
    lang = draft.lang
    series = {
        draft.say("Iuran JKM", "JKM contributions"): [one.jkm for one in made.years],
        draft.say("Manfaat JKM yang diharapkan", "JKM benefits expected"): [one.benefits for one in made.years],
    }
    points: list[charts.Point] = [
        {
            "series": name,
            "period": str(one.year),
            "value": value.central,
            "label": shown.rupiah_short(round(value.central), lang),
            "low": value.low,
            "high": value.high,
        }
        for name, values in series.items()
        for one, value in zip(made.years, values, strict=True)
    ]
    first, last = made.years[0], made.years[-1]
    ratios = [_ratio(one, lang) for one in (first, last)]
    caption = draft.say(
        f"Tanpa anggota baru, manfaat JKM dibanding iurannya: {ratios[0]} pada {first.year}, {ratios[1]} pada {last.year}",
        f"With nobody new, JKM benefits against contributions: {ratios[0]} in {first.year}, {ratios[1]} in {last.year}",
    )
    text = "; ".join(
        f"{name} {one.year}: {with_range(value, lambda n: shown.rupiah_short(round(n), lang))}"
        for name, values in series.items()
        for one, value in zip(made.years, values, strict=True)
    )

    def drawn() -> Mapping[str, object]:
        return charts.lines(points, value_title=draft.say("Rupiah setahun", "Rupiah a year"))

    names = "; ".join(one.title.said(lang) for one in made.assumptions)
    source = draft.say(
        f"garis: yang diharapkan; pita: asumsi dan kebetulan bersama. Asumsi: {names}",
        f"line: what is expected; band: assumptions and chance together. Assumed: {names}",
    )
    return [draft.chart(caption, drawn, text, source)]


def _ratio(one: YearAhead, lang: Lang) -> str:
    """Expected benefits against the contributions expected, and what the range of the benefits makes of it."""
    return share_range(one.benefits.at(lambda amount: amount / one.jkm.central), lang, 0)


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
            *((n, "decimal") for n in one.living),
            *((round(n), "rupiah") for n in (*one.contributions, *one.jkm)),
            *((n, "decimal") for n in one.deaths),
            *((round(n), "rupiah") for n in one.benefits),
        ]
        for one in made.years
    ]
    title = PART.title.said(lang)
    return [Sheet(title, title, said_all(lang, *heads), rows, repeated=1), _sheet_of_causes(made, lang)]


def _sheet_of_causes(made: Ahead, lang: Lang) -> Sheet:
    heads = (
        ("Tahun", "Year"),
        ("Angka", "Figure"),
        ("Tengah", "Central"),
        ("Asumsi saja, rendah", "Assumptions alone, low"),
        ("Asumsi saja, tinggi", "Assumptions alone, high"),
        ("Kebetulan saja, 5 %", "Chance alone, 5%"),
        ("Kebetulan saja, 95 %", "Chance alone, 95%"),
        ("Keduanya, rendah", "Both, low"),
        ("Keduanya, tinggi", "Both, high"),
    )
    rows: list[list[Any]] = [
        [
            (one.year, "row"),
            (title.said(lang), "text"),
            (value.central, style),
            *((n, style) for each in (value.assumed, value.chance, value) for n in (each.low, each.high)),
        ]
        for one in made.years
        for title, value, style in (
            (LIVING, one.living, "decimal"),
            (PAID, one.contributions, "rupiah"),
            (JKM, one.jkm, "rupiah"),
            (DEATHS, one.deaths, "decimal"),
            (BENEFITS, one.benefits, "rupiah"),
        )
    ]
    name = Words("Asal selang", "Causes of ranges").said(lang)
    return Sheet(name, name, said_all(lang, *heads), rows)


def _data(made: Ahead, lang: Lang) -> Any:
    """Of each figure low and high hold for assumptions and chance together; `assumed` and `chance` for each alone."""
    return {
        "group": made.group,
        "members": made.members,
        "last_age": made.last_age or None,
        "leaving": made.leaving.central,
        "leaving_range": asdict(made.leaving),
        "years": [asdict(one) for one in made.years],
        "assumptions": assumed_data(made.assumptions, lang),
    }


SHOWN = Shown(PART, 65, _blocks, _sheets, _data, lambda made: (*made.assumptions, made.segment_deaths))
