"""The lines that the pension makes: the contribution of wage earners, and the pension by event."""

from semesta.law.jp.bill import CONTRIBUTION as BILL
from semesta.law.jp.schedules import DEATH, DISABILITY, OLD_AGE

CONTRIBUTION = (BILL,)

BENEFITS = {"pension": (OLD_AGE,), "disability.total": (DISABILITY,), "death": (DEATH,)}
