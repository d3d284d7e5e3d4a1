"""Contributions less claims in price, portfolio and chance: one difference trait by trait, or every member of a pool in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.planning.deficit import Deficit
from semesta.planning.in_words import lowered
from semesta.planning.pooling.parted import OWN, Parted
from semesta.planning.portfolio import Part
from semesta.report import charts
from semesta.report.content import Block, Paragraph, TableColumn
from semesta.report.laporan.draft import Draft, number_column, text_column
from semesta.report.pooled.told import (
    CHANCE,
    cases_expected,
    expected,
    luck,
    members,
    part,
    ratio_open,
    scope,
    sentence,
)
from semesta.report.rencana.names import UNKNOWN

MOST_COLUMNS = 5
"""Of so many members each has a column of its own."""
WHAT_CHANCE_HOLDS = Words(
    "kebetulan memuat juga semua yang belum diketahui: bagian portofolio tanpa angka tidak berarti nol",
    "chance also holds whatever is not known: a trait of the portfolio without a figure is not zero",
)


def blocks(draft: Draft, one: Parted) -> list[Block]:
    """The members of a pool in a table and its traits in another; of a place alone the traits with its total."""
    name = scope(one.own, draft.lang)
    if len(one.members) == 1:
        return [
            draft.section(f"Selisih {name} dalam tiga bagian", f"The difference of {name} in three parts"),
            *single(draft, one.known[0], f"parts.{name}", also=[one.not_listed] if one.not_listed else []),
        ]
    return [_members(draft, one), _traits(draft, one)] if one.known else []


def single(draft: Draft, one: Deficit, key: str, also: Sequence[Words] = ()) -> list[Block]:
    """One difference: price, each trait of the portfolio, chance, and what they come to."""
    rows = [
        (
            draft.say("Harga: yang diharapkan pada iuran ini", "Price: as expected at these contributions"),
            shown.rupiah(one.price, draft.lang),
            _price_between(draft, one),
        ),
        *_rows(draft, one.parts),
        (
            draft.said(CHANCE),
            shown.rupiah(one.chance, draft.lang),
            _likely(draft, one),
        ),
    ]
    total = (
        draft.say("Iuran dikurangi manfaat", "Contributions less claims"),
        shown.rupiah(one.result, draft.lang),
        "",
    )
    caption = draft.say("Selisih iuran dan manfaat dalam tiga bagian", "Contributions less claims in three parts")
    lucky = luck(one)
    told: list[Block] = [Paragraph(draft.said(lucky))] if lucky else []
    notes = [
        draft.said(expected(one.expectation)),
        draft.said(ratio_open(one)),
        draft.said(WHAT_CHANCE_HOLDS),
        *(draft.said(note) for note in also),
    ]
    return [draft.table(key, caption, _columns(draft), rows, total=total, notes=notes), *told, _chart(draft, one)]


def _chart(draft: Draft, one: Deficit) -> Block:
    """The parts that have an amount, the largest said."""
    lang = draft.lang
    known = [
        (Words("Harga", "Price"), one.price),
        *((trait.name, trait.amount) for trait in one.parts if trait.amount is not None),
        (CHANCE, one.chance),
    ]
    rows: list[charts.Bar] = [
        {"name": draft.said(name), "value": float(amount), "label": shown.rupiah_short(amount, lang)}
        for name, amount in known
    ]
    most = max(known, key=lambda each: abs(each[1]))
    name = lowered(most[0])
    caption = draft.say(
        f"Bagian terbesar dari selisih: {name.id}, {shown.rupiah_short(most[1], 'id')}",
        f"The largest part of the difference: {name.en}, {shown.rupiah_short(most[1], 'en')}",
    )
    text = "; ".join(f"{row['name']}: {row['label']}" for row in rows)
    source = f"{draft.said(expected(one.expectation))}; {draft.said(ratio_open(one))}"
    title = draft.say("Rupiah; di bawah nol menambah defisit", "Rupiah; below zero adds to a deficit")
    return draft.chart(caption, lambda: charts.diverging(rows, value_title=title, lang=lang), text, source)


def _price_between(draft: Draft, one: Deficit) -> str:
    """The price when claims are expected at either end of their range."""
    ratio = one.expectation.ratio
    central = draft.say(
        f"manfaat {shown.share(ratio.central, 'id', 1)} dari iuran",
        f"claims {shown.share(ratio.central, 'en', 1)} of contributions",
    )
    if ratio.low == ratio.high:
        return central
    low, high = (round(one.contributions * (1 - end)) for end in (ratio.high, ratio.low))
    return central + draft.say(
        f"; {shown.rupiah(low, 'id')} sampai {shown.rupiah(high, 'id')} bila {shown.share(ratio.high, 'id', 1)} atau "
        f"{shown.share(ratio.low, 'id', 1)}",
        f"; {shown.rupiah(low, 'en')} to {shown.rupiah(high, 'en')} at {shown.share(ratio.high, 'en', 1)} or "
        f"{shown.share(ratio.low, 'en', 1)}",
    )


def _columns(draft: Draft) -> list[TableColumn]:
    return [
        text_column(draft.say("Bagian", "Part"), 1.5),
        number_column(draft.say("Rupiah", "Rupiah"), 1.1),
        text_column(draft.say("Berdasarkan", "Resting on"), 2.4),
    ]


def _rows(draft: Draft, parts: Sequence[Part]) -> Iterator[tuple[str, str, str]]:
    for one in parts:
        missing = draft.say("tidak ada", "none") if one.has_none else draft.said(UNKNOWN)
        amount = missing if one.amount is None else shown.rupiah(one.amount, draft.lang)
        yield draft.say("Portofolio: ", "Portfolio: ") + draft.said(lowered(one.name)), amount, draft.said(one.said)


def _likely(draft: Draft, one: Deficit) -> str:
    seen = cases_expected(one)
    if seen is None or one.probability is None:
        return draft.say("jumlah kasus tidak diketahui", "number of cases not known")
    return draft.said(seen) + draft.say(
        f"; peluang sebanyak itu atau lebih {part(one.probability, 'id')}",
        f"; chance of so many or more {part(one.probability, 'en')}",
    )


def _members(draft: Draft, one: Parted) -> Block:
    lang, own = draft.lang, one.own
    shows = any(found.portfolio is not None for found in one.known)
    columns = [
        text_column(
            draft.say("Kantor cabang", "Branch") if own.by_office else draft.say("Wilayah", "Region"),
            2 if shows else 2.4,
        ),
        number_column(draft.say("Iuran dikurangi manfaat", "Contributions less claims"), 1.2),
        number_column(draft.say("Harga", "Price"), 1.2),
        *([number_column(draft.say("Portofolio", "Portfolio"), 1.1)] if shows else []),
        number_column(draft.say("Kebetulan", "Chance"), 1.2),
        number_column(draft.say("Peluang sebanyak itu atau lebih", "Chance of so many or more"), 1),
    ]
    rows = []
    for member, found in zip(own.members, one.members, strict=True):
        if found is None:
            rows.append((member.name, *[draft.said(UNKNOWN)] * (len(columns) - 1)))
            continue
        portfolio = [found.portfolio] if shows else []
        amounts = _amounts(draft, found.result, found.price, *portfolio, found.chance)
        likely = draft.said(UNKNOWN) if found.probability is None else part(found.probability, lang)
        rows.append((member.name, *amounts, likely))
    caption = draft.say(
        f"Selisih tiap anggota dari {members(own, lang)} dalam tiga bagian",
        f"The difference of each of {members(own, lang)} in three parts",
    )
    notes = [draft.said(expected(one.expectation)), draft.said(WHAT_CHANCE_HOLDS)]
    if one.expectation.source == OWN:
        notes.append(
            draft.say(
                "seluruh kumpulan diukur terhadap dirinya sendiri, jadi pada jumlahnya portofolio dan kebetulan bersama-sama nol, "
                "selain pembulatan",
                "the whole pool is held against itself, so that in its sum portfolio and chance together are nil, but for rounding",
            )
        )
    total = _sum(draft, one, shows=shows)
    return draft.table(f"parts.{scope(own, lang)}", caption, columns, rows, total=total, notes=notes)


def _sum(draft: Draft, one: Parted, *, shows: bool) -> tuple[str, ...]:
    known = one.known
    amounts = _amounts(
        draft,
        sum(found.result for found in known),
        sum(found.price for found in known),
        *([sum(found.portfolio or 0 for found in known)] if shows else []),
        sum(found.chance for found in known),
    )
    return (draft.say("Kumpulan", "Pool"), *amounts, "")


def _amounts(draft: Draft, *amounts: int | None) -> tuple[str, ...]:
    return tuple(draft.said(UNKNOWN) if one is None else shown.rupiah(one, draft.lang) for one in amounts)


def _traits(draft: Draft, one: Parted) -> Block:
    """What of the portfolio is known, and what data would tell the rest: a table where anything is, else a sentence."""
    if all(trait.amount is None for trait in one.parts):
        lacking = "; ".join(f"{draft.said(lowered(trait.name))}: {draft.said(trait.said)}" for trait in one.parts)
        why = f" {draft.said(sentence(one.not_listed))}" if one.not_listed else ""
        return Paragraph(
            draft.say(
                f"Portofolio belum dapat dihitung: {lacking}.", f"The portfolio cannot be reckoned yet: {lacking}."
            )
            + why
        )
    notes = [draft.said(one.not_listed)] if one.not_listed else []
    key = f"traits.{scope(one.own, draft.lang)}"
    if len(one.own.members) > MOST_COLUMNS:
        caption = draft.say(
            "Portofolio seluruh kumpulan, sifat demi sifat", "The portfolio of the whole pool, trait by trait"
        )
        each = draft.say("tiap anggota ada dalam lembar Tiga bagian", "each member stands in the sheet Three parts")
        return draft.table(key, caption, _columns(draft), list(_rows(draft, one.parts)), notes=[*notes, each])
    names = [member.name for member in one.own.members]
    columns = [text_column(draft.say("Sifat", "Trait"), 1.8), *(number_column(name, 1.1) for name in names)]
    rows = [
        (draft.said(trait.name), *(_amount(draft, found, n) for found in one.members))
        for n, trait in enumerate(one.parts)
    ]
    caption = draft.say("Portofolio tiap anggota, sifat demi sifat", "The portfolio of each member, trait by trait")
    return draft.table(key, caption, columns, rows, notes=notes)


def _amount(draft: Draft, found: Deficit | None, number: int) -> str:
    trait = found.parts[number] if found else None
    if trait is None or trait.amount is None:
        return draft.say("tidak ada", "none") if trait is not None and trait.has_none else draft.said(UNKNOWN)
    return shown.rupiah(trait.amount, draft.lang)
