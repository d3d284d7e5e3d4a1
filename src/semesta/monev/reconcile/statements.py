"""Figures as somebody said them, held against the data with the words they were said in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

from semesta.basics.period import Period
from semesta.basics.words import Words, same
from semesta.monev.agreement import Quantity, Verdict, Wording, verdict
from semesta.monev.figure import Figure
from semesta.monev.figures import Figures
from semesta.monev.indicator import Indicator
from semesta.monev.persons import MEMBERS, POPULATION
from semesta.monev.reconcile.parts_total import failed_sum, node_of, part_title
from semesta.monev.regions import MOST_DAYS_APART
from semesta.monev.registry import INDICATORS
from semesta.monev.said import as_said, in_brackets, roughly, stated_when, titled, what
from semesta.monev.stocks import POSITION
from semesta.monev.value import Correction, Finding, Node, Value
from semesta.tables.table import step_column

DATED_BY_PERIOD = {"contributions", "claims", "billing", "compliance", "budgets", "targets"}
"""Tables of which an earlier day changes nothing: their rows name the period, be it a single day, or the year they speak of."""


def statement_findings(figures: Figures, values: Sequence[Value]) -> list[Finding]:
    """A finding for each statement that the data contradict, or that is true but loose."""
    frame = figures.frame("statements")
    if frame is None:
        return []
    by_indicator: dict[str, list[Value]] = {}
    for each in values:
        by_indicator.setdefault(each.indicator, []).append(each)
    on = cache(lambda day: figures if day is None or day >= figures.as_of else replace(figures, as_of=day))
    found = []
    for row in frame.iter_rows(named=True):
        spoken_of = _spoken_of(row, by_indicator.get(row["indicator"], []))
        then = on(row["as_of"])
        value = _as_it_was(then, spoken_of) if spoken_of is not None and then is not figures else spoken_of
        if value is not None and value.value is not None:
            found.append(_checked(then, row, value, value.value))
    return [finding for finding in found if finding is not None]


def _as_it_was(then: Figures, value: Value) -> Value | None:
    """The value by the data of the statement's own day; None when they lie more than six months before it."""
    card = INDICATORS[value.indicator]
    if value.value is None or set(card.tables) & DATED_BY_PERIOD or not _is_day(value.node.period):
        return value
    earlier = card.value(then, value.node.at(period=""))
    if earlier is None or not _is_day(earlier.node.period):
        return earlier
    seen = dt.date.fromisoformat(earlier.node.period)
    return earlier if abs((then.as_of - seen).days) <= MOST_DAYS_APART else None


def _is_day(period: str) -> bool:
    return len(period) == 10 and period.count("-") == 2


def _checked(figures: Figures, row: Mapping[str, Any], value: Value, amount: int | float) -> Finding | None:
    wording = cast(Wording, row["wording"] or "exactly")
    stated = Quantity(row["stated"], row.get(step_column("stated")) or 0)
    figure = _figure(figures, value)
    computed = Quantity(amount, value.step)
    judged = verdict(stated, computed, wording)
    if judged == "agrees" or _may_be_so(stated, value, amount):
        return None
    if judged == "contradicts" and wording == "exactly" and figure is not None and len(figure.cells) > 1:
        return _failed_sum(figures, row, value, figure)
    return _finding(figures, row, value, stated, computed, judged)


def _may_be_so(stated: Quantity, value: Value, amount: int | float) -> bool:
    """Whether the data leave room for what was said: between bounds, or above a sum of which parts are missing."""
    if "partial" not in value.status:  # the interval of a ratio with few cases leaves no doubt of what was paid
        return False
    tolerance = float(stated.tolerance) + value.step / 2
    if value.low is not None and value.high is not None:
        return value.low - tolerance <= stated.amount <= value.high + tolerance
    return value.denominator is not None or stated.amount >= amount - tolerance


def _spoken_of(row: Mapping[str, Any], values: Sequence[Value]) -> Value | None:
    """The value a statement speaks of: what it leaves open is open, and the first such value is the headline."""
    named = {k: row[k] for k in ("group", "programme", "funding") if row[k]}
    universe = row.get("universe") or ""
    for value in values:
        node = value.node
        if (
            node.place == row["place"]
            and all(getattr(node, k) == code for k, code in named.items())
            and (not universe or node.universe == universe)
            and _same_time(row, node)
        ):
            return value
    return None


def _same_time(row: Mapping[str, Any], node: Node) -> bool:
    if row["period"]:
        return bool(node.period == row["period"])
    if row["year"]:
        return bool(node.period) and Period.parse(node.period).end.year == row["year"]
    return True


def _figure(figures: Figures, value: Value) -> Figure | None:
    """The cells behind a value that is a plain sum; None for those that are computed from several."""
    node = value.node
    if value.indicator == "population":
        return figures.persons.population(node)
    if value.indicator in ("registered", "active"):
        return figures.persons.members(node, value.indicator)  # type: ignore[arg-type]
    if value.indicator in figures.amounts.flows:
        return figures.amounts.at(value.indicator, node)
    return None


def _names(figures: Figures, indicator: str) -> Sequence[str]:
    if indicator == "population":
        return POPULATION
    return MEMBERS if indicator in ("registered", "active") else figures.amounts.flows[indicator].cube.names


def _failed_sum(figures: Figures, row: Mapping[str, Any], value: Value, figure: Figure) -> Finding:
    """A printed total that is not the sum of its parts: a contradiction between total and parts like any other."""
    card = INDICATORS[value.indicator]
    names = _names(figures, value.indicator)
    nodes = [(node_of(cell, names, value.node.period), cell) for cell in figure.cells]
    finding = failed_sum(
        figures,
        card,
        value.node,
        title=what(card.title, value.node, figures.places),
        stated=_whole(row["stated"]),
        computed=value.value or 0,
        parts=[(part_title(figures, card, value.node, node), cell) for node, cell in nodes],
        sources=[row["source"] or "", *value.sources],
        rows=[("statements", row[POSITION]), *value.rows],
    )
    return replace(finding, kind="figures.parts_total")


def _finding(
    figures: Figures, row: Mapping[str, Any], value: Value, stated: Quantity, computed: Quantity, judged: Verdict
) -> Finding:
    card = INDICATORS[value.indicator]
    loose = judged == "loose"
    said, found = _whole(stated.amount), computed.amount
    return Finding(
        kind="figures.loose" if loose else "figures.statement",
        severity="info" if loose else "error",
        place=value.node.place,
        quantity=value.indicator,
        message=_message(figures, row, card, value, stated, computed, loose=loose),
        stated=said,
        computed=found,
        difference=said - found,
        corrections=()
        if loose
        else (Correction(card.name, what(card.title, value.node, figures.places), said, found),),
        sources=tuple(dict.fromkeys([row["source"], *value.sources] if row["source"] else value.sources)),
        node=value.node,
        rows=() if loose else (("statements", row[POSITION]), *value.rows),
    )


def _message(
    figures: Figures,
    row: Mapping[str, Any],
    card: Indicator,
    value: Value,
    stated: Quantity,
    computed: Quantity,
    *,
    loose: bool,
) -> Words:
    title = titled(card.title, value.node, figures.places)
    said = as_said(row["wording"] or "exactly", replace(stated, amount=_whole(stated.amount)), card.unit)
    # Both sides of a difference may be rounded: the amounts it rests on decide how it is said.
    rests_on = [Quantity(n) for n in (value.numerator, value.denominator) if n is not None]
    found = roughly(computed.amount, card.unit, computed, *rests_on)
    then, now = stated_when(row), in_brackets(value.node.period)
    then = then if then != now else same("")
    if loose:
        return Words(
            f"{title.id}: pernyataan “{said.id}”{then.id} benar tetapi longgar; menurut data {found.id}{now.id}.",
            f"{title.en}: the statement “{said.en}”{then.en} is true but loose; by the data {found.en}{now.en}.",
        )
    return Words(
        f"{title.id}: pernyataan “{said.id}”{then.id} tidak sejalan dengan data, {found.id}{now.id}.",
        f"{title.en}: the statement “{said.en}”{then.en} does not agree with the data, {found.en}{now.en}.",
    )


def _whole(amount: int | float) -> int | float:
    return int(amount) if isinstance(amount, float) and amount.is_integer() else amount


FINDINGS = statement_findings
