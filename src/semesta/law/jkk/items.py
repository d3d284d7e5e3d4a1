"""The lines that a work accident makes: the contribution, and what is paid by event."""

from collections.abc import Callable

from semesta.law.basis.route import pays_by_income, pays_by_wage
from semesta.law.items import Facts, Item, Payer, Schedule
from semesta.law.jkk.schedules import DISABILITIES
from semesta.law.scholarship.schedules import scholarship

PUBLIC_MONEY = ("apb", "dbh")


def _publicly_paid(case: Facts) -> bool:
    return str(case.get("funding") or "").startswith(PUBLIC_MONEY)


def of_bpu(publicly: bool) -> Callable[[Facts], bool]:
    """Whether a person without wage pays alone, or public money pays for that person."""
    return lambda case: pays_by_income(case) and _publicly_paid(case) is publicly


def _given(name: str) -> Callable[[Facts], bool]:
    return lambda case: name in case and case[name] is not None


def _given_or_none_of(name: str, among: tuple[str, ...]) -> Callable[[Facts], bool]:
    """Whether the case has this cost; a case with none of them has all, so that it is told what to give."""
    return lambda case: _given(name)(case) or not any(_given(other)(case) for other in among)


def _line(rule: str, applies: Callable[[Facts], bool] | None = None, payer: Payer = "fund") -> Item:
    return Item(rule, "JKK", payer, applies) if applies else Item(rule, "JKK", payer)


TRANSPORT = {f"jkk_transport_{mode}": f"transport_{mode}_cost" for mode in ("land", "sea", "air")}
AIDS = {
    "jkk_prosthesis": "prosthesis_price",
    "jkk_denture": "denture_cost",
    "jkk_hearing_aid": "hearing_aid_cost",
    "jkk_spectacles": "spectacles_cost",
}
REHABILITATION = ("jkk_rehabilitation", "rehabilitation_cost")

# What the accident cost before it ended in death or disability is paid as well, where the case says it.
ON_THE_WAY = tuple(
    _line(rule, _given(cost))
    for rule, cost in [
        ("jkk_medical", "medical_cost"),
        *TRANSPORT.items(),
        ("jkk_incapacity", "months_off_work"),
        ("jkk_home_care", "home_care_cost"),
    ]
)
WITH_AIDS = tuple(_line(rule, _given(cost)) for rule, cost in [*AIDS.items(), REHABILITATION])

CONTRIBUTION: tuple[Item | Schedule, ...] = (
    _line("jkk_pu_contribution", pays_by_wage, "employer"),
    _line("jkk_bpu_contribution", of_bpu(publicly=False), "member"),
    _line("jkk_bpu_contribution", of_bpu(publicly=True), "government"),
)

BENEFITS: dict[str, tuple[Item | Schedule, ...]] = {
    "death": (
        _line("jkk_death_grant"),
        _line("jkk_periodic_grant_paid"),
        _line("jkk_funeral_paid"),
        *ON_THE_WAY,
        scholarship("JKK"),
    ),
    "disability.total": (
        _line("jkk_total_disability_grant"),
        _line("jkk_periodic_grant_paid"),
        *ON_THE_WAY,
        *WITH_AIDS,
        scholarship("JKK"),
    ),
    "disability.partial": (DISABILITIES, *ON_THE_WAY, *WITH_AIDS),
    "medical": (_line("jkk_medical"),),
    "incapacity": (_line("jkk_incapacity"),),
    "transport": tuple(
        _line(rule, _given_or_none_of(cost, tuple(TRANSPORT.values()))) for rule, cost in TRANSPORT.items()
    ),
    "rehabilitation": (
        *(_line(rule, _given_or_none_of(cost, (*AIDS.values(), REHABILITATION[1]))) for rule, cost in AIDS.items()),
        _line(REHABILITATION[0], _given(REHABILITATION[1])),
    ),
    "home_care": (_line("jkk_home_care"),),
    "scholarship": (scholarship("JKK", alone=True),),
}
