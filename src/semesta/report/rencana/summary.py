"""What a plan comes to in a few figures."""

from __future__ import annotations

from semesta.basics import lists, shown
from semesta.planning.path import Path
from semesta.planning.plan import Plan
from semesta.report.content import Block, KeyFigure, KeyFigures
from semesta.report.laporan.draft import Draft
from semesta.report.rencana.names import funding


def summary(draft: Draft, plan: Plan) -> list[Block]:
    """Persons, need, what is short, and the first target."""
    return [KeyFigures((_persons(draft, plan), _need(draft, plan), *_short(draft, plan), *_target(draft, plan)))]


def _persons(draft: Draft, plan: Plan) -> KeyFigure:
    year = plan.scenario.first
    found = plan.budget.of_year(year)
    added = shown.count(sum(one.added for one in found), draft.lang)
    return KeyFigure(
        draft.say("Dilindungi", "Covered"),
        shown.count(sum(one.persons for one in found), draft.lang) + draft.say(" orang", " persons"),
        draft.say(f"di antaranya {added} baru", f"of them {added} new"),
        str(year),
    )


def _need(draft: Draft, plan: Plan) -> KeyFigure:
    year = plan.scenario.first
    whole = sum(one.amount for one in plan.budget.of_year(year))
    sources = len({one.payer.funding for one in plan.budget.of_year(year)})
    return KeyFigure(
        draft.say("Kebutuhan iuran", "Contributions needed"),
        shown.rupiah_short(whole, draft.lang),
        _sources(draft, sources),
        str(year),
    )


def _short(draft: Draft, plan: Plan) -> list[KeyFigure]:
    """What lacks in the first year in which money does; where none does, what is left in the first."""
    short, first = plan.budget.shortages(), plan.scenario.first
    if not any(one.money is not None for one in plan.budget.balances):
        return []
    if not short:
        return _left(draft, plan)
    year, last = min(short), max(short)
    sources = [one.funding for one in plan.budget.balances if one.year == year and (one.shortfall or 0) > 0]
    more = [
        draft.say(f"cukup sampai {year - 1}", f"enough until {year - 1}") if year > first else "",
        f"{last}: {shown.rupiah_short(short[last], draft.lang)}" if last > year else "",
    ]
    return [
        KeyFigure(
            draft.say("Kekurangan", "Short"),
            shown.rupiah_short(short[year], draft.lang),
            funding(sources[0], draft.lang) if len(sources) == 1 else _sources(draft, len(sources)),
            str(year),
            ", ".join(filter(None, more)),
            draft.say("dana kurang", "money falls short"),
        )
    ]


def _left(draft: Draft, plan: Plan) -> list[KeyFigure]:
    """Of the first year, of the source that has least left."""
    known = [one for one in plan.budget.balances if one.year == plan.scenario.first and one.shortfall is not None]
    if not known:
        return []
    least = max(known, key=lambda one: one.shortfall or 0)
    of_several = draft.say(f", terkecil dari {len(known)} sumber", f", least of {len(known)} sources")
    return [
        KeyFigure(
            draft.say("Sisa", "Left"),
            shown.rupiah_short(-(least.shortfall or 0), draft.lang),
            funding(least.funding, draft.lang) + (of_several if len(known) > 1 else ""),
            str(least.year),
            draft.say(f"cukup sampai {plan.scenario.last}", f"enough until {plan.scenario.last}"),
        )
    ]


def _sources(draft: Draft, number: int) -> str:
    return draft.say(f"{number} sumber dana", f"{number} source{'' if number == 1 else 's'}")


def _target(draft: Draft, plan: Plan) -> list[KeyFigure]:
    if not plan.paths:
        return []
    one = plan.paths[0]
    last = one.steps[-1]
    return [
        KeyFigure(
            lists.TARGET_DOCUMENTS[one.target.document].title.said(draft.lang),
            shown.count(last.wanted - one.target.covered, draft.lang) + draft.say(" peserta baru", " new members"),
            draft.say(
                f"rencana ini {shown.count(last.planned - one.target.covered, 'id')}",
                f"this plan {shown.count(last.planned - one.target.covered, 'en')}",
            ),
            draft.say(f"sampai {last.year}", f"until {last.year}"),
            _open(draft, one),
        )
    ]


def _open(draft: Draft, one: Path) -> str:
    """What the growth of the population leaves open of those who are new."""
    wanted, covered = one.steps[-1].wanted_range, one.target.covered
    if wanted.low == wanted.high:
        return ""
    low, high = (shown.count(round(end) - covered, draft.lang) for end in (wanted.low, wanted.high))
    return draft.say(f"{low}–{high} menurut asumsi penduduk", f"{low}–{high} by the population assumed")
