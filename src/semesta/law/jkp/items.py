"""The lines that loss of work makes: what the government adds, and the cash after a dismissal.

The parts that come from JKK and JKM are no lines: the employer's bill holds them already.
"""

from semesta.law.items import Item, of_segment
from semesta.law.jkp.schedules import DISMISSAL

CONTRIBUTION = (Item("jkp_government_contribution", "JKP", "government", of_segment("PU")),)

BENEFITS = {"dismissal": (DISMISSAL,)}
