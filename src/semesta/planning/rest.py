"""Who is not covered yet after the first year of a plan, of the groups that somebody counted."""

from __future__ import annotations

from semesta.planning.scenario import Scenario


def rest(scenario: Scenario) -> dict[str, int]:
    """Persons of each counted group whom nobody pays for after the first year; a group that stands twice is one."""
    counted: dict[str, int] = {}
    paid: dict[str, int] = {}
    for group in scenario.groups:
        if group.population is not None:
            counted[group.code] = max(group.population, counted.get(group.code, 0))
        persons = sum(sum(payer.persons(scenario.first)) for payer in group.payers)
        paid[group.code] = paid.get(group.code, 0) + persons
    return {code: max(0, persons - paid[code]) for code, persons in counted.items()}
