"""The lines that death makes: the contribution, and what the heirs get."""

from semesta.law.basis.route import pays_by_wage
from semesta.law.items import Facts, Item, Schedule
from semesta.law.jkk.items import of_bpu
from semesta.law.scholarship.schedules import scholarship


def _has_further_employers(case: Facts) -> bool:
    return case.get("employers") not in (None, 1)


CONTRIBUTION: tuple[Item | Schedule, ...] = (
    Item("jkm_pu_contribution", "JKM", "employer", pays_by_wage),
    Item("jkm_bpu_contribution", "JKM", "member", of_bpu(publicly=False)),
    Item("jkm_bpu_contribution", "JKM", "government", of_bpu(publicly=True)),
)

BENEFITS: dict[str, tuple[Item | Schedule, ...]] = {
    "death": (
        Item("jkm_grant_paid", "JKM", "fund"),
        Item("jkm_periodic_grant_paid", "JKM", "fund"),
        Item("jkm_funeral_paid", "JKM", "fund"),
        Item("jkm_second_employer_grants", "JKM", "fund", _has_further_employers),
        scholarship("JKM"),
    ),
    "scholarship": (scholarship("JKM", alone=True),),
}
