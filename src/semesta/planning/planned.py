"""A measured round with the plan that lies beside its data, so that its papers can hold both."""

from __future__ import annotations

from dataclasses import dataclass, fields

from semesta.monev.measured import Measured
from semesta.planning.plan import Plan


@dataclass(frozen=True)
class Planned(Measured):
    """A round as measured, its plan, and the name and SHA-256 of the scenario's file."""

    plan: Plan | None = None
    file: str = ""
    sha256: str = ""


def planned(measured: Measured, plan: Plan, *, file: str, sha256: str) -> Planned:
    """The round with the plan."""
    return Planned(**{f.name: getattr(measured, f.name) for f in fields(Measured)}, plan=plan, file=file, sha256=sha256)


def plan_of(measured: Measured) -> Plan | None:
    """The plan that a round has; most have none."""
    return measured.plan if isinstance(measured, Planned) else None
