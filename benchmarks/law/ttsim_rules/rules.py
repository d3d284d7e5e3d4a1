"""The model in ttsim: functions of one person, which it rewrites for arrays, in whole numbers throughout.

The values of law are written in, as its parameters would be by the time it computes.
"""

from types import ModuleType

from population import CODES as WORDS
from population import LAW, PAID_WITHOUT_RELIEF, RISK_RATES, TIER_STARTS, TIERS
from ttsim.tt import TTSIMUnit, policy_function, policy_input
from ttsim.typing import IntColumn

INPUT = {"unit": TTSIMUnit.DIMENSIONLESS}
RULE = {**INPUT, "verify_units": False}
WITH_RELIEF = WORDS["funding"].index("csr"), WORDS["funding"].index("pemberi_kerja")
assert [WORDS["funding"].index(code) for code in PAID_WITHOUT_RELIEF] == [0, 1, 2, 3, 4, 5, 9]
OTHER_INDUSTRY = WORDS["industry"].index("other")


@policy_input(**INPUT)
def segment() -> int: ...


@policy_input(**INPUT)
def funding() -> int: ...


@policy_input(**INPUT)
def sector() -> int: ...


@policy_input(**INPUT)
def basis_mode() -> int: ...


@policy_input(**INPUT)
def industry() -> int: ...


@policy_input(**INPUT)
def wage_per_month() -> int: ...


@policy_input(**INPUT)
def income_per_month() -> int: ...


@policy_input(**INPUT)
def risk_class() -> int: ...


@policy_input(**INPUT)
def months_paid() -> int: ...


@policy_input(**INPUT)
def workers() -> int: ...


@policy_input(**INPUT)
def contribution_month_number() -> int: ...


@policy_input(**INPUT)
def in_arrears() -> bool: ...


@policy_function(**RULE)
def jp_basis(wage_per_month: int) -> int:
    return min(wage_per_month, LAW["jp_cap"])


@policy_function(**RULE)
def contribution_due(contribution_month_number: int, in_arrears: bool) -> int:
    new = LAW["pandemic_full_months"] >= 1 and contribution_month_number <= LAW["pandemic_full_months"]
    if LAW["pandemic_part"] >= 1_000_000 or new or in_arrears:
        return 1_000_000
    else:
        return LAW["pandemic_part"]


@policy_function(vectorization_strategy="not_required", **RULE)
def jkk_pu_rate(risk_class: IntColumn, xnp: ModuleType) -> IntColumn:
    return xnp.asarray(RISK_RATES)[risk_class - 1]


@policy_function(**RULE)
def jkk_pu_relief(industry: int, workers: int, in_arrears: bool, contribution_due: int) -> int:
    if industry != OTHER_INDUSTRY and workers >= LAW["labour_workers"] and not in_arrears:
        return LAW["labour_part"]
    else:
        return contribution_due


@policy_function(**RULE)
def jkk_pu_contribution(wage_per_month: int, jkk_pu_rate: int, jkk_pu_relief: int) -> int:
    return (wage_per_month * ((jkk_pu_rate * jkk_pu_relief + 500_000) // 1_000_000) + 500_000) // 1_000_000


@policy_function(**RULE)
def jkm_pu_contribution(wage_per_month: int, contribution_due: int) -> int:
    return (wage_per_month * ((LAW["jkm_rate"] * contribution_due + 500_000) // 1_000_000) + 500_000) // 1_000_000


@policy_function(**RULE)
def jht_pu_employer_contribution(wage_per_month: int) -> int:
    return (wage_per_month * LAW["jht_employer_rate"] + 500_000) // 1_000_000


@policy_function(**RULE)
def jht_pu_worker_contribution(wage_per_month: int) -> int:
    return (wage_per_month * LAW["jht_worker_rate"] + 500_000) // 1_000_000


@policy_function(**RULE)
def jp_employer_contribution(jp_basis: int) -> int:
    return (jp_basis * LAW["jp_employer_rate"] + 500_000) // 1_000_000


@policy_function(**RULE)
def jp_worker_contribution(jp_basis: int) -> int:
    return (jp_basis * LAW["jp_worker_rate"] + 500_000) // 1_000_000


@policy_function(vectorization_strategy="not_required", **RULE)
def bpu_tier_basis(income_per_month: IntColumn, xnp: ModuleType) -> IntColumn:
    return xnp.asarray(TIERS)[xnp.searchsorted(xnp.asarray(TIER_STARTS), income_per_month, side="right") - 1]


@policy_function(**RULE)
def bpu_basis(income_per_month: int, basis_mode: int, bpu_tier_basis: int) -> int:
    if income_per_month <= LAW["bpu_min"]:
        return LAW["bpu_min"]
    elif income_per_month >= LAW["bpu_max"]:
        return LAW["bpu_max"]
    elif basis_mode == 0:
        return bpu_tier_basis
    else:
        return income_per_month


@policy_function(**RULE)
def bpu_relief(funding: int, sector: int, contribution_due: int) -> int:
    if funding < WITH_RELIEF[0] or funding > WITH_RELIEF[1]:
        return contribution_due
    elif sector == 0:
        return LAW["relief_transport"]
    else:
        return LAW["relief_other"]


@policy_function(**RULE)
def jkk_bpu_contribution(bpu_basis: int, bpu_relief: int) -> int:
    return (bpu_basis * ((LAW["bpu_rate"] * bpu_relief + 500_000) // 1_000_000) + 500_000) // 1_000_000


@policy_function(**RULE)
def jkm_bpu_contribution(bpu_relief: int) -> int:
    return (LAW["bpu_flat"] * bpu_relief + 500_000) // 1_000_000


@policy_function(**RULE)
def jkm_benefit(segment: int, months_paid: int) -> int:
    if segment == 1 and months_paid < LAW["waiting_months"]:
        return LAW["funeral"]
    else:
        return LAW["full_benefit"]
