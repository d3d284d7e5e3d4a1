"""The lines that loss of work makes: what the programme receives for the month, and the cash after a dismissal."""

from semesta.law.jkp.bill import CONTRIBUTION as BILL
from semesta.law.jkp.schedules import DISMISSAL, OTHER_ENDS

CONTRIBUTION = (BILL,)

BENEFITS = {"dismissal": (DISMISSAL,), **{event: (line,) for event, line in OTHER_ENDS.items()}}
