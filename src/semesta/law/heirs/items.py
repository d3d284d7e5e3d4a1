"""What the fund owes when it pays late; heirs themselves make no line of a bill."""

from semesta.law.heirs.payment import late_payment
from semesta.law.items import Item, Schedule

CONTRIBUTION: tuple[Item | Schedule, ...] = ()

BENEFITS: dict[str, tuple[Item | Schedule, ...]] = {"late_payment": (late_payment("JKK"), late_payment("JKM"))}
