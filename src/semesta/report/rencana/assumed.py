"""What the plan rests on: every assumption with its source, the law it takes as lasting, and what is left out."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.planning.fields import Assumed
from semesta.planning.in_words import assumed_each, assumed_range, lowered
from semesta.planning.plan import Plan
from semesta.planning.sensitivity import OWN, own_assumptions, title_of, unit_of
from semesta.report.content import Block, Listed
from semesta.report.laporan.draft import Draft, number_column, text_column

LEFT_OUT = {
    "growth": Words("penduduk dianggap tetap", "the population is taken as it is"),
    "wage_growth": Words("upah dianggap tetap", "wages are taken as they are"),
    "leaving": Words("yang keluar tidak dihitung", "those who leave are left out"),
}


def assumed(draft: Draft, plan: Plan) -> list[Block]:
    """The assumptions of the scenario; none of them is official."""
    scenario = plan.scenario
    every = {**own_assumptions(scenario), **scenario.assumptions}
    rows = [_row(draft, name, one) for name, one in every.items()]
    columns = [
        text_column(draft.say("Asumsi", "Assumption"), 1.8),
        number_column(draft.say("Rendah", "Low"), 0.7),
        number_column(draft.say("Tengah", "Central"), 0.7),
        number_column(draft.say("Tinggi", "High"), 0.7),
        text_column(draft.say("Sumber dan cara menghitung", "Source and how it is counted"), 2.2),
    ]
    caption = draft.say("Asumsi rencana; bukan angka resmi", "Assumptions of the plan; not official figures")
    table = [draft.table("plan.assumed", caption, columns, rows)] if rows else []
    return [draft.section("Asumsi dan batas", "Assumptions and limits"), *table, Listed(tuple(_limits(draft, plan)))]


def assumptions_told(draft: Draft, plan: Plan, *names: str) -> str:
    """ "asumsi: pertumbuhan penduduk setahun 1,0 % (0,5–1,5 %)": those of them that the scenario makes, for under a chart."""
    own = own_assumptions(plan.scenario)
    said = [
        f"{draft.said(lowered(OWN[name]))} {assumed_range(own[name].value, unit_of(name), draft.lang)}"
        for name in names
        if name in own
    ]
    return draft.say("asumsi: ", "assumed: ") + ", ".join(said) if said else ""


def _row(draft: Draft, name: str, one: Assumed) -> tuple[str, ...]:
    basis = f"{one.source}; {one.basis}" if one.basis else one.source
    return (draft.said(title_of(name)), *assumed_each(one.value, unit_of(name), draft.lang), basis)


def _limits(draft: Draft, plan: Plan) -> list[str]:
    scenario = plan.scenario
    said = [
        draft.say(
            f"Hukum yang tercatat hari ini dianggap tetap berlaku sampai {scenario.last}; perubahan yang sudah diundangkan ikut dihitung menurut bulannya.",
            f"The law recorded today is taken to last until {scenario.last}; changes already enacted are counted by their month.",
        )
    ]
    if scenario.supposes:
        said.append(
            draft.say(
                "Rencana ini memakai pengandaian hukum; angkanya bukan menurut hukum yang berlaku.",
                "This plan supposes another law; its figures are not those of the law in force.",
            )
        )
    for name, words in LEFT_OUT.items():
        if getattr(scenario, name) is None:
            title = draft.said(OWN[name])
            said.append(
                f"{title}: {draft.say('tidak diasumsikan, sehingga', 'not assumed, so that')} {draft.said(words)}."
            )
    if DRAWN & set(scenario.asked):
        said.append(_seed(draft, scenario.seed))
    return said


DRAWN = {"claims", "sensitivity"}
"""Parts of a plan in which something is drawn."""


def _seed(draft: Draft, seed: int) -> str:
    return draft.say(
        f"Benih acak yang dicatat: {seed}. Skenario yang sama memberi hasil yang sama.",
        f"Recorded seed: {seed}. The same scenario gives the same result.",
    )
