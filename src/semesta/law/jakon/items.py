"""The lines of the bill of a construction project: by its contract value, or by wages where they are given."""

from __future__ import annotations

from semesta.law.items import Facts, Item


def is_by_wage(case: Facts) -> bool:
    """Whether the wages of the project are known; the law counts on the contract value only where they are not."""
    return case.get("segment") == "JAKON" and case.get("wage_per_month") is not None


def is_by_value(case: Facts) -> bool:
    return case.get("segment") == "JAKON" and not is_by_wage(case)


CONTRIBUTION = (
    Item("jakon_jkk_by_value", "JKK", "employer", is_by_value),
    Item("jakon_jkm_by_value", "JKM", "employer", is_by_value),
    Item("jakon_jkk_by_wage", "JKK", "employer", is_by_wage),
    Item("jakon_jkm_by_wage", "JKM", "employer", is_by_wage),
)
