"""Whose rates of JKK and JKM a case pays by, for the lines of its bill; the rule `contribution_route` says it for columns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from semesta.law.items import Facts

if TYPE_CHECKING:
    from semesta.law.law import Law


def with_risk(case: Facts, law: Law, on: dt.date) -> Facts:
    """The case with the class of work risk of its field of business, where it names the field and no class of its own."""
    business = case.get("business")
    step = law.book.parameters["risk_class_of_business"].on(on)
    if "risk_class" in case or step is None or law.book.inputs["business"].fault(business):
        return case
    return {**case, "risk_class": law.value("business_risk_class", date=on, business=business).value}


def is_special(case: Facts) -> bool:
    """Whether a person without wage pays the percentages of wage earners: an employer, intern, honorer, student or convict."""
    return case.get("segment") == "BPU" and case.get("bpu_group") not in (None, "ordinary")


def pays_by_wage(case: Facts) -> bool:
    """Whether JKK and JKM are counted on a wage; also where the case does not say its segment."""
    return case.get("segment") in (None, "PU") or is_special(case)


def pays_by_income(case: Facts) -> bool:
    """Whether JKK and JKM are those of people without wage; also where the case does not say its segment."""
    return case.get("segment") in (None, "BPU") and not is_special(case)
