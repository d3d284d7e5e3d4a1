"""All findings about people, in the order in which an officer works through them: a file here is a finding."""

from __future__ import annotations

from typing import cast

from semesta.basics.discover import defined_in
from semesta.people.findings.finding import Finding, Found, looked_at
from semesta.people.people import People

FIRST = ("death_unclaimed", "claim_late", "unregistered", "lapsed", "paid_twice")
"""What cannot wait comes first: families, then those without cover, then money; the others follow by name."""


def _all_findings() -> dict[str, Finding]:
    found = {finding.name: finding for finding in cast(list[Finding], defined_in(__package__, "FINDING"))}
    first = [name for name in FIRST if name in found]
    return {name: found[name] for name in [*first, *sorted(set(found) - set(first))]}


FINDINGS: dict[str, Finding] = _all_findings()


def findings(people: People) -> list[Found]:
    """Every finding looked at."""
    return [looked_at(finding, people) for finding in FINDINGS.values()]
