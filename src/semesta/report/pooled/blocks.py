"""A pool in blocks of a document: who gives and takes today, what a year and the years together may bring, and what that rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from semesta.basics import shown
from semesta.basics.words import LANGS, Words, capital
from semesta.monev.balance import NATIONAL_POOL
from semesta.monev.pool import OUTSIDE
from semesta.planning.assumptions import Assumption
from semesta.planning.in_words import assumed_range
from semesta.planning.pooling.offices import LEVEL_95
from semesta.planning.pooling.prospect import AVERAGE_OF_POOL, Prospect, Together
from semesta.report import charts
from semesta.report.content import Block, Listed, Paragraph
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.pooled.told import (
    by_shock,
    given_and_taken,
    members,
    money,
    part,
    ratio,
    ratio_of,
    scope,
    sentence,
    stable,
)

MOST_DRAWN = 30
"""Offices in a chart; of more those with the widest range."""


def blocks(draft: Draft, one: Prospect, parts: Callable[[], Sequence[Block]] = tuple) -> list[Block]:
    """One pool: today, one year, all years, `parts` of its difference, and what they rest on."""
    name = scope(one.own, draft.lang)
    return [
        draft.section(f"Gotong royong {name}", f"Sharing in {name}"),
        _today(draft, one),
        _year(draft, one),
        *_chart(draft, one),
        *_years(draft, one),
        _carried(draft, one),
        *parts(),
        *_rests_on(draft, one),
    ]


def no_pool(draft: Draft, lacking: Sequence[Words]) -> list[Block]:
    """Why there is no pool, before what is told of the place alone."""
    points = tuple(draft.said(sentence(why)) for why in lacking)
    said = draft.say(
        "Kumpulan belum dapat dihitung; di bawah ini selisih wilayah ini sendiri.",
        "No pool can be reckoned yet; below stand the differences of this place alone.",
    )
    return [Paragraph(said), Listed((*points, draft.said(sentence(OUTSIDE)), draft.said(NATIONAL_POOL)))]


def _today(draft: Draft, one: Prospect) -> Block:
    own = one.own
    unknown = ", ".join(f"{name} ({draft.said(side)})" for name, side in own.unknown.items())
    missing = draft.say(
        f" Di luar hitungan karena datanya tidak ada: {unknown}; tulis 0 bila memang tidak ada kejadian.",
        f" Left out for lack of data: {unknown}; write 0 if there were none.",
    )
    today, ratio = draft.said(given_and_taken(one)), ratio_of(own, draft.lang)
    said = draft.say(
        f"Bersama manfaatnya {ratio} dari iuran. Dari {members(own, 'id')}, {today}.",
        f"Together claims are {ratio} of contributions. Of {members(own, 'en')}, {today}.",
    )
    return Paragraph(said + (missing if unknown else ""))


def _year(draft: Draft, one: Prospect) -> Block:
    lang, own = draft.lang, one.own
    columns = [
        text_column(draft.say("Kantor cabang", "Branch") if own.by_office else draft.say("Wilayah", "Region"), 2.6),
        number_column(draft.say("Iuran", "Contributions"), 1.1),
        number_column(draft.say("Manfaat", "Claims"), 1.1),
        number_column(draft.say("Manfaat dari iuran", "Claims of contributions"), 0.8),
        number_column(draft.say("Kasus (diharapkan setahun)", "Cases (expected a year)"), 1),
        number_column(draft.say("Peluang defisit setahun", "Chance of a deficit in a year"), 0.8),
        number_column(draft.say("Hasil terburuk 1 dari 200 tahun", "Worst result of 1 year in 200"), 1.2),
    ]
    rows = [
        (
            member.name,
            shown.rupiah(member.contributions, lang),
            shown.rupiah(member.claims, lang),
            ratio(member.contributions, member.claims, lang),
            _cases(draft, member.cases, found.expected_claims / one.average),
            part(found.deficit_in_a_year, lang),
            money(found.bad_year, lang),
        )
        for member, found in zip(own.members, one.outlook.offices, strict=True)
    ]
    pool = one.outlook.pool
    total = (
        draft.say("Kumpulan", "Pool"),
        shown.rupiah(sum(m.contributions for m in own.members), lang),
        shown.rupiah(sum(m.claims for m in own.members), lang),
        ratio_of(own, lang),
        _cases(draft, _all_cases(one), pool.expected_claims / one.average),
        part(pool.deficit_in_a_year, lang),
        money(pool.bad_year, lang),
    )
    period = shown.period(own.node.period, lang)
    caption = draft.say(
        f"Iuran dan manfaat {period}, dan yang mungkin terjadi dalam setahun",
        f"Contributions and claims of {period}, and what a year may bring",
    )
    key = f"pool.{own.node.programme}.{own.node.segment}.{own.node.funding}"
    return draft.table(key, caption, columns, rows, total=total, notes=[*_notes(draft, one)])


def _cases(draft: Draft, seen: int | None, expected: float) -> str:
    """ "20 (22,2)"."""
    told = draft.say("tidak disebut", "not said") if seen is None else shown.count(seen, draft.lang)
    return f"{told} ({shown.decimal(expected, draft.lang, 1)})"


def _all_cases(one: Prospect) -> int | None:
    known = [m.cases for m in one.own.members if m.cases is not None]
    return sum(known) if len(known) == len(one.own.members) else None


def _notes(draft: Draft, one: Prospect) -> list[str]:
    seeds = draft.say(
        f"{shown.count(one.outlook.scenarios, 'id')} skenario, benih {one.outlook.seed}; guncangan bersama "
        f"{shown.share(one.outlook.shock, 'id', 0)} setahun (asumsi)",
        f"{shown.count(one.outlook.scenarios, 'en')} scenarios, seed {one.outlook.seed}; a shared shock of "
        f"{shown.share(one.outlook.shock, 'en', 0)} a year (assumed)",
    )
    each = draft.say(
        f"biaya satu kasus {shown.rupiah(one.average, 'id')}", f"a case costs {shown.rupiah(one.average, 'en')}"
    )
    if AVERAGE_OF_POOL in one.notes:
        each += f", {draft.said(AVERAGE_OF_POOL)}"
    notes = [draft.said(note) for note in one.notes if note != AVERAGE_OF_POOL]
    by = draft.said(one.expected_by)
    expected = draft.say(
        f"yang diharapkan: {by}; jumlah kasus satu kantor dipercaya sejauh berbeda melebihi kebetulan (kredibilitas)",
        f"expected: {by}; the count of one office is trusted as far as it differs by more than chance (credibility)",
    )
    yearly = ""
    if one.own.months != 12:
        yearly = draft.say(
            f"periode {one.own.months} bulan disetarakan setahun untuk perkiraan",
            f"a period of {one.own.months} months is brought to a year for the outlook",
        )
    drawn = _drawing_error(one.outlook.scenarios)
    error = draft.say(
        f"galat undian pada peluang paling banyak {shown.share(drawn, 'id', 1)} (95 %)",
        f"drawing leaves chances an error of at most {shown.share(drawn, 'en', 1)} (95%)",
    )
    return [expected, each, *notes, yearly, draft.said(by_shock(one)), error, seeds]


def _drawing_error(scenarios: int) -> float:
    """Half the 95 % interval of a chance of one half from so many draws, the widest there is."""
    return LEVEL_95 / 2 / math.sqrt(scenarios)


def _chart(draft: Draft, one: Prospect) -> list[Block]:
    """The balance of each office after the last year: 5 %, the middle, 95 %."""
    found = [*one.outlook.offices, one.outlook.pool]
    widest = sorted(found[:-1], key=lambda o: o.ends[0] - o.ends[2])[:MOST_DRAWN]
    lang = draft.lang
    rows: list[charts.Range] = [
        {
            "name": o.name or draft.say("Kumpulan", "Pool"),
            "low": o.ends[0],
            "value": o.ends[1],
            "high": o.ends[2],
            "label": f"{money(o.ends[0], lang)} … {money(o.ends[2], lang)}",
        }
        for o in (*widest, found[-1])
    ]
    years = one.outlook.years
    short = sum(o.ends[0] < 0 for o in one.outlook.offices)
    caption = draft.say(
        f"Sesudah {years} tahun {short} dari {len(one.outlook.offices)} dapat berakhir di bawah nol",
        f"After {years} years {short} of {len(one.outlook.offices)} may end below zero",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)

    def drawn() -> Mapping[str, object]:
        title = draft.say(
            f"Saldo sesudah {years} tahun: 5 %, tengah, 95 %", f"Balance after {years} years: 5%, middle, 95%"
        )
        return charts.intervals(rows, value_title=title)

    rests = draft.say("saldo 5 %, tengah dan 95 % dari skenario", "balance at 5%, the middle and 95% of scenarios")
    expected = draft.say(f"harapan: {draft.said(one.expected_by)}", f"expected: {draft.said(one.expected_by)}")
    return [
        draft.chart(caption, drawn, text, "; ".join([rests, expected, *_notes(draft, one)[-1:], draft.said(OUTSIDE)]))
    ]


def _years(draft: Draft, one: Prospect) -> list[Block]:
    lang = draft.lang
    columns = [
        text_column(draft.say("Sesudah tahun ke-", "After year"), 0.8),
        number_column(draft.say("5 %", "5%"), 1),
        number_column(draft.say("Tengah", "Middle"), 1),
        number_column(draft.say("95 %", "95%"), 1),
    ]
    rows = [(str(year), *(money(n, lang) for n in three)) for year, three in enumerate(one.outlook.balance, 1)]
    pool = one.outlook.pool
    caption = draft.say(
        "Saldo kumpulan dari tahun ke tahun, dimulai dari nol",
        "The balance of the pool year by year, beginning with nil",
    )
    said = draft.say(
        f"Peluang saldo kumpulan pernah di bawah nol dalam {one.outlook.years} tahun: {part(pool.ever_below, 'id')}; "
        f"pada akhirnya: {part(pool.deficit_in_the_end, 'id')}.",
        f"The chance that the pool's balance is ever below zero within {one.outlook.years} years: "
        f"{part(pool.ever_below, 'en')}; in the end: {part(pool.deficit_in_the_end, 'en')}.",
    )
    return [draft.table(f"pool.years.{scope(one.own, lang)}", caption, columns, rows), Paragraph(said)]


def _carried(draft: Draft, one: Prospect) -> Block:
    found, lang = one.outlook.carried, draft.lang
    return Paragraph(
        draft.say(
            f"Rata-rata setahun yang berlebih memberi {money(found.gives, lang)}, yang kurang menerima "
            f"{money(found.takes, lang)}; terpikul bersama {money(found.carried, lang)}, tidak terpikul "
            f"{money(found.uncovered, lang)}.",
            f"In an average year those with more give {money(found.gives, lang)}, those with less take "
            f"{money(found.takes, lang)}; carried together {money(found.carried, lang)}, not carried "
            f"{money(found.uncovered, lang)}.",
        )
    )


def _rests_on(draft: Draft, one: Prospect) -> list[Block]:
    assumed = [draft.said(_assumed(a)) for a in one.assumptions]
    points = [draft.said(stable(one)), *assumed, draft.said(OUTSIDE), draft.said(NATIONAL_POOL)]
    return [Listed(tuple(f"{capital(p).rstrip('.')}." for p in points))]


def _assumed(one: Assumption) -> Words:
    """ "…: 0,15 (0,05–0,30)"."""
    return Words(*(f"{one.said(lang)}: {assumed_range(one.value, one.unit, lang)}" for lang in LANGS))


def together_blocks(draft: Draft, found: Sequence[Together]) -> list[Block]:
    """What the money of other segments does to the chance of a deficit; nothing where there is one segment only."""
    if len(found) < 2:
        return []
    lang = draft.lang
    columns = [
        text_column(draft.say("Segmen bersama", "Segments together"), 1.6),
        number_column(draft.say("Iuran setahun", "Contributions a year"), 1.2),
        number_column(draft.say("Manfaat dibanding iuran yang diharapkan", "Expected claims to contributions"), 1.2),
        number_column(draft.say("Peluang defisit setahun", "Chance of a deficit in a year"), 1),
    ]
    rows = [
        (
            " + ".join(one.segments),
            shown.rupiah(one.contributions, lang),
            shown.share(one.expected_ratio, lang, 1),
            part(one.deficit_in_a_year, lang),
        )
        for one in found
    ]
    caption = draft.say(
        "Pengaruh iuran segmen lain dalam program yang sama", "What the money of other segments of the programme does"
    )
    return [draft.table(f"pool.together.{'-'.join(found[-1].segments)}", caption, columns, rows)]
