"""The lines that the pension makes: the contribution of wage earners, and the pension by event."""

from semesta.law.items import Item, of_segment
from semesta.law.jp.schedules import DEATH, DISABILITY, OLD_AGE

CONTRIBUTION = (
    Item("jp_employer_contribution", "JP", "employer", of_segment("PU")),
    Item("jp_worker_contribution", "JP", "worker", of_segment("PU")),
)

BENEFITS = {"pension": (OLD_AGE,), "disability.total": (DISABILITY,), "death": (DEATH,)}
