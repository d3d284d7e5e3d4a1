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
        draft.say(f"{sources} sumber dana", f"{sources} sources"),
        str(year),
    )


def _short(draft: Draft, plan: Plan) -> list[KeyFigure]:
    """The first year's balance of the source that is short most, or that has most left."""
    known = [b for b in plan.budget.balances if b.year == plan.scenario.first and b.shortfall is not None]
    if not known:
        return []
    one = max(known, key=lambda balance: balance.shortfall or 0)
    short = one.shortfall or 0
    return [
        KeyFigure(
            draft.say("Kekurangan", "Short") if short > 0 else draft.say("Sisa", "Left"),
            shown.rupiah_short(abs(short), draft.lang),
            funding(one.funding, draft.lang),
            str(one.year),
        )
    ]


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
